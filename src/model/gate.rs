//! Gates of a review: which findings about a change pass, warn, need an acknowledgement, or fail.

/// What follows from a finding, the mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GateDecision {
    /// It is not told as something to look at.
    Ignore,
    /// It is told; the change passes.
    Warn,
    /// The change passes once the text of the pull request acknowledges it with a reason.
    Acknowledge,
    /// The change does not pass.
    Fail,
}

impl GateDecision {
    /// The word as written in the data.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Warn => "warn",
            Self::Acknowledge => "acknowledge",
            Self::Fail => "fail",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $key:literal $usual:ident,)+) => {
        /// What can be found about a change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum GateKind { $($(#[$doc])* $name,)+ }

        impl GateKind {
            /// All.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word as written in the data and in acknowledgements, in kebab case.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// What follows where the data does not say.
            #[must_use]
            pub const fn usual(self) -> GateDecision {
                match self { $(Self::$name => GateDecision::$usual,)+ }
            }
        }
    };
}

kinds! {
    /// Facts of a closed month change without a correction; `check` calls it an error, too.
    ClosedChanged "closed-changed" Fail,
    /// A correction of a closed month is recorded; it holds its own reason.
    ClosedCorrected "closed-corrected" Warn,
    /// A target becomes easier after its window had begun.
    TargetEasedRunning "target-eased-running" Acknowledge,
    /// A target becomes easier after its window was over.
    TargetEasedOver "target-eased-over" Acknowledge,
    /// A target is taken out after its window had begun.
    TargetRemovedLate "target-removed-late" Acknowledge,
    /// Weights or rules change for months that were scored.
    RulesRetroactive "rules-retroactive" Acknowledge,
    /// A corrected value leaves the person's usual range.
    UnusualForPerson "unusual-for-person" Warn,
    /// A corrected value leaves the peers' usual range.
    UnusualForPeers "unusual-for-peers" Warn,
    /// A month repeats the figures of another.
    MonthRepeated "month-repeated" Acknowledge,
    /// Files of different months name the same export by its digest.
    ExportRepeated "export-repeated" Warn,
    /// A file of figures does not say where they come from.
    SourceMissing "source-missing" Warn,
    /// Who wrote the change gains by it.
    AuthorGains "author-gains" Acknowledge,
    /// A score moves by more than `score_points`.
    ScoreMoved "score-moved" Warn,
    /// A goal stands elsewhere.
    GoalFlipped "goal-flipped" Warn,
    /// A band is another one.
    BandChanged "band-changed" Warn,
    /// A title or payout is another one.
    PayoutChanged "payout-changed" Warn,
    /// A warning or lint that the base does not have.
    NewWarning "new-warning" Warn,
    /// The change makes one of these gates milder. It is judged by the gates of the base all the same.
    GateLoosened "gate-loosened" Acknowledge,
}

impl GateKind {
    /// The kind that is written as `key`.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}

/// What follows from each kind of finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Gates {
    /// A score that moves by more than so many points is a finding.
    pub score_points: f64,
    /// What the data says otherwise than usual; the last of a kind counts.
    chosen: Vec<(GateKind, GateDecision)>,
}

impl Default for Gates {
    fn default() -> Self {
        Self { score_points: Self::SCORE_POINTS, chosen: Vec::new() }
    }
}

impl Gates {
    /// Points of a score where the data does not say: half of what usually lies between two bands.
    pub const SCORE_POINTS: f64 = 5.0;

    /// What follows from `kind`.
    #[must_use]
    pub fn decision(&self, kind: GateKind) -> GateDecision {
        let said = self.chosen.iter().rev().find(|(known, _)| *known == kind);
        said.map_or(kind.usual(), |(_, decision)| *decision)
    }

    /// From now on `decision` follows from `kind`.
    pub fn set(&mut self, kind: GateKind, decision: GateDecision) {
        self.chosen.push((kind, decision));
    }

    /// The kinds for which `self` is milder than `before`; of moved scores also with a higher limit.
    pub fn milder_than(&self, before: &Self) -> impl Iterator<Item = GateKind> {
        GateKind::ALL.iter().copied().filter(move |kind| {
            let limit = *kind == GateKind::ScoreMoved
                && before.decision(*kind) > GateDecision::Ignore
                && self.score_points > before.score_points;
            self.decision(*kind) < before.decision(*kind) || limit
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gate_is_loosened_by_a_milder_word_or_a_higher_limit() {
        let (base, mut head) = (Gates::default(), Gates::default());
        assert_eq!(head.milder_than(&base).count(), 0);
        head.set(GateKind::TargetEasedOver, GateDecision::Warn);
        head.set(GateKind::MonthRepeated, GateDecision::Fail);
        head.score_points = 9.0;
        let milder: Vec<GateKind> = head.milder_than(&base).collect();
        assert_eq!(milder, [GateKind::TargetEasedOver, GateKind::ScoreMoved]);
        assert_eq!(base.milder_than(&head).collect::<Vec<_>>(), [GateKind::MonthRepeated]);
    }

    #[test]
    fn keys_lead_back_to_their_kinds() {
        assert!(GateKind::ALL.iter().all(|kind| GateKind::parse(kind.key()) == Some(*kind)));
        assert_eq!(GateKind::parse("lowered"), None);
    }
}
