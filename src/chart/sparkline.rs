//! Sparkline: the last 8 to 18 periods, small enough for a table row.

use super::drawing::Drawing;
use super::line_run::{Stop, draw};
use super::mark::{Mark, drawable, present};
use super::pen::Pen;
use super::scale::{Scale, extent};

const WIDTH: u32 = 120;
const HEIGHT: u32 = 24;
const EDGE: f64 = 4.0;

/// One period of a sparkline.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dot {
    /// The value; `None` is a gap.
    pub value: Option<f64>,
    /// How sure it is.
    pub mark: Mark,
}

/// The course of one value over periods, without axis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sparkline {
    /// Periods in order of time.
    pub dots: Vec<Dot>,
    /// The target as a thin line.
    pub target: Option<f64>,
    /// The normal range as a band: low and high.
    pub range: Option<(f64, f64)>,
    /// A scale shared by a column of sparklines: low and high. Without it the line has its own scale, and the page says so.
    pub scale: Option<(f64, f64)>,
}

impl Sparkline {
    /// Writes the SVG to the end of `out`; nothing when every value is missing.
    pub fn write(&self, out: &mut String) {
        let Some(own) = extent(self.dots.iter().map(|dot| dot.value)) else { return };
        let range = self.range.and_then(|(low, high)| drawable(low).zip(drawable(high)));
        let shared = self.scale.and_then(|(low, high)| drawable(low).zip(drawable(high)));
        let drawn = [Some(own.0), Some(own.1), self.target, range.map(|r| r.0), range.map(|r| r.1)];
        let domain = shared.or_else(|| extent(drawn)).unwrap_or(own);
        let y = Scale::new(domain, (f64::from(HEIGHT) - EDGE, EDGE));
        let steps = self.dots.len().saturating_sub(1).max(1) as f64;
        let x = Scale::new((0.0, steps), (EDGE, f64::from(WIDTH) - EDGE));
        let mut pen = Pen::open(out, "spark", WIDTH, HEIGHT);
        if let Some((low, high)) = range {
            pen.rect("c-range", (0.0, y.at(low)), (f64::from(WIDTH), y.at(high)));
        }
        if let Some(target) = present(self.target) {
            pen.line("c-aim", (0.0, y.at(target)), (f64::from(WIDTH), y.at(target)));
        }
        let stops = self.dots.iter().enumerate().map(|(index, dot)| -> Stop {
            (present(dot.value).map(|value| (x.at(index as f64), y.at(value))), dot.mark)
        });
        draw(&mut pen, "c-run", "c-run c-dash", stops.clone());
        for (point, _) in stops.clone().filter(|(_, mark)| *mark == Mark::Hollow) {
            point.iter().for_each(|at| pen.circle("c-end-dot c-hollow", *at, 2.0));
        }
        // The mark at the end is for the newest period only: a gap there must not look like a value.
        let newest = self.dots.len().checked_sub(1).and_then(|index| stops.clone().nth(index));
        if let Some((Some(last), Mark::Solid | Mark::Provisional)) = newest {
            pen.circle("c-end-dot", last, 3.0);
        }
        pen.close();
    }

    /// The sparkline as a drawing of its own.
    #[must_use]
    pub fn draw(&self) -> Drawing {
        Drawing::small(WIDTH, HEIGHT, |out| self.write(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dots(values: &[Option<f64>]) -> Vec<Dot> {
        values.iter().map(|value| Dot { value: *value, mark: Mark::Solid }).collect()
    }

    /// Five periods on 112 px from 4: 28 px apart. 0…10 on 16 px upwards from 20.
    #[test]
    fn geometry_by_hand_with_a_gap() {
        let spark = Sparkline {
            dots: dots(&[Some(0.0), Some(10.0), None, Some(5.0), Some(10.0)]),
            target: Some(5.0),
            ..Sparkline::default()
        };
        assert_eq!(
            spark.draw().svg,
            concat!(
                r#"<svg class="c-svg c-spark" viewBox="0 0 120 24" aria-hidden="true" focusable="false">"#,
                r#"<path class="c-aim" d="M0 12L120 12"/>"#,
                r#"<path class="c-run" d="M4 20h0L32 4M88 12h0L116 4"/>"#,
                r#"<circle class="c-end-dot" cx="116" cy="4" r="3"/></svg>"#
            )
        );
    }

    #[test]
    fn a_missing_last_period_has_no_mark() {
        let svg = Sparkline { dots: dots(&[Some(1.0), Some(2.0), None]), ..Sparkline::default() }.draw().svg;
        assert!(!svg.contains("circle"), "{svg}");
        assert!(Sparkline { dots: dots(&[None, Some(f64::NAN)]), ..Sparkline::default() }.draw().is_empty());
    }
}
