//! What stands around the content of every page: navigation, way back, dates and versions.

use serde::Serialize;

use super::{Language, Mark};

/// What is the same on all pages of one language. Given to the renderer once, not per page.
#[derive(Serialize, Debug, Clone)]
pub struct Frame {
    /// The language this frame is for.
    pub language: Language,
    /// Name of the organisation, shown as the site's name.
    pub organisation: String,
    /// The date the data speaks for, for example `2025-06-30`.
    pub as_of: String,
    /// Short hash of the data's commit, if the data is in git.
    pub commit: Option<Link>,
    /// Schemes in force, newest first; each leads to its rules in words.
    pub schemes: Vec<Link>,
    /// Name and version of the program, for example `Deskscore 0.1.0`.
    pub program: String,
    /// Notices for every page, for example a shallow clone or a build with faults.
    pub notices: Vec<Notice>,
    /// A few periods for the header: the latest month, quarter and year, and the list of all.
    pub periods: Vec<Link>,
    /// A mark of confidentiality for the foot of every page and sheet.
    pub confidentiality: Option<String>,
    /// Absolute address of the site's root with a final slash, if it is known: search engines want absolute addresses of
    /// translations. The switch between languages works without it.
    pub site_url: Option<String>,
    /// Whether search engines may list the site. `false` writes `noindex`: appraisal data is private by default.
    pub indexable: bool,
    /// Whether the ranking pages exist for this audience.
    pub has_ranking: bool,
    /// Whether the pages exist that name people or hold lines of the data: agents, incentives, alerts, cycle, ledger, quality.
    pub everything: bool,
    /// Whether the honour board exists for this audience.
    pub has_honours: bool,
    /// Whether the page of changes exists.
    pub has_changes: bool,
    /// Whether the pages of the audit exist.
    pub has_audit: bool,
    /// The page of the one agent for whom the site is.
    pub own: Option<Link>,
    /// For whom the site is, in words.
    pub audience: String,
}

/// A sentence that concerns the whole site.
#[derive(Serialize, Debug, Clone)]
pub struct Notice {
    /// How serious it is, in shape, word and colour.
    pub mark: Mark,
    /// The sentence.
    pub text: String,
    /// Where to read more, relative to the folder of the language.
    pub href: Option<String>,
}

/// A link: its words and its address.
#[derive(Serialize, Debug, Clone)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// The address: relative to the folder of the language, or absolute with `https://` where a field says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The language of the words if it is not the page's (BCP 47), for example a Chinese name on an English page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
}

impl Link {
    /// A link in the page's own language.
    #[must_use]
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), lang: None }
    }
}

/// The part of the site that a page belongs to; marks the current entry of the navigation.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// The overview.
    Overview,
    /// Teams and their pages.
    Teams,
    /// Agents and their pages.
    Agents,
    /// Indicators and their pages.
    Indicators,
    /// SMART goals.
    Targets,
    /// Incentives and their pages.
    Incentives,
    /// Rankings.
    Ranking,
    /// The honour board.
    Honours,
    /// Alerts.
    Alerts,
    /// The appraisal cycle.
    Cycle,
    /// Months, quarters and years.
    Periods,
    /// The rules in words.
    Schemes,
    /// Events, red lines and appeals.
    Ledger,
    /// The audit of the indicator system.
    Audit,
    /// Changes of the data by commit.
    Changes,
    /// Quality of the data and faults of the build.
    Quality,
    /// Words and their meaning.
    Glossary,
    /// Search.
    Search,
}

/// What differs from page to page around the content.
#[derive(Serialize, Debug, Clone)]
pub struct Shell {
    /// The language of the page.
    pub language: Language,
    /// Title of the page: its main heading and, with the organisation, its window title. Unique in the language.
    pub title: String,
    /// The language of the title if it is not the page's, for example a Chinese name on an English page.
    pub title_lang: Option<&'static str>,
    /// A sentence for search results and previews.
    pub description: String,
    /// Address below the root of the site: `zh/agents/lin-wei.html`.
    pub path: String,
    /// From the page to the root of the site: `../` or `../../`.
    pub root: String,
    /// From the page to the folder of its language: empty or `../`.
    pub base: String,
    /// Address of the same page in the other language, below the root of the site.
    pub counterpart: String,
    /// The current entry of the navigation.
    pub section: Section,
    /// The way from the overview to here, without the page itself.
    pub crumbs: Vec<Link>,
    /// The page before this one among its siblings.
    pub previous: Option<Link>,
    /// The page after this one among its siblings.
    pub next: Option<Link>,
}

impl Shell {
    /// The shell of the page at `address` below the folder of `language`, for example `agents/lin-wei.html`.
    #[must_use]
    pub fn new(language: Language, section: Section, address: &str, title: impl Into<String>) -> Self {
        let base = "../".repeat(address.matches('/').count());
        let title = title.into();
        Self {
            language,
            description: title.clone(),
            title,
            title_lang: None,
            path: format!("{}/{address}", language.folder()),
            root: format!("{base}../"),
            base,
            counterpart: format!("{}/{address}", language.other_folder()),
            section,
            crumbs: Vec::new(),
            previous: None,
            next: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_follow_the_depth_of_the_address() {
        let shell = Shell::new(Language::Zh, Section::Agents, "agents/lin-wei.html", "林蔚");
        assert_eq!((shell.base.as_str(), shell.root.as_str()), ("../", "../../"));
        assert_eq!(shell.counterpart, "en/agents/lin-wei.html");
        let shell = Shell::new(Language::En, Section::Overview, "index.html", "Overview");
        assert_eq!((shell.base.as_str(), shell.root.as_str()), ("", "../"));
        assert_eq!(shell.path, "en/index.html");
    }
}
