//! Data quality: can I trust the numbers?

use super::figure::{Saying, drawn, figure};
use super::reporter::Reporter;
use super::special::Special;
use super::voice::{Voice, say};
use super::{address, format, score_figures, sources_table};
use crate::chart::{BarRow, Bars, Reading, Status};
use crate::model::{IndicatorIx, Language};
use crate::view::{
    Attention, Cell, CellState, Column, Figure, KeyFigure, Link, Mark, QualityView, Row, Section, Shell,
    Table, Tone,
};

/// Most months of the matrix.
const MONTHS: usize = 18;
/// Shares from which a month counts as complete, nearly complete or half there: colour is for what is missing.
const STEPS: [(f64, u8); 2] = [(0.95, 3), (0.8, 2)];

/// The data-quality page in `language`.
#[must_use]
pub fn quality_page(reporter: &Reporter<'_>, language: Language) -> QualityView {
    let voice = reporter.voice(language);
    let special = Special::new(reporter);
    let mut shell = Shell::new(language, Section::Quality, "quality.html", voice.word("quality"));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    let lead = lead(reporter, voice);
    shell.description.clone_from(&lead);
    let mut effects = special.as_ref().map_or_else(Vec::new, |special| special.effects(reporter, voice));
    effects.extend(provisional(reporter, voice));
    QualityView {
        lead,
        figures: figures(reporter, voice),
        effects,
        coverage: coverage(reporter, voice),
        sources: sources_table::table(reporter, language),
        special: special.and_then(|special| special.table(reporter, language)),
        charts: by_month(reporter, voice).into_iter().collect(),
        shell,
    }
}

fn lead(reporter: &Reporter<'_>, voice: Voice<'_>) -> String {
    let coverage = &reporter.survey.coverage;
    let Some((first, last)) = coverage.months.first().zip(coverage.months.last()) else {
        return voice.word("quality-empty");
    };
    let tally = coverage.between(*first, *last);
    let Some(share) = tally.share() else { return voice.word("quality-nothing-expected") };
    let said = say!(
        voice, "quality-lead",
        share: &format::probability(share), missing: &format::number((tally.expected - tally.present) as f64, 0),
        first: &format::month(*first, voice.language), last: &format::month(*last, voice.language),
    );
    voice.sentences(&[said.into(), say!(voice, "quality-lead-faults", n: reporter.diagnostics.len()).into()])
}

fn figures(reporter: &Reporter<'_>, voice: Voice<'_>) -> Vec<KeyFigure> {
    let coverage = &reporter.survey.coverage;
    let share = |share: Option<f64>| share.map_or_else(|| voice.word("no-data"), format::probability);
    let mut figures = Vec::new();
    if let Some((first, last)) = coverage.months.first().zip(coverage.months.last()) {
        let all = coverage.between(*first, *last);
        figures.push(KeyFigure {
            target: Some(say!(
                voice, "figure-present-of",
                present: &format::number(all.present as f64, 0), expected: &format::number(all.expected as f64, 0),
            )),
            href: Some("quality.html#coverage".to_owned()),
            ..score_figures::plain(voice.word("figure-coverage-all"), share(all.share()))
        });
        let month = coverage.of_month(coverage.months.len().saturating_sub(1));
        let label = say!(voice, "figure-coverage-month", month: &format::month(*last, voice.language));
        figures.push(KeyFigure {
            target: Some(say!(
                voice, "figure-present-of",
                present: &format::number(month.present as f64, 0), expected: &format::number(month.expected as f64, 0),
            )),
            ..score_figures::plain(label, share(month.share()))
        });
    }
    figures.push(KeyFigure {
        href: Some("diagnostics.html".to_owned()),
        ..score_figures::plain(
            voice.word("diagnostics"),
            format::number(reporter.diagnostics.len() as f64, 0),
        )
    });
    figures
}

