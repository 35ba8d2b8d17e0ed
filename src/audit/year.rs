//! The year audited beside the year before: what changed in the rules, scores of each year by the rules of the other, and how much
//! of the change of the mean score is the people's and how much the yardstick's.

use super::check::Sheet;
use super::key::Lack;
use super::population::Population;
use super::report::UNITS_MIN;
use super::year_rules::{GoalStep, RulesStep, goal_steps, rules_steps};
use super::year_sheets::sheets;
use super::year_split::{Split, split};
use crate::compare::{Moves, yardsticks};
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Band, Period, PeriodKind, Role, TeamIx, grid};
use crate::stats::{competition, kendall, mean, spearman, spearman_interval};

/// Largest movers that are named.
const MOVERS: usize = 5;

/// Why something is not assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortfall {
    /// What is lacking.
    pub lack: Lack,
    /// How many there are.
    pub n: usize,
    /// Fewest for an answer.
    pub needed: usize,
}

/// A year of a system beside the year before.
#[derive(Debug, Clone, PartialEq)]
pub struct YearOnYear {
    /// The year before.
    pub before: Period,
    /// Months with figures in the year before and in the year audited.
    pub months: (usize, usize),
    /// How the rules changed; empty if they did not.
    pub rules: Result<Vec<RulesStep>, Shortfall>,
    /// Goals of these teams that are new, gone or other than in the year before.
    pub goals: Vec<GoalStep>,
    /// The figures of the year audited by the rules of both years.
    pub now: Crossed,
    /// The figures of the year before by the rules of both years.
    pub then: Crossed,
    /// What the change of the mean score comes from.
    pub split: Result<Split, Shortfall>,
    /// All numbers.
    pub sheets: Vec<Sheet>,
}

/// The figures of one year by the rules of two.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossed {
    /// The year of the figures.
    pub figures: Period,
    /// Everyone scored by either, by agent; nobody where the rules are the same.
    pub units: Vec<Crossing>,
    /// In numbers.
    pub summary: Result<CrossedSummary, Shortfall>,
}

/// One person by the rules of both years.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing {
    /// Who.
    pub agent: AgentIx,
    /// Unrounded totals by the rules of the year before and of the year audited; `None` where these give none.
    pub totals: (Option<f64>, Option<f64>),
    /// Competition ranks among those scored by both, at displayed precision; `None` for others.
    pub ranks: Option<(u32, u32)>,
    /// Bands, likewise.
    pub bands: (Option<Band>, Option<Band>),
    /// Whether the band is another one.
    pub band_changes: bool,
    /// Weight in percent for which there were values, likewise.
    pub available: (f64, f64),
}

impl Crossing {
    /// How far the rank moves.
    #[must_use]
    pub fn shift(&self) -> Option<u32> {
        self.ranks.map(|(before, after)| before.abs_diff(after))
    }
}

/// How far the rules move scores and ranks.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossedSummary {
    /// People scored by both.
    pub n: usize,
    /// Scored by the rules of the year before only, and of the year audited only.
    pub only: (usize, usize),
    /// Spearman's correlation of the totals; `None` without spread.
    pub spearman: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<(f64, f64)>,
    /// Kendall's tau-b of the totals; `None` without spread.
    pub kendall: Option<f64>,
    /// People whose band is another one.
    pub bands: usize,
    /// Mean distance of the ranks.
    pub mean_shift: f64,
    /// Largest distance.
    pub max_shift: u32,
    /// Mean totals by the rules of the year before and of the year audited.
    pub means: (f64, f64),
    /// Mean weight in percent for which there were values, likewise: by rules made for another year it may be less.
    pub available: (f64, f64),
    /// Positions of the largest movers in the list of people, the largest first; only those who move.
    pub movers: Vec<usize>,
}

