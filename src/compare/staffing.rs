//! Staff hours against what comes in (A074): how many enquiries there are for each hour that was scheduled, and whether the hours
//! lie where the enquiries are. Context for fairness, never a score.

use crate::evaluate::Evaluation;
use crate::model::{Interval, Month, Period, Roster, TeamIx};

/// Staff hours and enquiries, added up.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Load {
    /// Staff hours that were scheduled.
    pub hours: f64,
    /// Staff hours that were worked; `None` if not known everywhere.
    pub worked: Option<f64>,
    /// Enquiries that came in.
    pub enquiries: f64,
}

impl Load {
    fn of<'r>(rosters: impl IntoIterator<Item = &'r Roster>) -> Self {
        let start = Self { worked: Some(0.0), ..Self::default() };
        rosters.into_iter().fold(start, |sum, roster| Self {
            hours: sum.hours + roster.hours,
            worked: sum.worked.zip(roster.worked).map(|(a, b)| a + b),
            enquiries: sum.enquiries + roster.enquiries,
        })
    }

    /// Enquiries for each scheduled hour; `None` without hours.
    #[must_use]
    pub fn per_hour(self) -> Option<f64> {
        (self.hours > 0.0).then(|| self.enquiries / self.hours)
    }
}

/// One part of the day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// The time of day.
    pub interval: Interval,
    /// Hours and enquiries in it.
    pub load: Load,
    /// Its share of the hours, 0–1.
    pub hours_share: f64,
    /// Its share of the enquiries, 0–1.
    pub enquiries_share: f64,
    /// Hours that it would have if hours followed enquiries, less those that it has.
    pub shift: f64,
}

/// The staffing of a team over a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Staffing {
    /// Everything added up.
    pub total: Load,
    /// The parts of the day, by their beginning.
    pub parts: Vec<Part>,
    /// Share of the hours that lie where the enquiries are: 1 − ½ Σ |share of hours − share of enquiries|. `None` with fewer than
    /// two parts of the day.
    pub match_share: Option<f64>,
    /// The months, oldest first.
    pub months: Vec<(Month, Load)>,
}

/// The staffing of `team` in `period`; `None` where no roster was written or nothing came in.
#[must_use]
pub fn staffing(evaluation: &Evaluation, team: TeamIx, period: Period) -> Option<Staffing> {
    let rosters = &evaluation.model.rosters;
    let from = rosters.partition_point(|roster| (roster.team, roster.month) < (team, period.first()));
    let to = rosters.partition_point(|roster| (roster.team, roster.month) <= (team, period.last()));
    of_rosters(rosters.get(from..to)?)
}

fn of_rosters(rosters: &[Roster]) -> Option<Staffing> {
    let total = Load::of(rosters);
    if total.hours <= 0.0 || total.enquiries <= 0.0 {
        return None;
    }
    let mut intervals: Vec<Interval> = rosters.iter().map(|roster| roster.interval).collect();
    intervals.sort_unstable();
    intervals.dedup();
    let part = |interval: &Interval| {
        let load = Load::of(rosters.iter().filter(|roster| roster.interval == *interval));
        let (hours_share, enquiries_share) = (load.hours / total.hours, load.enquiries / total.enquiries);
        let shift = total.hours * enquiries_share - load.hours;
        Part { interval: *interval, load, hours_share, enquiries_share, shift }
    };
    let parts: Vec<Part> = intervals.iter().map(part).collect();
    let apart: f64 = parts.iter().map(|part| (part.hours_share - part.enquiries_share).abs()).sum();
    let months = rosters.chunk_by(|a, b| a.month == b.month);
    let months = months.filter_map(|of| Some((of.first()?.month, Load::of(of)))).collect();
    Some(Staffing { total, match_share: (parts.len() > 1).then_some(1.0 - apart / 2.0), parts, months })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;

    fn roster(month: &str, interval: &str, hours: f64, enquiries: f64) -> Roster {
        Roster {
            team: TeamIx(0),
            month: Month::parse(month).unwrap(),
            interval: Interval::parse(interval).unwrap(),
            hours,
            worked: None,
            enquiries,
            span: Span::default(),
        }
    }

    /// Day 300 h for 1,200 enquiries, evening 100 h for 800: 5 an hour; three quarters of the hours meet three fifths of the
    /// enquiries, so 85 % of the hours lie where the enquiries are, and 60 h would move to the evening.
    #[test]
    fn hours_follow_enquiries_or_not() {
        let found = of_rosters(&[
            roster("2025-09", "08:00-16:00", 300.0, 1200.0),
            roster("2025-09", "16:00-24:00", 100.0, 800.0),
        ])
        .unwrap();
        assert_eq!(found.total.per_hour(), Some(5.0));
        assert!((found.match_share.unwrap() - 0.85).abs() < 1e-12);
        let shifts: Vec<f64> = found.parts.iter().map(|part| part.shift.round()).collect();
        assert_eq!(shifts, [-60.0, 60.0]);
        assert_eq!(found.months.len(), 1);
        assert_eq!(found.total.worked, None);
    }

    #[test]
    fn without_hours_there_is_no_load() {
        assert_eq!(of_rosters(&[roster("2025-09", "08:00-16:00", 0.0, 10.0)]), None);
        assert_eq!(of_rosters(&[]), None);
    }
}
