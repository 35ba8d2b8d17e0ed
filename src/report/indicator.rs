//! The page of an indicator: how it is measured, who is outside what chance explains, how it is scored.

use super::cell::{self, mark};
use super::count_cell::{counts, counts_text};
use super::format::{self, short_number};
use super::reporter::Reporter;
use super::series::Series;
use super::trend_figure::{Course, finding_title, trend_figure};
use super::units::{Chance, Units};
use super::voice::{Voice, say};
use super::{
    address, comparisons, goal_rows, indicator_charts, indicator_words, rule_words, scheme_rules, subject,
    workload, yearly,
};
use crate::model::{Indicator, IndicatorIx, Language, Period, Subject};
use crate::view::{
    Cell, CellState, Column, Figure, IndicatorView, KeyFigure, Link, Mark, Row, Section, Shell, Table, Tone,
};

/// The page of an indicator in `language`.
#[must_use]
pub fn indicator_page(reporter: &Reporter<'_>, ix: IndicatorIx, language: Language) -> IndicatorView {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(ix);
    let series = Series::new(reporter, Subject::Organisation, ix);
    let units = reporter.survey.period.map(|period| Units::new(reporter, ix, period));
    let name = voice.name(&indicator.name);
    let mut shell =
        Shell::new(language, Section::Indicators, &address::indicator(indicator.id.as_str()), name);
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("indicators"), "indicators.html"),
    ];
    let lead = lead(reporter, voice, indicator, &series, units.as_ref());
    shell.description.clone_from(&lead);
    IndicatorView {
        lead,
        definition: indicator_words::definition(reporter, language, indicator),
        description: Some(voice.name(&indicator.definition).to_owned()).filter(|text| !text.is_empty()),
        figures: figures(reporter, language, ix, units.as_ref()),
        charts: charts(reporter, language, ix, &series, units.as_ref()),
        scoring: scoring(reporter, language, ix),
        schemes: schemes(reporter, language, ix),
        values: values(reporter, language, ix, units.as_ref()),
        // They are about single teams and people too.
        comparisons: match reporter.visible.everything() {
            true => {
                let mut sections = comparisons::sections(reporter, language, ix);
                sections.extend(yearly::of_indicator(reporter, language, ix));
                sections
            }
            false => Vec::new(),
        },
        targets: goal_rows::of_indicator(reporter, language, ix),
        source: reporter.dated_source(indicator.span),
        shell,
    }
}

fn lead(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    indicator: &Indicator,
    series: &Series,
    units: Option<&Units>,
) -> String {
    let shown = reporter.shown(indicator.precision, voice.language);
    let finding = finding_title(voice, shown, voice.name(&indicator.name), series.finding(indicator));
    let finding = say!(voice, "sentence", text: &finding);
    let Some((units, period)) = units.zip(reporter.survey.period) else { return finding };
    let judged = units.list.iter().filter(|unit| unit.chance.is_some()).count();
    if judged == 0 {
        return finding;
    }
    let period = format::period(period, voice.language);
    let key = if units.teams { "indicator-lead-teams" } else { "indicator-lead-agents" };
    let outside = say!(voice, key, period: &period, judged: judged, outside: units.count(Chance::Outside));
    voice.sentences(&[finding.into(), outside.into()])
}

