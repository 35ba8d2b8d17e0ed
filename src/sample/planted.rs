//! Two organisations for the audit: one whose indicator system has a defect of each kind, and its twin without any. Both have the
//! same people and the same draws; only what is planted differs.

use super::settings::File;
use crate::stats::Random;
use std::fmt::Write;

/// The seed of the examples.
pub const AUDIT_SEED: u64 = 20_250;
/// Agents of each team.
const AGENTS: usize = 12;
/// Teams, which are one peer group.
const TEAMS: [(&str, &str, &str); 3] =
    [("north", "北岸组", "North shore"), ("south", "南岸组", "South shore"), ("isle", "岛上组", "The isle")];
/// Months of the year.
const MONTHS: usize = 12;
/// Cases of an agent in a month.
const CASES: f64 = 600.0;
/// The ordinary level of every indicator, and one standard deviation between agents.
const LEVEL: (f64, f64) = (0.80, 0.04);
/// Width of the longest key of an indicator with its colon: canonical form puts values below each other.
const KEY: usize = 15;
/// The value of full points.
const FULL: f64 = 0.864;

/// An indicator: id, names, what it counts, dimension, weight, what is planted.
struct Planted {
    id: &'static str,
    zh: &'static str,
    en: &'static str,
    counts: &'static str,
    dimension: usize,
    weight: u32,
    defect: Defect,
}

/// What is planted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Defect {
    None,
    /// The figures of the first indicator again.
    Duplicate,
    /// The same for all.
    Constant,
    /// Far above full points for all.
    Saturated,
    /// Drawn over the line of full points.
    Bunched,
    /// Written with the wrong sign.
    Reversed,
    /// Its target eases each quarter.
    Drifting,
    /// One to three cases a month.
    Tiny,
    /// Hardly differs between people.
    Silent,
    /// Its scale is a fraction of the others'.
    Dominant,
}

