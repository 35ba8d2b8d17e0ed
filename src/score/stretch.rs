//! From months to stretches under one rule set: team, level, scheme, newcomer steps and observation (domain notes C,
//! "Transfers").

use super::CardStep;
use super::service::Part;
use crate::model::{LevelIx, Model, Month, Policy, Scheme, SchemeIx, TeamIx};

/// Consecutive months with figures under one rule set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stretch {
    /// First month.
    pub(super) from: Month,
    /// Last month.
    pub(super) to: Month,
    /// The team whose rules hold.
    pub(super) team: TeamIx,
    /// The level whose rules hold.
    pub(super) level: LevelIx,
    /// The scheme.
    pub(super) scheme: SchemeIx,
    /// Month of service at the end.
    pub(super) service_month: u16,
    /// Only observed.
    pub(super) observed: bool,
    /// Days worked.
    pub(super) days: f64,
    /// Whose rows belong to it: team, first and last month. More than one only after joining.
    pub(super) spans: Vec<(TeamIx, Month, Month)>,
}

/// The stretches of `parts` (by month), short ones joined to their longer neighbour, with the steps that did it. Parts
/// without a scheme are left out.
pub(super) fn stretches(model: &Model, parts: &[Part]) -> (Vec<Stretch>, Vec<CardStep>) {
    let mut found: Vec<Stretch> = Vec::new();
    let mut before = None;
    for (at, part) in parts.iter().enumerate() {
        if at > 0 && parts.get(at - 1).is_some_and(|last| last.month < part.month) {
            before = parts.get(at - 1).map(|last| last.month);
        }
        let Some(scheme) = part.scheme else { continue };
        let rules = model.scheme(scheme);
        let next_to = |s: &Stretch| s.to == part.month || Some(s.to) == before;
        match found.iter_mut().rfind(|s| next_to(s) && same_rules(s, part, rules)) {
            Some(stretch) => stretch.extend(part),
            None => found.push(Stretch::begin(part, scheme, &rules.policy)),
        }
    }
    let steps = join_short(model, &mut found);
    (found, steps)
}

impl Stretch {
    fn begin(part: &Part, scheme: SchemeIx, policy: &Policy) -> Self {
        Self {
            from: part.month,
            to: part.month,
            team: part.team,
            level: part.level,
            scheme,
            service_month: part.service_month,
            observed: part.service_month <= policy.observed_months,
            days: part.days,
            spans: vec![(part.team, part.month, part.month)],
        }
    }

    /// Takes in a later part of the same team.
    fn extend(&mut self, part: &Part) {
        self.to = part.month;
        self.days += part.days;
        self.service_month = part.service_month;
        if let Some(span) = self.spans.last_mut() {
            span.2 = part.month;
        }
    }

    /// Takes in a short neighbour: its figures are scored by the rules of this stretch.
    fn join(&mut self, short: Self) {
        self.from = self.from.min(short.from);
        self.to = self.to.max(short.to);
        self.days += short.days;
        self.service_month = self.service_month.max(short.service_month);
        self.spans.extend(short.spans);
        self.spans.sort_by_key(|&(team, first, _)| (first, team));
    }
}

/// Whether `part`, worked under the scheme `rules`, is scored exactly like the stretch.
fn same_rules(stretch: &Stretch, part: &Part, rules: &Scheme) -> bool {
    let observed = part.service_month <= rules.policy.observed_months;
    let step = |month: u16, item: &crate::model::Item| item.newcomers.iter().position(|s| month <= s.through);
    (stretch.team, stretch.level, Some(stretch.scheme), stretch.observed)
        == (part.team, part.level, part.scheme, observed)
        && rules.items.iter().all(|item| step(stretch.service_month, item) == step(part.service_month, item))
}

/// Joins each stretch with fewer days than its scheme's policy asks for to the longer of its neighbours (the later one on
/// a tie), the shortest first. Observed months join only observed ones, so that they are never scored.
fn join_short(model: &Model, stretches: &mut Vec<Stretch>) -> Vec<CardStep> {
    let mut steps = Vec::new();
    while let Some((short, into)) = next_join(model, stretches) {
        let stretch = stretches.remove(short);
        steps.push(CardStep::JoinedSegment { from: stretch.from, days: stretch.days });
        if let Some(longer) = stretches.get_mut(if into > short { into - 1 } else { into }) {
            longer.join(stretch);
        }
    }
    steps
}

/// The shortest stretch that is too short and has a neighbour to join, and that neighbour.
fn next_join(model: &Model, stretches: &[Stretch]) -> Option<(usize, usize)> {
    let too_short = |s: &Stretch| s.days < model.scheme(s.scheme).policy.minimum_segment_days;
    let neighbour = |at: usize| {
        let own = stretches.get(at)?;
        [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .filter_map(|n| stretches.get(n).map(|s| (n, s)))
            .filter(|(_, s)| s.observed == own.observed)
            .max_by(|(_, a), (_, b)| a.days.total_cmp(&b.days))
            .map(|(n, _)| (at, n))
    };
    let short = stretches.iter().enumerate().filter(|(_, s)| too_short(s));
    let joinable = short.filter_map(|(at, s)| neighbour(at).map(|pair| (s.days, pair)));
    joinable.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, pair)| pair)
}
