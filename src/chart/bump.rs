//! Bump chart: ranks over periods, rank 1 at the top. It hides distances; the page says so.

use super::axes::{Frame, LINE, WIDTH, column_names, marker, side, side_label};
use super::axes_option::{grid, labels_apart, name_axis, value_axis};
use super::drawing::Drawing;
use super::line_run::{Stop, draw, runs};
use super::mark::{HUES, Mark, hue_class, hue_variable, present};
use super::option::{Beside, dot, dots, finish, stroke, symbol};
use super::pen::{Anchor, Pen};
use super::place::spread;
use super::scale::{Scale, extent};
use super::ticks::Ticks;
use charming::Chart;
use charming::element::{LabelPosition, LineStyleType};

/// No more lines than this are highlighted; nobody can follow more.
const MOST: usize = 10;

/// One unit over periods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BumpLine {
    /// Name.
    pub label: String,
    /// Rank in each period, 1 is the best; ties share a rank; `None` is a gap.
    pub ranks: Vec<Option<f64>>,
    /// Highlighted lines have hue, marker and name; of more than ten the first ten count.
    pub highlight: bool,
}

/// Ranks over periods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bump {
    /// Names of the periods in order of time.
    pub periods: Vec<String>,
    /// The units.
    pub lines: Vec<BumpLine>,
    /// Writes between name and rank in labels and tooltips, for example "rank " or "第".
    pub rank_word: String,
}

impl Bump {
    /// The chart; `format` writes a rank. Empty when no unit has a rank.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let ranks = self.lines.iter().flat_map(|line| line.ranks.iter().take(self.periods.len()).copied());
        let Some((_, worst)) = extent(ranks) else { return Drawing::default() };
        let worst = worst.max(2.0);
        let height = 280.max((worst.min(40.0) * 20.0) as u32 + 50);
        let names = self.lines.iter().map(|line| self.end_label(line, format)).collect::<Vec<_>>();
        let firsts = self.lines.iter().map(|line| first_label(line, format)).collect::<Vec<_>>();
        let frame = Frame {
            left: side(firsts.iter().map(String::as_str)).max(24.0),
            top: 14.0,
            right: f64::from(WIDTH) - side(names.iter().map(String::as_str)) - 4.0,
            bottom: f64::from(height) - 30.0,
            height,
        };
        Drawing::large(WIDTH, height, self.svg(&frame, worst, format), self.option(&frame, worst, format))
    }

    /// Number among the highlighted lines.
    fn place(&self, index: usize) -> Option<usize> {
        let line = self.lines.get(index)?;
        let place = self.lines.iter().take(index).filter(|line| line.highlight).count();
        (line.highlight && place < MOST).then_some(place)
    }

    fn stops(&self, line: &BumpLine, x: impl Fn(usize) -> f64, y: impl Fn(f64) -> f64) -> Vec<Stop> {
        let ranks = line.ranks.iter().take(self.periods.len()).enumerate();
        ranks.map(|(i, rank)| (present(*rank).map(|rank| (x(i), y(rank))), Mark::Solid)).collect()
    }

    fn end_label(&self, line: &BumpLine, format: &dyn Fn(f64) -> String) -> String {
        let last = line.ranks.get(self.periods.len().saturating_sub(1)).copied().flatten();
        present(last).map_or_else(
            || side_label(&line.label),
            |rank| side_label(&format!("{} {}", format(rank), line.label)),
        )
    }

    fn svg(&self, frame: &Frame, worst: f64, format: &dyn Fn(f64) -> String) -> String {
        let y = Scale::new((1.0, worst), (frame.top + 6.0, frame.bottom - 12.0));
        let mut svg = String::with_capacity(8192);
        let mut pen = Pen::open(&mut svg, "bump", WIDTH, frame.height);
        column_names(&mut pen, frame, &self.periods);
        let stops_of =
            |line: &BumpLine| self.stops(line, |i| frame.column(i, self.periods.len()), |rank| y.at(rank));
        for (_, line) in self.lines.iter().enumerate().filter(|(index, _)| self.place(*index).is_none()) {
            let stops = stops_of(line);
            draw(&mut pen, "c-line c-back", "c-line c-back", stops.iter().copied());
        }
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        for (index, line) in self.lines.iter().enumerate() {
            let Some(place) = self.place(index) else { continue };
            let (hue, stops) = (hue_class(place), stops_of(line));
            // Eight styles from four hues: the second round is dashed the other way.
            let dash = (place + place / HUES) % HUES;
            let class = format!("c-line {hue} c-d{dash}");
            draw(&mut pen, &class, &class, stops.iter().copied());
            for at in stops.iter().filter_map(|(point, _)| *point) {
                marker(&mut pen, &format!("c-dot {hue}"), at, dash);
            }
            starts.extend(
                stops.first().and_then(|(point, _)| *point).map(|(_, at)| (at, first_label(line, format))),
            );
            ends.extend(
                stops.last().and_then(|(point, _)| *point).map(|(_, at)| (at, self.end_label(line, format))),
            );
        }
        let inset = (frame.right - frame.left) / self.periods.len().max(1) as f64 / 2.0;
        write_names(&mut pen, frame, &starts, Anchor::End, frame.left + inset - 10.0);
        write_names(&mut pen, frame, &ends, Anchor::Start, frame.right - inset + 10.0);
        pen.close();
        svg
    }

    fn option(&self, frame: &Frame, worst: f64, format: &dyn Fn(f64) -> String) -> String {
        let ticks = Ticks { low: 0.5, high: worst + 0.5, step: 1.0, values: Vec::new(), labels: Vec::new() };
        let mut chart = Chart::new()
            .grid(grid(frame))
            .x_axis(name_axis(self.periods.clone(), false).position("bottom"))
            .y_axis(value_axis(&ticks).inverse(true).show(false));
        let kinds =
            [LineStyleType::Solid, LineStyleType::Dashed, LineStyleType::Dotted, LineStyleType::Solid];
        let last = self.periods.len().saturating_sub(1) as f64;
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        for highlighted in [false, true] {
            for (index, line) in self.lines.iter().enumerate() {
                let place = self.place(index);
                if place.is_some() != highlighted {
                    continue;
                }
                let dash = place.map_or(0, |place| (place + place / HUES) % HUES);
                let (hue, width) = place.map_or(("line", 1.5), |place| (hue_variable(place), 2.5));
                let stops = self.stops(line, |i| i as f64, |rank| rank);
                for (_, points) in runs(stops.iter().copied()) {
                    let kind = kinds.get(dash).copied().unwrap_or(LineStyleType::Solid);
                    chart = chart.series(stroke(&points, hue, width, kind));
                }
                if place.is_none() {
                    continue;
                }
                let marks = stops.iter().zip(&self.periods).filter_map(|((point, _), period)| {
                    let (x, rank) = (*point)?;
                    let tooltip = format!("{} · {period} · {}{}", line.label, self.rank_word, format(rank));
                    Some(dot((x, rank), &tooltip, hue, Mark::Solid))
                });
                chart = chart.series(dots(hue, 9.0, marks.collect()).symbol(symbol(dash)));
                let rank_at =
                    |index: usize| stops.get(index).and_then(|(point, _)| *point).map(|(_, rank)| rank);
                starts.extend(rank_at(0).map(|rank| ((0.0, rank), first_label(line, format))));
                let end = rank_at(self.periods.len().saturating_sub(1));
                ends.extend(end.map(|rank| ((last, rank), self.end_label(line, format))));
            }
        }
        let chart = chart
            .series(labels_apart(starts, (frame, &ticks), LabelPosition::Left))
            .series(labels_apart(ends, (frame, &ticks), LabelPosition::Right));
        finish(&chart, frame, Beside::default())
    }
}

