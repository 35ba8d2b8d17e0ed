//! Where a goal stands at a date, by complete months only (domain notes D.3).

use super::aim::Aim;
use super::case::Case;
use super::figure::{Figure, parts, pool, total};
use super::forecast::{Forecast, forecast};
use super::history::{History, coverage, sampling_error};
use super::mode::{Mode, Window, until};
use super::outcome::{Check, Fact, Progress, State};
use crate::model::{Indicator, Kind, Measure, Operator};
use crate::score::Sums;
use crate::stats;

/// Least share of months with figures, and of days in the role, for a goal to be measured.
const HALF: f64 = 0.5;

/// A state with its reason.
type Standing = (State, &'static str, Vec<Fact>);

/// A measurable goal on its way.
struct Course<'c> {
    case: &'c Case<'c>,
    indicator: &'c Indicator,
    aim: Aim,
    mode: Mode,
    window: Window,
    history: &'c History,
    /// Months of the window that are over, complete or not.
    past: Vec<Figure>,
    /// Complete months of the window.
    done: Vec<Figure>,
    value: Option<f64>,
    forecast: Option<Forecast>,
}

/// The progress of the case at its date.
pub(super) fn progress(case: &Case<'_>) -> Progress {
    let mut progress = Progress {
        state: State::NotMeasurable,
        months: Vec::new(),
        value: None,
        done: None,
        expected_left: None,
        required: None,
        probability: None,
        share: None,
        elapsed: 0.0,
        within_noise: false,
        reason: "",
        facts: Vec::new(),
    };
    let standing = match (case.target.start, Course::new(case)) {
        (Some(start), _) if case.as_of < start => {
            (State::NotStarted, "progress-before-start", vec![Fact::Date(start)])
        }
        (_, Err(cause)) => {
            (State::NotMeasurable, "progress-goal-incomplete", vec![Fact::Word(cause.to_string())])
        }
        (_, Ok(course)) => {
            course.fill(&mut progress);
            course.standing()
        }
    };
    (progress.state, progress.reason, progress.facts) = standing;
    if matches!(progress.state, State::Attained | State::Missed | State::Locked | State::NotMeasurable) {
        // What is decided, or cannot be measured, has no outlook.
        (progress.expected_left, progress.required, progress.probability) = (None, None, None);
    }
    progress
}

impl<'c> Course<'c> {
    /// The course of `case`, or the check that says what is missing.
    fn new(case: &'c Case<'c>) -> Result<Self, Check> {
        let (_, indicator) = case.indicator.ok_or(Check::S1)?;
        let history = case.history.as_ref().ok_or(Check::S2)?;
        let aim = case.aim.ok_or(Check::S3)?;
        let window = case.window.ok_or(Check::T1)?;
        let mode = case.mode.ok_or(Check::T3)?;
        let months = (0..window.months() as i32).map(|n| window.first.plus(n));
        let over = months.take_while(|month| month.last_day() < case.as_of);
        let past: Vec<Figure> = over.filter_map(|month| case.figure(month)).collect();
        let done: Vec<Figure> = past.iter().filter(|figure| case.complete(figure)).copied().collect();
        let mut course =
            Self { case, indicator, aim, mode, window, history, past, done, value: None, forecast: None };
        course.value = course.value_so_far();
        let left = window.months().saturating_sub(course.done.len());
        course.forecast = forecast(mode, &aim, indicator.valid, history, &course.done, left);
        Ok(course)
    }

    fn counted(&self) -> impl DoubleEndedIterator<Item = &Figure> {
        self.done.iter().filter(|figure| figure.counted().is_some())
    }

    /// The value under the evaluation mode: of every month the worst, of the final month the latest.
    fn value_so_far(&self) -> Option<f64> {
        match self.mode {
            Mode::Pooled => pool(&self.done).value,
            Mode::Sum => total(pool(&self.done).sums),
            Mode::Final => self.counted().last().and_then(Figure::counted),
            Mode::Mean => stats::mean(&self.counted().filter_map(Figure::counted).collect::<Vec<_>>()),
            Mode::Every => self
                .counted()
                .filter_map(Figure::counted)
                .reduce(|worst, next| if self.aim.step(next) > self.aim.step(worst) { next } else { worst }),
        }
    }

    fn fill(&self, progress: &mut Progress) {
        progress.months = self.done.iter().map(|figure| (figure.month, figure.value, figure.n)).collect();
        progress.value = self.value;
        progress.done = match self.mode {
            Mode::Pooled | Mode::Sum => parts(pool(&self.done).sums),
            Mode::Final | Mode::Every | Mode::Mean => None,
        };
        if let Some(forecast) = self.forecast {
            progress.expected_left = forecast.expected_left;
            progress.required = Some(forecast.required);
            progress.probability = Some(forecast.probability);
        }
        progress.share = self.share();
        progress.elapsed = self.elapsed();
        progress.within_noise = self.within_noise();
    }

