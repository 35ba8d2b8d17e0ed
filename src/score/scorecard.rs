//! From an agent and a period to a scorecard.

use super::event_points::{effect, event_months};
use super::item::Scope;
use super::segment::segment;
use super::service::{Rules, Service, service};
use super::stretch::{Stretch, stretches};
use super::{CardStep, Index, Scorecard, Segment, Verdict, red_line};
use crate::model::{AgentIx, Longer, Model, Month, Period, PeriodKind, Policy, SchemeIx, grid};

/// The score of `agent` in `period`, with every step that led to it. `index` is the index of the same model.
///
/// Values are computed from the figures of each stretch under one rule set, scored by the rules then in force, and the
/// stretches combined by days worked. Method and policies: domain notes C, "Fair handling".
#[must_use]
pub fn scorecard(model: &Model, index: &Index, agent: AgentIx, period: Period) -> Scorecard {
    card(model, index, agent, period, Sought { rules: Rules::InForce, traced: true })
}

/// As [`scorecard`], without the places of the figures: for counting over many people.
#[must_use]
pub fn scorecard_placeless(model: &Model, index: &Index, agent: AgentIx, period: Period) -> Scorecard {
    card(model, index, agent, period, Sought { rules: Rules::InForce, traced: false })
}

/// As [`scorecard`], by the rules of `scheme` alone, whatever its status and whichever schemes are in force: only months
/// and teams that it holds are scored. For comparing.
#[must_use]
pub fn scorecard_under(
    model: &Model,
    index: &Index,
    agent: AgentIx,
    period: Period,
    scheme: SchemeIx,
) -> Scorecard {
    card(model, index, agent, period, Sought { rules: Rules::Alone(scheme), traced: false })
}

/// As [`scorecard`], by the rules that were in force in the same months of `year` ([`super::scheme_of_year`]). The same months are
/// scored as by the rules in force, so that by the rules of its own year a card has the same score. For comparing years by one
/// yardstick.
#[must_use]
pub fn scorecard_of_year(
    model: &Model,
    index: &Index,
    agent: AgentIx,
    period: Period,
    year: Period,
) -> Scorecard {
    card(model, index, agent, period, Sought { rules: Rules::OfYear(year), traced: false })
}

/// How a card is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought {
    /// By which rules.
    pub(super) rules: Rules,
    /// Whether the places of figures are kept.
    pub(super) traced: bool,
}

/// The card as it is sought.
pub(super) fn card(
    model: &Model,
    index: &Index,
    agent: AgentIx,
    period: Period,
    sought: Sought,
) -> Scorecard {
    let service = service(model, index, agent, period, sought.rules);
    let (stretches, steps) = stretches(model, &service.parts);
    let mut card = blank(model, agent, period, &service);
    if let Some(main) = main_stretch(&stretches) {
        (card.team, card.level, card.scheme) = (Some(main.team), Some(main.level), Some(main.scheme));
    }
    card.verdict = before_scoring(model, index, &card, &service, &stretches);
    let Some(scheme) = card.scheme.map(|scheme| model.scheme(scheme)) else {
        red_line::apply(model, &mut card);
        return card;
    };
    let mut months = 0;
    if period.kind() != PeriodKind::Month && scheme.policy.longer == Longer::MeanOfMonths {
        by_months(model, index, &mut card, sought);
    } else {
        let (events, scored) = event_months(model, agent, period, &service.parts, &stretches);
        card.by_events = effect(&events, scored);
        (card.events, months) = (events, scored);
        let score = |stretch: &Stretch| {
            let policy = &model.scheme(stretch.scheme).policy;
            segment(Scope { model, index, agent, stretch, policy, traced: sought.traced })
        };
        card.segments = stretches.iter().map(score).collect();
        card.steps = steps;
    }
    card.available_weight = mean_by_days(&card.segments, |s| Some(s.available_weight)).unwrap_or(0.0);
    conclude(model, &mut card, &scheme.policy, months);
    red_line::apply(model, &mut card);
    card
}

/// A card without results: team and level of the main posting.
fn blank(model: &Model, agent: AgentIx, period: Period, service: &Service) -> Scorecard {
    let (first, last) = (period.first().first_day(), period.last().last_day());
    let posting = model.agents.get(agent.at()).and_then(|agent| agent.main_posting(first, last));
    Scorecard {
        agent,
        period,
        verdict: Verdict::NoData,
        total: None,
        band: None,
        earned_band: None,
        events: Vec::new(),
        by_events: 0.0,
        red_lines: Vec::new(),
        scheme: None,
        team: posting.map(|posting| posting.team),
        level: posting.map(|posting| posting.level),
        days: service.written,
        available_weight: 0.0,
        segments: Vec::new(),
        months: Vec::new(),
        steps: Vec::new(),
    }
}

/// The stretch whose scheme holds for the whole period: the longest that is scored, else the longest; the later one on a
/// tie.
fn main_stretch(stretches: &[Stretch]) -> Option<&Stretch> {
    stretches.iter().max_by(|a, b| {
        let (scored_a, scored_b) = (!a.observed, !b.observed);
        scored_a.cmp(&scored_b).then(a.days.total_cmp(&b.days))
    })
}

