//! Scripted histories: each makes a repository with fixed names and dates, changes something on a branch, and looks at what
//! `review` says of it, as Markdown and as JSON (`tests/histories/*.snap`). Hashes are fixed because dates and contents are.

use crate::program::{copy, deskscore, put, root, said, warned};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A repository with the small desk of `tests/histories/base/` on `main` and a branch `change` checked out.
pub(crate) struct History {
    folder: tempfile::TempDir,
    commits: u32,
}

impl History {
    pub(crate) fn new() -> Self {
        let mut history = Self { folder: tempfile::tempdir().unwrap(), commits: 0 };
        history.git(&["init", "--quiet", "--object-format=sha1", "--initial-branch=main"]);
        copy(&root().join("tests/histories/base"), &history.path().join("data"));
        history.commit("base");
        history.git(&["checkout", "--quiet", "-b", "change"]);
        history
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn data(&self, path: &str) -> PathBuf {
        self.path().join("data").join(path)
    }

    pub(crate) fn git(&self, arguments: &[&str]) {
        let date = format!("2025-06-{:02}T10:00:00+0800", 5 + self.commits);
        let done = Command::new("git")
            .arg("-C")
            .arg(self.path())
            .args(arguments)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("LC_ALL", "C")])
            .envs([
                ("GIT_AUTHOR_NAME", "A"),
                ("GIT_AUTHOR_EMAIL", "a@example.org"),
                ("GIT_AUTHOR_DATE", &date),
            ])
            .envs([("GIT_COMMITTER_NAME", "A"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
            .env("GIT_COMMITTER_DATE", &date)
            .output()
            .unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    pub(crate) fn commit(&mut self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
        self.commits += 1;
    }

    /// Replaces a text that has to stand in the file exactly once.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.data(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
        std::fs::write(self.data(path), text.replace(from, to)).unwrap();
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        put(&self.path().join("data"), path, text);
    }

    pub(crate) fn review(&self, arguments: &[&str]) -> Output {
        let arguments = ["review", "--as-of", "2025-06-10"].iter().chain(arguments);
        deskscore(arguments).current_dir(self.path()).output().unwrap()
    }

    /// Commits, then compares what is said in Chinese and for programs with the snapshots, and the exit code.
    pub(crate) fn expect(mut self, name: &str, code: i32) {
        self.commit(name);
        self.expect_of(name, "main..change", code);
    }

    pub(crate) fn expect_of(&self, name: &str, range: &str, code: i32) {
        let markdown = self.review(&[range, "--format", "markdown"]);
        assert_eq!(markdown.status.code(), Some(code), "{}{}", said(&markdown), warned(&markdown));
        well_formed(&said(&markdown));
        let json = self.review(&[range, "--format", "json", "--lang", "en"]);
        parts_add_up(&said(&json));
        let settings = settings();
        settings.bind(|| {
            insta::assert_snapshot!(format!("{name}.md"), said(&markdown));
            insta::assert_snapshot!(format!("{name}.json"), said(&json));
        });
    }
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/histories"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// No fence or `<details>` is left open, and every row of a table has as many cells as its head.
fn well_formed(markdown: &str) {
    assert_eq!(markdown.matches("<details>").count(), markdown.matches("</details>").count(), "{markdown}");
    assert!(!markdown.contains("```"), "{markdown}");
    assert!(markdown.matches("~~~").count().is_multiple_of(2), "{markdown}");
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<usize> = markdown.lines().filter(|line| line.starts_with('|')).map(cells).collect();
    assert!(rows.windows(2).all(|pair| pair[0] == pair[1]), "{markdown}");
}

/// The shown parts of every move add up to its shown change.
fn parts_add_up(json: &str) {
    let document: serde_json::Value = serde_json::from_str(json).unwrap();
    for moved in document["moves"].as_array().unwrap() {
        let sum: f64 =
            moved["parts"].as_array().unwrap().iter().map(|part| part["shown"].as_f64().unwrap()).sum();
        let change = moved["change"].as_f64();
        if let Some(change) = change {
            assert_eq!((sum * 100.0).round(), (change * 100.0).round(), "{moved}");
        }
    }
}

pub(crate) const MAY: &str = "metrics/2025/2025-05.yml";
pub(crate) const SCHEME: &str = "schemes/service.yml";
pub(crate) const AGENTS: &str = "agents/all.yml";
const BOB: &str = "  bob: { name: { zh: 鲍勃, en: Bob }, joined: 2024-01-01, postings: [{ from: 2024-01-01, team: presale }] }";

#[test]
fn new_month() {
    let history = History::new();
    history.put("metrics/2025/2025-06.yml", NEW_MONTH);
    history.expect("new-month", 0);
}

pub(crate) const NEW_MONTH: &str = "period: 2025-06
source: export of 2025-07-02
agents:
  ann: { days: 20/21, csat: 101/113, response: 9300/310, exam: 81/1 }
  bob: { days: 20/21, csat: 96/115, response: 12000/320, exam: 77/1 }
  cai: { days: 21/21, csat: 118/128, response: 7900/322, exam: 90/1 }
  dai: { days: 20/21, csat: 90/117, response: 14500/318, exam: 72/1 }
  eva: { days: 19/21, csat: 99/118, response: 10100/311, exam: 84/1 }
  fan: { days: 20/21, csat: 105/119, response: 9100/330, exam: 88/1 }
";

#[test]
fn month_imported_twice() {
    let history = History::new();
    let may = std::fs::read_to_string(history.data(MAY)).unwrap();
    history.put("metrics/2025/2025-06.yml", &may.replace("period: 2025-05", "period: 2025-06"));
    history.expect("month-imported-twice", 1);
}

#[test]
fn newcomer() {
    let history = History::new();
    history.edit(
        AGENTS,
        "  fan: {",
        "  gao: { name: { zh: 高宁, en: Gao }, joined: 2025-02-01, postings: [{ from: 2025-02-01, team: aftersale }] }\n  fan: {",
    );
    history.edit(
        MAY,
        "  fan: {",
        "  gao: { days: 21/22, csat: 100/120, response: 9900/320, exam: 90/1 }\n  fan: {",
    );
    history.expect("newcomer", 0);
}

#[test]
fn corrected_month() {
    let history = History::new();
    let may = std::fs::read_to_string(history.data(MAY)).unwrap();
    let ann = may.lines().find(|line| line.contains("ann:")).unwrap().to_owned();
    let csat = ann.split("csat: ").nth(1).unwrap().split(',').next().unwrap().to_owned();
    let cases: u32 = csat.split('/').nth(1).unwrap().parse().unwrap();
    history.edit(MAY, &ann, &ann.replace(&csat, &format!("{}/{cases}", cases - 2)));
    history.expect("corrected-month", 0);
}

#[test]
fn lowered_target() {
    let history = History::new();
    history.edit("targets/ann.yml", "\">= 88%\"", "\">= 84%\"");
    history.expect("lowered-target", 1);
}

#[test]
fn raised_weight() {
    let history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
    history.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
    history.expect("raised-weight", 1);
}

#[test]
fn weight_and_figures() {
    let history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
    history.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
    let may = std::fs::read_to_string(history.data(MAY)).unwrap();
    let bob = may.lines().find(|line| line.contains("bob:")).unwrap().to_owned();
    history.edit(MAY, &bob, "  bob: { days: 21/22, csat: 110/120, response: 9000/320, exam: 90/1 }");
    history.edit(
        "events/2025/2025-04.yml",
        "evidence: letter 12 }",
        "evidence: letter 12 }\n  - { id: e2, agent: cai, date: 2025-04-11, type: praise, rater: boss, evidence: letter 13 }",
    );
    history.expect("weight-and-figures", 1);
}

#[test]
fn scheme_swap() {
    let history = History::new();
    history.edit(SCHEME, "    from: 2025-01\n", "    from: 2025-01\n    to: 2025-03\n");
    let text = std::fs::read_to_string(root().join("tests/histories/base/schemes/service.yml")).unwrap();
    let next = text
        .replace("service-2025", "service-2025b")
        .replace("2025版方案", "2025版方案（二）")
        .replace("from: 2025-01\n", "from: 2025-04\n")
        .replace("zero: 70%, full: 95%", "zero: 60%, full: 92%");
    history.put("schemes/service-b.yml", &next);
    history.expect("scheme-swap", 1);
}

#[test]
fn transfer() {
    let history = History::new();
    history.edit(
        AGENTS,
        BOB,
        "  bob: { name: { zh: 鲍勃, en: Bob }, joined: 2024-01-01, postings: [{ from: 2024-01-01, to: 2025-03-31, team: presale }, { from: 2025-04-01, team: aftersale }] }",
    );
    history.expect("transfer", 0);
}

#[test]
fn leaver() {
    let history = History::new();
    history.edit(
        AGENTS,
        BOB,
        "  bob: { name: { zh: 鲍勃, en: Bob }, joined: 2024-01-01, left: 2025-05-31, postings: [{ from: 2024-01-01, to: 2025-05-31, team: presale }] }",
    );
    history.expect("leaver", 0);
}

#[test]
fn red_line() {
    let history = History::new();
    history.put(
        "events/2025/2025-05.yml",
        "period: 2025-05\nevents:\n  - { id: r1, agent: cai, date: 2025-05-06, type: abuse, rater: boss, evidence: call 7, status: confirmed, heard_on: 2025-05-08, decided_by: boss, decided_on: 2025-05-09, effect: { band_at_most: c, no_bonus: true }, through: 2025-05 }\n",
    );
    history.expect("red-line", 0);
}

#[test]
fn closed_month_edited() {
    let mut history = History::new();
    history.git(&["checkout", "--quiet", "main"]);
    let closed =
        deskscore(["close", "2025-04", "--on", "2025-05-10"]).current_dir(history.path()).output().unwrap();
    assert!(closed.status.success(), "{}", warned(&closed));
    history.commit("close");
    history.git(&["checkout", "--quiet", "-B", "change"]);
    let april = "metrics/2025/2025-04.yml";
    let text = std::fs::read_to_string(history.data(april)).unwrap();
    let dai = text.lines().find(|line| line.contains("dai:")).unwrap().to_owned();
    history.edit(april, &dai, "  dai: { days: 21/22, csat: 118/120, response: 9000/320, exam: 90/1 }");
    history.expect("closed-month-edited", 1);
}

#[test]
fn renamed_agent() {
    let history = History::new();
    for path in [AGENTS, "events/2025/2025-04.yml"] {
        let text = std::fs::read_to_string(history.data(path)).unwrap();
        std::fs::write(
            history.data(path),
            text.replace("  bob:", "  bob.li:").replace("agent: bob,", "agent: bob.li,"),
        )
        .unwrap();
    }
    for month in 1..=5 {
        history.edit(&format!("metrics/2025/2025-0{month}.yml"), "  bob:", "  bob.li:");
    }
    history.expect("renamed-agent", 0);
}

#[test]
fn merge_commit() {
    let mut history = History::new();
    history.edit(
        SCHEME,
        "a: { name: { zh: 优秀, en: Excellent }, from: 80 }",
        "a: { name: { zh: 优秀, en: Excellent }, from: 78 }",
    );
    history.commit("bands");
    history.git(&["checkout", "--quiet", "main"]);
    history.put("metrics/2025/2025-06.yml", NEW_MONTH);
    history.commit("june");
    history.git(&["checkout", "--quiet", "change"]);
    history.git(&["merge", "--quiet", "--no-edit", "main"]);
    history.expect_of("merge-commit", "main...change", 1);
}

#[test]
fn revert() {
    let mut history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 40");
    history.edit(SCHEME, "exam: { weight: 20", "exam: { weight: 30");
    history.commit("heavier");
    history.git(&["revert", "--no-edit", "HEAD"]);
    history.expect_of("revert", "main..change", 0);
    history.expect_of("revert-alone", "change~1..change", 1);
}

#[test]
fn conflict_left_in_a_file() {
    let history = History::new();
    let text = std::fs::read_to_string(history.data(SCHEME)).unwrap();
    let line = text.lines().find(|line| line.contains("exam:")).unwrap().to_owned();
    let conflict = format!("<<<<<<< HEAD\n{line}\n=======\n{}\n>>>>>>> other", line.replace("20", "25"));
    history.edit(SCHEME, &line, &conflict);
    history.expect("conflict", 1);
}

#[test]
fn empty_change() {
    let history = History::new();
    history.expect("empty-change", 0);
}

#[test]
fn hostile_names() {
    let history = History::new();
    history.edit(
        AGENTS,
        "fan: { name: { zh: 范平, en: Fan }",
        "fan: { name: \"@all | </details> ``` <script>x</script> #1 [a](http://x.org) **b**\"",
    );
    let may = std::fs::read_to_string(history.data(MAY)).unwrap();
    let fan = may.lines().find(|line| line.contains("fan:")).unwrap().to_owned();
    history.edit(MAY, &fan, "  fan: { days: 21/22, csat: 100/120, response: 9900/320, exam: 90/1 }");
    history.expect("hostile-names", 0);
}

#[test]
fn no_base_is_said() {
    let history = History::new();
    history.git(&["checkout", "--quiet", "--orphan", "fresh"]);
    history.git(&["rm", "-r", "--quiet", "--cached", "."]);
    std::fs::rename(history.path().join("data"), history.path().join("desk")).unwrap();
    let told = history.review(&["main", "--data", "desk", "--format", "markdown"]);
    assert!(told.status.success(), "{}", warned(&told));
    assert!(said(&told).contains("没有可比较的基准"), "{}", said(&told));
}

#[test]
fn a_budget_holds_and_leaves_nothing_open() {
    let mut history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
    history.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
    history.put("metrics/2025/2025-06.yml", NEW_MONTH);
    history.commit("much");
    for budget in [0_usize, 4_000, 4_500, 5_000, 6_000, 8_000, 60_000] {
        for lang in ["zh", "en"] {
            let told = history.review(&[
                "main..change",
                "--format",
                "markdown",
                "--lang",
                lang,
                "--budget",
                &budget.to_string(),
            ]);
            let text = said(&told);
            assert!(text.len() <= budget.max(4_000), "{budget}: {} bytes", text.len());
            well_formed(&text);
        }
    }
}

#[test]
fn json_follows_its_schema() {
    let schema = deskscore(["schema", "review"]).output().unwrap();
    let schema: serde_json::Value = serde_json::from_str(&said(&schema)).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    let mut history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
    history.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
    history.commit("weights");
    let json: serde_json::Value =
        serde_json::from_str(&said(&history.review(&["main..change", "--format", "json"]))).unwrap();
    let document = json.as_object().unwrap();
    for key in document.keys() {
        assert!(properties.contains_key(key), "{key} is not in the schema");
    }
    for required in schema["required"].as_array().unwrap() {
        assert!(document.contains_key(required.as_str().unwrap()), "{required} is missing");
    }
}
