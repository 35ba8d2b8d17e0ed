//! Reviewing one changed month in 1,000 agents × 24 months × 12 indicators, against evaluating one state alone:
//! `cargo bench --bench review`. Numbers of different runs are not comparable; the ratio of one run is. A review reads and evaluates two
//! states, side by side on two cores, and compares them.
#![allow(clippy::expect_used, reason = "a bench ends loudly when it cannot run")]

use deskscore::check::{Checked, Input, Options, check};
use deskscore::evaluate::{Evaluation, evaluate};
use deskscore::history::{Side, compare};
use deskscore::sample::{File, Settings, sorted_files};
use divan::Bencher;
use std::sync::OnceLock;

fn main() {
    divan::main();
}

/// The files before, and with one figure in each line of the last month changed.
fn states() -> &'static [Vec<File>; 2] {
    static MADE: OnceLock<[Vec<File>; 2]> = OnceLock::new();
    MADE.get_or_init(|| {
        let before = sorted_files(&Settings::sized(1_000, 24, 12));
        let mut after = before.clone();
        let metrics = |file: &&mut File| file.path.starts_with("metrics/");
        let last = after.iter_mut().filter(metrics).max_by(|a, b| a.path.cmp(&b.path)).expect("metrics");
        last.text = last.text.replace("days: 21/", "days: 20/");
        [before, after]
    })
}

fn checked(files: &[File]) -> Checked {
    let inputs: Vec<Input<'_>> =
        files.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    check(&inputs, &Options::default())
}

fn evaluated(files: &[File]) -> (Checked, Evaluation) {
    let mut checked = checked(files);
    let model = checked.model.take().expect("generated data is clean");
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).unwrap_or_default();
    (checked, evaluate(model, day))
}

fn side((checked, evaluation): &(Checked, Evaluation)) -> Side<'_> {
    Side {
        evaluation,
        sources: &checked.sources,
        diagnostics: &checked.diagnostics,
        changed: &checked.changed,
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn alone(bencher: Bencher<'_, '_>) {
    let [_, after] = states();
    bencher.bench(|| evaluated(after));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn review(bencher: Bencher<'_, '_>) {
    let [before, after] = states();
    bencher.bench(|| {
        let (base, head) = rayon::join(|| evaluated(before), || evaluated(after));
        compare(side(&base), side(&head))
    });
}
