//! The fast pass over a metrics file: events straight into rows, nothing allocated per figure. It knows the plain form
//! only and gives up (`None`) at anything else.

use super::events::{Event, Events};
use super::figure::Figure;
use super::metrics::{Metrics, MetricsCell, MetricsRow, Section};
use super::quantity::{Quantity, number};
use super::scalar::{IdWord, Scalar};
use crate::diag::{Sink, Span};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Reads the events of a file. Gives up without a word: the tree reader will say what is wrong, if anything is.
pub(super) fn read<'s>(events: &mut Events<'s>, sink: &mut Sink) -> Option<Metrics<'s>> {
    let mut pass = Pass { events, sink, metrics: Metrics::default(), known: BTreeMap::new() };
    pass.file()?;
    Some(pass.metrics)
}

struct Pass<'e, 's> {
    events: &'e mut Events<'s>,
    sink: &'e mut Sink,
    metrics: Metrics<'s>,
    known: BTreeMap<Cow<'s, str>, u32>,
}

/// What may stand where a key is expected.
enum Key<'s> {
    Word(Cow<'s, str>, Span),
    Close,
}

impl<'s> Pass<'_, 's> {
    fn file(&mut self) -> Option<()> {
        self.open()?;
        let mut seen = [false; 6];
        while let Key::Word(key, _) = self.key()? {
            let at =
                ["period", "channel", "team", "source", "agents", "teams"].iter().position(|k| *k == key)?;
            if std::mem::replace(seen.get_mut(at)?, true) {
                return None;
            }
            match at {
                0 => self.metrics.period = Some(self.scalar()?),
                1 => self.metrics.channel = Some(self.scalar()?),
                2 => self.metrics.team = Some(self.scalar()?),
                3 => self.metrics.source = Some(self.word()?.0),
                4 => self.section(Section::Agents)?,
                _ => self.section(Section::Teams)?,
            }
        }
        self.metrics.period.is_some().then_some(())?;
        matches!(self.next()?, (Event::End, ..)).then_some(())
    }

    fn section(&mut self, section: Section) -> Option<()> {
        self.open()?;
        let mut holders: BTreeSet<Cow<'s, str>> = BTreeSet::new();
        while let Key::Word(holder, span) = self.key()? {
            let first = self.metrics.cells.len();
            self.cells(first)?;
            if !holders.insert(holder.clone()) {
                return None;
            }
            let last = self.metrics.cells.len();
            self.metrics.rows.push(MetricsRow { section, holder, span, first, last });
        }
        Some(())
    }

    fn cells(&mut self, first: usize) -> Option<()> {
        self.open()?;
        while let Key::Word(key, span) = self.key()? {
            let indicator = self.intern(key, span);
            if self.metrics.cells.get(first..)?.iter().any(|cell| cell.indicator == indicator) {
                return None;
            }
            let (figure, end) = self.figure()?;
            let span = Span { end, ..span };
            self.metrics.cells.push(MetricsCell { indicator, figure, span });
        }
        Some(())
    }

    fn figure(&mut self) -> Option<(Figure, u32)> {
        match self.next()? {
            (Event::Scalar(Some(text)), span) => Some((Figure::parse(&text)?, span.end)),
            (Event::Map, _) => {
                let (mut value, mut n) = (None, None);
                loop {
                    match self.next()? {
                        (Event::Close, span) => return Some((Figure::Long(value?, n), span.end)),
                        (Event::Scalar(Some(key)), _) if key == "value" && value.is_none() => {
                            value = Some(Quantity::parse(&self.word()?.0)?);
                        }
                        (Event::Scalar(Some(key)), _) if key == "n" && n.is_none() => {
                            n = Some(number(&self.word()?.0)?);
                        }
                        _ => return None,
                    }
                }
            }
            _ => None,
        }
    }

    fn intern(&mut self, key: Cow<'s, str>, span: Span) -> u32 {
        if let Some(at) = self.known.get(&key) {
            return *at;
        }
        let at = self.metrics.indicators.len() as u32;
        self.metrics.indicators.push(IdWord::new(&key, span));
        self.known.insert(key, at);
        at
    }

    fn next(&mut self) -> Option<(Event<'s>, Span)> {
        let token = self.events.next(self.sink).ok()?;
        (token.anchor == 0).then_some((token.event, token.span))
    }

    fn open(&mut self) -> Option<()> {
        matches!(self.next()?, (Event::Map, _)).then_some(())
    }

    fn key(&mut self) -> Option<Key<'s>> {
        match self.next()? {
            (Event::Scalar(Some(text)), span) => Some(Key::Word(text, span)),
            (Event::Close, _) => Some(Key::Close),
            _ => None,
        }
    }

    fn word(&mut self) -> Option<(Cow<'s, str>, Span)> {
        match self.next()? {
            (Event::Scalar(Some(text)), span) => Some((text, span)),
            _ => None,
        }
    }

    fn scalar<K>(&mut self) -> Option<Scalar<K>> {
        self.word().map(|(text, span)| Scalar::new(&text, span))
    }
}
