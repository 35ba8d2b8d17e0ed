//! `deskscore review`: what a change does, base against head.

use super::super::arguments::{Source, Tongue};
use super::super::arguments_review::{Review, ReviewForm};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Files, Instead, Loaded, Wanted};
use crate::comment::{
    BUDGET, Outcome, Reviewed, State, annotations, gitlab, json, markdown, outline, page, plain,
};
use crate::diag::{Code, Diagnostic};
use crate::evaluate::{Evaluation, check_appeals, evaluate, evaluate_after};
use crate::files::{GitError, NoRepository, Repository, read, write_atomic};
use crate::history::{Acknowledged, FaultLine, Side, compare, fault_difference, rulings};
use crate::model::{AgentIx, GateDecision, GateKind, Language, Model, Period, PeriodKind};
use crate::render::impact_page;
use crate::report::Voice;
use crate::view::Texts;
use chrono::NaiveDate;
use std::io::Read as _;

/// Compares, tells, and fails for faults and for what the gates do not let pass.
pub(in super::super) fn review(asked: &Review, console: Console) -> Result<(), Failure> {
    let repository = match Repository::discover(&asked.source.data) {
        Ok(repository) => Some(repository),
        Err(NoRepository::NotARepository) => None,
        Err(error) => return Err(Failure::tool(error)),
    };
    let ends = Ends::of(asked, repository.as_ref())?;
    let reviewed = reviewed(asked, &ends, repository.as_ref())?;
    let texts = Texts::new().map_err(Failure::tool)?;
    let language = if asked.lang == Tongue::Zh { Language::Zh } else { Language::En };
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

/// The revisions that are compared.
struct Ends {
    /// `None`: there is nothing to compare with.
    base: Option<String>,
    /// `None`: the working tree.
    head: Option<String>,
}

impl Ends {
    /// As asked for: `BASE..HEAD` as they are, `BASE...HEAD` from where they parted, `BASE` against the working tree; without
    /// words, where the main branch and the checked-out commit parted, against the working tree.
    fn of(asked: &Review, repository: Option<&Repository>) -> Result<Self, Failure> {
        let Some(repository) = repository else {
            return match &asked.range {
                None => Ok(Self { base: None, head: None }),
                Some(_) => Err(Failure::tool("the data is in no git repository, so there are no revisions")),
            };
        };
        let parted = |base: &str, head: &str| -> Result<Option<String>, Failure> {
            Ok(repository.merge_base(base, head).map_err(Failure::tool)?.map(|commit| commit.hash))
        };
        let named = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        match asked.range.as_deref() {
            None => {
                let main = repository.main_branch();
                let head = repository.head().map_err(Failure::tool)?;
                let base = match (main, &head) {
                    (Some(main), Some(head)) => parted(main, &head.hash)?,
                    (None, Some(head)) => Some(head.hash.clone()),
                    _ => None,
                };
                Ok(Self { base, head: None })
            }
            Some(range) => match (range.split_once("..."), range.split_once("..")) {
                (Some((base, head)), _) => {
                    let base = parted(base, if head.is_empty() { "HEAD" } else { head })?;
                    Ok(Self { base, head: named(head) })
                }
                (None, Some((base, head))) => Ok(Self { base: named(base), head: named(head) }),
                (None, None) => Ok(Self { base: named(range), head: None }),
            },
        }
    }
}

fn reviewed(asked: &Review, ends: &Ends, repository: Option<&Repository>) -> Result<Reviewed, Failure> {
    let shallow = repository.is_some_and(|repository| repository.is_shallow().unwrap_or_default());
    let state = |revision: &str| -> Result<State, Failure> {
        let commit = repository.map(|repository| repository.commit(revision));
        Ok(match commit.transpose().map_err(Failure::tool)? {
            Some(commit) => State::Commit(commit.hash),
            None => State::WorkingTree,
        })
    };
    let head_state = ends.head.as_deref().map_or(Ok(State::WorkingTree), state)?;
    let wanted = |at| Wanted { source: &asked.source, at, from_root: true, skip: None };
    // Both are read side by side; the head is checked after the base, so that figures of files that are the same are read once.
    let (head, base) =
        rayon::join(|| Files::read(&wanted(ends.head.as_deref())), || base(asked, ends, repository));
    let base = base?.map(|(files, revision)| (Loading::of(files, None), revision));
    let head = Loading::of(head?, base.as_ref().map(|(base, _)| base));
    let mut told = Reviewed {
        base: None,
        head: head_state,
        as_of: None,
        outcome: Outcome::NoBase { scores: 0, faults: Vec::new() },
        shallow,
        rulings: Vec::new(),
        unread: Vec::new(),
        instance: asked.source.data.display().to_string(),
    };
    let Some((base, revision)) = base else {
        return alone(told, head, &asked.source);
    };
    told.base = Some(state(&revision)?);
    let Some(repository) = repository else { return Ok(told) };
    let authors = repository.authors(&revision, ends.head.as_deref().unwrap_or("HEAD"));
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

/// The base and its revision; `None` if there is no base or if it does not have the data folder yet.
fn base(
    asked: &Review,
    ends: &Ends,
    repository: Option<&Repository>,
) -> Result<Option<(Files, String)>, Failure> {
    let (Some(revision), Some(repository)) = (&ends.base, repository) else { return Ok(None) };
    let commit = repository.commit(revision).map_err(|error| match error {
        GitError::NoSuchRevision(name) => Failure::tool(format!(
            "no commit is called `{name}` here; in a shallow clone fetch more history (`fetch-depth: 0`)"
        )),
        error => Failure::tool(error),
    })?;
    let folder = repository.path_inside(&asked.source.data).unwrap_or_default();
    let has_data = folder.is_empty() || repository.has_folder(&commit.hash, &folder);
    if !has_data {
        return Ok(None);
    }
    let wanted = Wanted { source: &asked.source, at: Some(revision), from_root: true, skip: None };
    Ok(Some((Files::read(&wanted)?, commit.hash)))
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
            let (base, head) = (base.side(&before), head.side(&after));
            let mut comparison = compare(base, head);
            comparison.flag_authors(authors, base, head);
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
