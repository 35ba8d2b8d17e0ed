//! What the pages of the small shop say, as snapshots of their text: a change of words or numbers is seen in review.

use crate::program::{copy, deskscore, files, root, warned};

/// The text of `<main>`, one line for each piece of text between tags.
fn text(html: &str) -> String {
    let main = html
        .split_once("<main")
        .and_then(|(_, rest)| rest.split_once("</main>"))
        .map_or("", |(main, _)| main);
    let mut out = String::new();
    for piece in main.split('<').skip(1) {
        let Some((tag, words)) = piece.split_once('>') else { continue };
        let drawn = ["svg", "text", "tspan", "path", "rect", "g", "line", "circle", "script"];
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        let words = words.trim();
        if !words.is_empty() && !drawn.contains(&name) {
            out.push_str(words);
            out.push('\n');
        }
    }
    out
}

#[test]
fn pages_of_the_small_shop() {
    let folder = tempfile::tempdir().expect("a folder");
    // Outside of git, so that neither a commit nor uncommitted changes are part of what pages say.
    copy(&root().join("examples/small-shop/data"), &folder.path().join("data"));
    let site = folder.path().join("site");
    let built = deskscore(["build", "--as-of", "2025-04-08", "--out", "site"])
        .current_dir(folder.path())
        .output()
        .expect("the program starts");
    assert!(built.status.success(), "{}", warned(&built));
    let pages = files(&site);
    let agent = pages.keys().find(|path| path.starts_with("en/agents/")).expect("an agent's page").clone();
    for page in ["zh/index.html", "en/index.html", "zh/ranking.html", agent.as_str()] {
        let html = String::from_utf8_lossy(&pages[page]).into_owned();
        let name = page.replace(['/', '.'], "-");
        insta::assert_snapshot!(name, text(&html));
    }
}

/// The verdict page of the audit of the sample organisation, and a system's sections on the year before and on recommendations.
#[test]
fn pages_of_the_audit() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("data"), &folder.path().join("data"));
    let built = deskscore(["build", "--out", "site"]).current_dir(folder.path()).output();
    let built = built.expect("the program starts");
    assert!(built.status.success(), "{}", warned(&built));
    let pages = files(&folder.path().join("site"));
    let page = |path: &str| String::from_utf8_lossy(&pages[path]).into_owned();
    insta::assert_snapshot!("zh-audit-html", text(&page("zh/audit.html")));
    let system = page("en/audit/service-2025-aftersale.html");
    let (_, year) = system.split_once("<h2 id=\"year\">").expect("the section on the year before");
    let (year, _) = year.split_once("<h2 id=\"appendix\">").expect("the appendix after it");
    insta::assert_snapshot!("en-audit-year", text(&format!("<main><h2>{year}</main>")));
}
