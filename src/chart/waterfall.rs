//! Waterfall: from one total to another by the contribution of each indicator, in the order of the scheme.

use super::axes::{Frame, NARROW, WIDTH, bottom_axis_within, bottom_title, side, side_label};
use super::axes_option::{bottom_value_axis, grid, labels_at, name_axis, row_texts, with_grid};
use super::drawing::Drawing;
use super::mark::{Mark, present};
use super::option::{Beside, finish, item, mark_style, stroke};
use super::pen::{Anchor, Pen};
use super::scale::extent;
use super::text::widest;
use super::ticks::Ticks;
use charming::Chart;
use charming::datatype::DataPoint;
use charming::element::{ItemStyle, LabelPosition, LineStyleType};
use charming::series::Bar;

/// Height of one row in pixels.
const ROW: f64 = 28.0;

/// One row of a waterfall.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A total, drawn from zero; what follows starts from it.
    Total {
        /// Name of the row.
        label: String,
        /// The total.
        value: Option<f64>,
        /// The total as the page shows it.
        text: String,
    },
    /// An addition (above zero) or a deduction. `None` is a row without a bar (not applicable).
    Change {
        /// Name of the row.
        label: String,
        /// The change.
        by: Option<f64>,
        /// The change as the page shows it, with its sign; an arrow is put before it.
        text: String,
    },
}

/// How a total came about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Waterfall {
    /// Measure and unit, below the axis.
    pub title: String,
    /// Rows from top to bottom.
    pub steps: Vec<Step>,
}

/// What a bar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Total,
    Gain,
    Loss,
    Missing,
}

impl Turn {
    fn class(self) -> &'static str {
        match self {
            Self::Gain => "c-bar c-on",
            Self::Loss => "c-bar c-below",
            Self::Total | Self::Missing => "c-bar c-total",
        }
    }

    fn variable(self) -> &'static str {
        match self {
            Self::Gain => "on-target",
            Self::Loss => "below",
            Self::Total | Self::Missing => "muted",
        }
    }
}

/// One row with its bar from `from` to `to`.
struct Row<'a> {
    label: &'a str,
    text: String,
    turn: Turn,
    from: f64,
    to: f64,
}

