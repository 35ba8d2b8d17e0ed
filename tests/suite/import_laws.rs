//! Laws of imports: counting equals a naive reference, and neither the order of rows nor how they are divided over files matters.

use super::program::{files, root};
use deskscore::check::{Input, Options, check, check_map};
use deskscore::import::{Asked, Counted, Export, Holder, count};
use deskscore::model::{Model, Month};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let all: Vec<(String, String)> = files(&root().join("tests/imports/desk"))
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
            .collect();
        let inputs: Vec<Input<'_>> = all.iter().map(|(path, text)| Input { path, text: Ok(text) }).collect();
        let checked = check(&inputs, &Options::default());
        checked.model.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
    })
}

const MAP: &str = "rows: records
agent: { column: agent }
channel: { column: channel, values: { chat: [chat, 在线], phone: phone } }
date: at
case: id
leave_out: [{ column: agent, contains: bot, why: bots }]
figures:
  contacts_handled: {}
  first_response_time: { from: at, to: replied }
  frt_within_rate: { from: at, to: replied, within: 30s }
  frt_p90: { from: at, to: replied, percentile: 90 }
  csat_avg: { value: rating }
  csat_rate: { when: [{ column: rating, at_least: 4 }], of: [{ column: rating, at_least: 1 }] }
  sales_amount: { value: sales }
";

/// One ticket.
#[derive(Debug, Clone)]
struct Ticket {
    agent: usize,
    phone: bool,
    day: u32,
    /// Seconds to the reply; negative where the clocks were wrong.
    reply: Option<i64>,
    rating: Option<u32>,
    /// Cents.
    sales: i64,
    /// Whether the row stands there twice.
    twice: bool,
}

const AGENTS: [(&str, Option<&str>); 6] = [
    ("林薇", Some("lin.wei")),
    ("Lin Wei", Some("lin.wei")),
    ("zhao.min", Some("zhao.min")),
    ("陈曼", Some("chen.man")),
    ("sales-bot", None),
    ("合计", None),
];

fn ticket() -> impl Strategy<Value = Ticket> {
    let reply = prop_oneof![
        1 => Just(None),
        6 => (0_i64..90).prop_map(Some),
        1 => (-5_i64..0).prop_map(Some),
    ];
    let rating = prop_oneof![2 => Just(None), 1 => Just(Some(0)), 5 => (1_u32..=5).prop_map(Some)];
    (0..AGENTS.len(), any::<bool>(), 1_u32..34, reply, rating, -500_i64..20_000, prop::bool::weighted(0.1))
        .prop_map(|(agent, phone, day, reply, rating, sales, twice)| Ticket {
            agent,
            phone,
            day,
            reply,
            rating,
            sales,
            twice,
        })
}

fn line(id: usize, ticket: &Ticket) -> String {
    let start = chrono::NaiveDate::from_ymd_opt(2025, 3, 1).unwrap().and_hms_opt(9, 0, 0).unwrap()
        + chrono::Days::new(u64::from(ticket.day - 1));
    let moment =
        |seconds: i64| (start + chrono::TimeDelta::seconds(seconds)).format("%Y-%m-%d %H:%M:%S").to_string();
    let (agent, _) = AGENTS[ticket.agent];
    let channel = if ticket.phone { "phone" } else { "在线" };
    let reply = ticket.reply.map(&moment).unwrap_or_default();
    let rating = ticket.rating.map(|rating| rating.to_string()).unwrap_or_default();
    let sales = format!(
        "{}{}.{:02}",
        if ticket.sales < 0 { "-" } else { "" },
        ticket.sales.abs() / 100,
        ticket.sales.abs() % 100
    );
    format!("{id},\"{agent}\",{channel},{},{reply},{rating},{sales}\n", moment(0))
}

const HEAD: &str = "id,agent,channel,at,replied,rating,sales\n";

fn imported(parts: &[Vec<String>]) -> Counted {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<_> = parts
        .iter()
        .enumerate()
        .map(|(at, lines)| {
            let path = folder.path().join(format!("{at}.csv"));
            std::fs::write(&path, format!("{HEAD}{}", lines.concat())).expect("a file");
            path
        })
        .collect();
    let exports: Vec<Export<'_>> =
        paths.iter().map(|path| Export { path, name: path.display().to_string() }).collect();
    let checked = check_map(MAP, "map.yml", false, model());
    let map = checked.map.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    let month = Month::parse("2025-03").expect("a month");
    count(&exports, &Asked { map: &map, map_name: "map", lenient: false, model: model(), month })
        .expect("a table")
}

