//! What a reviewer should look at twice. A flag states a fact about the change; it accuses nobody.

use super::edit::{Ease, Edit, EditKind, Named, Stage};
use super::flag_source;
use super::place::Place;
use super::side::Side;
use crate::evaluate::Evaluation;
use crate::model::{AgentIx, Entry, GateKind, Holder, IndicatorIx, Model, Month, Period, Row, Subject, Text};
use crate::stats::sample_sd;
use std::collections::BTreeMap;

/// What a flag states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlagKind {
    /// The facts of a closed month differ from what was frozen, and no correction is recorded.
    ClosedChanged,
    /// The facts of a closed month were changed, with a recorded correction.
    ClosedCorrected,
    /// A target became easier after its window had begun.
    TargetEasedRunning,
    /// A target became easier after its window was over.
    TargetEasedOver,
    /// A target was taken out after its window had begun.
    TargetRemovedLate,
    /// Weights, rules, policies or bands were changed for months that had been scored.
    RulesRetroactive,
    /// A corrected value differs from the one before by more than the person's usual range.
    UnusualForPerson,
    /// A corrected value differs from the one before by more than the usual range among peers.
    UnusualForPeers,
    /// A month repeats the figures of another month.
    MonthRepeated,
    /// Files of two months name the same export.
    ExportRepeated,
    /// A new file of figures does not say where they come from.
    SourceMissing,
    /// Who wrote the change gains by it.
    AuthorGains,
}

impl FlagKind {
    /// All.
    pub const ALL: [Self; 12] = [
        Self::ClosedChanged,
        Self::ClosedCorrected,
        Self::TargetEasedRunning,
        Self::TargetEasedOver,
        Self::TargetRemovedLate,
        Self::RulesRetroactive,
        Self::UnusualForPerson,
        Self::UnusualForPeers,
        Self::MonthRepeated,
        Self::ExportRepeated,
        Self::SourceMissing,
        Self::AuthorGains,
    ];

    /// The gate that it stands at.
    #[must_use]
    pub const fn gate(self) -> GateKind {
        match self {
            Self::ClosedChanged => GateKind::ClosedChanged,
            Self::ClosedCorrected => GateKind::ClosedCorrected,
            Self::TargetEasedRunning => GateKind::TargetEasedRunning,
            Self::TargetEasedOver => GateKind::TargetEasedOver,
            Self::TargetRemovedLate => GateKind::TargetRemovedLate,
            Self::RulesRetroactive => GateKind::RulesRetroactive,
            Self::UnusualForPerson => GateKind::UnusualForPerson,
            Self::UnusualForPeers => GateKind::UnusualForPeers,
            Self::MonthRepeated => GateKind::MonthRepeated,
            Self::ExportRepeated => GateKind::ExportRepeated,
            Self::SourceMissing => GateKind::SourceMissing,
            Self::AuthorGains => GateKind::AuthorGains,
        }
    }

    /// A stable word for programs and texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.gate().key()
    }
}

/// Something to look at twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// What it states.
    pub kind: FlagKind,
    /// Whom or what it is about.
    pub who: Option<Named>,
    /// The indicator.
    pub what: Option<Named>,
    /// The month.
    pub month: Option<Month>,
    /// The month that is repeated; only of [`FlagKind::MonthRepeated`] and [`FlagKind::ExportRepeated`].
    pub other: Option<Month>,
    /// How many times the usual deviation the value moved; only of the unusual ones.
    pub times: Option<f64>,
    /// Where.
    pub place: Option<Place>,
}

impl Flag {
    /// The id by which it is acknowledged, with its name: whom it is about, else the month.
    #[must_use]
    pub fn about(&self) -> (String, Option<Text>) {
        match (&self.who, self.month) {
            (Some(who), _) => (who.id.clone(), Some(who.name.clone())),
            (None, month) => (month.map(|month| month.to_string()).unwrap_or_default(), None),
        }
    }

    /// A flag of which nothing else is known.
    pub(super) const fn new(kind: FlagKind) -> Self {
        Self { kind, who: None, what: None, month: None, other: None, times: None, place: None }
    }
}

