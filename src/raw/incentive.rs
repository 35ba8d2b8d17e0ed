//! `incentives/*.yml` as written: whom an incentive is for, and what has to hold before its rule is asked.

use super::decode::{Entries, choice, record};
use super::incentive_rule::IncentiveRule;
use super::scalar::GoalWord;
use super::scalar::{DateWord, IdWord, Literal, MonthWord, NumberWord, Word};
use super::text::Text;

record! {
    /// A file of incentives.
    IncentivesFile {
        /// Incentives by id.
        incentives: Entries<Incentive>,
    }
}

record! {
    /// What follows from scores and figures: a rule, for whom and when.
    Incentive {
        /// The name.
        name: Text,
        /// Why it is as it is.
        about: Option<Text>,
        /// How long its periods are; independent of how scores are published.
        period: IncentivePeriod,
        /// First month in force.
        from: MonthWord,
        /// Last month in force (default open).
        to: Option<MonthWord>,
        /// Ids of the teams to which it applies (default all).
        teams: Option<Vec<IdWord>>,
        /// What has to hold before the rule is asked.
        eligible: Option<Eligible>,
        /// The rule: exactly one method.
        rule: IncentiveRule,
        /// What people decided about it.
        decisions: Option<Vec<AwardDecision>>,
    }
}

choice! {
    /// How long the periods of an incentive are.
    IncentivePeriod {
        /// Calendar months.
        Month = "month",
        /// Quarters of the fiscal year.
        Quarter = "quarter",
        /// Fiscal years.
        Year = "year",
    }
}

record! {
    /// What has to hold before the rule is asked.
    Eligible {
        /// Least score.
        minimum_score: Option<NumberWord>,
        /// Fewest eligible people in a group for anyone in it to receive something (default 1).
        minimum_people: Option<NumberWord>,
        /// Least available weight of the score in percent (default the scheme's, where people are compared).
        minimum_weight: Option<NumberWord>,
        /// Ids of indicators whose samples have to be large enough.
        sample: Option<Vec<IdWord>>,
        /// Ids of levels (default all).
        levels: Option<Vec<IdWord>>,
    }
}

record! {
    /// What a person decided.
    AwardDecision {
        /// Id of the agent.
        agent: IdWord,
        /// When.
        on: DateWord,
        /// Who decided.
        by: Word,
        /// What.
        text: Text,
    }
}

record! {
    /// A condition: a score, a value, or a value that is better than another one by a share.
    Requirement {
        /// What the score has to be, such as `>= 85`.
        score: Option<GoalWord>,
        /// Id of the indicator.
        indicator: Option<IdWord>,
        /// What its value has to be, such as `>= 90%`.
        value: Option<GoalWord>,
        /// What its value is compared with.
        better_than: Option<Comparison>,
        /// By which share it has to be better, such as 30%.
        by: Option<Literal>,
    }
}

choice! {
    /// What a value is compared with.
    Comparison {
        /// The value of the agent's team in the same period.
        Team = "team",
        /// The value of all agents in their first three months of service.
        Newcomers = "newcomers",
        /// The agent's own value one year earlier.
        OwnYearEarlier = "own_year_earlier",
    }
}
