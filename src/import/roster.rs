//! Whom a name of an export means: an agent, nobody, or a total.

use crate::diag::suggest;
use crate::model::{AgentIx, Model};
use crate::raw::MapAgent;
use crate::table::folded;

/// Words of rows that are no people; a row is one if its name begins or ends with such a word.
const TOTALS: [&str; 24] = [
    "合计",
    "总计",
    "汇总",
    "小计",
    "总和",
    "平均",
    "均值",
    "平均值",
    "平均数",
    "店铺均值",
    "店铺汇总",
    "全店",
    "整体",
    "团队均值",
    "中位数",
    "total",
    "grandtotal",
    "subtotal",
    "average",
    "avg",
    "mean",
    "sum",
    "overall",
    "median",
];

/// Whom a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whom {
    Agent(AgentIx),
    Total,
    Unknown,
}

/// All names that mean somebody.
#[derive(Debug, Clone)]
pub(super) struct Roster {
    /// Folded names with whom they mean, sorted; a name that means two people is `None`.
    names: Vec<(String, Option<AgentIx>)>,
    /// Names as people write them, for "did you mean".
    shown: Vec<(String, AgentIx)>,
}

impl Roster {
    /// Names of `model` and aliases of the map. An alias stands before an id, an id before a name.
    pub(super) fn new(model: &Model, agent: &MapAgent) -> Self {
        let mut all: Vec<(String, u8, AgentIx, String)> = Vec::new();
        for (at, agent) in model.agents.iter().enumerate() {
            let ix = AgentIx(at as u32);
            all.push((folded(agent.id.as_str()), 1, ix, agent.id.to_string()));
            for name in [&agent.name.zh, &agent.name.en] {
                all.push((folded(name), 2, ix, name.clone()));
            }
        }
        for (id, aliases) in agent.aliases.iter().flat_map(|aliases| &aliases.list) {
            let Some(ix) = model.find_agent(&id.text) else { continue };
            for alias in aliases.iter().flat_map(|names| &names.list) {
                all.push((folded(&alias.text), 0, ix, alias.text.clone()));
            }
        }
        all.sort();
        let mut names: Vec<(String, Option<AgentIx>)> = Vec::new();
        for same in all.chunk_by(|a, b| a.0 == b.0) {
            let Some((name, rank, first, _)) = same.first() else { continue };
            let agreed = same.iter().filter(|(_, of, ..)| of == rank).all(|(_, _, ix, _)| ix == first);
            names.push((name.clone(), agreed.then_some(*first)));
        }
        let shown = all.into_iter().map(|(_, _, ix, shown)| (shown, ix)).collect();
        Self { names, shown }
    }

    /// Whom `name` means.
    pub(super) fn whom(&self, name: &str) -> Whom {
        let wanted = folded(name);
        match self.names.binary_search_by(|(known, _)| known.as_str().cmp(&wanted)) {
            Ok(at) => self.names.get(at).and_then(|(_, ix)| *ix).map_or(Whom::Unknown, Whom::Agent),
            Err(_) if is_total(&wanted) => Whom::Total,
            Err(_) => Whom::Unknown,
        }
    }

    /// Whether two agents have this name.
    pub(super) fn is_ambiguous(&self, name: &str) -> bool {
        let wanted = folded(name);
        self.names.binary_search_by(|(known, _)| known.as_str().cmp(&wanted)).is_ok()
    }

    /// The nearest name and its agent.
    pub(super) fn near(&self, name: &str) -> Option<(&str, AgentIx)> {
        let found = suggest(name, self.shown.iter().map(|(shown, _)| shown.as_str()))?;
        self.shown.iter().find(|(shown, _)| shown == found).map(|(shown, ix)| (shown.as_str(), *ix))
    }
}

/// Whether a folded name is that of a total or an average.
pub(super) fn is_total(name: &str) -> bool {
    let bare = name.trim_matches(|c: char| !c.is_alphanumeric());
    TOTALS.iter().any(|word| {
        let latin = word.is_ascii();
        bare == *word
            || (!latin && (bare.starts_with(word) || bare.ends_with(word)))
            || (latin && bare.strip_prefix(word).or_else(|| bare.strip_suffix(word)).is_some_and(is_group))
    })
}

/// What stands beside "total" or "average" of something: `shop total`, `team average`.
fn is_group(rest: &str) -> bool {
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    ["shop", "store", "team", "group", "all", "agents", "allagents", "row", "value", "desk", "s"]
        .contains(&rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_known_and_people_are_not_taken_for_them() {
        for total in [
            "合计",
            "店铺汇总",
            "店铺均值",
            "【合计】",
            "平均值",
            "Total",
            "Grand Total",
            "Shop average",
            "团队总计:",
        ] {
            assert!(is_total(&folded(total)), "{total}");
        }
        for person in ["林薇", "Summer Liu", "Totalia", "Avgerinos", "summer", "Meaney", "lin.wei", "和平"]
        {
            assert!(!is_total(&folded(person)), "{person}");
        }
    }
}
