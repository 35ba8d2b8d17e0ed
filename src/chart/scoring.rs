//! Scoring function: value to points, with the unit's own point on it.

use super::axes::{Frame, WIDTH, bottom_labels, bottom_title, left_axis, side, side_label, top_title};
use super::axes_option::{bottom_texts, bottom_value_axis, grid, labels_at, left_texts, left_value_axis};
use super::drawing::Drawing;
use super::mark::{Mark, drawable};
use super::option::{Beside, dot, dots, finish, stroke};
use super::pen::{Anchor, Pen};
use super::scale::extent;
use super::text::width;
use super::ticks::Ticks;
use charming::Chart;
use charming::element::{LabelPosition, LineStyleType};

const HEIGHT: u32 = 260;

/// How a value becomes points.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScoringRule {
    /// Measure and unit, below the axis.
    pub title: String,
    /// What the points are called, above the axis at the left.
    pub points_title: String,
    /// Corners of the function: value and points, ascending by value. A step has two corners at one value.
    pub curve: Vec<(f64, f64)>,
    /// Own value and points, with what stands beside them.
    pub own: Option<((f64, f64), String)>,
    /// Ends that the value axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

struct Layout {
    frame: Frame,
    values: Ticks,
    points: Ticks,
}

impl ScoringRule {
    /// The chart; `format` writes a tick of the value axis, `points` one of the points. Empty without two corners.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String, points: &dyn Fn(f64) -> String) -> Drawing {
        let curve = self.curve();
        let own = self.own();
        let values = extent(curve.iter().map(|c| Some(c.0)).chain([own.map(|((value, _), _)| value)]));
        let heights =
            extent(curve.iter().map(|c| Some(c.1)).chain([own.map(|((_, points), _)| points), Some(0.0)]));
        let Some((values, heights)) = values.zip(heights).filter(|_| curve.len() > 1) else {
            return Drawing::default();
        };
        let values = Ticks::over(values, self.bounds, 7, format);
        let points = Ticks::over(heights, None, 5, points);
        let frame = Frame {
            left: side(points.labels.iter().map(String::as_str)),
            top: 28.0,
            right: f64::from(WIDTH) - 24.0,
            bottom: f64::from(HEIGHT) - 46.0,
            height: HEIGHT,
        };
        let layout = Layout { frame, values, points };
        Drawing::large(WIDTH, HEIGHT, self.svg(&layout, &curve), self.option(&layout, &curve))
    }

    fn curve(&self) -> Vec<(f64, f64)> {
        self.curve.iter().filter_map(|(value, points)| drawable(*value).zip(drawable(*points))).collect()
    }

    fn own(&self) -> Option<((f64, f64), &str)> {
        let ((value, points), label) = self.own.as_ref()?;
        drawable(*value).zip(drawable(*points)).map(|at| (at, label.as_str()))
    }

    /// The function holds its first and last points beyond its ends, as far as the axis goes.
    fn extended(curve: &[(f64, f64)], values: &Ticks) -> Vec<(f64, f64)> {
        let first = curve.first().map(|(_, points)| (values.low, *points));
        let last = curve.last().map(|(_, points)| (values.high, *points));
        first.into_iter().chain(curve.iter().copied()).chain(last).collect()
    }

    fn svg(&self, layout: &Layout, curve: &[(f64, f64)]) -> String {
        let frame = &layout.frame;
        let (x, y) = (frame.across(&layout.values), frame.up(&layout.points));
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, "scoring", WIDTH, HEIGHT);
        top_title(&mut pen, &self.points_title);
        left_axis(&mut pen, frame, &layout.points);
        bottom_labels(&mut pen, frame, &layout.values);
        bottom_title(&mut pen, frame, &self.title);
        pen.line("c-axis", (frame.left, frame.bottom), (frame.right, frame.bottom));
        pen.path("c-line c-1", |path| {
            for (index, (value, points)) in Self::extended(curve, &layout.values).iter().enumerate() {
                path.to(if index == 0 { 'M' } else { 'L' }, (x.at(*value), y.at(*points)));
            }
        });
        if let Some(((value, points), label)) = self.own() {
            let (cx, cy) = (x.at(value), y.at(points));
            pen.path("c-drop", |path| {
                path.to('M', (frame.left, cy));
                path.along('H', cx);
                path.along('V', frame.bottom);
            });
            pen.circle("c-own", (cx, cy), 6.0);
            let label = side_label(label);
            // Beside the point on the side away from the curve; where the plot ends, below and on the other side.
            let under = cy - 24.0 < frame.top;
            let wide = width(&label);
            let left = if falls(curve) != under { cx + 10.0 } else { cx - 10.0 - wide };
            let left = left.min(f64::from(WIDTH) - wide - 4.0).max(frame.left + 4.0);
            let at = if under { cy + 20.0 } else { cy - 12.0 };
            pen.text_at("c-t c-label c-halo", Anchor::Start, (left, at), &label);
        }
        pen.close();
        svg
    }

    fn option(&self, layout: &Layout, curve: &[(f64, f64)]) -> String {
        let mut chart = Chart::new()
            .grid(grid(&layout.frame))
            .x_axis(bottom_value_axis(&layout.values, &self.title))
            .y_axis(left_value_axis(&layout.points, &self.points_title, &layout.frame))
            .series(left_texts(&layout.points))
            .series(bottom_texts(&layout.values, layout.points.low))
            .series(stroke(&Self::extended(curve, &layout.values), "c1", 2.5, LineStyleType::Solid));
        if let Some((at, label)) = self.own() {
            let drop = [(layout.values.low, at.1), at, (at.0, layout.points.low)];
            let place = if falls(curve) { LabelPosition::Right } else { LabelPosition::Left };
            let place = if at.1 > layout.points.high * 0.9 { LabelPosition::Bottom } else { place };
            chart = chart
                .series(stroke(&drop, "muted", 1.0, LineStyleType::Dashed))
                .series(dots("accent", 13.0, vec![dot(at, label, "accent", Mark::Solid)]))
                .series(labels_at(vec![(at, side_label(label))], place, "ink"));
        }
        finish(&chart, &layout.frame, Beside::default())
    }
}

/// True when more is worse.
fn falls(curve: &[(f64, f64)]) -> bool {
    curve.first().zip(curve.last()).is_some_and(|(first, last)| first.1 > last.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Left edge 25 + 12 px for the widest label "100" (3 × 8.32 px), so the plot is 579 px wide from 37.
    #[test]
    fn the_curve_is_held_beyond_its_ends() {
        let rule = ScoringRule {
            curve: vec![(60.0, 0.0), (90.0, 100.0)],
            own: Some(((75.0, 50.0), "75% → 50".into())),
            ..ScoringRule::default()
        };
        let drawing = rule.draw(&|v| v.to_string(), &|v| v.to_string());
        assert!(
            drawing.svg.contains(r#"<path class="c-line c-1" d="M37 214L37 214L616 28L616 28"/>"#),
            "{}",
            drawing.svg
        );
        assert!(drawing.svg.contains(r#"<circle class="c-own" cx="326.5" cy="121" r="6"/>"#));
        assert!(
            ScoringRule { curve: vec![(1.0, 1.0)], ..ScoringRule::default() }
                .draw(&|v| v.to_string(), &|v| v.to_string())
                .is_empty()
        );
    }
}
