//! The JSON Schemas and the reader say the same: what the reader takes, the schemas allow, and what it calls an unknown
//! field or word, they refuse. The schemas are compared by a small validator that knows the keywords they use.

use super::{Files, blocks, laid_over, organisation, run};
use deskscore::diag::Code;
use deskscore::raw::Noun;
use serde_json::Value;

fn noun(path: &str) -> Noun {
    let known = Noun::ALL.iter().find(|noun| path.contains(&format!("data/{}", noun.name())));
    *known.expect("a path of the format")
}

/// Why `value` breaks `schema`; `None` if it does not.
fn breach(value: &Value, schema: &Value, root: &Value) -> Option<String> {
    let rules = schema.as_object()?;
    rules.iter().find_map(|(keyword, rule)| broken(keyword, rule, value, schema, root))
}

fn broken(keyword: &str, rule: &Value, value: &Value, schema: &Value, root: &Value) -> Option<String> {
    let all = |list: &[Value]| list.iter().find_map(|one| breach(value, one, root));
    let list = || rule.as_array().cloned().unwrap_or_default();
    match keyword {
        "$ref" => breach(value, root.pointer(rule.as_str()?.strip_prefix('#')?).expect("a definition"), root),
        "allOf" => all(&list()),
        "anyOf" | "oneOf" => {
            let none = list().iter().all(|one| breach(value, one, root).is_some());
            none.then(|| format!("{value} is none of {rule}"))
        }
        "type" => {
            let fits = |name: &Value| match name.as_str().expect("a name") {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "number" => value.is_number(),
                "integer" => value.is_i64() || value.is_u64(),
                "boolean" => value.is_boolean(),
                other => panic!("type {other} is not known to this test"),
            };
            let fine = if rule.is_array() { list().iter().any(fits) } else { fits(rule) };
            (!fine).then(|| format!("{value} is not {rule}"))
        }
        "enum" => (!list().contains(value)).then(|| format!("{value} is none of {rule}")),
        "const" => (rule != value).then(|| format!("{value} is not {rule}")),
        "required" => list().iter().find_map(|name| {
            let name = name.as_str()?;
            value.as_object()?.get(name).is_none().then(|| format!("{name} is missing"))
        }),
        "properties" => rule.as_object()?.iter().find_map(|(name, one)| breach(value.get(name)?, one, root)),
        "additionalProperties" => {
            let named = schema.get("properties").and_then(Value::as_object);
            let rest =
                value.as_object()?.iter().filter(|(name, _)| named.is_none_or(|n| !n.contains_key(*name)));
            rest.into_iter().find_map(|(name, inner)| match rule {
                Value::Bool(false) => Some(format!("{name} is not a field")),
                _ => breach(inner, rule, root),
            })
        }
        "propertyNames" => {
            value.as_object()?.keys().find_map(|name| breach(&Value::String(name.clone()), rule, root))
        }
        "items" => match rule {
            Value::Array(rules) => {
                value.as_array()?.iter().zip(rules).find_map(|(one, rule)| breach(one, rule, root))
            }
            _ => value.as_array()?.iter().find_map(|one| breach(one, rule, root)),
        },
        "minItems" => (value.as_array()?.len() < rule.as_u64()? as usize).then(|| "too few".to_owned()),
        "maxItems" => (value.as_array()?.len() > rule.as_u64()? as usize).then(|| "too many".to_owned()),
        "minProperties" => (value.as_object()?.len() < rule.as_u64()? as usize).then(|| "too few".to_owned()),
        "maxProperties" => {
            (value.as_object()?.len() > rule.as_u64()? as usize).then(|| "too many".to_owned())
        }
        // The texts of single values are checked by the reader's own tests.
        "pattern" | "description" | "title" | "$schema" | "definitions" | "default" => None,
        other => panic!("the keyword {other} is not known to this test"),
    }
}

pub(super) fn breaches(files: &Files) -> Vec<String> {
    let mut all = Vec::new();
    for (path, file) in files.iter().filter(|(_, file)| file.special.is_none()) {
        let schema: Value = serde_json::from_str(&noun(path).schema()).expect("a schema is JSON");
        // Text that is no YAML is not what a schema is for.
        let Ok(value) = serde_saphyr::from_str::<Value>(&file.text) else { continue };
        all.extend(breach(&value, &schema, &schema).map(|why| format!("{path}: {why}")));
    }
    all
}

#[test]
fn what_the_reader_takes_the_schemas_allow() {
    assert_eq!(breaches(&organisation()), Vec::<String>::new());
    let mut seen = 0;
    for &code in Code::ALL {
        let good = deskscore::diag::Page::of(code).good;
        let files = blocks(&format!("\n{}", good.markdown));
        seen += files.len();
        assert_eq!(breaches(&files), Vec::<String>::new(), "{code}");
    }
    assert!(seen > 50);
}

#[test]
fn unknown_missing_and_misshapen_fields_break_the_schemas_too() {
    let schema_codes =
        [Code::UnknownField, Code::MissingField, Code::WrongShape, Code::EmptyValue, Code::UnknownWord];
    for code in schema_codes {
        let bad = deskscore::diag::Page::of(code).bad;
        let files = blocks(&format!("\n{}", bad.markdown));
        assert!(run(&laid_over(files.clone())).model.is_none());
        assert_eq!(breaches(&files).len(), 1, "{code}");
    }
}

#[test]
fn schemas_describe_every_field() {
    for noun in Noun::ALL {
        let schema: Value = serde_json::from_str(&noun.schema()).unwrap();
        let mut fields = Vec::new();
        properties(&schema, &mut fields);
        assert!(!fields.is_empty());
        let silent: Vec<&String> = fields.iter().filter(|(_, said)| !said).map(|(name, _)| name).collect();
        // The methods of a rule are described by their own definitions.
        let methods = [
            "linear",
            "attainment",
            "steps",
            "piecewise",
            "deduction",
            "all_or_nothing",
            "range",
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
        assert!(silent.iter().all(|name| methods.contains(&name.as_str())), "{}: {silent:?}", noun.name());
        assert!(!noun.schema().contains("\"null\""), "an empty field is a fault");
    }
}

/// All properties below `schema`, with whether each has a description.
fn properties(schema: &Value, all: &mut Vec<(String, bool)>) {
    let Some(map) = schema.as_object() else {
        schema.as_array().into_iter().flatten().for_each(|one| properties(one, all));
        return;
    };
    for (name, inner) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
        all.push((name.clone(), inner.get("description").is_some()));
    }
    map.values().for_each(|inner| properties(inner, all));
}
