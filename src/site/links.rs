//! Every link of every page leads to a file of the site.

use crate::model::{Language, OPEN, side};
use memchr::memmem;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// Links that are remembered while a page is searched.
const SLOTS: usize = 64;

/// Collects where pages lead to and which files there are.
#[derive(Debug, Default)]
pub(super) struct Links {
    found: Mutex<Found>,
}

#[derive(Debug, Default)]
struct Found {
    files: BTreeSet<String>,
    /// Target → the page that was first seen to lead there.
    targets: BTreeMap<String, String>,
    /// The links of the last page of each folder: its neighbour has most of them too, and what leads there is known.
    last: BTreeMap<String, Vec<String>>,
}

impl Links {
    /// Enters a file of the site; pages are searched for links. A page for both languages at once is one file for each.
    pub(super) fn enter(&self, path: &str, bytes: &[u8]) {
        let links = if path.ends_with(".html") { links(bytes) } else { Vec::new() };
        let Ok(mut found) = self.found.lock() else { return };
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let fresh = found.fresh(folder, &links);
        let sides = if path.contains(OPEN) { &Language::ALL[..] } else { &[Language::Both] };
        for language in sides {
            let path = side(path, *language);
            found.enter(&side(folder, *language), &path, &fresh, *language);
            found.files.insert(path);
        }
    }

    /// Links that lead nowhere: the page and the file that is missing.
    pub(super) fn broken(self) -> Vec<(String, String)> {
        let found = self.found.into_inner().unwrap_or_default();
        let missing = found.targets.into_iter().filter(|(target, _)| !found.files.contains(target));
        missing.map(|(target, page)| (page, target)).collect()
    }
}

impl Found {
    /// Those of the sorted `links` that the last page of `folder` did not have.
    fn fresh<'l>(&mut self, folder: &str, links: &[&'l str]) -> Vec<&'l str> {
        let last = match self.last.get_mut(folder) {
            Some(last) => last,
            None => self.last.entry(folder.to_owned()).or_default(),
        };
        let mut known = last.iter().map(String::as_str).peekable();
        let fresh = links.iter().filter(|link| {
            let before = |known: &&str| order(known.as_bytes(), link.as_bytes()).is_lt();
            while known.next_if(before).is_some() {}
            known.peek() != Some(*link)
        });
        let fresh: Vec<&str> = fresh.copied().collect();
        if !fresh.is_empty() {
            *last = links.iter().map(|link| (*link).to_owned()).collect();
        }
        fresh
    }

    fn enter(&mut self, folder: &str, path: &str, links: &[&str], language: Language) {
        for link in links {
            let target = match link.contains(OPEN) {
                true => resolve(folder, &side(link, language)),
                false => resolve(folder, link),
            };
            self.targets.entry(target).or_insert_with(|| path.to_owned());
        }
    }
}

/// An order of links, any: of most pairs the lengths tell, without a look at the bytes.
fn order(a: &[u8], b: &[u8]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// The links of a page as written, each once, without anchors and without those to other hosts.
fn links(bytes: &[u8]) -> Vec<&str> {
    let mut raw: Vec<&[u8]> = Vec::with_capacity(256);
    // A page names itself and a few others again and again: what was seen just now need not be sorted.
    let mut seen: [&[u8]; SLOTS] = [&[]; SLOTS];
    for attribute in [&b"href=\""[..], b"src=\""] {
        for at in memmem::find_iter(bytes, attribute) {
            // `data-href` is no link.
            if at == 0 || !bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace) {
                continue;
            }
            let rest = bytes.get(at + attribute.len()..).unwrap_or_default();
            let end = memchr::memchr2(b'"', b'#', rest).unwrap_or(rest.len());
            let Some(link) = rest.get(..end).filter(|link| !link.is_empty()) else { continue };
            let tail = link.iter().rev().skip(".html".len()).take(4);
            let slot = tail.fold(link.len(), |sum, byte| sum * 7 + usize::from(*byte)) % SLOTS;
            if std::mem::replace(&mut seen[slot], link) != link {
                raw.push(link);
            }
        }
    }
    raw.sort_unstable_by(|a, b| order(a, b));
    raw.dedup();
    // Only the page for unknown addresses begins with a slash, since a host shows it at any depth.
    let elsewhere = |link: &str| link.contains(':') || link.starts_with('/');
    raw.into_iter()
        .filter_map(|link| std::str::from_utf8(link).ok())
        .filter(|link| !elsewhere(link))
        .collect()
}

/// `../teams/a.html` from `zh/agents` is `zh/teams/a.html`. A link above the root keeps its dots, so it is broken.
fn resolve(folder: &str, link: &str) -> String {
    let path = link.split('?').next().unwrap_or_default();
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_links_are_resolved_and_foreign_ones_left() {
        let page = br##"<a href="../teams/a.html#x">a</a> <a href="#here"> <a href="https://example.org/x">
            <script src="../../assets/site.js"></script> <a href="b.html?q=1">"##;
        assert_eq!(links(page), ["b.html?q=1", "../teams/a.html", "../../assets/site.js"]);
        let resolved: Vec<String> = links(page).iter().map(|link| resolve("zh/agents", link)).collect();
        assert_eq!(resolved, ["zh/agents/b.html", "zh/teams/a.html", "assets/site.js"]);
    }

    /// More links than are remembered, so that some drive out others, with anchors of the page between them.
    #[test]
    fn each_of_many_links_is_found_once() {
        let link = |n: usize| format!("<a href=\"{n}.html#x\"> <a href=\"#here\"> ");
        let page: String = (0..3 * SLOTS).chain(0..SLOTS).map(link).collect();
        let found = links(page.as_bytes());
        assert_eq!(found.len(), 3 * SLOTS);
        assert!(found.iter().all(|link| link.ends_with(".html")));
    }

    #[test]
    fn a_page_for_both_languages_is_a_file_in_each() {
        let links = Links::default();
        let path = format!("{}/a.html", Language::Both.folder());
        links.enter(
            &path,
            format!("<a href=\"../{}/a.html\"> <a href=\"b.html\">", Language::Both.other_folder())
                .as_bytes(),
        );
        let broken: Vec<String> =
            links.broken().into_iter().map(|(page, target)| format!("{page} {target}")).collect();
        assert_eq!(broken, ["en/a.html en/b.html", "zh/a.html zh/b.html"]);
    }

    #[test]
    fn a_link_to_nothing_is_named_with_its_page() {
        let links = Links::default();
        links.enter("zh/index.html", b"<a href=\"../../outside.html\"> <a href=\"a.html\">");
        links.enter("zh/a.html", b"");
        assert_eq!(links.broken(), [("zh/index.html".to_owned(), "../outside.html".to_owned())]);
    }
}
