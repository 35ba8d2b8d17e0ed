//! Doing all jobs in parallel, each file handed on as soon as it is rendered.

use super::job::{Desk, Job, jobs};
use super::links::Links;
use super::sides::push_sides;
use super::sink::Sink;
use crate::model::{Language, OPEN, side};
use crate::render::{Assets, RenderError, Renderer, search_script};
use crate::report::{self, Reporter};
use rayon::prelude::*;
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Most jobs that a thread takes at once. Otherwise one that waited for the audit takes half of all agents, and the other has
/// nothing to do at the end.
const AT_ONCE: usize = 8;
/// Most broken links that are named.
const NAMED: usize = 10;

/// Why a site could not be made: a fault of the program or of the place it is put, never of the data.
#[derive(Debug)]
pub enum SiteError {
    /// A template failed.
    Render(RenderError),
    /// A file could not be put in its place.
    Put(String),
    /// Pages lead to files that do not exist: page and file.
    BrokenLinks(Vec<(String, String)>),
}

impl std::fmt::Display for SiteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Render(error) => write!(f, "a page cannot be rendered: {error}"),
            Self::Put(reason) => f.write_str(reason),
            Self::BrokenLinks(links) => {
                write!(f, "{} links lead nowhere", links.len())?;
                links.iter().take(NAMED).try_for_each(|(page, target)| write!(f, "\n  {page} → {target}"))
            }
        }
    }
}

impl std::error::Error for SiteError {}

impl From<RenderError> for SiteError {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// HTML pages.
    pub pages: usize,
    /// All files.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// Where the files of one run go, with what is counted on the way.
pub(super) struct Run<'a> {
    sink: &'a dyn Sink,
    links: Links,
    pages: AtomicUsize,
    files: AtomicUsize,
    bytes: AtomicU64,
}

impl<'a> Run<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Self {
        Self { sink, links: Links::default(), pages: 0.into(), files: 0.into(), bytes: 0.into() }
    }

    /// Hands one file on; a page for both languages at once as one file for each.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        self.links.enter(path, bytes);
        if !path.contains(OPEN) {
            return self.hand_on(path, bytes);
        }
        let [mut zh, mut en] = SIDES.take();
        zh.clear();
        en.clear();
        push_sides(bytes, &mut zh, &mut en);
        self.hand_on(&side(path, Language::Zh), &zh)?;
        self.hand_on(&side(path, Language::En), &en)?;
        SIDES.set([zh, en]);
        Ok(())
    }

    /// Renders a page with `render` and hands it on.
    pub(super) fn put_page(
        &self,
        path: &str,
        render: impl FnOnce(&mut Vec<u8>) -> Result<(), RenderError>,
    ) -> Result<(), SiteError> {
        let mut page = PAGE.take();
        page.clear();
        render(&mut page)?;
        self.put(path, &page)?;
        PAGE.set(page);
        Ok(())
    }

    fn hand_on(&self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        self.pages.fetch_add(usize::from(path.ends_with(".html")), Ordering::Relaxed);
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        self.sink.put(path, bytes).map_err(SiteError::Put)
    }
}

thread_local! {
    /// Room for the page that a thread renders, and for its two sides: thousands of pages would each ask for new memory, and memory
    /// that is touched for the first time costs as much as what is written into it.
    static PAGE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static SIDES: Cell<[Vec<u8>; 2]> = const { Cell::new([Vec::new(), Vec::new()]) };
}

/// Makes the whole site. `progress` is told how many of how many jobs are done, from many threads.
///
/// # Errors
/// The first file that could not be rendered or put, or links that lead nowhere.
pub fn write(
    reporter: &Reporter<'_>,
    sink: &dyn Sink,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Summary, SiteError> {
    let languages = [Language::Zh, Language::En, Language::Both];
    let frames = languages.map(|language| report::frame(reporter, language));
    let renderer = Renderer::new(reporter.texts(), &frames)?;
    let run = Run::new(sink);
    let desk = Desk { renderer: &renderer, run: &run };
    let jobs = jobs(reporter);
    let done = AtomicUsize::new(0);
    jobs.par_iter().with_max_len(AT_ONCE).try_for_each(|job: &Job| {
        let outcome = job.languages().iter().try_for_each(|language| job.run(reporter, *language, &desk));
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
        outcome
    })?;
    for asset in renderer.assets().files() {
        run.put(&asset.path, &asset.bytes)?;
    }
    for language in Language::ALL {
        let script = search_script(&report::search_entries(reporter, language));
        run.put(&Assets::search_path(language), &script)?;
    }
    // Pages hosts would otherwise leave out files whose names begin with an underscore, and take time to look.
    run.put(".nojekyll", &[])?;
    let summary = Summary {
        pages: run.pages.into_inner(),
        files: run.files.into_inner(),
        bytes: run.bytes.into_inner(),
    };
    match run.links.broken() {
        broken if broken.is_empty() => Ok(summary),
        broken => Err(SiteError::BrokenLinks(broken)),
    }
}
