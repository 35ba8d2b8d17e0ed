//! Teams.

use super::{ChannelIx, Id, Text};
use crate::diag::Span;

/// A team.
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// Channels that the team serves; empty means all.
    pub channels: Vec<ChannelIx>,
    /// Teams with the same word do comparable work, and their agents are ranked together. Default: the team's own id.
    pub peer_group: Id,
    /// Where it was written.
    pub span: Span,
}
