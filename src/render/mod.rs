//! Views to HTML: templates, Markdown, assets.
//!
//! [`Renderer::new`] reads the templates once for each language and depth of folders, with all that is the same on such pages put in at load time, so
//! that a page pays nothing for them. [`Renderer::page`] may be called from many threads.
//!
//! Imports: table, view.

mod assets;
mod constants;
mod csv;
mod derivation;
mod embedded;
mod escape;
mod faults;
mod impact;
mod markdown;
mod measure_rows;
mod pieces;
mod places;
mod renderer;
mod rows;
mod search;
mod standalone;
mod table_rows;
mod text_cell;
mod words;

pub use self::csv::csv;
pub use assets::{Asset, Assets};
pub use faults::faults_page;
pub use impact::impact_page;
pub use markdown::markdown;
pub use renderer::{RenderError, Renderer};
pub use search::search_script;
pub use standalone::standalone;
