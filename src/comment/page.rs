//! The review as a page that stands alone: everything that a comment has no room for, with charts.

use super::outcome::Reviewed;
use super::outline::{Outline, Section};
use super::scores::{all, named, shown};
use crate::chart::{Drawing, Reading, Slope, SlopeLine, Step, Waterfall};
use crate::history::{Comparison, Move, Named};
use crate::model::{Period, grid};
use crate::report::{Voice, number, period_short};
use crate::view::{Cell, Column, Figure, ImpactSection, ImpactView, Mark, Markup, Row, Table, Tone};
use std::collections::BTreeMap;

/// Periods whose moved ranks are drawn.
const PERIODS: usize = 2;
/// People in one drawing of ranks.
const PEOPLE: usize = 24;
/// Lines of a drawing of ranks that have a colour.
const COLOURED: usize = 4;
/// Moves, and lines of a section, that are listed in full; the JSON has all.
const LISTED: usize = 200;
/// Moves whose causes are drawn.
const CAUSES: usize = 6;

/// A move with the ranks before and after.
type Moved<'a> = (&'a Move, u32, u32);

/// The page of `reviewed`, whose words are those of `outline`.
#[must_use]
pub fn page(reviewed: &Reviewed, outline: &Outline, voice: Voice<'_>) -> ImpactView {
    let comparison = reviewed.comparison();
    let (tone, word) = match (reviewed.passes(), outline.attention) {
        (false, _) => (Tone::Below, "impact-fails"),
        (true, true) => (Tone::Watch, "impact-flags"),
        (true, false) => (Tone::OnTarget, "impact-passes"),
    };
    let figures = comparison.map(|comparison| {
        let mut figures = ranks(comparison, voice);
        figures.extend(causes(comparison, voice));
        figures
    });
    let moves = comparison.and_then(|comparison| all(comparison, voice));
    let listed = |section: &&Section| section.key != "impact-section-moves" || moves.is_none();
    ImpactView {
        language: voice.language,
        title: outline.title.clone(),
        verdict: outline.verdict.clone(),
        mark: Mark { tone, word: voice.word(word) },
        context: outline.context.clone(),
        sections: outline.sections.iter().filter(listed).map(|one| section(one, voice)).collect(),
        moves: moves.map(|moves| table(moves, voice)),
        figures: figures.unwrap_or_default(),
        program: concat!("Deskscore ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}

fn section(section: &Section, voice: Voice<'_>) -> ImpactSection {
    ImpactSection {
        anchor: section.key.trim_start_matches("impact-").to_owned(),
        title: section.title.clone(),
        count: section.lines.len(),
        lines: listed(&section.lines, voice),
        how: voice.word("impact-acknowledge-how"),
        paste: section.paste.clone(),
    }
}

/// The first lines, and how many more there are.
fn listed(lines: &[String], voice: Voice<'_>) -> Vec<String> {
    let mut listed: Vec<String> = lines.iter().take(LISTED).cloned().collect();
    listed.extend(more(lines.len(), voice));
    listed
}

/// How many more than are listed, in words; nothing if all are.
fn more(count: usize, voice: Voice<'_>) -> Option<String> {
    let more = count.saturating_sub(LISTED);
    (more > 0).then(|| voice.say("impact-more", &[("count", more.into())]))
}

fn table((head, rows): (Vec<String>, Vec<Vec<String>>), voice: Voice<'_>) -> Table {
    let width = head.len();
    let columns = head.into_iter().map(Column::text).collect();
    let more = more(rows.len(), voice).map(|more| {
        let blank = std::iter::repeat_with(String::new).take(width.saturating_sub(1));
        std::iter::once(more).chain(blank).collect()
    });
    let row = |cells: Vec<String>| Row::new(cells.into_iter().map(Cell::text).collect());
    let rows = rows.into_iter().take(LISTED).chain(more).map(row).collect();
    let mut table = Table::new(voice.word("impact-moves-all"), columns, rows);
    (table.quiet, table.sortable) = (true, false);
    table
}

/// Ranks before and after in the periods in which most of them moved.
fn ranks(comparison: &Comparison, voice: Voice<'_>) -> Vec<Figure> {
    let mut by_period: BTreeMap<Period, Vec<Moved<'_>>> = BTreeMap::new();
    for moved in &comparison.moves {
        if let (Some(before), Some(after)) = (moved.before.rank, moved.after.rank)
            && before != after
        {
            by_period.entry(moved.period).or_default().push((moved, before, after));
        }
    }
    let mut periods: Vec<(Period, Vec<Moved<'_>>)> = by_period.into_iter().collect();
    periods.sort_by_key(|(period, moves)| (std::cmp::Reverse(moves.len()), *period));
    periods.into_iter().take(PERIODS).map(|(period, moves)| rank_figure(period, moves, voice)).collect()
}

fn rank_figure(period: Period, mut moves: Vec<Moved<'_>>, voice: Voice<'_>) -> Figure {
    moves.sort_by_key(|(moved, before, after)| {
        (std::cmp::Reverse(before.abs_diff(*after)), moved.agent.id.clone())
    });
    let count = moves.len();
    // A higher place stands higher: the axis counts downwards.
    let reading =
        |rank: u32| Reading { value: Some(-f64::from(rank)), text: rank.to_string(), ..Reading::default() };
    let drawn = moves.get(..PEOPLE).unwrap_or(&moves);
    let line = |(at, (moved, before, after)): (usize, &Moved<'_>)| SlopeLine {
        label: label(&moved.agent, drawn, voice),
        from: reading(*before),
        to: reading(*after),
        highlight: at < COLOURED,
    };
    let slope = Slope {
        from: voice.word("impact-before"),
        to: voice.word("impact-after"),
        lines: drawn.iter().enumerate().map(line).collect(),
    };
    let head = ["agent", "impact-before", "impact-after"].map(|key| Column::text(voice.word(key)));
    let rows = moves.iter().take(LISTED).map(|(moved, before, after)| {
        Row::new([named(&moved.agent, voice), before.to_string(), after.to_string()].map(Cell::text).to_vec())
    });
    let title = voice
        .say("impact-ranks-title", &[("count", count.into()), ("period", (&period_short(period)).into())]);
    let data = Table::new(title.clone(), head.to_vec(), rows.collect());
    let largest = moves
        .first()
        .map(|(moved, before, after)| format!("{} · {before} → {after}", named(&moved.agent, voice)));
    let says =
        Says { title, subtitle: voice.word("impact-ranks-note"), summary: largest.unwrap_or_default() };
    figure(&format!("ranks-{period}"), "slope", says, [slope.draw(), slope.narrow()], data)
}

/// The name, with its id only where two people in the drawing have the same: the table below has all ids.
fn label(agent: &Named, drawn: &[Moved<'_>], voice: Voice<'_>) -> String {
    let name = voice.name(&agent.name);
    let alike = drawn.iter().filter(|(moved, ..)| voice.name(&moved.agent.name) == name).count();
    if name.is_empty() || alike > 1 { named(agent, voice) } else { name.to_owned() }
}

/// What made up the largest moves: the score before, what each group of edits did, the score now.
fn causes(comparison: &Comparison, voice: Voice<'_>) -> Vec<Figure> {
    let many = |moved: &&Move| moved.change.is_some_and(|change| change != 0) && moved.causes().len() > 1;
    let mut seen: Vec<&str> = Vec::new();
    let mut moves: Vec<&Move> = Vec::new();
    for moved in comparison.moves.iter().filter(many) {
        if moves.len() < CAUSES && !seen.contains(&moved.agent.id.as_str()) {
            seen.push(&moved.agent.id);
            moves.push(moved);
        }
    }
    moves.into_iter().map(|moved| cause(moved, comparison.decimals, voice)).collect()
}

fn cause(moved: &Move, decimals: u8, voice: Voice<'_>) -> Figure {
    let total = |key: &str, value: Option<f64>| Step::Total {
        label: voice.word(key),
        value,
        text: value.map(|value| number(value, decimals)).unwrap_or_default(),
    };
    let group = |part: &crate::history::Part| voice.word(&format!("impact-group-{}", part.group.key()));
    let parts = || moved.parts.iter().filter(|part| part.points != 0.0);
    let mut steps = vec![total("impact-before", moved.before.total)];
    steps.extend(parts().map(|part| Step::Change {
        label: group(part),
        by: Some(part.shown as f64 / grid(1.0, decimals) as f64),
        text: shown(part.shown, decimals),
    }));
    steps.push(total("impact-after", moved.after.total));
    let fall = Waterfall { title: voice.word("impact-score"), steps };
    // Ticks of small changes lie closer together than a tenth of a point.
    let wide = parts().any(|part| part.points.abs() >= 1.0);
    let tick = |x: f64| number(x, if wide { decimals.min(1) } else { decimals });
    let drawings = [fall.draw(&tick), fall.narrow(&tick)];
    let head = ["impact-cause", "impact-change"].map(|key| Column::text(voice.word(key)));
    let rows =
        parts().map(|part| Row::new([group(part), shown(part.shown, decimals)].map(Cell::text).to_vec()));
    let title = format!("{} · {}", named(&moved.agent, voice), period_short(moved.period));
    let data = Table::new(title.clone(), head.to_vec(), rows.collect());
    let told: Vec<String> =
        parts().map(|part| format!("{} {}", group(part), shown(part.shown, decimals))).collect();
    let says = Says {
        title,
        subtitle: voice.word("impact-causes-note"),
        summary: told.join(&voice.either("，", ", ")),
    };
    figure(&format!("cause-{}-{}", moved.agent.id, moved.period), "waterfall", says, drawings, data)
}

struct Says {
    title: String,
    subtitle: String,
    summary: String,
}

/// A figure with its drawing for wide screens and the one for phones; the styles show one of them.
fn figure(anchor: &str, kind: &'static str, says: Says, drawings: [Drawing; 2], data: Table) -> Figure {
    let Says { title, subtitle, summary } = says;
    let svg = drawings.map(|drawing| drawing.svg).concat();
    Figure {
        anchor: anchor.to_owned(),
        kind,
        label: format!("{title} · {subtitle}"),
        title,
        subtitle,
        summary,
        drawing: (!svg.is_empty()).then(|| Markup::trusted(svg)),
        option: None,
        data: Some(data),
    }
}
