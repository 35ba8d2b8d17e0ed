//! `deskscore schema`: JSON Schemas of the data files.

use super::super::arguments::Schema;
use super::super::console::Console;
use super::super::failure::Failure;
use crate::files::{make_folder, write_atomic};
use crate::raw::Noun;

/// How editors come to know the schemas.
pub(in super::super) const FOR_EDITORS: &str = "\
Editors: write the schemas with `deskscore schema --out data/schema`. VS Code: install the extension redhat.vscode-yaml. Vim, Neovim and \
Helix: install yaml-language-server. JetBrains: Settings > Languages & Frameworks > Schemas and DTDs > JSON Schema Mappings. Files \
whose first line is `# yaml-language-server: $schema=PATH` name their own schema; settings for whole folders stand in docs/editors.md.";

/// Prints one schema, or writes all of them into a folder.
pub(in super::super) fn schema(asked: &Schema, console: Console) -> Result<(), Failure> {
    if let Some(folder) = &asked.out {
        make_folder(folder).map_err(Failure::tool)?;
        for noun in Noun::ALL {
            let path = folder.join(format!("{}.schema.json", noun.name()));
            write_atomic(&path, noun.schema().as_bytes()).map_err(Failure::tool)?;
            console.say(&path.display().to_string());
        }
        console.say(FOR_EDITORS);
        return Ok(());
    }
    if asked.noun.as_deref() == Some("review") {
        console.result(&crate::comment::schema());
        return Ok(());
    }
    if asked.noun.as_deref() == Some("audit-report") {
        console.result(&crate::findings::schema());
        return Ok(());
    }
    let names = || Noun::ALL.map(Noun::name).join(", ");
    let wanted = asked.noun.as_deref().unwrap_or_default();
    let found = Noun::ALL.into_iter().find(|noun| noun.name() == wanted);
    let noun = found
        .ok_or_else(|| Failure::tool(format!("there is no schema `{wanted}`; there are {}", names())))?;
    console.result(&noun.schema());
    Ok(())
}
