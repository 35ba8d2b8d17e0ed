//! Rules of incentives as written: one key names the method.

use super::consequence::{ImprovementPlan, MentorShare, Queue, Stars};
use super::decode::{Decode, Entries, choice, record};
use super::node::{Content, Node};
use super::scalar::{Flag, GoalWord, IdWord, Literal, NumberWord, Word};
use super::text::Text;
use crate::diag::{Code, Diagnostic, Sink, Span, quoted, suggest};
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The rule of an incentive with the place of the word that names its method.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a few dozen of them, read once")]
pub enum IncentiveRule {
    /// `performance_pay`
    PerformancePay(PerformancePay, Span),
    /// `top_share`
    TopShare(TopShare, Span),
    /// `commission`
    Commission(Commission, Span),
    /// `order_value`
    OrderValue(OrderValue, Span),
    /// `mentor_share`
    MentorShare(MentorShare, Span),
    /// `title`
    Title(Title, Span),
    /// `medal`
    Medal(Medal, Span),
    /// `stars`
    Stars(Stars, Span),
    /// `queue`
    Queue(Queue, Span),
    /// `improvement_plan`
    ImprovementPlan(ImprovementPlan, Span),
}

const METHODS: &[&str] = &[
    "performance_pay",
    "top_share",
    "commission",
    "order_value",
    "mentor_share",
    "title",
    "medal",
    "stars",
    "queue",
    "improvement_plan",
];

record! {
    /// Base × coefficient of the band × days worked ÷ days scheduled.
    PerformancePay {
        /// What the coefficient multiplies, per month: `variable` or `wage` of pay.yml, or an amount.
        base: Word,
        /// Coefficients by the id of the band.
        coefficients: Entries<NumberWord>,
        /// Coefficient for people without a score (default: nothing is computed for them).
        unrated: Option<NumberWord>,
        /// Whether the amount follows days worked ÷ days scheduled (default true).
        prorate: Option<Flag>,
        /// Most that all amounts of a period may total.
        budget: Option<NumberWord>,
    }
}

record! {
    /// A bonus for the best share of people.
    TopShare {
        /// `score` (default) or the id of an indicator.
        by: Option<IdWord>,
        /// Share of the eligible people who receive it, such as 30%.
        share: Literal,
        /// How a fraction of a person is rounded (default floor).
        slots: Option<Slots>,
        /// Within which group (default peers).
        among: Option<Among>,
        /// Who receives when several tie at the last place (default all_in).
        tie: Option<CutTie>,
        /// How much: exactly one of fixed, percent, sliding, pool.
        amount: TopAmount,
        /// Most that all amounts of a period may total.
        budget: Option<NumberWord>,
    }
}

choice! {
    /// How a fraction of a person is rounded.
    Slots {
        /// Down.
        Floor = "floor",
        /// Up.
        Ceil = "ceil",
        /// To the nearest.
        Nearest = "nearest",
    }
}

choice! {
    /// Within which group people are compared.
    Among {
        /// Teams of one peer group.
        Peers = "peers",
        /// A team.
        Team = "team",
        /// Everyone to whom the incentive applies.
        All = "all",
    }
}

choice! {
    /// Who receives when several tie at the last place.
    CutTie {
        /// All who tie, in full.
        AllIn = "all_in",
        /// All who tie share what is left of the places.
        SplitPool = "split_pool",
    }
}

record! {
    /// How much the best receive.
    TopAmount {
        /// The same amount each.
        fixed: Option<NumberWord>,
        /// A share of each one's wage of the period.
        percent: Option<Literal>,
        /// A share of the wage that rises from the last to the first.
        sliding: Option<Sliding>,
        /// An amount that is divided equally and paid out in full.
        pool: Option<NumberWord>,
    }
}

record! {
    /// A share of the wage that rises.
    Sliding {
        /// Share of the last who receives.
        from: Literal,
        /// Share of the first.
        to: Literal,
        /// Whether it rises with the place or with the figure (default rank).
        by: Option<SlidingBy>,
    }
}

choice! {
    /// With what a sliding share rises.
    SlidingBy {
        /// The place.
        Rank = "rank",
        /// The figure by which people are ordered.
        Score = "score",
    }
}

record! {
    /// A commission on sales.
    Commission {
        /// Id of the indicator that sums the sales, net of refunds.
        indicator: IdWord,
        /// Rates; each holds for the part of the sales above its `from`.
        tiers: Vec<Tier>,
        /// Most for a period.
        cap: Option<NumberWord>,
        /// Whether refunds beyond the sales of a period lower the next amounts (default true).
        claw_back: Option<Flag>,
    }
}

record! {
    /// A part of the sales with a rate of its own.
    Tier {
        /// Sales from which the rate holds; the first tier begins at 0.
        from: NumberWord,
        /// Share of that part.
        rate: Literal,
    }
}

