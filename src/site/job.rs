//! The site as a list of jobs: one for each thing that has a page.

use super::tables::Tables;
use super::write::{Run, SiteError};
use crate::diag::Code;
use crate::dossier::Dossier;
use crate::model::{AgentIx, IncentiveIx, IndicatorIx, Language, Period, SchemeIx, TargetIx, TeamIx};
use crate::render::{Renderer, csv};
use crate::report::{self, Reporter};
use crate::view::Page;

/// One thing that has a page, or pages that are made together.
#[derive(Debug, Clone, Copy)]
pub(super) enum Job {
    /// The landing page and the page for addresses that do not exist.
    Landing,
    Overview,
    Lists,
    Agents,
    Alerts,
    /// The upper half of rankings and the honour board.
    Board,
    Ranking,
    Goals,
    Incentives,
    Quality,
    Ledger,
    /// The annual audit, computed and told.
    Audit,
    Changes,
    Glossary,
    Diagnostics,
    Search,
    Team(TeamIx),
    Agent(AgentIx),
    Indicator(IndicatorIx),
    Target(TargetIx),
    Incentive(IncentiveIx),
    Scheme(SchemeIx),
    Period(Period),
}

/// The jobs of what the audience sees, the long ones first so that no thread ends late with one of them.
pub(super) fn jobs(reporter: &Reporter<'_>) -> Vec<Job> {
    let (model, visible) = (&reporter.evaluation.model, reporter.visible);
    let count = |length: usize| 0..length as u32;
    let mut jobs: Vec<Job> = reporter.audit_plan().map(|_| Job::Audit).into_iter().collect();
    jobs.extend([Job::Lists, Job::Overview, Job::Goals, Job::Search]);
    match visible.everything() {
        true => jobs.extend([Job::Ranking, Job::Quality, Job::Ledger, Job::Alerts, Job::Agents]),
        false => jobs.push(Job::Board),
    }
    jobs.extend(count(model.indicators.len()).map(|ix| Job::Indicator(IndicatorIx(ix))));
    jobs.extend(model.periods().into_iter().map(Job::Period));
    jobs.extend(count(model.teams.len()).map(TeamIx).filter(|ix| visible.team(*ix)).map(Job::Team));
    jobs.extend(count(model.schemes.len()).map(|ix| Job::Scheme(SchemeIx(ix))));
    if visible.everything() {
        jobs.extend(count(model.incentives.len()).map(|ix| Job::Incentive(IncentiveIx(ix))));
        jobs.extend([Job::Incentives, Job::Diagnostics]);
    }
    jobs.extend(reporter.has_past().then_some(Job::Changes));
    jobs.extend([Job::Glossary, Job::Landing]);
    jobs.extend(count(model.targets.len()).map(|ix| Job::Target(TargetIx(ix))));
    jobs.extend(count(model.agents.len()).map(AgentIx).filter(|ix| visible.agent(*ix)).map(Job::Agent));
    jobs
}

impl Job {
    /// The languages in which the pages of this job are made: once for both, unless lines are in the order of their words, or texts
    /// are cut or compared with each other, which no passage for both can be.
    pub(super) const fn languages(self) -> &'static [Language] {
        match self {
            Self::Agents | Self::Board | Self::Search | Self::Glossary => &Language::ALL,
            Self::Changes | Self::Scheme(_) => &Language::ALL,
            _ => &[Language::Both],
        }
    }

    /// Makes the pages of this job in `language`.
    pub(super) fn run(
        self,
        reporter: &Reporter<'_>,
        language: Language,
        desk: &Desk<'_>,
    ) -> Result<(), SiteError> {
        match self {
            Self::Landing => {
                desk.page(&report::landing(reporter))?;
                desk.page(&report::missing(reporter, &root(reporter)))
            }
            Self::Overview => desk.page(&report::overview(reporter, language)),
            Self::Lists => {
                desk.page(&report::teams_list(reporter, language))?;
                desk.page(&report::indicators_list(reporter, language))?;
                desk.page(&report::periods_list(reporter, language))?;
                desk.page(&report::schemes_list(reporter, language))
            }
            Self::Agents => desk.pages(report::agents_list(reporter, language)),
            Self::Alerts => {
                desk.page(&report::alerts_page(reporter, language))?;
                desk.page(&report::cycle_page(reporter, language))
            }
            Self::Board => {
                desk.pages(report::team_ranking(reporter, language))?;
                desk.pages(report::honours_page(reporter, language))
            }
            Self::Ranking => desk.pages(report::ranking_pages(reporter, language)),
            Self::Goals => {
                desk.page(&report::targets_page(reporter, language))?;
                desk.pages(report::yearly_page(reporter, language))
            }
            Self::Incentives => desk.page(&report::incentives_page(reporter, language)),
            Self::Quality => desk.page(&report::quality_page(reporter, language)),
            Self::Ledger => desk.pages(report::ledger_pages(reporter, language)),
            Self::Audit => {
                Dossier::new(reporter).iter().try_for_each(|dossier| desk.audit(dossier, language))
            }
            Self::Changes => desk.pages(report::changes_pages(reporter, language)),
            Self::Glossary => desk.page(&report::glossary_page(reporter, language)),
            Self::Diagnostics => {
                desk.page(&report::diagnostics_page(reporter, language))?;
                desk.pages(Code::ALL.iter().map(|code| report::diagnostic_page(reporter, *code, language)))
            }
            Self::Search => desk.page(&report::search_page(reporter, language)),
            Self::Team(team) => desk.page(&report::team_page(reporter, team, language)),
            Self::Agent(agent) => {
                let cards = report::agent_cards(reporter, agent);
                desk.page(&report::agent_page(reporter, &cards, language))
            }
            Self::Indicator(indicator) => desk.page(&report::indicator_page(reporter, indicator, language)),
            Self::Target(target) => desk.pages(report::target_page(reporter, target, language)),
            Self::Incentive(incentive) => desk.page(&report::incentive_page(reporter, incentive, language)),
            Self::Scheme(scheme) => desk.page(&report::scheme_page(reporter, scheme, language)),
            Self::Period(period) => desk.page(&report::period_page(reporter, period, language)),
        }
    }
}

/// The absolute path of the site's root, with a slash at its end; empty where its address is not known.
fn root(reporter: &Reporter<'_>) -> String {
    let Some(url) = &reporter.evaluation.model.organisation.site_url else { return String::new() };
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

/// Where a page is rendered and handed on, with the tables that it offers for download.
pub(super) struct Desk<'a> {
    pub(super) renderer: &'a Renderer,
    pub(super) run: &'a Run<'a>,
}

impl Desk<'_> {
    /// The pages of the audit, and its tables.
    fn audit(&self, dossier: &Dossier<'_>, language: Language) -> Result<(), SiteError> {
        let table = |path: &str, text: String| {
            self.run.put(&format!("{}/{path}", language.folder()), text.as_bytes())
        };
        dossier.tell(language, |page| self.page(page), table)
    }

    fn pages<V: Page + Tables>(&self, views: impl IntoIterator<Item = V>) -> Result<(), SiteError> {
        views.into_iter().try_for_each(|view| self.page(&view))
    }

    fn page<V: Page + Tables>(&self, view: &V) -> Result<(), SiteError> {
        self.run.put_page(view.path(), |page| self.renderer.push_page(page, view))?;
        for table in view.tables() {
            if let Some(address) = &table.csv {
                self.run.put(&format!("{}/{address}", view.language().folder()), &csv(table))?;
            }
        }
        Ok(())
    }
}
