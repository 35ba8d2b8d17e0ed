//! A page for both languages at once as a page for each (see `model/both.rs`).

use crate::model::{CLOSE, OPEN, TURN};

/// Appends the Chinese and the English side of `page` to `zh` and `en`, in one pass over it.
pub(super) fn push_sides(page: &[u8], zh: &mut Vec<u8>, en: &mut Vec<u8>) {
    let mut marks = [[0; 4]; 3];
    let [open, turn, close] = &mut marks;
    let (open, turn) = (OPEN.encode_utf8(open).as_bytes(), TURN.encode_utf8(turn).as_bytes());
    let close = CLOSE.encode_utf8(close).as_bytes();
    zh.reserve(page.len());
    en.reserve(page.len());
    let (mut from, mut here) = (0, Side::Common);
    // All three begin with the same byte, as full-width punctuation does.
    for at in memchr::memchr_iter(open[0], page) {
        let next = match page.get(at..at + open.len()) {
            Some(mark) if mark == open => Side::Chinese,
            Some(mark) if mark == turn => Side::English,
            Some(mark) if mark == close => Side::Common,
            _ => continue,
        };
        here.push(page.get(from..at).unwrap_or_default(), zh, en);
        (from, here) = (at + open.len(), next);
    }
    here.push(page.get(from..).unwrap_or_default(), zh, en);
}

/// Where a text belongs.
#[derive(Clone, Copy)]
enum Side {
    Common,
    Chinese,
    English,
}

impl Side {
    fn push(self, text: &[u8], zh: &mut Vec<u8>, en: &mut Vec<u8>) {
        if !matches!(self, Self::English) {
            zh.extend_from_slice(text);
        }
        if !matches!(self, Self::Chinese) {
            en.extend_from_slice(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, both, side};

    #[test]
    fn both_sides_at_once_are_what_each_side_is() {
        let page = format!("<p>{}</p>，。{} 1{}", both("是", "yes"), both("", "x"), both("秒", ""));
        let (mut zh, mut en) = (Vec::new(), Vec::new());
        push_sides(page.as_bytes(), &mut zh, &mut en);
        assert_eq!(String::from_utf8_lossy(&zh), side(&page, Language::Zh));
        assert_eq!(String::from_utf8_lossy(&en), side(&page, Language::En));
        assert_eq!(String::from_utf8_lossy(&en), "<p>yes</p>，。x 1");
    }
}
