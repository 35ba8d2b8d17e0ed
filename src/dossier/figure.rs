//! A drawing with its words and its data.

use crate::chart::Drawing;
use crate::view::{ChartOption, Figure, Markup, Table};

/// What a figure says in words.
pub(super) struct Saying {
    /// The finding.
    pub(super) title: String,
    /// Measure, unit, number of cases.
    pub(super) subtitle: String,
    /// One sentence with the numbers that matter.
    pub(super) summary: String,
}

/// A figure; its name for screen readers is made of title and subtitle.
pub(super) fn figure(
    anchor: String,
    kind: &'static str,
    saying: Saying,
    drawing: Drawing,
    data: Option<Table>,
) -> Figure {
    let Saying { title, subtitle, summary } = saying;
    Figure {
        anchor,
        kind,
        label: format!("{title} · {subtitle}"),
        title,
        subtitle,
        summary,
        option: drawing.option.as_ref().map(|option| ChartOption::from_json(&option.to_string())),
        drawing: (!drawing.svg.is_empty()).then(|| Markup::trusted(drawing.svg)),
        data,
    }
}

/// The same without the interactive chart, for small ones of which a page has many.
pub(super) fn still(figure: Figure) -> Figure {
    Figure { option: None, ..figure }
}
