//! `recommendations/*.yml` as written: what an audit recommended, and what became of it.

use super::decode::{Entries, choice, record};
use super::scalar::{DateWord, IdWord, Word};
use super::text::Text;

record! {
    /// A file of recommendations of the annual audit.
    RecommendationsFile {
        /// Recommendations by id.
        recommendations: Entries<Recommendation>,
    }
}

record! {
    /// A recommendation of an audit, and what became of it.
    Recommendation {
        /// The year that was audited, such as 2025.
        year: Word,
        /// Id of the scheme that was audited.
        scheme: IdWord,
        /// Peer group of the teams that were audited (default all that the scheme holds).
        peers: Option<IdWord>,
        /// The check that found the point. With it the next audit tells whether it finds the same again.
        check: Option<RecommendationCheck>,
        /// Id of the indicator that it is about (default the system as a whole).
        indicator: Option<IdWord>,
        /// Id of the second indicator, where a point is about two.
        other: Option<IdWord>,
        /// What is recommended.
        text: Text,
        /// What kind of action it is.
        remedy: Option<RecommendationRemedy>,
        /// How it stands (default open: not decided).
        status: Option<RecommendationStatus>,
        /// Who sees to it; has to be there once it is accepted.
        owner: Option<Text>,
        /// When it was decided; has to be there once it is.
        decided: Option<DateWord>,
        /// The day by which it is to be done.
        due: Option<DateWord>,
        /// When it was done; has to be there once it is.
        done: Option<DateWord>,
        /// Why; has to be there where it is declined.
        reason: Option<Text>,
    }
}

choice! {
    /// How a recommendation stands.
    RecommendationStatus {
        /// Not decided.
        Open = "open",
        /// Will be done.
        Accepted = "accepted",
        /// Done.
        Done = "done",
        /// Will not be done, with the reason.
        Declined = "declined",
    }
}

choice! {
    /// A check of the audit.
    RecommendationCheck {
        /// 1: how much of what is expected is there.
        Coverage = "coverage",
        /// 2: values that do not tell units apart.
        Degenerate = "degenerate",
        /// 3: outliers.
        Outliers = "outliers",
        /// 4: correlations within dimensions.
        Within = "within",
        /// 5: correlations across dimensions and with the score.
        Across = "across",
        /// 6: Cronbach's alpha.
        Consistency = "consistency",
        /// 7: principal components.
        Components = "components",
        /// 8: weight against importance.
        Importance = "importance",
        /// 9: dominance.
        Dominance = "dominance",
        /// 10: the same counted twice.
        DoubleCounting = "double-counting",
        /// 11: arithmetic against geometric mean.
        Aggregation = "aggregation",
        /// 12: other normalisations.
        Normalisation = "normalisation",
        /// 13: uncertainty of ranks.
        Uncertainty = "uncertainty",
        /// 14: what the uncertainty comes from.
        Sensitivity = "sensitivity",
        /// 15: leaving one out.
        RemoveOne = "remove-one",
        /// 16: ends of the scale.
        Edges = "edges",
        /// 17: reliability.
        Discrimination = "discrimination",
        /// 18: attainability of targets.
        Attainability = "attainability",
        /// 19: drift of targets.
        Drift = "drift",
        /// 20: bunching at thresholds.
        Bunching = "bunching",
        /// 21: small samples.
        SmallSamples = "small-samples",
        /// 22: stability of ranks.
        Stability = "stability",
    }
}

choice! {
    /// What is done about a finding of the audit.
    RecommendationRemedy {
        /// See that figures are supplied.
        Collect = "collect",
        /// Take it out of the score and go on showing it.
        TakeOut = "take-out",
        /// Keep one of the two.
        KeepOne = "keep-one",
        /// Look at its direction and definition.
        Redefine = "redefine",
        /// Set the scale anew so that it tells people apart.
        Rescale = "rescale",
        /// Give it a weight by what it does.
        Reweight = "reweight",
        /// Take in more cases or a longer time.
        MoreCases = "more-cases",
        /// Set the target anew.
        Retarget = "retarget",
        /// Look at cases near the threshold.
        ReviewCases = "review-cases",
        /// Show intervals, and hang nothing on single places.
        ShowIntervals = "show-intervals",
        /// Decide on the method in writing.
        FixMethod = "fix-method",
        /// Look at the values themselves.
        LookAtValues = "look-at-values",
    }
}
