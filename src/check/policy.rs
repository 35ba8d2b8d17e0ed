//! Policies of a scheme.

use super::words;
use crate::diag::Sink;
use crate::model::{EventCaps, Longer, Missing, Policy};
use crate::raw;

/// The policy; what is not written, or faulty and reported, has its default.
pub(super) fn check(raw: Option<raw::Policy>, sink: &mut Sink) -> Policy {
    let default = Policy::default();
    let Some(raw) = raw else { return default };
    let raw::Policy {
        missing,
        minimum_weight,
        pool_months,
        minimum_days,
        minimum_presence,
        observed_months,
        minimum_segment_days,
        minimum_peers,
        rank_weight,
        longer,
        cap,
        events,
        appeal_days,
        appeal_decision_days,
        place: _,
    } = raw;
    let mut number = |word: Option<raw::NumberWord>, high: f64, default: f64| {
        word.and_then(|word| words::number_in(&word, 0.0..=high, sink)).unwrap_or(default)
    };
    let minimum_weight = number(minimum_weight, 100.0, default.minimum_weight);
    let minimum_days = number(minimum_days, 31.0, default.minimum_days);
    let minimum_presence = number(minimum_presence, 100.0, default.minimum_presence);
    let minimum_segment_days = number(minimum_segment_days, 31.0, default.minimum_segment_days);
    let rank_weight = number(rank_weight, 100.0, default.rank_weight);
    let cap = number(cap, 1000.0, default.cap);
    let events = events.and_then(|raw| event_caps(raw, sink));
    let mut whole = |word: Option<raw::NumberWord>, high: u16, default: u16| {
        word.and_then(|word| words::whole(&word, 0..=high, sink)).unwrap_or(default)
    };
    let pool_months = whole(pool_months, 24, u16::from(default.pool_months)) as u8;
    let observed_months = whole(observed_months, 24, default.observed_months);
    let minimum_peers = whole(minimum_peers, 1000, default.minimum_peers);
    let appeal_days = whole(appeal_days, 60, default.appeal_days);
    let appeal_decision_days = whole(appeal_decision_days, 60, default.appeal_decision_days);
    let missing = match missing {
        Some(raw::Missing::Zero) => Missing::Zero,
        Some(raw::Missing::NotRated) => Missing::NotRated,
        Some(raw::Missing::Renormalise) | None => Missing::Renormalise,
    };
    let longer = match longer {
        Some(raw::Longer::MeanOfMonths) => Longer::MeanOfMonths,
        Some(raw::Longer::FromData) | None => Longer::FromData,
    };
    Policy {
        missing,
        minimum_weight,
        pool_months,
        minimum_days,
        minimum_presence,
        observed_months,
        minimum_segment_days,
        minimum_peers,
        rank_weight,
        longer,
        cap,
        events,
        appeal_days,
        appeal_decision_days,
    }
}

fn event_caps(raw: raw::EventCaps, sink: &mut Sink) -> Option<EventCaps> {
    let raw::EventCaps { most_added, most_deducted, place: _ } = raw;
    let most_added = words::number_in(&most_added, 0.0..=100.0, sink);
    let most_deducted = words::number_in(&most_deducted, 0.0..=100.0, sink);
    Some(EventCaps { most_added: most_added?, most_deducted: most_deducted? })
}
