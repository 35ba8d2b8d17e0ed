//! `deskscore build`: the site, put in its place whole.

use super::super::arguments::{Build, Told};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Wanted, load};
use super::super::past::past;
use super::super::progress::Bar;
use super::super::readers::visible;
use super::super::told::{tally, warn_of};
use crate::evaluate::evaluate;
use crate::files::{Guard, Staging, WhenBusy};
use crate::report::Reporter;
use crate::site::{Sink, write};
use std::path::PathBuf;

/// Writes into the staging folder.
struct Disk(Staging);

impl Sink for Disk {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        self.0.write(path, bytes).map_err(|error| error.to_string())
    }
}

/// Builds the site. Nothing is touched before the data is known to be without errors, and the old site stays until the new one
/// is complete.
pub(in super::super) fn build(asked: &Build, console: Console) -> Result<(), Failure> {
    let wanted =
        Wanted { source: &asked.source, at: asked.at.as_deref(), from_root: true, skip: Some(&asked.out) };
    let mut loaded = load(&wanted)?;
    warn_of(&loaded.checked, console);
    let tally = tally(&loaded.checked);
    let Some(model) = loaded.checked.model.take() else {
        console.warn(&format!("{tally}: no site is built, and the last one stays as it was"));
        return Err(Failure::Faults);
    };
    let as_of = loaded.as_of(asked.source.as_of, &model);
    let history = past(&wanted, asked.history, &model, as_of);
    let visible = visible(&asked.readers, evaluate(model, as_of))?;
    let checked = &loaded.checked;
    let reporter = Reporter::new(&visible, &checked.sources, &checked.diagnostics, &loaded.provenance)
        .map_err(Failure::tool)?;
    history.complaint(asked.history).into_iter().for_each(|why| console.warn(&format!("no history: {why}")));
    let reporter = match history.past() {
        Some(past) => reporter.with_past(past),
        None => reporter,
    };
    let reporter = asked.audit.told(reporter);
    let staging = Staging::begin(&asked.out, &guard(asked)).map_err(Failure::tool)?;
    let disk = Disk(staging);
    let bar = Bar::begin(console);
    let summary = write(&reporter, &disk, &|done, all| bar.show(done, all)).map_err(Failure::tool)?;
    bar.end();
    let report = disk.0.commit().map_err(Failure::tool)?;
    for folder in &report.set_aside {
        console.warn(&format!("files that are not ours were set aside in {}", folder.display()));
    }
    let index = asked.out.join("index.html");
    match asked.format {
        Told::Human => console.say(&format!(
            "{} pages as of {as_of} in {} ({tally}); open {}",
            summary.pages,
            asked.out.display(),
            index.display()
        )),
        Told::Json => console.result(&format!(
            "{}\n",
            serde_json::json!({
                "out": asked.out.display().to_string(),
                "as_of": as_of.to_string(),
                "audience": visible.profile().name().text(),
                "commit": loaded.provenance.commit.as_ref().map(|commit| &commit.hash),
                "pages": summary.pages,
                "files": summary.files,
                "bytes": summary.bytes,
                "removed": report.removed.len(),
                "kept": report.kept,
                "errors": tally.errors,
                "warnings": tally.warnings,
                "commits": history.past().map(|past| past.commits.len()),
                "states_evaluated": history.past().map(|past| past.evaluated),
            })
        )),
    }
    Ok(())
}

/// The folders that the site must not replace.
fn guard(asked: &Build) -> Guard {
    let mut keep = vec![("the data", asked.source.data.clone())];
    if let Some(home) = std::env::home_dir() {
        keep.push(("the home folder", home));
    }
    if let Ok(here) = std::env::current_dir() {
        keep.push(("the folder in which the command runs", here));
    }
    keep.retain(|(_, path): &(&str, PathBuf)| path.is_dir());
    Guard { keep, when_busy: WhenBusy::Fail }
}
