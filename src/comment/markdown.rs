//! The comment on a pull request, within a number of bytes.

use super::escape::{escaped, escaped_line};
use super::outline::{Outline, Section, Table};
use crate::report::Voice;

/// Bytes of a comment: platforms name 65,536 characters, and count some of them more than once.
pub const BUDGET: usize = 60_000;

/// Bytes that are kept for naming what did not fit.
const RESERVE: usize = 1_500;

/// Lines of a section that does not fit whole: the first number that fits.
const SHORT: [usize; 4] = [200, 100, 50, 10];

/// Lines of a section that is shown without being opened.
const OPEN: usize = 20;

/// A section that is not whole takes at most this part of the budget, so that those behind it have room.
const PART: usize = 4;

/// Fewest bytes of a budget: the verdict alone has to fit.
const LEAST: usize = 4_000;

/// `outline` as Markdown of at most `budget` bytes (4,000 at least). What does not fit is left out by whole lines and sections,
/// never cut within one, so that no table, fence or `<details>` is left open; what was left out is named with its number.
#[must_use]
pub fn markdown(outline: &Outline, budget: usize, voice: Voice<'_>) -> String {
    let budget = budget.max(LEAST);
    let mark = if outline.attention { "⚠️ " } else { "" };
    let instance: String =
        outline.instance.chars().filter(|c| c.is_ascii_alphanumeric() || "._/-".contains(*c)).collect();
    let mut text = format!(
        "<!-- deskscore-review:{} -->\n### {}\n\n{mark}**{}**\n\n<sub>{}</sub>\n",
        instance.replace("--", "-"),
        escaped(&outline.title),
        escaped(&outline.verdict),
        escaped(&outline.context),
    );
    let room = |text: &str| budget.saturating_sub(RESERVE + text.len());
    if let Some(moves) = &outline.moves {
        let table = table(moves, voice);
        if table.len() <= room(&text) {
            text.push_str(&table);
        }
    }
    let mut left: Vec<(&Section, usize)> = Vec::new();
    for section in &outline.sections {
        let lines = section.lines.len();
        let fitting = numbers(section).find_map(|most| {
            let written = self::section(section, most, voice);
            let fair = most == lines || written.len() <= budget / PART;
            (fair && written.len() <= room(&text)).then_some(written)
        });
        match fitting {
            Some(written) => text.push_str(&written),
            None => left.push((section, lines)),
        }
    }
    if !left.is_empty() {
        text.push('\n');
        let names = left.iter().map(|(section, lines)| format!("{} {lines}", escaped(&section.title)));
        text.push_str(&escaped(&voice.word("impact-no-room")));
        text.push_str(&names.collect::<Vec<_>>().join(&voice.either("；", "; ")));
        text.push('\n');
    }
    text
}

/// How many lines of a section are tried, most first: all of them, then fewer.
fn numbers(section: &Section) -> impl Iterator<Item = usize> {
    let lines = section.lines.len();
    let most = if section.open { OPEN } else { usize::MAX };
    std::iter::once(lines).chain(SHORT).map(move |number| number.min(lines).min(most))
}

fn table(table: &Table, voice: Voice<'_>) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = format!("\n{}|{}\n", row(&table.head), "---|".repeat(table.head.len()));
    table.rows.iter().for_each(|cells| text.push_str(&row(cells)));
    if table.more > 0 {
        text.push_str(&format!("\n{}\n", escaped(&more(table.more, voice))));
    }
    text
}

fn section(section: &Section, most: usize, voice: Voice<'_>) -> String {
    let count = section.lines.len();
    let title = format!("{} ({count})", escaped(&section.title));
    let mut text = match section.open {
        true => format!("\n**{title}**\n\n"),
        false => format!("\n<details>\n<summary>{title}</summary>\n\n"),
    };
    section.lines.iter().take(most).for_each(|line| text.push_str(&format!("- {}\n", escaped_line(line))));
    if most < count {
        text.push_str(&format!("\n{}\n", escaped(&more(count - most, voice))));
    }
    if !section.paste.is_empty() {
        let how = escaped(&voice.word("impact-acknowledge-how"));
        text.push_str(&format!("\n{how}\n\n~~~text\n{}\n~~~\n", section.paste.join("\n")));
    }
    if !section.open {
        text.push_str("\n</details>\n");
    }
    text
}

fn more(count: usize, voice: Voice<'_>) -> String {
    voice.say("impact-more", &[("count", count.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::view::Texts;

    /// Two thousand agents with Chinese names: three bytes a character, and nothing may be left open.
    #[test]
    fn two_thousand_moves_stay_within_the_bytes() {
        let texts = Texts::new().unwrap();
        let voice = Voice::new(&texts, Language::Zh);
        let line = |n: usize| format!("@林蔚<b>|`{n}`（agent-{n}） · 2025-03 · 86.17 → 84.00 · −2.17 · 数据");
        let lines = |count: usize| (0..count).map(line).collect::<Vec<_>>();
        let section = |title: &str, open| Section {
            key: "x",
            title: title.to_owned(),
            lines: lines(2000),
            open,
            paste: Vec::new(),
        };
        let outline = Outline {
            title: "变更影响".to_owned(),
            verdict: "2000 个成绩变化。".to_owned(),
            attention: true,
            context: String::new(),
            moves: Some(Table { head: vec!["客服".to_owned()], rows: vec![vec![line(0)]; 10], more: 1990 }),
            sections: vec![section("请留意", true), section("数据", false), section("其余", false)],
            instance: "data -->x".to_owned(),
        };
        for budget in [0, 4_000, 5_000, 20_000, BUDGET] {
            let text = markdown(&outline, budget, voice);
            assert!(text.len() <= budget.max(LEAST), "{budget}: {}", text.len());
            assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
            assert!(text.starts_with("<!-- deskscore-review:data-x -->\n"), "{text}");
            assert!(!text.contains("@林") && !text.contains("<b>") && !text.contains("```"));
            assert!(text.contains("未列出"));
        }
    }
}
