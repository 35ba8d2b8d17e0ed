//! A drawing with its words and its data.

use crate::chart::Drawing;
use crate::model::{Language, both};
use crate::view::{ChartOption, Figure, Markup, Table};

/// What a figure says in words.
#[derive(Debug, Clone, Default)]
pub struct Saying {
    /// The finding.
    pub title: String,
    /// Measure, unit, period, number of cases.
    pub subtitle: String,
    /// Chart type of measure by dimension, period: the name for screen readers.
    pub label: String,
    /// One sentence with the numbers that matter.
    pub summary: String,
}

/// A drawing in the language of its page. Words have widths, and a drawing leaves room for them: for both languages at
/// once it is drawn twice.
#[derive(Debug, Clone)]
pub enum Drawn {
    /// For one language.
    One(Drawing),
    /// In Chinese and in English.
    Both(Drawing, Drawing),
}

impl Drawn {
    /// Whether there is nothing to see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::One(one) => one.is_empty(),
            Self::Both(zh, en) => zh.is_empty() && en.is_empty(),
        }
    }
}

impl From<Drawing> for Drawn {
    fn from(drawing: Drawing) -> Self {
        Self::One(drawing)
    }
}

/// What `draw` draws in `language`.
#[must_use]
pub fn drawn(language: Language, draw: impl Fn(Language) -> Drawing) -> Drawn {
    match language {
        Language::Both => Drawn::Both(draw(Language::Zh), draw(Language::En)),
        one => Drawn::One(draw(one)),
    }
}

/// A figure of `drawing`, or with its words alone when there is nothing to draw.
#[must_use]
pub fn figure(
    anchor: &str,
    kind: &'static str,
    saying: Saying,
    drawing: impl Into<Drawn>,
    data: Option<Table>,
) -> Figure {
    let Saying { title, subtitle, label, summary } = saying;
    let (drawing, option) = match drawing.into() {
        Drawn::One(one) => {
            let Drawing { svg, option, .. } = one;
            (markup(svg), option)
        }
        Drawn::Both(zh, en) => {
            let options = zh.option.zip(en.option).map(|(zh, en)| both(&zh, &en));
            (markup(both(&zh.svg, &en.svg)), options)
        }
    };
    Figure {
        anchor: anchor.to_owned(),
        kind,
        title,
        subtitle,
        label,
        summary,
        option: option.as_deref().map(ChartOption::from_json),
        drawing,
        data,
    }
}

/// A picture as markup; `None` when it is empty.
#[must_use]
pub(super) fn markup(svg: String) -> Option<Markup> {
    (!svg.is_empty()).then(|| Markup::trusted(svg))
}
