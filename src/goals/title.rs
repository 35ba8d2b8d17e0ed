//! S6: whether a title says something that can be checked.

use crate::model::{Indicator, Text};

/// Verbs that promise without measuring, in both languages; English ones as whole words.
const VAGUE: [&str; 25] = [
    "提高",
    "改善",
    "加强",
    "尽量",
    "优化",
    "提升",
    "增强",
    "改进",
    "完善",
    "努力",
    "更好",
    "improve",
    "better",
    "enhance",
    "strengthen",
    "optimise",
    "optimize",
    "boost",
    "increase",
    "raise",
    "reduce",
    "strive",
    "try",
    "maximise",
    "maximize",
];

/// What a title is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// It names the indicator.
    Indicator,
    /// It names the number.
    Number,
    /// It has neither, only this vague verb.
    Vague(&'static str),
    /// It has neither.
    Nothing,
    /// There is no title.
    Absent,
}

/// What `title` says of `indicator`, by its name or id, and of the goal's `numbers` as shown.
pub(super) fn naming(title: &Text, indicator: Option<&Indicator>, numbers: &[f64]) -> Naming {
    let texts = [title.zh.to_lowercase(), title.en.to_lowercase()];
    if texts.iter().all(|text| text.trim().is_empty()) {
        return Naming::Absent;
    }
    let names = indicator.map_or_else(Vec::new, |of| {
        vec![of.name.zh.to_lowercase(), of.name.en.to_lowercase(), of.id.as_str().to_owned()]
    });
    let named =
        |name: &String| !name.trim().is_empty() && texts.iter().any(|text| text.contains(name.as_str()));
    let number = |number: &f64| texts.iter().any(|text| holds_number(text, *number));
    let vague = |verb: &&str| texts.iter().any(|text| holds_word(text, verb));
    if names.iter().any(named) {
        Naming::Indicator
    } else if numbers.iter().any(number) {
        Naming::Number
    } else {
        VAGUE.iter().copied().find(vague).map_or(Naming::Nothing, Naming::Vague)
    }
}

/// Whether `number` stands in `text` as a number of its own, with or without thousands commas.
fn holds_number(text: &str, number: f64) -> bool {
    let plain = text.replace([',', '，'], "");
    let numbers = plain.split(|c: char| !c.is_ascii_digit() && c != '.');
    let read = |piece: &str| piece.trim_matches('.').parse::<f64>().ok();
    numbers.filter_map(read).any(|found| (found - number.abs()).abs() < 1e-9 * number.abs().max(1.0))
}

/// Whether `word` stands in `text`: anywhere if Chinese, as a whole word with its usual endings if English.
fn holds_word(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word);
    }
    let stem = word.strip_suffix('e').unwrap_or(word);
    text.split(|c: char| !c.is_ascii_alphabetic()).any(|found| {
        found == word
            || found.strip_prefix(stem).is_some_and(|end| matches!(end, "ed" | "es" | "ing" | "s" | "ement"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(zh: &str, en: &str) -> Text {
        Text::new(zh, en)
    }

    #[test]
    fn a_number_counts_only_as_a_whole() {
        assert_eq!(naming(&text("满意度不低于92%", ""), None, &[92.0]), Naming::Number);
        assert_eq!(naming(&text("满意度不低于92.5%", ""), None, &[92.0]), Naming::Nothing);
        assert_eq!(naming(&text("2025年做得更多", ""), None, &[25.0]), Naming::Nothing);
        assert_eq!(naming(&text("", "Sales of 120,000 yuan"), None, &[120_000.0]), Naming::Number);
    }

    #[test]
    fn vague_verbs_alone_are_named_in_both_languages() {
        assert_eq!(naming(&text("提高服务水平", ""), None, &[92.0]), Naming::Vague("提高"));
        assert_eq!(naming(&text("", "Improving service"), None, &[]), Naming::Vague("improve"));
        assert_eq!(naming(&text("", "A betterment of country"), None, &[]), Naming::Nothing);
        assert_eq!(naming(&text(" ", ""), None, &[]), Naming::Absent);
    }
}
