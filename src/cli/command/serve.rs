//! `deskscore serve`: the site while you edit.

use super::super::arguments::{Form, Serve};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Loaded, Wanted, load};
use super::super::readers::visible;
use super::super::told::{faults, tally};
use crate::evaluate::evaluate;
use crate::render::faults_page;
use crate::report::Reporter;
use crate::serve::{Built, Settings, serve as listen};
use crate::site::{Memory, write};

/// Serves the site on loopback until the process ends.
pub(in super::super) fn serve(asked: &Serve, console: Console) -> Result<(), Failure> {
    let settings = Settings { port: asked.port, watch: vec![asked.source.data.clone()] };
    if !asked.source.data.is_dir() {
        return Err(load(&wanted(asked)).err().unwrap_or(Failure::Faults));
    }
    let ready = |address| console.say(&format!("serving on http://{address}; end with Ctrl-C"));
    listen(&settings, || once(asked, console), ready).map_err(Failure::tool)
}

const fn wanted(asked: &Serve) -> Wanted<'_> {
    Wanted { source: &asked.source, at: None, from_root: false, skip: None }
}

/// One build into memory; whatever stands in its way becomes a page.
fn once(asked: &Serve, console: Console) -> Built {
    let made = load(&wanted(asked)).and_then(|loaded| site(asked, loaded, console));
    made.unwrap_or_else(|failure| {
        let reason = match failure {
            Failure::Tool(reason) => reason,
            Failure::Faults => String::new(),
        };
        console.warn(&reason);
        Built::Faults(faults_page(&reason))
    })
}

fn site(asked: &Serve, mut loaded: Loaded, console: Console) -> Result<Built, Failure> {
    let told = faults(&loaded.checked, Form::Human, false);
    let counted = tally(&loaded.checked);
    let Some(model) = loaded.checked.model.take() else {
        console.warn(&faults(&loaded.checked, Form::Short, false));
        return Ok(Built::Faults(faults_page(&told)));
    };
    let as_of = loaded.as_of(asked.source.as_of, &model);
    let visible = visible(&asked.readers, evaluate(model, as_of))?;
    let checked = &loaded.checked;
    let reporter = Reporter::new(&visible, &checked.sources, &checked.diagnostics, &loaded.provenance)
        .map_err(Failure::tool)?;
    let reporter = asked.audit.told(reporter);
    let memory = Memory::default();
    let summary = write(&reporter, &memory, &|_, _| {}).map_err(Failure::tool)?;
    console.say(&format!("{} pages as of {as_of} ({counted})", summary.pages));
    Ok(Built::Site(memory.into_files()))
}
