//! What is true about an agent's work in a month, before chance: the level around which figures are drawn.

use super::calendar::Month;
use super::person::{Person, Stint};
use super::quantity::{Form, Quantity};
use crate::stats::Random;

/// The random numbers named by `parts`, independent of all others of the seed. The name is hashed by FNV-1a (Fowler, Noll
/// & Vo, 64 bits), which is fixed for ever.
pub(super) fn stream(seed: u64, parts: [&str; 3], month: Month) -> Random {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for part in parts {
        part.bytes().for_each(&mut eat);
        eat(b'/');
    }
    month.0.to_le_bytes().into_iter().for_each(&mut eat);
    Random::stream(seed, hash)
}

/// Circumstances in which work is done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circumstances {
    /// Seed of the organisation.
    pub seed: u64,
    /// First month of the story.
    pub start: Month,
    /// The month.
    pub month: Month,
    /// Whether it is a promotion month.
    pub promotion: bool,
}

/// How good the agent is at `indicator` in that month, in standard deviations between agents.
pub(super) fn ability(of: Circumstances, person: &Person, stint: Stint, indicator: &str) -> f64 {
    let Circumstances { seed, start, month, .. } = of;
    let own = stream(seed, [&person.id, indicator, "talent"], Month(0)).normal();
    let form_of_the_month = stream(seed, [&person.id, indicator, "form"], month).normal();
    let level = match stint.posting.level {
        "junior" => -0.4,
        "senior" => 0.5,
        _ => 0.0,
    };
    let novice = -1.4 * libm::exp(-f64::from(person.tenure(month).max(0)) / 3.0);
    let lasting = person
        .traits
        .iter()
        .find(|is| is.indicator == indicator)
        .map_or(0.6 * own, |is| is.shift + is.slope * f64::from(month.0 - start.0));
    0.6 * person.skill + lasting + level + novice + 0.2 * form_of_the_month
}

/// The level of a quantity for someone of that ability, `base` being the ordinary level.
pub(super) fn level(of: Circumstances, quantity: &Quantity, base: f64, ability: f64) -> f64 {
    let better = quantity.between * ability - if of.promotion { quantity.peak } else { 0.0 };
    match quantity.form {
        Form::Duration { .. } | Form::Percentile90 | Form::Within(_) => base * libm::exp(-better),
        Form::Share { lower: true, .. } | Form::Refunds => shift_odds(base, -better),
        Form::Share { .. } | Form::Ratings | Form::Conversion => shift_odds(base, better),
        Form::Marks { .. } => (base + better).clamp(40.0, 98.5),
        Form::Count | Form::OrderValue => base * libm::exp(better),
        Form::Contacts | Form::RatingSum | Form::Sales => base,
    }
}

/// `p` with its log-odds moved by `shift`.
fn shift_odds(p: f64, shift: f64) -> f64 {
    let odds = p / (1.0 - p) * libm::exp(shift);
    odds / (1.0 + odds)
}
