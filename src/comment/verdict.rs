//! The verdict in one sentence, and between which states.

use super::outcome::{Outcome, Reviewed, State};
use crate::diag::Severity;
use crate::history::{Comparison, FaultLine, FileChangeKind, NewScores};
use crate::model::PeriodKind;
use crate::report::{Voice, period_short};

/// What the change does, in one sentence.
#[must_use]
pub(super) fn verdict(reviewed: &Reviewed, voice: Voice<'_>) -> String {
    let count = |key: &str, n: usize| voice.say(key, &[("count", n.into())]);
    match &reviewed.outcome {
        Outcome::NoBase { scores, .. } if reviewed.shallow => count("impact-no-base-shallow", *scores),
        Outcome::NoBase { scores, .. } => count("impact-no-base", *scores),
        Outcome::BaseFaulty { errors, .. } => count("impact-base-faulty", *errors),
        Outcome::HeadFaulty { errors, .. } => count("impact-head-faulty", *errors),
        Outcome::Compared(comparison) if comparison.is_empty() => {
            let other = comparison.files.iter().any(|file| file.kind == FileChangeKind::Other);
            let layout = !comparison.files.is_empty() && !other;
            voice.word(if layout { "impact-layout-only" } else { "impact-no-change" })
        }
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
    parts.extend(scores(comparison, true, voice));
    parts.extend(scores(comparison, false, voice));
    if parts.is_empty() {
        return voice.say("impact-edits-without-effect", &[("count", comparison.edits.len().into())]);
    }
    let joined = parts.join(&voice.either("，", ", "));
    format!("{joined}{}", voice.either("。", "."))
}

/// Scores of periods that came or went. One person has scores of a month, its quarter and its year, so those of months are counted
/// where there are any.
fn scores(comparison: &Comparison, new: bool, voice: Voice<'_>) -> Option<String> {
    let all = || comparison.periods.iter().filter(|of| of.new == new && of.scores > 0);
    let count = |scores: &mut dyn Iterator<Item = &NewScores>| scores.map(|of| of.scores).sum::<usize>();
    let mut months: Vec<String> =
        all().filter(|of| of.period.kind() == PeriodKind::Month).map(|of| period_short(of.period)).collect();
    months.sort_unstable();
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        let key = if new { "impact-new-scores" } else { "impact-gone-scores" };
        return Some(count(&mut all())).filter(|n| *n > 0).map(|n| voice.say(key, &[("count", n.into())]));
    };
    let key = if new { "impact-new-monthly" } else { "impact-gone-monthly" };
    let months = if first == last { first.clone() } else { format!("{first} – {last}") };
    let monthly = count(&mut all().filter(|of| of.period.kind() == PeriodKind::Month));
    Some(voice.say(key, &[("count", monthly.into()), ("months", (&months).into())]))
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
    if reviewed.no_main {
        text.push_str(" · ");
        text.push_str(&voice.word("impact-no-main"));
    }
    if reviewed.shallow {
        text.push_str(" · ");
        text.push_str(&voice.word("impact-shallow"));
    }
    text
}
