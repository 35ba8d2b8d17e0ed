//! All files but those of metrics, read in parallel and put together by noun.

use super::route::Route;
use super::{ledger, review};
use crate::diag::{FileId, Sink};
use crate::model::Month;
use crate::raw::{self, Decode, Entries, Noun};
use rayon::prelude::*;

/// All small files as written, by noun, in the order of their paths.
#[derive(Default)]
pub(super) struct Nouns {
    pub(super) organisation: Option<raw::Organisation>,
    /// Files that are meant to be the organisation, readable or not.
    pub(super) organisation_files: Vec<FileId>,
    pub(super) indicators: Vec<Entries<raw::Indicator>>,
    pub(super) teams: Vec<Entries<raw::Team>>,
    pub(super) agents: Vec<Entries<raw::Agent>>,
    pub(super) names: Option<raw::NamesFile>,
    pub(super) schemes: Vec<Entries<raw::Scheme>>,
    pub(super) targets: Vec<Entries<raw::Target>>,
    pub(super) events: Vec<ledger::File>,
    pub(super) appeals: Vec<Entries<raw::Appeal>>,
    pub(super) closed: Vec<Entries<raw::ClosedMonth>>,
    pub(super) incentives: Vec<Entries<raw::Incentive>>,
    pub(super) pay: Option<raw::PayFile>,
    pub(super) alerts: Vec<Entries<raw::Alert>>,
    pub(super) cycle: Vec<raw::CycleFile>,
    pub(super) reviews: Vec<review::Placed>,
    pub(super) rosters: Vec<raw::Roster>,
    pub(super) audit: Option<raw::AuditFile>,
    pub(super) recommendations: Vec<Entries<raw::Recommendation>>,
    pub(super) maps: Vec<raw::MapFile>,
    /// Ids of the schemes of a draft.
    pub(super) drafts: Vec<String>,
}

impl Nouns {
    /// Takes out what a draft replaces. The draft is the last file.
    fn make_room(&mut self, draft: Option<&Written>) {
        match draft {
            Some(Written::Schemes(file)) => {
                self.drafts = file.schemes.list.iter().map(|(id, _)| id.text.clone()).collect();
                let drafts = &self.drafts;
                self.schemes.iter_mut().for_each(|of| of.list.retain(|(id, _)| !drafts.contains(&id.text)));
            }
            Some(Written::Targets(file)) => {
                let drafts: Vec<&str> = file.targets.list.iter().map(|(id, _)| id.text.as_str()).collect();
                let stays = |id: &raw::IdWord| !drafts.contains(&id.text.as_str());
                self.targets.iter_mut().for_each(|of| of.list.retain(|(id, _)| stays(id)));
            }
            _ => {}
        }
    }
}

/// One small file as written.
enum Written {
    Organisation(Box<Option<raw::Organisation>>),
    Indicators(raw::IndicatorsFile),
    Teams(raw::TeamsFile),
    Agents(raw::AgentsFile),
    Names(raw::NamesFile),
    Schemes(raw::SchemesFile),
    Targets(raw::TargetsFile),
    Events(Option<Month>, raw::EventsFile),
    Appeals(raw::AppealsFile),
    Closed(raw::ClosedFile),
    Incentives(raw::IncentivesFile),
    Pay(raw::PayFile),
    Alerts(raw::AlertsFile),
    Cycle(Box<raw::CycleFile>),
    Review(Box<raw::WrittenReview>),
    Rosters(raw::RostersFile),
    Audit(raw::AuditFile),
    Recommendations(raw::RecommendationsFile),
    Map(Box<raw::MapFile>),
}

