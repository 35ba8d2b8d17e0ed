//! Numbers worked by hand or taken from the domain notes, through the whole way from figures to a score.

use super::testing::{Build, JUNIOR, SENIOR, count, date, item, linear, mean, month, share};
use super::{
    CardStep, Index, RuleChoice, Scorecard, Verdict, contributions, dimension_scores, scorecard, standing,
};
use crate::model::{
    AgentIx, Band, Direction, Entry, Id, IndicatorIx, Longer, Missing, Period, Rule, SchemeIx, TeamIx, Text,
    Unit,
};

pub(super) const FULL: (f64, f64) = (21.0, 22.0);

#[track_caller]
pub(super) fn near(got: Option<f64>, want: f64) {
    let got = got.expect("a number");
    assert!((got - want).abs() < 1e-9, "{got} is not {want}");
}

pub(super) fn of_month(text: &str) -> Period {
    Period::month(month(text))
}

pub(super) fn quarter(text: &str) -> Period {
    Period::quarter_of(month(text), 1)
}

pub(super) fn card(build: &Build, agent: AgentIx, period: Period) -> Scorecard {
    let model = build.model();
    let index = Index::new(&model);
    let card = scorecard(&model, &index, agent, period);
    let short = standing(&model, &index, agent, period);
    assert_eq!((short.total, short.band, short.verdict), (card.total, card.band, card.verdict));
    card
}

/// Source 003 (domain notes C): weights 20/25/20/15/20, one agent, March 2025.
pub(super) struct Reference {
    pub(super) build: Build,
    pub(super) agent: AgentIx,
    pub(super) scheme: SchemeIx,
    pub(super) indicators: [IndicatorIx; 5],
}

/// Anchors (zero, full), weight and figure of communication, CSAT, FCR, knowledge and response.
pub(super) const REFERENCE: [(f64, f64, f64, Entry); 5] = [
    (60.0, 90.0, 20.0, Entry::Pair(850.0, 10.0)),
    (0.70, 0.90, 25.0, Entry::Pair(88.0, 100.0)),
    (0.60, 0.85, 20.0, Entry::Pair(80.0, 100.0)),
    (60.0, 90.0, 15.0, Entry::Pair(920.0, 10.0)),
    (60.0, 15.0, 20.0, Entry::Pair(1200.0, 50.0)),
];

pub(super) fn reference(rule: impl Fn(f64, f64) -> Rule, figures: &[Option<Entry>; 5]) -> Reference {
    let mut build = Build::new();
    let team = build.team("presale");
    let communication = build.indicator("communication", mean(), Unit::Points, Direction::Up);
    let csat = build.indicator("csat", share(), Unit::Percent, Direction::Up);
    let fcr = build.indicator("fcr", share(), Unit::Percent, Direction::Up);
    let knowledge = build.indicator("knowledge", mean(), Unit::Points, Direction::Up);
    let response = build.indicator("response", mean(), Unit::Seconds, Direction::Down);
    let indicators = [communication, csat, fcr, knowledge, response];
    let items = indicators
        .iter()
        .zip(REFERENCE)
        .map(|(&ix, (zero, full, weight, _))| item(ix, weight, rule(zero, full)));
    let items = items.collect();
    let scheme = build.scheme("service", "2025-01", items);
    let agent = build.agent("ann", "2023-05-08", team);
    let cells: Vec<_> =
        indicators.iter().zip(figures).filter_map(|(&ix, entry)| Some((ix, (*entry)?))).collect();
    build.figures(agent, "2025-03", FULL, &cells);
    Reference { build, agent, scheme, indicators }
}

pub(super) fn all() -> [Option<Entry>; 5] {
    REFERENCE.map(|(.., entry)| Some(entry))
}

