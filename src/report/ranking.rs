//! Rankings: who stands where among comparable peers, how sure is it, who moved?

use super::derivation::band_name_of;
use super::format::{number, period as period_name, signed};
use super::rank_chart::bump;
use super::rank_groups::{Group, groups};
use super::reporter::Reporter;
use super::{address, naming, verdict};
use crate::model::{AgentIx, Language, Period, PeriodKind};
use crate::score::{Rank, Unranked};
use crate::view::{Cell, Column, Link, RankGroup, RankingView, Row, Section, Shell, Table};

/// Rows above which groups have pages of their own.
const MOST_ROWS: usize = 300;

/// The ranking of the latest complete quarter (`ranking.html`), and of every other quarter, every year and the latest
/// month (`ranking/<period>.html`). Where a period has more than 300 rows there is only the latest quarter, with a page for
/// each group of peers (`ranking/<period>-<group>.html`).
#[must_use]
pub fn ranking_pages(reporter: &Reporter<'_>, language: Language) -> Vec<RankingView> {
    let evaluation = reporter.evaluation;
    let Some(main) = evaluation.latest(PeriodKind::Quarter) else { return Vec::new() };
    if evaluation.model.agents.len() > MOST_ROWS {
        return split_pages(reporter, main, language);
    }
    let periods = ranked_periods(reporter, main);
    periods.iter().map(|period| page(reporter, *period, main, &periods, language)).collect()
}

/// The latest complete quarter first, then the other quarters, the years and the latest month, newest first.
fn ranked_periods(reporter: &Reporter<'_>, main: Period) -> Vec<Period> {
    let evaluation = reporter.evaluation;
    let mut periods = vec![main];
    periods.extend(evaluation.of_kind(PeriodKind::Quarter).rev().filter(|period| *period != main));
    periods.extend(evaluation.of_kind(PeriodKind::Year).rev());
    periods.extend(evaluation.latest(PeriodKind::Month));
    periods
}

/// `ranking.html` for the main period, else `ranking/<period>.html`.
fn page_address(period: Period, main: Period) -> String {
    if period == main { "ranking.html".to_owned() } else { format!("ranking/{period}.html") }
}

fn shell(reporter: &Reporter<'_>, address: &str, period: Period, language: Language) -> Shell {
    let voice = reporter.voice(language);
    let name = period_name(period, language);
    let mut shell = Shell::new(
        language,
        Section::Ranking,
        address,
        voice.say("ranking-title", &[("period", (&name).into())]),
    );
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    shell
}

fn page(
    reporter: &Reporter<'_>,
    period: Period,
    main: Period,
    periods: &[Period],
    language: Language,
) -> RankingView {
    let groups = groups(reporter, period);
    let mut shell = shell(reporter, &page_address(period, main), period, language);
    let voice = reporter.voice(language);
    if period != main {
        shell.crumbs.push(Link::new(voice.word("ranking"), "ranking.html"));
    }
    let unranked = evaluation_unranked(reporter, period);
    let lead = lead(reporter, period, &groups, unranked.len(), language);
    shell.description.clone_from(&lead);
    let csv = |part: &str| format!("csv/ranking-{period}-{part}.csv");
    RankingView {
        shell,
        lead,
        groups: groups
            .iter()
            .enumerate()
            .map(|(at, group)| rank_group(reporter, period, group, (at + 1, &csv), language))
            .collect(),
        unranked: unranked_table(reporter, period, &unranked, language),
        others: periods
            .iter()
            .filter(|other| **other != period)
            .map(|other| Link::new(period_name(*other, language), page_address(*other, main)))
            .collect(),
    }
}

