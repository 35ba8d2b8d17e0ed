//! SMART goals: verdicts, progress and forecast. Pure.
//!
//! Imports: stats, model, score.
//!
//! [`judge`] reads a goal's last six months and the complete months of its window, asks every check of the rubric
//! (domain notes D.1), classifies how far it can be reached (D.2) and says where it stands (D.3). It cannot fail: what
//! a goal lacks is itself a finding. Every reason key and its sentence in both languages stands in `reasons.md`.

mod achievable;
mod aim;
mod case;
mod figure;
mod forecast;
mod history;
mod measurable;
mod mode;
mod outcome;
mod progress;
mod proposal;
mod reach;
mod relevant;
mod specific;
mod surroundings;
#[cfg(test)]
mod testing;
mod time_bound;
mod title;

pub use outcome::{
    Achievability, Check, CheckResult, Class, Fact, GoalResult, Letter, Mark, Progress, State,
};
pub use proposal::{Proposal, Unproposed, proposals};
pub use surroundings::Surroundings;

use crate::model::{Model, TargetIx};
use crate::score::Index;
use chrono::NaiveDate;

/// All that is said of one goal at `as_of`. `index` is that of `model`.
#[must_use]
pub fn judge(model: &Model, index: &Index, target: TargetIx, as_of: NaiveDate) -> GoalResult {
    judge_with(model, index, &Surroundings::new(model, index, &[target], as_of), target, as_of)
}

/// As [`judge`], with peers and rival goals gathered before for many goals at the same date.
#[must_use]
pub fn judge_with(
    model: &Model,
    index: &Index,
    around: &Surroundings,
    target: TargetIx,
    as_of: NaiveDate,
) -> GoalResult {
    let case = case::Case::new(model, index, target, as_of);
    let (achievability, verdict) = achievable::achievable(&case, &around.peers(&case));
    let checks = [
        specific::specific(&case),
        measurable::measurable(&case),
        vec![verdict],
        relevant::relevant(&case, around),
        time_bound::time_bound(&case),
    ];
    GoalResult { target, checks: checks.concat(), achievability, progress: progress::progress(&case) }
}

/// Every goal of `model` at `as_of`, in the model's order.
#[must_use]
pub fn judge_all(model: &Model, index: &Index, as_of: NaiveDate) -> Vec<GoalResult> {
    let targets: Vec<TargetIx> = (0..model.targets.len() as u32).map(TargetIx).collect();
    let around = Surroundings::new(model, index, &targets, as_of);
    targets.into_iter().map(|target| judge_with(model, index, &around, target, as_of)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    const CODE: [&str; 8] = [
        include_str!("achievable.rs"),
        include_str!("measurable.rs"),
        include_str!("outcome.rs"),
        include_str!("progress.rs"),
        include_str!("relevant.rs"),
        include_str!("specific.rs"),
        include_str!("time_bound.rs"),
        include_str!("forecast.rs"),
    ];

    /// Reason keys in the code outside tests.
    fn keys() -> BTreeSet<&'static str> {
        let code = CODE.iter().map(|file| file.split("#[cfg(test)]").next().unwrap());
        let literals = code.flat_map(|file| file.split('"').skip(1).step_by(2));
        literals.filter(|text| text.starts_with("check-") || text.starts_with("progress-")).collect()
    }

    fn table() -> BTreeMap<&'static str, (&'static str, &'static str)> {
        let rows = include_str!("reasons.md")
            .lines()
            .filter(|line| line.starts_with("| check-") || line.starts_with("| progress-"));
        let mut table = BTreeMap::new();
        for row in rows {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [key, zh, en] = cells[..] else { panic!("not three cells: {row}") };
            assert!(table.insert(key, (zh, en)).is_none(), "{key} stands twice");
        }
        table
    }

    #[test]
    fn every_reason_has_its_sentences_and_no_sentence_is_left_over() {
        let (keys, table) = (keys(), table());
        assert_eq!(keys, table.keys().copied().collect::<BTreeSet<_>>());
        assert!(keys.len() > 100, "the keys were not found");
    }

    #[test]
    fn both_languages_show_the_same_facts() {
        let holes = |text: &str| (0..5).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
        for (key, (zh, en)) in table() {
            assert_eq!(holes(zh), holes(en), "{key}");
            assert!(!zh.is_empty() && !en.is_empty() && !zh.is_ascii(), "{key}");
        }
    }
}
