//! What each page shows, as plain data in one language.
//!
//! Every text is already formatted, every address is already known; nothing here computes. A view is filled by the
//! room `report` and read by the templates. Addresses in `href` fields are relative to the folder of the language
//! (`agents/lin-wei.html#p-2025-03`); fields called `anchor` are ids on the same page.
//!
//! Imports: model.

mod agent;
mod audit;
mod cell;
mod derivation;
mod diagnostics;
mod fact;
mod figure;
mod glossary;
mod history;
mod impact;
mod incentive;
mod indicator;
mod landing;
mod language;
mod lines;
mod listing;
mod measure;
mod missing;
mod overview;
mod page;
mod pattern;
mod period;
mod pieces;
mod quality;
mod ranking;
mod review;
mod scheme;
mod search;
mod sheet;
mod shell;
mod source;
mod table;
mod target;
mod targets;
mod team;
mod texts;

pub use agent::AgentView;
pub use audit::{AuditPart, AuditView};
pub use cell::{Cell, CellState, Mark, Tone};
pub use derivation::{Derivation, DerivationRow, DerivationRows, Trace};
pub use diagnostics::{DiagnosticView, DiagnosticsView, Fault};
pub use fact::{Attention, Count, Fact, KeyFigure};
pub use figure::{ChartOption, Figure, Markup};
pub use glossary::{GlossaryEntry, GlossaryView};
pub use history::{History, HistoryRow, PeriodLink};
pub use impact::{ImpactSection, ImpactView};
pub use incentive::{IncentiveView, IncentivesView};
pub use indicator::IndicatorView;
pub use landing::{LandingEntry, LandingView};
pub use language::{CLOSE, Language, OPEN, TURN, both, in_both, side};
pub use lines::{CELL_BREAK, PART_BREAK, ROW_BREAK, split};
pub use listing::{ListSection, ListView};
pub use measure::Measure;
pub use missing::MissingView;
pub use overview::OverviewView;
pub use page::Page;
pub use period::PeriodView;
pub use quality::QualityView;
pub use ranking::{RankGroup, RankingView};
pub use review::ReviewNote;
pub use scheme::{RuleCard, RuleSection, SchemeView};
pub use search::{SearchEntry, SearchGroup, SearchView};
pub use sheet::{Sheet, SheetGoal};
pub use shell::{Frame, Link, Notice, Section, Shell};
pub use source::SourceLink;
pub use table::{Align, Column, Row, SortKind, Table};
pub use target::{Check, Letter, Progress, TargetView};
pub use targets::TargetsView;
pub use team::TeamView;
pub use texts::{Argument, TextError, Texts};
