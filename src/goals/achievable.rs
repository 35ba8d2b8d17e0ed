//! A: can it be reached, by own history and by peers (domain notes D.2).
//!
//! z alone never decides: noisy monthly data make everything look reachable, so a goal also has to lie within what the
//! subject or its peers have reached.

use super::aim::Aim;
use super::case::Case;
use super::history::{History, LEAST};
use super::outcome::{Achievability, Check, CheckResult, Class, Fact};
use super::reach::{PEERS, best, own_reach, peer_reach};
use super::surroundings::Peer;
use crate::model::Kind;

/// Share of the last months that met the goal from which on it counts as already met.
const ALREADY: f64 = 0.8;

/// What a goal is measured against.
struct Ground<'c> {
    aim: Aim,
    valid: (f64, f64),
    history: &'c History,
    figures: Achievability,
    benchmark: Option<f64>,
}

/// Judges A1 and gives the figures behind it. Without indicator, subject, goal, window or evaluation there are only the
/// figures of the history.
pub(super) fn achievable(case: &Case<'_>, peers: &[Peer]) -> (Achievability, CheckResult) {
    let Some((history, (_, indicator))) = case.history.as_ref().zip(case.indicator) else {
        let cause = if case.indicator.is_none() { Check::S1 } else { Check::S2 };
        return (Achievability::default(), CheckResult::not_assessed(Check::A1, cause));
    };
    let mut figures = own(history, peers.len());
    let months = case.window.map_or(0, |window| window.months());
    let cause = match (case.aim, case.window, case.mode) {
        (None, _, _) => Some(Check::S3),
        (_, None, _) => Some(Check::T1),
        (_, _, None) => Some(Check::T3),
        _ if months == 0 => Some(Check::T2),
        _ => None,
    };
    let (Some(aim), Some(mode), None) = (case.monthly_aim(), case.mode, cause) else {
        return (figures, CheckResult::not_assessed(Check::A1, cause.unwrap_or(Check::T2)));
    };
    figures.spread = history.spread(mode.averaged(months));
    figures.step = figures.baseline.map(|baseline| aim.step(baseline));
    if let Some((baseline, spread)) = figures.baseline.zip(figures.spread) {
        figures.z = aim.z(baseline, spread);
        let one = aim.chance(baseline, spread);
        let every = mode == super::mode::Mode::Every;
        figures.probability = Some(if every { libm::pow(one, months as f64) } else { one });
    }
    figures.own_reach = own_reach(history, &aim, indicator.minimum());
    figures.peer_reach = peer_reach(peers, &aim);
    figures.best_peer = best(peers.iter().map(|peer| (peer.value, peer.subject)), &aim)
        .map(|(value, subject)| (subject, value));
    if let Some((slope, projected)) = history.trend(ahead(case)) {
        figures.slope = Some(slope);
        figures.projected = Some(projected.clamp(indicator.valid.0, indicator.valid.1));
    }
    let benchmark = case.target.rationale.benchmark.as_ref().and_then(|benchmark| benchmark.value);
    let mut ground = Ground { aim, valid: indicator.valid, history, figures, benchmark };
    ground.figures.class = ground.class();
    let verdict = ground.verdict(case.target.kind);
    (ground.figures, verdict)
}

/// Months from the end of the history to the end of the window.
fn ahead(case: &Case<'_>) -> f64 {
    let last = case.history.as_ref().and_then(|history| history.figures.last());
    case.window.zip(last).map_or(0.0, |(window, last)| f64::from(window.last.since(last.month)))
}

fn own(history: &History, peers: usize) -> Achievability {
    Achievability {
        history: history.counted().collect(),
        baseline: history.baseline(),
        deviation: history.deviation,
        sampling_error: history.error,
        peers,
        ..Achievability::default()
    }
}

