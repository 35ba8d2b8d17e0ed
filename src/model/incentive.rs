//! Incentives: what follows from scores and figures, by published rules (domain notes E.1).

use super::{
    BandRef, Goal, Id, IncentiveIx, IndicatorIx, LevelIx, MentorShare, Money, Month, Period, PeriodKind,
    Queue, Stars, TeamIx, Text,
};
use crate::diag::Span;
use chrono::NaiveDate;

/// An incentive: a rule, for whom and when.
#[derive(Debug, Clone)]
pub struct Incentive {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// Why it is as it is; empty if not said.
    pub about: Text,
    /// How long its own periods are; independent of how scores are published.
    pub period: PeriodKind,
    /// First month in force.
    pub from: Month,
    /// Last month in force; open if none.
    pub to: Option<Month>,
    /// Teams to which it applies; empty means all.
    pub teams: Vec<TeamIx>,
    /// What has to hold before the rule is asked.
    pub eligible: Eligibility,
    /// The rule.
    pub rule: IncentiveRule,
    /// What people decided about it.
    pub decisions: Vec<AwardDecision>,
    /// Where it was written.
    pub span: Span,
}

impl Incentive {
    /// Whether the incentive is awarded for `period`, which has to lie within its dates as a whole.
    #[must_use]
    pub fn awards(&self, period: Period) -> bool {
        period.kind() == self.period
            && self.from <= period.first()
            && self.to.is_none_or(|to| period.last() <= to)
    }

    /// Whether it applies to `team`.
    #[must_use]
    pub fn covers(&self, team: TeamIx) -> bool {
        self.teams.is_empty() || self.teams.binary_search(&team).is_ok()
    }
}

/// The rule of an incentive.
#[derive(Debug, Clone, PartialEq)]
pub enum IncentiveRule {
    /// Base × coefficient of the band × days worked ÷ days scheduled (A106).
    PerformancePay(PerformancePay),
    /// A bonus for the best share of people (A130).
    TopShare(TopShare),
    /// A commission on sales net of refunds (A081).
    Commission(Commission),
    /// A bonus on the uplift of the order value (A081).
    OrderValue(OrderValue),
    /// A mentor's share of a newcomer's commission (A080).
    MentorShare(MentorShare),
    /// A title such as best of the month (A131, A135).
    Title(Title),
    /// A medal by an indicator's thresholds (A084).
    Medal(Medal),
    /// Star levels by several conditions over several periods (A079).
    Stars(Stars),
    /// A list from which a person chooses: training, promotion, another post (A041, A107, A132, A133).
    Queue(Queue),
    /// When an improvement plan is due (domain notes E.1).
    ImprovementPlan(ImprovementPlan),
}

/// What has to hold before a rule is asked. A decision that nothing is paid (red line) always stands before it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Eligibility {
    /// Least score, compared at displayed precision.
    pub minimum_score: Option<f64>,
    /// Fewest eligible people in a group for anyone in it to receive something.
    pub minimum_people: u16,
    /// Least available weight of the score in percent; `None`: the scheme's `rank_weight` where people are compared.
    pub minimum_weight: Option<f64>,
    /// Indicators whose samples have to be large enough.
    pub sample: Vec<IndicatorIx>,
    /// Levels of agents; empty means all.
    pub levels: Vec<LevelIx>,
}

/// What a person decided. The program proposes; people decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardDecision {
    /// About whom.
    pub agent: super::AgentIx,
    /// When.
    pub on: NaiveDate,
    /// Who decided.
    pub by: String,
    /// What, in words.
    pub text: Text,
    /// Where it was written.
    pub span: Span,
}

/// Pay by band.
#[derive(Debug, Clone, PartialEq)]
pub struct PerformancePay {
    /// What the coefficient multiplies, per month.
    pub base: PayBase,
    /// Coefficients by band, in the order written.
    pub coefficients: Vec<(Id, f64)>,
    /// Coefficient without a score, for newcomers and long leave; nothing is computed if none.
    pub unrated: Option<f64>,
    /// Whether the amount follows days worked ÷ days scheduled.
    pub prorate: bool,
    /// Most that all amounts of a period may total.
    pub budget: Option<Money>,
}

/// A base per month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayBase {
    /// The variable part agreed with each person.
    Variable,
    /// The wage agreed with each person.
    Wage,
    /// The same amount for all.
    Amount(Money),
}

/// What people are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The total score.
    Score,
    /// The value of an indicator, the better first.
    Indicator(IndicatorIx),
}

/// Within which group people are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    /// Teams of one peer group.
    Peers,
    /// A team.
    Team,
    /// Everyone to whom the incentive applies.
    All,
}

