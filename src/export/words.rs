//! The words of the tables: the same in every version, whatever the language.

use crate::goals::{Mark, State};
use crate::model::{Measure, Operator, Subject, Unit, Whose};
use crate::score::{ReadingState, Sums, Verdict};

/// Why there is a score or none.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Rated => "rated",
        Verdict::NoData => "no_data",
        Verdict::NotInService => "not_in_service",
        Verdict::NoScheme => "no_scheme",
        Verdict::Observed => "observed",
        Verdict::TooLittleService { .. } => "too_little_service",
        Verdict::TooLittleWeight { .. } => "too_little_weight",
        Verdict::MissingValue { .. } => "missing_value",
    }
}

/// What there is of an indicator.
pub(super) const fn state(state: ReadingState) -> &'static str {
    match state {
        ReadingState::Measured => "measured",
        ReadingState::TooSmall { .. } => "too_small",
        ReadingState::WithoutCount => "without_count",
        ReadingState::Missing => "missing",
        ReadingState::NotApplicable => "not_applicable",
        ReadingState::NoCases => "no_cases",
        ReadingState::TooFewParts { .. } => "too_few_parts",
    }
}

/// Numerator (or sum, or count) and denominator (or count, or months) behind a value.
pub(super) const fn sums(sums: Sums) -> (Option<f64>, Option<f64>) {
    match sums {
        Sums::Pair(a, b) | Sums::PerMonth(a, b) => (Some(a), Some(b)),
        Sums::Nps(..) | Sums::State(..) | Sums::Weighted(..) | Sums::Nothing => (None, None),
    }
}

/// The unit in which values are kept.
pub(super) const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::PerMille => "fraction",
        Unit::Seconds => "seconds",
        Unit::Minutes => "minutes",
        Unit::Hours => "hours",
        Unit::Points => "points",
        Unit::Count => "count",
        Unit::Money => "money",
        Unit::Ratio => "ratio",
    }
}

/// How figures add up.
pub(super) const fn measure(measure: &Measure) -> &'static str {
    match measure {
        Measure::Share { .. } => "share",
        Measure::Mean { .. } => "mean",
        Measure::Quotient { .. } => "quotient",
        Measure::Count { .. } => "count",
        Measure::Amount { .. } => "amount",
        Measure::Nps => "nps",
        Measure::State { .. } => "state",
        Measure::Composite(_) => "composite",
    }
}

/// Whose figures.
pub(super) const fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Own => "own",
        Whose::Team => "team",
    }
}

/// Where a goal stands.
pub(super) const fn progress(state: State) -> &'static str {
    match state {
        State::NotStarted => "not_started",
        State::NotMeasurable => "not_measurable",
        State::PendingData => "pending_data",
        State::Attained => "attained",
        State::Missed => "missed",
        State::Locked => "locked",
        State::OnTrack => "on_track",
        State::AtRisk => "at_risk",
        State::OffTrack => "off_track",
    }
}

/// What is said of a letter.
pub(super) const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::NotAssessed => "not_assessed",
        Mark::Pass => "pass",
        Mark::Warn => "warn",
        Mark::Fail => "fail",
    }
}

/// What kind of subject.
pub(super) const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Agent(_) => "agent",
        Subject::Team(_) => "team",
        Subject::Organisation => "organisation",
    }
}

/// The sign of a goal.
pub(super) const fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::AtLeast => ">=",
        Operator::Above => ">",
        Operator::AtMost => "<=",
        Operator::Below => "<",
        Operator::Between => "between",
    }
}
