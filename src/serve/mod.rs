//! The site while people edit: watches the data, rebuilds, and lets open pages reload themselves.
//!
//! Only here are the network and threads for serving. The site is kept in memory, so nothing is written to disk. The
//! server listens on loopback alone and answers only to loopback names, so that no other site can read it through the
//! visitor's browser.
//!
//! Imports: nothing.
#![allow(clippy::disallowed_methods, reason = "the network and the watcher have their door here")]

mod answer;
mod server;
mod watch;

pub use server::{Built, ServeError, Settings, serve};
