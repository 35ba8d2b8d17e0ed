//! Puts what is the same on all pages of a language and of a depth of folders into the templates: names, dates, addresses.
//!
//! As with the words, a page then pays nothing for them: half of the places of its frame are such.

use super::assets::AssetNames;
use super::escape::push_escaped;
use crate::view::Frame;

/// Texts of a template with what takes their place, in the order in which they are looked for.
#[derive(Debug, Clone)]
pub(super) struct Constants(Vec<(&'static str, String)>);

impl Constants {
    /// The constants of pages that lie `depth` folders below the folder of their language.
    pub(super) fn new(frame: &Frame, assets: &AssetNames, depth: usize) -> Self {
        let base = "../".repeat(depth);
        let root = "../".repeat(depth + 1);
        let literal = format!("\"{base}\"");
        Self(vec![
            ("{{ shell.base }}", base.clone()),
            ("{{ shell.root }}", root),
            ("{{ base }}", base),
            ("shell.base", literal.clone()),
            ("base=base", format!("base={literal}")),
            ("{{ frame.organisation }}", safe(&frame.organisation)),
            ("{{ frame.as_of }}", safe(&frame.as_of)),
            ("{{ frame.program }}", safe(&frame.program)),
            ("{{ assets.icon }}", safe(&assets.icon)),
            ("{{ assets.style }}", safe(&assets.style)),
            ("{{ assets.script }}", safe(&assets.script)),
            ("{{ assets.charts }}", safe(&assets.charts)),
            ("{{ assets.search }}", safe(&assets.search)),
            ("{{ assets.licences }}", safe(&assets.licences)),
        ])
    }

    /// The template with all constants put in.
    pub(super) fn put_in(&self, source: &str) -> String {
        self.0.iter().fold(source.to_owned(), |text, (place, value)| text.replace(place, value))
    }
}

/// The text escaped for HTML, and for the template language too: a name could hold its signs.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out.replace('{', "&#123;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_bring_in_markup_or_template_code() {
        assert_eq!(safe("<b>{{ x }}{% if %}"), "&lt;b&gt;&#123;&#123; x }}&#123;% if %}");
    }

    #[test]
    fn places_of_all_kinds_take_the_folder_of_the_depth() {
        let constants =
            Constants(vec![("{{ shell.base }}", "../".to_owned()), ("shell.base", "\"../\"".to_owned())]);
        assert_eq!(
            constants.put_in("<a href=\"{{ shell.base }}x\"> base={shell.base}"),
            "<a href=\"../x\"> base={\"../\"}"
        );
    }
}
