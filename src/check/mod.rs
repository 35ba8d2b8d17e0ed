//! From what was written to facts: every fault of all files at once, and a [`Model`] only if there was no error.
//!
//! Imports: diag, model, raw.

mod agent;
mod alert;
mod amount;
mod appeal;
mod audit;
mod closing;
mod commission;
mod commitment;
mod composite;
mod condition;
mod consequence;
mod cycle;
mod digest;
mod earlier;
mod event_type;
mod figures;
mod frame;
mod gate;
mod incentive;
mod incentive_rule;
mod indicator;
mod input;
mod ledger;
mod ledger_consequence;
mod lint;
mod map;
mod metrics;
mod name;
mod names;
mod nouns;
mod occasion;
mod organisation;
mod pay;
mod person;
mod period;
mod policy;
mod quantity;
mod recommendation;
mod red_line;
mod requirement;
mod review;
mod roster;
mod route;
mod rule;
mod scheme;
mod steps;
mod target;
mod target_review;
mod team;
mod vocabulary;
mod wording;
mod words;

pub use digest::digest;
pub use earlier::Earlier;
pub use frame::{CheckedFrame, check_frame};
pub use input::{Checked, Draft, Input, Options, ReadFault};
pub use map::{CheckedMap, DAYS_OF_HOURS, check_map};
pub use route::noun_at;

use crate::diag::{Code, Diagnostic, FileId, Sink, Sources, Span};
use crate::model::{Ledger, Metrics, Model, Money, Month, Status};
use crate::raw::{self, Entries};
use earlier::Kept;
use nouns::{Nouns, read_nouns};
use route::Route;
use vocabulary::Vocabulary;

