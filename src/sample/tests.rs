//! The generator's own laws; that `data/` is what it gives is tested in `tests/suite/sample_data.rs`.

use super::calendar::{Month, day};
use super::cast::cast;
use super::*;
use std::collections::{BTreeMap, BTreeSet};

fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no file {path}")).text
}

/// The figure of `indicator` in the line of `id`.
fn cell<'a>(file: &'a str, id: &str, indicator: &str) -> Option<&'a str> {
    let line = file.lines().find(|line| line.trim_start().starts_with(&format!("{id}:")))?;
    let (_, rest) = line.split_once(&format!(" {indicator}: "))?;
    rest.split([',', ' ']).next()
}

#[test]
fn same_settings_give_the_same_bytes_and_another_seed_does_not() {
    assert_eq!(sorted_files(&Settings::sample()), sorted_files(&Settings::sample()));
    let sized = Settings::sized(30, 3, 12);
    assert_eq!(sorted_files(&sized), sorted_files(&sized));
    let other = sorted_files(&Settings { seed: 2, ..sized.clone() });
    assert_ne!(
        text(&sorted_files(&sized), "metrics/2025/2025-01.yml"),
        text(&other, "metrics/2025/2025-01.yml")
    );
}

#[test]
fn paths_are_unique_and_files_end_with_a_line_feed() {
    for settings in [Settings::sample(), Settings::sized(30, 14, 20)] {
        let files = sorted_files(&settings);
        let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths.len(), files.len());
        for file in &files {
            assert!(
                file.text.ends_with('\n') && !file.text.contains('\r') && !file.text.contains('\t'),
                "{}",
                file.path
            );
        }
    }
}

/// A line per agent, a cell per indicator, and nobody's figures depend on who else is there.
#[test]
fn a_larger_organisation_keeps_the_lines_of_a_smaller_one() {
    let (small, large) =
        (sorted_files(&Settings::sized(30, 2, 12)), sorted_files(&Settings::sized(31, 3, 12)));
    for path in ["metrics/2025/2025-01.yml", "metrics/2025/2025-02.yml"] {
        let lines = |files: &[File]| -> Vec<String> {
            text(files, path).lines().filter(|line| line.starts_with("  a0")).map(str::to_owned).collect()
        };
        let (small, large) = (lines(&small), lines(&large));
        assert_eq!((small.len(), large.len()), (30, 31));
        assert_eq!(small[..], large[..30]);
        assert!(small.iter().all(|line| line.matches(": ").count() == 1 + 1 + 12), "{}", small[0]);
    }
}

#[test]
fn weights_of_any_number_of_indicators_total_one_hundred() {
    for indicators in [1, 7, 12, 19, 40, 150] {
        let files = sorted_files(&Settings::sized(3, 1, indicators));
        let weights = text(&files, "schemes/standard.yml").split("weight: ").skip(1);
        let total: u32 = weights.filter_map(|rest| rest.split(',').next()?.parse::<u32>().ok()).sum();
        assert_eq!(total, 100, "{indicators} indicators");
        let catalogue = text(&files, "indicators/catalogue.yml");
        let ids: BTreeSet<&str> =
            catalogue.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")).collect();
        assert_eq!(ids.len(), indicators);
        assert_eq!(catalogue.matches("\n    name:").count(), indicators);
    }
}

#[test]
fn no_share_exceeds_its_cases() {
    let above_one =
        ["first_response_time", "avg_reply_interval", "csat_avg", "aov", "qa_score", "communication_score"];
    let sums: BTreeSet<&str> = above_one.into_iter().chain(["resolution_time", "aht"]).collect();
    let mut seen = 0;
    for file in sorted_files(&Settings::sample()).iter().filter(|file| file.path.starts_with("metrics/")) {
        for cell in
            file.text.lines().filter(|line| line.starts_with("  ")).flat_map(|line| line.split([',', '{']))
        {
            let Some((indicator, figure)) = cell.trim().trim_end_matches(" }").split_once(": ") else {
                continue;
            };
            let Some((a, b)) = figure.split_once('/') else { continue };
            let (Ok(a), Ok(b)) = (a.parse::<f64>(), b.parse::<f64>()) else { continue };
            assert!(b > 0.0, "{}: {cell}", file.path);
            assert!(sums.contains(indicator) || a <= b, "{}: {cell}", file.path);
            seen += 1;
        }
    }
    assert!(seen > 5_000, "{seen} pairs");
}

