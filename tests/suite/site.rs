//! The sample site as files: every anchor, every id, both languages, nothing leaked, nothing from another host.

use crate::program::{copy, deskscore, files, put, root, run, sample_site, warned};
use std::collections::{BTreeMap, BTreeSet};

/// The HTML pages of the sample site.
fn pages() -> BTreeMap<String, String> {
    let all = files(sample_site()).into_iter().filter(|(path, _)| path.ends_with(".html"));
    all.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!("{attribute}=\"");
    let found = html
        .match_indices(&start)
        .filter(|(at, _)| html[..*at].chars().next_back().is_some_and(char::is_whitespace));
    found.filter_map(|(at, _)| html[at + start.len()..].split('"').next()).collect()
}

/// Links of a site's pages to files or anchors that are not there.
pub fn broken(all: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let html = all.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: BTreeMap<&String, &str> =
        html.map(|(path, bytes)| (path, std::str::from_utf8(bytes).expect("UTF-8"))).collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, html)| (path.as_str(), values(html, "id").into_iter().collect())).collect();
    let mut broken = BTreeSet::new();
    for (path, html) in &pages {
        let folder: Vec<&str> = path.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
        for link in values(html, "href").into_iter().chain(values(html, "src")) {
            if link.contains(':') {
                continue;
            }
            let (file, anchor) =
                link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            let mut parts = folder.clone();
            for part in file.split('?').next().unwrap_or_default().split('/').filter(|part| !part.is_empty())
            {
                match part {
                    ".." => drop(parts.pop()),
                    "." => {}
                    part => parts.push(part),
                }
            }
            let target = if file.is_empty() { (*path).clone() } else { parts.join("/") };
            let there = all.contains_key(&target);
            let anchored =
                anchor.is_none_or(|a| ids.get(target.as_str()).is_some_and(|known| known.contains(a)));
            if !there || !anchored {
                broken.insert(format!("{path} → {link}"));
            }
        }
    }
    broken
}

#[test]
fn every_link_and_anchor_leads_somewhere() {
    let broken = broken(&files(sample_site()));
    assert!(broken.is_empty(), "{} broken: {:#?}", broken.len(), broken.iter().take(20).collect::<Vec<_>>());
}

#[test]
fn pages_have_one_heading_unique_ids_and_a_counterpart() {
    let pages = pages();
    assert!(pages.len() > 150, "{} pages", pages.len());
    let mut titles = BTreeMap::new();
    for (path, html) in &pages {
        assert_eq!(html.matches("<h1").count(), 1, "{path}: headings");
        let ids = values(html, "id");
        let unique: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: an id stands twice");
        let title =
            html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
        if let Some(other) =
            titles.insert((path.split('/').next().unwrap_or_default().to_owned(), title), path)
        {
            panic!("{path} and {other} have the same title: {title}");
        }
        let (language, rest) = path.split_once('/').unwrap_or(("", path));
        match language {
            "zh" => assert!(pages.contains_key(&format!("en/{rest}")), "{path} has no English counterpart"),
            "en" => assert!(pages.contains_key(&format!("zh/{rest}")), "{path} has no Chinese counterpart"),
            _ => {}
        }
    }
}

#[test]
fn nothing_leaks_and_nothing_comes_from_elsewhere() {
    // Pages of diagnostic codes speak of such words.
    let told = |path: &str| path.contains("/diagnostics/");
    for (path, html) in pages().into_iter().filter(|(path, _)| !told(path)) {
        for leak in [
            "NaN",
            "undefined",
            "Some(",
            "None)",
            "{{ ",
            "{% ",
            "{$",
            "\u{fffd}",
            "Err(",
            "inf%",
            "[agent-",
            "[goal-",
        ] {
            assert!(!html.contains(leak), "{path} shows {leak}");
        }
        for source in values(&html, "src") {
            assert!(!source.contains("//"), "{path} asks {source}");
        }
        assert!(html.contains("Content-Security-Policy"), "{path}: head");
        assert!(!html.contains(" onclick=") && !html.contains(" onerror="), "{path} has an inline handler");
    }
}

#[test]
fn every_page_says_as_of_when_from_which_commit_and_by_which_scheme() {
    for (path, html) in pages() {
        if path.contains('/') {
            assert!(html.contains("2026-01-08"), "{path}: as-of date");
            assert!(html.contains("2025"), "{path}: scheme version");
        }
    }
}

#[test]
fn stale_pages_go_and_foreign_files_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, site) = (folder.path().join("data"), folder.path().join("site"));
    copy(&root().join("examples/small-shop/data"), &data);
    let build = || {
        let data = data.display().to_string();
        let built = run(["build", "--data", &data, "--out", &site.display().to_string()]);
        assert!(built.status.success(), "{}", warned(&built));
    };
    build();
    let before = files(&site);
    let page = String::from_utf8_lossy(&before["zh/index.html"]).into_owned();
    assert!(page.contains("noindex"), "search engines are let in without being asked");
    put(&site, "CNAME", "scores.example.org");
    put(&site, "zh/notes/own.html", "my own page");
    let text = std::fs::read_to_string(data.join("teams.yml")).expect("the teams");
    put(&data, "teams.yml", format!("{text}  spare: {{ name: 备用 }}\n"));
    build();
    assert!(site.join("zh/teams/spare.html").is_file());
    put(&data, "teams.yml", &text);
    build();
    assert!(!site.join("zh/teams/spare.html").exists(), "a stale page stays");
    let mut after = files(&site);
    assert_eq!(after.remove("CNAME").as_deref(), Some(&b"scores.example.org"[..]));
    assert_eq!(after.remove("zh/notes/own.html").as_deref(), Some(&b"my own page"[..]));
    assert_eq!(after, before);
}

#[test]
fn a_failed_build_leaves_the_last_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, site) = (folder.path().join("data"), folder.path().join("site"));
    copy(&root().join("examples/small-shop/data"), &data);
    let arguments = ["build", "--data", &data.display().to_string(), "--out", &site.display().to_string()]
        .map(str::to_owned);
    assert!(run(&arguments).status.success());
    let before = files(&site);
    put(&data, "teams.yml", "teams: 3\n");
    assert_eq!(run(&arguments).status.code(), Some(1));
    assert_eq!(files(&site), before);
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("the folder").count(),
        2,
        "something is left beside the site"
    );
}

#[test]
fn an_older_revision_is_the_same_call_with_another_tree() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    copy(&root().join("examples/small-shop/data"), &place.join("data"));
    let git = |arguments: &[&str]| {
        let done = std::process::Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@example.org"])
            .args(arguments)
            .current_dir(place)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_COMMITTER_DATE", "2025-04-02T09:00:00+08:00")])
            .output()
            .expect("git starts");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "--quiet", "--initial-branch=main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "first"]);
    let build = |more: &[&str], out: &str| {
        let built = deskscore(["build", "--out", out].iter().chain(more))
            .current_dir(place)
            .output()
            .expect("it starts");
        assert!(built.status.success(), "{}", warned(&built));
        files(&place.join(out))
    };
    let committed = build(&[], "now");
    put(&place.join("data"), "teams.yml", "teams: 3\n");
    let then = build(&["--at", "HEAD"], "then");
    assert!(committed == then, "the revision and the tree that it was made from give different sites");
}
