//! Evaluating a state of the data after another one of which much is the same: standings are taken over where everything that
//! they follow from is the same in both, and computed where anything is not.
//!
//! What a standing of an agent follows from, and what is held against the earlier state:
//! - the organisation, indicators, schemes and teams: all of them, or nothing is taken over;
//! - the agent, with postings, and the agent's events: all of them;
//! - the agent's own rows in the period and in as many months before it as any scheme pools;
//! - how many months of the period have figures of anybody;
//! - for those who lead a team, the figures of others: nothing of theirs is taken over.
//!
//! Sums over the agents of a team follow from the figures of a month, and are taken over for months in which nobody's differ. Ranks
//! follow from the standings of a period, and are taken over where all of them are the same. Both only where the agents are the
//! same people under the same numbers.
//!
//! Goals, incentives, alerts and tasks follow from much at once and are computed anew.

use super::evaluation::Evaluation;
use crate::diag::Span;
use crate::model::{
    AgentIx, DatedAction, Event, Gates, Holder, Ledger, Lints, Metrics, Model, Month, Organisation, Period,
    Role, Row, same_list,
};
use crate::score::{Index, Ranking, Standing};
use rayon::prelude::*;

/// What of an earlier evaluation holds for another state.
pub(super) struct Before<'a> {
    before: &'a Evaluation,
    /// By agent: the number before, and the months whose figures differ, sorted. `None` where anything else differs.
    agents: Vec<Option<(AgentIx, Vec<Month>)>>,
    /// Months before a period whose figures may be pooled in.
    pooled: i32,
    /// First and last month with figures, before and now.
    ranges: [(Month, Month); 2],
    /// The months in which anybody's figures differ, sorted; `None` where agents are not the same people under the same numbers.
    months: Option<Vec<Month>>,
}

impl<'a> Before<'a> {
    /// What holds for `model`; `None` if the rules are others.
    pub(super) fn new(before: &'a Evaluation, model: &Model) -> Option<Self> {
        let was = &before.model;
        if !same_rules(was, model) {
            return None;
        }
        let ranges = [was.metrics.range()?, model.metrics.range()?];
        let agents: Vec<AgentIx> = (0..model.agents.len() as u32).map(AgentIx).collect();
        Some(Self {
            before,
            agents: agents.par_iter().map(|agent| same_person(was, model, *agent, ranges)).collect(),
            pooled: model.schemes.iter().map(|s| i32::from(s.policy.pool_months)).max().unwrap_or(0),
            ranges,
            months: same_list(&was.agents, &model.agents, |agent| agent.placeless())
                .then(|| differing(&was.metrics, &model.metrics)),
        })
    }

    /// The index of `model`, as far as it can be with what the other state has summed up.
    pub(super) fn index(&self, model: &Model) -> Index {
        match &self.months {
            Some(changed) => Index::after(model, &self.before.index, changed),
            None => Index::new(model),
        }
    }

    /// The ranks of `period`, if `column` has the standings that they followed from.
    pub(super) fn ranking(&self, period: Period, column: &[Standing]) -> Option<Ranking> {
        let same = |standing: &Standing| self.before.standing(standing.agent, period) == Some(standing);
        let all = self.months.is_some() && column.iter().all(same);
        self.before.ranking(period).filter(|_| all).cloned()
    }

    /// The standing, if it follows from the same facts.
    pub(super) fn standing(&self, agent: AgentIx, period: Period) -> Option<Standing> {
        let (then, changed) = self.agents.get(agent.at())?.as_ref()?;
        let from = period.first().plus(-self.pooled);
        let [was, is] = self
            .ranges
            .map(|(first, last)| period.months().filter(|month| first <= *month && *month <= last).count());
        if was != is || changed.iter().any(|month| from <= *month && *month <= period.last()) {
            return None;
        }
        self.before.standing(*then, period).map(|standing| Standing { agent, ..*standing })
    }
}

/// The months in which rows differ, sorted. Rows are sorted by holder and month on both sides.
fn differing(was: &Metrics, is: &Metrics) -> Vec<Month> {
    let (mut old, mut new) = (by_month(was).peekable(), by_month(is).peekable());
    let mut months = Vec::new();
    loop {
        let (left, right) = (old.peek().map(|(key, _)| *key), new.peek().map(|(key, _)| *key));
        let key = match (left, right) {
            (Some(left), Some(right)) => left.min(right),
            (Some(key), None) | (None, Some(key)) => key,
            (None, None) => break,
        };
        let before = old.next_if(|(known, _)| *known == key).map_or(&[][..], |(_, rows)| rows);
        let after = new.next_if(|(known, _)| *known == key).map_or(&[][..], |(_, rows)| rows);
        if before.len() != after.len() || before.iter().zip(after).any(|(b, a)| !was.same(b, is, a)) {
            months.push(key.1);
        }
    }
    months.sort_unstable();
    months.dedup();
    months
}

