//! Funnel plot: values of units of unequal size, with the limits of what chance explains (D. Spiegelhalter, Funnel
//! plots for comparing institutional performance, Statistics in Medicine 24, 2005).

use super::axes::{Frame, WIDTH, bottom_labels, bottom_title, left_axis, side, side_label, top_title};
use super::axes_option::{bottom_texts, bottom_value_axis, grid, labels_at, left_texts, left_value_axis};
use super::drawing::Drawing;
use super::mark::{Mark, Reading, Reference, drawable, present};
use super::option::{Beside, dot, dots, finish, stroke};
use super::pen::{Anchor, Pen};
use super::place::{Area, spread};
use super::scale::{Scale, extent};
use super::text::{SIZE, width};
use super::ticks::Ticks;
use charming::Chart;
use charming::element::{LabelPosition, LineStyleType};

const HEIGHT: u32 = 360;

/// One unit of a funnel plot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FunnelPoint {
    /// Name; written only when the unit is outside the limits.
    pub label: String,
    /// Number of cases.
    pub n: f64,
    /// The value with its text; hollow below the minimum number of cases.
    pub reading: Reading,
    /// True when the value is outside what chance explains.
    pub outside: bool,
}

/// The limits at one number of cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Number of cases.
    pub n: f64,
    /// 95 % limits: low and high.
    pub inner: (f64, f64),
    /// 99.8 % limits: low and high.
    pub outer: (f64, f64),
}

/// Value against number of cases.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Funnel {
    /// Measure and unit, above the axis.
    pub title: String,
    /// What is counted, below the axis.
    pub n_title: String,
    /// The units.
    pub points: Vec<FunnelPoint>,
    /// Limits in ascending order of the number of cases.
    pub limits: Vec<Limits>,
    /// What stands at the end of the 95 % limits.
    pub inner_label: String,
    /// What stands at the end of the 99.8 % limits.
    pub outer_label: String,
    /// The target or mean that the limits are around.
    pub centre: Option<Reference>,
    /// Ends that the value axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

/// Fewest cases that the axis spans, so that its ticks are whole numbers.
const SPAN: f64 = 8.0;

/// Where the axis of cases begins: at 0, unless all dots would then stand at its other end.
fn begin(fewest: f64, most: f64) -> f64 {
    let near = (fewest - (most - fewest) * 0.25).min(most * 0.8).min(most - SPAN);
    if near < most * 0.4 { 0.0 } else { near }
}

struct Layout {
    frame: Frame,
    cases: Ticks,
    values: Ticks,
}

/// The name of a unit outside the limits, and where it stands.
struct Name {
    /// Cases and value of the unit.
    at: (f64, f64),
    /// Middle of the words, in pixels.
    middle: (f64, f64),
    /// On which side of the mark that is.
    side: LabelPosition,
    /// The words.
    text: String,
}

/// Takes one limit out of the four.
type Pick = fn(&Limits) -> f64;

/// A line of the funnel: its points, whether it is an outer limit, its words.
type Side<'a> = (Vec<(f64, f64)>, bool, &'a str);

