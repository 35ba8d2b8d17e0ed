//! The digest of a month: SHA-256 over its facts in one canonical form, not over bytes of files.
//!
//! Comments, layout, the order of lines, and how figures are divided over files never matter. Names, notes and sources
//! may be worded better later; figures, events and decisions may not.

use crate::model::{Cell, Entry, Event, Holder, Id, Model, Month, Person, Row};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// The digest of `month`: `sha256:` and 64 hexadecimal digits.
///
/// The canonical form has a line for each figure (holder, channel, team, indicator, what was written as numbers in kept
/// units) and each event, sorted by ids; numbers have the shortest form that reads back to the same value.
#[must_use]
pub fn digest(model: &Model, month: Month) -> String {
    let mut hash = Sha256::new();
    let mut line = String::with_capacity(256);
    for row in rows(model, month) {
        line.clear();
        write_row(&mut line, model, row);
        hash.update(line.as_bytes());
    }
    let mut events: Vec<String> = model
        .ledger
        .events()
        .iter()
        .filter(|event| event.month == month)
        .map(|event| event_line(model, event))
        .collect();
    events.sort_unstable();
    events.iter().for_each(|event| hash.update(event.as_bytes()));
    let mut text = String::from("sha256:");
    for byte in hash.finalize() {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The rows of a month by the ids of what they are about. Agents come before teams, as everywhere.
fn rows(model: &Model, month: Month) -> Vec<&Row> {
    let mut rows: Vec<&Row> = model.metrics.rows().iter().filter(|row| row.month == month).collect();
    // Holders and teams are numbered in the order of their ids; channels in the order written, which may change.
    rows.sort_by_key(|row| (row.holder, channel(model, row), row.team));
    rows
}

fn channel<'m>(model: &'m Model, row: &Row) -> Option<&'m Id> {
    let at = row.channel?.at();
    model.organisation.channels.get(at).map(|channel| &channel.id)
}

fn write_row(line: &mut String, model: &Model, row: &Row) {
    let holder = match row.holder {
        Holder::Agent(agent) => ("agent", &model.agent(agent).id),
        Holder::Team(team) => ("team", &model.team(team).id),
    };
    let _ = write!(line, "{} {}", holder.0, holder.1);
    if let Some(channel) = channel(model, row) {
        let _ = write!(line, " channel {channel}");
    }
    if let Some(team) = row.team {
        let _ = write!(line, " team {}", model.team(team).id);
    }
    if let Some(days) = row.days {
        let _ = write!(line, " days {}/{}", days.worked, days.scheduled);
    }
    for cell in model.metrics.cells(row) {
        write_cell(line, model, cell);
    }
    line.push('\n');
}

fn write_cell(line: &mut String, model: &Model, cell: &Cell) {
    let _ = write!(line, " {} ", model.indicator(cell.indicator).id);
    let n = |n: Option<f64>| n.map_or_else(|| "?".to_owned(), |n| n.to_string());
    let _ = match cell.entry() {
        Entry::Pair(a, b) => write!(line, "{a}/{b}"),
        Entry::Number(x) => write!(line, "{x}"),
        Entry::Nps(p, s, d) => write!(line, "{p}/{s}/{d}"),
        Entry::State(x, cases) => write!(line, "state {x} n {}", n(cases)),
        Entry::Reconstructed(x, cases) => write!(line, "value {x} n {}", n(cases)),
        Entry::NotApplicable => write!(line, "n/a"),
    };
}

fn event_line(model: &Model, event: &Event) -> String {
    let id = event.id.as_ref().map_or("-", Id::as_str);
    let kind = &model.organisation.event_type(event.kind).id;
    let mut line = format!(
        "event {id} agent {} date {} type {kind} points {} rater {} evidence {:?}",
        model.agent(event.agent).id,
        event.date,
        event.points * event.nature.sign(),
        person(model, event.rater),
        event.evidence,
    );
    if let Some(case) = &event.case {
        let date = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let decider = case.decided_by.map_or("-", |decider| person(model, decider));
        let band = case.band_at_most.as_ref().map_or("-", Id::as_str);
        let _ = write!(
            line,
            " status {:?} heard {} decided {} by {decider} band {band} levels {} bonus {} through {}",
            case.status,
            date(case.heard_on),
            date(case.decided_on),
            case.levels_down,
            !case.no_bonus,
            case.through,
        );
    }
    line.push('\n');
    line
}

