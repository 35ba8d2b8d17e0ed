//! Trend: values over periods, with target, natural range, gaps, hollow and provisional points.

use super::axes::{Frame, LINE, WIDTH, column_names, left_axis, marker, side, side_label, top_title};
use super::axes_option::{band, grid, labels_apart, left_texts, left_value_axis, name_axis};
use super::drawing::Drawing;
use super::line_run::{Stop, draw, runs};
use super::mark::{HUES, Mark, Reading, Reference, drawable, hue_class, hue_variable, present};
use super::option::{Beside, dot, dots, finish, stroke, symbol};
use super::pen::{Anchor, Pen};
use super::place::spread;
use super::scale::{Scale, extent};
use super::shade::{self, Shade};
use super::text::{shorten, width};
use super::ticks::Ticks;
use super::time_mark::{TimeMark, time_mark_series, time_marks};
use charming::Chart;
use charming::element::{LabelPosition, LineStyleType};

/// One line of a trend.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendLine {
    /// Name, written at the end of the line.
    pub label: String,
    /// One reading for each period.
    pub readings: Vec<Reading>,
    /// With more than four lines only selected ones have a hue.
    pub selected: bool,
}

/// The range in which a value moves by chance alone (limits of a control chart), or a normal range.
#[derive(Debug, Clone, PartialEq)]
pub struct NaturalRange {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// The centre line, if it is to be drawn.
    pub centre: Option<f64>,
    /// What the range is, in words.
    pub label: String,
}

/// One or more values over periods.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// Measure and unit, above the axis.
    pub title: String,
    /// Names of the periods in order of time.
    pub periods: Vec<String>,
    /// The lines.
    pub lines: Vec<TrendLine>,
    /// The target of each period (empty when there is none); a change is a dashed step.
    pub target: Vec<Option<f64>>,
    /// What stands at the end of the target line.
    pub target_label: String,
    /// The natural range.
    pub range: Option<NaturalRange>,
    /// Ends that the axis may not pass, such as 0 and 100.
    pub bounds: Option<(f64, f64)>,
    /// Stretches of time that are not like others.
    pub shades: Vec<Shade>,
    /// Values from outside, each a level line with its words at the end.
    pub levels: Vec<Reference>,
    /// Where something changed that values rest on, in order of time; one for a period at most.
    pub marks: Vec<TimeMark>,
}

/// All that both renderers share.
struct Layout {
    frame: Frame,
    ticks: Ticks,
    range: Option<(f64, f64)>,
}

