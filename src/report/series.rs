//! The months of one indicator of somebody: readings, what the course says, and its target in each month.

use super::goalpost::Goalpost;
use super::reporter::Reporter;
use crate::model::{Direction, Indicator, IndicatorIx, Month, Period, PeriodKind, SchemeIx, Subject, TeamIx};
use crate::score::{Reading, ReadingState};
use crate::stats::{ControlLimits, ControlRule, ControlSide, control_limits, control_signals};

/// Most months that a course shows.
pub(super) const MONTHS: usize = 18;

/// The last months of one indicator of somebody.
#[derive(Debug)]
pub(super) struct Series {
    /// The months, oldest first.
    pub(super) months: Vec<Month>,
    /// One reading for each month.
    pub(super) readings: Vec<Reading>,
    /// Natural limits, from eight usable months on.
    pub(super) limits: Option<ControlLimits>,
}

/// What a course says, first that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Finding {
    /// No usable value.
    Nothing,
    /// The last month lies beyond its natural limits.
    Outside(ControlSide),
    /// The last months lie on one side of the mean.
    Run(ControlSide, usize),
    /// The last months each went further the same way.
    Streak(ControlSide, usize),
    /// Within its natural limits.
    Stable,
    /// Only a change against the month before can be told.
    Step(f64),
}

impl Series {
    /// The last months with figures of anyone, of `subject` and `indicator`.
    pub(super) fn new(reporter: &Reporter<'_>, subject: Subject, indicator: IndicatorIx) -> Self {
        let months = recent_months(reporter);
        let read = |month: &Month| reporter.reading(subject, indicator, Period::month(*month));
        let readings: Vec<Reading> = months.iter().map(read).collect();
        let values: Vec<f64> = readings.iter().filter_map(value).collect();
        Self { months, limits: control_limits(&values), readings }
    }

    /// Usable values with the position of their month.
    pub(super) fn values(&self) -> Vec<(usize, f64)> {
        let values = self.readings.iter().enumerate();
        values.filter_map(|(at, reading)| value(reading).map(|value| (at, value))).collect()
    }

    /// What the course says. Steps are compared at displayed precision.
    pub(super) fn finding(&self, indicator: &Indicator) -> Finding {
        let values = self.values();
        let Some(&(_, last)) = values.last() else { return Finding::Nothing };
        let plain: Vec<f64> = values.iter().map(|value| value.1).collect();
        if let Some(finding) = self.limits.and_then(|limits| signal(&plain, &limits)) {
            return finding;
        }
        if let Some((side, length)) = streak(&plain, indicator).filter(|(_, length)| *length >= 3) {
            return Finding::Streak(side, length);
        }
        match plain.len() {
            0 | 1 => Finding::Step(0.0),
            _ if self.limits.is_some() => Finding::Stable,
            many => Finding::Step(last - plain.get(many - 2).copied().unwrap_or(last)),
        }
    }
}

impl Finding {
    /// Whether the finding points to the worse side of an indicator; a range has no worse side that a chart could tell.
    pub(super) fn is_worse(self, direction: Direction) -> bool {
        let (Self::Outside(side) | Self::Run(side, _) | Self::Streak(side, _)) = self else { return false };
        matches!((direction, side), (Direction::Up, ControlSide::Low) | (Direction::Down, ControlSide::High))
    }

    /// How unlikely it is to be chance: 0 the most.
    pub(super) const fn order(self) -> u8 {
        match self {
            Self::Outside(_) => 0,
            Self::Run(..) => 1,
            Self::Streak(..) => 2,
            _ => 3,
        }
    }
}

/// A signal that the last point is part of, the strongest first.
fn signal(values: &[f64], limits: &ControlLimits) -> Option<Finding> {
    let last = values.len().checked_sub(1)?;
    let signals = control_signals(values, limits);
    let of = |rule| signals.iter().find(|signal| signal.rule == rule && signal.last == last);
    if let Some(signal) = of(ControlRule::Outside) {
        return Some(Finding::Outside(signal.side));
    }
    of(ControlRule::Run).map(|signal| Finding::Run(signal.side, signal.last - signal.first + 1))
}

