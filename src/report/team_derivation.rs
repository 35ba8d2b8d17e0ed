//! How the values of a team came about: sums of its members' figures, and what they would earn by the rule for everyone.

use super::count_cell::counts_text;
use super::derivation::value_text;
use super::format::{self, number, short_number};
use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::{Voice, say};
use super::{address, rule_words, team_measures};
use crate::model::{Item, Language, Period, PeriodKind, Subject, TeamIx};
use crate::view::{Derivation, DerivationRows, Link, Trace};

/// Quarters and months that are explained.
const QUARTERS: usize = 4;
const MONTHS: usize = 3;

/// The derivations of a team, newest first: the last quarters, then the last months.
pub(super) fn derivations(reporter: &Reporter<'_>, language: Language, team: TeamIx) -> Vec<Derivation> {
    let evaluation = reporter.evaluation;
    let quarters = evaluation.of_kind(PeriodKind::Quarter).rev().take(QUARTERS);
    let months = evaluation.of_kind(PeriodKind::Month).rev().take(MONTHS);
    quarters.chain(months).filter_map(|period| derivation(reporter, language, team, period)).collect()
}

fn derivation(
    reporter: &Reporter<'_>,
    language: Language,
    team: TeamIx,
    period: Period,
) -> Option<Derivation> {
    let voice = reporter.voice(language);
    let evaluation = reporter.evaluation;
    let scheme = evaluation.model.scheme(evaluation.scheme(team, period)?);
    let members = reporter.survey.members(evaluation, period, team);
    let standings = Standings::new(reporter, members, period);
    let median = standings.median().map_or_else(|| voice.word("not-scored"), |median| reporter.score(median));
    let mut rows = DerivationRows::with_room(scheme.items.len());
    scheme.items.iter().for_each(|item| push_row(&mut rows, (reporter, voice), team, period, item));
    Some(Derivation {
        anchor: address::period_anchor(period),
        label: format::period(period, language),
        score: median,
        band: Some(say!(voice, "team-derivation-band", rated: standings.rated, members: standings.members)),
        scheme: Some(Link::new(voice.name(&scheme.name), address::scheme(scheme.id.as_str()))),
        rows,
        steps: vec![
            Trace { text: voice.word("team-derivation-sums"), source: None },
            Trace { text: voice.word("team-derivation-median"), source: None },
        ],
        sources: Vec::new(),
    })
}

fn push_row(
    rows: &mut DerivationRows,
    (reporter, voice): (&Reporter<'_>, Voice<'_>),
    team: TeamIx,
    period: Period,
    item: &Item,
) {
    let indicator = reporter.evaluation.model.indicator(item.indicator);
    let shown = reporter.shown(indicator.precision, voice.language);
    let reading = reporter.reading(Subject::Team(team), item.indicator, period);
    let earned = team_measures::earned(reporter, Subject::Team(team), item, period, &reading);
    let value = value_text(reporter, &reading, shown);
    let weight = short_number(item.weight, 2);
    let earned = earned.map(|points| {
        format!("{} × {weight}% = {}", number(points, 1), number(points * item.weight / 100.0, 2))
    });
    let rule = match item.channels.is_empty() {
        true => rule_words::short(voice, shown, &item.rule),
        false => voice.word("target-by-channel"),
    };
    rows.row(super::cell::state_of(&reading));
    rows.cell_of(voice.name(&indicator.name));
    rows.cell_of(
        &counts_text(&reading).map_or_else(|| value.clone(), |counts| format!("{counts} = {value}")),
    );
    rows.cell_of(&rule);
    rows.cell_of(&earned.unwrap_or_else(|| voice.word("not-scored")));
}
