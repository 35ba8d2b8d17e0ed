//! The pages of the audit in the sample site.

use crate::program::{files, sample_site};
use std::collections::BTreeMap;

fn pages(language: &str) -> BTreeMap<String, String> {
    let start = format!("{language}/audit");
    let own = files(sample_site()).into_iter();
    let own = own.filter(|(path, _)| path.starts_with(&start) && path.ends_with(".html"));
    own.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

#[test]
fn each_system_has_a_page_that_the_verdict_page_leads_to() {
    for language in ["zh", "en"] {
        let pages = pages(language);
        let (verdict, systems): (Vec<_>, Vec<_>) =
            pages.iter().partition(|(path, _)| path.ends_with("/audit.html"));
        let [(_, verdict)] = verdict.as_slice() else { panic!("one verdict page") };
        assert!(!systems.is_empty());
        for (path, _) in systems {
            let below = path.strip_prefix(&format!("{language}/")).expect("a page of the language");
            assert!(verdict.contains(&format!("href=\"{below}\"")), "{path}");
        }
    }
}

#[test]
fn every_check_says_verdict_and_formula_and_what_is_not_assessed_is_never_green() {
    for (path, html) in pages("en").iter().filter(|(path, _)| path.starts_with("en/audit/")) {
        assert_eq!(html.matches("id=\"how-").count(), 22, "{path}");
        assert_eq!(html.matches("#how-").count(), 22, "{path}");
        for mark in html.split("<span class=\"mk ").skip(1) {
            let (tone, rest) = mark.split_once("\">").expect("a mark");
            assert!(!(tone == "on-target" && rest.starts_with("not assessed")), "{path}");
        }
    }
}

#[test]
fn every_table_can_be_downloaded_with_all_its_digits() {
    let all = files(sample_site());
    let tables = |language: &str| {
        let start = format!("{language}/csv/audit-");
        all.keys().filter(|path| path.starts_with(&start)).count()
    };
    assert!(tables("zh") > 20 && tables("zh") == tables("en"));
    let checks = all.iter().find(|(path, _)| path.ends_with("-checks.csv")).expect("the checks");
    let text = String::from_utf8_lossy(checks.1);
    assert_eq!(text.trim_start_matches('\u{feff}').lines().count(), 23);
}
