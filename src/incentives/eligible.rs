//! What has to hold before a rule is asked.

use super::desk::Desk;
use super::outcome::{Detail, Lack, Person};
use crate::model::{Eligibility, Operator, Precision, Unit};
use crate::score::{ReadingState, Standing};

/// Whether a rule compares people by their scores, gives to those with a score, or does not look at scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// A score that can be compared with others.
    Comparable,
    /// Nothing but what is written.
    Written,
}

/// Everything that is missing, in the order in which it is said; empty if eligible.
pub(super) fn lacking(
    desk: &Desk<'_>,
    eligible: &Eligibility,
    standing: &Standing,
    needs: Needs,
) -> Vec<Lack> {
    let mut lacking = Vec::new();
    if (desk.no_bonus)(standing.agent, standing.period) {
        lacking.push(Lack::NoBonus);
    }
    if let Some(level) = standing.level
        && !eligible.levels.is_empty()
        && eligible.levels.binary_search(&level).is_err()
    {
        lacking.push(Lack::WrongLevel(level));
    }
    let comparable = needs == Needs::Comparable;
    match standing.total {
        Some(total) => score(desk, eligible, standing, (total, comparable), &mut lacking),
        None if comparable || eligible.minimum_score.is_some() => {
            lacking.push(Lack::NotRated(standing.verdict));
        }
        None => {}
    }
    for &indicator in &eligible.sample {
        match desk.reading(standing.agent, indicator, standing.period).state {
            ReadingState::Measured => {}
            ReadingState::TooSmall { .. } => lacking.push(Lack::SampleTooSmall(indicator)),
            _ => lacking.push(Lack::NoValue(indicator)),
        }
    }
    lacking
}

fn score(
    desk: &Desk<'_>,
    eligible: &Eligibility,
    standing: &Standing,
    (total, comparable): (f64, bool),
    lacking: &mut Vec<Lack>,
) {
    let shown = Precision { unit: Unit::Points, decimals: desk.model.organisation.score_decimals };
    if let Some(needed) = eligible.minimum_score
        && !shown.meets(total, Operator::AtLeast, needed, None)
    {
        lacking.push(Lack::ScoreBelow { score: total, needed });
    }
    let scheme = standing.scheme.filter(|_| comparable);
    let needed = eligible.minimum_weight.or(scheme.map(|ix| desk.model.scheme(ix).policy.rank_weight));
    if let Some(needed) = needed
        && standing.available_weight + 1e-9 < needed
    {
        lacking.push(Lack::WeightBelow { available: standing.available_weight, needed });
    }
    if comparable && standing.without_count {
        lacking.push(Lack::WithoutCount);
    }
}

/// Someone whom the rule was not asked about.
pub(super) fn not_asked(standing: &Standing, lacking: Vec<Lack>) -> Person {
    Person { agent: standing.agent, group: None, award: None, detail: Detail::NotAsked, lacking }
}
