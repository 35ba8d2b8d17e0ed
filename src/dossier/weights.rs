//! Section 5: what weights say, and what they do.

use super::case::{Case, percent};
use super::figure::{Saying, figure};
use super::part::section;
use super::sheet::table;
use crate::audit::{Row, Section};
use crate::chart::{Mark, Pair, Paired, Reading};
use crate::view::{AuditPart, Figure};

/// The part.
pub(super) fn part(case: &Case<'_>) -> AuditPart {
    let mut part = section(case, Section::Weights, Vec::new());
    part.figures = bars(case).into_iter().collect();
    part.paragraphs.push(case.word("weights-whatif"));
    part
}

/// Weight and influence of each indicator, the heaviest first.
fn bars(case: &Case<'_>) -> Option<Figure> {
    let rows = case.sheet(Row::Importance, "importance")?;
    let reading = |value: Option<f64>| Reading {
        value: value.map(|share| share * 100.0),
        text: value.map(percent).unwrap_or_default(),
        mark: Mark::Solid,
    };
    let mut lines: Vec<_> = rows.all().collect();
    lines.sort_by(|a, b| b.number("weight").unwrap_or(0.0).total_cmp(&a.number("weight").unwrap_or(0.0)));
    let pair = |case: &Case<'_>, line: &super::case::Line<'_>| Pair {
        label: case.indicator(line.text("indicator")).to_owned(),
        first: reading(line.number("weight")),
        second: reading(line.number("share")),
    };
    let gap = |line: &&super::case::Line<'_>| {
        (line.number("share").unwrap_or(0.0) - line.number("weight").unwrap_or(0.0)).abs()
    };
    let widest = lines.iter().max_by(|a, b| gap(a).total_cmp(&gap(b)))?;
    let (weight, share) = (widest.number("weight").map(percent), widest.number("share").map(percent));
    let saying = Saying {
        title: case.word("weights-title"),
        subtitle: case.say("weights-note", &[("n", case.report().units.len().into())]),
        summary: case.say(
            "weights-sum",
            &[
                ("name", case.indicator(widest.text("indicator")).into()),
                ("weight", weight.as_deref().unwrap_or("").into()),
                ("share", share.as_deref().unwrap_or("").into()),
            ],
        ),
    };
    let drawing = case.drawn(|case| {
        Paired {
            title: "%".to_owned(),
            first: case.word("nominal"),
            second: case.word("effective"),
            rows: lines.iter().map(|line| pair(case, line)).collect(),
            bounds: None,
        }
        .draw(&|value| crate::report::short_number(value, 1))
    });
    let data = table(case, Row::Importance, "importance");
    Some(figure("weights-bars", "paired", saying, drawing, data))
}
