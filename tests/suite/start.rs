//! `init --from`: a repository that starts from a team's own export is clean, builds at once, and takes the next month.

use crate::program::{deskscore, files, put, run, said, warned};
use std::path::Path;
use std::process::Output;

const FEIGE: &str = "客服昵称,客服在线天数,接待会话量,转出会话量,有效评价数,好评数,差评数,全天首响时长,全天平响时长,全天3分钟回复率\n\
    林薇,21,812,12,201,182,6,0:00:19,0:00:32,97.3%\n\
    赵敏,20,640,8,97,90,3,0:00:15,0:00:28,98.1%\n\
    店铺汇总,41,1452,20,298,272,9,0:00:17,0:00:30,97.7%\n";

const FRESHDESK: &str = "Ticket ID,Agent,Status,Created time,First response time (in hrs),Resolution time (in hrs),Resolution status,Survey results\n\
    11,Lin Wei,Closed,2025-03-03 09:00:00,00:12:30,30:00:00,Within SLA,Happy\n\
    12,Lin Wei,Resolved,2025-03-04 09:00:00,1:00:00,2:30:00,SLA Violated,Neutral\n\
    14,Chen Man,Open,2025-03-06 09:00:00,00:00:00,00:00:00,,\n";

/// A folder with an export in it.
fn place(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    put(place.path(), name, bytes);
    place
}

fn inside(folder: &Path, arguments: &str) -> Output {
    deskscore(arguments.split_whitespace()).current_dir(folder).output().expect("the program starts")
}

fn told(output: &Output) -> String {
    format!("{}{}", said(output), warned(output))
}

/// Runs a command that has to succeed.
fn fine(folder: &Path, arguments: &str) -> String {
    let output = inside(folder, arguments);
    assert!(output.status.success(), "{arguments}: {}", told(&output));
    told(&output)
}

/// Runs a command that has to fail with this code, and leaves no folder `desk`.
fn refused(folder: &Path, arguments: &str, code: i32) -> String {
    let output = inside(folder, arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments}: {}", told(&output));
    assert!(!folder.join("desk").exists(), "{arguments} wrote something");
    told(&output)
}

