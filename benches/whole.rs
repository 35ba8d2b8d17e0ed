//! The whole build against copying its own output: `cargo bench --bench whole` (or `-- 100 1000 10000` for sizes).
//!
//! For each number of agents (× 12 months × 12 indicators) it generates an organisation, builds its site cold with the release
//! binary, then copies the built site with `cp -r`, in turn and in the same run, since machines are noisy and only a ratio
//! holds. It prints seconds, the ratio, peak memory, and the growth from one size to the next. It never judges. Sites and copies stay
//! until the end: with 10,000 agents they take about 20 GB of the folder for temporary files.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench runs programs, reads the clock and the disk, and ends loudly when it cannot"
)]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Rounds per size; the medians are printed.
const ROUNDS: usize = 3;

fn main() {
    let asked: Vec<u32> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![100, 1_000, 10_000] } else { asked };
    let program = env!("CARGO_BIN_EXE_deskscore");
    let folder = tempfile::tempdir().expect("a folder");
    let mut out = std::io::stdout().lock();
    writeln!(out, "agents   build s   cp -r s   ratio   files    MB   peak MB   growth").expect("a line");
    let mut before: Option<f64> = None;
    for size in sizes {
        let data = folder.path().join(format!("data-{size}"));
        let made = Command::new(program)
            .args(["generate", "--agents", &size.to_string(), "--months", "12", "--indicators", "12"])
            .arg(&data)
            .status()
            .expect("generate runs");
        assert!(made.success(), "generate failed");
        let rounds: Vec<Round> = (0..ROUNDS)
            .map(|at| round(program, &data, &folder.path().join(format!("{size}-{at}"))))
            .collect();
        let build = median(rounds.iter().map(|round| round.build.as_secs_f64()));
        let copy = median(rounds.iter().map(|round| round.copy.as_secs_f64()));
        let ratio = median(rounds.iter().map(|round| round.build.as_secs_f64() / round.copy.as_secs_f64()));
        let peak = rounds.iter().map(|round| round.peak).max().unwrap_or_default();
        let (files, bytes) = rounds.first().map_or((0, 0), |round| (round.files, round.bytes));
        let growth = before.map_or_else(|| "–".to_owned(), |earlier| format!("× {:.1}", build / earlier));
        writeln!(
            out,
            "{size:>6} {build:>9.2} {copy:>9.2} {ratio:>7.2} {files:>7} {:>5} {:>9} {growth:>8}",
            bytes / 1_000_000,
            peak / 1_000
        )
        .expect("a line");
        before = Some(build);
    }
}

struct Round {
    build: Duration,
    copy: Duration,
    /// Kilobytes.
    peak: u64,
    files: u64,
    bytes: u64,
}

/// One build and one copy, in a folder of their own. Nothing is removed before the end: for a while a file system may be slow to
/// give out the places of removed files again, and it would be that which is measured.
fn round(program: &str, data: &Path, folder: &Path) -> Round {
    std::fs::create_dir(folder).expect("a folder");
    let (site, copied) = (folder.join("site"), folder.join("copied"));
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(["build", "--quiet", "--as-of", "2026-01-08", "--data"])
        .arg(data)
        .arg("--out")
        .arg(&site)
        .stdout(Stdio::null())
        .spawn()
        .expect("build runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait().expect("the build can be waited for") {
            break ended;
        }
        peak = peak.max(high_water(&status).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(5));
    };
    let build = begun.elapsed();
    assert!(ended.success(), "build failed");
    let begun = Instant::now();
    let cp = Command::new("cp").arg("-r").arg(&site).arg(&copied).status().expect("cp runs");
    let copy = begun.elapsed();
    assert!(cp.success(), "cp failed");
    let (files, bytes) = count(&site);
    Round { build, copy, peak, files, bytes }
}

/// Peak resident memory so far in kilobytes, where the system tells.
fn high_water(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn count(folder: &Path) -> (u64, u64) {
    let mut total = (0, 0);
    for entry in std::fs::read_dir(folder).expect("the folder can be read").flatten() {
        let kind = entry.file_type().expect("a kind");
        let (files, bytes) = if kind.is_dir() {
            count(&entry.path())
        } else {
            (1, entry.metadata().map(|metadata| metadata.len()).unwrap_or_default())
        };
        total = (total.0 + files, total.1 + bytes);
    }
    total
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}
