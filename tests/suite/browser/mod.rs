//! The site in a real browser, from disk and without a network: what a reader gets at two widths, in both languages, light
//! and dark, with and without scripts, on paper.

mod chromium;
mod impact;

use crate::program::{copy, deskscore, put, root, sample_site};
use chromium::{Chromium, program};
use serde_json::json;
use std::io::{BufRead, BufReader, Write};
use std::time::{Duration, Instant};

/// One page of each kind, below the folder of a language.
const PAGES: [&str; 16] = [
    "index.html",
    "teams/presale.html",
    "agents/lin.wei.html",
    "indicators/csat_rate.html",
    "targets.html",
    "incentives.html",
    "incentives/top-thirty.html",
    "ranking.html",
    "periods/2025-q4.html",
    "schemes/service-2025.html",
    "quality.html",
    "glossary.html",
    "diagnostics.html",
    "search.html",
    "agents.html",
    "periods.html",
];

/// A browser, or `None` after saying on the real standard error that the test was skipped and why.
fn browser(test: &str) -> Option<Chromium> {
    match program() {
        Some(program) => Some(Chromium::start(&program)),
        None if std::env::var_os("DESKSCORE_REQUIRE_BROWSER").is_some() => {
            panic!("no browser was found, and DESKSCORE_REQUIRE_BROWSER asks for one");
        }
        None => {
            // Not `eprintln!`, which the test runner would hide.
            let _ = writeln!(
                std::io::stderr(),
                "SKIPPED {test}: no Chromium on the path; install it or set DESKSCORE_CHROMIUM"
            );
            None
        }
    }
}

fn address(page: &str) -> String {
    format!("file://{}/{page}", sample_site().display())
}

fn pages() -> Vec<String> {
    let site = sample_site();
    let both = ["zh", "en"].into_iter().flat_map(|language| PAGES.map(|page| format!("{language}/{page}")));
    let all: Vec<String> = both.collect();
    for page in &all {
        assert!(site.join(page).is_file(), "{page} is not in the site");
    }
    all
}

