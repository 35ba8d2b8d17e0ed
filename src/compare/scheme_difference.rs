//! What differs between two schemes: indicators that came or went, weights, rules with their targets, policies, bands. Pages and
//! outputs put it into words.

use crate::model::{IndicatorIx, Item, Policy, Scheme};

/// What differs of an indicator, or of the scheme around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// It is in the second scheme only.
    Added,
    /// It was in the first scheme only.
    Removed,
    /// Its weight.
    Weight,
    /// The rule for everyone, and with it the target.
    Rule,
    /// Rules for levels, newcomers or channels.
    Tiers,
    /// Most and fewest points, fewest cases.
    Limits,
    /// Whose figures count.
    Whose,
}

impl Aspect {
    /// The key in outputs and texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "extra",
            Self::Removed => "missing",
            Self::Weight => "weight",
            Self::Rule => "rule",
            Self::Tiers => "tiers",
            Self::Limits => "limits",
            Self::Whose => "whose",
        }
    }
}

/// An indicator that is not the same in both schemes.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemDifference {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// In the first scheme.
    pub before: Option<Item>,
    /// In the second scheme.
    pub after: Option<Item>,
    /// What differs; never empty.
    pub aspects: Vec<Aspect>,
}

/// A setting of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting(&'static str);

impl Setting {
    /// Its name as in the YAML.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// All that differs between two schemes but their dates, teams and names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemeDifference {
    /// Indicators, in the order of the second scheme; those only in the first after them.
    pub items: Vec<ItemDifference>,
    /// Settings of the policy, in the order of the policy.
    pub policy: Vec<Setting>,
    /// Whether names, number or limits of the bands differ.
    pub bands: bool,
}

impl SchemeDifference {
    /// Whether both score everybody alike.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty() && self.policy.is_empty() && !self.bands
    }
}

/// All that differs between `first` and `second`, which are of one model.
#[must_use]
pub fn scheme_difference(first: &Scheme, second: &Scheme) -> SchemeDifference {
    SchemeDifference {
        items: item_differences(first, second),
        policy: settings(&first.policy, &second.policy),
        bands: first.bands != second.bands,
    }
}

fn item_differences(first: &Scheme, second: &Scheme) -> Vec<ItemDifference> {
    let mut indicators: Vec<IndicatorIx> = second.items.iter().map(|item| item.indicator).collect();
    indicators.extend(first.items.iter().map(|item| item.indicator).filter(|ix| second.item(*ix).is_none()));
    let one = |indicator: IndicatorIx| {
        let (before, after) = (first.item(indicator), second.item(indicator));
        let aspects = match (before, after) {
            (None, Some(_)) => vec![Aspect::Added],
            (Some(_), None) => vec![Aspect::Removed],
            (Some(before), Some(after)) => aspects(before, after),
            (None, None) => Vec::new(),
        };
        let (before, after) = (before.cloned(), after.cloned());
        (!aspects.is_empty()).then_some(ItemDifference { indicator, before, after, aspects })
    };
    indicators.into_iter().filter_map(one).collect()
}

/// What differs between two items of the same indicator.
fn aspects(before: &Item, after: &Item) -> Vec<Aspect> {
    let tiers = (&before.levels, &before.newcomers, &before.channels)
        != (&after.levels, &after.newcomers, &after.channels);
    let limits = (before.cap, before.floor, before.minimum) != (after.cap, after.floor, after.minimum);
    let all = [
        (before.weight != after.weight, Aspect::Weight),
        (before.rule != after.rule, Aspect::Rule),
        (tiers, Aspect::Tiers),
        (limits, Aspect::Limits),
        (before.of != after.of, Aspect::Whose),
    ];
    all.into_iter().filter(|(differs, _)| *differs).map(|(_, aspect)| aspect).collect()
}

/// The settings that differ. Taken apart in full, so that a new one is not forgotten.
fn settings(first: &Policy, second: &Policy) -> Vec<Setting> {
    let Policy {
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
    } = first;
    let all = [
        (*missing != second.missing, "missing"),
        (*minimum_weight != second.minimum_weight, "minimum_weight"),
        (*pool_months != second.pool_months, "pool_months"),
        (*minimum_days != second.minimum_days, "minimum_days"),
        (*minimum_presence != second.minimum_presence, "minimum_presence"),
        (*observed_months != second.observed_months, "observed_months"),
        (*minimum_segment_days != second.minimum_segment_days, "minimum_segment_days"),
        (*minimum_peers != second.minimum_peers, "minimum_peers"),
        (*rank_weight != second.rank_weight, "rank_weight"),
        (*longer != second.longer, "longer"),
        (*cap != second.cap, "cap"),
        (*events != second.events, "events"),
        (*appeal_days != second.appeal_days, "appeal_days"),
        (*appeal_decision_days != second.appeal_decision_days, "appeal_decision_days"),
    ];
    all.into_iter().filter(|(differs, _)| *differs).map(|(_, name)| Setting(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Direction, Missing, Unit};
    use crate::score::testing::{Build, item, linear, share};

    /// First: a 60 % (0→1), b 40 %. Second: c 30 %, a 70 % with another target. So c came, a changed twice, b went.
    #[test]
    fn what_came_what_changed_and_what_went_in_this_order() {
        let mut build = Build::new();
        let [a, b, c] = ["a", "b", "c"].map(|id| build.indicator(id, share(), Unit::Percent, Direction::Up));
        let first = build.scheme(
            "first",
            "2024-01",
            vec![item(a, 60.0, linear(0.0, 1.0)), item(b, 40.0, linear(0.0, 1.0))],
        );
        let items = vec![item(c, 30.0, linear(0.0, 1.0)), item(a, 70.0, linear(0.0, 0.9))];
        let second = build.scheme("second", "2025-01", items);
        build.scheme_mut(second).policy.missing = Missing::Zero;
        build.scheme_mut(second).policy.cap = 110.0;
        let model = build.model();
        let found = scheme_difference(model.scheme(first), model.scheme(second));
        let told: Vec<_> = found.items.iter().map(|one| (one.indicator, one.aspects.as_slice())).collect();
        let expected: [(IndicatorIx, &[Aspect]); 3] =
            [(c, &[Aspect::Added]), (a, &[Aspect::Weight, Aspect::Rule]), (b, &[Aspect::Removed])];
        assert_eq!(told, expected);
        assert_eq!(found.policy.iter().map(|of| of.name()).collect::<Vec<_>>(), ["missing", "cap"]);
        assert!(!found.bands && !found.is_empty());
        assert!(scheme_difference(model.scheme(first), model.scheme(first)).is_empty());
    }
}
