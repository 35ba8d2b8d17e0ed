//! `indicators/*.yml` as written.

use super::decode::{Decode, Entries, choice, record};
use super::node::{Content, Node};
use super::rule::Rule;
use super::scalar::{Flag, IdWord, Literal, NumberWord};
use super::text::Text;
use crate::diag::Sink;
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

record! {
    /// A file of indicators.
    IndicatorsFile {
        /// Indicators by id.
        indicators: Entries<Indicator>,
    }
}

record! {
    /// What is measured.
    Indicator {
        /// The name.
        name: Text,
        /// What exactly is counted.
        definition: Option<Text>,
        /// Id of the dimension.
        dimension: IdWord,
        /// How figures are written and added up.
        measure: Measure,
        /// What stands above the line (share, quotient).
        numerator: Option<Text>,
        /// What stands below the line (share, quotient).
        denominator: Option<Text>,
        /// What is summed (mean).
        sum: Option<Text>,
        /// What is counted (mean, state).
        count: Option<Text>,
        /// What is counted or summed (count, amount, state).
        label: Option<Text>,
        /// What it is combined from (composite).
        composite: Option<Composite>,
        /// The time within which a case has to be done to count (share).
        within: Option<Literal>,
        /// Unit of the value.
        unit: Unit,
        /// Decimals of the shown value, 0-6.
        decimals: Option<NumberWord>,
        /// Which way is better.
        direction: Direction,
        /// Lowest and highest possible value.
        valid: Option<(Literal, Literal)>,
        /// Whether it shows how the work is done or what comes of it (default: result for sales, surveys and promoter scores,
        /// else process).
        stage: Option<Stage>,
        /// Who can move it (default agent).
        control: Option<Control>,
        /// Where figures come from (default system).
        source: Option<Source>,
        /// The system, survey or export, in words.
        origin: Option<Text>,
        /// Fewest cases on which a value is judged.
        minimum: Option<NumberWord>,
        /// Shown, never scored (default false).
        context_only: Option<Flag>,
        /// What others reach, by category and year.
        benchmarks: Option<Vec<OutsideValue>>,
        /// Ids of indicators whose course is shown beside it, as an association and not a cause.
        paired_with: Option<Vec<IdWord>>,
        /// Whether it shows what service brings in, such as the share of repurchase in revenue: then it stands in a panel of the
        /// overview (default false).
        service_value: Option<Flag>,
        /// How a rater judges.
        rubric: Option<Rubric>,
        /// Further facts of the definition, such as clock, stop, window.
        notes: Option<Entries<Text>>,
    }
}

record! {
    /// What a composite is combined from.
    Composite {
        /// The parts by id: inner weight in percent, or a mapping with a rule of its own; weights total 100.
        parts: Entries<Part>,
        /// Least weight in percent for which parts must have values (default 70).
        minimum_weight: Option<NumberWord>,
    }
}

record! {
    /// One part with a rule of its own.
    RuledPart {
        /// Inner weight in percent.
        weight: NumberWord,
        /// How points 0-100 follow from the part's value (default the straight line over its valid range).
        rule: Option<Rule>,
    }
}

/// One part of a composite: `40`, or `{ weight: 40, rule: … }`.
#[derive(Debug, Clone)]
pub struct Part {
    /// Inner weight in percent.
    pub weight: NumberWord,
    /// How points follow from the part's value.
    pub rule: Option<Rule>,
}

impl Decode for Part {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        if matches!(node.content, Content::Map(_)) {
            let RuledPart { weight, rule, place: _ } = RuledPart::decode(node, sink)?;
            return Some(Self { weight, rule });
        }
        NumberWord::decode(node, sink).map(|weight| Self { weight, rule: None })
    }
}

impl schemars::JsonSchema for Part {
    fn schema_name() -> Cow<'static, str> {
        "composite_part".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (weight, ruled) =
            (generator.subschema_for::<NumberWord>(), generator.subschema_for::<RuledPart>());
        json_schema!({ "anyOf": [weight, ruled] })
    }
}

record! {
    /// A value from outside.
    OutsideValue {
        /// The value.
        value: Literal,
        /// Of what, such as an industry or a kind of goods.
        category: Text,
        /// Of which year.
        year: NumberWord,
        /// Who says so.
        source: Text,
    }
}

record! {
    /// How a rater judges.
    Rubric {
        /// What is judged, by what words.
        text: Option<Text>,
        /// Who judges.
        rater: Option<Text>,
        /// How cases are drawn.
        sample: Option<Text>,
    }
}

choice! {
    /// How figures are written and added up.
    Measure {
        /// `a/b`, a part of b.
        Share = "share",
        /// `sum/count`.
        Mean = "mean",
        /// `a/b` where a may exceed b.
        Quotient = "quotient",
        /// A plain count.
        Count = "count",
        /// A plain amount that may be negative.
        Amount = "amount",
        /// `promoters/passives/detractors`.
        Nps = "nps",
        /// A state: `{ value, n }`.
        State = "state",
        /// Combined from other indicators.
        Composite = "composite",
    }
}

choice! {
    /// Unit of a value.
    Unit {
        /// A share shown with %.
        Percent = "percent",
        /// A share shown with ‰.
        PerMille = "per_mille",
        /// Seconds.
        Seconds = "seconds",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Points of a scale.
        Points = "points",
        /// A number of things per full month.
        Count = "count",
        /// Money.
        Money = "money",
        /// A plain ratio.
        Ratio = "ratio",
    }
}

choice! {
    /// Which way is better.
    Direction {
        /// Higher.
        Up = "up",
        /// Lower.
        Down = "down",
        /// Inside a range.
        Band = "band",
    }
}

choice! {
    /// Who can move an indicator.
    Control {
        /// The agent.
        Agent = "agent",
        /// The team or its manager.
        Team = "team",
        /// The shop or other departments.
        Shop = "shop",
    }
}

choice! {
    /// Where figures come from.
    Source {
        /// A system records them.
        System = "system",
        /// Customers answer.
        Survey = "survey",
        /// A person judges by a rubric.
        Rater = "rater",
        /// The agent reports them.
        Own = "own",
    }
}

choice! {
    /// What an indicator shows.
    Stage {
        /// How the work is done.
        Process = "process",
        /// What comes of it.
        Outcome = "result",
    }
}
