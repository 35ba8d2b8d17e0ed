//! The page of a goal: its statement, where it stands, and every check of the five letters with its reason.

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, check_words, format, goal_rows, guardrail, subject, target_chart};
use crate::goals::GoalResult;
use crate::model::{
    Evaluation as Mode, Kind, Language, Rationale, Scope, Subject, Target, TargetIx, in_both,
};
use crate::view::{Attention, Fact, Link, Progress, Section, Shell, TargetView};

/// The page of a goal in `language`; `None` for a goal that was not judged or is not to be seen.
#[must_use]
pub fn target_page(reporter: &Reporter<'_>, ix: TargetIx, language: Language) -> Option<TargetView> {
    let goal = reporter.evaluation.goal(ix).filter(|_| reporter.visible.goal(ix));
    goal.map(|goal| page(reporter, goal, language))
}

fn page(reporter: &Reporter<'_>, goal: &GoalResult, language: Language) -> TargetView {
    let voice = reporter.voice(language);
    let ix = goal.target;
    let target = reporter.evaluation.model.target(ix);
    let title = title(reporter, target, language);
    let mut shell = Shell::new(language, Section::Targets, &address::target(target.id.as_str()), title);
    shell.title_lang = super::naming::foreign(&shell.title, language);
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("targets"), "targets.html"),
    ];
    let statement = statement(reporter, voice, target);
    // The reasons compare with others, and say who does what.
    let judged_in_full = reporter.visible.everything() || matches!(target.subject, Some(Subject::Agent(_)));
    shell.description.clone_from(&statement);
    TargetView {
        statement,
        verdict: check_words::smart(voice, goal),
        facts: facts(reporter, voice, target),
        progress: progress(reporter, voice, goal),
        letters: if judged_in_full { check_words::letters(reporter, voice, goal) } else { Vec::new() },
        chart: target_chart::course(reporter, language, goal),
        checkpoints: target_chart::checkpoints(reporter, language, goal),
        rationale: rationale(reporter, voice, target),
        guardrails: guardrails(reporter, voice, goal),
        actions: actions(voice, target),
        source: reporter.dated_source(target.span),
        shell,
    }
}

/// Titles repeat: the page's title carries the id where another goal has the same one.
fn title(reporter: &Reporter<'_>, target: &Target, language: Language) -> String {
    if language == Language::Both {
        return in_both(|language| title(reporter, target, language));
    }
    let title = goal_rows::title(language, target);
    if reporter.survey.repeats(title, language) {
        format!("{title} ({})", target.id)
    } else {
        title.to_owned()
    }
}

/// Who, which indicator, from what to what, by when: made from the record, whatever the title says.
fn statement(reporter: &Reporter<'_>, voice: Voice<'_>, target: &Target) -> String {
    let model = &reporter.evaluation.model;
    let (Some(of), Some(indicator), Some(goal), Some(end)) =
        (target.subject, target.indicator, target.goal, target.end)
    else {
        return say!(voice, "statement-incomplete", title: goal_rows::title(voice.language, target));
    };
    let indicator = model.indicator(indicator);
    let shown = reporter.shown(indicator.precision, voice.language);
    let who = subject::link(reporter, voice.language, of).text;
    let name = voice.name(&indicator.name);
    let condition = shown.condition(goal.operator, goal.value, goal.upper);
    let end = format::day(end, voice.language);
    let mode =
        target.evaluation.map_or_else(|| voice.word("mode-not-said"), |mode| voice.word(mode_key(mode)));
    match (target.kind, target.baseline) {
        (Kind::Maintain, _) => {
            say!(voice, "statement-maintain", who: &who, indicator: name, goal: &condition, end: &end, mode: &mode)
        }
        (_, Some(baseline)) => {
            let baseline = shown.value(baseline.value);
            say!(
                voice, "statement-from", who: &who, indicator: name, baseline: &baseline, goal: &condition,
                end: &end, mode: &mode,
            )
        }
        (_, None) => {
            say!(voice, "statement-reach", who: &who, indicator: name, goal: &condition, end: &end, mode: &mode)
        }
    }
}

const fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Pooled => "mode-pooled",
        Mode::FinalMonth => "mode-final-month",
        Mode::EveryMonth => "mode-every-month",
        Mode::MeanOfMonths => "mode-mean-of-months",
        Mode::Cumulative => "mode-cumulative",
    }
}

const fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Improve => "kind-improve",
        Kind::Maintain => "kind-maintain",
        Kind::Reach => "kind-reach",
        Kind::Count => "kind-count",
    }
}

fn facts(reporter: &Reporter<'_>, voice: Voice<'_>, target: &Target) -> Vec<Fact> {
    let model = &reporter.evaluation.model;
    let unsaid = || voice.word("goal-not-said");
    let day =
        |date: Option<chrono::NaiveDate>| date.map_or_else(unsaid, |date| format::day(date, voice.language));
    let mut facts = vec![Fact::new(voice.word("fact-id"), target.id.as_str())];
    facts.push(match target.subject {
        Some(of) => {
            Fact { term: voice.word("goal-whose"), text: subject::link(reporter, voice.language, of) }
        }
        None => Fact::new(voice.word("goal-whose"), unsaid()),
    });
    facts.push(match target.indicator.map(|ix| model.indicator(ix)) {
        Some(of) => {
            Fact::link(voice.word("indicator"), voice.name(&of.name), address::indicator(of.id.as_str()))
        }
        None => Fact::new(voice.word("indicator"), unsaid()),
    });
    let scope = match &target.scope {
        Some(Scope::All) => voice.word("all-channels"),
        Some(Scope::Channels(list)) => subject::channels(reporter, voice, list),
        None => unsaid(),
    };
    facts.extend([
        Fact::new(voice.word("goal-scope"), scope),
        Fact::new(voice.word("goal-kind"), voice.word(kind_key(target.kind))),
        Fact::new(
            voice.word("goal-mode"),
            target.evaluation.map_or_else(unsaid, |mode| voice.word(mode_key(mode))),
        ),
        Fact::new(voice.word("goal-start"), day(target.start)),
        Fact::new(voice.word("goal-end"), day(target.end)),
        Fact::new(voice.word("goal-proposed-by"), target.proposed_by.clone().unwrap_or_else(unsaid)),
        Fact::new(voice.word("goal-agreed-on"), day(target.agreed_on)),
    ]);
    facts.extend(super::own_line::fact(reporter, voice, target));
    if !voice.name(&target.comment).is_empty() {
        facts.push(Fact::new(voice.word("goal-comment"), voice.name(&target.comment)));
    }
    if let Some(parent) = target.parent.filter(|parent| reporter.visible.goal(*parent)) {
        let parent = model.target(parent);
        let href = address::target(parent.id.as_str());
        facts.push(Fact::link(voice.word("goal-parent"), goal_rows::title(voice.language, parent), href));
    }
    facts
}

fn progress(reporter: &Reporter<'_>, voice: Voice<'_>, goal: &GoalResult) -> Progress {
    let target = reporter.evaluation.model.target(goal.target);
    let progress = &goal.progress;
    let mut sentence =
        check_words::reason(reporter, voice, target.indicator, progress.reason, &progress.facts);
    if progress.within_noise {
        sentence = voice.sentences(&[sentence.into(), voice.word("goal-within-noise").into()]);
    }
    Progress {
        mark: check_words::state(voice, progress.state),
        sentence,
        facts: progress_facts(reporter, voice, goal),
        bar: goal_rows::bar(reporter, voice, goal),
        forecast: progress
            .probability
            .map(|probability| say!(voice, "goal-forecast", probability: &format::probability(probability))),
    }
}

