//! `init`: for every template and language a repository that is clean, builds at once and can be reviewed.

use crate::program::{deskscore, files, put, run, said, warned};
use std::path::Path;
use std::process::{Command, Output};

const TEMPLATES: [&str; 5] =
    ["small-shop", "online-service", "after-sales", "call-centre", "software-support"];

fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_COMMITTER_DATE", "2025-04-10T09:00:00+08:00")
        .env("GIT_AUTHOR_DATE", "2025-04-10T09:00:00+08:00")
        .current_dir(folder)
        .output()
        .expect("git starts");
    assert!(output.status.success(), "git {arguments:?}: {}", warned(&output));
}

fn inside(folder: &Path, arguments: &[&str]) -> Output {
    deskscore(arguments).current_dir(folder).output().expect("the program starts")
}

#[test]
fn every_template_is_clean_builds_and_is_reviewed() {
    for template in TEMPLATES {
        for language in ["zh", "en"] {
            let place = tempfile::tempdir().expect("a folder");
            let folder = place.path().join("desk");
            let name = folder.display().to_string();
            let begun = run(["init", &name, "--template", template, "--language", language]);
            assert!(begun.status.success(), "{template}: {}", warned(&begun));
            git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
            git(&folder, &["add", "."]);
            git(&folder, &["commit", "--quiet", "--message", "begin"]);
            for arguments in [
                &["check", "--deny-warnings"][..],
                &["fmt", "--check"],
                &["build"],
                &["build", "--audience", "public", "--out", "site/public"],
            ] {
                let output = inside(&folder, arguments);
                let told = format!("{}{}", said(&output), warned(&output));
                assert!(output.status.success(), "{template} {language} {arguments:?}: {told}");
            }
            assert!(folder.join("site/index.html").is_file());

            // A first edit: one figure of one person.
            let (path, text) = files(&folder)
                .into_iter()
                .filter(|(path, _)| path.starts_with("data/metrics/") && path.contains("2025-03"))
                .find_map(|(path, bytes)| {
                    let text = String::from_utf8(bytes).expect("UTF-8");
                    text.contains("csat_rate").then_some((path, text))
                })
                .expect("figures of March");
            let at = text.find("csat_rate: ").expect("a figure") + "csat_rate: ".len();
            let end = at + text[at..].find(',').or_else(|| text[at..].find(' ')).expect("its end");
            put(&folder, &path, format!("{}10/90{}", &text[..at], &text[end..]));
            let reviewed = inside(&folder, &["review", "main", "--format", "json"]);
            assert!(reviewed.status.success(), "{template}: {}{}", said(&reviewed), warned(&reviewed));
            let told = inside(&folder, &["review", "main", "--lang", "en", "--format", "markdown"]);
            assert!(said(&told).contains("score"), "{template}: {}", said(&told));
        }
    }
}

#[test]
fn nothing_is_ever_overwritten() {
    let place = tempfile::tempdir().expect("a folder");
    put(place.path(), "README.md", "mine\n");
    put(place.path(), ".github/workflows/check.yml", "mine\n");
    let name = place.path().display().to_string();
    let begun = run(["init", &name, "--lang", "en"]);
    assert!(begun.status.success(), "{}", warned(&begun));
    assert!(warned(&begun).contains("README.md was there already"), "{}", warned(&begun));
    let after = files(place.path());
    assert_eq!(after["README.md"], b"mine\n");
    assert_eq!(after[".github/workflows/check.yml"], b"mine\n");
    let again = run(["init", &name, "--template", "call-centre", "--lang", "en"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(warned(&again).contains("nothing was written"), "{}", warned(&again));
    assert_eq!(files(place.path()), after);
}
