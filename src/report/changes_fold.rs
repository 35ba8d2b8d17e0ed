//! Edits of one commit that are told in one row: months closed together, and figures of one indicator that many people got at once.

use crate::history::{Edit, EditKind};

/// Most figures of one indicator in one commit that are told one by one.
const APART: usize = 3;

/// `edits` in their order, those together that are one row.
pub(super) fn folded<'e>(edits: impl Iterator<Item = &'e Edit>) -> Vec<Vec<&'e Edit>> {
    let mut rows: Vec<Vec<&Edit>> = Vec::new();
    for edit in edits {
        let row = rows.iter_mut().rev().find(|row| row.first().is_some_and(|first| is_alike(first, edit)));
        match row {
            Some(row) => row.push(edit),
            None => rows.push(vec![edit]),
        }
    }
    let few = |row: Vec<&'e Edit>| match is_figure(&row) && row.len() <= APART {
        true => row.into_iter().map(|edit| vec![edit]).collect(),
        false => vec![row],
    };
    rows.into_iter().flat_map(few).collect()
}

/// Whether a row is about figures of many people or months, whose values are counted and not told.
pub(super) fn is_figure(row: &[&Edit]) -> bool {
    let figure = |edit: &&Edit| {
        matches!(
            edit.kind,
            EditKind::FigureLate
                | EditKind::FigureCorrected
                | EditKind::FigureRemoved
                | EditKind::DaysCorrected
        )
    };
    row.first().is_some_and(figure)
}

/// Whether two edits differ in nothing but their month, as months that are closed together do, or are figures of one indicator.
fn is_alike(a: &Edit, b: &Edit) -> bool {
    let same = (a.kind, &a.what) == (b.kind, &b.what) && a.month.is_some() && b.month.is_some();
    let plain = || a.who == b.who && [a, b].iter().all(|edit| edit.before.is_none() && edit.after.is_none());
    same && (is_figure(&[a]) || plain())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::Named;
    use crate::model::{Id, Month, Text};

    fn edit(kind: EditKind, who: &str, what: &str, month: u32) -> Edit {
        let named = |id: &str| Some(Named::new(Id::parse(id).unwrap(), &Text::same(id)));
        Edit { who: named(who), what: named(what), month: Month::new(2025, month), ..Edit::new(kind) }
    }

    #[test]
    fn figures_of_an_indicator_are_one_row_from_four_on() {
        let late = |who, month| edit(EditKind::FigureLate, who, "csat", month);
        let many = [
            late("ann", 1),
            late("bo", 1),
            edit(EditKind::DaysCorrected, "ann", "days", 1),
            late("ann", 2),
            late("bo", 2),
        ];
        let rows = folded(many.iter());
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [4, 1]);
        assert!(is_figure(&rows[0]));
        let few = [late("ann", 1), late("bo", 1), late("ann", 2)];
        assert_eq!(folded(few.iter()).len(), 3);
    }

    #[test]
    fn closed_months_are_one_row_and_rules_never_are() {
        let closed = |month| Edit { month: Month::new(2025, month), ..Edit::new(EditKind::MonthClosed) };
        let weights = || Edit::new(EditKind::Weight);
        let all = [closed(1), closed(2), weights(), weights()];
        assert_eq!(folded(all.iter()).iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1]);
    }
}