/// Scores of periods that still run.
fn provisional(reporter: &Reporter<'_>, voice: Voice<'_>) -> Option<Attention> {
    let running: Vec<_> =
        reporter.evaluation.periods.iter().filter(|period| !reporter.evaluation.complete(**period)).collect();
    let first = running.first()?;
    let names: Vec<String> = running.iter().map(|period| format::period(**period, voice.language)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Some(Attention {
        mark: Mark::new(Tone::Watch, voice.word("provisional")),
        subject: Link::new(format::period(**first, voice.language), address::period(**first)),
        reason: say!(voice, "quality-provisional", periods: &voice.list(&names)),
    })
}

/// Indicators by months: share of expected figures that are there.
fn coverage(reporter: &Reporter<'_>, voice: Voice<'_>) -> Table {
    let coverage = &reporter.survey.coverage;
    let skip = coverage.months.len().saturating_sub(MONTHS);
    let mut columns = vec![Column::text(voice.word("indicator")), Column::number(voice.word("coverage-all"))];
    columns.extend(coverage.months.iter().skip(skip).map(|month| Column::number(month.to_string())));
    let row = |at: u32| {
        let ix = IndicatorIx(at);
        let indicator = reporter.evaluation.model.indicator(ix);
        let mut cells = vec![
            Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str())),
            cell(voice, coverage.of_indicator(ix)),
        ];
        cells.extend((skip..coverage.months.len()).map(|month| cell(voice, coverage.of(ix, month))));
        Row::new(cells)
    };
    let rows = (0..reporter.evaluation.model.indicators.len() as u32).map(row).collect();
    let mut table = Table::new(voice.word("coverage-caption"), columns, rows);
    table.quiet = true;
    table.notes = vec![voice.word("coverage-note"), voice.word("coverage-note-other")];
    table
}

fn cell(voice: Voice<'_>, tally: super::coverage::Tally) -> Cell {
    match tally.share() {
        Some(share) => {
            let heat = STEPS.iter().find(|(from, _)| share >= *from).map_or(1, |step| step.1);
            let note = (share < 1.0).then(|| format!("{}/{}", tally.present, tally.expected));
            Cell { heat: Some(heat), note, ..Cell::number(format::probability(share), share) }
        }
        None if tally.other > 0 => {
            Cell { sort: Some("2".to_owned()), ..Cell::text(say!(voice, "coverage-other", n: tally.other)) }
        }
        None => Cell::empty(CellState::NotApplicable),
    }
}

/// Share of the expected figures by month; `None` when nothing is expected.
fn by_month(reporter: &Reporter<'_>, voice: Voice<'_>) -> Option<Figure> {
    let coverage = &reporter.survey.coverage;
    let skip = coverage.months.len().saturating_sub(MONTHS);
    let months: Vec<_> = coverage
        .months
        .iter()
        .enumerate()
        .skip(skip)
        .filter_map(|(at, month)| {
            coverage.of_month(at).share().map(|share| (*month, share, coverage.of_month(at)))
        })
        .collect();
    let least = months.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let bar = |(month, share, _): &(crate::model::Month, f64, super::coverage::Tally)| BarRow {
        label: month.to_string(),
        reading: Reading { value: Some(*share), text: format::probability(*share), ..Reading::default() },
        target: None,
        status: Status::NoValue,
    };
    let drawing = drawn(voice.language, |language| {
        let chart = Bars {
            title: voice.in_language(language).word("figure-coverage"),
            rows: months.iter().rev().map(bar).collect(),
            bounds: Some((0.0, 1.0)),
        };
        chart.draw(&|share| format!("{}%", format::number(share * 100.0, 0)))
    });
    let row = |(month, share, tally): &(crate::model::Month, f64, super::coverage::Tally)| {
        Row::new(vec![
            Cell::text(month.to_string()),
            Cell::number(format::number(tally.expected as f64, 0), tally.expected as f64),
            Cell::number(format::number(tally.present as f64, 0), tally.present as f64),
            Cell::number(format::probability(*share), *share),
        ])
    };
    let columns = vec![
        Column::text(voice.word("month")),
        Column::number(voice.word("coverage-expected")),
        Column::number(voice.word("coverage-present")),
        Column::number(voice.word("figure-coverage")),
    ];
    let mut data =
        Table::new(voice.word("coverage-by-month"), columns, months.iter().rev().map(row).collect());
    data.filter = false;
    let month = format::month(least.0, voice.language);
    let saying = Saying {
        title: say!(voice, "coverage-title", month: &month, share: &format::probability(least.1)),
        subtitle: voice.word("coverage-subtitle"),
        label: voice.word("coverage-by-month"),
        summary: say!(voice, "coverage-summary", month: &month, share: &format::probability(least.1), n: months.len()),
    };
    Some(figure("coverage-months", "bars", saying, drawing, Some(data)))
}
