//! Exports of service platforms to monthly figures: tables are read by a map, rows become numerators and denominators, and these
//! are merged into the files of their month.
//!
//! Three steps, one function each: [`count`] goes through the tables and gives figures and a [`Report`] in which every row is
//! accounted for; [`merge`] gives the changes of files without writing any; [`add_agents`] gives those for people whom the
//! organisation does not know yet.
//!
//! Imports: check, diag, files, model, raw, table.

mod bind;
mod calendar;
mod cases;
mod condition;
mod count;
mod diff;
mod edit;
mod fault;
mod figure;
mod form;
mod instants;
mod lines;
mod merge;
mod moment;
mod newcomer;
mod number;
mod place;
mod plan;
mod preset;
mod problem;
mod report;
mod roster;
mod row;
mod tally;
mod words;

pub use count::{Asked, Counted, Export, Holder, count};
pub use diff::unified;
pub use edit::Change;
pub use fault::ImportFault;
pub use merge::{MergeFault, merge};
pub use newcomer::{Newcomers, add_agents};
pub use place::Place;
pub use preset::{PRESETS, preset};
pub use report::{FileSeen, LeftOut, Notice, Report, Unknown};
