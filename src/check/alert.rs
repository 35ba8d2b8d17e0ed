//! Alert rules: a threshold that the indicator can have, on the side that is worse, and a scope that fits.

use super::quantity::possible_value;
use super::vocabulary::Vocabulary;
use super::{condition, words};
use crate::diag::{Code, Diagnostic, Sink, Span, quoted};
use crate::model::{
    Alert, Direction, Goal, Id, Indicator, IndicatorIx, LevelIx, Month, Operator, TeamIx, Watched,
};
use crate::raw::{self, GoalWord, Place};

/// An alert rule.
pub(super) fn check(
    id: Id,
    span: Span,
    raw: raw::Alert,
    book: &Vocabulary,
    indicators: &[Option<Indicator>],
    sink: &mut Sink,
) -> Option<Alert> {
    let raw::Alert {
        name,
        indicator,
        when,
        subjects,
        teams,
        levels,
        consecutive,
        minimum,
        owner,
        action,
        from,
        to,
        place,
    } = raw;
    let subjects = match subjects {
        raw::AlertSubjects::Agents => Watched::Agents,
        raw::AlertSubjects::Teams => Watched::Teams,
        raw::AlertSubjects::Organisation => Watched::Organisation,
    };
    fitting_scope(subjects, &place, sink);
    let at = book.indicators.resolve(&indicator, sink);
    let on = at.and_then(|at| indicators.get(at as usize)?.as_ref());
    let when = on.and_then(|on| threshold(&when, on, sink));
    let teams = book.teams.resolve_all(&teams.unwrap_or_default(), sink);
    let levels = book.levels.resolve_all(&levels.unwrap_or_default(), sink);
    let consecutive = consecutive.map_or(Some(1), |word| words::whole(&word, 1..=12, sink));
    let minimum = match minimum {
        Some(word) => words::number_in(&word, 0.0..=1e9, sink).map(Some),
        None => Some(None),
    };
    let mut month = |word: Option<raw::MonthWord>| match word {
        Some(word) => words::month(&word, sink).map(Some),
        None => Some(None),
    };
    let (from, to) = (month(from)?, month(to)?);
    let day = |month: Option<Month>, field| month.map(|month| (month.first_day(), place.of(field)));
    let in_order = words::in_order(day(from, "from"), day(to, "to"), sink);
    in_order.then_some(())?;
    Some(Alert {
        id,
        name: words::text(name),
        indicator: IndicatorIx(at?),
        when: when?,
        subjects,
        teams: teams?.into_iter().map(TeamIx).collect(),
        levels: levels?.into_iter().map(LevelIx).collect(),
        consecutive: consecutive?,
        minimum: minimum?,
        owner: words::text(owner),
        action: words::text(action),
        from,
        to,
        span,
    })
}

/// The threshold; one on the side that is better is likely a slip of the sign.
fn threshold(word: &GoalWord, on: &Indicator, sink: &mut Sink) -> Option<Goal> {
    let goal =
        condition::goal(&word.text, word.span, on.precision.unit).map_err(|fault| sink.push(*fault)).ok()?;
    for value in std::iter::once(goal.value).chain(goal.upper) {
        possible_value(value, word.span, on, sink)?;
    }
    let upward = matches!(goal.operator, Operator::AtLeast | Operator::Above);
    let downward = matches!(goal.operator, Operator::AtMost | Operator::Below);
    let good = (upward && on.direction == Direction::Up) || (downward && on.direction == Direction::Down);
    if good {
        let better = if upward { "higher" } else { "lower" };
        let message = format!("{} alerts on good values of `{}`", quoted(&word.text), on.id);
        sink.push(
            Diagnostic::new(Code::AlertOnGoodSide, word.span, message)
                .also(on.span, format!("{better} is better here"))
                .help("turn the sign"),
        );
    }
    Some(goal)
}

/// Levels are those of agents; the organisation as a whole has no part of its teams.
fn fitting_scope(subjects: Watched, place: &Place, sink: &mut Sink) {
    let mut refuse = |field: &'static str, message: &str| {
        if place.has(field) {
            let fault = Diagnostic::new(Code::AlertScopeMismatch, place.of(field), message);
            sink.push(fault.help(format!("delete `{field}`, or watch `agents`")));
        }
    };
    match subjects {
        Watched::Agents => {}
        Watched::Teams => refuse("levels", "only agents have levels, and this alert watches teams"),
        Watched::Organisation => {
            refuse("levels", "only agents have levels, and this alert watches the organisation");
            refuse("teams", "this alert watches the organisation as a whole, not some of its teams");
        }
    }
}
