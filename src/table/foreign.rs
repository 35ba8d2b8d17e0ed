//! Files that are no table, whatever their names say.

/// The first bytes of a compound file, in which Excel 97 and locked workbooks are kept.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// What a page of the web or a file of XML begins with.
const MARKUP: [&[u8]; 7] = [b"<html", b"<!doctype", b"<table", b"<?xml", b"<head", b"<meta", b"<style"];

/// What a file is instead of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Packed by gzip.
    Gzip,
    /// An archive without a workbook.
    Archive,
    /// A workbook of another office program, such as `.ods`.
    OpenDocument,
    /// A workbook of Excel 97 to 2003.
    Excel97,
    /// A workbook with a password.
    Locked,
    /// A page of the web or XML, which some platforms name `.xls`.
    Markup,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// No Parquet, though its name says so.
    NotParquet,
    /// Parquet with an encrypted end.
    LockedParquet,
}

impl Foreign {
    /// What a file is by its name and first bytes; `None` if it may be a table.
    pub(super) fn of(name: &str, first: &[u8]) -> Option<Self> {
        let bare = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
        let opens = |mark: &[u8]| bare.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark));
        if first.starts_with(b"\x1f\x8b") {
            Some(Self::Gzip)
        } else if first.starts_with(COMPOUND) {
            Some(Self::Excel97)
        } else if first.starts_with(b"%PDF") {
            Some(Self::Pdf)
        } else if first.starts_with(b"\x89PNG") || first.starts_with(b"\xff\xd8\xff") {
            Some(Self::Picture)
        } else if first.starts_with(b"PARE") {
            Some(Self::LockedParquet)
        } else if name.to_ascii_lowercase().ends_with(".parquet") && !first.starts_with(b"PAR1") {
            Some(Self::NotParquet)
        } else {
            MARKUP.iter().any(|mark| opens(mark)).then_some(Self::Markup)
        }
    }

    /// Whether a compound file holds a workbook with a password.
    pub(super) fn compound(bytes: &[u8]) -> Self {
        let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if memchr::memmem::find(bytes, &wide).is_some() { Self::Locked } else { Self::Excel97 }
    }

    /// What a ZIP archive is; `None` if it holds a workbook.
    pub(super) fn archive(bytes: &[u8]) -> Option<Self> {
        let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
        if holds(b"xl/workbook.xml") {
            None
        } else if holds(b"opendocument") || holds(b"xl/workbook.bin") {
            Some(Self::OpenDocument)
        } else {
            Some(Self::Archive)
        }
    }
}
