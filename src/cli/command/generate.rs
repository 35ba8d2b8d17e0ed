//! `deskscore generate`: a made-up organisation of any size.

use super::super::arguments::Generate;
use super::super::console::Console;
use super::super::failure::Failure;
use crate::files::write_new_folder;
use crate::sample::{Settings, files};

/// Writes the organisation, file by file.
pub(in super::super) fn generate(asked: &Generate, console: Console) -> Result<(), Failure> {
    let settings = match asked.sample {
        true => Settings::sample(),
        false => Settings {
            seed: asked.seed,
            ..Settings::sized(asked.agents as usize, asked.months as usize, asked.indicators as usize)
        },
    };
    let files = files(&settings).map(|file| (file.path, file.text));
    let written = write_new_folder(&asked.out, files).map_err(Failure::tool)?;
    console.say(&format!("{written} files in {}", asked.out.display()));
    Ok(())
}