#[test]
fn the_reference_gives_86_17() {
    let Reference { build, agent, .. } = reference(linear, &all());
    let card = card(&build, agent, of_month("2025-03"));
    let points: Vec<f64> = card.segments[0].items.iter().map(|item| item.points.unwrap()).collect();
    for (got, want) in points.iter().zip([250.0 / 3.0, 90.0, 80.0, 100.0, 80.0]) {
        near(Some(*got), want);
    }
    // 20·83.33… + 25·90 + 20·80 + 15·100 + 20·80 = 8616.66…
    near(card.total, 8_616.666_666_666_667 / 100.0);
    assert_eq!(crate::model::grid(card.total.unwrap(), 2), 8617);
    let knowledge = &card.segments[0].items[3];
    near(knowledge.points_before_limits, 100.0 * 32.0 / 30.0);
    let dimension = &dimension_scores(&card)[0];
    near(Some(dimension.weight), 100.0);
    near(Some(dimension.contribution), card.total.unwrap());
    near(Some(contributions(&card).iter().map(|c| c.contribution).sum()), card.total.unwrap());
}

#[test]
fn the_attainment_method_gives_89_66_on_the_same_figures() {
    let Reference { build, agent, .. } = reference(|_, full| Rule::Attainment { target: full }, &all());
    let card = card(&build, agent, of_month("2025-03"));
    // Response 62.5, CSAT 97.78, FCR 94.12, knowledge 100, communication 94.44.
    let want = 20.0 * 850.0 / 9.0 + 25.0 * 880.0 / 9.0 + 20.0 * 8000.0 / 85.0 + 15.0 * 100.0 + 20.0 * 62.5;
    near(card.total, want / 100.0);
    assert_eq!(crate::model::grid(card.total.unwrap(), 2), 8966);
}

#[test]
fn missing_zero_and_not_applicable_differ() {
    let mut figures = all();
    figures[3] = None;
    let Reference { mut build, agent, scheme, indicators } = reference(linear, &figures);
    let renormalised = card(&build, agent, of_month("2025-03"));
    // Domain notes C: without knowledge 83.73, not 71.17.
    near(renormalised.total, 7_116.666_666_666_667 / 85.0);
    assert_eq!(crate::model::grid(renormalised.total.unwrap(), 2), 8373);
    near(Some(renormalised.available_weight), 85.0);

    build.scheme_mut(scheme).policy.missing = Missing::Zero;
    let zero = card(&build, agent, of_month("2025-03"));
    assert_eq!(crate::model::grid(zero.total.unwrap(), 2), 7117);

    build.scheme_mut(scheme).policy.missing = Missing::NotRated;
    let refused = card(&build, agent, of_month("2025-03"));
    assert_eq!((refused.total, refused.verdict), (None, Verdict::MissingValue { indicator: indicators[3] }));

    figures[3] = Some(Entry::NotApplicable);
    let Reference { mut build, agent, scheme, .. } = reference(linear, &figures);
    build.scheme_mut(scheme).policy.missing = Missing::NotRated;
    build.scheme_mut(scheme).policy.minimum_weight = 100.0;
    let exempt = card(&build, agent, of_month("2025-03"));
    near(exempt.total, 7_116.666_666_666_667 / 85.0);
    near(Some(exempt.available_weight), 100.0);

    figures[3] = Some(Entry::Pair(0.0, 10.0));
    let Reference { build, agent, .. } = reference(linear, &figures);
    let nothing_known = card(&build, agent, of_month("2025-03"));
    near(nothing_known.total, 7_116.666_666_666_667 / 100.0);
}

#[test]
fn too_little_weight_gives_no_score() {
    let mut figures = all();
    (figures[1], figures[3]) = (None, None);
    let Reference { build, agent, .. } = reference(linear, &figures);
    let card = card(&build, agent, of_month("2025-03"));
    assert_eq!(card.verdict, Verdict::TooLittleWeight { available: 60.0, needed: 70.0 });
    assert_eq!((card.total, card.segments[0].items[0].contribution), (None, None));
}

#[test]
fn bands_compare_at_shown_precision_and_the_cap_is_traced() {
    let Reference { mut build, agent, scheme, .. } = reference(linear, &all());
    let band = |id: &str, from| Band { id: Id::parse(id).unwrap(), name: Text::same(id), from };
    // 86.1666… is shown as 86.17.
    build.scheme_mut(scheme).bands = vec![band("s", 86.18), band("a", 86.17), band("b", 0.0)];
    assert_eq!(card(&build, agent, of_month("2025-03")).band, Some(1));
    build.scheme_mut(scheme).policy.cap = 80.0;
    let capped = card(&build, agent, of_month("2025-03"));
    assert_eq!((capped.total, capped.band), (Some(80.0), Some(2)));
    assert!(matches!(capped.steps[..], [CardStep::Capped { before }] if before > 86.16));
}

