//! Which paths of the new site are taken. Many threads ask at once, so the files are spread over several locks.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError, RwLock};

use super::error::PublishError;

const SHARDS: usize = 16;

/// Paths by their form in ASCII lower case, each with the spelling that was written.
type Spellings = BTreeMap<Box<str>, Box<str>>;

#[derive(Debug, Default)]
pub(super) struct Claims {
    files: [Mutex<Spellings>; SHARDS],
    folders: RwLock<Spellings>,
}

impl Claims {
    /// Takes the path of a file.
    pub(super) fn file(&self, path: &str) -> Result<(), PublishError> {
        let folded = path.to_ascii_lowercase().into_boxed_str();
        let Some(shard) = self.files.get(shard_of(&folded)) else { return Ok(()) };
        match shard.lock().unwrap_or_else(PoisonError::into_inner).entry(folded) {
            Entry::Vacant(place) => {
                place.insert(path.into());
                Ok(())
            }
            Entry::Occupied(earlier) => Err(twice(path, earlier.get())),
        }
    }

    /// Makes the folders that lead to a file below `root`, each once.
    pub(super) fn folder_of(&self, path: &str, root: &Path) -> Result<(), PublishError> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        let known = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        if known.get(folder.to_ascii_lowercase().as_str()).is_some_and(|spelled| **spelled == *folder) {
            return Ok(());
        }
        drop(known);
        let mut known = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        for (end, _) in path.match_indices('/') {
            make(path.get(..end).unwrap_or_default(), root, &mut known)?;
        }
        Ok(())
    }

    /// All paths taken, sorted, as written. The claims on files are empty afterwards.
    pub(super) fn take_files(&mut self) -> Result<Vec<String>, PublishError> {
        let shards =
            self.files.iter_mut().map(|shard| shard.get_mut().unwrap_or_else(PoisonError::into_inner));
        let files: Spellings = shards.flat_map(std::mem::take).collect();
        // `Agents` and `agents/x` live side by side on some systems only.
        for (folded, folder) in self.folders.get_mut().unwrap_or_else(PoisonError::into_inner) {
            if let Some(file) = files.get(folded) {
                return Err(twice(folder, file));
            }
        }
        let mut files: Vec<String> = files.into_values().map(String::from).collect();
        files.sort_unstable();
        Ok(files)
    }

    pub(super) fn folder_count(&self) -> usize {
        self.folders.read().unwrap_or_else(PoisonError::into_inner).len()
    }
}

fn make(folder: &str, root: &Path, known: &mut Spellings) -> Result<(), PublishError> {
    match known.entry(folder.to_ascii_lowercase().into_boxed_str()) {
        Entry::Occupied(spelled) if **spelled.get() == *folder => Ok(()),
        Entry::Occupied(spelled) => Err(twice(folder, spelled.get())),
        Entry::Vacant(place) => {
            let made = root.join(folder);
            fs::create_dir(&made).map_err(|source| match source.kind() {
                // We make each folder once, so what exists is a file of that name.
                io::ErrorKind::AlreadyExists => twice(folder, folder),
                _ => PublishError::Io { doing: "create the folder", path: made, source },
            })?;
            place.insert(folder.into());
            Ok(())
        }
    }
}

fn twice(path: &str, earlier: &str) -> PublishError {
    PublishError::Twice { path: path.to_owned(), earlier: earlier.to_owned() }
}

/// FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), folded to a shard; it only has to spread.
fn shard_of(folded: &str) -> usize {
    let hash =
        folded.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    usize::from((hash >> 16) as u16) % SHARDS
}
