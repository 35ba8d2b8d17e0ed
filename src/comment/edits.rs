//! Edits in lines.

use super::scores::named;
use crate::history::{Edit, Place};
use crate::report::{Voice, ease_key, edit_amount as amount, edit_arrow, stage_key};

/// An edit in one line: what, whose, from what to what, which way, where.
#[must_use]
pub(super) fn line(edit: &Edit, currency: &str, voice: Voice<'_>) -> String {
    let mut parts = vec![voice.word(&format!("impact-edit-{}", edit.kind.key()))];
    parts.extend(edit.who.as_ref().map(|who| named(who, voice)));
    parts.extend(edit.what.as_ref().map(|what| voice.name(&what.name).to_owned()));
    parts.extend(edit.month.map(|month| month.to_string()));
    let said =
        |side: &Option<crate::history::Amount>| side.as_ref().map(|side| amount(side, currency, voice));
    parts.extend(match (said(&edit.before), said(&edit.after)) {
        (Some(before), Some(after)) => Some(edit_arrow(&before, &after)),
        (before, after) => after.or(before),
    });
    parts.extend(edit.ease.map(|ease| voice.word(ease_key(ease))));
    parts.extend(edit.stage.map(|stage| voice.word(stage_key(stage))));
    parts.extend(edit.place.as_ref().map(place));
    parts.join(" · ")
}

/// `data/metrics/2025/2025-03.yml:14`
#[must_use]
pub(super) fn place(place: &Place) -> String {
    format!("{}:{}", place.path, place.line)
}
