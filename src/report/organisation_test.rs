//! Every page of the organisation for the sample and for other sizes: whole in both languages, with the numbers of `score`.

use super::sample_test::{full, with};
use super::standing::Standings;
use super::*;
use crate::diag::Code;
use crate::model::{AgentIx, IndicatorIx, Language, PeriodKind, SchemeIx, TargetIx, TeamIx};
use crate::sample::Settings;
use crate::stats::median;
use crate::view::{Figure, Table};
use serde_json::Value;

/// Fails on a key in brackets, a place that is not filled, or no number, in any text of a view.
fn said(view: &impl serde::Serialize, what: &str) {
    fn walk(value: &Value, what: &str) {
        match value {
            Value::String(text) => check(text, what),
            Value::Array(list) => list.iter().for_each(|value| walk(value, what)),
            Value::Object(map) => map.values().for_each(|value| walk(value, what)),
            _ => {}
        }
    }
    fn check(text: &str, what: &str) {
        for part in text.split('[').skip(1) {
            let inside = part.split(']').next().unwrap_or_default();
            let key = inside.len() > 2
                && inside.starts_with(|c: char| c.is_ascii_lowercase())
                && inside.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            assert!(!key, "{what}: [{inside}]");
        }
        assert!(!text.contains("{$") && !text.contains("{ $"), "{what}: {text}");
        assert!(!text.contains("NaN") && text != "–", "{what}: {text}");
    }
    walk(&serde_json::to_value(view).unwrap(), what);
}

fn figures(list: &[Figure], what: &str) {
    for figure in list {
        for text in [&figure.title, &figure.subtitle, &figure.label, &figure.summary] {
            assert!(text.len() > 3, "{what} {}: {figure:?}", figure.anchor);
        }
        figure.data.iter().for_each(|table| full(table, what));
    }
    let mut anchors: Vec<&str> = list.iter().map(|figure| figure.anchor.as_str()).collect();
    anchors.sort_unstable();
    anchors.dedup();
    assert_eq!(anchors.len(), list.len(), "{what}: anchors repeat");
}

fn tables<'t>(list: impl IntoIterator<Item = &'t Table>, what: &str) {
    for table in list {
        assert!(!table.rows.is_empty() || !table.empty.is_empty(), "{what}: {} says nothing", table.caption);
        full(table, what);
    }
}

fn every_page(reporter: &Reporter<'_>) {
    let model = &reporter.evaluation.model;
    said(&landing(reporter), "landing");
    said(&missing(reporter, "/"), "missing");
    for language in Language::ALL {
        said(&frame(reporter, language), "frame");
        let view = overview(reporter, language);
        said(&view, "overview");
        assert!(view.attention.len() <= 5 && (3..=6).contains(&view.figures.len()));
        tables([&view.teams], "overview");
        figures(&view.charts, "overview");
        for at in 0..model.teams.len().min(40) as u32 {
            let view = team_page(reporter, TeamIx(at), language);
            said(&view, "team");
            tables(view.heat.iter().chain(&view.targets), "team");
            figures(&view.charts, "team");
            figures(&view.trends, "team");
            for derivation in &view.derivations {
                assert!(derivation.rows.iter().all(|row| row.cells.iter().all(|cell| !cell.is_empty())));
            }
        }
        for at in 0..model.indicators.len() as u32 {
            let view = indicator_page(reporter, IndicatorIx(at), language);
            said(&view, "indicator");
            tables([&view.schemes, &view.values].into_iter().chain(&view.targets), "indicator");
            figures(&view.charts, "indicator");
        }
        for at in 0..model.targets.len() as u32 {
            let view = target_page(reporter, TargetIx(at), language).unwrap();
            said(&view, "target");
            assert_eq!(view.letters.iter().map(|letter| letter.checks.len()).sum::<usize>(), 24);
            assert!(view.statement.len() > 10 && !view.progress.sentence.is_empty());
            tables(&view.checkpoints, "target");
            figures(view.chart.as_slice(), "target");
        }
        for &period in &reporter.evaluation.periods {
            let view = period_page(reporter, period, language);
            said(&view, "period");
            tables(view.scores.iter().chain([&view.changes]), "period");
            figures(&view.charts, "period");
        }
        for at in 0..model.schemes.len() as u32 {
            let view = scheme_page(reporter, SchemeIx(at), language);
            said(&view, "scheme");
            tables(
                view.changes.iter().chain(view.sections.iter().filter_map(|s| s.table.as_ref())),
                "scheme",
            );
            tables(view.rules.iter().filter_map(|rule| rule.steps.as_ref()), "scheme");
            assert!(view.sections.iter().all(|section| !section.paragraphs.is_empty()));
        }
        let view = quality_page(reporter, language);
        said(&view, "quality");
        tables([&view.coverage].into_iter().chain(&view.sources).chain(&view.special), "quality");
        figures(&view.charts, "quality");
        let view = targets_page(reporter, language);
        said(&view, "targets");
        tables([&view.targets].into_iter().chain(&view.failing), "targets");
        let lists = [teams_list, indicators_list, periods_list, schemes_list];
        for list in lists {
            let view = list(reporter, language);
            said(&view, "list");
            tables(view.sections.iter().filter_map(|section| section.table.as_ref()), "list");
        }
    }
}

