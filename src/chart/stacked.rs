//! Stacked columns over periods: how the weights of a scheme changed.

use super::axes::{Frame, LINE, WIDTH, column_names, left_axis, side, side_label, top_title};
use super::axes_option::{grid, labels_beside, left_texts, left_value_axis, name_axis};
use super::drawing::Drawing;
use super::mark::{HUES, Reading, hue_class, hue_variable, present};
use super::option::{Beside, colour, finish, item};
use super::pen::{Anchor, Pen};
use super::place::spread;
use super::text::width;
use super::ticks::Ticks;
use charming::Chart;
use charming::element::ItemStyle;
use charming::series::Bar;

const HEIGHT: u32 = 300;

/// One layer of the stack.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layer {
    /// Name, written beside the last column.
    pub label: String,
    /// One reading for each period; missing and negative ones take no room.
    pub readings: Vec<Reading>,
}

/// Parts of a whole over periods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stacked {
    /// Measure and unit, above the axis.
    pub title: String,
    /// Names of the periods in order of time.
    pub periods: Vec<String>,
    /// Layers from bottom to top.
    pub layers: Vec<Layer>,
    /// Ends that the axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

/// The height of a layer in one period.
fn size(layer: &Layer, period: usize) -> Option<f64> {
    layer.readings.get(period).and_then(|reading| present(reading.value)).filter(|value| *value > 0.0)
}

impl Stacked {
    /// The chart; `format` writes a tick of the value axis. Empty when nothing is above zero.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let totals = (0..self.periods.len())
            .map(|period| self.layers.iter().filter_map(|layer| size(layer, period)).sum::<f64>());
        let Some(most) = totals.reduce(f64::max).filter(|most| *most > 0.0) else {
            return Drawing::default();
        };
        let ticks = Ticks::over((0.0, most), self.bounds, 5, format);
        let frame = Frame {
            left: side(ticks.labels.iter().map(String::as_str)),
            top: 28.0,
            right: f64::from(WIDTH) - side(self.layers.iter().map(|layer| layer.label.as_str())) - 4.0,
            bottom: f64::from(HEIGHT) - 30.0,
            height: HEIGHT,
        };
        Drawing::large(WIDTH, HEIGHT, self.svg(&frame, &ticks), self.option(&frame, &ticks))
    }

    /// Up to four layers have hues of their own; more are shades in turn, told apart by seam and name.
    fn class(&self, index: usize) -> &'static str {
        if self.layers.len() <= HUES {
            return hue_class(index);
        }
        if index.is_multiple_of(2) { "c-other" } else { "c-other c-pale" }
    }

    fn svg(&self, frame: &Frame, ticks: &Ticks) -> String {
        let (y, count) = (frame.up(ticks), self.periods.len());
        let half = ((frame.right - frame.left) / count as f64 * 0.36).min(36.0);
        let mut svg = String::with_capacity(8192);
        let mut pen = Pen::open(&mut svg, "stacked", WIDTH, HEIGHT);
        top_title(&mut pen, &self.title);
        left_axis(&mut pen, frame, ticks);
        let mut ends: Vec<(f64, &str)> = Vec::new();
        for period in 0..count {
            let (x, mut below) = (frame.column(period, count), 0.0);
            for (index, layer) in self.layers.iter().enumerate() {
                let Some(part) = size(layer, period) else { continue };
                let (from, to) = (y.at(below), y.at(below + part));
                below += part;
                pen.rect(&format!("c-layer {}", self.class(index)), (x - half, from), (x + half, to));
                let text = layer.readings.get(period).map_or("", |reading| reading.text.as_str());
                if from - to >= 18.0 && width(text) <= 2.0 * half - 6.0 {
                    pen.text_at("c-n", Anchor::Middle, (x, (from + to) / 2.0), text);
                }
                if period + 1 == count {
                    ends.push(((from + to) / 2.0, &layer.label));
                }
            }
        }
        column_names(&mut pen, frame, &self.periods);
        let wanted: Vec<f64> = ends.iter().map(|(at, _)| *at).collect();
        let x = frame.column(count.saturating_sub(1), count) + half + 8.0;
        for ((_, label), at) in ends.iter().zip(spread(&wanted, LINE, frame.top, frame.bottom)) {
            pen.text_at("c-t", Anchor::Start, (x, at), &side_label(label));
        }
        pen.close();
        svg
    }

    fn option(&self, frame: &Frame, ticks: &Ticks) -> String {
        let mut chart = Chart::new()
            .grid(grid(frame))
            .x_axis(name_axis(self.periods.clone(), false))
            .y_axis(left_value_axis(ticks, &self.title, frame))
            .series(left_texts(ticks));
        let (last, mut below, mut ends) = (self.periods.len().saturating_sub(1), 0.0, Vec::new());
        for (index, layer) in self.layers.iter().enumerate() {
            let hue = match (self.layers.len() <= HUES, index.is_multiple_of(2)) {
                (true, _) => hue_variable(index),
                (false, true) => "muted",
                (false, false) => "no-value",
            };
            let data = self.periods.iter().enumerate().map(|(period, name)| {
                let text = layer.readings.get(period).map_or("", |reading| reading.text.as_str());
                item(size(layer, period), &format!("{} · {name} · {text}", layer.label), tint(hue))
            });
            chart = chart.series(Bar::new().stack("layers").bar_width("72%").data(data.collect::<Vec<_>>()));
            if let Some(part) = size(layer, last) {
                ends.push(((last as f64, below + part / 2.0), side_label(&layer.label)));
                below += part;
            }
        }
        let half = (frame.right - frame.left) / self.periods.len().max(1) as f64 * 0.36;
        // Names stand clear of the last column, whose width only the layout knows.
        let labels = labels_beside(ends, (frame, ticks), half + 8.0);
        finish(&chart.series(labels), frame, Beside { decal: true, ..Beside::default() })
    }
}

/// Pale inside with an edge in full colour, as the drawing has it.
fn tint(hue: &str) -> ItemStyle {
    let pale = format!("color-mix(in srgb, var(--{hue}) 30%, transparent)");
    ItemStyle::new().color(pale.as_str()).border_color(colour(hue)).border_width(1.5)
}

#[cfg(test)]
mod tests {
    use super::super::mark::Mark;
    use super::*;

    /// 60 + 40 of 100 on 242 px from 270: the seam is at 270 − 145.2 = 124.8.
    #[test]
    fn layers_stand_on_one_another() {
        let layer = |label: &str, values: [Option<f64>; 2]| Layer {
            label: label.into(),
            readings: values.map(|value| Reading { value, text: "t".into(), mark: Mark::Solid }).to_vec(),
        };
        let stacked = Stacked {
            periods: vec!["1".into(), "2".into()],
            layers: vec![layer("质量", [Some(60.0), None]), layer("效率", [Some(40.0), Some(100.0)])],
            ..Stacked::default()
        };
        let drawing = stacked.draw(&|v| v.to_string());
        assert!(drawing.svg.contains(r#"y="124.8" width="72" height="145.2"/>"#), "{}", drawing.svg);
        assert_eq!(drawing.svg.matches("c-layer").count(), 3);
        assert!(!drawing.svg.contains(">质量<") && drawing.svg.contains(">效率<"));
        assert!(drawing.option.unwrap_or_default().contains("\"decal\":true"));
    }
}