/// Checks `inputs` as one organisation. The order of `inputs` does not matter.
///
/// The texts are read in parallel; those of metrics files are dropped again unless a fault lies in them.
#[must_use]
pub fn check(inputs: &[Input<'_>], options: &Options) -> Checked {
    check_with(inputs, None, None, options)
}

/// As [`check`], after another state was checked: exactly the same results, sooner the more files of figures are the same.
#[must_use]
pub fn check_after(inputs: &[Input<'_>], earlier: Earlier<'_>, options: &Options) -> Checked {
    check_with(inputs, None, Some(earlier), options)
}

/// As [`check`], with the schemes and targets of `draft` in the place of those with the same id. Schemes of a draft have
/// the status of drafts and may hold for the same teams and months as others.
#[must_use]
pub fn check_with_draft(inputs: &[Input<'_>], draft: Draft<'_>, options: &Options) -> Checked {
    check_with(inputs, Some(draft), None, options)
}

fn check_with(
    inputs: &[Input<'_>],
    draft: Option<Draft<'_>>,
    earlier: Option<Earlier<'_>>,
    options: &Options,
) -> Checked {
    let mut inputs: Vec<Input<'_>> = inputs.to_vec();
    inputs.sort_by(|a, b| a.path.cmp(b.path));
    let kept = earlier.map(|earlier| earlier.kept(&inputs));
    let mut sources = Sources::default();
    let mut files: Vec<(FileId, Route, &str)> = Vec::with_capacity(inputs.len());
    let mut sink = Sink::new();
    for input in &inputs {
        let route = route::route(input.path);
        let keep = !matches!(route, Route::Metrics(_));
        let file = sources.add(options.shown(input.path), input.text.as_deref().unwrap_or_default(), keep);
        match &input.text {
            Ok(text) => files.push((file, route, text)),
            Err(fault) => input::report(fault, &route, file, &mut sink),
        }
    }
    let drafted = draft.map(|draft| {
        let file = sources.add(draft.path.to_owned(), draft.text, true);
        files.push((file, Route::Noun(draft.noun), draft.text));
        file
    });
    files.iter().for_each(|(file, route, _)| route::report(route, &sources, *file, &mut sink));
    let taken = earlier.and_then(|earlier| Some((earlier, earlier.nouns(&inputs, &sources)?)));
    let (of_nouns, found) = match taken {
        Some((earlier, model)) => {
            let found = taken_to_model(model, (&files, kept), options, &mut sink);
            (earlier.checked.of_nouns.clone(), found)
        }
        None => {
            let mut of_nouns = Sink::new();
            let mut nouns = read_nouns(&files, drafted, &mut of_nouns);
            nouns
                .reviews
                .iter_mut()
                .for_each(|placed| sources.path(placed.file).clone_into(&mut placed.path));
            let mut found = nouns_to_model(nouns, (&files, kept), options, (&mut of_nouns, &mut sink));
            found.read += files.iter().filter(|(_, route, _)| !matches!(route, Route::Metrics(_))).count();
            (of_nouns, found)
        }
    };
    sink.join(of_nouns.clone());
    let Found { model, read } = found;
    let (model, changed) = model.unzip();
    if let Some(model) = model.as_ref().filter(|_| !sink.has_errors()) {
        lint::schemes(model, options.as_of, &mut sink);
        cycle::missing_interviews(model, options.as_of, &mut sink);
        target_review::outdated(model, options.as_of, &mut sink);
    }
    let mut diagnostics = sink.finish();
    sources.veil(&mut diagnostics);
    let faulty = diagnostics.iter().flat_map(|fault| &fault.labels).map(|label| label.span.file);
    let mut faulty: Vec<FileId> = faulty.collect();
    faulty.sort_unstable();
    faulty.dedup();
    for (file, _, text) in files.iter().filter(|(file, ..)| faulty.binary_search(file).is_ok()) {
        sources.keep(*file, text);
    }
    let fine = !diagnostics.iter().any(Diagnostic::is_error);
    let (model, changed) = (model.filter(|_| fine), changed.unwrap_or_default());
    Checked { model, changed, sources, diagnostics, read, of_nouns }
}

/// What came out of all files.
struct Found {
    /// The facts, with the closed months whose facts changed; `None` if one could not be read.
    model: Option<(Model, Vec<(Month, String)>)>,
    /// How many files were read.
    read: usize,
}

/// As [`nouns_to_model`], with all but the figures as in `model`.
fn taken_to_model(
    model: &Model,
    (files, kept): (&[(FileId, Route, &str)], Option<Kept<'_>>),
    options: &Options,
    sink: &mut Sink,
) -> Found {
    let book = Vocabulary::of_figures(model);
    let indicators: Vec<_> = model.indicators.iter().cloned().map(Some).collect();
    let agents: Vec<_> = model.agents.iter().cloned().map(Some).collect();
    let desk = metrics::Desk { book: &book, indicators: &indicators, agents: &agents, as_of: options.as_of };
    let (metrics, read) = metrics::check((files, kept), &desk, sink);
    Found { model: Some(held_together(model.with_figures(metrics), options, sink)), read }
}

/// What is held against the figures when all is known.
fn held_together(model: Model, options: &Options, sink: &mut Sink) -> (Model, Vec<(Month, String)>) {
    ledger_consequence::check(&model, options.as_of, sink);
    let changed = closing::compare(&model, sink);
    (model, changed)
}

/// Each noun after those that it refers to, then the figures; the first sink is that of the nouns.
fn nouns_to_model(
    nouns: Nouns,
    figures: (&[(FileId, Route, &str)], Option<Kept<'_>>),
    options: &Options,
    (sink, of_figures): (&mut Sink, &mut Sink),
) -> Found {
    let mut read = 0;
    let model = facts(nouns, options, sink, |desk: &metrics::Desk<'_>| {
        let (metrics, count) = metrics::check(figures, desk, of_figures);
        read = count;
        metrics
    });
    Found { model: model.map(|model| held_together(model, options, of_figures)), read }
}

/// All facts, whose figures are those that `figures` reads.
fn facts(
    nouns: Nouns,
    options: &Options,
    sink: &mut Sink,
    figures: impl FnOnce(&metrics::Desk<'_>) -> Metrics,
) -> Option<Model> {
    organisation::one(&nouns.organisation_files, options, sink);
    // Without the vocabulary every channel, level and dimension would be called unknown.
    let mut raw_organisation = nouns.organisation?;
    let actions = raw_organisation.actions.take();
    let mut organisation = organisation::check(raw_organisation, sink)?;
    let mut book = Vocabulary::of(&organisation);
    let (names, mut indicators) = names::collect(Code::UnknownIndicator, "indicator", nouns.indicators, sink);
    let composites = composite::written(&mut indicators);
    let pairs = composite::paired(&mut indicators);
    let mut indicators =
        names::each(indicators, |id, span, raw| indicator::check(id, span, raw, &book, sink));
    book.indicators = names;
    composite::check(&mut indicators, composites, &book, sink);
    composite::pair(&mut indicators, &pairs, &book, sink);
    let (names, teams) = names::collect(Code::UnknownTeam, "team", nouns.teams, sink);
    let teams = names::each(teams, |id, span, raw| team::check(id, span, raw, &book, sink));
    book.teams = names;
    let (names, agents) = names::collect(Code::UnknownAgent, "agent", nouns.agents, sink);
    let mut agents = names::each(agents, |id, span, raw| agent::check(id, span, raw, &book, sink));
    book.agents = names;
    organisation.actions = occasion::actions(actions, &book, sink);
    nouns.names.into_iter().for_each(|names| name::give(names, &book, &mut agents, sink));
    let (scheme_names, schemes) = names::collect(Code::UnknownWord, "scheme", nouns.schemes, sink);
    let mut schemes =
        names::each(schemes, |id, span, raw| scheme::check(id, span, raw, &book, &indicators, sink));
    for scheme in schemes.iter_mut().flatten().filter(|s| nouns.drafts.contains(&s.id.to_string())) {
        scheme.status = Status::Draft;
    }
    scheme::overlaps(&schemes, &book, sink);
    let (names, targets) = names::collect(Code::UnknownTarget, "target", nouns.targets, sink);
    book.targets = names;
    let targets =
        names::each(targets, |id, span, raw| target::check(id, span, raw, &book, &indicators, sink));
    target::cycles(&targets, sink);
    let decimals = Money::decimals_of(&organisation.currency);
    let (names, incentives) = names::collect(Code::UnknownIncentive, "incentive", nouns.incentives, sink);
    book.incentives = names;
    let desk = incentive::Desk { book: &book, indicators: &indicators, schemes: &schemes, decimals };
    let incentives = names::each(incentives, |id, span, raw| desk.check(id, span, raw, sink));
    incentive::links(&incentives, sink);
    let pay = nouns.pay.map(|pay| pay::check(pay, &book, decimals, sink));
    pay.iter().flatten().for_each(|pay| pay::floor(pay, &incentives, sink));
    let (_, alerts) = names::collect(Code::UnknownWord, "alert", nouns.alerts, sink);
    let alerts = names::each(alerts, |id, span, raw| alert::check(id, span, raw, &book, &indicators, sink));
    let fiscal_start = organisation.fiscal_start;
    let rosters = roster::check(nouns.rosters, &book, sink);
    let desk = cycle::Desk::new(&book, &scheme_names, (&schemes, &indicators), fiscal_start);
    let cycle = cycle::check(nouns.cycle, &desk, sink);
    let review_desk = review::Desk { book: &book, agents: &agents, fiscal_start };
    let reviews = review::all(nouns.reviews, &review_desk, sink);
    let audit = audit::check(nouns.audit, sink);
    let desk = recommendation::Desk::new(&book, (&scheme_names, &schemes), &teams, fiscal_start);
    let recommendations = desk.all(nouns.recommendations, sink);
    map::all(&nouns.maps, &book, &indicators, sink);
    let desk = metrics::Desk { book: &book, indicators: &indicators, agents: &agents, as_of: options.as_of };
    let metrics = figures(&desk);
    let desk = ledger::Desk { book: &book, organisation: &organisation, agents: &agents, schemes: &schemes };
    let ledger = ledger_of(nouns.events, nouns.appeals, nouns.closed, &desk, sink);
    Some(Model {
        ledger: ledger?,
        organisation,
        indicators: names::whole(indicators)?,
        schemes: names::whole(schemes)?,
        teams: names::whole(teams)?,
        agents: names::whole(agents)?,
        targets: names::whole(targets)?,
        incentives: names::whole(incentives)?,
        pay: pay.map_or(Some(None), |pay| pay.map(Some))?,
        alerts: names::whole(alerts)?,
        reviews: reviews?,
        audit,
        recommendations: recommendations?,
        cycle: cycle?,
        rosters: rosters?,
        metrics,
    })
}

/// Events and closed months, then the appeals against them.
fn ledger_of(
    events: Vec<ledger::File>,
    appeals: Vec<Entries<raw::Appeal>>,
    closed: Vec<Entries<raw::ClosedMonth>>,
    desk: &ledger::Desk<'_>,
    sink: &mut Sink,
) -> Option<Ledger> {
    let ledger::Desk { book, organisation, agents, schemes } = *desk;
    person::twice(organisation, book, sink);
    let events = desk.events(events, sink);
    let closed = closing::check(closed, book, sink);
    let (_, appeals) = names::collect(Code::UnknownEvent, "appeal", appeals, sink);
    // An appeal against an event that could not be read would be called an appeal against nothing.
    let ledger = Ledger::new(events?, closed.unwrap_or_default());
    let desk = appeal::Desk { book, organisation, agents, schemes, ledger: &ledger };
    let appeals = desk.appeals(appeals, sink)?;
    Some(ledger.with_appeals(appeals))
}

/// A span of nothing at the beginning of `file`, for faults of the file as a whole.
const fn whole_file(file: FileId) -> Span {
    Span::new(file, 0, 0)
}
