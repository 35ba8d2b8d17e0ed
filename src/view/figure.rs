//! A figure: its finding in words, its drawing, its option for the interactive chart, its data as a table.

use serde::Serialize;

use super::Table;

/// Markup made by this program (a drawing of the room `chart`), written to the page as it is.
///
/// Never put text of the data into it unescaped.
#[derive(Serialize, Debug, Clone)]
#[serde(transparent)]
pub struct Markup(String);

impl Markup {
    /// Takes markup made by this program. The caller answers for escaped text inside it.
    #[must_use]
    pub fn trusted(markup: String) -> Self {
        Self(markup)
    }

    /// The markup.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The data of an interactive chart as JSON that can stand inside a `script` element; the script of the page makes an ECharts option of it.
#[derive(Serialize, Debug, Clone)]
#[serde(transparent)]
pub struct ChartOption(String);

impl ChartOption {
    /// Takes JSON text and escapes what could end the element or a line: `<`, U+2028 and U+2029 occur in JSON only
    /// inside strings, where `\uXXXX` means the same.
    #[must_use]
    pub fn from_json(json: &str) -> Self {
        let mut out = String::with_capacity(json.len() + 16);
        let mut from = 0;
        // Both separators of lines begin with the same byte, as other signs do.
        for at in memchr::memchr2_iter(b'<', 0xe2, json.as_bytes()) {
            let (escaped, length) = match json.get(at..).and_then(|rest| rest.chars().next()) {
                Some('<') => ("\\u003c", 1),
                Some('\u{2028}') => ("\\u2028", 3),
                Some('\u{2029}') => ("\\u2029", 3),
                _ => continue,
            };
            out.push_str(json.get(from..at).unwrap_or_default());
            out.push_str(escaped);
            from = at + length;
        }
        out.push_str(json.get(from..).unwrap_or_default());
        Self(out)
    }
}

/// A chart of a page.
#[derive(Serialize, Debug, Clone)]
pub struct Figure {
    /// Anchor, unique on the page.
    pub anchor: String,
    /// Kind of chart, a class for its height: `trend`, `waterfall`, `funnel`, `strip`, `bars`, `slope`, `bump`, `weights`…
    pub kind: &'static str,
    /// The finding: "Handling time rose for the third month".
    pub title: String,
    /// Measure, unit, period and number of cases.
    pub subtitle: String,
    /// Name for screen readers: chart type of measure by dimension, period.
    pub label: String,
    /// One sentence with the numbers that matter: minimum, maximum, last, target.
    pub summary: String,
    /// The drawing: visible until (or instead of) the interactive chart. `None` shows only the summary.
    pub drawing: Option<Markup>,
    /// The interactive chart. `None` keeps the drawing; a page without any option does not load the chart library.
    pub option: Option<ChartOption>,
    /// The data as a table.
    pub data: Option<Table>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn option_cannot_end_its_script_element() {
        let option = ChartOption::from_json("{\"n\":\"</script>\u{2028}<!--\u{2029}\"}");
        assert_eq!(option.0, "{\"n\":\"\\u003c/script>\\u2028\\u003c!--\\u2029\"}");
    }
}
