//! Slope graph: two periods, one line for each unit.

use super::axes::{Frame, LINE, WIDTH, marker, side, side_label};
use super::axes_option::{grid, labels_apart, name_axis, value_axis};
use super::drawing::Drawing;
use super::mark::{HUES, Mark, Reading, hue_class, hue_variable, present};
use super::option::{dot, dots, finish, stroke, symbol};
use super::pen::{Anchor, Pen};
use super::place::spread;
use super::scale::extent;
use super::ticks::Ticks;
use charming::Chart;
use charming::element::{LabelPosition, LineStyleType};

/// One unit at two periods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SlopeLine {
    /// Name.
    pub label: String,
    /// The earlier value.
    pub from: Reading,
    /// The later value.
    pub to: Reading,
    /// Highlighted lines have a hue, the rest are grey. Four hues, so at most four lines.
    pub highlight: bool,
}

/// Two periods side by side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slope {
    /// Name of the earlier period.
    pub from: String,
    /// Name of the later period.
    pub to: String,
    /// The units.
    pub lines: Vec<SlopeLine>,
}

/// One end of the graph: where labels stand, and each with its height and words.
struct End {
    x: f64,
    anchor: Anchor,
    labels: Vec<(f64, String, bool)>,
}

impl Slope {
    /// The chart. Empty when no unit has a value.
    #[must_use]
    pub fn draw(&self) -> Drawing {
        let values = self.lines.iter().flat_map(|line| [line.from.value, line.to.value]);
        let Some(domain) = extent(values) else { return Drawing::default() };
        let ticks = Ticks::over(domain, None, 5, &|_| String::new());
        let height = 320.max((self.lines.len().min(60) as f64 * LINE) as u32 + 60);
        let labels: Vec<String> = self.lines.iter().flat_map(|l| [left_label(l), right_label(l)]).collect();
        // Both ends get the same room; the lines keep a third of the width.
        let room = side(labels.iter().map(String::as_str)).clamp(70.0, 205.0);
        let frame = Frame {
            left: room + 4.0,
            top: 40.0,
            right: f64::from(WIDTH) - room - 4.0,
            bottom: f64::from(height) - 14.0,
            height,
        };
        Drawing::large(WIDTH, height, self.svg(&frame, &ticks), self.option(&frame, &ticks))
    }

    fn style(&self, index: usize) -> (&'static str, &'static str, usize) {
        match self.lines.get(index) {
            Some(line) if line.highlight => {
                let place = self.lines.iter().take(index).filter(|line| line.highlight).count();
                (hue_class(place), hue_variable(place), place % HUES)
            }
            _ => ("c-other", "muted", 0),
        }
    }

