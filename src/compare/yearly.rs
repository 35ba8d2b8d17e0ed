//! The year looked back on: how often targets and full marks were reached, where they are too easy or too hard, how the teams moved
//! against them, and what the next year could ask for (A045).

use crate::evaluate::Evaluation;
use crate::goals::{Proposal, State, Unproposed, proposals};
use crate::model::{
    AgentIx, IndicatorIx, LevelIx, Month, Period, PeriodKind, Role, Scheme, Status, Subject, TeamIx,
};
use crate::score::{Reading, ReadingState, Verdict, contributions};
use crate::stats::{Interval, Z95, median, wilson};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Months over which next year's target is evaluated.
const WINDOW: usize = 12;
/// Reached by more than this, with the whole interval, is too easy.
const EASY: f64 = 0.9;
/// Reached by less than this, with the whole interval, is too hard.
const HARD: f64 = 0.1;
/// Fewest people whose median is looked at.
const FEW: usize = 3;

/// How many reached something, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hits {
    /// How many reached it.
    pub met: usize,
    /// Of how many.
    pub of: usize,
}

/// What a hit rate says of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The whole 95 % interval lies above 90 %.
    TooEasy,
    /// The whole 95 % interval lies below 10 %.
    TooHard,
    /// The whole interval lies between.
    Fits,
    /// The interval runs over one of the lines: it cannot be told yet.
    Unclear,
}

impl Hits {
    fn add(&mut self, met: bool) {
        self.met += usize::from(met);
        self.of += 1;
    }

    /// The share, 0–1.
    #[must_use]
    pub fn rate(self) -> Option<f64> {
        (self.of > 0).then(|| self.met as f64 / self.of as f64)
    }

    /// The 95 % interval of Wilson.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        wilson(self.met as f64, self.of as f64, Z95)
    }

    /// What the rate says.
    #[must_use]
    pub fn fit(self) -> Fit {
        match self.interval() {
            Some(interval) if interval.lower > EASY => Fit::TooEasy,
            Some(interval) if interval.upper < HARD => Fit::TooHard,
            Some(interval) if interval.lower >= HARD && interval.upper <= EASY => Fit::Fits,
            _ => Fit::Unclear,
        }
    }
}

/// Hits of goals and of full marks in one level or team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// Goals that were decided in the year.
    pub goals: Hits,
    /// Quarters of people whose points were full.
    pub full: Hits,
}

/// How the median of a team's people moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// The team.
    pub team: TeamIx,
    /// The earlier period, the median, and of how many.
    pub then: (Period, f64, usize),
    /// The later one.
    pub now: (Period, f64, usize),
}

/// One indicator in the year.
#[derive(Debug, Clone)]
pub struct IndicatorYear {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Over everyone.
    pub all: Reached,
    /// Full marks of the year before; none without one.
    pub full_before: Hits,
    /// By level, lowest first.
    pub levels: BTreeMap<LevelIx, Reached>,
    /// By team.
    pub teams: BTreeMap<TeamIx, Reached>,
    /// How the medians of teams moved.
    pub drift: Vec<Drift>,
    /// What the next year could ask for: everyone, then teams.
    pub proposals: Vec<(Subject, Result<Proposal, Unproposed>)>,
}

/// A year looked back on.
#[derive(Debug, Clone)]
pub struct Yearly {
    /// The year.
    pub year: Period,
    /// Whether it is over and complete.
    pub complete: bool,
    /// Goals whose window ended in the year and that were decided.
    pub goals: Hits,
    /// Goals whose window ended in the year and that could not be measured.
    pub unmeasured: usize,
    /// The indicators with goals or full marks, sorted.
    pub indicators: Vec<IndicatorYear>,
}

impl Yearly {
    /// The year of `indicator`.
    #[must_use]
    pub fn of(&self, indicator: IndicatorIx) -> Option<&IndicatorYear> {
        let at = self.indicators.binary_search_by_key(&indicator, |year| year.indicator).ok()?;
        self.indicators.get(at)
    }
}

/// One person's indicators in a period.
struct Sheet {
    team: Option<TeamIx>,
    level: Option<LevelIx>,
    marks: Vec<Mark>,
}

/// One indicator of a person: points, and the value where it is measured.
struct Mark {
    indicator: IndicatorIx,
    points: f64,
    value: Option<f64>,
}

