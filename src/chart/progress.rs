//! Progress of a goal: where it is, against where it should be by today.

use super::drawing::Drawing;
use super::mark::{Mark, Status, drawable, present};
use super::pen::Pen;
use super::scale::Scale;

const WIDTH: u32 = 160;
const HEIGHT: u32 = 18;
const LEFT: f64 = 4.0;
const RIGHT: f64 = 156.0;

/// The way from a baseline to a target. The target is always at the right, also when the value has to fall.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// Where the way began, in the indicator's unit.
    pub baseline: f64,
    /// Where it has to end.
    pub target: f64,
    /// The value now; `None` shows the way alone.
    pub now: Option<f64>,
    /// Where the value should be by today.
    pub expected: Option<f64>,
    /// How the goal stands.
    pub status: Status,
    /// Too few cases are drawn hollow.
    pub mark: Mark,
}

impl Progress {
    /// Writes the SVG to the end of `out`; nothing when baseline and target are not two different values.
    pub fn write(&self, out: &mut String) {
        let (Some(baseline), Some(target)) = (drawable(self.baseline), drawable(self.target)) else { return };
        if baseline == target {
            return;
        }
        let share = |value: f64| (value - baseline) / (target - baseline);
        let (now, expected) = (present(self.now).map(share), present(self.expected).map(share));
        // A value behind its baseline or past its target stretches the way, at most by half its length.
        let low = now.unwrap_or(0.0).clamp(-0.5, 0.0);
        let high = now.unwrap_or(1.0).clamp(1.0, 1.5);
        let scale = Scale::new((low, high), (LEFT, RIGHT));
        let mut pen = Pen::open(out, "progress", WIDTH, HEIGHT);
        pen.rect("c-track", (scale.at(0.0), 5.0), (scale.at(1.0), 13.0));
        if let Some(now) = now {
            let class = if self.mark == Mark::Hollow { "c-bar c-hollow" } else { self.status.bar() };
            pen.rect(class, (scale.at(0.0), 6.0), (scale.at(now), 12.0));
        }
        if low < 0.0 {
            pen.line("c-axis", (scale.at(0.0), 3.0), (scale.at(0.0), 15.0));
        }
        pen.rect("c-goal", (scale.at(1.0) - 1.0, 2.0), (scale.at(1.0) + 1.0, 16.0));
        if let Some(expected) = expected {
            let x = scale.at(expected);
            pen.path("c-due", |path| {
                path.to('M', (x - 4.0, 0.0));
                path.to('L', (x + 4.0, 0.0));
                path.to('L', (x, 6.0));
                path.shut();
            });
        }
        pen.close();
    }

    /// The progress bar as a drawing of its own.
    #[must_use]
    pub fn draw(&self) -> Drawing {
        Drawing::small(WIDTH, HEIGHT, |out| self.write(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From 60 s down to 40 s, now 50 s: half of 152 px; 55 s expected: a quarter, 42 px.
    #[test]
    fn a_value_that_has_to_fall_moves_right() {
        let progress = Progress {
            baseline: 60.0,
            target: 40.0,
            now: Some(50.0),
            expected: Some(55.0),
            status: Status::OnTarget,
            ..Progress::default()
        };
        assert_eq!(
            progress.draw().svg,
            concat!(
                r#"<svg class="c-svg c-progress" viewBox="0 0 160 18" aria-hidden="true" focusable="false">"#,
                r#"<rect class="c-track" x="4" y="5" width="152" height="8"/>"#,
                r#"<rect class="c-bar c-on" x="4" y="6" width="76" height="6"/>"#,
                r#"<rect class="c-goal" x="155" y="2" width="2" height="14"/>"#,
                r#"<path class="c-due" d="M38 0L46 0L42 6Z"/></svg>"#
            )
        );
    }

    #[test]
    fn a_value_behind_its_baseline_is_left_of_it() {
        let svg = Progress { target: 10.0, now: Some(-5.0), ..Progress::default() }.draw().svg;
        assert!(svg.contains(r#"<rect class="c-bar" x="4" y="6" width="50.7" height="6"/>"#), "{svg}");
        assert!(Progress { baseline: 1.0, target: 1.0, ..Progress::default() }.draw().is_empty());
    }
}
