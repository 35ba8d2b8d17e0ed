//! What goes into a check and what comes out.

use super::route::Route;
use super::whole_file;
use crate::diag::{Code, Diagnostic, FileId, Sink, Sources};
use crate::model::{Model, Month};
use crate::raw::Noun;
use chrono::NaiveDate;

/// A file of the data folder.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Path below the data folder with `/` between its parts, such as `agents/lin.yml`.
    pub path: &'a str,
    /// Its text, or why there is none.
    pub text: Result<&'a str, ReadFault<'a>>,
}

/// Why a file has no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFault<'a> {
    /// Not UTF-8; the number of good bytes before the first bad one.
    NotUtf8(usize),
    /// A symbolic link, which is not followed.
    Link,
    /// Too big; its size in bytes.
    TooLarge(u64),
    /// Of a kind that is not read at all, such as a picture.
    NotData,
    /// The system's words why it cannot be read.
    Other(&'a str),
}

/// A draft that is tried: a file of schemes or targets that is not part of the data.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// Schemes or targets.
    pub noun: Noun,
    /// The file as people named it, for messages.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// How to check.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Today, for figures of months that have not begun; not checked if `None`.
    pub as_of: Option<NaiveDate>,
    /// The data folder as it is put before paths in messages, such as `data`; may be empty.
    pub folder: String,
}

impl Options {
    /// A path as it is shown.
    pub(super) fn shown(&self, path: &str) -> String {
        match self.folder.trim_end_matches('/') {
            "" => path.to_owned(),
            folder => format!("{folder}/{path}"),
        }
    }
}

/// What came out.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The facts; `None` if there was an error.
    pub model: Option<Model>,
    /// Closed months whose facts changed without a correction, with their digest now.
    pub changed: Vec<(Month, String)>,
    /// The files, for showing places.
    pub sources: Sources,
    /// All faults in order; may be warnings only.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were read; the others were taken over from an earlier state.
    pub read: usize,
    /// Faults of all files but those of figures, as they were found.
    pub(super) of_nouns: Sink,
}

/// Reports a file that has no text.
pub(super) fn report(fault: &ReadFault<'_>, route: &Route, file: FileId, sink: &mut Sink) {
    let unreadable = |message: &str| Diagnostic::new(Code::UnreadableFile, whole_file(file), message);
    sink.push(match fault {
        ReadFault::NotUtf8(good) => {
            let message = format!("this file is not UTF-8: byte {} begins no character", good + 1);
            Diagnostic::new(Code::NotUtf8, whole_file(file), message)
                .help("save it as UTF-8; files from older Chinese programs are often in GBK")
        }
        ReadFault::Link => {
            unreadable("this is a symbolic link, and links are not followed").help("put the file itself here")
        }
        ReadFault::TooLarge(bytes) => unreadable(&format!("this file is too large: {bytes} bytes"))
            .help("split it, for instance by channel or team"),
        ReadFault::Other(why) => unreadable(&format!("this file cannot be read: {why}")),
        ReadFault::NotData => {
            if matches!(route, Route::Aside) {
                return;
            }
            Diagnostic::new(
                Code::UnknownFile,
                whole_file(file),
                "this file is not read: data is written in YAML",
            )
            .help("name it `.yml` if it is YAML, or move it out of the data folder")
        }
    });
}
