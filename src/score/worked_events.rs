//! Events and red lines with numbers worked by hand.

use super::testing::{Build, date, item, linear, month, share};
use super::{CardStep, Index, Scorecard, change, scorecard, standing};
use crate::diag::Span;
use crate::model::{
    AgentIx, Band, Direction, Entry, Event, EventCaps, EventNature, EventTypeIx, Id, Ledger, Longer, Month,
    Period, Person, RaterIx, RedLine, RedLineStatus, SchemeIx, Text, Unit,
};
use proptest::prelude::*;

fn event(nature: EventNature, on: &str, points: f64) -> Event {
    Event {
        id: None,
        agent: AgentIx(0),
        month: Month::of(date(on)),
        date: date(on),
        kind: EventTypeIx(0),
        nature,
        points,
        rater: Person::Rater(RaterIx(0)),
        evidence: String::new(),
        note: Text::default(),
        case: None,
        span: Span::default(),
    }
}

fn bonus(on: &str, points: f64) -> Event {
    event(EventNature::Bonus, on, points)
}

fn deduction(on: &str, points: f64) -> Event {
    event(EventNature::Deduction, on, points)
}

/// A confirmed red line of March that holds to `through` and allows band `b` at most.
fn red_line(status: RedLineStatus, through: &str) -> Event {
    let case = RedLine {
        status,
        heard_on: Some(date("2025-03-20")),
        decided_by: Some(Person::Rater(RaterIx(0))),
        decided_on: Some(date("2025-03-24")),
        band_at_most: Id::parse("b"),
        levels_down: 1,
        no_bonus: true,
        from: month("2025-03"),
        through: month(through),
    };
    Event { case: Some(case), ..event(EventNature::RedLine, "2025-03-18", 0.0) }
}

/// One agent with 100 ratings a month from January to June 2025, `good` of them satisfied: `good` points, since the line
/// goes from 0 to 100 %. Events count to 5 up and 10 down.
fn world(good: f64, events: Vec<Event>) -> Build {
    let mut build = Build::new();
    let team = build.team("a");
    let csat = build.indicator("csat", share(), Unit::Percent, Direction::Up);
    let scheme = build.scheme("s", "2024-01", vec![item(csat, 100.0, linear(0.0, 1.0))]);
    let band = |id: &str, from| Band { id: Id::parse(id).unwrap(), name: Text::same(id), from };
    build.scheme_mut(scheme).bands = vec![band("a", 90.0), band("b", 80.0), band("c", 0.0)];
    build.scheme_mut(scheme).policy.events = Some(EventCaps { most_added: 5.0, most_deducted: 10.0 });
    build.agent("ann", "2023-01-01", team);
    for n in 1..=6 {
        let figures = [(csat, Entry::Pair(good, 100.0))];
        build.figures(AgentIx(0), &format!("2025-{n:02}"), (20.0, 20.0), &figures);
    }
    build.model.ledger = Ledger::new(events, Vec::new());
    build
}

fn card(build: &Build, period: Period) -> Scorecard {
    let model = build.model();
    scorecard(&model, &Index::new(&model), AgentIx(0), period)
}

fn march() -> Period {
    Period::month(month("2025-03"))
}

fn quarter(of: &str) -> Period {
    Period::quarter_of(month(of), 1)
}

fn near(a: Option<f64>, b: f64) -> bool {
    a.is_some_and(|a| (a - b).abs() < 1e-9)
}

/// +3 +4 = 7, capped at 5; −2; together +3 on 80.
#[test]
fn sums_of_a_month_are_capped_each_for_itself() {
    let events = vec![bonus("2025-03-03", 3.0), bonus("2025-03-09", 4.0), deduction("2025-03-10", 2.0)];
    let card = card(&world(80.0, events), march());
    assert!(near(card.total, 83.0), "{:?}", card.total);
    assert!((card.by_events - 3.0).abs() < 1e-12);
    let [of_march] = card.events.as_slice() else { panic!("one month with events") };
    assert_eq!((of_march.added, of_march.deducted, of_march.is_capped()), (7.0, 2.0, true));
    assert!(card.steps.contains(&CardStep::EventsAdded { before: 80.0, by: 3.0, months: 1 }));
}

/// March +3, January −1, nothing in February: (−1 + 0 + 3) / 3 = 0.666… on a quarter of 80.
#[test]
fn a_quarter_has_the_mean_of_its_months() {
    let events = vec![bonus("2025-03-03", 3.0), deduction("2025-01-10", 1.0)];
    let build = world(80.0, events);
    assert!(near(card(&build, quarter("2025-03")).total, 80.0 + 2.0 / 3.0));
    assert!(near(card(&build, march()).total, 83.0));
    assert!(near(card(&build, quarter("2025-05")).total, 80.0), "another quarter");
}

/// 20 points up and 30 down in January count as 5 − 10; the mean with two months of nothing is −5/3.
#[test]
fn caps_hold_in_each_month_before_the_mean() {
    let events = vec![bonus("2025-01-03", 20.0), deduction("2025-01-10", 30.0)];
    assert!(near(card(&world(80.0, events), quarter("2025-01")).total, 80.0 - 5.0 / 3.0));
}

/// Events come after the indicators and before the cap of the total: 98 + 5 = 103, cut to 100.
#[test]
fn the_cap_of_the_total_comes_last() {
    let card = card(&world(98.0, vec![bonus("2025-03-03", 5.0)]), march());
    assert_eq!(card.total, Some(100.0));
    let steps: Vec<_> = card.steps.iter().map(std::mem::discriminant).collect();
    let expected =
        [CardStep::EventsAdded { before: 0.0, by: 0.0, months: 0 }, CardStep::Capped { before: 0.0 }];
    assert_eq!(steps, expected.iter().map(std::mem::discriminant).collect::<Vec<_>>());
}

