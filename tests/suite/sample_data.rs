//! The datasets of the repository: `data/` is what the generator gives, byte for byte; it and the examples are without
//! fault; the sample shows every state and policy that it is there to show; the examples give the numbers of their sources.
//!
//! `DESKSCORE_WRITE_SAMPLE=1 cargo test --test suite sample_data` writes `data/` anew. Where figures of closed months moved it
//! mends their digests in `src/sample/texts/closed.yml` too, and the next run is built with them.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that reads the folders on disk"
)]

use chrono::NaiveDate;
use deskscore::canon::{Order, canonical};
use deskscore::check::{Input, Options, check, noun_at};
use deskscore::diag::short;
use deskscore::goals::{Class, GoalResult, Letter, Mark, State, judge_all};
use deskscore::model::{AgentIx, Model, Month, Period};
use deskscore::sample::{File, Settings, sorted_files};
use deskscore::score::{Index, Scorecard, Verdict, scorecard};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Files = BTreeMap<String, String>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Relative path and text of every file below `folder`, the schemas left out: they have a writer and a test of their own.
fn on_disk(folder: &Path) -> Files {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|it| it.file_type().is_file());
    files
        .map(|file| {
            let relative = file
                .path()
                .strip_prefix(folder)
                .expect("below the folder")
                .to_string_lossy()
                .replace('\\', "/");
            (relative, fs::read_to_string(file.path()).expect("readable text"))
        })
        .filter(|(path, _)| !path.starts_with("schema/"))
        .collect()
}

/// What the generator gives, in canonical form, as `generate --sample` writes it.
fn generated(settings: &Settings) -> Files {
    let form = |file: File| {
        let order = Order::of(noun_at(&file.path).expect("a data file"));
        let text = canonical(&file.text, &order).unwrap_or_else(|reason| panic!("{}: {reason}", file.path));
        (file.path, text)
    };
    sorted_files(settings).into_iter().map(form).collect()
}

/// The files with the digests of closed months as the facts give them now. A change of the generator moves the figures of
/// closed months; in the sample that is no correction, so the text that the generator holds is mended as well.
fn refrozen(mut files: Files) -> Files {
    let inputs: Vec<Input<'_>> = files.iter().map(|(path, text)| Input { path, text: Ok(text) }).collect();
    let checked = check(&inputs, &Options { as_of: Some(as_of()), folder: "data".to_owned() });
    let mut closed = files["closed.yml"].clone();
    for (month, digest) in &checked.changed {
        let (before, own) = closed.split_once(&format!("\n  {month}:")).expect("the month is closed");
        let end = own.find("\n  2").unwrap_or(own.len());
        let at = own[..end].rfind("sha256:").expect("a digest");
        closed = format!("{before}\n  {month}:{}{digest}{}", &own[..at], &own[at + digest.len()..]);
    }
    if !checked.changed.is_empty() {
        fs::write(root().join("src/sample/texts/closed.yml"), &closed).expect("written");
        files.insert("closed.yml".to_owned(), closed);
    }
    files
}

/// The day on which the sample is looked at: its last figures are those of December 2025.
fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 8).expect("a date")
}

/// The facts of files that have no fault, not even a warning.
fn faultless(files: &Files, name: &str) -> Model {
    let inputs: Vec<Input<'_>> = files.iter().map(|(path, text)| Input { path, text: Ok(text) }).collect();
    let checked = check(&inputs, &Options { as_of: Some(as_of()), folder: name.to_owned() });
    let said = short(&checked.diagnostics, &checked.sources);
    assert!(said.is_empty(), "faults in {name}:\n{said}");
    checked.model.expect("no fault, so there is a model")
}

fn month(text: &str) -> Period {
    Period::month(Month::parse(text).expect("a month"))
}

/// The total of `agent`, rounded to two decimals.
fn total(model: &Model, agent: &str, period: Period) -> Option<f64> {
    let ix = model.find_agent(agent).unwrap_or_else(|| panic!("no agent {agent}"));
    let card = scorecard(model, &Index::new(model), ix, period);
    card.total.map(|total| (total * 100.0).round() / 100.0)
}

