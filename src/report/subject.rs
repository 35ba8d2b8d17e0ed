//! Whose value or goal it is, as words and address.

use super::naming::foreign;
use super::reporter::Reporter;
use super::{address, voice::Voice};
use crate::model::{AgentIx, Language, Subject, TeamIx};
use crate::view::{Cell, Link};

/// The name of `subject`, leading to its page if the audience has one.
pub(super) fn link(reporter: &Reporter<'_>, language: Language, subject: Subject) -> Link {
    let model = &reporter.evaluation.model;
    let (name, address) = match subject {
        Subject::Agent(agent) => {
            let agent = model.agent(agent);
            (agent.name.get(language), address::agent(agent.id.as_str()))
        }
        Subject::Team(team) => {
            let team = model.team(team);
            (team.name.get(language), address::team(team.id.as_str()))
        }
        Subject::Organisation => (model.organisation.name.get(language), "index.html".to_owned()),
    };
    let href = (subject == Subject::Organisation || reporter.visible.subject(subject)).then_some(address);
    Link { text: name.to_owned(), href, lang: foreign(name, language) }
}

/// The name of `subject` as a cell that leads to its page.
pub(super) fn cell(reporter: &Reporter<'_>, language: Language, subject: Subject) -> Cell {
    let Link { text, href, lang } = link(reporter, language, subject);
    Cell { text, href, lang, ..Cell::default() }
}

/// An agent as a cell: the name with the id beside it, since names repeat.
pub(super) fn agent_cell(reporter: &Reporter<'_>, language: Language, agent: AgentIx) -> Cell {
    let id = reporter.evaluation.model.agent(agent).id.as_str();
    Cell { note: Some(id.to_owned()), ..cell(reporter, language, Subject::Agent(agent)) }
}

/// A team as a cell; says that there is none.
pub(super) fn team_cell(reporter: &Reporter<'_>, language: Language, team: Option<TeamIx>) -> Cell {
    match team {
        Some(team) => cell(reporter, language, Subject::Team(team)),
        None => Cell::text(reporter.voice(language).word("no-team")),
    }
}

/// The names of channels; "all channels" where none is named.
pub(super) fn channels(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    list: &[crate::model::ChannelIx],
) -> String {
    let known = &reporter.evaluation.model.organisation.channels;
    let names: Vec<&str> = list
        .iter()
        .filter_map(|channel| known.get(channel.at()))
        .map(|term| voice.name(&term.name))
        .collect();
    if names.is_empty() { voice.word("all-channels") } else { voice.list(&names) }
}
