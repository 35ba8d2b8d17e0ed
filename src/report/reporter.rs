//! What every page is made from.

use super::agent_words::AgentWords;
use super::audit_plan::{AuditDepth, AuditPlan};
use super::past_desk::PastDesk;
use super::peers::Peers;
use super::provenance::Provenance;
use super::survey::Survey;
use super::voice::Voice;
use super::words::Words;
use crate::audience::Visible;
use crate::diag::{Diagnostic, Sources, Span};
use crate::evaluate::Evaluation;
use crate::model::{IndicatorIx, Language, Period, Precision, Subject};
use crate::past::Past;
use crate::score::{Reading, ReadingState, Sums};
use crate::view::{SourceLink, TextError, Texts};

/// The results, where they came from, and the words to say them with.
#[derive(Debug)]
pub struct Reporter<'a> {
    /// The results, as far as the audience may see them.
    pub evaluation: &'a Evaluation,
    /// What the audience may see.
    pub visible: &'a Visible,
    /// The files of the data, for places.
    pub sources: &'a Sources,
    /// Warnings of the data.
    pub diagnostics: &'a [Diagnostic],
    /// The origin of the data.
    pub provenance: &'a Provenance,
    /// The past of the data, if it was asked for and there is one.
    pub(super) past: Option<PastDesk<'a>>,
    audit: Option<AuditPlan>,
    /// What pages about many agents share.
    pub(super) survey: Survey,
    texts: Texts,
    words: [Words; 3],
    agent_words: [AgentWords; 3],
    peers: Peers<'a>,
}

impl<'a> Reporter<'a> {
    /// A reporter of what is `visible`.
    ///
    /// # Errors
    /// If the texts that the program carries cannot be read.
    pub fn new(
        visible: &'a Visible,
        sources: &'a Sources,
        diagnostics: &'a [Diagnostic],
        provenance: &'a Provenance,
    ) -> Result<Self, TextError> {
        let evaluation = &visible.evaluation;
        let (survey, (texts, peers)) =
            rayon::join(|| Survey::new(visible), || rayon::join(Texts::new, || Peers::new(evaluation)));
        let texts = texts?;
        let voices = [Language::Zh, Language::En, Language::Both];
        let words = voices.map(|language| Words::new(Voice::new(&texts, language)));
        let agent_words = voices.map(|language| AgentWords::new(Voice::new(&texts, language)));
        Ok(Self {
            evaluation,
            visible,
            sources,
            diagnostics,
            provenance,
            past: None,
            audit: None,
            survey,
            texts,
            words,
            agent_words,
            peers,
        })
    }

    /// The same reporter, telling of the data's past too.
    #[must_use]
    pub fn with_past(mut self, past: &'a Past) -> Self {
        self.past = Some(PastDesk::new(past, self.sources, &self.texts));
        self
    }

    /// The same reporter, with the pages of the audit where the audience sees everything and a year has scores.
    #[must_use]
    pub fn with_audit(mut self, depth: AuditDepth) -> Self {
        self.audit = AuditPlan::new(self.visible, depth);
        self
    }

    /// What is audited for the site; `None` without pages of it.
    #[must_use]
    pub const fn audit_plan(&self) -> Option<AuditPlan> {
        self.audit
    }

    /// Whether there is a page of changes.
    #[must_use]
    pub const fn has_past(&self) -> bool {
        self.past.is_some()
    }

    /// The texts of both languages.
    #[must_use]
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The voice of `language`.
    #[must_use]
    pub fn voice(&self, language: Language) -> Voice<'_> {
        Voice::new(&self.texts, language)
    }

    /// Words that are needed in every row, fetched once.
    #[must_use]
    pub fn words(&self, language: Language) -> &Words {
        match language {
            Language::Zh => &self.words[0],
            Language::En => &self.words[1],
            Language::Both => &self.words[2],
        }
    }

    /// Words and phrases of derivations, fetched once.
    #[must_use]
    pub(super) fn agent_words(&self, language: Language) -> &AgentWords {
        match language {
            Language::Zh => &self.agent_words[0],
            Language::En => &self.agent_words[1],
            Language::Both => &self.agent_words[2],
        }
    }

    /// Who is comparable with whom.
    #[must_use]
    pub(super) const fn peers(&self) -> &Peers<'a> {
        &self.peers
    }

    /// How numbers of `precision` are shown in `language`.
    #[must_use]
    pub fn shown(&self, precision: Precision, language: Language) -> super::format::Shown<'_> {
        super::format::Shown { precision, language, currency: &self.evaluation.model.organisation.currency }
    }

    /// A score as shown: `86.17`.
    #[must_use]
    pub fn score(&self, total: f64) -> String {
        super::format::number(total, self.evaluation.model.organisation.score_decimals)
    }

    /// The value of `indicator` of a group or a person over all channels; one that the audience may not see is missing.
    #[must_use]
    pub(super) fn reading(&self, of: Subject, indicator: IndicatorIx, period: Period) -> Reading {
        if self.visible.figure(of, indicator) {
            return self.evaluation.reading(of, indicator, period);
        }
        Reading {
            indicator,
            state: ReadingState::Missing,
            value: None,
            sums: Sums::Nothing,
            n: None,
            interval: None,
            pooled_months: 0,
            sources: Vec::new(),
            parts: Vec::new(),
            reconstructed: false,
        }
    }

    /// The address of a page that does not exist for every audience, if it exists for this one.
    #[must_use]
    pub(super) fn open(&self, address: impl Into<String>) -> Option<String> {
        const FOR_ALL: [&str; 8] =
            ["index", "teams", "indicators", "targets", "periods", "schemes", "glossary", "search"];
        let address = address.into();
        let page = address.split_once(".html").map_or(address.as_str(), |(page, _)| page);
        let there = self.visible.everything() || FOR_ALL.contains(&page);
        there.then_some(address)
    }

    /// The line where `span` begins, with its address on the web when the repository's is known.
    #[must_use]
    pub fn source(&self, span: Span) -> Option<SourceLink> {
        let path = self.sources.path(span.file);
        // Lines and their files hold ids.
        if path.is_empty() || !self.visible.everything() {
            return None;
        }
        let line = self.sources.line_of(span);
        let revision = match &self.provenance.commit {
            Some(commit) if !self.provenance.changed => Some(commit.hash.as_str()),
            _ => None,
        };
        let web = self.evaluation.model.organisation.repository.as_ref();
        let href = web.map(|web| {
            let revision = revision.unwrap_or(&web.branch);
            format!("{}/blob/{revision}/{path}#L{line}", web.url)
        });
        Some(SourceLink { path: path.to_owned(), line, href, commit: None })
    }

    /// As [`Self::source`], with the commit that wrote the line.
    #[must_use]
    pub fn dated_source(&self, span: Span) -> Option<SourceLink> {
        let commit = self.past.as_ref().and_then(|desk| desk.dated(span.file, self.sources.line_of(span)));
        self.source(span).map(|source| SourceLink { commit, ..source })
    }

    /// The address of a commit on the web, for those who see everything.
    #[must_use]
    pub(super) fn commit_address(&self, hash: &str) -> Option<String> {
        let web = self.evaluation.model.organisation.repository.as_ref();
        web.filter(|_| self.visible.everything()).map(|web| format!("{}/commit/{hash}", web.url))
    }
}