#[test]
fn deductions_end_at_zero() {
    let card = card(&world(4.0, vec![deduction("2025-03-03", 9.0)]), march());
    assert_eq!(card.total, Some(0.0));
    assert!(card.steps.iter().any(|step| matches!(step, CardStep::Floored { .. })));
}

/// February 80 to March 80 + 3: the whole difference is that of events, nothing is left to indicators or the cap.
#[test]
fn a_change_by_events_is_told_as_such() {
    let build = world(80.0, vec![bonus("2025-03-03", 3.0)]);
    let got = change(&card(&build, march()), &card(&build, Period::month(month("2025-02"))));
    assert!(near(got.difference, 3.0) && near(Some(got.by_events), 3.0) && got.by_cap.abs() < 1e-9);
}

/// Without a policy events are shown and change nothing; commendations never do.
#[test]
fn without_a_policy_nothing_is_added() {
    let mut build = world(80.0, vec![bonus("2025-03-03", 3.0)]);
    build.scheme_mut(SchemeIx(0)).policy.events = None;
    assert_eq!(card(&build, march()).total, Some(80.0));
    let praised = world(80.0, vec![event(EventNature::Commendation, "2025-03-03", 0.0)]);
    assert!(card(&praised, march()).events.is_empty());
}

/// Months that are only observed are neither scored nor part of the mean: one scored month, so +3 in full.
#[test]
fn observed_months_are_no_part_of_the_mean() {
    let mut build = world(80.0, vec![bonus("2025-03-03", 3.0), bonus("2025-02-03", 3.0)]);
    build.model.agents[0].joined = date("2025-01-20");
    build.scheme_mut(SchemeIx(0)).policy.observed_months = 2;
    assert!(near(card(&build, quarter("2025-03")).total, 83.0));
}

/// (80 + 80 + 83) / 3 by the months' own totals: the same 81 as by the mean of events.
#[test]
fn a_mean_of_months_holds_its_events_once() {
    let mut build = world(80.0, vec![bonus("2025-03-03", 3.0)]);
    build.scheme_mut(SchemeIx(0)).policy.longer = Longer::MeanOfMonths;
    let card = card(&build, quarter("2025-03"));
    assert!(near(card.total, 81.0), "{:?}", card.total);
    assert!((card.by_events - 1.0).abs() < 1e-9);
}

#[test]
fn a_confirmed_red_line_holds_the_band_and_not_the_number() {
    let build = world(95.0, vec![red_line(RedLineStatus::Confirmed, "2025-04")]);
    let card_of = |period| card(&build, period);
    for (period, band) in [
        (Period::month(month("2025-02")), 0),
        (march(), 1),
        (Period::month(month("2025-04")), 1),
        (Period::month(month("2025-05")), 0),
        (quarter("2025-01"), 1),
        (quarter("2025-04"), 1),
    ] {
        let card = card_of(period);
        assert!(near(card.total, 95.0), "{period}");
        assert_eq!((card.band, card.earned_band), (Some(band), Some(0)), "{period}");
    }
    let model = build.model();
    let held = standing(&model, &Index::new(&model), AgentIx(0), march());
    assert!(held.no_bonus && held.earned_band == Some(0) && held.band == Some(1));
}

#[test]
fn reported_and_lifted_red_lines_do_nothing() {
    for status in [RedLineStatus::Reported, RedLineStatus::Lifted] {
        let card = card(&world(95.0, vec![red_line(status, "2025-04")]), march());
        assert_eq!((card.band, card.red_lines.len()), (Some(0), 0), "{status:?}");
    }
}

/// A red line never lifts a band: 70 points are `c`, and `b` at most leaves them there.
#[test]
fn a_red_line_never_raises_a_band() {
    let card = card(&world(70.0, vec![red_line(RedLineStatus::Confirmed, "2025-04")]), march());
    assert_eq!((card.band, card.red_lines.len()), (Some(2), 1));
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let one = (any::<bool>(), 1u32..=6, 1u32..=28, 0u32..60).prop_map(|(up, month, day, half)| {
        let nature = if up { EventNature::Bonus } else { EventNature::Deduction };
        event(nature, &format!("2025-{month:02}-{day:02}"), f64::from(half) / 2.0)
    });
    proptest::collection::vec(one, 0..8)
}

proptest! {
    #[test]
    fn one_more_bonus_never_lowers_a_score(events in events(), good in 0u32..=100, points in 0.0..10.0f64) {
        let before = world(f64::from(good), events.clone());
        let mut more = events;
        more.push(bonus("2025-02-14", points));
        let after = world(f64::from(good), more);
        for period in [Period::month(month("2025-02")), quarter("2025-02"), Period::year_of(month("2025-02"), 1)] {
            let (before, after) = (card(&before, period).total, card(&after, period).total);
            prop_assert!(after.unwrap() >= before.unwrap() - 1e-9);
        }
    }

    #[test]
    fn the_order_of_events_never_matters(events in events(), good in 0u32..=100) {
        let mut turned = events.clone();
        turned.reverse();
        let (one, other) = (world(f64::from(good), events), world(f64::from(good), turned));
        prop_assert_eq!(card(&one, quarter("2025-01")), card(&other, quarter("2025-01")));
    }

    #[test]
    fn events_move_a_score_no_further_than_their_caps(events in events(), good in 0u32..=100) {
        let plain = card(&world(f64::from(good), Vec::new()), quarter("2025-01")).total.unwrap();
        let moved = card(&world(f64::from(good), events), quarter("2025-01")).total.unwrap();
        prop_assert!(moved <= plain + 5.0 + 1e-9 && moved >= plain - 10.0 - 1e-9);
    }
}
