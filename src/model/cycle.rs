//! The appraisal cycle: who was told, asked and heard, and what was decided (A001, A006, A012, A015, A032, A033, A046,
//! A087, A103).

use super::{
    AgentIx, Commitment, DimensionIx, Id, IndicatorIx, Model, Period, ReviewKind, SchemeIx, TargetReview,
    TeamIx, Text,
};
use crate::diag::Span;
use chrono::{Days, NaiveDate};

/// Everything that is written of the cycle, each list in the order of its ids.
#[derive(Debug, Clone, Default)]
pub struct Cycle {
    /// Announcements of schemes.
    pub announcements: Vec<Announcement>,
    /// Comments of the consultation.
    pub comments: Vec<Comment>,
    /// Suggestions.
    pub suggestions: Vec<Suggestion>,
    /// Strengths, weaknesses, opportunities and threats.
    pub swots: Vec<Swot>,
    /// Meetings.
    pub meetings: Vec<Meeting>,
    /// What customers or agents miss.
    pub needs: Vec<Need>,
    /// Who is to be interviewed when.
    pub interviews: Vec<InterviewRule>,
    /// Decisions of the yearly review of targets.
    pub target_reviews: Vec<TargetReview>,
}

/// How a scheme was made known.
#[derive(Debug, Clone)]
pub struct Announcement {
    /// The id.
    pub id: Id,
    /// The scheme.
    pub scheme: SchemeIx,
    /// The day.
    pub date: NaiveDate,
    /// Who announced it.
    pub by: String,
    /// Teams told; empty means all.
    pub teams: Vec<TeamIx>,
    /// What was handed out; empty if not said.
    pub material: Text,
    /// The day by which everyone confirms.
    pub acknowledge_by: NaiveDate,
    /// Who confirmed when, sorted by agent.
    pub acknowledged: Vec<(AgentIx, NaiveDate)>,
    /// Where it was written.
    pub span: Span,
}

/// A comment or objection to a scheme.
#[derive(Debug, Clone)]
pub struct Comment {
    /// The id.
    pub id: Id,
    /// The scheme.
    pub scheme: SchemeIx,
    /// Who said it.
    pub by: String,
    /// The day.
    pub date: NaiveDate,
    /// What was said.
    pub text: Text,
    /// What was decided; open if none.
    pub decision: Option<CommentDecision>,
    /// The answer; empty if none.
    pub answer: Text,
    /// When it was answered.
    pub answered_on: Option<NaiveDate>,
    /// Where it was written.
    pub span: Span,
}

/// What became of a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentDecision {
    /// Taken up.
    Adopted,
    /// Taken up in part.
    Partly,
    /// Not taken up.
    Declined,
}

/// A suggestion.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// The id.
    pub id: Id,
    /// Who made it.
    pub by: String,
    /// The day.
    pub date: NaiveDate,
    /// What was suggested.
    pub text: Text,
    /// How it stands.
    pub status: SuggestionStatus,
    /// The response; empty if none.
    pub response: Text,
    /// When it was answered.
    pub answered_on: Option<NaiveDate>,
    /// Where it was written.
    pub span: Span,
}

/// How a suggestion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionStatus {
    /// Not answered.
    Open,
    /// Will be done.
    Accepted,
    /// Done.
    Done,
    /// Not taken up.
    Declined,
}

/// Strengths, weaknesses, opportunities and threats of a team.
#[derive(Debug, Clone)]
pub struct Swot {
    /// The id.
    pub id: Id,
    /// The team.
    pub team: TeamIx,
    /// The period.
    pub period: Period,
    /// Strengths, weaknesses, opportunities, threats.
    pub notes: [Vec<Text>; 4],
    /// Where it was written.
    pub span: Span,
}

/// A meeting.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The id.
    pub id: Id,
    /// The day it was planned for.
    pub date: NaiveDate,
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// The team; everyone if none.
    pub team: Option<TeamIx>,
    /// How many came of how many invited; not held yet if none.
    pub attended: Option<(f64, f64)>,
    /// What was decided.
    pub decisions: Vec<Text>,
    /// What was agreed to be done.
    pub actions: Vec<Commitment>,
    /// Where it was written.
    pub span: Span,
}

/// What kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeetingKind {
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// To announce or discuss a scheme.
    Scheme,
    /// With other departments.
    Committee,
    /// Anything else.
    Other,
}

