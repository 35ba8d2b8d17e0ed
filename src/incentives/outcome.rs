//! What came out of an incentive in a period: who receives what, from which facts, and what others lack. Facts, no words.

use crate::model::{AgentIx, IncentiveIx, IndicatorIx, LevelIx, Money, Month, Period, TeamIx};
use crate::score::Verdict;

/// An incentive in a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The incentive.
    pub incentive: IncentiveIx,
    /// The period.
    pub period: Period,
    /// Everyone who took part, sorted by agent (for mentors: by mentor, then by newcomer).
    pub people: Vec<Person>,
    /// Groups within which people were compared; empty where nobody is compared.
    pub groups: Vec<Group>,
    /// How the amounts agree with what may be paid.
    pub pool: Pool,
}

impl Outcome {
    /// The outcomes of `periods` from each person's way through them, without groups and money.
    pub(super) fn of_paths(
        incentive: IncentiveIx,
        periods: &[Period],
        paths: &[Vec<Option<Person>>],
    ) -> Vec<Self> {
        let of_period = |(at, period): (usize, &Period)| Self {
            incentive,
            period: *period,
            people: paths.iter().filter_map(|path| path.get(at).cloned().flatten()).collect(),
            groups: Vec::new(),
            pool: Pool::default(),
        };
        periods.iter().enumerate().map(of_period).collect()
    }

    /// What there is about `agent`; several for a mentor of several newcomers.
    pub fn of(&self, agent: AgentIx) -> impl Iterator<Item = &Person> {
        let from = self.people.partition_point(|person| person.agent < agent);
        self.people.iter().skip(from).take_while(move |person| person.agent == agent)
    }

    /// Those who receive something.
    pub fn receiving(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.award.is_some())
    }
}

/// One person in an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Who.
    pub agent: AgentIx,
    /// Position of the group within which the person was compared.
    pub group: Option<u32>,
    /// What they receive; `None`: nothing.
    pub award: Option<Award>,
    /// The facts of the rule.
    pub detail: Detail,
    /// What is missing for an award, the first reason first; empty with an award.
    pub lacking: Vec<Lack>,
}

/// What someone receives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Award {
    /// An amount, which may be 0.
    Amount(Money),
    /// An amount that rests on a wage which is not known.
    Unpriced,
    /// A title, held through a month, with money if the rule says so.
    Title {
        /// Last month for which it is held.
        until: Month,
        /// Money that comes with it.
        amount: Option<Money>,
        /// Whether others hold it as well because nothing decided between them.
        shared: bool,
    },
    /// A medal.
    Medal {
        /// Position of the level, lowest first.
        level: usize,
        /// Last month for which it is held.
        until: Month,
    },
    /// A star level; a change waits for a person to confirm it.
    Stars {
        /// Number of the level, 1 for the first.
        level: u8,
        /// Levels up or down in this period.
        change: i8,
    },
    /// A place on a list from which a person chooses; 1 is the first.
    Place(u32),
    /// An improvement plan is due.
    Plan,
}

impl Award {
    /// The money in it.
    #[must_use]
    pub const fn money(self) -> Option<Money> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::Title { amount, .. } => amount,
            _ => None,
        }
    }
}

/// The facts from which an award follows. Figures are those before any budget, unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Detail {
    /// The rule was not asked, since something had to hold before it.
    NotAsked,
    /// Base × coefficient × worked ÷ scheduled.
    PerformancePay {
        /// Base over the months in service; `None` if the wage is not known.
        base: Option<Money>,
        /// Position of the band in the scheme's bands; `None` without a score.
        band: Option<usize>,
        /// The coefficient.
        coefficient: f64,
        /// Days worked and scheduled; `None` if the amount does not follow them.
        days: Option<(f64, f64)>,
        /// The amount before the budget.
        before: Option<Money>,
    },
    /// A place among the best.
    TopShare {
        /// The figure by which people are ordered.
        figure: f64,
        /// Competition rank among the eligible of the group.
        rank: u32,
        /// Share of the wage; `None` where the amount does not rest on it.
        percent: Option<f64>,
        /// The wage of the period.
        wage: Option<Money>,
        /// Those with the same rank at the last place, who share what is left of the places; 0 if not split.
        split: u32,
        /// The amount before the budget.
        before: Option<Money>,
    },
    /// A commission.
    Commission {
        /// Net sales.
        sales: Money,
        /// By the tiers; negative for refunds beyond the sales.
        by_tiers: Money,
        /// Whether the cap cut it.
        capped: bool,
        /// Brought from earlier periods, 0 or negative.
        carried: Money,
        /// Left for later periods, 0 or negative.
        left: Money,
    },
    /// A bonus on the order value.
    OrderValue {
        /// The value.
        value: f64,
        /// The baseline.
        baseline: f64,
        /// Customers.
        customers: f64,
        /// Additional turnover.
        additional: Money,
        /// Whether the cap cut it.
        capped: bool,
    },
    /// A mentor's share.
    MentorShare {
        /// The newcomer.
        newcomer: AgentIx,
        /// What the newcomer receives.
        commission: Money,
        /// The share.
        share: f64,
        /// Calendar days of the period within the term.
        days: i64,
        /// Calendar days of the period.
        of_days: i64,
    },
    /// A figure that is compared or judged: titles and medals.
    Figure {
        /// The figure.
        figure: f64,
        /// Competition rank among the eligible; 0 where nobody is compared.
        rank: u32,
        /// How many ties were decided by further figures; 0 if none was needed.
        tie_breaks: u8,
        /// How often held within the periods that count, before this one.
        held: u8,
    },
    /// Conditions over several periods.
    Periods {
        /// Star level before; 0 for none, and for lists.
        level: u8,
        /// Periods in which the conditions were met.
        met: u8,
        /// Periods that could be judged.
        judged: u8,
        /// Periods in which what keeps the level, or a core indicator, was missed.
        missed: u8,
        /// The figure by which a list is ordered.
        figure: Option<f64>,
    },
}

