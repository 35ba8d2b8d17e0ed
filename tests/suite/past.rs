//! The history on the site, on scripted repositories: who changed what with what effect, which commit wrote a figure, and what is said of
//! shallow clones, merges, renames, reverts, faulty states, hostile messages and edits that are not committed.

use crate::program::{copy, deskscore, files, root, said, warned};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const MAY: &str = "metrics/2025/2025-05.yml";
const SCHEME: &str = "schemes/service.yml";
const HOSTILE: &str = "\u{202e}<script>alert(1)</script> @all | [x](javascript:y)\n\nbody";
const MALLORY: &str = "img\u{7}src=x Mallory";

struct Desk {
    folder: tempfile::TempDir,
    commits: u32,
}

type Site = BTreeMap<String, Vec<u8>>;

impl Desk {
    /// The small desk with one commit.
    fn new() -> Self {
        let mut desk = Self { folder: tempfile::tempdir().unwrap(), commits: 0 };
        desk.git(&["init", "--quiet", "--object-format=sha1", "--initial-branch=main"], "Zoe Founder");
        copy(&root().join("tests/histories/base"), &desk.path().join("data"));
        desk.commit("first data", "Zoe Founder");
        desk
    }

    /// All that happens to a desk: ten commits on the first line, of which the first has the state of another.
    fn eventful() -> Self {
        let mut desk = Self::new();
        desk.edit("targets/ann.yml", "\">= 88%\"", "\">= 84%\"");
        desk.commit(HOSTILE, MALLORY);
        desk.correct();
        desk.commit("correct ann in May", "Yan Editor");
        desk.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
        desk.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
        desk.commit("csat weighs more", "Yan Editor");
        desk.git(&["revert", "--no-edit", "HEAD"], "Yan Editor");
        desk.commits += 1;
        desk.git(&["mv", "data/agents/all.yml", "data/agents/people.yml"], "Yan Editor");
        desk.commit("rename", "Yan Editor");
        desk.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 55");
        desk.commit("broken", "Yan Editor");
        desk.edit(SCHEME, "response: { weight: 30", "response: { weight: 25");
        desk.commit("mended", "Yan Editor");
        desk.git(&["checkout", "--quiet", "-b", "june"], "Yan Editor");
        let may = std::fs::read_to_string(desk.data(MAY)).unwrap();
        std::fs::write(desk.data("metrics/2025/2025-06.yml"), may.replace("2025-05", "2025-06")).unwrap();
        desk.commit("june figures", "Xu Importer");
        desk.git(&["checkout", "--quiet", "main"], "Yan Editor");
        desk.edit(SCHEME, "from: 80 }", "from: 78 }");
        desk.commit("bands", "Yan Editor");
        desk.git(&["merge", "--quiet", "--no-ff", "-m", "merge june", "june"], "Yan Editor");
        desk
    }

    fn correct(&self) {
        let may = std::fs::read_to_string(self.data(MAY)).unwrap();
        let ann = may.lines().find(|line| line.contains("ann:")).unwrap().to_owned();
        self.edit(MAY, &ann, "  ann: { days: 21/22, csat: 120/122, response: 5000/329, exam: 95/1 }");
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn data(&self, path: &str) -> PathBuf {
        self.path().join("data").join(path)
    }

    fn git(&self, arguments: &[&str], who: &str) {
        let date = format!("2025-06-{:02}T10:00:00+0800", 5 + self.commits);
        let done = Command::new("git")
            .arg("-C")
            .arg(self.path())
            .args(arguments)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("LC_ALL", "C")])
            .envs([("GIT_AUTHOR_NAME", who), ("GIT_AUTHOR_EMAIL", "secret@example.org")])
            .envs([("GIT_COMMITTER_NAME", who), ("GIT_COMMITTER_EMAIL", "secret@example.org")])
            .envs([("GIT_AUTHOR_DATE", &date), ("GIT_COMMITTER_DATE", &date)])
            .output()
            .unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn commit(&mut self, message: &str, who: &str) {
        self.git(&["add", "--all", "data"], who);
        self.git(&["commit", "--quiet", "--message", message], who);
        self.commits += 1;
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.data(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
        std::fs::write(self.data(path), text.replace(from, to)).unwrap();
    }

    fn build(&self, arguments: &[&str]) -> (Value, Site) {
        build(self.path(), arguments)
    }
}

/// Builds as of the end of June, and gives what the command says and the site.
fn build(folder: &Path, arguments: &[&str]) -> (Value, Site) {
    let fixed = ["build", "--as-of", "2025-06-30", "--out", "site", "--format", "json"];
    let built = deskscore(fixed.iter().chain(arguments)).current_dir(folder).output().unwrap();
    assert!(built.status.success(), "{}", warned(&built));
    (serde_json::from_str(&said(&built)).unwrap(), files(&folder.join("site")))
}

fn page<'s>(site: &'s Site, path: &str) -> &'s str {
    std::str::from_utf8(site.get(path).unwrap_or_else(|| panic!("{path} is missing"))).unwrap()
}

