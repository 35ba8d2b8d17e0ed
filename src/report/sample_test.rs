//! Every agent's page of the sample organisation, of an organisation of another size, and of a small shop.

use super::{
    Provenance, Reporter, agent_cards, agent_page, agents_list, derivation, ledger_pages, ranking_pages,
    search_entries, search_page,
};
use crate::audience::{Profile, see};
use crate::check::{Input, Options, check};
use crate::evaluate::evaluate;
use crate::model::{AgentIx, Language, round_to};
use crate::sample::{Settings, sorted_files};
use crate::score::contributions;
use crate::view::{AgentView, Cell, CellState, Table};

/// Runs `test` on the results of the organisation that `settings` describe.
pub(super) fn with(settings: &Settings, test: impl FnOnce(&Reporter<'_>)) {
    let files = sorted_files(settings);
    let inputs: Vec<Input<'_>> =
        files.iter().map(|file| Input { path: &file.path, text: Ok(&file.text) }).collect();
    let checked = check(&inputs, &Options::default());
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).unwrap();
    let visible =
        see(evaluate(checked.model.expect("the sample has no error"), as_of), Profile::Manager, 4, None);
    let provenance = Provenance::default();
    let reporter =
        Reporter::new(&visible, &checked.sources, &checked.diagnostics, &provenance).expect("texts");
    test(&reporter);
}

/// A frame without anything that depends on the data.
fn frame(language: Language) -> crate::view::Frame {
    crate::view::Frame {
        language,
        organisation: "Test".to_owned(),
        as_of: "2026-01-08".to_owned(),
        commit: None,
        schemes: Vec::new(),
        program: "Deskscore".to_owned(),
        notices: Vec::new(),
        periods: Vec::new(),
        confidentiality: None,
        site_url: None,
        indexable: false,
        has_ranking: true,
        everything: true,
        has_honours: false,
        has_changes: false,
        has_audit: false,
        own: None,
        audience: String::new(),
    }
}

pub(super) fn renderer(reporter: &Reporter<'_>) -> crate::render::Renderer {
    let frames = [Language::Zh, Language::En, Language::Both].map(frame);
    crate::render::Renderer::new(reporter.texts(), &frames).unwrap()
}

/// All texts of a view, through its serialised form.
pub(super) fn no_gap(view: &impl serde::Serialize, what: &str) {
    let json = serde_json::to_string(view).unwrap();
    for key in [
        "[agent-",
        "[ranking-",
        "[list-",
        "[find-",
        "[word-",
        "[no-",
        "[ledger",
        "[event-",
        "[appeal-",
        "[red-line",
    ] {
        assert!(!json.contains(key), "{what}: {key}");
    }
    assert!(!json.contains("{$") && !json.contains("{ $"), "{what}: a place is not filled");
    assert!(!json.contains("NaN") && !json.contains("\"–\""), "{what}: a bare dash or no number");
}

pub(super) fn full(table: &Table, what: &str) {
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "{what}");
        for Cell { text, state, mark, .. } in &row.cells {
            let says = !text.trim().is_empty()
                || mark.is_some()
                || matches!(state, CellState::NoData | CellState::NotApplicable | CellState::Withheld);
            assert!(says, "{what}: an empty cell in {}", table.caption);
        }
    }
}

fn every_cell_says_something(view: &AgentView) {
    let what = view.id.as_str();
    for derivation in &view.derivations {
        assert!(!derivation.steps.is_empty(), "{what} {}", derivation.label);
        for row in derivation.rows.iter() {
            assert!(row.cells.iter().all(|cell| !cell.trim().is_empty()), "{what}: {row:?}");
        }
    }
    let history = &view.history;
    assert!(history.scores.iter().all(|score| !score.is_empty()), "{what}");
    for row in &history.rows {
        assert_eq!(row.cells.len(), history.periods.len(), "{what}");
        assert!(row.cells.iter().all(|cell| !cell.is_empty()) && !row.unit.is_empty(), "{what}");
    }
    let tables = view.charts.iter().chain(&view.sheet.change).chain(&view.sheet.place);
    tables
        .filter_map(|figure| figure.data.as_ref())
        .chain(&view.postings)
        .for_each(|table| full(table, what));
}

#[test]
fn every_page_of_the_sample_is_whole_in_both_languages() {
    with(&Settings::sample(), |reporter| {
        let agents = reporter.evaluation.model.agents.len() as u32;
        assert!(agents >= 20);
        for agent in (0..agents).map(AgentIx) {
            let cards = agent_cards(reporter, agent);
            for language in Language::ALL {
                let view = agent_page(reporter, &cards, language);
                no_gap(&view, &view.id);
                every_cell_says_something(&view);
                assert_eq!(view.derivations.len(), reporter.evaluation.periods.len());
                assert!(view.shell.description.len() > 10);
            }
        }
    });
}