fn person(model: &Model, person: Person) -> &str {
    match person {
        Person::Agent(agent) => model.agent(agent).id.as_str(),
        Person::Rater(rater) => {
            model.organisation.raters.get(rater.at()).map_or("-", |rater| rater.id.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Input, Options, check};
    use super::*;

    const ORGANISATION: &str = "name: x\nchannels: { mail: Mail, chat: Chat }\ndimensions: { quality: { name: Q } }\nevent_types: { check: { name: Check, nature: deduction } }\nraters: { boss: Boss }\n";
    const INDICATORS: &str = "indicators:\n  csat: { name: C, dimension: quality, measure: share, numerator: a, denominator: b, unit: percent, direction: up }\n  slow: { name: S, dimension: quality, measure: mean, sum: a, count: b, unit: seconds, direction: down }\n  nps: { name: N, dimension: quality, measure: nps, unit: points, direction: up }\n";
    const AGENTS: &str =
        "agents: { ann: { name: Ann, joined: 2024-01-01, postings: [{ from: 2024-01-01, team: a }] } }\n";
    const EVENTS: &str = "period: 2025-03\nevents:\n  - { id: e1, agent: ann, date: 2025-03-12, type: check, points: 1.5, rater: boss, evidence: case 4 }\n";

    fn digest_of(metrics: &[(&str, &str)], events: &str) -> String {
        let fixed = [
            ("deskscore.yml", ORGANISATION),
            ("indicators/all.yml", INDICATORS),
            ("teams.yml", "teams: { a: { name: A } }\n"),
            ("agents/all.yml", AGENTS),
            ("events/2025/2025-03.yml", events),
        ];
        let inputs: Vec<Input<'_>> =
            fixed.iter().chain(metrics).map(|(path, text)| Input { path, text: Ok(text) }).collect();
        let checked = check(&inputs, &Options::default());
        let model = checked.model.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        digest(&model, Month::parse("2025-03").unwrap())
    }

    const CHAT: &str =
        "period: 2025-03\nchannel: chat\nagents:\n  ann: { days: 20/22, csat: 182/201, slow: 15400.5/812 }\n";
    const SHOP: &str = "period: 2025-03\nteams:\n  a: { nps: 430/120/60 }\n";

    /// Computed with another program (`sha256sum`) over the canonical text:
    ///
    /// ```text
    /// agent ann channel chat days 20/22 csat 182/201 slow 15400.5/812
    /// team a nps 430/120/60
    /// event e1 agent ann date 2025-03-12 type check points -1.5 rater boss evidence "case 4"
    /// ```
    const EXPECTED: &str = "sha256:9084f8b9bd18910de247a58bccfa3b0aaa1c0264018a0c4e7d175231baed9842";

    #[test]
    fn the_digest_is_sha_256_of_the_canonical_text() {
        let digest =
            digest_of(&[("metrics/2025/2025-03-chat.yml", CHAT), ("metrics/2025/2025-03.yml", SHOP)], EVENTS);
        assert_eq!(digest, EXPECTED);
    }

    #[test]
    fn layout_and_files_never_matter_and_facts_do() {
        let turned = "# other\nchannel: chat\nperiod: 2025-03\nagents:\n  ann:\n    slow: 15400.5/812\n    csat: 182/201\n    days: 20/22\n";
        let other = [("metrics/2025/2025-03-a.yml", SHOP), ("metrics/2025/2025-03-b.yml", turned)];
        let noted = EVENTS.replace("case 4 }", "case 4, note: said better }");
        assert_eq!(digest_of(&other, &noted), EXPECTED);
        let figures = CHAT.replace("182/201", "183/201");
        let changed =
            [("metrics/2025/2025-03-a.yml", SHOP), ("metrics/2025/2025-03-b.yml", figures.as_str())];
        assert_ne!(digest_of(&changed, EVENTS), EXPECTED);
        assert_ne!(digest_of(&other, &EVENTS.replace("1.5", "2")), EXPECTED);
    }
}
