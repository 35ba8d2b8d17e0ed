//! Ranks over the last periods: at most eight lines are named, the rest is grey.

use super::figure::{Saying, drawn, figure};
use super::format::{number, period as period_name, period_short};
use super::reporter::Reporter;
use crate::chart::{Bump, BumpLine};
use crate::model::{AgentIx, Language, Period};
use crate::score::Rank;
use crate::view::{Cell, Column, Figure, Row, Table};

/// Periods shown.
const PERIODS: usize = 6;
/// Named lines.
const NAMED: usize = 8;
/// Lines drawn at most; of more only the best stand, and it is said.
const DRAWN: usize = 40;

/// The bump chart of a group (`ranks` sorted by rank); none with fewer than two periods that have ranks.
#[must_use]
pub(super) fn bump(
    reporter: &Reporter<'_>,
    period: Period,
    ranks: &[Rank],
    anchor: &str,
    group: &str,
    language: Language,
) -> Option<Figure> {
    let evaluation = reporter.evaluation;
    let voice = reporter.voice(language);
    let group_of = |agent, period| {
        let standing = evaluation.standing(agent, period)?;
        Some(evaluation.model.peer_group(standing.scheme?, standing.team?))
    };
    let own = ranks.first().and_then(|rank| group_of(rank.agent, period))?;
    let known: Vec<Period> = evaluation.of_kind(period.kind()).filter(|known| *known <= period).collect();
    let rank_in = |agent: AgentIx, at: Period| {
        let rank = evaluation.rank(agent, at)?;
        (group_of(agent, at) == Some(own)).then_some(rank.rank)
    };
    let shown: Vec<Period> = known
        .iter()
        .skip(known.len().saturating_sub(PERIODS))
        .filter(|at| ranks.iter().any(|rank| rank_in(rank.agent, **at).is_some()))
        .copied()
        .collect();
    if shown.len() < 2 {
        return None;
    }
    let name = |agent: AgentIx| evaluation.model.agent(agent).name.get(language);
    let course = |agent: AgentIx| shown.iter().map(move |at| rank_in(agent, *at));
    let drawing = drawn(language, |language| {
        let lines = ranks.iter().take(DRAWN).enumerate().map(|(at, rank)| BumpLine {
            label: evaluation.model.agent(rank.agent).name.get(language).to_owned(),
            ranks: course(rank.agent).map(|rank| rank.map(f64::from)).collect(),
            highlight: at < NAMED,
        });
        let chart = Bump {
            periods: shown.iter().map(|at| period_short(*at)).collect(),
            lines: lines.collect(),
            rank_word: reporter.voice(language).word("ranking-rank-word"),
        };
        chart.draw(&|rank| number(rank, 0))
    });
    let named = ranks.get(..NAMED.min(ranks.len())).unwrap_or_default();
    let not_ranked = voice.word("ranking-not-ranked");
    let rows = named.iter().map(|rank| {
        let places = course(rank.agent)
            .map(|rank| Cell::text(rank.map_or_else(|| not_ranked.clone(), |r| r.to_string())));
        Row::new(std::iter::once(Cell::text(name(rank.agent))).chain(places).collect())
    });
    let mut columns = vec![Column::text(voice.word("ranking-agent"))];
    columns.extend(shown.iter().map(|at| Column::number(period_short(*at))));
    let caption = voice.say("ranking-chart-table", &[("group", group.into())]);
    let mut table = Table::new(caption, columns, rows.collect());
    (table.quiet, table.sortable, table.filter) = (true, false, false);
    let saying = saying(reporter, &shown, named, &rank_in, group, language);
    Some(figure(anchor, "bump", saying, drawing, Some(table)))
}

/// The finding: who gained most places since the period before among the named, or that nobody moved.
fn saying(
    reporter: &Reporter<'_>,
    shown: &[Period],
    named: &[Rank],
    rank_in: &dyn Fn(AgentIx, Period) -> Option<u32>,
    group: &str,
    language: Language,
) -> Saying {
    let voice = reporter.voice(language);
    let name = |agent: AgentIx| reporter.evaluation.model.agent(agent).name.get(language);
    let before = shown.iter().rev().nth(1).copied();
    let gained = |rank: &Rank| {
        let then = before.and_then(|before| rank_in(rank.agent, before))?;
        then.checked_sub(rank.rank).filter(|places| *places > 0)
    };
    let most = named
        .iter()
        .filter_map(|rank| Some((gained(rank)?, rank)))
        .max_by_key(|(places, rank)| (*places, std::cmp::Reverse(rank.rank)));
    let since = before.map(|before| period_name(before, language)).unwrap_or_default();
    let title = match most {
        Some((places, rank)) => voice.say(
            "ranking-chart-gain",
            &[
                ("name", name(rank.agent).into()),
                ("places", (places as usize).into()),
                ("period", (&since).into()),
            ],
        ),
        None => voice.say("ranking-chart-still", &[("period", (&since).into())]),
    };
    let first = named.iter().filter(|rank| rank.rank == 1).map(|rank| name(rank.agent)).collect::<Vec<_>>();
    let count = [("count", named.len().into())];
    Saying {
        title,
        subtitle: voice.say("ranking-chart-subtitle", &count),
        label: voice.say("ranking-chart-label", &[("group", group.into())]),
        summary: voice.say("ranking-chart-summary", &[("first", (&voice.list(&first)).into())]),
    }
}
