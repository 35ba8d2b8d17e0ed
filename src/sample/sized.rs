//! Organisations of any size, made file by file: teams of twelve, one scheme, one metrics file a month with one line per
//! agent, and improvement targets whose baselines follow from the same draws.

use super::calendar::{Month, day};
use super::draw::{Wanted, Work, figures};
use super::figure::Figure;
use super::level::{Circumstances, stream};
use super::names::name;
use super::person::{Person, Posting, Stint};
use super::quantity::{Quantity, find};
use super::settings::{File, Settings};
use super::texts::{FIXED, indicator_block};
use std::borrow::Cow;
use std::fmt::Write;

/// Agents of a team.
const TEAM: usize = 12;
/// Targets of a file.
const TARGETS_PER_FILE: usize = 600;
/// Place in the catalogue of customer satisfaction, at which targets aim.
const AIMED_AT: usize = 1;
/// Contacts of an agent in a month.
const CONTACTS: f64 = 620.0;

/// Indicators in the order in which they are taken: id, ordinary level, rule of the scheme.
const CATALOGUE: [(&str, f64, &str); 19] = [
    ("first_response_time", 26.0, "linear: { zero: 60s, full: 15s }"),
    ("csat_rate", 0.88, "linear: { zero: 70%, full: 95% }"),
    ("fcr", 0.79, "linear: { zero: 60%, full: 90% }"),
    ("qa_score", 87.0, "linear: { zero: 60, full: 95 }"),
    ("resolution_rate", 0.9, "linear: { zero: 70%, full: 96% }"),
    ("complaint_rate", 0.003, "deduction: { full: 2‰, per: 1‰, points: 15, counting: started }"),
    ("avg_reply_interval", 36.0, "linear: { zero: 80s, full: 25s }"),
    ("kb_usage_rate", 0.74, "linear: { zero: 40%, full: 85% }"),
    ("conversion_rate", 0.27, "attainment: { target: 30% }"),
    ("resolution_time", 22.0, "piecewise: [[12h, 100], [24h, 85], [48h, 40], [72h, 0]]"),
    ("exam_pass_rate", 0.93, "all_or_nothing: \">= 90%\""),
    ("cross_team_cases", 3.6, "linear: { zero: 0, full: 5 }"),
    ("training_attendance", 0.9, "attainment: { target: 80% }"),
    ("meeting_attendance", 0.94, "attainment: { target: 90% }"),
    ("followup_rate", 0.35, "attainment: { target: 30% }"),
    ("compliance_rate", 0.98, "linear: { zero: 90%, full: 99% }"),
    ("offline_message_rate", 0.97, "linear: { zero: 85%, full: 100% }"),
    ("communication_score", 85.0, "linear: { zero: 60, full: 92 }"),
    ("bad_review_rescue_rate", 0.66, "linear: { zero: 40%, full: 82% }"),
];

/// An indicator of the organisation.
struct Chosen {
    id: String,
    base: &'static str,
    quantity: &'static Quantity,
    level: f64,
    rule: &'static str,
}

/// The files, one after the other.
pub(super) fn files(settings: &Settings) -> impl Iterator<Item = File> + '_ {
    let teams = settings.agents.div_ceil(TEAM).max(1);
    let head = [organisation(), team_list(teams), indicators(settings), scheme(settings)];
    let agents = (0..teams).map(|team| agent_file(settings, team));
    let months = (0..settings.months).map(|n| metrics(settings, n));
    let goals = if settings.indicators > AIMED_AT { settings.targets } else { 0 };
    let targets = (0..goals.div_ceil(TARGETS_PER_FILE)).map(|n| targets(settings, n));
    head.into_iter().chain(agents).chain(months).chain(targets)
}

fn chosen(settings: &Settings) -> Vec<Chosen> {
    let one = |n: usize| {
        let (base, level, rule) = *CATALOGUE.get(n % CATALOGUE.len())?;
        let round = n / CATALOGUE.len();
        let id = if round == 0 { base.to_owned() } else { format!("{base}_{}", round + 1) };
        Some(Chosen { id, base, quantity: find(base)?, level, rule })
    };
    (0..settings.indicators).filter_map(one).collect()
}

