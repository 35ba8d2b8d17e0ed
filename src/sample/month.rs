//! The metrics files of one month of the sample: one per channel, one without channel, and files by team for agents who
//! changed teams within the month.

use super::calendar::Month;
use super::desk::{ALL, Desk};
use super::draw::{Wanted, Work, figures};
use super::figure::Figure;
use super::ledger::{Ledger, Posted};
use super::level::{Circumstances, stream};
use super::oddity::{LEAVE, LOST, Oddity, PROMOTIONS, oddity};
use super::person::{Person, Stint};
use super::quantity::find;
use super::settings::File;
use crate::stats::Random;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A file: channel, and team where rows have to name it.
type Sheet = (Option<&'static str>, Option<&'static str>);
/// Rows of a file: id and the text between the braces.
type Rows = Vec<(String, String)>;

/// The files of `month`; what was drawn is added to the ledger.
pub(super) fn files(
    seed: u64,
    start: Month,
    month: Month,
    cast: &[Person],
    ledger: &mut Ledger,
) -> Vec<File> {
    let of = Circumstances { seed, start, month, promotion: PROMOTIONS.contains(&month) };
    let mut sheets: BTreeMap<Sheet, Rows> = BTreeMap::new();
    let drawn = ledger.0.len();
    for person in cast {
        let stints = person.stints(month);
        let moved = stints.len() > 1;
        for stint in &stints {
            rows_of(of, person, *stint, moved, &mut sheets, ledger);
        }
    }
    let teams = team_rows(of, ledger, drawn);
    sheets
        .iter()
        .filter(|(sheet, _)| !lost(month, **sheet))
        .map(|(sheet, rows)| file(month, *sheet, rows, &teams))
        .collect()
}

fn lost(month: Month, sheet: Sheet) -> bool {
    LOST.iter().any(|(lost, channel)| *lost == month && sheet.0 == Some(*channel))
}

