//! Targets. What is missing is left to the SMART rubric; what is written has to be well-formed.

use super::quantity::{is_possible, literal, possible, shown};
use super::vocabulary::Vocabulary;
use super::{condition, words};
use crate::diag::{Code, Diagnostic, Severity, Sink, Span, quoted};
use crate::model::{
    Action, AgentIx, Baseline, Benchmark, ChannelIx, Evaluation, Goal, Id, Indicator, IndicatorIx, Kind,
    Measure, Month, Rationale, Scope, Subject, Target, TargetIx, TeamIx,
};
use crate::raw::{self, DateWord, GoalWord, SubjectWord};
use chrono::NaiveDate;

/// A target.
pub(super) fn check(
    id: Id,
    span: Span,
    raw: raw::Target,
    book: &Vocabulary,
    indicators: &[Option<Indicator>],
    sink: &mut Sink,
) -> Option<Target> {
    let raw::Target {
        title,
        subject,
        indicator,
        scope,
        kind,
        baseline,
        goal,
        evaluation,
        start,
        end,
        checkpoints,
        parent,
        guardrails,
        actions,
        rationale,
        proposed_by,
        comment,
        agreed_on,
        created_on,
        grace_days,
        place,
    } = raw;
    let at = indicator.as_ref().map(|word| book.indicators.resolve(word, sink));
    let on = at.flatten().and_then(|at| indicators.get(at as usize)?.as_ref());
    let subject = subject.map(|word| subject_of(&word, book, sink));
    let scope = scope.map(|scope| scope_of(scope, book, sink));
    let baseline = baseline.map(|raw| baseline_of(raw, on, sink));
    let goal = goal.and_then(|word| goal_of(&word, on?, sink));
    let start = date(start.as_ref(), sink);
    let end = date(end.as_ref(), sink);
    let checkpoints: Vec<Option<NaiveDate>> =
        checkpoints.unwrap_or_default().iter().map(|word| words::date(word, sink)).collect();
    let parent = parent.map(|word| book.targets.resolve(&word, sink));
    let guardrails = book.indicators.resolve_all(&guardrails.unwrap_or_default(), sink);
    let actions: Vec<Option<Action>> =
        actions.unwrap_or_default().into_iter().map(|raw| action_of(raw, sink)).collect();
    let rationale = rationale.map(|raw| rationale_of(raw, on, sink)).unwrap_or_default();
    let agreed_on = date(agreed_on.as_ref(), sink);
    let created_on = date(created_on.as_ref(), sink);
    let grace_days = grace_days.map(|word| words::whole(&word, 0..=366, sink));
    let kind = kind.map_or_else(|| default_kind(on, baseline.is_some()), kind_of);
    Some(Target {
        id,
        title: words::text_or_empty(title),
        subject: known(subject)?,
        indicator: known(at)?.map(IndicatorIx),
        scope: known(scope)?,
        kind,
        baseline: known(baseline)?.flatten(),
        goal,
        evaluation: evaluation.map(evaluation_of),
        start: start?,
        end: end?,
        checkpoints: checkpoints.into_iter().collect::<Option<_>>()?,
        parent: known(parent)?.map(TargetIx),
        guardrails: guardrails?.into_iter().map(IndicatorIx).collect(),
        actions: actions.into_iter().collect::<Option<_>>()?,
        rationale,
        proposed_by: proposed_by.map(|word| word.text),
        comment: words::text_or_empty(comment),
        agreed_on: agreed_on?,
        created_on: created_on?,
        grace_days: known(grace_days)?,
        span,
        fields: place.fields,
    })
}

/// Outer `None`: faulty. Inner `None`: not written.
fn known<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        Some(value) => value.map(Some),
        None => Some(None),
    }
}

fn date(word: Option<&DateWord>, sink: &mut Sink) -> Option<Option<NaiveDate>> {
    known(word.map(|word| words::date(word, sink)))
}

pub(super) fn subject_of(word: &SubjectWord, book: &Vocabulary, sink: &mut Sink) -> Option<Subject> {
    let parts: Vec<&str> = word.text.split_whitespace().collect();
    match parts.as_slice() {
        ["organisation"] => Some(Subject::Organisation),
        ["agent", id] => book.agents.look_up(id, word.span, sink).map(|at| Subject::Agent(AgentIx(at))),
        ["team", id] => book.teams.look_up(id, word.span, sink).map(|at| Subject::Team(TeamIx(at))),
        _ => {
            let message = format!("{} names no subject", quoted(&word.text));
            sink.push(
                Diagnostic::new(Code::UnknownWord, word.span, message)
                    .help("write `agent ID`, `team ID` or `organisation`"),
            );
            None
        }
    }
}

fn scope_of(scope: raw::Scope, book: &Vocabulary, sink: &mut Sink) -> Option<Scope> {
    match scope {
        raw::Scope::Channels(words) => {
            let channels = book.channels.resolve_all(&words, sink)?;
            Some(Scope::Channels(channels.into_iter().map(ChannelIx).collect()))
        }
        raw::Scope::Word(word) if word.text == "all" => Some(Scope::All),
        raw::Scope::Word(word) => {
            let message = format!("{} is no scope", quoted(&word.text));
            sink.push(
                Diagnostic::new(Code::UnknownWord, word.span, message)
                    .help("write `all`, or channels in brackets such as `[chat]`"),
            );
            None
        }
    }
}