fn organisation() -> File {
    let text = FIXED.iter().find(|(path, _)| *path == "deskscore.yml").map_or("", |(_, text)| text);
    let line = |line: &str| {
        if line.starts_with("name:") {
            "name: { zh: 生成的客服中心, en: Generated service desk }\n".to_owned()
        } else {
            format!("{line}\n")
        }
    };
    let accepted = ["few-dimensions", "dominant-weight", "unweighted-dimension", "no-knowledge-indicator"]
        .map(|code| format!("    {code}: generated\n"));
    let lints = format!("\nlints:\n  accepts:\n{}", accepted.concat());
    // Dated actions name teams and indicators that a generated organisation may not have.
    let (before, rest) = text.split_once("actions:\n").unwrap_or((text, ""));
    let after = rest.lines().skip_while(|line| line.starts_with("  "));
    File::new("deskscore.yml", before.lines().chain(after).map(line).collect::<String>() + &lints)
}

fn team_list(teams: usize) -> File {
    let mut text = String::from("teams:\n");
    for team in 0..teams {
        let number = team + 1;
        let _ = writeln!(text, "  {}: {{ name: {{ zh: 第{number}组, en: Team {number} }} }}", team_id(team));
    }
    File::new("teams.yml", text)
}

fn indicators(settings: &Settings) -> File {
    let mut text = String::from("indicators:\n");
    for chosen in chosen(settings) {
        let block = indicator_block(chosen.base).unwrap_or_default();
        let (head, body) = block.split_once('\n').unwrap_or_default();
        let _ = writeln!(text, "{}", head.replace(chosen.base, &chosen.id));
        // The other indicator may not be among the chosen.
        let own = body.lines().filter(|line| !line.starts_with("    paired_with:"));
        own.for_each(|line| {
            let _ = writeln!(text, "{line}");
        });
    }
    File::new("indicators/catalogue.yml", text)
}

/// One scheme; weights are whole numbers as equal as they can be, over at most a hundred indicators.
fn scheme(settings: &Settings) -> File {
    let mut text = String::from(
        "schemes:\n  standard:\n    name: { zh: 标准方案, en: Standard scheme }\n    version: \"1\"\n    items:\n",
    );
    let (year, first) = settings.first_month;
    text = text.replace("    items:", &format!("    from: {}\n    items:", Month::of(year, first)));
    let all = chosen(settings);
    let weighted = all.len().min(100);
    for (n, chosen) in all.iter().take(weighted).enumerate() {
        let weight = 100 / weighted + usize::from(n < 100 % weighted);
        let _ = writeln!(text, "      {}: {{ weight: {weight}, rule: {{ {} }} }}", chosen.id, chosen.rule);
    }
    text.push_str("    bands:\n");
    for (id, zh, en, from) in BANDS {
        let _ = writeln!(text, "      {id}: {{ name: {{ zh: {zh}, en: {en} }}, from: {from} }}");
    }
    File::new("schemes/standard.yml", text)
}

const BANDS: [(&str, &str, &str, u8); 4] = [
    ("s", "卓越", "Outstanding", 95),
    ("a", "优秀", "Excellent", 85),
    ("b", "良好", "Good", 70),
    ("c", "待提升", "To improve", 0),
];

fn team_id(team: usize) -> String {
    format!("t{:04}", team + 1)
}

/// The `n`-th agent. All have been there since before the first month, so that every line of every month is full.
fn person(settings: &Settings, n: usize) -> Person {
    let (zh, en) = name(n);
    let joined = day(settings.first_month.0 - 1 - (n % 3) as i32, 1 + (n % 12) as u32, 1 + (n % 28) as u32);
    let level = ["junior", "middle", "middle", "senior"].get(n % 4).copied().unwrap_or("middle");
    let id = format!("a{:05}", n + 1);
    let skill = stream(settings.seed, [&id, "skill", ""], Month(0)).normal();
    Person {
        id: Cow::Owned(id),
        zh: Cow::Owned(zh),
        en: Cow::Owned(en),
        joined,
        left: None,
        honour: false,
        postings: Cow::Owned(vec![Posting { from: joined, team: "", level }]),
        skill,
        hours: 1.0,
        traits: &[],
    }
}

fn agent_file(settings: &Settings, team: usize) -> File {
    let id = team_id(team);
    let mut text = String::from("agents:\n");
    for n in team * TEAM..settings.agents.min((team + 1) * TEAM) {
        let Person { id: agent, zh, en, joined, postings, .. } = person(settings, n);
        let level = postings.first().map_or("middle", |posting| posting.level);
        let posting = format!("[{{ from: {joined}, team: {id}, level: {level} }}]");
        let _ = writeln!(
            text,
            "  {agent}: {{ name: {{ zh: {zh}, en: {en} }}, joined: {joined}, postings: {posting} }}"
        );
    }
    File::new(format!("agents/{id}.yml"), text)
}

