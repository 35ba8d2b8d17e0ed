//! Lists of teams, indicators, periods and schemes.

use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::{Voice, say};
use super::{address, closing, format, indicator_words, scheme, teams_table};
use crate::model::{DimensionIx, IndicatorIx, Language, Period, PeriodKind, Scheme, Subject};
use crate::view::{Cell, CellState, Column, Link, ListSection, ListView, Row, Section, Shell, Table};

fn shell(voice: Voice<'_>, section: Section, key: &str, lead: &str) -> Shell {
    let mut shell = Shell::new(voice.language, section, &format!("{key}.html"), voice.word(key));
    shell.crumbs = vec![Link::new(voice.word("overview"), "index.html")];
    lead.clone_into(&mut shell.description);
    shell
}

fn section(anchor: impl Into<String>, title: impl Into<String>, table: Table) -> ListSection {
    let table = Some(Table { quiet: true, ..table });
    ListSection { anchor: anchor.into(), title: title.into(), note: None, links: Vec::new(), table }
}

/// The teams in `language`.
#[must_use]
pub fn teams_list(reporter: &Reporter<'_>, language: Language) -> ListView {
    let voice = reporter.voice(language);
    let lead = say!(voice, "teams-lead", n: reporter.evaluation.model.teams.len());
    let table = teams_table::table(reporter, language, reporter.survey.period);
    let title =
        reporter.survey.period.map_or_else(|| voice.word("teams"), |period| format::period(period, language));
    ListView {
        sections: vec![section("teams", title, table)],
        shell: shell(voice, Section::Teams, "teams", &lead),
        lead,
    }
}

/// The indicators by dimension in `language`.
#[must_use]
pub fn indicators_list(reporter: &Reporter<'_>, language: Language) -> ListView {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let lead = say!(voice, "indicators-lead", n: model.indicators.len());
    let of = |(at, dimension): (usize, &crate::model::Dimension)| {
        let name = voice.name(&dimension.name);
        let rows: Vec<Row> = (0..model.indicators.len() as u32)
            .map(IndicatorIx)
            .filter(|ix| model.indicator(*ix).dimension == DimensionIx(at as u32))
            .map(|ix| indicator_row(reporter, language, ix))
            .collect();
        let columns = vec![
            Column::text(voice.word("indicator")),
            Column::text(voice.word("definition-formula")).minor(),
            Column::text(voice.word("definition-direction")).minor(),
            Column::number(voice.word("value")),
            Column::number(voice.word("figure-weight-head")),
        ];
        let caption = say!(voice, "indicators-caption", dimension: name);
        (!rows.is_empty())
            .then(|| section(format!("d-{}", dimension.id), name, Table::new(caption, columns, rows)))
    };
    let sections = model.organisation.dimensions.iter().enumerate().filter_map(of).collect();
    ListView { sections, shell: shell(voice, Section::Indicators, "indicators", &lead), lead }
}

fn indicator_row(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Row {
    let voice = reporter.voice(language);
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, language);
    let href = address::indicator(indicator.id.as_str());
    let value = match reporter.survey.period {
        Some(period) => {
            let reading = reporter.reading(Subject::Organisation, ix, period);
            let cell = super::cell::reading(&reading, shown, true, reporter.words(language));
            Cell { href: Some(format!("{href}#course")).filter(|_| reading.value.is_some()), ..cell }
        }
        None => Cell::empty(CellState::NoData),
    };
    let weight = match reporter.survey.item_of_most(reporter.evaluation, ix) {
        Some((_, item)) => Cell::number(format!("{}%", format::short_number(item.weight, 2)), item.weight),
        None => Cell::text(voice.word("not-scored")),
    };
    Row::new(vec![
        Cell::link(voice.name(&indicator.name), href),
        Cell::text(indicator_words::formula(voice, &indicator.measure)),
        Cell::text(voice.word(indicator_words::direction(indicator.direction))),
        value,
        weight,
    ])
}

/// The periods in `language`: years, quarters, months, each newest first.
#[must_use]
pub fn periods_list(reporter: &Reporter<'_>, language: Language) -> ListView {
    let voice = reporter.voice(language);
    let lead = say!(voice, "periods-lead", n: reporter.evaluation.periods.len());
    let kinds =
        [(PeriodKind::Quarter, "quarters"), (PeriodKind::Month, "months"), (PeriodKind::Year, "years")];
    let of = |(kind, key): (PeriodKind, &str)| {
        let rows: Vec<Row> = reporter
            .evaluation
            .of_kind(kind)
            .rev()
            .map(|period| period_row(reporter, language, period))
            .collect();
        let columns = vec![
            Column::text(voice.word("period")),
            Column::text(voice.word("status")),
            Column::number(voice.word("members")),
            Column::number(voice.word("figure-rated")),
            Column::number(voice.word("median-score")),
        ];
        let caption = say!(voice, "periods-caption", kind: &voice.word(key));
        (!rows.is_empty()).then(|| section(key, voice.word(key), Table::new(caption, columns, rows)))
    };
    let sections = kinds.into_iter().filter_map(of).collect();
    ListView { sections, shell: shell(voice, Section::Periods, "periods", &lead), lead }
}

fn period_row(reporter: &Reporter<'_>, language: Language, period: Period) -> Row {
    let voice = reporter.voice(language);
    let standings = Standings::all(reporter, period);
    let mark = closing::mark(reporter, voice, period);
    let number = |count: usize| Cell::number(format::number(count as f64, 0), count as f64);
    let median = standings.median();
    Row::new(vec![
        Cell {
            sort: Some(period.to_string()),
            ..Cell::link(format::period(period, language), address::period(period))
        },
        Cell::mark(mark),
        number(standings.members),
        number(standings.rated),
        median.map_or_else(|| Cell::text(voice.word("not-scored")), |m| Cell::number(reporter.score(m), m)),
    ])
}

/// The schemes in `language`, newest first.
#[must_use]
pub fn schemes_list(reporter: &Reporter<'_>, language: Language) -> ListView {
    let voice = reporter.voice(language);
    let model = &reporter.evaluation.model;
    let lead = say!(voice, "schemes-lead", n: model.schemes.len());
    let mut schemes: Vec<&Scheme> = model.schemes.iter().collect();
    schemes.sort_by(|a, b| b.from.cmp(&a.from).then(a.id.cmp(&b.id)));
    let row = |scheme: &&Scheme| {
        let teams: Vec<&str> = scheme.teams.iter().map(|team| voice.name(&model.team(*team).name)).collect();
        let scope = match teams.as_slice() {
            [] => voice.word("all-teams"),
            few if few.len() <= 6 => voice.list(few),
            many => say!(voice, "count-teams", n: many.len()),
        };
        Row::new(vec![
            Cell::link(voice.name(&scheme.name), address::scheme(scheme.id.as_str())),
            Cell::text(scheme.version.clone()),
            Cell { sort: Some(scheme.from.to_string()), ..Cell::text(scheme::in_force(voice, scheme)) },
            Cell::text(scope),
            Cell::number(format::number(scheme.items.len() as f64, 0), scheme.items.len() as f64),
        ])
    };
    let columns = vec![
        Column::text(voice.word("scheme")),
        Column::text(voice.word("scheme-version")),
        Column::text(voice.word("scheme-force")),
        Column::text(voice.word("scheme-scope")),
        Column::number(voice.word("indicators")),
    ];
    let table = Table::new(voice.word("schemes-caption"), columns, schemes.iter().map(row).collect());
    let section = section("schemes", voice.word("schemes-caption"), table);
    ListView { sections: vec![section], shell: shell(voice, Section::Schemes, "schemes", &lead), lead }
}
