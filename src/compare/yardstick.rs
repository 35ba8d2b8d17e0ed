//! The same people and figures by the rules of two years: what the yardstick alone changes.

use super::Moves;
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Period};
use crate::score::{Scorecard, scorecard_of_year};
use rayon::prelude::*;

/// The figures that `agents` have in `figures`, by the rules of the years `then` (before) and `now` (after). Months are scored by the
/// rules of the same months ([`crate::score::scheme_of_year`]).
#[must_use]
pub fn yardsticks(
    evaluation: &Evaluation,
    agents: &[AgentIx],
    figures: Period,
    (then, now): (Period, Period),
) -> Moves {
    let (model, index) = (&evaluation.model, &evaluation.index);
    let by = |year: Period| -> Vec<Scorecard> {
        let card = |agent: &AgentIx| match year == figures {
            true => evaluation.card_placeless(*agent, figures),
            false => scorecard_of_year(model, index, *agent, figures, year),
        };
        agents.par_iter().map(card).collect()
    };
    Moves::new(figures, (model, &by(then)), (model, &by(now)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::evaluate;
    use crate::model::{Direction, Entry, Unit};
    use crate::score::testing::{Build, date, item, linear, month, share};

    /// 2024: 0→1 earns 80 for 80 %; 2025: 0.6→1 earns 50. Both years have the same figures, so all of the change is the rules'.
    /// A scheme of 2024 from July on stands for all months of 2025.
    #[test]
    fn a_month_is_scored_by_the_rules_of_the_other_year() {
        let mut build = Build::new();
        let team = build.team("a");
        let rate = build.indicator("rate", share(), Unit::Percent, Direction::Up);
        let ann = build.agent("ann", "2023-01-01", team);
        let new = build.scheme("new", "2025-01", vec![item(rate, 100.0, linear(0.6, 1.0))]);
        let old = build.scheme("old", "2024-07", vec![item(rate, 100.0, linear(0.0, 1.0))]);
        build.scheme_mut(old).to = Some(month("2024-12"));
        [old, new].into_iter().for_each(|ix| build.scheme_mut(ix).policy.minimum_days = 0.0);
        for of in ["2024-08", "2025-02", "2025-08"] {
            build.figures(ann, of, (20.0, 22.0), &[(rate, Entry::Pair(80.0, 100.0))]);
        }
        let evaluation = evaluate(build.model(), date("2026-01-31"));
        let (then, now) = (Period::year_of(month("2024-01"), 1), Period::year_of(month("2025-01"), 1));
        for figures in [then, now] {
            let found = yardsticks(&evaluation, &[ann], figures, (then, now));
            let side = (&found.list[0].before, &found.list[0].after);
            assert!((side.0.total.unwrap() - 80.0).abs() < 1e-9, "{figures}");
            assert!((side.1.total.unwrap() - 50.0).abs() < 1e-9, "{figures}");
        }
        let own = evaluation.standing(ann, now).unwrap();
        assert_eq!((own.scheme, own.total.map(f64::round)), (Some(new), Some(50.0)));
    }
}
