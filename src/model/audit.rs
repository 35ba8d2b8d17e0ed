//! Limits of the audit of the indicator system, each with its default and whose it is.

/// Whose a default is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitOrigin {
    /// A convention of the field.
    Convention,
    /// Ours, where the field has none.
    Ours,
}

macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident $key:literal $default:literal $origin:ident $low:literal..=$high:literal;)+) => {
        /// A limit of the audit. Shares and correlations are fractions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Limit {
            $($(#[$doc])* $name,)+
        }

        impl Limit {
            /// All, in the order in which the checks use them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name in `audit.yml`.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// The default.
            #[must_use]
            pub const fn default_value(self) -> f64 {
                match self { $(Self::$name => $default,)+ }
            }

            /// Whose the default is.
            #[must_use]
            pub const fn origin(self) -> LimitOrigin {
                match self { $(Self::$name => LimitOrigin::$origin,)+ }
            }

            /// The values that can be set, both ends included.
            #[must_use]
            pub const fn range(self) -> std::ops::RangeInclusive<f64> {
                match self { $(Self::$name => $low..=$high,)+ }
            }
        }
    };
}

impl Limit {
    /// Whether it is a share, which people read in percent; others are correlations, numbers of things and plain factors.
    #[must_use]
    pub const fn is_share(self) -> bool {
        matches!(
            self,
            Self::Coverage
                | Self::SameValue
                | Self::DistinctValues
                | Self::FirstComponent
                | Self::WeightGap
                | Self::SingleShare
                | Self::Moved
                | Self::MovedByOne
                | Self::RangeWidth
                | Self::RangeGood
                | Self::RangeBad
                | Self::EdgeSome
                | Self::EdgeMost
                | Self::HitsHigh
                | Self::HitsLow
                | Self::BunchingExcess
                | Self::Placebo
                | Self::FewSome
                | Self::FewMost
                | Self::Believed
                | Self::WeightSpread
        )
    }
}

