//! Gates of a review: what is ignored, warned of, to be acknowledged, or fails; by the rules of the base, on exact numbers.

use crate::histories::{AGENTS, History, MAY, NEW_MONTH};
use crate::program::{said, warned};
use serde_json::Value;
use std::io::Write as _;

/// A history whose change makes a running target easier.
fn lowered(rules: &str) -> History {
    let mut history = History::new();
    history.git(&["checkout", "--quiet", "main"]);
    let organisation = std::fs::read_to_string(history.data("deskscore.yml")).unwrap();
    std::fs::write(history.data("deskscore.yml"), format!("{organisation}{rules}")).unwrap();
    history.commit("rules");
    history.git(&["checkout", "--quiet", "-B", "change"]);
    history.edit("targets/ann.yml", "\">= 88%\"", "\">= 84%\"");
    history.commit("lowered");
    history
}

fn json(history: &History, more: &[&str]) -> (i32, Value) {
    let arguments = ["main..change", "--format", "json", "--lang", "en"].iter().chain(more).copied();
    let told = history.review(&arguments.collect::<Vec<_>>());
    let document = serde_json::from_str(&said(&told)).unwrap_or_else(|_| panic!("{}", warned(&told)));
    (told.status.code().unwrap(), document)
}

fn gate<'v>(document: &'v Value, kind: &str) -> &'v Value {
    document["gates"].as_array().unwrap().iter().find(|gate| gate["kind"] == kind).unwrap_or(&Value::Null)
}

fn text(history: &History, text: &str) -> (i32, Value) {
    let path = history.path().join("description.txt");
    std::fs::write(&path, text).unwrap();
    json(history, &["--acknowledged-in", "description.txt"])
}

#[test]
fn the_line_that_is_shown_acknowledges_once_it_has_a_reason() {
    let history = lowered("");
    let (code, before) = json(&history, &[]);
    assert_eq!(code, 1);
    let line = gate(&before, "target-eased-running")["acknowledge_with"][0].as_str().unwrap().to_owned();
    let markdown = said(&history.review(&["main..change", "--format", "markdown", "--lang", "en"]));
    assert!(markdown.contains(&format!("\n{line}\n")), "{markdown}");
    assert_eq!(text(&history, &line).0, 1, "the reason that is proposed is none");
    let (code, after) = text(&history, &format!("Why\n\n{}\n", line.replace("<reason>", "survey changed")));
    assert_eq!(code, 0, "{after:#}");
    let about = &gate(&after, "target-eased-running")["about"][0];
    assert_eq!(about["acknowledged"], "survey changed");
    let (code, other) = text(&history, "Deskscore-Acknowledge: target-eased-running someone: x");
    assert_eq!((code, gate(&other, "target-eased-running")["passes"].as_bool()), (1, Some(false)));
    let (code, wrong) = text(&history, "Deskscore-Acknowledge: target-lowered: x");
    assert_eq!(code, 1);
    assert_eq!(wrong["unread_acknowledgements"][0], "Deskscore-Acknowledge: target-lowered: x");
}

