//! Draws the figures of one agent at one desk in one month, so that they agree with each other: the ratings of the mean are
//! the ratings of the share, the buyers of the conversion are those of the order value, and no share exceeds its contacts.

use super::figure::Figure;
use super::level::{Circumstances, ability, level, stream};
use super::person::{Person, Stint};
use super::quantity::{Cases, Form, Quantity, find};
use crate::stats::Random;

/// Who works, where, how much.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work<'a> {
    /// Seed, month, promotion.
    pub circumstances: Circumstances,
    /// The agent.
    pub person: &'a Person,
    /// The posting in that month.
    pub stint: Stint,
    /// Name of the desk, to tell its random numbers from those of other desks.
    pub desk: &'a str,
    /// Contacts of a full-time agent in an ordinary month.
    pub contacts: f64,
    /// Share of a full month's work.
    pub share: f64,
}

/// An indicator to draw: its id, how it is drawn, and its ordinary level.
#[derive(Debug, Clone)]
pub(super) struct Wanted<'a> {
    /// Id in the catalogue.
    pub id: &'a str,
    /// How it is drawn.
    pub quantity: &'static Quantity,
    /// Ordinary level.
    pub base: f64,
}

/// What earlier figures of the same row fix for later ones.
#[derive(Debug, Clone, Copy, Default)]
struct Drawn {
    contacts: u64,
    satisfied: u64,
    ratings: u64,
    buyers: u64,
    paid: f64,
}

/// Draws the wanted figures, in their order. What rests on no case at all is left out.
pub(super) fn figures<'a>(work: &Work<'_>, wanted: &[Wanted<'a>]) -> Vec<(&'a str, Figure)> {
    let Work { circumstances: of, person, .. } = *work;
    let volume = work.contacts * work.share * if of.promotion { 1.6 } else { 1.0 };
    let mut random = stream(of.seed, [&person.id, "contacts", work.desk], of.month);
    let spread = libm::exp(0.08 * random.normal());
    let contacts = random.poisson(volume * spread).unwrap_or(0);
    let mut drawn = Drawn { contacts, ..Drawn::default() };
    let one = |want: &Wanted<'a>| draw(work, want, &mut drawn).map(|figure| (want.id, figure));
    wanted.iter().filter_map(one).collect()
}

fn draw(work: &Work<'_>, want: &Wanted<'_>, drawn: &mut Drawn) -> Option<Figure> {
    let Work { circumstances: of, person, .. } = *work;
    let random = &mut stream(of.seed, [&person.id, want.id, work.desk], of.month);
    let level = level_of(work, want);
    match want.quantity.form {
        Form::Contacts => Some(Figure::Number(drawn.contacts as i64)),
        Form::Duration { cases, decimals } => {
            let n = cases_of(cases, work, drawn, random)?;
            let sum = n as f64 * level + 0.9 * level * (n as f64).sqrt() * random.normal();
            Some(Figure::Pair(sum.max(0.4 * n as f64 * level), n, decimals))
        }
        Form::Within(seconds) => {
            let within = 1.0 - libm::exp(-libm::pow(seconds / level, 1.3));
            share(random, drawn.contacts, within)
        }
        Form::Percentile90 => {
            let n = random.binomial(drawn.contacts, 0.985).filter(|n| *n > 0)?;
            let noise = libm::exp(0.06 * random.normal());
            Some(Figure::Seconds((1.9 * level * noise).round(), n))
        }
        Form::Share { cases, .. } => match cases_of(cases, work, drawn, random) {
            None if matches!(cases, Cases::Exactly(_)) => Some(Figure::NotApplicable),
            n => share(random, n?, level),
        },
        Form::Ratings => {
            drawn.ratings = random.binomial(drawn.contacts, 0.23).filter(|n| *n > 0)?;
            drawn.satisfied = satisfied(random, drawn.ratings, level, person.pinned(want.id));
            Some(Figure::Pair(drawn.satisfied as f64, drawn.ratings, 0))
        }
        Form::RatingSum => rating_sum(random, drawn),
        Form::Marks { reviews, sd } => {
            let n = cases_of(Cases::Exactly(reviews), work, drawn, random)? as f64;
            let sum = (n * level + sd * n.sqrt() * random.normal()).round().min(100.0 * n);
            Some(Figure::Pair(sum, n as u64, 0))
        }
        Form::Conversion => {
            let enquirers = random.binomial(drawn.contacts, 0.82).filter(|n| *n > 0)?;
            drawn.buyers = random.binomial(enquirers, level).unwrap_or(0);
            Some(Figure::Pair(drawn.buyers as f64, enquirers, 0))
        }
        Form::OrderValue => {
            let buyers = Some(drawn.buyers).filter(|n| *n > 0)? as f64;
            drawn.paid = (buyers * level + 0.7 * level * buyers.sqrt() * random.normal()).round();
            Some(Figure::Pair(drawn.paid, drawn.buyers, 0))
        }
        Form::Sales => Some(Figure::Number((drawn.paid * (0.94 + 0.012 * random.normal())).round() as i64)),
        Form::Refunds => share(random, drawn.buyers, level),
        Form::Count => random.poisson(level * work.share).map(|n| Figure::Number(n as i64)),
    }
}