/// For large organisations: a page with the groups, and a page for each of them.
fn split_pages(reporter: &Reporter<'_>, period: Period, language: Language) -> Vec<RankingView> {
    let voice = reporter.voice(language);
    let groups = groups(reporter, period);
    let unranked = evaluation_unranked(reporter, period);
    let address = |at: usize, group: &Group<'_>| format!("ranking/{period}-{}-{}.html", group.peers, at + 1);
    let rows = groups.iter().enumerate().map(|(at, group)| {
        let middle = group.median(reporter);
        Row::new(vec![
            Cell::link(group.title(reporter, language), address(at, group)),
            Cell::number(group.ranks.len().to_string(), group.ranks.len() as f64),
            Cell::number(reporter.score(middle), middle),
        ])
    });
    let columns = vec![
        Column::text(voice.word("ranking-group")),
        Column::number(voice.word("ranking-ranked")),
        Column::number(voice.word("ranking-median")),
    ];
    let index = RankGroup {
        anchor: "groups".to_owned(),
        title: voice.word("ranking-groups"),
        note: voice.word("ranking-groups-note"),
        table: Table::new(voice.word("ranking-groups"), columns, rows.collect()),
        chart: None,
    };
    let lead = lead(reporter, period, &groups, unranked.len(), language);
    let mut shell_of_all = shell(reporter, "ranking.html", period, language);
    shell_of_all.description.clone_from(&lead);
    let mut pages = vec![RankingView {
        shell: shell_of_all,
        lead,
        groups: vec![index],
        unranked: None,
        others: Vec::new(),
    }];
    for (at, group) in groups.iter().enumerate() {
        let mut shell = shell(reporter, &address(at, group), period, language);
        let title = group.title(reporter, language);
        shell.title = format!("{} · {title}", shell.title);
        shell.crumbs.push(Link::new(voice.word("ranking"), "ranking.html"));
        let csv = |part: &str| format!("csv/ranking-{period}-{}-{}-{part}.csv", group.peers, at + 1);
        let own: Vec<(AgentIx, Unranked)> =
            unranked.iter().filter(|(agent, _)| group.holds(reporter, *agent, period)).copied().collect();
        let lead = self::lead(reporter, period, std::slice::from_ref(group), own.len(), language);
        shell.description.clone_from(&lead);
        pages.push(RankingView {
            shell,
            lead,
            groups: vec![rank_group(reporter, period, group, (1, &csv), language)],
            unranked: unranked_table(reporter, period, &own, language),
            others: Vec::new(),
        });
    }
    pages
}

fn evaluation_unranked(reporter: &Reporter<'_>, period: Period) -> Vec<(AgentIx, Unranked)> {
    let ranking = reporter.evaluation.ranking(period);
    let outside =
        |reason: &Unranked| matches!(reason, Unranked::NotRated(crate::score::Verdict::NotInService));
    ranking.map_or_else(Vec::new, |ranking| {
        ranking.unranked.iter().filter(|(_, reason)| !outside(reason)).copied().collect()
    })
}

