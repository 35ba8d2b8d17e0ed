//! Which noun a file belongs to, by its path.

use super::whole_file;
use crate::diag::{Code, Diagnostic, FileId, Sink, Sources, suggest};
use crate::model::Month;
use crate::raw::Noun;

/// Where a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// A small file of this noun.
    Noun(Noun),
    /// Metrics; the month that its name and folder agree on, if they do.
    Metrics(Option<Month>),
    /// Events; the month that its name and folder agree on, if they do.
    Events(Option<Month>),
    /// Not data, and known not to be: schemas, read-me files.
    Aside,
    /// Nothing that the format knows.
    Unknown,
}

/// The noun of the file at `path` below the data folder, if data is kept there.
#[must_use]
pub fn noun_at(path: &str) -> Option<Noun> {
    match route(path) {
        Route::Noun(noun) => Some(noun),
        Route::Metrics(_) => Some(Noun::Metrics),
        Route::Events(_) => Some(Noun::Events),
        Route::Aside | Route::Unknown => None,
    }
}

const FOLDERS: &[&str] = &[
    "indicators",
    "agents",
    "schemes",
    "targets",
    "incentives",
    "metrics",
    "events",
    "appeals",
    "alerts",
    "cycle",
    "reviews",
    "rosters",
    "recommendations",
    "maps",
];
const FILES: &[&str] = &["deskscore.yml", "teams.yml", "names.yml", "pay.yml", "closed.yml", "audit.yml"];

/// The route of the file at `path` below the data folder.
pub(super) fn route(path: &str) -> Route {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    if path.starts_with("reviews/") && name.ends_with(".md") && !name.eq_ignore_ascii_case("readme.md") {
        return Route::Noun(Noun::Reviews);
    }
    if path.starts_with("schema/") || name.ends_with(".md") {
        return Route::Aside;
    }
    let Some(stem) = name.strip_suffix(".yml").or_else(|| name.strip_suffix(".yaml")) else {
        return Route::Unknown;
    };
    match (folder.split('/').next().unwrap_or_default(), stem) {
        ("", "deskscore") => Route::Noun(Noun::Organisation),
        ("", "teams") => Route::Noun(Noun::Teams),
        ("", "closed") => Route::Noun(Noun::Closed),
        ("", "names") => Route::Noun(Noun::Names),
        ("", "pay") => Route::Noun(Noun::Pay),
        ("", "audit") => Route::Noun(Noun::Audit),
        ("indicators", _) => Route::Noun(Noun::Indicators),
        ("agents", _) => Route::Noun(Noun::Agents),
        ("schemes", _) => Route::Noun(Noun::Schemes),
        ("targets", _) => Route::Noun(Noun::Targets),
        ("appeals", _) => Route::Noun(Noun::Appeals),
        ("metrics", _) => Route::Metrics(month("metrics", folder, stem)),
        ("events", _) => Route::Events(month("events", folder, stem)),
        ("incentives", _) => Route::Noun(Noun::Incentives),
        ("alerts", _) => Route::Noun(Noun::Alerts),
        ("cycle", _) => Route::Noun(Noun::Cycle),
        ("rosters", _) => Route::Noun(Noun::Rosters),
        ("recommendations", _) => Route::Noun(Noun::Recommendations),
        ("maps", _) => Route::Noun(Noun::Maps),
        _ => Route::Unknown,
    }
}

/// The month of `metrics/2025/2025-03-chat`, if folder and name agree.
fn month(noun: &str, folder: &str, stem: &str) -> Option<Month> {
    let month = Month::parse(stem.get(..7)?)?;
    let rest = stem.get(7..).unwrap_or_default();
    let separated = rest.is_empty() || rest.starts_with(['-', '_', '.']);
    (separated && folder == format!("{noun}/{:04}", month.year())).then_some(month)
}

/// Reports a file that lies where it cannot be read.
pub(super) fn report(route: &Route, sources: &Sources, file: FileId, sink: &mut Sink) {
    let path = sources.path(file);
    match route {
        Route::Unknown => {
            let folders = FOLDERS.iter().chain(FILES).copied();
            let near = path.split('/').find_map(|part| suggest(part, folders.clone()));
            sink.push(
                Diagnostic::new(
                    Code::UnknownFile,
                    whole_file(file),
                    "this file is not read: no data is kept here",
                )
                .note(format!("data is kept in {} and the folders {}", FILES.join(", "), FOLDERS.join(", ")))
                .help_if(near.map(|folder| format!("did you mean `{folder}`?"))),
            );
        }
        Route::Metrics(None) | Route::Events(None) => sink.push(
            Diagnostic::new(
                Code::PeriodMismatch,
                whole_file(file),
                "folder and name do not say which month this is",
            )
            .help(match route {
                Route::Events(_) => "name it like `events/2025/2025-03.yml`",
                _ => "name it like `metrics/2025/2025-03.yml` or `metrics/2025/2025-03-chat.yml`",
            }),
        ),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_nouns() {
        let march = Month::parse("2025-03");
        for (path, expected) in [
            ("deskscore.yaml", Route::Noun(Noun::Organisation)),
            ("incentives/stars.yml", Route::Noun(Noun::Incentives)),
            ("pay.yml", Route::Noun(Noun::Pay)),
            ("names.yml", Route::Noun(Noun::Names)),
            ("targets/2025/a.yml", Route::Noun(Noun::Targets)),
            ("metrics/2025/2025-03.yml", Route::Metrics(march)),
            ("metrics/2025/2025-03-chat.yaml", Route::Metrics(march)),
            ("events/2025/2025-03.yml", Route::Events(march)),
            ("events/2025-03.yml", Route::Events(None)),
            ("metrics/2024/2025-03.yml", Route::Metrics(None)),
            ("metrics/2025/2025-031.yml", Route::Metrics(None)),
            ("metrics/2025/林薇林薇.yml", Route::Metrics(None)),
            ("schema/teams.schema.json", Route::Aside),
            ("agents.yml", Route::Unknown),
            ("agents/a.json", Route::Unknown),
        ] {
            assert_eq!(route(path), expected, "{path}");
        }
    }
}
