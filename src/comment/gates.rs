//! What stands in the way of a change, and how to acknowledge it.

use super::escape::cut;
use super::outcome::Reviewed;
use super::outline::Section;
use super::scores::{NAME, named};
use crate::history::{About, Named, Ruling, acknowledging};
use crate::model::GateDecision;
use crate::report::Voice;

/// Ids of one kind that are named.
const NAMED: usize = 5;
/// Ids of one kind that are acknowledged one by one; more are acknowledged together.
const SINGLE: usize = 3;
/// Most characters of a reason that are repeated.
const REASON: usize = 200;

/// What fails or has to be acknowledged, what was acknowledged and why, and the lines to write; `None` if there is nothing.
#[must_use]
pub(super) fn section(reviewed: &Reviewed, voice: Voice<'_>) -> Option<Section> {
    let strict = |ruling: &&Ruling| ruling.decision >= GateDecision::Acknowledge;
    let mut lines: Vec<String> =
        reviewed.rulings.iter().filter(strict).flat_map(|ruling| told(ruling, voice)).collect();
    let unread = reviewed.unread.iter();
    lines.extend(
        unread.map(|line| format!("{} · {}", voice.word("impact-acknowledge-unread"), cut(line, REASON))),
    );
    let paste = reviewed.rulings.iter().flat_map(|ruling| paste(ruling, voice)).collect();
    let section =
        Section { key: "impact-gates", title: voice.word("impact-gates"), lines, open: true, paste };
    (!section.lines.is_empty()).then_some(section)
}

/// The lines that would acknowledge what is open of `ruling`; none if nothing is, or if it cannot be acknowledged.
#[must_use]
pub(super) fn paste(ruling: &Ruling, voice: Voice<'_>) -> Vec<String> {
    if ruling.decision != GateDecision::Acknowledge {
        return Vec::new();
    }
    let reason = voice.word("impact-acknowledge-reason");
    let open: Vec<&About> = ruling.open().collect();
    let plain = |about: &About| !about.id.is_empty();
    if open.len() > SINGLE || !open.iter().all(|about| plain(about)) {
        return vec![acknowledging(ruling.kind, None, &reason)];
    }
    open.iter().map(|about| acknowledging(ruling.kind, Some(&about.id), &reason)).collect()
}

/// What is found, as it is called.
#[must_use]
pub(super) fn kind(ruling: &Ruling, voice: Voice<'_>) -> String {
    voice.word(&format!("impact-flag-{}", ruling.kind.key()))
}

/// A line for what is open, and one for each reason that was given.
fn told(ruling: &Ruling, voice: Voice<'_>) -> Vec<String> {
    let word = |key: &str| voice.word(key);
    let what = kind(ruling, voice);
    if ruling.decision == GateDecision::Fail {
        return vec![format!(
            "{} · {what}{}",
            word("impact-fails"),
            about(&ruling.about.iter().collect::<Vec<_>>(), voice)
        )];
    }
    let open: Vec<&About> = ruling.open().collect();
    let mut lines = Vec::new();
    if !open.is_empty() {
        lines.push(format!("{} · {what}{}", word("impact-to-acknowledge"), about(&open, voice)));
    }
    let mut reasons: Vec<&str> = ruling.about.iter().filter_map(|about| about.reason.as_deref()).collect();
    reasons.dedup();
    for reason in reasons {
        let of: Vec<&About> =
            ruling.about.iter().filter(|about| about.reason.as_deref() == Some(reason)).collect();
        let (whom, reason) = (about(&of, voice), cut(reason, REASON));
        lines.push(format!("{} · {what}{whom} · {reason}", word("impact-acknowledged")));
    }
    lines
}

/// ` · 安然（ann）、…`
fn about(list: &[&About], voice: Voice<'_>) -> String {
    let name = |about: &&About| match &about.name {
        Some(name) => named(&Named { id: about.id.clone(), name: name.clone() }, voice),
        None => cut(&about.id, NAME),
    };
    let mut names: Vec<String> = list.iter().take(NAMED).map(name).filter(|name| !name.is_empty()).collect();
    if let Some(more) = list.len().checked_sub(NAMED).filter(|more| *more > 0) {
        names.push(voice.say("impact-more", &[("count", more.into())]));
    }
    if names.is_empty() { String::new() } else { format!(" · {}", names.join(&voice.either("、", ", "))) }
}
