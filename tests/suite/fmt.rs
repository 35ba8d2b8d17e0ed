//! `fmt` over all data of the repository: it has canonical form, whatever layout it had, and says the same as before.

use crate::program::{copy, examples, files, put, root, run, said, warned};

#[test]
fn the_sample_and_every_example_have_canonical_form() {
    let mut folders = vec![root().join("data")];
    folders.extend(examples().into_iter().map(|name| root().join("examples").join(name).join("data")));
    for folder in folders {
        let checked = run(["fmt", "--check", &folder.display().to_string()]);
        let told = format!("{}{}", said(&checked), warned(&checked));
        assert!(checked.status.success(), "{}: {told}", folder.display());
        // One example shows an anchor: such a file is fine, and its layout is its author's.
        let alone: Vec<&str> = told.lines().filter(|line| line.contains("left as it is")).collect();
        assert!(alone.iter().all(|line| line.contains("an anchor")) && alone.len() < 2, "{told}");
    }
}

/// The layout of everything is spoilt: line ends, byte order marks, braces, order of lines. Formatting gives back the same bytes.
#[test]
fn a_spoilt_layout_comes_back_byte_for_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("data"), folder.path());
    let before = files(folder.path());
    let name = folder.path().display().to_string();
    for (path, bytes) in before.iter().filter(|(path, _)| path.ends_with(".yml")) {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let spoilt = text.replace(": { ", ":   {").replace(" }\n", "   }\n\n\n").replace('\n', "  \r\n");
        // Lines of a text after `|` or `>` say what they say with their spaces.
        if !text.contains(": |") && !text.contains(": >") {
            put(folder.path(), path, format!("\u{feff}{spoilt}"));
        }
    }
    let faults =
        |told: &str| run(["check", "--deny-warnings", "--data", &name]).status.success() || panic!("{told}");
    assert!(faults("spoilt data says the same"));
    let told = run(["fmt", "--check", &name]);
    assert_eq!(told.status.code(), Some(1), "{}", warned(&told));
    let formed = run(["fmt", &name]);
    assert!(formed.status.success(), "{}{}", said(&formed), warned(&formed));
    assert!(faults("formatted data says the same"));
    let squeezed = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\n\n", "\n");
    for (path, bytes) in files(folder.path()) {
        assert_eq!(squeezed(&bytes), squeezed(&before[&path]), "{path}");
    }
    assert!(run(["fmt", "--check", &name]).status.success());
}

#[test]
fn faults_are_told_and_the_rest_is_formatted() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples/small-shop/data"), folder.path());
    put(folder.path(), "teams.yml", "teams: [\n");
    put(folder.path(), "agents/more.yml", "agents: {  }\n");
    put(folder.path(), "schemes/more.yml", "schemes: &a { }\n");
    let name = folder.path().display().to_string();
    let formed = run(["fmt", &name]);
    let told = warned(&formed);
    assert_eq!(formed.status.code(), Some(1), "{told}");
    assert!(told.contains("teams.yml:1: left as it is: this is not YAML"), "{told}");
    assert!(told.contains("schemes/more.yml:1: left as it is: an anchor"), "{told}");
    assert_eq!(files(folder.path())["agents/more.yml"], b"agents: {}\n");
    let none = run(["fmt", &folder.path().join("no.yml").display().to_string()]);
    assert_eq!(none.status.code(), Some(2));
    let aside = run(["fmt", &root().join("README.md").display().to_string()]);
    assert_eq!(aside.status.code(), Some(2), "{}", warned(&aside));
}
