//! A text with places to fill, read from the texts once and filled many times: Fluent is too slow for every row of every page.

use super::voice::Voice;
use crate::view::Argument;

/// First character of the private use area, which stands for the first place while the text is read.
const FIRST_MARK: u32 = 0xE000;

/// A text with places to fill. Only for texts without plural forms.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase(Vec<Piece>);

#[derive(Debug, Clone, PartialEq)]
enum Piece {
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
        Self::split(&voice.say(key, &arguments))
    }

    fn split(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut words = String::new();
        for c in text.chars() {
            match u32::from(c).checked_sub(FIRST_MARK).filter(|place| *place < 16) {
                None => words.push(c),
                Some(place) => {
                    if !words.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut words)));
                    }
                    pieces.push(Piece::Place(place as usize));
                }
            }
        }
        if !words.is_empty() {
            pieces.push(Piece::Text(words));
        }
        Self(pieces)
    }

    /// The text with `values` in its places.
    #[must_use]
    pub(super) fn fill(&self, values: &[&str]) -> String {
        let mut out = String::with_capacity(64);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Place(place) => out.push_str(values.get(*place).copied().unwrap_or_default()),
            }
        }
        out
    }
}

fn mark(place: u32) -> Option<char> {
    char::from_u32(FIRST_MARK + place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_the_order_of_their_names() {
        let phrase = Phrase::split("总分 \u{E001}（\u{E000}）。");
        assert_eq!(phrase.fill(&["a", "b"]), "总分 b（a）。");
        assert_eq!(Phrase::split("no place").fill(&[]), "no place");
    }
}