fn text(folder: &Path, path: &str) -> String {
    let path = folder.join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_summary_becomes_a_site_and_takes_the_next_month() {
    for language in ["zh", "en"] {
        let place = place("feige.csv", FEIGE.as_bytes());
        let at = place.path();
        let begun = fine(at, &format!("init desk --from feige.csv --period 2025-03 --language {language}"));
        let (preset, rows, next) = match language {
            "zh" => ("列名属于预设 feige", "读入 3 行 = 采用 2 行 + 排除 1 行", "接下来：cd desk"),
            _ => (
                "the columns are those of the preset feige",
                "3 rows in = 2 used + 1 left out",
                "next: cd desk",
            ),
        };
        assert!([preset, rows, next].iter().all(|said| begun.contains(said)), "{begun}");
        let desk = at.join("desk");
        fine(&desk, "check");
        fine(&desk, "fmt --check");
        fine(&desk, "build");
        assert!(desk.join("site/zh/agents/lin.wei.html").is_file() && desk.join("site/index.html").is_file());
        let scheme = text(&desk, "data/schemes/service-2025.yml");
        assert!(scheme.contains("（草案）") && scheme.contains("(draft)"), "{scheme}");
        // The mean interval has no count in this export, so it is shown and has no weight.
        assert_eq!(scheme.matches("weight: 50,").count(), 2, "{scheme}");
        assert!(!scheme.contains("avg_reply_interval") && !scheme.contains("contacts_handled"), "{scheme}");
        let agents = text(&desk, "data/agents/desk.yml");
        assert!(
            agents.contains("  lin.wei:\n") && agents.contains("  zhao.min:\n") && !agents.contains("店铺"),
            "{agents}"
        );
        let month = text(&desk, "data/metrics/2025/2025-03-chat.yml");
        assert!(
            month.contains("csat_rate: 182/201")
                && month.contains("# imported with feige from feige.csv sha256 "),
            "{month}"
        );
        assert_eq!(agents.contains("首个有数据的月份"), language == "zh", "{agents}");

        // The next month, twice; then a corrected file.
        put(at, "april.csv", FEIGE.replace(",182,", ",190,"));
        let again = &format!("import ../april.csv --preset feige --period 2025-04 --lang {language}");
        fine(&desk, again);
        let before = files(&desk.join("data"));
        assert!(fine(&desk, again).contains(if language == "zh" {
            "没有变化"
        } else {
            "nothing changes"
        }));
        assert_eq!(files(&desk.join("data")), before);
        fine(&desk, "check");
    }
}

#[test]
fn tickets_and_a_map_of_ones_own_are_ways_to_begin() {
    let place = place("tickets.csv", FRESHDESK.as_bytes());
    let at = place.path();
    fine(at, "init desk --from tickets.csv --preset freshdesk --period 2025-03 --language en");
    fine(&at.join("desk"), "check");
    fine(&at.join("desk"), "build");
    let scheme = text(at, "desk/data/schemes/service-2025.yml");
    assert!(scheme.contains("resolution_time:") && scheme.contains("h, full: "), "{scheme}");

    let map = "rows: records\nagent: { column: Agent }\nchannel: phone\ncase: Ticket ID\ndate: Created time\nfigures:\n  contacts_handled: {}\n  resolution_rate: { when: [{ column: Status, is: [Closed, Resolved] }] }\n";
    put(at, "own.yml", map);
    let begun = fine(at, "init own --from tickets.csv --map own.yml --period 2025-03 --lang en");
    assert!(begun.contains("kept as data/maps/own.yml"), "{begun}");
    let own = at.join("own");
    assert_eq!(text(&own, "data/maps/own.yml"), map);
    assert!(text(&own, "data/deskscore.yml").contains("phone:"), "{}", text(&own, "data/deskscore.yml"));
    fine(&own, "check");
    assert!(
        fine(&own, "import ../tickets.csv --map own --period 2025-03 --lang en").contains("nothing changes")
    );
    // A figure that nobody knows is told, and the rest begins.
    put(at, "more.yml", format!("{map}  smiles: {{ when: [{{ column: Status, is: Open }}] }}\n"));
    let begun = fine(at, "init more --from tickets.csv --map more.yml --period 2025-03 --lang en");
    assert!(begun.contains("`smiles` is passed over") && begun.contains("not kept"), "{begun}");
    fine(&at.join("more"), "check");
}

#[test]
fn what_cannot_begin_says_why_and_writes_nothing() {
    let place = place("feige.csv", FEIGE.as_bytes());
    let at = place.path();
    let why = refused(at, "init desk --from feige.csv --period March --lang en", 2);
    assert!(why.contains("write it like 2025-03"), "{why}");
    let why = refused(at, "init desk --from feige.csv", 2);
    assert!(why.contains("--period"), "{why}");
    let why = refused(at, "init desk --from feige.csv --preset fiege --period 2025-03 --lang en", 2);
    assert!(why.contains("did you mean `feige`"), "{why}");
    let why = refused(at, "init desk --from nothing.csv --period 2025-03", 2);
    assert!(why.contains("nothing.csv"), "{why}");
    put(at, "other.csv", "a,b\n1,2\n");
    let why = refused(at, "init desk --from other.csv --period 2025-03 --lang en", 2);
    assert!(why.contains("no preset") && why.contains("--map"), "{why}");
    let why = refused(at, "init desk --from other.csv --preset feige --period 2025-03 --lang en", 1);
    assert!(why.contains("there is no column") && why.contains("the columns are: a, b"), "{why}");
    put(at, "empty.csv", "");
    let why = refused(at, "init desk --from empty.csv --period 2025-03", 2);
    assert!(why.contains("empty.csv"), "{why}");
    put(at, "head.csv", FEIGE.lines().next().expect("a header").to_owned() + "\n");
    let why = refused(at, "init desk --from head.csv --preset feige --period 2025-03 --lang en", 1);
    assert!(why.contains("nothing stands below the row of names"), "{why}");
    put(at, "bad.csv", FEIGE.replace(",182,", ",many,"));
    let why = refused(at, "init desk --from bad.csv --preset feige --period 2025-03 --lang en", 1);
    assert!(why.contains("row 2 column F (好评数): `many`"), "{why}");
    put(
        at,
        "words.csv",
        FEIGE.replace("林薇", "=cmd|'/c calc'!A1").replace("赵敏", "<script>alert(1)</script>"),
    );
    fine(at, "init hostile --from words.csv --preset feige --period 2025-03");
    fine(&at.join("hostile"), "check");
    fine(&at.join("hostile"), "build");
    let page = text(&at.join("hostile"), "site/zh/index.html");
    assert!(!page.contains("<script>alert(1)"), "a name became a script");
    // Data that is there is never touched.
    let before = files(&at.join("hostile/data"));
    let again = run([
        "init",
        &at.join("hostile").display().to_string(),
        "--from",
        &at.join("feige.csv").display().to_string(),
        "--period",
        "2025-03",
    ]);
    assert_eq!(again.status.code(), Some(2), "{}", warned(&again));
    assert_eq!(files(&at.join("hostile/data")), before);
}