/// The texts of the cells of each row of each table.
fn rows(html: &str) -> Vec<Vec<String>> {
    let plain = |cell: &str| {
        let mut text = String::new();
        for piece in cell.split('<') {
            text.push_str(piece.split_once('>').map_or("", |(_, words)| words));
        }
        text.trim().to_owned()
    };
    let cells = |row: &str| row.split("</t").filter(|cell| cell.contains("<t")).map(plain).collect();
    html.split("<tr").skip(1).map(|row| cells(row.split("</tr>").next().unwrap_or_default())).collect()
}

fn row<'r>(rows: &'r [Vec<String>], word: &str) -> &'r Vec<String> {
    rows.iter()
        .find(|row| row.iter().any(|cell| cell.contains(word)))
        .unwrap_or_else(|| panic!("{word}: {rows:#?}"))
}

#[test]
fn who_changed_what_with_what_effect() {
    let desk = Desk::eventful();
    let (told, site) = desk.build(&[]);
    assert_eq!(told["commits"], 10);
    // The revert brings the state of the correction back; the rename has its own.
    assert_eq!(told["states_evaluated"], 9);
    let rows = rows(page(&site, "en/changes.html"));
    let target = row(&rows, "Target value changed");
    assert_eq!(target[3], "≥ 88% → ≥ 84%", "{target:?}");
    assert_eq!(target[4], "easier · begun");
    assert_eq!(target[5], "no score changes");
    let weights: Vec<_> =
        rows.iter().filter(|row| row.get(1).is_some_and(|cell| cell == "Weight changed")).collect();
    assert_eq!(weights.len(), 6, "raised, reverted and mended, two indicators each: {weights:#?}");
    assert!(
        weights.iter().any(|row| row[5].contains("scores move") && row[5].contains("largest")),
        "{weights:#?}"
    );
    assert!(row(&rows, "broken")[6].contains("has an error"), "{rows:#?}");
    assert!(row(&rows, "mended")[6].contains("with earlier commits that have errors"));
    assert!(row(&rows, "rename")[6].contains("no score changes"));
    assert!(row(&rows, "first data")[6].contains("first commit of the data"));
    let merge = row(&rows, "merge june");
    assert_eq!(merge[2], "Xu Importer", "who made what was merged");
    assert!(merge[6].contains("June 2025") || merge[6].contains("2025-06"), "{merge:?}");
    assert!(page(&site, "zh/changes.html").contains("变更记录"));
}

#[test]
fn messages_and_names_are_text_and_addresses_are_nowhere() {
    let (_, site) = Desk::eventful().build(&[]);
    let html = page(&site, "en/changes.html");
    assert!(!html.contains("<script>alert"), "markup from a message");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;") && html.contains("Mallory"));
    assert!(!html.contains('\u{202e}') && !html.contains('\u{7}'));
    for (path, bytes) in &site {
        assert!(!String::from_utf8_lossy(bytes).contains("secret@example.org"), "{path}");
    }
}

#[test]
fn a_figure_tells_the_commit_that_wrote_it_and_the_one_that_corrected_it() {
    let desk = Desk::eventful();
    let (_, site) = desk.build(&[]);
    let ann = page(&site, "en/agents/ann.html");
    let may = ann.split("id=\"p-2025-05\"").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(may.contains("2025-05.yml:4 was added or corrected on 2025-06-07"), "{may}");
    let april = ann.split("id=\"p-2025-04\"").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(april.contains("The figures were written on 2025-06-05"), "{april}");
    assert!(!april.contains("corrected on"), "{april}");
    // The goal tells the commit of its line, and the renamed file did not lose its history.
    assert!(page(&site, "en/targets/ann-csat.html").contains("<code class=\"src\">2025-06-05 · "));
    // The course of the indicator is marked where its weight was edited.
    let csat = page(&site, "en/indicators/csat.html");
    assert!(csat.contains("class=\"c-turn\"") && csat.contains("50% → 60%"), "marks");
}

#[test]
fn fewer_commits_are_evaluated_where_fewer_are_asked_for() {
    let desk = Desk::eventful();
    let name = std::fs::read_to_string(desk.data("deskscore.yml")).unwrap();
    std::fs::write(desk.data("deskscore.yml"), format!("{name}history: {{ evaluate: 2 }}\n")).unwrap();
    let (told, site) = desk.build(&[]);
    assert_eq!(told["states_evaluated"], 3, "two commits and what was before them");
    let html = page(&site, "en/changes.html");
    assert!(html.contains("the newest 2 commits") && html.contains("not computed"));
    assert!(html.contains("edits that are not committed"));
    let (full, _) = desk.build(&["--history", "full"]);
    assert_eq!(full["states_evaluated"], 9);
    let (none, site) = desk.build(&["--history", "none"]);
    assert_eq!(none["states_evaluated"], Value::Null);
    assert!(!site.contains_key("en/changes.html"));
    assert!(!page(&site, "en/agents/ann.html").contains("The figures were written"));
    // An older revision has the history up to it.
    let (older, _) = desk.build(&["--at", "HEAD~2"]);
    assert_eq!(older["commits"], 8);
}

