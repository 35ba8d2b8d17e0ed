//! What is said of a SMART goal: the checks of each letter, achievability, progress and forecast. Facts, no words.

use crate::model::{IndicatorIx, Month, Subject, TargetIx};
use std::fmt;

/// All that is said of one goal at one date.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalResult {
    /// The goal.
    pub target: TargetIx,
    /// Every check, in the order S1 … T6.
    pub checks: Vec<CheckResult>,
    /// The figures behind the letter A.
    pub achievability: Achievability,
    /// Where the goal stands.
    pub progress: Progress,
}

impl GoalResult {
    /// The worst result among the checks of `letter`.
    #[must_use]
    pub fn letter(&self, letter: Letter) -> Mark {
        self.checks.iter().filter(|c| c.check.letter() == letter).map(|c| c.mark).max().unwrap_or(Mark::Pass)
    }

    /// SMART: no letter fails.
    #[must_use]
    pub fn is_smart(&self) -> bool {
        self.checks.iter().all(|c| c.mark < Mark::Fail)
    }
}

/// A letter of SMART.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    /// Specific.
    S,
    /// Measurable.
    M,
    /// Achievable.
    A,
    /// Relevant.
    R,
    /// Time-bound.
    T,
}

/// pass / warn / fail, from best to worst. `NotAssessed` says that the check could not be made because an earlier one failed
/// (for example M on a goal without an indicator): it is neither good nor bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Could not be made; the failed check that prevents it is listed.
    NotAssessed,
    /// Fine.
    Pass,
    /// To be discussed.
    Warn,
    /// Not SMART.
    Fail,
}

/// A check of the rubric (domain notes D.1), named by letter and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the rubric's own numbering; each is documented where it is made")]
pub enum Check {
    S1,
    S2,
    S3,
    S4,
    S5,
    S6,
    M1,
    M2,
    M3,
    M4,
    M5,
    M6,
    A1,
    R1,
    R2,
    R3,
    R4,
    R5,
    T1,
    T2,
    T3,
    T4,
    T5,
    T6,
}

impl Check {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> Letter {
        use Check::*;
        match self {
            S1 | S2 | S3 | S4 | S5 | S6 => Letter::S,
            M1 | M2 | M3 | M4 | M5 | M6 => Letter::M,
            A1 => Letter::A,
            R1 | R2 | R3 | R4 | R5 => Letter::R,
            T1 | T2 | T3 | T4 | T5 | T6 => Letter::T,
        }
    }
}

/// `S1` … `T6`.
impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// The result of one check.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckResult {
    /// Which.
    pub check: Check,
    /// How it went.
    pub mark: Mark,
    /// Why, as a kebab-case reason key that the texts of each language explain (`check-S4-wrong-direction`), unique per
    /// wording.
    pub reason: &'static str,
    /// Numbers and names that the reason's sentence shows, in the order of its placeholders.
    pub facts: Vec<Fact>,
}

impl CheckResult {
    fn new(check: Check, mark: Mark, reason: &'static str, facts: Vec<Fact>) -> Self {
        Self { check, mark, reason, facts }
    }

    /// Fine.
    pub(super) fn pass(check: Check, reason: &'static str, facts: Vec<Fact>) -> Self {
        Self::new(check, Mark::Pass, reason, facts)
    }

    /// To be discussed.
    pub(super) fn warn(check: Check, reason: &'static str, facts: Vec<Fact>) -> Self {
        Self::new(check, Mark::Warn, reason, facts)
    }

    /// Not SMART.
    pub(super) fn fail(check: Check, reason: &'static str, facts: Vec<Fact>) -> Self {
        Self::new(check, Mark::Fail, reason, facts)
    }

    /// Could not be made because of `cause`, which says what is missing.
    pub(super) fn not_assessed(check: Check, cause: Check) -> Self {
        Self::new(check, Mark::NotAssessed, "check-not-assessed", vec![Fact::Word(cause.to_string())])
    }
}