/// The latest complete year, else the latest with figures; `None` without figures.
///
/// Full marks are counted by person and quarter: months are too short for many indicators, and of a year there is one value for
/// each person, too few to tell anything in a small team. Quarters of one person are not independent, so that the interval is
/// rather too narrow than too wide.
#[must_use]
pub fn yearly(evaluation: &Evaluation) -> Option<Yearly> {
    let year = evaluation.latest(PeriodKind::Year)?;
    let own = quarters(evaluation, year);
    let earlier = quarters(evaluation, year.previous());
    let mut found: BTreeMap<IndicatorIx, IndicatorYear> = BTreeMap::new();
    for sheet in own.iter().flat_map(|(_, sheets)| sheets) {
        sheet.marks.iter().for_each(|mark| of(&mut found, mark.indicator).full(sheet, mark));
    }
    for mark in earlier.iter().flat_map(|(_, sheets)| sheets).flat_map(|sheet| &sheet.marks) {
        of(&mut found, mark.indicator).full_before.add(is_full(mark.points));
    }
    let (mut goals, mut unmeasured) = (Hits::default(), 0);
    for goal in decided(evaluation, year) {
        match goal.met {
            Some(met) => {
                goals.add(met);
                of(&mut found, goal.indicator).goal(&goal, met);
            }
            None => unmeasured += 1,
        }
    }
    let mut indicators: Vec<IndicatorYear> = found.into_values().collect();
    indicators.retain(|one| one.all.full.of > 0 || one.all.goals.of > 0);
    if let Some(now) = own.last() {
        // The same quarter of the year before has the same season; without it the year's own first quarter has to do.
        let then = earlier.iter().find(|(quarter, _)| *quarter == now.0.year_earlier());
        let then = then.or_else(|| own.first().filter(|first| first.0 < now.0));
        then.into_iter().for_each(|then| drift(&mut indicators, then, now));
    }
    let last = evaluation.last_month().map_or(year.last(), |last| last.min(year.last()));
    indicators.par_iter_mut().for_each(|one| one.proposals = proposed(evaluation, one.indicator, year, last));
    Some(Yearly { year, complete: evaluation.complete(year), goals, unmeasured, indicators })
}

/// The proposals; none where channels have lines of their own: one number over all of them would mislead.
fn proposed(
    evaluation: &Evaluation,
    indicator: IndicatorIx,
    year: Period,
    last: Month,
) -> Vec<(Subject, Result<Proposal, Unproposed>)> {
    let model = &evaluation.model;
    let held = |scheme: &&Scheme| {
        scheme.status == Status::InForce
            && scheme.from <= year.last()
            && scheme.to.is_none_or(|to| year.first() <= to)
    };
    let mut items = model.schemes.iter().filter(held).filter_map(|scheme| scheme.item(indicator));
    if items.any(|item| !item.channels.is_empty()) {
        return vec![(Subject::Organisation, Err(Unproposed::Channels))];
    }
    proposals(model, &evaluation.index, indicator, last, WINDOW)
}

/// The quarters of `year` with figures, oldest first, each with the sheets of those with a score.
fn quarters(evaluation: &Evaluation, year: Period) -> Vec<(Period, Vec<Sheet>)> {
    let inside = |quarter: &Period| year.holds(quarter.first());
    let all = evaluation.of_kind(PeriodKind::Quarter).filter(inside);
    all.map(|quarter| (quarter, sheets(evaluation, quarter))).collect()
}

/// The sheets of the people with a score in `period`, managers left out.
fn sheets(evaluation: &Evaluation, period: Period) -> Vec<Sheet> {
    let agents: Vec<AgentIx> = (0..evaluation.model.agents.len() as u32).map(AgentIx).collect();
    let rated = |agent: &AgentIx| {
        let standing = evaluation.standing(*agent, period);
        standing.is_some_and(|one| one.verdict == Verdict::Rated && one.role == Role::Agent)
    };
    agents.par_iter().filter(|agent| rated(agent)).map(|agent| sheet(evaluation, *agent, period)).collect()
}

fn sheet(evaluation: &Evaluation, agent: AgentIx, period: Period) -> Sheet {
    let card = evaluation.card_placeless(agent, period);
    let value = |indicator| {
        let scored = card.segments.iter().filter(|segment| !segment.observed);
        let mut items = scored.flat_map(|segment| &segment.items).filter(|item| item.indicator == indicator);
        let measured = |reading: &Reading| reading.value.filter(|_| reading.state == ReadingState::Measured);
        match (items.next()?, items.next()) {
            (only, None) => measured(&only.reading),
            _ => measured(&evaluation.reading(Subject::Agent(agent), indicator, period)),
        }
    };
    let marks = contributions(&card).into_iter().map(|part| Mark {
        indicator: part.indicator,
        points: part.points,
        value: value(part.indicator),
    });
    Sheet { marks: marks.collect(), team: card.team, level: card.level }
}

/// Sums of shares are not exact in binary: 1e-9 of a point is not missing.
fn is_full(points: f64) -> bool {
    points >= 100.0 - 1e-9
}

/// A goal whose window ended in the year.
struct Decided {
    indicator: IndicatorIx,
    level: Option<LevelIx>,
    team: Option<TeamIx>,
    /// Whether it was met; `None` if that could not be measured.
    met: Option<bool>,
}

