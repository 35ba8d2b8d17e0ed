//! How far chance alone could move a total: the sampling error of its indicators, carried through their rules.

use super::contribution::contributing;
use super::{ItemResult, PartReading, Reading, Scorecard, Segment, Sums, points};
use crate::model::{Composite, CompositePart, Measure, Model};
use crate::stats::Z95;

/// Half the width of the 95 % interval of the card's total, in points; 0 for a card without a score.
///
/// Each indicator's value is moved to both ends of its own 95 % interval and scored there; half of what the points change
/// is its margin. Margins of independent samples add in squares, each with its share of the total. This needs no slope,
/// so it also holds for step tables and at floors and caps, where the delta method fails.
pub(super) fn margin(model: &Model, card: &Scorecard) -> f64 {
    let square = |(segment, item, share): (&Segment, &ItemResult, f64)| {
        let margin = share * item.effective_weight / 100.0 * item_margin(model, segment, item);
        margin * margin
    };
    contributing(card).into_iter().map(square).sum::<f64>().sqrt()
}

/// Half of the points between both ends of the item's value.
fn item_margin(model: &Model, segment: &Segment, result: &ItemResult) -> f64 {
    let indicator = model.indicator(result.indicator);
    let Some((low, high)) = ends(model, &indicator.measure, &result.reading) else { return 0.0 };
    let Some(item) = model.scheme(segment.scheme).item(result.indicator) else { return 0.0 };
    let at = |value| {
        let earned =
            points(&result.rule.rule, indicator.precision, indicator.direction, indicator.valid, value);
        earned.limited(item.floor, item.cap)
    };
    (at(high) - at(low)).abs() / 2.0
}

/// Ends of the 95 % interval of a value: Wilson for shares; the normal interval of the multinomial difference for NPS,
/// `100·√((p + d − (p − d)²)/n)`; Poisson `√count` for counts. Sums alone do not tell how means, quotients, amounts and
/// states scatter: they are taken as exact, so the interval of a total that rests on them is too narrow. A
/// composite carries the margins of its parts.
fn ends(model: &Model, measure: &Measure, reading: &Reading) -> Option<(f64, f64)> {
    let value = reading.value?;
    let around = |error: f64| Some((value - Z95 * error, value + Z95 * error));
    match (measure, reading.sums) {
        (Measure::Share { .. }, _) => reading.interval,
        (Measure::Nps, Sums::Nps(promoters, passives, detractors)) => {
            let n = promoters + passives + detractors;
            let (p, d) = (promoters / n, detractors / n);
            around(100.0 * ((p + d - (p - d) * (p - d)).max(0.0) / n).sqrt())
        }
        (Measure::Count { .. }, Sums::PerMonth(count, months)) if count >= 0.0 && months > 0.0 => {
            around(count.sqrt() / months)
        }
        (Measure::Composite(composite), _) => {
            let margin = composite_margin(model, composite, reading);
            Some((value - margin, value + margin))
        }
        _ => None,
    }
}

/// Half the width of the interval of a composite: its parts' margins, in squares, each with its share of the weight.
fn composite_margin(model: &Model, composite: &Composite, reading: &Reading) -> f64 {
    let weight: f64 = reading.parts.iter().filter(|part| part.points.is_some()).map(|part| part.weight).sum();
    let square = |(part, written): (&PartReading, &CompositePart)| {
        let of = model.indicator(part.indicator);
        let Some((low, high)) = ends(model, &of.measure, &part.reading).filter(|_| part.points.is_some())
        else {
            return 0.0;
        };
        let at =
            |value| points(&written.rule, of.precision, of.direction, of.valid, value).limited(0.0, 100.0);
        let margin = part.weight / weight * (at(high) - at(low)).abs() / 2.0;
        margin * margin
    };
    if weight > 0.0 {
        reading.parts.iter().zip(&composite.parts).map(square).sum::<f64>().sqrt()
    } else {
        0.0
    }
}
