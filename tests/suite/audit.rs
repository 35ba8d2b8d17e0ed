//! The audit: every planted defect is found, none is raised on the clean twin, and threads change no digit.
//!
//! `DESKSCORE_WRITE_SAMPLE=1 cargo test --test suite audit` writes both examples anew.

use crate::program::{copy, root, run, said, warned};
use deskscore::audit::{Again, Audit, Check, Finding, Item, Report, Row, Severity, Verdict, audit};
use deskscore::check::{Input, Options, check};
use deskscore::evaluate::{Evaluation, evaluate};
use deskscore::model::{Limit, Month, Period};
use deskscore::sample::{AUDIT_SEED, File, Settings, audit_example, sorted_files};

fn evaluated(files: &[File]) -> Evaluation {
    let inputs: Vec<Input<'_>> =
        files.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    let checked = check(&inputs, &Options::default());
    let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).expect("a day");
    evaluate(checked.model.expect("an example without errors"), day)
}

fn audited(defects: bool) -> Audit {
    let year = Period::year_of(Month::parse("2025-01").expect("a month"), 1);
    audit(&evaluated(&audit_example(AUDIT_SEED, defects)), year, 1)
}

fn report(audit: &Audit) -> &Report {
    assert_eq!(audit.systems.len(), 1, "three teams are one peer group");
    &audit.systems[0].report
}

#[test]
fn the_examples_are_what_the_generator_gives() {
    for (name, defects) in [("audit-defects", true), ("audit-clean", false)] {
        let folder = root().join("examples").join(name).join("data");
        let mut bytes = 0;
        for file in audit_example(AUDIT_SEED, defects) {
            let path = folder.join(&file.path);
            bytes += file.text.len();
            if std::env::var_os("DESKSCORE_WRITE_SAMPLE").is_some() {
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                std::fs::write(&path, &file.text).expect("written");
            }
            let known = std::fs::read_to_string(&path).expect("the example is written");
            assert!(known == file.text, "{} is not what the generator gives", path.display());
        }
        assert!(bytes < 300_000, "{name} has {bytes} bytes");
    }
}

/// What was found of an indicator, by id; of pairs, either.
fn found(report: &Report, row: Row, finding: Finding, id: &str) -> bool {
    let at = report.columns.iter().position(|column| column == id).expect("an indicator");
    let about = |item: &Item| match item {
        Item::Column(column) | Item::Threshold(column, _) => *column == at,
        Item::Pair(a, b) => *a == at || *b == at,
        _ => false,
    };
    let check: &Check = report.check(row).expect("a check");
    check
        .flags
        .iter()
        .any(|flag| flag.finding == finding && flag.severity > Severity::Note && about(&flag.item))
}

#[test]
fn every_planted_defect_is_found() {
    let audit = audited(true);
    let report = report(&audit);
    let planted = [
        (Row::DoubleCounting, Finding::DoubleCounted, "reply_on_shift"),
        (Row::Within, Finding::Redundant, "reply_on_shift"),
        (Row::Degenerate, Finding::Constant, "form_filled"),
        (Row::Edges, Finding::Saturated, "process_kept"),
        (Row::Bunching, Finding::Bunched, "first_contact"),
        (Row::Within, Finding::Conflict, "article_used"),
        (Row::Drift, Finding::Drifting, "csat"),
        (Row::SmallSamples, Finding::FewCases, "mentor_rated"),
        (Row::Across, Finding::Silent, "closed_in_day"),
        (Row::Dominance, Finding::Dominant, "qa_pass"),
    ];
    let missed: Vec<_> =
        planted.iter().filter(|(row, finding, id)| !found(report, *row, *finding, id)).collect();
    assert!(missed.is_empty(), "not found: {missed:?}\n{report:#?}");
    assert_eq!(report.verdict, Verdict::Fail);
    assert_eq!(report.actions.len(), 3);
    assert!(report.actions.iter().all(|action| action.flag.item.column().is_some()), "{:?}", report.actions);
}

#[test]
fn nothing_is_raised_on_the_clean_twin() {
    let audit = audited(false);
    let report = report(&audit);
    let raised: Vec<_> = report
        .checks
        .iter()
        .flat_map(|check| check.flags.iter().map(move |flag| (check.row, flag)))
        .filter(|(_, flag)| flag.severity > Severity::Note)
        .collect();
    assert!(raised.is_empty(), "{raised:#?}");
    let passed = report.checks.iter().filter(|check| check.verdict == Verdict::Pass).count();
    assert_eq!((passed, report.verdict), (22, Verdict::Pass), "every check says something");
}

