//! Rankings: who stands where, how sure is it, who moved?

use serde::Serialize;

use super::{Figure, Link, Shell, Table, page::page};

/// One group of comparable peers.
#[derive(Serialize, Debug, Clone)]
pub struct RankGroup {
    /// Anchor.
    pub anchor: String,
    /// Who is compared: role, level, channel.
    pub title: String,
    /// How ranks are given here: ties, minimum sample, period.
    pub note: String,
    /// Rank with uncertainty range, score, change, volume, status.
    pub table: Table,
    /// Ranks over time.
    pub chart: Option<Figure>,
}

/// The ranking (`ranking.html`), where the audience may see one.
#[derive(Serialize, Debug, Clone)]
pub struct RankingView {
    /// What stands around the content.
    pub shell: Shell,
    /// The main point.
    pub lead: String,
    /// The groups.
    pub groups: Vec<RankGroup>,
    /// Who has no rank, and why.
    pub unranked: Option<Table>,
    /// The rankings of other periods.
    pub others: Vec<Link>,
}

page!(RankingView, "pages/ranking.html");
