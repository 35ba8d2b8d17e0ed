//! The order of fields, from the JSON Schema of the noun; the lines of month files by id.

use super::piece::{Group, Layout, Piece, Value};
use crate::raw::Noun;
use serde_json::Value as Json;

/// How the files of a noun are arranged.
#[derive(Debug, Clone)]
pub struct Order {
    noun: Noun,
    schema: Json,
}

impl Order {
    /// The arrangement of `noun`.
    #[must_use]
    pub fn of(noun: Noun) -> Self {
        // The schema is our own text; were it none, fields would stay in the order written.
        Self { noun, schema: serde_json::from_str(&noun.schema()).unwrap_or_default() }
    }

    /// The noun.
    #[must_use]
    pub const fn noun(&self) -> Noun {
        self.noun
    }

    /// Puts the pieces of a file in order.
    pub(super) fn arrange(&self, root: &mut Value) {
        self.value(root, &self.schema);
        if self.noun == Noun::Metrics {
            lines_by_id(root);
        }
    }

    fn value(&self, value: &mut Value, schema: &Json) {
        match value {
            Value::Map(group) => self.map(group, schema),
            Value::List(group) => {
                let item = self.alternatives(schema).into_iter().find_map(|one| one.get("items"));
                for (at, piece) in group.pieces.iter_mut().enumerate() {
                    let own = match item {
                        Some(Json::Array(each)) => each.get(at),
                        one => one,
                    };
                    self.value(&mut piece.value, own.unwrap_or(&Json::Null));
                }
            }
            Value::Scalar(_) | Value::Block(_) => {}
        }
    }

    fn map(&self, group: &mut Group, schema: &Json) {
        let alternatives = self.alternatives(schema);
        // Of several records, the one that knows most of the fields.
        let known = |one: &&&Json| {
            let fields = one.get("properties").and_then(Json::as_object);
            fields.map_or(0, |fields| {
                group.pieces.iter().filter(|piece| fields.contains_key(&piece.key)).count()
            })
        };
        let records = || alternatives.iter().filter(|one| one.get("properties").is_some());
        let record = records().rev().max_by_key(known).and_then(|one| one.get("properties"));
        if let Some(fields) = record.and_then(Json::as_object) {
            let place =
                |piece: &Piece| fields.keys().position(|name| *name == piece.key).unwrap_or(fields.len());
            group.pieces.sort_by_key(place);
            for piece in &mut group.pieces {
                self.value(&mut piece.value, fields.get(&piece.key).unwrap_or(&Json::Null));
            }
            return;
        }
        let each = alternatives.iter().find_map(|one| one.get("additionalProperties"));
        group.by_id = each.is_some_and(Json::is_object);
        for piece in &mut group.pieces {
            self.value(&mut piece.value, each.unwrap_or(&Json::Null));
        }
    }

    /// The schemas that `schema` may be, with references followed.
    fn alternatives<'s>(&'s self, schema: &'s Json) -> Vec<&'s Json> {
        let mut found = Vec::new();
        let mut open = vec![(schema, 0)];
        while let Some((one, depth)) = open.pop() {
            // References that lead to themselves end here.
            if depth > 8 {
                continue;
            }
            if let Some(path) = one.get("$ref").and_then(Json::as_str).and_then(|path| path.strip_prefix('#'))
            {
                open.extend(self.schema.pointer(path).map(|one| (one, depth + 1)));
            }
            for word in ["allOf", "anyOf", "oneOf"] {
                let list = one.get(word).and_then(Json::as_array);
                open.extend(list.into_iter().flatten().rev().map(|one| (one, depth + 1)));
            }
            found.push(one);
        }
        found
    }
}

/// One holder a line, sorted by id.
fn lines_by_id(root: &mut Value) {
    let Value::Map(root) = root else { return };
    for section in root.pieces.iter_mut().filter(|piece| matches!(&*piece.key, "agents" | "teams")) {
        let Value::Map(holders) = &mut section.value else { continue };
        holders.pieces.sort_by(|a, b| a.key.cmp(&b.key));
        for holder in &mut holders.pieces {
            if let Value::Map(figures) = &mut holder.value
                && holder.head.is_none()
                && !figures.needs_lines()
            {
                in_one_line(figures);
            }
        }
    }
}

fn in_one_line(group: &mut Group) {
    group.layout = Layout::Line;
    for piece in &mut group.pieces {
        if let Value::List(inner) | Value::Map(inner) = &mut piece.value {
            in_one_line(inner);
        }
    }
}
