//! The recipes of `docs/beyond.md`: DuckDB's counts give the same YAML as our own counting of the same tickets, which may also be
//! the Parquet that DuckDB writes.
//!
//! Needs Python with the package `duckdb`, which `.ci/run` installs below `target/`; without it the test says that it was skipped
//! and why, and fails where `DESKSCORE_REQUIRE_DUCKDB` is set.

use super::imports::Desk;
use super::program::root;
use std::fmt::Write as _;
use std::process::Command;

/// The fenced block with this word behind its language.
fn block(fence: &str) -> String {
    let text = std::fs::read_to_string(root().join("docs/beyond.md")).expect("docs/beyond.md");
    let opening = format!("```{fence}\n");
    let rest = text.split(&opening).nth(1).unwrap_or_else(|| panic!("no block {fence}"));
    rest.split("```").next().unwrap_or_default().to_owned()
}

/// A Python that has DuckDB.
fn python() -> Option<String> {
    let own = root().join("target/duckdb-venv/bin/python").display().to_string();
    [own, "python3".to_owned()].into_iter().find(|python| {
        let found = Command::new(python).args(["-c", "import duckdb"]).output();
        found.is_ok_and(|output| output.status.success())
    })
}

/// Tickets with bots, blanks, repeated rows, clocks that run backwards and days of other months.
fn tickets() -> String {
    let mut text = String::from("id,agent,channel,created_at,first_reply_at,solved_at,reopens,rating\n");
    let mut state = 20_250_301_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let moment = |second: i64| {
        let first = chrono::NaiveDate::from_ymd_opt(2025, 2, 27).unwrap().and_hms_opt(0, 0, 0).unwrap();
        (first + chrono::TimeDelta::seconds(second)).format("%Y-%m-%d %H:%M:%S").to_string()
    };
    for id in 0..3_000 {
        let agent = ["林薇", "Zhao Min", "chen.man", "sales-bot"][draw(4) as usize];
        let channel = ["chat", "phone"][draw(2) as usize];
        let created = draw(36 * 86_400) as i64;
        let reply = match draw(10) {
            0 => String::new(),
            1 => moment(created - draw(30) as i64),
            _ => moment(created + draw(60) as i64),
        };
        let solved = if draw(5) == 0 { String::new() } else { moment(created + 3_600 + draw(90_000) as i64) };
        let rating = if draw(3) == 0 { String::new() } else { draw(6).to_string() };
        let line =
            format!("{id},{agent},{channel},{},{reply},{solved},{},{rating}\n", moment(created), draw(3) / 2);
        let times = if draw(20) == 0 { 2 } else { 1 };
        for _ in 0..times {
            let _ = write!(text, "{line}");
        }
    }
    text
}

#[test]
fn duckdb_counts_as_we_do() {
    let Some(python) = python() else {
        assert!(std::env::var_os("DESKSCORE_REQUIRE_DUCKDB").is_none(), "no Python with duckdb was found");
        eprintln!("SKIPPED: no Python with the package duckdb was found; .ci/run installs it");
        return;
    };
    let (theirs, ours) = (Desk::new(), Desk::new());
    for desk in [&theirs, &ours] {
        desk.put("tickets.csv", tickets().as_bytes());
    }
    theirs.put("recipe.sql", block("sql duckdb").as_bytes());
    theirs.put("summary.yml", block("yaml summary").as_bytes());
    ours.put("records.yml", block("yaml records").as_bytes());
    let run = "import duckdb; duckdb.connect().execute(open('recipe.sql', encoding='utf-8').read())";
    let counted =
        Command::new(&python).args(["-c", run]).current_dir(theirs.path()).output().expect("Python starts");
    assert!(counted.status.success(), "{}", String::from_utf8_lossy(&counted.stderr));
    let (code, _, told) = theirs.import("summary.csv --map summary.yml --period 2025-03");
    assert_eq!(code, 0, "{told}");
    let (code, _, told) = ours.import("tickets.csv --map records.yml --period 2025-03");
    assert_eq!(code, 0, "{told}");
    // Where the figures came from differs, and nothing else.
    let figures = |desk: &Desk| {
        let yaml = desk.yaml();
        let lines =
            yaml.lines().filter(|line| !line.starts_with("source:") && !line.starts_with("# imported"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let expected = figures(&ours);
    assert!(expected.contains("lin.wei:") && expected.contains("contacts_handled: "), "{expected}");
    assert_eq!(figures(&theirs), expected);

    // The records themselves as Parquet, in the compressions that DuckDB writes.
    for compression in ["snappy", "zstd", "gzip", "uncompressed"] {
        let columns = Desk::new();
        columns.put("tickets.csv", tickets().as_bytes());
        columns.put("records.yml", block("yaml records").as_bytes());
        let copy = format!(
            "import duckdb; duckdb.connect().execute(\"COPY (SELECT * FROM read_csv('tickets.csv', header = true)) TO 'tickets.parquet' (FORMAT parquet, COMPRESSION {compression})\")"
        );
        let written = Command::new(&python)
            .args(["-c", &copy])
            .current_dir(columns.path())
            .output()
            .expect("Python starts");
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let (code, _, told) = columns.import("tickets.parquet --map records.yml --period 2025-03");
        assert_eq!(code, 0, "{told}");
        assert_eq!(figures(&columns), expected, "{compression}");
    }
}
