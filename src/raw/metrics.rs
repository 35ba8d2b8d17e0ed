//! `metrics/YYYY/YYYY-MM*.yml` as written, in compact rows: these files are the bulk of the data.
//!
//! There are three ways through a file, each with the same answer: lines in their plain form as bytes, other figures in
//! one pass over YAML events without a tree, and the tree reader, which knows every fault and every spelling. A way that
//! meets what it does not expect leaves the file to the next.

use super::decode::{At, Decode, Entries, record};
use super::events::Events;
use super::figure::Figure;
use super::scalar::{IdWord, MonthWord};
use super::text::Text;
use super::{hidden, metrics_lines, metrics_stream, tree};
use crate::diag::{FileId, Sink, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

record! {
    /// The figures of a month.
    MetricsFile {
        /// The month.
        period: MonthWord,
        /// Id of the channel (default: all channels together).
        channel: Option<IdWord>,
        /// Id of the team for which the agents worked (default: the team of their posting).
        team: Option<IdWord>,
        /// Where the figures come from.
        source: Option<Text>,
        /// Figures of agents, by id of the agent, then of the indicator; `days` are days worked/scheduled.
        agents: Option<Entries<Entries<At<Figure>>>>,
        /// Figures of teams as a whole, by id of the team, then of the indicator.
        teams: Option<Entries<Entries<At<Figure>>>>,
    }
}

/// A metrics file in numbers.
#[derive(Debug, Clone, Default)]
pub struct Metrics<'s> {
    /// The month; always there once a file was read.
    pub period: Option<MonthWord>,
    /// The channel.
    pub channel: Option<IdWord>,
    /// The team.
    pub team: Option<IdWord>,
    /// Where the figures come from, as written; in Chinese if both languages are.
    pub source: Option<Cow<'s, str>>,
    /// Ids of the indicators in the order in which they first appear, with that place; `days` may be among them.
    pub indicators: Vec<IdWord>,
    /// The lines, in the order written.
    pub rows: Vec<MetricsRow<'s>>,
    /// The figures of all lines, in the order written.
    pub cells: Vec<MetricsCell>,
}

/// Agents or teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Rows of agents.
    Agents,
    /// Rows of teams.
    Teams,
}

/// One holder's line.
#[derive(Debug, Clone)]
pub struct MetricsRow<'s> {
    /// Agents or teams.
    pub section: Section,
    /// The id of the holder, as written.
    pub holder: Cow<'s, str>,
    /// Where the id stands.
    pub span: Span,
    /// First of its figures in [`Metrics::cells`].
    pub first: usize,
    /// One past the last of its figures.
    pub last: usize,
}

/// One figure.
#[derive(Debug, Clone, Copy)]
pub struct MetricsCell {
    /// Position in [`Metrics::indicators`].
    pub indicator: u32,
    /// The figure.
    pub figure: Figure,
    /// Where it stands, from the indicator's id to the end of the figure.
    pub span: Span,
}

impl Metrics<'_> {
    /// The figures of `row`.
    #[must_use]
    pub fn cells_of(&self, row: &MetricsRow<'_>) -> &[MetricsCell] {
        self.cells.get(row.first..row.last).unwrap_or_default()
    }
}

/// Reads a metrics file. Faults go to `sink`; figures that cannot be read are left out.
#[must_use]
pub fn read_metrics<'s>(text: &'s str, file: FileId, sink: &mut Sink) -> Option<Metrics<'s>> {
    if !hidden::scan(text, file, sink) {
        return None;
    }
    if let Some(metrics) = metrics_lines::read(text, file) {
        return Some(metrics);
    }
    let mut trial = Sink::new();
    match metrics_stream::read(&mut Events::new(text, file), &mut trial) {
        Some(metrics) if trial.is_empty() => Some(metrics),
        _ => slowly(text, file, sink),
    }
}

