//! Small things that stand in lists travel to the templates as one text each, for the reason given in `lines`: the filters
//! `fact`, `keyfigure`, `goal` and `column` of the room `render` write them.

use serde::{Serialize, Serializer};

use super::lines::{push_clean, push_next, tone};
use super::{Align, Column, Fact, KeyFigure, Mark, Markup, PART_BREAK, SheetGoal, SortKind};

/// The parts, one after the other.
fn parts<S: Serializer>(parts: &[Option<&str>], serializer: S) -> Result<S::Ok, S::Error> {
    let size = parts.iter().flatten().map(|part| part.len() + 1).sum::<usize>() + parts.len();
    let mut text = String::with_capacity(size);
    let mut rest = parts.iter();
    push_clean(&mut text, rest.next().copied().flatten().unwrap_or_default());
    rest.for_each(|part| push_next(&mut text, PART_BREAK, *part));
    serializer.serialize_str(&text)
}

fn tone_of(mark: Option<&Mark>) -> Option<&'static str> {
    mark.map(|mark| tone(mark.tone))
}

fn word_of(mark: Option<&Mark>) -> Option<&str> {
    mark.map(|mark| mark.word.as_str())
}

/// Term, words, address, language of the words.
impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        parts(
            &[Some(&self.term), Some(&self.text.text), self.text.href.as_deref(), self.text.lang],
            serializer,
        )
    }
}

/// Label, value, address, unit, tone and word of the mark, target, change, sparkline.
impl Serialize for KeyFigure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mark = self.mark.as_ref();
        let texts = [
            Some(self.label.as_str()),
            Some(self.value.as_str()),
            self.href.as_deref(),
            self.unit.as_deref(),
            tone_of(mark),
            word_of(mark),
            self.target.as_deref(),
            self.change.as_deref(),
            self.spark.as_ref().map(Markup::as_str),
        ];
        parts(&texts, serializer)
    }
}

/// Title, address, target, result, tone and word of the mark.
impl Serialize for SheetGoal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mark = self.mark.as_ref();
        let texts = [
            Some(self.title.as_str()),
            self.href.as_deref(),
            Some(self.target.as_str()),
            Some(self.result.as_str()),
            tone_of(mark),
            word_of(mark),
        ];
        parts(&texts, serializer)
    }
}

/// How texts stand, whether it is left out on narrow screens, how it sorts, heading, address, unit.
impl Serialize for Column {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let align = match self.align {
            Align::Start => "start",
            Align::End => "end",
        };
        let sort = match self.sort {
            SortKind::Text => "text",
            SortKind::Number => "number",
            SortKind::None => "none",
        };
        let texts = [
            Some(align),
            self.minor.then_some("minor"),
            Some(sort),
            Some(self.title.as_str()),
            self.href.as_deref(),
            self.unit.as_deref(),
        ];
        parts(&texts, serializer)
    }
}
