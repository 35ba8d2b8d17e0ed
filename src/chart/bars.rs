//! Ordered horizontal bars with target ticks.

use super::axes::{Frame, WIDTH, bottom_axis, bottom_title, side, side_label};
use super::axes_option::{bottom_value_axis, grid, labels_at, name_axis, row_texts, with_grid};
use super::drawing::Drawing;
use super::mark::{Mark, Reading, Status, present};
use super::option::{Beside, colour, finish, item, mark_style, spot};
use super::pen::{Anchor, Pen};
use super::scale::{Scale, extent};
use super::text::{widest, width};
use super::ticks::Ticks;
use charming::Chart;
use charming::element::{ItemStyle, LabelPosition, Symbol};
use charming::series::{Bar, Scatter};

/// Height of one row in pixels.
const ROW: f64 = 26.0;

/// One bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BarRow {
    /// Name of the row.
    pub label: String,
    /// Length of the bar and its text; missing leaves the row without a bar.
    pub reading: Reading,
    /// Target of the row.
    pub target: Option<f64>,
    /// How the value stands.
    pub status: Status,
}

/// Bars in the order given; they start at zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    /// Measure and unit, below the axis.
    pub title: String,
    /// Rows from top to bottom.
    pub rows: Vec<BarRow>,
    /// Ends that the axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

impl BarRow {
    /// The value after which the text stands, clear of the bar, and of the target where it is near.
    fn text_from(&self, x: &Scale) -> f64 {
        let end = present(self.reading.value).unwrap_or(0.0).max(0.0);
        let near = |target: &f64| {
            let gap = x.at(*target) - x.at(end);
            gap > -4.0 && gap < width(&self.reading.text) + 14.0
        };
        present(self.target).filter(near).unwrap_or(end).max(end)
    }
}

impl Bars {
    /// The chart; `format` writes a tick of the value axis. Empty when every value is missing.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let values = || self.rows.iter().map(|row| row.reading.value);
        if extent(values()).is_none() {
            return Drawing::default();
        }
        let all = values().chain(self.rows.iter().map(|row| row.target)).chain([Some(0.0)]);
        let Some(domain) = extent(all) else { return Drawing::default() };
        let ticks = Ticks::over(domain, self.bounds, 6, format);
        let height = (self.rows.len() as f64 * ROW) as u32 + 58;
        let frame = Frame {
            left: side(self.rows.iter().map(|row| row.label.as_str())),
            top: 6.0,
            right: f64::from(WIDTH)
                - widest(self.rows.iter().map(|r| r.reading.text.as_str())).min(170.0)
                - 14.0,
            bottom: f64::from(height) - 52.0,
            height,
        };
        Drawing::large(WIDTH, height, self.svg(&frame, &ticks), self.option(&frame, &ticks))
    }

    fn svg(&self, frame: &Frame, ticks: &Ticks) -> String {
        let x = frame.across(ticks);
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, "bars", WIDTH, frame.height);
        bottom_axis(&mut pen, frame, ticks);
        bottom_title(&mut pen, frame, &self.title);
        for (index, row) in self.rows.iter().enumerate() {
            let y = frame.row(index, self.rows.len());
            pen.text_at("c-t", Anchor::End, (frame.left - 8.0, y), &side_label(&row.label));
            let value = present(row.reading.value);
            if let Some(value) = value {
                let class =
                    if row.reading.mark == Mark::Hollow { "c-bar c-hollow" } else { row.status.bar() };
                pen.rect(class, (x.at(0.0), y - 8.0), (x.at(value), y + 8.0));
            }
            if let Some(at) = present(row.target).map(|target| x.at(target)) {
                pen.rect("c-target", (at - 1.5, y - 11.0), (at + 1.5, y + 11.0));
            }
            let end = x.at(row.text_from(&x));
            pen.text_at("c-n", Anchor::Start, (end + 6.0, y), &side_label(&row.reading.text));
        }
        pen.line("c-axis", (x.at(0.0), frame.top), (x.at(0.0), frame.bottom));
        pen.close();
        svg
    }

    fn option(&self, frame: &Frame, ticks: &Ticks) -> String {
        let x = frame.across(ticks);
        let bars = self.rows.iter().map(|row| {
            let tooltip = format!("{} · {}", row.label, row.reading.text);
            let variable = if row.status == Status::NoValue { "c1" } else { row.status.variable() };
            item(present(row.reading.value), &tooltip, mark_style(variable, row.reading.mark))
        });
        let targets = self.rows.iter().enumerate().filter_map(|(index, row)| {
            present(row.target).map(|target| {
                item(spot((target, index as f64)), &row.label, ItemStyle::new().color(colour("ink")))
            })
        });
        let ends = self.rows.iter().enumerate().map(|(index, row)| {
            let end = row.text_from(&x);
            ((end, index as f64), side_label(&row.reading.text))
        });
        let chart = Chart::new()
            .grid(grid(frame))
            .x_axis(with_grid(bottom_value_axis(ticks, &self.title)))
            .y_axis(name_axis(self.rows.iter().map(|row| side_label(&row.label)).collect(), true))
            .series(row_texts(ticks, frame, self.rows.len()))
            .series(Bar::new().bar_width("62%").data(bars.collect::<Vec<_>>()))
            .series(
                Scatter::new()
                    .symbol(Symbol::Custom("path://M0,0h3v22h-3z".to_owned()))
                    .symbol_size(22.0)
                    .data(targets.collect::<Vec<_>>()),
            )
            .series(labels_at(ends.collect(), LabelPosition::Right, "ink"));
        finish(&chart, frame, Beside::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_start_at_zero_and_keep_their_order() {
        let row = |label: &str, value: Option<f64>| BarRow {
            label: label.into(),
            reading: Reading { value, text: "t".into(), mark: Mark::Solid },
            target: Some(60.0),
            status: Status::OnTarget,
        };
        let bars = Bars { rows: vec![row("甲", Some(80.0)), row("乙", None)], ..Bars::default() };
        let drawing = bars.draw(&|v| v.to_string());
        assert_eq!(
            drawing.svg.matches("c-bar").count(),
            1 + usize::from(drawing.svg.contains("c-svg c-bars"))
        );
        let option = drawing.charted();
        assert_eq!(option["xAxis"]["min"], 0.0);
        assert_eq!(option["yAxis"]["data"][0], "甲");
        assert!(option["series"][1]["data"][1]["value"].is_null());
    }
}
