//! `deskscore.yml` as written.

use super::decode::{Entries, choice, record};
use super::ledger::EventType;
use super::scalar::{DateWord, Flag, IdWord, NumberWord, SubjectWord, Word};
use super::text::Text;

record! {
    /// The organisation and the vocabulary that its other files use.
    Organisation {
        /// Name, in the head of every page.
        name: Text,
        /// One or two sentences for the overview.
        about: Option<Text>,
        /// IANA time zone in which dates are meant (default Asia/Shanghai).
        time_zone: Option<Word>,
        /// ISO 4217 code of the currency (default CNY).
        currency: Option<Word>,
        /// First month of the fiscal year, 1-12 (default 1).
        fiscal_year_start: Option<NumberWord>,
        /// Days after a month's end within which its data is not late (default 7).
        grace_days: Option<NumberWord>,
        /// The day for which goals and lateness are judged when the command names none, for examples and archives that are
        /// no longer written to (default: the day of the commit that last touched the data).
        as_of: Option<DateWord>,
        /// Decimals with which scores are shown and compared, 0-4 (default 2).
        score_decimals: Option<NumberWord>,
        /// Where the repository can be seen on the web.
        repository: Option<Repository>,
        /// Address at which the site is published, for links between its languages (default: unknown).
        site_url: Option<Word>,
        /// Whether search engines may list the site (default false: appraisal data is private).
        indexable: Option<Flag>,
        /// Channels by id, in the order of display.
        channels: Option<Entries<Text>>,
        /// Levels of agents by id, lowest first (default: one level `agent`).
        levels: Option<Entries<Text>>,
        /// Promotions by id: days that are not like others.
        promotions: Option<Entries<Promotion>>,
        /// Dated actions by id, whose effect on an indicator is shown as before and after.
        actions: Option<Entries<DatedAction>>,
        /// What roles are called.
        roles: Option<Roles>,
        /// Dimensions of indicators by id, in the order of display.
        dimensions: Entries<Dimension>,
        /// Types of events by id: what adds or deducts points, what is praised, what is a red line.
        event_types: Option<Entries<EventType>>,
        /// People by id who enter events and decide, and are not appraised here, such as team leaders.
        raters: Option<Entries<Text>>,
        /// Limits of the lints of schemes, and lints accepted for the whole organisation.
        lints: Option<Lints>,
        /// For whom sites are made, and which groups are too small to be shown.
        audiences: Option<Audiences>,
        /// What follows from what a review finds about a change.
        review: Option<ReviewRules>,
        /// How far back the history of the data is looked at when a site is built.
        history: Option<HistoryWords>,
    }
}

record! {
    /// What follows from what a review finds about a change. A change is judged by the rules of its base.
    ReviewRules {
        /// Points by which a score has to move to be found as `score-moved` (default 5).
        score_points: Option<NumberWord>,
        /// What follows, by kind of finding such as target-eased-over or payout-changed; docs/review.md lists them.
        gates: Option<Entries<GateDecision>>,
    }
}

choice! {
    /// What follows from a finding.
    GateDecision {
        /// It is not told.
        Ignore = "ignore",
        /// It is told.
        Warn = "warn",
        /// The change passes once the text of the pull request has a line `Deskscore-Acknowledge: KIND: reason`.
        Acknowledge = "acknowledge",
        /// The change does not pass.
        Fail = "fail",
    }
}

record! {
    /// How far back the history of the data is looked at.
    HistoryWords {
        /// Most commits whose effect on scores is computed, the newest first, 0-10000 (default 50). Each different state of the
        /// data is evaluated once.
        evaluate: Option<NumberWord>,
    }
}

record! {
    /// For whom sites are made.
    Audiences {
        /// For whom a site is made when the command does not say (default manager).
        default: Option<ProfileName>,
        /// Fewest people of a group whose figures others than managers see, 2-1000 (default 5).
        smallest_group: Option<NumberWord>,
    }
}

choice! {
    /// For whom a site is made. One agent's site is made by naming the agent in the command.
    ProfileName {
        /// Everyone: figures of groups only.
        Public = "public",
        /// The agents: as public, with the upper half of rankings under pseudonyms and the honour board.
        Team = "team",
        /// Who leads them: everything.
        Manager = "manager",
    }
}

record! {
    /// Limits of the lints of schemes, in percent of the weight, and what is accepted for the whole organisation.
    Lints {
        /// Most weight of one indicator (default 50).
        dominant: Option<NumberWord>,
        /// Fewest dimensions of a scheme (default 3).
        dimensions: Option<NumberWord>,
        /// Most weight of indicators that rest on a person's judgement or own report (default 40).
        subjective: Option<NumberWord>,
        /// Most weight of indicators that the agent does not control (default 30).
        uncontrolled: Option<NumberWord>,
        /// Lints that are accepted, each with its reason.
        accepts: Option<Entries<Text>>,
    }
}

record! {
    /// A promotion.
    Promotion {
        /// The name.
        name: Text,
        /// First day.
        from: DateWord,
        /// Last day.
        to: DateWord,
    }
}

record! {
    /// A dated action, such as a training.
    DatedAction {
        /// What was done.
        text: Text,
        /// When.
        date: DateWord,
        /// For whom: `agent ID`, `team ID` or `organisation`.
        subject: SubjectWord,
        /// Id of the indicator that it is meant to move.
        indicator: IdWord,
        /// Months looked at before and after, 1-12 (default 3).
        months: Option<NumberWord>,
    }
}

record! {
    /// What roles are called.
    Roles {
        /// A manager: posted with `role: manager`, scored by a scheme `for: managers`.
        manager: Option<Text>,
    }
}

record! {
    /// The repository on the web, so that numbers link to their lines.
    Repository {
        /// Address such as https://github.com/owner/name.
        url: Word,
        /// Branch or tag to link to (default main).
        branch: Option<Word>,
    }
}

record! {
    /// A dimension of service work.
    Dimension {
        /// The name.
        name: Text,
        /// What it measures, as far as rules depend on it (default other).
        nature: Option<Nature>,
        /// Whether it is the core of the service, so that no other should weigh more than it (default false).
        core: Option<Flag>,
    }
}

choice! {
    /// What a dimension measures.
    Nature {
        /// How fast.
        Speed = "speed",
        /// How well.
        Quality = "quality",
        /// How much is sold.
        Sales = "sales",
        /// What agents know and learn.
        Knowledge = "knowledge",
        /// Anything else.
        Other = "other",
    }
}
