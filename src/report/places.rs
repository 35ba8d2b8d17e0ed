//! The lines on which the figures of a score were written.

use super::reporter::Reporter;
use super::written;
use crate::diag::Span;
use crate::model::Language;
use crate::score::Scorecard;
use crate::view::{SourceLink, Trace};

/// Most lines that are listed one by one for a period.
const MOST: usize = 12;

/// The lines of a card's figures, each once, in the order of files; and steps that tell of the commits that wrote them
/// and of the lines not listed.
#[must_use]
pub(super) fn places(
    reporter: &Reporter<'_>,
    language: Language,
    card: &Scorecard,
) -> (Vec<SourceLink>, Vec<Trace>) {
    let items = card.segments.iter().flat_map(|segment| &segment.items);
    let mut spans: Vec<Span> =
        items.flat_map(|item| &item.reading.sources).map(|source| source.span).collect();
    spans.sort_unstable();
    spans.dedup();
    let mut last = None;
    spans.retain(|span| {
        let line = Some((span.file, reporter.sources.line_of(*span)));
        std::mem::replace(&mut last, line) != line
    });
    let listed = spans.iter().take(MOST).filter_map(|span| reporter.source(*span)).collect();
    let rest = spans.len().saturating_sub(MOST);
    let last = spans.last().filter(|_| rest > 0).and_then(|span| reporter.source(*span));
    let mut told = written::told(reporter, language, &spans);
    told.extend(last.map(|last| Trace {
        text: reporter.agent_words(language).more_lines.fill(&[&rest.to_string(), &last.path]),
        source: None,
    }));
    (listed, told)
}