    fn elapsed(&self) -> f64 {
        let months = self.window.months();
        if months == 0 { 0.0 } else { self.done.len() as f64 / months as f64 }
    }

    /// Share of the way from the baseline to the target; from zero for running sums. `None` if the baseline already meets
    /// the target.
    fn share(&self) -> Option<f64> {
        let start = if self.mode == Mode::Sum { 0.0 } else { self.case.baseline()? };
        let (whole, left) = (self.aim.step(start), self.aim.step(self.value?));
        (whole > 0.0).then(|| (whole - left) / whole).filter(|share| share.is_finite())
    }

    /// Whether the 95 % interval of the value holds the end that decides. Wilson's for shares, else ± 1.96 standard errors.
    fn within_noise(&self) -> bool {
        let Some(value) = self.value.filter(|_| self.mode != Mode::Sum) else { return false };
        let end = self.aim.nearer_end(value);
        let single = self.counted().rfind(|figure| figure.counted() == Some(value));
        let judged = match single.filter(|_| self.mode.by_single_month()) {
            Some(month) => pool([month]),
            None => pool(&self.done),
        };
        if let (Measure::Share { .. }, Sums::Pair(k, n), true) =
            (&self.indicator.measure, judged.sums, self.mode != Mode::Mean)
        {
            return stats::wilson(k, n, stats::Z95).is_some_and(|interval| interval.contains(end));
        }
        let values: Vec<f64> = self.counted().filter_map(Figure::counted).collect();
        let deviation = stats::sample_sd(&values).or(self.history.deviation);
        let months = if self.mode.by_single_month() { 1 } else { values.len() };
        let error = match self.mode {
            Mode::Mean => deviation.map(|s| s / (months.max(1) as f64).sqrt()),
            _ => sampling_error(&self.indicator.measure, &judged, deviation, months),
        };
        error.is_some_and(|error| (value - end).abs() <= stats::Z95 * error)
    }

    /// The window is over when its last whole month is.
    fn over(&self) -> bool {
        self.past.len() == self.window.months() && self.case.as_of > self.window.end
    }

    fn all_complete(&self) -> bool {
        self.done.len() == self.window.months()
    }

    fn standing(&self) -> Standing {
        if self.window.months() == 0 {
            return (State::NotMeasurable, "progress-no-whole-month", Vec::new());
        }
        if self.done.is_empty() && !self.over() {
            return (State::NotStarted, "progress-no-complete-month", vec![Fact::Month(self.window.first)]);
        }
        let settled = self.out_of_role().or_else(|| self.failed_month()).or_else(|| self.locked());
        settled
            .or_else(|| self.pending())
            .or_else(|| self.too_little())
            .unwrap_or_else(|| if self.over() { self.verdict() } else { self.outlook() })
    }

    fn out_of_role(&self) -> Option<Standing> {
        let share = self.case.days_in_role(&self.window) as f64 / self.window.days().max(1) as f64;
        (share < HALF).then(|| (State::NotMeasurable, "progress-out-of-role", vec![Fact::Share(share)]))
    }

    /// Every month has to meet the goal: the first that fails on enough cases decides. A month on too few cases is luck.
    fn failed_month(&self) -> Option<Standing> {
        let minimum = self.indicator.minimum();
        let fails = |figure: &&Figure| {
            figure.enough(minimum) && figure.counted().is_some_and(|value| !self.aim.met(value))
        };
        let month = self.done.iter().find(fails).filter(|_| self.mode == Mode::Every)?;
        let facts = vec![Fact::Month(month.month), Fact::Value(month.value?)];
        Some((State::Missed, "progress-month-failed", facts))
    }

    /// A running count that has reached its goal stays there; an amount may still fall by refunds.
    fn locked(&self) -> Option<Standing> {
        let counts = matches!(self.indicator.measure, Measure::Count { .. });
        let upward = matches!(self.aim.operator, Operator::AtLeast | Operator::Above);
        let open = !(self.over() && self.all_complete());
        let sum = self.value.filter(|sum| self.mode == Mode::Sum && self.aim.met(*sum))?;
        (counts && upward && open).then(|| (State::Locked, "progress-locked", self.against(sum)))
    }

    fn pending(&self) -> Option<Standing> {
        let waiting = self.past.iter().rfind(|figure| !self.case.complete(figure))?;
        let facts = vec![Fact::Month(waiting.month), Fact::Date(until(waiting.month, self.case.grace))];
        self.over().then_some((State::PendingData, "progress-waiting-for-data", facts))
    }

    fn too_little(&self) -> Option<Standing> {
        let state = State::NotMeasurable;
        if self.counted().next().is_none() {
            return Some((state, "progress-no-figures", vec![Fact::Number(self.done.len() as f64)]));
        }
        let covered = coverage(&self.done).unwrap_or(0.0);
        (covered < HALF).then(|| (state, "progress-low-coverage", vec![Fact::Share(covered)]))
    }

