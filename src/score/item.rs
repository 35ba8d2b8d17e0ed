//! One weighted indicator in one stretch: its value, with earlier months pooled in where cases are few, and its points.

use super::composite::composite;
use super::led::{led, reading_of_led};
use super::stretch::Stretch;
use super::tally::{Channels, Tally};
use super::{AppliedRule, ChannelPoints, Index, ItemResult, Points, Reading, RuleChoice, points};
use crate::model::{
    AgentIx, ChannelIx, Indicator, IndicatorIx, Item, LevelIx, Measure, Missing, Model, Month, Policy, Rule,
    Whose,
};

/// The stretch that is scored, and with what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'m> {
    /// The facts.
    pub(super) model: &'m Model,
    /// Where rows stand.
    pub(super) index: &'m Index,
    /// Whose.
    pub(super) agent: AgentIx,
    /// The stretch.
    pub(super) stretch: &'m Stretch,
    /// The policies of its scheme.
    pub(super) policy: &'m Policy,
    /// Whether the places of figures are kept.
    pub(super) traced: bool,
}

impl<'m> Scope<'m> {
    /// The result of `item`, its weight not yet spread.
    pub(super) fn item(&self, item: &'m Item) -> ItemResult {
        let indicator = self.model.indicator(item.indicator);
        let reading = match item.of {
            Whose::Own => self.reading(item.indicator, item.minimum),
            Whose::Team => {
                let led = led(self.model, self.agent, &self.stretch.spans);
                reading_of_led(self.model, self.index, &led, item.indicator, item.minimum)
            }
        };
        let pooled = reading.pooled_months;
        let (rule, choice) = rule_for(item, self.stretch.level, self.stretch.service_month);
        let usable = reading.state == super::ReadingState::Measured;
        let mut channels = Vec::new();
        let mut earned = None;
        if usable && by_channel(item, choice) {
            channels = self.channels(item, indicator, rule, pooled);
            earned = combine(item, &channels);
        }
        if earned.is_none() && usable {
            earned = reading.value.map(|value| {
                let earned = worth(rule, indicator, value);
                (earned.raw, earned.limited(item.floor, item.cap))
            });
        }
        let before = earned.filter(|(raw, limited)| raw != limited && raw.is_finite()).map(|(raw, _)| raw);
        let supplied = reading.state != super::ReadingState::Missing || self.policy.missing != Missing::Zero;
        ItemResult {
            indicator: item.indicator,
            of: item.of,
            dimension: indicator.dimension,
            reading,
            rule: AppliedRule { rule: rule.clone(), choice },
            points: if supplied { earned.map(|(_, limited)| limited) } else { Some(0.0) },
            points_before_limits: before,
            weight: item.weight,
            effective_weight: 0.0,
            contribution: None,
            channels,
        }
    }

    /// The value of `indicator` over the stretch; that of a composite from its parts, each with its own sample.
    fn reading(&self, indicator: IndicatorIx, minimum: Option<f64>) -> Reading {
        let of = self.model.indicator(indicator);
        if let Measure::Composite(parts) = &of.measure {
            return composite(self.model, indicator, parts, |part| self.reading(part, None));
        }
        let minimum = minimum.unwrap_or_else(|| of.minimum());
        let (tally, pooled) = self.pooled(indicator, minimum);
        tally.reading(minimum, pooled)
    }

    /// Figures of the stretch; below `minimum` cases months before it are added one by one, as far back as the policy
    /// allows. Gives how many months back figures were found.
    fn pooled(&self, indicator: IndicatorIx, minimum: f64) -> (Tally<'m>, u8) {
        let mut tally = self.tally(indicator, Channels::All);
        let mut pooled = 0;
        for back in 1..=self.pool_room() {
            let cases = tally.cases();
            if !tally.can_grow() || cases.is_none_or(|n| n >= minimum) {
                break;
            }
            self.add_earlier(&mut tally, back);
            if tally.cases() != cases {
                pooled = back as u8;
            }
        }
        (tally, pooled)
    }

