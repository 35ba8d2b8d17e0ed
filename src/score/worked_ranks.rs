//! Worked numbers: ranks among peers, their ranges, and changes between periods.

use super::testing::{Build, item, linear, share};
use super::worked::{FULL, REFERENCE, Reference, all, card, near, of_month, reference, simple};
use super::{Index, Unranked, Verdict, change, rank, totals};
use crate::model::{AgentIx, Direction, Entry, SchemeIx, TeamIx, Unit};

/// Agents with shares of a hundred in team a (the last two in team b).
fn field(shares: &[f64]) -> Build {
    let (mut build, a, x, scheme) = simple();
    build.scheme_mut(scheme).policy.minimum_peers = 3;
    for (at, &k) in shares.iter().enumerate() {
        let team = if at + 2 < shares.len() { a } else { TeamIx(1) };
        let agent = build.agent(&format!("agent-{at}"), "2023-01-01", team);
        build.figures(agent, "2025-03", FULL, &[(x, Entry::Pair(k, 10_000.0))]);
    }
    build
}

#[test]
fn ranks_are_1_2_2_4_among_comparable_peers_only() {
    let mut build = field(&[8000.0, 9500.0, 9000.0, 9000.0, 9900.0, 100.0]);
    let ranks = |build: &Build| {
        let model = build.model();
        rank(&model, &totals(&model, &Index::new(&model), of_month("2025-03")))
    };
    let got = ranks(&build);
    let list: Vec<_> = got.ranked.iter().map(|r| (r.agent.0, r.rank, r.of, r.tied)).collect();
    assert_eq!(list, [(0, 4, 4, false), (1, 1, 4, false), (2, 2, 4, true), (3, 2, 4, true)]);
    let few = Unranked::TooFewPeers { peers: 2, needed: 3 };
    assert_eq!(got.unranked, [(AgentIx(4), few), (AgentIx(5), few)]);
    build.model.teams[1].peer_group = build.model.teams[0].peer_group.clone();
    assert_eq!(ranks(&build).of(AgentIx(4)).map(|r| (r.rank, r.of)), Some((1, 6)));
    build.scheme_mut(SchemeIx(0)).policy.rank_weight = 100.1;
    assert!(matches!(ranks(&build).unranked[0].1, Unranked::TooLittleWeight { .. }));
}

#[test]
fn totals_that_are_shown_as_equal_are_tied() {
    let mut build = field(&[9000.0, 9000.4, 8000.0, 1.0, 1.0]);
    build.model.organisation.score_decimals = 2;
    let model = build.model();
    let got = rank(&model, &totals(&model, &Index::new(&model), of_month("2025-03")));
    let list: Vec<_> = got.ranked.iter().map(|r| (r.rank, r.tied)).collect();
    assert_eq!(list, [(1, true), (1, true), (3, false)]);
}

#[test]
fn chance_leaves_ranks_open_where_intervals_meet() {
    // n = 10 000: 95 % and 90 % are far apart, 90.0 % and 90.3 % are not.
    let build = field(&[9500.0, 9000.0, 9030.0, 8000.0, 1.0, 1.0]);
    let model = build.model();
    let got = rank(&model, &totals(&model, &Index::new(&model), of_month("2025-03")));
    let list: Vec<_> = got.ranked.iter().map(|r| (r.rank, r.best, r.worst)).collect();
    assert_eq!(list, [(1, 1, 1), (3, 2, 3), (2, 2, 3), (4, 4, 4)]);
}

#[test]
fn a_value_without_count_is_shown_and_never_ranked() {
    let (mut build, team, x, scheme) = simple();
    let y = build.indicator("y", share(), Unit::Percent, Direction::Up);
    build.scheme_mut(scheme).items = vec![item(x, 80.0, linear(0.0, 1.0)), item(y, 20.0, linear(0.0, 1.0))];
    build.scheme_mut(scheme).policy.minimum_peers = 1;
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(
        ann,
        "2025-03",
        FULL,
        &[(x, Entry::Pair(9.0, 10.0)), (y, Entry::Reconstructed(0.93, None))],
    );
    let model = build.model();
    let standings = totals(&model, &Index::new(&model), of_month("2025-03"));
    near(standings[0].total, 90.0);
    assert_eq!(rank(&model, &standings).unranked, [(ann, Unranked::WithoutCount)]);
}

#[test]
fn a_change_is_explained_by_its_indicators() {
    let Reference { mut build, agent, indicators, .. } = reference(linear, &all());
    let cells: Vec<_> = indicators.iter().zip(REFERENCE).map(|(&ix, (.., entry))| (ix, entry)).collect();
    let mut later = cells.clone();
    later[1].1 = Entry::Pair(80.0, 100.0);
    later[4].1 = Entry::Pair(1125.0, 75.0);
    build.figures(agent, "2025-04", FULL, &later);
    let (march, april) = (card(&build, agent, of_month("2025-03")), card(&build, agent, of_month("2025-04")));
    let got = change(&april, &march);
    // CSAT 90 → 50 points of 25 %: −10; response 80 → 100 of 20 %: +4.
    near(got.difference, -6.0);
    let items: Vec<_> = got.items.iter().map(|i| (i.indicator, (i.difference * 1e9).round() / 1e9)).collect();
    assert_eq!(items[..2], [(indicators[1], -10.0), (indicators[4], 4.0)]);
    assert!((got.by_cap).abs() < 1e-9 && !got.scheme_differs);
    let none = change(&april, &card(&build, agent, of_month("2025-02")));
    assert_eq!(
        (none.difference, none.unrated_before, none.scheme_differs),
        (None, Some(Verdict::NoData), true)
    );
}
