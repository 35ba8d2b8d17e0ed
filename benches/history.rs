//! A build that tells its history: `cargo bench --bench history` (or `-- 200` for another number of commits).
//!
//! It writes the sample organisation with `git fast-import`, a thousand commits that each change a day worked, one in ten of them back to
//! an earlier state, and prints what `build --history none`, `recent` and `full` take, how many different states the data has, and how many
//! were evaluated. It ends loudly when more were evaluated than there are.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a bench runs programs, reads the clock and the disk, and ends loudly when it cannot"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

fn main() {
    let commits: usize = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1_000);
    let folder = tempfile::tempdir().expect("a folder");
    let repository = folder.path().join("repository");
    let mut sample = BTreeMap::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), "", &mut sample);
    // Closed months and appeals hold figures and scores fast, and here they change all the time.
    sample.retain(|path, _| path != "closed.yml" && !path.starts_with("appeals/"));
    std::fs::create_dir(&repository).expect("a folder");
    git(&repository, &["init", "--quiet", "--initial-branch=main"], None);
    git(&repository, &["fast-import", "--quiet"], Some(&stream(sample, commits)));
    git(&repository, &["reset", "--quiet", "--hard"], None);
    let objects = git(&repository, &["log", "--format=%H:data"], None);
    let states = git(&repository, &["cat-file", "--batch-check=%(objectname)"], Some(&objects));
    let states: BTreeSet<&str> = states.lines().collect();
    let mut out = std::io::stdout().lock();
    writeln!(out, "history   seconds   commits   states   evaluated").expect("a line");
    for history in ["none", "recent", "full"] {
        let begun = Instant::now();
        let built = Command::new(env!("CARGO_BIN_EXE_deskscore"))
            .args(["build", "--quiet", "--format", "json", "--history", history, "--out"])
            .arg(folder.path().join("site"))
            .current_dir(&repository)
            .output()
            .expect("build runs");
        let seconds = begun.elapsed().as_secs_f64();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let told: serde_json::Value = serde_json::from_slice(&built.stdout).expect("JSON");
        let evaluated = told["states_evaluated"].as_u64().unwrap_or_default();
        assert!(evaluated <= states.len() as u64, "{evaluated} evaluations of {} states", states.len());
        writeln!(out, "{history:>7} {seconds:>9.2} {commits:>9} {:>8} {evaluated:>11}", states.len())
            .expect("a line");
    }
}

/// The sample as the first commit; then one figure after the other.
fn stream(mut files: BTreeMap<String, String>, commits: usize) -> String {
    let mut stream = String::new();
    let metrics: Vec<String> = files.keys().filter(|path| path.contains("metrics/")).cloned().collect();
    let mut taken: Option<(String, String)> = None;
    for number in 0..commits {
        let date = 1_735_700_000 + number * 3_600;
        let message = format!("commit {number}");
        let _ = write!(
            stream,
            "commit refs/heads/main\ncommitter A <a@example.org> {date} +0800\ndata {}\n{message}\n",
            message.len()
        );
        if number == 0 {
            files.iter().for_each(|(path, text)| file(&mut stream, path, text));
            continue;
        }
        // Every tenth commit takes back what the one before it did.
        let (path, text) = match taken.take().filter(|_| number % 10 == 9) {
            Some(earlier) => earlier,
            None => {
                let path = metrics.get(number % metrics.len()).expect("the sample has figures").clone();
                let text = files.get(&path).expect("a file").clone();
                taken = Some((path.clone(), text.clone()));
                (path, with_other_days(&text, number / metrics.len(), number % 11))
            }
        };
        file(&mut stream, &path, &text);
        files.insert(path, text);
    }
    stream
}

/// The text with another number of days worked in the row at `row`.
fn with_other_days(text: &str, row: usize, days: usize) -> String {
    let places: Vec<usize> = text.match_indices("days: ").map(|(at, word)| at + word.len()).collect();
    let Some(at) = places.get(row % places.len().max(1)) else { return format!("{text}# {days}\n") };
    let (before, after) = text.split_at(*at);
    let end = after.find('/').unwrap_or_default();
    format!("{before}{}{}", 8 + days, after.get(end..).unwrap_or_default())
}

fn file(stream: &mut String, path: &str, text: &str) {
    let _ = write!(stream, "M 100644 inline \"data/{path}\"\ndata {}\n{text}\n", text.len());
}

fn git(folder: &Path, arguments: &[&str], input: Option<&str>) -> String {
    let mut child = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("git starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let text = input.unwrap_or_default().to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("git ends");
    writer.join().expect("a thread").expect("git reads");
    assert!(output.status.success(), "git {arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("the sample can be read").flatten() {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => collect(&entry.path(), &format!("{name}/"), files),
            false => {
                if let Ok(text) = std::fs::read_to_string(entry.path()) {
                    files.insert(name, text);
                }
            }
        }
    }
}
