//! Paired bars: two values of each thing, such as what it should weigh and what it does weigh.

use super::axes::{Frame, WIDTH, bottom_axis, bottom_title, side, side_label};
use super::axes_option::{bottom_value_axis, grid, name_axis, row_texts, with_grid};
use super::drawing::Drawing;
use super::mark::{Mark, Reading, present};
use super::option::{Beside, finish, item, mark_style};
use super::pen::{Anchor, Pen};
use super::scale::{Scale, extent};
use super::text::{shorten, widest, width};
use super::ticks::Ticks;
use charming::Chart;
use charming::series::Bar;

/// Height of one row in pixels.
const ROW: f64 = 40.0;

/// Two values of one thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pair {
    /// Name of the row.
    pub label: String,
    /// Drawn as an outline.
    pub first: Reading,
    /// Drawn filled.
    pub second: Reading,
}

/// Pairs in the order given; bars start at zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paired {
    /// Measure and unit, below the axis.
    pub title: String,
    /// What the first values are.
    pub first: String,
    /// What the second values are.
    pub second: String,
    /// Rows from top to bottom.
    pub rows: Vec<Pair>,
    /// Ends that the axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

impl Paired {
    /// The chart; `format` writes a tick of the value axis. Empty when every value is missing.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let values = || self.rows.iter().flat_map(|row| [row.first.value, row.second.value]);
        if extent(values()).is_none() {
            return Drawing::default();
        }
        let Some(domain) = extent(values().chain([Some(0.0)])) else { return Drawing::default() };
        let ticks = Ticks::over(domain, self.bounds, 6, format);
        let height = (self.rows.len() as f64 * ROW) as u32 + 82;
        let texts = self.rows.iter().flat_map(|row| [row.first.text.as_str(), &row.second.text]);
        let frame = Frame {
            left: side(self.rows.iter().map(|row| row.label.as_str())),
            top: 30.0,
            right: f64::from(WIDTH) - widest(texts).min(150.0) - 14.0,
            bottom: f64::from(height) - 52.0,
            height,
        };
        Drawing::large(WIDTH, height, self.svg(&frame, &ticks), self.option(&frame, &ticks))
    }

    fn svg(&self, frame: &Frame, ticks: &Ticks) -> String {
        let x = frame.across(ticks);
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, "paired", WIDTH, frame.height);
        bottom_axis(&mut pen, frame, ticks);
        bottom_title(&mut pen, frame, &self.title);
        self.key(&mut pen, frame);
        for (index, row) in self.rows.iter().enumerate() {
            let y = frame.row(index, self.rows.len());
            pen.text_at("c-t", Anchor::End, (frame.left - 8.0, y), &side_label(&row.label));
            bar(&mut pen, &x, ("c-bar c-hollow", &row.first), y - 8.0);
            bar(&mut pen, &x, ("c-bar c-1", &row.second), y + 8.0);
        }
        pen.line("c-axis", (x.at(0.0), frame.top), (x.at(0.0), frame.bottom));
        pen.close();
        svg
    }

    /// What outline and filling mean.
    fn key(&self, pen: &mut Pen<'_>, frame: &Frame) {
        let mut left = frame.left;
        for (class, words) in [("c-bar c-hollow", &self.first), ("c-bar c-1", &self.second)] {
            let words = shorten(words, 200.0);
            pen.rect(class, (left, 6.0), (left + 18.0, 16.0));
            pen.text_at("c-t", Anchor::Start, (left + 24.0, 11.0), &words);
            left += 24.0 + width(&words) + 20.0;
        }
    }

    fn option(&self, frame: &Frame, ticks: &Ticks) -> String {
        let bars = |pick: fn(&Pair) -> &Reading, variable: &str, mark: Mark| {
            let one = |row: &Pair| {
                let reading = pick(row);
                let tooltip = format!("{} · {}", row.label, reading.text);
                item(present(reading.value), &tooltip, mark_style(variable, mark))
            };
            Bar::new().bar_width("30%").data(self.rows.iter().map(one).collect::<Vec<_>>())
        };
        let chart = Chart::new()
            .grid(grid(frame))
            .x_axis(with_grid(bottom_value_axis(ticks, &self.title)))
            .y_axis(name_axis(self.rows.iter().map(|row| side_label(&row.label)).collect(), true))
            .series(row_texts(ticks, frame, self.rows.len()))
            .series(bars(|row| &row.first, "muted", Mark::Hollow).name(&self.first))
            .series(bars(|row| &row.second, "c1", Mark::Solid).name(&self.second));
        let legend = serde_json::json!({
            "top": 0, "left": frame.left, "selectedMode": false, "textStyle": { "color": "var(--ink)", "fontSize": 13 },
            "data": [self.first, self.second],
        });
        finish(&chart, frame, Beside { legend: Some(legend), ..Beside::default() })
    }
}

/// A bar with its text at the end that points away from zero.
fn bar(pen: &mut Pen<'_>, x: &Scale, (class, reading): (&str, &Reading), y: f64) {
    let Some(value) = present(reading.value) else { return };
    pen.rect(class, (x.at(0.0), y - 6.0), (x.at(value), y + 6.0));
    pen.text_at("c-n", Anchor::Start, (x.at(value.max(0.0)) + 6.0, y), &side_label(&reading.text));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_has_an_outline_and_a_filled_bar() {
        let reading = |value: Option<f64>| Reading { value, text: "t".into(), mark: Mark::Solid };
        let row = |a, b| Pair { label: "甲".into(), first: reading(a), second: reading(b) };
        let paired = Paired {
            first: "名义权重".into(),
            second: "实际作用".into(),
            rows: vec![row(Some(0.3), Some(0.5)), row(Some(0.2), Some(-0.1)), row(Some(0.1), None)],
            ..Paired::default()
        };
        let drawing = paired.draw(&|v| v.to_string());
        // One more of each is the key.
        assert_eq!(drawing.svg.matches("c-bar c-hollow").count(), 4);
        assert_eq!(drawing.svg.matches("c-bar c-1").count(), 3);
        let option = drawing.charted();
        assert_eq!(option["xAxis"]["min"].as_f64().map(|low| low < 0.0), Some(true));
        assert!(Paired::default().draw(&|v| v.to_string()).is_empty());
    }
}
