//! What needs attention, at most five, by a stated rule: first open alerts, then signals of the organisation's indicators toward the worse
//! side, then goals off track or at risk, then guardrails hurt by a running goal, then gaps in the data. Within a kind the
//! strongest comes first; no kind takes more than two places while others wait.

use super::reporter::Reporter;
use super::series::{Finding, Series};
use super::trend_figure::finding_title;
use super::voice::{Voice, say};
use super::{address, alert_words, check_words, format, goal_rows, guardrail, subject, task_words};
use crate::goals::State;
use crate::model::{IndicatorIx, Language, Target};
use crate::view::{Attention, Link, Mark, Tone};

/// Most items of the list.
const MOST: usize = 5;
/// Places of one kind while others wait.
const OF_A_KIND: usize = 2;
/// Share of expected figures below which a month has a gap.
const COVERED: f64 = 0.9;

/// The list in `language`; `courses` are those of the organisation's indicators.
pub(super) fn attention(
    reporter: &Reporter<'_>,
    language: Language,
    courses: &[(IndicatorIx, Series)],
) -> Vec<Attention> {
    let voice = reporter.voice(language);
    let kinds = [
        alert_words::open(reporter, voice, |_| true, MOST),
        task_words::overdue(reporter, voice).filter(|_| reporter.visible.everything()).into_iter().collect(),
        signals(reporter, voice, courses),
        goals(reporter, voice),
        guardrails(reporter, voice),
        gaps(reporter, voice),
    ];
    let mut chosen = Vec::new();
    let mut waiting = Vec::new();
    for kind in kinds {
        let mut kind = kind.into_iter();
        chosen.extend(kind.by_ref().take(OF_A_KIND));
        waiting.extend(kind);
    }
    chosen.extend(waiting);
    chosen.truncate(MOST);
    chosen
}

/// Indicators whose last month is part of a signal toward the worse side, the least likely first.
fn signals(reporter: &Reporter<'_>, voice: Voice<'_>, courses: &[(IndicatorIx, Series)]) -> Vec<Attention> {
    let mut found: Vec<(u8, IndicatorIx, Finding)> = courses
        .iter()
        .filter_map(|(ix, series)| {
            let indicator = reporter.evaluation.model.indicator(*ix);
            let finding = series.finding(indicator);
            finding.is_worse(indicator.direction).then_some((finding.order(), *ix, finding))
        })
        .collect();
    found.sort_by_key(|(order, ix, _)| (*order, *ix));
    let item = |(order, ix, finding): (u8, IndicatorIx, Finding)| {
        let indicator = reporter.evaluation.model.indicator(ix);
        let shown = reporter.shown(indicator.precision, voice.language);
        let name = voice.name(&indicator.name);
        let href = format!("{}#course", address::indicator(indicator.id.as_str()));
        let (tone, word) =
            if order < 2 { (Tone::Below, "attention-signal") } else { (Tone::Watch, "attention-trend") };
        let reason = finding_title(voice, shown, name, finding);
        Attention {
            mark: Mark::new(tone, voice.word(word)),
            subject: Link::new(name, href),
            reason: say!(voice, "sentence", text: &reason),
        }
    };
    found.into_iter().map(item).collect()
}

/// A goal by whose it is and its title, which alone may be that of several people.
fn named(reporter: &Reporter<'_>, voice: Voice<'_>, target: &Target) -> Link {
    let text = voice.apart(|voice| {
        let title = goal_rows::title(voice.language, target);
        let whose = target.subject.map(|of| subject::link(reporter, voice.language, of).text);
        match whose.filter(|name| !title.contains(name.as_str())) {
            Some(name) => say!(voice, "attention-goal", name: &name, title: title),
            None => title.to_owned(),
        }
    });
    Link::new(text, address::target(target.id.as_str()))
}

/// Running goals off track, then at risk, by their end.
fn goals(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Attention> {
    let mut found = goal_rows::goals_where(reporter, |_| true);
    found.retain(|goal| matches!(goal.progress.state, State::OffTrack | State::AtRisk));
    found.sort_by_key(|goal| goal.progress.state != State::OffTrack);
    let item = |goal: &crate::goals::GoalResult| {
        let target = reporter.evaluation.model.target(goal.target);
        let progress = &goal.progress;
        Attention {
            mark: check_words::state(voice, progress.state),
            subject: named(reporter, voice, target),
            reason: check_words::reason(reporter, voice, target.indicator, progress.reason, &progress.facts),
        }
    };
    found.into_iter().take(MOST).map(item).collect()
}

/// Guardrails that got worse by more than usual since their goal, which still runs, began.
fn guardrails(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Attention> {
    let as_of = reporter.evaluation.as_of;
    let running = goal_rows::goals_where(reporter, |target| {
        target.start.is_some_and(|start| start <= as_of) && target.end.is_some_and(|end| as_of <= end)
    });
    let mut found = Vec::new();
    for goal in running {
        let target = reporter.evaluation.model.target(goal.target);
        for ix in &target.guardrails {
            let guard = guardrail::guard(reporter, goal, *ix);
            if matches!(guard, guardrail::Guard::Hurt { .. }) {
                let item = guardrail::words(reporter, voice, *ix, guard);
                let subject = named(reporter, voice, target);
                let reason =
                    say!(voice, "attention-guardrail", indicator: &item.subject.text, reason: &item.reason);
                found.push(Attention { subject, reason, ..item });
            }
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}

/// Indicators with too few of the expected figures in the last month, the emptiest first.
fn gaps(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Attention> {
    if !reporter.visible.everything() {
        return Vec::new();
    }
    let coverage = &reporter.survey.coverage;
    let Some((at, month)) = coverage.months.iter().enumerate().next_back() else { return Vec::new() };
    let indicators = (0..reporter.evaluation.model.indicators.len() as u32).map(IndicatorIx);
    let mut found: Vec<(f64, IndicatorIx)> = indicators
        .filter_map(|ix| coverage.of(ix, at).share().map(|share| (share, ix)))
        .filter(|(share, _)| *share < COVERED)
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let item = |(share, ix): (f64, IndicatorIx)| {
        let indicator = reporter.evaluation.model.indicator(ix);
        let tally = coverage.of(ix, at);
        Attention {
            mark: Mark::new(Tone::Watch, voice.word("attention-gap")),
            subject: Link::new(voice.name(&indicator.name), "quality.html#coverage"),
            reason: say!(
                voice, "attention-gap-reason",
                month: &format::month(*month, voice.language), share: &format::probability(share),
                present: tally.present, expected: tally.expected,
            ),
        }
    };
    found.into_iter().map(item).collect()
}
