//! Laws of sharing out: for any edits the parts add up to the change, and neither files nor their order matter.

use super::share::share_out;
use super::side::Side;
use super::union::Union;
use super::{Comparison, compare};
use crate::check::{Checked, Input, Options, check};
use crate::evaluate::{Evaluation, evaluate};
use crate::model::AgentIx;
use crate::score::{Index, standing};
use proptest::prelude::*;

const FIXED: [(&str, &str); 3] = [
    (
        "deskscore.yml",
        "name: x\ndimensions: { quality: { name: Q } }\nevent_types: { praise: { name: P, nature: bonus, points_at_most: 5 } }\nraters: { boss: B }\n",
    ),
    (
        "indicators/all.yml",
        "indicators:\n  csat: { name: C, dimension: quality, measure: share, numerator: a, denominator: b, unit: percent, direction: up }\n  slow: { name: S, dimension: quality, measure: mean, sum: a, count: b, unit: seconds, direction: down }\n",
    ),
    ("teams.yml", "teams: { a: { name: A }, b: { name: B } }\n"),
];

/// What may differ between two states.
#[derive(Debug, Clone)]
struct State {
    weight: u8,
    full: u8,
    figures: Vec<(u8, u16)>,
    moved: Option<u8>,
    praise: Option<u8>,
    /// Whether figures of one month stand in two files.
    split: bool,
}

fn state() -> impl Strategy<Value = State> {
    let figures = prop::collection::vec((40_u8..=100, 3000_u16..9000), 6);
    let parts = (10_u8..=90, 75_u8..=99, figures, prop::option::of(0_u8..3), prop::option::of(1_u8..=5));
    parts.prop_map(|(weight, full, figures, moved, praise)| State {
        weight,
        full,
        figures,
        moved,
        praise,
        split: false,
    })
}

fn files(state: &State) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        FIXED.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let (weight, rest) = (state.weight, 100 - state.weight);
    files.push((
        "schemes/all.yml".to_owned(),
        format!(
            "schemes:\n  s:\n    name: S\n    version: \"1\"\n    from: 2025-01\n    items:\n      csat: {{ weight: {weight}, rule: {{ linear: {{ zero: 30%, full: {}% }} }} }}\n      slow: {{ weight: {rest}, rule: {{ linear: {{ zero: 90s, full: 20s }} }} }}\n    policy: {{ events: {{ most_added: 5, most_deducted: 5 }} }}\n",
            state.full
        ),
    ));
    let agent = |n: u8| {
        let posting = match state.moved {
            Some(of) if of == n => {
                "{ from: 2024-01-01, to: 2025-01-31, team: a }, { from: 2025-02-01, team: b }"
            }
            _ => "{ from: 2024-01-01, team: a }",
        };
        format!("  p{n}: {{ name: P{n}, joined: 2024-01-01, postings: [{posting}] }}\n")
    };
    files.push(("agents/all.yml".to_owned(), format!("agents:\n{}{}{}", agent(0), agent(1), agent(2))));
    for (month, figures) in state.figures.chunks(3).enumerate() {
        let line = |(n, (csat, slow)): (usize, &(u8, u16))| {
            format!("  p{n}: {{ csat: {csat}/100, slow: {slow}/150 }}\n")
        };
        let lines: Vec<String> = figures.iter().enumerate().map(line).collect();
        let name = format!("2025-0{}", month + 1);
        let head = format!("period: {name}\nagents:\n");
        let cut = if state.split { 1 } else { lines.len() };
        files.push((format!("metrics/2025/{name}.yml"), format!("{head}{}", lines[..cut].concat())));
        if state.split {
            files.push((format!("metrics/2025/{name}-a.yml"), format!("{head}{}", lines[cut..].concat())));
        }
    }
    if let Some(points) = state.praise {
        let text = format!(
            "period: 2025-01\nevents:\n  - {{ agent: p1, date: 2025-01-10, type: praise, points: {points}, rater: boss, evidence: x }}\n"
        );
        files.push(("events/2025/2025-01.yml".to_owned(), text));
    }
    files
}

fn evaluated(state: &State) -> (Checked, Evaluation) {
    evaluated_of(files(state))
}