/// A system of `year` beside the year before.
pub(super) fn year_on_year(evaluation: &Evaluation, population: &Population, year: Period) -> YearOnYear {
    let before = year.year_earlier();
    let told =
        |of: Period| evaluation.of_kind(PeriodKind::Month).filter(|month| of.holds(month.first())).count();
    let rules = rules_steps(evaluation, &population.teams, (before, year));
    let earlier = members(evaluation, population, (before, year));
    let of = |agents: &[AgentIx], figures: Period| match &rules {
        Ok(steps) if !steps.is_empty() => {
            crossed(&yardsticks(evaluation, agents, figures, (before, year)), evaluation)
        }
        Ok(_) => none(figures, Shortfall { lack: Lack::SameRules, n: 0, needed: 1 }),
        Err(shortfall) => none(figures, *shortfall),
    };
    let (now, then) = (of(&population.agents, year), of(&earlier, before));
    let total = |agent: AgentIx, period: Period| evaluation.standing(agent, period).and_then(|of| of.total);
    let own = |agents: &[AgentIx], period: Period| -> Vec<(AgentIx, f64)> {
        agents.iter().filter_map(|agent| Some((*agent, total(*agent, period)?))).collect()
    };
    let (all_then, all_now) = (own(&earlier, before), own(&population.agents, year));
    let split = match &rules {
        Ok(steps) => {
            let same = steps.is_empty();
            split((&all_then, &all_now), (!same).then_some((&then.units, &now.units)))
        }
        Err(shortfall) => Err(*shortfall),
    };
    let goals = goal_steps(evaluation, &population.teams, (before, year));
    let mut found = YearOnYear {
        before,
        months: (told(before), told(year)),
        rules,
        goals,
        now,
        then,
        split,
        sheets: Vec::new(),
    };
    found.sheets = sheets(&evaluation.model, &found);
    found
}

/// Who had a score in the year before in a team of the same peer group, unless the team is of another system now.
fn members(
    evaluation: &Evaluation,
    population: &Population,
    (before, year): (Period, Period),
) -> Vec<AgentIx> {
    let model = &evaluation.model;
    let teams: Vec<bool> = (0..model.teams.len() as u32)
        .map(TeamIx)
        .map(|team| {
            let schemes = || year.months().filter_map(|month| model.scheme_for(team, month, Role::Agent));
            let elsewhere = schemes().next().is_some() && !schemes().any(|ix| ix == population.scheme);
            model.team(team).peer_group == population.peers && !elsewhere
        })
        .collect();
    let agents = (0..model.agents.len() as u32).map(AgentIx);
    let own = |agent: &AgentIx| {
        let standing = evaluation.standing(*agent, before).filter(|of| of.role == Role::Agent);
        let scored = standing.filter(|of| of.total.is_some() && of.scheme.is_some());
        let team = scored.and_then(|of| of.team);
        team.is_some_and(|team| teams.get(team.at()).copied().unwrap_or_default())
    };
    agents.filter(own).collect()
}

fn none(figures: Period, shortfall: Shortfall) -> Crossed {
    Crossed { figures, units: Vec::new(), summary: Err(shortfall) }
}

/// The moves with ranks among those who have a total by both.
fn crossed(moves: &Moves, evaluation: &Evaluation) -> Crossed {
    let decimals = evaluation.model.organisation.score_decimals;
    let scored = moves.list.iter().filter(|one| one.before.total.is_some() || one.after.total.is_some());
    let mut units: Vec<Crossing> = scored
        .map(|one| Crossing {
            agent: one.agent,
            totals: (one.before.total, one.after.total),
            ranks: None,
            bands: (one.before.band.clone(), one.after.band.clone()),
            band_changes: one.changes_band(),
            available: (one.before.available, one.after.available),
        })
        .collect();
    let both: Vec<(usize, (i64, i64))> = units
        .iter()
        .enumerate()
        .filter_map(|(at, of)| of.totals.0.zip(of.totals.1).map(|pair| (at, pair)))
        .map(|(at, (then, now))| (at, (grid(then, decimals), grid(now, decimals))))
        .collect();
    let (then, now): (Vec<i64>, Vec<i64>) = both.iter().map(|(_, keys)| *keys).unzip();
    for ((at, _), ranks) in both.iter().zip(competition(&then).into_iter().zip(competition(&now))) {
        if let Some(unit) = units.get_mut(*at) {
            unit.ranks = Some(ranks);
        }
    }
    let summary = match both.len() {
        n if n < UNITS_MIN => Err(Shortfall { lack: Lack::CommonUnits, n, needed: UNITS_MIN }),
        _ => Ok(summary(&units, (&then, &now))),
    };
    Crossed { figures: moves.period, units, summary }
}

