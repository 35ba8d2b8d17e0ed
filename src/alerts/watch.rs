//! Looks at every subject of a rule in every month that has ended.

use super::episode::{Episode, Look, episodes};
use crate::model::{AgentIx, Alert, AlertIx, Model, Month, Subject, TeamIx, Watched};
use crate::score::{Index, Reading, ReadingState, reading_with};
use chrono::NaiveDate;
use rayon::prelude::*;

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct AlertResult {
    /// The rule.
    pub alert: AlertIx,
    /// All episodes: open ones first, then the latest to end; within that by subject.
    pub episodes: Vec<SubjectEpisode>,
    /// The months watched, oldest first.
    pub months: Vec<MonthTally>,
}

/// An episode and whose it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SubjectEpisode {
    /// Whose.
    pub subject: Subject,
    /// When.
    pub episode: Episode,
}

/// How many subjects a month was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthTally {
    /// The month.
    pub month: Month,
    /// Subjects watched.
    pub watched: usize,
    /// Of them with the alert open.
    pub open: usize,
    /// Of them not assessable.
    pub not_assessable: usize,
}

impl AlertResult {
    /// Episodes that are still open.
    pub fn open(&self) -> impl Iterator<Item = &SubjectEpisode> {
        self.episodes.iter().filter(|of| of.episode.ended.is_none())
    }
}

/// Watches all rules of `model` as of a day. `index` is the index of the same model.
#[must_use]
pub fn watch(model: &Model, index: &Index, as_of: NaiveDate) -> Vec<AlertResult> {
    let rules = (0..model.alerts.len() as u32).map(AlertIx);
    rules.map(|alert| watch_one(model, index, alert, as_of)).collect()
}

fn watch_one(model: &Model, index: &Index, ix: AlertIx, as_of: NaiveDate) -> AlertResult {
    let alert = model.alert(ix);
    let watched = |month: &Month| {
        month.last_day() < as_of
            && alert.from.is_none_or(|from| from <= *month)
            && alert.to.is_none_or(|to| *month <= to)
    };
    let ended: Vec<Month> = model.months().into_iter().filter(|month| month.last_day() < as_of).collect();
    let months: Vec<Month> = ended.iter().copied().filter(watched).collect();
    // A rule that is no longer in force leaves no alert open.
    let closed_by = ended.last().copied().filter(|last| alert.to.is_some_and(|to| to < *last));
    let subjects = subjects(model, alert.subjects, alert);
    let looked: Vec<(Subject, Vec<Look>)> = subjects
        .into_par_iter()
        .map(|subject| {
            (subject, months.iter().map(|month| look(model, index, alert, subject, *month)).collect())
        })
        .collect();
    let mut found: Vec<SubjectEpisode> = Vec::new();
    for (subject, looks) in &looked {
        let row = months.iter().copied().zip(looks.iter().copied());
        let after = closed_by.and(alert.to).map(|to| (to.plus(1), Look::Outside));
        let of = episodes(row.chain(after), alert.consecutive);
        found.extend(of.into_iter().map(|episode| SubjectEpisode { subject: *subject, episode }));
    }
    let tally = |(at, month): (usize, &Month)| {
        let looks = || looked.iter().filter_map(|(_, looks)| looks.get(at));
        MonthTally {
            month: *month,
            watched: looks().filter(|look| **look != Look::Outside).count(),
            open: found.iter().filter(|of| of.episode.covers(*month)).count(),
            not_assessable: looks().filter(|look| **look == Look::NotAssessable).count(),
        }
    };
    let tallies = months.iter().enumerate().map(tally).collect();
    found.sort_by_key(|of| {
        let ended = of.episode.ended;
        (ended.is_some(), std::cmp::Reverse(ended), of.episode.start, of.subject)
    });
    AlertResult { alert: ix, episodes: found, months: tallies }
}

fn subjects(model: &Model, watched: Watched, alert: &Alert) -> Vec<Subject> {
    match watched {
        Watched::Agents => (0..model.agents.len() as u32).map(|at| Subject::Agent(AgentIx(at))).collect(),
        Watched::Teams => (0..model.teams.len() as u32)
            .map(TeamIx)
            .filter(|team| alert.teams.is_empty() || alert.teams.contains(team))
            .map(Subject::Team)
            .collect(),
        Watched::Organisation => vec![Subject::Organisation],
    }
}

fn look(model: &Model, index: &Index, alert: &Alert, subject: Subject, month: Month) -> Look {
    if let Subject::Agent(agent) = subject {
        let posting = model.agent(agent).main_posting(month.first_day(), month.last_day());
        let inside = posting.is_some_and(|posting| {
            (alert.teams.is_empty() || alert.teams.contains(&posting.team))
                && (alert.levels.is_empty() || alert.levels.contains(&posting.level))
        });
        if !inside {
            return Look::Outside;
        }
    }
    judge(model, alert, &reading_with(model, index, subject, alert.indicator, month, month, None))
}

