//! An audit as Markdown: verdicts, actions, checks with all flags, intervals of ranks.

use super::follow_up::{follow_up_count, lines};
use super::words::{Words, title};
use super::{Audited, Told};
use crate::audit::Section;
use crate::comment::{escaped, escaped_line};
use crate::report::{Voice, number};

/// `audited` as Markdown.
#[must_use]
pub fn markdown(audited: &Audited<'_>, voice: Voice<'_>) -> String {
    let mut text =
        format!("# {}\n\n<sub>{}</sub>\n", escaped(&title(audited, voice)), escaped(&audited.source));
    if audited.systems.is_empty() {
        text.push_str(&format!("\n{}\n", escaped(&voice.word("audit-nothing"))));
    }
    audited.systems.iter().for_each(|told| text.push_str(&system(told, voice)));
    if let Some(count) = follow_up_count(audited, voice) {
        let title = escaped(&voice.word("audit-follow"));
        text.push_str(&format!("\n## {title}\n\n{}\n\n", escaped(&count)));
        text.push_str(&list(&lines(audited, voice)));
    }
    text
}

fn system(told: &Told<'_>, voice: Voice<'_>) -> String {
    let words = Words { voice, told };
    let report = told.report;
    let mut text = format!(
        "\n## {}\n\n{}\n\n**{} {}**\n\n",
        escaped(voice.name(&told.title)),
        escaped(&words.size()),
        escaped(&voice.word("audit-overall")),
        escaped(&words.verdict(report.verdict))
    );
    text.push_str(&table(
        &[voice.word("audit-section"), voice.word("audit-verdict")],
        report
            .sections
            .iter()
            .map(|(section, verdict)| vec![words.section(*section), words.verdict(*verdict)]),
    ));
    if !report.actions.is_empty() {
        text.push_str(&format!("\n### {}\n\n", escaped(&voice.word("audit-actions"))));
        for (at, action) in report.actions.iter().enumerate() {
            text.push_str(&format!("{}. {}\n", at + 1, escaped(&words.action(action))));
        }
    }
    for section in Section::ALL {
        text.push_str(&format!("\n### {}\n", escaped(&words.section(*section))));
        for check in report.checks.iter().filter(|check| check.row.section() == *section) {
            let (name, said) = (escaped(&words.row(check)), escaped(&words.check(check)));
            text.push_str(&format!("\n**{name}** · {said}\n"));
            if !check.flags.is_empty() {
                text.push('\n');
            }
            for flag in &check.flags {
                text.push_str(&format!("- {}\n", escaped_line(&words.flag(flag))));
            }
        }
    }
    text.push_str(&ranges(told, voice));
    if let (Some(model), Some(of)) = (told.model, told.system) {
        let before = of.year_on_year.before.to_string();
        let title = voice.say("audit-year", &[("before", (&before).into())]);
        text.push_str(&format!("\n### {}\n\n", escaped(&title)));
        text.push_str(&list(&words.year(model, &of.year_on_year)));
    }
    text
}

fn list(lines: &[String]) -> String {
    lines.iter().map(|line| format!("- {}\n", escaped_line(line))).collect()
}

/// How far each rank holds.
fn ranges(told: &Told<'_>, voice: Voice<'_>) -> String {
    if told.report.ranges.is_empty() {
        return String::new();
    }
    let mut ranges: Vec<_> = told.report.ranges.iter().collect();
    ranges.sort_by_key(|range| (range.rank, range.unit));
    let head = ["unit", "score", "rank", "rank-range", "chance-range", "crosses"]
        .map(|key| voice.word(&format!("audit-column-{key}")));
    let rows = ranges.into_iter().map(|range| {
        let names =
            |at: &usize| told.names.boundaries.get(*at).map(|text| voice.name(text)).unwrap_or_default();
        let crossed: Vec<&str> = range.crossed.iter().map(names).collect();
        vec![
            told.names.units.get(range.unit).map(|text| voice.name(text).to_owned()).unwrap_or_default(),
            number(range.score, 2),
            range.rank.to_string(),
            format!("{}–{}", range.ranks[0], range.ranks[2]),
            range.chance.map(|(low, high)| format!("{low}–{high}")).unwrap_or_default(),
            crossed.join(" · "),
        ]
    });
    format!("\n### {}\n\n{}", escaped(&voice.word("audit-ranges")), table(&head, rows))
}

fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = format!("{}|{}\n", row(head), "---|".repeat(head.len()));
    rows.for_each(|cells| text.push_str(&row(&cells)));
    text
}
