//! One system of the audit in one language, or in both at once: what each section is made from.

use super::Dossier;
use crate::audit::{Check, Item, Population, Report, Row, Sheet, Value};
use crate::chart::Drawing;
use crate::findings::{Told, Words};
use crate::model::{IndicatorIx, Language, Limit, Model};
use crate::report::{Drawn, Reporter, Shown, Voice, drawn, number};
use crate::view::Argument;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One system in one language, or in both at once.
#[derive(Clone)]
pub(super) struct Case<'a> {
    /// Whose pages they are.
    pub(super) dossier: &'a Dossier<'a>,
    /// The report with names.
    pub(super) told: &'a Told<'a>,
    /// Who was audited, with the table.
    pub(super) population: &'a Population,
    /// The language.
    pub(super) voice: Voice<'a>,
    units: Arc<BTreeMap<&'a str, usize>>,
}

impl<'a> Case<'a> {
    /// The case of a system.
    pub(super) fn new(
        dossier: &'a Dossier<'a>,
        told: &'a Told<'a>,
        population: &'a Population,
        language: Language,
    ) -> Self {
        let units = told.report.units.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
        Self { dossier, told, population, voice: dossier.reporter.voice(language), units: Arc::new(units) }
    }

    /// What `draw` draws, in each language of this case: words have widths.
    pub(super) fn drawn(&self, draw: impl Fn(&Self) -> Drawing) -> Drawn {
        drawn(self.voice.language, |language| {
            draw(&Self { voice: self.voice.in_language(language), ..self.clone() })
        })
    }

    /// Results and words of the site.
    pub(super) const fn reporter(&self) -> &'a Reporter<'a> {
        self.dossier.reporter
    }

    /// What was found.
    pub(super) const fn report(&self) -> &'a Report {
        self.told.report
    }

    /// The facts.
    pub(super) const fn model(&self) -> &'a Model {
        &self.dossier.reporter.evaluation.model
    }

    /// The words of findings.
    pub(super) const fn words(&self) -> Words<'a> {
        Words { voice: self.voice, told: self.told }
    }

    /// A text of these pages.
    pub(super) fn word(&self, key: &str) -> String {
        self.voice.word(&format!("audited-{key}"))
    }

    /// A text of these pages with its arguments.
    pub(super) fn say(&self, key: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        self.voice.say(&format!("audited-{key}"), arguments)
    }

    /// The address of a section of this system's page.
    pub(super) fn address(&self, anchor: &str) -> String {
        format!("audit/{}.html#{anchor}", self.told.id)
    }

    /// The address of a table as CSV.
    pub(super) fn csv(&self, name: &str) -> String {
        format!("csv/audit-{}-{name}.csv", self.told.id)
    }

    /// The check of a row.
    pub(super) fn check(&self, row: Row) -> Option<&'a Check> {
        self.report().check(row)
    }

    /// A table of a check.
    pub(super) fn sheet(&self, row: Row, name: &str) -> Option<Rows<'a>> {
        let sheet = self.check(row)?.sheets.iter().find(|sheet| sheet.name == name)?;
        (!sheet.rows.is_empty()).then_some(Rows { sheet })
    }

    /// The position of an indicator.
    pub(super) fn column(&self, id: &str) -> Option<usize> {
        self.report().columns.iter().position(|of| of == id)
    }

    /// The name of an indicator.
    pub(super) fn column_name(&self, at: usize) -> &'a str {
        self.told.names.columns.get(at).map_or("", |text| self.voice.name(text))
    }

    /// The name of an indicator by its id.
    pub(super) fn indicator(&self, id: &'a str) -> &'a str {
        self.column(id).map_or(id, |at| self.column_name(at))
    }

    /// The name of a unit.
    pub(super) fn unit_name(&self, at: usize) -> &'a str {
        self.told.names.units.get(at).map_or("", |text| self.voice.name(text))
    }

    /// The name of a unit by its id.
    pub(super) fn unit(&self, id: &'a str) -> &'a str {
        self.units.get(id).map_or(id, |at| self.unit_name(*at))
    }

    /// The name of a dimension by its id.
    pub(super) fn group(&self, id: &'a str) -> &'a str {
        let at = self.report().groups.iter().position(|of| of == id);
        at.and_then(|at| self.told.names.groups.get(at)).map_or(id, |text| self.voice.name(text))
    }

    /// The indicator of the data at a position of the table.
    pub(super) fn data_indicator(&self, at: usize) -> Option<IndicatorIx> {
        self.reporter().evaluation.model.find_indicator(self.report().columns.get(at)?)
    }

    /// How values of an indicator are shown.
    pub(super) fn shown(&self, at: usize) -> Option<Shown<'a>> {
        let precision = self.reporter().evaluation.model.indicator(self.data_indicator(at)?).precision;
        Some(self.reporter().shown(precision, self.voice.language))
    }

    /// A limit in force.
    pub(super) fn limit(&self, limit: Limit) -> f64 {
        self.report().limits.get(limit)
    }

    /// Whether the build took fewer draws or points than the data asks for.
    pub(super) fn reduced(&self, limit: Limit) -> bool {
        self.reporter().evaluation.model.audit.get(limit) != self.limit(limit)
    }

    /// The flags about an indicator, over all checks.
    pub(super) fn flags_of(&self, at: usize) -> impl Iterator<Item = &'a crate::audit::Flag> {
        let about = move |item: &Item| match item {
            Item::Pair(a, b) => *a == at || *b == at,
            item => item.column() == Some(at),
        };
        self.report().checks.iter().flat_map(|check| &check.flags).filter(move |flag| about(&flag.item))
    }
}

/// The rows of a table, read by the keys of its columns.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    /// The table.
    pub(super) sheet: &'a Sheet,
}

impl<'a> Rows<'a> {
    /// All rows.
    pub(super) fn all(self) -> impl Iterator<Item = Line<'a>> {
        self.sheet.rows.iter().map(move |cells| Line { sheet: self.sheet, cells })
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    sheet: &'a Sheet,
    cells: &'a [Value],
}

impl<'a> Line<'a> {
    fn value(self, key: &str) -> Option<&'a Value> {
        self.cells.get(self.sheet.columns.iter().position(|of| *of == key)?)
    }

    /// A number.
    pub(super) fn number(self, key: &str) -> Option<f64> {
        match self.value(key)? {
            Value::Number(number) => Some(*number),
            Value::Count(count) => Some(*count as f64),
            _ => None,
        }
    }

    /// An id or key.
    pub(super) fn text(self, key: &str) -> &'a str {
        match self.value(key) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }
}

/// A share in per cent.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", number(share * 100.0, 1))
}