/// Value of the organisation, units outside, weight.
fn figures(
    reporter: &Reporter<'_>,
    language: Language,
    ix: IndicatorIx,
    units: Option<&Units>,
) -> Vec<KeyFigure> {
    let (voice, words) = (reporter.voice(language), reporter.words(language));
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    let Some((units, period)) = units.zip(reporter.survey.period) else { return Vec::new() };
    let reading = reporter.reading(Subject::Organisation, ix, period);
    let before = reporter.reading(Subject::Organisation, ix, period.previous());
    let label = format::period(period, language);
    let plain = |label: String, value: String| KeyFigure {
        label,
        value,
        unit: None,
        target: None,
        change: None,
        mark: None,
        href: None,
        spark: None,
    };
    let value = reading.value.map_or_else(|| words.no_data.clone(), |value| shown.value(value));
    let change = reading.value.zip(before.value).map(|(now, then)| {
        let before = format::period(period.previous(), language);
        say!(voice, "change-since", change: &shown.change(now - then), period: &before)
    });
    let mut figures = vec![KeyFigure {
        target: counts_text(&reading).map(|counts| say!(voice, "figure-counts", counts: &counts)),
        change,
        href: Some("#course".to_owned())
            .map(|at| format!("{}{at}", address::indicator(indicator.id.as_str()))),
        ..plain(say!(voice, "figure-organisation", period: &label), value)
    }];
    let key = if units.teams { "figure-teams-with-value" } else { "figure-agents-with-value" };
    figures.push(plain(voice.word(key), units.list.len().to_string()));
    if units.list.iter().any(|unit| unit.chance.is_some()) {
        let outside = units.count(Chance::Outside);
        figures.push(KeyFigure {
            target: Some(say!(voice, "figure-outside-of", n: units.count(Chance::Edge))),
            ..plain(voice.word("figure-outside"), outside.to_string())
        });
    }
    if let Some(load) = workload::workload(reporter, ix, units, period) {
        let (volume, days) = (short_number(load.volume, 0), short_number(load.days, 1));
        figures.push(KeyFigure {
            target: Some(say!(voice, "figure-agent-day-of", volume: &volume, days: &days)),
            ..plain(voice.word("figure-agent-day"), short_number(load.per_agent_day(), 1))
        });
    }
    if let Some((_, item)) = reporter.survey.item_of_most(reporter.evaluation, ix) {
        let weight = format!("{}%", short_number(item.weight, 2));
        figures.push(KeyFigure {
            target: Some(voice.word("figure-weight-most")),
            ..plain(words.weight.clone(), weight)
        });
    }
    figures
}

fn charts(
    reporter: &Reporter<'_>,
    language: Language,
    ix: IndicatorIx,
    series: &Series,
    units: Option<&Units>,
) -> Vec<Figure> {
    let who = subject::link(reporter, language, Subject::Organisation).text;
    let course = Course {
        anchor: "course",
        subject: Subject::Organisation,
        who: &who,
        indicator: ix,
        bounds: None,
        still: false,
    };
    let mut charts = vec![trend_figure(reporter, language, course, series)];
    if let Some((units, period)) = units.zip(reporter.survey.period) {
        charts.extend(indicator_charts::funnel(reporter, language, ix, period, units));
        charts.extend(indicator_charts::spread(reporter, language, ix, period, units));
    }
    charts
}

