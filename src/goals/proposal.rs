//! What the next goal could ask for, from what was reached: the same figures by which goals are judged achievable (domain notes
//! D.2). A proposal for people to decide on, never a target by itself.

use super::aim::Aim;
use super::figure::{Figure, parts};
use super::history::{History, LEAST, MONTHS};
use super::reach::{own_reach, peer_reach};
use super::surroundings::Peer;
use crate::model::{
    Direction, Goal, Indicator, IndicatorIx, Model, Month, Operator, Precision, Subject, TeamIx,
};
use crate::score::{Index, reading_with};

/// Deviations above what would happen by itself that a proposal asks for: half way through what the rubric calls challenging, which
/// begins at 0.25 and ends at 2. One such value in six comes about by itself.
const ASKED: f64 = 1.0;
const EASIEST: f64 = 0.25;
const HARDEST: f64 = 2.0;

/// What a goal over the next months could ask for, with what it rests on. Values in kept units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proposal {
    /// First and last month of the history.
    pub months: (Month, Month),
    /// Months with a value.
    pub counted: usize,
    /// Pooled baseline b.
    pub baseline: f64,
    /// What was divided by what; `None` for states.
    pub counts: Option<(f64, f64)>,
    /// Sample standard deviation s of the monthly values.
    pub deviation: f64,
    /// Sampling error SE of b.
    pub error: f64,
    /// Months h over which the goal will be evaluated.
    pub window: usize,
    /// σ = √(s²/h + SE²).
    pub spread: f64,
    /// The better of the best month with enough cases and the best three months in a row.
    pub own_reach: Option<f64>,
    /// What the best tenth of the peers reach.
    pub peer_reach: Option<f64>,
    /// Number of peers with data.
    pub peers: usize,
    /// From here on a goal is challenging: b and a quarter of σ.
    pub easiest: f64,
    /// Up to here it is: b and 2σ, and no further than the better of both reaches.
    pub hardest: f64,
    /// How a value has to stand to the proposal.
    pub operator: Operator,
    /// The proposed value, on the grid of shown numbers; the baseline where nothing more is within reach.
    pub value: f64,
    /// Whether it asks for more than the baseline.
    pub raises: bool,
    /// Chance of meeting it if nothing changes.
    pub chance: f64,
}

/// Why there is no proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproposed {
    /// Fewer than three months with values.
    FewMonths(usize),
    /// A range is good: which way to go is for people to decide.
    Range,
    /// Channels have lines of their own.
    Channels,
}

/// What the organisation and each team with figures could be asked for in the `window` months after `last`, from the six months
/// that end with it. Peers of a team are the other teams of its peer group.
#[must_use]
pub fn proposals(
    model: &Model,
    index: &Index,
    indicator: IndicatorIx,
    last: Month,
    window: usize,
) -> Vec<(Subject, Result<Proposal, Unproposed>)> {
    let definition = model.indicator(indicator);
    let read = |of, month| Figure::new(month, &reading_with(model, index, of, indicator, month, month, None));
    let history = |of: Subject| {
        let months = (1 - MONTHS..=0).map(|back| last.plus(back));
        (of, History::new(months.map(|month| read(of, month)).collect(), &definition.measure))
    };
    let teams = (0..model.teams.len() as u32).map(|at| Subject::Team(TeamIx(at)));
    let mut all: Vec<(Subject, History)> =
        std::iter::once(Subject::Organisation).chain(teams).map(history).collect();
    all.retain(|(_, history)| history.months() > 0);
    let group = |of: Subject| match of {
        Subject::Team(team) => Some(&model.team(team).peer_group),
        _ => None,
    };
    let peer = |&(subject, ref history): &(Subject, History)| {
        let enough = history.pooled.n.is_none_or(|n| n >= definition.minimum());
        let value = history.baseline().filter(|_| enough)?;
        Some((group(subject)?, Peer { subject, value }))
    };
    let peers: Vec<_> = all.iter().filter_map(peer).collect();
    let one = |(subject, history): &(Subject, History)| {
        let same = peers.iter().filter(|(of, peer)| Some(*of) == group(*subject) && peer.subject != *subject);
        let same: Vec<Peer> = same.map(|(_, peer)| *peer).collect();
        (*subject, propose(definition, history, &same, window))
    };
    all.iter().map(one).collect()
}

