//! `targets/**/*.yml` as written. What is missing in a target is a finding of the SMART rubric, not a fault of the file.

use super::decode::{Decode, Entries, choice, record, wrong_shape};
use super::node::{Content, Node};
use super::scalar::{
    DateWord, GoalWord, IdWord, Literal, MonthWord, NumberWord, PairWord, SubjectWord, Word,
};
use super::text::Text;
use crate::diag::Sink;
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

record! {
    /// A file of targets.
    TargetsFile {
        /// Targets by id.
        targets: Entries<Target>,
    }
}

record! {
    /// A SMART goal.
    Target {
        /// The title.
        title: Option<Text>,
        /// Whose goal it is.
        subject: Option<SubjectWord>,
        /// Id of the indicator.
        indicator: Option<IdWord>,
        /// Which figures count.
        scope: Option<Scope>,
        /// What kind of goal it is.
        kind: Option<Kind>,
        /// Where it starts from.
        baseline: Option<Baseline>,
        /// Operator and value.
        goal: Option<GoalWord>,
        /// How the window is evaluated.
        evaluation: Option<Evaluation>,
        /// First day of the window.
        start: Option<DateWord>,
        /// Last day of the window.
        end: Option<DateWord>,
        /// Dates at which progress is looked at.
        checkpoints: Option<Vec<DateWord>>,
        /// Id of the target that this one serves.
        parent: Option<IdWord>,
        /// Ids of indicators that must not suffer.
        guardrails: Option<Vec<IdWord>>,
        /// What is done to get there.
        actions: Option<Vec<Action>>,
        /// Why this number.
        rationale: Option<Rationale>,
        /// Who proposed it.
        proposed_by: Option<Word>,
        /// What the one whose goal it is says of it.
        comment: Option<Text>,
        /// When both sides agreed.
        agreed_on: Option<DateWord>,
        /// When it was written.
        created_on: Option<DateWord>,
        /// Days after the end for late data (default the organisation's).
        grace_days: Option<NumberWord>,
    }
}

choice! {
    /// What kind of goal.
    Kind {
        /// Better than the baseline.
        Improve = "improve",
        /// As good as the baseline.
        Maintain = "maintain",
        /// A level, wherever one starts from.
        Reach = "reach",
        /// So many of something.
        Count = "count",
    }
}

choice! {
    /// How the window is evaluated.
    Evaluation {
        /// Ratio of sums over the window.
        Pooled = "pooled",
        /// The last month alone.
        FinalMonth = "final_month",
        /// Each month has to meet it.
        EveryMonth = "every_month",
        /// The mean of the months' values.
        MeanOfMonths = "mean_of_months",
        /// The running sum reaches it.
        Cumulative = "cumulative",
    }
}

record! {
    /// Where a goal starts from.
    Baseline {
        /// The value.
        value: Literal,
        /// Numerator and denominator behind it.
        counts: Option<PairWord>,
        /// First month on which it rests.
        from: Option<MonthWord>,
        /// Last month on which it rests.
        to: Option<MonthWord>,
    }
}

record! {
    /// Something done to reach a goal.
    Action {
        /// What.
        text: Text,
        /// By when.
        due: Option<DateWord>,
        /// By whom.
        owner: Option<Word>,
    }
}

record! {
    /// Why this number.
    Rationale {
        /// Business volume.
        volume: Option<Text>,
        /// What others reach.
        benchmark: Option<Benchmark>,
        /// What this person or team can do.
        ability: Option<Text>,
    }
}

record! {
    /// A figure from outside.
    Benchmark {
        /// The value.
        value: Option<Literal>,
        /// Category, year and source.
        source: Text,
    }
}

/// Which figures count.
#[derive(Debug, Clone)]
pub enum Scope {
    /// The word `all`, or another word that `check` refuses.
    Word(IdWord),
    /// Ids of channels.
    Channels(Vec<IdWord>),
}

impl Decode for Scope {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        match &node.content {
            Content::Scalar(text) => Some(Self::Word(IdWord::new(text, node.span))),
            Content::List(_) => Vec::decode(node, sink).map(Self::Channels),
            _ => {
                sink.push(wrong_shape(node, "`all` or a list of channels"));
                None
            }
        }
    }
}

impl schemars::JsonSchema for Scope {
    fn schema_name() -> Cow<'static, str> {
        "scope".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let list = generator.subschema_for::<Vec<IdWord>>();
        json_schema!({ "anyOf": [{ "const": "all" }, list] })
    }
}
