//! The wiring of commands: exit codes, forms of output, messages for wrong use.

use crate::program::{copy, deskscore, put, root, run, said, warned};

#[test]
fn the_sample_and_every_example_are_clean() {
    let mut folders = vec![root().join("data")];
    for entry in std::fs::read_dir(root().join("examples")).expect("examples") {
        folders.push(entry.expect("an entry").path().join("data"));
    }
    for folder in folders {
        let checked = run(["check", "--deny-warnings", "--data", &folder.display().to_string()]);
        assert!(checked.status.success(), "{}: {}{}", folder.display(), said(&checked), warned(&checked));
    }
}

#[test]
fn faults_of_the_data_end_with_one_and_are_told_in_every_form() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples/small-shop/data"), folder.path());
    put(folder.path(), "teams.yml", "teams:\n  shop: { nmae: 店铺 }\n");
    let data = folder.path().display().to_string();
    for (form, expected) in [
        ("human", "did you mean"),
        ("short", "teams.yml:2:11: error[unknown-field]"),
        ("json", "\"code\": \"unknown-field\""),
        ("github", "::error file="),
    ] {
        let checked = run(["check", "--data", &data, "--format", form]);
        assert_eq!(checked.status.code(), Some(1), "{form}");
        let text = said(&checked);
        assert!(text.contains(expected) || text.contains(&expected.replace("\": ", "\":")), "{form}: {text}");
    }
    let built =
        run(["build", "--data", &data, "--out", &folder.path().join("../never").display().to_string()]);
    assert_eq!(built.status.code(), Some(1), "{}", warned(&built));
}

#[test]
fn failures_of_the_tool_end_with_two_and_say_what_to_do() {
    let cases: [(&[&str], &str); 8] = [
        (&["check", "--data", "no-such-folder"], "--data"),
        (&["build", "--at", "no-such-revision"], "no-such-revision"),
        (&["explain", "score", "lin.weo", "2025-03"], "did you mean"),
        (&["explain", "score", "lin.wei", "2031-01"], "there are figures from"),
        (&["explain", "incentive", "top-thirthy", "lin.wei", "2025-03"], "did you mean `top-thirty`?"),
        (&["explain", "incentive", "mentoring", "lin.wei", "2025-03"], "takes no part"),
        (&["explain", "code", "weights-not-10"], "weights-not-100"),
        (&["build", "--out", "/"], "/"),
    ];
    for (arguments, expected) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}{}", said(&output), warned(&output));
        assert!(warned(&output).contains(expected), "{arguments:?}: {}", warned(&output));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = deskscore(["check", "--data", "examples/small-shop/data", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_site_that_contains_the_data_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("shop/data");
    copy(&root().join("examples/small-shop/data"), &data);
    let out = folder.path().join("shop").display().to_string();
    let built = run(["build", "--data", &data.display().to_string(), "--out", &out]);
    assert_eq!(built.status.code(), Some(2), "{}", warned(&built));
    assert!(data.join("deskscore.yml").is_file());
}

#[test]
fn schemas_in_the_tree_are_those_of_the_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = run(["schema", "--out", &folder.path().display().to_string()]);
    assert!(written.status.success(), "{}", warned(&written));
    let now = crate::program::files(folder.path());
    let there = crate::program::files(&root().join("data/schema"));
    assert_eq!(now.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
    for (path, bytes) in now {
        assert!(there[&path] == bytes, "data/schema/{path} is old: run `deskscore schema --out data/schema`");
    }
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(["completions", shell]);
        assert!(output.status.success() && said(&output).contains("deskscore"), "{shell}");
    }
}

/// The life of a month: closed, changed in secret, corrected, changed back.
#[test]
fn a_closed_month_cannot_change_without_a_correction() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().display().to_string();
    copy(&root().join("examples/small-shop/data"), folder.path());
    let organisation =
        std::fs::read_to_string(folder.path().join("deskscore.yml")).expect("the organisation");
    put(folder.path(), "deskscore.yml", format!("{organisation}raters: {{ boss: 店主 }}\n"));
    let close = |rest: &[&str]| run([&["close", "--data", &data], rest].concat());
    let expect = |output: std::process::Output, code: i32, part: &str| {
        let told = format!("{}{}", said(&output), warned(&output));
        assert_eq!(output.status.code(), Some(code), "{told}");
        assert!(told.contains(part), "{part} in {told}");
    };
    expect(close(&["2025-03", "--on", "2025-03-20"]), 2, "has not ended");
    expect(close(&["2031-03", "--on", "2031-04-20"]), 2, "there are no figures");
    expect(close(&["2025-03", "--on", "2025-04-10"]), 0, "closed 2025-03");
    expect(close(&["2025-03", "--on", "2025-04-11"]), 2, "closed already");
    expect(run(["check", "--data", &data]), 0, "0 errors");

    // Comments and the order of lines are no change.
    let metrics = crate::program::files(folder.path()).into_keys().find(|path| path.ends_with("2025-03.yml"));
    let metrics = metrics.expect("the figures of March");
    let figures = std::fs::read_to_string(folder.path().join(&metrics)).expect("figures");
    let (head, lines) = figures.split_once("agents:\n").expect("agents");
    let turned: Vec<&str> = lines.lines().rev().collect();
    put(folder.path(), &metrics, format!("# another comment\n{head}agents:\n{}\n", turned.join("\n")));
    expect(run(["check", "--data", &data]), 0, "0 errors");

    // A figure is one.
    let digit = figures.rfind('/').expect("a pair") + 1;
    let changed = format!("{}1{}", &figures[..digit], &figures[digit..]);
    put(folder.path(), &metrics, &changed);
    expect(run(["check", "--data", &data]), 1, "closed-month-changed");
    expect(close(&["2025-03", "--on", "2025-05-06"]), 1, "closed-month-changed");
    let correct = ["2025-03", "--correct", "--on", "2025-05-06", "--reason", "count was wrong", "--by"];
    expect(close(&[&correct[..], &["bos"]].concat()), 1, "did you mean `boss`?");
    expect(close(&[&correct[..], &["boss"]].concat()), 0, "corrected 2025-03");
    expect(run(["check", "--data", &data]), 0, "0 errors");
    expect(close(&[&correct[..], &["boss"]].concat()), 2, "nothing to correct");
    put(folder.path(), &metrics, &figures);
    expect(run(["check", "--data", &data]), 1, "closed-month-changed");
}

