//! Every kind of finding that can be acknowledged: found, told with the line that acknowledges it, and passed with that line.

use crate::histories::{History, MAY};
use crate::program::{said, warned};
use serde_json::Value;

const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn json(history: &History, more: &[&str]) -> (i32, Value) {
    let arguments = ["main..change", "--format", "json", "--lang", "en"].iter().chain(more).copied();
    let told = history.review(&arguments.collect::<Vec<_>>());
    let document = serde_json::from_str(&said(&told)).unwrap_or_else(|_| panic!("{}", warned(&told)));
    (told.status.code().unwrap(), document)
}

/// A history whose base asks for an acknowledgement of `kind`, `prepared` before and `changed` after it.
fn history(kind: &str, prepared: impl Fn(&History), changed: impl Fn(&History)) -> History {
    let mut history = History::new();
    history.git(&["checkout", "--quiet", "main"]);
    let organisation = std::fs::read_to_string(history.data("deskscore.yml")).unwrap();
    history.put("deskscore.yml", &format!("{organisation}review:\n  gates:\n    {kind}: acknowledge\n"));
    prepared(&history);
    history.commit("rules");
    history.git(&["checkout", "--quiet", "-B", "change"]);
    changed(&history);
    history.commit("change");
    history
}

/// The change fails, passes with the line of exactly this finding, and fails with the line of another.
fn is_acknowledged(kind: &str, history: &History) {
    let gate = |document: &Value| {
        let gates = document["gates"].as_array().unwrap();
        gates.iter().find(|gate| gate["kind"] == kind).cloned().unwrap_or_default()
    };
    let (code, before) = json(history, &[]);
    let open = gate(&before);
    assert_eq!((code, open["decision"].as_str()), (1, Some("acknowledge")), "{kind}: {before:#}");
    let lines: Vec<String> = open["acknowledge_with"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line.as_str().unwrap().replace("<reason>", "looked at"))
        .collect();
    assert!(!lines.is_empty(), "{open:#}");
    let path = history.path().join("description.txt");
    std::fs::write(&path, lines.join("\n")).unwrap();
    let (_, after) = json(history, &["--acknowledged-in", "description.txt"]);
    let closed = gate(&after);
    assert_eq!(closed["passes"], true, "{kind}: {closed:#}");
    assert_eq!(closed["about"][0]["acknowledged"], "looked at");
    std::fs::write(&path, format!("Deskscore-Acknowledge: {kind} someone-else: x\n")).unwrap();
    let (_, other) = json(history, &["--acknowledged-in", "description.txt"]);
    assert_eq!(gate(&other)["passes"], false, "{kind}");
}

#[test]
fn a_target_taken_out_late() {
    let kind = "target-removed-late";
    let gone = |history: &History| std::fs::remove_file(history.data("targets/ann.yml")).unwrap();
    is_acknowledged(kind, &history(kind, |_| (), gone));
}

#[test]
fn a_gate_that_is_loosened() {
    let kind = "gate-loosened";
    let strict = |history: &History| {
        history.edit(
            "deskscore.yml",
            "gate-loosened: acknowledge",
            "gate-loosened: acknowledge\n    goal-flipped: fail",
        );
    };
    let looser = |history: &History| {
        history.edit("deskscore.yml", "goal-flipped: fail", "goal-flipped: ignore");
    };
    is_acknowledged(kind, &history(kind, strict, looser));
}

/// Ann's satisfaction was 84–88 % in every month before.
#[test]
fn a_value_unusual_for_the_person() {
    let kind = "unusual-for-person";
    is_acknowledged(
        kind,
        &history(kind, |_| (), |history| history.edit(MAY, "csat: 102/122", "csat: 122/122")),
    );
}

/// In the first month nobody has a history of their own: the others of the team were at 80 and 89 %, and two are too few; with
/// all in one team there are five.
#[test]
fn a_value_unusual_among_peers() {
    let kind = "unusual-for-peers";
    let one_team = |history: &History| {
        for agent in ["dai", "eva", "fan"] {
            let path = history.data("agents/all.yml");
            let text = std::fs::read_to_string(&path).unwrap();
            let line = text.lines().find(|line| line.starts_with(&format!("  {agent}:"))).unwrap();
            history.edit("agents/all.yml", line, &line.replace("team: aftersale", "team: presale"));
        }
    };
    let january = "metrics/2025/2025-01.yml";
    let changed = |history: &History| history.edit(january, "csat: 102/120", "csat: 20/120");
    is_acknowledged(kind, &history(kind, one_team, changed));
}

#[test]
fn an_export_that_is_repeated() {
    let kind = "export-repeated";
    let named = |history: &History| {
        history.edit(MAY, "source: export of 2025-06-02", &format!("source: desk.csv sha256:{DIGEST}"));
    };
    let again = |history: &History| {
        let source = format!("source: other.csv sha256:{DIGEST}");
        history.edit("metrics/2025/2025-04.yml", "source: export of 2025-05-02", &source);
    };
    is_acknowledged(kind, &history(kind, named, again));
}
