//! Words and phrases of derivations, fetched once per language: they stand in every period of every agent's page.

use super::phrase::Phrase;
use super::voice::Voice;

/// Words and phrases of one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "each is the text of the key `agent-…` of the same name; places in the order of the keys' arguments"
)]
pub(super) struct AgentWords {
    pub(super) not_scored: String,
    pub(super) not_rated: String,
    pub(super) by_month: String,
    pub(super) by_channel: String,
    pub(super) all_channels: String,
    pub(super) provisional: String,
    pub(super) plain_unit: String,
    pub(super) no_band: String,
    pub(super) no_level: String,
    pub(super) rule_steps: Phrase,
    pub(super) rule_curve: Phrase,
    pub(super) rule_deduction: Phrase,
    pub(super) rule_newcomer: Phrase,
    pub(super) counts_pooled: Phrase,
    pub(super) counts_state: Phrase,
    pub(super) counts_months: Phrase,
    pub(super) sum: Phrase,
    pub(super) sum_rounded: Phrase,
    pub(super) band: Phrase,
    pub(super) missing_spread: Phrase,
    pub(super) missing_zero: Phrase,
    pub(super) no_cases: Phrase,
    pub(super) too_small: Phrase,
    pub(super) without_count: Phrase,
    pub(super) not_applicable: Phrase,
    pub(super) reconstructed: Phrase,
    pub(super) pooled: Phrase,
    pub(super) channels: Phrase,
    pub(super) of_team: String,
    pub(super) parts: Phrase,
    pub(super) part: Phrase,
    pub(super) too_few_parts: Phrase,
    pub(super) channel: Phrase,
    pub(super) spread: Phrase,
    pub(super) segment: Phrase,
    pub(super) segment_score: Phrase,
    pub(super) segment_observed: Phrase,
    pub(super) joined: Phrase,
    pub(super) by_days: String,
    pub(super) capped: Phrase,
    pub(super) month: Phrase,
    pub(super) mean_of_months: Phrase,
    pub(super) incomplete: String,
    pub(super) more_lines: Phrase,
    pub(super) days: Phrase,
    pub(super) verdicts: Verdicts,
}

/// Why there is no score: in full words with what is needed, and short for a cell.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each is the text of the key `agent-verdict-…` of the same name")]
pub(super) struct Verdicts {
    pub(super) no_data: [String; 2],
    pub(super) not_in_service: [String; 2],
    pub(super) no_scheme: [String; 2],
    pub(super) observed: [String; 2],
    pub(super) too_little_service: (Phrase, String),
    pub(super) too_little_weight: (Phrase, String),
    pub(super) missing_value: (Phrase, String),
}

impl AgentWords {
    /// The words of `voice`.
    #[must_use]
    pub(super) fn new(voice: Voice<'_>) -> Self {
        let word = |key: &str| voice.word(key);
        let phrase = |key: &str, names: &[&'static str]| Phrase::new(voice, key, names);
        Self {
            not_scored: word("agent-not-scored"),
            not_rated: word("agent-not-rated"),
            by_month: word("agent-by-month"),
            by_channel: word("agent-by-channel"),
            all_channels: word("agent-all-channels"),
            provisional: word("provisional"),
            plain_unit: word("agent-plain-unit"),
            no_band: word("agent-no-band"),
            no_level: word("agent-no-level"),
            rule_steps: phrase("agent-rule-steps", &["count"]),
            rule_curve: phrase("agent-rule-curve", &["count"]),
            rule_deduction: phrase("agent-rule-deduction", &["full", "points", "per"]),
            rule_newcomer: phrase("agent-rule-newcomer", &["months"]),
            counts_pooled: phrase("agent-counts-pooled", &["counts", "months"]),
            counts_state: phrase("agent-counts-state", &["month", "n"]),
            counts_months: phrase("agent-counts-months", &["count", "months"]),
            sum: phrase("agent-step-sum", &["score"]),
            sum_rounded: phrase("agent-step-sum-rounded", &["rows", "score"]),
            band: phrase("agent-step-band", &["score", "band", "from"]),
            missing_spread: phrase("agent-step-missing-spread", &["indicator"]),
            missing_zero: phrase("agent-step-missing-zero", &["indicator"]),
            no_cases: phrase("agent-step-no-cases", &["indicator"]),
            too_small: phrase("agent-step-too-small", &["indicator", "n", "needed"]),
            without_count: phrase("agent-step-without-count", &["indicator"]),
            not_applicable: phrase("agent-step-not-applicable", &["indicator"]),
            reconstructed: phrase("agent-step-reconstructed", &["indicator"]),
            pooled: phrase("agent-step-pooled", &["indicator", "months", "n"]),
            of_team: word("agent-of-team"),
            parts: phrase("agent-step-parts", &["indicator", "parts"]),
            part: phrase("agent-step-part", &["part", "value", "points", "weight"]),
            too_few_parts: phrase("agent-step-too-few-parts", &["indicator", "available", "needed", "parts"]),
            channels: phrase("agent-step-channels", &["indicator", "channels"]),
            channel: phrase("agent-step-channel", &["channel", "value", "points", "n"]),
            spread: phrase("agent-step-spread", &["weight"]),
            segment: phrase("agent-step-segment", &["sign", "months", "team", "level", "days"]),
            segment_score: phrase("agent-step-segment-score", &["segment", "score"]),
            segment_observed: phrase("agent-step-segment-observed", &["segment"]),
            joined: phrase("agent-step-joined", &["month", "days"]),
            by_days: word("agent-step-by-days"),
            capped: phrase("agent-step-capped", &["before", "after"]),
            month: phrase("agent-step-month", &["month", "score", "days"]),
            mean_of_months: phrase("agent-step-mean-of-months", &["months", "score"]),
            incomplete: word("agent-step-incomplete"),
            more_lines: phrase("agent-step-more-lines", &["count", "file"]),
            days: phrase("agent-days", &["worked", "scheduled"]),
            verdicts: Verdicts::new(voice),
        }
    }
}

impl Verdicts {
    fn new(voice: Voice<'_>) -> Self {
        let both = |name: &str| {
            [voice.word(&format!("agent-verdict-{name}")), voice.word(&format!("agent-verdict-{name}-short"))]
        };
        let filled = |name: &str, names: &[&'static str]| {
            let full = Phrase::new(voice, &format!("agent-verdict-{name}"), names);
            (full, voice.word(&format!("agent-verdict-{name}-short")))
        };
        Self {
            no_data: both("no-data"),
            not_in_service: both("not-in-service"),
            no_scheme: both("no-scheme"),
            observed: both("observed"),
            too_little_service: filled("too-little-service", &["worked", "needed"]),
            too_little_weight: filled("too-little-weight", &["available", "needed"]),
            missing_value: filled("missing-value", &["indicator"]),
        }
    }
}
