//! `pay.yml` as written: wages, in a file that git may ignore.

use super::decode::{Entries, record};
use super::scalar::{DateWord, NumberWord};

record! {
    /// Wages of agents. The file may be missing: then amounts that rest on wages are not computed.
    PayFile {
        /// Wages by the agent's id.
        wages: Entries<Vec<Wage>>,
        /// Minimum wage per month where the desk is, for the check that pay stays above it.
        minimum_wage: Option<NumberWord>,
    }
}

record! {
    /// A wage from a day on.
    Wage {
        /// First day.
        from: DateWord,
        /// Last day (default: until the next one begins).
        to: Option<DateWord>,
        /// Agreed wage per month, without the variable part.
        wage: NumberWord,
        /// Base of the variable part per month, which a coefficient of 1 pays in full.
        variable: Option<NumberWord>,
    }
}