#[test]
fn pages_open_from_disk_without_errors_and_fit_every_screen() {
    let Some(mut browser) = browser("pages_open_from_disk_without_errors_and_fit_every_screen") else {
        return;
    };
    let mut faults = Vec::new();
    for page in pages() {
        for (width, scheme) in [(1440, "light"), (390, "dark"), (320, "light")] {
            browser.size(width, 900);
            browser.scheme(scheme);
            let complaints = browser.open(&address(&page), "file://");
            faults.extend(complaints.into_iter().map(|complaint| format!("{page} at {width}: {complaint}")));
            let wide = browser.evaluate("document.documentElement.scrollWidth - innerWidth");
            if wide.as_i64().unwrap_or(1) > 0 {
                faults.push(format!("{page} at {width} is {wide} px too wide"));
            }
            let light = browser.evaluate(BACKGROUND).as_f64().unwrap_or(-1.0);
            let fits = if scheme == "dark" { (0.0..0.3).contains(&light) } else { light > 0.7 };
            if !fits {
                faults.push(format!("{page}: {scheme}, but the page's lightness is {light}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Lightness of the page's background, 0–1.
const BACKGROUND: &str =
    "(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g)
    .map(Number); return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; })()";

#[test]
fn charts_have_ink_a_name_and_their_data() {
    let Some(mut browser) = browser("charts_have_ink_a_name_and_their_data") else { return };
    browser.size(1440, 900);
    let mut seen = 0;
    for page in pages() {
        browser.open(&address(&page), "file://");
        let bad = browser.evaluate(
            "[...document.querySelectorAll('figure')].filter(figure => {
                const box = figure.querySelector('[role=img]');
                if (!box) return figure.querySelector('svg');
                const drawn = [...box.querySelectorAll('svg')].some(svg => svg.getBoundingClientRect().height > 20
                    && svg.querySelector('path, rect, circle, line, polyline'));
                return !drawn || !box.getAttribute('aria-label') || !figure.querySelector('table');
            }).map(figure => figure.id || figure.textContent.slice(0, 60))",
        );
        assert_eq!(bad, json!([]), "{page}");
        seen += browser
            .evaluate("document.querySelectorAll('figure [role=img]').length")
            .as_u64()
            .unwrap_or_default();
    }
    assert!(seen > 20, "only {seen} charts were seen");
}

/// Pages hold what is a chart's own; the script adds what all have in common, and draws a chart when it comes near the window.
#[test]
fn the_script_completes_every_interactive_chart() {
    let Some(mut browser) = browser("the_script_completes_every_interactive_chart") else { return };
    browser.size(1440, 900);
    let mut seen = 0;
    for page in ["zh/teams/presale.html", "en/indicators/csat_rate.html", "zh/schemes/service-2025.html"] {
        let complaints = browser.open(&address(page), "file://");
        assert_eq!(complaints, Vec::<String>::new(), "{page}");
        let asked = browser.evaluate("document.querySelectorAll('figure > script').length").as_u64();
        let begun = Instant::now();
        while browser.evaluate(DRAWN).as_u64() != asked {
            assert!(begun.elapsed() < Duration::from_secs(30), "{page}: charts stay still");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert_eq!(browser.evaluate(INCOMPLETE), json!([]), "{page}");
        seen += asked.unwrap_or_default();
    }
    assert!(seen >= 10, "only {seen} charts were seen");
}

/// Brings every chart near the window once, and counts those that are drawn.
const DRAWN: &str = "(async () => {
    for (const figure of document.querySelectorAll('figure')) {
        figure.scrollIntoView();
        await new Promise(done => setTimeout(done, 10));
    }
    return document.querySelectorAll('.live svg').length;
})()";

/// What the options of the drawn charts lack.
const INCOMPLETE: &str = "[...document.querySelectorAll('.live')].flatMap(live => {
    const option = echarts.getInstanceByDom(live).getOption();
    const holds = {
        still: option.animation === false,
        pointed: option.series.every(one => one.emphasis.disabled === true && one.cursor === 'default'),
        labels: option.series.every(one => one.label?.formatter !== '{@[2]}' || (one.silent && one.labelLayout.hideOverlap)),
        bands: option.series.every(one => (one.markArea?.data ?? []).flat().every(end => typeof end.yAxis !== 'string')),
        words: option.textStyle.color === 'var(--ink)' && option.textStyle.fontSize === 13,
        tooltip: option.tooltip[0].confine === true && option.tooltip[0].formatter === '{b}',
        axes: [...option.xAxis, ...option.yAxis].every(axis => axis.axisLine.onZero === false),
        narrow: option.yAxis[0].axisLabel.overflow === 'truncate' && option.grid[0].left > 0,
    };
    return Object.keys(holds).filter(name => !holds[name]).map(name => `${live.closest('figure').id}: ${name}`);
})";

#[test]
fn without_scripts_the_numbers_stay() {
    let Some(mut browser) = browser("without_scripts_the_numbers_stay") else { return };
    let numbers = "(document.body.innerText.match(/\\d[\\d.,]*/g) || []).length";
    for page in pages() {
        browser.scripts(true);
        browser.open(&address(&page), "file://");
        let with = browser.evaluate(numbers).as_f64().unwrap_or_default();
        browser.scripts(false);
        browser.open(&address(&page), "file://");
        let without = browser.evaluate(numbers).as_f64().unwrap_or_default();
        assert!(without >= 0.95 * with, "{page}: {with} numbers with scripts, {without} without");
        let figures =
            browser.evaluate("[...document.querySelectorAll('[data-kpi]')].every(f => f.innerText.trim())");
        assert_eq!(figures, true, "{page}: a headline figure is empty without scripts");
    }
}

