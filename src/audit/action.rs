//! What to do first: three actions, each with indicator, evidence, remedy and what it does to ranks.

use super::check::{Check, Flag, Item};
use super::desk::Desk;
use super::importance::shares;
use super::key::{Finding, Severity, Verdict, keyed};
use super::method::Scaling;
use super::space::{Draw, Work};

keyed! {
    /// What is done about a finding.
    Remedy {
        /// See that figures are supplied.
        Collect "collect",
        /// Take it out of the score and go on showing it.
        TakeOut "take-out",
        /// Keep one of the two.
        KeepOne "keep-one",
        /// Look at its direction and definition.
        Redefine "redefine",
        /// Set the scale anew so that it tells people apart.
        Rescale "rescale",
        /// Give it a weight by what it does.
        Reweight "reweight",
        /// Take in more cases or a longer time.
        MoreCases "more-cases",
        /// Set the target anew.
        Retarget "retarget",
        /// Look at cases near the threshold.
        ReviewCases "review-cases",
        /// Show intervals, and hang nothing on single places.
        ShowIntervals "show-intervals",
        /// Decide on the method in writing.
        FixMethod "fix-method",
        /// Look at the values themselves.
        LookAtValues "look-at-values",
    }
}

/// An action.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// The check that led to it.
    pub row: super::Row,
    /// The flag that led to it.
    pub flag: Flag,
    /// What is done.
    pub remedy: Remedy,
    /// Mean and largest shift of ranks it would bring; `None` where nothing is computed.
    pub effect: Option<(f64, u32)>,
}

/// Most actions.
const MOST: usize = 3;

/// The remedy of a finding.
const fn remedy(finding: Finding) -> Option<Remedy> {
    Some(match finding {
        Finding::Missing => Remedy::Collect,
        Finding::Constant | Finding::Silent | Finding::SameValue => Remedy::TakeOut,
        Finding::DoubleCounted | Finding::Redundant | Finding::Inflated | Finding::Merge => Remedy::KeepOne,
        Finding::Conflict | Finding::AgainstWeight => Remedy::Redefine,
        Finding::Saturated | Finding::Floored => Remedy::Rescale,
        Finding::Dominant | Finding::Underweight | Finding::Carries => Remedy::Reweight,
        Finding::FewCases | Finding::Noise => Remedy::MoreCases,
        Finding::TooEasy | Finding::TooHard | Finding::Drifting => Remedy::Retarget,
        Finding::Bunched => Remedy::ReviewCases,
        Finding::Uncertain | Finding::Unstable => Remedy::ShowIntervals,
        Finding::MethodMatters => Remedy::FixMethod,
        Finding::Outliers => Remedy::LookAtValues,
        _ => return None,
    })
}

/// The first actions: the worst first; of equal ones that of the earlier check; each indicator once.
pub(super) fn actions(desk: &Desk<'_>, checks: &[Check]) -> Vec<Action> {
    let mut flags: Vec<(&Check, &Flag, Remedy)> = checks
        .iter()
        .filter(|check| check.verdict >= Verdict::Warn)
        .flat_map(|check| check.flags.iter().map(move |flag| (check, flag)))
        .filter(|(_, flag)| {
            flag.severity > Severity::Note && !matches!(flag.item, Item::Unit(_) | Item::Month(_))
        })
        .filter_map(|(check, flag)| Some((check, flag, remedy(flag.finding)?)))
        .collect();
    flags.sort_by_key(|(_, flag, _)| std::cmp::Reverse(flag.severity));
    let mut found: Vec<Action> = Vec::new();
    let touched = |found: &[Action], flag: &Flag| {
        let same = |known: &Action| match (known.flag.item.column(), flag.item.column()) {
            (Some(a), Some(b)) => a == b || matches!(known.flag.item, Item::Pair(_, other) if other == b),
            _ => known.flag.finding == flag.finding,
        };
        found.iter().any(same)
    };
    for (check, flag, remedy) in flags {
        if found.len() < MOST && !touched(&found, flag) {
            let effect = effect(desk, flag, remedy);
            found.push(Action { row: check.row, flag: flag.clone(), remedy, effect });
        }
    }
    found
}

/// What the remedy would do to ranks.
fn effect(desk: &Desk<'_>, flag: &Flag, remedy: Remedy) -> Option<(f64, u32)> {
    let at = flag.item.column()?;
    let moved = |weights: &[f64]| {
        let (mean, most, _) = desk.moved(desk.method, weights);
        (mean, most)
    };
    match remedy {
        Remedy::TakeOut | Remedy::MoreCases | Remedy::Collect | Remedy::Redefine => {
            desk.without(at).map(|weights| moved(&weights))
        }
        Remedy::KeepOne => {
            let out = if let Item::Pair(_, other) = flag.item { other } else { at };
            desk.without(out).map(|weights| moved(&weights))
        }
        Remedy::Reweight => {
            let share = shares(desk)?.get(at).copied().filter(|share| *share > 0.0)?;
            let mut weights = desk.weights.clone();
            let own = weights.get_mut(at)?;
            *own *= *own / share;
            Some(moved(&weights))
        }
        Remedy::Rescale => {
            let mut work = Work::default();
            let mut draw = Draw::new(desk.method, desk.weights.clone(), None);
            draw.own = Some((at, Scaling::MinMax));
            desk.space.rank(&mut draw, &mut work);
            Some(desk.shift(&work.ranks))
        }
        _ => None,
    }
}
