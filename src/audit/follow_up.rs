//! What became of recommendations of audits, and whether this one finds the same point again.

use super::System;
use super::check::{Flag, Item};
use super::key::{Row, Severity, Verdict, keyed};
use super::population::Population;
use super::report::Report;
use crate::evaluate::Evaluation;
use crate::model::{IndicatorIx, Model, Period, Recommendation, Role, TeamIx};

keyed! {
    /// Whether the audit finds the point of a recommendation again.
    Again {
        /// It does.
        Found "found",
        /// It looked and does not.
        NotFound "not-found",
        /// The recommendation names no check, and something about its indicator is flagged.
        Flagged "flagged",
        /// The indicator no longer counts in the system.
        Gone "gone",
        /// The check has too little to say anything.
        NotAssessed "not-assessed",
        /// The recommendation names neither check nor indicator, or its system is no longer audited.
        NotMatched "not-matched",
    }
}

/// A recommendation, followed up.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// Its position in [`Model::recommendations`].
    pub recommendation: usize,
    /// The position of the system in which it was looked for; `None` if that is no longer audited.
    pub system: Option<usize>,
    /// Whether its day has passed and it is still to be done.
    pub overdue: bool,
    /// Whether the point is found again.
    pub again: Again,
    /// By which flag, the worst.
    pub flag: Option<Flag>,
}

/// The recommendations that an audit of `year` follows up: those of this year and the year before, and older ones that are still to be
/// done; each in every system that it is about.
pub(super) fn follow_up(
    evaluation: &Evaluation,
    year: Period,
    populations: &[Population],
    systems: &[System],
) -> Vec<FollowUp> {
    let model = &evaluation.model;
    let before = year.year_earlier();
    let concerned =
        |of: &Recommendation| of.year == year || of.year == before || (of.year < before && of.is_pending());
    let mut found = Vec::new();
    for (recommendation, of) in model.recommendations.iter().enumerate().filter(|(_, of)| concerned(of)) {
        let overdue = of.is_overdue(evaluation.as_of);
        let own = populations.iter().zip(systems).enumerate();
        let begin = found.len();
        for (system, (_, audited)) in own.filter(|(_, (population, _))| is_about(model, of, population)) {
            let (again, flag) = again(model, of, &audited.report);
            found.push(FollowUp { recommendation, system: Some(system), overdue, again, flag });
        }
        if found.len() == begin {
            let again = Again::NotMatched;
            found.push(FollowUp { recommendation, system: None, overdue, again, flag: None });
        }
    }
    found
}

/// Whether a recommendation is about a population: by its peer group, else by the teams that its scheme holds.
fn is_about(model: &Model, of: &Recommendation, population: &Population) -> bool {
    match &of.peers {
        Some(peers) => *peers == population.peers,
        None => {
            let scheme = model.scheme(of.scheme);
            let holds = |team: &TeamIx| scheme.teams.is_empty() || scheme.teams.contains(team);
            scheme.role == Role::Agent && population.teams.iter().any(holds)
        }
    }
}

/// Whether the point is found again, and by which flag.
fn again(model: &Model, of: &Recommendation, report: &Report) -> (Again, Option<Flag>) {
    let row = of.check.and_then(|key| Row::ALL.iter().copied().find(|row| row.key() == key));
    let position = |ix: &IndicatorIx| {
        let id = model.indicator(*ix).id.as_str();
        report.columns.iter().position(|column| column == id)
    };
    let columns: Option<Vec<usize>> = of.indicators.iter().map(position).collect();
    if row.is_none() && of.indicators.is_empty() {
        return (Again::NotMatched, None);
    }
    let Some(columns) = columns else { return (Again::Gone, None) };
    let own = || report.checks.iter().filter(|check| row.is_none_or(|row| row == check.row));
    let flags = own().flat_map(|check| &check.flags).filter(|flag| flag.severity > Severity::Note);
    // Of equally bad ones the first.
    let worst =
        flags.filter(|flag| concerns(&flag.item, &columns)).fold(None, |worst: Option<&Flag>, flag| {
            if worst.is_some_and(|worst| worst.severity >= flag.severity) { worst } else { Some(flag) }
        });
    match worst {
        Some(flag) if row.is_some() => (Again::Found, Some(flag.clone())),
        Some(flag) => (Again::Flagged, Some(flag.clone())),
        None if own().all(|check| check.verdict == Verdict::NotAssessed) => (Again::NotAssessed, None),
        None => (Again::NotFound, None),
    }
}

/// Whether a flag is about all of `columns`; about anything, if there are none.
fn concerns(item: &Item, columns: &[usize]) -> bool {
    columns.iter().all(|column| match item {
        Item::Pair(a, b) => a == column || b == column,
        item => item.column() == Some(*column),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Remedy;
    use crate::raw::{RecommendationCheck, RecommendationRemedy};

    #[test]
    fn the_words_of_recommendations_are_the_keys_of_the_audit() {
        let rows: Vec<&str> = Row::ALL.iter().map(|row| row.key()).collect();
        assert_eq!(RecommendationCheck::WORDS, rows);
        let remedies: Vec<&str> = Remedy::ALL.iter().map(|of| of.key()).collect();
        assert_eq!(RecommendationRemedy::WORDS, remedies);
    }

    #[test]
    fn a_point_about_two_is_found_only_where_both_are() {
        assert!(concerns(&Item::Pair(1, 4), &[4, 1]) && concerns(&Item::Pair(1, 4), &[4]));
        assert!(!concerns(&Item::Pair(1, 4), &[4, 2]) && !concerns(&Item::Column(1), &[1, 4]));
        assert!(concerns(&Item::Whole, &[]) && concerns(&Item::Threshold(2, 0.9), &[2]));
    }
}
