//! Limits of the lints of schemes, and what is accepted with a written reason (domain notes A021, A109–A111).

use super::Text;
use crate::diag::Code;

/// A lint that is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The code of the lint.
    pub code: Code,
    /// Why it is accepted, as the rules page says it.
    pub reason: Text,
}

/// Limits of the lints. The numbers are habits of the field, not norms, so an organisation may set its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Lints {
    /// Most weight of one indicator, in percent.
    pub dominant: f64,
    /// Fewest dimensions of a scheme.
    pub dimensions: u16,
    /// Most weight of indicators that rest on a person's judgement or own report, in percent.
    pub subjective: f64,
    /// Most weight of indicators that the agent does not control, in percent.
    pub uncontrolled: f64,
    /// Accepted for the whole organisation.
    pub accepts: Vec<Accepted>,
}

impl Default for Lints {
    fn default() -> Self {
        Self { dominant: 50.0, dimensions: 3, subjective: 40.0, uncontrolled: 30.0, accepts: Vec::new() }
    }
}
