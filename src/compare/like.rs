//! Like with like: ordinary months with ordinary months, promotion months with promotion months (A055); and how two
//! indicators go together over months (A088).

use crate::evaluate::Evaluation;
use crate::model::{IndicatorIx, Month, Period, PeriodKind, Subject};
use crate::score::{Reading, ReadingState, Sums};
use crate::stats::{spearman, spearman_interval};

/// Months of one kind added up.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Group {
    /// Months with figures.
    pub months: usize,
    /// Ratio of sums; `None` without figures and for states.
    pub value: Option<f64>,
    /// Cases, full months, or points: what stands below the line.
    pub below: f64,
}

/// Twelve months and the twelve before, each parted into ordinary and promotion months.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikeForLike {
    /// The last month of the later twelve.
    pub last: Month,
    /// Ordinary months: earlier, later.
    pub ordinary: (Group, Group),
    /// Months that a promotion touches: earlier, later.
    pub promotion: (Group, Group),
}

/// The organisation's `indicator` like for like; `None` without promotions or figures.
#[must_use]
pub fn like_for_like(evaluation: &Evaluation, indicator: IndicatorIx) -> Option<LikeForLike> {
    let promotions = &evaluation.model.organisation.promotions;
    let last = evaluation.last_month().filter(|_| !promotions.is_empty())?;
    let promoted = |month: Month| promotions.iter().any(|promotion| promotion.touches(month));
    let group = |back: std::ops::Range<i32>, wanted: bool| {
        let months = back.map(|n| last.plus(-n)).filter(|month| promoted(*month) == wanted);
        added(months.map(|month| evaluation.reading(Subject::Organisation, indicator, Period::month(month))))
    };
    Some(LikeForLike {
        last,
        ordinary: (group(12..24, false), group(0..12, false)),
        promotion: (group(12..24, true), group(0..12, true)),
    })
}

/// Months added up by their sums.
fn added(readings: impl Iterator<Item = Reading>) -> Group {
    let mut group = Group::default();
    let mut above = 0.0;
    for reading in readings {
        let (a, b) = match reading.sums {
            Sums::Pair(a, b) | Sums::PerMonth(a, b) | Sums::Weighted(a, b) => (a, b),
            Sums::Nps(promoters, passives, detractors) => {
                (100.0 * (promoters - detractors), promoters + passives + detractors)
            }
            Sums::Nothing | Sums::State(..) => continue,
        };
        group.months += 1;
        above += a;
        group.below += b;
    }
    group.value = (group.below > 0.0).then(|| above / group.below);
    group
}

/// How two indicators of the organisation go together over the months in which both are measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Association {
    /// The other indicator.
    pub other: IndicatorIx,
    /// Months with the values of both, in order.
    pub months: Vec<(Month, f64, f64)>,
    /// Spearman's correlation; `None` for fewer than five months.
    pub rho: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<(f64, f64)>,
}

/// The association of `indicator` with `other`. It is an association, never a cause: both may follow a third thing, such as
/// the season.
#[must_use]
pub fn association(evaluation: &Evaluation, indicator: IndicatorIx, other: IndicatorIx) -> Association {
    let value = |ix, period| {
        let reading = evaluation.reading(Subject::Organisation, ix, period);
        reading.value.filter(|_| reading.state == ReadingState::Measured)
    };
    let both = |period: Period| {
        value(indicator, period).zip(value(other, period)).map(|(a, b)| (period.first(), a, b))
    };
    let months: Vec<(Month, f64, f64)> = evaluation.of_kind(PeriodKind::Month).filter_map(both).collect();
    let pairs: Vec<(f64, f64)> = months.iter().map(|(_, a, b)| (*a, *b)).collect();
    let rho = spearman(&pairs);
    Association { other, rho, interval: rho.and_then(|rho| spearman_interval(rho, pairs.len())), months }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::model::{Direction, Entry, Id, Promotion, Text, Unit};
    use crate::score::testing::{Build, date, share};

    #[test]
    fn promotion_months_are_compared_with_promotion_months() {
        let mut build = Build::new();
        let team = build.team("a");
        let rate = build.indicator("rate", share(), Unit::Percent, Direction::Up);
        let ann = build.agent("ann", "2023-01-01", team);
        for year in [2024, 2025] {
            let (from, to) = (date(&format!("{year}-11-01")), date(&format!("{year}-11-11")));
            let id = Id::parse(&format!("sale-{year}")).unwrap();
            let promotion = Promotion { id, name: Text::same("sale"), from, to };
            build.model.organisation.promotions.push(promotion);
        }
        for (of, good, all) in [
            ("2024-10", 80.0, 100.0),
            ("2024-11", 600.0, 1000.0),
            ("2024-12", 90.0, 100.0),
            ("2025-10", 90.0, 100.0),
            ("2025-11", 700.0, 1000.0),
            ("2025-12", 90.0, 100.0),
        ] {
            build.figures(ann, of, (20.0, 22.0), &[(rate, Entry::Pair(good, all))]);
        }
        let evaluation = evaluate(build.model(), date("2026-01-31"));
        let found = like_for_like(&evaluation, rate).unwrap();
        // Ordinary 170/200 → 180/200, promotion 60 % → 70 %; all months together would say 64.2 % → 73.3 %.
        let values = |(a, b): (Group, Group)| (a.value.unwrap(), b.value.unwrap());
        assert_eq!(values(found.ordinary), (0.85, 0.9));
        assert_eq!(values(found.promotion), (0.6, 0.7));
        assert_eq!((found.ordinary.1.months, found.promotion.1.months), (2, 1));
    }
}
