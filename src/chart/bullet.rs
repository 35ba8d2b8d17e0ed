//! Bullet graph: one value against its target on bands of quality (S. Few, Bullet Graph Design Specification, 2013).

use super::drawing::Drawing;
use super::mark::{Mark, Status, drawable, present};
use super::pen::Pen;
use super::scale::Scale;

const WIDTH: u32 = 160;
const HEIGHT: u32 = 20;
const LEFT: f64 = 4.0;
const RIGHT: f64 = 156.0;

/// One value against its target. The axis runs from `low` to `high` also where lower is better; only the bands turn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bullet {
    /// Lower end of the scale, in the indicator's unit; 0 unless zero makes no sense (then set `dot`).
    pub low: f64,
    /// Upper end of the scale.
    pub high: f64,
    /// The value; `None` leaves bands and target alone.
    pub value: Option<f64>,
    /// The target, a short thick line across.
    pub target: Option<f64>,
    /// One to four limits between the bands, ascending; none gives one plain band.
    pub cuts: Vec<f64>,
    /// True for handle time, complaints: the darkest (poorest) band is then at the right.
    pub lower_is_better: bool,
    /// A dot in place of a bar, for scales that do not start at zero.
    pub dot: bool,
    /// How the value stands against its target.
    pub status: Status,
    /// Too few cases are drawn hollow.
    pub mark: Mark,
}

/// Steps of shade for two to five bands, from poor (1) to good (5).
fn shade(band: usize, bands: usize) -> &'static str {
    let shades: &[&'static str] = match bands {
        0 | 1 => &["c-b5"],
        2 => &["c-b1", "c-b5"],
        3 => &["c-b1", "c-b3", "c-b5"],
        4 => &["c-b1", "c-b2", "c-b4", "c-b5"],
        _ => &["c-b1", "c-b2", "c-b3", "c-b4", "c-b5"],
    };
    shades.get(band).copied().unwrap_or("c-b5")
}

impl Bullet {
    /// Writes the SVG to the end of `out`; nothing when the scale is not a range or neither value nor target is there.
    pub fn write(&self, out: &mut String) {
        let (Some(low), Some(high)) = (drawable(self.low), drawable(self.high)) else { return };
        let (value, target) = (present(self.value), present(self.target));
        if high <= low || (value.is_none() && target.is_none()) {
            return;
        }
        let scale = Scale::new((low, high), (LEFT, RIGHT));
        let mut pen = Pen::open(out, "bullet", WIDTH, HEIGHT);
        self.bands(&mut pen, &scale, high);
        if let Some(value) = value {
            self.value(&mut pen, &scale, value);
        }
        if let Some(target) = target {
            let x = scale.at(target);
            pen.rect("c-target", (x - 1.5, 3.0), (x + 1.5, 17.0));
        }
        pen.close();
    }

    /// The bullet as a drawing of its own.
    #[must_use]
    pub fn draw(&self) -> Drawing {
        Drawing::small(WIDTH, HEIGHT, |out| self.write(out))
    }

    fn bands(&self, pen: &mut Pen<'_>, scale: &Scale, high: f64) {
        let cuts = || self.cuts.iter().copied().filter_map(drawable).take(4);
        let bands = cuts().count() + 1;
        let mut from = LEFT;
        for (band, cut) in cuts().chain([high]).enumerate() {
            let to = scale.at(cut).max(from);
            let quality = if self.lower_is_better { bands - 1 - band } else { band };
            if to > from {
                pen.rect(shade(quality, bands), (from, 1.0), (to, 19.0));
            }
            from = to;
        }
    }

    fn value(&self, pen: &mut Pen<'_>, scale: &Scale, value: f64) {
        let x = scale.at(value);
        let class = match self.mark {
            Mark::Hollow => "c-bar c-hollow",
            _ => self.status.bar(),
        };
        if self.dot {
            pen.circle(class, (x, 10.0), 4.5);
        } else {
            pen.rect(class, (LEFT, 7.0), (x.max(LEFT + 1.0), 13.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scale 0…100 on 152 px from 4: 50 is at 80, 75 at 118, 90 at 140.8, 60 at 95.2.
    #[test]
    fn geometry_by_hand() {
        let bullet = Bullet {
            high: 100.0,
            value: Some(60.0),
            target: Some(90.0),
            cuts: vec![50.0, 75.0],
            status: Status::Below,
            ..Bullet::default()
        };
        assert_eq!(
            bullet.draw().svg,
            concat!(
                r#"<svg class="c-svg c-bullet" viewBox="0 0 160 20" aria-hidden="true" focusable="false">"#,
                r#"<rect class="c-b1" x="4" y="1" width="76" height="18"/>"#,
                r#"<rect class="c-b3" x="80" y="1" width="38" height="18"/>"#,
                r#"<rect class="c-b5" x="118" y="1" width="38" height="18"/>"#,
                r#"<rect class="c-bar c-below" x="4" y="7" width="91.2" height="6"/>"#,
                r#"<rect class="c-target" x="139.3" y="3" width="3" height="14"/></svg>"#
            )
        );
    }

    #[test]
    fn where_lower_is_better_the_poor_band_is_at_the_right() {
        let bullet = Bullet {
            high: 100.0,
            value: Some(60.0),
            cuts: vec![50.0],
            lower_is_better: true,
            ..Bullet::default()
        };
        let svg = bullet.draw().svg;
        assert!(
            svg.contains(r#"<rect class="c-b5" x="4""#) && svg.contains(r#"<rect class="c-b1" x="80""#),
            "{svg}"
        );
    }

    #[test]
    fn nothing_to_show_is_empty() {
        assert!(Bullet { high: 10.0, ..Bullet::default() }.draw().is_empty());
        assert!(Bullet { value: Some(1.0), ..Bullet::default() }.draw().is_empty());
    }
}
