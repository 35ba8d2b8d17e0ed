//! Words that are needed in every row of every page, fetched once per language.

use super::voice::Voice;

/// Words of one language.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each is the text of the key of the same name")]
pub struct Words {
    pub no_data: String,
    pub not_applicable: String,
    pub too_few: String,
    pub provisional: String,
    pub reconstructed: String,
    pub without_count: String,
    pub no_cases: String,
    pub on_target: String,
    pub watch: String,
    pub below_target: String,
    pub not_judged: String,
    pub better: String,
    pub worse: String,
    pub unchanged: String,
    pub lower_is_better: String,
    pub range_is_better: String,
    pub cases: String,
    pub target: String,
    pub points: String,
    pub weight: String,
    pub ratio: String,
}

impl Words {
    /// The words of `voice`.
    #[must_use]
    pub fn new(voice: Voice<'_>) -> Self {
        let word = |key| voice.word(key);
        Self {
            no_data: word("no-data"),
            not_applicable: word("not-applicable"),
            too_few: word("too-few"),
            provisional: word("provisional"),
            reconstructed: word("reconstructed"),
            without_count: word("word-without-count"),
            no_cases: word("word-no-cases"),
            on_target: word("word-on-target"),
            watch: word("word-watch"),
            below_target: word("word-below-target"),
            not_judged: word("not-judged"),
            better: word("word-better"),
            worse: word("word-worse"),
            unchanged: word("word-unchanged"),
            lower_is_better: word("word-lower-is-better"),
            range_is_better: word("word-range-is-better"),
            cases: word("word-cases"),
            target: word("target"),
            points: word("points"),
            weight: word("weight"),
            ratio: word("word-ratio"),
        }
    }
}
