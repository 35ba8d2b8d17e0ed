//! Search: everything that has a page, found by name, id, pinyin and initials.

use super::address;
use super::agents::{anchor, page_address, team_name};
use super::format::period as period_name;
use super::naming::{foreign, keys, order};
use super::reporter::Reporter;
use crate::diag::Code;
use crate::model::{Agent, AgentIx, Id, Incentive, Language, Target, TargetIx, Team, TeamIx, Text};
use crate::view::{Link, SearchEntry, SearchGroup, SearchView, Section, Shell};

/// Agents above which the page leads to the lists of teams instead of naming everyone.
const MOST_LINKS: usize = 2000;

/// All entries of the search index: agents, teams, indicators, goals, schemes, periods, codes.
#[must_use]
pub fn search_entries(reporter: &Reporter<'_>, language: Language) -> Vec<SearchEntry> {
    let model = &reporter.evaluation.model;
    let voice = reporter.voice(language);
    let mut entries = Vec::with_capacity(model.agents.len() + 200);
    let mut add = |kind: &str, things: &mut dyn Iterator<Item = (&Id, &Text, String)>| {
        entries.extend(things.map(|(id, name, href)| SearchEntry {
            label: name.get(language).to_owned(),
            kind: kind.to_owned(),
            href,
            keys: keys(id.as_str(), name),
        }));
    };
    let page = |of: fn(&str) -> String, id: &Id| of(id.as_str());
    add(
        &voice.word("find-agent"),
        &mut agents_seen(reporter).map(|a| (&a.id, &a.name, page(address::agent, &a.id))),
    );
    add(
        &voice.word("find-team"),
        &mut teams_seen(reporter).map(|t| (&t.id, &t.name, page(address::team, &t.id))),
    );
    add(
        &voice.word("indicator"),
        &mut model.indicators.iter().map(|i| (&i.id, &i.name, page(address::indicator, &i.id))),
    );
    add(
        &voice.word("target-goal"),
        &mut targets_seen(reporter).map(|t| (&t.id, &t.title, page(address::target, &t.id))),
    );
    add(
        &voice.word("find-scheme"),
        &mut model.schemes.iter().map(|s| (&s.id, &s.name, page(address::scheme, &s.id))),
    );
    add(
        &voice.word("incentive"),
        &mut incentives_seen(reporter).map(|i| (&i.id, &i.name, page(address::incentive, &i.id))),
    );
    let kind = voice.word("agent-period");
    entries.extend(reporter.evaluation.periods.iter().rev().map(|period| {
        let label = period_name(*period, language);
        let keys = format!("{period} {}", period_name(*period, language.other()).to_lowercase());
        SearchEntry { label, kind: kind.clone(), href: address::period(*period), keys }
    }));
    if !reporter.visible.everything() {
        return entries;
    }
    let kind = voice.word("find-page");
    entries.extend([("alerts", "alerts.html"), ("cycle", "cycle.html"), ("ledger", "ledger.html")].map(
        |(key, href)| {
            let label = voice.word(key);
            let other = reporter.voice(language.other()).word(key);
            let keys = keys(key, &Text::new(label.clone(), other));
            SearchEntry { label, kind: kind.clone(), href: href.to_owned(), keys }
        },
    ));
    let audited = reporter.audit_plan().map(|_| {
        let (label, other) = (voice.word("audited"), reporter.voice(language.other()).word("audited"));
        let keys = keys("audit", &Text::new(label.clone(), other));
        SearchEntry { label, kind: kind.clone(), href: "audit.html".to_owned(), keys }
    });
    entries.extend(audited);
    let kind = voice.word("find-code");
    entries.extend(Code::ALL.iter().map(|code| SearchEntry {
        label: code.text().to_owned(),
        kind: kind.clone(),
        href: address::code(code.text()),
        keys: code.text().replace('-', " "),
    }));
    entries
}

