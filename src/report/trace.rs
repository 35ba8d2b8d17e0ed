//! The steps from contributions to score and band in words: what was pooled, missing, spread, joined, averaged or cut.

use super::cell::reading_text;
use super::counts::{earlier_months, months_text};
use super::derivation::{CONTRIBUTION_DECIMALS, band_name_of, by_months, sign};
use super::event_steps::{added, overridden};
use super::format::{number, short_number, signed};
use super::reporter::Reporter;
use super::voice::{either, say};
use super::{event_steps, verdict};
use crate::model::{Language, Missing, Precision, round_to};
use crate::score::{CardStep, ItemResult, Reading, ReadingState, Scorecard, Segment, Verdict, contributions};
use crate::view::Trace;

/// The steps of `card`.
#[must_use]
pub(super) fn steps(reporter: &Reporter<'_>, language: Language, card: &Scorecard) -> Vec<Trace> {
    let teller = Teller { reporter, language, card };
    let mut told = Vec::new();
    if card.verdict != Verdict::Rated {
        told.push(verdict::reason(reporter, language, &card.verdict));
    }
    if card.total.is_some() && !reporter.evaluation.complete(card.period) {
        told.push(reporter.agent_words(language).incomplete.clone());
    }
    teller.joined(&mut told);
    if by_months(card) {
        teller.months(&mut told);
    } else {
        teller.segments(&mut told);
    }
    let mut told: Vec<Trace> = told.into_iter().map(plain).collect();
    teller.total(&mut told);
    told
}

const fn plain(text: String) -> Trace {
    Trace { text, source: None }
}

/// Tells the steps of one card in one language.
struct Teller<'t, 'a> {
    reporter: &'t Reporter<'a>,
    language: Language,
    card: &'t Scorecard,
}

impl Teller<'_, '_> {
    fn joined(&self, told: &mut Vec<String>) {
        let words = self.reporter.agent_words(self.language);
        for step in &self.card.steps {
            if let CardStep::JoinedSegment { from, days } = step {
                told.push(words.joined.fill(&[&from.to_string(), &short_number(*days, 1)]));
            }
        }
    }

    /// Mean of months: each month with its score and days.
    fn months(&self, told: &mut Vec<String>) {
        let words = self.reporter.agent_words(self.language);
        let one = |&(month, total, days): &(crate::model::Month, f64, f64)| {
            words.month.fill(&[&month.to_string(), &self.reporter.score(total), &short_number(days, 1)])
        };
        let between = either(self.language, "，", ", ");
        let months = self.card.months.iter().map(one).collect::<Vec<_>>().join(&between);
        if let Some(total) = self.card.total {
            told.push(words.mean_of_months.fill(&[&months, &self.reporter.score(total)]));
        }
    }

    fn segments(&self, told: &mut Vec<String>) {
        for (at, segment) in self.card.segments.iter().enumerate() {
            let sign = sign(self.card, at);
            if self.card.segments.len() > 1 {
                told.push(self.segment(&sign, segment));
            }
            told.extend(segment.items.iter().filter_map(|item| self.item(&sign, segment, item)));
            let spread = segment.items.iter().any(|item| {
                item.contribution.is_some() && (item.effective_weight - item.weight).abs() > 1e-9
            });
            if spread {
                let percent = format!("{}%", short_number(segment.available_weight, 1));
                told.push(format!(
                    "{sign}{}",
                    self.reporter.agent_words(self.language).spread.fill(&[&percent])
                ));
            }
        }
    }

