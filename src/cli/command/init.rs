//! `deskscore init`: a working repository.

use super::super::arguments_files::{Comments as Asked, Init, Template as Wanted};
use super::super::console::Console;
use super::super::failure::Failure;
use super::init_from::begun;
use crate::files::{FileError, write_new};
use crate::init::{Comments, Template, files};

/// Writes the repository. What is there already stays as it is; a folder with data of its own is refused.
pub(in super::super) fn init(asked: &Init, console: Console) -> Result<(), Failure> {
    let data = asked.folder.join("data");
    if data.join("deskscore.yml").exists() || data.join("deskscore.yaml").exists() {
        return Err(Failure::tool(format!(
            "there is data in {} already, and nothing was written; name another folder",
            data.display()
        )));
    }
    let (files, next) = match asked.from.as_slice() {
        [] => (files(template(asked.template), comments(asked.language)), NEXT),
        from => (begun(asked, from, comments(asked.language), console)?, NEXT_OF_OWN),
    };
    let mut kept = Vec::new();
    let mut written = 0_usize;
    for (path, text) in files {
        let path = asked.folder.join(path);
        match write_new(&path, text.as_bytes()).map_err(|error: FileError| Failure::tool(error))? {
            true => written += 1,
            false => kept.push(path),
        }
    }
    for path in &kept {
        console.warn(&format!("{} was there already and is as it was", path.display()));
    }
    console.say(&format!("{written} files in {}", asked.folder.display()));
    console.say(&format!(
        "next: cd {} && deskscore check && deskscore serve, then {next}",
        asked.folder.display()
    ));
    Ok(())
}

/// What to do after a look at the site.
const NEXT: &str =
    "README.md; in .github/workflows put the repository of Deskscore in the place of OWNER/deskscore";
const NEXT_OF_OWN: &str = "agree on the draft in data/schemes; README.md says what else is yours to decide";

const fn template(asked: Wanted) -> Template {
    match asked {
        Wanted::SmallShop => Template::SmallShop,
        Wanted::OnlineService => Template::OnlineService,
        Wanted::AfterSales => Template::AfterSales,
        Wanted::CallCentre => Template::CallCentre,
        Wanted::SoftwareSupport => Template::SoftwareSupport,
    }
}

const fn comments(asked: Asked) -> Comments {
    match asked {
        Asked::Zh => Comments::Zh,
        Asked::En => Comments::En,
    }
}
