//! Days worked and scheduled of one holder in one month, from all rows that name days.

use crate::model::{Days, Row, TeamIx};

/// Days of the holder and month of the row at position `at` in `rows` (sorted by holder and month): worked for `team`
/// (`None`: for any), scheduled in the whole month. `None` if no such row names days.
///
/// Days repeated in the file of another channel count once per team. Where rows for several teams name days and their
/// scheduled days together fit into the calendar month, they are parts of one roster and are added; otherwise each
/// names the whole month's roster, and the longest holds.
pub(super) fn roster(
    rows: &[Row],
    at: usize,
    team: Option<TeamIx>,
    team_at: impl Fn(usize, &Row) -> Option<TeamIx>,
) -> Option<Days> {
    let row = rows.get(at)?;
    let same = |other: &Row| (other.holder, other.month) == (row.holder, row.month);
    let mut start = at;
    while start > 0 && rows.get(start - 1).is_some_and(same) {
        start -= 1;
    }
    let group = rows.get(start..)?.iter().take_while(|other| same(other)).enumerate();
    let named = |before: usize, of: Option<TeamIx>| {
        let earlier = rows.get(start..start + before).unwrap_or_default().iter().enumerate();
        earlier.filter(|(_, r)| r.days.is_some()).any(|(n, r)| team_at(start + n, r) == of)
    };
    let (mut worked, mut scheduled, mut most, mut found) = (0.0, 0.0, 0.0_f64, false);
    for (n, other) in group {
        let Some(days) = other.days else { continue };
        let worked_for = team_at(start + n, other);
        if named(n, worked_for) {
            continue;
        }
        scheduled += days.scheduled;
        most = most.max(days.scheduled);
        if team.is_none() || team == worked_for {
            worked += days.worked;
            found = true;
        }
    }
    let fits = scheduled <= f64::from(row.month.days());
    found.then_some(Days { worked, scheduled: if fits { scheduled } else { most } })
}

/// Share of a full month worked: days worked ÷ days scheduled as in [`roster`], 1 where no days are written.
pub(super) fn share_of_month(
    rows: &[Row],
    at: usize,
    team: Option<TeamIx>,
    team_at: impl Fn(usize, &Row) -> Option<TeamIx>,
) -> f64 {
    let days = roster(rows, at, team, team_at).filter(|days| days.scheduled > 0.0);
    days.map_or(1.0, |days| days.worked / days.scheduled)
}
