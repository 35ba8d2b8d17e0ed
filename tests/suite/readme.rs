//! The README is true: its commands run, its YAML is read without a fault, its files exist.

use crate::program::{copy, deskscore, root, warned};
use deskscore::diag::{FileId, Sink};
use deskscore::raw::{
    AgentsFile, AppealsFile, EventsFile, FrameFile, IndicatorsFile, MetricsFile, NamesFile, Organisation,
    RecommendationsFile, SchemesFile, TargetsFile, read,
};

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("the README")
}

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let text = readme();
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn commands_run_as_written() {
    let place = tempfile::tempdir().expect("a folder");
    for folder in ["data", "docs", "examples"] {
        copy(&root().join(folder), &place.path().join(folder));
    }
    let mut ran = 0;
    for line in blocks("sh").iter().flat_map(|block| block.lines()) {
        let command = line.split('#').next().unwrap_or_default().trim();
        let words: Vec<&str> = command.split_whitespace().collect();
        match words.as_slice() {
            [] | ["cargo", "test"] => {}
            ["cp", "-r", from, to] => copy(&place.path().join(from), &place.path().join(to)),
            // It ends only with the process; the browser tests run it.
            ["cargo", "run", "--release", "--", "serve", ..] => {}
            ["cargo", "run", "--release", "--", rest @ ..] => {
                let output = deskscore(rest).current_dir(place.path()).output().expect("the program starts");
                assert!(output.status.success(), "{command}: {}", warned(&output));
                ran += 1;
            }
            _ => panic!("the README has a command that this test does not know: {command}"),
        }
    }
    assert!(ran >= 8, "only {ran} commands were run");
    // From an export to a site: the second month is in it, and no fictional people of a template are.
    let site = place.path().join("my-team/site");
    assert!(site.join("en/agents/he.xiaoman.html").is_file() && site.join("index.html").is_file());
    let april = place.path().join("my-team/data/metrics/2025/2025-04-chat.yml");
    let april = std::fs::read_to_string(april).expect("the second month");
    assert!(april.contains("csat_rate: 174/188"), "{april}");
    assert!(place.path().join("my-team/.github/workflows/publish.yml").is_file());
}

#[test]
fn yaml_is_read_without_a_fault() {
    let mut seen = 0;
    for block in blocks("yaml") {
        let mut sink = Sink::new();
        let file = FileId(0);
        let known = match block.split(':').next().unwrap_or_default() {
            "name" => read::<Organisation>(&block, file, &mut sink).is_some(),
            "agents" => read::<AgentsFile>(&block, file, &mut sink).is_some(),
            "unit" => read::<FrameFile>(&block, file, &mut sink).is_some(),
            "names" => read::<NamesFile>(&block, file, &mut sink).is_some(),
            "indicators" => read::<IndicatorsFile>(&block, file, &mut sink).is_some(),
            "schemes" => read::<SchemesFile>(&block, file, &mut sink).is_some(),
            "recommendations" => read::<RecommendationsFile>(&block, file, &mut sink).is_some(),
            "targets" => read::<TargetsFile>(&block, file, &mut sink).is_some(),
            "period" => read::<MetricsFile>(&block, file, &mut sink).is_some(),
            "events" => read::<EventsFile>(&block, file, &mut sink).is_some(),
            "appeals" => read::<AppealsFile>(&block, file, &mut sink).is_some(),
            // A workflow.
            "on" => continue,
            other => panic!("the README has YAML that this test does not know: {other}"),
        };
        let faults: Vec<String> = sink.finish().into_iter().map(|fault| fault.message).collect();
        assert!(known && faults.is_empty(), "{faults:?} in\n{block}");
        seen += 1;
    }
    assert_eq!(seen, 11);
}

#[test]
fn files_that_are_named_exist() {
    for link in readme().split("](").skip(1).filter_map(|rest| rest.split(')').next().map(str::to_owned)) {
        if !link.contains("://") {
            let file = link.split('#').next().unwrap_or_default();
            assert!(root().join(file).exists(), "the README names {file}, which does not exist");
        }
    }
}