/// The rows of each holder and month, in order.
fn by_month(metrics: &Metrics) -> impl Iterator<Item = ((Holder, Month), &[Row])> {
    let groups = metrics.rows().chunk_by(|a, b| (a.holder, a.month) == (b.holder, b.month));
    groups.filter_map(|rows| rows.first().map(|first| ((first.holder, first.month), rows)))
}

fn same_rules(was: &Model, is: &Model) -> bool {
    rules(&was.organisation) == rules(&is.organisation)
        && same_list(&was.indicators, &is.indicators, |indicator| indicator.placeless())
        && same_list(&was.schemes, &is.schemes, |scheme| scheme.placeless())
        && same_list(&was.teams, &is.teams, |team| team.placeless())
}

/// The organisation without what acts on no score.
fn rules(organisation: &Organisation) -> Organisation {
    let actions: Vec<DatedAction> = Vec::new();
    Organisation { actions, lints: Lints::default(), gates: Gates::default(), ..organisation.placeless() }
}

fn same_person(
    was: &Model,
    is: &Model,
    now: AgentIx,
    [before, after]: [(Month, Month); 2],
) -> Option<(AgentIx, Vec<Month>)> {
    let agent = is.agent(now);
    let then = was.find_agent(agent.id.as_str())?;
    let leads = agent.postings.iter().any(|p| p.role == Role::Manager || !p.leads.is_empty());
    let known = was.agent(then);
    if leads || (agent != known && agent.placeless() != known.placeless()) {
        return None;
    }
    if !same_events(&was.ledger, then, &is.ledger, now) {
        return None;
    }
    let (first, last) = (before.0.min(after.0), before.1.max(after.1));
    let differs = |month: &Month| {
        let old = was.metrics.rows_of(Holder::Agent(then), *month, *month);
        let new = is.metrics.rows_of(Holder::Agent(now), *month, *month);
        old.len() != new.len()
            || old.iter().zip(new).any(|(old, new)| !was.metrics.same(old, &is.metrics, new))
    };
    let changed = (0..=last.since(first)).map(|n| first.plus(n)).filter(differs).collect();
    Some((then, changed))
}

fn same_events(was: &Ledger, then: AgentIx, is: &Ledger, now: AgentIx) -> bool {
    let (old, new) = (was.of_agent(then), is.of_agent(now));
    let placeless = |event: &Event| Event { agent: now, span: Span::default(), ..event.clone() };
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| placeless(old) == placeless(new))
}

#[cfg(test)]
mod tests {
    use super::super::{Evaluation, evaluate, evaluate_after};
    use crate::check::{Checked, Earlier, Input, Options, check, check_after};
    use crate::model::Model;
    use crate::sample::{Settings, sorted_files};
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::sync::OnceLock;

    type Files = BTreeMap<String, String>;

    struct Base {
        files: Files,
        checked: Checked,
        evaluation: Evaluation,
    }

