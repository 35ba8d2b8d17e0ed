//! Marks on a course where something changed that its values rest on: a dashed line through the period with a short label above the
//! plot, and the whole story on hover.

use super::axes::{Frame, LINE};
use super::mark::Mark;
use super::option::{dot, dots, stroke};
use super::pen::{Anchor, Pen};
use super::text::{shorten, width};
use super::ticks::Ticks;
use charming::element::{LineStyleType, Symbol};
use charming::series::{Line, Scatter, Series};

/// No label gets more room than this, in pixels.
const WIDEST: f64 = 150.0;
/// Room between two labels.
const GAP: f64 = 8.0;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimeMark {
    /// Position of the first period that it concerns.
    pub at: usize,
    /// A few words, such as "Weight 15% → 20%".
    pub label: String,
    /// What changed, from what to what.
    pub title: String,
}

/// Draws `marks` over `count` periods. A label that would touch the one before it is left out: its line and words on hover stay.
pub(super) fn time_marks(pen: &mut Pen<'_>, frame: &Frame, count: usize, marks: &[TimeMark]) {
    let mut free = f64::MIN;
    for mark in marks.iter().filter(|mark| mark.at < count) {
        let x = frame.column(mark.at, count);
        let label = shorten(&mark.label, WIDEST);
        let (anchor, left) = match width(&label) {
            // At the right end of the plot the label stands before its line.
            wide if x + wide > frame.right => (Anchor::End, x - wide),
            _ => (Anchor::Start, x),
        };
        let fits = left >= free && !label.is_empty();
        pen.titled("c-turn", &mark.title, |pen| {
            pen.line("c-turn-line", (x, frame.top - 4.0), (x, frame.bottom));
            // A broad line that is not seen, so that the words are easy to reach.
            pen.line("c-turn-reach", (x, frame.top - LINE), (x, frame.bottom));
            if fits {
                pen.text("c-t c-mute", anchor, (x, frame.top - 8.0), &label);
            }
        });
        if fits {
            free = left + width(&label) + GAP;
        }
    }
}

/// The same for ECharts: a line each, and a mark at its upper end that tells the words.
pub(super) fn time_mark_series(ticks: &Ticks, count: usize, marks: &[TimeMark]) -> Vec<Series> {
    let marks: Vec<&TimeMark> = marks.iter().filter(|mark| mark.at < count).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    let line = |mark: &&TimeMark| -> Line {
        let x = mark.at as f64;
        stroke(&[(x, ticks.low), (x, ticks.high)], "muted", 1.0, LineStyleType::Dashed)
    };
    let mut series: Vec<Series> = marks.iter().map(line).map(Series::Line).collect();
    let words = |mark: &&TimeMark| {
        let told = format!("{} · {}", mark.label, mark.title.replace('\n', " "));
        dot((mark.at as f64, ticks.high), &told, "muted", Mark::Solid)
    };
    let tops: Scatter = dots("muted", 10.0, marks.iter().map(words).collect()).symbol(Symbol::Triangle);
    series.push(Series::Scatter(tops));
    series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_would_touch_are_left_out_and_their_words_stay() {
        let frame = Frame { left: 0.0, top: 45.0, right: 400.0, bottom: 200.0, height: 230 };
        let mark = |at, label: &str| TimeMark { at, label: label.into(), title: format!("<{at}>") };
        let mut svg = String::new();
        let mut pen = Pen::open(&mut svg, "trend", 640, 230);
        time_marks(
            &mut pen,
            &frame,
            4,
            &[mark(0, "Weight 15%"), mark(1, "Target"), mark(3, "Rules 2025"), mark(9, "x")],
        );
        pen.close();
        assert_eq!(svg.matches("<g class=\"c-turn\">").count(), 3, "{svg}");
        assert!(svg.contains("<title>&lt;0&gt;</title>"), "{svg}");
        assert!(svg.contains(">Weight 15%</text>") && svg.contains(">Rules 2025</text>"), "{svg}");
        assert!(svg.contains("c-end"), "the last label stands before its line: {svg}");
    }
}
