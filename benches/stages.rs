//! Single stages at 100, 1,000 and 10,000 agents × 12 months × 12 indicators: `cargo bench --bench stages`.
//!
//! `parse` is reading and checking all files, `score` the evaluation of everything, `render` all pages into memory. Numbers of
//! different runs are not comparable; ratios of one run are.
#![allow(clippy::expect_used, reason = "a bench ends loudly when it cannot run")]

use deskscore::audience::Visible;
use deskscore::check::{Checked, Input, Options, check};
use deskscore::evaluate::evaluate;
use deskscore::report::{Provenance, Reporter};
use deskscore::sample::{File, Settings, sorted_files};
use deskscore::site::{Sink, write};
use divan::Bencher;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// The files of an organisation of `agents`, generated once.
fn files(agents: usize) -> &'static [File] {
    static MADE: Mutex<BTreeMap<usize, &'static [File]>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    made.entry(agents).or_insert_with(|| sorted_files(&Settings::sized(agents, 12, 12)).leak())
}

fn checked(agents: usize) -> Checked {
    let inputs: Vec<Input<'_>> =
        files(agents).iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    check(&inputs, &Options::default())
}

fn as_of() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 1, 8).unwrap_or_default()
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn parse(bencher: Bencher<'_, '_>, agents: usize) {
    files(agents);
    bencher.bench(|| checked(agents));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn score(bencher: Bencher<'_, '_>, agents: usize) {
    let model = checked(agents).model.expect("generated data is clean");
    bencher.with_inputs(|| model.clone()).bench_values(|model| evaluate(model, as_of()));
}

/// Takes files and forgets them.
struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &str, bytes: &[u8]) -> Result<(), String> {
        divan::black_box(bytes);
        Ok(())
    }
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn render(bencher: Bencher<'_, '_>, agents: usize) {
    let mut checked = checked(agents);
    let model = checked.model.take().expect("generated data is clean");
    let visible = Visible::all(evaluate(model, as_of()));
    let provenance = Provenance::default();
    bencher.bench(|| {
        let reporter =
            Reporter::new(&visible, &checked.sources, &checked.diagnostics, &provenance).expect("texts");
        write(&reporter, &Nowhere, &|_, _| {}).expect("a site")
    });
}
