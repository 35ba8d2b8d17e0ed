//! Names and ids of people inside texts that somebody wrote.

use crate::model::{AgentIx, Model, Text};

/// What stands where somebody was named.
pub(super) const SOMEONE: (&str, &str) = ("客服", "Agent");

/// Names and ids that must not appear.
pub(super) struct Names {
    /// Longest first, so that no name is found inside a longer one.
    words: Vec<String>,
}

impl Names {
    /// The names and ids of everyone but `open`.
    pub(super) fn of(model: &Model, open: Option<AgentIx>) -> Self {
        let hidden = model.agents.iter().enumerate().filter(|(at, _)| open != Some(AgentIx(*at as u32)));
        let of = |agent: &crate::model::Agent| {
            let [zh, en] = both(&agent.name);
            [agent.id.as_str().to_owned(), zh.to_owned(), en.to_owned()]
        };
        let mut words: Vec<String> = hidden.flat_map(|(_, agent)| of(agent)).collect();
        // One character alone is a word of the language more often than a name.
        words.retain(|word| word.chars().count() > 1);
        words.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        words.dedup();
        Self { words }
    }

    /// `text` without them; in `other` words where it named someone.
    pub(super) fn out_of(&self, text: &str, someone: &str) -> String {
        let mut text = text.to_owned();
        for word in &self.words {
            if text.contains(word.as_str()) {
                text = replaced(&text, word, someone);
            }
        }
        text
    }

    /// As [`Self::out_of`], of both languages.
    pub(super) fn clear(&self, text: &mut Text) {
        let [zh, en] = both(text);
        *text = Text::new(self.out_of(zh, SOMEONE.0), self.out_of(en, SOMEONE.1));
    }

    /// As [`Self::clear`], of a text without languages.
    pub(super) fn clear_plain(&self, text: &mut String) {
        *text = self.out_of(text, SOMEONE.0);
    }
}

fn both(text: &Text) -> [&str; 2] {
    crate::model::Language::ALL.map(|language| text.get(language))
}

/// Replaces `word` where it stands by itself: Latin letters and digits beside it make it part of another word.
fn replaced(text: &str, word: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let joins = |c: Option<char>, edge: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric()) && edge.is_some_and(|edge| edge.is_ascii_alphanumeric())
    };
    while let Some((before, after)) = rest.split_once(word) {
        out.push_str(before);
        let apart = !joins(out.chars().next_back(), word.chars().next())
            && !joins(after.chars().next(), word.chars().next_back());
        out.push_str(if apart { by } else { word });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_words_that_hold_them_stay() {
        let names = Names { words: vec!["li.na".to_owned(), "李娜".to_owned(), "an".to_owned()] };
        assert_eq!(names.out_of("李娜（li.na）带教", "客服"), "客服（客服）带教");
        assert_eq!(names.out_of("a plan of an", "Agent"), "a plan of Agent");
    }
}
