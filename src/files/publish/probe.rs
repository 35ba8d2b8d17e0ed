//! Where a crash can be simulated. Outside tests the probe is empty and does nothing.

use super::error::PublishError;

/// The moments of a publication after which a crash leaves a different picture on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Foreign files are in the new site.
    Carried,
    /// The manifest is written.
    Listed,
    /// The new site is called `ready`.
    Ready,
    /// The old site is called `old` (only where folders cannot be exchanged).
    Aside,
    /// The new site is in its place.
    Swapped,
    /// The old site is gone.
    Dismantled,
}

#[cfg(not(test))]
#[derive(Debug, Default)]
pub(super) struct Probe {}

#[cfg(not(test))]
#[allow(clippy::unused_self, reason = "the test build's probe has a state")]
impl Probe {
    pub(super) fn reached(&self, _step: Step) -> Result<(), PublishError> {
        Ok(())
    }

    pub(super) fn crashed(&self) -> bool {
        false
    }

    pub(super) fn can_exchange(&self) -> bool {
        true
    }
}

/// Stops the publication after one step, as if the program had been killed: nothing is cleaned up.
#[cfg(test)]
#[derive(Debug, Default)]
pub(super) struct Probe {
    pub(super) crash_after: Option<Step>,
    pub(super) without_exchange: bool,
    pub(super) has_crashed: std::sync::atomic::AtomicBool,
}

#[cfg(test)]
impl Probe {
    pub(super) fn reached(&self, step: Step) -> Result<(), PublishError> {
        if self.crash_after != Some(step) {
            return Ok(());
        }
        self.has_crashed.store(true, std::sync::atomic::Ordering::Relaxed);
        Err(PublishError::Crash)
    }

    pub(super) fn crashed(&self) -> bool {
        self.has_crashed.load(std::sync::atomic::Ordering::Relaxed)
    }

    pub(super) fn can_exchange(&self) -> bool {
        !self.without_exchange
    }
}
