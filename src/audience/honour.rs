//! The honour board: what people achieved who agreed to be named. Positive only, and without money.

use crate::evaluate::Evaluation;
use crate::incentives::Award;
use crate::model::{AgentIx, EventNature, EventTypeIx, IncentiveIx, Month, Period, Text};
use chrono::NaiveDate;

/// Something that somebody is named for.
#[derive(Debug, Clone, PartialEq)]
pub struct Honour {
    /// The name.
    pub name: Text,
    /// What for.
    pub praise: Praise,
}

/// What somebody is named for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Praise {
    /// A title.
    Title {
        /// The incentive.
        incentive: IncentiveIx,
        /// The period for which it was earned.
        period: Period,
        /// Last month for which it is held.
        until: Month,
    },
    /// A medal.
    Medal {
        /// The incentive.
        incentive: IncentiveIx,
        /// The period for which it was earned.
        period: Period,
        /// Position of the level, lowest first.
        level: usize,
        /// Last month for which it is held.
        until: Month,
    },
    /// A commendation.
    Commendation {
        /// Its type.
        kind: EventTypeIx,
        /// The day.
        date: NaiveDate,
    },
}

impl Praise {
    /// The day by which the board is ordered: that of a commendation, else the last of the period.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Title { period, .. } | Self::Medal { period, .. } => period.last().last_day(),
            Self::Commendation { date, .. } => *date,
        }
    }
}

/// Everything on the board, the latest first; awards only of periods that are complete.
pub(super) fn honours(evaluation: &Evaluation) -> Vec<Honour> {
    let model = &evaluation.model;
    let agreed = (0..).map(AgentIx).zip(&model.agents).filter(|(_, agent)| agent.honour);
    let mut board = Vec::new();
    for (ix, agent) in agreed {
        let earned = evaluation.incentives_of(ix).filter(|(outcome, _)| evaluation.complete(outcome.period));
        let praised = earned.filter_map(|(outcome, person)| {
            let (incentive, period) = (outcome.incentive, outcome.period);
            match person.award? {
                Award::Title { until, .. } => Some(Praise::Title { incentive, period, until }),
                Award::Medal { level, until } => Some(Praise::Medal { incentive, period, level, until }),
                _ => None,
            }
        });
        let events = model.ledger.of_agent(ix).iter();
        let commended = events.filter(|event| event.nature == EventNature::Commendation);
        let commended = commended.map(|event| Praise::Commendation { kind: event.kind, date: event.date });
        board.extend(praised.chain(commended).map(|praise| Honour { name: agent.name.clone(), praise }));
    }
    board.sort_by_key(|honour| std::cmp::Reverse(honour.praise.day()));
    board
}
