//! Axes of ECharts options: the same ticks and texts as in the drawing, without functions.
//!
//! A value axis of ECharts formats its own numbers. Here its labels are switched off, and a series without data
//! carries the ready text of each tick.

use super::axes::{Frame, LINE, WIDTH};
use super::option::{LABEL, colour, spot};
use super::place::spread;
use super::ticks::Ticks;
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AxisLabel, AxisTick, AxisType, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, MarkArea,
    MarkAreaData, MarkLine, MarkLineData, MarkLineVariant, NameLocation, SplitLine, Symbol, TextStyle,
};
use charming::series::{Line, Scatter};

/// The plot area with the same margins as in the drawing.
pub(super) fn grid(frame: &Frame) -> Grid {
    Grid::new()
        .left(frame.left)
        .top(frame.top)
        .right(f64::from(WIDTH) - frame.right)
        .bottom(f64::from(frame.height) - frame.bottom)
}

/// A value axis with the ends of the ticks; its labels come from [`tick_texts`].
pub(super) fn value_axis(ticks: &Ticks) -> Axis {
    Axis::new()
        .type_(AxisType::Value)
        .min(ticks.low)
        .max(ticks.high)
        .axis_label(AxisLabel::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .interval(ticks.step)
        .split_line(SplitLine::new().show(false))
}

/// The axis with a grid line at each tick.
pub(super) fn with_grid(axis: Axis) -> Axis {
    let style = LineStyle::new().color(colour("line")).width(1.0).type_(LineStyleType::Solid);
    axis.split_line(SplitLine::new().show(true).line_style(style))
}

/// A value axis at the left with its title above it.
pub(super) fn left_value_axis(ticks: &Ticks, title: &str, frame: &Frame) -> Axis {
    let to_the_edge = [0.0, 0.0, 0.0, 2.0 - frame.left];
    let style = title_style().align("left").padding(to_the_edge);
    with_grid(titled(value_axis(ticks), title, 12.0).name_location(NameLocation::End).name_text_style(style))
}

/// A value axis below with its title under the labels.
pub(super) fn bottom_value_axis(ticks: &Ticks, title: &str) -> Axis {
    titled(value_axis(ticks), title, 28.0).name_location(NameLocation::Middle)
}

fn titled(axis: Axis, title: &str, gap: f64) -> Axis {
    if title.is_empty() {
        return axis;
    }
    axis.name(title).name_gap(gap).name_text_style(title_style())
}

fn title_style() -> TextStyle {
    TextStyle::new().color(colour("muted")).font_size(13.0)
}

/// An axis of names. Rows run from top to bottom as people read them.
pub(super) fn name_axis(names: Vec<String>, rows: bool) -> Axis {
    let label = AxisLabel::new().color(colour(if rows { "ink" } else { "muted" })).font_size(13.0);
    Axis::new()
        .type_(AxisType::Category)
        .data(names)
        .inverse(rows)
        .axis_tick(AxisTick::new().show(false))
        .axis_label(if rows { label.interval(0.0) } else { label })
}

/// Which way the lines of an axis run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Across {
    /// Ticks of the axis at the left: lines from left to right.
    Left,
    /// Ticks of the axis below: lines from bottom to top.
    Bottom,
}

/// A line from one side of the plot to the other, with its text.
pub(super) fn crossing(across: Across, value: f64, text: &str) -> MarkLineVariant {
    let line = MarkLineData::new().name(text);
    MarkLineVariant::Simple(match across {
        Across::Left => line.y_axis(value),
        Across::Bottom => line.x_axis(value),
    })
}

/// The text of each tick of the axis at the left, on a line without width.
pub(super) fn left_texts(ticks: &Ticks) -> Line {
    let label = Label::new()
        .show(true)
        .position(LabelPosition::Start)
        .distance(8.0)
        .formatter("{b}")
        .color(colour("muted"))
        .font_size(13.0);
    let data = ticks.pairs().map(|(value, text)| crossing(Across::Left, value, text)).collect::<Vec<_>>();
    carrier(
        MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .silent(true)
            .label(label)
            .line_style(LineStyle::new().width(0.0))
            .data(data),
    )
}

/// The text of each tick of the axis below a plot whose value axis begins at `floor`.
pub(super) fn bottom_texts(ticks: &Ticks, floor: f64) -> Scatter {
    let points = ticks.pairs().map(|(value, text)| ((value, floor), text.to_owned()));
    labels(points.collect(), LabelPosition::Bottom, "muted", 8.0)
}