/// A number or name in a reason.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// A value of the goal's indicator, in kept units.
    Value(f64),
    /// A difference of values of the goal's indicator, in kept units.
    Distance(f64),
    /// Cases or months.
    Number(f64),
    /// A probability or share, 0–1.
    Share(f64),
    /// A month.
    Month(Month),
    /// A date.
    Date(chrono::NaiveDate),
    /// An indicator.
    Indicator(IndicatorIx),
    /// Another goal.
    Goal(TargetIx),
    /// A word as written.
    Word(String),
}

/// Achievability by history and peers (domain notes D.2).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Achievability {
    /// The class.
    pub class: Class,
    /// Months of own history used, with value and n.
    pub history: Vec<(Month, f64, Option<f64>)>,
    /// Pooled baseline b.
    pub baseline: Option<f64>,
    /// Sample standard deviation (n − 1) of the monthly values.
    pub deviation: Option<f64>,
    /// Sampling error of b.
    pub sampling_error: Option<f64>,
    /// σ = √(s²/h + SE²).
    pub spread: Option<f64>,
    /// Required step Δ from the baseline to the nearer end of the goal, positive while something is missing; of a running sum per
    /// full month of work.
    pub step: Option<f64>,
    /// z = Δ/σ.
    pub z: Option<f64>,
    /// P = 1 − Φ(z), 0–1; for a range the chance of falling into it, for every month the power over the months.
    pub probability: Option<f64>,
    /// Own reach: the better of the best monthly value with enough cases and the best rolling three months.
    pub own_reach: Option<f64>,
    /// P90 of the peers' pooled values.
    pub peer_reach: Option<f64>,
    /// Best peer: who and the value. Peers of an agent are agents, peers of a team are teams.
    pub best_peer: Option<(Subject, f64)>,
    /// Number of peers with data.
    pub peers: usize,
    /// Theil–Sen slope per month over the history, informative only.
    pub slope: Option<f64>,
    /// History projected to the end of the window by that slope, moved by at most one historic range.
    pub projected: Option<f64>,
}

/// Classes of achievability, first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[allow(missing_docs, reason = "the rubric's own words, domain notes D.2")]
pub enum Class {
    #[default]
    Unknown,
    Impossible,
    AlreadyMet,
    Trivial,
    Challenging,
    Ambitious,
    Implausible,
}

/// Where a goal stands at the date (domain notes D.3).
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The state.
    pub state: State,
    /// Complete months of the window that were evaluated, with value and n.
    pub months: Vec<(Month, Option<f64>, Option<f64>)>,
    /// Value so far under the goal's evaluation mode.
    pub value: Option<f64>,
    /// Numerator and denominator so far, for pooled ratios.
    pub done: Option<(f64, f64)>,
    /// Expected cases in the rest of the window; full months of work for counts.
    pub expected_left: Option<f64>,
    /// Value needed in the rest of the window, r*: of a range the nearer end, of a running sum per full month of work. `None` once
    /// the goal is decided.
    pub required: Option<f64>,
    /// Probability of meeting the goal, 0–1.
    pub probability: Option<f64>,
    /// Share of the way from baseline (zero for a running sum) to target; may be negative or above 1. `None` if the baseline
    /// already meets the target.
    pub share: Option<f64>,
    /// Share of the window's months elapsed, 0–1.
    pub elapsed: f64,
    /// 95 % interval of the value so far holds the target.
    pub within_noise: bool,
    /// Why this state, as a reason key like [`CheckResult::reason`].
    pub reason: &'static str,
    /// Numbers of the reason.
    pub facts: Vec<Fact>,
}

/// Progress states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the rubric's own words, domain notes D.3")]
pub enum State {
    NotStarted,
    NotMeasurable,
    PendingData,
    Attained,
    Missed,
    Locked,
    OnTrack,
    AtRisk,
    OffTrack,
}
