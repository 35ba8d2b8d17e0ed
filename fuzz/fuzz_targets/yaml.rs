//! Any text as any data file: it is read or refused with faults, in time, without a panic.
#![no_main]

use deskscore::check::{Input, Options, check};
use libfuzzer_sys::fuzz_target;

const PATHS: [&str; 16] = [
    "deskscore.yml",
    "teams.yml",
    "names.yml",
    "pay.yml",
    "closed.yml",
    "agents/a.yml",
    "indicators/a.yml",
    "schemes/a.yml",
    "targets/a.yml",
    "incentives/a.yml",
    "metrics/2025/2025-03.yml",
    "events/2025/2025-03.yml",
    "appeals/a.yml",
    "alerts/a.yml",
    "cycle/a.yml",
    "reviews/2025-q1/a.md",
];

fuzz_target!(|input: (u8, &str)| {
    let (which, text) = input;
    let path = PATHS[usize::from(which) % PATHS.len()];
    let _ = check(&[Input { path, text: Ok(text) }], &Options { as_of: None, folder: "data".to_owned() });
});