/// Value, words, and class and number of the marker beside them.
type End<'a> = (f64, &'a str, Option<(&'static str, usize)>);

impl Trend {
    /// The chart; `format` writes a tick of the value axis. Empty when every value is missing.
    #[must_use]
    pub fn draw(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let Some(layout) = self.layout(format) else { return Drawing::default() };
        Drawing::large(WIDTH, layout.frame.height, self.svg(&layout), self.option(&layout))
    }

    /// The static picture alone, for pages that exist in thousands: the option costs more than all else on them.
    #[must_use]
    pub fn picture(&self, format: &dyn Fn(f64) -> String) -> Drawing {
        let Some(layout) = self.layout(format) else { return Drawing::default() };
        Drawing::still(WIDTH, layout.frame.height, self.svg(&layout))
    }

    fn layout(&self, format: &dyn Fn(f64) -> String) -> Option<Layout> {
        let count = self.periods.len();
        let values = || self.lines.iter().flat_map(|line| line.readings.iter().take(count).map(|r| r.value));
        extent(values())?;
        let range = self.range.as_ref().and_then(|r| drawable(r.low).zip(drawable(r.high)));
        let limits = [range.map(|r| r.0), range.map(|r| r.1)];
        let domain =
            extent(values().chain(self.target.iter().copied()).chain(limits).chain(self.level_values()))?;
        let ticks = Ticks::over(domain, self.bounds, 5, format);
        let ends = self.lines.iter().map(|line| line.label.as_str()).chain([self.target_label.as_str()]);
        let ends = ends.chain(self.levels.iter().map(|level| level.label.as_str()));
        let height = 300.max(60 + (self.lines.len().min(40) as u32) * LINE as u32);
        let frame = Frame {
            left: side(ticks.labels.iter().map(String::as_str)),
            top: if self.marks.is_empty() { 28.0 } else { 28.0 + LINE },
            right: f64::from(WIDTH) - side(ends) - 10.0,
            bottom: f64::from(height) - 30.0,
            height,
        };
        Some(Layout { frame, ticks, range })
    }

    fn level_values(&self) -> impl Iterator<Item = Option<f64>> {
        self.levels.iter().map(|level| present(Some(level.value)))
    }

    /// Class, CSS variable and number of the style of a line.
    fn style(&self, index: usize) -> (&'static str, &'static str, usize) {
        let of_hue = |n: usize| (hue_class(n), hue_variable(n), n % HUES);
        if self.lines.len() <= HUES {
            return of_hue(index);
        }
        match self.lines.get(index) {
            Some(line) if line.selected => {
                of_hue(self.lines.iter().take(index).filter(|l| l.selected).count())
            }
            _ => ("c-other", "muted", 0),
        }
    }

    /// The points of a line with `x` for the period and `y` for the value.
    fn stops(&self, line: &TrendLine, x: impl Fn(usize) -> f64, y: impl Fn(f64) -> f64) -> Vec<Stop> {
        let readings = line.readings.iter().take(self.periods.len()).enumerate();
        readings.map(|(i, r)| (present(r.value).map(|value| (x(i), y(value))), r.mark)).collect()
    }

    fn svg(&self, layout: &Layout) -> String {
        let (frame, y) = (&layout.frame, layout.frame.up(&layout.ticks));
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, "trend", WIDTH, frame.height);
        top_title(&mut pen, &self.title);
        shade::behind(&mut pen, frame, self.periods.len(), &self.shades);
        self.range_band(&mut pen, layout, &y);
        left_axis(&mut pen, frame, &layout.ticks);
        column_names(&mut pen, frame, &self.periods);
        for value in self.level_values().flatten() {
            pen.line("c-aim", (frame.left, y.at(value)), (frame.right, y.at(value)));
        }
        self.target_line(&mut pen, frame, &y);
        time_marks(&mut pen, frame, self.periods.len(), &self.marks);
        for (index, line) in self.lines.iter().enumerate() {
            let (hue, _, style) = self.style(index);
            let stops = self.stops(line, |i| frame.column(i, self.periods.len()), |v| y.at(v));
            draw(
                &mut pen,
                &format!("c-line {hue} c-d{style}"),
                &format!("c-line {hue} c-dash"),
                stops.iter().copied(),
            );
            for (point, mark) in stops {
                let hollow = if mark == Mark::Hollow { " c-hollow" } else { "" };
                point.iter().for_each(|at| marker(&mut pen, &format!("c-dot {hue}{hollow}"), *at, style));
            }
        }
        self.end_labels(&mut pen, frame, &y);
        pen.close();
        svg
    }

    fn range_band(&self, pen: &mut Pen<'_>, layout: &Layout, y: &Scale) {
        let (Some((low, high)), Some(range)) = (layout.range, &self.range) else { return };
        let frame = &layout.frame;
        pen.rect("c-range", (frame.left, y.at(low)), (frame.right, y.at(high)));
        for limit in [low, high] {
            pen.line("c-limit", (frame.left, y.at(limit)), (frame.right, y.at(limit)));
        }
        if let Some(centre) = present(range.centre) {
            pen.line("c-centre", (frame.left, y.at(centre)), (frame.right, y.at(centre)));
        }
        if !range.label.is_empty() {
            let label = shorten(&range.label, f64::from(WIDTH) / 2.0 - 24.0);
            let left = f64::from(WIDTH) - width(&label) - 4.0;
            pen.rect("c-range c-key", (left - 20.0, 3.0), (left - 6.0, 15.0));
            pen.text("c-t c-mute", Anchor::Start, (left, 13.0), &label);
        }
    }

    /// The target holds over the whole slot of its period; where it changes there is a dashed step.
    fn target_line(&self, pen: &mut Pen<'_>, frame: &Frame, y: &Scale) {
        let count = self.periods.len();
        let half = (frame.right - frame.left) / count.max(1) as f64 / 2.0;
        let targets: Vec<Option<f64>> =
            self.target.iter().take(count).map(|t| present(*t).map(|v| y.at(v))).collect();
        if targets.iter().all(Option::is_none) {
            return;
        }
        pen.path("c-goal-line", |path| {
            for (index, at) in targets.iter().enumerate().filter_map(|(i, t)| t.map(|at| (i, at))) {
                let x = frame.column(index, count);
                path.to('M', (x - half, at));
                path.along('H', x + half);
            }
        });
        for (index, pair) in targets.windows(2).enumerate() {
            if let [Some(before), Some(after)] = pair
                && before != after
            {
                let x = frame.column(index, count) + half;
                pen.line("c-goal-line c-dash", (x, *before), (x, *after));
            }
        }
    }

    /// What stands at the right of the plot, each with its value and marker: lines first, then the target.
    fn ends(&self) -> Vec<End<'_>> {
        let count = self.periods.len();
        let lines = self.lines.iter().enumerate().filter_map(|(index, line)| {
            let last = line.readings.iter().take(count).rev().find_map(|r| present(r.value))?;
            let (hue, _, style) = self.style(index);
            Some((last, line.label.as_str(), Some((hue, style))))
        });
        let target = self.target.iter().take(count).rev().find_map(|t| present(*t));
        let target = target.map(|value| (value, self.target_label.as_str(), None));
        let levels = self
            .levels
            .iter()
            .filter_map(|level| Some((present(Some(level.value))?, level.label.as_str(), None)));
        lines.chain(target).chain(levels).filter(|(_, label, _)| !label.is_empty()).collect()
    }

    fn end_labels(&self, pen: &mut Pen<'_>, frame: &Frame, y: &Scale) {
        let ends = self.ends();
        let wanted: Vec<f64> = ends.iter().map(|(value, ..)| y.at(*value)).collect();
        let heights = spread(&wanted, LINE, frame.top, frame.bottom);
        for ((_, label, style), at) in ends.iter().zip(heights) {
            if let Some((hue, style)) = style {
                marker(pen, &format!("c-dot {hue}"), (frame.right + 10.0, at), *style);
            }
            let class = if style.is_some() { "c-t c-label" } else { "c-t" };
            pen.text_at(class, Anchor::Start, (frame.right + 18.0, at), &side_label(label));
        }
    }

    fn option(&self, layout: &Layout) -> String {
        let mut chart = Chart::new()
            .grid(grid(&layout.frame))
            .x_axis(name_axis(self.periods.clone(), false))
            .y_axis(left_value_axis(&layout.ticks, &self.title, &layout.frame))
            .series(left_texts(&layout.ticks));
        if let Some(((low, high), range)) = layout.range.zip(self.range.as_ref()) {
            chart = chart.series(band(low, high, &range.label));
        }
        for value in layout.range.iter().flat_map(|(low, high)| [*low, *high]) {
            chart = chart.series(stroke(&self.level(value), "muted", 1.0, LineStyleType::Dashed));
        }
        for centre in self.range.iter().filter_map(|range| present(range.centre)) {
            chart = chart.series(stroke(&self.level(centre), "muted", 1.0, LineStyleType::Solid));
        }
        for value in self.level_values().flatten() {
            chart = chart.series(stroke(&self.level(value), "muted", 1.0, LineStyleType::Dotted));
        }
        let targets: Vec<Option<f64>> =
            self.target.iter().take(self.periods.len()).map(|t| present(*t)).collect();
        if targets.iter().any(Option::is_some) {
            let line = stroke(&[], "ink", 1.5, LineStyleType::Dashed).step(charming::element::Step::Middle);
            chart = chart.series(line.data(targets));
        }
        for (index, line) in self.lines.iter().enumerate() {
            chart = self.add_line(chart, index, line);
        }
        for series in time_mark_series(&layout.ticks, self.periods.len(), &self.marks) {
            chart = chart.series(series);
        }
        let last = self.periods.len().saturating_sub(1) as f64;
        let ends =
            self.ends().into_iter().map(|(value, label, _)| ((last, value), side_label(label))).collect();
        let chart = chart.series(labels_apart(ends, (&layout.frame, &layout.ticks), LabelPosition::Right));
        let behind = shade::bars(&layout.ticks, self.periods.len(), &self.shades);
        finish(&chart, &layout.frame, Beside { behind, ..Beside::default() })
    }

    /// A level line over all periods.
    fn level(&self, value: f64) -> Vec<(f64, f64)> {
        (0..self.periods.len()).map(|index| (index as f64, value)).collect()
    }

    fn add_line(&self, chart: Chart, index: usize, line: &TrendLine) -> Chart {
        let (_, hue, style) = self.style(index);
        let solid =
            [LineStyleType::Solid, LineStyleType::Dashed, LineStyleType::Dotted, LineStyleType::Solid];
        let stops = self.stops(line, |i| i as f64, |v| v);
        let mut chart = chart;
        for (dashed, points) in runs(stops.iter().copied()) {
            let kind = if dashed {
                LineStyleType::Dashed
            } else {
                solid.get(style).copied().unwrap_or(LineStyleType::Solid)
            };
            chart = chart.series(stroke(&points, hue, 2.0, kind));
        }
        let marks = stops.iter().zip(&self.periods).zip(&line.readings).filter_map(
            |(((point, mark), period), reading)| {
                let tooltip = format!("{} · {period} · {}", line.label, reading.text);
                point.map(|at| dot(at, &tooltip, hue, *mark))
            },
        );
        chart.series(dots(hue, 9.0, marks.collect()).name(line.label.clone()).symbol(symbol(style)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend() -> Trend {
        let reading = |value: Option<f64>, mark| Reading { value, text: "v".into(), mark };
        Trend {
            title: "CSAT, %".into(),
            periods: vec!["1".into(), "2".into(), "3".into(), "4".into()],
            lines: vec![TrendLine {
                label: "林伟".into(),
                readings: vec![
                    reading(Some(80.0), Mark::Solid),
                    reading(Some(90.0), Mark::Hollow),
                    reading(None, Mark::Solid),
                    reading(Some(100.0), Mark::Solid),
                ],
                selected: false,
            }],
            target: vec![Some(85.0), Some(85.0), Some(90.0), Some(90.0)],
            target_label: "目标".into(),
            bounds: Some((0.0, 100.0)),
            ..Trend::default()
        }
    }

    /// Ticks 80, 85 … 100 from 270 up to 28, so 85 is at 209.5 and 90 at 149. Columns of the plot: left edge is
    /// ceil(3 × 8.32 + 13) + 12 = 50 px, right edge 640 − (26 + 12) − 10 = 592, so the second column ends at 321.
    #[test]
    fn gaps_hollow_points_and_target_steps() {
        let drawing = trend().draw(&|v| format!("{v}%"));
        assert!(drawing.svg.contains(r#"<circle class="c-dot c-1 c-hollow""#), "{}", drawing.svg);
        assert_eq!(drawing.svg.matches("<circle").count(), 4, "three points, and the marker beside the name");
        assert!(drawing.svg.contains(r#"<path class="c-goal-line c-dash" d="M321 209.5L321 149"/>"#));
        assert!(drawing.svg.contains(">85%</text>") && !drawing.svg.contains(">105%"));
        let option = drawing.charted();
        assert_eq!(option["xAxis"]["data"][3], "4");
        assert_eq!(option["yAxis"]["max"], 100.0);
    }

    #[test]
    fn without_values_there_is_no_chart() {
        let mut empty = trend();
        empty.lines[0].readings.iter_mut().for_each(|r| r.value = None);
        assert!(empty.draw(&|v| v.to_string()).is_empty());
    }
}
