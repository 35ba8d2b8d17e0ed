//! What became of recommendations, in words.

use super::words::Words;
use super::{Audited, Told};
use crate::audit::{Again, FollowUp};
use crate::model::{Model, Recommendation, RecommendationStatus};
use crate::report::Voice;

/// A recommendation with what became of it, in words.
#[derive(Debug, Clone)]
pub struct Followed<'a> {
    /// The recommendation.
    pub of: &'a Recommendation,
    /// What the audit says of it.
    pub found: &'a FollowUp,
    /// The system in which it was looked for; empty if that is no longer audited.
    pub system: String,
    /// How it stands.
    pub status: String,
    /// Whether the point is found again.
    pub again: String,
    /// What shows it.
    pub evidence: Option<String>,
}

/// All recommendations that the audit follows up; none for a table.
#[must_use]
pub fn followed<'a>(audited: &Audited<'a>, voice: Voice<'_>) -> Vec<Followed<'a>> {
    let Some(model) = audited.model else { return Vec::new() };
    let one = |found: &'a FollowUp| {
        let told = found.system.and_then(|at| audited.systems.get(at));
        let of = model.recommendations.get(found.recommendation)?;
        Some(Followed {
            of,
            found,
            system: told.map(|told| voice.name(&told.title).to_owned()).unwrap_or_default(),
            status: voice.word(&format!("audit-follow-status-{}", of.status.key())),
            again: voice.word(&format!("audit-follow-again-{}", again(audited, of, found))),
            evidence: evidence(voice, told, found),
        })
    };
    audited.follow_up.iter().filter_map(one).collect()
}

/// The key of whether the point is found again; what this very audit recommended is not found again by it.
fn again(audited: &Audited<'_>, of: &Recommendation, found: &FollowUp) -> &'static str {
    let own = found.again == Again::Found && audited.year == Some(of.year);
    if own { "own" } else { found.again.key() }
}

fn evidence(voice: Voice<'_>, told: Option<&Told<'_>>, found: &FollowUp) -> Option<String> {
    let words = Words { voice, told: told? };
    let flag = found.flag.as_ref()?;
    let (finding, evidence) = (words.finding(flag.finding), words.statistic(&flag.evidence));
    let arguments = [("finding", (&finding).into()), ("evidence", (&evidence).into())];
    Some(voice.say("audit-follow-evidence", &arguments))
}

/// How many recommendations there are, how they stand, how many are overdue and found again; `None` without any.
#[must_use]
pub fn follow_up_count(audited: &Audited<'_>, voice: Voice<'_>) -> Option<String> {
    let model = audited.model.filter(|_| !audited.follow_up.is_empty())?;
    let distinct = |keep: &dyn Fn(&FollowUp, &Recommendation) -> bool| {
        let kept = audited.follow_up.iter().filter(|found| {
            model.recommendations.get(found.recommendation).is_some_and(|of| keep(found, of))
        });
        let mut all: Vec<usize> = kept.map(|found| found.recommendation).collect();
        all.dedup();
        all.len()
    };
    let standing = |status: RecommendationStatus| distinct(&|_, of| of.status == status);
    let arguments = [
        ("n", distinct(&|_, _| true).into()),
        ("open", standing(RecommendationStatus::Open).into()),
        ("accepted", standing(RecommendationStatus::Accepted).into()),
        ("done", standing(RecommendationStatus::Done).into()),
        ("declined", standing(RecommendationStatus::Declined).into()),
        ("overdue", distinct(&|found, _| found.overdue).into()),
        ("again", distinct(&|found, of| again(audited, of, found) == Again::Found.key()).into()),
    ];
    Some(voice.say("audit-follow-count", &arguments))
}

/// Owner, days and reason of a recommendation, as far as they are written, in one line.
#[must_use]
pub fn decision_words(of: &Recommendation, overdue: bool, voice: Voice<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let owner = voice.name(&of.owner);
    parts.extend((!owner.is_empty()).then(|| owner.to_owned()));
    for (key, day) in [("decided", of.decided), ("due", of.due), ("done", of.done)] {
        parts.extend(
            day.map(|day| voice.say(&format!("audit-follow-{key}"), &[("day", (&day.to_string()).into())])),
        );
    }
    parts.extend(overdue.then(|| voice.word("audit-follow-overdue")));
    let reason = voice.name(&of.reason);
    parts.extend((!reason.is_empty()).then(|| reason.to_owned()));
    parts.join(" · ")
}

/// The lines of the follow-up, for text and Markdown.
pub(super) fn lines(audited: &Audited<'_>, voice: Voice<'_>) -> Vec<String> {
    let line = |of: &Followed<'_>| {
        let year = of.of.year.to_string();
        let about = if of.system.is_empty() { year } else { format!("{year} · {}", of.system) };
        let decision = decision_words(of.of, of.found.overdue, voice);
        let decision = if decision.is_empty() { String::new() } else { format!(" · {decision}") };
        let arguments = [
            ("status", (&of.status).into()),
            ("text", voice.name(&of.of.text).into()),
            ("about", (&about).into()),
            ("decision", (&decision).into()),
            ("again", (&of.again).into()),
        ];
        let line = voice.say("audit-follow-line", &arguments);
        match &of.evidence {
            Some(evidence) => format!("{line} · {evidence}"),
            None => line,
        }
    };
    followed(audited, voice).iter().map(line).collect()
}

/// Ids of what a recommendation is about, for programs: scheme, peer group, indicators.
pub(super) fn ids(model: &Model, of: &Recommendation) -> (String, Option<String>, Vec<String>) {
    let indicators = of.indicators.iter().map(|ix| model.indicator(*ix).id.to_string()).collect();
    (model.scheme(of.scheme).id.to_string(), of.peers.as_ref().map(ToString::to_string), indicators)
}
