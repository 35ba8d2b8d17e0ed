//! Which commits wrote the figures of a score: the one that brought them in short, and each line that was written later than its
//! file came, since that is a correction or late data.

use super::reporter::Reporter;
use crate::diag::Span;
use crate::model::Language;
use crate::past::{PastCommit, Standing};
use crate::view::Trace;

/// Most lines that are told one by one.
const MOST: usize = 3;

/// Steps for the lines of `spans`, each line once; none without history or for an audience that sees no files.
pub(super) fn told(reporter: &Reporter<'_>, language: Language, spans: &[Span]) -> Vec<Trace> {
    let Some(desk) = reporter.past.as_ref().filter(|_| reporter.visible.everything()) else {
        return Vec::new();
    };
    let mut brought: Vec<&PastCommit> = Vec::new();
    let mut later: Vec<(String, &PastCommit)> = Vec::new();
    let (mut later_count, mut uncommitted) = (0_usize, 0_usize);
    for span in spans {
        let line = reporter.sources.line_of(*span);
        match desk.wrote(span.file, line) {
            Some(Standing::AsBrought(commit)) => brought.push(commit),
            Some(Standing::Later(commit)) => {
                later_count += 1;
                if later.len() < MOST {
                    later.push((place(reporter, *span, line), commit));
                }
            }
            Some(Standing::Uncommitted) => uncommitted += 1,
            None => {}
        }
    }
    brought.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.hash.cmp(&b.hash)));
    brought.dedup_by(|a, b| a.hash == b.hash);
    let words = desk.phrases(language);
    let mut told = Vec::new();
    if let Some(newest) = brought.first() {
        let (day, commit) = (newest.day.to_string(), newest.short());
        told.push(match brought.len() {
            1 if newest.cut => words.once_or_before.fill(&[&day, commit]),
            1 => words.once.fill(&[&day, commit]),
            many => words.often.fill(&[&many.to_string(), &day, commit]),
        });
    }
    let line = |(place, commit): &(String, &PastCommit)| {
        words.later.fill(&[place, &commit.day.to_string(), commit.short()])
    };
    told.extend(later.iter().map(line));
    if later_count > later.len() {
        told.push(words.later_more.fill(&[&(later_count - later.len()).to_string()]));
    }
    if uncommitted > 0 {
        told.push(words.uncommitted.fill(&[&uncommitted.to_string()]));
    }
    told.into_iter().map(|text| Trace { text, source: None }).collect()
}

/// The name of the file without its folders, and the line: the whole path stands above.
fn place(reporter: &Reporter<'_>, span: Span, line: u32) -> String {
    let path = reporter.sources.path(span.file);
    format!("{}:{line}", path.rsplit('/').next().unwrap_or(path))
}
