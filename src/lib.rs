//! Deskscore reads the appraisal system of a customer-service team as YAML from a git repository, checks it, computes
//! weighted scores and SMART goals, and renders a static report site.
//!
//! The rooms below are listed in flow order. A room imports only rooms above it in this list, and only through their
//! doors (`mod.rs`); `tests/suite/architecture.rs` reads this file and every `use` and fails otherwise.
//! `src/README.md` is the map of the house.

/// How a fault is said: code, severity, span, labels, help; one emitter per output form.
pub mod diag;
/// Formulas that know no domain: summaries, ranks, intervals, trends, seeded random numbers.
pub mod stats;
/// The door to disk and git: trees of files at a revision, and publishing a site whole.
pub mod files;
/// Tables of other programs, such as CSV and workbooks, as rows of cells with their places.
pub mod table;
/// A seeded generator of sample organisations of any size, as YAML text.
pub mod sample;
/// YAML as written, each value with its span.
pub mod raw;
/// A working repository for a team of one's own.
pub mod init;
/// The canonical form of a file: one layout, no comment lost.
pub mod canon;
/// The facts, valid by construction: ids, periods, quantities, postings.
pub mod model;
/// From what was written to facts, every fault at once.
pub mod check;
/// Exports of service platforms to monthly figures, merged into the YAML of their month.
pub mod import;
/// From an export to the first repository of a team: its people, indicators, a draft of a scheme, the month.
pub mod start;
/// Metrics to indicator values, points, scores, bands and ranks, with a trace of each step.
pub mod score;
/// SMART goals: verdicts, progress and forecast.
pub mod goals;
/// What follows from scores and figures: awards, titles, levels, queues, amounts.
pub mod incentives;
/// Alert rules over the months: who meets a rule since when.
pub mod alerts;
/// The appraisal cycle as of a day: what is due and overdue.
pub mod cycle;
/// The spine: every stage called once, top to bottom.
pub mod evaluate;
/// Results side by side: two schemes, a pilot, a draft on history, before and after.
pub mod compare;
/// Can the indicator system be trusted: twenty-two checks on a year, or on any table.
pub mod audit;
/// Who may see what: results without the people that an audience may not see.
pub mod audience;
/// What changed between two states of the data, and which edits moved which score.
pub mod history;
/// The data's own past: which commit changed what, with what effect, and which commit wrote each line.
pub mod past;
/// Charts as typed data: static SVG and ECharts options.
pub mod chart;
/// What each page shows, as plain data in one language.
pub mod view;
/// Results as tables and workbooks, for those who compute on.
pub mod export;
/// Results to views.
pub mod report;
/// What a change does, told to its reviewer: a comment, a console, programs, annotations.
pub mod comment;
/// An audit in words, as Markdown, JSON and CSV.
pub mod findings;
/// The annual audit as pages of the site.
pub mod dossier;
/// Views to HTML.
pub mod render;
/// Pages and assets as a set of files; every link resolves.
pub mod site;
/// The site while people edit: watches, rebuilds, reloads.
pub mod serve;
/// Arguments, console, one small file per command.
pub mod cli;
