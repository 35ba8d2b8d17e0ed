//! What stands behind and beside a course: promotions as shaded months, values from outside as lines (A008, A055, A063).

use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::chart::{Reference, Shade};
use crate::model::{IndicatorIx, Language, Month, OutsideValue, Subject, Target};

/// Most values from outside that one chart has lines for.
const MOST_LINES: usize = 2;

/// The promotions that touch any of `months`, by position.
pub(super) fn shades(reporter: &Reporter<'_>, language: Language, months: &[Month]) -> Vec<Shade> {
    let promotions = &reporter.evaluation.model.organisation.promotions;
    let one = |promotion: &crate::model::Promotion| {
        let touched = |month: &Month| promotion.touches(*month);
        let (first, last) = (months.iter().position(touched)?, months.iter().rposition(touched)?);
        Some(Shade { first, last, label: promotion.name.get(language).to_owned() })
    };
    promotions.iter().filter_map(one).collect()
}

/// `subtitle`, and that shaded months have a promotion, where any has.
pub(super) fn with_note(
    voice: Voice<'_>,
    reporter: &Reporter<'_>,
    months: &[Month],
    subtitle: String,
) -> String {
    let promotions = &reporter.evaluation.model.organisation.promotions;
    let any = promotions.iter().any(|promotion| months.iter().any(|month| promotion.touches(*month)));
    match any {
        true => say!(voice, "trend-shaded", subtitle: &subtitle),
        false => subtitle,
    }
}

/// Values from outside of the latest year known, for the course of the whole organisation or a team: people are not measured by what
/// others reach.
pub(super) fn levels(
    reporter: &Reporter<'_>,
    language: Language,
    of: Subject,
    indicator: IndicatorIx,
) -> Vec<Reference> {
    let shown = reporter.shown(reporter.evaluation.model.indicator(indicator).precision, language);
    let one = |outside: &OutsideValue| Reference {
        value: outside.value,
        label: format!("{} {} {}", outside.category.get(language), outside.year, shown.limit(outside.value)),
    };
    latest(reporter, of, indicator).take(MOST_LINES).map(one).collect()
}

fn latest<'r>(
    reporter: &'r Reporter<'_>,
    of: Subject,
    indicator: IndicatorIx,
) -> impl Iterator<Item = &'r OutsideValue> {
    let all = &reporter.evaluation.model.indicator(indicator).benchmarks;
    let year = all.iter().map(|outside| outside.year).max();
    let group = !matches!(of, Subject::Agent(_));
    all.iter().filter(move |outside| group && Some(outside.year) == year)
}

/// Category, year, value and source of the values from outside, as notes below the table of a course.
pub(super) fn notes(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    of: Subject,
    indicator: IndicatorIx,
) -> Vec<String> {
    let shown = reporter.shown(reporter.evaluation.model.indicator(indicator).precision, voice.language);
    let one = |outside: &OutsideValue| {
        say!(
            voice, "outside-value",
            category: voice.name(&outside.category), year: &outside.year.to_string(),
            value: &shown.limit(outside.value), source: voice.name(&outside.source),
        )
    };
    latest(reporter, of, indicator).map(one).collect()
}

/// The value from outside that a target names as a reason for its number.
pub(super) fn of_target(reporter: &Reporter<'_>, language: Language, target: &Target) -> Vec<Reference> {
    let named = target.rationale.benchmark.as_ref().and_then(|benchmark| benchmark.value);
    let Some((value, indicator)) = named.zip(target.indicator) else { return Vec::new() };
    let shown = reporter.shown(reporter.evaluation.model.indicator(indicator).precision, language);
    let voice = reporter.voice(language);
    vec![Reference { value, label: format!("{} {}", voice.word("outside-line"), shown.limit(value)) }]
}