const fn planted(
    id: &'static str,
    (zh, en, counts): (&'static str, &'static str, &'static str),
    dimension: usize,
    weight: u32,
    defect: Defect,
) -> Planted {
    Planted { id, zh, en, counts, dimension, weight, defect }
}

const INDICATORS: [Planted; 12] = [
    planted("reply_in_time", ("及时回复率", "Replies in time", "及时回复"), 0, 9, Defect::None),
    planted("reply_on_shift", ("当班回复率", "Replies on shift", "当班回复"), 0, 8, Defect::Duplicate),
    planted("closed_in_day", ("当日结案率", "Closed within the day", "当日结案"), 0, 8, Defect::Silent),
    planted("handover", ("交接合格率", "Clean handovers", "合格交接"), 0, 8, Defect::None),
    planted("csat", ("客户满意度", "Customer satisfaction", "满意"), 1, 9, Defect::Drifting),
    planted("first_contact", ("一次解决率", "Resolved at first contact", "一次解决"), 1, 8, Defect::Bunched),
    planted("qa_pass", ("质检合格率", "Checked and found right", "质检合格"), 1, 8, Defect::Dominant),
    planted("form_filled", ("工单完整率", "Complete records", "完整工单"), 1, 8, Defect::Constant),
    planted("exam", ("知识测验正确率", "Right answers in the test", "答对"), 2, 9, Defect::None),
    planted("article_used", ("知识库引用率", "Articles used", "引用"), 2, 8, Defect::Reversed),
    planted("process_kept", ("流程遵守率", "Process kept", "遵守"), 2, 9, Defect::Saturated),
    planted("mentor_rated", ("带教评价率", "Mentored cases rated well", "好评"), 2, 8, Defect::Tiny),
];

/// Dimensions: id, names, nature.
const DIMENSIONS: [(&str, &str, &str, &str); 3] = [
    ("speed", "效率", "Speed", "speed"),
    ("quality", "质量", "Quality", "quality"),
    ("knowledge", "专业", "Knowledge", "knowledge"),
];

/// The files, drawn with `seed`, of the organisation with every defect, or of its twin without any, sorted by path.
#[must_use]
pub fn audit_example(seed: u64, defects: bool) -> Vec<File> {
    let mut files = vec![
        File { path: "agents/coast.yml".to_owned(), text: agents() },
        File { path: "deskscore.yml".to_owned(), text: organisation(defects) },
        File { path: "indicators/coast.yml".to_owned(), text: indicators(defects) },
        File { path: "schemes/coast.yml".to_owned(), text: scheme(defects) },
        File { path: "targets/2025/coast.yml".to_owned(), text: targets(defects) },
        File { path: "teams.yml".to_owned(), text: teams() },
    ];
    let people: Vec<[f64; INDICATORS.len()]> =
        (0..TEAMS.len() * AGENTS).map(|agent| traits(seed, agent)).collect();
    for month in 0..MONTHS {
        let path = format!("metrics/2025/2025-{:02}.yml", month + 1);
        files.push(File { path, text: metrics(seed, month, &people, defects) });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn head(depth: usize, noun: &str) -> String {
    format!("# yaml-language-server: $schema={}data/schema/{noun}.schema.json\n", "../".repeat(depth + 3))
}

fn organisation(defects: bool) -> String {
    let (zh, en) = if defects {
        ("海岸客服：审计样例（有缺陷）", "Coast desk: audit example with defects")
    } else {
        ("海岸客服：审计样例（无缺陷）", "Coast desk: audit example without defects")
    };
    let mut text = head(0, "deskscore");
    let _ = write!(
        text,
        "name: {{ zh: {zh}, en: \"{en}\" }}\nabout:\n  zh: 人物与数字均为虚构，由种子生成。\n  en: People and figures are made up, from a seed.\nas_of: 2026-01-08\ndimensions:\n"
    );
    for (id, zh, en, nature) in DIMENSIONS {
        let key = format!("{id}:");
        let _ = writeln!(text, "  {key:<10} {{ name: {{ zh: {zh}, en: {en} }}, nature: {nature} }}");
    }
    text
}

fn teams() -> String {
    let mut text = head(0, "teams") + "teams:\n";
    for (id, zh, en) in TEAMS {
        let key = format!("{id}:");
        let _ = writeln!(text, "  {key:<6} {{ name: {{ zh: {zh}, en: {en} }}, peer_group: coast }}");
    }
    text
}

fn agent(at: usize) -> String {
    format!("a{:02}", at + 1)
}

fn agents() -> String {
    let mut text = head(1, "agents") + "agents:\n";
    for at in 0..TEAMS.len() * AGENTS {
        let (team, ..) = TEAMS[at / AGENTS];
        let id = agent(at);
        let _ = writeln!(
            text,
            "  {id}: {{ name: {{ zh: 客服{0:02}, en: Agent {0:02} }}, joined: 2023-03-01, postings: [{{ from: 2023-03-01, team: {team} }}] }}",
            at + 1
        );
    }
    text
}

fn indicators(defects: bool) -> String {
    let mut text = head(1, "indicators") + "indicators:\n";
    for of in &INDICATORS {
        let (dimension, ..) = DIMENSIONS[of.dimension];
        let duplicate = defects && of.defect == Defect::Duplicate;
        let counts = if duplicate { INDICATORS[0].counts } else { of.counts };
        let _ = writeln!(
            text,
            "  {:<KEY$} {{ name: {{ zh: {}, en: {} }}, dimension: {dimension}, measure: share, numerator: {counts}, denominator: 次数, unit: percent, direction: up }}",
            format!("{}:", of.id),
            of.zh,
            of.en
        );
    }
    text
}

fn scheme(defects: bool) -> String {
    let mut text = head(1, "schemes");
    text.push_str("schemes:\n  coast:\n    name: { zh: 海岸客服考核, en: Coast appraisal }\n    version: \"2025\"\n    from: 2025-01\n    items:\n");
    for of in &INDICATORS {
        let narrow = defects && of.defect == Defect::Dominant;
        let (zero, full) = if narrow { ("72.4%", "86.4%") } else { ("46.4%", "86.4%") };
        let _ = writeln!(
            text,
            "      {:<KEY$} {{ weight: {}, rule: {{ linear: {{ zero: {zero}, full: {full} }} }} }}",
            format!("{}:", of.id),
            of.weight
        );
    }
    text.push_str("    bands:\n      a: { name: { zh: 优秀, en: Excellent }, from: 92 }\n      b: { name: { zh: 良好, en: Good }, from: 80 }\n      c: { name: { zh: 待提升, en: To improve }, from: 0 }\n");
    text
}

/// A goal of the first team for each quarter: the same all year, or easier each time.
fn targets(defects: bool) -> String {
    let mut text = head(2, "targets") + "targets:\n";
    let days = [("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31")];
    for (quarter, (first, last)) in days.iter().enumerate() {
        let goal = if defects { 84 - 3 * quarter } else { 80 };
        let number = quarter + 1;
        let _ = write!(
            text,
            "  north-csat-2025q{number}:\n    title: {{ zh: 北岸组满意度不低于{goal}%, en: North shore satisfaction at least {goal}% }}\n    subject: team north\n    indicator: csat\n    scope: all\n    kind: reach\n    goal: \">= {goal}%\"\n    evaluation: pooled\n    start: 2025-{first}\n    end: 2025-{last}\n"
        );
    }
    text
}

/// How an agent stands in each indicator over the year, in standard deviations: what is common to all, what to the dimension, and
/// what is the indicator's own.
fn traits(seed: u64, agent: usize) -> [f64; INDICATORS.len()] {
    let mut random = Random::stream(seed, agent as u64);
    let common = random.normal();
    let dimensions: [f64; DIMENSIONS.len()] = std::array::from_fn(|_| random.normal());
    INDICATORS.map(|of| 0.7 * common + 0.5 * dimensions[of.dimension] + 0.55 * random.normal())
}

fn metrics(seed: u64, month: usize, people: &[[f64; INDICATORS.len()]], defects: bool) -> String {
    let mut text = head(2, "metrics");
    let _ = writeln!(text, "period: 2025-{:02}\nagents:", month + 1);
    for (agent, traits) in people.iter().enumerate() {
        let _ = write!(text, "  {}: {{ days: 21/22", self::agent(agent));
        let mut first = (0, 0);
        for (at, (of, own)) in INDICATORS.iter().zip(traits).enumerate() {
            let stream = 1_000 + ((month * people.len() + agent) * INDICATORS.len() + at) as u64;
            let defect = if defects { of.defect } else { Defect::None };
            let mut counts = figures(*own, defect, first, &mut Random::stream(seed, stream));
            if at == 0 {
                first = counts;
            }
            counts.0 = counts.0.min(counts.1);
            let _ = write!(text, ", {}: {}/{}", of.id, counts.0, counts.1);
        }
        text.push_str(" }\n");
    }
    text
}

/// Numerator and denominator of a month.
fn figures(own: f64, defect: Defect, first: (u64, u64), random: &mut Random) -> (u64, u64) {
    let month = random.normal();
    let n = CASES + 60.0 * random.uniform() - 30.0;
    let few = 1.0 + 3.0 * random.uniform();
    let n = if defect == Defect::Tiny { few as u64 } else { n as u64 };
    let (level, spread) = LEVEL;
    let share = match defect {
        Defect::Saturated => 0.96 + 0.008 * (own + month),
        Defect::Silent => level + 0.0005 * own,
        Defect::Reversed => level - spread * (own + month),
        _ => level + spread * (own + month),
    };
    let count = random.binomial(n, share.clamp(0.02, 0.98)).unwrap_or(0);
    let drawn_over = random.uniform() < 0.8;
    match defect {
        Defect::Constant => (18 * 32, 20 * 32),
        Defect::Duplicate => (first.0 - first.0.min(count % 3), first.1),
        Defect::Bunched => {
            let line = libm::ceil(FULL * n as f64) as u64;
            let near = count < line && (count as f64) > (FULL - 0.02) * n as f64;
            (if near && drawn_over { line } else { count }, n)
        }
        _ => (count, n),
    }
}
