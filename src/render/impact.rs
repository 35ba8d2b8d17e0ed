//! The page of a review: the site's design in one file, with its styles inside and no script.

use super::assets::Assets;
use super::renderer::{RenderError, filtered, said};
use super::{embedded, words};
use crate::view::{ImpactView, Texts};
use tera::Context;

/// The template, and the parts that it uses.
const TEMPLATES: [&str; 2] = ["parts/components.html", "review/review.html"];

/// The page as HTML in UTF-8.
///
/// # Errors
/// A template that asks for something the view does not have.
pub fn impact_page(texts: &Texts, view: &ImpactView) -> Result<Vec<u8>, RenderError> {
    let plain = texts.plain(view.language);
    let mut tera = filtered(&plain);
    let source =
        |name: &'static str| Ok((name, words::put_in(embedded::text(name).unwrap_or_default(), &plain)?));
    let sources: Result<Vec<_>, String> = TEMPLATES.into_iter().map(source).collect();
    let fault = |e: tera::Error| RenderError::new(format!("review/review.html: {}", said(&e)));
    tera.add_raw_templates(sources.map_err(RenderError::new)?).map_err(fault)?;
    let mut context = Context::from_serialize(view).map_err(fault)?;
    context.insert("style", Assets::new(texts)?.style());
    let mut page = Vec::new();
    tera.render_to("review/review.html", &context, &mut page).map_err(fault)?;
    Ok(page)
}