fn summary(units: &[Crossing], (then, now): (&[i64], &[i64])) -> CrossedSummary {
    let as_numbers = |keys: &[i64]| keys.iter().map(|key| *key as f64).collect::<Vec<_>>();
    let (x, y) = (as_numbers(then), as_numbers(now));
    let pairs: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().copied()).collect();
    let rho = spearman(&pairs);
    let both = || units.iter().filter(|unit| unit.ranks.is_some());
    let shifts: Vec<f64> = both().filter_map(Crossing::shift).map(f64::from).collect();
    let average = |of: &dyn Fn(&Crossing) -> Option<f64>| {
        mean(&both().filter_map(of).collect::<Vec<_>>()).unwrap_or_default()
    };
    let count = |only: &dyn Fn(&Crossing) -> bool| units.iter().filter(|unit| only(unit)).count();
    CrossedSummary {
        n: shifts.len(),
        only: (
            count(&|unit| unit.totals.0.is_some() && unit.totals.1.is_none()),
            count(&|unit| unit.totals.0.is_none() && unit.totals.1.is_some()),
        ),
        spearman: rho,
        interval: rho.and_then(|rho| spearman_interval(rho, pairs.len())),
        kendall: kendall(&x, &y),
        bands: both().filter(|unit| unit.band_changes).count(),
        mean_shift: mean(&shifts).unwrap_or_default(),
        max_shift: both().filter_map(Crossing::shift).max().unwrap_or(0),
        means: (average(&|unit| unit.totals.0), average(&|unit| unit.totals.1)),
        available: (average(&|unit| Some(unit.available.0)), average(&|unit| Some(unit.available.1))),
        movers: movers(units),
    }
}