fn metrics(settings: &Settings, n: usize) -> File {
    let chosen = chosen(settings);
    let (year, first) = settings.first_month;
    let month = Month::of(year, first).plus(n as i32);
    let mut text = String::with_capacity(settings.agents * (20 + 26 * settings.indicators) + 64);
    let _ = write!(text, "period: {month}\nsource: generated\nagents:\n");
    for n in 0..settings.agents {
        let person = person(settings, n);
        let (worked, scheduled, drawn) = row(settings, &person, month, &chosen);
        let _ = write!(text, "  {}: {{ days: {worked}/{scheduled}", person.id);
        for (id, figure) in drawn {
            let _ = write!(text, ", {id}: {figure}");
        }
        text.push_str(" }\n");
    }
    File::new(format!("metrics/{}/{month}.yml", month.year()), text)
}

/// Days worked and scheduled, and the figures, of an agent in a month.
fn row<'a>(
    settings: &Settings,
    person: &Person,
    month: Month,
    chosen: &'a [Chosen],
) -> (u32, u32, Vec<(&'a str, Figure)>) {
    let (year, first) = settings.first_month;
    let start = Month::of(year, first);
    let circumstances = Circumstances { seed: settings.seed, start, month, promotion: false };
    let posting = person.postings.first().copied().unwrap_or(Posting {
        from: person.joined,
        team: "",
        level: "middle",
    });
    let stint = Stint { posting, days: month.days() };
    let scheduled = month.roster_days();
    let off = stream(settings.seed, [&person.id, "leave", ""], month).poisson(0.8).unwrap_or(0);
    let worked = scheduled.saturating_sub(off.min(8) as u32);
    let share = f64::from(worked) / f64::from(scheduled);
    let work = Work { circumstances, person, stint, desk: "", contacts: CONTACTS, share };
    let wanted: Vec<Wanted<'a>> =
        chosen.iter().map(|it| Wanted { id: &it.id, quantity: it.quantity, base: it.level }).collect();
    (worked, scheduled, figures(&work, &wanted))
}

/// Targets for customer satisfaction over the last quarter, a little above what the months before it gave.
fn targets(settings: &Settings, file: usize) -> File {
    let (year, first) = settings.first_month;
    let start = Month::of(year, first);
    let end = start.plus(settings.months.max(1) as i32 - 1);
    let from = end.plus(-2).max(start);
    let base = (start.max(from.plus(-6)), from.plus(-1).max(start));
    let chosen: Vec<Chosen> = chosen(settings).into_iter().skip(AIMED_AT).take(1).collect();
    let mut text = String::from("targets:\n");
    for n in file * TARGETS_PER_FILE..settings.targets.min((file + 1) * TARGETS_PER_FILE) {
        let person = person(settings, n % settings.agents.max(1));
        let (mut above, mut below) = (0.0, 0);
        for month in (base.0.0..=base.1.0).map(Month) {
            if let Some((_, Figure::Pair(a, b, _))) = row(settings, &person, month, &chosen).2.first() {
                (above, below) = (above + a, below + b);
            }
        }
        let value = if below > 0 { 100.0 * above / below as f64 } else { 0.0 };
        let goal = (value + 1.0 + (n % 5) as f64).min(99.0).round();
        let _ = write!(
            text,
            "  g{number:05}-{id}:\n    title: {{ zh: 客户满意度不低于{goal}%, en: Customer satisfaction at least {goal} % }}\n    \
             subject: agent {id}\n    indicator: csat_rate\n    scope: all\n    kind: improve\n    \
             baseline: {{ value: {value:.1}%, counts: {above}/{below}, from: {}, to: {} }}\n    \
             goal: \">= {goal}%\"\n    evaluation: pooled\n    start: {}\n    end: {}\n    checkpoints: [{}]\n    \
             proposed_by: {id}\n    agreed_on: {}\n    created_on: {}\n",
            base.0,
            base.1,
            from.first_day(),
            end.last_day(),
            from.last_day(),
            from.plus(-1).last_day(),
            from.plus(-1).first_day(),
            number = n + 1,
            id = person.id,
        );
    }
    File::new(format!("targets/goals-{:03}.yml", file + 1), text)
}