    fn svg(&self, frame: &Frame, ticks: &Ticks) -> String {
        let y = frame.up(ticks);
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, "slope", WIDTH, frame.height);
        pen.text("c-t c-label", Anchor::Middle, (frame.left, 18.0), &side_label(&self.from));
        pen.text("c-t c-label", Anchor::Middle, (frame.right, 18.0), &side_label(&self.to));
        pen.line("c-axis", (frame.left, 28.0), (frame.left, frame.bottom + 6.0));
        pen.line("c-axis", (frame.right, 28.0), (frame.right, frame.bottom + 6.0));
        let mut left = End { x: frame.left - 10.0, anchor: Anchor::End, labels: Vec::new() };
        let mut right = End { x: frame.right + 10.0, anchor: Anchor::Start, labels: Vec::new() };
        // Highlighted lines last, above the grey ones.
        for highlight in [false, true] {
            for (index, line) in self.lines.iter().enumerate().filter(|(_, line)| line.highlight == highlight)
            {
                let (hue, _, style) = self.style(index);
                let from = present(line.from.value).map(|value| y.at(value));
                let to = present(line.to.value).map(|value| y.at(value));
                if let Some((from, to)) = from.zip(to) {
                    let dash = if line.to.mark == Mark::Provisional { " c-dash" } else { "" };
                    pen.line(
                        &format!("c-line {hue} c-d{style}{dash}"),
                        (frame.left, from),
                        (frame.right, to),
                    );
                }
                for (x, at, reading) in [(frame.left, from, &line.from), (frame.right, to, &line.to)] {
                    let hollow = if reading.mark == Mark::Hollow { " c-hollow" } else { "" };
                    at.iter()
                        .for_each(|at| marker(&mut pen, &format!("c-dot {hue}{hollow}"), (x, *at), style));
                }
                left.labels.extend(from.map(|at| (at, left_label(line), highlight)));
                right.labels.extend(to.map(|at| (at, right_label(line), highlight)));
            }
        }
        left.write(&mut pen, frame);
        right.write(&mut pen, frame);
        pen.close();
        svg
    }

    fn option(&self, frame: &Frame, ticks: &Ticks) -> serde_json::Value {
        let mut chart = Chart::new()
            .grid(grid(frame))
            .x_axis(
                name_axis(vec![self.from.clone(), self.to.clone()], false)
                    .boundary_gap(false)
                    .position("top"),
            )
            .y_axis(value_axis(ticks).show(false));
        let solid =
            [LineStyleType::Solid, LineStyleType::Dashed, LineStyleType::Dotted, LineStyleType::Solid];
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for (index, line) in self.lines.iter().enumerate() {
            let (_, hue, style) = self.style(index);
            let (from, to) = (present(line.from.value), present(line.to.value));
            if let Some((from, to)) = from.zip(to) {
                let kind = if line.to.mark == Mark::Provisional {
                    LineStyleType::Dashed
                } else {
                    solid.get(style).copied().unwrap_or(LineStyleType::Solid)
                };
                chart = chart.series(stroke(
                    &[(0.0, from), (1.0, to)],
                    hue,
                    if line.highlight { 2.0 } else { 1.25 },
                    kind,
                ));
            }
            let ends = [(0.0, from, &line.from), (1.0, to, &line.to)];
            let marks = ends.into_iter().filter_map(|(x, value, reading)| {
                let tooltip = format!("{} · {}", line.label, reading.text);
                value.map(|value| dot((x, value), &tooltip, hue, reading.mark))
            });
            chart = chart.series(dots(hue, 9.0, marks.collect()).symbol(symbol(style)));
            left.extend(from.map(|value| ((0.0, value), left_label(line))));
            right.extend(to.map(|value| ((1.0, value), right_label(line))));
        }
        let chart = chart
            .series(labels_apart(left, (frame, ticks), LabelPosition::Left))
            .series(labels_apart(right, (frame, ticks), LabelPosition::Right));
        finish(&chart, frame, false)
    }
}

fn left_label(line: &SlopeLine) -> String {
    side_label(&format!("{}  {}", line.label, line.from.text))
}

fn right_label(line: &SlopeLine) -> String {
    side_label(&format!("{}  {}", line.to.text, line.label))
}

impl End {
    fn write(&self, pen: &mut Pen<'_>, frame: &Frame) {
        let wanted: Vec<f64> = self.labels.iter().map(|(at, ..)| *at).collect();
        let heights = spread(&wanted, LINE, frame.top, frame.bottom);
        for ((_, label, highlight), at) in self.labels.iter().zip(heights) {
            let class = if *highlight { "c-t c-label" } else { "c-t c-mute" };
            pen.text_at(class, self.anchor, (self.x, at), label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_with_one_value_has_a_mark_but_no_line() {
        let reading = |value: Option<f64>| Reading { value, text: "t".into(), mark: Mark::Solid };
        let line = |label: &str, from, to| SlopeLine {
            label: label.into(),
            from: reading(from),
            to: reading(to),
            highlight: label == "乙",
        };
        let slope = Slope {
            from: "Q1".into(),
            to: "Q2".into(),
            lines: vec![line("甲", Some(80.0), Some(85.0)), line("乙", None, Some(90.0))],
        };
        let svg = slope.draw().svg;
        assert_eq!(svg.matches("c-line").count(), 1);
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(svg.contains(">t  乙<"), "{svg}");
        assert!(Slope::default().draw().is_empty());
    }
}
