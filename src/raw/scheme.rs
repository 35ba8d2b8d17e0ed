//! `schemes/*.yml` as written.

use super::decode::{Entries, choice, record};
use super::rule::Rule;
use super::scalar::{Flag, IdWord, MonthWord, NumberWord, Word};
use super::text::Text;

record! {
    /// A file of schemes.
    SchemesFile {
        /// Schemes by id.
        schemes: Entries<Scheme>,
    }
}

record! {
    /// What counts how much, by which rule, for whom and when.
    Scheme {
        /// The name.
        name: Text,
        /// Why it is as it is.
        about: Option<Text>,
        /// Version as people call it.
        version: Word,
        /// First month in force.
        from: MonthWord,
        /// Last month in force (default open).
        to: Option<MonthWord>,
        /// Ids of the teams to which it applies (default all).
        teams: Option<Vec<IdWord>>,
        /// Whom it scores (default agents).
        r#for: Option<Audience>,
        /// Scored beside the scheme in force, for comparison only (default false); names its teams and its end.
        pilot: Option<Flag>,
        /// The weighted indicators by id; weights total 100.
        items: Entries<Item>,
        /// What happens in the cases that every scheme meets.
        policy: Option<Policy>,
        /// Bands by id, best first; the lowest begins at 0.
        bands: Option<Entries<Band>>,
        /// Lints that are accepted for this scheme, each with its reason.
        accepts: Option<Entries<Text>>,
    }
}

record! {
    /// A weighted indicator.
    Item {
        /// Whose figures (default self); `team` in a scheme for managers.
        of: Option<Whose>,
        /// Share of the total in percent.
        weight: NumberWord,
        /// How points follow from the value.
        rule: Rule,
        /// Rules for levels that differ.
        levels: Option<Entries<Rule>>,
        /// Rules for newcomers by months of service.
        newcomers: Option<Vec<NewcomerStep>>,
        /// Rules by channel.
        channels: Option<Entries<Rule>>,
        /// Most points (default 100).
        cap: Option<NumberWord>,
        /// Fewest points (default 0).
        floor: Option<NumberWord>,
        /// Fewest cases on which it is judged (default the indicator's).
        minimum: Option<NumberWord>,
    }
}

choice! {
    /// Whom a scheme scores.
    Audience {
        /// Agents.
        Agents = "agents",
        /// Managers.
        Managers = "managers",
    }
}

choice! {
    /// Whose figures an item is about.
    Whose {
        /// The person's own.
        Own = "self",
        /// Those of the teams led.
        Team = "team",
    }
}

record! {
    /// A rule that holds in the first months of service.
    NewcomerStep {
        /// Last month of service for which it holds; the month of joining is 1.
        through_month: NumberWord,
        /// The rule.
        rule: Rule,
    }
}

record! {
    /// What happens in the cases that every scheme meets.
    Policy {
        /// What a missing value does (default renormalise).
        missing: Option<Missing>,
        /// Least available weight in percent for a score (default 70).
        minimum_weight: Option<NumberWord>,
        /// Months to look back when a sample is too small (default 3, 0 never).
        pool_months: Option<NumberWord>,
        /// Least days worked in a month for a score (default 10).
        minimum_days: Option<NumberWord>,
        /// Least share of scheduled days worked, in percent (default 50).
        minimum_presence: Option<NumberWord>,
        /// Months of service that are only observed (default 1).
        observed_months: Option<NumberWord>,
        /// A segment with fewer days joins its longer neighbour (default 5).
        minimum_segment_days: Option<NumberWord>,
        /// Fewest comparable peers for ranks (default 3).
        minimum_peers: Option<NumberWord>,
        /// Least available weight in percent for a rank (default 80).
        rank_weight: Option<NumberWord>,
        /// How quarters and years come about (default from_data).
        longer: Option<Longer>,
        /// Most a total can be (default 100).
        cap: Option<NumberWord>,
        /// How far events count (default: they are shown, not scored).
        events: Option<EventCaps>,
        /// Working days within which a score or event can be appealed against (default 5).
        appeal_days: Option<NumberWord>,
        /// Working days within which an appeal is to be decided (default 10).
        appeal_decision_days: Option<NumberWord>,
    }
}

record! {
    /// How far the events of a month count.
    EventCaps {
        /// Most points that bonus events of a month add together.
        most_added: NumberWord,
        /// Most points that deductions of a month take together.
        most_deducted: NumberWord,
    }
}

choice! {
    /// What a missing value does.
    Missing {
        /// Its weight is spread over the others.
        Renormalise = "renormalise",
        /// It earns 0 points.
        Zero = "zero",
        /// No score is given.
        NotRated = "not_rated",
    }
}

choice! {
    /// How quarters and years come about.
    Longer {
        /// From the sums of all months.
        FromData = "from_data",
        /// The mean of the monthly totals, weighted by days worked.
        MeanOfMonths = "mean_of_months",
    }
}

record! {
    /// A range of totals with a name.
    Band {
        /// The name.
        name: Text,
        /// Least total.
        from: NumberWord,
    }
}