fn first_label(line: &BumpLine, format: &dyn Fn(f64) -> String) -> String {
    line.ranks.first().copied().and_then(present).map(format).unwrap_or_default()
}

fn write_names(pen: &mut Pen<'_>, frame: &Frame, names: &[(f64, String)], anchor: Anchor, x: f64) {
    let wanted: Vec<f64> = names.iter().map(|(at, _)| *at).collect();
    let heights = spread(&wanted, LINE, frame.top, frame.bottom - 8.0);
    for ((_, name), at) in names.iter().zip(heights) {
        pen.text_at("c-t c-label", anchor, (x, at), name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rank_one_is_at_the_top_and_ten_at_most_are_highlighted() {
        let lines = (1..=12).map(|rank| BumpLine {
            label: format!("u{rank}"),
            ranks: vec![Some(f64::from(rank)), None, Some(f64::from(13 - rank))],
            highlight: true,
        });
        let bump = Bump {
            periods: vec!["1".into(), "2".into(), "3".into()],
            lines: lines.collect(),
            ..Bump::default()
        };
        let drawing = bump.draw(&|rank| rank.to_string());
        assert_eq!(drawing.svg.matches("c-back").count(), 2);
        assert!(drawing.svg.contains("12 u1<") && !drawing.svg.contains("u11<"), "{}", drawing.svg);
        assert_eq!(drawing.charted()["yAxis"]["inverse"], true);
        assert!(Bump::default().draw(&|rank| rank.to_string()).is_empty());
    }
}