/// Those who move most: by places, then by points, then in order.
fn movers(units: &[Crossing]) -> Vec<usize> {
    let mut moved: Vec<(usize, u32, f64)> = units
        .iter()
        .enumerate()
        .filter_map(|(at, unit)| {
            let by = unit.totals.0.zip(unit.totals.1).map(|(then, now)| (now - then).abs())?;
            Some((at, unit.shift().filter(|shift| *shift > 0)?, by))
        })
        .collect();
    moved.sort_by(|a, b| b.1.cmp(&a.1).then(b.2.total_cmp(&a.2)).then(a.0.cmp(&b.0)));
    moved.into_iter().take(MOVERS).map(|(at, ..)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Population;
    use crate::audit::population::{groups, population};
    use crate::evaluate::evaluate;
    use crate::model::{Direction, Entry, Id, Text, Unit};
    use crate::score::testing::{Build, date, item, linear, month, share};

    /// By the rules of 2024 `a` is all, by those of 2025 `a` and `b` are half each; 0 % earns 0 points and 100 % earns 100.
    ///
    /// | 2025 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
    /// |---|---|---|---|---|---|---|---|---|
    /// | a, and the score by 2024 | 10 | 20 | 30 | 40 | 50 | 60 | 70 | 80 |
    /// | b | 10 | 20 | 30 | 40 | 50 | 60 | 90 | 40 |
    /// | score by 2025 | 10 | 20 | 30 | 40 | 50 | 60 | 80 | 60 |
    ///
    /// In 2024 `a` was 10 less for everyone, and `b` 50.
    fn two_years(people: usize) -> (Evaluation, Period) {
        let mut build = Build::new();
        let team = build.team("team");
        let [a, b] = ["a", "b"].map(|id| build.indicator(id, share(), Unit::Percent, Direction::Up));
        let agents: Vec<AgentIx> =
            (1..=people).map(|n| build.agent(&format!("p{n}"), "2023-01-01", team)).collect();
        let half = vec![item(a, 50.0, linear(0.0, 1.0)), item(b, 50.0, linear(0.0, 1.0))];
        let new = build.scheme("new", "2025-01", half);
        let old = build.scheme("old", "2024-01", vec![item(a, 100.0, linear(0.0, 1.0))]);
        build.scheme_mut(old).to = Some(month("2024-12"));
        for ix in [old, new] {
            let scheme = build.scheme_mut(ix);
            scheme.policy.minimum_days = 0.0;
            let band = |id: &str, from| Band { id: Id::parse(id).unwrap(), name: Text::same(id), from };
            scheme.bands = vec![band("high", 65.0), band("low", 0.0)];
        }
        let of_b = [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 90.0, 40.0];
        for (at, agent) in agents.into_iter().enumerate() {
            let of_a = 10.0 * (at + 1) as f64;
            for (of, values) in [("2024-06", [of_a - 10.0, 50.0]), ("2025-06", [of_a, of_b[at]])] {
                let entry = |value| Entry::Pair(value, 100.0);
                build.figures(agent, of, (20.0, 22.0), &[(a, entry(values[0])), (b, entry(values[1]))]);
            }
        }
        (evaluate(build.model(), date("2026-01-31")), Period::year_of(month("2025-01"), 1))
    }

    fn beside(people: usize) -> YearOnYear {
        let (evaluation, year) = two_years(people);
        let all: Vec<Population> = groups(&evaluation, year)
            .into_iter()
            .map(|group| population(&evaluation, year, 1, group))
            .collect();
        let [population] = all.as_slice() else { panic!("one population") };
        year_on_year(&evaluation, population, year)
    }

    /// By hand, see the table. Ranks 8 … 1 become 8 7 6 5 4 2 1 2: three people move by one place. Spearman: Σd² = 3.5, spreads 42
    /// and 41.5 (one tie), so 40 / √(42 · 41.5). Kendall: 26 pairs agree, 1 does not, 1 is tied: 25 / √(28 · 27). Person 8 leaves the
    /// high band with 60 points.
    #[test]
    fn the_same_figures_by_both_rules_by_hand() {
        let found = beside(8);
        let ranks: Vec<(u32, u32)> = found.now.units.iter().filter_map(|unit| unit.ranks).collect();
        assert_eq!(ranks, [(8, 8), (7, 7), (6, 6), (5, 5), (4, 4), (3, 2), (2, 1), (1, 2)]);
        let summary = found.now.summary.unwrap();
        assert!((summary.spearman.unwrap() - 40.0 / (42.0_f64 * 41.5).sqrt()).abs() < 1e-12);
        assert!((summary.kendall.unwrap() - 25.0 / (28.0_f64 * 27.0).sqrt()).abs() < 1e-12);
        assert_eq!((summary.n, summary.only, summary.bands, summary.max_shift), (8, (0, 0), 1, 1));
        assert!((summary.mean_shift - 0.375).abs() < 1e-12);
        assert!((summary.means.0 - 45.0).abs() < 1e-9 && (summary.means.1 - 43.75).abs() < 1e-9);
        // By points: person 8 loses 20, person 7 gains 10, person 6 keeps the points and gains a place.
        assert_eq!(summary.movers, [7, 6, 5]);
    }

    /// Means 35 (then by then), 42.5 (then by now), 45 (now by then), 43.75 (now by now). People: (10 + 1.25) / 2; rules:
    /// (7.5 − 1.25) / 2; together 8.75.
    #[test]
    fn the_change_of_the_mean_by_hand() {
        let found = beside(8).split.unwrap();
        for (value, by_hand) in found.crossed.into_iter().zip([35.0, 42.5, 45.0, 43.75]) {
            assert!((value - by_hand).abs() < 1e-9, "{found:?}");
        }
        assert!((found.people - 5.625).abs() < 1e-9 && (found.yardstick - 3.125).abs() < 1e-9);
        assert!((found.change() - 8.75).abs() < 1e-9 && found.others.abs() < 1e-9);
    }

    #[test]
    fn the_step_of_the_rules_is_told() {
        let found = beside(8);
        let [step] = found.rules.as_deref().unwrap() else { panic!("one step") };
        assert_eq!((step.months, step.difference.items.len()), (12, 2));
        let tables: Vec<(&str, usize)> =
            found.sheets.iter().map(|sheet| (sheet.name, sheet.rows.len())).collect();
        let expected = [
            ("year-rules", 2),
            ("year-scores", 8),
            ("year-scores-before", 8),
            ("year-summary", 2),
            ("year-split", 5),
        ];
        assert_eq!(tables, expected);
    }

    /// Seven people: their scores are told, statistics are not. The year before the first has no rules to compare with.
    #[test]
    fn too_few_people_or_no_year_before_is_not_assessed() {
        let found = beside(7);
        let few = found.now.summary.unwrap_err();
        assert_eq!((few.lack, few.n, few.needed, found.now.units.len()), (Lack::CommonUnits, 7, 8, 7));
        assert_eq!(found.split.unwrap_err().lack, Lack::BothYears);
        let (evaluation, year) = two_years(8);
        let first = year.year_earlier();
        let group = groups(&evaluation, first).swap_remove(0);
        let found = year_on_year(&evaluation, &population(&evaluation, first, 1, group), first);
        assert_eq!(found.rules.unwrap_err().lack, Lack::YearBefore);
        assert!(found.now.units.is_empty() && found.split.is_err() && found.sheets.is_empty());
    }
}