/// What customers or agents miss, and what answers it (A019, A020).
#[derive(Debug, Clone)]
pub struct Need {
    /// The id.
    pub id: Id,
    /// What is missing.
    pub text: Text,
    /// Who says so; empty if not said.
    pub source: Text,
    /// Dimensions that answer it.
    pub dimensions: Vec<DimensionIx>,
    /// Indicators that answer it.
    pub indicators: Vec<IndicatorIx>,
    /// Where it was written.
    pub span: Span,
}

impl Need {
    /// The indicators that answer it: those named, and all of the dimensions named; sorted.
    #[must_use]
    pub fn answers(&self, model: &Model) -> Vec<IndicatorIx> {
        let all = (0..model.indicators.len() as u32).map(IndicatorIx);
        all.filter(|ix| {
            self.indicators.contains(ix) || self.dimensions.contains(&model.indicator(*ix).dimension)
        })
        .collect()
    }
}

/// Who is to be interviewed after each quarter.
#[derive(Debug, Clone)]
pub struct InterviewRule {
    /// The id.
    pub id: Id,
    /// The first quarter.
    pub from: Period,
    /// The teams; empty means all.
    pub teams: Vec<TeamIx>,
    /// Days after the quarter's end.
    pub grace_days: u16,
    /// Where it was written.
    pub span: Span,
}

impl Cycle {
    /// Whether nothing is written of the cycle.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.announcements.is_empty()
            && self.comments.is_empty()
            && self.suggestions.is_empty()
            && self.swots.is_empty()
            && self.meetings.is_empty()
            && self.needs.is_empty()
            && self.interviews.is_empty()
            && self.target_reviews.is_empty()
    }
}

impl InterviewRule {
    /// The last day for interviews about `quarter`.
    #[must_use]
    pub fn deadline(&self, quarter: Period) -> NaiveDate {
        let end = quarter.last().last_day();
        end.checked_add_days(Days::new(u64::from(self.grace_days))).unwrap_or(end)
    }

    /// The quarters that have ended before `day`, from the first on.
    #[must_use]
    pub fn quarters(&self, day: NaiveDate) -> Vec<Period> {
        let following = |quarter: &Period| {
            let next = Period::quarter_of(quarter.last().plus(1), quarter.fiscal_start());
            Some(next)
        };
        let ended = |quarter: &Period| quarter.last().last_day() < day;
        // Ten years are beyond any use of the list.
        std::iter::successors(Some(self.from), following).take(40).take_while(ended).collect()
    }

    /// Who is to be interviewed about `quarter`: in service for its whole last month, and posted in one of the teams at its
    /// end.
    #[must_use]
    pub fn due(&self, model: &Model, quarter: Period) -> Vec<AgentIx> {
        let (month, end) = (quarter.last().first_day(), quarter.last().last_day());
        let due = |at: &AgentIx| {
            let agent = model.agent(*at);
            agent.joined <= month
                && agent.left.is_none_or(|left| end <= left)
                && agent
                    .posting_on(end)
                    .is_some_and(|p| self.teams.is_empty() || self.teams.contains(&p.team))
        };
        (0..model.agents.len() as u32).map(AgentIx).filter(due).collect()
    }

    /// Those due for `quarter` of whom there is no interview.
    #[must_use]
    pub fn missing(&self, model: &Model, quarter: Period) -> Vec<AgentIx> {
        let held = |agent: &AgentIx| {
            let mut all = model.reviews_of(*agent).iter();
            all.any(|review| review.period == quarter && review.kind == ReviewKind::Interview)
        };
        self.due(model, quarter).into_iter().filter(|agent| !held(agent)).collect()
    }
}

impl Announcement {
    /// Whether `agent` is to confirm as of `day`: posted on that day, or on the scheme's last, in one of the teams told.
    #[must_use]
    pub fn is_told(&self, model: &Model, agent: AgentIx, day: NaiveDate) -> bool {
        let day = model.scheme(self.scheme).to.map_or(day, |to| day.min(to.last_day()));
        let posting = model.agent(agent).posting_on(day);
        posting.is_some_and(|p| self.teams.is_empty() || self.teams.contains(&p.team))
    }

    /// All who are to confirm as of `day`.
    #[must_use]
    pub fn audience(&self, model: &Model, day: NaiveDate) -> Vec<AgentIx> {
        let all = (0..model.agents.len() as u32).map(AgentIx);
        all.filter(|agent| self.is_told(model, *agent, day)).collect()
    }

    /// When `agent` confirmed.
    #[must_use]
    pub fn acknowledged_on(&self, agent: AgentIx) -> Option<NaiveDate> {
        let at = self.acknowledged.binary_search_by_key(&agent, |(who, _)| *who).ok()?;
        self.acknowledged.get(at).map(|(_, day)| *day)
    }
}
