//! What is taken over from a state of the data that was checked before: the figures of files that are the same in both.
//!
//! Figures are most of the data, and most changes touch few of their files. A file is taken over only if everything that it was
//! read by is the same too: its path and text, the channels, teams and indicators, and the agents that it names. A file in which
//! a fault lay is read again, so that the fault is told.
//!
//! Where all files but those of figures are the same, and stand in the same places of the list, none of them is read again: their
//! facts and their faults are those of the earlier state.

use super::input::{Checked, Input};
use super::metrics::Desk;
use super::route::{Route, route};
use crate::diag::{Diagnostic, FileId, Sources};
use crate::model::{Agent, AgentIx, Model, Sheet, same_list};
use std::collections::BTreeMap;

/// A state of the data that was checked before.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// Its files, in any order.
    pub inputs: &'a [Input<'a>],
    /// What came out, with or without the model.
    pub checked: &'a Checked,
    /// The model that came out.
    pub model: &'a Model,
}

/// The figures of files whose text is the same, by the number of the file in the new state.
pub(super) struct Kept<'a> {
    model: &'a Model,
    sheets: BTreeMap<FileId, Sheet>,
}

impl<'a> Earlier<'a> {
    /// The model whose facts other than figures are those of `inputs`, which are sorted by path and shown as in `sources`; `None`
    /// if a file other than those of figures differs or has another number, or if the model is not what came out of the check.
    pub(super) fn nouns(&self, inputs: &[Input<'_>], sources: &Sources) -> Option<&'a Model> {
        let mut earlier: Vec<&Input<'_>> = self.inputs.iter().collect();
        earlier.sort_by(|a, b| a.path.cmp(b.path));
        let is_noun = |input: &Input<'_>| !matches!(route(input.path), Route::Metrics(_));
        let count =
            |inputs: &mut dyn Iterator<Item = &Input<'_>>| inputs.filter(|input| is_noun(input)).count();
        if self.checked.diagnostics.iter().any(Diagnostic::is_error)
            || count(&mut inputs.iter()) != count(&mut earlier.iter().copied())
        {
            return None;
        }
        let shown = |number| self.checked.sources.path(FileId(number)) == sources.path(FileId(number));
        let same = |(number, input): (u32, &Input<'_>)| {
            let known = earlier.get(number as usize);
            known.is_some_and(|known| known.path == input.path && same_text(known, input)) && shown(number)
        };
        (0..).zip(inputs).filter(|(_, input)| is_noun(input)).all(same).then_some(self.model)
    }

    /// What can be kept for `inputs`, which are sorted by path.
    pub(super) fn kept(&self, inputs: &[Input<'_>]) -> Kept<'a> {
        let mut earlier: Vec<&Input<'_>> = self.inputs.iter().collect();
        earlier.sort_by(|a, b| a.path.cmp(b.path));
        let mut known = self.model.metrics.sheets();
        for label in self.checked.diagnostics.iter().flat_map(|fault| &fault.labels) {
            known.remove(&label.span.file);
        }
        let mut sheets = BTreeMap::new();
        for (number, input) in (0..).zip(inputs) {
            let Ok(at) = earlier.binary_search_by(|known| known.path.cmp(input.path)) else { continue };
            let same = |before: &&&Input<'_>| input.text.is_ok() && same_text(before, input);
            // Files are numbered in the order of their paths.
            if earlier.get(at).as_ref().is_some_and(same)
                && let Some(sheet) = known.remove(&FileId(at as u32))
            {
                sheets.insert(FileId(number), sheet);
            }
        }
        Kept { model: self.model, sheets }
    }
}

/// Whether both say the same. Texts that are the same in git are mostly the very same text in memory.
fn same_text(before: &Input<'_>, now: &Input<'_>) -> bool {
    match (&before.text, &now.text) {
        (Ok(before), Ok(now)) => std::ptr::eq(*before, *now) || before == now,
        (Err(before), Err(now)) => before == now,
        _ => false,
    }
}

impl Kept<'_> {
    /// The sheets that `desk` would read the same way.
    pub(super) fn read_by(self, desk: &Desk<'_>) -> BTreeMap<FileId, Sheet> {
        if !self.same_words(desk) {
            return BTreeMap::new();
        }
        let agents: Vec<Option<AgentIx>> =
            self.model.agents.iter().map(|agent| same_agent(agent, desk)).collect();
        let now = |agent: AgentIx| agents.get(agent.at()).copied().flatten();
        let begun = |sheet: &Sheet| {
            let month = sheet.origin().map(|origin| origin.month);
            month.is_some_and(|month| desk.as_of.is_none_or(|today| month.first_day() <= today))
        };
        let sheets = self.sheets.into_iter().filter(|(_, sheet)| begun(sheet));
        sheets.filter_map(|(file, sheet)| Some((file, sheet.in_another(file, now)?))).collect()
    }

    /// Whether channels, teams and indicators have the same numbers, and indicators the same definitions.
    fn same_words(&self, desk: &Desk<'_>) -> bool {
        let Desk { book, indicators, agents: _, as_of: _ } = desk;
        let Model { organisation, teams, indicators: before, .. } = self.model;
        let indicators: Vec<_> = indicators.iter().flatten().cloned().collect();
        book.channels.all().eq(organisation.channels.iter().map(|channel| channel.id.as_str()))
            && book.teams.all().eq(teams.iter().map(|team| team.id.as_str()))
            && book.indicators.all().eq(before.iter().map(|indicator| indicator.id.as_str()))
            && same_list(before, &indicators, |indicator| indicator.placeless())
    }
}

/// The number of the agent now, if nothing of them is another.
fn same_agent(agent: &Agent, desk: &Desk<'_>) -> Option<AgentIx> {
    let at = desk.book.agents.find(agent.id.as_str())?;
    let now = desk.agents.get(at as usize)?.as_ref()?;
    (now == agent || now.placeless() == agent.placeless()).then_some(AgentIx(at))
}
