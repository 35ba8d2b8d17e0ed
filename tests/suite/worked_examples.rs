//! The numbers that the examples of the source documents give, each computed by hand beside its assertion, through the
//! program from YAML to what it says.

use crate::program::{examples, root, run, said, warned};
use serde_json::Value;

fn data(example: &str) -> String {
    root().join("examples").join(example).join("data").display().to_string()
}

fn explained(example: &str, what: &[&str]) -> Value {
    let folder = data(example);
    let words = ["explain"].into_iter().chain(what.iter().copied());
    let output = run(words.chain(["--data", &folder, "--format", "json", "--lang", "en"]));
    assert!(output.status.success(), "{what:?}: {}", warned(&output));
    serde_json::from_str(&said(&output)).expect("JSON")
}

/// The score as it is shown.
fn score(example: &str, agent: &str, period: &str) -> String {
    let explained = explained(example, &["score", agent, period]);
    explained["derivation"]["score"].as_str().expect("a score").to_owned()
}

fn band(example: &str, agent: &str, period: &str) -> String {
    explained(example, &["score", agent, period])["derivation"]["band"].to_string()
}

/// The scores of several agents in one period.
fn scores<const N: usize>(example: &str, agents: [&str; N], period: &str) -> [String; N] {
    agents.map(|agent| score(example, agent, period))
}

/// What is said of the progress of a goal.
fn progress(example: &str, goal: &str) -> String {
    explained(example, &["goal", goal])["progress"].to_string()
}

/// What somebody receives; empty for nothing.
fn award(example: &str, incentive: &str, agent: &str, period: &str) -> String {
    let list = explained(example, &["incentive", incentive, agent, period]);
    list[0]["award"].as_str().unwrap_or_default().to_owned()
}

/// How it came about, and what is missing.
fn how(example: &str, incentive: &str, agent: &str, period: &str) -> String {
    let list = explained(example, &["incentive", incentive, agent, period]);
    format!("{} {}", list[0]["how"], list[0]["missing"])
}

#[test]
fn every_example_is_clean_and_says_what_it_is() {
    for example in examples() {
        let output = run(["check", "--data", &data(&example), "--format", "short"]);
        assert!(output.status.success() && said(&output).is_empty(), "{example}: {}", said(&output));
        let readme = root().join("examples").join(&example).join("README.md");
        let readme = std::fs::read_to_string(readme).expect("a README");
        assert!(readme.starts_with("# ") && readme.lines().count() > 5, "{example} says too little");
    }
}

#[test]
fn source_000_scores_of_a_handful_of_agents() {
    let people = ["an.ran", "bo.yu", "cheng.xi", "ding.ning"];
    // 30·1 + 40·25/30 + 30·20/25; 30·0.7 + 40·18/30 + 30·22/25; 30·1 + 40·28/30 + 30·14/25;
    // the novice's line from 50 to 80 %: 30·0.7 + 40·15/30 + 30·20/25.
    assert_eq!(scores("000-owner", people, "2025-06"), ["87.33", "71.40", "84.13", "65.00"]);
    // April to June from sums: 55,600/1,200 = 46 s; 1,014/1,200 = 84.5 % → 24.5/30; 270/300 = 90 % → 80.
    assert_eq!(score("000-owner", "an.ran", "2025-q2"), "86.67");
    assert!(award("000-owner", "red-packet", "an.ran", "2025-q2").contains("200.00"));
}

#[test]
fn source_000_goals_start_from_volume_industry_and_ability() {
    // 295 + 303 + 311 of 338 + 344 + 350 ratings are 909/1,032 = 88.08 %.
    assert!(progress("000-owner", "shop-csat-2025q2").contains("Attained: 88.1% against 88%"));
    // 300 + 308 + 312 of 1,200 are 76.67 %.
    assert!(progress("000-owner", "bo-yu-resolution-2025q2").contains("Attained: 76.7% against 76%"));
    assert!(progress("000-owner", "ding-ning-resolution-2025q2").contains("Attained: 65% against 65%"));
    assert!(progress("000-owner", "cheng-xi-csat-2025q3").contains("Not started"));
}

