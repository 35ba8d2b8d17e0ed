//! What to do first: indicator, evidence, remedy, what it does to ranks.

use super::case::Case;
use crate::audit::Action;
use crate::report::number;
use crate::view::{Cell, Column, Row, Table};

/// The three actions; `None` when nothing calls for one.
pub(super) fn table(case: &Case<'_>) -> Option<Table> {
    let actions = &case.report().actions;
    let columns = ["item", "finding", "evidence", "remedy", "effect"];
    let row = |action: &Action| {
        let effect = match action.effect {
            Some((mean, most)) => {
                let mean = number(mean, 1);
                let arguments = [("mean", (&mean).into()), ("most", (most as usize).into())];
                case.voice.say("audit-effect", &arguments)
            }
            None => case.voice.word("audit-no-effect"),
        };
        Row::new(vec![
            Cell::text(case.words().item(&action.flag.item)),
            Cell::text(case.voice.word(&format!("audit-finding-{}", action.flag.finding.key()))),
            Cell::text(case.words().statistic(&action.flag.evidence)),
            Cell::text(case.voice.word(&format!("audit-remedy-{}", action.remedy.key()))),
            Cell::text(effect),
        ])
    };
    let title = case.voice.name(&case.told.title).to_owned();
    let mut table = Table::new(
        case.say("actions-of", &[("name", (&title).into())]),
        columns.iter().map(|key| Column::text(case.word(key))).collect(),
        actions.iter().map(row).collect(),
    );
    (table.sortable, table.filter) = (false, false);
    (!actions.is_empty()).then_some(table)
}
