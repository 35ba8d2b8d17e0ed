//! How values are distributed, in classes with round ends.

use super::figure::{Saying, drawn, figure};
use super::format::number;
use super::voice::{Voice, say};
use crate::chart::{Bin, Distribution, Reference};
use crate::model::side;
use crate::view::{Cell, Column, Figure, Row, Table};

/// What a histogram is made from.
#[derive(Debug)]
pub(super) struct Histogram<'a> {
    /// Anchor of the figure.
    pub(super) anchor: &'a str,
    /// Measure and unit.
    pub(super) title: String,
    /// What is counted.
    pub(super) count_title: String,
    /// The values.
    pub(super) values: &'a [f64],
    /// The target.
    pub(super) target: Option<Reference>,
    /// Ends that the axis may not pass.
    pub(super) bounds: Option<(f64, f64)>,
    /// The words.
    pub(super) saying: Saying,
}

/// The figure; `show` writes a value.
pub(super) fn figure_of(voice: Voice<'_>, of: Histogram<'_>, show: &dyn Fn(f64) -> String) -> Figure {
    let range = |from: f64, to: f64| format!("{} – {}", show(from), show(to));
    let classes = classes(of.values);
    let bins = classes.iter().map(|&(from, to, count)| Bin {
        from,
        to,
        count: count as f64,
        text: format!("{}: {}", range(from, to), number(count as f64, 0)),
    });
    let rows = classes.iter().map(|&(from, to, count)| {
        let label = Cell { sort: Some(from.to_string()), ..Cell::text(range(from, to)) };
        Row::new(vec![label, Cell::number(number(count as f64, 0), count as f64)])
    });
    let columns = vec![Column::text(of.title.clone()), Column::number(of.count_title.clone())];
    let mut data = Table::new(say!(voice, "histogram-data", what: &of.title), columns, rows.collect());
    (data.filter, data.sortable) = (false, false);
    let bins: Vec<Bin> = bins.collect();
    let drawing = drawn(voice.language, |language| {
        let own = |text: &str| side(text, language);
        Distribution {
            title: own(&of.title),
            count_title: own(&of.count_title),
            bins: bins.iter().map(|bin| Bin { text: own(&bin.text), ..bin.clone() }).collect(),
            target: of
                .target
                .as_ref()
                .map(|target| Reference { label: own(&target.label), ..target.clone() }),
            bounds: of.bounds,
        }
        .draw(&|value| own(&show(value)), &|count| number(count, 0))
    });
    figure(of.anchor, "distribution", of.saying, drawing, Some(data))
}

/// About √n classes between 5 and 12, whose width is 1, 2 or 5 times a power of ten: from, to, count. The last class
/// holds its upper end.
#[must_use]
pub fn classes(values: &[f64]) -> Vec<(f64, f64, usize)> {
    let Some((least, most)) = crate::stats::extent(values) else { return Vec::new() };
    let wanted = (values.len() as f64).sqrt().clamp(5.0, 12.0);
    let rough = ((most - least) / wanted).max(most.abs().max(1e-3) * 1e-3);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let width = [1.0, 2.0, 5.0, 10.0].iter().map(|step| step * power).find(|width| *width >= rough * 0.999);
    let width = width.unwrap_or(rough);
    let first = libm::floor(least / width + 1e-9);
    let last = libm::ceil(most / width - 1e-9).max(first + 1.0);
    let count = (last - first) as usize;
    let mut counts = vec![0_usize; count];
    for value in values {
        let at = (libm::floor(value / width + 1e-9) - first).max(0.0) as usize;
        if let Some(slot) = counts.get_mut(at.min(count.saturating_sub(1))) {
            *slot += 1;
        }
    }
    let class = |(at, count): (usize, usize)| {
        let from = (first + at as f64) * width;
        (from, from + width, count)
    };
    counts.into_iter().enumerate().map(class).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_have_round_ends_and_hold_every_value_once() {
        let values = [60.5, 61.0, 72.0, 85.0, 85.0, 90.0, 100.0];
        let classes = classes(&values);
        assert_eq!(classes.first().map(|class| (class.0, class.1)), Some((60.0, 70.0)));
        assert_eq!(classes.last().map(|class| (class.0, class.1, class.2)), Some((90.0, 100.0, 2)));
        assert_eq!(classes.iter().map(|class| class.2).sum::<usize>(), values.len());
        assert_eq!(super::classes(&[5.0, 5.0]).iter().map(|class| class.2).sum::<usize>(), 2);
        assert!(super::classes(&[]).is_empty());
    }
}