#[test]
fn two_schemes_are_compared_and_a_draft_is_tried_on_history() {
    let data = root().join("data").display().to_string();
    let compared = run(["diff", "service-2024", "service-2025", "--format", "json", "--data", &data]);
    assert!(compared.status.success(), "{}", warned(&compared));
    let found: serde_json::Value = serde_json::from_str(&said(&compared)).expect("JSON");
    let of = |id: &str| {
        let all = found["differences"].as_array().expect("a list");
        all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id} differs"))
    };
    assert_eq!(of("csat_rate")["weights"], serde_json::json!([25.0, 30.0]));
    assert_eq!(of("fcr")["kinds"], serde_json::json!(["extra"]));
    assert_eq!(of("compliance_rate")["kinds"], serde_json::json!(["missing"]));
    let none = run(["diff", "service-2024", "servise-2025", "--data", &data]);
    assert_eq!(none.status.code(), Some(2));
    assert!(warned(&none).contains("did you mean `service-2025`"), "{}", warned(&none));

    let folder = tempfile::tempdir().expect("a folder");
    let scheme = std::fs::read_to_string(root().join("data/schemes/presale-2025.yml")).expect("a scheme");
    put(folder.path(), "draft.yml", &scheme);
    let draft = folder.path().join("draft.yml").display().to_string();
    let months = ["--from", "2025-01", "--to", "2025-03"];
    let tried =
        |more: &[&str]| run([&["whatif", "--scheme", &draft, "--data", &data], &months[..], more].concat());
    let same = tried(&["--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&said(&same)).expect("JSON");
    let people = found["periods"][0]["people"].as_array().expect("people");
    assert!(!people.is_empty() && people.iter().all(|one| one["before"] == one["after"]), "the same rules");
    let page = folder.path().join("page.html");
    assert!(tried(&["--html", &page.display().to_string()]).status.success());
    assert!(std::fs::read_to_string(page).expect("a page").contains("A draft tried on history"));
}

#[test]
fn audiences_are_named_rightly_or_the_command_says_how() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = root().join("examples/small-shop/data").display().to_string();
    let at = |name: &str| folder.path().join(name).display().to_string();
    put(folder.path(), "short.key", "too short\n");
    put(folder.path(), "good.key", "0123456789abcdef0123456789abcdef\n");
    let build = |arguments: &[&str]| {
        let out = at("site");
        let all = ["build", "--data", &data, "--out", &out].into_iter().chain(arguments.iter().copied());
        run(all.collect::<Vec<_>>())
    };
    for (arguments, expected) in [
        (&["--audience", "agent"][..], "--agent ID"),
        (&["--agent", "nobody.here"], "there is no agent `nobody.here`"),
        (&["--audience", "public", "--agent", "a"], "not to public"),
        (&["--audience", "team", "--key", &at("short.key")], "the key has 9 bytes"),
        (&["--audience", "team", "--key", &at("no.key")], "cannot read"),
    ] {
        let built = build(arguments);
        assert_eq!(built.status.code(), Some(2), "{arguments:?}");
        assert!(warned(&built).contains(expected), "{arguments:?}: {}", warned(&built));
    }
    let built = build(&["--audience", "team", "--key", &at("good.key"), "--format", "json"]);
    assert!(built.status.success(), "{}", warned(&built));
    assert!(said(&built).contains("\"audience\":\"team\""), "{}", said(&built));
}

#[test]
fn the_data_names_the_audience_when_the_command_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples/small-shop/data"), folder.path());
    let organisation = std::fs::read_to_string(folder.path().join("deskscore.yml")).expect("a file");
    put(
        folder.path(),
        "deskscore.yml",
        format!("{organisation}audiences: {{ default: public, smallest_group: 3 }}\n"),
    );
    let out = tempfile::tempdir().expect("a folder");
    let (data, out) = (folder.path().display().to_string(), out.path().join("site"));
    let built = run(["build", "--data", &data, "--out", &out.display().to_string()]);
    assert!(built.status.success(), "{}", warned(&built));
    assert!(!out.join("zh/agents").exists() && out.join("zh/index.html").exists());
}
