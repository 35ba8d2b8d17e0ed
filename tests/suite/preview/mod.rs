//! Renders every kind of page in both languages from sample views and looks at the result as a whole: every link
//! resolves, nothing of a hostile name is executable, no template syntax is left.
//!
//! `DESKSCORE_PREVIEW=folder` keeps the pages for the eye and for browser checks.

mod drawings;
mod incentives;
mod overall;
mod people;
mod rules;
mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use deskscore::render::{Assets, Renderer, search_script};
use deskscore::view::{Language, Page, Texts};

/// The pages and assets of the sample site.
pub(crate) struct Site {
    renderer: Renderer,
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Renders a view to its address.
    pub(crate) fn add<V: Page>(&mut self, view: &V) {
        let html = self.renderer.page(view).unwrap();
        assert!(self.files.insert(view.path().to_owned(), html).is_none(), "{} twice", view.path());
    }
}

fn build() -> BTreeMap<String, Vec<u8>> {
    let texts = Texts::new().unwrap();
    let indexable = std::env::var_os("DESKSCORE_PREVIEW_INDEXABLE").is_some();
    let frames =
        [Language::Zh, Language::En, Language::Both].map(|language| sample::frame(language, indexable));
    let renderer = Renderer::new(&texts, &frames).unwrap();
    let mut site = Site { renderer, files: BTreeMap::new() };
    for language in Language::ALL {
        overall::add(&mut site, language);
        people::add(&mut site, language);
        rules::add(&mut site, language);
        incentives::add(&mut site, language);
        site.files.insert(Assets::search_path(language), search_script(&overall::search_entries(language)));
    }
    overall::add_root(&mut site);
    for asset in site.renderer.assets().files() {
        site.files.insert(asset.path.clone(), asset.bytes.to_vec());
    }
    site.files
}

fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The values of an attribute, as written.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The address that `link` on `page` means.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<_> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{page}: {link} leaves the site"),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[test]
fn every_local_link_resolves_to_a_file_and_an_anchor() {
    let files = build();
    let mut checked = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = text_of(bytes);
        for link in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
            if link.starts_with("https://") || link.starts_with("mailto:") {
                continue;
            }
            let (address, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if address.is_empty() { path.clone() } else { resolve(path, address) };
            let found = files.get(&target).unwrap_or_else(|| panic!("{path}: {link} → {target} is missing"));
            if !anchor.is_empty() {
                assert!(
                    text_of(found).contains(&format!(" id=\"{anchor}\"")),
                    "{path}: {link} has no anchor"
                );
            }
            checked += 1;
        }
    }
    assert!(checked > 500, "{checked} links");
}

#[test]
fn hostile_texts_never_become_markup() {
    for (path, bytes) in build().iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = text_of(bytes);
        assert!(!html.contains("<script>"), "{path}: a script without source");
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(
                tag.contains(" src=\"") || tag.contains("type=\"application/json\""),
                "{path}: <script{tag}>"
            );
        }
        assert!(!html.contains("onerror=\"") && !html.contains("<img"), "{path}");
        assert!(!html.contains(" style="), "{path}: an inline style");
        for left in ["{{", "{%", "[object", "undefined"] {
            assert!(!html.contains(left), "{path}: {left}");
        }
    }
    let agent = text_of(&build()["zh/agents/a006.html"]).to_owned();
    assert!(
        agent.contains("&lt;script&gt;window.__xss=1&lt;/script&gt;&quot;&#39;&amp;"),
        "the name is shown as text"
    );
}

#[test]
fn both_languages_have_the_same_pages_and_anchors() {
    let files = build();
    let of = |language: &str| -> BTreeMap<String, BTreeSet<String>> {
        files
            .iter()
            .filter_map(|(path, bytes)| {
                let address = path.strip_prefix(language)?.strip_prefix('/')?;
                let ids = attributes(text_of(bytes), "id").into_iter().map(str::to_owned).collect();
                Some((address.to_owned(), ids))
            })
            .collect()
    };
    let zh = of("zh");
    assert!(zh.len() > 25, "{} pages", zh.len());
    assert_eq!(zh, of("en"));
}

#[test]
fn an_agent_page_of_a_full_year_is_lean() {
    let files = build();
    for path in ["zh/agents/a001.html", "en/agents/a001.html"] {
        let size = files[path].len();
        assert!(size < 70_000, "{path}: {size} bytes");
    }
}

#[test]
fn only_pages_with_interactive_charts_lead_to_the_chart_library() {
    let files = build();
    let interactive = |page: &str| text_of(&files[page]).contains("<script type=\"application/json\">");
    assert!(interactive("zh/index.html"));
    assert!(!interactive("zh/agents/a001.html") && !interactive("zh/glossary.html"));
    // The script fetches the library when such a chart comes near; no page names it as a script of its own.
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!text_of(bytes).contains("<script defer src=\"../assets/echarts"), "{path}");
    }
    assert!(text_of(&files["zh/index.html"]).contains(" data-charts=\"../assets/echarts."));
}

#[test]
fn the_sample_site_is_written_where_asked() {
    let Some(folder) = std::env::var_os("DESKSCORE_PREVIEW").map(PathBuf::from) else {
        return;
    };
    for (path, bytes) in build() {
        let to = folder.join(&path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
}
