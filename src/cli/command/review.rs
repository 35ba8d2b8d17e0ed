//! `deskscore review`: what a change does, base against head.

use super::super::arguments::Source;
use super::super::arguments_review::{Review, ReviewForm};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Files, Instead, Loaded, Wanted, no_folder};
use super::review_ends::Ends;
use crate::comment::{
    BUDGET, Outcome, Reviewed, State, annotations, gitlab, json, markdown, outline, page, plain,
};
use crate::diag::{Code, Diagnostic};
use crate::evaluate::{Evaluation, check_appeals, evaluate, evaluate_after};
use crate::files::{Commit, NoRepository, Repository, read, write_atomic};
use crate::history::{Acknowledged, FaultLine, Side, compare, fault_difference, rulings};
use crate::model::{AgentIx, GateDecision, GateKind, Model, Period, PeriodKind};
use crate::render::impact_page;
use crate::report::Voice;
use crate::view::Texts;
use chrono::NaiveDate;
use std::io::Read as _;

/// Compares, tells, and fails for faults and for what the gates do not let pass.
pub(in super::super) fn review(asked: &Review, console: Console) -> Result<(), Failure> {
    let folder = &asked.source.data;
    if !folder.is_dir() {
        return Err(Failure::tool(no_folder(folder)));
    }
    let repository = match Repository::discover(folder) {
        Ok(repository) => Some(repository),
        Err(NoRepository::NotARepository) => None,
        Err(error) => return Err(Failure::tool(error)),
    };
    let ends = Ends::of(asked.range.as_deref(), repository.as_ref())?;
    let reviewed = reviewed(asked, &ends, repository.as_ref())?;
    let texts = Texts::new().map_err(Failure::tool)?;
    let language = asked.lang.language();
    let voice = Voice::new(&texts, language);
    let told = outline(&reviewed, voice);
    let text = match asked.format {
        ReviewForm::Human => plain(&told, voice),
        ReviewForm::Markdown => markdown(&told, asked.budget.unwrap_or(BUDGET), voice),
        ReviewForm::Json => json(&reviewed, &told.verdict, voice).map_err(Failure::tool)?,
        ReviewForm::Github => annotations(&reviewed, &told, voice),
        ReviewForm::Gitlab => gitlab(&reviewed, voice).map_err(Failure::tool)?,
        ReviewForm::Html => {
            let page = impact_page(&texts, &page(&reviewed, &told, voice)).map_err(Failure::tool)?;
            String::from_utf8(page).map_err(Failure::tool)?
        }
    };
    match &asked.out {
        None => console.result(&text),
        Some(path) => write_atomic(path, text.as_bytes()).map_err(Failure::tool)?,
    }
    if reviewed.passes() { Ok(()) } else { Err(Failure::Faults) }
}

fn reviewed(asked: &Review, ends: &Ends, repository: Option<&Repository>) -> Result<Reviewed, Failure> {
    let shallow = repository.is_some_and(|repository| repository.is_shallow().unwrap_or_default());
    let state = |commit: Option<&Commit>| {
        commit.map_or(State::WorkingTree, |commit| State::Commit(commit.hash.clone()))
    };
    let wanted = Wanted { source: &asked.source, at: hash(ends.head.as_ref()), from_root: true, skip: None };
    let mut head = Files::read(&wanted)?;
    if let (None, Some(repository)) = (&ends.head, repository) {
        head = head.known_to(repository, &asked.source.data)?;
    }
    // The base is read after the head, so that texts that git knows by the same name are read once, and it is checked and evaluated
    // before it, so that what follows from the same texts is computed once.
    let base = base(asked, ends, repository, &head)?.map(|files| Loading::of(files, None));
    let head = Loading::of(head, base.as_ref());
    let mut told = Reviewed {
        base: None,
        head: state(ends.head.as_ref()),
        as_of: None,
        outcome: Outcome::NoBase { scores: 0, faults: Vec::new() },
        shallow,
        no_main: ends.no_main,
        rulings: Vec::new(),
        unread: Vec::new(),
        instance: asked.source.data.display().to_string(),
    };
    let (Some(base), Some(commit), Some(repository)) = (base, &ends.base, repository) else {
        return alone(told, head, &asked.source);
    };
    told.base = Some(state(Some(commit)));
    let authors = repository.authors(&commit.hash, hash(ends.head.as_ref()).unwrap_or("HEAD"));
    let mut told = together(told, (base, head), &authors.map_err(Failure::tool)?, &asked.source)?;
    let acknowledged = acknowledged(asked)?;
    if let Some(comparison) = told.comparison() {
        let mut gates = comparison.gates.clone();
        asked.fail_on.iter().for_each(|kind| gates.set(*kind, GateDecision::Fail));
        told.rulings = rulings(comparison, &gates, &acknowledged);
    }
    told.unread = acknowledged.unread;
    Ok(told)
}

/// What the text of the pull request acknowledges; nothing without a text.
fn acknowledged(asked: &Review) -> Result<Acknowledged, Failure> {
    let bytes = match &asked.acknowledged_in {
        None => return Ok(Acknowledged::default()),
        Some(path) if path.as_os_str() == "-" => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map_err(Failure::tool)?;
            bytes
        }
        Some(path) => read(path).map_err(Failure::tool)?,
    };
    Ok(Acknowledged::read(&String::from_utf8_lossy(&bytes)))
}

