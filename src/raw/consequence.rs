//! Rules that look back over several periods or at pairs of people, as written: star levels, queues, plans, mentors.

use super::decode::{Entries, choice, record};
use super::incentive::Requirement;
use super::scalar::{DateWord, Flag, IdWord, Literal, NumberWord};
use super::text::Text;

record! {
    /// A mentor's share of a newcomer's commission.
    MentorShare {
        /// Id of the incentive whose amounts are shared: a commission or a bonus on the order value.
        of: IdWord,
        /// Mentors and newcomers.
        pairs: Vec<MentorPair>,
    }
}

record! {
    /// A mentor and a newcomer for a time.
    MentorPair {
        /// Id of the mentor.
        mentor: IdWord,
        /// Id of the newcomer.
        newcomer: IdWord,
        /// First day.
        from: DateWord,
        /// Last day; it ends earlier when either leaves.
        to: DateWord,
        /// Share of the newcomer's amount, paid on top.
        share: Literal,
    }
}

record! {
    /// Star levels.
    Stars {
        /// Levels by id, lowest first.
        levels: Entries<StarLevel>,
        /// A level is reached when its conditions were met in so many periods …
        at_least: NumberWord,
        /// … of the last so many.
        of: NumberWord,
        /// When a level is lost, one at a time (default never).
        down: Option<StarDown>,
        /// Periods that pass after a change before the next one (default 0).
        wait: Option<NumberWord>,
    }
}

record! {
    /// When a level is lost.
    StarDown {
        /// What keeps the level was missed in so many periods …
        missed: NumberWord,
        /// … of the last so many.
        of: NumberWord,
    }
}

record! {
    /// A star level.
    StarLevel {
        /// The name.
        name: Text,
        /// What has to be met to reach it.
        conditions: Vec<Requirement>,
        /// What keeps it (default the same); easier, so that nobody goes up and down on chance.
        keep: Option<Vec<Requirement>>,
    }
}

record! {
    /// A list from which a person chooses.
    Queue {
        /// For what.
        purpose: Purpose,
        /// What has to be met.
        conditions: Vec<Requirement>,
        /// In so many periods (default 1) …
        at_least: Option<NumberWord>,
        /// … of the last so many (default 1).
        of: Option<NumberWord>,
        /// The order of the list: `score` (default) or the id of an indicator.
        order: Option<IdWord>,
        /// Whether the list begins with the lowest (default false).
        lowest_first: Option<Flag>,
        /// Id of the training queue on which one has to have been before.
        after: Option<IdWord>,
        /// What is offered.
        offer: Option<Text>,
    }
}

choice! {
    /// What a queue is for.
    Purpose {
        /// Training, as reward or help.
        Training = "training",
        /// A higher post.
        Promotion = "promotion",
        /// Another post that fits better.
        PostChange = "post_change",
    }
}

record! {
    /// When an improvement plan is due.
    ImprovementPlan {
        /// Id of the band below which a score counts.
        below: IdWord,
        /// In so many periods …
        at_least: NumberWord,
        /// … of the last so many.
        of: NumberWord,
        /// Conditions of core indicators.
        core: Option<Vec<Requirement>>,
        /// Missed so often within the same periods, the plan is due as well.
        core_missed: Option<NumberWord>,
        /// Length in days: 30, 60 or 90.
        days: NumberWord,
        /// Who or what supports the person.
        support: Text,
        /// Id of the training queue that comes first.
        after: Option<IdWord>,
    }
}