/// What is missing for an award.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lack {
    /// A decision that nothing is paid (red line).
    NoBonus,
    /// No score.
    NotRated(Verdict),
    /// The score is too low.
    ScoreBelow {
        /// The score.
        score: f64,
        /// What is asked for.
        needed: f64,
    },
    /// Too little of the weight had values.
    WeightBelow {
        /// Percent available.
        available: f64,
        /// Percent asked for.
        needed: f64,
    },
    /// A weighted indicator has a value without a number of cases.
    WithoutCount,
    /// Too few cases of an indicator.
    SampleTooSmall(IndicatorIx),
    /// No value of an indicator.
    NoValue(IndicatorIx),
    /// A level for which the incentive is not meant.
    WrongLevel(LevelIx),
    /// The band has no coefficient, or there is none.
    NoCoefficient,
    /// Too few eligible people in the group.
    TooFewPeople {
        /// Eligible people.
        people: u32,
        /// Asked for.
        needed: u16,
    },
    /// Behind the last place.
    OutsidePlaces {
        /// Rank.
        rank: u32,
        /// Places.
        places: u32,
        /// Points or units to the last place.
        gap: f64,
    },
    /// Held often enough already.
    HeldBefore {
        /// Times.
        times: u8,
        /// Within so many periods.
        periods: u8,
    },
    /// Sales of the period do not exceed refunds still to be settled.
    Settling {
        /// What remains to be settled, negative.
        left: Money,
    },
    /// Too little uplift.
    UpliftBelow {
        /// Uplift as a share of the baseline.
        uplift: f64,
        /// Asked for.
        needed: f64,
    },
    /// The newcomer receives nothing that could be shared.
    NoCommission,
    /// Nothing to compare with.
    NoReference(IndicatorIx),
    /// A condition that was not met in the period: its position in the conditions of the next level, or of the list.
    Condition {
        /// Position.
        at: u8,
        /// The figure; `None` if it could not be judged.
        figure: Option<f64>,
        /// What was asked for.
        needed: f64,
    },
    /// Met too seldom so far.
    TooSeldom {
        /// Periods met.
        met: u8,
        /// Periods asked for.
        needed: u8,
        /// Within so many periods.
        of: u8,
    },
    /// Periods that still have to pass since the last change.
    Waiting {
        /// Periods.
        periods: u8,
    },
    /// A training that has to come first.
    TrainingFirst(IncentiveIx),
}

/// People who are compared with each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Who they are.
    pub key: GroupKey,
    /// Eligible people.
    pub eligible: u32,
    /// Places by the rule.
    pub places: u32,
    /// Those who tie at the last place.
    pub tied: u32,
    /// Those who receive.
    pub receiving: u32,
    /// The figure of the last place.
    pub cut: Option<f64>,
}

/// Who a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// Everyone.
    All,
    /// A team.
    Team(TeamIx),
    /// Teams of the peer group to which this team belongs.
    Peers(TeamIx),
}

/// How amounts agree with what may be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pool {
    /// Most that may be paid, or the amount that is divided; `None` without one.
    pub budget: Option<Money>,
    /// Sum of the amounts before it.
    pub before: Money,
    /// Sum of the amounts paid.
    pub paid: Money,
    /// Amounts that could not be computed for want of a wage.
    pub unpriced: u32,
}
