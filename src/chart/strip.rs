//! Strip plot: one unit's dot among the nameless dots of its peers.

use super::drawing::Drawing;
use super::mark::{drawable, present};
use super::pen::Pen;
use super::scale::Scale;

const WIDTH: u32 = 240;
const HEIGHT: u32 = 32;
const EDGE: f64 = 6.0;
const MIDDLE: f64 = 16.0;

/// Median and quartiles of a distribution, in its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// First quartile.
    pub lower: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub upper: f64,
}

/// One unit in the distribution of its peers. The peers carry no names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// Lower end of the scale.
    pub low: f64,
    /// Upper end of the scale.
    pub high: f64,
    /// Values of the peers in any order; the drawing does not depend on the order.
    pub peers: Vec<f64>,
    /// Box from the first to the third quartile with the median.
    pub quartiles: Option<Quartiles>,
    /// The unit's own value.
    pub own: Option<f64>,
}

impl Strip {
    /// Writes the SVG to the end of `out`; nothing when the scale is not a range or there is no value at all.
    pub fn write(&self, out: &mut String) {
        let (Some(low), Some(high)) = (drawable(self.low), drawable(self.high)) else { return };
        let own = present(self.own);
        if high <= low || (own.is_none() && self.peers.iter().copied().filter_map(drawable).next().is_none())
        {
            return;
        }
        let scale = Scale::new((low, high), (EDGE, f64::from(WIDTH) - EDGE));
        let mut pen = Pen::open(out, "strip", WIDTH, HEIGHT);
        if let Some(q) = self.quartiles.filter(|q| [q.lower, q.median, q.upper].iter().all(|v| v.is_finite()))
        {
            pen.rect("c-box", (scale.at(q.lower), 6.0), (scale.at(q.upper), 26.0));
            pen.line("c-median", (scale.at(q.median), 4.0), (scale.at(q.median), 28.0));
        }
        self.peers(&mut pen, &scale);
        if let Some(own) = own {
            pen.circle("c-own", (scale.at(own), MIDDLE), 6.0);
        }
        pen.close();
    }

    /// The strip as a drawing of its own.
    #[must_use]
    pub fn draw(&self) -> Drawing {
        Drawing::small(WIDTH, HEIGHT, |out| self.write(out))
    }

    /// Peers on whole pixels; the second and third on one pixel stand above and below, more are not told apart.
    fn peers(&self, pen: &mut Pen<'_>, scale: &Scale) {
        let mut pixels: Vec<i32> = self
            .peers
            .iter()
            .copied()
            .filter_map(drawable)
            .map(|value| scale.at(value).round() as i32)
            .collect();
        if pixels.is_empty() {
            return;
        }
        pixels.sort_unstable();
        pen.path("c-peers", |path| {
            let (mut before, mut same) = (i32::MIN, 0_u32);
            for pixel in pixels {
                same = if pixel == before { same + 1 } else { 0 };
                before = pixel;
                let lift = match same {
                    0 => 0.0,
                    1 => -5.0,
                    2 => 5.0,
                    _ => continue,
                };
                path.dot((f64::from(pixel), MIDDLE + lift));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0…100 on 228 px from 6: 50 is at 120, 25 at 63, 75 at 177.
    #[test]
    fn geometry_by_hand() {
        let strip = Strip {
            high: 100.0,
            peers: vec![75.0, 25.0, 75.0],
            quartiles: Some(Quartiles { lower: 25.0, median: 50.0, upper: 75.0 }),
            own: Some(50.0),
            ..Strip::default()
        };
        assert_eq!(
            strip.draw().svg,
            concat!(
                r#"<svg class="c-svg c-strip" viewBox="0 0 240 32" aria-hidden="true" focusable="false">"#,
                r#"<rect class="c-box" x="63" y="6" width="114" height="20"/>"#,
                r#"<path class="c-median" d="M120 4L120 28"/>"#,
                r#"<path class="c-peers" d="M63 16h0M177 16h0M177 11h0"/>"#,
                r#"<circle class="c-own" cx="120" cy="16" r="6"/></svg>"#
            )
        );
        let turned = Strip { peers: vec![25.0, 75.0, 75.0], ..strip.clone() };
        assert_eq!(turned.draw(), strip.draw());
    }

    #[test]
    fn nothing_to_show_is_empty() {
        assert!(Strip { high: 1.0, peers: vec![f64::NAN], ..Strip::default() }.draw().is_empty());
    }
}
