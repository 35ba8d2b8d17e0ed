//! The wages of the sample organisation: by level and hours, from the day on which a level was reached. All fictional.

use super::person::Person;
use super::settings::File;
use std::fmt::Write;

/// The file of wages of `cast`.
pub(super) fn file(cast: &[Person]) -> File {
    let mut text = String::from(
        "# yaml-language-server: $schema=schema/pay.schema.json\n\
         # Wages per month. Real wages belong into a file that git ignores; these are fictional like the people.\n\
         minimum_wage: 2690\n\
         wages:\n",
    );
    let mut people: Vec<&Person> = cast.iter().collect();
    people.sort_by(|a, b| a.id.cmp(&b.id));
    for person in people {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "  {}:", person.id);
        let mut level = "";
        for posting in person.postings.iter() {
            if posting.level == level {
                continue;
            }
            level = posting.level;
            let (wage, variable) = of_level(level);
            let (wage, variable) = (hourly(wage, person.hours), hourly(variable, person.hours));
            let _ = writeln!(text, "    - {{ from: {}, wage: {wage}, variable: {variable} }}", posting.from);
        }
    }
    File::new("pay.yml", text)
}

/// Wage and variable part of a full-time agent.
fn of_level(level: &str) -> (f64, f64) {
    match level {
        "senior" => (7_200.0, 2_000.0),
        "middle" => (6_000.0, 1_500.0),
        _ => (5_200.0, 1_200.0),
    }
}

/// The part for someone's hours, in tens.
fn hourly(amount: f64, hours: f64) -> f64 {
    (amount * hours / 10.0).round() * 10.0
}
