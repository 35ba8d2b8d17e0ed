//! The upper half of the rankings under pseudonyms, for the team (domain notes E.5: no bottom ranks, no names).

use super::format::{number, period as period_name};
use super::rank_groups::{Group, groups};
use super::reporter::Reporter;
use super::voice::say;
use crate::model::{Language, PeriodKind};
use crate::score::Rank;
use crate::view::{Cell, Column, Link, ListSection, ListView, Row, Section, Shell, Table};

/// The page; `None` for audiences that do not see it. Groups that are too small or hold a withheld team are left out.
#[must_use]
pub fn team_ranking(reporter: &Reporter<'_>, language: Language) -> Option<ListView> {
    if !reporter.visible.upper_ranks() {
        return None;
    }
    let voice = reporter.voice(language);
    let kinds = [PeriodKind::Quarter, PeriodKind::Month];
    let periods = kinds.into_iter().filter_map(|kind| reporter.evaluation.latest(kind));
    let groups: Vec<Group<'_>> = periods.flat_map(|period| groups(reporter, period)).collect();
    let shown = groups.iter().filter(|group| is_shown(reporter, group));
    let sections: Vec<ListSection> = shown.map(|group| section(reporter, group, language)).collect();
    let lead = match sections.is_empty() {
        true => voice.word("team-ranking-none"),
        false => say!(voice, "team-ranking-lead", n: reporter.visible.least()),
    };
    let mut shell = Shell::new(language, Section::Ranking, "ranking.html", voice.word("ranking"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    shell.description.clone_from(&lead);
    Some(ListView { lead, sections, shell })
}

/// Whether the group is large enough, and none of its teams is withheld elsewhere.
fn is_shown(reporter: &Reporter<'_>, group: &Group<'_>) -> bool {
    let team = |rank: &Rank| reporter.evaluation.standing(rank.agent, group.period)?.team;
    let seen = |rank: &Rank| team(rank).is_some_and(|team| reporter.visible.team(team));
    reporter.visible.many(group.ranks.len()) && group.ranks.iter().all(seen)
}

fn section(reporter: &Reporter<'_>, group: &Group<'_>, language: Language) -> ListSection {
    let voice = reporter.voice(language);
    let (model, all) = (&reporter.evaluation.model, group.ranks.len());
    let mut upper: Vec<&Rank> = group.ranks.iter().filter(|rank| rank.rank as usize * 2 <= all).collect();
    // Equals in the order of their pseudonyms, which says nothing about them.
    let name = |rank: &Rank| model.agent(rank.agent).name.get(language);
    upper.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| name(a).cmp(name(b))));
    let row = |rank: &&Rank| {
        let total =
            reporter.evaluation.standing(rank.agent, group.period).and_then(|standing| standing.total);
        Row::new(vec![
            Cell::number(rank.rank.to_string(), f64::from(rank.rank)),
            Cell::text(name(rank)),
            total.map_or_else(|| Cell::text("–"), |total| Cell::number(reporter.score(total), total)),
        ])
    };
    let columns = vec![
        Column::number(voice.word("team-ranking-rank")),
        Column::text(voice.word("team-ranking-pseudonym")),
        Column::number(voice.word("score")),
    ];
    let title = format!("{} · {}", period_name(group.period, language), group.title(reporter, language));
    let mut table = Table::new(title.clone(), columns, upper.iter().map(row).collect());
    table.quiet = true;
    let scheme = &model.scheme(group.scheme).id;
    ListSection {
        anchor: format!("r-{}-{scheme}-{}", group.period, group.peers),
        title,
        note: Some(say!(voice, "team-ranking-note", n: &number(all as f64, 0))),
        links: Vec::new(),
        table: Some(table),
    }
}