/// The same through the tree, with every fault.
fn slowly<'s>(text: &'s str, file: FileId, sink: &mut Sink) -> Option<Metrics<'s>> {
    // `tree::read` looks for hidden characters once more; the list of faults holds each only once in the end.
    let node = tree::read(text, file, sink)?;
    let MetricsFile { period, channel, team, source, agents, teams, place: _ } =
        MetricsFile::decode(&node, sink)?;
    let source = source.map(|source| Cow::Owned(source.zh.text));
    let mut metrics = Metrics { period: Some(period), channel, team, source, ..Metrics::default() };
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    for (section, entries) in [(Section::Agents, agents), (Section::Teams, teams)] {
        for (holder, figures) in entries.into_iter().flat_map(|entries| entries.list) {
            let first = metrics.cells.len();
            for (id, figure) in figures.into_iter().flat_map(|figures| figures.list) {
                let next = metrics.indicators.len() as u32;
                let indicator = *known.entry(id.text.clone()).or_insert(next);
                if let Some(At { value: figure, span }) = figure {
                    let span = Span { start: id.span.start, ..span };
                    metrics.cells.push(MetricsCell { indicator, figure, span });
                }
                if indicator == next {
                    metrics.indicators.push(id);
                }
            }
            let (last, span, holder) = (metrics.cells.len(), holder.span, Cow::Owned(holder.text));
            metrics.rows.push(MetricsRow { section, holder, span, first, last });
        }
    }
    Some(metrics)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "\
period: 2025-03
channel: chat
source: export
agents:
  lin.wei:  { days: 21/22, csat_rate: 182/201, nps: 430/120/60, frt_p90: { value: 48s, n: 812 } }
  zhao.min: { days: 20/22, exam_pass_rate: n/a }
teams:
  presale: { enquiries: 31200 }
";

    fn fast(text: &str) -> Option<Metrics<'_>> {
        metrics_stream::read(&mut Events::new(text, FileId(0)), &mut Sink::new())
    }

    #[test]
    fn both_ways_give_the_same() {
        let mut sink = Sink::new();
        let slow = slowly(PLAIN, FileId(0), &mut sink).unwrap();
        let fast = fast(PLAIN).unwrap();
        let lines = metrics_lines::read(PLAIN, FileId(0)).unwrap();
        assert!(sink.is_empty());
        assert_eq!(format!("{fast:?}"), format!("{slow:?}"));
        assert_eq!(format!("{lines:?}"), format!("{slow:?}"));
        assert_eq!((fast.rows.len(), fast.cells.len(), fast.indicators.len()), (3, 7, 6));
        let cell = fast.cells[1];
        assert_eq!(&PLAIN[cell.span.start as usize..cell.span.end as usize], "csat_rate: 182/201");
        assert_eq!(cell.figure, Figure::Pair(182.0, 201.0));
    }

    #[test]
    fn the_fast_pass_gives_up_where_it_would_hide_a_fault() {
        for odd in [
            PLAIN.replace("182/201", "182 / 201"),
            PLAIN.replace("zhao.min", "lin.wei"),
            PLAIN.replace("nps:", "csat_rate:"),
            PLAIN.replace("period: 2025-03\n", ""),
            PLAIN.replace("channel:", "chanel:"),
            PLAIN.replace("n: 812", "m: 812"),
            PLAIN.replace("n/a", "~"),
            format!("{PLAIN}---\nperiod: 2025-04\n"),
        ] {
            assert!(fast(&odd).is_none(), "{odd}");
            assert!(metrics_lines::read(&odd, FileId(0)).is_none(), "{odd}");
            let mut sink = Sink::new();
            let _ = read_metrics(&odd, FileId(0), &mut sink);
            assert!(!sink.is_empty(), "{odd}");
        }
    }

    #[test]
    fn block_form_and_anchors_are_read_all_the_same() {
        let text = "agents:\n  a:\n    x: &one 1/2\n    y: *one\nperiod: 2025-03\n";
        let mut sink = Sink::new();
        let metrics = read_metrics(text, FileId(0), &mut sink).unwrap();
        assert!(sink.is_empty());
        assert_eq!(
            metrics.cells.iter().map(|cell| cell.figure).collect::<Vec<_>>(),
            [Figure::Pair(1.0, 2.0); 2]
        );
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() })]

        /// Whatever the lines pass takes, the tree reader takes without a word and understands in the same way.
        #[test]
        fn lines_never_say_what_yaml_does_not(
            edits in proptest::collection::vec(
                (proptest::prelude::any::<proptest::sample::Index>(), "[-#:,{}/ .\r\n0-9a-f%+?'\"&*!|>~]{0,3}", 0..4_usize),
                0..4,
            ),
            bom in proptest::prelude::any::<bool>(),
        ) {
            let mut chars: Vec<char> = PLAIN.chars().collect();
            for (place, new, cut) in edits {
                let from = place.index(chars.len());
                let to = (from + cut).min(chars.len());
                chars.splice(from..to, new.chars());
            }
            let text: String = bom.then_some('\u{feff}').into_iter().chain(chars).collect();
            if let Some(lines) = metrics_lines::read(&text, FileId(0)) {
                let mut sink = Sink::new();
                let slow = slowly(&text, FileId(0), &mut sink);
                proptest::prop_assert!(sink.is_empty(), "{text}");
                proptest::prop_assert_eq!(format!("{:?}", Some(&lines)), format!("{:?}", slow.as_ref()), "{}", text);
            }
        }
    }
}