#[test]
fn threads_change_no_digit() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let three = rayon::ThreadPoolBuilder::new().num_threads(3).build().expect("a pool");
    let (one, other) = (alone.install(|| audited(true)), three.install(|| audited(true)));
    assert!(one == other);
}

#[test]
fn the_command_tells_it_in_every_form() {
    let data = root().join("examples/audit-defects/data").display().to_string();
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().display().to_string();
    let text = run(["audit", "--data", &data, "--lang", "en"]);
    assert!(text.status.success(), "{}", warned(&text));
    assert!(said(&text).contains("Overall: red"), "{}", said(&text));
    let red = run(["audit", "--data", &data, "--fail-on", "red", "--format", "json"]);
    assert_eq!(red.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_str(&said(&red)).expect("JSON");
    assert_eq!(document["systems"][0]["checks"].as_array().map(Vec::len), Some(22));
    for homeless in ["csv", "text,json"] {
        assert_eq!(
            run(["audit", "--data", &data, "--format", homeless]).status.code(),
            Some(2),
            "{homeless}"
        );
    }
    let several = run(["audit", "--data", &data, "--format", "csv,markdown,json", "--out", &out]);
    assert!(several.status.success(), "{}", warned(&several));
    let written = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("a file");
    assert_eq!(written("coast-coast/ranges.csv").lines().count(), 37);
    assert!(written("audit.md").starts_with("# 指标体系年度审计"), "{}", written("audit.md"));
    assert_eq!(written("audit.json").trim_end(), said(&red).trim_end());
    assert_eq!(run(["audit", "--data", &data, "--year", "1999"]).status.code(), Some(2));
}

#[test]
fn a_table_from_elsewhere_is_audited_by_its_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.display().to_string()
    };
    let mut csv = "country,LifeExp,Mortality,Income\n".to_owned();
    for n in 0..25 {
        let x = f64::from(n);
        csv.push_str(&format!(
            "c{n:02},{},{},{}\n",
            60.0 + x,
            90.0 - 2.0 * x + f64::from(n % 3),
            1.5 * x + f64::from(n % 5)
        ));
    }
    let table = write("index.csv", &csv);
    let frame = "unit: country\ngroups:\n  health: { weight: 1 }\n  wealth: { weight: 1 }\nindicators:\n  LifeExp: { group: health }\n  Mortality: { group: health, direction: -1 }\n  Income: { group: wealth }\n";
    let good = write("frame.yml", frame);
    let told = run(["audit", "--table", &table, "--frame", &good, "--format", "json"]);
    assert!(told.status.success(), "{}", warned(&told));
    let document: serde_json::Value = serde_json::from_str(&said(&told)).expect("JSON");
    let checks = document["systems"][0]["checks"].as_array().expect("checks");
    let importance = checks[7]["tables"][0]["rows"].as_array().expect("rows");
    let weights: Vec<f64> = importance.iter().filter_map(|row| row[1].as_f64()).collect();
    assert_eq!(weights, [0.25, 0.25, 0.5]);
    let shares: f64 = importance.iter().filter_map(|row| row[2].as_f64()).sum();
    assert!((shares - 1.0).abs() < 1e-9, "covariance shares total 1: {shares}");
    let refused = run(["audit", "--table", &table, "--frame", &good, "--format", "recommendations"]);
    assert_eq!(refused.status.code(), Some(2), "a table has no schemes: {}", said(&refused));
    let bad = write("bad.yml", &frame.replace("group: wealth", "group: weelth"));
    let refused = run(["audit", "--table", &table, "--frame", &bad]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(warned(&refused).contains("did you mean `wealth`"), "{}", warned(&refused));
    let odd = write("odd.csv", &csv.replace("c03,63", "c03,sixty"));
    let refused = run(["audit", "--table", &odd, "--frame", &good]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(warned(&refused).contains("`sixty` is not a number"), "{}", warned(&refused));
}

/// The audit of the sample organisation in `year`, with few draws.
fn of_sample(year: &str) -> (Evaluation, Audit) {
    let mut evaluation = evaluated(&sorted_files(&Settings::sample()));
    evaluation.model.audit = evaluation.model.audit.with(Limit::Draws, 100.0).with(Limit::Runs, 64.0);
    let year = Period::parse(year, 1).expect("a year");
    let found = audit(&evaluation, year, 1);
    (evaluation, found)
}

#[test]
fn the_year_before_is_put_beside_and_threads_change_no_digit_of_it() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let three = rayon::ThreadPoolBuilder::new().num_threads(3).build().expect("a pool");
    let ((evaluation, one), (_, other)) =
        (alone.install(|| of_sample("2025")), three.install(|| of_sample("2025")));
    assert!(one == other);
    for system in &one.systems {
        let of = &system.year_on_year;
        let steps = of.rules.as_ref().expect("every team had a scheme in 2024");
        assert!(steps.iter().all(|step| !step.difference.is_empty()), "schemes changed for 2025");
        let own = |unit: &deskscore::audit::Crossing, year: Period, total: Option<f64>| {
            let given = evaluation.standing(unit.agent, year).and_then(|standing| standing.total);
            assert_eq!(given, total, "by the rules of its own year a score is the one given");
        };
        of.now.units.iter().for_each(|unit| own(unit, one.year, unit.totals.1));
        of.then.units.iter().for_each(|unit| own(unit, of.before, unit.totals.0));
        if let Ok(split) = &of.split {
            assert!((split.people + split.yardstick - split.change()).abs() < 1e-9);
            assert!((split.change() + split.others - split.whole()).abs() < 1e-9);
        }
    }
    assert!(one.systems.iter().any(|system| system.year_on_year.split.is_ok()));
    // Four people handle complaints: nothing is concluded from them.
    assert!(one.systems.iter().any(|system| system.year_on_year.now.summary.is_err()));
    let (_, first) = of_sample("2024");
    assert!(first.systems.iter().all(|system| system.year_on_year.rules.is_err()), "there is no 2023");
}