/// One team, one indicator x of weight 100 scored as its value in percent.
pub(super) fn simple() -> (Build, TeamIx, IndicatorIx, SchemeIx) {
    let mut build = Build::new();
    let team = build.team("a");
    build.team("b");
    let x = build.indicator("x", share(), Unit::Percent, Direction::Up);
    let scheme = build.scheme("s", "2025-01", vec![item(x, 100.0, linear(0.0, 1.0))]);
    (build, team, x, scheme)
}

#[test]
fn a_quarter_comes_from_its_sums_or_by_policy_from_its_months() {
    let (mut build, team, x, scheme) = simple();
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(ann, "2025-01", (10.0, 20.0), &[(x, Entry::Pair(9.0, 10.0))]);
    build.figures(ann, "2025-02", (20.0, 20.0), &[(x, Entry::Pair(90.0, 200.0))]);
    let from_data = card(&build, ann, quarter("2025-01"));
    near(from_data.total, 9900.0 / 210.0);
    assert_eq!(from_data.segments.len(), 1);
    build.scheme_mut(scheme).policy.longer = Longer::MeanOfMonths;
    let of_months = card(&build, ann, quarter("2025-01"));
    // (90·10 + 45·20)/30
    near(of_months.total, 60.0);
    assert_eq!(of_months.months, [(month("2025-01"), 90.0, 10.0), (month("2025-02"), 45.0, 20.0)]);
    near(Some(contributions(&of_months)[0].contribution), 60.0);
}

#[test]
fn a_transfer_makes_segments_scored_by_their_own_rules_and_combined_by_days() {
    let (mut build, a, x, scheme) = simple();
    let ann = build.agent("ann", "2023-01-01", a);
    build.posting(ann, "2025-03-01", TeamIx(1), SENIOR);
    build.scheme_mut(scheme).items[0].levels = vec![(SENIOR, linear(0.5, 1.0))];
    for of in ["2025-01", "2025-02", "2025-03"] {
        build.figures(ann, of, (20.0, 20.0), &[(x, Entry::Pair(80.0, 100.0))]);
    }
    let card = card(&build, ann, quarter("2025-01"));
    // Junior in team a: 80 points for 40 days; senior in team b: 60 points for 20 days.
    near(card.total, (80.0 * 40.0 + 60.0 * 20.0) / 60.0);
    assert_eq!(card.segments.len(), 2);
    assert_eq!(card.segments[1].items[0].rule.choice, RuleChoice::Level(SENIOR));
    assert_eq!((card.team, card.level), (Some(a), Some(JUNIOR)));
    assert_eq!(card.steps, [CardStep::CombinedByDays]);
}

#[test]
fn a_month_split_between_teams_goes_by_the_rows() {
    let (mut build, a, x, _) = simple();
    let (ann, b) = (build.agent("ann", "2023-01-01", a), TeamIx(1));
    build.posting(ann, "2025-03-11", b, SENIOR);
    build.figures(ann, "2025-03", (6.0, 6.0), &[(x, Entry::Pair(9.0, 10.0))]).team = Some(a);
    build.figures(ann, "2025-03", (12.0, 15.0), &[(x, Entry::Pair(60.0, 100.0))]).team = Some(b);
    let card = card(&build, ann, of_month("2025-03"));
    near(card.total, (90.0 * 6.0 + 60.0 * 12.0) / 18.0);
    assert_eq!(card.days.map(|days| (days.worked, days.scheduled)), Some((18.0, 21.0)));
}

#[test]
fn working_for_two_teams_all_along_makes_one_segment_each() {
    let (mut build, a, x, _) = simple();
    let (ann, b) = (build.agent("ann", "2023-01-01", a), TeamIx(1));
    for of in ["2025-01", "2025-02", "2025-03"] {
        build.figures(ann, of, (15.0, 15.0), &[(x, Entry::Pair(9.0, 10.0))]).team = Some(a);
        build.figures(ann, of, (5.0, 5.0), &[(x, Entry::Pair(5.0, 10.0))]).team = Some(b);
    }
    let card = card(&build, ann, quarter("2025-01"));
    let segments: Vec<_> = card.segments.iter().map(|s| (s.team, s.days)).collect();
    assert_eq!(segments, [(a, 45.0), (b, 15.0)]);
    near(card.total, (90.0 * 45.0 + 50.0 * 15.0) / 60.0);
}

