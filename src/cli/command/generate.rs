//! `deskscore generate`: a made-up organisation of any size.

use super::super::arguments::Generate;
use super::super::console::Console;
use super::super::failure::Failure;
use crate::canon::{Order, canonical};
use crate::check::noun_at;
use crate::files::write_new_folder;
use crate::sample::{File, Settings, files};

/// Writes the organisation, file by file.
pub(in super::super) fn generate(asked: &Generate, console: Console) -> Result<(), Failure> {
    let settings = match asked.sample {
        true => Settings::sample(),
        false => Settings {
            seed: asked.seed,
            ..Settings::sized(asked.agents as usize, asked.months as usize, asked.indicators as usize)
        },
    };
    // The sample is read by people, so it has the form that `fmt` gives; the others are for measuring.
    let form = |file: File| {
        let noun = noun_at(&file.path).filter(|_| asked.sample);
        let text = noun.and_then(|noun| canonical(&file.text, &Order::of(noun)).ok());
        (file.path, text.unwrap_or(file.text))
    };
    let files = files(&settings).map(form);
    let written = write_new_folder(&asked.out, files).map_err(Failure::tool)?;
    console.say(&format!("{written} files in {}", asked.out.display()));
    Ok(())
}
