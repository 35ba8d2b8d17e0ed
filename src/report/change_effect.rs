//! What a commit did to scores, in words.

use super::format::{period, signed};
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::history::{Move, NewScores};
use crate::past::{Counted, Effect, PastCommit, Told};

/// The effect of `commit`, or why it is not told.
pub(super) fn effect(reporter: &Reporter<'_>, voice: Voice<'_>, commit: &PastCommit) -> String {
    match &commit.told {
        Told::NotAsked => voice.word("changes-not-asked"),
        Told::First if commit.cut => voice.word("changes-cut"),
        Told::First => voice.word("changes-first"),
        Told::NoBase => voice.word("changes-no-base"),
        Told::Faulty(errors) => say!(voice, "changes-faulty", count: *errors),
        Told::Compared(effect) => compared(reporter, voice, effect),
    }
}

fn compared(reporter: &Reporter<'_>, voice: Voice<'_>, effect: &Effect) -> String {
    let everything = reporter.visible.everything();
    let many = |count: usize| count > 0 && (everything || reporter.visible.many(count));
    let mut parts: Vec<String> = Vec::new();
    let new_scores = |one: &&NewScores| many(one.scores);
    parts.extend(effect.periods.iter().filter(new_scores).filter(|one| is_month(one)).map(|one| {
        let key = if one.new { "changes-period-new" } else { "changes-period-gone" };
        say!(voice, key, period: &period(one.period, voice.language), count: one.scores)
    }));
    if many(effect.moved) {
        parts.push(say!(voice, "impact-moves", count: effect.moved));
    }
    parts.extend(effect.largest.as_ref().filter(|_| everything).map(|moved| largest(voice, effect, moved)));
    if many(effect.bands) {
        parts.push(say!(voice, "impact-bands", count: effect.bands));
    }
    if everything && effect.awards > 0 {
        parts.push(say!(voice, "impact-awards", count: effect.awards));
    }
    if parts.is_empty() {
        let none = effect.moved == 0 && effect.bands == 0 && effect.periods.is_empty();
        parts.push(voice.word(if none { "changes-no-effect" } else { "changes-small-group" }));
    }
    if effect.over_faulty {
        parts.push(voice.word("changes-over-faulty"));
    }
    parts.join(&voice.either("；", "; "))
}

/// Quarters and years come with their months.
fn is_month(one: &NewScores) -> bool {
    one.period.kind() == crate::model::PeriodKind::Month
}

fn largest(voice: Voice<'_>, effect: &Effect, moved: &Move) -> String {
    let units = moved.change.unwrap_or_default() as f64;
    let change = signed(units / libm::pow(10.0, f64::from(effect.decimals)), effect.decimals);
    let when = period(moved.period, voice.language);
    say!(voice, "changes-largest", change: &change, who: voice.name(&moved.agent.name), period: &when)
}

/// Edits that are counted: `2025-03 新增月份 400；更正数据 3`.
pub(super) fn others(reporter: &Reporter<'_>, voice: Voice<'_>, others: &[Counted]) -> Vec<String> {
    let one = |one: &Counted| {
        let kind = voice.word(&format!("impact-edit-{}", one.kind.key()));
        let month = one.month.map(|month| format!(" {month}")).unwrap_or_default();
        format!("{kind}{month} × {}", one.count)
    };
    if !reporter.visible.everything() {
        return Vec::new();
    }
    others.iter().map(one).collect()
}