/// Steps in a row in one direction up to the last value.
fn streak(values: &[f64], indicator: &Indicator) -> Option<(ControlSide, usize)> {
    let steps = values.windows(2).rev().map(|pair| match pair {
        [before, after] => indicator.precision.grid(*after).cmp(&indicator.precision.grid(*before)),
        _ => std::cmp::Ordering::Equal,
    });
    let steps: Vec<std::cmp::Ordering> = steps.collect();
    let side = match steps.first()? {
        std::cmp::Ordering::Greater => ControlSide::High,
        std::cmp::Ordering::Less => ControlSide::Low,
        std::cmp::Ordering::Equal => return None,
    };
    Some((side, steps.iter().take_while(|step| Some(*step) == steps.first()).count()))
}

/// The last months with figures of anyone, at most [`MONTHS`].
pub(super) fn recent_months(reporter: &Reporter<'_>) -> Vec<Month> {
    let mut months: Vec<Month> =
        reporter.evaluation.of_kind(PeriodKind::Month).rev().take(MONTHS).map(Period::first).collect();
    months.reverse();
    months
}

/// The value of a reading that may be judged.
pub(super) fn value(reading: &Reading) -> Option<f64> {
    reading.value.filter(|_| matches!(reading.state, ReadingState::Measured))
}

/// The target of `indicator` for a team in a month, by the scheme then in force.
pub(super) fn goalpost(
    reporter: &Reporter<'_>,
    team: Option<TeamIx>,
    indicator: IndicatorIx,
    month: Month,
) -> Option<Goalpost> {
    let model = &reporter.evaluation.model;
    let item = match team {
        Some(team) => model.scheme(model.scheme_in_force(team, month)?).item(indicator),
        None => item_of_most(reporter, indicator, month).map(|(_, item)| item),
    }?;
    if !item.channels.is_empty() {
        // Channels have targets of their own; one line for all would mislead.
        return None;
    }
    Goalpost::of(&item.rule, model.indicator(indicator).direction)
}

/// The item, with its scheme, of the scheme in force in `month` for most teams among those that weigh `indicator`.
pub(super) fn item_of_most<'r>(
    reporter: &Reporter<'r>,
    indicator: IndicatorIx,
    month: Month,
) -> Option<(SchemeIx, &'r crate::model::Item)> {
    let model = &reporter.evaluation.model;
    let mut counts = vec![0_usize; model.schemes.len()];
    for team in 0..model.teams.len() as u32 {
        if let Some(scheme) = model.scheme_in_force(TeamIx(team), month)
            && model.scheme(scheme).item(indicator).is_some()
            && let Some(count) = counts.get_mut(scheme.at())
        {
            *count += 1;
        }
    }
    let most = (0..counts.len()).rev().max_by_key(|at| counts.get(*at).copied().unwrap_or(0))?;
    let used = counts.get(most).is_some_and(|count| *count > 0);
    let item = model.schemes.get(most).filter(|_| used).and_then(|scheme| scheme.item(indicator));
    item.map(|item| (SchemeIx(most as u32), item))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;
    use crate::score::Sums;
    use crate::score::testing::{Build, month, share};

    fn series(values: &[f64]) -> Series {
        let reading = |value: &f64| Reading {
            indicator: IndicatorIx(0),
            state: ReadingState::Measured,
            value: Some(*value),
            sums: Sums::Nothing,
            n: None,
            interval: None,
            pooled_months: 0,
            sources: Vec::new(),
            reconstructed: false,
            parts: Vec::new(),
        };
        let months = (0..values.len() as i32).map(|n| month("2025-01").plus(n)).collect();
        Series { months, readings: values.iter().map(reading).collect(), limits: control_limits(values) }
    }

    #[test]
    fn a_course_says_what_chance_seldom_does_before_what_it_often_does() {
        let mut build = Build::new();
        build.indicator("csat", share(), Unit::Percent, Direction::Up);
        let indicator = &build.model.indicators[0];
        let finding = |values: &[f64]| series(values).finding(indicator);
        assert_eq!(finding(&[]), Finding::Nothing);
        assert_eq!(finding(&[0.8, 0.81, 0.82, 0.83]), Finding::Streak(ControlSide::High, 3));
        assert_eq!(finding(&[0.8, 0.9]), Finding::Step(0.9 - 0.8));
        let calm = [0.80, 0.81, 0.80, 0.81, 0.80, 0.81, 0.80, 0.81];
        assert_eq!(finding(&calm), Finding::Stable);
        assert_eq!(finding(&[calm.as_slice(), &[0.5]].concat()), Finding::Outside(ControlSide::Low));
        assert!(Finding::Outside(ControlSide::Low).is_worse(Direction::Up));
        assert!(!Finding::Outside(ControlSide::Low).is_worse(Direction::Down));
    }
}
