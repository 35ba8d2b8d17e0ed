//! What is told: reports with the names of what they are about.

use crate::audit::{Audit, FollowUp, Report, System};
use crate::evaluate::Evaluation;
use crate::model::{Model, Period, Text};

/// An audit with the names of everything in it.
#[derive(Debug, Clone)]
pub struct Audited<'a> {
    /// The year; `None` for a table without one.
    pub year: Option<Period>,
    /// What was audited, for the record: a commit or a file.
    pub source: String,
    /// Each system.
    pub systems: Vec<Told<'a>>,
    /// What became of recommendations.
    pub follow_up: &'a [FollowUp],
    /// The facts; `None` for a table.
    pub model: Option<&'a Model>,
}

/// A report with names.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// A name for files, such as `service-2025-presale`.
    pub id: String,
    /// The title.
    pub title: Text,
    /// What was found.
    pub report: &'a Report,
    /// The system, with the year beside the year before; `None` for a table.
    pub system: Option<&'a System>,
    /// The facts; `None` for a table.
    pub model: Option<&'a Model>,
    /// What things are called.
    pub names: Names,
}

/// What things are called, in the order of the table.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Indicators.
    pub columns: Vec<Text>,
    /// Dimensions.
    pub groups: Vec<Text>,
    /// Units.
    pub units: Vec<Text>,
    /// Bands, titles and bonuses.
    pub boundaries: Vec<Text>,
}

impl Names {
    /// The ids themselves.
    #[must_use]
    pub fn of_ids(report: &Report) -> Self {
        let texts = |ids: &[String]| ids.iter().map(Text::same).collect();
        Self {
            columns: texts(&report.columns),
            groups: texts(&report.groups),
            units: texts(&report.units),
            boundaries: report.boundaries.iter().map(|boundary| Text::same(&boundary.id)).collect(),
        }
    }
}

/// The audit of an evaluation with the names of its data. `source` is a commit or folder.
#[must_use]
pub fn of_evaluation<'a>(evaluation: &'a Evaluation, audit: &'a Audit, source: String) -> Audited<'a> {
    let model = &evaluation.model;
    let system = |system: &'a System| {
        let scheme = model.scheme(system.scheme);
        let peers: Vec<&Text> = model
            .teams
            .iter()
            .filter(|team| team.peer_group == system.peers)
            .map(|team| &team.name)
            .collect();
        let (zh, en): (Vec<&str>, Vec<&str>) =
            peers.iter().map(|name| (name.zh.as_str(), name.en.as_str())).unzip();
        let title = Text::new(
            format!("{}：{}", scheme.name.zh, zh.join("、")),
            format!("{}: {}", scheme.name.en, en.join(", ")),
        );
        let report = &system.report;
        Told {
            id: format!("{}-{}", scheme.id, system.peers),
            title,
            report,
            system: Some(system),
            model: Some(model),
            names: names(evaluation, system),
        }
    };
    Audited {
        year: Some(audit.year),
        source,
        systems: audit.systems.iter().map(system).collect(),
        follow_up: &audit.follow_up,
        model: Some(model),
    }
}

fn names(evaluation: &Evaluation, system: &System) -> Names {
    let (model, report) = (&evaluation.model, &system.report);
    let known = |name: Option<&Text>, id: &str| name.cloned().unwrap_or_else(|| Text::same(id));
    let column = |id: &String| known(model.find_indicator(id).map(|ix| &model.indicator(ix).name), id);
    let unit = |id: &String| known(model.find_agent(id).map(|ix| &model.agent(ix).name), id);
    let group = |id: &String| {
        known(model.organisation.dimensions.iter().find(|of| of.id.as_str() == id).map(|of| &of.name), id)
    };
    let bands = &model.scheme(system.scheme).bands;
    let boundary = |of: &crate::audit::Boundary| {
        let band = bands.iter().find(|band| band.id.as_str() == of.id).map(|band| &band.name);
        let name = if of.kind == crate::audit::BoundaryKind::Band { band } else { None };
        known(name.or_else(|| model.find_incentive(&of.id).map(|ix| &model.incentive(ix).name)), &of.id)
    };
    Names {
        columns: report.columns.iter().map(column).collect(),
        groups: report.groups.iter().map(group).collect(),
        units: report.units.iter().map(unit).collect(),
        boundaries: report.boundaries.iter().map(boundary).collect(),
    }
}
