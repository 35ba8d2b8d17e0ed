//! Where the files of a site go.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// Takes the files of a site, from many threads.
pub trait Sink: Sync {
    /// Takes one file; `path` has `/` between its parts.
    ///
    /// # Errors
    /// The reason why the file cannot be taken, in words.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), String>;
}

/// Keeps a site in memory.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// The files.
    #[must_use]
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_default()
    }
}

impl Sink for Memory {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let Ok(mut files) = self.files.lock() else {
            return Err("another thread failed".to_owned());
        };
        match files.insert(path.to_owned(), bytes.to_vec()) {
            None => Ok(()),
            Some(_) => Err(format!("{path} is written twice")),
        }
    }
}
