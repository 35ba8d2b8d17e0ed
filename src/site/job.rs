//! The site as a list of jobs: one for each thing that has a page, in both languages.

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
    /// Makes the pages of this job in both languages.
    pub(super) fn run(
        self,
        reporter: &Reporter<'_>,
        renderer: &Renderer,
        run: &Run<'_>,
    ) -> Result<(), SiteError> {
        let desk = Desk { renderer, run };
        match self {
            Self::Landing => {
                desk.page(&report::landing(reporter))?;
                desk.page(&report::missing(reporter, &root(reporter)))
            }
            Self::Agent(agent) => {
                let cards = report::agent_cards(reporter, agent);
                desk.page(&report::agent_page(reporter, &cards, Language::Both))
            }
            Self::Team(team) => desk.page(&report::team_page(reporter, team, Language::Both)),
            Self::Target(target) => {
                let page = report::target_page(reporter, target, Language::Both);
                page.iter().try_for_each(|page| desk.page(page))
            }
            Self::Audit => Dossier::new(reporter).iter().try_for_each(|dossier| desk.audit(dossier)),
            _ => {
                Language::ALL.into_iter().try_for_each(|language| self.in_language(reporter, language, &desk))
            }
        }
    }

    fn in_language(
        self,
        reporter: &Reporter<'_>,
        language: Language,
        desk: &Desk<'_>,
    ) -> Result<(), SiteError> {
        match self {
            Self::Landing | Self::Audit | Self::Agent(_) | Self::Team(_) | Self::Target(_) => Ok(()),
            Self::Overview => desk.page(&report::overview(reporter, language)),
            Self::Lists => {
                desk.page(&report::teams_list(reporter, language))?;
                desk.page(&report::indicators_list(reporter, language))?;
                desk.page(&report::periods_list(reporter, language))?;
                desk.page(&report::schemes_list(reporter, language))
            }
            Self::Agents => {
                report::agents_list(reporter, language).iter().try_for_each(|list| desk.page(list))
            }
            Self::Alerts => {
                desk.page(&report::alerts_page(reporter, language))?;
                desk.page(&report::cycle_page(reporter, language))
            }
            Self::Board => {
                let pages =
                    [report::team_ranking(reporter, language), report::honours_page(reporter, language)];
                pages.iter().flatten().try_for_each(|page| desk.page(page))
            }
            Self::Ranking => {
                report::ranking_pages(reporter, language).iter().try_for_each(|ranking| desk.page(ranking))
            }
            Self::Goals => {
                desk.page(&report::targets_page(reporter, language))?;
                report::yearly_page(reporter, language).iter().try_for_each(|page| desk.page(page))
            }
            Self::Incentives => desk.page(&report::incentives_page(reporter, language)),
            Self::Incentive(incentive) => desk.page(&report::incentive_page(reporter, incentive, language)),
            Self::Quality => desk.page(&report::quality_page(reporter, language)),
            Self::Ledger => {
                report::ledger_pages(reporter, language).iter().try_for_each(|page| desk.page(page))
            }
            Self::Changes => {
                report::changes_pages(reporter, language).iter().try_for_each(|page| desk.page(page))
            }
            Self::Glossary => desk.page(&report::glossary_page(reporter, language)),
            Self::Diagnostics => {
                desk.page(&report::diagnostics_page(reporter, language))?;
                let mut codes = Code::ALL.iter();
                codes.try_for_each(|code| desk.page(&report::diagnostic_page(reporter, *code, language)))
            }
            Self::Search => desk.page(&report::search_page(reporter, language)),
            Self::Indicator(indicator) => desk.page(&report::indicator_page(reporter, indicator, language)),
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
struct Desk<'a> {
    renderer: &'a Renderer,
    run: &'a Run<'a>,
}

impl Desk<'_> {
    /// The pages of the audit in both languages, and its tables for each.
    fn audit(&self, dossier: &Dossier<'_>) -> Result<(), SiteError> {
        let table = |path: &str, text: String| {
            self.run.put(&format!("{}/{path}", Language::Both.folder()), text.into_bytes())
        };
        dossier.tell(Language::Both, |page| self.page(page), table)
    }

    fn page<V: Page + Tables>(&self, view: &V) -> Result<(), SiteError> {
        self.run.put(view.path(), self.renderer.page(view)?)?;
        for table in view.tables() {
            if let Some(address) = &table.csv {
                self.run.put(&format!("{}/{address}", view.language().folder()), csv(table))?;
            }
        }
        Ok(())
    }
}
