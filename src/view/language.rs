//! The languages of the site and how addresses and markup name them.

pub use crate::model::{CLOSE, Language, OPEN, TURN, both, in_both, side};
