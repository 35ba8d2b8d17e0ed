//! Composites worked by hand: source 002's experience in three parts (A060) and source 003's knowledge in two (A096).

use super::testing::{Build, item, linear, mean, month, share};
use super::worked::{FULL, card, near, of_month, quarter};
use super::{Index, Reading, ReadingState, Sums, reading_with};
use crate::model::{
    AgentIx, Composite, CompositePart, Direction, Entry, Holder, IndicatorIx, Measure, Rule, Subject, TeamIx,
    Unit,
};

/// DSR 40 (1–5), sentiment 30 (0–100 %), NPS 30 (−100…100), as indicators of one agent and team.
struct Experience {
    build: Build,
    agent: AgentIx,
    team: TeamIx,
    whole: IndicatorIx,
    parts: [IndicatorIx; 3],
}

fn experience(minimum_weight: f64) -> Experience {
    let mut build = Build::new();
    let team = build.team("desk");
    let dsr = build.indicator("a-dsr", mean(), Unit::Points, Direction::Up);
    let sentiment = build.indicator("b-sentiment", share(), Unit::Percent, Direction::Up);
    let nps = build.indicator("c-nps", Measure::Nps, Unit::Points, Direction::Up);
    let part = |indicator, weight, zero, full| CompositePart { indicator, weight, rule: linear(zero, full) };
    let parts =
        vec![part(dsr, 40.0, 1.0, 5.0), part(sentiment, 30.0, 0.0, 1.0), part(nps, 30.0, -100.0, 100.0)];
    let measure = Measure::Composite(Composite { parts, minimum_weight });
    let whole = build.indicator("d-experience", measure, Unit::Points, Direction::Up);
    let agent = build.agent("ann", "2023-01-01", team);
    build.scheme("s", "2024-01", vec![item(whole, 100.0, linear(0.0, 100.0))]);
    Experience { build, agent, team, whole, parts: [dsr, sentiment, nps] }
}

fn read(of: &Experience, subject: Subject, first: &str, last: &str) -> Reading {
    let model = of.build.model();
    let index = Index::new(&model);
    reading_with(&model, &index, subject, of.whole, month(first), month(last), None)
}

#[test]
fn three_parts_of_different_units() {
    let mut of = experience(70.0);
    let [dsr, sentiment, nps] = of.parts;
    // DSR 4.6 → 90; sentiment 80 % → 80; NPS 65 → 82.5. (90·40 + 80·30 + 82.5·30)/100 = 84.75.
    let figures = [
        (dsr, Entry::Pair(460.0, 100.0)),
        (sentiment, Entry::Pair(80.0, 100.0)),
        (nps, Entry::Nps(70, 25, 5)),
    ];
    of.build.figures(of.agent, "2025-03", FULL, &figures);
    let got = read(&of, Subject::Agent(of.agent), "2025-03", "2025-03");
    near(got.value, 84.75);
    assert_eq!(got.sums, Sums::Weighted(8475.0, 100.0));
    assert_eq!((got.parts.len(), got.sources.len()), (3, 3));
    near(read(&of, Subject::Team(of.team), "2025-03", "2025-03").value, 84.75);
    near(read(&of, Subject::Organisation, "2025-03", "2025-03").value, 84.75);
    let scored = card(&of.build, of.agent, of_month("2025-03"));
    near(scored.total, 84.75);
    assert_eq!(scored.segments[0].items[0].reading.parts.len(), 3);
}

#[test]
fn a_missing_part_gives_its_weight_away_down_to_the_minimum() {
    let mut of = experience(70.0);
    let [dsr, sentiment, nps] = of.parts;
    // Without NPS: (90·40 + 80·30)/70 = 85.714…; without sentiment too only 40 % of the weight is left.
    of.build.figures(
        of.agent,
        "2025-03",
        FULL,
        &[(dsr, Entry::Pair(460.0, 100.0)), (sentiment, Entry::Pair(80.0, 100.0))],
    );
    of.build.figures(of.agent, "2025-04", FULL, &[(dsr, Entry::Pair(460.0, 100.0))]);
    // n/a leaves the weights: 40 of 40 + 30.
    of.build.figures(
        of.agent,
        "2025-05",
        FULL,
        &[(dsr, Entry::Pair(460.0, 100.0)), (sentiment, Entry::NotApplicable), (nps, Entry::NotApplicable)],
    );
    let agent = Subject::Agent(of.agent);
    near(read(&of, agent, "2025-03", "2025-03").value, 6_000.0 / 70.0);
    let april = read(&of, agent, "2025-04", "2025-04");
    assert_eq!(april.state, ReadingState::TooFewParts { available: 40.0, needed: 70.0 });
    assert_eq!((april.value, april.sums), (None, Sums::Nothing));
    near(read(&of, agent, "2025-05", "2025-05").value, 90.0);
    assert_eq!(read(&of, agent, "2025-06", "2025-06").state, ReadingState::Missing);
}

#[test]
fn a_quarter_rests_on_sums_not_on_monthly_points() {
    let mut of = experience(30.0);
    let sentiment = of.parts[1];
    // 9/10 and 90/200 are 47.14 %, not the mean of 90 and 45.
    of.build.figures(of.agent, "2025-01", FULL, &[(sentiment, Entry::Pair(9.0, 10.0))]);
    of.build.figures(of.agent, "2025-02", FULL, &[(sentiment, Entry::Pair(90.0, 200.0))]);
    near(read(&of, Subject::Agent(of.agent), "2025-01", "2025-03").value, 100.0 * 99.0 / 210.0);
    near(card(&of.build, of.agent, quarter("2025-01")).total, 100.0 * 99.0 / 210.0);
}

#[test]
fn a_composite_may_hold_another_and_margins_come_from_the_parts() {
    let mut build = Build::new();
    let team = build.team("desk");
    let exam = build.indicator("a-exam", mean(), Unit::Points, Direction::Up);
    let answers = build.indicator("b-answers", share(), Unit::Percent, Direction::Up);
    let part = |indicator, weight, rule: Rule| CompositePart { indicator, weight, rule };
    let knowledge = Composite {
        parts: vec![part(exam, 60.0, linear(50.0, 100.0)), part(answers, 40.0, linear(0.0, 1.0))],
        minimum_weight: 70.0,
    };
    let knowledge =
        build.indicator("c-knowledge", Measure::Composite(knowledge), Unit::Points, Direction::Up);
    let all = Composite { parts: vec![part(knowledge, 100.0, linear(0.0, 100.0))], minimum_weight: 70.0 };
    let all = build.indicator("d-all", Measure::Composite(all), Unit::Points, Direction::Up);
    build.scheme("s", "2024-01", vec![item(all, 100.0, linear(0.0, 100.0))]);
    let ann = build.agent("ann", "2023-01-01", team);
    let mut row = vec![(exam, Entry::Pair(90.0, 1.0))];
    row.push((answers, Entry::Pair(9.0, 10.0)));
    build.row(Holder::Agent(ann), "2025-03", &row);
    // Exam 90 → 80, answers 90 % → 90: 80·0.6 + 90·0.4 = 84.
    near(card(&build, ann, of_month("2025-03")).total, 84.0);
    let model = build.model();
    let index = Index::new(&model);
    let standing = super::standing(&model, &index, ann, of_month("2025-03"));
    // Wilson for 9/10 is 59.58–98.21 % (domain notes B.4): half of the width, times 40 %.
    assert!((standing.margin - 0.4 * (98.212_4 - 59.584_9) / 2.0).abs() < 1e-3, "{}", standing.margin);
}
