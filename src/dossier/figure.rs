//! A drawing with its words and its data.

use crate::report::{self, Drawn, Shown};
use crate::view::{Figure, Table};

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
    anchor: &str,
    kind: &'static str,
    saying: Saying,
    drawing: Drawn,
    data: Option<Table>,
) -> Figure {
    let Saying { title, subtitle, summary } = saying;
    let label = format!("{title} · {subtitle}");
    report::figure(anchor, kind, report::Saying { title, subtitle, label, summary }, drawing, data)
}

/// The values of a class in words.
pub(super) fn range(shown: Shown<'_>, (from, to): (f64, f64)) -> String {
    format!("{} – {}", shown.value(from), shown.value(to))
}
