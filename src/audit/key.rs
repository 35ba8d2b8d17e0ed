//! The words of the audit that have keys: checks, sections, verdicts, measures, findings. Texts of a language stand elsewhere.

macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant,)+ }

        impl $name {
            /// All, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The key in outputs and texts.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }
        }
    };
}
pub(super) use keyed;

keyed! {
    /// A check.
    Row {
        /// 1: how much of what is expected is there.
        Coverage "coverage",
        /// 2: values that do not tell units apart.
        Degenerate "degenerate",
        /// 3: outliers.
        Outliers "outliers",
        /// 4: correlations within dimensions.
        Within "within",
        /// 5: correlations across dimensions and with the score.
        Across "across",
        /// 6: Cronbach's alpha.
        Consistency "consistency",
        /// 7: principal components.
        Components "components",
        /// 8: weight against importance.
        Importance "importance",
        /// 9: dominance.
        Dominance "dominance",
        /// 10: the same counted twice.
        DoubleCounting "double-counting",
        /// 11: arithmetic against geometric mean.
        Aggregation "aggregation",
        /// 12: other normalisations.
        Normalisation "normalisation",
        /// 13: uncertainty of ranks.
        Uncertainty "uncertainty",
        /// 14: what the uncertainty comes from.
        Sensitivity "sensitivity",
        /// 15: leaving one out.
        RemoveOne "remove-one",
        /// 16: ends of the scale.
        Edges "edges",
        /// 17: reliability.
        Discrimination "discrimination",
        /// 18: attainability of targets.
        Attainability "attainability",
        /// 19: drift of targets.
        Drift "drift",
        /// 20: bunching at thresholds.
        Bunching "bunching",
        /// 21: small samples.
        SmallSamples "small-samples",
        /// 22: stability of ranks.
        Stability "stability",
    }
}

impl Row {
    /// Its number, 1–22.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The section to which it belongs.
    #[must_use]
    pub const fn section(self) -> Section {
        match self {
            Self::Coverage | Self::Degenerate | Self::Outliers => Section::Data,
            Self::Edges | Self::Discrimination => Section::Indicators,
            Self::Within | Self::Across | Self::Consistency | Self::Components | Self::DoubleCounting => {
                Section::Structure
            }
            Self::Importance | Self::Dominance => Section::Weights,
            Self::Aggregation
            | Self::Normalisation
            | Self::Uncertainty
            | Self::Sensitivity
            | Self::RemoveOne => Section::Robustness,
            Self::Attainability | Self::Drift | Self::Bunching => Section::Targets,
            Self::SmallSamples | Self::Stability => Section::SmallNumbers,
        }
    }

    /// Whether it is shown for fewer than eight units.
    #[must_use]
    pub const fn for_few(self) -> bool {
        matches!(
            self,
            Self::Coverage
                | Self::Degenerate
                | Self::Uncertainty
                | Self::Sensitivity
                | Self::Edges
                | Self::Attainability
                | Self::Drift
                | Self::Bunching
                | Self::SmallSamples
        )
    }
}

keyed! {
    /// A section of the report.
    Section {
        /// The figures.
        Data "data",
        /// Each indicator by itself.
        Indicators "indicators",
        /// How indicators go together.
        Structure "structure",
        /// What weights do.
        Weights "weights",
        /// Whether ranks hold.
        Robustness "robustness",
        /// Targets and thresholds.
        Targets "targets",
        /// Fairness of small numbers.
        SmallNumbers "small-numbers",
    }
}

keyed! {
    /// What a check found. In order: the worst is the last.
    Verdict {
        /// Too little to say anything.
        NotAssessed "not-assessed",
        /// Nothing found.
        Pass "pass",
        /// To be looked at.
        Warn "warn",
        /// Does not hold.
        Fail "fail",
    }
}

keyed! {
    /// Why a check says nothing.
    Lack {
        /// Too few units.
        Units "units",
        /// Too few months.
        Months "months",
        /// No scale that does not depend on the others.
        Scale "scale",
        /// No targets.
        Targets "targets",
        /// No numbers of cases.
        Counts "counts",
        /// Too few indicators in any dimension.
        Indicators "indicators",
        /// Too few figures near a threshold.
        Window "window",
        /// No spread.
        Spread "spread",
        /// No rules in force in the year before.
        YearBefore "year-before",
        /// The rules are those of the year before.
        SameRules "same-rules",
        /// Too few people with a score by the rules of both years.
        CommonUnits "common-units",
        /// Too few people with a score in both years.
        BothYears "both-years",
    }
}

keyed! {
    /// How bad a flagged item is.
    Severity {
        /// Worth knowing; does not change the verdict.
        Note "note",
        /// To be looked at.
        Warn "warn",
        /// Does not hold.
        Fail "fail",
    }
}

