//! JSON lines: one object on each line; columns are its fields, those of inner objects written `outer.inner`.

use super::cell::Cell;
use super::fault::TableError;
use serde_json::{Map, Value};

/// Whole numbers above this are not all numbers of a float.
const EXACT: u64 = 1 << 53;

/// The object on a line. Lists become texts, `a, b`, since a cell is one value, and so do whole numbers beyond what floats hold.
pub(super) fn object(line: &[u8], number: u64) -> Result<Map<String, Value>, TableError> {
    let mut object: Map<String, Value> = serde_json::from_slice(line)
        .map_err(|error| TableError::NotJson { line: number, why: error.to_string() })?;
    object.values_mut().for_each(settle);
    Ok(object)
}

fn settle(value: &mut Value) {
    match value {
        Value::Array(items) => {
            let texts: Vec<String> = items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect();
            *value = Value::String(texts.join(", "));
        }
        Value::Object(inner) => inner.values_mut().for_each(settle),
        // Floats cannot tell ids of nineteen digits apart.
        Value::Number(number) if number.as_i64().is_some_and(|whole| whole.unsigned_abs() > EXACT) => {
            *value = Value::String(number.to_string());
        }
        Value::Number(number) if number.as_i64().is_none() && number.is_u64() => {
            *value = Value::String(number.to_string());
        }
        _ => {}
    }
}

/// Lines that say something, with their numbers.
pub(super) fn lines(text: &[u8], first: u64) -> impl Iterator<Item = (u64, &[u8])> {
    let lines = text.split(|byte| *byte == b'\n').zip(first..);
    lines.map(|(line, number)| (number, line)).filter(|(_, line)| !line.trim_ascii().is_empty())
}

/// Adds the fields of `object` that `names` lacks.
pub(super) fn add_names(object: &Map<String, Value>, before: &str, names: &mut Vec<String>) {
    for (field, value) in object {
        let name = if before.is_empty() { field.clone() } else { format!("{before}.{field}") };
        match value {
            Value::Object(inner) => add_names(inner, &name, names),
            // It may be an object in another line.
            Value::Null => {}
            _ if names.contains(&name) => {}
            _ => names.push(name),
        }
    }
}

/// The field `name` of `object`; a field whose own name holds a point goes before one inside another.
pub(super) fn cell<'a>(object: &'a Map<String, Value>, name: &str) -> Cell<'a> {
    if let Some(value) = object.get(name) {
        return simple(value);
    }
    for (at, _) in name.match_indices('.') {
        let (outer, inner) = name.split_at(at);
        if let Some(Value::Object(found)) = object.get(outer) {
            return cell(found, inner.trim_start_matches('.'));
        }
    }
    Cell::Blank
}

fn simple(value: &Value) -> Cell<'_> {
    match value {
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::Number(number) => number.as_f64().map_or(Cell::Blank, Cell::Number),
        Value::String(text) => Cell::of(text),
        Value::Null | Value::Array(_) | Value::Object(_) => Cell::Blank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_inner_objects_are_columns() {
        let line =
            br#"{"id": 7, "assignee": {"name": "Lin", "team": {"id": "a"}}, "a.b": true, "tags": ["x", 2], "none": null}"#;
        let object = object(line, 1).unwrap();
        let mut names = Vec::new();
        add_names(&object, "", &mut names);
        assert_eq!(names, ["id", "assignee.name", "assignee.team.id", "a.b", "tags"]);
        let cells: Vec<Cell<'_>> = names.iter().map(|name| cell(&object, name)).collect();
        let expected =
            [Cell::Number(7.0), Cell::Text("Lin"), Cell::Text("a"), Cell::Flag(true), Cell::Text("x, 2")];
        assert_eq!(cells, expected);
        let ids = super::object(
            br#"{"a": 1234567890123456789, "b": 1234567890123456788, "c": 18446744073709551615}"#,
            1,
        );
        let ids = ids.unwrap();
        assert_eq!(cell(&ids, "a"), Cell::Text("1234567890123456789"));
        assert_eq!(cell(&ids, "b"), Cell::Text("1234567890123456788"));
        assert_eq!(cell(&ids, "c"), Cell::Text("18446744073709551615"));
        assert!(matches!(super::object(b"[1]", 9), Err(TableError::NotJson { line: 9, .. })));
    }
}