#[test]
fn source_001_nine_equal_weights_over_three_channels() {
    // 11.12·1 + 11.11·(1 + 0.8 + 1 + 1 + 1 + 0.9375 + 1 + 0.8) = 11.12 + 11.11·7.5375 = 94.8616.
    // 11.12·1 + 11.11·(0.941176 + 1 + 0.833333 + 0.8 + 0 + 1 + 0.740741 + 1) = 11.12 + 11.11·6.315250 = 81.2824.
    let march = scores("001-four-dimensions", ["gong.yi", "lu.er"], "2025-03");
    assert_eq!(march, ["94.86", "81.28"]);
    let derivation = explained("001-four-dimensions", &["score", "gong.yi", "2025-03"]).to_string();
    // 12,000 s by phone and 60,000 s by e-mail over 200 + 40 contacts.
    assert!(derivation.contains("72,000/240 = 300 s"), "{derivation}");
    // 4 cases in 14 of 21 days are 6 in a full month.
    let derivation = explained("001-four-dimensions", &["score", "lu.er", "2025-03"]).to_string();
    assert!(derivation.contains("4 in 0.67 months = 6.0"), "{derivation}");
}

#[test]
fn source_001_nine_targets_and_what_came_of_them() {
    for (goal, said) in [
        ("csat-2025q1", "Missed: 88.9% against 90%"),       // 1,424/1,601
        ("fcr-2025q1", "Missed: 80.8% against 85%"),        // 2,526/3,126
        ("followup-2025q1", "Missed: 27.3% against 30%"),   // 290/1,064
        ("response-2025q1", "Attained: 277 s against 300"), // 866,359/3,126
        ("tickets-2025q1", "Missed: 27.2 h against 24 h"),  // 23,230.3/854
        ("exam-2025q1", "Missed: 83.3% against 90%"),       // 10/12
        ("training-2025q1", "Attained: 89.6% against 80%"), // 43/48
        ("meetings-2025q1", "Missed: 89.4% against 90%"),   // 42/47
        ("cases-2025q1", "Attained: 5 against 5"),          // 5, 5, 6: each month
    ] {
        let progress = progress("001-four-dimensions", goal);
        assert!(progress.contains(said), "{goal}: {progress}");
    }
}

#[test]
fn source_001_title_and_training_follow_the_quarter() {
    let gives = |incentive, agent| award("001-four-dimensions", incentive, agent, "2025-q1");
    assert!(gives("excellent", "qi.san").contains("500.00"));
    assert!(gives("excellent", "lu.er").is_empty());
    assert_eq!(gives("training", "shen.si"), "place 1; a person decides");
    assert!(gives("other-post", "shen.si").is_empty());
}

#[test]
fn source_002_scores_by_level() {
    // 10 + 5 + 5 + 15·25/30 + 35·20/25 + 15 + 5·0.8 + 5 + 5 = 89.5.
    // 10·36/45 + 5·50/60 + 0 + 15 + 35·14/25 + 15·21/28 + 5·0.6 + 5·0.5 + 0 = 63.5167.
    let september = scores("002-service-manager", ["su.ling", "wei.yao"], "2025-09");
    assert_eq!(september, ["89.50", "63.52"]);
}

#[test]
fn source_002_the_manager_is_scored_by_the_team() {
    // Experience: 40·0.84/0.9 + 30·26/30 + 30·1 (promoters 100·154/236 = 65.25 ≥ 65) = 93.3333 points, of 60 to 100.
    // 30·(578/677 − 0.7)/0.25 + 25·33.3333/40 + 20·(984/1,295 − 0.6)/0.25 + 10·(135/139 − 0.9)/0.1 + 15
    // = 18.4520 + 20.8333 + 12.7876 + 7.1223 + 15 = 74.1953.
    assert_eq!(score("002-service-manager", "lu.ming", "2025-09"), "74.20");
    let derivation = explained("002-service-manager", &["score", "lu.ming", "2025-09"]).to_string();
    assert!(derivation.contains("93.3") && derivation.contains("578/677"), "{derivation}");
}

#[test]
fn source_002_red_line_stands_above_the_score() {
    assert_eq!(score("002-service-manager", "tao.ran", "2025-09"), "80.16");
    let band = band("002-service-manager", "tao.ran", "2025-09");
    assert!(band.contains("Adequate"), "80.16 without the red line is “Good”: {band}");
    assert!(award("002-service-manager", "commission", "tao.ran", "2025-09").is_empty());
}

