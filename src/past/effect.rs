//! Two states compared, as far as the page of changes tells it.

use super::commit::{Counted, Effect};
use crate::history::{Amount, Edit, EditKind, Group, Side, compare, target_stage};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Most decisions of one commit that are listed.
const MOST: usize = 200;

/// What lies between `base` and `head`, which was committed on `day`.
pub(super) fn effect(base: Side<'_>, head: Side<'_>, day: NaiveDate) -> Effect {
    let comparison = compare(base, head);
    let mut effect = Effect {
        moved: comparison.shown_moves(),
        bands: comparison.band_changes(),
        awards: comparison.awards.len(),
        decimals: comparison.decimals,
        largest: comparison
            .moves
            .iter()
            .find(|moved| moved.change.is_some_and(|change| change != 0))
            .cloned(),
        periods: comparison.periods,
        currency: comparison.currency,
        ..Effect::default()
    };
    let mut others: BTreeMap<(EditKind, Option<crate::model::Month>), usize> = BTreeMap::new();
    for edit in comparison.edits {
        if is_decision(&edit, base) {
            effect.decisions.push(on_its_day(edit, base, head, day));
        } else {
            *others.entry((edit.kind, edit.month)).or_default() += figures(&edit);
        }
    }
    // Figures of closed months come in hundreds: they must not push out what was decided about rules and goals.
    effect.decisions.sort_by_key(|edit| edit.kind.group() == Group::Data);
    effect.more = effect.decisions.len().saturating_sub(MOST);
    effect.decisions.truncate(MOST);
    effect.others = others.into_iter().map(|((kind, month), count)| Counted { kind, month, count }).collect();
    effect
}

/// Whether an edit is what somebody decided: rules, goals, closed months and what they hold.
fn is_decision(edit: &Edit, base: Side<'_>) -> bool {
    let closed = || edit.month.is_some_and(|month| base.evaluation.model.ledger.closing(month).is_some());
    match edit.kind.group() {
        Group::Targets | Group::Scheme => true,
        Group::Data => closed(),
        Group::Events => {
            closed()
                || matches!(
                    edit.kind,
                    EditKind::MonthClosed | EditKind::MonthReopened | EditKind::CorrectionRecorded
                )
        }
        Group::People => false,
    }
}

/// How much an edit counts: a month with its figures, everything else as one.
fn figures(edit: &Edit) -> usize {
    match edit.after.as_ref().or(edit.before.as_ref()) {
        Some(Amount::Count { figures, .. }) => *figures,
        _ => 1,
    }
}

/// All states are judged as of one day, so that each is evaluated once; how far the time of a goal had gone is meant as of the commit.
fn on_its_day(edit: Edit, base: Side<'_>, head: Side<'_>, day: NaiveDate) -> Edit {
    if edit.kind.group() != Group::Targets {
        return edit;
    }
    let stage = edit.who.as_ref().and_then(|who| {
        let sides = [base, head];
        let mut models = sides.iter().map(|side| &side.evaluation.model);
        models.find_map(|model| Some(target_stage(model.target(model.find_target(&who.id)?), day)))?
    });
    Edit { stage, ..edit }
}
