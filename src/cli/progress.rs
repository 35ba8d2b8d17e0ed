//! Progress of a build on a terminal.

use super::console::Console;
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::OnceLock;
use std::time::Duration;

/// A bar on a terminal; nothing elsewhere.
#[derive(Debug)]
pub(super) struct Bar {
    shown: bool,
    bar: OnceLock<ProgressBar>,
}

impl Bar {
    /// A bar that begins to show when there is something to count.
    pub(super) fn begin(console: Console) -> Self {
        Self { shown: console.shows_progress(), bar: OnceLock::new() }
    }

    /// `done` of `all`; may be called from many threads.
    pub(super) fn show(&self, done: usize, all: usize) {
        if self.shown {
            self.bar.get_or_init(|| bar(all)).set_position(done as u64);
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(all: usize) -> ProgressBar {
    let bar = ProgressBar::new(all as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}