#[test]
fn rows_add_up_to_the_score_or_the_page_says_why_not() {
    with(&Settings::sample(), |reporter| {
        let mut said = 0;
        for agent in (0..reporter.evaluation.model.agents.len() as u32).map(AgentIx) {
            let cards = agent_cards(reporter, agent);
            let view = agent_page(reporter, &cards, Language::En);
            for card in cards.cards.iter().filter(|card| card.total.is_some()) {
                let total = card.total.unwrap();
                let sum: f64 = contributions(card).iter().map(|part| part.contribution).sum();
                let capped =
                    card.steps.iter().any(|step| matches!(step, crate::score::CardStep::Capped { .. }));
                assert!(capped || (sum + card.by_events - total).abs() < 1e-9);
                let anchor = format!("p-{}", card.period);
                let derivation = view.derivations.iter().find(|d| d.anchor == anchor).unwrap();
                assert_eq!(derivation.score, reporter.score(total));
                if card.segments.len() != 1 || capped || !card.events.is_empty() {
                    continue;
                }
                let shown: f64 = derivation.rows.iter().filter_map(|row| contribution(row.cells[3])).sum();
                let explained = derivation.steps.iter().any(|step| step.text.contains("before rounding"));
                assert_eq!(round_to(shown, 2) != round_to(total, 2), explained, "{} {anchor}", view.id);
                said += usize::from(explained);
            }
        }
        assert!(said > 0, "some rows must differ by rounding, else this test tests nothing");
    });
}

/// `91.2 × 15% = 13.68` → 13.68
fn contribution(cell: &str) -> Option<f64> {
    cell.rsplit_once("= ")?.1.replace('−', "-").parse().ok()
}

#[test]
fn an_agent_who_is_not_rated_is_told_what_is_needed() {
    with(&Settings::sample(), |reporter| {
        let unrated = reporter.evaluation.periods.iter().flat_map(|period| {
            (0..reporter.evaluation.model.agents.len() as u32)
                .map(AgentIx)
                .filter(|agent| {
                    reporter.evaluation.standing(*agent, *period).is_some_and(|s| s.total.is_none())
                })
                .map(|agent| (agent, *period))
        });
        let mut seen = 0;
        for (agent, period) in unrated {
            let view = agent_page(reporter, &agent_cards(reporter, agent), Language::En);
            let anchor = format!("p-{period}");
            let derivation = view.derivations.iter().find(|d| d.anchor == anchor).unwrap();
            assert!(derivation.score.parse::<f64>().is_err() && derivation.steps[0].text.len() > 12);
            seen += 1;
        }
        assert!(seen > 5);
    });
}

#[test]
fn a_page_of_twelve_months_and_indicators_is_small() {
    with(&Settings::sized(12, 12, 12), |reporter| {
        let renderer = renderer(reporter);
        for agent in (0..12).map(AgentIx) {
            let cards = agent_cards(reporter, agent);
            for language in Language::ALL {
                let page = renderer.page(&agent_page(reporter, &cards, language)).unwrap();
                assert!(page.len() < 92_000, "{} bytes", page.len());
            }
        }
    });
}

#[test]
fn rankings_and_lists_of_the_sample_are_whole_and_say_the_same_in_both_languages() {
    with(&Settings::sample(), |reporter| {
        let count = reporter.evaluation.model.agents.len();
        let pages = Language::ALL.map(|language| ranking_pages(reporter, language));
        let paths =
            |at: usize| pages[at].iter().map(|page| page.shell.counterpart.clone()).collect::<Vec<_>>();
        let own = |at: usize| pages[at].iter().map(|page| page.shell.path.clone()).collect::<Vec<_>>();
        assert_eq!((paths(0), paths(1)), (own(1), own(0)));
        assert!(own(0).contains(&"zh/ranking.html".to_owned()) && own(0).len() > 6);
        for page in pages.iter().flatten() {
            no_gap(page, &page.shell.path);
            for group in &page.groups {
                full(&group.table, &page.shell.path);
                group
                    .chart
                    .iter()
                    .filter_map(|chart| chart.data.as_ref())
                    .for_each(|table| full(table, "chart"));
            }
            page.unranked.iter().for_each(|table| full(table, &page.shell.path));
            let mut people: Vec<&str> = page
                .groups
                .iter()
                .flat_map(|group| &group.table.rows)
                .chain(page.unranked.iter().flat_map(|table| &table.rows))
                .filter_map(|row| row.cells[0].href.as_deref())
                .collect();
            let all = people.len();
            people.sort_unstable();
            people.dedup();
            assert!(people.len() == all && all <= count, "{}: nobody stands twice", page.shell.path);
        }
        for language in Language::ALL {
            let lists = agents_list(reporter, language);
            let rows: usize = lists
                .iter()
                .flat_map(|list| &list.sections)
                .flat_map(|s| &s.table)
                .map(|t| t.rows.len())
                .sum();
            assert_eq!((lists.len(), rows), (1, count));
            lists.iter().for_each(|list| no_gap(list, "agents"));
            lists
                .iter()
                .flat_map(|list| &list.sections)
                .flat_map(|s| &s.table)
                .for_each(|table| full(table, "agents"));
            let page = search_page(reporter, language);
            no_gap(&page, "search");
            let entries = search_entries(reporter, language);
            assert!(
                entries
                    .iter()
                    .all(|entry| !entry.label.is_empty() && entry.keys == entry.keys.to_lowercase())
            );
            assert!(
                entries
                    .iter()
                    .any(|entry| entry.href == "agents/fan.dongzhi.html" && entry.keys.contains("fdz"))
            );
        }
    });
}

