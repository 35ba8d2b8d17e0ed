//! Distribution: a histogram with the target.

use super::axes::{Frame, WIDTH, bottom_labels, bottom_title, left_axis, side, top_title};
use super::axes_option::{
    Across, bottom_texts, bottom_value_axis, crossing, grid, left_texts, left_value_axis, reference_lines,
};
use super::drawing::Drawing;
use super::mark::{Reference, drawable};
use super::option::{Beside, colour, finish, item, spot};
use super::pen::{Anchor, Pen};
use super::scale::extent;
use super::text::{SIZE, shorten, width};
use super::ticks::Ticks;
use charming::Chart;
use charming::element::{AreaStyle, ItemStyle, LineStyle, LineStyleType, Symbol};
use charming::series::{Line, Scatter};

const HEIGHT: u32 = 280;

/// One class of a histogram.
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    /// Lower end, in the unit of the axis.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// How many units fall into it.
    pub count: f64,
    /// Range and count as the page shows them.
    pub text: String,
}

/// How values are distributed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distribution {
    /// Measure and unit, below the axis.
    pub title: String,
    /// What is counted, above the axis at the left.
    pub count_title: String,
    /// Classes in ascending order.
    pub bins: Vec<Bin>,
    /// The target.
    pub target: Option<Reference>,
    /// Ends that the value axis may not pass.
    pub bounds: Option<(f64, f64)>,
}

struct Layout {
    frame: Frame,
    values: Ticks,
    counts: Ticks,
}

impl Distribution {
    /// The chart; `format` writes a tick of the value axis, `count` one of the counts. Empty when nothing is counted.
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

    fn layout(&self, format: &dyn Fn(f64) -> String, count: &dyn Fn(f64) -> String) -> Option<Layout> {
        let most = self.bins().map(|bin| bin.count).reduce(f64::max)?;
        let ends = self.bins().flat_map(|bin| [Some(bin.from), Some(bin.to)]);
        let domain = extent(ends.chain([self.target().map(|t| t.value)]))?;
        let values = Ticks::over(domain, self.bounds, 7, format);
        let mut counts = Ticks::over((0.0, most), None, 4, count);
        // Half units cannot be counted.
        let whole = |value: &f64| libm::trunc(*value) == *value;
        counts.labels = counts.values.iter().copied().filter(whole).map(count).collect();
        counts.values.retain(whole);
        let frame = Frame {
            left: side(counts.labels.iter().map(String::as_str)).max(28.0),
            top: 46.0,
            right: f64::from(WIDTH) - 24.0,
            bottom: f64::from(HEIGHT) - 46.0,
            height: HEIGHT,
        };
        Some(Layout { frame, values, counts })
    }

    fn bins(&self) -> impl Iterator<Item = &Bin> {
        self.bins.iter().filter(|bin| {
            let ends = drawable(bin.from).zip(drawable(bin.to));
            ends.is_some_and(|(from, to)| from < to) && drawable(bin.count).is_some_and(|count| count > 0.0)
        })
    }

    fn target(&self) -> Option<&Reference> {
        self.target.as_ref().filter(|target| drawable(target.value).is_some())
    }

    fn svg(&self, layout: &Layout) -> String {
        let frame = &layout.frame;
        let (x, y) = (frame.across(&layout.values), frame.up(&layout.counts));
        let mut svg = String::with_capacity(4096);
        let mut pen = Pen::open(&mut svg, "distribution", WIDTH, HEIGHT);
        top_title(&mut pen, &self.count_title);
        left_axis(&mut pen, frame, &layout.counts);
        bottom_labels(&mut pen, frame, &layout.values);
        bottom_title(&mut pen, frame, &self.title);
        for bin in self.bins() {
            let (left, right) = (x.at(bin.from), x.at(bin.to));
            pen.rect("c-bin", (left + 0.5, y.at(0.0)), ((right - 0.5).max(left + 1.0), y.at(bin.count)));
        }
        pen.line("c-axis", (frame.left, frame.bottom), (frame.right, frame.bottom));
        if let Some(target) = self.target() {
            let at = x.at(target.value);
            pen.line("c-goal-line", (at, frame.top - 8.0), (at, frame.bottom));
            let label = shorten(&target.label, f64::from(WIDTH) / 2.0);
            let half = width(&label) / 2.0;
            let middle = at.clamp(half + 2.0, f64::from(WIDTH) - half - 2.0);
            pen.text("c-t c-goal-text", Anchor::Middle, (middle, frame.top - SIZE), &label);
        }
        pen.close();
        svg
    }

    /// A step line filled down to zero draws classes of any width; an invisible mark in each carries its tooltip.
    fn option(&self, layout: &Layout) -> String {
        let mut chart = Chart::new()
            .grid(grid(&layout.frame))
            .x_axis(bottom_value_axis(&layout.values, &self.title))
            .y_axis(left_value_axis(&layout.counts, &self.count_title, &layout.frame))
            .series(left_texts(&layout.counts))
            .series(bottom_texts(&layout.values, layout.counts.low));
        for bin in self.bins() {
            let corners = [(bin.from, 0.0), (bin.from, bin.count), (bin.to, bin.count), (bin.to, 0.0)];
            chart = chart.series(
                Line::new()
                    .symbol(Symbol::None)
                    .silent(true)
                    .line_style(LineStyle::new().color(colour("card")).width(1.0))
                    .area_style(AreaStyle::new().color(colour("c1")).opacity(1.0))
                    .data(corners.iter().map(|corner| spot(*corner)).collect::<Vec<_>>()),
            );
        }
        let hover = self.bins().map(|bin| {
            let middle = ((bin.from + bin.to) / 2.0, bin.count / 2.0);
            item(spot(middle), &bin.text, ItemStyle::new().color(colour("c1")).opacity(0.0))
        });
        chart = chart
            .series(Scatter::new().symbol(Symbol::Rect).symbol_size(28.0).data(hover.collect::<Vec<_>>()));
        if let Some(target) = self.target() {
            let line = vec![crossing(Across::Bottom, target.value, &target.label)];
            chart = chart.series(reference_lines(line, "ink", LineStyleType::Solid));
        }
        finish(&chart, &layout.frame, Beside::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_start_at_zero_and_are_whole() {
        let bin =
            |from: f64, count: f64| Bin { from, to: from + 10.0, count, text: format!("{from}: {count}") };
        let chart = Distribution {
            bins: vec![bin(70.0, 1.0), bin(80.0, 2.0), bin(90.0, f64::NAN)],
            target: Some(Reference { value: 85.0, label: "目标 85".into() }),
            ..Distribution::default()
        };
        let drawing = chart.draw(&|v| v.to_string(), &|v| format!("n{v}"));
        assert_eq!(drawing.svg.matches("c-bin").count(), 2);
        assert!(
            drawing.svg.contains(">n0<") && drawing.svg.contains(">n2<") && !drawing.svg.contains(">n0.5<")
        );
        assert!(drawing.svg.contains("目标 85"));
        assert!(Distribution::default().draw(&|v| v.to_string(), &|v| v.to_string()).is_empty());
    }
}
