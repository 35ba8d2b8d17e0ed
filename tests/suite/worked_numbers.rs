//! Numbers of the source documents and the domain's worked examples, through the program from YAML to what it says.

use crate::program::{root, run, said, warned};
use serde_json::Value;

/// `explain score … --format json` in an example.
fn explained(example: &str, agent: &str, period: &str) -> Value {
    let data = root().join("examples").join(example).join("data").display().to_string();
    let output = run(["explain", "score", agent, period, "--data", &data, "--format", "json"]);
    assert!(output.status.success(), "{}", warned(&output));
    serde_json::from_str(&said(&output)).expect("JSON")
}

/// The agents of an example, by id.
fn agents(example: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("examples").join(example).join("data/agents/agents.yml"));
    let text = text.expect("the agents");
    let ids = text.lines().filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'));
    ids.filter(|id| !id.starts_with(' ')).map(str::to_owned).collect()
}

#[test]
fn source_003_gives_its_worked_score_and_the_one_with_knowledge_missing() {
    // Domain notes, part C: weights 20/25/20/15/20, linear between anchors: 86.17; without knowledge 83.73, not 71.17.
    let scores: Vec<String> = agents("003-five-indicators")
        .iter()
        .map(|agent| explained("003-five-indicators", agent, "2025-03")["derivation"]["score"].to_string())
        .collect();
    assert!(scores.iter().any(|score| score.contains("86.17")), "{scores:?}");
    assert!(scores.iter().any(|score| score.contains("83.73")), "{scores:?}");
    assert!(!scores.iter().any(|score| score.contains("71.17")), "{scores:?}");
}

#[test]
fn source_004_case_1_has_its_weights() {
    let agent = agents("004-case-1").into_iter().next().expect("an agent");
    let derivation = explained("004-case-1", &agent, "2025-03")["derivation"].clone();
    let weights: Vec<String> = derivation["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let earned = row["earned"].as_str().expect("points × weight = contribution");
            let weight = earned.split('×').nth(1).and_then(|rest| rest.split('%').next()).expect("a weight");
            weight.trim().to_owned()
        })
        .collect();
    assert_eq!(weights, ["30", "40", "30"], "{derivation:#}");
}

#[test]
fn a_small_shop_is_less_than_sixty_lines() {
    let data = crate::program::files(&root().join("examples/small-shop/data"));
    let lines: usize = data.values().map(|bytes| String::from_utf8_lossy(bytes).lines().count()).sum();
    assert!(lines < 60, "{lines} lines");
}
