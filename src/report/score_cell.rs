//! Scores of agents in tables: the score with its band and way to its derivation, or why there is none.

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, cell::state_of_verdict, format};
use crate::model::{AgentIx, Language, Period};
use crate::score::{Standing, Verdict};
use crate::view::{Cell, CellState};

/// The score of `agent` in `period`, leading to its derivation.
pub(super) fn score_cell(
    reporter: &Reporter<'_>,
    language: Language,
    agent: AgentIx,
    period: Period,
) -> Cell {
    let Some(standing) = reporter.evaluation.standing(agent, period) else {
        return Cell::empty(CellState::NoData);
    };
    let voice = reporter.voice(language);
    let href = address::derivation(reporter.evaluation.model.agent(agent).id.as_str(), period);
    match standing.total {
        Some(total) => {
            let provisional = !reporter.evaluation.complete(period);
            let state = if provisional { CellState::Provisional } else { CellState::Value };
            Cell { href: Some(href), state, ..Cell::number(reporter.score(total), total) }
        }
        None => unrated(reporter, voice, standing, href),
    }
}

fn unrated(reporter: &Reporter<'_>, voice: Voice<'_>, standing: &Standing, href: String) -> Cell {
    let reason = why_unrated(reporter, voice, &standing.verdict);
    match state_of_verdict(&standing.verdict) {
        // A word of its own instead of the template's, so that the reason stands once.
        CellState::TooFew | CellState::Value => Cell { href: Some(href), ..Cell::text(reason) },
        state => Cell { note: Some(reason), ..Cell::empty(state) },
    }
}

/// The band of `standing`; `None` without a score or bands.
pub(super) fn band<'r>(reporter: &Reporter<'r>, language: Language, standing: &Standing) -> Option<&'r str> {
    let scheme = reporter.evaluation.model.scheme(standing.scheme?);
    standing.band.and_then(|at| scheme.bands.get(at)).map(|band| band.name.get(language))
}

/// Why there is no score, in a few words.
pub(super) fn why_unrated(reporter: &Reporter<'_>, voice: Voice<'_>, verdict: &Verdict) -> String {
    let days = |days: f64| format::short_number(days, 1);
    match *verdict {
        Verdict::Rated => voice.word("unrated-rated"),
        Verdict::NoData => voice.word("unrated-no-data"),
        Verdict::NotInService => voice.word("unrated-not-in-service"),
        Verdict::NoScheme => voice.word("unrated-no-scheme"),
        Verdict::Observed => voice.word("unrated-observed"),
        Verdict::TooLittleService { worked, needed } => {
            say!(voice, "unrated-too-little-service", worked: &days(worked), needed: &days(needed))
        }
        Verdict::TooLittleWeight { available, needed } => {
            say!(voice, "unrated-too-little-weight", available: &days(available), needed: &days(needed))
        }
        Verdict::MissingValue { indicator } => {
            let name = voice.name(&reporter.evaluation.model.indicator(indicator).name);
            say!(voice, "unrated-missing-value", indicator: name)
        }
    }
}

/// A change of scores as a cell.
pub(super) fn change_cell(
    reporter: &Reporter<'_>,
    now: Option<f64>,
    before: Option<f64>,
    missing: &str,
) -> Cell {
    match now.zip(before) {
        Some((now, before)) => {
            let decimals = reporter.evaluation.model.organisation.score_decimals;
            Cell::number(format::signed(now - before, decimals), now - before)
        }
        None => Cell::text(missing),
    }
}
