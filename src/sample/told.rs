//! The sample organisation: hand-written texts, the cast, eighteen months of figures, and targets whose baselines are true.

use super::calendar::Month;
use super::cast::cast;
use super::ledger::Ledger;
use super::pay;
use super::person::Person;
use super::placeholder::fill;
use super::settings::{File, Settings};
use super::texts::{FIXED, TARGETS};
use super::{event, month};

/// The files of the sample organisation. It is small, so all of them are made at once.
pub(super) fn files(settings: &Settings) -> impl Iterator<Item = File> + use<> {
    let (year, first) = settings.first_month;
    let start = Month::of(year, first);
    let cast = cast();
    let mut ledger = Ledger::default();
    let mut all: Vec<File> = FIXED.iter().map(|(path, text)| File::new(*path, *text)).collect();
    all.extend(agents(&cast));
    all.push(pay::file(&cast));
    all.extend(MANAGER.iter().map(manager));
    for n in 0..settings.months as i32 {
        all.extend(month::files(settings.seed, start, start.plus(n), &cast, &mut ledger));
    }
    all.extend(event::files());
    all.extend(TARGETS.iter().map(|(path, text)| File::new(*path, fill(text, &ledger))));
    all.into_iter()
}

/// Month, days, training attended and offered, meetings attended and due, of the manager.
const MANAGER: [(&str, &str, &str, &str); 6] = [
    ("2025-07", "22/23", "2/3", "5/5"),
    ("2025-08", "21/21", "3/3", "4/4"),
    ("2025-09", "21/22", "3/3", "4/5"),
    ("2025-10", "17/17", "2/3", "4/4"),
    ("2025-11", "20/20", "3/3", "4/4"),
    ("2025-12", "23/23", "3/3", "5/5"),
];

/// A month of the manager's own figures.
fn manager((month, days, training, meetings): &(&str, &str, &str, &str)) -> File {
    let year = month.split('-').next().unwrap_or_default();
    let text = format!(
        "# yaml-language-server: $schema=../../schema/metrics.schema.json\nperiod: {month}\nsource: roster and training \
         records of the managers\nagents:\n  shen.mingyue: {{ days: {days}, training_attendance: {training}, \
         meeting_attendance: {meetings} }}\n"
    );
    File::new(format!("metrics/{year}/{month}-managers.yml"), text)
}

/// Agents by the team they are in now, and those who left.
fn agents(cast: &[Person]) -> Vec<File> {
    let now = |person: &Person| match person.left {
        Some(_) => "former",
        None => person.postings.last().map_or("former", |posting| posting.team),
    };
    let heads = [
        ("presale", "Pre-sales."),
        ("aftersale", "After-sales."),
        ("priority", "Complaints and key accounts."),
        ("former", "Agents who left. They stay, because their months stay."),
    ];
    let file = |(name, head): (&str, &str)| {
        let mut text = format!(
            "# yaml-language-server: $schema=../schema/agents.schema.json\n# {head} All people are fictional.\n# Real names can lie in names.yml instead, which git may ignore.\nagents:\n"
        );
        cast.iter().filter(|person| now(person) == name).for_each(|person| person.write(&mut text));
        File::new(format!("agents/{name}.yml"), text)
    };
    heads.into_iter().map(file).collect()
}
