//! Waiting for changes of files.

use notify::{EventKind, RecursiveMode, Watcher};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps; changes within this time are one change.
const SETTLE: Duration = Duration::from_millis(120);

/// Watches folders.
pub(super) struct Watch {
    changes: Receiver<()>,
    /// Ends watching when dropped.
    _watcher: notify::RecommendedWatcher,
}

impl Watch {
    /// Begins to watch `folders` with all that lies in them.
    pub(super) fn begin(folders: &[PathBuf]) -> Result<Self, String> {
        let (tell, changes) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let only_read = matches!(&event, Ok(event) if matches!(event.kind, EventKind::Access(_)));
            if !only_read {
                // The receiver is gone only when serving has ended.
                let _ = tell.send(());
            }
        })
        .map_err(|error| error.to_string())?;
        for folder in folders {
            watcher
                .watch(folder, RecursiveMode::Recursive)
                .map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits for the next change and until it has settled; false when watching has ended.
    pub(super) fn changed(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        while self.changes.recv_timeout(SETTLE).is_ok() {}
        true
    }
}
