//! Every link of every page leads to a file of the site.

use memchr::memmem;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

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
}

impl Links {
    /// Enters a file of the site; pages are searched for links.
    pub(super) fn enter(&self, path: &str, bytes: &[u8]) {
        let targets = if path.ends_with(".html") { targets(path, bytes) } else { Vec::new() };
        let Ok(mut found) = self.found.lock() else { return };
        for target in targets {
            found.targets.entry(target).or_insert_with(|| path.to_owned());
        }
        found.files.insert(path.to_owned());
    }

    /// Links that lead nowhere: the page and the file that is missing.
    pub(super) fn broken(self) -> Vec<(String, String)> {
        let found = self.found.into_inner().unwrap_or_default();
        let missing = found.targets.into_iter().filter(|(target, _)| !found.files.contains(target));
        missing.map(|(target, page)| (page, target)).collect()
    }
}

/// The files to which a page leads, without those of other hosts; one may stand there more than once.
fn targets(page: &str, bytes: &[u8]) -> Vec<String> {
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut raw: Vec<&[u8]> = Vec::with_capacity(256);
    for attribute in [&b"href=\""[..], b"src=\""] {
        for at in memmem::find_iter(bytes, attribute) {
            // `data-href` is no link.
            if at == 0 || !bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace) {
                continue;
            }
            let rest = bytes.get(at + attribute.len()..).unwrap_or_default();
            let end = memchr::memchr2(b'"', b'#', rest).unwrap_or(rest.len());
            raw.extend(rest.get(..end).filter(|link| !link.is_empty()));
        }
    }
    raw.sort_unstable();
    raw.dedup();
    // Only the page for unknown addresses begins with a slash, since a host shows it at any depth.
    let elsewhere = |link: &str| link.contains(':') || link.starts_with('/');
    let local =
        raw.into_iter().filter_map(|link| std::str::from_utf8(link).ok()).filter(|link| !elsewhere(link));
    local.map(|link| resolve(folder, link)).collect()
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
        assert_eq!(
            targets("zh/agents/x.html", page),
            ["assets/site.js", "zh/teams/a.html", "zh/agents/b.html"]
        );
    }

    #[test]
    fn a_link_to_nothing_is_named_with_its_page() {
        let links = Links::default();
        links.enter("zh/index.html", b"<a href=\"../../outside.html\"> <a href=\"a.html\">");
        links.enter("zh/a.html", b"");
        assert_eq!(links.broken(), [("zh/index.html".to_owned(), "../outside.html".to_owned())]);
    }
}