    /// Months before the stretch that may be pooled in: the policy counts back from the last month of the stretch, and
    /// months that were only observed stay out of a score.
    fn pool_room(&self) -> i32 {
        let stretch = self.stretch;
        let room = i32::from(self.policy.pool_months) - 1 - stretch.to.since(stretch.from);
        let served = stretch.from.since(Month::of(self.model.agent(self.agent).joined));
        if stretch.observed { room } else { room.min(served - i32::from(self.policy.observed_months)) }
    }

    fn tally(&self, indicator: IndicatorIx, channels: Channels<'m>) -> Tally<'m> {
        let mut tally =
            Tally::new(self.model, Some(self.index), indicator).of_channels(channels).traced(self.traced);
        for &(team, first, last) in &self.stretch.spans {
            tally.set_team(team);
            tally.add_all(self.index.agent_rows(self.model, self.agent, first, last));
        }
        tally
    }

    /// Adds the month `back` months before the stretch, as far as it was worked for the same team.
    fn add_earlier(&self, tally: &mut Tally<'m>, back: i32) {
        let month = self.stretch.from.plus(-back);
        tally.set_team(self.stretch.team);
        tally.add_all(self.index.agent_rows(self.model, self.agent, month, month));
    }

    /// Points of each channel by its own rule, over the same months as the item's value.
    fn channels(&self, item: &'m Item, indicator: &Indicator, rule: &Rule, pooled: u8) -> Vec<ChannelPoints> {
        let named = (0..self.model.organisation.channels.len() as u32).map(|n| Some(ChannelIx(n)));
        let of = |channel: Option<ChannelIx>| {
            let mut tally = self.tally(item.indicator, Channels::Only(channel)).traced(false);
            (1..=i32::from(pooled)).for_each(|back| self.add_earlier(&mut tally, back));
            let reading = tally.reading(0.0, 0);
            let own =
                item.channels.iter().find(|(own, _)| Some(*own) == channel).map_or(rule, |(_, own)| own);
            let value = reading.value.filter(|_| reading.state == super::ReadingState::Measured)?;
            let points = worth(own, indicator, value).limited(item.floor, item.cap);
            Some(ChannelPoints { channel, value, n: reading.n.unwrap_or(1.0), points })
        };
        named.chain([None]).filter_map(of).collect()
    }
}

/// The rule for an agent of `level` in the month of service `service_month`: a newcomer step before the level's rule
/// before the rule for everyone.
fn rule_for(item: &Item, level: LevelIx, service_month: u16) -> (&Rule, RuleChoice) {
    if let Some(step) = item.newcomers.iter().find(|step| service_month <= step.through) {
        return (&step.rule, RuleChoice::Newcomer { through: step.through });
    }
    match item.levels.iter().find(|(own, _)| *own == level) {
        Some((_, rule)) => (rule, RuleChoice::Level(level)),
        None => (&item.rule, RuleChoice::Standard),
    }
}

/// Whether channels are scored one by one. A newcomer step is made for the newcomer and holds for all channels.
fn by_channel(item: &Item, choice: RuleChoice) -> bool {
    !item.channels.is_empty() && !matches!(choice, RuleChoice::Newcomer { .. })
}

fn worth(rule: &Rule, indicator: &Indicator, value: f64) -> Points {
    points(rule, indicator.precision, indicator.direction, indicator.valid, value)
}

/// Points of the channels combined by their share of the cases, as (before limits, limited): each channel is limited by
/// itself, so one cannot make up for another beyond the cap.
fn combine(item: &Item, channels: &[ChannelPoints]) -> Option<(f64, f64)> {
    let cases: f64 = channels.iter().map(|channel| channel.n).sum();
    let points: f64 = channels.iter().map(|channel| channel.points * channel.n).sum();
    let combined = (points / cases).max(item.floor).min(item.cap);
    (cases > 0.0).then_some((combined, combined))
}
