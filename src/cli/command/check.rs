//! `deskscore check`: every fault of the data in one run.

use super::super::arguments::{Check, Form};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Wanted, load};
use super::super::told::{faults, tally};

/// Checks the data and tells its faults on standard output.
pub(in super::super) fn check(asked: &Check, console: Console) -> Result<(), Failure> {
    let from_root = asked.format == Form::Github;
    let wanted = Wanted { source: &asked.source, at: asked.at.as_deref(), from_root, skip: None };
    let loaded = load(&wanted)?;
    console.result(&faults(&loaded.checked, asked.format, console.coloured_results()));
    let tally = tally(&loaded.checked);
    if tally.errors > 0 || (asked.deny_warnings && tally.warnings > 0) {
        return Err(Failure::Faults);
    }
    console.say(&format!("{}: {tally}", asked.source.data.display()));
    Ok(())
}
