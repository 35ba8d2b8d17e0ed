//! What every kind of chart gives back.

/// A finished chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// The static picture: one `<svg>` element, or an empty string when there is nothing to draw.
    pub svg: String,
    /// The same chart as data (JSON) of which the script of the page makes an ECharts option, for the large kinds only.
    pub option: Option<String>,
    /// Natural width in CSS pixels; with `height` the aspect ratio of the box around the chart. Zero when empty.
    pub width: u32,
    /// Natural height in CSS pixels. Zero when empty.
    pub height: u32,
}

impl Drawing {
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
    pub(super) fn large(width: u32, height: u32, svg: String, option: String) -> Self {
        Self { svg, option: Some(option), width, height }
    }

    /// The chart of the option, for tests.
    #[cfg(test)]
    pub(super) fn charted(&self) -> serde_json::Value {
        let option: serde_json::Value =
            self.option.as_ref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        option["chart"].clone()
    }
}
