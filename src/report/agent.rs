//! The page of an agent: what is my result, what made it, what changed, what next?

use super::agent_charts::course;
use super::agent_history::{history, postings};
use super::agent_lead::lead;
use super::cards::AgentCards;
use super::derivation::derivation_with;
use super::naming::foreign;
use super::reporter::Reporter;
use super::rule_short::RuleWords;
use super::sheet::sheet;
use super::{address, agent_cycle, agent_reviews, appeal_table, event_table, format, ramp};
use crate::model::{AgentIx, Language, PeriodKind};
use crate::score::Scorecard;
use crate::view::{AgentView, Link, Section, Shell};

/// The page of the agent of `cards` in `language`.
#[must_use]
pub fn agent_page(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> AgentView {
    let agent = reporter.evaluation.model.agent(cards.agent);
    let lead = lead(reporter, cards, language);
    let mut newest: Vec<&Scorecard> = cards.cards.iter().collect();
    newest.sort_by_key(|card| std::cmp::Reverse((card.period.last(), kind_order(card.period.kind()))));
    let mut rules = RuleWords::default();
    AgentView {
        shell: shell(reporter, cards.agent, language, &lead),
        id: agent.id.as_str().to_owned(),
        lead,
        sheet: sheet(reporter, cards, language),
        charts: course(reporter, cards, language)
            .into_iter()
            .chain(ramp::of_agent(reporter, cards, language))
            .collect(),
        history: history(reporter, cards, language),
        derivations: newest
            .into_iter()
            .map(|card| derivation_with(reporter, language, card, &mut rules))
            .collect(),
        events: event_table::of_agent(reporter, cards.agent, language),
        appeals: appeal_table::of_agent(reporter, cards.agent, language),
        awards: super::incentives::awards(reporter, cards.agent, language),
        postings: Some(postings(reporter, cards.agent, language)),
        cycle: agent_cycle::way(reporter, cards, language),
        reviews: agent_reviews::notes(reporter, cards.agent, language),
    }
}

/// Of periods that end together the longest comes first.
const fn kind_order(kind: PeriodKind) -> u8 {
    match kind {
        PeriodKind::Month => 0,
        PeriodKind::Quarter => 1,
        PeriodKind::Year => 2,
    }
}

fn shell(reporter: &Reporter<'_>, ix: AgentIx, language: Language, lead: &str) -> Shell {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let agent = model.agent(ix);
    let name = agent.name.get(language);
    let mut shell = Shell::new(language, Section::Agents, &address::agent(agent.id.as_str()), name);
    shell.title_lang = foreign(name, language);
    lead.clone_into(&mut shell.description);
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let shown = |posting: &&crate::model::Posting| reporter.visible.team(posting.team);
    shell.crumbs.extend(agent.postings.last().filter(shown).map(|posting| {
        let team = model.team(posting.team);
        link(team.name.get(language), address::team(team.id.as_str()), language)
    }));
    let neighbour = |agent: AgentIx| {
        let agent = model.agent(agent);
        link(agent.name.get(language), address::agent(agent.id.as_str()), language)
    };
    let (before, after) = reporter.peers().neighbours(ix);
    let shown = |agent: &AgentIx| reporter.visible.agent(*agent);
    shell.previous = before.filter(shown).map(neighbour);
    shell.next = after.filter(shown).map(neighbour);
    shell
}

/// A link whose words may be in the other language.
pub(super) fn link(name: &str, href: String, language: Language) -> Link {
    Link { lang: foreign(name, language), ..Link::new(name, href) }
}

/// A change of scores since an earlier period in words: arrow, sign, period and the score then.
pub(super) fn change_words(
    reporter: &Reporter<'_>,
    language: Language,
    difference: f64,
    earlier: &Scorecard,
) -> String {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let by = format::signed(difference, decimals);
    let key = match crate::model::round_to(difference, decimals) {
        d if d > 0.0 => "agent-change-up",
        d if d < 0.0 => "agent-change-down",
        _ => "agent-change-none",
    };
    let period = format::period(earlier.period, language);
    let before = reporter.score(earlier.total.unwrap_or_default());
    let arguments = [("by", (&by).into()), ("period", (&period).into()), ("before", (&before).into())];
    reporter.voice(language).say(key, &arguments)
}
