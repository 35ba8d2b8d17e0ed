//! Who is close to an award, and what is missing. Only those who really are close are named: the list is there to encourage.

use super::incentive::is_help;
use super::requirement_words::Sayer;
use super::subject;
use crate::incentives::{Award, Lack, Outcome, Person};
use crate::model::Incentive;
use crate::view::{Cell, Column, Row, Table};

/// Most things that someone who is close may lack, the number of periods aside.
const MOST: usize = 2;
/// Points below a least score that are close.
const POINTS: f64 = 5.0;
/// Share of what a condition asks for by which a figure that is close may miss it.
const SHARE: f64 = 0.1;
/// Places behind the last one that are close.
const PLACES: u32 = 2;
/// Part of the uplift asked for from which one is close.
const UPLIFT: f64 = 0.5;

/// The table of those who are close; `None` if nobody is. Nobody is listed as close to a plan or to help.
pub(super) fn table(sayer: &Sayer<'_>, incentive: &Incentive, outcome: &Outcome) -> Option<Table> {
    if is_help(incentive) {
        return None;
    }
    let voice = sayer.voice;
    let mut people: Vec<&Person> = outcome.people.iter().filter(|person| close(person)).collect();
    if people.is_empty() {
        return None;
    }
    people.sort_by_key(|person| (person.lacking.len(), rank(person), person.agent));
    let row = |person: &&Person| {
        Row::new(vec![
            subject::agent_cell(sayer.reporter, voice.language, person.agent),
            Cell::text(sayer.lacks(incentive, person)),
        ])
    };
    let columns = vec![Column::text(voice.word("agent")), Column::text(voice.word("inc-missing"))];
    let mut table = Table::new(voice.word("inc-near"), columns, people.iter().map(row).collect());
    table.quiet = true;
    Some(table)
}

fn close(person: &Person) -> bool {
    let open = match person.award {
        None => true,
        Some(Award::Stars { change, .. }) => change == 0,
        Some(_) => false,
    };
    let counted = person.lacking.iter().filter(|lack| !matches!(lack, Lack::TooSeldom { .. }));
    open && !person.lacking.is_empty() && counted.count() <= MOST && person.lacking.iter().all(small)
}

/// Whether one thing that is missing is small.
fn small(lack: &Lack) -> bool {
    match *lack {
        Lack::ScoreBelow { score, needed } => score + POINTS >= needed,
        Lack::OutsidePlaces { rank, places, .. } => rank <= places + PLACES,
        Lack::UpliftBelow { uplift, needed } => uplift > 0.0 && uplift >= needed * UPLIFT,
        Lack::Condition { figure: Some(figure), needed, .. } => {
            (figure - needed).abs() <= needed.abs() * SHARE
        }
        Lack::WeightBelow { .. }
        | Lack::SampleTooSmall(_)
        | Lack::TooFewPeople { .. }
        | Lack::HeldBefore { .. }
        | Lack::Settling { .. }
        | Lack::TooSeldom { .. }
        | Lack::Waiting { .. }
        | Lack::TrainingFirst(_) => true,
        Lack::NoBonus
        | Lack::NotRated(_)
        | Lack::WithoutCount
        | Lack::NoValue(_)
        | Lack::WrongLevel(_)
        | Lack::NoCoefficient
        | Lack::NoCommission
        | Lack::NoReference(_)
        | Lack::Condition { figure: None, .. } => false,
    }
}

fn rank(person: &Person) -> u32 {
    let rank = person.lacking.iter().find_map(|lack| match lack {
        Lack::OutsidePlaces { rank, .. } => Some(*rank),
        _ => None,
    });
    rank.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_are_close_are_named() {
        assert!(small(&Lack::ScoreBelow { score: 75.0, needed: 80.0 }));
        assert!(!small(&Lack::ScoreBelow { score: 74.9, needed: 80.0 }));
        assert!(small(&Lack::OutsidePlaces { rank: 4, places: 2, gap: 1.0 }));
        assert!(!small(&Lack::OutsidePlaces { rank: 5, places: 2, gap: 1.0 }));
        assert!(small(&Lack::Condition { at: 0, figure: Some(0.792), needed: 0.88 }));
        assert!(!small(&Lack::Condition { at: 0, figure: Some(0.78), needed: 0.88 }));
        assert!(!small(&Lack::UpliftBelow { uplift: -0.01, needed: 0.0 }));
    }
}
