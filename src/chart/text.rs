//! How wide a text will be, without a font at hand.

/// Type size of all chart texts in CSS pixels; never under 12, Chinese is not readable below.
pub(super) const SIZE: f64 = 13.0;

/// Width of one line of text in em: Han and other full-width characters 1, Latin about 0.63, capitals wider. The figures
/// are those of a wide fallback face (DejaVu Sans: digits 0.636), so that no face of the site's stack needs more.
fn em(ch: char) -> f64 {
    match ch {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        'm' | 'M' | 'W' | '@' | '%' | '‰' | '—' | '…' => 1.0,
        'w' | '+' | '−' | '=' | '<' | '>' | '~' | '▲' | '▼' => 0.84,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '!' => 0.32,
        'A'..='Z' => 0.72,
        c if (c as u32) < 0x1100 => 0.64,
        '\u{2000}'..='\u{2bff}' => 0.6,
        _ => 1.0,
    }
}

/// Estimated width of `text` in CSS pixels at the size of chart texts.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(em).sum::<f64>() * SIZE
}

/// The widest of some texts, in CSS pixels; 0 without any.
pub(super) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    texts.into_iter().map(width).fold(0.0, f64::max)
}

/// The text itself when it fits into `room` pixels, else its beginning with an ellipsis.
pub(super) fn shorten(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = width("…");
    for ch in text.chars() {
        used += em(ch) * SIZE;
        if used > room {
            break;
        }
        kept.push(ch);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_is_one_em_and_latin_about_half() {
        assert_eq!(width("满意度"), 39.0);
        assert!((width("abc") - 3.0 * 0.64 * 13.0).abs() < 1e-9);
        assert_eq!(width(""), 0.0);
    }

    #[test]
    fn long_text_is_cut_to_the_room() {
        assert_eq!(shorten("满意度", 39.0), "满意度");
        let cut = shorten("平均首次响应时间", 60.0);
        assert_eq!(cut, "平均首…");
        assert!(width(&cut) <= 60.0);
    }
}