/// The curve of the scheme used by most agents.
fn scoring(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Option<Figure> {
    let (_, item) = reporter.survey.item_of_most(reporter.evaluation, ix)?;
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    scheme_rules::curve(reporter.voice(language), shown, indicator, &item.rule, "curve")
}

fn schemes(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Table {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let indicator = model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    let row = |scheme: &crate::model::Scheme| {
        let item = scheme.item(ix)?;
        let href = format!("{}#rule-{}", address::scheme(scheme.id.as_str()), indicator.id);
        Some(Row::new(vec![
            Cell::link(voice.name(&scheme.name), href),
            Cell::text(scheme.from.to_string()),
            Cell::text(scheme.to.map_or_else(|| voice.word("until-open"), |to| to.to_string())),
            Cell::number(format!("{}%", short_number(item.weight, 2)), item.weight),
            Cell::text(rule_words::short(voice, shown, &item.rule)),
        ]))
    };
    let columns = vec![
        Column::text(voice.word("scheme")),
        Column::text(voice.word("from")),
        Column::text(voice.word("until")),
        Column::number(voice.word("weight")),
        Column::text(voice.word("rule")),
    ];
    let mut sorted: Vec<&crate::model::Scheme> = model.schemes.iter().collect();
    sorted.sort_by(|a, b| b.from.cmp(&a.from).then(a.id.cmp(&b.id)));
    let rows = sorted.into_iter().filter_map(row).collect();
    let mut table =
        Table::new(say!(voice, "indicator-schemes", indicator: voice.name(&indicator.name)), columns, rows);
    table.empty =
        voice.word(if indicator.context_only { "indicator-context-only" } else { "indicator-no-scheme" });
    table
}

fn values(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx, units: Option<&Units>) -> Table {
    let (voice, words) = (reporter.voice(language), reporter.words(language));
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    let period = reporter.survey.period;
    let label = period.map(|period| format::period(period, language)).unwrap_or_default();
    let teams = units.is_some_and(|units| units.teams);
    let mut columns = vec![Column::text(voice.word(if teams { "team" } else { "agent" }))];
    if !teams {
        columns.push(Column::text(voice.word("team")).minor());
    }
    columns.extend([
        Column::number(words_cases(voice)),
        Column::number(voice.word("counts")).minor(),
        Column::number(voice.word("value")).unit(shown.unit_or(words)),
        Column::text(voice.word("against-chance")),
    ]);
    let mut rows = units.zip(period).map_or_else(Vec::new, |(units, period)| {
        units.list.iter().map(|unit| value_row(reporter, language, indicator, period, unit, teams)).collect()
    });
    let withheld = units.map_or(&[][..], |units| &units.withheld);
    rows.extend(withheld.iter().map(|team| {
        let mut cells = vec![subject::cell(reporter, language, Subject::Team(*team))];
        cells.resize(columns.len(), Cell::empty(CellState::Withheld));
        Row::new(cells)
    }));
    let name = voice.name(&indicator.name);
    let mut table =
        Table::new(say!(voice, "indicator-values", indicator: name, period: &label), columns, rows);
    table.empty = say!(voice, "indicator-no-values", indicator: name, period: &label);
    table.notes = vec![voice.word("chance-note")];
    table.csv = (!table.rows.is_empty()).then(|| format!("csv/indicator-{}.csv", indicator.id));
    table
}

fn words_cases(voice: Voice<'_>) -> String {
    voice.word("cases-head")
}

fn value_row(
    reporter: &Reporter<'_>,
    language: Language,
    indicator: &Indicator,
    period: Period,
    unit: &super::units::Unit,
    teams: bool,
) -> Row {
    let (voice, words) = (reporter.voice(language), reporter.words(language));
    let shown = reporter.shown(indicator.precision, language);
    let reading = &unit.reading;
    let model = &reporter.evaluation.model;
    let (name, derivation) = match unit.subject {
        Subject::Agent(agent) => {
            let href = address::derivation(model.agent(agent).id.as_str(), period);
            (subject::agent_cell(reporter, language, agent), Some(href))
        }
        Subject::Team(team) => {
            let href =
                format!("{}#{}", address::team(model.team(team).id.as_str()), address::period_anchor(period));
            (subject::cell(reporter, language, unit.subject), Some(href))
        }
        Subject::Organisation => (subject::cell(reporter, language, unit.subject), None),
    };
    let mut cells = vec![name];
    if let (false, Subject::Agent(agent)) = (teams, unit.subject) {
        let team = reporter.evaluation.standing(agent, period).and_then(|standing| standing.team);
        cells.push(subject::team_cell(reporter, language, team));
    }
    let n = reading
        .n
        .map_or_else(|| Cell::text(words.without_count.clone()), |n| Cell::number(format::number(n, 0), n));
    let mut value = cell::reading(reading, shown, false, words);
    value.href = derivation.filter(|_| reading.value.is_some());
    cells.extend([n, counts(reading, words), value, chance_cell(reporter, voice, unit.chance)]);
    Row::new(cells)
}

/// How a value stands to what chance explains, in words.
fn chance_cell(reporter: &Reporter<'_>, voice: Voice<'_>, chance: Option<Chance>) -> Cell {
    let words = reporter.words(voice.language);
    match chance {
        Some(Chance::Outside) => {
            Cell { sort: Some("0".to_owned()), ..Cell::text(voice.word("chance-outside")) }
        }
        Some(Chance::Edge) => Cell { sort: Some("1".to_owned()), ..Cell::text(voice.word("chance-edge")) },
        Some(Chance::Within) => {
            Cell { sort: Some("2".to_owned()), ..Cell::text(voice.word("chance-within")) }
        }
        None => Cell::mark(Mark { tone: Tone::NoValue, ..mark(Tone::NoValue, words) }),
    }
}
