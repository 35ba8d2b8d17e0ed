//! What every kind of chart gives back.

use serde_json::Value;

/// A finished chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// The static picture: one `<svg>` element, or an empty string when there is nothing to draw.
    pub svg: String,
    /// The same chart as an ECharts option (pure data), for the large kinds only.
    pub option: Option<Value>,
    /// Natural width in CSS pixels; with `height` the aspect ratio of the box around the chart. Zero when empty.
    pub width: u32,
    /// Natural height in CSS pixels. Zero when empty.
    pub height: u32,
}

impl Drawing {
    /// The option as JSON text.
    #[must_use]
    pub fn option_text(&self) -> Option<String> {
        serde_json::to_string(self.option.as_ref()?).ok()
    }

    /// True when there was nothing to draw; the page then shows a sentence in its place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.svg.is_empty()
    }
}

impl Drawing {
    /// A drawing without an option, written by `write`; without size when nothing was written.
    pub(super) fn small(width: u32, height: u32, write: impl FnOnce(&mut String)) -> Self {
        let mut svg = String::new();
        write(&mut svg);
        if svg.is_empty() { Self::default() } else { Self { svg, option: None, width, height } }
    }

    /// A large drawing without an option.
    pub(super) fn still(width: u32, height: u32, svg: String) -> Self {
        Self { svg, option: None, width, height }
    }

    /// A drawing with an option.
    pub(super) fn large(width: u32, height: u32, svg: String, option: Value) -> Self {
        Self { svg, option: Some(option), width, height }
    }
}
