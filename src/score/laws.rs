//! Laws that hold for every score, whatever the figures.

use super::testing::{Build, CHAT, PHONE, item, linear, mean, month, share};
use super::{Index, Scorecard, Sums, rank, reading_with, scorecard, totals};
use crate::model::{AgentIx, Cell, Direction, Entry, Holder, IndicatorIx, Period, Subject, TeamIx, Unit};
use proptest::prelude::*;

/// A month's figures of an agent: satisfied and rated, seconds and answers, days.
type Figures = (u32, u32, u32, u32, u8);

fn figures() -> impl Strategy<Value = Figures> {
    (0u32..60, 0u32..60, 0u32..20_000, 0u32..200, 8u8..22)
        .prop_map(|(k, more, seconds, n, days)| (k, k + more, seconds, n, days))
}

fn months() -> impl Strategy<Value = Vec<Figures>> {
    proptest::collection::vec(figures(), 3)
}

/// One agent, January to March 2025, a share `good` and a mean `slow`; `weights` of both.
fn build(months: &[Figures], weights: (f64, f64)) -> (Build, IndicatorIx, IndicatorIx) {
    let mut build = Build::new();
    let team = build.team("a");
    let good = build.indicator("good", share(), Unit::Percent, Direction::Up);
    let slow = build.indicator("slow", mean(), Unit::Seconds, Direction::Down);
    build.model.indicators[0].minimum = Some(30.0);
    let items = vec![item(good, weights.0, linear(0.5, 0.95)), item(slow, weights.1, linear(120.0, 15.0))];
    build.scheme("s", "2025-01", items);
    build.agent("ann", "2023-01-01", team);
    enter(&mut build, AgentIx(0), months);
    (build, good, slow)
}

fn enter(build: &mut Build, agent: AgentIx, months: &[Figures]) {
    for (at, &(k, n, seconds, answers, days)) in months.iter().enumerate() {
        let of = format!("2025-{:02}", at + 1);
        let (k, n) = (f64::from(k), f64::from(n));
        let (chat, phone) = ((k / 2.0).floor(), k - (k / 2.0).floor());
        let figures = [
            (IndicatorIx(0), Entry::Pair(chat, chat)),
            (IndicatorIx(1), Entry::Pair(f64::from(seconds), f64::from(answers))),
        ];
        build.figures(agent, &of, (f64::from(days), 22.0), &figures).channel = Some(CHAT);
        let figures = [(IndicatorIx(0), Entry::Pair(phone, n - chat))];
        build.row(Holder::Agent(agent), &of, &figures).channel = Some(PHONE);
    }
}

fn quarter() -> Period {
    Period::quarter_of(month("2025-01"), 1)
}

fn score(build: &Build, period: Period) -> Scorecard {
    let model = build.model();
    scorecard(&model, &Index::new(&model), AgentIx(0), period)
}