fn decided(evaluation: &Evaluation, year: Period) -> Vec<Decided> {
    let model = &evaluation.model;
    let ended = |end: chrono::NaiveDate| year.first().first_day() <= end && end <= year.last().last_day();
    let of = |goal: &crate::goals::GoalResult| {
        let target = model.target(goal.target);
        let end = target.end.filter(|end| ended(*end))?;
        let met = match goal.progress.state {
            State::Attained | State::Locked => Some(true),
            State::Missed => Some(false),
            State::NotMeasurable => None,
            _ => return None,
        };
        let posting = match target.subject {
            Some(Subject::Agent(agent)) => {
                let agent = model.agent(agent);
                agent.posting_on(end).or_else(|| agent.postings.last())
            }
            _ => None,
        };
        let team = match target.subject {
            Some(Subject::Team(team)) => Some(team),
            _ => posting.map(|posting| posting.team),
        };
        Some(Decided { indicator: target.indicator?, level: posting.map(|posting| posting.level), team, met })
    };
    evaluation.goals.iter().filter_map(of).collect()
}

impl IndicatorYear {
    fn new(indicator: IndicatorIx) -> Self {
        Self {
            indicator,
            all: Reached::default(),
            full_before: Hits::default(),
            levels: BTreeMap::new(),
            teams: BTreeMap::new(),
            drift: Vec::new(),
            proposals: Vec::new(),
        }
    }

    fn full(&mut self, sheet: &Sheet, mark: &Mark) {
        let full = is_full(mark.points);
        self.all.full.add(full);
        sheet.level.into_iter().for_each(|level| self.levels.entry(level).or_default().full.add(full));
        sheet.team.into_iter().for_each(|team| self.teams.entry(team).or_default().full.add(full));
    }

    fn goal(&mut self, goal: &Decided, met: bool) {
        self.all.goals.add(met);
        goal.level.into_iter().for_each(|level| self.levels.entry(level).or_default().goals.add(met));
        goal.team.into_iter().for_each(|team| self.teams.entry(team).or_default().goals.add(met));
    }
}

/// The year of `indicator` among those found.
fn of(found: &mut BTreeMap<IndicatorIx, IndicatorYear>, indicator: IndicatorIx) -> &mut IndicatorYear {
    found.entry(indicator).or_insert_with(|| IndicatorYear::new(indicator))
}

type Medians = BTreeMap<(IndicatorIx, TeamIx), (f64, usize)>;

fn medians(sheets: &[Sheet]) -> Medians {
    let mut values: BTreeMap<(IndicatorIx, TeamIx), Vec<f64>> = BTreeMap::new();
    for sheet in sheets {
        let Some(team) = sheet.team else { continue };
        for (indicator, value) in sheet.marks.iter().filter_map(|mark| Some((mark.indicator, mark.value?))) {
            values.entry((indicator, team)).or_default().push(value);
        }
    }
    let of = |(key, values): (_, Vec<f64>)| {
        let middle = median(&values).filter(|_| values.len() >= FEW)?;
        Some((key, (middle, values.len())))
    };
    values.into_iter().filter_map(of).collect()
}

fn drift(indicators: &mut [IndicatorYear], then: &(Period, Vec<Sheet>), now: &(Period, Vec<Sheet>)) {
    let (before, after) = (medians(&then.1), medians(&now.1));
    for (key, &(value, n)) in &after {
        let (indicator, team) = *key;
        let Some(&(earlier, count)) = before.get(key) else { continue };
        let Ok(at) = indicators.binary_search_by_key(&indicator, |year| year.indicator) else { continue };
        if let Some(year) = indicators.get_mut(at) {
            year.drift.push(Drift { team, then: (then.0, earlier, count), now: (now.0, value, n) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wilson: 40 of 40 gives 91.2–100 %, 38 of 40 gives 83.5–98.6 %, 0 of 40 gives 0–8.8 %, 13 of 39 gives 20.6–49.0 %; 34 of
    /// 34 reaches only 89.8 % (1/(1 + 1.96²/n)).
    #[test]
    fn easy_and_hard_need_the_whole_interval() {
        let fit = |met, of| Hits { met, of }.fit();
        assert_eq!((fit(40, 40), fit(0, 40)), (Fit::TooEasy, Fit::TooHard));
        assert_eq!((fit(13, 39), fit(19, 33)), (Fit::Fits, Fit::Fits));
        assert_eq!((fit(38, 40), fit(3, 40)), (Fit::Unclear, Fit::Unclear));
        assert_eq!((fit(34, 34), fit(0, 34), fit(0, 0)), (Fit::Unclear, Fit::Unclear, Fit::Unclear));
    }
}
