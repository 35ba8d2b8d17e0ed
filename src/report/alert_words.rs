//! Alert rules and open alerts in words.

use super::reporter::Reporter;
use super::voice::{Voice, say};
use super::{address, format, subject};
use crate::alerts::{AlertResult, SubjectEpisode};
use crate::model::{Alert, Measure, Subject, TeamIx, Watched};
use crate::view::{Attention, Cell, Mark, Tone};

/// The indicator as a cell.
pub(super) fn indicator(reporter: &Reporter<'_>, voice: Voice<'_>, alert: &Alert) -> Cell {
    let indicator = reporter.evaluation.model.indicator(alert.indicator);
    Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str()))
}

/// A value of the rule's indicator.
pub(super) fn value(reporter: &Reporter<'_>, voice: Voice<'_>, alert: &Alert, value: f64) -> Cell {
    let precision = reporter.evaluation.model.indicator(alert.indicator).precision;
    Cell::number(reporter.shown(precision, voice.language).value(value), value)
}

/// The threshold: `> 3%`.
pub(super) fn threshold(reporter: &Reporter<'_>, voice: Voice<'_>, alert: &Alert) -> String {
    let precision = reporter.evaluation.model.indicator(alert.indicator).precision;
    reporter.shown(precision, voice.language).condition(
        alert.when.operator,
        alert.when.value,
        alert.when.upper,
    )
}

/// The rule in a sentence.
pub(super) fn rule(reporter: &Reporter<'_>, voice: Voice<'_>, alert: &Alert) -> String {
    let model = &reporter.evaluation.model;
    let indicator = model.indicator(alert.indicator);
    let whom = voice.word(match alert.subjects {
        Watched::Agents => "alert-each-agent",
        Watched::Teams => "alert-each-team",
        Watched::Organisation => "alert-organisation",
    });
    let teams = alert.teams.iter().map(|team| voice.name(&model.team(*team).name));
    let levels = alert.levels.iter().filter_map(|level| model.organisation.levels.get(level.at()));
    let narrowed: Vec<&str> = teams.chain(levels.map(|level| voice.name(&level.name))).collect();
    let whom = match narrowed.as_slice() {
        [] => whom,
        names => say!(voice, "alert-of", whom: &whom, names: &voice.list(names)),
    };
    let condition = threshold(reporter, voice, alert);
    let name = voice.name(&indicator.name);
    let months = usize::from(alert.consecutive);
    let said =
        say!(voice, "alert-rule-sentence", whom: &whom, indicator: name, condition: &condition, n: months);
    // Counts and amounts rest on no cases.
    if matches!(indicator.measure, Measure::Count { .. } | Measure::Amount { .. }) {
        return said;
    }
    let least = format::short_number(alert.minimum.unwrap_or_else(|| indicator.minimum()), 2);
    voice.sentences(&[said.into(), say!(voice, "alert-rule-least", n: &least).into()])
}

/// When a rule is in force.
pub(super) fn force(voice: Voice<'_>, alert: &Alert) -> String {
    let month = |month| format::month(month, voice.language);
    match (alert.from, alert.to) {
        (Some(from), Some(to)) => say!(voice, "force-from-to", from: &month(from), to: &month(to)),
        (Some(from), None) => say!(voice, "force-from", from: &month(from)),
        (None, Some(to)) => say!(voice, "alert-force-to", to: &month(to)),
        (None, None) => voice.word("alert-force-always"),
    }
}

/// Open alerts of the subjects that `wanted` takes, the longest first.
pub(super) fn open(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    wanted: impl Fn(Subject) -> bool,
    most: usize,
) -> Vec<Attention> {
    let results = reporter.evaluation.alerts.iter();
    let mut found: Vec<(&AlertResult, &SubjectEpisode)> = results
        .flat_map(|result| result.open().map(move |of| (result, of)))
        .filter(|(_, of)| wanted(of.subject))
        .collect();
    found.sort_by_key(|(result, of)| (of.episode.start, result.alert, of.subject));
    found.iter().take(most).map(|(result, of)| item(reporter, voice, result, of)).collect()
}

/// Open alerts of a team and of those who are posted in it on the day of the site.
pub(super) fn of_team(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    team: TeamIx,
    most: usize,
) -> Vec<Attention> {
    let model = &reporter.evaluation.model;
    let day = reporter.evaluation.as_of;
    let mine = |subject| match subject {
        Subject::Team(of) => of == team,
        Subject::Agent(agent) => {
            model.agent(agent).posting_on(day).is_some_and(|posting| posting.team == team)
        }
        Subject::Organisation => false,
    };
    open(reporter, voice, mine, most)
}

fn item(reporter: &Reporter<'_>, voice: Voice<'_>, result: &AlertResult, of: &SubjectEpisode) -> Attention {
    let alert = reporter.evaluation.model.alert(result.alert);
    let shown = value(reporter, voice, alert, of.episode.value).text;
    let reason = say!(
        voice, "attention-alert-reason",
        rule: voice.name(&alert.name), value: &shown, threshold: &threshold(reporter, voice, alert),
        month: &format::month(of.episode.start, voice.language), owner: voice.name(&alert.owner),
        action: voice.name(&alert.action),
    );
    Attention {
        mark: Mark::new(Tone::Below, voice.word("attention-alert")),
        subject: subject::link(reporter, voice.language, of.subject),
        reason,
    }
}
