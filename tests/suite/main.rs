//! The one test binary. `no_test_file_is_forgotten` fails when a file of this folder is not a module here.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "tests look at the disk, run programs and watch the clock, and a broken expectation is how they fail"
)]

mod acceptance;
mod acknowledged;
mod architecture;
mod audit;
mod audit_pages;
mod beyond;
mod browser;
mod canary;
mod commands;
mod determinism;
mod example_pages;
mod export;
mod faults;
mod fmt;
mod golden;
mod help;
mod gates;
mod histories;
mod hostile;
mod init;
mod import_laws;
mod imports;
mod kill;
mod newcomers;
mod parquets;
mod past;
mod preview;
mod program;
mod readme;
mod review_told;
mod site;
mod sample_data;
mod start;
mod sample_incentives;
mod worked_examples;
mod worked_numbers;

#[test]
fn no_test_file_is_forgotten() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let listed = std::fs::read_to_string(folder.join("main.rs")).expect("main.rs can be read");
    for entry in std::fs::read_dir(&folder).expect("the suite's folder can be read") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let module = if entry.path().join("mod.rs").is_file() {
            Some(name.as_str())
        } else {
            name.strip_suffix(".rs")
        };
        if let Some(module) = module.filter(|module| *module != "main") {
            assert!(
                listed.contains(&format!("mod {module};")),
                "tests/suite/{name} is not listed in main.rs"
            );
        }
    }
}