/// A value counts if it rests on enough cases; compared at displayed precision.
fn judge(model: &Model, alert: &Alert, reading: &Reading) -> Look {
    let indicator = model.indicator(alert.indicator);
    let least = alert.minimum.unwrap_or_else(|| indicator.minimum());
    let usable = matches!(reading.state, ReadingState::Measured | ReadingState::TooSmall { .. });
    let enough = reading.n.is_none_or(|n| n >= least);
    match reading.value.filter(|_| usable && enough) {
        None => Look::NotAssessable,
        Some(value) => {
            let rule = alert.when;
            let met = indicator.precision.meets(value, rule.operator, rule.value, rule.upper);
            if met { Look::Met(value) } else { Look::NotMet(value) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Span;
    use crate::model::{Direction, Entry, Goal, Holder, Id, IndicatorIx, Measure, Operator, Text, Unit};
    use crate::score::testing::Build;

    fn rule(indicator: IndicatorIx, consecutive: u16, minimum: Option<f64>) -> Alert {
        Alert {
            id: Id::parse("negative-words").unwrap(),
            name: Text::same("negative words"),
            indicator,
            when: Goal { operator: Operator::Above, value: 0.03, upper: None },
            subjects: Watched::Agents,
            teams: Vec::new(),
            levels: Vec::new(),
            consecutive,
            minimum,
            owner: Text::same("supervisor"),
            action: Text::same("listen in"),
            from: None,
            to: None,
            span: Span::default(),
        }
    }

    /// One agent with so many of so many from January on, watched as of a day.
    fn watched(figures: &[(f64, f64)], as_of: &str, change: impl Fn(&mut Alert)) -> AlertResult {
        let mut build = Build::new();
        let team = build.team("a");
        let measure =
            Measure::Share { numerator: Text::default(), denominator: Text::default(), within_seconds: None };
        let ix = build.indicator("words", measure, Unit::Percent, Direction::Down);
        let agent = build.agent("ann", "2024-01-01", team);
        for (at, (a, b)) in figures.iter().enumerate() {
            let month = format!("2025-{:02}", at + 1);
            build.row(Holder::Agent(agent), &month, &[(ix, Entry::Pair(*a, *b))]);
        }
        let mut model = build.model();
        let mut alert = rule(ix, 2, Some(100.0));
        change(&mut alert);
        model.alerts.push(alert);
        let day = NaiveDate::parse_from_str(as_of, "%Y-%m-%d").unwrap();
        watch(&model, &Index::new(&model), day).remove(0)
    }

    #[test]
    fn two_months_above_three_percent_fire() {
        let found = watched(&[(2.0, 100.0), (4.0, 100.0), (5.0, 100.0)], "2025-04-01", |_| {});
        let episode = found.episodes[0].episode;
        assert_eq!(
            (episode.start.to_string(), episode.fired.to_string()),
            ("2025-02".into(), "2025-03".into())
        );
        assert_eq!((episode.length, episode.value, episode.ended), (2, 0.05, None));
        let open: Vec<usize> = found.months.iter().map(|month| month.open).collect();
        assert_eq!(open, [0, 0, 1]);
    }

    #[test]
    fn a_value_shown_as_the_threshold_is_not_above_it() {
        // 3.04 % is shown as 3.0 %.
        let found = watched(&[(304.0, 10_000.0), (304.0, 10_000.0)], "2025-04-01", |_| {});
        assert!(found.episodes.is_empty());
        let found = watched(&[(306.0, 10_000.0), (306.0, 10_000.0)], "2025-04-01", |_| {});
        assert_eq!(found.episodes.len(), 1);
    }

    #[test]
    fn ninety_nine_cases_of_a_hundred_do_not_fire() {
        let found = watched(&[(50.0, 99.0), (50.0, 99.0)], "2025-04-01", |_| {});
        assert!(found.episodes.is_empty());
        assert_eq!(found.months.iter().map(|month| month.not_assessable).collect::<Vec<_>>(), [1, 1]);
        let found = watched(&[(50.0, 100.0), (50.0, 100.0)], "2025-04-01", |_| {});
        assert_eq!(found.open().count(), 1);
    }

    #[test]
    fn a_month_counts_once_it_has_ended() {
        let figures = [(9.0, 100.0), (9.0, 100.0)];
        assert!(watched(&figures, "2025-02-28", |_| {}).episodes.is_empty());
        assert_eq!(watched(&figures, "2025-03-01", |_| {}).episodes.len(), 1);
    }

    #[test]
    fn a_rule_that_has_ended_leaves_nothing_open() {
        let month = |text: &str| Month::parse(text);
        let figures = [(9.0, 100.0), (9.0, 100.0), (9.0, 100.0)];
        let found = watched(&figures, "2025-04-01", |alert| alert.to = month("2025-02"));
        assert_eq!(found.episodes[0].episode.ended, month("2025-03"));
        let found = watched(&figures, "2025-04-01", |alert| alert.from = month("2025-03"));
        assert!(found.episodes.is_empty(), "one month is no row of two");
    }
}
