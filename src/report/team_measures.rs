//! The indicators of a team as rows: the team's own value by the rule that holds for everyone in its scheme.

use super::goalpost::Goalpost;
use super::measure::{Row, measure};
use super::reporter::Reporter;
use super::series::MONTHS;
use super::{address, series};
use crate::model::{ChannelIx, Item, Language, Period, Rule, Subject, TeamIx};
use crate::score::{Reading, ReadingState, points, reading_with};
use crate::view::Measure;

/// The rows of `team` in `period`, by weight.
pub(super) fn measures(
    reporter: &Reporter<'_>,
    language: Language,
    team: TeamIx,
    period: Period,
) -> Vec<Measure> {
    let evaluation = reporter.evaluation;
    let Some(scheme) = evaluation.scheme(team, period) else { return Vec::new() };
    let mut items: Vec<&Item> = evaluation.model.scheme(scheme).items.iter().collect();
    items.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.indicator.cmp(&b.indicator)));
    let id = evaluation.model.team(team).id.as_str();
    let derivation = format!("{}#{}", address::team(id), address::period_anchor(period));
    let rows = items
        .into_iter()
        .map(|item| row_of(reporter, language, Subject::Team(team), item, period, Some(derivation.clone())));
    rows.collect()
}

/// The row of one item for a team or the organisation.
pub(super) fn row_of(
    reporter: &Reporter<'_>,
    language: Language,
    of: Subject,
    item: &Item,
    period: Period,
    derivation: Option<String>,
) -> Measure {
    let evaluation = reporter.evaluation;
    let indicator = evaluation.model.indicator(item.indicator);
    let reading = reporter.reading(of, item.indicator, period);
    let earned = earned(reporter, of, item, period, &reading);
    let before = reporter.reading(of, item.indicator, period.previous());
    let course = course(reporter, of, item, period);
    let row = Row {
        indicator,
        reading: &reading,
        goalpost: Goalpost::of(&item.rule, indicator.direction).filter(|_| item.channels.is_empty()),
        points: earned,
        weight: Some(item.weight),
        contribution: earned.map(|points| points * item.weight / 100.0),
        before: before.value,
        course: &course,
        derivation,
    };
    let mut measure = measure(reporter, language, &row);
    if !item.channels.is_empty() {
        measure.target = Some(reporter.voice(language).word("target-by-channel"));
    }
    measure
}

/// Points that a value of a group would earn by the rule for everyone. Where channels have rules of their own, each
/// channel's figures earn points by its rule, combined by the cases, as in a score; figures without a channel are left out.
pub(super) fn earned(
    reporter: &Reporter<'_>,
    of: Subject,
    item: &Item,
    period: Period,
    reading: &Reading,
) -> Option<f64> {
    let model = &reporter.evaluation.model;
    let indicator = model.indicator(item.indicator);
    let worth = |rule: &Rule, reading: &Reading| {
        let value = reading.value.filter(|_| matches!(reading.state, ReadingState::Measured))?;
        let earned = points(rule, indicator.precision, indicator.direction, indicator.valid, value);
        Some(earned.limited(item.floor, item.cap))
    };
    if !reporter.visible.figure(of, item.indicator) {
        return None;
    }
    if item.channels.is_empty() {
        return worth(&item.rule, reading);
    }
    let (first, last) = (period.first(), period.last());
    let (mut earned, mut cases) = (0.0, 0.0);
    for channel in (0..model.organisation.channels.len() as u32).map(ChannelIx) {
        let index = &reporter.evaluation.index;
        let part = reading_with(model, index, of, item.indicator, first, last, Some(&[channel]));
        let rule = item.channels.iter().find(|(own, _)| *own == channel).map_or(&item.rule, |(_, rule)| rule);
        if let Some(points) = worth(rule, &part) {
            let n = part.n.unwrap_or(1.0);
            (earned, cases) = (earned + points * n, cases + n);
        }
    }
    (cases > 0.0).then(|| earned / cases)
}

/// The readings of the last twelve months up to the end of `period`.
fn course(reporter: &Reporter<'_>, of: Subject, item: &Item, period: Period) -> Vec<Reading> {
    let months = series::recent_months(reporter);
    let until = months.iter().filter(|month| **month <= period.last());
    let skip = until.clone().count().saturating_sub(MONTHS.min(12));
    let read = |month: &crate::model::Month| {
        let month = Period::month(*month);
        reporter.reading(of, item.indicator, month)
    };
    until.skip(skip).map(read).collect()
}
