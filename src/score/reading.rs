//! An indicator's value over some months for an agent, a team or the organisation: ratio of sums, never the mean of
//! values (domain notes B.1, B.4).

use super::composite::composite;
use super::tally::{Channels, Tally};
use super::{Index, Reading};
use crate::model::{ChannelIx, Holder, IndicatorIx, Measure, Model, Month, Subject, TeamIx};

/// The reading of `indicator` for `of` from month `first` to `last`, both included, in `channels` (`None`: all, also
/// figures without a channel). `index` is the index of the same model.
///
/// No earlier months are pooled in; below the indicator's own minimum of cases the state is
/// [`super::ReadingState::TooSmall`], with the value.
///
/// - An agent: all rows of the agent, whichever team they were worked for.
/// - A team: the rows of its agents in the months they worked for it (the row's team, else the agent's main posting of
///   the month). An indicator that no agent of the team ever has, and every state, is read from the team's own rows.
/// - The organisation: the rows of all agents; an indicator that no agent ever has, from the rows of all teams. A state
///   of several teams cannot be combined and is missing.
///
/// Counts and amounts of a team or the organisation are per agent and full month worked (or per team and month, from
/// teams' own rows); the sums stand in [`super::Sums::PerMonth`]. A composite is combined from the readings of its parts. What is added up over agents names no sources: the
/// agents' own readings do.
#[must_use]
pub fn reading_with(
    model: &Model,
    index: &Index,
    of: Subject,
    indicator: IndicatorIx,
    first: Month,
    last: Month,
    channels: Option<&[ChannelIx]>,
) -> Reading {
    if let Measure::Composite(parts) = &model.indicator(indicator).measure {
        let read = |part| reading_with(model, index, of, part, first, last, channels);
        return composite(model, indicator, parts, read);
    }
    let Some(team) = summed_over(model, index, of, indicator) else {
        return own(model, Some(index), of, indicator, first, last, channels);
    };
    let definition = model.indicator(indicator);
    let Some(channels) = channels else {
        let sum = index.sum_of_agents(team, indicator, first, last);
        return sum.reading((indicator, &definition.measure), definition.minimum(), 0, Vec::new());
    };
    let tally = Tally::new(model, Some(index), indicator);
    let mut tally = tally.of_channels(Channels::Of(channels)).traced(false);
    for team in team.map_or(0..model.teams.len() as u32, |team| team.0..team.0 + 1).map(TeamIx) {
        tally.set_team(team);
        tally.add_all(index.rows_for_team(team, first, last));
    }
    tally.reading(definition.minimum(), 0)
}

/// As [`reading_with`], for a single reading: without an index an agent's rows are found by binary search; for a team or
/// the organisation an index of the whole model is made.
#[must_use]
pub fn reading(
    model: &Model,
    of: Subject,
    indicator: IndicatorIx,
    first: Month,
    last: Month,
    channels: Option<&[ChannelIx]>,
) -> Reading {
    let composed = matches!(model.indicator(indicator).measure, Measure::Composite(_));
    match of {
        Subject::Agent(_) if !composed => own(model, None, of, indicator, first, last, channels),
        _ => reading_with(model, &Index::new(model), of, indicator, first, last, channels),
    }
}

/// Over whose agents a reading sums: of one team, or `Some(None)` of all; `None` if it is read from the rows of the
/// subject itself.
fn summed_over(model: &Model, index: &Index, of: Subject, indicator: IndicatorIx) -> Option<Option<TeamIx>> {
    let team = match of {
        Subject::Agent(_) => return None,
        Subject::Team(team) => Some(team),
        Subject::Organisation => None,
    };
    (!is_state(model, indicator) && index.written_for_agents(team, indicator)).then_some(team)
}

/// The reading from the rows of the subject itself: of an agent, of a team as a whole, of all teams as wholes.
fn own(
    model: &Model,
    index: Option<&Index>,
    of: Subject,
    indicator: IndicatorIx,
    first: Month,
    last: Month,
    channels: Option<&[ChannelIx]>,
) -> Reading {
    let channels = channels.map_or(Channels::All, Channels::Of);
    let mut tally = Tally::new(model, index, indicator).of_channels(channels);
    let one = |team| Holder::Team(TeamIx(team));
    match of {
        Subject::Agent(agent) => tally.add_all(index.map_or_else(
            || positions(model, Holder::Agent(agent), first, last),
            |index| index.agent_rows(model, agent, first, last),
        )),
        Subject::Team(team) => tally.add_all(positions(model, Holder::Team(team), first, last)),
        Subject::Organisation if is_state(model, indicator) && model.teams.len() > 1 => {}
        Subject::Organisation => (0..model.teams.len() as u32)
            .for_each(|team| tally.add_all(positions(model, one(team), first, last))),
    }
    tally.reading(model.indicator(indicator).minimum(), 0)
}

