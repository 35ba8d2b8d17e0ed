//! Golden imports: realistic exports of platforms in their encodings, what is told about each row, and the YAML that comes of them.
//! Every figure is small enough to check by hand.

use super::program::{copy, deskscore, files, root, said, warned};
use encoding_rs::GB18030;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use std::path::Path;

/// A desk in a temporary folder.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&root().join("tests/imports/desk"), &folder.path().join("data"));
        Self { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// Runs `import` with arguments separated by blanks, in English if they name no language; gives the exit code, what was said and what was told.
    pub fn import(&self, arguments: &str) -> (i32, String, String) {
        let output = deskscore(["import"])
            .args(arguments.split_whitespace())
            .args(if arguments.contains("--lang") { [].as_slice() } else { &["--lang", "en"] })
            .current_dir(self.path())
            .output()
            .expect("the program starts");
        (output.status.code().unwrap_or(-1), said(&output), warned(&output))
    }

    /// All metrics files, one below the other.
    pub fn yaml(&self) -> String {
        let found = files(&self.path().join("data"));
        let metrics = found.iter().filter(|(path, _)| path.starts_with("metrics/"));
        metrics.map(|(path, bytes)| format!("==> {path}\n{}", String::from_utf8_lossy(bytes))).collect()
    }
}

/// Imports and compares report and YAML with the golden file; importing again changes nothing.
fn golden(name: &str, arguments: &str, put: &[(&str, Vec<u8>)]) {
    let desk = Desk::new();
    for (path, bytes) in put {
        desk.put(path, bytes);
    }
    let (code, out, told) = desk.import(arguments);
    let text = format!("$ deskscore import {arguments}\nexit {code}\n{out}{told}{}", desk.yaml());
    let before = files(&desk.path().join("data"));
    if code == 0 {
        let (again, _, told) = desk.import(arguments);
        assert_eq!(again, 0, "{told}");
        assert_eq!(files(&desk.path().join("data")), before, "a second import changed something");
        let checked = deskscore(["check"]).current_dir(desk.path()).output().expect("the program starts");
        assert!(checked.status.success(), "{}", said(&checked));
    }
    insta::with_settings!({ snapshot_path => "../imports", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

fn text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

#[test]
fn qianniu_in_gb18030() {
    let export = "旺旺昵称,咨询人数,接待人数,询单人数,销售人数,销售额,净销售额,平均响应时长（秒）,客户满意率,客户评价数,旺旺回复率\n\
        晴川旗舰店:林薇,\"1,210\",1180,400,112,\"33,600.50\",\"31,200.00\",28.5,96.50%,200,99.17%\n\
        晴川旗舰店:小敏,900,880,300,90,22500,22000.5,35,--,0,98.00%\n\
        合计,2110,2060,700,202,56100.5,53200.5,31.75,96.50%,200,98.58%\n";
    let map = "rows: summary\nagent:\n  column: 旺旺昵称\n  strip: \"晴川旗舰店:\"\n  aliases: { zhao.min: [小敏, 敏敏] }\nchannel: chat\nfigures:\n  contacts_handled: { value: 接待人数 }\n  conversion_rate: { numerator: 销售人数, denominator: 询单人数 }\n  sales_amount: { value: 净销售额 }\n  aov: { numerator: 销售额, denominator: 销售人数 }\n  avg_reply_interval: { value: 平均响应时长（秒） }\n  csat_rate: { value: 客户满意率, n: 客户评价数 }\n  ww_reply_rate: { value: 旺旺回复率, n: 咨询人数 }\n";
    let (bytes, _, _) = GB18030.encode(export);
    golden(
        "qianniu",
        "千牛三月.csv --map qianniu --period 2025-03",
        &[("千牛三月.csv", bytes.into_owned()), ("data/maps/qianniu.yml", text(map))],
    );
}

#[test]
fn feige_has_the_shop_among_its_agents() {
    let export = "客服昵称,客服在线天数,接待会话量,转出会话量,有效评价数,好评数,差评数,全天首响时长,全天平响时长,全天3分钟回复率\n\
        林薇,21,812,12,201,182,6,0:00:19,0:00:32,97.3%\n\
        赵敏,20,640,8,97,90,3,0:00:15,0:00:28,98.1%\n\
        店铺汇总,41,1452,20,298,272,9,0:00:17,0:00:30,97.7%\n\
        店铺均值,20.5,726,10,149,136,4.5,0:00:17,0:00:30,97.7%\n";
    golden("feige", "feige.csv --preset feige --period 2025-03", &[("feige.csv", text(export))]);
}

#[test]
fn kuaishou_in_a_workbook_with_a_merged_header() {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2025, 4, 2).unwrap();
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let (plain, percent) = (Format::new(), Format::new().set_num_format("0.0%"));
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 5, "客服数据 2025年3月", &plain).unwrap();
    sheet.merge_range(1, 0, 2, 0, "客服昵称", &plain).unwrap();
    sheet.merge_range(1, 1, 1, 2, "人维度", &plain).unwrap();
    sheet.merge_range(1, 3, 1, 5, "会话维度", &plain).unwrap();
    for (column, name) in
        ["3分钟回复率", "接待人数", "3分钟回复率", "平均首响时长", "接待会话数"].iter().enumerate()
    {
        sheet.write_string(2, column as u16 + 1, *name).unwrap();
    }
    let rows = [
        ("林薇", 0.975, 400.0, 0.98, 18.0, 500.0),
        ("Chen Man", 0.9, 100.0, 0.91, 40.0, 120.0),
        ("总计", 0.96, 500.0, 0.966, 22.3, 620.0),
    ];
    let time = Format::new().set_num_format("[h]:mm:ss");
    for (at, (name, persons, n, sessions, first, count)) in rows.iter().enumerate() {
        let row = at as u32 + 3;
        sheet.write_string(row, 0, *name).unwrap();
        sheet.write_number_with_format(row, 1, *persons, &percent).unwrap();
        sheet.write_number(row, 2, *n).unwrap();
        sheet.write_number_with_format(row, 3, *sessions, &percent).unwrap();
        sheet.write_number_with_format(row, 4, first / 86_400.0, &time).unwrap();
        sheet.write_number(row, 5, *count).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    golden(
        "kuaishou-scale-unsaid",
        "kuaishou.xlsx --preset kuaishou --period 2025-03",
        &[("kuaishou.xlsx", bytes.clone())],
    );
    let map = "rows: summary\nagent: { column: 客服昵称 }\nchannel: chat\nfigures:\n  reply_3min_rate: { value: 人维度/3分钟回复率, n: 人维度/接待人数, format: fraction }\n  first_response_time: { value: 会话维度/平均首响时长, n: 会话维度/接待会话数 }\n";
    golden(
        "kuaishou",
        "kuaishou.xlsx --map k.yml --period 2025-03",
        &[("kuaishou.xlsx", bytes), ("k.yml", text(map))],
    );
}

#[test]
fn xiaohongshu_with_tabs_in_utf_16() {
    let export = "客服昵称\t接待会话数\t45秒首响会话数\t3分钟回复会话数\t评价数\t好评数\t平均首响时长\r\n林薇\t300\t270\t290\t40\t38\t22秒\r\n赵敏\t200\t150\t190\t0\t0\t1分5秒\r\n平均值\t250\t210\t240\t20\t19\t43.5秒\r\n";
    let bytes: Vec<u8> =
        std::iter::once(0xfeff_u16).chain(export.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    golden("xiaohongshu", "xhs.txt --preset xiaohongshu --period 2025-03", &[("xhs.txt", bytes)]);
}

#[test]
fn jd_names_somebody_whom_nobody_knows() {
    let export = "客服,咨询量,30秒应答率,平均响应时长,满意度,评价量,咨询人数,咨询→下单转化率\n\
        林薇,500,92.4%,21,96%,50,300,31%\n林微,20,85%,30,100%,2,12,25%\n王五,10,80%,40,-,0,8,0%\n";
    let put = [("jd.csv", text(export))];
    golden("jd-unknown", "jd.csv --preset jd --period 2025-03", &put);
    golden("jd-unknown-zh", "jd.csv --preset jd --period 2025-03 --lang zh", &put);
    golden("jd-added", "jd.csv --preset jd --period 2025-03 --add-agents", &put);
}

#[test]
fn shopzilla_has_days_before_months_and_times_that_run_backwards() {
    let export = "Unique id,channel_name,Issue_reported at,issue_responded,connected_handling_time,Agent_name,CSAT Score\n\
        a1,Inbound,01/03/2025 10:00,01/03/2025 10:05,300,Lin Wei,5\n\
        a2,Inbound,02/03/2025 10:00,02/03/2025 09:58,,Lin Wei,4\n\
        a3,Outcall,03/03/2025 23:59,04/03/2025 00:01,420,Lin Wei,1\n\
        a4,Email,31/03/2025 23:00,01/04/2025 08:00,0,Zhao Min,3\n\
        a5,Email,01/04/2025 00:00,01/04/2025 00:10,100,Zhao Min,5\n\
        a1,Inbound,01/03/2025 10:00,01/03/2025 10:05,300,Lin Wei,5\n";
    golden("shopzilla", "calls.csv --preset shopzilla --period 2025-03", &[("calls.csv", text(export))]);
}

#[test]
fn zendesk_as_lines_of_json_in_another_zone() {
    let export = r#"{"id": 1, "created_at": "2025-02-28T16:30:00Z", "status": "solved", "assignee": {"name": "Lin Wei"}, "tags": [], "metric_set": {"reopens": 0, "solved_at": "2025-03-01T04:30:00Z", "reply_time_in_minutes": {"calendar": 12}}, "satisfaction_rating": {"score": "good"}}
{"id": 2, "created_at": "2025-03-05T01:00:00Z", "status": "closed", "assignee": {"name": "Lin Wei"}, "metric_set": {"reopens": 2, "solved_at": "2025-03-06T13:00:00Z", "reply_time_in_minutes": {"calendar": 90.5}}, "satisfaction_rating": {"score": "bad"}}
{"id": 3, "created_at": "2025-03-31T16:30:00Z", "status": "open", "assignee": {"name": "Lin Wei"}, "metric_set": {"reopens": 0}, "satisfaction_rating": {"score": "unoffered"}}
{"id": 4, "created_at": "2025-03-10T00:00:00Z", "status": "open", "assignee": {"name": "Zhao Min"}, "metric_set": {"reopens": 0, "reply_time_in_minutes": {"calendar": null}}, "satisfaction_rating": {"score": "offered"}}
{"id": 5, "created_at": "2025-03-11T00:00:00Z", "status": "new", "assignee": null}
"#;
    let put = [("tickets.jsonl", text(export))];
    golden("zendesk-zone-unsaid", "tickets.jsonl --preset zendesk --period 2025-03", &put);
    golden("zendesk-zone-unsaid-zh", "tickets.jsonl --preset zendesk --period 2025-03 --lang zh", &put);
    let preset = deskscore(["import", "--preset", "zendesk", "--show"]).output().expect("the program starts");
    let map = format!("{}times: {{ utc_offset: +08:00 }}\n", said(&preset));
    // A map of one's own is strict: columns that this export lacks are taken out of it.
    let map = map
        .lines()
        .filter(|line| !line.contains("[Tags, tags") && !line.starts_with("leave_out"))
        .collect::<Vec<_>>()
        .join("\n")
        + "\n";
    golden(
        "zendesk",
        "tickets.jsonl --map zendesk --period 2025-03",
        &[put[0].clone(), ("data/maps/zendesk.yml", text(&map))],
    );
}

#[test]
fn freshdesk_leaves_spam_out() {
    let export = "Ticket ID,Agent,Status,Created time,First response time (in hrs),Resolution time (in hrs),Resolution status,Survey results\n\
        11,Lin Wei,Closed,2025-03-03 09:00:00,00:12:30,30:00:00,Within SLA,Happy\n\
        12,Lin Wei,Resolved,2025-03-04 09:00:00,1:00:00,2:30:00,SLA Violated,Neutral\n\
        13,Lin Wei,Spam,2025-03-05 09:00:00,00:00:00,00:00:00,,\n\
        14,Chen Man,Open,2025-03-06 09:00:00,00:00:00,00:00:00,,\n\
        15,No Agent,Open,2025-03-06 09:00:00,00:00:00,00:00:00,,\n";
    let map = "15,No Agent";
    golden(
        "freshdesk",
        "fresh.csv --preset freshdesk --period 2025-03",
        &[("fresh.csv", text(&export.replace(map, "15,")))],
    );
}

#[test]
fn intercom_rates_with_five_stars_and_zeros_for_blanks() {
    let export = "Conversation ID,Teammate assigned,Conversation started at,First response time (seconds),Time to close (seconds),Reopens,Conversation rating\n\
        c1,Lin Wei,2025-03-01 10:00,30,3600,0,5\nc2,Lin Wei,2025-03-02 10:00,90,7200,1,0\nc3,Lin Wei,2025-03-03 10:00,,,0,4\n\
        c4,Zhao Min,2025-03-04 10:00,10,60,0,0\nc5,Zhao Min,2025-03-05 10:00,20,60,0,7\n";
    golden("intercom", "talks.csv --preset intercom --period 2025-03", &[("talks.csv", text(export))]);
}

#[test]
fn semicolons_and_decimal_commas() {
    let export = "\u{feff}Mitarbeiter;Umsatz;Käufer;Anfragen;Zufriedenheit;Bewertungen\r\nLin Wei;1.234,50;12;60;93,1;58\r\nZhao Min;98,75;3;20;88;25\r\nSumme;1.333,25;15;80;91,6;83\r\n";
    let map = "rows: summary\nagent: { column: Mitarbeiter }\ndecimal: comma\nleave_out:\n  - { column: Mitarbeiter, is: Summe, why: { zh: 合计, en: sums of the shop } }\nfigures:\n  sales_amount: { value: Umsatz }\n  aov: { numerator: Umsatz, denominator: Käufer }\n  conversion_rate: { numerator: Käufer, denominator: Anfragen }\n  csat_rate: { value: Zufriedenheit, n: Bewertungen, format: percent }\n";
    golden(
        "semicolon",
        "umsatz.csv --map shop.yml --period 2025-03",
        &[("umsatz.csv", text(export)), ("shop.yml", text(map))],
    );
}

/// A log of tickets, several rows each: reopened tickets, a night shift over midnight, a holiday, touches of two agents.
#[test]
fn tickets_with_reopenings_in_business_hours_over_midnight() {
    let export = "ticket,agent,at,opened,replied,solved,reopens,bot\n\
        t1,Lin Wei,2025-03-04 23:30,2025-03-04 23:00,2025-03-04 23:30,2025-03-05 05:00,0,no\n\
        t2,Lin Wei,2025-03-05 05:30,2025-03-05 05:00,2025-03-05 22:30,,0,no\n\
        t3,Lin Wei,2025-03-05 23:00,2025-03-05 21:00,2025-03-05 22:00,2025-03-06 01:00,0,no\n\
        t3,Zhao Min,2025-03-07 23:00,2025-03-05 21:00,2025-03-05 22:00,2025-03-07 23:00,1,no\n\
        t4,助手,2025-03-07 23:00,2025-03-07 22:00,2025-03-07 22:00,2025-03-07 22:01,0,yes\n\
        t5,Zhao Min,2025-03-31 23:30,2025-03-31 23:00,2025-03-31 23:10,2025-04-01 01:00,0,no\n\
        t5,Zhao Min,2025-04-02 23:30,2025-03-31 23:00,2025-03-31 23:10,2025-04-02 23:00,1,no\n";
    let map = "rows: records\nagent: { column: agent }\ndate: at\ncase: { column: ticket, rows: last }\ncalendar:\n  hours: { mon-fri: 22:00-06:00, sat-sun: closed }\n  holidays: [2025-03-06]\nleave_out:\n  - { column: bot, is: yes, why: bots }\nfigures:\n  contacts_handled: {}\n  first_response_time: { from: opened, to: replied, clock: business }\n  frt_within_rate: { from: opened, to: replied, within: 30min, clock: business }\n  resolution_time: { from: opened, to: solved, clock: business }\n  reopen_rate: { when: [{ column: reopens, at_least: 1 }], of: [{ column: solved, filled: true }] }\n  frt_p90: { from: opened, to: replied, percentile: 90 }\n";
    let put = [("log.csv", text(export)), ("log.yml", text(map))];
    golden("touch-last", "log.csv --map log.yml --period 2025-03", &put);
    let first = [put[0].clone(), ("log.yml", text(&map.replace("rows: last", "rows: first")))];
    golden("touch-first", "log.csv --map log.yml --period 2025-03", &first);
    let single = [put[0].clone(), ("log.yml", text(&map.replace(", rows: last", "")))];
    golden("touch-unsaid", "log.csv --map log.yml --period 2025-03", &single);
}

/// Daily summaries: counts add up, means do not.
#[test]
fn days_of_a_month_are_added_up_and_means_are_refused() {
    let export = "日期,客服,评价数,好评数,平均首响,会话\n2025-03-01,林薇,10,9,12,30\n2025-03-02,林薇,200,90,18,40\n2025-02-28,林薇,10,10,5,10\n2025-03-01,林薇,10,9,12,30\n";
    let map = "rows: summary\nagent: { column: 客服 }\ndate: 日期\nfigures:\n  csat_rate: { numerator: 好评数, denominator: 评价数 }\n";
    golden(
        "days",
        "days.csv --map d.yml --period 2025-03",
        &[("days.csv", text(export)), ("d.yml", text(map))],
    );
    let means = format!("{map}  first_response_time: {{ value: 平均首响, n: 会话 }}\n");
    golden(
        "days-of-means",
        "days.csv --map d.yml --period 2025-03",
        &[("days.csv", text(export)), ("d.yml", text(&means))],
    );
}

#[test]
fn what_cannot_be_read_stops_the_import_with_its_place() {
    let export = "agent,csat,n,good,rated\nLin Wei,93.1,10,9,10\nZhao Min,88%,x,12,10\nZhao Min,89%,5,4,5\n";
    let map = "rows: summary\nagent: { column: agent }\nfigures:\n  csat_rate: { value: csat, n: n }\n  conversion_rate: { numerator: god, denominator: rated }\n";
    let put = [("bad.csv", text(export)), ("b.yml", text(map))];
    golden("bad-column", "bad.csv --map b.yml --period 2025-03", &put);
    golden("bad-column-zh", "bad.csv --map b.yml --period 2025-03 --lang zh", &put);
    let mended = [put[0].clone(), ("b.yml", text(&map.replace("god,", "good,")))];
    golden("bad-cells", "bad.csv --map b.yml --period 2025-03", &mended);
    golden("bad-cells-zh", "bad.csv --map b.yml --period 2025-03 --lang zh", &mended);
    let wrong = "rows: summry\nagent: { column: agent, alias: x }\nfigures:\n  csat_rte: { value: csat }\n  nps: { value: csat }\n";
    golden("bad-map", "bad.csv --map b.yml --period 2025-03", &[put[0].clone(), ("b.yml", text(wrong))]);
}

const MARCH: &str = "客服昵称,接待会话量,有效评价数,好评数\n林薇,812,201,182\n赵敏,640,97,90\n";

#[test]
fn a_corrected_file_changes_only_what_differs() {
    let desk = Desk::new();
    desk.put("feige.csv", MARCH.as_bytes());
    let arguments = "feige.csv --preset feige --period 2025-03";
    assert_eq!(desk.import(arguments).0, 0);
    let path = "data/metrics/2025/2025-03-chat.yml";
    let before = std::fs::read_to_string(desk.path().join(path)).unwrap();
    // Somebody writes beside it.
    let noted = before.replace("  zhao.min: { ", "  # on leave until the 10th\n  zhao.min: { days: 15/21, ");
    desk.put(path, noted.as_bytes());
    desk.put("feige.csv", MARCH.replace("97,90", "97,91").as_bytes());
    let (code, diff, told) = desk.import(&format!("{arguments} --dry-run"));
    assert_eq!(code, 0, "{told}");
    assert_eq!(std::fs::read_to_string(desk.path().join(path)).unwrap(), noted, "a dry run writes nothing");
    let changed: Vec<&str> = diff
        .lines()
        .filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---"))
        .collect();
    assert_eq!(changed.len(), 4, "{diff}");
    assert!(changed[1].starts_with("+# imported with feige from feige.csv sha256 "), "{diff}");
    assert!(
        changed[3].starts_with("+  zhao.min: { days: 15/21, contacts_handled: 640, csat_rate: 91/97"),
        "{diff}"
    );
    assert_eq!(desk.import(arguments).0, 0);
    let after = std::fs::read_to_string(desk.path().join(path)).unwrap();
    assert!(after.contains(
        "  # on leave until the 10th\n  zhao.min: { days: 15/21, contacts_handled: 640, csat_rate: 91/97"
    ));
    assert_eq!(
        before.lines().find(|line| line.contains("lin.wei")),
        after.lines().find(|line| line.contains("lin.wei"))
    );
}

#[test]
fn a_closed_month_is_refused_with_the_way_to_correct_it() {
    let desk = Desk::new();
    desk.put("feige.csv", MARCH.as_bytes());
    let arguments = "feige.csv --preset feige --period 2025-03";
    assert_eq!(desk.import(arguments).0, 0);
    let close = |more: &str| {
        let words = format!("close 2025-03 --on 2025-04-10 {more}");
        deskscore(words.split_whitespace()).current_dir(desk.path()).output().expect("the program starts")
    };
    assert!(close("").status.success());
    assert_eq!(desk.import(arguments).0, 0, "nothing changes, so nothing is refused");
    desk.put("feige.csv", MARCH.replace("97,90", "97,91").as_bytes());
    let before = desk.yaml();
    let (code, _, told) = desk.import(arguments);
    assert!(
        code != 0 && told.contains("2025-03 was closed on 2025-04-10") && told.contains("--correct --by WHO"),
        "{told}"
    );
    assert_eq!(desk.yaml(), before);
    let (code, _, told) = desk.import(&format!("{arguments} --correct"));
    assert_eq!(code, 0, "{told}");
    assert!(desk.yaml().contains("91/97"));
    let recorded = close("--correct --by boss --reason recount");
    assert!(recorded.status.success(), "{}", warned(&recorded));
}

#[test]
fn a_folder_is_imported_as_one_table_and_told_as_json() {
    let desk = Desk::new();
    let head = "客服昵称,接待会话量,有效评价数,好评数\n";
    desk.put("parts/part-0.csv", format!("{head}林薇,812,201,182\n").as_bytes());
    desk.put("parts/part-1.csv", format!("{head}赵敏,640,97,90\n").as_bytes());
    desk.put("parts/_SUCCESS", b"");
    let (code, out, told) = desk.import("parts --preset feige --period 2025-03 --format json");
    assert_eq!(code, 0, "{told}");
    let value: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((value["rows"].as_u64(), value["used"].as_u64()), (Some(2), Some(2)));
    assert_eq!(value["files"][1]["name"], "part-1.csv");
    assert!(desk.yaml().contains("lin.wei:  { contacts_handled: 812, csat_rate: 182/201"), "{}", desk.yaml());
}
