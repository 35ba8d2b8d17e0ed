//! The sections behind the table, the most important first.

use super::edits::{line, place};
use super::gates;
use super::outcome::{Outcome, Reviewed};
use super::outline::Section;
use super::scores::{arrow, named};
use crate::diag::Severity;
use crate::goals;
use crate::history::{Comparison, FaultLine, FileChange, FileChangeKind, Flag, Group};
use crate::incentives::Award;
use crate::model::{Money, Month};
use crate::report::{Voice, money, period_short, short_number};
use std::collections::BTreeMap;

/// The sections of `reviewed`; a section without a line is left out.
#[must_use]
pub(super) fn sections(reviewed: &Reviewed, voice: Voice<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut add = |key: &'static str, lines: Vec<String>, open: bool| {
        if !lines.is_empty() {
            sections.push(Section { key, title: voice.word(key), lines, open, paste: Vec::new() });
        }
    };
    let faults = |list: &[FaultLine]| fault_lines(list, voice);
    match &reviewed.outcome {
        Outcome::NoBase { faults: list, .. } => add("impact-faults-new", faults(list), false),
        Outcome::BaseFaulty { new, .. } => add("impact-faults-new", faults(new), true),
        Outcome::HeadFaulty { new, old, .. } => {
            add("impact-faults-new", faults(new), true);
            let old = (*old > 0).then(|| voice.say("impact-faults-old", &[("count", (*old).into())]));
            add("impact-left-out", old.into_iter().collect(), false);
        }
        Outcome::Compared(comparison) => {
            add("impact-flags", flag_lines(&reviewed.flags().collect::<Vec<_>>(), voice), true);
            let errors = comparison.new_faults.iter().any(|fault| fault.severity == Severity::Error);
            if errors {
                add("impact-faults-new", faults(&comparison.new_faults), true);
            }
            for group in Group::ALL {
                let lines = comparison.of(group).map(|edit| line(edit, &comparison.currency, voice));
                add(group_key(group), lines.collect(), false);
            }
            add("impact-section-goals", goals_lines(comparison, voice), false);
            add("impact-section-awards", awards(comparison, voice), false);
            if !errors {
                add("impact-faults-new", faults(&comparison.new_faults), false);
            }
            add("impact-faults-gone", faults(&comparison.gone_faults), false);
            add("impact-section-moves", super::scores::lines(comparison, voice), false);
            add("impact-section-files", file_lines(&comparison.files, voice), false);
            add("impact-left-out", left_out(comparison, voice), false);
        }
    }
    sections.splice(0..0, gates::section(reviewed, voice));
    sections
}

const fn group_key(group: Group) -> &'static str {
    match group {
        Group::Data => "impact-section-data",
        Group::Targets => "impact-section-targets",
        Group::Scheme => "impact-section-scheme",
        Group::People => "impact-section-people",
        Group::Events => "impact-section-events",
    }
}

/// One line for each kind and message: a team that is gone is missed in many places, and is one thing to mend.
fn fault_lines(list: &[FaultLine], voice: Voice<'_>) -> Vec<String> {
    let mut alike: Vec<Vec<&FaultLine>> = Vec::new();
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for line in list {
        let at = *known.entry((line.code.text(), &line.message)).or_insert(alike.len());
        match alike.get_mut(at) {
            Some(group) => group.push(line),
            None => alike.push(vec![line]),
        }
    }
    let line = |group: &Vec<&FaultLine>| {
        let mut text = group.first().map(|first| fault(first)).unwrap_or_default();
        if let Some(second) = group.get(1).and_then(|second| second.place.as_ref()) {
            let place = place(second);
            let said = [("count", (group.len() - 1).into()), ("place", (&place).into())];
            text.push_str(" · ");
            text.push_str(&voice.say("impact-fault-again", &said));
        }
        text
    };
    alike.iter().map(line).collect()
}

/// One line for each flag; months of which the same is stated and nothing else, in one.
fn flag_lines(flags: &[&Flag], voice: Voice<'_>) -> Vec<String> {
    let bare = |flag: &Flag| flag.who.is_none() && flag.other.is_none() && flag.month.is_some();
    let alike = |a: &&Flag, b: &&Flag| a.kind == b.kind && bare(a) && bare(b);
    let lines = flags.chunk_by(alike).flat_map(|group| match group {
        [first, _, ..] => {
            let months: Vec<Month> = group.iter().filter_map(|flag| flag.month).collect();
            let runs = months.chunk_by(|a, b| b.since(*a) == 1);
            let run = |run: &[Month]| match run {
                [first, .., last] => format!("{first} – {last}"),
                months => months.iter().map(Month::to_string).collect(),
            };
            let told = runs.map(run).collect::<Vec<_>>().join(", ");
            let said = [("months", (&told).into()), ("count", months.len().into())];
            let kind = voice.word(&format!("impact-flag-{}", first.kind.key()));
            vec![format!("{kind} · {}", voice.say("impact-flag-months", &said))]
        }
        few => few.iter().map(|one| flag(one, voice)).collect(),
    });
    lines.collect()
}

/// Most files named in a line.
const FILES: usize = 6;

