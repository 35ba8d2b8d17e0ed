//! Pages made for both languages at once are the pages of each, for every audience; so are the tables that can be downloaded.

use super::job::{Desk, Job, jobs};
use super::sink::Memory;
use super::write::Run;
use crate::audience::{Profile, see};
use crate::check::{Input, Options, check};
use crate::evaluate::evaluate;
use crate::model::{AgentIx, Language, OPEN};
use crate::render::Renderer;
use crate::report::{Provenance, Reporter, frame};
use crate::sample::{File, Settings, sorted_files};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The files of all jobs in `languages`, by address.
fn files(reporter: &Reporter<'_>, renderer: &Renderer, languages: &[Language]) -> BTreeMap<String, Vec<u8>> {
    let memory = Memory::default();
    let run = Run::new(&memory);
    let desk = Desk { renderer, run: &run };
    let jobs = jobs(reporter).into_iter();
    let at_once = |job: &Job| job.languages() == [Language::Both] && !matches!(job, Job::Landing);
    let jobs: Vec<Job> = jobs.filter(at_once).collect();
    for language in languages {
        jobs.par_iter().for_each(|job| job.run(reporter, *language, &desk).expect("a page"));
    }
    memory.into_files()
}

fn both_are_each(files_of_data: &[File], profile: Profile) {
    let inputs: Vec<Input<'_>> =
        files_of_data.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    let checked = check(&inputs, &Options::default());
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).expect("a day");
    let visible = see(evaluate(checked.model.expect("no error"), as_of), profile, 4, None);
    let provenance = Provenance::default();
    let reporter =
        Reporter::new(&visible, &checked.sources, &checked.diagnostics, &provenance).expect("texts");
    let frames = [Language::Zh, Language::En, Language::Both].map(|language| frame(&reporter, language));
    let renderer = Renderer::new(reporter.texts(), &frames).expect("templates");
    let both = files(&reporter, &renderer, &[Language::Both]);
    let each = files(&reporter, &renderer, &Language::ALL);
    assert!(both.len() > 20);
    assert_eq!(both.keys().collect::<Vec<_>>(), each.keys().collect::<Vec<_>>());
    let mut faults = Vec::new();
    for (path, own) in &each {
        let (side, own) = (String::from_utf8_lossy(&both[path]), String::from_utf8_lossy(own));
        assert!(!own.contains(OPEN), "{path}: a page of one language holds passages");
        if side != own {
            let at = side.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
            let before =
                side.as_bytes().get(..at).map(|bytes| String::from_utf8_lossy(bytes).chars().count());
            let near = |text: &str| {
                text.chars().skip(before.unwrap_or_default().saturating_sub(60)).take(160).collect::<String>()
            };
            faults.push(format!("{path}:\n  {}\n  {}", near(&side), near(&own)));
        }
    }
    assert!(faults.is_empty(), "{} differ:\n{}", faults.len(), faults.join("\n"));
}

/// Nobody may see that a page was made once for both languages.
#[test]
fn a_page_for_both_languages_at_once_is_the_page_of_each() {
    both_are_each(&sorted_files(&Settings::sample()), Profile::Manager);
}

#[test]
fn so_it_is_for_every_audience() {
    for profile in [Profile::Public, Profile::Team, Profile::Agent(AgentIx(20))] {
        both_are_each(&sorted_files(&Settings::sample()), profile);
    }
}
