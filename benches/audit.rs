//! The uncertainty analysis of the audit: 10,000 draws of weights, methods and sampling errors, with ranks:
//! `cargo bench --bench audit`. `benches/audit_numpy.py` does the same with NumPy; run both side by side and compare.
#![allow(clippy::expect_used, reason = "a bench ends loudly when it cannot run")]

use deskscore::audit::{Cell, Column, Gaps, Table, audit_table, simulate};
use deskscore::model::AuditLimits;
use divan::Bencher;

fn main() {
    divan::main();
}

/// Units × indicators: a made-up table of shares with their cases, and how many outcomes of sampling a cell keeps.
const SIZES: [(usize, usize, usize); 2] = [(51, 49, 128), (500, 30, 64)];

/// Numbers that look random and are the same each time.
fn table((units, columns, levels): (usize, usize, usize)) -> Table {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let column = |at: usize| {
        let cell = |_| {
            let points = 20.0 + 60.0 * next();
            let spread = 1.0 + 4.0 * next();
            let outcome = |level: usize| {
                let drawn = points + spread * 3.0 * ((level as f64 + 0.5) / levels as f64 - 0.5);
                (drawn / 100.0, drawn)
            };
            let chance = (0..levels).map(outcome).collect();
            Cell { value: Some(points / 100.0), points: Some(points), chance, ..Cell::default() }
        };
        Column {
            id: format!("i{at}"),
            group: at % 5,
            weight: 1.0 / columns as f64,
            direction: 1.0,
            scale: (0.0, 100.0),
            cells: (0..units).map(cell).collect(),
            ..Column::default()
        }
    };
    let mut list = Vec::new();
    let mut column = column;
    for at in 0..columns {
        list.push(column(at));
    }
    Table {
        units: (0..units).map(|unit| format!("u{unit}")).collect(),
        columns: list,
        groups: (0..5).map(|group| format!("g{group}")).collect(),
        gaps: Gaps::Spread,
        goalposts: true,
        ..Table::default()
    }
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn draws(bencher: Bencher<'_, '_>, size: (usize, usize, usize)) {
    let (table, limits) = (table(size), AuditLimits::default());
    bencher.bench(|| simulate(&table, &limits, 1));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn whole(bencher: Bencher<'_, '_>, size: (usize, usize, usize)) {
    let (table, limits) = (table(size), AuditLimits::default());
    bencher.bench(|| audit_table(&table, &limits, 1));
}
