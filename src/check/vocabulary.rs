//! The names that files may use, each with its position in the model.

use super::names::Names;
use crate::diag::Code;
use crate::model::{Id, Model, Organisation, Term};

/// All names.
#[derive(Debug, Clone)]
pub(super) struct Vocabulary {
    pub(super) channels: Names,
    pub(super) levels: Names,
    pub(super) dimensions: Names,
    pub(super) indicators: Names,
    pub(super) teams: Names,
    pub(super) agents: Names,
    pub(super) targets: Names,
    pub(super) event_types: Names,
    pub(super) raters: Names,
    pub(super) incentives: Names,
}

impl Vocabulary {
    /// The names that files of figures use, as `model` has them.
    pub(super) fn of_figures(model: &Model) -> Self {
        let ids = |ids: Vec<Id>, code, noun| Names::sorted(ids, code, noun);
        let indicators = model.indicators.iter().map(|indicator| indicator.id.clone()).collect();
        let teams = model.teams.iter().map(|team| team.id.clone()).collect();
        let agents = model.agents.iter().map(|agent| agent.id.clone()).collect();
        Self {
            indicators: ids(indicators, Code::UnknownIndicator, "indicator"),
            teams: ids(teams, Code::UnknownTeam, "team"),
            agents: ids(agents, Code::UnknownAgent, "agent"),
            ..Self::of(&model.organisation)
        }
    }

    /// The names of the organisation; the other nouns follow as they are read.
    pub(super) fn of(organisation: &Organisation) -> Self {
        let terms = |terms: &[Term]| terms.iter().map(|term| term.id.clone()).collect();
        let dimensions = organisation.dimensions.iter().map(|dimension| dimension.id.clone()).collect();
        let types = organisation.event_types.iter().map(|kind| kind.id.clone()).collect();
        Self {
            channels: Names::in_order(terms(&organisation.channels), Code::UnknownChannel, "channel"),
            levels: Names::in_order(terms(&organisation.levels), Code::UnknownLevel, "level"),
            dimensions: Names::in_order(dimensions, Code::UnknownDimension, "dimension"),
            indicators: Names::none(Code::UnknownIndicator, "indicator"),
            teams: Names::none(Code::UnknownTeam, "team"),
            agents: Names::none(Code::UnknownAgent, "agent"),
            targets: Names::none(Code::UnknownTarget, "target"),
            event_types: Names::in_order(types, Code::UnknownEventType, "event type"),
            raters: Names::in_order(terms(&organisation.raters), Code::UnknownRater, "rater"),
            incentives: Names::none(Code::UnknownIncentive, "incentive"),
        }
    }
}
