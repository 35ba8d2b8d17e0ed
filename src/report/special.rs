//! Values that rest on something special in the period of the survey: pooled, too small, without counts, reconstructed.

use super::cell::reading as reading_cell;
use super::reporter::Reporter;
use super::survey::{AgentItem, Found};
use super::voice::{Voice, say};
use super::{address, format, subject};
use crate::model::{AgentIx, IndicatorIx, Language, Period};
use crate::score::{Reading, ReadingState};
use crate::view::{Attention, Cell, Column, Link, Mark, Row, Table, Tone};

/// Most rows of the table.
const MOST: usize = 100;

/// What is special about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Reconstructed,
    WithoutCount,
    Pooled,
    TooSmall,
    Missing,
}

const KINDS: [Kind; 5] =
    [Kind::Reconstructed, Kind::WithoutCount, Kind::Pooled, Kind::TooSmall, Kind::Missing];

impl Kind {
    fn of(reading: &Reading) -> Option<Self> {
        match reading.state {
            ReadingState::WithoutCount => Some(Self::WithoutCount),
            ReadingState::TooSmall { .. } => Some(Self::TooSmall),
            ReadingState::Missing | ReadingState::NoCases | ReadingState::TooFewParts { .. } => {
                Some(Self::Missing)
            }
            ReadingState::Measured if reading.reconstructed => Some(Self::Reconstructed),
            ReadingState::Measured if reading.pooled_months > 0 => Some(Self::Pooled),
            _ => None,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Reconstructed => "special-reconstructed",
            Self::WithoutCount => "special-without-count",
            Self::Pooled => "special-pooled",
            Self::TooSmall => "special-too-small",
            Self::Missing => "special-missing",
        }
    }
}

fn special(item: &AgentItem) -> Option<&Reading> {
    match &item.found {
        Found::Plain(_) => None,
        Found::Other(reading) => Some(reading),
    }
}

/// All special values of the period.
#[derive(Debug)]
pub(super) struct Special {
    period: Period,
    list: Vec<(Kind, AgentIx, IndicatorIx)>,
}

impl Special {
    /// The special values; `None` without a period.
    pub(super) fn new(reporter: &Reporter<'_>) -> Option<Self> {
        let period = reporter.survey.period?;
        let agents = (0..reporter.evaluation.model.agents.len() as u32).map(AgentIx);
        let of = |agent: AgentIx| {
            let items = reporter.survey.items(agent).iter();
            items.filter_map(move |item| Some((Kind::of(special(item)?)?, agent, item.indicator)))
        };
        let mut list: Vec<(Kind, AgentIx, IndicatorIx)> = agents.flat_map(of).collect();
        list.sort_unstable();
        Some(Self { period, list })
    }

    /// What the special values do to scores, one sentence for each kind that occurs.
    pub(super) fn effects(&self, reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<Attention> {
        let label = format::period(self.period, voice.language);
        let effect = |kind: Kind| {
            let mine: Vec<AgentIx> = self.list.iter().filter(|one| one.0 == kind).map(|one| one.1).collect();
            let mut agents = mine.clone();
            agents.dedup();
            let scored = agents
                .iter()
                .filter(|agent| {
                    reporter.evaluation.standing(**agent, self.period).is_some_and(|s| s.total.is_some())
                })
                .count();
            (!mine.is_empty()).then(|| Attention {
                mark: Mark::new(Tone::Watch, voice.word(kind.key())),
                subject: Link::new(label.clone(), address::period(self.period)),
                reason: say!(voice, &format!("{}-effect", kind.key()), values: mine.len(), scores: scored),
            })
        };
        KINDS.into_iter().filter_map(effect).collect()
    }

    /// The values one by one; `None` if there are none.
    pub(super) fn table(&self, reporter: &Reporter<'_>, language: Language) -> Option<Table> {
        if self.list.is_empty() {
            return None;
        }
        let voice = reporter.voice(language);
        let row = |&(kind, agent, ix): &(Kind, AgentIx, IndicatorIx)| {
            let indicator = reporter.evaluation.model.indicator(ix);
            let shown = reporter.shown(indicator.precision, language);
            let reading = special(reporter.survey.item(agent, ix)?)?;
            let id = reporter.evaluation.model.agent(agent).id.as_str();
            let mut value = reading_cell(reading, shown, true, reporter.words(language));
            value.href = Some(address::derivation(id, self.period)).filter(|_| reading.value.is_some());
            Some(Row::new(vec![
                subject::agent_cell(reporter, language, agent),
                Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str())),
                Cell::text(voice.word(kind.key())),
                value,
                super::count_cell::counts(reading, reporter.words(language)),
            ]))
        };
        let columns = vec![
            Column::text(voice.word("agent")),
            Column::text(voice.word("indicator")),
            Column::text(voice.word("special-kind")),
            Column::number(voice.word("value")),
            Column::number(voice.word("counts")),
        ];
        let rows = self.list.iter().take(MOST).filter_map(row).collect();
        let label = format::period(self.period, language);
        let mut table = Table::new(say!(voice, "special-caption", period: &label), columns, rows);
        if self.list.len() > MOST {
            table.notes = vec![say!(voice, "special-more", n: self.list.len() - MOST)];
        }
        Some(table)
    }
}
