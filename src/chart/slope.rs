//! Slope graph: two periods, one line for each unit.

use super::axes::{Frame, LINE, NARROW, WIDTH, marker, side, side_label};
use super::axes_option::{grid, labels_apart, name_axis, value_axis};
use super::drawing::Drawing;
use super::mark::{HUES, Mark, Reading, hue_class, hue_variable, present};
use super::option::{Beside, dot, dots, finish, stroke, symbol};
use super::pen::{Anchor, Pen};
use super::place::spread;
use super::scale::extent;
use super::text::{shorten, width};
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

/// Most room for the words at one end, of which 15 px keep them apart from the lines.
const ROOM: f64 = 205.0;
/// The same on a phone.
const NARROW_ROOM: f64 = 126.0;

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
        let Some((frame, ticks)) = self.layout(WIDTH, ROOM) else { return Drawing::default() };
        let svg = self.svg(("slope", WIDTH, ROOM), &frame, &ticks);
        Drawing::large(WIDTH, frame.height, svg, self.option(&frame, &ticks))
    }

    /// The static picture for a phone: names have less room, the type has the same size.
    #[must_use]
    pub fn narrow(&self) -> Drawing {
        let Some((frame, ticks)) = self.layout(NARROW, NARROW_ROOM) else { return Drawing::default() };
        let svg = self.svg(("slope c-narrow", NARROW, NARROW_ROOM), &frame, &ticks);
        Drawing::still(NARROW, frame.height, svg)
    }

    /// Where the lines stand in a drawing of `whole` pixels; `None` when no unit has a value.
    fn layout(&self, whole: u32, most: f64) -> Option<(Frame, Ticks)> {
        let values = self.lines.iter().flat_map(|line| [line.from.value, line.to.value]);
        let ticks = Ticks::over(extent(values)?, None, 5, &|_| String::new());
        let height = 320.max((self.lines.len().min(60) as f64 * LINE) as u32 + 60);
        let labels = self.lines.iter().flat_map(|line| [left_label(line, most), right_label(line, most)]);
        let labels: Vec<String> = labels.collect();
        // Both ends get the same room; the lines keep a third of the width.
        let room = side(labels.iter().map(String::as_str)).clamp(70.0, most);
        let (left, right) = (room + 4.0, f64::from(whole) - room - 4.0);
        Some((Frame { left, top: 40.0, right, bottom: f64::from(height) - 14.0, height }, ticks))
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

    fn svg(&self, (kind, whole, room): (&str, u32, f64), frame: &Frame, ticks: &Ticks) -> String {
        let y = frame.up(ticks);
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, kind, whole, frame.height);
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
                left.labels.extend(from.map(|at| (at, left_label(line, room), highlight)));
                right.labels.extend(to.map(|at| (at, right_label(line, room), highlight)));
            }
        }
        left.write(&mut pen, frame);
        right.write(&mut pen, frame);
        pen.close();
        svg
    }

    fn option(&self, frame: &Frame, ticks: &Ticks) -> String {
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
            left.extend(from.map(|value| ((0.0, value), left_label(line, ROOM))));
            right.extend(to.map(|value| ((1.0, value), right_label(line, ROOM))));
        }
        let chart = chart
            .series(labels_apart(left, (frame, ticks), LabelPosition::Left))
            .series(labels_apart(right, (frame, ticks), LabelPosition::Right));
        finish(&chart, frame, Beside::default())
    }
}

fn left_label(line: &SlopeLine, room: f64) -> String {
    format!("{}  {}", fitting(line, &line.from.text, room), line.from.text)
}

fn right_label(line: &SlopeLine, room: f64) -> String {
    format!("{}  {}", line.to.text, fitting(line, &line.to.text, room))
}

/// The name as it fits beside its value: what is cut off is never the value.
fn fitting(line: &SlopeLine, value: &str, room: f64) -> String {
    shorten(&line.label, room - 15.0 - width(&format!("  {value}")))
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

    /// Ranks are often tied at an end, and names are longer than a phone has room for.
    #[test]
    fn labels_of_ties_stand_apart_and_keep_their_values() {
        let at = |value: f64| Reading { value: Some(value), text: format!("{value}"), mark: Mark::Solid };
        let line = |n: usize| SlopeLine {
            label: format!("A rather long name of somebody, the {n}th"),
            from: at(5.0),
            to: at(if n < 12 { 4.0 } else { 6.0 }),
            highlight: n == 3,
        };
        let slope = Slope { from: "a".into(), to: "b".into(), lines: (0..24).map(line).collect() };
        for drawing in [slope.draw(), slope.narrow()] {
            let texts = |end: &str| -> Vec<(f64, String)> {
                let of = |text: &str| {
                    let (tag, rest) = text.split_once('>')?;
                    let y = tag.split("y=\"").nth(1)?.split('"').next()?.parse().ok()?;
                    (tag.contains("c-end") == (end == "left"))
                        .then(|| (y, rest.split('<').next().unwrap().to_owned()))
                };
                let mut found: Vec<(f64, String)> =
                    drawing.svg.split("<text ").skip(3).filter_map(of).collect();
                found.sort_by(|a, b| a.0.total_cmp(&b.0));
                found
            };
            let (left, right) = (texts("left"), texts("right"));
            assert_eq!((left.len(), right.len()), (24, 24));
            for pair in left.windows(2).chain(right.windows(2)) {
                assert!(pair[1].0 - pair[0].0 > 15.0, "{pair:?}");
            }
            assert!(left.iter().all(|(_, text)| text.ends_with("  5")), "{left:?}");
            assert!(
                right.iter().all(|(_, text)| text.starts_with("4  ") || text.starts_with("6  ")),
                "{right:?}"
            );
        }
        assert!(slope.narrow().svg.contains("c-narrow") && slope.narrow().option.is_none());
    }
}