/// How many are ranked, in how many groups, and how far ranks can be told apart.
fn lead(
    reporter: &Reporter<'_>,
    period: Period,
    groups: &[Group<'_>],
    unranked: usize,
    language: Language,
) -> String {
    let voice = reporter.voice(language);
    let ranks = || groups.iter().flat_map(|group| &group.ranks);
    let ranked = ranks().count();
    if ranked == 0 {
        return voice.word("ranking-lead-none");
    }
    // A rank is told apart from most others when its range spans at most half of its group.
    let vague = ranks().filter(|rank| (rank.worst - rank.best) * 2 > rank.of).count();
    let period = period_name(period, language);
    let first = voice.say(
        "ranking-lead",
        &[
            ("period", (&period).into()),
            ("ranked", ranked.into()),
            ("groups", groups.len().into()),
            ("unranked", unranked.into()),
        ],
    );
    let second = match vague {
        0 => voice.word("ranking-lead-clear"),
        vague => voice.say("ranking-lead-vague", &[("count", vague.into())]),
    };
    voice.sentences(&[first.into(), second.into()])
}

/// One group: its table and its course.
fn rank_group(
    reporter: &Reporter<'_>,
    period: Period,
    group: &Group<'_>,
    (at, csv): (usize, &dyn Fn(&str) -> String),
    language: Language,
) -> RankGroup {
    let voice = reporter.voice(language);
    let title = group.title(reporter, language);
    let mut ranks = group.ranks.clone();
    ranks.sort_by_key(|rank| (rank.rank, rank.agent));
    let earlier = period_name(period.previous(), language);
    let columns = vec![
        Column::text(voice.word("ranking-agent")),
        Column::number(voice.word("ranking-rank")),
        Column::number(voice.word("score")),
        Column::number(voice.say("ranking-change", &[("period", (&earlier).into())])),
        Column::number(voice.word("ranking-cases")).minor(),
        Column::text(voice.word("ranking-band")),
    ];
    let rows = ranks.iter().map(|rank| row(reporter, period, rank, language)).collect();
    let mut table = Table::new(format!("{title} · {}", period_name(period, language)), columns, rows);
    let anchor = format!("group-{at}");
    table.quiet = true;
    table.csv = Some(csv(&anchor));
    table.notes = vec![voice.word("ranking-note-range"), voice.word("ranking-note-cases")];
    if !reporter.evaluation.complete(period) {
        table.notes.push(voice.word("ranking-note-provisional"));
    }
    let count = ranks.len();
    RankGroup {
        chart: bump(reporter, period, &ranks, &format!("bump-{at}"), &title, language),
        anchor,
        note: voice.say("ranking-group-note", &[("count", count.into())]),
        title,
        table,
    }
}

fn row(reporter: &Reporter<'_>, period: Period, rank: &Rank, language: Language) -> Row {
    let evaluation = reporter.evaluation;
    let agent = evaluation.model.agent(rank.agent);
    let words = reporter.agent_words(language);
    let standing = evaluation.standing(rank.agent, period);
    let total = standing.and_then(|standing| standing.total).unwrap_or_default();
    let before = evaluation.standing(rank.agent, period.previous());
    let change = match before.map(|before| (before.total, &before.verdict)) {
        Some((Some(then), _)) => {
            let decimals = evaluation.model.organisation.score_decimals;
            Cell::number(signed(total - then, decimals), total - then)
        }
        Some((None, reason)) => Cell::text(verdict::short(reporter, language, reason)),
        None => Cell::text(reporter.voice(language).word("not-comparable")),
    };
    let same = if rank.tied { "=" } else { "" };
    let range =
        if rank.best == rank.worst { String::new() } else { format!(" ({}–{})", rank.best, rank.worst) };
    let score = Cell::number(reporter.score(total), total);
    let band = standing.and_then(|s| band_name_of(reporter, language, s.scheme, s.band));
    Row::new(vec![
        agent_cell(reporter, rank.agent, language),
        Cell::number(format!("{same}{}{range}", rank.rank), f64::from(rank.rank)),
        Cell { href: Some(address::derivation(agent.id.as_str(), period)), ..score },
        change,
        cases(reporter, rank.agent, period)
            .map_or_else(|| Cell::text(words.not_scored.clone()), |n| Cell::number(number(n, 0), n)),
        Cell::text(band.unwrap_or(&words.no_band)),
    ])
}

/// Name with id, since names repeat.
pub(super) fn agent_cell(reporter: &Reporter<'_>, agent: AgentIx, language: Language) -> Cell {
    let agent = reporter.evaluation.model.agent(agent);
    let name = agent.name.get(language);
    Cell {
        note: Some(agent.id.as_str().to_owned()),
        lang: naming::foreign(name, language),
        ..Cell::link(name, address::agent(agent.id.as_str()))
    }
}

/// The largest number of cases among the weighted indicators of the period.
fn cases(reporter: &Reporter<'_>, agent: AgentIx, period: Period) -> Option<f64> {
    let card = reporter.evaluation.card(agent, period);
    let items = card.segments.iter().flat_map(|segment| &segment.items);
    let mut totals: Vec<(crate::model::IndicatorIx, f64)> = Vec::new();
    for (indicator, n) in items.filter_map(|item| Some((item.indicator, item.reading.n?))) {
        match totals.iter_mut().find(|(known, _)| *known == indicator) {
            Some((_, sum)) => *sum += n,
            None => totals.push((indicator, n)),
        }
    }
    totals.into_iter().map(|(_, n)| n).max_by(f64::total_cmp)
}

/// Who has no rank, and why.
fn unranked_table(
    reporter: &Reporter<'_>,
    period: Period,
    unranked: &[(AgentIx, Unranked)],
    language: Language,
) -> Option<Table> {
    if unranked.is_empty() {
        return None;
    }
    let voice = reporter.voice(language);
    let percent = |x: f64| format!("{}%", super::format::short_number(x, 1));
    let reason = |reason: &Unranked| match reason {
        Unranked::NotRated(why) => verdict::reason(reporter, language, why),
        Unranked::TooLittleWeight { available, needed } => voice.say(
            "ranking-why-weight",
            &[("available", (&percent(*available)).into()), ("needed", (&percent(*needed)).into())],
        ),
        Unranked::WithoutCount => voice.word("ranking-why-count"),
        Unranked::TooFewPeers { peers, needed } => voice.say(
            "ranking-why-peers",
            &[("peers", (*peers as usize).into()), ("needed", usize::from(*needed).into())],
        ),
    };
    let rows = unranked.iter().map(|(agent, why)| {
        let id = reporter.evaluation.model.agent(*agent).id.as_str();
        let total = reporter.evaluation.standing(*agent, period).and_then(|standing| standing.total);
        let score = match total {
            Some(total) => Cell::number(reporter.score(total), total),
            None => Cell::text(reporter.agent_words(language).not_rated.clone()),
        };
        Row::new(vec![
            agent_cell(reporter, *agent, language),
            Cell { href: Some(address::derivation(id, period)), ..score },
            Cell::text(reason(why)),
        ])
    });
    let columns = vec![
        Column::text(voice.word("ranking-agent")),
        Column::number(voice.word("score")),
        Column::text(voice.word("reason")),
    ];
    let mut table = Table::new(voice.word("unranked"), columns, rows.collect());
    table.quiet = true;
    Some(table)
}