impl Funnel {
    /// The chart; `format` writes a tick of the value axis, `count` one of the cases. Empty without a point.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String, count: &dyn Fn(f64) -> String) -> Drawing {
        let Some(layout) = self.layout(format, count) else { return Drawing::default() };
        Drawing::large(WIDTH, HEIGHT, self.svg(&layout), self.option(&layout))
    }

    /// The static picture alone, for small charts of which a page has many.
    #[must_use]
    pub fn picture(&self, format: &dyn Fn(f64) -> String, count: &dyn Fn(f64) -> String) -> Drawing {
        let Some(layout) = self.layout(format, count) else { return Drawing::default() };
        Drawing::still(WIDTH, HEIGHT, self.svg(&layout))
    }

    fn points(&self) -> impl Iterator<Item = (&FunnelPoint, (f64, f64))> {
        self.points.iter().filter_map(|point| {
            let n = drawable(point.n).filter(|n| *n >= 0.0)?;
            present(point.reading.value).map(|value| (point, (n, value)))
        })
    }

    fn layout(&self, format: &dyn Fn(f64) -> String, count: &dyn Fn(f64) -> String) -> Option<Layout> {
        let (fewest, most) = extent(self.points().map(|(_, (n, _))| Some(n)))?;
        let centre = self.centre.as_ref().and_then(|c| drawable(c.value));
        let shown = self.points().map(|(_, (_, value))| Some(value)).chain([centre]);
        let (low, high) = extent(shown)?;
        // Limits at tiny numbers span the whole scale; the axis shows the points and half as much around them.
        let pad = (high - low) * 0.25;
        let domain = match self.bounds {
            Some((floor, ceiling)) => ((low - pad).max(floor.min(low)), (high + pad).min(ceiling.max(high))),
            None => (low - pad, high + pad),
        };
        let values = Ticks::over(domain, self.bounds, 6, format);
        let cases = Ticks::over((begin(fewest, most), most), None, 6, count);
        let centre = self.centre.as_ref().map_or("", |c| c.label.as_str());
        let frame = Frame {
            left: side(values.labels.iter().map(String::as_str)),
            top: 28.0,
            right: f64::from(WIDTH) - side([self.inner_label.as_str(), &self.outer_label, centre]).max(24.0),
            bottom: f64::from(HEIGHT) - 46.0,
            height: HEIGHT,
        };
        Some(Layout { frame, cases, values })
    }

    /// The four limit lines, within the axis.
    fn sides(&self, layout: &Layout) -> Vec<Side<'_>> {
        let picks: [(Pick, bool, &str); 4] = [
            (|l| l.outer.1, true, &self.outer_label),
            (|l| l.inner.1, false, &self.inner_label),
            (|l| l.inner.0, false, ""),
            (|l| l.outer.0, true, ""),
        ];
        let within = |n: &f64| *n >= layout.cases.low && *n <= layout.cases.high;
        picks
            .into_iter()
            .map(|(pick, outer, label)| {
                let line = self.limits.iter().filter_map(|limits| {
                    let n = drawable(limits.n).filter(within)?;
                    drawable(pick(limits))
                        .map(|value| (n, value.clamp(layout.values.low, layout.values.high)))
                });
                (line.collect(), outer, label)
            })
            .collect()
    }

    fn svg(&self, layout: &Layout) -> String {
        let frame = &layout.frame;
        let (x, y) = (frame.across(&layout.cases), frame.up(&layout.values));
        let mut svg = String::with_capacity(8192);
        let mut pen = Pen::open(&mut svg, "funnel", WIDTH, HEIGHT);
        top_title(&mut pen, &self.title);
        left_axis(&mut pen, frame, &layout.values);
        bottom_labels(&mut pen, frame, &layout.cases);
        bottom_title(&mut pen, frame, &self.n_title);
        pen.line("c-axis", (frame.left, frame.bottom), (frame.right, frame.bottom));
        self.limit_lines(&mut pen, layout, &x, &y);
        for (point, (n, value)) in self.points() {
            let class = match (point.reading.mark, point.outside) {
                (Mark::Hollow, _) => "c-dot c-grey c-hollow",
                (_, true) => "c-dot c-out",
                (_, false) => "c-dot c-grey",
            };
            pen.circle(class, (x.at(n), y.at(value)), if point.outside { 5.0 } else { 4.0 });
        }
        for name in self.names(frame, &x, &y) {
            pen.text_at("c-t c-label", Anchor::Middle, name.middle, &name.text);
        }
        pen.close();
        svg
    }

    fn limit_lines(&self, pen: &mut Pen<'_>, layout: &Layout, x: &Scale, y: &Scale) {
        let frame = &layout.frame;
        let mut ends: Vec<(f64, &str)> = Vec::new();
        for (line, outer, label) in self.sides(layout) {
            let Some((_, last)) = line.last() else { continue };
            ends.push((y.at(*last), label));
            pen.path(if outer { "c-limit c-outer" } else { "c-limit" }, |path| {
                for (index, (n, value)) in line.iter().enumerate() {
                    path.to(if index == 0 { 'M' } else { 'L' }, (x.at(*n), y.at(*value)));
                }
            });
        }
        if let Some(centre) = self.centre.as_ref().filter(|c| drawable(c.value).is_some()) {
            let at = y.at(centre.value);
            pen.line("c-goal-line", (frame.left, at), (frame.right, at));
            ends.push((at, &centre.label));
        }
        ends.retain(|(_, label)| !label.is_empty());
        let wanted: Vec<f64> = ends.iter().map(|(at, _)| *at).collect();
        for ((_, label), at) in ends.iter().zip(spread(&wanted, 16.0, frame.top, frame.bottom)) {
            pen.text_at("c-t c-mute", Anchor::Start, (frame.right + 6.0, at), &side_label(label));
        }
    }

    /// Names of the units outside, each at the side of its mark where it covers no other mark or name; a name without
    /// room is in the table only.
    fn names(&self, frame: &Frame, x: &Scale, y: &Scale) -> Vec<Name> {
        let plot = Area { left: frame.left, top: frame.top, right: f64::from(WIDTH), bottom: frame.bottom };
        let mut taken: Vec<Area> =
            self.points().map(|(_, (n, value))| around(x.at(n), y.at(value), 4.5)).collect();
        let mut names = Vec::new();
        for (point, at) in self.points().filter(|(point, _)| point.outside) {
            let text = side_label(&point.label);
            let (cx, cy, half) = (x.at(at.0), y.at(at.1), width(&text) / 2.0);
            let sides = [
                (LabelPosition::Right, cx + 8.0 + half, cy),
                (LabelPosition::Left, cx - 8.0 - half, cy),
                (LabelPosition::Top, cx, cy - 15.0),
                (LabelPosition::Bottom, cx, cy + 15.0),
            ];
            let free = sides.into_iter().find(|(_, cx, cy)| {
                let area = text_area(*cx, *cy, half);
                area.within(&plot) && !taken.iter().any(|other| other.meets(&area))
            });
            if let Some((side, cx, cy)) = free {
                taken.push(text_area(cx, cy, half));
                names.push(Name { at, middle: (cx, cy), side, text });
            }
        }
        names
    }

    fn option(&self, layout: &Layout) -> String {
        let mut chart = Chart::new()
            .grid(grid(&layout.frame))
            .x_axis(bottom_value_axis(&layout.cases, &self.n_title))
            .y_axis(left_value_axis(&layout.values, &self.title, &layout.frame))
            .series(left_texts(&layout.values))
            .series(bottom_texts(&layout.cases, layout.values.low));
        let mut ends = Vec::new();
        for (line, outer, label) in self.sides(layout) {
            let Some(last) = line.last() else { continue };
            if !label.is_empty() {
                ends.push(((layout.cases.high, last.1), side_label(label)));
            }
            let kind = if outer { LineStyleType::Solid } else { LineStyleType::Dashed };
            chart = chart.series(stroke(&line, "muted", 1.25, kind));
        }
        if let Some(centre) = self.centre.as_ref().filter(|c| drawable(c.value).is_some()) {
            let line = [(layout.cases.low, centre.value), (layout.cases.high, centre.value)];
            chart = chart.series(stroke(&line, "ink", 1.5, LineStyleType::Solid));
            ends.push(((layout.cases.high, centre.value), side_label(&centre.label)));
        }
        let marks = |outside: bool| {
            let hue = if outside { "below" } else { "muted" };
            let points = self.points().filter(move |(point, _)| point.outside == outside);
            let data = points.map(|(point, at)| {
                let tooltip = format!("{} · {}", point.label, point.reading.text);
                dot(at, &tooltip, hue, point.reading.mark)
            });
            dots(hue, if outside { 10.0 } else { 8.0 }, data.collect())
        };
        let (x, y) = (layout.frame.across(&layout.cases), layout.frame.up(&layout.values));
        let names = self.names(&layout.frame, &x, &y);
        chart = chart.series(marks(false)).series(marks(true)).series(labels_at(
            ends,
            LabelPosition::Right,
            "muted",
        ));
        for side in [LabelPosition::Right, LabelPosition::Left, LabelPosition::Top, LabelPosition::Bottom] {
            let here = names.iter().filter(|name| name.side == side).map(|name| (name.at, name.text.clone()));
            let here: Vec<_> = here.collect();
            if !here.is_empty() {
                chart = chart.series(labels_at(here, side, "ink"));
            }
        }
        finish(&chart, &layout.frame, Beside::default())
    }
}

