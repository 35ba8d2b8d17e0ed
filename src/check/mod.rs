//! From what was written to facts: every fault of all files at once, and a [`Model`] only if there was no error.
//!
//! Imports: diag, model, raw.

mod agent;
mod composite;
mod condition;
mod figures;
mod indicator;
mod input;
mod metrics;
mod names;
mod occasion;
mod organisation;
mod policy;
mod quantity;
mod route;
mod rule;
mod scheme;
mod steps;
mod target;
mod team;
mod vocabulary;
mod words;

pub use input::{Checked, Draft, Input, Options, ReadFault};

use crate::diag::{Code, Diagnostic, FileId, Sink, Sources, Span};
use crate::model::{Model, Status};
use crate::raw::{self, Decode, Entries, Noun};
use rayon::prelude::*;
use route::Route;
use vocabulary::Vocabulary;

/// Checks `inputs` as one organisation. The order of `inputs` does not matter.
///
/// The texts are read in parallel; those of metrics files are dropped again unless a fault lies in them.
#[must_use]
pub fn check(inputs: &[Input<'_>], options: &Options) -> Checked {
    check_with(inputs, None, options)
}

/// As [`check`], with the schemes and targets of `draft` in the place of those with the same id. Schemes of a draft have
/// the status of drafts and may hold for the same teams and months as others.
#[must_use]
pub fn check_with_draft(inputs: &[Input<'_>], draft: Draft<'_>, options: &Options) -> Checked {
    check_with(inputs, Some(draft), options)
}

fn check_with(inputs: &[Input<'_>], draft: Option<Draft<'_>>, options: &Options) -> Checked {
    let mut inputs: Vec<Input<'_>> = inputs.to_vec();
    inputs.sort_by(|a, b| a.path.cmp(b.path));
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
    let nouns = read_nouns(&files, drafted, &mut sink);
    let model = nouns_to_model(nouns, &files, options, &mut sink);
    let diagnostics = sink.finish();
    let faulty = diagnostics.iter().flat_map(|fault| &fault.labels).map(|label| label.span.file);
    let mut faulty: Vec<FileId> = faulty.collect();
    faulty.sort_unstable();
    faulty.dedup();
    for (file, _, text) in files.iter().filter(|(file, ..)| faulty.binary_search(file).is_ok()) {
        sources.keep(*file, text);
    }
    let fine = !diagnostics.iter().any(Diagnostic::is_error);
    Checked { model: model.filter(|_| fine), sources, diagnostics }
}

/// All small files as written, by noun, in the order of their paths.
#[derive(Default)]
struct Nouns {
    organisation: Option<raw::Organisation>,
    /// Files that are meant to be the organisation, readable or not.
    organisation_files: Vec<FileId>,
    indicators: Vec<Entries<raw::Indicator>>,
    teams: Vec<Entries<raw::Team>>,
    agents: Vec<Entries<raw::Agent>>,
    schemes: Vec<Entries<raw::Scheme>>,
    targets: Vec<Entries<raw::Target>>,
    /// Ids of the schemes of a draft.
    drafts: Vec<String>,
}

impl Nouns {
    /// Takes out what a draft replaces. The draft is the last file.
    fn make_room(&mut self, draft: Option<&Written>) {
        match draft {
            Some(Written::Schemes(file)) => {
                self.drafts = file.schemes.list.iter().map(|(id, _)| id.text.clone()).collect();
                let drafts = &self.drafts;
                self.schemes.iter_mut().for_each(|of| of.list.retain(|(id, _)| !drafts.contains(&id.text)));
            }
            Some(Written::Targets(file)) => {
                let drafts: Vec<&str> = file.targets.list.iter().map(|(id, _)| id.text.as_str()).collect();
                let stays = |id: &raw::IdWord| !drafts.contains(&id.text.as_str());
                self.targets.iter_mut().for_each(|of| of.list.retain(|(id, _)| stays(id)));
            }
            _ => {}
        }
    }
}

/// One small file as written.
enum Written {
    Organisation(Box<Option<raw::Organisation>>),
    Indicators(raw::IndicatorsFile),
    Teams(raw::TeamsFile),
    Agents(raw::AgentsFile),
    Schemes(raw::SchemesFile),
    Targets(raw::TargetsFile),
}

fn read_nouns(files: &[(FileId, Route, &str)], drafted: Option<FileId>, sink: &mut Sink) -> Nouns {
    let read: Vec<(FileId, Option<Written>, Sink)> = files
        .par_iter()
        .filter_map(|(file, route, text)| {
            let Route::Noun(noun) = route else { return None };
            let mut sink = Sink::new();
            Some((*file, read_noun(*noun, text, *file, &mut sink), sink))
        })
        .collect();
    let mut nouns = Nouns::default();
    for (file, written, faults) in read {
        sink.join(faults);
        if Some(file) == drafted {
            nouns.make_room(written.as_ref());
        }
        match written {
            Some(Written::Organisation(organisation)) => {
                nouns.organisation_files.push(file);
                nouns.organisation = nouns.organisation.or(*organisation);
            }
            Some(Written::Indicators(raw::IndicatorsFile { indicators, place: _ })) => {
                nouns.indicators.push(indicators);
            }
            Some(Written::Teams(raw::TeamsFile { teams, place: _ })) => nouns.teams.push(teams),
            Some(Written::Agents(raw::AgentsFile { agents, place: _ })) => nouns.agents.push(agents),
            Some(Written::Schemes(raw::SchemesFile { schemes, place: _ })) => nouns.schemes.push(schemes),
            Some(Written::Targets(raw::TargetsFile { targets, place: _ })) => nouns.targets.push(targets),
            None => {}
        }
    }
    nouns
}

fn read_noun(noun: Noun, text: &str, file: FileId, sink: &mut Sink) -> Option<Written> {
    fn read<T: Decode>(text: &str, file: FileId, sink: &mut Sink) -> Option<T> {
        raw::read(text, file, sink)
    }
    match noun {
        Noun::Organisation => Some(Written::Organisation(Box::new(read(text, file, sink)))),
        Noun::Indicators => read(text, file, sink).map(Written::Indicators),
        Noun::Teams => read(text, file, sink).map(Written::Teams),
        Noun::Agents => read(text, file, sink).map(Written::Agents),
        Noun::Schemes => read(text, file, sink).map(Written::Schemes),
        Noun::Targets => read(text, file, sink).map(Written::Targets),
        Noun::Metrics => None,
    }
}

/// Each noun after those that it refers to.
fn nouns_to_model(
    nouns: Nouns,
    files: &[(FileId, Route, &str)],
    options: &Options,
    sink: &mut Sink,
) -> Option<Model> {
    one_organisation(&nouns.organisation_files, options, sink);
    // Without the vocabulary every channel, level and dimension would be called unknown.
    let mut raw_organisation = nouns.organisation?;
    let actions = raw_organisation.actions.take();
    let mut organisation = organisation::check(raw_organisation, sink)?;
    let mut book = Vocabulary::of(&organisation);
    let (names, indicators) = names::collect(Code::UnknownIndicator, "indicator", nouns.indicators, sink);
    let mut indicators = indicators;
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
    let agents = names::each(agents, |id, span, raw| agent::check(id, span, raw, &book, sink));
    book.agents = names;
    organisation.actions = occasion::actions(actions, &book, sink);
    let (_, schemes) = names::collect(Code::UnknownWord, "scheme", nouns.schemes, sink);
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
    let desk = metrics::Desk { book: &book, indicators: &indicators, agents: &agents, as_of: options.as_of };
    let metrics = metrics::check(files, &desk, sink);
    Some(Model {
        organisation,
        indicators: names::whole(indicators)?,
        schemes: names::whole(schemes)?,
        teams: names::whole(teams)?,
        agents: names::whole(agents)?,
        targets: names::whole(targets)?,
        metrics,
    })
}

/// Reports an organisation that is not there, or there twice (`deskscore.yml` and `deskscore.yaml`).
fn one_organisation(files: &[FileId], options: &Options, sink: &mut Sink) {
    match files {
        [_] => {}
        [] => {
            let path = options.shown("deskscore.yml");
            let fault = Diagnostic::placeless(Code::MissingOrganisation, format!("there is no `{path}`"));
            sink.push(
                fault.help("write one: a name and the dimensions are enough; `deskscore init` writes it"),
            );
        }
        [first, others @ ..] => {
            for other in others {
                let message = "the organisation is defined twice";
                sink.push(
                    Diagnostic::new(Code::DuplicateId, whole_file(*other), message)
                        .also(whole_file(*first), "first defined here")
                        .help("keep one of the two files"),
                );
            }
        }
    }
}

/// A span of nothing at the beginning of `file`, for faults of the file as a whole.
const fn whole_file(file: FileId) -> Span {
    Span::new(file, 0, 0)
}