/// A change of more than so many standard deviations is unusual.
const USUAL: f64 = 2.0;
/// Months of own history that say what is usual (the issue asks for the last six).
const OWN_MONTHS: i32 = 6;
/// Fewest values from which a deviation is taken.
const ENOUGH: usize = 3;
/// Share of the agents of a month whose figures have to repeat another month for it to be the same export.
const REPEATED: f64 = 0.5;

/// The flags of a change, in the order of [`FlagKind::ALL`].
#[must_use]
pub(super) fn flags(edits: &[Edit], base: Side<'_>, head: Side<'_>) -> Vec<Flag> {
    let mut flags = closed(edits, base, head);
    flags.extend(edits.iter().filter_map(of_edit));
    let mut seen: Vec<String> = Vec::new();
    // One flag a scheme: the edits themselves are listed in their section.
    flags.retain(|flag| {
        let key = format!("{:?} {:?}", flag.kind, flag.who);
        let again = flag.kind == FlagKind::RulesRetroactive && seen.contains(&key);
        seen.push(key);
        !again
    });
    flags.extend(edits.iter().filter_map(|edit| unusual(edit, base.evaluation, head.evaluation)));
    flags.extend(repeated(edits, &head.evaluation.model));
    flags.extend(flag_source::flags(base, head));
    flags.sort_by_key(|flag| FlagKind::ALL.iter().position(|kind| *kind == flag.kind));
    flags
}

fn flag(kind: FlagKind, edit: &Edit) -> Flag {
    let (who, what, place) = (edit.who.clone(), edit.what.clone(), edit.place.clone());
    Flag { who, what, month: edit.month, place, ..Flag::new(kind) }
}

/// Closed months whose facts are not those of the base's digest: `check` says which have no correction.
fn closed(edits: &[Edit], base: Side<'_>, head: Side<'_>) -> Vec<Flag> {
    let known = |month: Month| base.changed.iter().any(|(changed, _)| *changed == month);
    let new = head.changed.iter().filter(|(month, _)| !known(*month));
    let place = |month: Month| {
        let closed = head.evaluation.model.ledger.closing(month)?;
        Place::of(head, closed.standing_digest().1)
    };
    let blank = |kind, month| Flag { month: Some(month), place: place(month), ..Flag::new(kind) };
    let mut flags: Vec<Flag> = new.map(|(month, _)| blank(FlagKind::ClosedChanged, *month)).collect();
    let corrected = edits.iter().filter(|edit| edit.kind == EditKind::CorrectionRecorded);
    flags.extend(corrected.map(|edit| flag(FlagKind::ClosedCorrected, edit)));
    flags
}

fn of_edit(edit: &Edit) -> Option<Flag> {
    let rules = matches!(
        edit.kind,
        EditKind::Weight
            | EditKind::RuleChanged
            | EditKind::PolicyChanged
            | EditKind::BandsChanged
            | EditKind::ItemAdded
            | EditKind::ItemRemoved
            | EditKind::SchemeTime
            | EditKind::SchemeAdded
            | EditKind::SchemeRemoved
    );
    let kind = match (edit.kind, edit.ease, edit.stage?) {
        (EditKind::TargetValue, Some(Ease::Easier), Stage::Running) => FlagKind::TargetEasedRunning,
        (EditKind::TargetValue, Some(Ease::Easier), Stage::Over) => FlagKind::TargetEasedOver,
        (EditKind::TargetRemoved, _, Stage::Running | Stage::Over) => FlagKind::TargetRemovedLate,
        (_, _, Stage::Running | Stage::Over) if rules => FlagKind::RulesRetroactive,
        _ => return None,
    };
    let what = edit.what.clone().filter(|_| kind != FlagKind::RulesRetroactive);
    Some(Flag { what, ..flag(kind, edit) })
}

