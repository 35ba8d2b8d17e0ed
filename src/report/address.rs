//! Addresses of pages, relative to the folder of a language. Made from ids, never from names.

use crate::model::Period;

/// `agents/<id>.html`
#[must_use]
pub(super) fn agent(id: &str) -> String {
    format!("agents/{id}.html")
}

/// `agents/<id>.html#p-<period>`: how the score of that period came about.
#[must_use]
pub(super) fn derivation(agent_id: &str, period: Period) -> String {
    format!("agents/{agent_id}.html#{}", period_anchor(period))
}

/// `p-<period>`
#[must_use]
pub(super) fn period_anchor(period: Period) -> String {
    format!("p-{period}")
}

/// `teams/<id>.html`
#[must_use]
pub(super) fn team(id: &str) -> String {
    format!("teams/{id}.html")
}

/// `indicators/<id>.html`
#[must_use]
pub(super) fn indicator(id: &str) -> String {
    format!("indicators/{id}.html")
}

/// `targets/<id>.html`
#[must_use]
pub(super) fn target(id: &str) -> String {
    format!("targets/{id}.html")
}

/// `incentives/<id>.html`
#[must_use]
pub(super) fn incentive(id: &str) -> String {
    format!("incentives/{id}.html")
}

/// `schemes/<id>.html`
#[must_use]
pub(super) fn scheme(id: &str) -> String {
    format!("schemes/{id}.html")
}

/// `periods/<id>.html`
#[must_use]
pub(super) fn period(period: Period) -> String {
    format!("periods/{period}.html")
}

/// `diagnostics/<code>.html`
#[must_use]
pub(super) fn code(code: &str) -> String {
    format!("diagnostics/{code}.html")
}