proptest! {
    #[test]
    fn one_more_satisfied_customer_never_lowers_the_score(mut months in months(), at in 0usize..3) {
        let before = score(&build(&months, (60.0, 40.0)).0, quarter());
        let (k, n, ..) = months[at];
        prop_assume!(k < n);
        months[at].0 += 1;
        let after = score(&build(&months, (60.0, 40.0)).0, quarter());
        prop_assert_eq!(before.total.is_some(), after.total.is_some());
        prop_assert!(after.total.unwrap_or(0.0) >= before.total.unwrap_or(0.0));
    }

    #[test]
    fn answering_faster_never_lowers_the_score(mut months in months(), at in 0usize..3, less in 0u32..500) {
        let before = score(&build(&months, (60.0, 40.0)).0, quarter());
        months[at].2 = months[at].2.saturating_sub(less);
        let after = score(&build(&months, (60.0, 40.0)).0, quarter());
        prop_assert!(after.total.unwrap_or(0.0) >= before.total.unwrap_or(0.0));
    }

    #[test]
    fn the_order_of_rows_and_cells_never_matters(months in months(), order in any::<u64>()) {
        let (mut build, ..) = build(&months, (60.0, 40.0));
        let sorted = score(&build, quarter());
        build.rows.sort_by_key(|new| (u64::from(new.row.start) + 1).wrapping_mul(order | 1));
        build.rows.iter_mut().for_each(|new| new.cells.reverse());
        prop_assert_eq!(sorted, score(&build, quarter()));
    }

    #[test]
    fn scaling_all_weights_never_matters(months in months(), share in 1.0..99.0, factor in 0.01..50.0) {
        let plain = score(&build(&months, (share, 100.0 - share)).0, quarter());
        let scaled = score(&build(&months, (share * factor, (100.0 - share) * factor)).0, quarter());
        prop_assert_eq!(plain.verdict, scaled.verdict);
        prop_assert!((plain.total.unwrap_or(0.0) - scaled.total.unwrap_or(0.0)).abs() < 1e-9);
        prop_assert_eq!(plain.band, scaled.band);
    }

    #[test]
    fn the_unit_never_matters(months in months()) {
        let (mut build, _, slow) = build(&months, (60.0, 40.0));
        let seconds = score(&build, quarter());
        build.model.indicators[slow.at()].precision.unit = Unit::Minutes;
        build.model.schemes[0].items[1].rule = linear(2.0, 0.25);
        for cell in build.rows.iter_mut().flat_map(|new| &mut new.cells).filter(|cell| cell.indicator == slow) {
            if let Entry::Pair(sum, cases) = cell.entry() {
                *cell = Cell::new(slow, Entry::Pair(sum / 60.0, cases), cell.start, cell.len);
            }
        }
        let minutes = score(&build, quarter());
        prop_assert!((seconds.total.unwrap_or(0.0) - minutes.total.unwrap_or(0.0)).abs() < 1e-9);
    }

    #[test]
    fn a_score_adds_up_and_stays_within_its_limits(months in months(), weight in 0.0..100.0) {
        let card = score(&build(&months, (weight, 100.0 - weight)).0, quarter());
        for segment in card.segments.iter().filter(|segment| segment.total.is_some()) {
            let weights: f64 = segment.items.iter().map(|item| item.effective_weight).sum();
            let added: f64 = segment.items.iter().filter_map(|item| item.contribution).sum();
            prop_assert!((weights - 100.0).abs() < 1e-9);
            prop_assert!((added - segment.total.unwrap()).abs() < 1e-9);
        }
        prop_assert!(card.total.is_none_or(|total| (-1e-9..=100.0).contains(&total)));
    }

    #[test]
    fn ranks_hold_their_ranges_and_agree_with_totals(field in proptest::collection::vec(months(), 3..8)) {
        let (mut build, ..) = build(&field[0], (60.0, 40.0));
        for (at, months) in field.iter().enumerate().skip(1) {
            let agent = build.agent(&format!("bob-{at}"), "2023-01-01", TeamIx(0));
            enter(&mut build, agent, months);
        }
        let model = build.model();
        let mut standings = totals(&model, &Index::new(&model), quarter());
        let ranking = rank(&model, &standings);
        prop_assert_eq!(ranking.ranked.len() + ranking.unranked.len(), field.len());
        for one in &ranking.ranked {
            prop_assert!(one.best <= one.rank && one.rank <= one.worst && one.worst <= one.of);
            let total = |rank: &super::Rank| standings[rank.agent.at()].total.unwrap();
            let better = ranking.ranked.iter().filter(|other| total(other) > total(one) + 0.01).count() as u32;
            prop_assert!(better < one.rank);
        }
        standings.reverse();
        prop_assert_eq!(ranking, rank(&model, &standings));
    }

    #[test]
    fn a_team_is_the_sum_of_its_agents_in_any_channels(field in proptest::collection::vec(months(), 1..5)) {
        let (mut build, good, slow) = build(&field[0], (60.0, 40.0));
        for (at, months) in field.iter().enumerate().skip(1) {
            let agent = build.agent(&format!("bob-{at}"), "2023-01-01", TeamIx(0));
            enter(&mut build, agent, months);
        }
        let model = build.model();
        let index = Index::new(&model);
        for channels in [None, Some(&[CHAT][..]), Some(&[CHAT, PHONE][..])] {
            let read = |of, ix| match reading_with(&model, &index, of, ix, month("2025-01"), month("2025-03"), channels).sums {
                Sums::Pair(a, b) => (a, b),
                _ => (0.0, 0.0),
            };
            for ix in [good, slow] {
                let agents = (0..field.len() as u32).map(|n| read(Subject::Agent(AgentIx(n)), ix));
                let sum = agents.fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
                prop_assert_eq!(read(Subject::Team(TeamIx(0)), ix), sum);
                prop_assert_eq!(read(Subject::Organisation, ix), sum);
            }
        }
    }
}