/// The search page: for readers without a script it lists what can be found.
#[must_use]
pub fn search_page(reporter: &Reporter<'_>, language: Language) -> SearchView {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let mut shell = Shell::new(language, Section::Search, "search.html", voice.word("search"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let lead = voice.word("find-lead");
    shell.description.clone_from(&lead);
    let mut groups = agents(reporter, language);
    let mut add = |key: &str, anchor: &str, links: Vec<Link>| {
        if !links.is_empty() {
            groups.push(SearchGroup { title: voice.word(key), anchor: anchor.to_owned(), links });
        }
    };
    let named = |name: &Text, href: String| {
        let name = name.get(language);
        Link { lang: foreign(name, language), ..Link::new(name, href) }
    };
    add(
        "teams",
        "teams",
        teams_seen(reporter).map(|t| named(&t.name, address::team(t.id.as_str()))).collect(),
    );
    add(
        "indicators",
        "indicators",
        model.indicators.iter().map(|i| named(&i.name, address::indicator(i.id.as_str()))).collect(),
    );
    let targets = targets_seen(reporter).take(MOST_LINKS);
    add("targets", "targets", targets.map(|t| named(&t.title, address::target(t.id.as_str()))).collect());
    add(
        "incentives",
        "incentives",
        incentives_seen(reporter).map(|i| named(&i.name, address::incentive(i.id.as_str()))).collect(),
    );
    let scheme = |s: &crate::model::Scheme| {
        let text = format!("{} {}", s.name.get(language), s.version);
        Link { lang: foreign(&text, language), ..Link::new(text, address::scheme(s.id.as_str())) }
    };
    add("schemes", "schemes", model.schemes.iter().map(scheme).collect());
    let periods = reporter.evaluation.periods.iter().rev();
    add(
        "periods",
        "periods",
        periods.map(|period| Link::new(period_name(*period, language), address::period(*period))).collect(),
    );
    SearchView { shell, lead, groups }
}

fn agents_seen<'r>(reporter: &Reporter<'r>) -> impl Iterator<Item = &'r Agent> {
    let (model, visible) = (&reporter.evaluation.model, reporter.visible);
    (0..).map(AgentIx).zip(&model.agents).filter(|(ix, _)| visible.agent(*ix)).map(|(_, agent)| agent)
}

fn teams_seen<'r>(reporter: &Reporter<'r>) -> impl Iterator<Item = &'r Team> {
    let (model, visible) = (&reporter.evaluation.model, reporter.visible);
    (0..).map(TeamIx).zip(&model.teams).filter(|(ix, _)| visible.team(*ix)).map(|(_, team)| team)
}

fn targets_seen<'r>(reporter: &Reporter<'r>) -> impl Iterator<Item = &'r Target> {
    let (model, visible) = (&reporter.evaluation.model, reporter.visible);
    (0..).map(TargetIx).zip(&model.targets).filter(|(ix, _)| visible.goal(*ix)).map(|(_, target)| target)
}

fn incentives_seen<'r>(reporter: &Reporter<'r>) -> impl Iterator<Item = &'r Incentive> {
    reporter.evaluation.model.incentives.iter().filter(|_| reporter.visible.everything())
}

/// The one agent for whom the site is, if it is for one.
fn own(reporter: &Reporter<'_>, language: Language) -> Vec<SearchGroup> {
    let title = reporter.voice(language).word("find-agent");
    let one = |agent: &Agent| {
        let name = agent.name.get(language);
        Link { lang: foreign(name, language), ..Link::new(name, address::agent(agent.id.as_str())) }
    };
    let links: Vec<Link> = agents_seen(reporter).map(one).collect();
    let group = SearchGroup { title, anchor: "agents".to_owned(), links };
    if group.links.is_empty() { Vec::new() } else { vec![group] }
}

/// Agents by team, in the order of their names; the lists of teams where there are too many.
fn agents(reporter: &Reporter<'_>, language: Language) -> Vec<SearchGroup> {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    if !reporter.visible.everything() {
        return own(reporter, language);
    }
    if model.agents.len() > MOST_LINKS {
        let links = reporter.peers().teams().map(|(team, agents)| {
            let name = team_name(reporter, team, language);
            let count = agents.len();
            let text = voice.say("list-agents-team", &[("team", (&name).into()), ("count", count.into())]);
            Link { lang: foreign(&name, language), ..Link::new(text, page_address(reporter, team)) }
        });
        let (title, anchor) = (voice.word("list-agents-by-team"), "agents".to_owned());
        return vec![SearchGroup { title, anchor, links: links.collect() }];
    }
    let one = |agent: &AgentIx| {
        let agent = model.agent(*agent);
        let name = agent.name.get(language);
        let link = Link::new(format!("{name} ({})", agent.id), address::agent(agent.id.as_str()));
        (order(name), Link { lang: foreign(name, language), ..link })
    };
    let group = |(team, agents): (Option<crate::model::TeamIx>, Vec<AgentIx>)| {
        let mut links: Vec<(String, Link)> = agents.iter().map(one).collect();
        links.sort_by(|(a, x), (b, y)| a.cmp(b).then(x.text.cmp(&y.text)));
        SearchGroup {
            title: voice.say("list-agents-of", &[("team", (&team_name(reporter, team, language)).into())]),
            anchor: anchor(reporter, team),
            links: links.into_iter().map(|(_, link)| link).collect(),
        }
    };
    reporter.peers().teams().map(group).collect()
}
