//! Parts that the ECharts options of the site share, and what goes to the page.

use super::axes::{Frame, WIDTH};
use super::mark::Mark;
use charming::Chart;
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{Color, ItemStyle, LineStyle, LineStyleType, Symbol};
use charming::series::{Line, Scatter};
use serde::Serialize;
use serde_json::Value;

/// Template of a label that stands as the third part of its point.
pub(super) const LABEL: &str = "{@[2]}";

/// A colour of the page, by the name of its CSS variable: it follows light, dark and print without a redraw.
pub(super) fn colour(variable: &str) -> Color {
    Color::Value(format!("var(--{variable})"))
}

/// One mark with the text of its tooltip.
pub(super) fn item(value: impl Into<CompositeValue>, tooltip: &str, style: ItemStyle) -> DataPoint {
    DataPoint::Item(DataPointItem::new(value).name(tooltip).item_style(style))
}

/// One mark of a series that has the colour `variable` already: only a hollow mark says more.
pub(super) fn dot(at: (f64, f64), tooltip: &str, variable: &str, mark: Mark) -> DataPoint {
    let dot = DataPointItem::new(spot(at)).name(tooltip);
    DataPoint::Item(if mark == Mark::Hollow { dot.item_style(mark_style(variable, mark)) } else { dot })
}

/// The marks of a series in the colour `variable`.
pub(super) fn dots(variable: &str, size: f64, data: Vec<DataPoint>) -> Scatter {
    Scatter::new().symbol_size(size).item_style(mark_style(variable, Mark::Solid)).data(data)
}

/// A point of a plane.
pub(super) fn spot((x, y): (f64, f64)) -> Vec<CompositeValue> {
    vec![x.into(), y.into()]
}

/// Filled in its hue, or hollow when there are too few cases.
pub(super) fn mark_style(variable: &str, mark: Mark) -> ItemStyle {
    match mark {
        Mark::Hollow => {
            ItemStyle::new().color(colour("card")).border_color(colour(variable)).border_width(2.0)
        }
        _ => ItemStyle::new().opacity(1.0).color(colour(variable)),
    }
}

/// A plain line through some points, without marks and without tooltip.
pub(super) fn stroke(points: &[(f64, f64)], variable: &str, width: f64, kind: LineStyleType) -> Line {
    Line::new()
        .symbol(Symbol::None)
        .silent(true)
        .line_style(LineStyle::new().color(colour(variable)).width(width).type_(kind))
        .item_style(ItemStyle::new().color(colour(variable)))
        .data(points.iter().map(|point| spot(*point)).collect::<Vec<_>>())
}

/// The symbol of category `index`, as `axes::marker` draws it.
pub(super) fn symbol(index: usize) -> Symbol {
    [Symbol::Circle, Symbol::Rect, Symbol::Triangle, Symbol::Diamond]
        .get(index % 4)
        .cloned()
        .unwrap_or(Symbol::Circle)
}

/// What an option has beside its typed chart.
#[derive(Debug, Default)]
pub(super) struct Beside {
    /// Lays patterns over filled areas that differ by hue.
    pub(super) decal: bool,
    /// A legend in the colours of the page: `charming`'s knows none.
    pub(super) legend: Option<Value>,
    /// A silent series behind all others: `charming`'s bars are never silent.
    pub(super) behind: Option<Value>,
}

/// What the script of the page makes an ECharts option of. It adds what all charts have in common: type, tooltip, no animation and no
/// emphasis, and on a narrow screen less room for the names beside the plot.
#[derive(Debug, Serialize)]
struct Interactive<'a> {
    /// Room at the left and the right of the plot, in pixels.
    left: f64,
    right: f64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    decal: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    legend: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    behind: Option<Value>,
    chart: &'a Chart,
}

/// The chart as pure data in JSON, for the script of the page.
pub(super) fn finish(chart: &Chart, frame: &Frame, beside: Beside) -> String {
    let Beside { decal, legend, behind } = beside;
    let right = f64::from(WIDTH) - frame.right;
    let whole = Interactive { left: frame.left, right, decal, legend, behind, chart };
    // A chart holds strings and finite numbers only, so that turning it into JSON has no way to fail.
    serde_json::to_string(&whole).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use charming::series::Bar;

    #[test]
    fn the_script_is_told_what_it_cannot_know() {
        let chart = Chart::new().series(Bar::new().data(vec![1.0, 2.0]));
        let frame = Frame { left: 202.0, top: 0.0, right: 600.0, bottom: 90.0, height: 100 };
        let plain = finish(&chart, &frame, Beside::default());
        let data = r#"{"series":[{"type":"bar","data":[1.0,2.0]}]}"#;
        assert_eq!(plain, format!(r#"{{"left":202.0,"right":40.0,"chart":{data}}}"#));
        let beside = Beside { decal: true, legend: Some(Value::from(1)), behind: Some(Value::from(2)) };
        assert_eq!(
            finish(&chart, &frame, beside),
            format!(r#"{{"left":202.0,"right":40.0,"decal":true,"legend":1,"behind":2,"chart":{data}}}"#)
        );
    }
}