#[test]
fn the_sample_is_what_the_generator_gives() {
    let (mut expected, data) = (generated(&Settings::sample()), root().join("data"));
    if std::env::var("DESKSCORE_WRITE_SAMPLE").is_ok() {
        expected = refrozen(expected);
        for (path, text) in &expected {
            let path = data.join(path);
            fs::create_dir_all(path.parent().expect("has a parent")).expect("folder");
            fs::write(path, text).expect("written");
        }
    }
    let found = on_disk(&data);
    let paths = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&found), paths(&expected), "files of data/");
    for (path, text) in &expected {
        assert!(found.get(path) == Some(text), "data/{path} differs from what the generator gives");
    }
}

#[test]
fn generated_organisations_of_any_size_have_no_fault() {
    for (agents, months, indicators) in [(1, 1, 2), (30, 12, 12), (13, 2, 45)] {
        let settings = Settings::sized(agents, months, indicators);
        let model = faultless(&generated(&settings), &format!("{agents} agents, {indicators} indicators"));
        assert_eq!((model.agents.len(), model.indicators.len()), (agents, indicators));
        assert_eq!((model.months().len(), model.targets.len()), (months, settings.targets));
    }
}

fn goals(model: &Model) -> BTreeMap<String, GoalResult> {
    let results = judge_all(model, &Index::new(model), as_of());
    results.into_iter().map(|goal| (model.target(goal.target).id.to_string(), goal)).collect()
}

#[test]
fn goals_of_the_sample_show_every_state_and_every_letter() {
    let model = faultless(&generated(&Settings::sample()), "data");
    let goals = goals(&model);
    assert!(goals.len() >= 40, "{} goals", goals.len());
    let overview: String = goals
        .iter()
        .map(|(id, goal)| {
            let mark = |letter| goal.letter(letter);
            let letters = [Letter::S, Letter::M, Letter::A, Letter::R, Letter::T].map(mark);
            let progress = &goal.progress;
            let failed: Vec<&str> =
                goal.checks.iter().filter(|it| it.mark == Mark::Fail).map(|it| it.reason).collect();
            format!(
                "{id}: {:?} {:?} {:?} {letters:?} {:?} {failed:?}\n",
                progress.state, progress.value, progress.probability, goal.achievability.class
            )
        })
        .collect();
    let states: BTreeSet<State> = goals.values().map(|goal| goal.progress.state).collect();
    let all = [
        State::NotStarted,
        State::NotMeasurable,
        State::PendingData,
        State::Attained,
        State::Missed,
        State::Locked,
        State::OnTrack,
        State::AtRisk,
        State::OffTrack,
    ];
    assert!(all.iter().all(|state| states.contains(state)), "states {states:?} of\n{overview}");
    for letter in [Letter::S, Letter::M, Letter::A, Letter::R, Letter::T] {
        for mark in [Mark::Pass, Mark::Warn, Mark::Fail] {
            assert!(
                goals.values().any(|goal| goal.letter(letter) == mark),
                "{letter:?} {mark:?} in\n{overview}"
            );
        }
    }
    assert!(goals.values().any(GoalResult::is_smart), "one good goal at least of\n{overview}");
    for class in [Class::AlreadyMet, Class::Challenging, Class::Implausible] {
        assert!(goals.values().any(|goal| goal.achievability.class == class), "{class:?} in\n{overview}");
    }
    if std::env::var("DESKSCORE_SHOW_GOALS").is_ok() {
        println!("{overview}");
    }
}

#[test]
fn scores_of_the_sample_show_policies_and_bands() {
    let model = faultless(&generated(&Settings::sample()), "data");
    let index = Index::new(&model);
    let card =
        |agent: &str, period| scorecard(&model, &index, model.find_agent(agent).expect("an agent"), period);
    let verdict = |agent: &str, at: &str| card(agent, month(at)).verdict;
    assert_eq!(verdict("zhou.bailu", "2025-03"), Verdict::Observed, "month of joining");
    assert_eq!(verdict("gao.hanlu", "2025-10"), Verdict::NotInService);
    assert!(matches!(verdict("sun.qingming", "2025-04"), Verdict::TooLittleService { .. }), "long leave");
    assert!(matches!(verdict("tang.dashu", "2025-03"), Verdict::TooLittleWeight { .. }), "missing month");
    let quarter = Period::quarter_of(Month::parse("2025-08").expect("a month"), 1);
    assert!(card("cao.lichun", quarter).segments.len() >= 2, "a transfer makes segments");
    let bands: BTreeSet<usize> = (0..model.agents.len() as u32)
        .flat_map(|n| model.periods().into_iter().map(move |period| (n, period)))
        .filter_map(|(n, period)| scorecard(&model, &index, AgentIx(n), period).band)
        .collect();
    assert_eq!(bands, BTreeSet::from([0, 1, 2, 3, 4]), "every band is reached by someone");
}