#[test]
fn a_shallow_clone_says_what_it_cannot_know() {
    let desk = Desk::eventful();
    let clone = desk.path().join("clone");
    let source = format!("file://{}", desk.path().display());
    desk.git(&["clone", "--quiet", "--depth", "3", &source, &clone.display().to_string()], "Z");
    let (_, site) = build(&clone, &[]);
    let html = page(&site, "en/changes.html");
    assert!(html.contains("shallow clone"), "said above the table");
    assert!(row(&rows(html), "the shallow clone is cut here").len() == 7);
    let ann = page(&site, "en/agents/ann.html");
    assert!(ann.contains("or earlier (the shallow clone ends at commit"), "said beside figures");
}

#[test]
fn other_audiences_see_no_names_messages_and_people() {
    let desk = Desk::eventful();
    for arguments in [&["--audience", "public"][..], &["--audience", "team"], &["--agent", "bob"]] {
        let (_, site) = desk.build(arguments);
        assert!(site.contains_key("en/changes.html"), "{arguments:?}");
        for (path, bytes) in &site {
            let text = String::from_utf8_lossy(bytes);
            for word in [
                "Mallory",
                "Yan Editor",
                "Xu Importer",
                "ann-csat",
                "安然",
                "correct ann",
                "merge june",
                "ann.yml",
            ] {
                assert!(!text.contains(word), "{arguments:?}: {word} in {path}");
            }
        }
        assert!(page(&site, "en/changes.html").contains("Weight changed"), "rules are for all");
    }
}

#[test]
fn without_git_nothing_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("tests/histories/base"), &folder.path().join("data"));
    let (told, site) = build(folder.path(), &[]);
    assert_eq!(told["commits"], Value::Null);
    assert!(!site.contains_key("en/changes.html"));
    let asked = ["build", "--history", "full", "--as-of", "2025-06-30"];
    let said = deskscore(asked).current_dir(folder.path()).output().unwrap();
    assert!(said.status.success() && warned(&said).contains("not in a git repository"), "{}", warned(&said));
}

/// History is about days and hashes of commits, so two clones in two zones have the same bytes.
#[test]
fn same_commit_same_bytes_with_history() {
    let desk = Desk::eventful();
    let clone = desk.path().join("clone");
    desk.git(&["clone", "--quiet", &desk.path().display().to_string(), &clone.display().to_string()], "Z");
    let (_, here) = desk.build(&["--history", "full"]);
    let fixed = ["build", "--as-of", "2025-06-30", "--out", "site", "--history", "full"];
    let built = deskscore(fixed)
        .current_dir(&clone)
        .envs([("TZ", "America/Caracas"), ("LC_ALL", "zh_CN.UTF-8"), ("RAYON_NUM_THREADS", "1")])
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", warned(&built));
    let there = files(&clone.join("site"));
    let different: Vec<&String> = here.keys().filter(|path| here.get(*path) != there.get(*path)).collect();
    assert!(different.is_empty() && here.len() == there.len(), "{different:?}");
}

/// A hundred commits, one in five of them back to the state before: no state is evaluated twice.
#[test]
fn each_state_is_evaluated_once() {
    let desk = Desk::new();
    let may = std::fs::read_to_string(desk.data(MAY)).unwrap();
    let mut stream = String::new();
    for number in 1..=100 {
        let cases = if number % 5 == 0 { 200 + number - 2 } else { 200 + number };
        let text = may.replace("days: 21/22, csat: 102/122", &format!("days: 21/22, csat: 102/{cases}"));
        stream += &format!(
            "commit refs/heads/main\ncommitter A <a@example.org> {} +0800\ndata 1\nx\n",
            1_749_100_000 + number
        );
        stream += if number == 1 { "from refs/heads/main^0\n" } else { "" };
        stream += &format!("M 100644 inline data/{MAY}\ndata {}\n{text}\n", text.len());
    }
    std::fs::write(desk.path().join("stream"), &stream).unwrap();
    let input = std::fs::File::open(desk.path().join("stream")).unwrap();
    let import =
        Command::new("git").args(["fast-import", "--quiet"]).current_dir(desk.path()).stdin(input).status();
    assert!(import.unwrap().success());
    desk.git(&["reset", "--quiet", "--hard"], "A");
    let (told, _) = desk.build(&["--history", "full"]);
    assert_eq!(told["commits"], 101);
    assert_eq!(told["states_evaluated"], 81);
}