#[test]
fn a_short_segment_joins_its_longer_neighbour() {
    let (mut build, a, x, _) = simple();
    let (ann, b) = (build.agent("ann", "2023-01-01", a), TeamIx(1));
    build.posting(ann, "2025-03-05", b, SENIOR);
    build.figures(ann, "2025-03", (2.0, 2.0), &[(x, Entry::Pair(10.0, 10.0))]).team = Some(a);
    build.figures(ann, "2025-03", (18.0, 19.0), &[(x, Entry::Pair(60.0, 100.0))]).team = Some(b);
    let card = card(&build, ann, of_month("2025-03"));
    near(card.total, 7000.0 / 110.0);
    assert_eq!((card.segments.len(), card.segments[0].team), (1, b));
    assert_eq!(card.steps, [CardStep::JoinedSegment { from: month("2025-03"), days: 2.0 }]);
}

#[test]
fn part_months_prorate_counts_but_not_rates() {
    let mut build = Build::new();
    let team = build.team("a");
    let cases = build.indicator("cases", count(), Unit::Count, Direction::Up);
    let rate = build.indicator("rate", share(), Unit::Percent, Direction::Up);
    let items = vec![item(cases, 50.0, linear(0.0, 10.0)), item(rate, 50.0, linear(0.0, 1.0))];
    build.scheme("s", "2025-01", items);
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(
        ann,
        "2025-03",
        (11.0, 22.0),
        &[(cases, Entry::Number(4.0)), (rate, Entry::Pair(8.0, 10.0))],
    );
    // 4 cases in half a month are 8 a month.
    near(card(&build, ann, of_month("2025-03")).total, 80.0);
}

#[test]
fn too_little_service_is_not_rated() {
    let (mut build, team, x, _) = simple();
    let ann = build.agent("ann", "2023-01-01", team);
    build.figures(ann, "2025-01", (9.5, 10.0), &[(x, Entry::Pair(8.0, 10.0))]);
    build.figures(ann, "2025-02", (10.0, 22.0), &[(x, Entry::Pair(8.0, 10.0))]);
    build.figures(ann, "2025-03", (15.0, 22.0), &[(x, Entry::Pair(8.0, 10.0))]);
    let verdict = |period| card(&build, ann, period).verdict;
    assert_eq!(verdict(of_month("2025-01")), Verdict::TooLittleService { worked: 9.5, needed: 10.0 });
    assert_eq!(verdict(of_month("2025-02")), Verdict::TooLittleService { worked: 10.0, needed: 11.0 });
    assert_eq!(verdict(of_month("2025-03")), Verdict::Rated);
    assert_eq!(verdict(quarter("2025-01")), Verdict::Rated);
}

#[test]
fn the_other_verdicts() {
    let (mut build, team, x, _) = simple();
    let ann = build.agent("ann", "2025-02-10", team);
    build.model.agents[0].postings[0].to = Some(date("2025-03-31"));
    build.scheme_mut(SchemeIx(0)).from = month("2025-02");
    let bob = build.agent("bob", "2023-01-01", team);
    build.figures(ann, "2025-02", (14.0, 14.0), &[(x, Entry::Pair(8.0, 10.0))]);
    build.figures(bob, "2025-01", FULL, &[(x, Entry::Pair(8.0, 10.0))]);
    let verdict = |agent, of| card(&build, agent, of_month(of)).verdict;
    assert_eq!(verdict(ann, "2025-01"), Verdict::NotInService);
    assert_eq!(verdict(ann, "2025-02"), Verdict::Observed);
    assert_eq!(verdict(ann, "2025-03"), Verdict::NoData);
    assert_eq!(verdict(ann, "2025-04"), Verdict::NotInService);
    assert_eq!(verdict(bob, "2025-01"), Verdict::NoScheme);
    assert_eq!(verdict(bob, "2025-02"), Verdict::NoData);
}
