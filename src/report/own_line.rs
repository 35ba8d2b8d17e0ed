//! The line that the scheme has for people of the same level, beside a goal of somebody's own (A009, A116): a personal goal stands
//! above it or below it, and its reason says why.

use super::address;
use super::goalpost::Goalpost;
use super::reporter::Reporter;
use super::voice::{Voice, say};
use crate::model::{Month, Role, Rule, Subject, Target};
use crate::view::Fact;

/// The line for full points at the beginning of a personal goal; `None` for goals of teams and where the scheme has none.
pub(super) fn fact(reporter: &Reporter<'_>, voice: Voice<'_>, target: &Target) -> Option<Fact> {
    let model = &reporter.evaluation.model;
    let Some(Subject::Agent(agent)) = target.subject else { return None };
    let (start, ix) = (target.start?, target.indicator?);
    let agent = model.agent(agent);
    let posting = agent.posting_on(start).filter(|posting| posting.role == Role::Agent)?;
    let scheme = model.scheme(model.scheme_in_force(posting.team, Month::of(start))?);
    let item = scheme.item(ix).filter(|item| item.channels.is_empty())?;
    let service = Month::of(start).since(Month::of(agent.joined)) + 1;
    let step = item.newcomers.iter().find(|step| service <= i32::from(step.through)).map(|step| &step.rule);
    let level = item.levels.iter().find(|(level, _)| *level == posting.level).map(|(_, rule)| rule);
    let rule: &Rule = step.or(level).unwrap_or(&item.rule);
    let indicator = model.indicator(ix);
    let line = Goalpost::of(rule, indicator.direction)?;
    let shown = reporter.shown(indicator.precision, voice.language);
    let level =
        model.organisation.levels.get(posting.level.at()).map_or("–", |term| voice.name(&term.name));
    let words = say!(
        voice, "own-line",
        level: level, line: &shown.condition(line.operator, line.full, line.upper),
        scheme: voice.name(&scheme.name),
    );
    let href = format!("{}#rule-{}", address::scheme(scheme.id.as_str()), indicator.id);
    Some(Fact::link(voice.word("own-line-term"), words, href))
}