#[test]
fn tables_sort_and_the_language_switch_keeps_the_page() {
    let Some(mut browser) = browser("tables_sort_and_the_language_switch_keeps_the_page") else { return };
    browser.size(1440, 900);
    browser.open(&address("zh/ranking.html"), "file://");
    let sorted = browser.evaluate(
        "(() => {
            const table = [...document.querySelectorAll('table')].find(table => table.querySelector('thead th button'));
            const first = () => [...table.querySelectorAll('tbody tr')].map(row => row.innerText).join('|');
            const before = first();
            const button = table.querySelectorAll('thead th button')[1];
            button.click(); const once = first(); const mark = button.closest('th').getAttribute('aria-sort');
            button.click(); const twice = first();
            return { changed: before !== once || once !== twice, mark, marks: table.querySelectorAll('[aria-sort]').length };
        })()",
    );
    assert_eq!(sorted["changed"], true);
    assert!(sorted["mark"].is_string() && sorted["marks"] == 1, "{sorted}");
    let other = browser.evaluate("document.querySelector('a[hreflang=en]').href");
    assert!(other.as_str().unwrap_or_default().ends_with("/en/ranking.html"), "{other}");
}

#[test]
fn search_finds_people_by_name_pinyin_and_id() {
    let Some(mut browser) = browser("search_finds_people_by_name_pinyin_and_id") else { return };
    for (language, words) in [("zh", ["林薇", "linwei", "lin.wei"]), ("en", ["Lin Wei", "lw", "lin.wei"])] {
        for word in words {
            browser.open(&address(&format!("{language}/search.html")), "file://");
            let found = browser.evaluate(&format!(
                "(async () => {{
                    const field = document.querySelector('main [type=search], [type=search]');
                    field.focus(); field.value = {word:?};
                    field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                    await new Promise(done => setTimeout(done, 400));
                    return [...document.querySelectorAll('a')].filter(a => a.href.endsWith('/agents/lin.wei.html')
                        && a.offsetParent).length;
                }})()"
            ));
            assert!(found.as_u64().unwrap_or_default() > 0, "{language}: {word} finds nothing");
        }
    }
}

#[test]
fn the_interview_sheet_is_one_page() {
    let Some(mut browser) = browser("the_interview_sheet_is_one_page") else { return };
    for page in ["zh/agents/lin.wei.html", "en/agents/lin.wei.html"] {
        browser.scheme("dark");
        browser.open(&address(page), "file://");
        let printed =
            browser.call("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true }));
        let pdf = decode(printed["data"].as_str().expect("a PDF"));
        let named = |name: &[u8]| pdf.windows(name.len()).filter(|window| *window == name).count();
        let pages = named(b"/Type /Page") - named(b"/Type /Pages");
        assert_eq!(pages, 1, "{page} prints on {pages} sheets");
    }
}

/// Base64 (RFC 4648) to bytes.
fn decode(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut bits, mut held, mut out) = (0_u32, 0_u32, Vec::new());
    for six in text.bytes().filter_map(value) {
        bits = (bits << 6) | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    out
}

#[test]
fn serve_reloads_shows_faults_and_recovers() {
    let Some(mut browser) = browser("serve_reloads_shows_faults_and_recovers") else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    copy(&root().join("examples/small-shop/data"), &data);
    let teams = std::fs::read_to_string(data.join("teams.yml")).expect("the teams");
    let mut server = deskscore(["serve", "--port", "0", "--data", &data.display().to_string()])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut lines = BufReader::new(server.stderr.take().expect("its messages")).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| {
            line.split_once("http://").map(|(_, rest)| rest.split(';').next().unwrap_or_default().to_owned())
        })
        .expect("the server says where it listens");
    std::thread::spawn(move || lines.for_each(drop));
    let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let page = format!("http://{address}/en/index.html");
        let allowed = format!("http://{address}/");
        assert_eq!(browser.open(&page, &allowed), Vec::<String>::new());
        put(&data, "teams.yml", teams.replace("name:", "nmae:"));
        wait(&mut browser, "document.body.innerText.includes('unknown-field')");
        put(&data, "teams.yml", &teams);
        wait(&mut browser, "!!document.querySelector('[data-kpi]')");
    }));
    server.kill().expect("the server is ended");
    server.wait().expect("it ends");
    if let Err(panic) = ended {
        std::panic::resume_unwind(panic);
    }
}

fn wait(browser: &mut Chromium, expression: &str) {
    let begun = Instant::now();
    while browser.try_evaluate(expression) != Some(json!(true)) {
        assert!(begun.elapsed() < Duration::from_secs(30), "never true: {expression}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