limits! {
    /// Least share of expected figures that are there (JRC).
    Coverage "coverage" 0.65 Convention 0.0..=1.0;
    /// Most share of figures that are the same value (A2SIT).
    SameValue "same-value" 0.5 Convention 0.0..=1.0;
    /// Least share of figures that differ from each other (COINr).
    DistinctValues "distinct-values" 0.5 Convention 0.0..=1.0;
    /// Most skewness, type 2, beyond which outliers are treated (JRC).
    Skewness "skewness" 2.0 Convention 0.1..=100.0;
    /// Most excess kurtosis, type 2, likewise (JRC).
    Kurtosis "kurtosis" 3.5 Convention 0.1..=1000.0;
    /// Most figures pulled in before a transformation is due (COINr).
    Winsorised "winsorised" 5.0 Convention 0.0..=1000.0;
    /// Distance from the median in robust standard deviations (Iglewicz and Hoaglin), for few units.
    MadDistance "mad-distance" 3.5 Convention 1.0..=100.0;
    /// Correlation within a dimension below which indicators work against each other (COINr).
    Conflict "conflict" -0.4 Convention -1.0..=1.0;
    /// Correlation within a dimension below which they have little in common (COINr).
    Weak "weak" 0.3 Convention -1.0..=1.0;
    /// Correlation above which two say the same (COINr).
    Redundant "redundant" 0.9 Convention 0.0..=1.0;
    /// Correlation with the score below which an indicator is silent.
    Silent "silent" 0.3 Convention -1.0..=1.0;
    /// Least Cronbach's alpha of a dimension.
    Alpha "alpha" 0.7 Convention 0.0..=1.0;
    /// Least share of the first component in a dimension.
    FirstComponent "first-component" 0.5 Convention 0.0..=1.0;
    /// Most distance between weight and influence, in shares of the whole.
    WeightGap "weight-gap" 0.15 Ours 0.0..=1.0;
    /// Most times its weight that an indicator's influence may be.
    ShareAbove "share-above" 2.0 Ours 1.0..=100.0;
    /// Least times its weight.
    ShareBelow "share-below" 0.5 Ours 0.0..=1.0;
    /// Most share of the variance that one indicator may have.
    SingleShare "single-share" 0.5 Ours 0.0..=1.0;
    /// Most variance inflation.
    Inflation "inflation" 10.0 Convention 1.0..=1e6;
    /// Most places that another method moves units on average, as a share of their number.
    Moved "moved" 0.1 Ours 0.0..=1.0;
    /// Most places that leaving an indicator out may move units on average, likewise.
    MovedByOne "moved-by-one" 0.15 Ours 0.0..=1.0;
    /// A rank interval is narrow up to this share of the number of units.
    RangeWidth "range-width" 0.2 Ours 0.0..=1.0;
    /// Least share of units with a narrow interval for a good verdict.
    RangeGood "range-good" 0.8 Ours 0.0..=1.0;
    /// Share of units with a narrow interval below which ranks do not hold.
    RangeBad "range-bad" 0.5 Ours 0.0..=1.0;
    /// Most share of the variance of rank shifts that one choice of method may cause in all.
    MethodShare "method-share" 0.5 Ours 0.0..=1.0;
    /// Share at an end of the scale that is much (ceiling and floor effects).
    EdgeSome "edge-some" 0.15 Convention 0.0..=1.0;
    /// Share at an end of the scale that is too much.
    EdgeMost "edge-most" 0.5 Ours 0.0..=1.0;
    /// Reliability below which differences are mostly noise.
    Reliability "reliability" 0.5 Convention 0.0..=1.0;
    /// Reliability from which differences can be used for single people.
    Usable "usable" 0.7 Convention 0.0..=1.0;
    /// Hit rate above which a target asks for nothing.
    HitsHigh "hits-high" 0.9 Ours 0.0..=1.0;
    /// Hit rate below which a target is out of reach.
    HitsLow "hits-low" 0.1 Ours 0.0..=1.0;
    /// Standard deviations of Mann-Kendall's S from which the distance between target and result has a trend.
    Drift "drift" 1.96 Convention 1.0..=10.0;
    /// Adjusted p value of bunching below which a pattern stands out.
    BunchingChance "bunching-chance" 0.01 Ours 0.0..=1.0;
    /// Excess over the expected number just past a threshold, as a share of it.
    BunchingExcess "bunching-excess" 0.3 Ours 0.0..=10.0;
    /// Share of placebo thresholds that have to show less.
    Placebo "placebo" 0.95 Ours 0.5..=1.0;
    /// Share of units with too few cases that is much.
    FewSome "few-cases-some" 0.15 Ours 0.0..=1.0;
    /// Share of units with too few cases that is too much.
    FewMost "few-cases-most" 0.5 Ours 0.0..=1.0;
    /// Mean share of a unit's distance from the rest that is believed, below which ranks by a rate are mostly chance.
    Believed "believed" 0.5 Ours 0.0..=1.0;
    /// Month-to-month rank correlation of the score below which ranks do not last.
    Stability "stability" 0.5 Ours -1.0..=1.0;
    /// How far a weight may be off, as a share of it.
    WeightSpread "weight-spread" 0.25 Convention 0.0..=1.0;
    /// Draws of the uncertainty analysis.
    Draws "draws" 10000.0 Ours 100.0..=60000.0;
    /// Points of the sensitivity analysis; taken down to a power of two.
    Runs "runs" 1024.0 Ours 64.0..=65536.0;
}

/// The limits in force: what `audit.yml` sets, and the defaults.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AuditLimits {
    set: Vec<(Limit, f64)>,
}

impl AuditLimits {
    /// The limits with those in `set`, each at most once, in place of the defaults.
    #[must_use]
    pub fn new(mut set: Vec<(Limit, f64)>) -> Self {
        set.sort_by_key(|(limit, _)| *limit);
        Self { set }
    }

    /// The same limits with `value` for `limit`.
    #[must_use]
    pub fn with(&self, limit: Limit, value: f64) -> Self {
        let mut set = self.set.clone();
        set.retain(|(known, _)| *known != limit);
        set.push((limit, value));
        Self::new(set)
    }

    /// The value in force.
    #[must_use]
    pub fn get(&self, limit: Limit) -> f64 {
        self.written(limit).unwrap_or_else(|| limit.default_value())
    }

    /// Whether the value in force is another than the default.
    #[must_use]
    pub fn differs(&self, limit: Limit) -> bool {
        self.written(limit).is_some_and(|value| value != limit.default_value())
    }

    /// The value that was written; `None` for a default.
    fn written(&self, limit: Limit) -> Option<f64> {
        let at = self.set.binary_search_by_key(&limit, |(known, _)| *known).ok()?;
        self.set.get(at).map(|(_, value)| *value)
    }
}
