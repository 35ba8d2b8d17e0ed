//! One bar of the weights of a scheme, split by dimension.

use super::drawing::Drawing;
use super::mark::{HUES, drawable, hue_class};
use super::pen::{Anchor, Pen};
use super::text::width;

const WIDTH: u32 = 480;
const HEIGHT: u32 = 46;
const PAD: f64 = 6.0;

/// One part of the bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Name of the dimension.
    pub label: String,
    /// Its weight, in any unit common to all parts; parts that are not above zero are left out.
    pub weight: f64,
    /// The weight as the page shows it.
    pub text: String,
}

/// The weights of a scheme, together the whole bar.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weights {
    /// Parts in the order of the scheme.
    pub shares: Vec<Share>,
}

impl Weights {
    /// Writes the SVG to the end of `out`; nothing without a weight above zero.
    pub fn write(&self, out: &mut String) {
        let parts = || self.shares.iter().filter(|part| drawable(part.weight).is_some_and(|w| w > 0.0));
        let total: f64 = parts().map(|part| part.weight).sum();
        if total <= 0.0 {
            return;
        }
        let hued = parts().count() <= HUES;
        let mut pen = Pen::open(out, "weights", WIDTH, HEIGHT);
        let mut sum = 0.0;
        for (index, part) in parts().enumerate() {
            let left = sum / total * f64::from(WIDTH);
            sum += part.weight;
            let right = sum / total * f64::from(WIDTH);
            let hue = if hued { hue_class(index) } else { "c-other" };
            // A white seam of one pixel at each inner side parts the fields without relying on hue.
            let (left, right) = (left + f64::from(u8::from(index > 0)), right.max(left + 1.5));
            pen.rect(if hued { tint_class(index) } else { "c-tint c-other" }, (left, 0.0), (right, 42.0));
            pen.rect(hue, (left, 42.0), (right, 46.0));
            write_label(&mut pen, part, left, right);
        }
        pen.close();
    }

    /// The bar as a drawing of its own.
    #[must_use]
    pub fn draw(&self) -> Drawing {
        Drawing::small(WIDTH, HEIGHT, |out| self.write(out))
    }
}

/// Class of the pale field of part `index`.
fn tint_class(index: usize) -> &'static str {
    ["c-tint c-1", "c-tint c-2", "c-tint c-3", "c-tint c-4"]
        .get(index % HUES)
        .copied()
        .unwrap_or("c-tint c-1")
}

/// The name above the weight; what would be cut is left to the table beside the bar.
fn write_label(pen: &mut Pen<'_>, part: &Share, left: f64, right: f64) {
    let room = right - left - 2.0 * PAD;
    let named = width(&part.label) <= room;
    if named {
        pen.text_at("c-t", Anchor::Start, (left + PAD, 13.0), &part.label);
    }
    if width(&part.text) <= room {
        let y = if named { 30.0 } else { 21.0 };
        pen.text_at("c-n", Anchor::Start, (left + PAD, y), &part.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(label: &str, weight: f64) -> Share {
        Share { label: label.to_owned(), weight, text: format!("{weight}%") }
    }

    /// 75 % of 480 px is 360 px.
    #[test]
    fn parts_take_their_share_of_the_bar() {
        let svg = Weights {
            shares: vec![share("服务质量", 75.0), share("x", f64::NAN), share("效率", 25.0)],
        }
        .draw()
        .svg;
        assert!(svg.contains(r#"<rect class="c-1" x="0" y="42" width="360" height="4"/>"#), "{svg}");
        assert!(svg.contains(r#"<rect class="c-2" x="361" y="42" width="119" height="4"/>"#), "{svg}");
        assert!(svg.contains(">效率</text>") && !svg.contains("NaN"));
        assert!(Weights { shares: vec![share("x", 0.0)] }.draw().is_empty());
    }
}
