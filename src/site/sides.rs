//! A page for both languages at once as a page for each (see `model/both.rs`).

use crate::model::{CLOSE, OPEN, TURN};
use memchr::memmem::Finder;

/// The Chinese and the English side of `page`.
pub(super) fn sides(page: &[u8]) -> [Vec<u8>; 2] {
    let mut marks = [[0; 4]; 3];
    let [open, turn, close] = &mut marks;
    let open = Finder::new(OPEN.encode_utf8(open).as_bytes());
    let (turn, close) = (TURN.encode_utf8(turn).as_bytes(), CLOSE.encode_utf8(close).as_bytes());
    let mut zh = Vec::with_capacity(page.len());
    let mut en = Vec::with_capacity(page.len());
    let mut rest = page;
    while let Some((common, passage)) = cut(rest, &open) {
        let (chinese, after) = cut_near(passage, turn).unwrap_or((passage, &[]));
        let (english, after) = cut_near(after, close).unwrap_or((after, &[]));
        zh.extend_from_slice(common);
        en.extend_from_slice(common);
        zh.extend_from_slice(chinese);
        en.extend_from_slice(english);
        rest = after;
    }
    zh.extend_from_slice(rest);
    en.extend_from_slice(rest);
    [zh, en]
}

/// What stands before and after the first `mark`.
fn cut<'t>(text: &'t [u8], mark: &Finder<'_>) -> Option<(&'t [u8], &'t [u8])> {
    let at = mark.find(text)?;
    Some((text.get(..at)?, text.get(at + mark.needle().len()..)?))
}

/// As [`cut`], for a mark that is a few bytes away as a rule: a search by plain steps is there before another has begun.
fn cut_near<'t>(text: &'t [u8], mark: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let at = text.windows(mark.len()).position(|window| window == mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, both, side};

    #[test]
    fn both_sides_at_once_are_what_each_side_is() {
        let page = format!("<p>{}</p>，。{} 1{}", both("是", "yes"), both("", "x"), both("秒", ""));
        let [zh, en] = sides(page.as_bytes());
        assert_eq!(String::from_utf8_lossy(&zh), side(&page, Language::Zh));
        assert_eq!(String::from_utf8_lossy(&en), side(&page, Language::En));
        assert_eq!(String::from_utf8_lossy(&en), "<p>yes</p>，。x 1");
    }
}
