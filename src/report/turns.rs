//! Marks on courses where what is measured, how it counts or what is aimed at was changed: a value before such a month and one after
//! it do not say the same. From the data: schemes by their dates. From history: commits that edited a scheme, an indicator or a goal.

use super::changes::is_seen;
use super::edit_amount::edit_amount;
use super::format::short_number;
use super::goalpost::Goalpost;
use super::past_desk::Made;
use super::reporter::Reporter;
use super::series::{goalpost, item_of_most};
use super::voice::{Voice, say};
use crate::chart::TimeMark;
use crate::history::{Amount, Edit};
use crate::model::{IndicatorIx, Item, Language, Month, SchemeIx, TeamIx, both};

/// Months after a course within which a commit still stands at its end: figures of a month are written in the next. What was edited
/// long after is told on the page of changes.
const AFTER: i32 = 2;
/// Most edits of one commit that a mark tells.
const MOST: usize = 4;

/// Marks of the course of an indicator of a team, or of all.
pub(super) fn of_indicator(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    team: Option<TeamIx>,
    ix: IndicatorIx,
    months: &[Month],
) -> Vec<TimeMark> {
    in_each(voice, |voice| indicator_turns(reporter, voice, team, ix, months))
}

/// In both languages at once, each by itself and then side by side: words quoted from edits are cut, and a passage must not be.
fn in_each(voice: Voice<'_>, of: impl Fn(Voice<'_>) -> Vec<TimeMark>) -> Vec<TimeMark> {
    if voice.language != Language::Both {
        return of(voice);
    }
    let [zh, en] = [Language::Zh, Language::En].map(|language| of(voice.in_language(language)));
    let side_by_side = |(zh, en): (TimeMark, TimeMark)| TimeMark {
        at: zh.at,
        label: both(&zh.label, &en.label),
        title: both(&zh.title, &en.title),
    };
    zh.into_iter().zip(en).map(side_by_side).collect()
}

fn indicator_turns(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    team: Option<TeamIx>,
    ix: IndicatorIx,
    months: &[Month],
) -> Vec<TimeMark> {
    let model = &reporter.evaluation.model;
    let item = |month: Month| match team {
        Some(team) => {
            let scheme = model.scheme_in_force(team, month)?;
            model.scheme(scheme).item(ix).map(|item| (scheme, item))
        }
        None => item_of_most(reporter, ix, month),
    };
    let goal = |month: Month| goalpost(reporter, team, ix, month);
    let mut marks = Vec::new();
    for (at, pair) in months.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let items = (item(*before), item(*after));
        let told = difference(reporter, voice, ix, items, (goal(*before), goal(*after)));
        if let Some((label, what)) = told {
            let from = say!(voice, "turn-from", month: &after.to_string());
            marks.push(TimeMark { at: at + 1, label, title: voice.sentences(&[from.into(), what.into()]) });
        }
    }
    if let Some(desk) = &reporter.past {
        marks.extend(of_commits(reporter, voice, desk.of_indicator(model.indicator(ix).id.as_str()), months));
    }
    joined(marks)
}

/// Marks of the course of scores that were made by `schemes`, month by month.
pub(super) fn of_schemes(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    months: &[Month],
    schemes: &[Option<SchemeIx>],
) -> Vec<TimeMark> {
    in_each(voice, |voice| scheme_turns(reporter, voice, months, schemes))
}

fn scheme_turns(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    months: &[Month],
    schemes: &[Option<SchemeIx>],
) -> Vec<TimeMark> {
    let model = &reporter.evaluation.model;
    let name = |ix: SchemeIx| super::scheme::title(voice, model.scheme(ix));
    let mut marks = Vec::new();
    let mut last: Option<SchemeIx> = None;
    for (at, scheme) in schemes.iter().enumerate() {
        let Some(scheme) = *scheme else { continue };
        if let (Some(before), Some(month)) = (last.filter(|last| *last != scheme), months.get(at)) {
            let title = say!(
                voice, "turn-scheme", month: &month.to_string(), before: &name(before), after: &name(scheme)
            );
            marks.push(TimeMark { at, label: name(scheme), title });
        }
        last = Some(scheme);
    }
    if let Some(desk) = &reporter.past {
        let mut used: Vec<SchemeIx> = schemes.iter().flatten().copied().collect();
        used.sort_unstable();
        used.dedup();
        for scheme in used {
            let made = desk.of_scheme(model.scheme(scheme).id.as_str());
            marks.extend(of_commits(reporter, voice, made, months));
        }
    }
    joined(marks)
}

/// The scheme in force for a team in a month; for all, the one of most teams.
pub(super) fn scheme_of(reporter: &Reporter<'_>, team: Option<TeamIx>, month: Month) -> Option<SchemeIx> {
    let model = &reporter.evaluation.model;
    if let Some(team) = team {
        return model.scheme_in_force(team, month);
    }
    let teams = (0..model.teams.len() as u32).map(TeamIx);
    let mut schemes: Vec<SchemeIx> = teams.filter_map(|team| model.scheme_in_force(team, month)).collect();
    schemes.sort_unstable();
    schemes.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).and_then(|same| same.first().copied())
}

/// A scheme with what it says of an indicator.
type Counted<'r> = Option<(SchemeIx, &'r Item)>;