keyed! {
    /// What a number is of.
    Measure {
        /// Share of what is expected.
        Share "share",
        /// Standard deviation.
        Spread "spread",
        /// Share of the most frequent value.
        Mode "mode",
        /// Share of distinct values.
        Distinct "distinct",
        /// Skewness.
        Skewness "skewness",
        /// Values to be pulled in.
        Pulled "pulled",
        /// Values far from the median.
        Far "far",
        /// Pearson's correlation.
        Correlation "correlation",
        /// Spearman's correlation.
        RankCorrelation "rank-correlation",
        /// Cronbach's alpha.
        Alpha "alpha",
        /// Share of the first component.
        FirstComponent "first-component",
        /// Eigenvalues above one.
        Components "components",
        /// Weight.
        Weight "weight",
        /// Covariance share.
        Influence "influence",
        /// Influence divided by weight.
        Ratio "ratio",
        /// Distance between weight and influence.
        Gap "gap",
        /// Variance inflation.
        Inflation "inflation",
        /// Mean shift of ranks.
        MeanShift "mean-shift",
        /// Largest shift of ranks.
        MaxShift "max-shift",
        /// Kendall's tau.
        Tau "tau",
        /// Share of units with a narrow rank interval.
        Narrow "narrow",
        /// Share of rank movement that chance alone causes.
        ChanceShare "chance-share",
        /// Units whose interval crosses a boundary.
        Crossing "crossing",
        /// First-order index.
        FirstOrder "first-order",
        /// Total-order index.
        TotalOrder "total-order",
        /// Share at the top of the scale.
        Ceiling "ceiling",
        /// Share at the bottom of the scale.
        Floor "floor",
        /// Reliability.
        Reliability "reliability",
        /// Hit rate.
        HitRate "hit-rate",
        /// Slope of the result in a month.
        ResultSlope "result-slope",
        /// Slope of the target in a month.
        TargetSlope "target-slope",
        /// Mann-Kendall's z of the distance between both.
        Trend "trend",
        /// Adjusted p value.
        Chance "chance",
        /// Excess past a threshold.
        Excess "excess",
        /// Share of placebo thresholds that show less.
        Placebo "placebo",
        /// Share of units with too few cases.
        FewCases "few-cases",
        /// Mean shrinkage factor.
        Believed "believed",
        /// Over-dispersion factor.
        Dispersion "dispersion",
        /// Units beyond the 99.8 % limits of the funnel.
        Beyond "beyond",
        /// Month-to-month rank correlation.
        Stability "stability",
    }
}

keyed! {
    /// What is wrong with a flagged item.
    Finding {
        /// Too many figures missing.
        Missing "missing",
        /// The same for all.
        Constant "constant",
        /// Mostly one value.
        SameValue "same-value",
        /// Few distinct values.
        FewValues "few-values",
        /// Outliers.
        Outliers "outliers",
        /// Works against its dimension.
        Conflict "conflict",
        /// Little in common with its dimension.
        Weak "weak",
        /// Says the same as another.
        Redundant "redundant",
        /// Says nothing in the score.
        Silent "silent",
        /// Nearer to another dimension.
        Misplaced "misplaced",
        /// Two dimensions that say the same.
        Merge "merge",
        /// Inconsistent dimension.
        Inconsistent "inconsistent",
        /// More than one thing in a dimension.
        Mixed "mixed",
        /// Counts for more than its weight.
        Dominant "dominant",
        /// Counts for less than its weight.
        Underweight "underweight",
        /// Works against its own weight.
        AgainstWeight "against-weight",
        /// The same counted twice.
        DoubleCounted "double-counted",
        /// Follows from the others.
        Inflated "inflated",
        /// The method moves ranks.
        MethodMatters "method-matters",
        /// Ranks do not hold.
        Uncertain "uncertain",
        /// A boundary is crossed by chance.
        CrossesBoundary "crosses-boundary",
        /// Leaving it out moves ranks.
        Carries "carries",
        /// Leaving it out moves nothing.
        Idle "idle",
        /// Most are at the top.
        Saturated "saturated",
        /// Most are at the bottom.
        Floored "floored",
        /// Mostly noise.
        Noise "noise",
        /// Asks for nothing.
        TooEasy "too-easy",
        /// Out of reach.
        TooHard "too-hard",
        /// Target and result part.
        Drifting "drifting",
        /// More than expected just past a threshold.
        Bunched "bunched",
        /// Too few cases.
        FewCases "few-cases",
        /// Units that differ by more than chance.
        Outside "outside",
        /// Ranks do not last.
        Unstable "unstable",
    }
}
