//! All goals: is each specific, measured, on schedule?

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, check_words, goal_rows, subject};
use crate::goals::{GoalResult, Mark as Verdict};
use crate::model::Language;
use crate::view::{Cell, Column, Count, Link, Mark, Row, Section, Shell, Table, TargetsView, Tone};

/// The list of goals in `language`.
#[must_use]
pub fn targets_page(reporter: &Reporter<'_>, language: Language) -> TargetsView {
    let voice = reporter.voice(language);
    let goals = goal_rows::goals_where(reporter, |_| true);
    let mut shell = Shell::new(language, Section::Targets, "targets.html", voice.word("targets"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let mut all = goal_rows::table(reporter, language, voice.word("all-targets"), &goals);
    all.csv = (!goals.is_empty()).then(|| "csv/targets.csv".to_owned());
    let lead = lead(voice, &goals);
    shell.description.clone_from(&lead);
    TargetsView {
        lead,
        states: states(voice, &goals, None),
        verdicts: verdicts(voice, &goals),
        targets: all,
        failing: failing(reporter, language, &goals).filter(|_| reporter.visible.everything()),
        yearly: reporter.survey.yearly.as_ref().map(|_| Link::new(voice.word("yearly"), "yearly.html")),
        shell,
    }
}

fn lead(voice: Voice<'_>, goals: &[&GoalResult]) -> String {
    if goals.is_empty() {
        return voice.word("goals-none");
    }
    let tone = |tone: Tone| {
        goals.iter().filter(|goal| check_words::state(voice, goal.progress.state).tone == tone).count()
    };
    let smart = goals.iter().filter(|goal| goal.is_smart()).count();
    say!(
        voice, "targets-lead",
        n: goals.len(), good: tone(Tone::OnTarget), risk: tone(Tone::Watch), off: tone(Tone::Below), smart: smart,
    )
}

/// Goals by progress state, the worst first; only states that occur.
pub(super) fn states(voice: Voice<'_>, goals: &[&GoalResult], href: Option<&str>) -> Vec<Count> {
    let count = |state| {
        let number = goals.iter().filter(|goal| goal.progress.state == state).count();
        let href = href.map(str::to_owned);
        (number > 0).then(|| Count {
            mark: check_words::state(voice, state),
            number: number.to_string(),
            href,
        })
    };
    check_words::STATES.into_iter().filter_map(count).collect()
}

fn verdicts(voice: Voice<'_>, goals: &[&GoalResult]) -> Vec<Count> {
    let marks: Vec<Mark> = goals.iter().map(|goal| check_words::smart(voice, goal)).collect();
    let count = |tone: Tone| {
        let mut same = marks.iter().filter(|mark| mark.tone == tone);
        let mark = same.next()?.clone();
        Some(Count { mark, number: (same.count() + 1).to_string(), href: None })
    };
    [Tone::OnTarget, Tone::Watch, Tone::Below].into_iter().filter_map(count).collect()
}

/// Goals that fail a letter, and by which checks.
fn failing(reporter: &Reporter<'_>, language: Language, goals: &[&GoalResult]) -> Option<Table> {
    let voice = reporter.voice(language);
    let row = |goal: &&&GoalResult| {
        let target = reporter.evaluation.model.target(goal.target);
        let failed = check_words::LETTERS.into_iter().filter(|letter| goal.letter(*letter) == Verdict::Fail);
        let failed: Vec<String> = failed.map(|letter| check_words::sign(letter).to_string()).collect();
        let reasons = goal.checks.iter().filter(|check| check.mark == Verdict::Fail).map(|check| {
            let reason = check_words::reason(reporter, voice, target.indicator, check.reason, &check.facts);
            format!("{} {reason}", check.check)
        });
        let reasons = reasons.collect::<Vec<_>>().join(" ");
        Row::new(vec![
            Cell::link(goal_rows::title(voice.language, target), address::target(target.id.as_str())),
            target.subject.map_or_else(
                || Cell::text(voice.word("goal-not-said")),
                |of| subject::cell(reporter, language, of),
            ),
            Cell::text(failed.join(" ")),
            Cell::text(reasons),
        ])
    };
    let rows: Vec<Row> = goals.iter().filter(|goal| !goal.is_smart()).map(|goal| row(&goal)).collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(voice.word("target-goal")),
        Column::text(voice.word("goal-whose")),
        Column::text(voice.word("failing-which")),
        Column::text(voice.word("reason")),
    ];
    Some(Table::new(voice.word("failing-letters"), columns, rows))
}
