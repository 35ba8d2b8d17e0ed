//! A frame of a table: dimensions that exist and do not hold themselves, weights and directions.

use super::{audit, words};
use crate::diag::{Code, Diagnostic, Sink, Sources, quoted, suggest};
use crate::model::{Frame, FrameGroup, FrameIndicator};
use crate::raw::{self, FrameFile, IdWord, NumberWord};

/// A frame that was read.
#[derive(Debug)]
pub struct CheckedFrame {
    /// The frame; `None` if there was an error.
    pub frame: Option<Frame>,
    /// The file, for showing places.
    pub sources: Sources,
    /// All faults.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks the text of a frame file named `path`.
#[must_use]
pub fn check_frame(path: &str, text: &str) -> CheckedFrame {
    let mut sources = Sources::default();
    let file = sources.add(path.to_owned(), text, true);
    let mut sink = Sink::new();
    let frame = raw::read::<FrameFile>(text, file, &mut sink).and_then(|raw| frame(raw, &mut sink));
    let diagnostics = sink.finish();
    let fine = !diagnostics.iter().any(Diagnostic::is_error);
    CheckedFrame { frame: frame.filter(|_| fine), sources, diagnostics }
}

fn frame(raw: FrameFile, sink: &mut Sink) -> Option<Frame> {
    let FrameFile { unit, groups, indicators, limits, place: _ } = raw;
    let written = groups.map(|groups| groups.list).unwrap_or_default();
    let ids: Vec<String> = written.iter().map(|(id, _)| id.text.clone()).collect();
    let mut groups = Vec::new();
    let mut holders = Vec::new();
    for (id, group) in written {
        let raw::FrameGroup { weight, within, place: _ } = group?;
        holders.push((id.clone(), within.clone()));
        groups.push(FrameGroup {
            weight: weight_of(weight.as_ref(), sink),
            within: within.and_then(|word| group_of(&word, &ids, sink)),
            id: id.text,
        });
    }
    no_circles(&groups, &holders, sink);
    let mut list = Vec::new();
    for (column, indicator) in indicators.list {
        list.push(self::indicator(column.text, indicator?, &ids, sink));
    }
    Some(Frame { unit: words::text(unit).zh, groups, indicators: list, limits: audit::limits(limits, sink) })
}

fn indicator(column: String, raw: raw::FrameIndicator, ids: &[String], sink: &mut Sink) -> FrameIndicator {
    let raw::FrameIndicator { weight, group, direction, zero, full, cases, error, place: _ } = raw;
    let mut plain = |word: Option<NumberWord>| word.and_then(|word| words::number(&word, sink));
    let (low, high) = (plain(zero), plain(full));
    let direction = direction.and_then(|word| words::number_in(&word, -1.0..=1.0, sink)).unwrap_or(1.0);
    FrameIndicator {
        column,
        weight: weight_of(weight.as_ref(), sink),
        group: group.and_then(|word| group_of(&word, ids, sink)),
        direction: if direction < 0.0 { -1.0 } else { 1.0 },
        goalposts: low.zip(high).filter(|(low, high)| low != high),
        cases: cases.map(|text| words::text(text).zh),
        error: error.map(|text| words::text(text).zh),
    }
}

fn weight_of(word: Option<&NumberWord>, sink: &mut Sink) -> f64 {
    word.and_then(|word| words::number_in(word, 0.0..=1e9, sink)).unwrap_or(1.0)
}

fn group_of(word: &IdWord, ids: &[String], sink: &mut Sink) -> Option<usize> {
    let found = ids.iter().position(|id| *id == word.text);
    if found.is_none() {
        let message = format!("there is no dimension {} in `groups`", quoted(&word.text));
        let near = suggest(&word.text, ids.iter().map(String::as_str));
        let near = near.map(|name| format!("did you mean `{name}`?"));
        sink.push(Diagnostic::new(Code::UnknownDimension, word.span, message).help_if(near));
    }
    found
}

/// A dimension that holds itself, directly or through others, has no share.
fn no_circles(groups: &[FrameGroup], holders: &[(IdWord, Option<IdWord>)], sink: &mut Sink) {
    for (at, (id, within)) in holders.iter().enumerate() {
        let (mut above, mut left) = (groups.get(at).and_then(|group| group.within), groups.len());
        while let Some(holder) = above.filter(|holder| *holder != at && left > 0) {
            (above, left) = (groups.get(holder).and_then(|group| group.within), left - 1);
        }
        if above == Some(at) {
            let span = within.as_ref().map_or(id.span, |word| word.span);
            let message = format!("the dimension {} holds itself", quoted(&id.text));
            sink.push(
                Diagnostic::new(Code::UnknownDimension, span, message).help("leave out `within` somewhere"),
            );
        }
    }
}
