//! What every ECharts option of the site has in common, and what `charming` cannot say.

use super::axes::{Frame, WIDTH};
use super::mark::Mark;
use charming::Chart;
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{Color, ItemStyle, LineStyle, LineStyleType, Symbol};
use charming::series::{Line, Scatter};
use serde_json::{Map, Value, json};

/// Latin faces first, so that digits come from them; no web fonts.
const FONTS: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"PingFang SC\", \
    \"Hiragino Sans GB\", \"Microsoft YaHei UI\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", \"Source Han Sans SC\", \
    \"WenQuanYi Micro Hei\", sans-serif";

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

/// The option as pure data: the typed chart, and what its types lack. `decal` lays patterns over filled areas that
/// differ by hue.
pub(super) fn finish(chart: &Chart, frame: &Frame, decal: bool) -> Value {
    // A chart holds strings and finite numbers only, so that turning it into JSON has no way to fail.
    let mut option = serde_json::to_value(chart).unwrap_or_else(|_| json!({}));
    if let Some(map) = option.as_object_mut() {
        map.insert("animation".into(), json!(false));
        map.insert("textStyle".into(), json!({ "fontFamily": FONTS, "fontSize": 13, "color": "var(--ink)" }));
        map.insert("tooltip".into(), tooltip());
        // The figure around the chart has its own name and summary; ECharts must not overwrite them.
        map.insert(
            "aria".into(),
            json!({ "enabled": true, "label": { "enabled": false }, "decal": { "show": decal } }),
        );
        for axis in ["xAxis", "yAxis"] {
            each(map, axis, finish_axis);
        }
        each(map, "series", finish_series);
        map.insert("media".into(), narrow(frame));
    }
    option
}

/// On a narrow screen the names beside the plot get less room, or nothing would be left for the plot.
fn narrow(frame: &Frame) -> Value {
    let right = f64::from(WIDTH) - frame.right;
    let margins = |left: f64, right: f64| {
        let label = json!({ "width": left - 12.0, "overflow": "truncate" });
        json!({ "grid": [{ "left": left, "right": right }], "yAxis": { "axisLabel": label } })
    };
    json!([
        { "query": { "maxWidth": 479 }, "option": margins(frame.left.min(124.0), right.min(120.0)) },
        { "option": margins(frame.left, right) }
    ])
}

/// A template, and colours that the page knows: the tooltip says what the table says.
fn tooltip() -> Value {
    json!({
        "trigger": "item",
        "confine": true,
        "formatter": "{b}",
        "transitionDuration": 0,
        "backgroundColor": "var(--card)",
        "borderColor": "var(--line)",
        "textStyle": { "color": "var(--ink)", "fontSize": 13 }
    })
}

/// Applies `change` to the object, or to each object of the list, under `key`.
fn each(map: &mut Map<String, Value>, key: &str, change: fn(&mut Map<String, Value>)) {
    match map.get_mut(key) {
        Some(Value::Array(list)) => list.iter_mut().filter_map(Value::as_object_mut).for_each(change),
        Some(Value::Object(one)) => change(one),
        _ => {}
    }
}

fn finish_axis(axis: &mut Map<String, Value>) {
    axis.insert("axisLine".into(), json!({ "lineStyle": { "color": "var(--line)" }, "onZero": false }));
    if let Some(label) = axis.get_mut("axisLabel").and_then(Value::as_object_mut) {
        label.insert("hideOverlap".into(), json!(true));
    }
}

/// On hover ECharts computes a lighter colour, cannot read `var()`, and the mark vanishes: no emphasis anywhere.
fn finish_series(series: &mut Map<String, Value>) {
    series.insert("emphasis".into(), json!({ "disabled": true }));
    series.insert("cursor".into(), json!("default"));
    if series.get("label").is_some_and(|label| label["formatter"] == LABEL) {
        series.insert("labelLayout".into(), json!({ "hideOverlap": true }));
        series.insert("silent".into(), json!(true));
    }
    if let Some(line) = series.get_mut("markLine").and_then(Value::as_object_mut) {
        line.insert("animation".into(), json!(false));
        line.insert("emphasis".into(), json!({ "disabled": true }));
    }
    if let Some(area) = series.get_mut("markArea").and_then(Value::as_object_mut) {
        area.insert("animation".into(), json!(false));
        area.insert("emphasis".into(), json!({ "disabled": true }));
        let ends = area.get_mut("data").and_then(Value::as_array_mut).into_iter().flatten();
        for end in ends.filter_map(Value::as_array_mut).flatten() {
            if let Some(height) = end["yAxis"].as_str().and_then(|text| text.parse::<f64>().ok()) {
                end["yAxis"] = json!(height);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use charming::series::Bar;

    #[test]
    fn the_option_has_what_charming_lacks() {
        let chart = Chart::new().series(Bar::new().data(vec![1.0, 2.0]));
        let frame = Frame { left: 202.0, top: 0.0, right: 600.0, bottom: 90.0, height: 100 };
        let option = finish(&chart, &frame, true);
        assert_eq!(option["media"][0]["option"]["grid"][0]["left"], json!(124.0));
        assert_eq!(option["media"][1]["option"]["grid"][0], json!({ "left": 202.0, "right": 40.0 }));
        assert_eq!(option["tooltip"]["confine"], json!(true));
        assert_eq!(option["animation"], json!(false));
        assert_eq!(option["series"][0]["emphasis"]["disabled"], json!(true));
        assert_eq!(option["aria"]["decal"]["show"], json!(true));
        assert!(option["textStyle"]["fontFamily"].as_str().is_some_and(|f| f.starts_with("system-ui")));
    }
}
