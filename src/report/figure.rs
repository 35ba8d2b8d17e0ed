//! A drawing with its words and its data.

use crate::chart::Drawing;
use crate::view::{ChartOption, Figure, Markup, Table};

/// What a figure says in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Saying {
    /// The finding.
    pub title: String,
    /// Measure, unit, period, number of cases.
    pub subtitle: String,
    /// Chart type of measure by dimension, period: the name for screen readers.
    pub label: String,
    /// One sentence with the numbers that matter.
    pub summary: String,
}

/// A figure of `drawing`, or with its words alone when there is nothing to draw.
#[must_use]
pub(super) fn figure(
    anchor: &str,
    kind: &'static str,
    saying: Saying,
    drawing: Drawing,
    data: Option<Table>,
) -> Figure {
    let Saying { title, subtitle, label, summary } = saying;
    Figure {
        anchor: anchor.to_owned(),
        kind,
        title,
        subtitle,
        label,
        summary,
        option: drawing.option.as_ref().map(|option| ChartOption::from_json(&option.to_string())),
        drawing: markup(drawing),
        data,
    }
}

/// The drawing as markup; `None` when it is empty.
#[must_use]
pub(super) fn markup(drawing: Drawing) -> Option<Markup> {
    (!drawing.svg.is_empty()).then(|| Markup::trusted(drawing.svg))
}
