//! The one function of the room.

use super::edit::{Edit, Group};
use super::{
    Comparison, Side, award, edits_data, edits_events, edits_people, edits_rules, edits_scheme, edits_target,
    fault, flag, goal, moved, union,
};

/// Compares two states. They have to be evaluated as of the same day, since goals would otherwise differ by the calendar.
#[must_use]
pub fn compare(base: Side<'_>, head: Side<'_>) -> Comparison {
    let union = union::Union::new(&base.evaluation.model, &head.evaluation.model);
    let mut edits: Vec<Edit> = edits_target::edits(&union, base, head);
    edits.extend(edits_scheme::edits(base, head));
    edits.extend(edits_rules::edits(base, head));
    edits.extend(edits_data::edits(&union, base, head));
    edits.extend(edits_people::edits(&union, base, head));
    edits.extend(edits_events::edits(&union, base, head));
    let order = |edit: &Edit| Group::ALL.iter().position(|group| *group == edit.kind.group());
    edits.sort_by_key(order);
    let moves = moved::moved(&union, base, head);
    let (new_faults, gone_faults) =
        fault::fault_difference((base.diagnostics, base.sources), (head.diagnostics, head.sources));
    let flags = flag::flags(&edits, base, head);
    Comparison {
        ranks_only: moved::ranks_only(&union, base, head, &moves),
        periods: moved::new_scores(base, head),
        goals: goal::goals(base, head),
        awards: award::awards(&union, base, head),
        decimals: head.evaluation.model.organisation.score_decimals,
        currency: head.evaluation.model.organisation.currency.clone(),
        gates: base.evaluation.model.organisation.gates.clone(),
        head_gates: head.evaluation.model.organisation.gates.clone(),
        new_awards: award::new_awards(base, head),
        files: Vec::new(),
        edits,
        moves,
        new_faults,
        gone_faults,
        flags,
    }
}
