//! The languages of the site and how addresses and markup name them.

pub use crate::model::Language;
