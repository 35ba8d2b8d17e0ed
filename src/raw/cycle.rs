//! `cycle/*.yml` as written: who was told, asked and heard, and what was decided.

use super::decode::{Entries, choice, record};
use super::review::Commitment;
use super::scalar::{DateWord, IdWord, Literal, MonthWord, NumberWord, PairWord, Word};
use super::text::Text;

record! {
    /// A file of the appraisal cycle.
    CycleFile {
        /// Announcements of schemes by id.
        announcements: Option<Entries<Announcement>>,
        /// Comments of the consultation by id.
        comments: Option<Entries<Comment>>,
        /// Suggestions by id.
        suggestions: Option<Entries<Suggestion>>,
        /// Strengths, weaknesses, opportunities and threats by id.
        swot: Option<Entries<Swot>>,
        /// Meetings by id.
        meetings: Option<Entries<Meeting>>,
        /// What customers or agents miss, by id.
        needs: Option<Entries<Need>>,
        /// Who is to be interviewed when, by id.
        interviews: Option<Entries<InterviewRule>>,
        /// What was decided in the yearly review of targets, by id.
        target_reviews: Option<Entries<TargetReview>>,
    }
}

record! {
    /// How a scheme was made known.
    Announcement {
        /// Id of the scheme.
        scheme: IdWord,
        /// The day.
        date: DateWord,
        /// Who announced it.
        by: Word,
        /// Ids of the teams told (default those of the scheme).
        teams: Option<Vec<IdWord>>,
        /// What was handed out.
        material: Option<Text>,
        /// The day by which everyone confirms (default the day before the scheme comes into force).
        acknowledge_by: Option<DateWord>,
        /// When each agent confirmed, by id of the agent.
        acknowledged: Option<Entries<DateWord>>,
    }
}

record! {
    /// A comment or objection to a scheme.
    Comment {
        /// Id of the scheme.
        scheme: IdWord,
        /// Who said it.
        by: Word,
        /// The day.
        date: DateWord,
        /// What was said.
        text: Text,
        /// What was decided; open if missing.
        decision: Option<CommentDecision>,
        /// The answer.
        answer: Option<Text>,
        /// When it was answered.
        answered_on: Option<DateWord>,
    }
}

choice! {
    /// What became of a comment.
    CommentDecision {
        /// Taken up.
        Adopted = "adopted",
        /// Taken up in part.
        Partly = "partly",
        /// Not taken up, with the reason.
        Declined = "declined",
    }
}

record! {
    /// A suggestion.
    Suggestion {
        /// Who made it.
        by: Word,
        /// The day.
        date: DateWord,
        /// What was suggested.
        text: Text,
        /// How it stands (default open).
        status: Option<SuggestionStatus>,
        /// The response.
        response: Option<Text>,
        /// When it was answered.
        answered_on: Option<DateWord>,
    }
}

choice! {
    /// How a suggestion stands.
    SuggestionStatus {
        /// Not answered.
        Open = "open",
        /// Will be done.
        Accepted = "accepted",
        /// Done.
        Done = "done",
        /// Not taken up, with the reason.
        Declined = "declined",
    }
}

record! {
    /// Strengths, weaknesses, opportunities and threats of a team.
    Swot {
        /// Id of the team.
        team: IdWord,
        /// The period, such as 2025-q3.
        period: Word,
        /// Strengths.
        strengths: Option<Vec<Text>>,
        /// Weaknesses.
        weaknesses: Option<Vec<Text>>,
        /// Opportunities.
        opportunities: Option<Vec<Text>>,
        /// Threats.
        threats: Option<Vec<Text>>,
    }
}

record! {
    /// A meeting.
    Meeting {
        /// The day it was planned for.
        date: DateWord,
        /// What kind of meeting.
        kind: MeetingKind,
        /// Id of the team (default everyone).
        team: Option<IdWord>,
        /// How many came of how many invited; not held yet if missing.
        attended: Option<PairWord>,
        /// What was decided.
        decisions: Option<Vec<Text>>,
        /// What was agreed to be done.
        actions: Option<Vec<Commitment>>,
    }
}

choice! {
    /// What kind of meeting.
    MeetingKind {
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// To announce or discuss a scheme.
        Scheme = "scheme",
        /// With other departments.
        Committee = "committee",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// What customers or agents miss, and what answers it.
    Need {
        /// What is missing.
        text: Text,
        /// Who says so, such as a survey with its date.
        source: Option<Text>,
        /// Ids of the dimensions that answer it.
        dimensions: Option<Vec<IdWord>>,
        /// Ids of the indicators that answer it.
        indicators: Option<Vec<IdWord>>,
    }
}

record! {
    /// Who is to be interviewed after each quarter.
    InterviewRule {
        /// A month of the first quarter.
        from: MonthWord,
        /// Ids of the teams (default all).
        teams: Option<Vec<IdWord>>,
        /// Days after the quarter's end (default 30).
        grace_days: Option<NumberWord>,
    }
}

record! {
    /// What was decided about next year's target of an indicator.
    TargetReview {
        /// The year that was looked back on, such as 2025.
        year: Word,
        /// Id of the indicator.
        indicator: IdWord,
        /// Id of the team (default everyone).
        team: Option<IdWord>,
        /// What became of the proposal.
        decision: TargetDecision,
        /// The target for the year after; may be missing only where none was set.
        value: Option<Literal>,
        /// Why.
        reason: Text,
        /// Who decided.
        by: Word,
        /// When.
        date: DateWord,
    }
}

choice! {
    /// What became of a proposed target.
    TargetDecision {
        /// Taken as proposed.
        Accepted = "accepted",
        /// Taken with another value.
        Adjusted = "adjusted",
        /// Not taken, with the reason.
        Declined = "declined",
    }
}
