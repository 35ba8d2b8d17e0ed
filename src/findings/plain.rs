//! An audit on the console.

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
    text
}
