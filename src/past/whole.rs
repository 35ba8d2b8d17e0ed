//! The whole past, and how it is put together.

use super::commit::{PastCommit, Standing, Told};
use super::effect::effect;
use super::plan::{Plan, Step};
use super::state::{Reading, State};
use crate::files::{FileLines, GitError, Lines, Log, LogCommit, Repository, Tree, TreeOptions, Wrote};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How far back effects are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// For every commit.
    Full,
    /// For this many of the newest.
    Newest(usize),
}

/// The past of the data, the newest commit first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Past {
    /// The commits that changed the data.
    pub commits: Vec<PastCommit>,
    /// Whether older commits are missing in this clone.
    pub shallow: bool,
    /// Whether the data differs from the newest commit.
    pub edited: bool,
    /// How many states of the data were evaluated for this.
    pub evaluated: usize,
    /// For how many of the newest commits the effect was asked for.
    pub asked: usize,
    lines: Lines,
}

/// A file of the data with who wrote its lines.
#[derive(Debug, Clone, Copy)]
pub struct PastFile<'a> {
    commits: &'a [PastCommit],
    lines: &'a FileLines,
}

impl Past {
    /// The file at `path` (as it is shown: from the root of the repository); `None` for one that history does not know.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<PastFile<'_>> {
        self.lines.file(path).map(|lines| PastFile { commits: &self.commits, lines })
    }
}

impl<'a> PastFile<'a> {
    /// Who wrote `line`, and whether later than the file came.
    #[must_use]
    pub fn wrote(&self, line: u32) -> Option<Standing<'a>> {
        let wrote = self.lines.wrote(line)?;
        let Wrote::Commit(at) = wrote else { return Some(Standing::Uncommitted) };
        let commit = self.commits.get(at)?;
        let as_brought = self.lines.born() == wrote;
        Some(if as_brought { Standing::AsBrought(commit) } else { Standing::Later(commit) })
    }
}

/// The past that `log` tells of `folder`, with the effects of as many commits as `depth` says. All states are judged as of `day`.
///
/// # Errors
/// When git does not answer.
pub fn past(
    (repository, folder, log): (&Repository, &str, Log),
    options: &TreeOptions,
    depth: Depth,
    read: Reading<'_>,
    day: NaiveDate,
) -> Result<Past, GitError> {
    let asked = match depth {
        Depth::Full => log.commits.len(),
        Depth::Newest(count) => count.min(log.commits.len()),
    };
    let looked_at = if asked == 0 { 0 } else { asked + 1 };
    let hashes: Vec<&str> = log.commits.iter().take(looked_at).map(|commit| commit.hash.as_str()).collect();
    let plan = Plan::new(&repository.folders(&hashes, folder)?, asked);
    let objects: Vec<&str> = plan.objects.iter().map(String::as_str).collect();
    let trees = Tree::from_objects(repository, &objects, options)?;
    let days: Vec<NaiveDate> = log.commits.iter().map(|commit| commit.day).collect();
    let evaluations = Evaluations { plan: &plan, trees: &trees, read, day, days: &days };
    let (mut told, evaluated) = evaluations.all();
    let Log { commits, lines, shallow, edited } = log;
    let commit = |(at, commit): (usize, LogCommit)| {
        let LogCommit { hash, day, authors, subject, merge, cut, files } = commit;
        let told = told.remove(&at).unwrap_or(Told::NotAsked);
        PastCommit { hash, day, authors, subject, merge, cut, files: files.len(), told }
    };
    let commits = commits.into_iter().enumerate().map(commit).collect();
    Ok(Past { commits, shallow, edited, evaluated, asked, lines })
}

/// Evaluating a plan: from the oldest commit on, a few at a time, so that no more states are in memory than are compared.
struct Evaluations<'a> {
    plan: &'a Plan,
    trees: &'a [Tree],
    read: Reading<'a>,
    day: NaiveDate,
    /// The days of the commits by their position in the log.
    days: &'a [NaiveDate],
}

/// A commit to be compared: its position, the state before, its own, and whether a faulty state lies between.
type Pair = (usize, usize, usize, bool);

impl Evaluations<'_> {
    /// What is told of each commit by its position in the log, and how many states were evaluated.
    fn all(&self) -> (BTreeMap<usize, Told>, usize) {
        let at_once = rayon::current_num_threads().max(1);
        let (mut told, mut evaluated) = (BTreeMap::new(), 0);
        let mut states: BTreeMap<usize, State> = BTreeMap::new();
        let mut base = Base::default();
        for (number, steps) in self.plan.steps.chunks(at_once).enumerate() {
            let mut wanted: Vec<usize> = steps.iter().filter_map(|step| step.state).collect();
            wanted.sort_unstable();
            wanted.dedup();
            wanted.retain(|state| !states.contains_key(state));
            evaluated += wanted.len();
            let before = base.state.and_then(|at| Some((self.trees.get(at)?, states.get(&at)?)));
            let of = |state: &usize| {
                let tree = self.trees.get(*state)?;
                Some((*state, State::new(tree, before, self.read, self.day)))
            };
            let fresh: Vec<(usize, State)> = wanted.par_iter().filter_map(of).collect();
            states.extend(fresh);
            let pairs = pairs(steps, &states, &mut base, &mut told);
            let effects: Vec<(usize, Told)> =
                pairs.par_iter().filter_map(|pair| self.compared(pair, &states)).collect();
            told.extend(effects);
            let needed: Vec<usize> =
                self.plan.needed_from((number + 1) * at_once).chain(base.state).collect();
            states.retain(|state, _| needed.contains(state));
        }
        (told, evaluated)
    }

    fn compared(&self, pair: &Pair, states: &BTreeMap<usize, State>) -> Option<(usize, Told)> {
        let (commit, base, head, over_faulty) = *pair;
        let side = |state: usize| states.get(&state).and_then(State::side);
        let mut effect = effect(side(base)?, side(head)?, *self.days.get(commit)?);
        effect.over_faulty = over_faulty;
        Some((commit, Told::Compared(Box::new(effect))))
    }
}

/// What the next commit is compared with.
#[derive(Debug, Default)]
struct Base {
    /// The last state without errors.
    state: Option<usize>,
    /// Whether states with errors came after it.
    over_faulty: bool,
}

/// The comparisons of `steps`, going on from `base`; what needs no comparison is told at once.
fn pairs(
    steps: &[Step],
    states: &BTreeMap<usize, State>,
    base: &mut Base,
    told: &mut BTreeMap<usize, Told>,
) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for step in steps {
        let state = step.state.and_then(|at| states.get(&at).map(|state| (at, state)));
        match state {
            Some((at, state)) if state.side().is_some() => {
                match base.state {
                    Some(before) if step.asked => pairs.push((step.commit, before, at, base.over_faulty)),
                    None if step.asked => {
                        let first = if base.over_faulty { Told::NoBase } else { Told::First };
                        told.insert(step.commit, first);
                    }
                    _ => {}
                }
                *base = Base { state: Some(at), over_faulty: false };
            }
            Some((_, state)) => {
                base.over_faulty = true;
                if step.asked {
                    told.insert(step.commit, Told::Faulty(state.errors()));
                }
            }
            // The folder is gone: what comes after begins anew.
            None => *base = Base::default(),
        }
    }
    pairs
}
