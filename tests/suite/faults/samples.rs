//! The sample organisation and every example are read without a fault, and their schemas agree.

use super::schemas::breaches;
use super::{File, Files, list, run_on};
use deskscore::sample::{Settings, sorted_files};
use std::path::Path;

fn files(found: impl Iterator<Item = (String, String)>) -> Files {
    found.map(|(path, text)| (format!("data/{path}"), File { special: None, text })).collect()
}

fn assert_clean(name: &str, files: &Files) {
    let checked = run_on(files, None);
    assert_eq!(list(&checked), "", "{name}");
    assert!(checked.model.is_some(), "{name}");
    assert_eq!(breaches(files), Vec::<String>::new(), "{name}");
}

#[test]
fn the_sample_organisation_is_read_without_a_fault() {
    let sample = sorted_files(&Settings::sample()).into_iter().map(|file| (file.path, file.text));
    assert_clean("sample", &files(sample));
    let sized = sorted_files(&Settings::sized(60, 4, 12)).into_iter().map(|file| (file.path, file.text));
    assert_clean("sized", &files(sized));
}

#[test]
fn every_example_is_read_without_a_fault() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut seen = 0;
    for entry in std::fs::read_dir(examples).unwrap() {
        let data = entry.unwrap().path().join("data");
        if !data.is_dir() {
            continue;
        }
        let found = walkdir::WalkDir::new(&data).sort_by_file_name().into_iter().filter_map(Result::ok);
        let texts = found.filter(|one| one.path().extension().is_some_and(|kind| kind == "yml")).map(|one| {
            let path = one.path().strip_prefix(&data).unwrap().to_string_lossy().replace('\\', "/");
            (path, std::fs::read_to_string(one.path()).unwrap())
        });
        assert_clean(&data.display().to_string(), &files(texts));
        seen += 1;
    }
    assert!(seen >= 3, "the examples were not found");
}