/// Reads the small files in parallel. `drafted` is the file of a draft, which takes the place of what has its ids.
pub(super) fn read_nouns(files: &[(FileId, Route, &str)], drafted: Option<FileId>, sink: &mut Sink) -> Nouns {
    let read: Vec<(FileId, Option<Written>, Sink)> = files
        .par_iter()
        .filter_map(|(file, route, text)| {
            let mut sink = Sink::new();
            let written = match route {
                Route::Noun(noun) => read_noun(*noun, text, *file, &mut sink),
                Route::Events(month) => {
                    raw::read(text, *file, &mut sink).map(|read| Written::Events(*month, read))
                }
                _ => return None,
            };
            Some((*file, written, sink))
        })
        .collect();
    let mut nouns = Nouns::default();
    for (file, written, faults) in read {
        sink.join(faults);
        if Some(file) == drafted {
            nouns.make_room(written.as_ref());
        }
        match written {
            Some(Written::Organisation(organisation)) => {
                nouns.organisation_files.push(file);
                nouns.organisation = nouns.organisation.or(*organisation);
            }
            Some(Written::Indicators(raw::IndicatorsFile { indicators, place: _ })) => {
                nouns.indicators.push(indicators);
            }
            Some(Written::Teams(raw::TeamsFile { teams, place: _ })) => nouns.teams.push(teams),
            Some(Written::Agents(raw::AgentsFile { agents, place: _ })) => nouns.agents.push(agents),
            Some(Written::Names(names)) => nouns.names = nouns.names.or(Some(names)),
            Some(Written::Schemes(raw::SchemesFile { schemes, place: _ })) => nouns.schemes.push(schemes),
            Some(Written::Targets(raw::TargetsFile { targets, place: _ })) => nouns.targets.push(targets),
            Some(Written::Events(month, events)) => nouns.events.push((file, month, events)),
            Some(Written::Appeals(raw::AppealsFile { appeals, place: _ })) => nouns.appeals.push(appeals),
            Some(Written::Closed(raw::ClosedFile { closed, place: _ })) => nouns.closed.push(closed),
            Some(Written::Incentives(raw::IncentivesFile { incentives, place: _ })) => {
                nouns.incentives.push(incentives);
            }
            Some(Written::Pay(pay)) => nouns.pay = nouns.pay.or(Some(pay)),
            Some(Written::Alerts(raw::AlertsFile { alerts, place: _ })) => nouns.alerts.push(alerts),
            Some(Written::Audit(audit)) => nouns.audit = nouns.audit.or(Some(audit)),
            Some(Written::Recommendations(raw::RecommendationsFile { recommendations, place: _ })) => {
                nouns.recommendations.push(recommendations);
            }
            Some(Written::Cycle(cycle)) => nouns.cycle.push(*cycle),
            Some(Written::Review(written)) => {
                nouns.reviews.push(review::Placed { file, path: String::new(), written: *written });
            }
            Some(Written::Rosters(raw::RostersFile { rosters, place: _ })) => nouns.rosters.extend(rosters),
            Some(Written::Map(map)) => nouns.maps.push(*map),
            None => {}
        }
    }
    nouns
}

fn read_noun(noun: Noun, text: &str, file: FileId, sink: &mut Sink) -> Option<Written> {
    fn read<T: Decode>(text: &str, file: FileId, sink: &mut Sink) -> Option<T> {
        raw::read(text, file, sink)
    }
    match noun {
        Noun::Organisation => Some(Written::Organisation(Box::new(read(text, file, sink)))),
        Noun::Indicators => read(text, file, sink).map(Written::Indicators),
        Noun::Teams => read(text, file, sink).map(Written::Teams),
        Noun::Agents => read(text, file, sink).map(Written::Agents),
        Noun::Names => read(text, file, sink).map(Written::Names),
        Noun::Schemes => read(text, file, sink).map(Written::Schemes),
        Noun::Targets => read(text, file, sink).map(Written::Targets),
        Noun::Appeals => read(text, file, sink).map(Written::Appeals),
        Noun::Closed => read(text, file, sink).map(Written::Closed),
        Noun::Incentives => read(text, file, sink).map(Written::Incentives),
        Noun::Pay => read(text, file, sink).map(Written::Pay),
        Noun::Alerts => read(text, file, sink).map(Written::Alerts),
        Noun::Cycle => read(text, file, sink).map(|cycle| Written::Cycle(Box::new(cycle))),
        Noun::Reviews => raw::read_review(text, file, sink).map(|written| Written::Review(Box::new(written))),
        Noun::Rosters => read(text, file, sink).map(Written::Rosters),
        Noun::Audit => read(text, file, sink).map(Written::Audit),
        Noun::Recommendations => read(text, file, sink).map(Written::Recommendations),
        Noun::Maps => read(text, file, sink).map(|map| Written::Map(Box::new(map))),
        Noun::Metrics | Noun::Events => None,
    }
}
