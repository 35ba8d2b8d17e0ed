//! Scores that moved, in rows and lines.

use super::escape::cut;
use super::outline::{ROWS, Table};
use crate::history::{Comparison, Move, Named, ScoreState};
use crate::model::grid;
use crate::report::{Voice, number, period_short, signed};

/// Most characters of a name.
pub(super) const NAME: usize = 40;

/// A name with its id: `林蔚（lin.wei）`.
#[must_use]
pub(super) fn named(named: &Named, voice: Voice<'_>) -> String {
    let name = cut(voice.name(&named.name), NAME);
    if name.is_empty() || name == named.id {
        return named.id.clone();
    }
    let (open, close) = (voice.either("（", " ("), voice.either("）", ")"));
    format!("{name}{open}{}{close}", named.id)
}

/// The column of the rank.
const RANK: usize = 5;

/// The largest moves that are shown as another number; `None` if there are none.
#[must_use]
pub(super) fn largest(comparison: &Comparison, voice: Voice<'_>) -> Option<Table> {
    let seen = seen(comparison);
    (!seen.is_empty()).then(|| Table {
        head: head(voice),
        rows: seen.iter().take(ROWS).map(|moved| row(comparison, moved, voice)).collect(),
        more: seen.len().saturating_sub(ROWS),
    })
}

/// Heads and rows of all moves that are shown as another number; `None` if there are none.
#[must_use]
pub(super) fn all(comparison: &Comparison, voice: Voice<'_>) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let rows: Vec<Vec<String>> = seen(comparison).iter().map(|moved| row(comparison, moved, voice)).collect();
    (!rows.is_empty()).then(|| (head(voice), rows))
}

fn head(voice: Voice<'_>) -> Vec<String> {
    let keys = ["agent", "period", "impact-score", "impact-change", "band", "impact-rank", "impact-cause"];
    keys.map(|key| voice.word(key)).to_vec()
}

/// Moves that are shown as another number or with another band.
fn seen(comparison: &Comparison) -> Vec<&Move> {
    ordered(comparison).into_iter().filter(|m| m.change != Some(0) || m.changes_band()).collect()
}

/// Moves with a change by its size, then scores that appear or go: a number says more than a fact.
fn ordered(comparison: &Comparison) -> Vec<&Move> {
    let (changed, other): (Vec<&Move>, Vec<&Move>) =
        comparison.moves.iter().partition(|moved| moved.change.is_some());
    changed.into_iter().chain(other).collect()
}

pub(super) fn score_state(state: &ScoreState, decimals: u8, voice: Voice<'_>) -> String {
    let band = state.band.as_ref().map(|band| format!(" {}", cut(voice.name(&band.name), NAME)));
    format!("{}{}", score(state, decimals), band.unwrap_or_default())
}

fn row(comparison: &Comparison, moved: &Move, voice: Voice<'_>) -> Vec<String> {
    let decimals = comparison.decimals;
    let band = |state: &ScoreState| {
        state.band.as_ref().map_or("–".to_owned(), |band| cut(voice.name(&band.name), NAME))
    };
    let rank = |state: &ScoreState| state.rank.map_or("–".to_owned(), |rank| rank.to_string());
    let (before, after) = (&moved.before, &moved.after);
    vec![
        named(&moved.agent, voice),
        period_short(moved.period),
        arrow(score(before, decimals), score(after, decimals)),
        moved.change.map_or_else(|| appearing(moved, voice), |units| shown(units, decimals)),
        arrow(band(before), band(after)),
        arrow(rank(before), rank(after)),
        causes(moved, decimals, voice),
    ]
}

fn score(state: &ScoreState, decimals: u8) -> String {
    state.total.map_or("–".to_owned(), |total| number(total, decimals))
}

fn appearing(moved: &Move, voice: Voice<'_>) -> String {
    voice.word(if moved.after.total.is_some() { "impact-appears" } else { "impact-goes" })
}

/// `before → after`, or one of them where they are the same.
#[must_use]
pub(super) fn arrow(before: String, after: String) -> String {
    if before == after { after } else { format!("{before} → {after}") }
}

/// A change in units of the last shown digit, with its sign.
pub(super) fn shown(units: i64, decimals: u8) -> String {
    signed(units as f64 / grid(1.0, decimals) as f64, decimals)
}

/// `数据 +1.20，方案 −0.30`; only the names where there is no change to divide.
fn causes(moved: &Move, decimals: u8, voice: Voice<'_>) -> String {
    let parts = moved.causes();
    let word = |part: &crate::history::Part| voice.word(&format!("impact-group-{}", part.group.key()));
    let one = |part: &crate::history::Part| match (moved.change, parts.len()) {
        (Some(change), 2..) if change != 0 => format!("{} {}", word(part), shown(part.shown, decimals)),
        _ => word(part),
    };
    parts.iter().map(|part| one(part)).collect::<Vec<_>>().join(&voice.either("，", ", "))
}

/// All moves, one line each, beginning with those that the table does not have.
#[must_use]
pub(super) fn lines(comparison: &Comparison, voice: Voice<'_>) -> Vec<String> {
    let seen = seen(comparison);
    seen.iter().skip(ROWS).map(|moved| in_line(&row(comparison, moved, voice), voice)).collect()
}

/// A row of the table as a line: without heads, so the rank says that it is one.
#[must_use]
pub(super) fn in_line(cells: &[String], voice: Voice<'_>) -> String {
    let said = cells.iter().enumerate().filter(|(_, cell)| *cell != "–" && !cell.is_empty());
    let word = |(at, cell): (usize, &String)| match at {
        RANK => format!("{} {cell}", voice.word("impact-rank")),
        _ => cell.clone(),
    };
    said.map(word).collect::<Vec<_>>().join(" · ")
}