    /// The heading of a segment: months, team, level, days and its own score.
    fn segment(&self, sign: &str, segment: &Segment) -> String {
        let model = &self.reporter.evaluation.model;
        let words = self.reporter.agent_words(self.language);
        let months = match segment.from == segment.to {
            true => segment.from.to_string(),
            false => format!("{} – {}", segment.from, segment.to),
        };
        let level = model.organisation.levels.get(segment.level.at());
        let heading = words.segment.fill(&[
            sign,
            &months,
            model.team(segment.team).name.get(self.language),
            level.map_or("", |level| level.name.get(self.language)),
            &short_number(segment.days, 1),
        ]);
        match segment.total {
            _ if segment.observed => words.segment_observed.fill(&[&heading]),
            Some(total) => words.segment_score.fill(&[&heading, &self.reporter.score(total)]),
            None => {
                let reason = verdict::reason(self.reporter, self.language, &segment.verdict);
                let between = either(self.language, "：", ": ");
                format!("{heading}{between}{reason}")
            }
        }
    }

    /// What was special about an item; `None` for an ordinary value.
    fn item(&self, sign: &str, segment: &Segment, item: &ItemResult) -> Option<String> {
        let model = &self.reporter.evaluation.model;
        let words = self.reporter.agent_words(self.language);
        let indicator = model.indicator(item.indicator);
        let reading = &item.reading;
        // Nearly all readings are ordinary: nothing is made for them.
        let ordinary = reading.state == ReadingState::Measured
            && reading.parts.is_empty()
            && reading.pooled_months == 0
            && !reading.reconstructed
            && item.channels.is_empty();
        if ordinary {
            return None;
        }
        let name = format!("{sign}{}", indicator.name.get(self.language));
        let cases = || reading.n.map_or_else(String::new, |n| number(n, 0));
        Some(match reading.state {
            ReadingState::Missing if model.scheme(segment.scheme).policy.missing == Missing::Zero => {
                words.missing_zero.fill(&[&name])
            }
            ReadingState::Missing => words.missing_spread.fill(&[&name]),
            ReadingState::NoCases => words.no_cases.fill(&[&name]),
            ReadingState::NotApplicable => words.not_applicable.fill(&[&name]),
            ReadingState::WithoutCount => words.without_count.fill(&[&name]),
            ReadingState::TooSmall { needed } => words.too_small.fill(&[&name, &cases(), &number(needed, 0)]),
            ReadingState::TooFewParts { available, needed } => {
                let percent = |share: f64| format!("{}%", short_number(share, 1));
                let parts = self.parts(reading);
                words.too_few_parts.fill(&[&name, &percent(available), &percent(needed), &parts])
            }
            ReadingState::Measured if !reading.parts.is_empty() => {
                words.parts.fill(&[&name, &self.parts(reading)])
            }
            ReadingState::Measured if reading.pooled_months > 0 => {
                let months = months_text(&earlier_months(reading, segment.from));
                words.pooled.fill(&[&name, &months, &cases()])
            }
            ReadingState::Measured if reading.reconstructed => words.reconstructed.fill(&[&name]),
            ReadingState::Measured => self.channels(&name, indicator.precision, item),
        })
    }

    /// The parts of a composite: value, points and inner weight of each, or why it has none.
    fn parts(&self, reading: &Reading) -> String {
        let words = self.reporter.agent_words(self.language);
        let one = |part: &crate::score::PartReading| {
            let indicator = self.reporter.evaluation.model.indicator(part.indicator);
            let shown = self.reporter.shown(indicator.precision, self.language);
            let value = reading_text(&part.reading, shown, self.reporter.words(self.language));
            let points = part.points.map_or_else(|| "–".to_owned(), |points| number(points, 1));
            let weight = format!("{}%", short_number(part.weight, 2));
            words.part.fill(&[indicator.name.get(self.language), &value, &points, &weight])
        };
        let between = either(self.language, "；", "; ");
        reading.parts.iter().map(one).collect::<Vec<_>>().join(&between)
    }

    /// Points by channel: each by its own rule, combined by cases.
    fn channels(&self, name: &str, precision: Precision, item: &ItemResult) -> String {
        let words = self.reporter.agent_words(self.language);
        let shown = self.reporter.shown(precision, self.language);
        let channels = &self.reporter.evaluation.model.organisation.channels;
        let one = |part: &crate::score::ChannelPoints| {
            let known = part.channel.and_then(|channel| channels.get(channel.at()));
            let channel =
                known.map_or(words.all_channels.as_str(), |channel| channel.name.get(self.language));
            words.channel.fill(&[
                channel,
                &shown.value(part.value),
                &number(part.points, 1),
                &number(part.n, 0),
            ])
        };
        let between = either(self.language, "；", "; ");
        words.channels.fill(&[name, &item.channels.iter().map(one).collect::<Vec<_>>().join(&between)])
    }