/// A square around a point.
fn around(x: f64, y: f64, half: f64) -> Area {
    Area { left: x - half, top: y - half, right: x + half, bottom: y + half }
}

/// The area of a line of text around its middle.
fn text_area(x: f64, y: f64, half: f64) -> Area {
    Area { left: x - half, top: y - SIZE * 0.6, right: x + half, bottom: y + SIZE * 0.6 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_points_outside_are_named() {
        let point = |label: &str, n: f64, value: f64, outside| FunnelPoint {
            label: label.into(),
            n,
            reading: Reading { value: Some(value), text: "t".into(), mark: Mark::Solid },
            outside,
        };
        let funnel = Funnel {
            points: vec![point("甲", 100.0, 90.0, false), point("乙", 400.0, 70.0, true)],
            limits: vec![
                Limits { n: 50.0, inner: (80.0, 97.0), outer: (74.0, 100.0) },
                Limits { n: 400.0, inner: (87.0, 93.0), outer: (85.0, 95.0) },
            ],
            centre: Some(Reference { value: 90.0, label: "90%".into() }),
            bounds: Some((0.0, 100.0)),
            ..Funnel::default()
        };
        let drawing = funnel.draw(&|v| v.to_string(), &|v| v.to_string());
        assert!(drawing.svg.contains(">乙<") && !drawing.svg.contains(">甲<"), "{}", drawing.svg);
        assert_eq!(drawing.svg.matches("c-limit").count(), 4);
    }

    #[test]
    fn the_axis_begins_near_the_dots_only_if_they_are_far_from_nothing() {
        assert_eq!([begin(1_400.0, 2_000.0), begin(36.0, 37.0)], [1_250.0, 29.0]);
        assert_eq!([begin(12.0, 13.0), begin(5.0, 400.0), begin(1.0, 1.0)], [0.0; 3]);
    }
}
