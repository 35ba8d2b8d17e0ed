//! What makes a view a page: its template, its language and its address.

use serde::Serialize;

use super::Language;

/// A view that becomes one HTML file.
pub trait Page: Serialize {
    /// The template below `templates/`, for example `pages/agent.html`.
    const TEMPLATE: &'static str;

    /// The language of the page.
    fn language(&self) -> Language;

    /// The address of the page below the root of the site, for example `zh/agents/lin-wei.html`.
    fn path(&self) -> &str;
}

/// Ties a view that has a shell to its template.
macro_rules! page {
    ($view:ty, $template:literal) => {
        impl super::Page for $view {
            const TEMPLATE: &'static str = $template;

            fn language(&self) -> super::Language {
                self.shell.language
            }

            fn path(&self) -> &str {
                &self.shell.path
            }
        }
    };
}

pub(super) use page;
