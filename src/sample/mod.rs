//! A seeded generator of organisations as YAML text: the sample organisation in `data/`, and organisations of any size for
//! benches and tests. Pure: settings in, paths and texts out, one file at a time.
//!
//! Imports: stats.
//!
//! Every figure is drawn from a stream of random numbers of its own, named by agent, indicator, month and channel. A new
//! indicator or agent therefore never changes the figures of the others.

mod calendar;
mod cast;
mod desk;
mod draw;
mod event;
mod figure;
mod ledger;
mod level;
mod month;
mod names;
mod oddity;
mod pay;
mod person;
mod placeholder;
mod planted;
mod quantity;
mod settings;
mod sized;
mod texts;
mod told;

pub use planted::{AUDIT_SEED, audit_example};
pub use settings::{File, Settings};

/// The files of the organisation that `settings` describe, relative to its data folder, in no particular order but always
/// the same one. Each file is made when it is asked for, so a large organisation is never in memory as a whole.
pub fn files(settings: &Settings) -> Box<dyn Iterator<Item = File> + '_> {
    if settings.told { Box::new(told::files(settings)) } else { Box::new(sized::files(settings)) }
}

/// All files sorted by path: for small organisations and for comparing with a folder.
#[must_use]
pub fn sorted_files(settings: &Settings) -> Vec<File> {
    let mut all: Vec<File> = files(settings).collect();
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

#[cfg(test)]
mod tests;
