//! What a service manager edits beside figures and rules, and what `review` tells of it: scripted histories as in `histories`, and
//! what is said where there is nothing to compare with.

use crate::histories::{AGENTS, History, MAY, NEW_MONTH, SCHEME};
use crate::program::{deskscore, said, warned};

#[test]
fn another_name() {
    let history = History::new();
    history.edit(AGENTS, "fan: { name: { zh: 范平, en: Fan }", "fan: { name: { zh: 范萍, en: Fan }");
    history.expect("another-name", 0);
}

#[test]
fn moved_file() {
    let history = History::new();
    std::fs::rename(history.data(AGENTS), history.data("agents/everybody.yml")).unwrap();
    history.expect("moved-file", 0);
}

#[test]
fn comments_and_layout_only() {
    let history = History::new();
    for path in [AGENTS, SCHEME, MAY] {
        let text = std::fs::read_to_string(history.data(path)).unwrap();
        history.put(
            path,
            &format!("# seen by the head of the desk\n{}", text.replace("{ ", "{").replace(" }", "}")),
        );
    }
    history.expect("comments-only", 0);
}

#[test]
fn other_content_of_a_file() {
    let history = History::new();
    let teams = std::fs::read_to_string(history.data("teams.yml")).unwrap();
    assert!(teams.contains("售后"), "{teams}");
    history.put("teams.yml", &teams.replace("售后", "客户关怀"));
    history.expect("other-file", 0);
}

#[test]
fn deleted_team() {
    let history = History::new();
    let teams = std::fs::read_to_string(history.data("teams.yml")).unwrap();
    let left: Vec<&str> = teams.lines().filter(|line| !line.contains("aftersale")).collect();
    history.put("teams.yml", &(left.join("\n") + "\n"));
    history.expect("deleted-team", 1);
}

/// Whose goal it is did not change: the person has another id.
#[test]
fn renamed_agent_with_a_goal() {
    let mut history = History::new();
    history.edit("targets/ann.yml", "agreed_on: 2024-12-22", "agreed_on: 2024-12-22\n    proposed_by: ann");
    history.commit("who proposed it");
    history.git(&["branch", "--force", "main"]);
    let files = ["targets/ann.yml", AGENTS].map(str::to_owned).into_iter();
    for path in files.chain((1..=5).map(|month| format!("metrics/2025/2025-0{month}.yml"))) {
        let text = std::fs::read_to_string(history.data(&path)).unwrap();
        let text = text
            .replace("  ann:", "  an.ran:")
            .replace("agent ann", "agent an.ran")
            .replace("proposed_by: ann", "proposed_by: an.ran");
        history.put(&path, &text);
    }
    history.expect("renamed-with-goal", 0);
}

#[test]
fn two_branches_merged() {
    let mut history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
    history.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
    history.commit("weights");
    history.git(&["checkout", "--quiet", "-b", "figures", "main"]);
    let may = std::fs::read_to_string(history.data(MAY)).unwrap();
    let bob = may.lines().find(|line| line.contains("bob:")).unwrap().to_owned();
    history.edit(MAY, &bob, "  bob: { days: 21/22, csat: 110/120, response: 9000/320, exam: 90/1 }");
    history.commit("figures");
    history.git(&["merge", "--quiet", "--no-edit", "change"]);
    history.expect_of("two-branches", "main...figures", 1);
}

/// What a new month pays is told once it is over; what it would pay while it runs is not.
#[test]
fn payouts_of_a_new_month() {
    let mut history = History::new();
    history.put("metrics/2025/2025-06.yml", NEW_MONTH);
    history.commit("june");
    let told = |day: &str, form: &str| {
        let review = ["review", "--as-of", day, "main..change", "--lang", "en", "--format", form];
        said(&deskscore(review).current_dir(history.path()).output().unwrap())
    };
    let awards = |day: &str| -> serde_json::Value {
        let document: serde_json::Value = serde_json::from_str(&told(day, "json")).unwrap();
        document["new_awards"].clone()
    };
    assert_eq!(awards("2025-06-10"), serde_json::json!([]));
    let month = serde_json::json!({ "period": "2025-06", "count": 1, "money": 20000 });
    assert!(awards("2025-07-05").as_array().unwrap().contains(&month), "{}", awards("2025-07-05"));
    assert!(told("2025-07-05", "human").contains("2025-06: 1 title or payout, ¥200.00."));
}

