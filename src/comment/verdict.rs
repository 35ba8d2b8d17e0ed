//! The verdict in one sentence, and between which states.

use super::outcome::{Outcome, Reviewed, State};
use crate::diag::Severity;
use crate::history::{Comparison, FaultLine};
use crate::report::Voice;

/// What the change does, in one sentence.
#[must_use]
pub(super) fn verdict(reviewed: &Reviewed, voice: Voice<'_>) -> String {
    let count = |key: &str, n: usize| voice.say(key, &[("count", n.into())]);
    match &reviewed.outcome {
        Outcome::NoBase { scores, .. } => count("impact-no-base", *scores),
        Outcome::BaseFaulty { errors, .. } => count("impact-base-faulty", *errors),
        Outcome::HeadFaulty { errors, .. } => count("impact-head-faulty", *errors),
        Outcome::Compared(comparison) if comparison.is_empty() => voice.word("impact-no-change"),
        Outcome::Compared(comparison) => compared(comparison, voice),
    }
}

fn compared(comparison: &Comparison, voice: Voice<'_>) -> String {
    let mut parts = Vec::new();
    let mut add = |key: &str, n: usize| {
        if n > 0 {
            parts.push(voice.say(key, &[("count", n.into())]));
        }
    };
    let error = |fault: &&FaultLine| fault.severity == Severity::Error;
    add("impact-errors", comparison.new_faults.iter().filter(error).count());
    add("impact-moves", comparison.shown_moves());
    add("impact-goals", comparison.goals.len());
    add("impact-bands", comparison.band_changes());
    add("impact-awards", comparison.awards.len());
    let new = comparison.periods.iter().filter(|scores| scores.new && scores.scores > 0);
    add("impact-new-scores", new.map(|scores| scores.scores).sum());
    let gone = comparison.periods.iter().filter(|scores| !scores.new && scores.scores > 0);
    add("impact-gone-scores", gone.map(|scores| scores.scores).sum());
    if parts.is_empty() {
        return voice.say("impact-edits-without-effect", &[("count", comparison.edits.len().into())]);
    }
    let joined = parts.join(&voice.either("，", ", "));
    format!("{joined}{}", voice.either("。", "."))
}

/// Between which states, as of when, and what may be wrong with that.
#[must_use]
pub(super) fn context(reviewed: &Reviewed, voice: Voice<'_>) -> String {
    let name = |state: &State| state.short().map_or_else(|| voice.word("impact-working-tree"), str::to_owned);
    let head = name(&reviewed.head);
    let mut text = match &reviewed.base {
        Some(base) => format!("{} → {head}", name(base)),
        None => head,
    };
    if let Some(day) = reviewed.as_of {
        text.push_str(" · ");
        text.push_str(&voice.say("impact-as-of", &[("day", (&day.to_string()).into())]));
    }
    if reviewed.shallow {
        text.push_str(" · ");
        text.push_str(&voice.word("impact-shallow"));
    }
    text
}