/// The baseline of a target against the sums read from the written files.
#[test]
fn baselines_are_what_the_files_say() {
    let files = sorted_files(&Settings::sample());
    let (mut satisfied, mut ratings) = (0, 0);
    for month in 1..=6 {
        let file = text(&files, &format!("metrics/2025/2025-{month:02}-chat.yml"));
        let (a, b) = cell(file, "lin.wei", "csat_rate").and_then(|it| it.split_once('/')).expect("a pair");
        satisfied += a.parse::<u32>().expect("a count");
        ratings += b.parse::<u32>().expect("a count");
    }
    let written = text(&files, "targets/2025/presale.yml");
    assert!(written.contains(&format!("counts: {satisfied}/{ratings}, from: 2025-01, to: 2025-06")));
    for file in files.iter().filter(|file| file.path.starts_with("targets/")) {
        assert!(!file.text.contains("{{"), "{}: a placeholder was not filled", file.path);
    }
}

#[test]
fn what_happened_is_in_the_files() {
    let files = sorted_files(&Settings::sample());
    let base = |month: &str| text(&files, &format!("metrics/{}/{month}.yml", &month[..4])).to_owned();
    assert!(files.iter().all(|file| file.path != "metrics/2025/2025-02-email.yml"), "a lost export");
    assert_eq!(cell(&base("2025-04"), "sun.qingming", "days"), Some("6/21"), "long leave");
    assert_eq!(cell(&base("2025-03"), "fan.dongzhi", "exam_pass_rate"), Some("n/a"), "no duty");
    assert_eq!(cell(&base("2025-03"), "zhou.bailu", "cross_team_cases"), Some("0"), "a true zero");
    assert_eq!(cell(&base("2025-08"), "guo.xiazhi", "qa_score"), None, "not supplied");
    assert!(text(&files, "metrics/2024/2024-09-chat.yml").contains("csat_rate: { value: "), "reconstructed");
    assert_eq!(cell(&base("2025-08"), "cao.lichun", "days"), None, "moved: rows by team");
    for team in ["aftersale", "priority"] {
        let moved = text(&files, &format!("metrics/2025/2025-08-{team}.yml"));
        assert!(moved.contains(&format!("team: {team} ")) && cell(moved, "cao.lichun", "days").is_some());
    }
    for (gone, last) in [("song.xiaoshu", "2025-03"), ("gao.hanlu", "2025-09")] {
        assert_eq!(cell(&base(last), gone, "days"), None, "{gone} has left");
    }
}

#[test]
fn a_month_is_split_at_the_day_of_a_transfer() {
    let people: BTreeMap<String, _> =
        cast().into_iter().map(|person| (person.id.to_string(), person)).collect();
    assert_eq!(people.len(), 24);
    let days = |id: &str, month| people[id].stints(month).iter().map(|stint| stint.days).collect::<Vec<_>>();
    assert_eq!(days("cao.lichun", Month::of(2025, 8)), [17, 14]);
    assert_eq!(days("zhou.bailu", Month::of(2025, 3)), [22]);
    assert_eq!(days("song.xiaoshu", Month::of(2025, 2)), [14]);
    assert!(days("song.xiaoshu", Month::of(2025, 3)).is_empty());
    for person in people.values() {
        assert!(person.joined > day(2000, 1, 1) && person.postings[0].from == person.joined, "{}", person.id);
    }
}
