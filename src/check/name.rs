//! Names of people, which may lie in a file that git ignores.

use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::Sink;
use crate::model::Agent;
use crate::raw;

/// Gives each agent the name that `raw` has for it; it stands before one in `agents/*.yml`.
pub(super) fn give(raw: raw::NamesFile, book: &Vocabulary, agents: &mut [Option<Agent>], sink: &mut Sink) {
    let raw::NamesFile { names, place: _ } = raw;
    for (id, name) in names.list {
        let agent = book.agents.resolve(&id, sink).and_then(|at| agents.get_mut(at as usize)?.as_mut());
        if let (Some(agent), Some(name)) = (agent, name) {
            agent.name = words::text(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Checked, Input, Options, check};
    use crate::diag::Code;
    use crate::model::Language;

    fn checked(agent: &str, names: &str) -> Checked {
        let agents = format!(
            "agents:\n  lin.wei:\n{agent}    joined: 2024-01-01\n    postings: [{{ from: 2024-01-01, team: shop }}]\n"
        );
        let files = [
            ("deskscore.yml", "name: Shop\ndimensions: { service: { name: Service } }\n"),
            ("teams.yml", "teams: { shop: { name: Shop } }\n"),
            ("agents/all.yml", agents.as_str()),
            ("names.yml", names),
        ];
        let inputs = files.iter().filter(|(_, text)| !text.is_empty());
        let inputs: Vec<Input<'_>> = inputs.map(|(path, text)| Input { path, text: Ok(text) }).collect();
        check(&inputs, &Options::default())
    }

    fn name(checked: Checked) -> String {
        checked.model.unwrap().agents[0].name.get(Language::Zh).to_owned()
    }

    #[test]
    fn a_name_comes_from_its_own_file_then_from_the_agent_then_from_the_id() {
        let names = "names: { lin.wei: { zh: 林薇, en: Lin Wei } }\n";
        assert_eq!(name(checked("    name: 一号\n", names)), "林薇");
        assert_eq!(name(checked("    name: 一号\n", "")), "一号");
        assert_eq!(name(checked("", "")), "lin.wei");
        let unknown = checked("", "names: { lin.way: 林薇 }\n");
        assert!(unknown.diagnostics.iter().any(|fault| fault.code == Code::UnknownAgent));
    }
}