    /// From the contributions to the total and its band.
    fn total(&self, told: &mut Vec<Trace>) {
        let Some(total) = self.card.total else { return };
        let words = self.reporter.agent_words(self.language);
        let combined = self.card.steps.iter().any(|step| matches!(step, CardStep::CombinedByDays));
        if combined && !by_months(self.card) {
            told.push(plain(words.by_days.clone()));
        }
        let scored = self.card.segments.iter().filter(|segment| segment.total.is_some()).count();
        if scored == 1 || by_months(self.card) {
            told.push(plain(self.sum(self.score_of_indicators(total))));
        }
        self.events(told);
        for step in &self.card.steps {
            if let CardStep::Capped { before } = step {
                told.push(plain(
                    words.capped.fill(&[&self.reporter.score(*before), &self.reporter.score(total)]),
                ));
            }
        }
        let scheme = self.card.scheme.map(|scheme| self.reporter.evaluation.model.scheme(scheme));
        let earned = scheme.zip(self.card.earned_band).and_then(|(scheme, at)| scheme.bands.get(at));
        let name = band_name_of(self.reporter, self.language, self.card.scheme, self.card.earned_band);
        if let (Some(band), Some(name)) = (earned, name) {
            let (score, from) = (self.reporter.score(total), self.reporter.score(band.from));
            told.push(plain(words.band.fill(&[&score, name, &from])));
        }
        for step in &self.card.steps {
            if let CardStep::BandOverridden { earned, band, event } = *step {
                told.extend(overridden(self.reporter, self.language, self.card, (earned, band, event)));
            }
        }
    }

    /// The total before events and cap.
    fn score_of_indicators(&self, total: f64) -> f64 {
        let steps = &self.card.steps;
        let before_events = steps.iter().find_map(|step| match step {
            CardStep::EventsAdded { before, .. } => Some(*before),
            _ => None,
        });
        let before_cap = steps.iter().find_map(|step| match step {
            CardStep::Capped { before } => Some(*before),
            _ => None,
        });
        before_events.or(before_cap).unwrap_or(total - self.card.by_events)
    }

    /// What events did, between the indicators and the cap.
    fn events(&self, told: &mut Vec<Trace>) {
        let voice = self.reporter.voice(self.language);
        if by_months(self.card) && !self.card.events.is_empty() {
            told.extend(event_steps::entries(self.reporter, voice, self.card));
            let by = signed(self.card.by_events, CONTRIBUTION_DECIMALS);
            told.push(plain(say!(voice, "event-step-in-months", by: &by)));
        }
        for step in &self.card.steps {
            match *step {
                CardStep::EventsAdded { before, by, months } => {
                    told.extend(added(self.reporter, self.language, self.card, (before, by, months)));
                }
                CardStep::Floored { .. } => told.push(plain(voice.word("event-step-floored"))),
                _ => {}
            }
        }
    }

    /// The sum of the contributions; if the rows as shown add up to something else, it says so.
    fn sum(&self, total: f64) -> String {
        let words = self.reporter.agent_words(self.language);
        let decimals = self.reporter.evaluation.model.organisation.score_decimals;
        let parts = contributions(self.card);
        let rows: f64 = parts.iter().map(|part| round_to(part.contribution, CONTRIBUTION_DECIMALS)).sum();
        let (shown, score) = (number(rows, decimals.max(CONTRIBUTION_DECIMALS)), self.reporter.score(total));
        if number(rows, decimals) == score {
            words.sum.fill(&[&score])
        } else {
            words.sum_rounded.fill(&[&shown, &score])
        }
    }
}
