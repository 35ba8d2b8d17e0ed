//! People whom an export knows and the organisation does not, as a file of agents.

use super::edit::Change;
use super::report::Unknown;
use crate::model::{Id, Model, Month};
use pinyin::ToPinyin;

/// Where newcomers are written.
const PATH: &str = "agents/imported.yml";
/// What a new file of them begins with.
const HEAD: &str = "# yaml-language-server: $schema=../schema/agents.schema.json\n\
# Agents that an import met first. Give them their dates and teams, and move them to the files of their teams.\nagents:\n";

/// Newcomers with their ids.
#[derive(Debug, Clone)]
pub struct Newcomers {
    /// Names in the export with the ids that were given.
    pub ids: Vec<(String, String)>,
    /// The change of the file of agents.
    pub change: Change,
}

/// Gives ids to unknown people and writes them down as members of `team` from the first day of `month` on. `before` is the text of
/// `agents/imported.yml`, if it is there.
///
/// Names in Chinese give an id in pinyin, `林薇` `lin.wei`; the id is a proposal that may be changed before the first commit.
#[must_use]
pub fn add_agents(
    unknown: &[Unknown],
    model: &Model,
    team: &str,
    month: Month,
    before: Option<&str>,
) -> Newcomers {
    let mut ids: Vec<(String, String)> = Vec::new();
    let mut after = before.map_or_else(|| HEAD.to_owned(), str::to_owned);
    if !after.ends_with('\n') {
        after.push('\n');
    }
    let first = month.first_day();
    for person in unknown.iter().filter(|person| !person.ambiguous) {
        let taken = |id: &str| model.find_agent(id).is_some() || ids.iter().any(|(_, given)| given == id);
        let id = free(&proposed(&person.name), taken);
        let name = serde_json::Value::from(person.name.as_str());
        after.push_str(&format!(
            "  {id}:\n    name: {name}\n    joined: {first}   # first month of figures; mend it\n    postings:\n      - {{ from: {first}, team: {team} }}\n"
        ));
        ids.push((person.name.clone(), id));
    }
    Newcomers { ids, change: Change { path: PATH.to_owned(), before: before.map(str::to_owned), after } }
}

/// An id from a name: letters, digits, and pinyin of Chinese characters; the first of these is the surname.
fn proposed(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut syllables = 0;
    for c in name.chars() {
        if let Some(syllable) = c.to_pinyin() {
            // Surname, then the given name as one word.
            match words.last_mut() {
                Some(word) if syllables > 1 => word.push_str(syllable.plain()),
                _ => words.push(syllable.plain().to_owned()),
            }
            syllables += 1;
            open = false;
        } else if c.is_ascii_alphanumeric() {
            match words.last_mut() {
                Some(word) if open => word.push(c.to_ascii_lowercase()),
                _ => words.push(c.to_ascii_lowercase().to_string()),
            }
            open = true;
        } else {
            open = false;
        }
    }
    let id: String = words.join(".").replace('ü', "v").chars().filter(char::is_ascii).take(60).collect();
    let id = id.trim_matches('.');
    if Id::parse(id).is_some() { id.to_owned() } else { "agent".to_owned() }
}

fn free(id: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(id) {
        return id.to_owned();
    }
    (2_u32..).map(|n| format!("{id}{n}")).find(|id| !taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_names() {
        for (name, id) in [
            ("林薇", "lin.wei"),
            ("陈小满", "chen.xiaoman"),
            ("Anna O'Neil", "anna.o.neil"),
            ("吕布2", "lv.bu.2"),
            ("??", "agent"),
        ] {
            assert_eq!(proposed(name), id, "{name}");
        }
        assert_eq!(free("lin.wei", |id| id != "lin.wei3"), "lin.wei3");
    }
}
