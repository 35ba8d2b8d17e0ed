//! An audit on the console.

use super::follow_up::{follow_up_count, lines};
use super::words::{Words, title};
use super::{Audited, Told};
use crate::report::Voice;

/// Flags of a check on the console; `--format markdown`, `json` and `csv` have all.
const FLAGS: usize = 6;

/// `audited` as plain text. Control characters of names are taken out, since a terminal obeys them.
#[must_use]
pub fn plain(audited: &Audited<'_>, voice: Voice<'_>) -> String {
    let mut text = format!("{} · {}\n", title(audited, voice), audited.source);
    if audited.systems.is_empty() {
        text.push_str(&format!("{}\n", voice.word("audit-nothing")));
    }
    audited.systems.iter().for_each(|told| text.push_str(&system(told, voice)));
    if let Some(count) = follow_up_count(audited, voice) {
        text.push_str(&format!("\n{}\n  {count}\n", voice.word("audit-follow")));
        lines(audited, voice).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

fn system(told: &Told<'_>, voice: Voice<'_>) -> String {
    let words = Words { voice, told };
    let report = told.report;
    let mut text = format!(
        "\n{} · {}\n{} {}\n",
        voice.name(&told.title),
        words.size(),
        voice.word("audit-overall"),
        words.verdict(report.verdict)
    );
    for (section, verdict) in &report.sections {
        text.push_str(&format!("  {} · {}\n", words.section(*section), words.verdict(*verdict)));
    }
    if !report.actions.is_empty() {
        text.push_str(&format!("\n{}\n", voice.word("audit-actions")));
        for (at, action) in report.actions.iter().enumerate() {
            text.push_str(&format!("  {}. {}\n", at + 1, words.action(action)));
        }
    }
    text.push_str(&format!("\n{}\n", voice.word("audit-checks")));
    for check in &report.checks {
        text.push_str(&format!("  {} · {}\n", words.row(check), words.check(check)));
        for flag in check.flags.iter().take(FLAGS) {
            text.push_str(&format!("      {}\n", words.flag(flag)));
        }
        if let Some(more) = check.flags.len().checked_sub(FLAGS).filter(|more| *more > 0) {
            text.push_str(&format!("      {}\n", voice.say("audit-more", &[("count", more.into())])));
        }
    }
    if let (Some(model), Some(of)) = (told.model, told.system) {
        let before = of.year_on_year.before.to_string();
        text.push_str(&format!("\n{}\n", voice.say("audit-year", &[("before", (&before).into())])));
        words.year(model, &of.year_on_year).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    text
}