#[test]
fn a_large_organisation_has_pages_by_group_and_team() {
    with(&Settings::sized(340, 3, 4), |reporter| {
        let pages = ranking_pages(reporter, Language::Zh);
        assert!(
            pages.len() > 20 && pages.iter().all(|page| page.groups.iter().all(|g| g.table.rows.len() < 300))
        );
        let linked: Vec<String> = pages[0].groups[0]
            .table
            .rows
            .iter()
            .filter_map(|row| row.cells[0].href.as_ref().map(|href| format!("zh/{href}")))
            .collect();
        assert_eq!(linked, pages[1..].iter().map(|page| page.shell.path.clone()).collect::<Vec<_>>());
        let lists = agents_list(reporter, Language::Zh);
        assert_eq!(lists.len(), lists[0].sections[0].links.len() + 1);
        let rows: usize =
            lists.iter().flat_map(|list| &list.sections).flat_map(|s| &s.table).map(|t| t.rows.len()).sum();
        assert_eq!(rows, 340);
    });
}

#[test]
fn a_shop_of_three_has_whole_pages() {
    with(&Settings::sized(3, 2, 4), |reporter| {
        for agent in (0..3).map(AgentIx) {
            let cards = agent_cards(reporter, agent);
            for language in Language::ALL {
                let view = agent_page(reporter, &cards, language);
                no_gap(&view, &view.id);
                every_cell_says_something(&view);
            }
        }
        assert!(!ranking_pages(reporter, Language::En).is_empty());
    });
}

#[test]
fn the_ledger_of_the_sample_tells_every_event_and_leaves_no_gap() {
    with(&Settings::sample(), |reporter| {
        let ledger = &reporter.evaluation.model.ledger;
        for language in Language::ALL {
            let pages = ledger_pages(reporter, language);
            let [page] = pages.as_slice() else { panic!("one page is enough for the sample") };
            no_gap(page, "ledger");
            let tables: Vec<&Table> =
                page.sections.iter().filter_map(|section| section.table.as_ref()).collect();
            tables.iter().for_each(|table| full(table, "ledger"));
            let by_month = page.sections.iter().filter(|section| section.anchor.starts_with("m-"));
            let rows: usize =
                by_month.filter_map(|section| section.table.as_ref()).map(|t| t.rows.len()).sum();
            assert_eq!(rows, ledger.events().len());
            let told = page.sections.iter().filter(|section| section.anchor != "counts");
            let told = told.filter_map(|section| section.table.as_ref());
            let sensitive = told.flat_map(|table| &table.rows).filter(|row| row.sensitive).count();
            // Deductions and red lines by month, red lines and appeals again at the head; counts by type name nobody.
            let hidden = ledger.events().iter().filter(|event| event.nature.is_sensitive()).count();
            let red = ledger.events().iter().filter(|event| event.case.is_some()).count();
            assert_eq!(sensitive, hidden + red + ledger.appeals().len());
        }
    });
}

#[test]
fn a_red_line_and_events_are_told_in_the_derivation_with_their_lines() {
    with(&Settings::sample(), |reporter| {
        let model = &reporter.evaluation.model;
        let told = |agent: &str, period: &str| {
            let agent = model.find_agent(agent).expect("an agent");
            let period =
                reporter.evaluation.periods.iter().find(|known| known.to_string() == period).unwrap();
            let derivation = derivation(reporter, Language::En, &reporter.evaluation.card(agent, *period));
            let with_line = derivation.steps.iter().filter(|step| step.source.is_some()).count();
            (derivation.steps.iter().map(|step| step.text.as_str()).collect::<Vec<_>>().join("\n"), with_line)
        };
        let (text, lines) = told("wu.guyu", "2025-04");
        assert!(
            text.contains("the score earns “Excellent”") && text.contains("“Adequate” at most"),
            "{text}"
        );
        assert_eq!(lines, 1, "{text}");
        let (text, lines) = told("zhao.min", "2025-06");
        assert!(text.contains("add 7 and deduct 0; at most 5 and 10 count in a month: +5.00"), "{text}");
        assert_eq!(lines, 3, "{text}");
        let (text, _) = told("zhao.min", "2025-q2");
        assert!(text.contains("+1.67 from events (mean over 3 scored months)"), "{text}");
        let red = model.find_agent("wu.guyu").expect("an agent");
        let quarter =
            reporter.evaluation.periods.iter().find(|known| known.to_string() == "2025-q2").unwrap();
        assert_eq!(reporter.evaluation.red_lines(red, *quarter).count(), 1);
        assert!(reporter.evaluation.standing(red, *quarter).is_some_and(|standing| standing.no_bonus));
    });
}
