//! The same on the console.

use super::outline::Outline;
use super::scores::in_line;
use crate::report::Voice;

/// Lines of a section on the console; `--format markdown` and `json` have all.
const LINES: usize = 20;

/// `outline` as plain text. Control characters of names are taken out, since a terminal obeys them.
#[must_use]
pub fn plain(outline: &Outline, voice: Voice<'_>) -> String {
    let mut text = format!("{}\n{}\n", outline.verdict, outline.context);
    if let Some(moves) = &outline.moves {
        text.push('\n');
        for row in &moves.rows {
            text.push_str(&format!("  {}\n", in_line(row, voice)));
        }
        if moves.more > 0 {
            text.push_str(&format!("  {}\n", voice.say("impact-more", &[("count", moves.more.into())])));
        }
    }
    for section in &outline.sections {
        text.push_str(&format!("\n{} ({})\n", section.title, section.lines.len()));
        section.lines.iter().take(LINES).for_each(|line| text.push_str(&format!("  {line}\n")));
        if let Some(more) = section.lines.len().checked_sub(LINES).filter(|more| *more > 0) {
            text.push_str(&format!("  {}\n", voice.say("impact-more", &[("count", more.into())])));
        }
        if !section.paste.is_empty() {
            text.push_str(&format!("  {}\n", voice.word("impact-acknowledge-how")));
            section.paste.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
        }
    }
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}