fn progress_facts(reporter: &Reporter<'_>, voice: Voice<'_>, goal: &GoalResult) -> Vec<Fact> {
    let target = reporter.evaluation.model.target(goal.target);
    let Some(indicator) = target.indicator.map(|ix| reporter.evaluation.model.indicator(ix)) else {
        return Vec::new();
    };
    let shown = reporter.shown(indicator.precision, voice.language);
    let progress = &goal.progress;
    let fact = |key: &str, text: Option<String>| text.map(|text| Fact::new(voice.word(key), text));
    let counts = |counts: (f64, f64)| {
        format!(" ({}/{})", format::short_number(counts.0, 2), format::short_number(counts.1, 2))
    };
    let number = |value: f64| format::number(value, 0);
    let baseline = target.baseline.map(|baseline| {
        format!("{}{}", shown.value(baseline.value), baseline.counts.map(counts).unwrap_or_default())
    });
    let value = progress
        .value
        .map(|value| format!("{}{}", shown.value(value), progress.done.map(counts).unwrap_or_default()));
    [
        fact("goal-baseline", baseline),
        fact("goal-value-so-far", value),
        fact("target", target.goal.map(|goal| shown.condition(goal.operator, goal.value, goal.upper))),
        fact("due", target.end.map(|end| format::day(end, voice.language))),
        fact("goal-elapsed", Some(format::probability(progress.elapsed))),
        fact("goal-way", progress.share.map(|share| format!("{}%", number(share * 100.0)))),
        fact("goal-required", progress.required.map(|required| shown.value(required))),
        fact("goal-expected-cases", progress.expected_left.map(number)),
        fact("goal-chance", progress.probability.map(format::probability)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn rationale(reporter: &Reporter<'_>, voice: Voice<'_>, target: &Target) -> Vec<Fact> {
    let precision = target.indicator.map(|ix| reporter.evaluation.model.indicator(ix).precision);
    let mut facts = Vec::new();
    if let Some(volume) = &target.rationale.volume {
        facts.push(Fact::new(voice.word("rationale-volume"), voice.name(volume)));
    }
    if let Some(benchmark) = &target.rationale.benchmark {
        let value = benchmark.value.zip(precision);
        let value = value.map(|(value, precision)| reporter.shown(precision, voice.language).value(value));
        let source = voice.name(&benchmark.source);
        let text = value.map_or_else(
            || source.to_owned(),
            |value| say!(voice, "benchmark-of", value: &value, source: source),
        );
        facts.push(Fact::new(voice.word("rationale-benchmark"), text));
    }
    if let Some(ability) = &target.rationale.ability {
        facts.push(Fact::new(voice.word("rationale-ability"), voice.name(ability)));
    }
    facts.extend(unsaid(voice, &target.rationale));
    facts
}

/// Which of the three factors of a target nobody wrote down, once one of them is there (domain notes A011).
fn unsaid(voice: Voice<'_>, rationale: &Rationale) -> Option<Fact> {
    let factors = [
        ("rationale-volume", rationale.volume.is_some()),
        ("rationale-benchmark", rationale.benchmark.is_some()),
        ("rationale-ability", rationale.ability.is_some()),
    ];
    let unsaid: Vec<String> =
        factors.iter().filter(|(_, said)| !said).map(|(key, _)| voice.word(key)).collect();
    let unsaid: Vec<&str> = unsaid.iter().map(String::as_str).collect();
    (1..factors.len())
        .contains(&unsaid.len())
        .then(|| Fact::new(voice.word("rationale-unsaid"), voice.list(&unsaid)))
}

fn guardrails(reporter: &Reporter<'_>, voice: Voice<'_>, goal: &GoalResult) -> Vec<Attention> {
    let target = reporter.evaluation.model.target(goal.target);
    let one = |ix: &crate::model::IndicatorIx| {
        guardrail::words(reporter, voice, *ix, guardrail::guard(reporter, goal, *ix))
    };
    target.guardrails.iter().map(one).collect()
}

fn actions(voice: Voice<'_>, target: &Target) -> Vec<Fact> {
    let action = |action: &crate::model::Action| {
        let due =
            action.due.map_or_else(|| voice.word("action-no-date"), |due| format::day(due, voice.language));
        let text = match &action.owner {
            Some(owner) => say!(voice, "action-by", what: voice.name(&action.text), owner: owner),
            None => voice.name(&action.text).to_owned(),
        };
        Fact::new(due, text)
    };
    target.actions.iter().map(action).collect()
}