/// The goal, or `None` with a warning: the rubric says that it fails S3.
fn goal_of(word: &GoalWord, on: &Indicator, sink: &mut Sink) -> Option<Goal> {
    match condition::goal(&word.text, word.span, on.precision.unit) {
        Ok(goal) => Some(goal),
        Err(fault) => {
            let code = Code::GoalUnreadable;
            let fault = Diagnostic { code, severity: Severity::Warning, ..*fault };
            sink.push(fault.note("the target stays, without a goal that could be judged (check S3)"));
            None
        }
    }
}

fn baseline_of(raw: raw::Baseline, on: Option<&Indicator>, sink: &mut Sink) -> Option<Option<Baseline>> {
    let raw::Baseline { value, counts, from, to, place } = raw;
    let months = [(from, "from"), (to, "to")]
        .map(|(word, field)| known(word.map(|word| words::month(&word, sink))).map(|m| (m, place.of(field))));
    let counts = known(counts.map(|word| pair(&word, sink).map(|pair| (pair, word.span))));
    let number = on.map(|on| possible(&value, on, sink));
    let [Some((from, began)), Some((to, ended))] = months else { return None };
    let day = |month: Month, span: Span| (month.first_day(), span);
    let in_order =
        words::in_order(from.map(|month| day(month, began)), to.map(|month| day(month, ended)), sink);
    let counts = counts?;
    // Without an indicator there is no unit in which the value could be meant; the rubric fails the target at S1.
    let (Some(on), Some(number)) = (on, number) else { return in_order.then_some(None) };
    let number = number.filter(|_| in_order)?;
    if let Some(((a, b), at)) = counts
        && b > 0.0
        && is_possible(a / b, on)
        && (a / b - number).abs() > on.precision.step() * (1.0 + 1e-9)
    {
        let message =
            format!("the counts give {}, not {}", shown(a / b, on.precision.unit), quoted(&value.text));
        sink.push(Diagnostic::new(Code::BaselineDiffers, value.span, message).also(at, "the counts"));
    }
    Some(Some(Baseline { value: number, counts: counts.map(|(pair, _)| pair), from, to }))
}

fn pair(word: &raw::PairWord, sink: &mut Sink) -> Option<(f64, f64)> {
    let parse =
        |text: &str| raw::Quantity::parse(text).filter(|q| q.suffix == raw::Suffix::None).map(|q| q.number);
    let found = word.text.split_once('/').and_then(|(a, b)| Some((parse(a)?, parse(b)?)));
    if found.is_none() {
        let message = format!("{} is not two numbers", quoted(&word.text));
        sink.push(Diagnostic::new(Code::NotANumber, word.span, message).help("write them like 46/89"));
    }
    found
}

fn action_of(raw: raw::Action, sink: &mut Sink) -> Option<Action> {
    let raw::Action { text, due, owner, place: _ } = raw;
    let due = date(due.as_ref(), sink)?;
    Some(Action { text: words::text(text), due, owner: owner.map(|word| word.text) })
}

fn rationale_of(raw: raw::Rationale, on: Option<&Indicator>, sink: &mut Sink) -> Rationale {
    let raw::Rationale { volume, benchmark, ability, place: _ } = raw;
    let benchmark = benchmark.map(|raw::Benchmark { value, source, place: _ }| Benchmark {
        value: value.and_then(|word| literal(&word, on?.precision.unit, sink)),
        source: words::text(source),
    });
    Rationale { volume: volume.map(words::text), benchmark, ability: ability.map(words::text) }
}

/// A target that does not say its kind: a count for count indicators, an improvement if it has a baseline.
fn default_kind(on: Option<&Indicator>, has_baseline: bool) -> Kind {
    match on.map(|on| &on.measure) {
        Some(Measure::Count { .. }) => Kind::Count,
        _ if has_baseline => Kind::Improve,
        _ => Kind::Reach,
    }
}

const fn kind_of(kind: raw::Kind) -> Kind {
    match kind {
        raw::Kind::Improve => Kind::Improve,
        raw::Kind::Maintain => Kind::Maintain,
        raw::Kind::Reach => Kind::Reach,
        raw::Kind::Count => Kind::Count,
    }
}

const fn evaluation_of(evaluation: raw::Evaluation) -> Evaluation {
    match evaluation {
        raw::Evaluation::Pooled => Evaluation::Pooled,
        raw::Evaluation::FinalMonth => Evaluation::FinalMonth,
        raw::Evaluation::EveryMonth => Evaluation::EveryMonth,
        raw::Evaluation::MeanOfMonths => Evaluation::MeanOfMonths,
        raw::Evaluation::Cumulative => Evaluation::Cumulative,
    }
}

/// Reports targets that are, through their parents, their own ancestors; each circle once, at its first target.
pub(super) fn cycles(targets: &[Option<Target>], sink: &mut Sink) {
    let parent = |at: usize| targets.get(at)?.as_ref()?.parent.map(TargetIx::at);
    for (start, target) in targets.iter().enumerate() {
        let Some(target) = target else { continue };
        let mut chain = vec![start];
        let mut next = parent(start);
        while let Some(at) = next.filter(|at| *at > start && !chain.contains(at)) {
            chain.push(at);
            next = parent(at);
        }
        if next == Some(start) {
            let names: Vec<&str> =
                chain.iter().filter_map(|at| targets.get(*at)?.as_ref()).map(|t| t.id.as_str()).collect();
            let message = format!("`{}` serves itself through its parents", target.id);
            let span = target.fields.iter().find(|(name, _)| *name == "parent").map_or(target.span, |f| f.1);
            sink.push(Diagnostic::new(Code::ParentCycle, span, message).note(format!(
                "the circle: {} → {}",
                names.join(" → "),
                target.id
            )));
        }
    }
}