#[test]
fn every_page_of_the_sample_is_whole_in_both_languages() {
    with(&Settings::sample(), every_page);
}

#[test]
fn words_and_codes_are_explained_in_both_languages() {
    with(&Settings::sample(), |reporter| {
        for language in Language::ALL {
            let glossary = glossary_page(reporter, language);
            said(&glossary, "glossary");
            assert_eq!(glossary.entries.len(), super::glossary::TERMS.len());
            said(&diagnostics_page(reporter, language), "diagnostics");
            for code in Code::ALL {
                let view = diagnostic_page(reporter, *code, language);
                assert!(!view.lead.is_empty() && !view.explanation.is_empty(), "{code}");
            }
        }
    });
}

/// The median that a team's page shows is that of its members' standings, and so is the organisation's.
#[test]
fn medians_are_those_of_the_standings() {
    with(&Settings::sample(), |reporter| {
        let evaluation = reporter.evaluation;
        let period = evaluation.latest(PeriodKind::Quarter).unwrap();
        let agents = || (0..evaluation.model.agents.len() as u32).map(AgentIx);
        let all: Vec<f64> = agents()
            .filter_map(|agent| evaluation.standing(agent, period))
            .filter(|standing| standing.role == crate::model::Role::Agent)
            .filter_map(|standing| standing.total)
            .collect();
        assert_eq!(Standings::all(reporter, period).median(), median(&all));
        let shown = reporter.score(median(&all).unwrap());
        assert_eq!(overview(reporter, Language::En).figures[0].value, shown);
        for team in (0..evaluation.model.teams.len() as u32).map(TeamIx) {
            let own: Vec<f64> = evaluation
                .members(team, period)
                .into_iter()
                .filter_map(|agent| evaluation.standing(agent, period)?.total)
                .collect();
            let view = team_page(reporter, team, Language::Zh);
            assert_eq!(view.figures[0].value, reporter.score(median(&own).unwrap()));
            let derivation = view.derivations.iter().find(|d| d.anchor == format!("p-{period}")).unwrap();
            assert_eq!(derivation.score, view.figures[0].value);
        }
    });
}

/// Names of the sample are bilingual, so that what is not translated would be seen.
#[test]
fn english_pages_do_not_speak_chinese() {
    with(&Settings::sample(), |reporter| {
        let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let view = overview(reporter, Language::En);
        assert!(!han(&view.lead) && view.figures.iter().all(|f| !han(&f.label) && !han(&f.value)));
        for at in 0..reporter.evaluation.model.schemes.len() as u32 {
            let view = scheme_page(reporter, SchemeIx(at), Language::En);
            assert!(view.rules.iter().all(|rule| !han(&rule.sentence)), "{}", view.lead);
            assert!(view.sections.iter().all(|s| !han(&s.title) && s.paragraphs.iter().all(|p| !han(p))));
        }
    });
}