fn evaluated_of(files: Vec<(String, String)>) -> (Checked, Evaluation) {
    let inputs: Vec<Input<'_>> =
        files.iter().map(|(path, text)| Input { path, text: Ok(text.as_str()) }).collect();
    let mut checked = check(&inputs, &Options::default());
    let model = checked.model.take().unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    (checked, evaluate(model, "2025-04-01".parse().unwrap()))
}

fn side<'a>((checked, evaluation): &'a (Checked, Evaluation)) -> Side<'a> {
    Side {
        evaluation,
        sources: &checked.sources,
        diagnostics: &checked.diagnostics,
        changed: &checked.changed,
    }
}

fn facts(comparison: &Comparison) -> String {
    format!("{:?}", comparison.moves)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn parts_add_up_to_the_change_whatever_the_edits(base in state(), head in state()) {
        let (base, head) = (evaluated(&base), evaluated(&head));
        let comparison = compare(side(&base), side(&head));
        for moved in &comparison.moves {
            let change = moved.change.unwrap();
            prop_assert_eq!(moved.parts.iter().map(|part| part.shown).sum::<i64>(), change);
            let exact: f64 = moved.parts.iter().map(|part| part.points).sum();
            let total = moved.after.total.unwrap() - moved.before.total.unwrap();
            prop_assert!((exact - total).abs() < 1e-9, "{exact} {total}");
        }
        prop_assert!(comparison.moves.is_empty() || !comparison.edits.is_empty());
    }

    #[test]
    fn all_groups_together_are_the_head_and_none_the_base(base in state(), head in state()) {
        let (base, head) = (evaluated(&base), evaluated(&head));
        let union = Union::new(&base.1.model, &head.1.model);
        let groups = union.differing();
        for (mixture, side) in [(union.mixed(&[]), &base.1), (union.mixed(&groups), &head.1)] {
            let index = Index::new(&mixture);
            for period in &side.periods {
                for agent in (0..3).map(AgentIx) {
                    let mixed = standing(&mixture, &index, agent, *period).total;
                    prop_assert_eq!(mixed, side.standing(agent, *period).and_then(|standing| standing.total));
                }
            }
        }
    }

    #[test]
    fn single_edits_add_up_to_the_change_and_to_their_groups(base in state(), head in state()) {
        let (base, head) = (evaluated(&base), evaluated(&head));
        let (base, head) = (side(&base), side(&head));
        let comparison = compare(base, head);
        for moved in comparison.moves.iter().take(1) {
            let explained = super::explain_move(&comparison, base, head, &moved.agent.id, moved.period).unwrap();
            let exact: f64 = explained.singles.iter().map(|single| single.points).sum();
            let total = moved.after.total.unwrap() - moved.before.total.unwrap();
            prop_assert!((exact - total).abs() < 1e-9, "{exact} {total}");
            prop_assert_eq!(explained.singles.iter().map(|single| single.shown).sum::<i64>(), moved.change.unwrap());
            for part in moved.parts.iter().filter(|_| explained.grouped) {
                let of_group = explained.singles.iter().filter(|single| single.group == part.group);
                let sum: f64 = of_group.map(|single| single.points).sum();
                prop_assert!((sum - part.points).abs() < 1e-9, "{:?} {sum} {}", part.group, part.points);
            }
        }
    }

    #[test]
    fn neither_order_nor_division_of_files_matters(base in state(), head in state()) {
        let parted = State { split: true, ..head.clone() };
        let mut turned = files(&head);
        turned.reverse();
        let (base, head, parted) = (evaluated(&base), evaluated(&head), evaluated(&parted));
        let (one, two) = (compare(side(&base), side(&head)), compare(side(&base), side(&parted)));
        prop_assert_eq!(facts(&one), facts(&two));
        let turned = evaluated_of(turned);
        prop_assert_eq!(facts(&one), facts(&compare(side(&base), side(&turned))));
        prop_assert!(compare(side(&head), side(&parted)).is_empty());
    }
}

/// A score that only two edits together make appear is owed to both by halves.
#[test]
fn a_newcomer_is_owed_to_people_and_data() {
    let groups = [super::Group::Data, super::Group::People];
    let parts = share_out(&groups, &[0.0, 0.0, 0.0, 1.0], 0, 1).unwrap();
    assert_eq!(parts.iter().map(|part| part.points).collect::<Vec<_>>(), [0.5, 0.5]);
}