    /// The sample without what freezes it, so that figures may be edited.
    fn base() -> &'static Base {
        static BASE: OnceLock<Base> = OnceLock::new();
        BASE.get_or_init(|| {
            let all = sorted_files(&Settings::sample()).into_iter();
            let free = all.filter(|file| file.path != "closed.yml" && !file.path.starts_with("appeals/"));
            let files: Files = free.map(|file| (file.path, file.text)).collect();
            let mut checked = check(&inputs(&files), &Options::default());
            let model = checked.model.take().expect("the sample has no errors");
            Base { files, checked, evaluation: evaluate(model, day()) }
        })
    }

    fn day() -> chrono::NaiveDate {
        "2026-01-12".parse().expect("a day")
    }

    fn inputs(files: &Files) -> Vec<Input<'_>> {
        files.iter().map(|(path, text)| Input { path, text: Ok(text) }).collect()
    }

    /// An edit: what is done, in which file, and where in it, as shares of a thousand.
    type Change = (u8, u16, u16);

    fn change() -> impl Strategy<Value = Change> {
        (0_u8..12, 0_u16..1000, 0_u16..1000)
    }

    fn at(share: u16, of: usize) -> usize {
        usize::from(share) * of / 1000
    }

    fn apply(files: &mut Files, (kind, file, place): Change) {
        let metrics = kind < 6;
        let fits = |path: &&String| path.ends_with(".yml") && path.starts_with("metrics/") == metrics;
        let paths: Vec<String> = files.keys().filter(fits).cloned().collect();
        let Some(path) = paths.get(at(file, paths.len())).cloned() else { return };
        let text = files.get(&path).cloned().unwrap_or_default();
        match kind {
            // Another digit somewhere.
            0..=3 | 6..=8 => {
                let digits: Vec<usize> =
                    text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
                let Some(digit) = digits.get(at(place, digits.len())) else { return };
                let other = if &text[*digit..=*digit] == "7" { "6" } else { "7" };
                files.insert(path, format!("{}{other}{}", &text[..*digit], &text[digit + 1..]));
            }
            // A line less.
            4 | 9 => {
                let gone = at(place, text.lines().count());
                let left: Vec<&str> =
                    text.lines().enumerate().filter(|(n, _)| *n != gone).map(|(_, line)| line).collect();
                files.insert(path, left.join("\n") + "\n");
            }
            5 => drop(files.remove(&path)),
            // Everything stands elsewhere.
            10 => drop(files.insert(path, format!("# moved\n\n{text}"))),
            // A newcomer before everybody, in a file before every other.
            _ => {
                let agent = "agents:\n  a-first:\n    name: A\n    joined: 2025-03-03\n    postings: [{ from: 2025-03-03, team: aftersale, level: junior }]\n";
                files.insert("agents/000.yml".to_owned(), agent.to_owned());
            }
        }
    }

    /// Everything but how much of it was computed.
    fn told(evaluation: &Evaluation) -> String {
        format!("{evaluation:?}").replace(&format!("{:?}", evaluation.computed()), "")
    }

    fn found(checked: &Checked) -> String {
        format!("{:?}{:?}{:?}", checked.model, checked.changed, checked.diagnostics)
    }

    /// Whether the quick way gives what the long way does; `None` where the edit made an error.
    fn agree(files: &Files) -> Option<()> {
        let base = base();
        let known = inputs(&base.files);
        let earlier = Earlier { inputs: &known, checked: &base.checked, model: &base.evaluation.model };
        let long = check(&inputs(files), &Options::default());
        let quick = check_after(&inputs(files), earlier, &Options::default());
        assert!(found(&long) == found(&quick), "checked otherwise");
        let (long, quick): (Model, Model) = (long.model?, quick.model?);
        let (long, quick) = (evaluate(long, day()), evaluate_after(quick, day(), &base.evaluation));
        assert!(told(&long) == told(&quick), "evaluated otherwise");
        Some(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 24, ..ProptestConfig::default() })]

        #[test]
        fn after_another_state_everything_is_the_same_as_alone(
            changes in prop::collection::vec(change(), 1..4),
        ) {
            let mut files = base().files.clone();
            changes.into_iter().for_each(|change| apply(&mut files, change));
            agree(&files);
        }
    }

    /// The law above would hold if nothing were ever taken over.
    #[test]
    fn what_is_the_same_is_taken_over() {
        let base = base();
        let mut files = base.files.clone();
        let path = files.keys().rfind(|path| path.starts_with("metrics/")).expect("figures").clone();
        let text = files.remove(&path).expect("a file").replace("days: 21/", "days: 20/");
        files.insert(path, text);
        files.insert("agents/000.md".to_owned(), String::new());
        agree(&files).expect("no errors");
        let known = inputs(&base.files);
        let earlier = Earlier { inputs: &known, checked: &base.checked, model: &base.evaluation.model };
        let model = check_after(&inputs(&files), earlier, &Options::default()).model.expect("no errors");
        let before = super::Before::new(&base.evaluation, &model).expect("the same rules");
        let agents = (0..model.agents.len() as u32).map(crate::model::AgentIx);
        let periods = &base.evaluation.periods;
        let pairs = agents.flat_map(|agent| periods.iter().map(move |period| (agent, *period)));
        let (all, kept) = pairs.fold((0_usize, 0_usize), |(all, kept), (agent, period)| {
            (all + 1, kept + usize::from(before.standing(agent, period).is_some()))
        });
        assert!(kept * 2 > all && kept < all, "{kept} of {all}");
    }

    /// One changed month costs one file, and the cards and ranks of that month, its quarter and its year.
    #[test]
    fn one_changed_month_is_all_that_is_read_and_computed() {
        let base = base();
        assert_eq!(base.checked.read, base.files.keys().filter(|path| !path.starts_with("schema/")).count());
        let model = &base.evaluation.model;
        let (agents, periods) = (model.agents.len(), base.evaluation.periods.len());
        let all = super::super::Computed { standings: agents * periods, rankings: periods };
        assert_eq!(base.evaluation.computed(), all);
        let mut files = base.files.clone();
        let path = files.keys().rfind(|path| path.starts_with("metrics/")).expect("figures").clone();
        let text = files.remove(&path).expect("a file");
        let changed = text.matches("days: 21/").count();
        files.insert(path, text.replace("days: 21/", "days: 20/"));
        agree(&files).expect("no errors");
        let known = inputs(&base.files);
        let earlier = Earlier { inputs: &known, checked: &base.checked, model };
        let checked = check_after(&inputs(&files), earlier, &Options::default());
        assert_eq!(checked.read, 1);
        let computed = evaluate_after(checked.model.expect("no errors"), day(), &base.evaluation).computed();
        let leads = |agent: &&crate::model::Agent| agent.postings.iter().any(|p| !p.leads.is_empty());
        let leaders = model.agents.iter().filter(leads).count();
        assert!(changed > 5 && leaders < 3, "{changed} {leaders}");
        assert!(computed.standings <= changed * 3 + leaders * periods, "{computed:?}");
        assert!(computed.rankings <= 3, "{computed:?}");
    }
}