/// A bonus for the best share.
#[derive(Debug, Clone, PartialEq)]
pub struct TopShare {
    /// What people are ordered by.
    pub by: Basis,
    /// Share of the eligible people, 0–1.
    pub share: f64,
    /// How a fraction of a person is rounded.
    pub slots: Slots,
    /// Within which group.
    pub among: Among,
    /// Who receives when several tie at the last place.
    pub tie: CutTie,
    /// How much.
    pub amount: TopAmount,
    /// Most that all amounts of a period may total.
    pub budget: Option<Money>,
}

/// How a fraction of a person is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slots {
    /// Down: 30 % of 8 are 2.
    Floor,
    /// Up: 30 % of 8 are 3.
    Ceil,
    /// To the nearest, halves up.
    Nearest,
}

/// What a tie at the last place does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutTie {
    /// All who tie receive in full.
    AllIn,
    /// All who tie share what is left of the places.
    SplitPool,
}

/// How much the best receive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TopAmount {
    /// The same amount each.
    Fixed(Money),
    /// A share of each one's wage of the period, 0–1.
    Percent(f64),
    /// A share of the wage that rises from the last to the first.
    Sliding {
        /// Share of the last who receives.
        from: f64,
        /// Share of the first.
        to: f64,
        /// Whether it rises with the place or with the figure itself.
        by_rank: bool,
    },
    /// An amount that is divided equally and paid out in full.
    Pool(Money),
}

/// A commission on sales.
#[derive(Debug, Clone, PartialEq)]
pub struct Commission {
    /// The amount of sales, net of refunds.
    pub indicator: IndicatorIx,
    /// Each rate holds for the part of the sales from here to the next tier; sorted, the first from 0.
    pub tiers: Vec<Tier>,
    /// Most for a period.
    pub cap: Option<Money>,
    /// Whether refunds beyond the sales of a period lower the next amounts.
    pub claw_back: bool,
}

/// A part of the sales with a rate of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tier {
    /// Sales from which the rate holds.
    pub from: Money,
    /// Share of that part, 0–1.
    pub rate: f64,
}

/// A bonus on the order value.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderValue {
    /// The order value: amount paid per customer.
    pub indicator: IndicatorIx,
    /// Against what.
    pub baseline: Reference,
    /// Share of the additional turnover, 0–1.
    pub share: f64,
    /// Least uplift for a bonus, as a share of the baseline.
    pub minimum_uplift: f64,
    /// Most for a period.
    pub cap: Option<Money>,
}

/// What a value is compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reference {
    /// A value, in kept units.
    Value(f64),
    /// The value of the agent's team in the same period.
    Team,
    /// The value of all newcomers in the same period: agents in their first three months of service at its end.
    Newcomers,
    /// The agent's own value one year earlier.
    OwnYearEarlier,
}

/// A title.
#[derive(Debug, Clone, PartialEq)]
pub struct Title {
    /// What people are ordered by.
    pub by: Basis,
    /// The best only, or all who meet this.
    pub pick: Pick,
    /// Within which group.
    pub among: Among,
    /// What decides between equals, in order; then it is shared.
    pub tie_break: Vec<TieBreak>,
    /// Months for which it is held, from the month after the period.
    pub valid_months: u8,
    /// Most often within so many periods, this one included.
    pub at_most: Option<(u8, u8)>,
    /// What comes with it, in words; empty if nothing.
    pub prize: Text,
    /// Money that comes with it.
    pub amount: Option<Money>,
}

/// Who of those compared is chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pick {
    /// The first.
    Best,
    /// All who meet the goal.
    AllWho(Goal),
}

/// What decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieBreak {
    /// The better value of an indicator.
    Value(IndicatorIx),
    /// More cases of an indicator.
    Cases(IndicatorIx),
}

/// A medal.
#[derive(Debug, Clone, PartialEq)]
pub struct Medal {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Levels, lowest first; each asks for more than the one before.
    pub levels: Vec<MedalLevel>,
    /// Months for which it is held, from the month after the period.
    pub valid_months: u8,
}

/// A level of a medal.
#[derive(Debug, Clone, PartialEq)]
pub struct MedalLevel {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What the value has to be.
    pub goal: Goal,
}

/// When an improvement plan is due. It is a help with dates and support, and never ends in a dismissal by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct ImprovementPlan {
    /// Scores below this band count.
    pub below: BandRef,
    /// In so many of …
    pub at_least: u8,
    /// … the last so many periods.
    pub of: u8,
    /// Conditions of core indicators.
    pub core: Vec<super::Requirement>,
    /// Missed so often within the last `of` periods, the plan is due as well; 0 if core indicators do not count.
    pub core_missed: u8,
    /// Length in days: 30, 60 or 90.
    pub days: u16,
    /// Who or what supports the person, in words.
    pub support: Text,
    /// The training queue that has to come first, if any.
    pub after: Option<IncentiveIx>,
}