#[test]
fn the_text_comes_from_standard_input_too() {
    let history = lowered("");
    let mut command = crate::program::deskscore([
        "review",
        "--as-of",
        "2025-06-10",
        "main..change",
        "--acknowledged-in",
        "-",
        "--format",
        "github",
    ]);
    let mut child = command
        .current_dir(history.path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let line = "Deskscore-Acknowledge: target-eased-running: agreed with the team on 5 June\n";
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert!(!said(&done).contains("::error"), "{}", said(&done));
}

#[test]
fn the_base_decides_and_says_what_follows() {
    for (word, code) in [("ignore", 0), ("warn", 0), ("acknowledge", 1), ("fail", 1)] {
        let history = lowered(&format!("review: {{ gates: {{ target-eased-running: {word} }} }}\n"));
        let line = "Deskscore-Acknowledge: target-eased-running: x";
        let (given, document) = json(&history, &[]);
        let flagged = document["flags"][0]["decision"].as_str();
        assert_eq!((given, flagged), (code, Some(word)));
        assert_eq!(gate(&document, "target-eased-running").is_null(), word == "ignore");
        let (acknowledged, _) = text(&history, line);
        assert_eq!(acknowledged, i32::from(word == "fail"), "{word}");
        let (overridden, _) = json(&history, &["--fail-on", "target-eased-running"]);
        assert_eq!(overridden, 1, "{word}");
    }
}

#[test]
fn a_change_does_not_loosen_its_own_gate() {
    let mut history = lowered("");
    let organisation = std::fs::read_to_string(history.data("deskscore.yml")).unwrap();
    let looser = format!(
        "{organisation}review: {{ gates: {{ target-eased-running: ignore, gate-loosened: ignore }} }}\n"
    );
    std::fs::write(history.data("deskscore.yml"), looser).unwrap();
    history.commit("looser");
    let (code, document) = json(&history, &[]);
    assert_eq!(code, 1);
    assert_eq!(gate(&document, "target-eased-running")["decision"], "acknowledge");
    let loosened: Vec<&str> = gate(&document, "gate-loosened")["about"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|about| about["id"].as_str())
        .collect();
    assert_eq!(loosened, ["gate-loosened", "target-eased-running"]);
    history.expect_of("gate-loosened", "main..change", 1);
}

/// Bob's score of May moves by 1.0 at most if 1 is the limit of the gate and it is not passed: the limit itself is no finding.
#[test]
fn the_limit_of_a_move_is_exact() {
    let change = |points: &str| {
        let mut history = History::new();
        history.git(&["checkout", "--quiet", "main"]);
        let organisation = std::fs::read_to_string(history.data("deskscore.yml")).unwrap();
        let rules = format!("review: {{ score_points: {points}, gates: {{ score-moved: fail }} }}\n");
        std::fs::write(history.data("deskscore.yml"), format!("{organisation}{rules}")).unwrap();
        history.commit("rules");
        history.git(&["checkout", "--quiet", "-B", "change"]);
        history.edit(MAY, "exam: 76/1", "exam: 77/1");
        history.commit("exam");
        let (code, document) = json(&history, &[]);
        let largest = document["moves"].as_array().unwrap().iter().map(|moved| {
            (moved["after"]["score"].as_f64().unwrap() - moved["before"]["score"].as_f64().unwrap()).abs()
        });
        (code, largest.fold(0.0, f64::max))
    };
    let (_, largest) = change("0");
    assert!(largest > 0.0);
    let text = |by: f64| format!("{:.6}", largest + by);
    assert_eq!(change(&text(0.000_01)).0, 0);
    assert_eq!(change(&text(-0.000_01)).0, 1);
}

#[test]
fn the_author_who_gains_is_named_and_the_address_never() {
    let mut history = History::new();
    history.git(&["checkout", "--quiet", "main"]);
    history.edit(AGENTS, "  ann: {", "  ann: { git: [A@Example.org],");
    history.commit("who commits");
    history.git(&["checkout", "--quiet", "-B", "change"]);
    history.edit(MAY, "csat: 102/122", "csat: 112/122");
    history.commit("better");
    let (code, document) = json(&history, &[]);
    assert_eq!(code, 1);
    assert_eq!(gate(&document, "author-gains")["about"][0]["id"], "ann");
    for form in ["human", "markdown", "json", "github"] {
        let told = history.review(&["main..change", "--format", form]);
        let all = format!("{}{}", said(&told), warned(&told));
        assert!(!all.to_lowercase().contains("example.org"), "{form}: {all}");
    }
    history.edit(AGENTS, "  ann: { git: [A@Example.org],", "  ann: {");
    history.commit("forget");
    let (_, hidden) = json(&history, &[]);
    assert_eq!(gate(&hidden, "author-gains")["about"][0]["id"], "ann", "the base still knows whose it is");
    history.edit(MAY, "csat: 112/122", "csat: 92/122");
    history.commit("worse");
    assert_eq!(gate(&json(&history, &[]).1, "author-gains"), &Value::Null);
}

#[test]
fn figures_without_a_source_and_one_export_under_two_months() {
    let history = History::new();
    history.put("metrics/2025/2025-06.yml", &NEW_MONTH.replace("source: export of 2025-07-02\n", ""));
    let sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let source = |day: &str| format!("source: \"export.csv, sha256:{sum}, {day}\"");
    history.edit(MAY, "source: export of 2025-06-02", &source("2025-06-02"));
    let april = std::fs::read_to_string(history.data("metrics/2025/2025-04.yml")).unwrap();
    let line = april.lines().find(|line| line.starts_with("source:")).unwrap().to_owned();
    history.edit("metrics/2025/2025-04.yml", &line, &source("2025-05-02"));
    history.expect("sources", 0);
}

#[test]
fn roles_pilots_and_parts_of_composites_are_edits() {
    let mut history = History::new();
    let scheme = std::fs::read_to_string(history.data("schemes/service.yml")).unwrap();
    let pilot = scheme.replace("service-2025:", "trial-2025:");
    history.put(
        "schemes/trial.yml",
        &pilot.replace(
            "    from: 2025-01\n",
            "    from: 2025-01\n    to: 2025-12\n    teams: [presale]\n    pilot: true\n",
        ),
    );
    let indicators = std::fs::read_to_string(history.data("indicators/all.yml")).unwrap();
    let composite = |weights: (u8, u8)| {
        format!(
            "{indicators}  mix: {{ name: Mix, dimension: quality, measure: composite, unit: points, direction: up, composite: {{ parts: {{ csat: {}, exam: {{ weight: {}, rule: {{ linear: {{ zero: 50, full: 95 }} }} }} }} }} }}\n",
            weights.0, weights.1
        )
    };
    std::fs::write(history.data("indicators/all.yml"), composite((50, 50))).unwrap();
    history.commit("before");
    history.put(
        "schemes/trial.yml",
        &pilot.replace(
            "    from: 2025-01\n",
            "    from: 2025-01\n    to: 2025-10\n    teams: [presale]\n    pilot: true\n",
        ),
    );
    std::fs::write(history.data("indicators/all.yml"), composite((60, 40))).unwrap();
    history.edit(AGENTS, "  fan: { name: { zh: 范平, en: Fan }, joined: 2024-01-01, postings: [{ from: 2024-01-01, team: aftersale }] }",
        "  fan: { name: { zh: 范平, en: Fan }, joined: 2024-01-01, postings: [{ from: 2024-01-01, to: 2025-05-31, team: aftersale }, { from: 2025-06-01, team: aftersale, role: manager }] }");
    history.commit("after");
    let told = history.review(&["change~1..change", "--format", "json", "--lang", "en"]);
    let document: Value = serde_json::from_str(&said(&told)).unwrap_or_else(|_| panic!("{}", warned(&told)));
    let after: Vec<String> = document["edits"]
        .as_array()
        .unwrap_or_else(|| panic!("{document:#}"))
        .iter()
        .map(|edit| {
            format!("{} {}", edit["kind"].as_str().unwrap(), edit["after"].as_str().unwrap_or_default())
        })
        .collect();
    let has = |kind: &str, part: &str| after.iter().any(|edit| edit.starts_with(kind) && edit.contains(part));
    assert!(has("posting", "manager of [aftersale]"), "{after:#?}");
    assert!(has("indicator-changed", "csat 60"), "{after:#?}");
    assert!(has("scheme-time", "2025-10"), "{after:#?}");
}

#[test]
fn a_code_quality_report_has_what_its_form_asks_for() {
    let history = lowered("");
    let told = history.review(&["main..change", "--format", "gitlab", "--lang", "en"]);
    assert_eq!(told.status.code(), Some(1));
    let report: Value = serde_json::from_str(&said(&told)).unwrap();
    let issues = report.as_array().unwrap();
    assert_eq!(issues.len(), 2, "{report:#}");
    for issue in issues {
        assert!(issue["description"].as_str().is_some_and(|text| !text.is_empty()));
        assert_eq!(issue["fingerprint"].as_str().map(str::len), Some(32));
        assert!(
            ["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap())
        );
        assert!(issue["location"]["lines"]["begin"].as_u64().is_some_and(|line| line > 0));
    }
    assert_eq!(issues[1]["location"]["path"], "data/targets/ann.yml");
    assert_ne!(issues[0]["fingerprint"], issues[1]["fingerprint"]);
}

#[test]
fn one_score_is_explained_edit_by_edit() {
    let history = History::new();
    history.edit("schemes/service.yml", "csat: { weight: 50", "csat: { weight: 60");
    history.edit("schemes/service.yml", "response: { weight: 30", "response: { weight: 20");
    history.edit(
        MAY,
        "csat: 102/122, response: 9870/329, exam: 75/1",
        "csat: 110/122, response: 9000/329, exam: 90/1",
    );
    let explain = |more: &[&str]| {
        let arguments = ["explain", "score", "ann", "2025-05", "--since", "main", "--as-of", "2025-06-10"];
        let told = crate::program::deskscore(arguments.iter().chain(more))
            .current_dir(history.path())
            .output()
            .unwrap();
        assert!(told.status.success(), "{}", warned(&told));
        said(&told)
    };
    let document: Value = serde_json::from_str(&explain(&["--format", "json"])).unwrap();
    let singles = document["singles"].as_array().unwrap();
    assert_eq!((singles.len(), document["method"].as_str()), (5, Some("shapley")), "{document:#}");
    let sum = |of: &str| singles.iter().map(|single| single[of].as_f64().unwrap()).sum::<f64>();
    let change = document["after"].as_f64().unwrap() - document["before"].as_f64().unwrap();
    assert!((sum("points") - change).abs() < 1e-9);
    assert!((sum("shown") - document["change"].as_f64().unwrap()).abs() < 1e-9);
    let text = explain(&["--lang", "en"]);
    assert!(text.contains("Weight changed") && text.contains("data/metrics/2025/2025-05.yml:4"), "{text}");
}

/// Two kinds of edits move one score: what somebody who reviews a pull request sees.
fn two_causes() -> History {
    let mut history = History::new();
    history.edit("targets/ann.yml", "\">= 88%\"", "\">= 84%\"");
    history.edit(MAY, "csat: 111/139", "csat: 121/139");
    history.put(
        "events/2025/2025-05.yml",
        "period: 2025-05\nevents:\n  - { id: p5, agent: bob, date: 2025-05-11, type: praise, rater: boss, evidence: letter 14 }\n",
    );
    history.commit("two causes");
    history
}

#[test]
fn the_page_stands_alone_and_says_everything() {
    let mut history = two_causes();
    history.edit(AGENTS, "fan: { name: { zh: 范平, en: Fan }", "fan: { name: \"<script>x</script>\"");
    history.edit(MAY, "csat: 119/135", "csat: 99/135");
    history.commit("hostile");
    for (lang, word) in [("zh", "名次改变"), ("en", "ranks change")] {
        let path = history.path().join("review.html");
        let told =
            history.review(&["main..change", "--format", "html", "--out", "review.html", "--lang", lang]);
        assert_eq!((told.status.code(), said(&told).as_str()), (Some(1), ""), "{}", warned(&told));
        let page = std::fs::read_to_string(path).unwrap();
        assert!(
            !page.contains("<script") && !page.contains("<link") && !page.contains(" href=\"http"),
            "{page}"
        );
        assert!(!page.contains("{{") && page.contains("&lt;script&gt;"));
        assert!(page.contains(word) && page.matches("<svg").count() >= 2, "{}", page.matches("<svg").count());
        assert!(page.contains("Deskscore-Acknowledge: target-eased-running ann-csat: &lt;"));
        for tag in ["section", "ul", "table", "div", "figure", "details"] {
            let open = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(open, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
        let moves = json(&history, &[]).1["moves"].as_array().unwrap().len();
        let table = page.split("<section id=\"moves\">").nth(1).unwrap().split("</table>").next().unwrap();
        assert_eq!(table.matches("<tr>").count(), moves + 1, "every move is in the table");
    }
}

/// The README quotes the comment of a history, so that it is a real one: `DESKSCORE_WRITE_README=1` writes it anew.
#[test]
fn the_readme_shows_a_real_comment() {
    let markdown = said(&two_causes().review(&["main..change", "--format", "markdown", "--lang", "en"]));
    let quoted: String = markdown
        .lines()
        .skip(1)
        .map(|line| if line.is_empty() { ">\n".to_owned() } else { format!("> {line}\n") })
        .collect();
    let path = crate::program::root().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("<!-- a comment -->\n\n").expect("where the comment begins");
    let (shown, after) = rest.split_once("\n<!-- end of the comment -->").expect("where it ends");
    if std::env::var_os("DESKSCORE_WRITE_README").is_some() && shown != quoted {
        let text = format!("{before}<!-- a comment -->\n\n{quoted}\n<!-- end of the comment -->{after}");
        std::fs::write(&path, text).unwrap();
        return;
    }
    assert_eq!(shown, quoted, "run the test with DESKSCORE_WRITE_README=1");
}
