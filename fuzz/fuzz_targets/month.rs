//! Any text as a month file: the fast ways through it say what the slow one says.
#![no_main]

use deskscore::diag::{FileId, Sink};
use deskscore::raw::{MetricsFile, read, read_metrics};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (mut fast, mut slow) = (Sink::new(), Sink::new());
    let metrics = read_metrics(text, FileId(0), &mut fast);
    let file = read::<MetricsFile>(text, FileId(0), &mut slow);
    assert_eq!(metrics.is_some(), file.is_some());
    assert_eq!(fast.finish().len(), slow.finish().len());
    let (Some(metrics), Some(file)) = (metrics, file) else { return };
    let holders = file.agents.iter().chain(&file.teams).map(|entries| entries.list.len()).sum::<usize>();
    assert_eq!(metrics.rows.len(), holders);
});