/// What acted on a card: verdict, steps, and for each item its reading, rule, limits and channels.
fn acted(card: &Scorecard) -> Vec<String> {
    let word = |debug: String| debug.split([' ', '(']).next().unwrap_or_default().to_owned();
    let mut words = vec![word(format!("{:?}", card.verdict))];
    words.extend(card.steps.iter().map(|step| word(format!("{step:?}"))));
    words.extend((!card.months.is_empty()).then(|| "MeanOfMonths".to_owned()));
    for item in card.segments.iter().flat_map(|segment| &segment.items) {
        words.push(word(format!("{:?}", item.reading.state)));
        words.push(word(format!("{:?}", item.rule.rule)));
        words.push(format!("Rule{}", word(format!("{:?}", item.rule.choice))));
        let also = [
            (item.reading.pooled_months > 0, "Pooled"),
            (item.reading.reconstructed, "Reconstructed"),
            (item.points_before_limits.is_some(), "Limited"),
            (item.points.is_some_and(|points| points > 100.0), "AboveHundred"),
            (!item.channels.is_empty(), "ByChannel"),
            (item.points == Some(0.0) && item.reading.value.is_none(), "MissingIsZero"),
        ];
        words.extend(also.iter().filter(|(is, _)| *is).map(|(_, word)| (*word).to_owned()));
    }
    words
}

#[test]
fn every_rule_and_policy_acts_somewhere_in_the_sample() {
    let model = faultless(&generated(&Settings::sample()), "data");
    let index = Index::new(&model);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for n in 0..model.agents.len() as u32 {
        for period in model.periods() {
            let words = acted(&scorecard(&model, &index, AgentIx(n), period));
            words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
        }
    }
    let rules = ["Linear", "Attainment", "Steps", "Piecewise", "Deduction", "AllOrNothing", "Range"];
    let choices = ["RuleStandard", "RuleLevel", "RuleNewcomer", "ByChannel"];
    let readings =
        ["Measured", "TooSmall", "WithoutCount", "Missing", "NotApplicable", "Pooled", "Reconstructed"];
    let verdicts = ["Rated", "NotInService", "Observed", "TooLittleService", "TooLittleWeight"];
    let policies = ["CombinedByDays", "MeanOfMonths", "Limited", "AboveHundred", "MissingIsZero"];
    let wanted = [&rules[..], &choices, &readings, &verdicts, &policies].concat();
    let absent: Vec<&&str> = wanted.iter().filter(|word| !counts.contains_key(**word)).collect();
    assert!(absent.is_empty(), "nothing shows {absent:?} among {counts:#?}");
    if std::env::var("DESKSCORE_SHOW_GOALS").is_ok() {
        println!("{counts:?}");
    }
}

/// Domain notes, part C: the worked reference, the same with a missing value, and the same by the ratio method.
#[test]
fn source_003_gives_its_worked_numbers() {
    let model = faultless(&on_disk(&root().join("examples/003-five-indicators/data")), "003");
    let march = month("2025-03");
    let totals = ["agent.a", "agent.b", "agent.c"].map(|agent| total(&model, agent, march));
    assert_eq!(totals, [Some(86.17), Some(83.73), Some(89.66)]);
}

/// 30·100 + 40·82.5 + 30·94 and 30·0 + 40·87.5 + 30·95, in hundredths.
#[test]
fn source_004_case_1_gives_its_worked_numbers() {
    let model = faultless(&on_disk(&root().join("examples/004-case-1/data")), "004");
    let totals = ["agent.a", "agent.b"].map(|agent| total(&model, agent, month("2025-03")));
    assert_eq!(totals, [Some(91.2), Some(63.5)]);
}

#[test]
fn a_small_shop_needs_fewer_than_sixty_lines() {
    let files = on_disk(&root().join("examples/small-shop/data"));
    let lines: usize = files.values().map(|text| text.lines().count()).sum();
    assert!(lines < 60, "{lines} lines");
    let model = faultless(&files, "small shop");
    assert_eq!((model.agents.len(), model.indicators.len()), (3, 4));
    let totals = ["xiao.he", "xiao.lu", "xiao.tao"].map(|agent| total(&model, agent, month("2025-03")));
    assert_eq!(totals, [Some(87.5), Some(77.67), Some(50.11)]);
}