impl Ground<'_> {
    fn known(&self) -> bool {
        self.history.months() >= LEAST
    }

    /// z with what the table needs: infinite where nothing varies and something is missing.
    fn z(&self) -> Option<f64> {
        let certain = self.figures.spread == Some(0.0);
        if certain { Some(f64::INFINITY) } else { self.figures.z }
    }

    fn within(&self, reach: Option<f64>) -> bool {
        reach.is_some_and(|value| self.aim.met(value))
    }

    /// Share of the months with values that met the goal.
    fn met_before(&self) -> f64 {
        let met = self.history.counted().filter(|(_, value, _)| self.aim.met(*value)).count();
        met as f64 / (self.history.months().max(1)) as f64
    }

    /// The class, first that fits. Own figures count from three months on; a newcomer with fewer is measured by the peers
    /// alone. `ambitious` takes every goal with z ≤ 3 that someone or some benchmark reaches, also the subject itself, so
    /// that a harder goal is never in a better class.
    fn class(&self) -> Class {
        let figures = &self.figures;
        let within_limit = |limit: f64| self.z().is_none_or(|z| z <= limit);
        let own_or_peers = self.within(figures.own_reach) || self.within(figures.peer_reach);
        let best = figures.best_peer.map(|(_, value)| value);
        if !self.known() && figures.peers < PEERS {
            Class::Unknown
        } else if self.aim.impossible(self.valid) {
            Class::Impossible
        } else if self.known()
            && (figures.step.is_some_and(|step| step <= 0.0) || self.met_before() >= ALREADY)
        {
            Class::AlreadyMet
        } else if self.known() && self.z().is_some_and(|z| z < 0.25) && self.within(figures.own_reach) {
            Class::Trivial
        } else if within_limit(2.0) && own_or_peers {
            Class::Challenging
        } else if within_limit(3.0) && (own_or_peers || self.within(best) || self.within(self.benchmark)) {
            Class::Ambitious
        } else {
            Class::Implausible
        }
    }

    /// What the goal asks for at the end that decides.
    fn target(&self) -> f64 {
        self.figures.baseline.map_or_else(|| self.aim.written(), |baseline| self.aim.nearer_end(baseline))
    }

    /// Own reach if it meets the goal, else that of the peers.
    fn reach(&self) -> Option<f64> {
        self.figures.own_reach.filter(|reach| self.aim.met(*reach)).or(self.figures.peer_reach)
    }

    fn verdict(&self, kind: Kind) -> CheckResult {
        let target = Fact::Value(self.target());
        match self.figures.class {
            Class::Unknown => self.unknown(),
            Class::Impossible => CheckResult::fail(Check::A1, "check-A1-impossible", vec![target]),
            Class::AlreadyMet => self.already_met(kind),
            Class::Trivial => {
                let chance = Fact::Share(self.figures.probability.unwrap_or_default());
                CheckResult::warn(Check::A1, "check-A1-too-easy", vec![chance, target])
            }
            Class::Challenging => self.challenging(),
            Class::Ambitious => self.ambitious(),
            Class::Implausible => self.implausible(),
        }
    }

    fn unknown(&self) -> CheckResult {
        let counts = [self.history.months() as f64, self.figures.peers as f64].map(Fact::Number);
        match self.benchmark {
            Some(given) => {
                let facts = counts.into_iter().chain([Fact::Value(given)]).collect();
                CheckResult::warn(Check::A1, "check-A1-unknown-but-benchmark", facts)
            }
            None => CheckResult::warn(Check::A1, "check-A1-unknown", counts.to_vec()),
        }
    }

    /// Sandbagging for a goal to improve; the very point of a goal to maintain.
    fn already_met(&self, kind: Kind) -> CheckResult {
        let baseline = self.figures.baseline.unwrap_or_else(|| self.target());
        let facts = vec![Fact::Value(baseline), Fact::Share(self.met_before())];
        match kind {
            Kind::Improve => CheckResult::fail(Check::A1, "check-A1-already-met", facts),
            Kind::Reach | Kind::Count => CheckResult::warn(Check::A1, "check-A1-already-there", facts),
            Kind::Maintain => CheckResult::pass(Check::A1, "check-A1-keeps-the-level", facts),
        }
    }

    fn challenging(&self) -> CheckResult {
        let reach = Fact::Value(self.reach().unwrap_or_else(|| self.target()));
        match self.figures.probability.map(Fact::Share) {
            Some(chance) if self.within(self.figures.own_reach) => {
                CheckResult::pass(Check::A1, "check-A1-within-own-reach", vec![reach, chance])
            }
            Some(chance) => CheckResult::pass(Check::A1, "check-A1-within-peer-reach", vec![reach, chance]),
            None => CheckResult::pass(Check::A1, "check-A1-within-reach-without-history", vec![reach]),
        }
    }

    fn ambitious(&self) -> CheckResult {
        let best = self.figures.best_peer.map(|(_, value)| value).filter(|best| self.aim.met(*best));
        let reached = self.reach().filter(|reach| self.aim.met(*reach));
        let (reason, value) = match (reached, best) {
            (Some(reach), _) => ("check-A1-ambitious-far-from-usual", reach),
            (None, Some(best)) => ("check-A1-ambitious-best-peer", best),
            (None, None) => ("check-A1-ambitious-benchmark", self.benchmark.unwrap_or_else(|| self.target())),
        };
        CheckResult::warn(Check::A1, reason, vec![Fact::Value(value)])
    }

    fn implausible(&self) -> CheckResult {
        let target = Fact::Value(self.target());
        let figures = &self.figures;
        let reached = [figures.own_reach, figures.peer_reach, figures.best_peer.map(|(_, value)| value)];
        match best(reached.into_iter().flatten().map(|value| (value, ())), &self.aim) {
            Some((reach, ())) if self.aim.met(reach) => {
                CheckResult::fail(Check::A1, "check-A1-too-far-from-usual", vec![target, Fact::Value(reach)])
            }
            Some((reach, ())) => {
                CheckResult::fail(Check::A1, "check-A1-implausible", vec![target, Fact::Value(reach)])
            }
            None => CheckResult::fail(Check::A1, "check-A1-implausible-unseen", vec![target]),
        }
    }
}

#[cfg(test)]
mod tests;
