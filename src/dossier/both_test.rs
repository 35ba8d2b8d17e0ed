//! Pages made for both languages at once are the pages of each.

use super::Dossier;
use crate::audience::{Profile, see};
use crate::check::{Input, Options, check};
use crate::evaluate::evaluate;
use crate::model::{Language, OPEN, side};
use crate::render::Renderer;
use crate::report::{AuditDepth, Provenance, Reporter, frame};
use crate::sample::{AUDIT_SEED, File, Settings, audit_example, sorted_files};
use crate::view::AuditView;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Mutex;

/// Every page of the audit as HTML, by address.
fn pages(dossier: &Dossier<'_>, renderer: &Renderer, language: Language) -> BTreeMap<String, String> {
    let pages = Mutex::new(BTreeMap::new());
    let put = |page: &AuditView| {
        let html = String::from_utf8(renderer.page(page).expect("a page")).expect("UTF-8");
        pages.lock().expect("no panic").insert(page.shell.path.clone(), html);
        Ok::<(), Infallible>(())
    };
    dossier.tell(language, put, |_, _| Ok(())).expect("nothing fails");
    pages.into_inner().expect("no panic")
}

fn both_are_each(files: &[File]) {
    let inputs: Vec<Input<'_>> =
        files.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    let checked = check(&inputs, &Options::default());
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).expect("a day");
    let visible = see(evaluate(checked.model.expect("no error"), as_of), Profile::Manager, 4, None);
    let provenance = Provenance::default();
    let reporter = Reporter::new(&visible, &checked.sources, &checked.diagnostics, &provenance)
        .expect("texts")
        .with_audit(AuditDepth::Auto);
    let dossier = Dossier::new(&reporter).expect("a year to audit");
    let frames = [Language::Zh, Language::En, Language::Both].map(|language| frame(&reporter, language));
    let renderer = Renderer::new(reporter.texts(), &frames).expect("templates");
    let both = pages(&dossier, &renderer, Language::Both);
    for language in Language::ALL {
        let own = pages(&dossier, &renderer, language);
        assert!(own.len() > 1 && own.len() == both.len());
        for (path, html) in &both {
            let (path, html) = (side(path, language), side(html, language));
            let own = &own[&path];
            assert!(!own.contains(OPEN), "{path}: a page of one language holds passages");
            let differs = html.lines().zip(own.lines()).find(|(side, own)| side != own);
            assert!(html == *own, "{path}: {differs:?}");
        }
    }
}

#[test]
fn a_page_for_both_languages_at_once_is_the_page_of_each() {
    both_are_each(&sorted_files(&Settings::sample()));
}

#[test]
fn so_it_is_where_every_check_finds_something() {
    both_are_each(&audit_example(AUDIT_SEED, true));
}