    /// Why the window, which is over and complete, cannot be judged.
    fn unjudged(&self) -> Option<Standing> {
        let minimum = self.indicator.minimum();
        let state = State::NotMeasurable;
        let judged = |figure: &Figure| figure.counted().is_some() && figure.enough(minimum);
        match self.mode {
            Mode::Every => {
                let month = self.done.iter().find(|figure| figure.applicable() && !judged(figure))?;
                Some((state, "progress-month-not-judged", vec![Fact::Month(month.month)]))
            }
            Mode::Final => {
                let last = self.done.last()?;
                if last.counted().is_none() {
                    return Some((state, "progress-final-month-missing", vec![Fact::Month(last.month)]));
                }
                self.too_few(last.n, minimum)
            }
            Mode::Pooled | Mode::Mean => self.too_few(pool(&self.done).n, minimum),
            Mode::Sum => None,
        }
    }

    fn too_few(&self, n: Option<f64>, minimum: f64) -> Option<Standing> {
        let n = n.filter(|n| *n < minimum)?;
        let facts = vec![Fact::Number(n), Fact::Number(minimum)];
        Some((State::NotMeasurable, "progress-too-few-cases", facts))
    }

    fn verdict(&self) -> Standing {
        if let Some(standing) = self.unjudged() {
            return standing;
        }
        let Some(value) = self.value else {
            return (State::NotMeasurable, "progress-no-figures", vec![Fact::Number(0.0)]);
        };
        let gaps = self.done.iter().filter(|figure| figure.applicable() && !figure.reported()).count();
        let mut facts = self.against(value);
        if gaps > 0 {
            facts.push(Fact::Number(gaps as f64));
        }
        match (self.aim.met(value), gaps) {
            (true, 0) => (State::Attained, "progress-attained", facts),
            (true, _) => (State::Attained, "progress-attained-with-gaps", facts),
            (false, 0) => (State::Missed, "progress-missed", facts),
            (false, _) => (State::Missed, "progress-missed-with-gaps", facts),
        }
    }

    fn against(&self, value: f64) -> Vec<Fact> {
        vec![Fact::Value(value), Fact::Value(self.aim.nearer_end(value))]
    }

    fn outlook(&self) -> Standing {
        let kept = self.case.target.kind == Kind::Maintain && self.mode != Mode::Sum;
        match (self.value, self.forecast) {
            (Some(value), _) if kept => self.kept(value),
            (_, Some(forecast)) => chance(self.mode, &forecast),
            (value, None) => self.path(value),
        }
    }

    /// A level to be kept: safe if met by at least one sampling error of the baseline, lost if missed by as much.
    fn kept(&self, value: f64) -> Standing {
        let met = self.aim.met(value);
        let margin = -self.aim.step(value);
        let error = self.history.error.unwrap_or(0.0);
        let facts = self.against(value);
        match (met, margin.abs() < error) {
            (true, false) => (State::OnTrack, "progress-kept", facts),
            (_, true) => (State::AtRisk, "progress-barely-kept", facts),
            (false, false) => (State::OffTrack, "progress-not-kept", facts),
        }
    }

    /// Without enough history: the straight line from baseline to target, with 10 and 30 points of slack.
    fn path(&self, value: Option<f64>) -> Standing {
        let elapsed = self.elapsed();
        let Some(share) = self.share() else {
            return match value.filter(|value| self.aim.met(*value)) {
                Some(value) => (State::OnTrack, "progress-met-so-far", self.against(value)),
                None => {
                    (State::AtRisk, "progress-not-met-so-far", value.map(Fact::Value).into_iter().collect())
                }
            };
        };
        let facts = vec![Fact::Share(share), Fact::Share(elapsed)];
        // A tolerance far below any shown digit, so that a share that equals the line is on it.
        match share - elapsed + 1e-9 {
            ahead if ahead >= -0.1 => (State::OnTrack, "progress-path-on-track", facts),
            ahead if ahead >= -0.3 => (State::AtRisk, "progress-path-at-risk", facts),
            _ => (State::OffTrack, "progress-path-off-track", facts),
        }
    }
}

/// The state that a forecast gives. What a running sum still needs is said per full month of work.
fn chance(mode: Mode, forecast: &Forecast) -> Standing {
    let facts = vec![Fact::Value(forecast.required), Fact::Share(forecast.probability)];
    let sum = mode == Mode::Sum;
    match forecast.probability {
        _ if !forecast.reachable => {
            (State::OffTrack, "progress-out-of-reach", vec![Fact::Value(forecast.required)])
        }
        p if p >= 0.5 && sum => (State::OnTrack, "progress-sum-likely", facts),
        p if p >= 0.5 => (State::OnTrack, "progress-likely", facts),
        p if p >= 0.1 && sum => (State::AtRisk, "progress-sum-uncertain", facts),
        p if p >= 0.1 => (State::AtRisk, "progress-uncertain", facts),
        _ if sum => (State::OffTrack, "progress-sum-unlikely", facts),
        _ => (State::OffTrack, "progress-unlikely", facts),
    }
}

#[cfg(test)]
mod tests;
