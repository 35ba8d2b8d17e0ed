//! Decisions of the yearly review of targets.

use super::cycle::Desk;
use super::period;
use super::{quantity, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Id, IndicatorIx, Model, TargetDecision, TargetReview, TeamIx};
use crate::raw;
use chrono::NaiveDate;

/// Days after which the next review is missing: a year and a month to write it down.
const DAYS: i64 = 396;

impl Desk<'_> {
    /// One decision.
    pub(super) fn target_review(
        &self,
        id: Id,
        span: Span,
        raw: raw::TargetReview,
        sink: &mut Sink,
    ) -> Option<TargetReview> {
        let raw::TargetReview { year, indicator, team, decision, value, reason, by, date: on, place } = raw;
        let when = period::year(&year, self.fiscal_start, sink);
        let indicator = self.book.indicators.resolve(&indicator, sink);
        let team = match team {
            Some(word) => self.book.teams.resolve(&word, sink).map(|at| Some(TeamIx(at))),
            None => Some(None),
        };
        let date = words::date(&on, sink);
        let decision = match decision {
            raw::TargetDecision::Accepted => TargetDecision::Accepted,
            raw::TargetDecision::Adjusted => TargetDecision::Adjusted,
            raw::TargetDecision::Declined => TargetDecision::Declined,
        };
        if value.is_none() && !place.has("value") && decision != TargetDecision::Declined {
            let message = "the field `value` is missing: the target that was decided on";
            let fault = Diagnostic::new(Code::MissingField, span, message);
            sink.push(fault.help("add a line such as `value: 92%`"));
            return None;
        }
        let of = indicator.and_then(|at| self.indicators.get(at as usize)?.as_ref());
        let value = match (value, of) {
            (Some(word), Some(of)) => quantity::possible(&word, of, sink).map(Some),
            (Some(_), None) => None,
            (None, _) => Some(None),
        };
        Some(TargetReview {
            id,
            year: when?,
            indicator: IndicatorIx(indicator?),
            team: team?,
            decision,
            value: value?,
            reason: words::text(reason),
            by: by.text,
            date: date?,
            span,
        })
    }
}

/// Reports two decisions about the same target.
pub(super) fn twice(reviews: &[TargetReview], sink: &mut Sink) {
    let mut sorted: Vec<&TargetReview> = reviews.iter().collect();
    sorted.sort_by_key(|review| (review.year, review.indicator, review.team));
    for pair in sorted.windows(2) {
        let [first, second] = pair else { continue };
        if (first.year, first.indicator, first.team) == (second.year, second.indicator, second.team) {
            let message = format!("`{}` decides what `{}` has decided", second.id, first.id);
            sink.push(
                Diagnostic::new(Code::TargetReviewedTwice, second.span, message)
                    .also(first.span, "the other decision")
                    .help("keep the one that holds"),
            );
        }
    }
}

/// Warns when the last yearly review lies more than a year back.
pub(super) fn outdated(model: &Model, as_of: Option<NaiveDate>, sink: &mut Sink) {
    let written = model.metrics.range().map(|(_, last)| last.plus(1).first_day());
    let Some(day) = as_of.or(model.organisation.as_of).or(written) else { return };
    let Some(last) = model.cycle.target_reviews.iter().max_by_key(|review| review.date) else { return };
    let days = (day - last.date).num_days();
    if days <= DAYS {
        return;
    }
    let message = format!("targets were last reviewed on {}, {days} days before {day}", last.date);
    sink.push(
        Diagnostic::new(Code::TargetsNotReviewed, last.span, message)
            .note("markets and customers change: targets are looked back on every year")
            .help(
                "look at the page of the yearly review, and write what was decided under `target_reviews:`",
            ),
    );
}
