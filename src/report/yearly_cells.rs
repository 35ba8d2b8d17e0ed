//! Cells of the yearly review: hit rates with their intervals, medians against the target, proposals with what they rest on.

use super::format::{self, number, short_number};
use super::reporter::Reporter;
use super::series::goalpost;
use super::voice::{Voice, say};
use crate::compare::{Drift, Fit, Hits, IndicatorYear, Reached};
use crate::goals::{Proposal, Unproposed};
use crate::model::{Direction, IndicatorIx, Month, Subject, TargetDecision, TargetReview};
use crate::view::{Cell, Mark, Tone};

/// A proposal, or why there is none.
pub(super) type Found = Result<Proposal, Unproposed>;

/// `30.0%`; nothing for nothing.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map(|share| format!("{}%", number(share * 100.0, 1))).unwrap_or_default()
}

/// A hit rate with its numbers and the 95 % interval.
pub(super) fn hits(voice: Voice<'_>, hits: Hits) -> Cell {
    let Some((rate, interval)) = hits.rate().zip(hits.interval()) else {
        return Cell::text(voice.word("yearly-nobody"));
    };
    let note = say!(
        voice, "yearly-counts",
        met: hits.met, n: hits.of,
        low: &percent(Some(interval.lower)), high: &percent(Some(interval.upper)),
    );
    Cell { note: Some(note), ..Cell::number(percent(Some(rate)), rate) }
}

/// What the rates say.
pub(super) fn fit(voice: Voice<'_>, both: &Reached) -> Mark {
    let (full, goals) = (both.full.fit(), both.goals.fit());
    let (tone, key) = match (full, goals) {
        (Fit::TooEasy, _) => (Tone::Watch, "fit-full-easy"),
        (Fit::TooHard, _) => (Tone::Watch, "fit-full-hard"),
        (_, Fit::TooEasy) => (Tone::Watch, "fit-goals-easy"),
        (_, Fit::TooHard) => (Tone::Watch, "fit-goals-hard"),
        (Fit::Fits, _) | (_, Fit::Fits) => (Tone::OnTarget, "fit-fine"),
        (Fit::Unclear, Fit::Unclear) => (Tone::NoValue, "fit-unclear"),
    };
    Mark::new(tone, voice.word(key))
}

/// Median then, its distance to the target then, median now, its distance now, and how the distance changed. Distances are turned so
/// that more is better.
pub(super) fn pace(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, drift: &Drift) -> [Cell; 5] {
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, voice.language);
    let gap = |value: f64, month: Month| {
        let full = goalpost(reporter, Some(drift.team), ix, month)?.full;
        match indicator.direction {
            Direction::Up => Some(value - full),
            Direction::Down => Some(full - value),
            Direction::Band => None,
        }
    };
    let median = |(period, value, n): (crate::model::Period, f64, usize)| Cell {
        note: Some(say!(voice, "yearly-median-of", period: &format::period(period, voice.language), n: n)),
        ..Cell::number(shown.value(value), value)
    };
    let distance = |gap: Option<f64>| match gap {
        Some(gap) => Cell::number(shown.change(gap), gap),
        None => Cell::text(voice.word("not-comparable")),
    };
    let (then, now) = (drift.then, drift.now);
    let gaps = (gap(then.1, then.0.last()), gap(now.1, now.0.last()));
    let moved = gaps.0.zip(gaps.1).map(|(then, now)| now - then);
    [median(then), distance(gaps.0), median(now), distance(gaps.1), distance(moved)]
}

fn none(voice: Voice<'_>, why: Unproposed) -> Cell {
    Cell::text(match why {
        Unproposed::FewMonths(n) => say!(voice, "yearly-few-months", n: n),
        Unproposed::Range => voice.word("yearly-range"),
        Unproposed::Channels => voice.word("yearly-channels"),
    })
}

/// The baseline with its counts.
pub(super) fn baseline(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, found: &Found) -> Cell {
    let shown = reporter.shown(reporter.evaluation.model.indicator(ix).precision, voice.language);
    match found {
        Ok(of) => {
            let counts = |(above, below)| format!("{}/{}", short_number(above, 2), short_number(below, 2));
            Cell { note: of.counts.map(counts), ..Cell::number(shown.value(of.baseline), of.baseline) }
        }
        Err(why) => none(voice, *why),
    }
}

