//! The plot area of a large chart and its axes, drawn.

use super::pen::{Anchor, Pen};
use super::scale::Scale;
use super::text::{shorten, widest, width};
use super::ticks::Ticks;

/// Natural width of large charts in CSS pixels.
pub(super) const WIDTH: u32 = 640;

/// Natural width of those of them that are drawn for phones too.
pub(super) const NARROW: u32 = 340;

/// Height of a line of labels in pixels.
pub(super) const LINE: f64 = 17.0;

/// No label at the side of a plot gets more room than this.
const SIDE: f64 = 190.0;

/// The plot area, in pixels of the whole drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Left edge.
    pub(super) left: f64,
    /// Upper edge.
    pub(super) top: f64,
    /// Right edge.
    pub(super) right: f64,
    /// Lower edge.
    pub(super) bottom: f64,
    /// Height of the whole drawing.
    pub(super) height: u32,
}

impl Frame {
    /// Scale of a value axis from bottom to top.
    pub(super) fn up(&self, ticks: &Ticks) -> Scale {
        Scale::new((ticks.low, ticks.high), (self.bottom, self.top))
    }

    /// Scale of a value axis from left to right.
    pub(super) fn across(&self, ticks: &Ticks) -> Scale {
        Scale::new((ticks.low, ticks.high), (self.left, self.right))
    }

    /// Middle of slot `index` of `count` slots from left to right.
    pub(super) fn column(&self, index: usize, count: usize) -> f64 {
        self.left + (self.right - self.left) * (index as f64 + 0.5) / count.max(1) as f64
    }

    /// Middle of slot `index` of `count` slots from top to bottom.
    pub(super) fn row(&self, index: usize, count: usize) -> f64 {
        self.top + (self.bottom - self.top) * (index as f64 + 0.5) / count.max(1) as f64
    }
}

/// Room that labels need beside a plot, with a gap of 12 px; at most 202 px.
pub(super) fn side<'a>(labels: impl IntoIterator<Item = &'a str>) -> f64 {
    libm::ceil(widest(labels).min(SIDE)) + 12.0
}

/// A label as it fits beside a plot.
pub(super) fn side_label(text: &str) -> String {
    shorten(text, SIDE)
}

/// Grid lines and labels of a value axis at the left.
pub(super) fn left_axis(pen: &mut Pen<'_>, frame: &Frame, ticks: &Ticks) {
    let y = frame.up(ticks);
    pen.path("c-grid", |path| {
        for value in &ticks.values {
            path.to('M', (frame.left, y.at(*value)));
            path.along('H', frame.right);
        }
    });
    for (value, label) in ticks.pairs() {
        pen.text_at("c-n c-mute", Anchor::End, (frame.left - 8.0, y.at(value)), &side_label(label));
    }
}

/// Grid lines and labels of a value axis below; labels that would touch are left out.
pub(super) fn bottom_axis(pen: &mut Pen<'_>, frame: &Frame, ticks: &Ticks) {
    bottom_axis_within(pen, frame, ticks, WIDTH);
}

/// As [`bottom_axis`], in a drawing of `width` pixels.
pub(super) fn bottom_axis_within(pen: &mut Pen<'_>, frame: &Frame, ticks: &Ticks, width: u32) {
    let x = frame.across(ticks);
    pen.path("c-grid", |path| {
        for value in &ticks.values {
            path.to('M', (x.at(*value), frame.top));
            path.along('V', frame.bottom);
        }
    });
    bottom_labels_within(pen, frame, ticks, width);
}

/// Labels of a value axis below, without grid lines; labels that would touch are left out.
pub(super) fn bottom_labels(pen: &mut Pen<'_>, frame: &Frame, ticks: &Ticks) {
    bottom_labels_within(pen, frame, ticks, WIDTH);
}

fn bottom_labels_within(pen: &mut Pen<'_>, frame: &Frame, ticks: &Ticks, whole: u32) {
    let x = frame.across(ticks);
    let mut free = 0.0;
    for (value, label) in ticks.pairs() {
        let (label, half) = (side_label(label), width(&side_label(label)) / 2.0);
        let at = x.at(value).min(f64::from(whole) - half - 1.0);
        if at - half >= free {
            pen.text("c-n c-mute", Anchor::Middle, (at, frame.bottom + 18.0), &label);
            free = at + half + 8.0;
        }
    }
}

/// Names of the columns below the plot; every second, third … when there is no room for all, always with the last.
pub(super) fn column_names(pen: &mut Pen<'_>, frame: &Frame, names: &[String]) {
    let slot = (frame.right - frame.left) / names.len().max(1) as f64;
    let every =
        libm::ceil((widest(names.iter().map(String::as_str)).min(SIDE) + 8.0) / slot).max(1.0) as usize;
    for (index, name) in names.iter().enumerate() {
        if (names.len() - 1 - index).is_multiple_of(every) {
            let at = (frame.column(index, names.len()), frame.bottom + 18.0);
            pen.text("c-t c-mute", Anchor::Middle, at, &side_label(name));
        }
    }
    pen.line("c-axis", (frame.left, frame.bottom), (frame.right, frame.bottom));
}

/// Title of a value axis at the upper left of the drawing.
pub(super) fn top_title(pen: &mut Pen<'_>, title: &str) {
    if !title.is_empty() {
        pen.text("c-t c-mute", Anchor::Start, (2.0, 13.0), &shorten(title, f64::from(WIDTH) / 2.0));
    }
}

/// Title of a value axis below its labels, at the right end.
pub(super) fn bottom_title(pen: &mut Pen<'_>, frame: &Frame, title: &str) {
    if !title.is_empty() {
        let fitting = shorten(title, frame.right - frame.left);
        pen.text("c-t c-mute", Anchor::End, (frame.right, frame.bottom + 37.0), &fitting);
    }
}

/// The outline of the marker of category `index`: circle, square, triangle, diamond.
pub(super) fn marker(pen: &mut Pen<'_>, class: &str, (x, y): (f64, f64), index: usize) {
    let corners: &[(f64, f64)] = match index % 4 {
        0 => return pen.circle(class, (x, y), 4.0),
        1 => &[(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)],
        2 => &[(0.0, -4.8), (4.6, 3.4), (-4.6, 3.4)],
        _ => &[(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)],
    };
    pen.path(class, |path| {
        for (corner, (dx, dy)) in corners.iter().enumerate() {
            path.to(if corner == 0 { 'M' } else { 'L' }, (x + dx, y + dy));
        }
        path.shut();
    });
}