/// Numbers without the machinery: one pass over the tickets for each figure of each agent and channel.
fn reference(tickets: &[Ticket]) -> BTreeMap<(String, String), BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for agent in ["chen.man", "lin.wei", "zhao.min"] {
        for (phone, channel) in [(false, "chat"), (true, "phone")] {
            let mine: Vec<&Ticket> = tickets
                .iter()
                .filter(|t| AGENTS[t.agent].1 == Some(agent) && t.phone == phone && t.day <= 31)
                .collect();
            if mine.is_empty() {
                continue;
            }
            let mut replies: Vec<i64> = mine.iter().filter_map(|t| t.reply).filter(|s| *s >= 0).collect();
            replies.sort_unstable();
            let timed = mine.iter().filter(|t| t.reply.is_none_or(|s| s >= 0)).count();
            let rated: Vec<u32> = mine.iter().filter_map(|t| t.rating).filter(|r| *r > 0).collect();
            let cents: i64 = mine.iter().map(|t| t.sales).sum();
            let money =
                format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100);
            let money = money.trim_end_matches('0').trim_end_matches('.').to_owned();
            let mut figures = BTreeMap::from([
                ("contacts_handled".to_owned(), mine.len().to_string()),
                (
                    "first_response_time".to_owned(),
                    format!("{}/{}", replies.iter().sum::<i64>(), replies.len()),
                ),
                (
                    "frt_within_rate".to_owned(),
                    format!("{}/{timed}", replies.iter().filter(|s| **s <= 30).count()),
                ),
                ("csat_avg".to_owned(), format!("{}/{}", rated.iter().sum::<u32>(), rated.len())),
                (
                    "csat_rate".to_owned(),
                    format!("{}/{}", rated.iter().filter(|r| **r >= 4).count(), rated.len()),
                ),
                ("sales_amount".to_owned(), money),
            ]);
            if !replies.is_empty() {
                let rank = (replies.len() * 90).div_ceil(100);
                figures.insert(
                    "frt_p90".to_owned(),
                    format!("{{ value: {}s, n: {} }}", replies[rank - 1], replies.len()),
                );
            }
            all.insert((agent.to_owned(), channel.to_owned()), figures);
        }
    }
    all
}

fn shown(holders: &[Holder]) -> BTreeMap<(String, String), BTreeMap<String, String>> {
    holders
        .iter()
        .map(|holder| {
            let who = holder.who.clone().expect("everybody is known");
            let figures = holder.figures.iter().cloned().collect();
            ((who, holder.channel.clone().unwrap_or_default()), figures)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    /// Rows in are rows used and left out; figures are those of a naive count; cut files and turned rows give the same.
    #[test]
    fn counting_is_that_of_a_naive_reference(tickets in prop::collection::vec(ticket(), 0..120), cut in any::<prop::sample::Index>()) {
        let mut lines: Vec<String> = Vec::new();
        for (id, ticket) in tickets.iter().enumerate() {
            lines.push(line(id, ticket));
            if ticket.twice {
                lines.push(line(id, ticket));
            }
        }
        let whole = imported(std::slice::from_ref(&lines));
        prop_assert_eq!(shown(&whole.holders), reference(&tickets));
        let left: u64 = whole.report.left_out.iter().map(|left| left.rows).sum();
        prop_assert_eq!(whole.report.rows, lines.len() as u64);
        prop_assert_eq!(whole.report.rows, whole.report.used + left);
        let used = whole.report.used > 0;
        prop_assert_eq!(whole.report.errors.is_empty(), used, "{:?}", whole.report.errors);

        let (one, other) = lines.split_at(cut.index(lines.len() + 1));
        let split = imported(&[one.to_vec(), other.to_vec()]);
        prop_assert_eq!(&split.holders, &whole.holders);
        prop_assert_eq!(split.report.used, whole.report.used);
        let turned: Vec<String> = lines.iter().rev().cloned().collect();
        prop_assert_eq!(&imported(&[turned]).holders, &whole.holders);
    }
}

/// Every preset is a map without fault, and each of its figures is one of the catalogue of the golden desk or passed over.
#[test]
fn presets_are_maps_without_fault() {
    let mut names = BTreeSet::new();
    for (name, text) in deskscore::import::PRESETS {
        let checked = check_map(text, name, true, model());
        assert!(checked.diagnostics.is_empty(), "{name}: {:?}", checked.diagnostics);
        // The golden desk lacks this one, so that passing over is seen.
        let lacking: &[&str] = if *name == "jd" { &["offline_message_rate"] } else { &[] };
        assert_eq!(checked.passed, lacking, "{name}");
        names.insert(*name);
    }
    assert_eq!(names.len(), 9);
}

/// The maps that the documentation shows are read without a fault.
#[test]
fn maps_of_the_documentation_are_read_without_a_fault() {
    use deskscore::diag::{FileId, Sink};
    let mut seen = 0;
    for page in ["docs/import.md", "docs/beyond.md"] {
        let text = std::fs::read_to_string(root().join(page)).expect("the page");
        for block in text.split("```yaml").skip(1).filter_map(|rest| rest.split("```").next()) {
            let block = block.split_once('\n').map_or("", |(_, block)| block);
            let mut sink = Sink::new();
            let read = deskscore::raw::read::<deskscore::raw::MapFile>(block, FileId(0), &mut sink);
            assert!(read.is_some() && sink.is_empty(), "{page}: {:?}", sink.finish());
            seen += 1;
        }
    }
    assert_eq!(seen, 3);
}