/// The true level; what follows from the first response time takes the agent's own.
fn level_of(work: &Work<'_>, want: &Wanted<'_>) -> f64 {
    let Work { circumstances: of, person, stint, .. } = *work;
    let source = match want.quantity.form {
        Form::Within(_) | Form::Percentile90 => find("first_response_time").unwrap_or(want.quantity),
        _ => want.quantity,
    };
    let named = if source.id == want.quantity.id { want.id } else { source.id };
    level(of, source, want.base, ability(of, person, stint, named))
}

fn cases_of(cases: Cases, work: &Work<'_>, drawn: &Drawn, random: &mut Random) -> Option<u64> {
    let n = match cases {
        Cases::OfContacts(share) if share >= 1.0 => (drawn.contacts as f64 * share) as u64,
        Cases::OfContacts(share) => random.binomial(drawn.contacts, share)?,
        Cases::About(n) => random.poisson(n * work.share)?,
        Cases::Exactly(n) => (n as f64 * (work.share * 1.4).min(1.0)).round() as u64,
    };
    (n > 0).then_some(n)
}

fn share(random: &mut Random, n: u64, p: f64) -> Option<Figure> {
    let n = Some(n).filter(|n| *n > 0)?;
    random.binomial(n, p.clamp(0.0, 1.0)).map(|k| Figure::Pair(k as f64, n, 0))
}

/// Satisfied ratings; with a line to keep, the fewest that reach it, or one more.
fn satisfied(random: &mut Random, ratings: u64, p: f64, line: Option<f64>) -> u64 {
    match line {
        Some(line) => {
            let least = (line * ratings as f64 - 1e-9).ceil() as u64;
            (least + random.binomial(1, 0.4).unwrap_or(0)).min(ratings)
        }
        None => random.binomial(ratings, p).unwrap_or(0),
    }
}

/// Sum of the same ratings: the satisfied gave 5 or 4, the others 3, 2 or 1.
fn rating_sum(random: &mut Random, drawn: &Drawn) -> Option<Figure> {
    let fives = random.binomial(drawn.satisfied, 0.62)?;
    let others = drawn.ratings - drawn.satisfied;
    let threes = random.binomial(others, 0.55)?;
    let twos = random.binomial(others - threes, 0.5)?;
    let sum = 5 * fives + 4 * (drawn.satisfied - fives) + 3 * threes + 2 * twos + (others - threes - twos);
    (drawn.ratings > 0).then_some(Figure::Pair(sum as f64, drawn.ratings, 0))
}
