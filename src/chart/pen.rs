//! Writes SVG straight into a string: escaped texts, short coordinates, classes only.

use super::text::SIZE;
use std::fmt::Write as _;

/// Writes one drawing. Every element is closed when it is written, so tags are always balanced.
pub(super) struct Pen<'a> {
    out: &'a mut String,
}

/// Where a text hangs from its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The text begins at the point.
    Start,
    /// The text is centred on the point.
    Middle,
    /// The text ends at the point.
    End,
}

impl<'a> Pen<'a> {
    /// Opens the `<svg>` element of a chart kind.
    pub(super) fn open(out: &'a mut String, kind: &str, width: u32, height: u32) -> Self {
        let _ = write!(
            out,
            r#"<svg class="c-svg c-{kind}" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">"#
        );
        Self { out }
    }

    /// Closes the `<svg>` element.
    pub(super) fn close(self) {
        self.out.push_str("</svg>");
    }

    /// A rectangle between two corners in any order.
    pub(super) fn rect(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.start("rect", class);
        self.attribute("x", x1.min(x2));
        self.attribute("y", y1.min(y2));
        self.attribute("width", (x2 - x1).abs());
        self.attribute("height", (y2 - y1).abs());
        self.out.push_str("/>");
    }

    /// A circle.
    pub(super) fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        self.start("circle", class);
        self.attribute("cx", x);
        self.attribute("cy", y);
        self.attribute("r", radius);
        self.out.push_str("/>");
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.path(class, |path| {
            path.to('M', from);
            path.to('L', to);
        });
    }

    /// A path, written by `draw`.
    pub(super) fn path(&mut self, class: &str, draw: impl FnOnce(&mut Path<'_>)) {
        self.start("path", class);
        self.out.push_str(" d=\"");
        draw(&mut Path { out: self.out });
        self.out.push_str("\"/>");
    }

    /// One line of text, its baseline through `y`.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, (x, y): (f64, f64), content: &str) {
        self.out.push_str("<text class=\"");
        self.out.push_str(class);
        self.out.push_str(match anchor {
            Anchor::Start => "",
            Anchor::Middle => " c-mid",
            Anchor::End => " c-end",
        });
        self.out.push('"');
        self.attribute("x", x);
        self.attribute("y", y);
        self.out.push('>');
        escape(self.out, content);
        self.out.push_str("</text>");
    }

    /// One line of text whose middle height is `y`.
    pub(super) fn text_at(&mut self, class: &str, anchor: Anchor, (x, y): (f64, f64), content: &str) {
        self.text(class, anchor, (x, y + SIZE * 0.35), content);
    }

    /// What `draw` draws as a group whose words are shown on hover.
    pub(super) fn titled(&mut self, class: &str, title: &str, draw: impl FnOnce(&mut Pen<'_>)) {
        self.start("g", class);
        self.out.push_str("><title>");
        escape(self.out, title);
        self.out.push_str("</title>");
        draw(&mut Pen { out: self.out });
        self.out.push_str("</g>");
    }

    fn start(&mut self, element: &str, class: &str) {
        self.out.push('<');
        self.out.push_str(element);
        self.out.push_str(" class=\"");
        self.out.push_str(class);
        self.out.push('"');
    }

    fn attribute(&mut self, name: &str, value: f64) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        coordinate(self.out, value);
        self.out.push('"');
    }
}

/// The commands of one path.
pub(super) struct Path<'a> {
    out: &'a mut String,
}

impl Path<'_> {
    /// A command with one point: `M` or `L`.
    pub(super) fn to(&mut self, command: char, (x, y): (f64, f64)) {
        self.out.push(command);
        coordinate(self.out, x);
        self.out.push(' ');
        coordinate(self.out, y);
    }

    /// A command with one number: `h`, `v`, `H` or `V`.
    pub(super) fn along(&mut self, command: char, length: f64) {
        self.out.push(command);
        coordinate(self.out, length);
    }

    /// A dot: a line of no length, drawn by its round ends.
    pub(super) fn dot(&mut self, point: (f64, f64)) {
        self.to('M', point);
        self.out.push_str("h0");
    }

    /// Closes the outline.
    pub(super) fn shut(&mut self) {
        self.out.push('Z');
    }
}

/// Writes a coordinate with at most one decimal; the same number gives the same bytes everywhere. A number that is
/// not finite cannot come here (see `mark::drawable`); should it, zero is written, so that the file stays valid.
pub(super) fn coordinate(out: &mut String, value: f64) {
    let scaled = if value.is_finite() { (value * 10.0).clamp(-1e7, 1e7) } else { 0.0 };
    // Half away from zero; the library's rounding costs more than the rest.
    let tenths = (scaled + 0.5_f64.copysign(scaled)) as i32;
    if tenths < 0 {
        out.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    push_whole(out, whole);
    if tenth > 0 {
        out.push('.');
        out.push(digit(tenth));
    }
}

/// Writes a whole number; the general writer costs more than the rest of a drawing. Nearly all have three digits at most.
fn push_whole(out: &mut String, whole: u32) {
    if whole >= 1000 {
        push_whole(out, whole / 1000);
    }
    if whole >= 100 {
        out.push(digit(whole / 100 % 10));
    }
    if whole >= 10 {
        out.push(digit(whole / 10 % 10));
    }
    out.push(digit(whole % 10));
}

/// A number below 10 as a digit.
fn digit(number: u32) -> char {
    char::from(b'0' + number as u8)
}

/// Writes a text for XML and HTML: markup characters as references, characters that XML forbids as U+FFFD.
fn escape(out: &mut String, text: &str) {
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> String {
        let mut out = String::new();
        coordinate(&mut out, value);
        out
    }

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(12.34), "12.3");
        assert_eq!([number(1005.0), number(-20_030.5), number(1e9)], ["1005", "-20030.5", "1000000"]);
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(-0.5), "-0.5");
        assert_eq!(number(f64::NAN), "0");
        assert_eq!(number(f64::INFINITY), "0");
    }

    #[test]
    fn hostile_text_stays_text() {
        let mut out = String::new();
        let mut pen = Pen::open(&mut out, "x", 1, 2);
        pen.text("c-t", Anchor::Start, (0.0, 0.0), "</text><script>\"&'\u{0}\u{1b}]");
        pen.close();
        assert_eq!(
            out,
            "<svg class=\"c-svg c-x\" viewBox=\"0 0 1 2\" aria-hidden=\"true\" focusable=\"false\">\
             <text class=\"c-t\" x=\"0\" y=\"0\">&lt;/text&gt;&lt;script&gt;&quot;&amp;&#39;\u{fffd}\u{fffd}]</text></svg>"
        );
    }
}
