//! What stood or stands where an edit was made, in words.

use super::format::{Shown, short_number, signed};
use super::voice::Voice;
use crate::history::Amount;
use crate::model::{Counting, Entry, Month, Precision, Rule, Step};
use chrono::NaiveDate;

/// Most characters of words that are quoted from the data.
const QUOTED: usize = 160;

/// `amount` in words.
#[must_use]
pub fn edit_amount(amount: &Amount, currency: &str, voice: Voice<'_>) -> String {
    let shown = |precision: &Precision| Shown { precision: *precision, language: voice.language, currency };
    match amount {
        Amount::Entry(entry, precision) => self::entry(*entry, shown(precision)),
        Amount::Days(worked, scheduled) => format!("{}/{}", plain(*worked), plain(*scheduled)),
        Amount::Weight(weight) => format!("{}%", plain(*weight)),
        Amount::Goal(goal, precision) => shown(precision).condition(goal.operator, goal.value, goal.upper),
        Amount::Rule(rule, precision) => self::rule(rule, shown(precision)),
        Amount::Dates(from, to) => dates(*from, *to),
        Amount::Months(from, to) => months(*from, *to),
        Amount::Points(points) => signed(*points, 2),
        Amount::Count { agents, figures } => {
            voice.say("impact-count", &[("agents", (*agents).into()), ("figures", (*figures).into())])
        }
        Amount::Words(words) => cut(words, QUOTED),
        Amount::Name(name) => cut(voice.name(name), QUOTED),
    }
}

fn plain(x: f64) -> String {
    short_number(x, 4)
}

fn entry(entry: Entry, shown: Shown<'_>) -> String {
    let cases = |n: Option<f64>| n.map(|n| format!(" (n {})", plain(n))).unwrap_or_default();
    match entry {
        Entry::Pair(a, b) => format!("{}/{}", plain(a), plain(b)),
        Entry::Number(x) => plain(x),
        Entry::Nps(promoters, passives, detractors) => format!("{promoters}/{passives}/{detractors}"),
        Entry::State(x, n) | Entry::Reconstructed(x, n) => format!("{}{}", shown.value(x), cases(n)),
        Entry::NotApplicable => "n/a".to_owned(),
    }
}

fn dates(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match (from, to) {
        (Some(from), None) => from.to_string(),
        (None, Some(to)) => to.to_string(),
        (from, to) => format!("{} – {}", day(from), day(to)),
    }
}

fn months(from: Month, to: Option<Month>) -> String {
    to.map_or_else(|| format!("{from} –"), |to| format!("{from} – {to}"))
}

/// A rule as it is written in the data, with values as they are shown.
fn rule(rule: &Rule, shown: Shown<'_>) -> String {
    let value = |x: f64| shown.limit(x);
    match rule {
        Rule::Linear { zero, full } => format!("linear: {} → {}", value(*zero), value(*full)),
        Rule::Attainment { target } => format!("attainment: {}", value(*target)),
        Rule::Steps(steps) => {
            let list = steps.iter().map(|step| self::step(step, shown)).collect::<Vec<_>>();
            cut(&format!("steps: {}", list.join(", ")), QUOTED)
        }
        Rule::Piecewise(knots) => {
            let list = knots.iter().map(|(x, points)| format!("{} {}", value(*x), plain(*points)));
            cut(&format!("piecewise: {}", list.collect::<Vec<_>>().join(", ")), QUOTED)
        }
        Rule::Deduction { full, per, points, counting } => {
            let counting = match counting {
                Counting::Started => "started",
                Counting::Completed => "completed",
                Counting::ProRata => "pro rata",
            };
            format!("deduction: {}, −{} / {} ({counting})", value(*full), plain(*points), value(*per))
        }
        Rule::AllOrNothing { operator, target, upper } => {
            format!("all_or_nothing: {}", shown.condition(*operator, *target, *upper))
        }
        Rule::Range { zero_low, low, high, zero_high } => {
            format!("range: {} [{} – {}] {}", value(*zero_low), value(*low), value(*high), value(*zero_high))
        }
    }
}

fn step(step: &Step, shown: Shown<'_>) -> String {
    let end = |sign: &str, included: bool, x: Option<f64>| {
        x.map(|x| format!("{sign}{} {}", if included { "=" } else { "" }, shown.limit(x)))
    };
    let ends = [end(">", step.from_included, step.from), end("<", step.to_included, step.to)];
    let ends: Vec<String> = ends.into_iter().flatten().collect();
    format!("{}: {}", ends.join(" "), plain(step.points))
}

/// At most `most` characters of `text`.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
