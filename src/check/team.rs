//! Teams.

use super::vocabulary::Vocabulary;
use super::words;
use crate::diag::{Sink, Span};
use crate::model::{ChannelIx, Id, Team};
use crate::raw;

/// A team.
pub(super) fn check(id: Id, span: Span, raw: raw::Team, book: &Vocabulary, sink: &mut Sink) -> Option<Team> {
    let raw::Team { name, channels, peer_group, place: _ } = raw;
    let channels = book.channels.resolve_all(&channels.unwrap_or_default(), sink);
    let peer_group = match peer_group {
        Some(word) => words::id(&word, sink),
        None => Some(id.clone()),
    };
    Some(Team {
        name: words::text(name),
        channels: channels?.into_iter().map(ChannelIx).collect(),
        peer_group: peer_group?,
        id,
        span,
    })
}