/// The step that is neither trivial nor out of reach.
fn propose(
    indicator: &Indicator,
    history: &History,
    peers: &[Peer],
    window: usize,
) -> Result<Proposal, Unproposed> {
    let (sign, operator) = match indicator.direction {
        Direction::Up => (1.0, Operator::AtLeast),
        Direction::Down => (-1.0, Operator::AtMost),
        Direction::Band => return Err(Unproposed::Range),
    };
    let few = Unproposed::FewMonths(history.months());
    let known = history.months() >= LEAST;
    let baseline = history.baseline().filter(|_| known).ok_or(few)?;
    let spread = history.spread(window as f64).ok_or(few)?;
    let precision = indicator.precision;
    let aim = |value| Aim::new(&Goal { operator, value, upper: None }, precision).ok_or(few);
    let here = aim(baseline)?;
    let (own, best_peers) = (own_reach(history, &here, indicator.minimum()), peer_reach(peers, &here));
    // Turned so that more is better.
    let turned = |value: f64| value * sign;
    let reach = [own, best_peers].into_iter().flatten().map(turned).max_by(f64::total_cmp);
    let at = |z: f64| turned(baseline) + z * spread;
    let limit = at(HARDEST).min(reach.unwrap_or(f64::NEG_INFINITY));
    let hardest = limit.min(turned(if sign > 0.0 { indicator.valid.1 } else { indicator.valid.0 }));
    let room = hardest >= at(EASIEST) && spread > 0.0;
    let wanted = if room { at(ASKED).min(hardest) } else { turned(baseline) };
    let value = on_grid(turned(wanted), turned(hardest), precision, sign);
    let raises = room && turned(value) > turned(on_grid(baseline, f64::NAN, precision, sign));
    let value = if raises { value } else { on_grid(baseline, f64::NAN, precision, sign) };
    let months = history.figures.first().zip(history.figures.last()).map(|(a, b)| (a.month, b.month));
    Ok(Proposal {
        months: months.ok_or(few)?,
        counted: history.months(),
        baseline,
        counts: parts(history.pooled.sums),
        deviation: history.deviation.unwrap_or_default(),
        error: history.error.unwrap_or_default(),
        window,
        spread,
        own_reach: own,
        peer_reach: best_peers,
        peers: peers.len(),
        easiest: turned(at(EASIEST)),
        hardest: if room { turned(hardest) } else { turned(at(EASIEST)) },
        operator,
        value,
        raises,
        chance: aim(value)?.chance(baseline, spread),
    })
}

/// `value` as it would be shown; one unit of the last digit easier where rounding went beyond `hardest`.
fn on_grid(value: f64, hardest: f64, precision: Precision, sign: f64) -> f64 {
    let rounded = precision.grid(value) as f64 * precision.step();
    let beyond = (rounded - hardest) * sign > 1e-12;
    if beyond { rounded - sign * precision.step() } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::super::history::tests::{WESTOLL, close, ratings, share};
    use super::*;
    use crate::model::{AgentIx, Unit};
    use crate::score::testing::Build;

    fn indicator(direction: Direction) -> Indicator {
        let mut build = Build::new();
        let ix = build.indicator("csat", share(), Unit::Percent, direction);
        // The least number of cases that shares have by default.
        Indicator { minimum: None, ..build.model.indicators.swap_remove(ix.at()) }
    }

    fn peers(values: &[f64]) -> Vec<Peer> {
        let peer =
            |(at, value): (usize, &f64)| Peer { subject: Subject::Agent(AgentIx(at as u32)), value: *value };
        values.iter().enumerate().map(peer).collect()
    }

    /// The worked example of the domain notes D.2 with a window of a year: b = 46/89 = 51.7 %, s = 0.2465, SE = 0.053, so
    /// σ = √(0.2465²/12 + 0.053²) = 0.0887. One σ above is 60.6 %, within the own reach of 28/42 = 66.7 %; Φ(−1) = 0.159.
    #[test]
    fn one_deviation_above_what_would_happen_by_itself() {
        let history = History::new(ratings("2025-01", &WESTOLL), &share());
        let found = propose(&indicator(Direction::Up), &history, &[], 12).unwrap();
        close(Some(found.spread), 0.0887, 1e-4);
        close(Some(found.value), 0.606, 1e-9);
        close(Some(found.chance), 0.159, 2e-3);
        close(found.own_reach, 28.0 / 42.0, 1e-12);
        assert!(found.raises && found.counts == Some((46.0, 89.0)));
        assert!(found.easiest < found.value && found.value < found.hardest);
    }

    /// A quarter of four equal months: nothing varies but the sampling, and nobody ever reached more: the level is kept.
    #[test]
    fn where_nothing_more_was_reached_the_level_is_kept() {
        let history = History::new(ratings("2025-01", &[(90.0, 100.0); 4]), &share());
        let alone = propose(&indicator(Direction::Up), &history, &[], 12).unwrap();
        assert!(!alone.raises);
        close(Some(alone.value), 0.9, 1e-12);
        // Four peers who reach 94 % show that more is possible: SE = √(0.9·0.1/400) = 1.5 points, so 91.5 %.
        let with = propose(&indicator(Direction::Up), &history, &peers(&[0.94; 4]), 12).unwrap();
        assert!(with.raises);
        close(Some(with.value), 0.915, 1e-9);
    }

    #[test]
    fn lower_is_better_is_the_mirror() {
        let mirrored: Vec<(f64, f64)> = WESTOLL.iter().map(|(k, n)| (n - k, *n)).collect();
        let history = History::new(ratings("2025-01", &mirrored), &share());
        let found = propose(&indicator(Direction::Down), &history, &[], 12).unwrap();
        close(Some(found.value), 1.0 - 0.606, 1e-9);
        assert_eq!(found.operator, Operator::AtMost);
    }

    #[test]
    fn few_months_and_ranges_are_left_to_people() {
        let history = History::new(ratings("2025-01", &WESTOLL[..2]), &share());
        assert_eq!(propose(&indicator(Direction::Up), &history, &[], 12), Err(Unproposed::FewMonths(2)));
        let history = History::new(ratings("2025-01", &WESTOLL), &share());
        assert_eq!(propose(&indicator(Direction::Band), &history, &[], 12), Err(Unproposed::Range));
    }
}
