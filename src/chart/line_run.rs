//! Lines over periods: a gap where a value is missing, dashes where it is provisional.

use super::mark::Mark;
use super::pen::{Path, Pen};

/// A point of a line; `None` is a gap.
pub(super) type Stop = (Option<(f64, f64)>, Mark);

/// Draws a line through its points in order: solid, and dashed where a segment leads to a provisional point.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    class: &str,
    dashed_class: &str,
    stops: impl Iterator<Item = Stop> + Clone,
) {
    pen.path(class, |path| pass(path, stops.clone(), false));
    if has_dashes(stops.clone()) {
        pen.path(dashed_class, |path| pass(path, stops, true));
    }
}

fn has_dashes(stops: impl Iterator<Item = Stop>) -> bool {
    let mut before = false;
    for (point, mark) in stops {
        if before && point.is_some() && mark == Mark::Provisional {
            return true;
        }
        before = point.is_some();
    }
    false
}

/// One style of the line. A point after a gap starts with a dot, so that a value alone is seen too.
fn pass(path: &mut Path<'_>, stops: impl Iterator<Item = Stop>, dashed: bool) {
    let mut before: Option<(f64, f64)> = None;
    let mut pen_is_there = false;
    for (point, mark) in stops {
        match (before, point) {
            (Some(from), Some(to)) if (mark == Mark::Provisional) == dashed => {
                if !pen_is_there {
                    path.to('M', from);
                }
                path.to('L', to);
                pen_is_there = true;
            }
            (None, Some(to)) if !dashed => {
                path.dot(to);
                pen_is_there = true;
            }
            _ => pen_is_there = false,
        }
        before = point;
    }
}

/// A stretch of a line in one style: dashed or not, and its points.
pub(super) type Run = (bool, Vec<(f64, f64)>);

/// The line as stretches of one style each, for renderers that style a line as a whole.
pub(super) fn runs(stops: impl Iterator<Item = Stop>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    let mut open = false;
    for (point, mark) in stops {
        if let (Some(from), Some(to)) = (before, point) {
            let dashed = mark == Mark::Provisional;
            match runs.last_mut() {
                Some((style, points)) if open && *style == dashed => points.push(to),
                _ => runs.push((dashed, vec![from, to])),
            }
            open = true;
        } else {
            open = false;
        }
        before = point;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops() -> Vec<Stop> {
        let at = |x: f64| Some((x, 1.0));
        vec![
            (at(0.0), Mark::Solid),
            (at(1.0), Mark::Solid),
            (None, Mark::Solid),
            (at(3.0), Mark::Solid),
            (at(4.0), Mark::Provisional),
        ]
    }

    #[test]
    fn a_gap_is_never_joined() {
        let mut out = String::new();
        let mut pen = Pen::open(&mut out, "x", 1, 1);
        draw(&mut pen, "a", "b", stops().into_iter());
        assert!(
            out.ends_with(r#"<path class="a" d="M0 1h0L1 1M3 1h0"/><path class="b" d="M3 1L4 1"/>"#),
            "{out}"
        );
    }

    #[test]
    fn runs_have_one_style_each() {
        assert_eq!(
            runs(stops().into_iter()),
            [(false, vec![(0.0, 1.0), (1.0, 1.0)]), (true, vec![(3.0, 1.0), (4.0, 1.0)])]
        );
    }
}