fn rows_of(
    of: Circumstances,
    person: &Person,
    stint: Stint,
    moved: bool,
    sheets: &mut BTreeMap<Sheet, Rows>,
    ledger: &mut Ledger,
) {
    let (worked, scheduled) = days(of, person, stint);
    let team = stint.posting.team;
    let full = f64::from(of.month.roster_days());
    for desk in ALL.iter().filter(|desk| desk.team == team) {
        let name = format!("{team}-{}", desk.channel.unwrap_or_default());
        let share = f64::from(worked) / full;
        let work = Work { circumstances: of, person, stint, desk: &name, contacts: desk.contacts, share };
        let drawn: Vec<(&'static str, Figure)> = figures(&work, &wanted(desk))
            .into_iter()
            .filter_map(|drawn| odd(of, person, desk, drawn))
            .collect();
        let presence = if scheduled > 0 { f64::from(worked) / f64::from(scheduled) } else { 0.0 };
        let lost = lost(of.month, (desk.channel, None));
        let post = |(indicator, figure): &(&'static str, Figure)| Posted {
            agent: person.id.to_string(),
            team: team.to_owned(),
            month: of.month,
            channel: desk.channel,
            indicator,
            figure: *figure,
            presence,
        };
        ledger.0.extend(drawn.iter().filter(|_| !lost).map(post));
        let days = desk.channel.is_none().then(|| format!("days: {worked}/{scheduled}"));
        let cells = drawn.iter().map(|(indicator, figure)| format!("{indicator}: {figure}"));
        let cells: Vec<String> = days.into_iter().chain(cells).collect();
        if !cells.is_empty() {
            let sheet = (desk.channel, moved.then_some(team));
            sheets.entry(sheet).or_default().push((person.id.to_string(), cells.join(", ")));
        }
    }
}

/// Days worked and scheduled: the roster by hours and posting, less leave.
fn days(of: Circumstances, person: &Person, stint: Stint) -> (u32, u32) {
    let part = person.hours * f64::from(stint.days) / f64::from(of.month.days());
    let scheduled = (f64::from(of.month.roster_days()) * part).round() as u32;
    let long = LEAVE.iter().find(|(id, month, _)| *id == person.id && *month == of.month);
    let off = stream(of.seed, [&person.id, "leave", stint.posting.team], of.month).poisson(0.7).unwrap_or(0);
    let worked = long.map_or(scheduled.saturating_sub(off.min(3) as u32), |(_, _, worked)| *worked);
    (worked.min(scheduled), scheduled)
}

fn wanted(desk: &'static Desk) -> Vec<Wanted<'static>> {
    let one =
        |(id, base): &(&'static str, f64)| find(id).map(|quantity| Wanted { id, quantity, base: *base });
    desk.levels.iter().filter_map(one).collect()
}

/// The drawn figure after what was odd about it.
fn odd(
    of: Circumstances,
    person: &Person,
    desk: &Desk,
    drawn: (&'static str, Figure),
) -> Option<(&'static str, Figure)> {
    let (indicator, figure) = drawn;
    let figure = match (oddity(&person.id, of.month, desk.channel, indicator), figure) {
        (Some(Oddity::Missing), _) => return None,
        (Some(Oddity::NotApplicable), _) => Figure::NotApplicable,
        (Some(Oddity::Zero), Figure::Pair(_, n, decimals)) => Figure::Pair(0.0, n, decimals),
        (Some(Oddity::Zero), Figure::Number(_)) => Figure::Number(0),
        (Some(Oddity::Reconstructed), Figure::Pair(k, n, _)) => {
            Figure::Percentage(100.0 * k / n as f64, Some(n))
        }
        (Some(Oddity::ValueOnly), Figure::Pair(sum, n, _)) => Figure::Points(sum / n as f64),
        (_, figure) => figure,
    };
    Some((indicator, figure))
}

/// Teams' own figures: all enquiries including those the bot answered, and the survey behind the NPS.
fn team_rows(of: Circumstances, ledger: &mut Ledger, drawn: usize) -> Rows {
    let teams = [("presale", 0.7, 0.085), ("aftersale", 0.66, 0.115), ("priority", 0.56, 0.19)];
    let mut rows = Rows::new();
    for (team, promoters, detractors) in teams {
        let contacts =
            ledger.0.iter().skip(drawn).filter(|it| it.team == team && it.indicator == "contacts_handled");
        let contacts: i64 = contacts.map(|it| if let Figure::Number(n) = it.figure { n } else { 0 }).sum();
        let random = &mut stream(of.seed, [team, "team", ""], of.month);
        let enquiries = (contacts as f64 * (1.5 + 0.05 * random.normal())).round();
        let better = 0.003 * f64::from(of.month.0 - of.start.0) - if of.promotion { 0.03 } else { 0.0 };
        let nps = survey(
            random,
            if team == "priority" { 180 } else { 420 },
            promoters + better,
            detractors - better / 2.0,
        );
        ledger.0.push(Posted {
            agent: String::new(),
            team: team.to_owned(),
            month: of.month,
            channel: None,
            indicator: "nps",
            figure: nps,
            presence: 1.0,
        });
        rows.push((team.to_owned(), format!("enquiries: {enquiries:.0}, nps: {nps}")));
    }
    rows
}

fn survey(random: &mut Random, about: u32, promoters: f64, detractors: f64) -> Figure {
    let n = random.poisson(f64::from(about)).unwrap_or(0);
    let p = random.binomial(n, promoters).unwrap_or(0);
    let d = random.binomial(n - p, (detractors / (1.0 - promoters)).clamp(0.0, 1.0)).unwrap_or(0);
    Figure::Nps(p, n - p - d, d)
}

fn file(month: Month, (channel, team): Sheet, rows: &Rows, teams: &Rows) -> File {
    let mut text = String::from("# yaml-language-server: $schema=../../schema/metrics.schema.json\n");
    if PROMOTIONS.contains(&month) {
        text.push_str("# Month of a big promotion: more contacts, slower answers.\n");
    }
    if LOST.iter().any(|(lost, of)| lost.plus(1) == month && Some(*of) == channel) {
        let _ = writeln!(
            text,
            "# The export of {} was lost on the platform's side and is missing, not zero.",
            month.plus(-1)
        );
    }
    let _ = writeln!(text, "period: {month}");
    if let Some(channel) = channel {
        let _ = writeln!(text, "channel: {channel}");
    }
    if let Some(team) = team {
        let _ = writeln!(
            text,
            "team: {team}    # an agent who changed teams this month: figures of this team only"
        );
    }
    let source =
        if channel.is_some() { "platform export" } else { "roster, quality reviews and training records" };
    let _ = writeln!(text, "source: {source} of {}-03", month.plus(1));
    table(&mut text, "agents", rows);
    if channel.is_none() && team.is_none() {
        table(&mut text, "teams", teams);
    }
    let part = |part: Option<&str>| part.map_or_else(String::new, |part| format!("-{part}"));
    let path = format!("metrics/{}/{month}{}{}.yml", month.year(), part(channel), part(team));
    File::new(path, text)
}

/// Rows under a key, one line each, aligned.
pub(super) fn table(text: &mut String, key: &str, rows: &[(String, String)]) {
    let width = rows.iter().map(|(id, _)| id.len()).max().unwrap_or(0) + 1;
    let _ = writeln!(text, "{key}:");
    for (id, cells) in rows {
        let _ = writeln!(text, "  {:width$} {{ {cells} }}", format!("{id}:"));
    }
}