/// What differs, as a short label and in words; `None` where nothing does.
fn difference(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    ix: IndicatorIx,
    (before, after): (Counted<'_>, Counted<'_>),
    goals: (Option<Goalpost>, Option<Goalpost>),
) -> Option<(String, String)> {
    let model = &reporter.evaluation.model;
    let shown = reporter.shown(model.indicator(ix).precision, voice.language);
    let weight = |item: &Item| format!("{}%", short_number(item.weight, 2));
    let (before, after) = match (before, after) {
        (None, None) => return None,
        (None, Some((_, item))) => {
            let what = say!(voice, "turn-begins", weight: &weight(item));
            return Some((voice.word("turn-begins-label"), what));
        }
        (Some((_, item)), None) => {
            let what = say!(voice, "turn-ends", weight: &weight(item));
            return Some((voice.word("turn-ends-label"), what));
        }
        (Some(before), Some(after)) if before.0 == after.0 => return None,
        (Some(before), Some(after)) => (before.1, after.1),
    };
    let (mut labels, mut told) = (Vec::new(), Vec::new());
    if (before.weight - after.weight).abs() > 1e-9 {
        let (was, is) = (weight(before), weight(after));
        labels.push(say!(voice, "turn-weight-label", before: &was, after: &is));
        told.push(say!(voice, "turn-weight", before: &was, after: &is));
    }
    let full = |goal: Option<Goalpost>| goal.map(|goal| shown.limit(goal.full));
    match (full(goals.0), full(goals.1)) {
        (Some(was), Some(is)) if was != is => {
            labels.push(say!(voice, "turn-target-label", before: &was, after: &is));
            told.push(say!(voice, "turn-target", before: &was, after: &is));
        }
        _ if before.rule != after.rule
            || before.channels != after.channels
            || before.levels != after.levels =>
        {
            labels.push(voice.word("turn-rule-label"));
            let currency = &model.organisation.currency;
            let rule = |item: &Item| {
                let rule = Amount::Rule(Box::new(item.rule.clone()), model.indicator(ix).precision);
                edit_amount(&rule, currency, voice)
            };
            told.push(say!(voice, "turn-rule", before: &rule(before), after: &rule(after)));
        }
        _ => {}
    }
    let label = labels.into_iter().next()?;
    Some((label, told.join(&voice.either("；", "; "))))
}

/// One mark for each commit, in the month in which it was made; soon after the course at its end.
fn of_commits(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    made: &[Made<'_>],
    months: &[Month],
) -> Vec<TimeMark> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return Vec::new() };
    let seen: Vec<&Made<'_>> = made.iter().filter(|(_, edit)| is_seen(reporter, edit)).collect();
    let mark = |edits: &[&Made<'_>]| {
        let (commit, _) = edits.first()?;
        let month = Month::of(commit.day);
        let near = month >= *first && month.since(*last) <= AFTER;
        let at = months.iter().position(|one| *one == month.min(*last)).filter(|_| near)?;
        let mut told: Vec<String> =
            edits.iter().take(MOST).map(|(_, edit)| one_edit(reporter, voice, edit)).collect();
        if edits.len() > MOST {
            told.push(say!(voice, "impact-more", count: edits.len() - MOST));
        }
        let (day, hash) = (commit.day.to_string(), commit.short());
        let told = told.join(&voice.either("；", "; "));
        let title = say!(voice, "turn-commit", day: &day, commit: hash, what: &told);
        let label = say!(voice, "turn-commit-label", commit: hash.get(..7).unwrap_or(hash));
        Some(TimeMark { at, label, title })
    };
    seen.chunk_by(|a, b| a.0.hash == b.0.hash).filter_map(mark).collect()
}

fn one_edit(reporter: &Reporter<'_>, voice: Voice<'_>, edit: &Edit) -> String {
    let currency = &reporter.evaluation.model.organisation.currency;
    let amount = |amount: &Option<Amount>| match amount {
        Some(Amount::Words(_) | Amount::Name(_)) if !reporter.visible.everything() => None,
        Some(amount) => Some(edit_amount(amount, currency, voice)),
        None => None,
    };
    let kind = voice.word(&format!("impact-edit-{}", edit.kind.key()));
    let what = edit.what.as_ref().or(edit.who.as_ref()).map(|named| voice.name(&named.name));
    let head = match what.filter(|name| !name.is_empty()) {
        Some(name) => format!("{kind}{}{name}", voice.either("：", ": ")),
        None => kind,
    };
    match (amount(&edit.before), amount(&edit.after)) {
        (Some(before), Some(after)) => format!("{head} {before} → {after}"),
        (before, after) => match before.or(after) {
            Some(one) => format!("{head} {one}"),
            None => head,
        },
    }
}

/// Marks in the order of time; those of one month as one, with a label that counts them.
fn joined(mut marks: Vec<TimeMark>) -> Vec<TimeMark> {
    marks.sort_by_key(|mark| mark.at);
    let mut out: Vec<TimeMark> = Vec::new();
    for mark in marks {
        match out.last_mut().filter(|last| last.at == mark.at) {
            Some(last) => {
                if !last.title.contains(&mark.title) {
                    last.title = format!("{}\n{}", last.title, mark.title);
                }
            }
            None => out.push(mark),
        }
    }
    out
}

/// The titles of the marks of the month at position `at`, for the note of its row in the table of a chart.
pub(super) fn note(marks: &[TimeMark], at: usize) -> Option<String> {
    marks.iter().find(|mark| mark.at == at).map(|mark| mark.title.replace('\n', " "))
}
