//! Pages and assets as a set of files in which every link resolves.
//!
//! [`write`] plans the site as a list of jobs, one for each thing that has a page, does them in parallel and hands each file to
//! a [`Sink`] as soon as it is rendered, so that memory does not grow with the number of pages. Links are collected on the
//! way and checked at the end, before the caller puts the site in its place.
//!
//! Imports: diag, dossier, model, render, report, view.

#[cfg(test)]
mod both_test;
mod job;
mod links;
mod sides;
mod sink;
mod tables;
mod write;

pub use sink::{Memory, Sink};
pub use write::{SiteError, Summary, write};