/// What is said on standard error of a review that cannot be made.
fn refused(history: &History, arguments: &[&str]) -> String {
    let told = history.review(arguments);
    assert_eq!(told.status.code(), Some(2), "{}{}", said(&told), warned(&told));
    warned(&told)
}

#[test]
fn names_that_are_no_commit_are_told_with_what_may_be_meant() {
    let history = History::new();
    let told = refused(&history, &["mian"]);
    assert!(told.contains("no commit is called `mian` here; did you mean `main`?"), "{told}");
    for range in ["main..chnge", "main...chnge", "chnge..main"] {
        assert!(refused(&history, &[range]).contains("did you mean `change`?"), "{range}");
    }
    let told = refused(&history, &["0123456789abcdef0123456789abcdef01234567"]);
    assert!(told.contains("no commit is called") && !told.contains("fetch"), "{told}");
    assert!(refused(&history, &[""]).contains("name what is compared"));
    let told = refused(&history, &["--data", "nowhere"]);
    assert!(
        told.contains("there is no folder `nowhere`; name the folder that holds deskscore.yml with --data")
    );
    assert!(!told.contains("fatal"), "{told}");
}

#[test]
fn an_empty_side_of_the_dots_is_the_commit_that_is_checked_out() {
    let mut history = History::new();
    history.edit("targets/ann.yml", "\">= 88%\"", "\">= 84%\"");
    history.commit("lower");
    history.git(&["checkout", "--quiet", "--detach", "main"]);
    for range in ["..change", "...change", "HEAD..change"] {
        let told = history.review(&[range, "--lang", "en"]);
        assert!(said(&told).contains("Target value changed"), "{range}: {}{}", said(&told), warned(&told));
    }
}

#[test]
fn before_the_first_commit_and_without_a_main_branch() {
    let folder = tempfile::tempdir().unwrap();
    let history = History::new();
    let git = |arguments: &[&str]| {
        let done = std::process::Command::new("git")
            .arg("-C")
            .arg(folder.path())
            .args(arguments)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .envs([("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@example.org")])
            .envs([("GIT_COMMITTER_NAME", "A"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
            .output()
            .unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    let review = |arguments: &[&str]| {
        deskscore(["review", "--as-of", "2025-06-10", "--lang", "en"].iter().chain(arguments))
            .current_dir(folder.path())
            .output()
            .unwrap()
    };
    git(&["init", "--quiet", "--initial-branch=desk"]);
    crate::program::copy(&history.path().join("data"), &folder.path().join("data"));
    let told = review(&[]);
    assert!(told.status.success() && said(&told).contains("the data is new"), "{}", said(&told));
    let told = review(&["main"]);
    assert!(warned(&told).contains("nothing was committed yet"), "{}", warned(&told));
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "first"]);
    let told = review(&[]);
    assert!(said(&told).contains("no main branch was found"), "{}", said(&told));
}

#[test]
fn a_clone_that_is_cut_off_says_so() {
    let mut history = History::new();
    history.commit("one more");
    let folder = tempfile::tempdir().unwrap();
    let clone = folder.path().join("clone");
    let source = format!("file://{}", history.path().display());
    history.git(&[
        "clone",
        "--quiet",
        "--depth",
        "1",
        "--no-single-branch",
        &source,
        clone.to_str().unwrap(),
    ]);
    let review = |arguments: &[&str]| {
        deskscore(["review", "--as-of", "2025-06-10", "--lang", "en"].iter().chain(arguments))
            .current_dir(&clone)
            .output()
            .unwrap()
    };
    let told = review(&["HEAD~1"]);
    assert!(warned(&told).contains("this clone is cut off"), "{}", warned(&told));
    let told = review(&["main"]);
    assert!(warned(&told).contains("did you mean `origin/main`?"), "{}", warned(&told));
    let told = review(&["origin/main...HEAD"]);
    assert!(
        said(&told).contains("no commit in common with the main branch"),
        "{}{}",
        said(&told),
        warned(&told)
    );
}