/// The text of each tick of the axis below `rows` rows of names.
pub(super) fn row_texts(ticks: &Ticks, frame: &Frame, rows: usize) -> Scatter {
    let half = (frame.bottom - frame.top) / rows.max(1) as f64 / 2.0;
    let last = rows.saturating_sub(1) as f64;
    let points = ticks.pairs().map(|(value, text)| ((value, last), text.to_owned()));
    labels(points.collect(), LabelPosition::Bottom, "muted", half + 8.0)
}

/// Lines across the plot in one style, with their texts at the far end (where ECharts puts them by default).
pub(super) fn reference_lines(data: Vec<MarkLineVariant>, variable: &str, kind: LineStyleType) -> Line {
    let label = Label::new().show(true).formatter("{b}").color(colour("ink")).font_size(13.0);
    carrier(
        MarkLine::new()
            .symbol(vec![Symbol::None, Symbol::None])
            .silent(true)
            .label(label)
            .line_style(LineStyle::new().color(colour(variable)).width(2.0).type_(kind))
            .data(data),
    )
}

/// A band between two heights with its words in the upper left corner.
pub(super) fn band(low: f64, high: f64, text: &str) -> Line {
    let label =
        Label::new().show(true).position(LabelPosition::InsideTopLeft).color(colour("muted")).font_size(13.0);
    // `charming` has texts for the ends; the script of the page makes numbers of them.
    let ends = (
        MarkAreaData::new().name(text).y_axis(high.to_string()),
        MarkAreaData::new().y_axis(low.to_string()),
    );
    let area = MarkArea::new().silent(true).label(label.formatter("{b}")).data(vec![ends]);
    let style = ItemStyle::new().color(colour("band-3")).opacity(0.7);
    Line::new().silent(true).data(Vec::<f64>::new()).mark_area(area.item_style(style))
}

/// A series without data of its own, to hang lines on.
pub(super) fn carrier(lines: MarkLine) -> Line {
    Line::new().silent(true).data(Vec::<f64>::new()).mark_line(lines)
}

/// Texts beside marks in one column, moved up or down until they are a line apart; `ticks` is the value axis.
pub(super) fn labels_apart(
    points: Vec<((f64, f64), String)>,
    plot: (&Frame, &Ticks),
    position: LabelPosition,
) -> Scatter {
    labels_at(apart(points, plot), position, "ink")
}

/// As [`labels_apart`], `distance` pixels to the right of the marks.
pub(super) fn labels_beside(
    points: Vec<((f64, f64), String)>,
    plot: (&Frame, &Ticks),
    distance: f64,
) -> Scatter {
    labels(apart(points, plot), LabelPosition::Right, "ink", distance)
}

fn apart(points: Vec<((f64, f64), String)>, (frame, ticks): (&Frame, &Ticks)) -> Vec<((f64, f64), String)> {
    let line = LINE * (ticks.high - ticks.low) / (frame.bottom - frame.top).max(1.0);
    let wanted: Vec<f64> = points.iter().map(|((_, y), _)| *y).collect();
    let heights = spread(&wanted, line, ticks.low, ticks.high);
    points.into_iter().zip(heights).map(|(((x, _), text), y)| ((x, y), text)).collect()
}

/// Texts at points of the plot: position, words. Where they would cover one another only some are shown.
pub(super) fn labels_at(
    points: Vec<((f64, f64), String)>,
    position: LabelPosition,
    variable: &str,
) -> Scatter {
    labels(points, position, variable, 8.0)
}

/// As [`labels_at`], `distance` pixels from the points.
fn labels(
    points: Vec<((f64, f64), String)>,
    position: LabelPosition,
    variable: &str,
    distance: f64,
) -> Scatter {
    let data = points.into_iter().map(|(at, text)| {
        let mut value = spot(at);
        value.push(CompositeValue::String(text));
        DataPoint::Value(value.into())
    });
    Scatter::new()
        .symbol_size(1.0)
        .item_style(ItemStyle::new().color("transparent").opacity(1.0))
        .label(
            Label::new()
                .show(true)
                .position(position)
                .distance(distance)
                .formatter(LABEL)
                .color(colour(variable))
                .font_size(13.0),
        )
        .data(data.collect::<Vec<_>>())
}
