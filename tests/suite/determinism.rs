//! Same commit, same bytes: under another locale, time zone, number of threads, clone and folder.

use crate::program::{copy, deskscore, files, root, warned};
use std::path::Path;
use std::process::Command;

fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs([("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@example.org")])
        .envs([("GIT_COMMITTER_NAME", "a"), ("GIT_COMMITTER_EMAIL", "a@example.org")])
        .envs([
            ("GIT_AUTHOR_DATE", "2026-01-08T09:00:00+08:00"),
            ("GIT_COMMITTER_DATE", "2026-01-08T09:00:00+08:00"),
        ])
        .output()
        .expect("git starts");
    assert!(status.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&status.stderr));
}

#[test]
fn same_commit_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (here, there) = (folder.path().join("here"), folder.path().join("a longer way/there 这里"));
    copy(&root().join("data"), &here.join("data"));
    git(&here, &["init", "--quiet", "--initial-branch=main"]);
    git(&here, &["add", "."]);
    git(&here, &["commit", "--quiet", "-m", "data"]);
    std::fs::create_dir_all(there.parent().expect("a parent")).expect("a folder");
    git(folder.path(), &["clone", "--quiet", "here", &there.display().to_string()]);
    let build = |place: &Path, locale: &str, zone: &str, threads: &str| {
        let built = deskscore(["build", "--out", "out/site"])
            .current_dir(place)
            .envs([("LC_ALL", locale), ("LANG", locale), ("TZ", zone), ("RAYON_NUM_THREADS", threads)])
            .output()
            .expect("the program starts");
        assert!(built.status.success(), "{}", warned(&built));
        files(&place.join("out/site"))
    };
    let first = build(&here, "C", "UTC", "1");
    let second = build(&there, "zh_CN.UTF-8", "Asia/Shanghai", "4");
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    let different: Vec<&String> =
        first.iter().filter(|(path, bytes)| second[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(different.is_empty(), "different: {different:?}");
}