#[test]
fn recommendations_of_last_year_are_followed_up() {
    let (evaluation, found) = of_sample("2025");
    let of = |id: &str| {
        let known = |at: usize| evaluation.model.recommendations[at].id.as_str() == id;
        found.follow_up.iter().filter(|one| known(one.recommendation)).collect::<Vec<_>>()
    };
    let exam = of("2024-service-exam");
    assert_eq!(exam.len(), 2, "its scheme held two peer groups");
    assert!(exam.iter().all(|one| one.overdue && one.again == Again::Found && one.flag.is_some()));
    assert!(of("2024-service-frt-within").iter().all(|one| !one.overdue && one.again == Again::Gone));
    assert_eq!(of("2024-service-training").len(), 1, "it names a peer group");
    assert!(of("2024-complaints-cross-team").iter().all(|one| one.again == Again::Flagged && !one.overdue));
}

/// What is recommended can be committed as it is written: it has no fault, stands in canonical form, and the same audit finds each
/// point again.
#[test]
fn the_recommendations_read_back_clean() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples/audit-defects/data"), &folder.path().join("data"));
    let data = folder.path().join("data").display().to_string();
    let written = run(["audit", "--data", &data, "--format", "recommendations", "--out", &data]);
    assert!(written.status.success(), "{}", warned(&written));
    let text = std::fs::read_to_string(folder.path().join("data/recommendations/2025.yml")).expect("written");
    assert_eq!(text.matches("status: open").count(), 3, "{text}");
    let checked = run(["check", "--data", &data]);
    assert!(
        warned(&checked).is_empty() || warned(&checked).contains("0 errors, 0 warnings"),
        "{}",
        warned(&checked)
    );
    let canonical = run(["fmt", "--check", &data]);
    assert!(canonical.status.success(), "{}{}", said(&canonical), warned(&canonical));
    let again = run(["audit", "--data", &data, "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&said(&again)).expect("JSON");
    let followed = document["follow_up"].as_array().expect("a list");
    assert_eq!(followed.len(), 3);
    assert!(
        followed.iter().all(|one| one["found_again"] == "found" && one["status"] == "open"),
        "{followed:?}"
    );
    let told = run(["audit", "--data", &data, "--lang", "en"]);
    assert!(said(&told).contains("3 recommendations: 3 not decided"), "{}", said(&told));
    assert!(said(&told).contains("0 found again"), "they are its own: {}", said(&told));
}