fn file_lines(files: &[FileChange], voice: Voice<'_>) -> Vec<String> {
    let of = |kind| files.iter().filter(move |file| file.kind == kind);
    let listed = |kind| {
        let paths: Vec<&str> = of(kind).map(|file| file.path.as_str()).collect();
        let named = paths.iter().take(FILES).copied().collect::<Vec<_>>().join(&voice.either("、", ", "));
        let more = paths.len().saturating_sub(FILES);
        let named = match more {
            0 => named,
            _ => voice.say("impact-files-more", &[("files", (&named).into()), ("count", more.into())]),
        };
        let key = format!("impact-file-{}", FileChangeKind::key(kind));
        (!paths.is_empty()).then(|| voice.say(&key, &[("files", (&named).into())]))
    };
    let moved = |file: &FileChange| {
        let from = file.from.clone().unwrap_or_default();
        voice.say("impact-file-moved", &[("from", (&from).into()), ("path", (&file.path).into())])
    };
    let mut lines: Vec<String> = listed(FileChangeKind::Other).into_iter().collect();
    lines.extend(of(FileChangeKind::Moved).map(moved));
    lines.extend(listed(FileChangeKind::Layout));
    lines
}

fn fault(fault: &FaultLine) -> String {
    let place = fault.place.as_ref().map(|at| format!("{} · ", place(at))).unwrap_or_default();
    format!("{place}{} {}: {}", fault.severity.text(), fault.code.text(), fault.message)
}

fn flag(flag: &Flag, voice: Voice<'_>) -> String {
    let mut parts = vec![voice.word(&format!("impact-flag-{}", flag.kind.key()))];
    parts.extend(flag.who.as_ref().map(|who| named(who, voice)));
    parts.extend(flag.what.as_ref().map(|what| voice.name(&what.name).to_owned()));
    let months: Vec<String> = [flag.month, flag.other].into_iter().flatten().map(|m| m.to_string()).collect();
    if !months.is_empty() {
        parts.push(months.join(" = "));
    }
    if let Some(times) = flag.times {
        parts.push(voice.say("impact-times", &[("times", (&short_number(times, 1)).into())]));
    }
    parts.extend(flag.place.as_ref().map(place));
    parts.join(" · ")
}

fn goals_lines(comparison: &Comparison, voice: Voice<'_>) -> Vec<String> {
    let word = |state: goals::State| voice.word(state_key(state));
    let lines = comparison.goals.iter().map(|goal| {
        format!("{} · {}", named(&goal.target, voice), arrow(word(goal.before), word(goal.after)))
    });
    lines.collect()
}

const fn state_key(state: goals::State) -> &'static str {
    match state {
        goals::State::NotStarted => "state-not-started",
        goals::State::NotMeasurable => "state-not-measurable",
        goals::State::PendingData => "state-pending-data",
        goals::State::Attained => "state-attained",
        goals::State::Missed => "state-missed",
        goals::State::Locked => "state-locked",
        goals::State::OnTrack => "state-on-track",
        goals::State::AtRisk => "state-at-risk",
        goals::State::OffTrack => "state-off-track",
    }
}

fn awards(comparison: &Comparison, voice: Voice<'_>) -> Vec<String> {
    let lines = comparison.awards.iter().map(|change| {
        let word = |award: Option<Award>| {
            award.map_or("–".to_owned(), |award| self::award(award, comparison, voice))
        };
        format!(
            "{} · {} · {} · {}",
            named(&change.agent, voice),
            voice.name(&change.incentive.name),
            period_short(change.period),
            arrow(word(change.before), word(change.after)),
        )
    });
    lines.collect()
}

fn award(award: Award, comparison: &Comparison, voice: Voice<'_>) -> String {
    let amount = |amount: Money| money(amount, &comparison.currency);
    match award {
        Award::Amount(of) => amount(of),
        Award::Unpriced => voice.word("impact-award-unpriced"),
        Award::Title { amount: of, .. } => {
            let with = of.map(|of| format!(" {}", amount(of))).unwrap_or_default();
            format!("{}{with}", voice.word("impact-award-title"))
        }
        Award::Medal { level, .. } => voice.say("impact-award-medal", &[("level", (level + 1).into())]),
        Award::Stars { level, .. } => {
            voice.say("impact-award-stars", &[("level", usize::from(level).into())])
        }
        Award::Place(place) => voice.say("impact-award-place", &[("place", (place as usize).into())]),
        Award::Plan => voice.word("impact-award-plan"),
    }
}

/// What is counted and not listed, and why.
fn left_out(comparison: &Comparison, voice: Voice<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let tiny = comparison.moves.iter().filter(|m| m.change == Some(0) && !m.changes_band()).count();
    if tiny > 0 {
        lines.push(voice.say("impact-below-precision", &[("count", tiny.into())]));
    }
    if comparison.ranks_only > 0 {
        lines.push(voice.say("impact-ranks-only", &[("count", comparison.ranks_only.into())]));
    }
    for scores in comparison.periods.iter().filter(|scores| scores.scores > 0) {
        let key = if scores.new { "impact-period-new" } else { "impact-period-gone" };
        let period = period_short(scores.period);
        lines.push(voice.say(key, &[("period", (&period).into()), ("count", scores.scores.into())]));
    }
    for awards in &comparison.new_awards {
        let (period, paid) = (period_short(awards.period), money(awards.money, &comparison.currency));
        let said = [("period", (&period).into()), ("count", awards.count.into()), ("money", (&paid).into())];
        let key = if awards.money == Money::ZERO { "impact-awards-new" } else { "impact-awards-new-money" };
        lines.push(voice.say(key, &said));
    }
    lines
}
