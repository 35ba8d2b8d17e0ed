//! A million tickets to monthly YAML, beside pandas on the same file: `cargo bench --bench import` (or `-- 100000` for fewer).
//!
//! Imports with the release binary into a desk of 300 agents, then runs `benches/import_pandas.py` on the same file, in turn
//! and in the same run. pandas is found in `$PYTHON` or `target/duckdb-venv`, and left out if it is not there. It prints seconds, peak
//! memory, and the ratio; it never judges.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench runs programs, reads the clock and the disk, and ends loudly when it cannot"
)]

use std::fmt::Write as _;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;
const AGENTS: u64 = 300;

const MAP: &str = "rows: records
agent: { column: agent }
channel: { column: channel, values: { chat: chat, phone: phone } }
case: id
date: created_at
leave_out: [{ column: tags, contains: test, why: tests }]
figures:
  contacts_handled: {}
  first_response_time: { from: created_at, to: first_reply_at }
  frt_within_rate: { from: created_at, to: first_reply_at, within: 30s }
  reopen_rate: { when: [{ column: reopens, at_least: 1 }], of: [{ column: solved_at, filled: true }] }
  csat_rate: { when: [{ column: rating, at_least: 4 }], of: [{ column: rating, at_least: 1 }] }
";

fn main() {
    let asked = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let rows: u64 = asked.unwrap_or(1_000_000);
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    desk(place);
    let bytes = tickets(&place.join("tickets.csv"), rows);
    let mut out = std::io::stdout().lock();
    writeln!(out, "{rows} rows, {} MB", bytes / 1_000_000).expect("a line");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/import_pandas.py");
    for _ in 0..ROUNDS {
        let (ours, peak) = timed(
            Command::new(env!("CARGO_BIN_EXE_deskscore"))
                .args(["import", "--quiet", "tickets.csv", "--map", "map.yml", "--period", "2025-03"])
                .current_dir(place),
        );
        writeln!(out, "deskscore {:>6.2} s {:>5} MB", ours.as_secs_f64(), peak / 1_000).expect("a line");
        std::fs::remove_dir_all(place.join("data/metrics")).expect("figures were written");
        if let Some(python) = python() {
            let (theirs, peak) =
                timed(Command::new(python).arg(&script).arg("tickets.csv").current_dir(place));
            let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
            writeln!(out, "pandas    {:>6.2} s {:>5} MB   × {ratio:.1}", theirs.as_secs_f64(), peak / 1_000)
                .expect("a line");
        }
    }
}

/// Wall time and peak memory in kilobytes.
fn timed(command: &mut Command) -> (Duration, u64) {
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        if let Some(ended) = child.try_wait().expect("it can be waited for") {
            break ended;
        }
        peak = peak.max(high_water(&status).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(ended.success(), "it failed");
    (begun.elapsed(), peak)
}

fn high_water(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

fn python() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/duckdb-venv/bin/python");
    let asked = std::env::var_os("PYTHON").map(PathBuf::from);
    asked.into_iter().chain([own, PathBuf::from("python3")]).find(|python| {
        let found = Command::new(python).args(["-c", "import pandas"]).output();
        found.is_ok_and(|output| output.status.success())
    })
}

/// The golden desk with many agents.
fn desk(place: &Path) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports/desk");
    for file in ["deskscore.yml", "teams.yml", "indicators/all.yml"] {
        let to = place.join("data").join(file);
        std::fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        std::fs::copy(golden.join(file), to).expect("a copy");
    }
    let mut agents = String::from("agents:\n");
    for at in 0..AGENTS {
        let _ = writeln!(
            agents,
            "  agent.{at:03}: {{ name: 客服{at:03}, joined: 2024-01-01, postings: [{{ from: 2024-01-01, team: desk }}] }}"
        );
    }
    std::fs::create_dir_all(place.join("data/agents")).expect("a folder");
    std::fs::write(place.join("data/agents/all.yml"), agents).expect("a file");
    std::fs::write(place.join("map.yml"), MAP).expect("a file");
}

/// Tickets of a month with quoted subjects, some over two lines; gives the size.
fn tickets(path: &Path, rows: u64) -> u64 {
    let mut file = BufWriter::new(std::fs::File::create(path).expect("a file"));
    writeln!(file, "id,agent,channel,created_at,first_reply_at,solved_at,reopens,rating,tags,subject")
        .expect("a line");
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let moment = |second: u64| {
        let (day, rest) = (second / 86_400 + 1, second % 86_400);
        format!(
            "2025-{:02}-{:02} {:02}:{:02}:{:02}",
            3 + day / 32,
            day % 32 + day / 32,
            rest / 3600,
            rest / 60 % 60,
            rest % 60
        )
    };
    for id in 0..rows {
        let created = draw(30 * 86_400);
        let reply = if draw(20) == 0 { String::new() } else { moment(created + draw(120)) };
        let solved = if draw(5) == 0 { String::new() } else { moment(created + 600 + draw(80_000)) };
        let rating = if draw(3) == 0 { String::new() } else { (draw(5) + 1).to_string() };
        let tag = if draw(50) == 0 { "test" } else { "order" };
        let subject =
            if draw(10) == 0 { "\"尺码, 退换\nsecond line\"" } else { "物流 where is my parcel" };
        writeln!(
            file,
            "T{id:08},客服{:03},{},{},{reply},{solved},{},{rating},{tag},{subject}",
            draw(AGENTS),
            if draw(3) == 0 { "phone" } else { "chat" },
            moment(created),
            draw(12) / 11,
        )
        .expect("a line");
    }
    file.flush().expect("the disk");
    drop(file);
    std::fs::metadata(path).map(|metadata| metadata.len()).unwrap_or_default()
}
