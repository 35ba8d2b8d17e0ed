//! A text with places to fill, read from the texts once and filled many times: Fluent is too slow for every row of every page.

use super::voice::Voice;
use crate::model::{Language, both, side};
use crate::view::Argument;

/// First character of the private use area, which stands for the first place while the text is read.
const FIRST_MARK: u32 = 0xE000;

/// A text with places to fill. Only for texts without plural forms.
#[derive(Debug, Clone)]
pub(super) enum Phrase {
    /// The pieces in their order; words that differ by language stand side by side in them.
    Whole(Vec<Piece>),
    /// For both languages at once where their places stand in another order: each is filled by itself.
    Apart(Vec<Piece>, Vec<Piece>),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Place(usize),
}

impl Phrase {
    /// The text `key`, whose places are called `names`; they are filled in the order of `names`.
    #[must_use]
    pub(super) fn new(voice: Voice<'_>, key: &str, names: &[&'static str]) -> Self {
        let marks: Vec<String> = (0..names.len() as u32).filter_map(mark).map(String::from).collect();
        let arguments: Vec<(&'static str, Argument<'_>)> =
            names.iter().zip(&marks).map(|(name, mark)| (*name, Argument::Text(mark))).collect();
        let said = |language| split(&voice.in_language(language).say(key, &arguments));
        match voice.language {
            Language::Both => side_by_side(said(Language::Zh), said(Language::En)),
            one => Self::Whole(said(one)),
        }
    }

    /// The text with `values` in its places.
    #[must_use]
    pub(super) fn fill(&self, values: &[&str]) -> String {
        match self {
            Self::Whole(pieces) => fill(pieces, values),
            Self::Apart(zh, en) => {
                let one = |pieces: &[Piece], language| {
                    let sides: Vec<String> = values.iter().map(|value| side(value, language)).collect();
                    fill(pieces, &sides.iter().map(String::as_str).collect::<Vec<_>>())
                };
                both(&one(zh, Language::Zh), &one(en, Language::En))
            }
        }
    }
}

fn fill(pieces: &[Piece], values: &[&str]) -> String {
    let mut out = String::with_capacity(64);
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Place(place) => out.push_str(values.get(*place).copied().unwrap_or_default()),
        }
    }
    out
}

/// Words before the first place, between places, and after the last; always one more than there are places.
fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    for c in text.chars() {
        match u32::from(c).checked_sub(FIRST_MARK).filter(|place| *place < 16) {
            None => words.push(c),
            Some(place) => {
                pieces.push(Piece::Text(std::mem::take(&mut words)));
                pieces.push(Piece::Place(place as usize));
            }
        }
    }
    pieces.push(Piece::Text(words));
    pieces
}

fn side_by_side(zh: Vec<Piece>, en: Vec<Piece>) -> Phrase {
    let places = |pieces: &[Piece]| -> Vec<Piece> {
        pieces.iter().filter(|piece| matches!(piece, Piece::Place(_))).cloned().collect()
    };
    if places(&zh) != places(&en) {
        return Phrase::Apart(zh, en);
    }
    let join = |(zh, en): (Piece, Piece)| match (zh, en) {
        (Piece::Text(zh), Piece::Text(en)) => Piece::Text(both(&zh, &en)),
        (place, _) => place,
    };
    Phrase::Whole(zh.into_iter().zip(en).map(join).collect())
}

fn mark(place: u32) -> Option<char> {
    char::from_u32(FIRST_MARK + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_the_order_of_their_names() {
        let phrase = split("总分 \u{E001}（\u{E000}）。");
        assert_eq!(fill(&phrase, &["a", "b"]), "总分 b（a）。");
        assert_eq!(fill(&split("no place"), &[]), "no place");
    }

    #[test]
    fn both_languages_at_once_say_what_each_says() {
        let values = ["7", &both("一", "one")];
        for english in ["\u{E000} of \u{E001}.", "\u{E001}: \u{E000}", "only \u{E001}"] {
            let zh = split("\u{E000}，共\u{E001}。");
            let filled = side_by_side(zh, split(english)).fill(&values);
            assert_eq!(side(&filled, Language::Zh), "7，共一。");
            assert_eq!(side(&filled, Language::En), fill(&split(english), &["7", "one"]));
        }
    }
}