/// What would happen by itself.
pub(super) fn spread(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, found: &Found) -> Cell {
    let shown = reporter.shown(reporter.evaluation.model.indicator(ix).precision, voice.language);
    match found {
        Ok(of) => {
            let note = format!("s = {} · SE = {}", shown.distance(of.deviation), shown.distance(of.error));
            Cell { note: Some(note), ..Cell::number(shown.distance(of.spread), of.spread) }
        }
        Err(_) => Cell::text(voice.word("not-comparable")),
    }
}

/// The own best, and what the best tenth of the peers reach.
pub(super) fn reach(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, found: &Found) -> Cell {
    let shown = reporter.shown(reporter.evaluation.model.indicator(ix).precision, voice.language);
    let Ok(of) = found else { return Cell::text(voice.word("not-comparable")) };
    let peers = match of.peer_reach {
        Some(reach) => say!(voice, "yearly-peers", value: &shown.value(reach), n: of.peers),
        None => say!(voice, "yearly-no-peers", n: of.peers),
    };
    match of.own_reach {
        Some(own) => Cell { note: Some(peers), ..Cell::number(shown.value(own), own) },
        None => Cell { note: Some(peers), ..Cell::text(voice.word("yearly-no-reach")) },
    }
}

/// The proposal with the chance of meeting it by itself.
pub(super) fn proposal(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, found: &Found) -> Cell {
    let shown = reporter.shown(reporter.evaluation.model.indicator(ix).precision, voice.language);
    match found {
        Ok(of) => {
            let key = if of.raises { "yearly-raise" } else { "yearly-keep" };
            let note = say!(voice, key, chance: &format::probability(of.chance));
            let text = shown.condition(of.operator, of.value, None);
            Cell { note: Some(note), ..Cell::number(text, of.value) }
        }
        Err(why) => none(voice, *why),
    }
}

/// What was decided, with the value.
pub(super) fn decision(reporter: &Reporter<'_>, voice: Voice<'_>, review: &TargetReview) -> Cell {
    let (tone, key) = match review.decision {
        TargetDecision::Accepted => (Tone::OnTarget, "review-accepted"),
        TargetDecision::Adjusted => (Tone::OnTarget, "review-adjusted"),
        TargetDecision::Declined => (Tone::NoValue, "review-declined"),
    };
    let precision = reporter.evaluation.model.indicator(review.indicator).precision;
    let value = review.value.map(|value| reporter.shown(precision, voice.language).limit(value));
    Cell { note: value, ..Cell::mark(Mark::new(tone, voice.word(key))) }
}

/// How the proposal for everyone came about, step by step.
pub(super) fn derivation(reporter: &Reporter<'_>, voice: Voice<'_>, year: &IndicatorYear) -> Option<String> {
    let (_, found) = year.proposals.iter().find(|(of, _)| *of == Subject::Organisation)?;
    let of = found.as_ref().ok()?;
    let shown = reporter.shown(reporter.evaluation.model.indicator(year.indicator).precision, voice.language);
    let value =
        |value: Option<f64>| value.map_or_else(|| voice.word("yearly-unknown"), |value| shown.value(value));
    let (first, last) = of.months;
    let steps = say!(
        voice, "yearly-derived",
        first: &first.to_string(), last: &last.to_string(), n: of.counted,
        baseline: &shown.value(of.baseline), s: &shown.distance(of.deviation), error: &shown.distance(of.error),
        months: of.window, spread: &shown.distance(of.spread),
        easiest: &shown.value(of.easiest), hardest: &shown.value(of.hardest),
        own: &value(of.own_reach), peers: &value(of.peer_reach),
    );
    let (operator, value) = (of.operator, of.value);
    let key = if of.raises { "yearly-derived-raise" } else { "yearly-derived-keep" };
    let end = say!(
        voice, key,
        value: &shown.condition(operator, value, None), chance: &format::probability(of.chance),
    );
    Some(voice.sentences(&[steps.into(), end.into()]))
}
