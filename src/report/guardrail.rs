//! Guardrails: did what must not suffer suffer since the goal began?

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, series::value};
use crate::goals::GoalResult;
use crate::model::{Direction, Indicator, IndicatorIx, Month, Period, Subject};
use crate::score::Reading;
use crate::stats::sample_sd;
use crate::view::{Attention, Link, Mark, Tone};

/// Months before a goal's start with which its guardrails are compared.
const BEFORE: i32 = 6;

/// How a guardrail stands since the start of its goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Guard {
    /// Not worse at displayed precision.
    Kept {
        /// Mean of the months before.
        before: f64,
        /// Mean of the months since.
        since: f64,
    },
    /// Worse, by less than its months usually vary.
    Slipped {
        /// Mean of the months before.
        before: f64,
        /// Mean of the months since.
        since: f64,
    },
    /// Worse by more than its months usually vary.
    Hurt {
        /// Mean of the months before.
        before: f64,
        /// Mean of the months since.
        since: f64,
    },
    /// Nothing to compare.
    Unknown,
}

/// The state of `guardrail` for a goal: the pooled value of the window's months so far against that of the six months
/// before the start, and the monthly standard deviation before as the measure of usual variation.
pub(super) fn guard(reporter: &Reporter<'_>, goal: &GoalResult, guardrail: IndicatorIx) -> Guard {
    let target = reporter.evaluation.model.target(goal.target);
    let (Some(subject), Some(start), Some(last)) =
        (target.subject, target.start, reporter.evaluation.last_month())
    else {
        return Guard::Unknown;
    };
    let first = Month::of(start);
    let until = target.end.map_or(last, |end| Month::of(end).min(last));
    if until < first {
        return Guard::Unknown;
    }
    let before = span(reporter, subject, guardrail, first.plus(-BEFORE), first.plus(-1));
    let since = span(reporter, subject, guardrail, first, until);
    let indicator = reporter.evaluation.model.indicator(guardrail);
    let months = (1..=BEFORE)
        .filter_map(|back| value(&reporter.reading(subject, guardrail, Period::month(first.plus(-back)))));
    judge(
        indicator,
        before.as_ref().and_then(value),
        since.as_ref().and_then(value),
        &months.collect::<Vec<_>>(),
    )
}

fn span(
    reporter: &Reporter<'_>,
    subject: Subject,
    indicator: IndicatorIx,
    first: Month,
    last: Month,
) -> Option<Reading> {
    let evaluation = reporter.evaluation;
    if !reporter.visible.figure(subject, indicator) {
        return None;
    }
    let reading = crate::score::reading_with(
        &evaluation.model,
        &evaluation.index,
        subject,
        indicator,
        first,
        last,
        None,
    );
    reading.value.is_some().then_some(reading)
}

fn judge(indicator: &Indicator, before: Option<f64>, since: Option<f64>, months: &[f64]) -> Guard {
    let (Some(before), Some(since)) = (before, since) else { return Guard::Unknown };
    let (then, now) = (indicator.precision.grid(before), indicator.precision.grid(since));
    let worse = match indicator.direction {
        Direction::Up => now < then,
        Direction::Down => now > then,
        Direction::Band => false,
    };
    let usual = sample_sd(months).unwrap_or(0.0);
    match worse {
        false => Guard::Kept { before, since },
        true if (since - before).abs() <= usual => Guard::Slipped { before, since },
        true => Guard::Hurt { before, since },
    }
}

/// The guardrail in words.
pub(super) fn words(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    guardrail: IndicatorIx,
    guard: Guard,
) -> Attention {
    let indicator = reporter.evaluation.model.indicator(guardrail);
    let shown = reporter.shown(indicator.precision, voice.language);
    let (tone, key, values) = match guard {
        Guard::Kept { before, since } => (Tone::OnTarget, "guard-kept", Some((before, since))),
        Guard::Slipped { before, since } => (Tone::Watch, "guard-slipped", Some((before, since))),
        Guard::Hurt { before, since } => (Tone::Below, "guard-hurt", Some((before, since))),
        Guard::Unknown => (Tone::NoValue, "guard-unknown", None),
    };
    let reason = match values {
        Some((before, since)) => {
            say!(voice, &format!("{key}-reason"), before: &shown.value(before), since: &shown.value(since))
        }
        None => voice.word("guard-unknown-reason"),
    };
    Attention {
        mark: Mark::new(tone, voice.word(key)),
        subject: Link::new(voice.name(&indicator.name), address::indicator(indicator.id.as_str())),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;
    use crate::score::testing::{Build, share};

    #[test]
    fn a_guardrail_is_hurt_only_beyond_its_usual_variation() {
        let mut build = Build::new();
        build.indicator("quality", share(), Unit::Percent, Direction::Up);
        let indicator = &build.model.indicators[0];
        let months = [0.90, 0.92, 0.88];
        assert_eq!(judge(indicator, Some(0.9), Some(0.9), &months), Guard::Kept { before: 0.9, since: 0.9 });
        // The standard deviation of the three months is 0.02.
        assert!(matches!(judge(indicator, Some(0.9), Some(0.885), &months), Guard::Slipped { .. }));
        assert!(matches!(judge(indicator, Some(0.9), Some(0.87), &months), Guard::Hurt { .. }));
        assert_eq!(judge(indicator, None, Some(0.9), &months), Guard::Unknown);
    }
}
