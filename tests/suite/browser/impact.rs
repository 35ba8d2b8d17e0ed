//! The page of a review in a real browser: nothing sticks out at any width, and every chart can be read where it is shown.

use super::browser;
use crate::histories::{AGENTS, History, MAY, SCHEME};
use crate::program::{said, warned};
use serde_json::json;

/// A change that moves many scores by several causes, and ranks to the same places.
fn change() -> History {
    let mut history = History::new();
    history.edit(SCHEME, "csat: { weight: 50", "csat: { weight: 60");
    history.edit(SCHEME, "response: { weight: 30", "response: { weight: 20");
    let may = std::fs::read_to_string(history.data(MAY)).unwrap();
    // All of a team have the same figures now, and with them the same score and the same rank.
    let alike = |line: &str| match line.trim_start().split_once(':') {
        Some((agent, _)) if line.contains("csat:") => {
            format!("  {agent}: {{ days: 21/22, csat: 108/120, response: 9000/320, exam: 80/1 }}")
        }
        _ => line.to_owned(),
    };
    history.put(MAY, &(may.lines().map(alike).collect::<Vec<_>>().join("\n") + "\n"));
    let people = std::fs::read_to_string(history.data(AGENTS)).unwrap();
    history.put(AGENTS, &people.replace("en: Ann }", "en: Ann Elizabeth Featherstonehaugh-Cholmondeley }"));
    history.put(
        "events/2025/2025-05.yml",
        "period: 2025-05\nevents:\n  - { id: p1, agent: cai, date: 2025-05-11, type: praise, rater: boss, evidence: letter 13 }\n",
    );
    history.commit("change");
    history
}

/// What of the drawings that are shown cannot be read: more or less than one of a figure, words outside of it or over each other, and
/// words that are too small.
const UNREADABLE: &str = "[...document.querySelectorAll('.plot')].flatMap(plot => {
    const shown = [...plot.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0);
    if (shown.length !== 1) return ['drawings: ' + shown.length];
    const box = shown[0].getBoundingClientRect(), words = [...shown[0].querySelectorAll('text')];
    const areas = words.map(word => ({ word: word.textContent, area: word.getBoundingClientRect() }));
    const out = areas.filter(({ area }) => area.left < box.left - 1 || area.right > box.right + 1)
        .map(({ word }) => 'outside: ' + word);
    const over = areas.flatMap((one, at) => areas.slice(at + 1).filter(other =>
        Math.min(one.area.right, other.area.right) - Math.max(one.area.left, other.area.left) > 1
        && Math.min(one.area.bottom, other.area.bottom) - Math.max(one.area.top, other.area.top) > one.area.height / 3)
        .map(other => 'over each other: ' + one.word + ' / ' + other.word));
    const scale = box.width / shown[0].viewBox.baseVal.width;
    const small = 13 * scale < 11.5 ? ['type of ' + 13 * scale + ' px'] : [];
    const cut = innerWidth >= 390 && box.width > plot.clientWidth + 1 ? ['cut at the right: ' + box.width] : [];
    return [...out, ...over, ...small, ...cut];
})";

#[test]
fn the_page_of_a_review_fits_every_screen() {
    let Some(mut browser) = browser("the_page_of_a_review_fits_every_screen") else { return };
    let history = change();
    for language in ["zh", "en"] {
        let page = history.path().join(format!("{language}.html"));
        let out = page.display().to_string();
        let told = history.review(&["main..change", "--format", "html", "--lang", language, "--out", &out]);
        assert!(page.is_file(), "{}{}", said(&told), warned(&told));
        for (width, scheme) in [(1440, "light"), (390, "dark"), (390, "light"), (320, "light")] {
            browser.size(width, 900);
            browser.scheme(scheme);
            let complaints = browser.open(&format!("file://{out}"), "file://");
            assert_eq!(complaints, Vec::<String>::new(), "{language} at {width}");
            let wide = browser.evaluate("document.documentElement.scrollWidth - innerWidth");
            assert!(wide.as_i64().unwrap_or(1) <= 0, "{language} at {width} is {wide} px too wide");
            assert_eq!(browser.evaluate(UNREADABLE), json!([]), "{language} at {width}");
            let kinds = browser
                .evaluate("['slope', 'waterfall'].every(kind => document.querySelector('.c-' + kind))");
            assert_eq!(kinds, true, "{language}: a kind of chart is missing");
        }
    }
}