/// Whether the axis may leave zero out: every level lies so far from it that the changes between them would be slivers.
/// Totals are then marks at their place and not bars, whose length would mislead.
fn cut(rows: &[Row<'_>]) -> bool {
    let levels = || rows.iter().filter(|row| row.turn != Turn::Missing).map(|row| row.to);
    let (low, high) = (levels().fold(f64::INFINITY, f64::min), levels().fold(0.0, f64::max));
    rows.first().is_some_and(|row| row.turn == Turn::Total) && low > 0.5 * high
}

/// Shrinks the bars of totals to marks.
fn mark_totals(rows: &mut [Row<'_>], (low, high): (f64, f64)) {
    for row in rows.iter_mut().filter(|row| row.turn == Turn::Total && row.from == 0.0) {
        row.from = row.to - (high - low) * 0.012;
    }
}

/// Where the rows stand, with the bars of totals made marks where zero is left out; `None` when no row has a value.
fn layout(rows: &mut [Row<'_>], whole: u32, format: &dyn Fn(f64) -> String) -> Option<(Frame, Ticks)> {
    if rows.iter().all(|row| row.turn == Turn::Missing) {
        return None;
    }
    let cut = cut(rows);
    let zero = (!cut).then_some(0.0);
    let ends = rows.iter().filter(|row| row.turn != Turn::Missing);
    let ends = ends.flat_map(|row| [(row.turn != Turn::Total || !cut).then_some(row.from), Some(row.to)]);
    let domain = extent(ends.chain([zero]))?;
    if cut {
        mark_totals(rows, domain);
    }
    let ticks = Ticks::over(domain, None, if whole < WIDTH { 3 } else { 6 }, format);
    let height = (rows.len() as f64 * ROW) as u32 + 58;
    let frame = Frame {
        left: side(rows.iter().map(|row| row.label)),
        top: 6.0,
        right: f64::from(whole) - widest(rows.iter().map(|row| row.text.as_str())).min(170.0) - 14.0,
        bottom: f64::from(height) - 52.0,
        height,
    };
    Some((frame, ticks))
}

impl Waterfall {
    /// The chart; `format` writes a tick of the value axis. Empty when no row has a value.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let mut rows = self.rows();
        let Some((frame, ticks)) = layout(&mut rows, WIDTH, format) else { return Drawing::default() };
        let option = self.option(&rows, &frame, &ticks);
        Drawing::large(WIDTH, frame.height, self.svg(&rows, ("waterfall", WIDTH), &frame, &ticks), option)
    }

    /// The static picture for a phone: fewer ticks, type of the same size.
    #[must_use]
    pub fn narrow(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let mut rows = self.rows();
        let Some((frame, ticks)) = layout(&mut rows, NARROW, format) else { return Drawing::default() };
        let svg = self.svg(&rows, ("waterfall c-narrow", NARROW), &frame, &ticks);
        Drawing::still(NARROW, frame.height, svg)
    }

    /// The static picture alone, for print and for pages that exist in thousands.
    #[must_use]
    pub fn picture(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let mut rows = self.rows();
        let Some((frame, ticks)) = layout(&mut rows, WIDTH, format) else { return Drawing::default() };
        Drawing::still(WIDTH, frame.height, self.svg(&rows, ("waterfall", WIDTH), &frame, &ticks))
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let mut level = 0.0;
        let mut rows = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            rows.push(match step {
                Step::Total { label, value, text } => {
                    level = present(*value).unwrap_or(level);
                    let (turn, from) = match present(*value) {
                        Some(_) => (Turn::Total, 0.0),
                        None => (Turn::Missing, level),
                    };
                    Row { label, text: text.clone(), turn, from, to: level }
                }
                Step::Change { label, by, text } => {
                    let from = level;
                    level = present(by.map(|by| level + by)).unwrap_or(level);
                    let turn = match present(*by) {
                        None => Turn::Missing,
                        Some(by) if by > 0.0 => Turn::Gain,
                        Some(by) if by < 0.0 => Turn::Loss,
                        Some(_) => Turn::Total,
                    };
                    let arrow = match turn {
                        Turn::Gain => "▲ ",
                        Turn::Loss => "▼ ",
                        Turn::Total | Turn::Missing => "",
                    };
                    Row { label, text: format!("{arrow}{text}"), turn, from, to: level }
                }
            });
        }
        rows
    }

    fn svg(&self, rows: &[Row<'_>], (kind, whole): (&str, u32), frame: &Frame, ticks: &Ticks) -> String {
        let x = frame.across(ticks);
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, kind, whole, frame.height);
        bottom_axis_within(&mut pen, frame, ticks, whole);
        bottom_title(&mut pen, frame, &self.title);
        let count = rows.len();
        for (index, row) in rows.iter().enumerate() {
            let y = frame.row(index, count);
            pen.text_at("c-t", Anchor::End, (frame.left - 8.0, y), &side_label(row.label));
            if row.turn != Turn::Missing {
                let (from, to) = (x.at(row.from), x.at(row.to));
                // A change of nothing is still a row of the sum: a line of one pixel.
                let to = if (to - from).abs() < 1.0 { from + 1.0 } else { to };
                pen.rect(row.turn.class(), (from, y - 9.0), (to, y + 9.0));
            }
            if index + 1 < count {
                pen.line("c-link", (x.at(row.to), y + 9.0), (x.at(row.to), y + ROW - 9.0));
            }
            let end = x.at(row.from.max(row.to)) + 6.0;
            pen.text_at("c-n", Anchor::Start, (end, y), &side_label(&row.text));
        }
        if ticks.low < 0.0 {
            pen.line("c-axis", (x.at(0.0), frame.top), (x.at(0.0), frame.bottom));
        }
        pen.close();
        svg
    }

    /// A transparent bar carries the visible one; a bar across zero has a part on each side of it.
    fn option(&self, rows: &[Row<'_>], frame: &Frame, ticks: &Ticks) -> String {
        let bar = |data: Vec<DataPoint>| Bar::new().stack("steps").bar_width("64%").data(data);
        let clear = || ItemStyle::new().color("transparent");
        let part = |row: &Row<'_>, pick: fn(f64, f64) -> f64| {
            let tooltip = format!("{} · {}", row.label, row.text);
            let (low, high) = (row.from.min(row.to), row.from.max(row.to));
            let style = mark_style(row.turn.variable(), Mark::Solid);
            if row.turn == Turn::Missing {
                item(0.0, &tooltip, style)
            } else {
                item(pick(low, high), &tooltip, style)
            }
        };
        let base = rows.iter().map(|row| {
            let (low, high) = (row.from.min(row.to), row.from.max(row.to));
            item(if low > 0.0 { low } else { high.min(0.0) }, "", clear())
        });
        let above = rows.iter().map(|row| part(row, |low, high| (high - low.max(0.0)).max(0.0)));
        let below = rows.iter().map(|row| part(row, |low, high| (low - high.min(0.0)).min(0.0)));
        let mut chart = Chart::new()
            .grid(grid(frame))
            .x_axis(with_grid(bottom_value_axis(ticks, &self.title)))
            .y_axis(name_axis(rows.iter().map(|row| side_label(row.label)).collect(), true))
            .series(row_texts(ticks, frame, rows.len()))
            .series(bar(base.collect()))
            .series(bar(above.collect()))
            .series(bar(below.collect()));
        for (index, row) in rows.iter().enumerate().take(rows.len().saturating_sub(1)) {
            let link = [(row.to, index as f64), (row.to, index as f64 + 1.0)];
            chart = chart.series(stroke(&link, "muted", 1.0, LineStyleType::Solid).z(1));
        }
        let ends =
            rows.iter().enumerate().map(|(i, row)| ((row.from.max(row.to), i as f64), side_label(&row.text)));
        let labels = labels_at(ends.collect(), LabelPosition::Right, "ink");
        finish(&chart.series(labels), frame, Beside::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(by: Option<f64>) -> Step {
        Step::Change { label: "指标".into(), by, text: "t".into() }
    }

    #[test]
    fn each_change_starts_where_the_last_one_ended() {
        let total = Step::Total { label: "满分".into(), value: Some(100.0), text: "100".into() };
        let fall = Waterfall {
            steps: vec![total, change(Some(-20.0)), change(None), change(Some(5.0))],
            ..Waterfall::default()
        };
        let spans: Vec<(f64, f64, Turn)> = fall.rows().iter().map(|r| (r.from, r.to, r.turn)).collect();
        assert_eq!(
            spans,
            [
                (0.0, 100.0, Turn::Total),
                (100.0, 80.0, Turn::Loss),
                (80.0, 80.0, Turn::Missing),
                (80.0, 85.0, Turn::Gain)
            ]
        );
        let drawing = fall.draw(&|v| v.to_string());
        assert!(drawing.svg.contains("▼ t") && drawing.svg.contains("▲ t"));
        let option = drawing.charted();
        assert_eq!(option["series"][1]["data"][1]["value"], 80.0);
        assert_eq!(option["series"][2]["data"][1]["value"], 20.0);
    }

    #[test]
    fn a_bar_across_zero_has_a_part_on_each_side() {
        let start = Step::Total { label: "a".into(), value: Some(3.0), text: "3".into() };
        let drawing = Waterfall { steps: vec![start, change(Some(-5.0))], ..Waterfall::default() }
            .draw(&|v| v.to_string());
        let option = drawing.charted();
        let value = |series: usize| option["series"][series]["data"][1]["value"].as_f64();
        assert_eq!((value(1), value(2), value(3)), (Some(0.0), Some(3.0), Some(-2.0)));
    }
}
