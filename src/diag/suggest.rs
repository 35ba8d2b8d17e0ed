//! "Did you mean": the nearest known name; and how text from a file is quoted in a message.

/// The candidate most like `name`, if it is like enough to be meant: at most a third of its letters differ, where two
/// neighbours in the wrong order count once (Damerau–Levenshtein distance). The first of equals.
#[must_use]
pub fn suggest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let letters = wanted.chars().count();
    if letters > 100 {
        return None;
    }
    let distance = |candidate: &str| strsim::damerau_levenshtein(&wanted, candidate);
    // Lengths that differ too much cannot be near enough; this spares most of ten thousand comparisons.
    let near = |candidate: &&str| candidate.chars().count().abs_diff(letters) <= letters / 3 + 1;
    candidates
        .into_iter()
        .filter(near)
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (letters.max(candidate.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `text` in backticks, at most 60 characters of it, with invisible characters made visible.
#[must_use]
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let mut out = String::from("`");
    for (at, c) in text.chars().enumerate() {
        if at == MOST {
            out.push('…');
            break;
        }
        let invisible = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if invisible { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out.push('`');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["csat_rate", "nps", "first_response_time"];
        assert_eq!(suggest("csat_rte", known), Some("csat_rate"));
        assert_eq!(suggest("CSAT_rate", known), Some("csat_rate"));
        assert_eq!(suggest("first_respones_time", known), Some("first_response_time"));
        assert_eq!(suggest("refunds", known), None);
        assert_eq!(suggest("", known), None);
    }

    #[test]
    fn quoting_shows_what_hides() {
        assert_eq!(quoted("a\u{202e}b\u{1b}"), "`a\\u{202e}b\\u{1b}`");
        assert_eq!(quoted(&"长".repeat(100)).chars().count(), 63);
    }
}
