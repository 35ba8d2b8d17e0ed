//! Stretches of time that are not like others, shaded behind a course.

use super::axes::Frame;
use super::pen::{Anchor, Pen};
use super::text::{shorten, width};
use super::ticks::Ticks;
use serde_json::{Value, json};

/// A stretch of time, such as a promotion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shade {
    /// Position of its first period.
    pub first: usize,
    /// Position of its last period.
    pub last: usize,
    /// What it is, in words.
    pub label: String,
}

/// Shades each stretch over the height of the plot, over whole slots of the `count` periods. Names stand at the top where they do
/// not touch the one before; the table beside the chart has them all.
pub(super) fn behind(pen: &mut Pen<'_>, frame: &Frame, count: usize, shades: &[Shade]) {
    let half = (frame.right - frame.left) / count.max(1) as f64 / 2.0;
    let mut free = frame.left;
    for shade in shades.iter().filter(|shade| shade.first <= shade.last && shade.last < count) {
        let (from, to) = (frame.column(shade.first, count) - half, frame.column(shade.last, count) + half);
        pen.rect("c-shade", (from, frame.top), (to, frame.bottom));
        let label = shorten(&shade.label, 120.0);
        let room = width(&label) / 2.0;
        let middle =
            f64::midpoint(from, to).clamp(frame.left + room, (frame.right - room).max(frame.left + room));
        if middle - room >= free {
            pen.text("c-t c-mute", Anchor::Middle, (middle, frame.top + 13.0), &label);
            free = middle + room + 8.0;
        }
    }
}

/// The same for the interactive chart: bars as wide as their slots; `None` where no stretch is in the plot.
pub(super) fn bars(ticks: &Ticks, count: usize, shades: &[Shade]) -> Option<Value> {
    let shaded = |at: usize| shades.iter().any(|shade| (shade.first..=shade.last).contains(&at));
    let heights: Vec<Option<f64>> = (0..count).map(|at| shaded(at).then_some(ticks.high)).collect();
    let style = json!({ "color": "var(--band-3)", "opacity": 0.8 });
    let bars = json!({ "type": "bar", "silent": true, "z": 0, "barWidth": "100%", "itemStyle": style, "data": heights });
    heights.iter().any(Option::is_some).then_some(bars)
}

#[cfg(test)]
mod tests {
    use crate::chart::{Mark, Reading, Reference, Shade, Trend, TrendLine};

    fn trend(shades: Vec<Shade>) -> Trend {
        let reading = |value| Reading { value: Some(value), text: "v".into(), mark: Mark::Solid };
        Trend {
            periods: (1..=4).map(|n| n.to_string()).collect(),
            lines: vec![TrendLine {
                label: "a".into(),
                readings: [1.0, 2.0, 3.0, 4.0].map(reading).into(),
                selected: true,
            }],
            shades,
            levels: vec![Reference { value: 3.5, label: "2025".into() }],
            ..Trend::default()
        }
    }

    #[test]
    fn a_stretch_is_shaded_in_both_drawings_and_a_wrong_one_in_none() {
        let shade = |first, last| Shade { first, last, label: "双11".into() };
        let drawing = trend(vec![shade(1, 2)]).draw(&|v| v.to_string());
        assert_eq!(drawing.svg.matches("c-shade").count(), 1);
        assert!(drawing.svg.contains("双11</text>"));
        let option: serde_json::Value = serde_json::from_str(&drawing.option.unwrap()).unwrap();
        let bars = &option["behind"];
        assert_eq!(bars["type"], "bar");
        let shaded: Vec<bool> = bars["data"].as_array().unwrap().iter().map(|one| !one.is_null()).collect();
        assert_eq!(shaded, [false, true, true, false]);
        let outside = trend(vec![shade(3, 9)]).draw(&|v| v.to_string());
        assert!(!outside.svg.contains("c-shade"));
    }

    #[test]
    fn a_level_has_a_line_and_its_words() {
        let drawing = trend(Vec::new()).draw(&|v| v.to_string());
        assert!(drawing.svg.contains("c-aim") && drawing.svg.contains(">2025</text>"));
    }
}
