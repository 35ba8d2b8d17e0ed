//! JSON Schemas of the files, from the very types that the reader fills.

use super::{
    AgentsFile, AlertsFile, AppealsFile, AuditFile, ClosedFile, CycleFile, EventsFile, IncentivesFile,
    IndicatorsFile, MapFile, MetricsFile, NamesFile, Organisation, PayFile, RecommendationsFile, Review,
    RostersFile, SchemesFile, TargetsFile, TeamsFile,
};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// `deskscore.yml`
    Organisation,
    /// `indicators/*.yml`
    Indicators,
    /// `teams.yml`
    Teams,
    /// `agents/*.yml`
    Agents,
    /// `names.yml`
    Names,
    /// `schemes/*.yml`
    Schemes,
    /// `targets/**/*.yml`
    Targets,
    /// `incentives/*.yml`
    Incentives,
    /// `pay.yml`
    Pay,
    /// `metrics/YYYY/YYYY-MM*.yml`
    Metrics,
    /// `events/YYYY/YYYY-MM*.yml`
    Events,
    /// `appeals/**/*.yml`
    Appeals,
    /// `closed.yml`
    Closed,
    /// `alerts/*.yml`
    Alerts,
    /// `cycle/*.yml`
    Cycle,
    /// Front matter of `reviews/**/*.md`
    Reviews,
    /// `rosters/*.yml`
    Rosters,
    /// `audit.yml`
    Audit,
    /// `recommendations/*.yml`
    Recommendations,
    /// `maps/*.yml`
    Maps,
}

impl Noun {
    /// All, in the order in which they depend on each other.
    pub const ALL: [Self; 20] = [
        Self::Organisation,
        Self::Indicators,
        Self::Teams,
        Self::Agents,
        Self::Names,
        Self::Schemes,
        Self::Targets,
        Self::Incentives,
        Self::Pay,
        Self::Metrics,
        Self::Events,
        Self::Appeals,
        Self::Closed,
        Self::Alerts,
        Self::Cycle,
        Self::Reviews,
        Self::Rosters,
        Self::Audit,
        Self::Recommendations,
        Self::Maps,
    ];

    /// The name of its schema's file, without `.schema.json`: the file or folder that it describes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Organisation => "deskscore",
            Self::Indicators => "indicators",
            Self::Teams => "teams",
            Self::Agents => "agents",
            Self::Names => "names",
            Self::Schemes => "schemes",
            Self::Targets => "targets",
            Self::Incentives => "incentives",
            Self::Pay => "pay",
            Self::Metrics => "metrics",
            Self::Events => "events",
            Self::Appeals => "appeals",
            Self::Closed => "closed",
            Self::Alerts => "alerts",
            Self::Cycle => "cycle",
            Self::Reviews => "reviews",
            Self::Rosters => "rosters",
            Self::Audit => "audit",
            Self::Recommendations => "recommendations",
            Self::Maps => "maps",
        }
    }

    /// Where its files lie below the data folder, as a pattern.
    #[must_use]
    pub const fn files(self) -> &'static str {
        match self {
            Self::Organisation => "deskscore.yml",
            Self::Indicators => "indicators/*.yml",
            Self::Teams => "teams.yml",
            Self::Agents => "agents/*.yml",
            Self::Names => "names.yml",
            Self::Schemes => "schemes/*.yml",
            Self::Targets => "targets/**/*.yml",
            Self::Incentives => "incentives/*.yml",
            Self::Pay => "pay.yml",
            Self::Metrics => "metrics/*/*.yml",
            Self::Events => "events/*/*.yml",
            Self::Appeals => "appeals/**/*.yml",
            Self::Closed => "closed.yml",
            Self::Alerts => "alerts/*.yml",
            Self::Cycle => "cycle/*.yml",
            Self::Reviews => "reviews/**/*.md",
            Self::Rosters => "rosters/*.yml",
            Self::Audit => "audit.yml",
            Self::Recommendations => "recommendations/*.yml",
            Self::Maps => "maps/*.yml",
        }
    }

    /// The schema, indented, with a newline at its end.
    #[must_use]
    pub fn schema(self) -> String {
        let mut value = match self {
            Self::Organisation => schema_of::<Organisation>(),
            Self::Indicators => schema_of::<IndicatorsFile>(),
            Self::Teams => schema_of::<TeamsFile>(),
            Self::Agents => schema_of::<AgentsFile>(),
            Self::Names => schema_of::<NamesFile>(),
            Self::Schemes => schema_of::<SchemesFile>(),
            Self::Targets => schema_of::<TargetsFile>(),
            Self::Incentives => schema_of::<IncentivesFile>(),
            Self::Pay => schema_of::<PayFile>(),
            Self::Metrics => schema_of::<MetricsFile>(),
            Self::Events => schema_of::<EventsFile>(),
            Self::Appeals => schema_of::<AppealsFile>(),
            Self::Closed => schema_of::<ClosedFile>(),
            Self::Alerts => schema_of::<AlertsFile>(),
            Self::Cycle => schema_of::<CycleFile>(),
            Self::Reviews => schema_of::<Review>(),
            Self::Rosters => schema_of::<RostersFile>(),
            Self::Audit => schema_of::<AuditFile>(),
            Self::Recommendations => schema_of::<RecommendationsFile>(),
            Self::Maps => schema_of::<MapFile>(),
        };
        without_null(&mut value);
        let mut text = format!("{value:#}");
        text.push('\n');
        text
    }
}

/// All schemas as (file name, text), such as `teams.schema.json`.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    Noun::ALL.iter().map(|noun| (format!("{}.schema.json", noun.name()), noun.schema())).collect()
}

/// Draft 7, which the YAML language server of editors reads best.
fn schema_of<T: JsonSchema>() -> Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// A field that may be missing may not be empty: takes `null` out of every alternative.
fn without_null(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(without_null),
        Value::Object(map) => {
            map.values_mut().for_each(without_null);
            narrow(map);
        }
        _ => {}
    }
}

fn narrow(map: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|one| one != "null");
        if types.len() == 1
            && let Some(only) = types.pop()
        {
            map.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(any)) = map.get_mut("anyOf") else { return };
    any.retain(|one| one.get("type").is_none_or(|of| of != "null"));
    if any.len() == 1
        && let Some(Value::Object(only)) = any.pop()
    {
        map.shift_remove("anyOf");
        // Draft 7 ignores what stands beside `$ref`, so the description goes with `allOf`.
        if only.contains_key("$ref") && !map.is_empty() {
            map.insert("allOf".to_owned(), Value::Array(vec![Value::Object(only)]));
        } else {
            map.extend(only);
        }
    }
}
