//! What pages about many agents share, computed once: who belongs where in each period, which schemes are used by most,
//! and every agent's indicators in the period that the site is about.

use super::coverage::Coverage;
use super::goal_rows;
use super::ramp::Cohort;
use crate::audience::Visible;
use crate::compare::{Yearly, yearly};
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, IndicatorIx, Item, Language, Period, PeriodKind, Role, SchemeIx, TeamIx};
use crate::score::{Reading, ReadingState, Scorecard, contributions};
use rayon::prelude::*;

/// One indicator of an agent in the period of the survey.
#[derive(Debug, Clone)]
pub(super) struct AgentItem {
    /// The indicator.
    pub(super) indicator: IndicatorIx,
    /// Its value.
    pub(super) found: Found,
    /// Points over the segments of the period; `None` without.
    pub(super) points: Option<f64>,
}

/// The value of an indicator. There are as many as agents times indicators, and nearly all have nothing to say but a number.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// A measured value that nothing is special about.
    Plain(f64),
    /// What is missing or special, without the places of its figures.
    Other(Box<Reading>),
}

impl From<Reading> for Found {
    fn from(reading: Reading) -> Self {
        match (reading.state, reading.value) {
            (ReadingState::Measured, Some(value)) if !reading.reconstructed && reading.pooled_months == 0 => {
                Self::Plain(value)
            }
            _ => Self::Other(Box::new(Reading { sources: Vec::new(), ..reading })),
        }
    }
}

/// What pages about many agents share.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The period that overview, teams and indicators are about: the latest complete quarter.
    pub(super) period: Option<Period>,
    /// How much of what was expected is there.
    pub(super) coverage: Coverage,
    /// Schemes used in the period of the survey with the number of agents, most used first.
    pub(super) schemes: Vec<(SchemeIx, usize)>,
    /// The latest year looked back on; `None` for audiences that see groups only.
    pub(super) yearly: Option<Yearly>,
    /// The scores of newcomers by month of service; empty for those audiences.
    pub(super) cohort: Cohort,
    /// Titles of more than one goal, sorted, by language.
    repeated: [Vec<String>; 2],
    /// By agent, sorted by indicator.
    items: Vec<Vec<AgentItem>>,
    /// By position of the period, by team.
    members: Vec<Vec<Vec<AgentIx>>>,
}

impl Survey {
    /// The survey of what is `visible`; items only of people whose figures are.
    pub(super) fn new(visible: &Visible) -> Self {
        let evaluation = &visible.evaluation;
        let agents: Vec<AgentIx> = (0..evaluation.model.agents.len() as u32).map(AgentIx).collect();
        let period = evaluation.latest(PeriodKind::Quarter);
        let items = || {
            let of = |agent, period| {
                if visible.agent(agent) { items(evaluation, agent, period) } else { Vec::new() }
            };
            period.map_or_else(Vec::new, |period| agents.par_iter().map(|agent| of(*agent, period)).collect())
        };
        let yearly = || visible.everything().then(|| yearly(evaluation)).flatten();
        let cohort = || if visible.everything() { Cohort::new(evaluation) } else { Cohort::default() };
        let members = |period: &Period| members(evaluation, &agents, *period);
        let ((items, cohort), (yearly, (coverage, members))) = rayon::join(
            || rayon::join(items, cohort),
            || {
                let members = || evaluation.periods.par_iter().map(members).collect();
                rayon::join(yearly, || rayon::join(|| Coverage::new(&evaluation.model), members))
            },
        );
        Self {
            period,
            coverage,
            schemes: period.map_or_else(Vec::new, |period| schemes(evaluation, &agents, period)),
            yearly,
            cohort,
            repeated: Language::ALL.map(|language| repeated(evaluation, language)),
            items,
            members,
        }
    }

    /// The agents whose longest stretch in `period` was in `team`, by id; who leads it is not among them.
    pub(super) fn members(&self, evaluation: &Evaluation, period: Period, team: TeamIx) -> &[AgentIx] {
        let at = evaluation.periods.iter().position(|known| *known == period);
        at.and_then(|at| self.members.get(at)?.get(team.at())).map_or(&[], Vec::as_slice)
    }

