//! The compact result of an agent and period, for tables and ranks.

use super::scorecard::{Sought, card};
use super::service::Rules;
use super::uncertainty::margin;
use super::{Index, ReadingState, Scorecard, Verdict};
use crate::model::{AgentIx, EventIx, LevelIx, Model, Period, Role, SchemeIx, TeamIx};

/// The outcome of a scorecard without the steps that led to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Whose.
    pub agent: AgentIx,
    /// When.
    pub period: Period,
    /// Whether there is a score, or why not.
    pub verdict: Verdict,
    /// Unrounded total; `None` unless rated.
    pub total: Option<f64>,
    /// Position of the band in the bands of `scheme`.
    pub band: Option<usize>,
    /// The band by the total alone; differs from `band` where a red line holds it down.
    pub earned_band: Option<usize>,
    /// Whether a red line acts on the period that takes its bonus away.
    pub no_bonus: bool,
    /// The scheme of the longest segment.
    pub scheme: Option<SchemeIx>,
    /// The team of the longest segment.
    pub team: Option<TeamIx>,
    /// The level of the longest segment.
    pub level: Option<LevelIx>,
    /// As what: the role of the scheme; agent without one.
    pub role: Role,
    /// Weight with points, in percent.
    pub available_weight: f64,
    /// Whether a weighted indicator has a value without a known number of cases: such a card is not ranked.
    pub without_count: bool,
    /// Half the width of the 95 % interval of the total from the sampling error of its indicators, in points; 0 without a
    /// total. Method: see the documentation of [`super::rank`].
    pub margin: f64,
}

impl Standing {
    /// The standing of a card.
    #[must_use]
    pub fn of(model: &Model, card: &Scorecard) -> Self {
        let uncounted = |state| state == ReadingState::WithoutCount;
        let scored = card.segments.iter().filter(|segment| !segment.observed);
        Self {
            agent: card.agent,
            period: card.period,
            verdict: card.verdict,
            total: card.total,
            band: card.band,
            earned_band: card.earned_band,
            no_bonus: no_bonus(model, card),
            scheme: card.scheme,
            team: card.team,
            level: card.level,
            role: card.scheme.map_or(Role::Agent, |scheme| model.scheme(scheme).role),
            available_weight: card.available_weight,
            without_count: scored.flat_map(|s| &s.items).any(|item| uncounted(item.reading.state)),
            margin: margin(model, card),
        }
    }
}

fn no_bonus(model: &Model, card: &Scorecard) -> bool {
    let case = |ix: &EventIx| model.ledger.event(*ix)?.case.as_ref();
    card.red_lines.iter().filter_map(case).any(|case| case.no_bonus)
}

/// The standing of `agent` in `period`: the same numbers as in the card of [`super::scorecard`], without its trace.
#[must_use]
pub fn standing(model: &Model, index: &Index, agent: AgentIx, period: Period) -> Standing {
    Standing::of(model, &card(model, index, agent, period, Sought { rules: Rules::InForce, traced: false }))
}

/// The standings of all agents in `period`, in the order of the agents.
#[must_use]
pub fn totals(model: &Model, index: &Index, period: Period) -> Vec<Standing> {
    (0..model.agents.len() as u32).map(|agent| standing(model, index, AgentIx(agent), period)).collect()
}
