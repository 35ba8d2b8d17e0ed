//! What moved one score, edit by edit, in lines and for programs.

use super::edits::line;
use super::scores::{arrow, named, score_state, shown};
use crate::history::{Explained, Group, SINGLE, Single};
use crate::model::grid;
use crate::report::{Voice, period_short, signed};

/// Edits that are told one by one where many count as one.
const TOLD: usize = 5;

/// `explained` in lines: the move, then what each edit did, the largest first, then how it was shared out.
#[must_use]
pub fn single_lines(explained: &Explained, decimals: u8, currency: &str, voice: Voice<'_>) -> Vec<String> {
    let moved = &explained.moved;
    let (before, after) = (&moved.before, &moved.after);
    let change = moved.change.map(|units| format!(" · {}", shown(units, decimals))).unwrap_or_default();
    let mut lines = vec![format!(
        "{} · {} · {}{change}",
        named(&moved.agent, voice),
        period_short(moved.period),
        arrow(score_state(before, decimals, voice), score_state(after, decimals, voice)),
    )];
    for single in &explained.singles {
        let part = match moved.change {
            Some(change) if change != 0 => shown(single.shown, decimals),
            _ => signed(single.points, 2),
        };
        lines.extend(
            told(single, currency, voice)
                .into_iter()
                .enumerate()
                .map(|(at, text)| if at == 0 { format!("  {part} · {text}") } else { format!("    {text}") }),
        );
    }
    if explained.idle > 0 {
        lines.push(format!("  {}", voice.say("impact-single-idle", &[("count", explained.idle.into())])));
    }
    let key = if explained.grouped { "impact-single-grouped" } else { "impact-single-all" };
    lines.push(format!("  {}", voice.say(key, &[("most", SINGLE.into())])));
    lines
}

/// The edits of `single`: one line, or a line for all with some of them behind it.
fn told(single: &Single, currency: &str, voice: Voice<'_>) -> Vec<String> {
    let all = |key: &str, count: usize| {
        let group = voice.word(&format!("impact-group-{}", single.group.key()));
        voice.say(key, &[("count", count.into()), ("group", (&group).into())])
    };
    let edits = || single.edits.iter().map(|edit| line(edit, currency, voice));
    if single.others {
        return vec![all("impact-single-others", single.edits.len())];
    }
    if !single.together {
        return edits().collect();
    }
    let mut lines = vec![all("impact-single-together", single.edits.len())];
    lines.extend(edits().take(TOLD));
    if let Some(more) = single.edits.len().checked_sub(TOLD).filter(|more| *more > 0) {
        lines.push(voice.say("impact-more", &[("count", more.into())]));
    }
    lines
}

/// `explained` for programs.
#[must_use]
pub fn single_json(
    explained: &Explained,
    decimals: u8,
    currency: &str,
    voice: Voice<'_>,
) -> serde_json::Value {
    let moved = &explained.moved;
    let scale = if moved.change.is_some() { grid(1.0, decimals) as f64 } else { 1.0 };
    let single = |single: &Single| {
        let edits: Vec<String> = single.edits.iter().map(|edit| line(edit, currency, voice)).collect();
        serde_json::json!({
            "group": single.group.key(),
            "others": single.others,
            "together": single.together,
            "points": single.points,
            "shown": single.shown as f64 / scale,
            "edits": edits,
        })
    };
    let groups: serde_json::Map<String, serde_json::Value> =
        moved.parts.iter().map(|part| (Group::key(part.group).to_owned(), part.points.into())).collect();
    serde_json::json!({
        "agent": moved.agent.id,
        "period": moved.period.to_string(),
        "before": moved.before.total,
        "after": moved.after.total,
        "change": moved.change.map(|units| units as f64 / scale),
        "method": if explained.grouped { "owen" } else { "shapley" },
        "singles": explained.singles.iter().map(single).collect::<Vec<_>>(),
        "idle_edits": explained.idle,
        "groups": groups,
    })
}
