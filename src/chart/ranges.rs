//! Ranges: a dot for what is, a long bar for how far it reaches, a short one for how far chance alone reaches.

use super::axes::{Frame, WIDTH, bottom_axis, bottom_title, side, side_label};
use super::axes_option::{bottom_value_axis, grid, name_axis, row_texts, with_grid};
use super::drawing::Drawing;
use super::mark::{Mark, drawable};
use super::option::{Beside, colour, dot, dots, finish, item};
use super::pen::{Anchor, Pen};
use super::scale::extent;
use super::ticks::Ticks;
use charming::Chart;
use charming::element::ItemStyle;
use charming::series::Bar;

/// Height of one row in pixels.
const ROW: f64 = 22.0;

/// One dot with its ranges.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RangeRow {
    /// Name of the row.
    pub label: String,
    /// What is.
    pub at: f64,
    /// How far it reaches: low and high.
    pub wide: (f64, f64),
    /// How far chance alone reaches, if that is known.
    pub narrow: Option<(f64, f64)>,
    /// Dot and ranges as the page shows them.
    pub text: String,
    /// True for a row that needs to be looked at: its dot is hollow.
    pub marked: bool,
}

/// Dots with their ranges, in the order given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ranges {
    /// What is measured, below the axis.
    pub title: String,
    /// Rows from top to bottom.
    pub rows: Vec<RangeRow>,
    /// Ends that the axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

/// A row that can be drawn.
struct Drawn<'a> {
    row: &'a RangeRow,
    at: f64,
    wide: (f64, f64),
    narrow: Option<(f64, f64)>,
}

fn ends((low, high): (f64, f64)) -> Option<(f64, f64)> {
    let (low, high) = (drawable(low)?, drawable(high)?);
    Some((low.min(high), low.max(high)))
}

/// The row, if it can be drawn.
fn drawn(row: &RangeRow) -> Option<Drawn<'_>> {
    let (at, wide) = (drawable(row.at)?, ends(row.wide)?);
    Some(Drawn { row, at, wide, narrow: row.narrow.and_then(ends) })
}

impl Ranges {
    /// The chart; `format` writes a tick of the value axis. Empty without a row that can be drawn.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let rows: Vec<Drawn<'_>> = self.rows.iter().filter_map(drawn).collect();
        let all = rows.iter().flat_map(|of| {
            let narrow = of.narrow.unwrap_or(of.wide);
            [of.at, of.wide.0, of.wide.1, narrow.0, narrow.1].map(Some)
        });
        let Some(domain) = extent(all) else { return Drawing::default() };
        let ticks = Ticks::over(domain, self.bounds, 8, format);
        let height = (rows.len() as f64 * ROW) as u32 + 58;
        let frame = Frame {
            left: side(rows.iter().map(|of| of.row.label.as_str())),
            top: 6.0,
            right: f64::from(WIDTH) - 18.0,
            bottom: f64::from(height) - 52.0,
            height,
        };
        Drawing::large(WIDTH, height, self.svg(&rows, &frame, &ticks), self.option(&rows, &frame, &ticks))
    }

    fn svg(&self, rows: &[Drawn<'_>], frame: &Frame, ticks: &Ticks) -> String {
        let x = frame.across(ticks);
        let mut svg = String::with_capacity(8192);
        let mut pen = Pen::open(&mut svg, "ranges", WIDTH, frame.height);
        bottom_axis(&mut pen, frame, ticks);
        bottom_title(&mut pen, frame, &self.title);
        for (index, of) in rows.iter().enumerate() {
            let y = frame.row(index, rows.len());
            pen.text_at("c-t", Anchor::End, (frame.left - 8.0, y), &side_label(&of.row.label));
            pen.titled("c-reach", &of.row.text, |pen| {
                // A range of nothing is still there: two pixels.
                let bar = |pen: &mut Pen<'_>, class: &str, (low, high): (f64, f64), half: f64| {
                    pen.rect(class, (x.at(low) - 1.0, y - half), (x.at(high) + 1.0, y + half));
                };
                bar(pen, "c-far", of.wide, 2.0);
                if let Some(narrow) = of.narrow {
                    bar(pen, "c-near", narrow, 4.0);
                }
                let class = if of.row.marked { "c-spot c-hollow" } else { "c-spot" };
                pen.circle(class, (x.at(of.at), y), 5.0);
            });
        }
        pen.close();
        svg
    }

    /// A transparent bar carries the visible one.
    fn option(&self, rows: &[Drawn<'_>], frame: &Frame, ticks: &Ticks) -> String {
        let names = rows.iter().map(|of| side_label(&of.row.label)).collect();
        let mut chart = Chart::new()
            .grid(grid(frame))
            .x_axis(with_grid(bottom_value_axis(ticks, &self.title)))
            .y_axis(name_axis(names, true))
            .series(row_texts(ticks, frame, rows.len()));
        let styles = [("wide", "4", "muted"), ("narrow", "8", "c1")];
        for (stack, width, variable) in styles {
            let pick = |of: &Drawn<'_>| if stack == "wide" { Some(of.wide) } else { of.narrow };
            let base = rows.iter().map(|of| {
                let low = pick(of).map_or(ticks.low, |(low, _)| low);
                item(low, "", ItemStyle::new().color("transparent"))
            });
            let reach = rows.iter().map(|of| {
                let length = pick(of).map_or(0.0, |(low, high)| high - low);
                item(length, &of.row.text, ItemStyle::new().color(colour(variable)))
            });
            let bar = |data| Bar::new().stack(stack).bar_width(width).bar_gap("-100%").data(data);
            chart = chart.series(bar(base.collect::<Vec<_>>())).series(bar(reach.collect::<Vec<_>>()));
        }
        let marks = rows.iter().enumerate().map(|(at, of)| {
            let mark = if of.row.marked { Mark::Hollow } else { Mark::Solid };
            dot((of.at, at as f64), &of.row.text, "ink", mark)
        });
        finish(&chart.series(dots("ink", 10.0, marks.collect())), frame, Beside::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_dot_and_as_many_bars_as_ranges() {
        let row = |narrow, marked| RangeRow {
            label: "甲".into(),
            at: 3.0,
            wide: (1.0, 7.0),
            narrow,
            text: "3 [1, 7]".into(),
            marked,
        };
        let ranges = Ranges {
            rows: vec![row(Some((2.0, 4.0)), true), row(None, false)],
            bounds: Some((1.0, 10.0)),
            ..Ranges::default()
        };
        let drawing = ranges.draw(&|v| v.to_string());
        assert_eq!(drawing.svg.matches("c-far").count(), 2);
        assert_eq!(drawing.svg.matches("c-near").count(), 1);
        assert_eq!(drawing.svg.matches("c-spot c-hollow").count(), 1);
        let lost = RangeRow { at: f64::NAN, ..RangeRow::default() };
        assert!(Ranges { rows: vec![lost], ..Ranges::default() }.draw(&|v| v.to_string()).is_empty());
    }
}