    /// Whether more than one goal has this title in `language`.
    pub(super) fn repeats(&self, title: &str, language: Language) -> bool {
        let [zh, en] = &self.repeated;
        let titles = if language == Language::En { en } else { zh };
        titles.binary_search_by(|known| known.as_str().cmp(title)).is_ok()
    }

    /// The indicators of `agent` in the period of the survey.
    pub(super) fn items(&self, agent: AgentIx) -> &[AgentItem] {
        self.items.get(agent.at()).map_or(&[], Vec::as_slice)
    }

    /// One indicator of `agent` in the period of the survey.
    pub(super) fn item(&self, agent: AgentIx, indicator: IndicatorIx) -> Option<&AgentItem> {
        let items = self.items(agent);
        items.binary_search_by_key(&indicator, |item| item.indicator).ok().and_then(|at| items.get(at))
    }

    /// The item of `indicator` in the scheme that is used by most agents among those that weigh it.
    pub(super) fn item_of_most<'e>(
        &self,
        evaluation: &'e Evaluation,
        indicator: IndicatorIx,
    ) -> Option<(SchemeIx, &'e Item)> {
        let weighed = |&(scheme, _): &(SchemeIx, usize)| {
            evaluation.model.scheme(scheme).item(indicator).map(|item| (scheme, item))
        };
        self.schemes.iter().find_map(weighed)
    }
}

fn repeated(evaluation: &Evaluation, language: Language) -> Vec<String> {
    let mut titles: Vec<&str> =
        evaluation.model.targets.iter().map(|target| goal_rows::title(language, target)).collect();
    titles.sort_unstable();
    let mut twice: Vec<String> =
        titles.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect();
    twice.dedup();
    twice
}

fn members(evaluation: &Evaluation, agents: &[AgentIx], period: Period) -> Vec<Vec<AgentIx>> {
    let mut teams = vec![Vec::new(); evaluation.model.teams.len()];
    for &agent in agents {
        let standing = evaluation.standing(agent, period).filter(|standing| standing.role == Role::Agent);
        let team = standing.and_then(|standing| standing.team);
        if let Some(list) = team.and_then(|team| teams.get_mut(team.at())) {
            list.push(agent);
        }
    }
    teams
}

fn schemes(evaluation: &Evaluation, agents: &[AgentIx], period: Period) -> Vec<(SchemeIx, usize)> {
    let mut counts = vec![0_usize; evaluation.model.schemes.len()];
    for &agent in agents {
        let scheme = evaluation.standing(agent, period).and_then(|standing| standing.scheme);
        if let Some(count) = scheme.and_then(|scheme| counts.get_mut(scheme.at())) {
            *count += 1;
        }
    }
    let mut used: Vec<(SchemeIx, usize)> =
        counts.into_iter().enumerate().map(|(at, count)| (SchemeIx(at as u32), count)).collect();
    used.retain(|&(_, count)| count > 0);
    used.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    used
}

fn items(evaluation: &Evaluation, agent: AgentIx, period: Period) -> Vec<AgentItem> {
    let card = evaluation.card(agent, period);
    let mut indicators: Vec<IndicatorIx> = scored(&card).map(|item| item.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let parts = contributions(&card);
    let one = |indicator| {
        let mut found = scored(&card).filter(|item| item.indicator == indicator);
        let (first, more) = (found.next()?, found.next());
        let reading = match more {
            None => first.reading.clone(),
            Some(_) => evaluation.own_reading(agent, indicator, period),
        };
        let part = parts.binary_search_by_key(&indicator, |part| part.indicator).ok();
        let points = match part.and_then(|at| parts.get(at)) {
            Some(part) => Some(part.points),
            None if more.is_none() => first.points,
            None => None,
        };
        Some(AgentItem { indicator, found: reading.into(), points })
    };
    let mut items = Vec::with_capacity(indicators.len());
    items.extend(indicators.into_iter().filter_map(one));
    items
}

fn scored(card: &Scorecard) -> impl Iterator<Item = &crate::score::ItemResult> {
    card.segments.iter().filter(|segment| !segment.observed).flat_map(|segment| &segment.items)
}
