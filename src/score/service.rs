//! What an agent did in a period, month by month: for which team, at which level, under which scheme, how many days.

use super::Index;
use super::roster::roster;
use crate::model::{
    Agent, AgentIx, Days, Holder, LevelIx, Model, Month, Period, Posting, Role, SchemeIx, TeamIx,
};
use chrono::{Datelike, NaiveDate, Weekday};

/// A month, or the part of it, that an agent worked for one team.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Part {
    /// The month.
    pub(super) month: Month,
    /// The team.
    pub(super) team: TeamIx,
    /// The level.
    pub(super) level: LevelIx,
    /// The scheme in force.
    pub(super) scheme: Option<SchemeIx>,
    /// Month of service: 1 in the month of joining.
    pub(super) service_month: u16,
    /// Days worked; weekdays of the posting where no figures name days.
    pub(super) days: f64,
}

/// An agent's service in a period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Service {
    /// Parts with figures, by month, then in the order of the postings; teams without a posting last.
    pub(super) parts: Vec<Part>,
    /// Whether a posting covers any day of the period.
    pub(super) posted: bool,
    /// Days worked and scheduled, weekdays of the posting standing in for months without written days.
    pub(super) days: Days,
    /// Days worked and scheduled as far as they are written.
    pub(super) written: Option<Days>,
}

/// By which rules figures are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// By the scheme that is in force in each month.
    InForce,
    /// By one scheme alone, where its dates and teams hold, whatever its status.
    Alone(SchemeIx),
    /// By the schemes that were in force in the same months of another year ([`scheme_of_year`]), in the months in which one is
    /// in force at all.
    OfYear(Period),
}

/// The service of `agent` in `period`, under `rules`. Months without a row of figures do not count as worked.
pub(super) fn service(model: &Model, index: &Index, agent: AgentIx, period: Period, rules: Rules) -> Service {
    let nothing = Days { worked: 0.0, scheduled: 0.0 };
    let mut service = Service { parts: Vec::new(), posted: false, days: nothing, written: None };
    let Some(person) = model.agents.get(agent.at()) else { return service };
    service.posted = person.main_posting(period.first().first_day(), period.last().last_day()).is_some();
    for month in period.months() {
        service.add_month(model, index, (agent, person), month, rules);
    }
    service
}

/// Days worked and scheduled by `agent` in `period`, for what follows the days: weekdays of the posting stand in for months with
/// figures but without written days; months without figures do not count. `None` without any.
#[must_use]
pub fn days_worked(model: &Model, index: &Index, agent: AgentIx, period: Period) -> Option<Days> {
    Some(service(model, index, agent, period, Rules::InForce).days).filter(|days| days.scheduled > 0.0)
}

impl Service {
    fn add_month(
        &mut self,
        model: &Model,
        index: &Index,
        (ix, agent): (AgentIx, &Agent),
        month: Month,
        rules: Rules,
    ) {
        let rows = index.agent_rows(model, ix, month, month);
        let Some(main) = agent.main_posting(month.first_day(), month.last_day()) else { return };
        if rows.is_empty() {
            self.add_month_of_manager(model, index, agent, (main, month), rules);
            return;
        }
        let all = model.metrics.rows();
        let team_at = |at: usize, _: &_| index.team_of_row(at);
        let whole = roster(all, rows.start, None, team_at);
        let begin = self.parts.len();
        for at in rows.clone() {
            let Some(team) = index.team_of_row(at) else { continue };
            if self.parts.iter().skip(begin).any(|part| part.team == team) {
                continue;
            }
            let posting = posting_for(agent, team, month).unwrap_or(main);
            let days = roster(all, at, Some(team), team_at).map(|days| days.worked);
            self.parts.push(Part {
                month,
                team,
                level: posting.level,
                scheme: scheme(model, (team, month, posting.role), rules),
                service_month: service_month(agent, month),
                days: days.unwrap_or_else(|| weekdays(agent, posting, month)),
            });
        }
        if let Some(parts) = self.parts.get_mut(begin..) {
            let start = |part: &Part| posting_for(agent, part.team, month).map_or(NaiveDate::MAX, |p| p.from);
            parts.sort_by_key(|part| (start(part), part.team));
        }
        let stand_in: f64 = self.parts.iter().skip(begin).map(|part| part.days).sum();
        let days = whole.unwrap_or(Days { worked: stand_in, scheduled: stand_in });
        self.days = sum(self.days, days);
        if let Some(days) = whole {
            self.written = Some(self.written.map_or(days, |before| sum(before, days)));
        }
    }