#[test]
fn source_002_two_kinds_of_reward() {
    let gives = |incentive, agent| award("002-service-manager", incentive, agent, "2025-09");
    // 20,000·1 % + 10,000·1.5 %.
    assert_eq!(gives("commission", "su.ling"), "¥350.00");
    // 33,600 − 84 · 96,350/327 = 8,849.54; 5 % are 442.48, at most 300.
    assert_eq!(gives("order-value", "su.ling"), "¥300.00");
    assert!(how("002-service-manager", "order-value", "su.ling", "2025-09").contains("8,849.54"));
    assert!(gives("order-value", "tao.ran").is_empty());
    // 7,500·1 % = 75; 20 % of it for the mentor, on top.
    assert_eq!(gives("commission", "yu.fei"), "¥75.00");
    assert_eq!(gives("mentoring", "su.ling"), "¥15.00");
    assert!(gives("service-star", "su.ling").contains("Service star"));
    assert!(gives("warmth", "su.ling").contains("gold"));
    assert!(gives("stars", "su.ling").contains("two stars"));
}

#[test]
fn source_002_targets_in_seconds_and_strictly_below() {
    // 46,270 s over 1,836 sessions in September.
    assert!(progress("002-service-manager", "team-response-2025q3").contains("Missed: 25 s against 15 s"));
    assert!(
        progress("002-service-manager", "su-ling-conversion-2025q3").contains("Attained: 28% against 28%")
    );
    assert!(progress("002-service-manager", "su-ling-departments-2025q3").contains("Attained"));
    assert!(progress("002-service-manager", "team-nps-2025h2").contains("Off track"));
}

#[test]
fn source_003_each_month_is_not_the_mean() {
    // 90, 84, 92: May fails; their mean is 88.67.
    assert!(progress("003-five-indicators", "survey-each-month").contains("May 2025 was 84"));
    assert!(progress("003-five-indicators", "survey-on-average").contains("Attained: 88.7 against 85"));
}

#[test]
fn source_003_star_bonus_training_and_plan() {
    // 20·39/45 + 25 + 20·22/25 + 15·26/30 + 20·27/30 = 90.9333;
    // 20·30/45 + 25·14/20 + 20·17/25 + 15·15/30 + 20·20/30 = 65.2667.
    let june = scores("003-five-indicators", ["agent.a", "agent.b"], "2025-06");
    assert_eq!(june, ["90.93", "65.27"]);
    let gives = |incentive, agent, period| award("003-five-indicators", incentive, agent, period);
    assert!(gives("service-star", "agent.a", "2025-06").contains("300.00"));
    // 3 months · 1,000 · 1.2 and · 0.8.
    assert_eq!(gives("quarterly-bonus", "agent.a", "2025-q2"), "¥3,600.00");
    assert_eq!(gives("quarterly-bonus", "agent.b", "2025-q2"), "¥2,400.00");
    assert!(gives("promotion", "agent.a", "2025-06").contains("place 1"));
    assert!(gives("training", "agent.b", "2025-06").contains("place 1"));
    assert!(gives("improvement", "agent.b", "2025-06").contains("60 days"));
}

#[test]
fn source_004_case_2_events_are_capped() {
    let people = ["zhen.yi", "zhen.er", "zhen.san", "zhen.si", "zhen.wu", "zhen.liu", "zhen.qi", "zhen.ba"];
    // 93 + min(3 + 3, 5); 82.5 + 2 − 1; 71 − min(3 + 3, 5); the others without events.
    let june = ["98.00", "83.50", "82.00", "75.50", "57.50", "79.00", "66.00", "41.50"];
    assert_eq!(scores("004-case-2", people, "2025-06"), june);
}

#[test]
fn source_004_case_2_top_thirty_percent() {
    let gives = |incentive, agent| award("004-case-2", incentive, agent, "2025-06");
    // 0.3 · 8 = 2.4 places, rounded down to 2: 20 % of 6,000 and 10 % of 5,000.
    assert_eq!(gives("top-thirty", "zhen.yi"), "¥1,200.00");
    assert_eq!(gives("top-thirty", "zhen.er"), "¥500.00");
    assert!(gives("top-thirty", "zhen.san").is_empty());
    // Twice in six months is as often as the rule allows, so the second takes it in June.
    assert!(gives("best-of-month", "zhen.yi").is_empty());
    assert!(gives("best-of-month", "zhen.er").contains("Best agent of the month"));
    assert!(gives("team-lead", "zhen.yi").contains("place 1"));
    assert!(award("004-case-2", "gold-agent", "zhen.yi", "2025-q2").contains("Gold agent"));
    assert!(award("004-case-2", "best-of-quarter", "zhen.yi", "2025-q2").contains("1,000.00"));
    assert!(award("004-case-2", "seminar", "zhen.yi", "2025-q2").contains("place 1"));
}