/// A corrected figure whose value moved by more than [`USUAL`] standard deviations of the person's last six months, or, where
/// there are too few of those, of the values of the others in the same team and month.
fn unusual(edit: &Edit, base: &Evaluation, head: &Evaluation) -> Option<Flag> {
    if !matches!(edit.kind, EditKind::FigureCorrected) {
        return None;
    }
    let (who, what, month) = (edit.who.as_ref()?, edit.what.as_ref()?, edit.month?);
    let agent = head.model.find_agent(&who.id)?;
    let indicator = head.model.find_indicator(&what.id)?;
    let (old_agent, old_indicator) = (base.model.find_agent(&who.id)?, base.model.find_indicator(&what.id)?);
    let value = |of: &Evaluation, agent: AgentIx, indicator: IndicatorIx, month: Month| {
        of.reading(Subject::Agent(agent), indicator, Period::month(month)).value
    };
    let was = value(base, old_agent, old_indicator, month)?;
    let is = value(head, agent, indicator, month)?;
    let own: Vec<f64> =
        (1..=OWN_MONTHS).filter_map(|n| value(base, old_agent, old_indicator, month.plus(-n))).collect();
    let (kind, usual) = if own.len() >= ENOUGH {
        (FlagKind::UnusualForPerson, own)
    } else {
        let team = base.standing(old_agent, Period::month(month))?.team?;
        let peers = base.members(team, Period::month(month)).into_iter().filter(|peer| *peer != old_agent);
        let values = peers.filter_map(|peer| value(base, peer, old_indicator, month)).collect();
        (FlagKind::UnusualForPeers, values)
    };
    let deviation = deviation(&usual)?;
    let times = (is - was).abs() / deviation;
    (times > USUAL).then(|| Flag { times: Some(times), ..flag(kind, edit) })
}

fn deviation(values: &[f64]) -> Option<f64> {
    if values.len() < ENOUGH {
        return None;
    }

    sample_sd(values).filter(|deviation| *deviation > 0.0)
}

/// Months that the change added or filled and in which at least half of the agents have exactly the figures of one other month:
/// the same export under another name. Figures of a single indicator say nothing, so three at least are compared.
fn repeated(edits: &[Edit], model: &Model) -> Vec<Flag> {
    let mut months: Vec<Month> = edits
        .iter()
        .filter(|edit| {
            matches!(edit.kind, EditKind::MonthAdded | EditKind::FigureLate | EditKind::FigureCorrected)
        })
        .filter_map(|edit| edit.month)
        .collect();
    months.sort_unstable();
    months.dedup();
    months.into_iter().filter_map(|month| repeated_month(model, month)).collect()
}

fn repeated_month(model: &Model, month: Month) -> Option<Flag> {
    let metrics = &model.metrics;
    let facts = |rows: &[Row]| -> Vec<(IndicatorIx, Entry)> {
        let cells = rows.iter().flat_map(|row| metrics.cells(row)).filter(|cell| tells(cell.entry()));
        cells.map(|cell| (cell.indicator, cell.entry())).collect()
    };
    let (mut agents, mut same) = (0_usize, BTreeMap::<Month, usize>::new());
    for of_holder in metrics.rows().chunk_by(|a, b| a.holder == b.holder) {
        if of_holder.first().is_none_or(|row| matches!(row.holder, Holder::Team(_))) {
            continue;
        }
        let months = || of_holder.chunk_by(|a, b| a.month == b.month);
        let is = |rows: &&[Row]| rows.first().is_some_and(|row| row.month == month);
        let now = months().find(is).map(facts).unwrap_or_default();
        if now.len() < 3 {
            continue;
        }
        agents += 1;
        for then in months().filter(|rows| !is(rows) && facts(rows) == now) {
            if let Some(row) = then.first() {
                *same.entry(row.month).or_default() += 1;
            }
        }
    }
    let (other, count) = same.into_iter().max_by_key(|(_, count)| *count)?;
    (count as f64 >= agents as f64 * REPEATED).then_some(Flag {
        month: Some(month),
        other: Some(other),
        ..Flag::new(FlagKind::MonthRepeated)
    })
}

/// Whether two months with this entry are worth comparing: `n/a` and nothing say nothing.
fn tells(entry: Entry) -> bool {
    !matches!(entry, Entry::NotApplicable) && entry != Entry::Number(0.0)
}
