//! Why there is no score, in words that say what is needed for one.

use super::format::short_number;
use super::reporter::Reporter;
use crate::model::Language;
use crate::score::Verdict;

/// The reason in a sentence; the empty string for [`Verdict::Rated`].
#[must_use]
pub(super) fn reason(reporter: &Reporter<'_>, language: Language, verdict: &Verdict) -> String {
    let verdicts = &reporter.agent_words(language).verdicts;
    let number = |x: f64| short_number(x, 1);
    match verdict {
        Verdict::Rated => String::new(),
        Verdict::NoData => verdicts.no_data[0].clone(),
        Verdict::NotInService => verdicts.not_in_service[0].clone(),
        Verdict::NoScheme => verdicts.no_scheme[0].clone(),
        Verdict::Observed => verdicts.observed[0].clone(),
        Verdict::TooLittleService { worked, needed } => {
            verdicts.too_little_service.0.fill(&[&number(*worked), &number(*needed)])
        }
        Verdict::TooLittleWeight { available, needed } => {
            let percent = |x: f64| format!("{}%", number(x));
            verdicts.too_little_weight.0.fill(&[&percent(*available), &percent(*needed)])
        }
        Verdict::MissingValue { indicator } => {
            let name = reporter.evaluation.model.indicator(*indicator).name.get(language);
            verdicts.missing_value.0.fill(&[name])
        }
    }
}

/// The reason in one or two words, for a cell; the empty string for [`Verdict::Rated`].
#[must_use]
pub(super) fn short<'a>(reporter: &'a Reporter<'_>, language: Language, verdict: &Verdict) -> &'a str {
    let verdicts = &reporter.agent_words(language).verdicts;
    match verdict {
        Verdict::Rated => "",
        Verdict::NoData => &verdicts.no_data[1],
        Verdict::NotInService => &verdicts.not_in_service[1],
        Verdict::NoScheme => &verdicts.no_scheme[1],
        Verdict::Observed => &verdicts.observed[1],
        Verdict::TooLittleService { .. } => &verdicts.too_little_service.1,
        Verdict::TooLittleWeight { .. } => &verdicts.too_little_weight.1,
        Verdict::MissingValue { .. } => &verdicts.missing_value.1,
    }
}
