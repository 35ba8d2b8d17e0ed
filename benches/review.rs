//! Reviewing one changed month in 1,000 agents × 24 months × 12 indicators, against evaluating one state alone:
//! `cargo bench --bench review`. Numbers of different runs are not comparable; the ratio of `review` to `alone` in one run is. A review
//! reads and evaluates two states, the second after the first, and compares them; the parts tell where the time goes.
#![allow(clippy::expect_used, reason = "a bench ends loudly when it cannot run")]

use deskscore::check::{Checked, Earlier, Input, Options, check, check_after};
use deskscore::evaluate::{Evaluation, evaluate, evaluate_after};
use deskscore::history::{Side, compare};
use deskscore::model::Model;
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

fn inputs(files: &[File]) -> Vec<Input<'_>> {
    files.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect()
}

fn taken(mut checked: Checked) -> (Checked, Model) {
    let model = checked.model.take().expect("generated data is clean");
    (checked, model)
}

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2027, 1, 8).unwrap_or_default()
}

fn checked_alone(files: &[File]) -> (Checked, Model) {
    taken(check(&inputs(files), &Options::default()))
}

fn checked_after(files: &[File], before: &[File], (checked, model): &(Checked, Model)) -> (Checked, Model) {
    let before = inputs(before);
    let earlier = Earlier { inputs: &before, checked, model };
    taken(check_after(&inputs(files), earlier, &Options::default()))
}

fn evaluated(files: &[File]) -> (Checked, Evaluation) {
    let (checked, model) = checked_alone(files);
    (checked, evaluate(model, day()))
}

/// Both states, the second after the first, as a review does it.
fn both() -> [(Checked, Evaluation); 2] {
    let [before, after] = states();
    let base = checked_alone(before);
    let (head, model) = checked_after(after, before, &base);
    let base = (base.0, evaluate(base.1, day()));
    let evaluation = evaluate_after(model, day(), &base.1);
    [base, (head, evaluation)]
}

fn side((checked, evaluation): &(Checked, Evaluation)) -> Side<'_> {
    Side {
        evaluation,
        sources: &checked.sources,
        diagnostics: &checked.diagnostics,
        changed: &checked.changed,
    }
}

#[divan::bench(sample_count = 9, sample_size = 1)]
fn alone(bencher: Bencher<'_, '_>) {
    let [_, after] = states();
    bencher.bench(|| evaluated(after));
}

#[divan::bench(sample_count = 9, sample_size = 1)]
fn review(bencher: Bencher<'_, '_>) {
    states();
    bencher.bench(|| {
        let [base, head] = both();
        compare(side(&base), side(&head))
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn part_check(bencher: Bencher<'_, '_>) {
    let [_, after] = states();
    bencher.bench(|| checked_alone(after));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn part_check_after(bencher: Bencher<'_, '_>) {
    let [before, after] = states();
    let base = checked_alone(before);
    bencher.bench(|| checked_after(after, before, &base));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn part_evaluate_after(bencher: Bencher<'_, '_>) {
    let [before, after] = states();
    let base = checked_alone(before);
    let (_, model) = checked_after(after, before, &base);
    let base = evaluate(base.1, day());
    bencher.with_inputs(|| model.clone()).bench_values(|model| evaluate_after(model, day(), &base));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn part_compare(bencher: Bencher<'_, '_>) {
    let [base, head] = both();
    bencher.bench(|| compare(side(&base), side(&head)));
}
