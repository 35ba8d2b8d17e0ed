//! A pilot scheme beside the scheme in force (A129): the same people and months scored by both.

use super::Moves;
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Period, PeriodKind, SchemeIx};
use crate::score::{Scorecard, scorecard_under};

/// The comparison of the pilot `ix` with the rules in force: quarters that lie wholly in the pilot, latest first, then its
/// months, latest first; only those with figures of its teams. Nothing of it enters scores, ranks or incentives.
#[must_use]
pub fn pilot(evaluation: &Evaluation, ix: SchemeIx) -> Vec<Moves> {
    let scheme = evaluation.model.scheme(ix);
    let last = scheme.to.or_else(|| evaluation.last_month()).unwrap_or(scheme.from);
    let inside = |period: &Period| scheme.from <= period.first() && period.last() <= last;
    let of = |kind: PeriodKind| evaluation.of_kind(kind).rev().filter(inside);
    let periods = of(PeriodKind::Quarter).chain(of(PeriodKind::Month));
    periods.map(|period| compared(evaluation, ix, period)).filter(|moves| !moves.list.is_empty()).collect()
}

/// Those whom the pilot scores in `period`.
fn compared(evaluation: &Evaluation, ix: SchemeIx, period: Period) -> Moves {
    let model = &evaluation.model;
    let takes_part = |agent: &AgentIx| {
        evaluation.standing(*agent, period).is_some_and(|standing| standing.role == model.scheme(ix).role)
    };
    let agents = (0..model.agents.len() as u32).map(AgentIx).filter(takes_part);
    let under = |agent| scorecard_under(model, &evaluation.index, agent, period, ix);
    let after: Vec<Scorecard> = agents.map(under).filter(|card| card.scheme.is_some()).collect();
    let before: Vec<Scorecard> = after.iter().map(|card| evaluation.card(card.agent, period)).collect();
    Moves::new(period, (model, &before), (model, &after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::model::{Direction, Entry, Status, Unit};
    use crate::score::testing::{Build, date, item, linear, month, share};

    /// Worked by hand: csat 80 % and fcr 60 % for Ann, 90 % and 90 % for Bob. In force: csat 100 (60→100 points: 50, 75).
    /// Pilot: csat 50, fcr 50 (0→100: 60, 90): Ann 25 + 30 = 55, Bob 37.5 + 45 = 82.5.
    #[test]
    fn both_rules_on_the_same_figures_and_nothing_else_changes() {
        let mut build = Build::new();
        let (a, b) = (build.team("a"), build.team("b"));
        let csat = build.indicator("csat", share(), Unit::Percent, Direction::Up);
        let fcr = build.indicator("fcr", share(), Unit::Percent, Direction::Up);
        let (ann, bob) = (build.agent("ann", "2023-01-01", a), build.agent("bob", "2023-01-01", a));
        let cat = build.agent("cat", "2023-01-01", b);
        build.scheme("old", "2024-01", vec![item(csat, 100.0, linear(0.6, 1.0))]);
        let items = vec![item(csat, 50.0, linear(0.6, 1.0)), item(fcr, 50.0, linear(0.0, 1.0))];
        let trial = build.scheme("trial", "2025-03", items);
        let scheme = build.scheme_mut(trial);
        (scheme.status, scheme.teams, scheme.to) = (Status::Pilot, vec![a], Some(month("2025-04")));
        let figures = |csat_of: f64, fcr_of: f64| {
            [(csat, Entry::Pair(csat_of, 100.0)), (fcr, Entry::Pair(fcr_of, 100.0))]
        };
        for of in ["2025-03", "2025-05"] {
            build.figures(ann, of, (20.0, 22.0), &figures(80.0, 60.0));
            build.figures(bob, of, (20.0, 22.0), &figures(90.0, 90.0));
            build.figures(cat, of, (20.0, 22.0), &figures(90.0, 90.0));
        }
        let evaluation = evaluate(build.model(), date("2025-06-30"));
        let found = pilot(&evaluation, trial);
        let [march] = found.as_slice() else { panic!("only March lies in the pilot and has figures") };
        assert_eq!(march.period, Period::month(month("2025-03")));
        let who: Vec<AgentIx> = march.list.iter().map(|moved| moved.agent).collect();
        assert_eq!(who, [ann, bob], "the other team takes no part");
        let totals: Vec<_> = march.list.iter().map(|m| (m.before.total, m.after.total)).collect();
        for ((before, after), (old, new)) in totals.into_iter().zip([(50.0, 55.0), (75.0, 82.5)]) {
            assert!((before.unwrap() - old).abs() < 1e-9 && (after.unwrap() - new).abs() < 1e-9);
        }
        // Ann: csat 50 → 25, fcr 0 → 30.
        let [first, second] = march.list[0].items.as_slice() else { panic!("two indicators") };
        assert_eq!((first.indicator, second.indicator), (fcr, csat));
        assert!((first.difference - 30.0).abs() < 1e-9 && (second.difference + 25.0).abs() < 1e-9);
        let summary = march.summary(2);
        assert_eq!((summary.both, summary.up, summary.down, summary.bands), (2, 2, 0, 0));
        assert!((summary.mean.unwrap() - 6.25).abs() < 1e-9);
        // The scheme in force still makes the score.
        let standing = evaluation.standing(ann, march.period).unwrap();
        assert!((standing.total.unwrap() - 50.0).abs() < 1e-9);
    }
}