/// Why there can be no score, whatever the figures say; [`Verdict::Rated`] if nothing is in the way.
fn before_scoring(
    model: &Model,
    index: &Index,
    card: &Scorecard,
    service: &Service,
    stretches: &[Stretch],
) -> Verdict {
    let Some(scheme) = card.scheme.map(|scheme| model.scheme(scheme)) else {
        return match (service.posted, service.parts.is_empty()) {
            (false, _) => Verdict::NotInService,
            (true, true) => Verdict::NoData,
            (true, false) => Verdict::NoScheme,
        };
    };
    if stretches.iter().all(|stretch| stretch.observed) {
        return Verdict::Observed;
    }
    let policy = &scheme.policy;
    let by_days = policy.minimum_days * f64::from(index.months_with_figures(card.period));
    let by_presence = policy.minimum_presence / 100.0 * service.days.scheduled;
    let (worked, needed) = (service.days.worked, by_days.max(by_presence));
    if worked < needed { Verdict::TooLittleService { worked, needed } } else { Verdict::Rated }
}

/// The period as the monthly results, one after the other ([`Longer::MeanOfMonths`]).
fn by_months(model: &Model, index: &Index, card: &mut Scorecard, sought: Sought) {
    let mut by_events = Vec::new();
    for month in card.period.months() {
        let mut monthly = self::card(model, index, card.agent, Period::month(month), sought);
        if let Some(total) = monthly.total {
            let days = rated_days(&monthly.segments);
            card.months.push((month, total, days));
            by_events.push((monthly.by_events, days));
        }
        card.events.append(&mut monthly.events);
        card.segments.append(&mut monthly.segments);
        // What events, caps and red lines did stands in the derivation of its month; the mean is taken after it.
        let joined = monthly.steps.into_iter().filter(|step| matches!(step, CardStep::JoinedSegment { .. }));
        card.steps.extend(joined);
    }
    // The monthly totals hold it already.
    card.by_events = weighted_mean(by_events.into_iter()).unwrap_or(0.0);
}

/// Total, cap, band and verdict from the segments (or the monthly totals).
fn conclude(model: &Model, card: &mut Scorecard, policy: &Policy, scored_months: u8) {
    if card.verdict != Verdict::Rated {
        return;
    }
    let by_months = policy.longer == Longer::MeanOfMonths && card.period.kind() != PeriodKind::Month;
    let total = match by_months {
        true => mean_of_months(&card.months),
        false => mean_by_days(&card.segments, |segment| segment.total),
    };
    let Some(total) = total else {
        card.verdict = unrated(&card.segments);
        return;
    };
    if card.segments.iter().filter(|segment| segment.total.is_some()).count() > 1 {
        card.steps.push(CardStep::CombinedByDays);
    }
    let total = if by_months { total } else { with_events(card, total, scored_months) };
    if total > policy.cap {
        card.steps.push(CardStep::Capped { before: total });
    }
    let total = total.min(policy.cap);
    card.total = Some(total);
    card.band = card.scheme.and_then(|scheme| {
        let decimals = model.organisation.score_decimals;
        let reached = grid(total, decimals);
        model.scheme(scheme).bands.iter().position(|band| reached >= grid(band.from, decimals))
    });
}

/// The score from the indicators with what events add; never below 0.
fn with_events(card: &mut Scorecard, total: f64, months: u8) -> f64 {
    if card.events.is_empty() {
        return total;
    }
    card.steps.push(CardStep::EventsAdded { before: total, by: card.by_events, months });
    let sum = total + card.by_events;
    if sum < 0.0 {
        card.steps.push(CardStep::Floored { before: sum });
    }
    sum.max(0.0)
}

/// Why no segment is rated: the reason of the longest one that is not only observed.
fn unrated(segments: &[Segment]) -> Verdict {
    let scored = segments.iter().filter(|segment| !segment.observed);
    let longest = scored.max_by(|a, b| a.days.total_cmp(&b.days));
    longest.map_or(Verdict::Observed, |segment| match segment.verdict {
        Verdict::Rated => Verdict::NoData,
        reason => reason,
    })
}

/// Mean over the segments that are not only observed and have a figure, weighted by days worked; equally where no days
/// were worked.
fn mean_by_days(segments: &[Segment], figure: impl Fn(&Segment) -> Option<f64>) -> Option<f64> {
    let scored = segments.iter().filter(|segment| !segment.observed);
    weighted_mean(scored.filter_map(|segment| figure(segment).map(|x| (x, segment.days))))
}

fn mean_of_months(months: &[(Month, f64, f64)]) -> Option<f64> {
    weighted_mean(months.iter().map(|&(_, total, days)| (total, days)))
}

fn weighted_mean(figures: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let (count, days) = figures.clone().fold((0, 0.0), |(count, sum), (_, days)| (count + 1, sum + days));
    let weight = |worked: f64| if days > 0.0 { worked / days } else { 1.0 / f64::from(count) };
    match count {
        0 => None,
        // A single figure stays as it is, to the last bit.
        1 => figures.map(|(x, _)| x).next(),
        _ => Some(figures.map(|(x, worked)| x * weight(worked)).sum()),
    }
}

/// Days of the rated segments.
fn rated_days(segments: &[Segment]) -> f64 {
    segments.iter().filter(|segment| segment.total.is_some()).map(|segment| segment.days).sum()
}