/// The files of the base, read beside those of the head; `None` if there is no base or if it does not have the data folder yet.
fn base(
    asked: &Review,
    ends: &Ends,
    repository: Option<&Repository>,
    head: &Files,
) -> Result<Option<Files>, Failure> {
    let (Some(commit), Some(repository)) = (&ends.base, repository) else { return Ok(None) };
    let folder = repository.path_inside(&asked.source.data).unwrap_or_default();
    let has_data = folder.is_empty() || repository.has_folder(&commit.hash, &folder);
    if !has_data {
        return Ok(None);
    }
    let wanted = Wanted { source: &asked.source, at: Some(&commit.hash), from_root: true, skip: None };
    Files::read_beside(&wanted, Some(head)).map(Some)
}

fn hash(commit: Option<&Commit>) -> Option<&str> {
    commit.map(|commit| commit.hash.as_str())
}

/// Loaded data. A closed month that was changed, and an appeal whose score is another one now, are errors that follow from what
/// scores became: they do not stand in the way of seeing that.
pub(super) struct Loading {
    files: Files,
    loaded: Loaded,
    pub(super) model: Option<Model>,
    /// Faults of the data as it is.
    faults: Vec<Diagnostic>,
}

impl Loading {
    /// Checks `files`; what is the same as in `base` is taken over.
    pub(super) fn of(files: Files, base: Option<&Self>) -> Self {
        let known = base.and_then(|base| Some(base.files.known(&base.loaded.checked, base.model.as_ref()?)));
        let mut checked = check_appeals(files.check(None, known));
        let faults = checked.diagnostics.clone();
        let follows = |code: Code| matches!(code, Code::ClosedMonthChanged | Code::AppealScoreDiffers);
        let mut errors = faults.iter().filter(|fault| fault.is_error()).peekable();
        if errors.peek().is_some() && errors.all(|fault| follows(fault.code)) {
            let instead = Some(Instead::NoneClosed).filter(|_| !checked.changed.is_empty());
            checked.model = files.check(instead, known).model;
        }
        let model = checked.model.take();
        Self { model, loaded: files.loaded(checked), files, faults }
    }

    fn errors(&self) -> usize {
        self.faults.iter().filter(|fault| fault.is_error()).count()
    }

    pub(super) fn side<'a>(&'a self, evaluation: &'a Evaluation) -> Side<'a> {
        let checked = &self.loaded.checked;
        Side { evaluation, sources: &checked.sources, diagnostics: &self.faults, changed: &checked.changed }
    }

    pub(super) fn day(&self, source: &Source) -> Option<NaiveDate> {
        self.model.as_ref().map(|model| self.loaded.as_of(source.as_of, model))
    }
}

/// The head without a base.
fn alone(mut told: Reviewed, mut head: Loading, source: &Source) -> Result<Reviewed, Failure> {
    let none = crate::diag::Sources::default();
    let (faults, _) = fault_difference((&[], &none), (&head.faults, &head.loaded.checked.sources));
    told.as_of = head.day(source);
    told.outcome = match head.model.take() {
        None => Outcome::HeadFaulty { errors: head.errors(), new: faults, old: 0 },
        Some(model) => {
            let evaluation = evaluate(model, told.as_of.unwrap_or_default());
            let months: Vec<Period> = evaluation.of_kind(PeriodKind::Month).collect();
            let agents = (0..evaluation.model.agents.len() as u32).map(AgentIx);
            let scored = |agent: AgentIx, month: &Period| {
                evaluation.standing(agent, *month).is_some_and(|standing| standing.total.is_some())
            };
            let scores = agents.map(|agent| months.iter().filter(|month| scored(agent, month)).count()).sum();
            Outcome::NoBase { scores, faults }
        }
    };
    Ok(told)
}

/// Both, judged as of the day of the head.
fn together(
    mut told: Reviewed,
    (mut base, mut head): (Loading, Loading),
    authors: &[String],
    source: &Source,
) -> Result<Reviewed, Failure> {
    let sources = |of: &Loading| of.loaded.checked.sources.clone();
    let (new, _): (Vec<FaultLine>, _) =
        fault_difference((&base.faults, &sources(&base)), (&head.faults, &sources(&head)));
    told.as_of = head.day(source);
    let day = told.as_of.unwrap_or_default();
    told.outcome = match (base.model.take(), head.model.take()) {
        (_, None) => {
            let old = head.faults.len() - new.len();
            Outcome::HeadFaulty { errors: head.errors(), new, old }
        }
        (None, Some(_)) => Outcome::BaseFaulty { errors: base.errors(), new },
        (Some(before), Some(after)) => {
            let before = evaluate(before, day);
            let after = evaluate_after(after, day, &before);
            let texts = (base.files.texts(), head.files.texts());
            let (base, head) = (base.side(&before), head.side(&after));
            let mut comparison = compare(base, head);
            comparison.flag_authors(authors, base, head);
            comparison.tell_files((base, &texts.0), (head, &texts.1));
            Outcome::Compared(Box::new(comparison))
        }
    };
    Ok(told)
}

/// Reads the key of a kind of finding, for the command line.
pub(in super::super) fn gate_kind(text: &str) -> Result<GateKind, String> {
    let keys = || GateKind::ALL.iter().map(|kind| kind.key()).collect::<Vec<_>>().join(", ");
    GateKind::parse(text).ok_or_else(|| format!("there are {}", keys()))
}