record! {
    /// A bonus on the order value.
    OrderValue {
        /// Id of the indicator: amount paid per customer.
        indicator: IdWord,
        /// Against what: `team`, `newcomers`, `own_year_earlier` or a value.
        baseline: Word,
        /// Share of the additional turnover.
        share: Literal,
        /// Least uplift for a bonus, as a share of the baseline (default 0%).
        minimum_uplift: Option<Literal>,
        /// Most for a period.
        cap: Option<NumberWord>,
    }
}

record! {
    /// A title.
    Title {
        /// `score` (default) or the id of an indicator.
        by: Option<IdWord>,
        /// All who meet this hold it (default: only the first).
        all_who: Option<GoalWord>,
        /// Within which group (default peers).
        among: Option<Among>,
        /// What decides between equals, in order: an indicator's id, or `cases ID`.
        tie_break: Option<Vec<Word>>,
        /// Months for which it is held (default the length of the period).
        valid_months: Option<NumberWord>,
        /// How often the same person may hold it.
        at_most: Option<AtMost>,
        /// What comes with it.
        prize: Option<Text>,
        /// Money that comes with it.
        amount: Option<NumberWord>,
    }
}

record! {
    /// How often the same person may hold a title.
    AtMost {
        /// Times.
        times: NumberWord,
        /// Within so many periods, the current one included.
        periods: NumberWord,
    }
}

record! {
    /// A medal by the value of an indicator.
    Medal {
        /// Id of the indicator.
        indicator: IdWord,
        /// Levels by id, lowest first.
        levels: Entries<MedalLevel>,
        /// Months for which it is held (default the length of the period).
        valid_months: Option<NumberWord>,
    }
}

record! {
    /// A level of a medal.
    MedalLevel {
        /// The name.
        name: Text,
        /// What the value has to be.
        value: GoalWord,
    }
}

impl Decode for IncentiveRule {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let list = METHODS.join(", ");
        let entry = match &node.content {
            Content::Map(entries) => match entries.as_slice() {
                [entry] => Ok(entry),
                other => Err(other.len()),
            },
            _ => Err(0),
        };
        let entry = match entry {
            Ok(entry) => entry,
            Err(found) => {
                let message = format!("an incentive names exactly one method, found {found}");
                let fault = Diagnostic::new(Code::IncentiveIncomplete, node.span, message);
                sink.push(fault.note(format!("the methods are: {list}")));
                return None;
            }
        };
        let (value, span) = (&entry.value, entry.span);
        match &*entry.key {
            "performance_pay" => Decode::decode(value, sink).map(|rule| Self::PerformancePay(rule, span)),
            "top_share" => Decode::decode(value, sink).map(|rule| Self::TopShare(rule, span)),
            "commission" => Decode::decode(value, sink).map(|rule| Self::Commission(rule, span)),
            "order_value" => Decode::decode(value, sink).map(|rule| Self::OrderValue(rule, span)),
            "mentor_share" => Decode::decode(value, sink).map(|rule| Self::MentorShare(rule, span)),
            "title" => Decode::decode(value, sink).map(|rule| Self::Title(rule, span)),
            "medal" => Decode::decode(value, sink).map(|rule| Self::Medal(rule, span)),
            "stars" => Decode::decode(value, sink).map(|rule| Self::Stars(rule, span)),
            "queue" => Decode::decode(value, sink).map(|rule| Self::Queue(rule, span)),
            "improvement_plan" => Decode::decode(value, sink).map(|rule| Self::ImprovementPlan(rule, span)),
            other => {
                let near = suggest(other, METHODS.iter().copied()).map(|m| format!("did you mean `{m}`?"));
                let message = format!("there is no method {} of an incentive", quoted(other));
                let fault = Diagnostic::new(Code::UnknownField, span, message);
                sink.push(fault.note(format!("the methods are: {list}")).help_if(near));
                None
            }
        }
    }
}

impl schemars::JsonSchema for IncentiveRule {
    fn schema_name() -> Cow<'static, str> {
        "incentive_rule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "The rule of an incentive: exactly one method",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": false,
            "properties": {
                "performance_pay": generator.subschema_for::<PerformancePay>(),
                "top_share": generator.subschema_for::<TopShare>(),
                "commission": generator.subschema_for::<Commission>(),
                "order_value": generator.subschema_for::<OrderValue>(),
                "mentor_share": generator.subschema_for::<MentorShare>(),
                "title": generator.subschema_for::<Title>(),
                "medal": generator.subschema_for::<Medal>(),
                "stars": generator.subschema_for::<Stars>(),
                "queue": generator.subschema_for::<Queue>(),
                "improvement_plan": generator.subschema_for::<ImprovementPlan>(),
            },
        })
    }
}