/// Positions of the rows of `holder` from `first` to `last`.
fn positions(model: &Model, holder: Holder, first: Month, last: Month) -> std::ops::Range<usize> {
    let rows = model.metrics.rows();
    let from = rows.partition_point(|row| (row.holder, row.month) < (holder, first));
    let to = rows.partition_point(|row| (row.holder, row.month) <= (holder, last));
    from..to.max(from)
}

fn is_state(model: &Model, indicator: IndicatorIx) -> bool {
    matches!(model.indicator(indicator).measure, Measure::State { .. })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Build, CHAT, JUNIOR, PHONE, count, mean, month, share, state};
    use super::super::{ReadingState, Sums};
    use super::*;
    use crate::model::{Days, Direction, Entry, Measure, Unit};

    /// One agent of one team with one indicator, and rows of (month, entry).
    fn read(measure: Measure, figures: &[(&str, Entry)]) -> Reading {
        let mut build = Build::new();
        let team = build.team("a");
        let ix = build.indicator("x", measure, Unit::Points, Direction::Up);
        let agent = build.agent("ann", "2024-01-01", team);
        for (at, &(of, entry)) in figures.iter().enumerate() {
            build.row(Holder::Agent(agent), of, &[(ix, entry)]).channel = Some([CHAT, PHONE][at % 2]);
        }
        let model = build.model();
        let (first, last) = (month("2025-01"), month("2025-03"));
        let plain = reading(&model, Subject::Agent(agent), ix, first, last, None);
        let index = Index::new(&model);
        assert_eq!(plain, reading_with(&model, &index, Subject::Agent(agent), ix, first, last, None));
        plain
    }

    #[test]
    fn a_ratio_is_a_ratio_of_sums() {
        // Domain notes B.4 (1): 9/10 and 90/200 are 47.1 %, not 67.5 %.
        let got =
            read(share(), &[("2025-01", Entry::Pair(9.0, 10.0)), ("2025-02", Entry::Pair(90.0, 200.0))]);
        assert!((got.value.unwrap() - 99.0 / 210.0).abs() < 1e-12);
        assert_eq!((got.n, got.sums), (Some(210.0), Sums::Pair(99.0, 210.0)));
        assert_eq!(got.sources.len(), 2);
    }

    #[test]
    fn wilson_interval_of_nine_of_ten() {
        // Domain notes B.4 (4): 9/10 → 60–98 %.
        let (low, high) = read(share(), &[("2025-01", Entry::Pair(9.0, 10.0))]).interval.unwrap();
        assert_eq!(((low * 100.0).round(), (high * 100.0).round()), (60.0, 98.0));
    }

    #[test]
    fn nps_from_summed_counts() {
        // (430 + 20 − 60 − 40) / (610 + 60) · 100
        let got =
            read(Measure::Nps, &[("2025-01", Entry::Nps(430, 120, 60)), ("2025-02", Entry::Nps(20, 0, 40))]);
        assert!((got.value.unwrap() - 100.0 * 350.0 / 670.0).abs() < 1e-12);
    }

    #[test]
    fn zero_missing_and_not_applicable_are_three_things() {
        let state = |figures: &[(&str, Entry)]| read(share(), figures).state;
        assert_eq!(state(&[("2025-01", Entry::Pair(0.0, 9.0))]), ReadingState::Measured);
        assert_eq!(state(&[("2025-01", Entry::Pair(0.0, 0.0))]), ReadingState::NoCases);
        assert_eq!(state(&[]), ReadingState::Missing);
        assert_eq!(state(&[("2025-01", Entry::NotApplicable)]), ReadingState::NotApplicable);
        let mixed = [("2025-01", Entry::NotApplicable), ("2025-02", Entry::Pair(1.0, 2.0))];
        assert_eq!(state(&mixed), ReadingState::Measured);
    }

    #[test]
    fn a_value_with_n_joins_as_value_times_n_and_one_without_is_only_shown() {
        let joined = read(
            mean(),
            &[
                ("2025-01", Entry::Pair(100.0, 10.0)),
                ("2025-02", Entry::Reconstructed(20.0, Some(30.0))),
                ("2025-03", Entry::Reconstructed(99.0, None)),
            ],
        );
        assert_eq!((joined.value, joined.n, joined.reconstructed), (Some(17.5), Some(40.0), true));
        let alone = read(mean(), &[("2025-03", Entry::Reconstructed(99.0, None))]);
        assert_eq!((alone.state, alone.value, alone.n), (ReadingState::WithoutCount, Some(99.0), None));
    }

    #[test]
    fn a_state_is_the_latest_and_never_averaged() {
        let got = read(
            state(),
            &[
                ("2025-01", Entry::State(40.0, Some(500.0))),
                ("2025-02", Entry::State(50.0, Some(90.0))),
                ("2025-02", Entry::State(48.0, Some(812.0))),
            ],
        );
        assert_eq!((got.value, got.sums), (Some(48.0), Sums::State(48.0, month("2025-02"))));
    }

    #[test]
    fn counts_are_per_full_month_worked() {
        let mut build = Build::new();
        let team = build.team("a");
        let ix = build.indicator("x", count(), Unit::Count, Direction::Up);
        let agent = build.agent("ann", "2024-01-01", team);
        build.figures(agent, "2025-01", (11.0, 22.0), &[(ix, Entry::Number(3.0))]).channel = Some(CHAT);
        build.row(Holder::Agent(agent), "2025-01", &[(ix, Entry::Number(1.0))]).channel = Some(PHONE);
        build.row(Holder::Agent(agent), "2025-02", &[(ix, Entry::Number(5.0))]);
        build.figures(agent, "2025-03", (20.0, 20.0), &[]);
        let model = build.model();
        let got = reading(&model, Subject::Agent(agent), ix, month("2025-01"), month("2025-03"), None);
        // Half of January, all of February (no days written); March has no figure and counts neither way.
        assert_eq!((got.value, got.sums), (Some(6.0), Sums::PerMonth(9.0, 1.5)));
        let phone =
            reading(&model, Subject::Agent(agent), ix, month("2025-01"), month("2025-01"), Some(&[PHONE]));
        assert_eq!(phone.value, Some(2.0));
    }

    #[test]
    fn a_roster_split_between_two_teams_is_one_month() {
        for (scheduled_a, scheduled_b) in [(11.0, 11.0), (22.0, 22.0)] {
            let mut build = Build::new();
            let (a, b) = (build.team("a"), build.team("b"));
            let ix = build.indicator("x", count(), Unit::Count, Direction::Up);
            let agent = build.agent("ann", "2024-01-01", a);
            let figures = [(ix, Entry::Number(3.0))];
            build.figures(agent, "2025-01", (11.0, scheduled_a), &figures).team = Some(a);
            build.figures(agent, "2025-01", (11.0, scheduled_b), &figures).team = Some(b);
            let model = build.model();
            for of in [Subject::Agent(agent), Subject::Team(a), Subject::Team(b), Subject::Organisation] {
                let got = reading(&model, of, ix, month("2025-01"), month("2025-01"), None);
                assert_eq!(got.value, Some(6.0), "{of:?} {scheduled_a}");
            }
        }
    }

    #[test]
    fn a_team_has_its_agents_only_while_they_worked_for_it() {
        let mut build = Build::new();
        let (a, b) = (build.team("a"), build.team("b"));
        let solved = build.indicator("solved", share(), Unit::Percent, Direction::Up);
        let volume = build.indicator("volume", count(), Unit::Count, Direction::Up);
        let (ann, bob) = (build.agent("ann", "2024-01-01", a), build.agent("bob", "2024-01-01", a));
        build.posting(bob, "2025-02-01", b, JUNIOR);
        for of in ["2025-01", "2025-02"] {
            build.row(Holder::Agent(ann), of, &[(solved, Entry::Pair(1.0, 2.0))]);
            build.row(Holder::Agent(bob), of, &[(solved, Entry::Pair(4.0, 4.0))]);
            build.row(Holder::Team(a), of, &[(solved, Entry::Pair(0.0, 99.0)), (volume, Entry::Number(7.0))]);
        }
        build.row(Holder::Agent(ann), "2025-02", &[(solved, Entry::Pair(8.0, 8.0))]).team = Some(b);
        let model = build.model();
        let index = Index::new(&model);
        let of = |subject, ix| {
            let (first, last) = (month("2025-01"), month("2025-02"));
            let got = reading(&model, subject, ix, first, last, None);
            assert_eq!(got, reading_with(&model, &index, subject, ix, first, last, None));
            got.sums
        };
        assert_eq!(of(Subject::Team(a), solved), Sums::Pair(6.0, 8.0));
        assert_eq!(of(Subject::Team(b), solved), Sums::Pair(12.0, 12.0));
        assert_eq!(of(Subject::Organisation, solved), Sums::Pair(18.0, 20.0));
        assert_eq!(of(Subject::Agent(bob), solved), Sums::Pair(8.0, 8.0));
        assert_eq!(of(Subject::Team(a), volume), Sums::PerMonth(14.0, 2.0));
        assert_eq!(of(Subject::Team(b), volume), Sums::Nothing);
        assert_eq!(of(Subject::Organisation, volume), Sums::PerMonth(14.0, 2.0));
        let own = reading(&model, Subject::Team(a), volume, month("2025-02"), month("2025-02"), None);
        assert_eq!((own.value, own.sources.len()), (Some(7.0), 1));
    }

    #[test]
    fn days_repeated_in_another_channel_count_once() {
        let mut build = Build::new();
        let team = build.team("a");
        let ix = build.indicator("x", count(), Unit::Count, Direction::Up);
        let agent = build.agent("ann", "2024-01-01", team);
        for channel in [CHAT, PHONE] {
            let row = build.row(Holder::Agent(agent), "2025-01", &[(ix, Entry::Number(1.0))]);
            (row.channel, row.days) = (Some(channel), Some(Days { worked: 10.0, scheduled: 10.0 }));
        }
        let model = build.model();
        let got = reading(&model, Subject::Agent(agent), ix, month("2025-01"), month("2025-01"), None);
        assert_eq!(got.sums, Sums::PerMonth(2.0, 1.0));
    }
}
