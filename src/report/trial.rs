//! What a draft would have changed, in words and tables.

use super::check_words;
use super::moves;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::compare::{GoalChange, Trial};
use crate::goals::State;
use crate::model::Language;
use crate::view::{Cell, Column, Row, RuleSection, Table};

/// The sections: moves period by period and person by person, then goals.
#[must_use]
pub fn trial_sections(reporter: &Reporter<'_>, language: Language, trial: &Trial) -> Vec<RuleSection> {
    let voice = reporter.voice(language);
    let mut sections = Vec::new();
    if !trial.moves.is_empty() {
        sections.extend(moves::sections(reporter, language, &trial.moves));
    }
    if !trial.goals.is_empty() {
        let lead = say!(voice, "trial-goals-lead", n: trial.goals.len());
        sections.push(RuleSection {
            anchor: "goals".to_owned(),
            title: voice.word("targets"),
            paragraphs: vec![lead],
            table: Some(goals(voice, trial)),
        });
    }
    if sections.is_empty() {
        sections.push(RuleSection {
            anchor: "nothing".to_owned(),
            title: voice.word("trial-title"),
            paragraphs: vec![voice.word("trial-nothing")],
            table: None,
        });
    }
    sections
}

fn goals(voice: Voice<'_>, trial: &Trial) -> Table {
    let stand = |stand: Option<(State, bool)>| match stand {
        Some((state, true)) => check_words::state(voice, state).word,
        Some((state, false)) => {
            format!("{} · {}", check_words::state(voice, state).word, voice.word("trial-not-smart"))
        }
        None => voice.word("change-absent"),
    };
    let row = |change: &GoalChange| {
        Row::new(vec![
            Cell::text(change.id.to_string()),
            Cell::text(stand(change.before)),
            Cell::text(stand(change.after)),
        ])
    };
    let columns = vec![
        Column::text(voice.word("fact-id")),
        Column::text(voice.word("trial-in-force")),
        Column::text(voice.word("trial-draft")),
    ];
    Table::new(voice.word("trial-goals"), columns, trial.goals.iter().map(row).collect())
}
