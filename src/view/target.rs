//! A SMART goal: each letter with every check and its reason, the progress, the forecast.

use serde::Serialize;

use super::{Attention, Fact, Figure, Mark, Markup, Shell, SourceLink, Table, page::page};

/// One check of a letter.
#[derive(Serialize, Debug, Clone)]
pub struct Check {
    /// Code of the check, `S1` to `T6`.
    pub code: &'static str,
    /// What is checked.
    pub title: String,
    /// Pass, warn or fail.
    pub mark: Mark,
    /// The reason, with the numbers.
    pub reason: String,
}

/// One letter of SMART.
#[derive(Serialize, Debug, Clone)]
pub struct Letter {
    /// `S`, `M`, `A`, `R` or `T`.
    pub letter: char,
    /// The word, for example "Measurable".
    pub word: String,
    /// The worst of its checks.
    pub mark: Mark,
    /// Its checks.
    pub checks: Vec<Check>,
}

/// Where a goal stands on the as-of date.
#[derive(Serialize, Debug, Clone)]
pub struct Progress {
    /// The state.
    pub mark: Mark,
    /// The state in a sentence.
    pub sentence: String,
    /// Baseline, value so far, target, due date, required remaining value, probability.
    pub facts: Vec<Fact>,
    /// Now against where it should be by today.
    pub bar: Option<Markup>,
    /// The forecast in a sentence, always marked as an estimate.
    pub forecast: Option<String>,
}

/// The page of a goal (`targets/<id>.html`).
#[derive(Serialize, Debug, Clone)]
pub struct TargetView {
    /// What stands around the content.
    pub shell: Shell,
    /// The goal in one sentence: who, which indicator, from what to what, by when.
    pub statement: String,
    /// SMART or not.
    pub verdict: Mark,
    /// Subject, indicator, scope, evaluation mode, dates, who proposed and agreed.
    pub facts: Vec<Fact>,
    /// Where it stands.
    pub progress: Progress,
    /// The five letters in order.
    pub letters: Vec<Letter>,
    /// The course so far against the required path.
    pub chart: Option<Figure>,
    /// Values by period and checkpoint.
    pub checkpoints: Option<Table>,
    /// Volume, benchmark and ability behind the number.
    pub rationale: Vec<Fact>,
    /// Guardrails with their state.
    pub guardrails: Vec<Attention>,
    /// Linked actions.
    pub actions: Vec<Fact>,
    /// Where the goal is written.
    pub source: Option<SourceLink>,
}

page!(TargetView, "pages/target.html");