    /// A month of a manager without figures of their own: it counts as worked if a team led has figures.
    fn add_month_of_manager(
        &mut self,
        model: &Model,
        index: &Index,
        agent: &Agent,
        (posting, month): (&Posting, Month),
        rules: Rules,
    ) {
        let told = |team: &TeamIx| {
            let own = model.metrics.rows_of(Holder::Team(*team), month, month);
            !own.is_empty() || index.rows_for_team(*team, month, month).next().is_some()
        };
        if posting.role != Role::Manager || !posting.leads.iter().any(told) {
            return;
        }
        let days = weekdays(agent, posting, month);
        self.parts.push(Part {
            month,
            team: posting.team,
            level: posting.level,
            scheme: scheme(model, (posting.team, month, posting.role), rules),
            service_month: service_month(agent, month),
            days,
        });
        self.days = sum(self.days, Days { worked: days, scheduled: days });
    }
}

/// The scheme by which `rules` score a month.
fn scheme(model: &Model, (team, month, role): (TeamIx, Month, Role), rules: Rules) -> Option<SchemeIx> {
    match rules {
        Rules::InForce => model.scheme_for(team, month, role),
        Rules::Alone(ix) => Some(ix).filter(|ix| {
            let scheme = model.scheme(*ix);
            scheme.role == role && scheme.applies(team, month)
        }),
        Rules::OfYear(year) => {
            model.scheme_for(team, month, role).and_then(|_| scheme_of_year(model, (team, month, role), year))
        }
    }
}

/// The scheme of `year` that stands for `month` of any year: that in force in the same month, else the nearest one before it in
/// the year, else the nearest one after it. `None` if none was in force in the whole year.
#[must_use]
pub fn scheme_of_year(
    model: &Model,
    (team, month, role): (TeamIx, Month, Role),
    year: Period,
) -> Option<SchemeIx> {
    let months = year.last().since(year.first()) + 1;
    let at = month.since(year.first()).rem_euclid(months);
    let nearest = (0..=at).rev().chain(at + 1..months);
    nearest.map(|month| year.first().plus(month)).find_map(|month| model.scheme_for(team, month, role))
}

fn sum(a: Days, b: Days) -> Days {
    Days { worked: a.worked + b.worked, scheduled: a.scheduled + b.scheduled }
}

/// The agent's posting in `team` with most days of the month.
pub(super) fn posting_for(agent: &Agent, team: TeamIx, month: Month) -> Option<&Posting> {
    let (first, last) = (month.first_day(), month.last_day());
    let own = agent.postings.iter().filter(|posting| posting.team == team);
    let within = own.map(|posting| (posting, posting.days_within(first, last)));
    within.filter(|(_, days)| *days > 0).max_by_key(|(_, days)| *days).map(|(posting, _)| posting)
}

/// Month of service, counted by calendar months: the month of joining is 1.
fn service_month(agent: &Agent, month: Month) -> u16 {
    u16::try_from(month.since(Month::of(agent.joined)) + 1).unwrap_or(1).max(1)
}

/// Mondays to Fridays of the posting within the month, up to the agent's last day.
fn weekdays(agent: &Agent, posting: &Posting, month: Month) -> f64 {
    let works = |day: NaiveDate| {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        !weekend && posting.covers(day) && agent.left.is_none_or(|left| day <= left)
    };
    month.first_day().iter_days().take(month.days() as usize).filter(|&day| works(day)).count() as f64
}
