//! One edit of the data, in the words of the field.

use super::Place;
use crate::model::{Entry, Goal, Month, Precision, Rule, Text};
use chrono::NaiveDate;

/// A group of edits: what a change of a score is shared out among.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Monthly figures.
    Data,
    /// SMART goals. They never move a score, only whether goals are met.
    Targets,
    /// Schemes, indicators, incentives and the organisation: how figures become scores.
    Scheme,
    /// Agents and teams.
    People,
    /// Events, red lines, appeals and closed months.
    Events,
}

impl Group {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Targets, Self::Scheme, Self::Data, Self::People, Self::Events];

    /// Those that can move a score, in the order of their declaration.
    pub const SCORING: [Self; 4] = [Self::Data, Self::Scheme, Self::People, Self::Events];

    /// A stable word for programs and texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Targets => "targets",
            Self::Scheme => "scheme",
            Self::People => "people",
            Self::Events => "events",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $key:literal $group:ident,)+) => {
        /// What was edited.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum EditKind { $($(#[$doc])* $name,)+ }

        impl EditKind {
            /// All.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// A stable word for programs and texts, in kebab case.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// The group.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)+ }
            }
        }
    };
}

kinds! {
    /// A month with figures that had none.
    MonthAdded "month-added" Data,
    /// A month lost all its figures.
    MonthRemoved "month-removed" Data,
    /// A figure was added to a month that had figures already.
    FigureLate "figure-late" Data,
    /// A figure was changed.
    FigureCorrected "figure-corrected" Data,
    /// A figure was taken out of a month that keeps others.
    FigureRemoved "figure-removed" Data,
    /// Days worked or scheduled were changed.
    DaysCorrected "days-corrected" Data,
    /// A target is new.
    TargetAdded "target-added" Targets,
    /// A target is gone.
    TargetRemoved "target-removed" Targets,
    /// The value or operator of a target was changed.
    TargetValue "target-value" Targets,
    /// The window, scope or evaluation of a target was changed.
    TargetWindow "target-window" Targets,
    /// Something else of a target was changed.
    TargetWording "target-wording" Targets,
    /// A scheme is new.
    SchemeAdded "scheme-added" Scheme,
    /// A scheme is gone.
    SchemeRemoved "scheme-removed" Scheme,
    /// When or to whom a scheme applies was changed.
    SchemeTime "scheme-time" Scheme,
    /// An indicator counts that did not.
    ItemAdded "item-added" Scheme,
    /// An indicator counts no longer.
    ItemRemoved "item-removed" Scheme,
    /// A weight was changed.
    Weight "weight" Scheme,
    /// A scoring rule was changed.
    RuleChanged "rule" Scheme,
    /// Policies of a scheme were changed.
    PolicyChanged "policy" Scheme,
    /// The bands of a scheme were changed.
    BandsChanged "bands" Scheme,
    /// An indicator of the catalogue is new.
    IndicatorAdded "indicator-added" Scheme,
    /// An indicator of the catalogue is gone.
    IndicatorRemoved "indicator-removed" Scheme,
    /// How an indicator is measured was changed.
    IndicatorChanged "indicator-changed" Scheme,
    /// Settings of the organisation were changed.
    OrganisationChanged "organisation" Scheme,
    /// An incentive is new.
    IncentiveAdded "incentive-added" Scheme,
    /// An incentive is gone.
    IncentiveRemoved "incentive-removed" Scheme,
    /// An incentive was changed.
    IncentiveChanged "incentive-changed" Scheme,
    /// An agent is new.
    AgentAdded "agent-added" People,
    /// An agent is no longer in the data at all.
    AgentRemoved "agent-removed" People,
    /// An agent has another id.
    AgentRenamed "agent-renamed" People,
    /// The name of an agent was changed.
    AgentName "agent-name" People,
    /// A last day of service was written or changed.
    AgentLeft "agent-left" People,
    /// Teams, levels or their dates were changed.
    PostingChanged "posting" People,
    /// The first day of service was changed.
    JoinedChanged "joined" People,
    /// A team is new.
    TeamAdded "team-added" People,
    /// A team is gone.
    TeamRemoved "team-removed" People,
    /// Channels or peers of a team were changed.
    TeamChanged "team-changed" People,
    /// An event is new.
    EventAdded "event-added" Events,
    /// An event is gone.
    EventRemoved "event-removed" Events,
    /// A month was closed.
    MonthClosed "month-closed" Events,
    /// A month is no longer closed.
    MonthReopened "month-reopened" Events,
    /// A correction of a closed month was recorded.
    CorrectionRecorded "correction-recorded" Events,
}

/// An id with its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Text,
}

impl Named {
    /// The id with the name.
    #[must_use]
    pub fn new(id: impl ToString, name: &Text) -> Self {
        Self { id: id.to_string(), name: name.clone() }
    }
}

/// What stood or stands there.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// A figure as written.
    Entry(Entry, Precision),
    /// Days worked and scheduled.
    Days(f64, f64),
    /// A weight in percent.
    Weight(f64),
    /// Operator and value of a target.
    Goal(Goal, Precision),
    /// A scoring rule.
    Rule(Box<Rule>, Precision),
    /// First and last day.
    Dates(Option<NaiveDate>, Option<NaiveDate>),
    /// First and last month.
    Months(Month, Option<Month>),
    /// Points with their sign.
    Points(f64),
    /// How many agents and figures.
    Count {
        /// Agents.
        agents: usize,
        /// Figures.
        figures: usize,
    },
    /// Ids or words as written in the data.
    Words(String),
    /// A name.
    Name(Text),
}

/// Whether an edit makes something easier to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ease {
    /// Easier.
    Easier,
    /// Harder.
    Harder,
}

/// How far the time that an edit is about had gone on the day of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It has not begun.
    Ahead,
    /// It has begun.
    Running,
    /// It is over: its figures are known.
    Over,
}

/// One edit.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// What was edited.
    pub kind: EditKind,
    /// Whose: agent, team, scheme, target.
    pub who: Option<Named>,
    /// Which part: indicator, type of event.
    pub what: Option<Named>,
    /// The month that it is about.
    pub month: Option<Month>,
    /// What stood there.
    pub before: Option<Amount>,
    /// What stands there.
    pub after: Option<Amount>,
    /// Which way it goes, where that can be said.
    pub ease: Option<Ease>,
    /// How far its time has gone.
    pub stage: Option<Stage>,
    /// Where it stands; where it stood if it is gone.
    pub place: Option<Place>,
}

impl Edit {
    /// An edit of which nothing else is known yet.
    #[must_use]
    pub const fn new(kind: EditKind) -> Self {
        Self {
            kind,
            who: None,
            what: None,
            month: None,
            before: None,
            after: None,
            ease: None,
            stage: None,
            place: None,
        }
    }
}
