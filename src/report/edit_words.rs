//! The words around what an edit replaced: from what to what, which way it goes, how far its time had gone.

use crate::history::{Ease, Stage};

/// The key of the word for `ease`.
#[must_use]
pub const fn ease_key(ease: Ease) -> &'static str {
    match ease {
        Ease::Easier => "impact-easier",
        Ease::Harder => "impact-harder",
    }
}

/// The key of the word for `stage`.
#[must_use]
pub const fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Ahead => "impact-ahead",
        Stage::Running => "impact-running",
        Stage::Over => "impact-over",
    }
}

/// `before → after`; the field of a single setting stands once: `cap: 100 → 120`.
#[must_use]
pub fn edit_arrow(before: &str, after: &str) -> String {
    let setting =
        |text: &str| text.rsplit_once(": ").map(|(field, value)| (field.to_owned(), value.to_owned()));
    match (setting(before), setting(after)) {
        (Some((one, was)), Some((other, is))) if one == other && !one.contains(", ") => {
            format!("{one}: {was} → {is}")
        }
        _ => format!("{before} → {after}"),
    }
}

#[cfg(test)]
mod tests {
    use super::edit_arrow;

    #[test]
    fn a_field_stands_once() {
        assert_eq!(edit_arrow("as_of: 2026-01-08", "as_of: 2026-02-05"), "as_of: 2026-01-08 → 2026-02-05");
        assert_eq!(edit_arrow("presale 2024-01-01–", "aftersale"), "presale 2024-01-01– → aftersale");
        let review = ["review: gate-loosened: acknowledge", "review: gate-loosened: ignore"];
        assert_eq!(edit_arrow(review[0], review[1]), "review: gate-loosened: acknowledge → ignore");
        assert_eq!(edit_arrow("a: 80, b: 60", "a: 78, b: 60"), "a: 80, b: 60 → a: 78, b: 60");
        assert_eq!(edit_arrow("a: 80, b: 60", "a: 80, b: 50"), "a: 80, b: 60 → a: 80, b: 50");
        assert_eq!(edit_arrow("teams: [a]", "cap: 1"), "teams: [a] → cap: 1");
    }
}
