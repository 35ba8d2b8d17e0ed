//! `events/YYYY/YYYY-MM.yml` as written, and the catalogue of event types in `deskscore.yml`.

use super::decode::{choice, record};
use super::scalar::{DateWord, Flag, IdWord, MonthWord, NumberWord, Word};
use super::text::Text;

record! {
    /// The events of a month: points added and deducted, commendations, red lines.
    EventsFile {
        /// The month, as in the name of the file.
        period: MonthWord,
        /// The events, one line each.
        events: Vec<Event>,
    }
}

record! {
    /// Something that an agent did and that somebody entered.
    Event {
        /// An id, for events that are appealed against.
        id: Option<IdWord>,
        /// Id of the agent.
        agent: IdWord,
        /// The day on which it happened.
        date: DateWord,
        /// Id of its type.
        r#type: IdWord,
        /// Points, positive; whether they are added or deducted follows from the type (default the points of the type).
        points: Option<NumberWord>,
        /// Who entered it: id of a rater or of another agent.
        rater: IdWord,
        /// Where it can be looked up: a case, a recording, a record.
        evidence: Option<Word>,
        /// What happened, in a sentence.
        note: Option<Text>,
        /// Red line: where the case stands (default reported).
        status: Option<RedLineStatus>,
        /// Red line: the day on which the agent was heard.
        heard_on: Option<DateWord>,
        /// Red line: who decided.
        decided_by: Option<IdWord>,
        /// Red line: the day of the decision.
        decided_on: Option<DateWord>,
        /// Red line: what follows.
        effect: Option<RedLineEffect>,
        /// Red line: last month for which it holds.
        through: Option<MonthWord>,
    }
}

choice! {
    /// Where the case of a red line stands. Only a confirmed one has an effect.
    RedLineStatus {
        /// Reported, not yet decided.
        Reported = "reported",
        /// Decided after a hearing.
        Confirmed = "confirmed",
        /// Found to be unfounded, or withdrawn.
        Lifted = "lifted",
    }
}

record! {
    /// What follows from a confirmed red line, within its time.
    RedLineEffect {
        /// Id of the best band that can be reached.
        band_at_most: Option<IdWord>,
        /// Levels that the agent steps down; a person enters the posting.
        levels_down: Option<NumberWord>,
        /// No bonus is paid.
        no_bonus: Option<Flag>,
    }
}

record! {
    /// A type of event.
    EventType {
        /// The name.
        name: Text,
        /// What events of this type do.
        nature: EventNature,
        /// Points of an event that does not name its own (bonus and deduction only).
        points: Option<NumberWord>,
        /// Most points of one event (default 100).
        points_at_most: Option<NumberWord>,
        /// Whether an event has to name its evidence (default false; red lines always have to).
        evidence_required: Option<Flag>,
        /// What is meant, with an example.
        description: Option<Text>,
    }
}

choice! {
    /// What events of a type do.
    EventNature {
        /// They add points.
        Bonus = "bonus",
        /// They deduct points.
        Deduction = "deduction",
        /// They praise, without points.
        Commendation = "commendation",
        /// They override the band once they are confirmed.
        RedLine = "red_line",
    }
}
