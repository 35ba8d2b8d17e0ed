//! Annotations on a pull request, as workflow commands of GitHub Actions.

use super::gates;
use super::outcome::{Outcome, Reviewed};
use super::outline::Outline;
use crate::diag::Severity;
use crate::history::{FaultLine, Place};
use crate::report::Voice;

/// Annotations of one severity that GitHub shows per step.
const SHOWN: usize = 10;

/// What stands in the way and new faults as errors and warnings, flags as warnings, the verdict as a notice: at most ten of a kind, then how many more.
#[must_use]
pub fn annotations(reviewed: &Reviewed, outline: &Outline, voice: Voice<'_>) -> String {
    let faults: &[FaultLine] = match &reviewed.outcome {
        Outcome::Compared(comparison) => &comparison.new_faults,
        Outcome::NoBase { faults, .. } => faults,
        Outcome::BaseFaulty { new, .. } | Outcome::HeadFaulty { new, .. } => new,
    };
    let (mut errors, mut warnings) = (Vec::new(), Vec::new());
    for fault in faults {
        let line = command(fault.severity.text(), fault.place.as_ref(), fault.code.text(), &fault.message);
        if fault.severity == Severity::Error { errors.push(line) } else { warnings.push(line) }
    }
    let flagged = reviewed.flags().map(|flag| {
        let mut words = vec![voice.word(&format!("impact-flag-{}", flag.kind.key()))];
        words.extend(flag.who.as_ref().map(|who| who.id.clone()));
        words.extend(flag.month.map(|month| month.to_string()));
        command("warning", flag.place.as_ref(), flag.kind.key(), &words.join(" · "))
    });
    let standing = reviewed.rulings.iter().filter(|ruling| !ruling.passes()).map(|ruling| {
        let mut words = vec![gates::kind(ruling, voice)];
        match gates::paste(ruling, voice) {
            lines if lines.is_empty() => words.push(voice.word("impact-fails")),
            lines => {
                words.push(voice.word("impact-acknowledge-how"));
                words.extend(lines);
            }
        }
        command("error", None, ruling.kind.key(), &words.join("\n"))
    });
    errors.splice(0..0, standing);
    let warnings: Vec<String> = flagged.chain(warnings).collect();
    let hidden = errors.len().saturating_sub(SHOWN) + warnings.len().saturating_sub(SHOWN);
    let mut text: String = errors.into_iter().take(SHOWN).chain(warnings.into_iter().take(SHOWN)).collect();
    let mut verdict = outline.verdict.clone();
    if hidden > 0 {
        verdict.push_str(&format!(" {}", voice.say("impact-more", &[("count", hidden.into())])));
    }
    text.push_str(&command("notice", None, &outline.title, &verdict));
    text
}

fn command(severity: &str, place: Option<&Place>, title: &str, message: &str) -> String {
    let at =
        place.map(|place| format!("file={},line={},", property(&place.path), place.line)).unwrap_or_default();
    format!("::{severity} {at}title={}::{}\n", property(title), content(message))
}

fn content(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    content(text).replace(':', "%3A").replace(',', "%2C")
}
