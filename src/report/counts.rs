//! What a value rests on, as numbers: `182/201`, with the earlier months that were added.

use super::agent_words::AgentWords;
use super::format::{push_number, push_short_number, short_number};
use crate::model::Month;
use crate::score::{Reading, ReadingState, Sums};

/// Writes the sums of a reading whose own months begin with `from`; `false` where there is nothing to count.
pub(super) fn push_counts(out: &mut String, reading: &Reading, from: Month, words: &AgentWords) -> bool {
    if matches!(reading.state, ReadingState::NotApplicable | ReadingState::Missing) {
        return false;
    }
    let number = |x: f64| short_number(x, 2);
    if !reading.parts.is_empty() && reading.value.is_none() {
        return false;
    }
    if !reading.parts.is_empty() {
        push_parts(out, reading);
        return true;
    }
    let text = match reading.sums {
        Sums::Nothing | Sums::Weighted(..) => return false,
        Sums::Pair(a, b) if reading.pooled_months == 0 => {
            push_short_number(out, a, 2);
            out.push('/');
            push_short_number(out, b, 2);
            return true;
        }
        Sums::Pair(a, b) => [number(a).as_str(), "/", &number(b)].concat(),
        Sums::PerMonth(count, 1.0) => number(count),
        Sums::PerMonth(count, months) => words.counts_months.fill(&[&number(count), &number(months)]),
        Sums::Nps(promoters, passives, detractors) => {
            format!("{}/{}/{}", number(promoters), number(passives), number(detractors))
        }
        Sums::State(_, month) => match reading.n {
            Some(n) => words.counts_state.fill(&[&month.to_string(), &number(n)]),
            None => month.to_string(),
        },
    };
    let earlier = earlier_months(reading, from);
    if earlier.is_empty() {
        out.push_str(&text);
    } else {
        out.push_str(&words.counts_pooled.fill(&[&text, &months_text(&earlier)]));
    }
    true
}

/// The parts of a composite: `(90.0×40 + 80.0×30)/70`, those without points left out.
fn push_parts(out: &mut String, reading: &Reading) {
    let scored = || reading.parts.iter().filter_map(|part| part.points.map(|points| (points, part.weight)));
    let weight: f64 = scored().map(|(_, weight)| weight).sum();
    out.push('(');
    for (at, (points, weight)) in scored().enumerate() {
        if at > 0 {
            out.push_str(" + ");
        }
        push_number(out, points, 1);
        out.push('×');
        push_short_number(out, weight, 2);
    }
    out.push_str(")/");
    push_short_number(out, weight, 2);
}

/// Months before `from` whose figures were added because cases were too few, in order.
#[must_use]
pub(super) fn earlier_months(reading: &Reading, from: Month) -> Vec<Month> {
    if reading.pooled_months == 0 {
        return Vec::new();
    }
    let mut months: Vec<Month> =
        reading.sources.iter().map(|source| source.month).filter(|m| *m < from).collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// `2025-01, 2025-02`
#[must_use]
pub(super) fn months_text(months: &[Month]) -> String {
    months.iter().map(Month::to_string).collect::<Vec<_>>().join(", ")
}
