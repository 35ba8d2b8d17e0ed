//! Which paths a site may have: none that leaves its folder, none that one of the usual systems cannot store.

use std::fmt;

/// What is wrong with a path of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// It is empty, starts or ends with `/`, or has two `/` in a row.
    EmptyPart,
    /// A part is `.` or `..`.
    Dots,
    /// It holds a control character.
    Control,
    /// It holds a character that Windows does not allow: one of `\ : * ? " < > |`.
    Character(char),
    /// A part is the name of a device on Windows, such as `con` or `nul.html`.
    Device(String),
    /// A part ends with a dot or a space, which Windows cuts off.
    TrailingDotOrSpace,
    /// A part has more than 255 bytes.
    TooLong,
    /// It is the manifest, which only [`Staging`](super::Staging) writes.
    Manifest,
}

impl fmt::Display for NameFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NameFault::EmptyPart => write!(out, "it is absolute or has an empty part"),
            NameFault::Dots => write!(out, "it has a part `.` or `..`"),
            NameFault::Control => write!(out, "it has a control character"),
            NameFault::Character(c) => write!(out, "it has the character `{c}`"),
            NameFault::Device(name) => write!(out, "`{name}` is the name of a device on Windows"),
            NameFault::TrailingDotOrSpace => write!(out, "a part ends with a dot or a space"),
            NameFault::TooLong => write!(out, "a part has more than {LONGEST} bytes"),
            NameFault::Manifest => write!(out, "the name is kept for the list of own files"),
        }
    }
}

/// The longest name that the usual file systems store, in bytes.
const LONGEST: usize = 255;

/// Names of devices, with any extension, by
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions>.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

pub(super) fn check(path: &str) -> Result<(), NameFault> {
    if path.eq_ignore_ascii_case(super::manifest::NAME) {
        return Err(NameFault::Manifest);
    }
    path.split('/').try_for_each(check_part)
}

fn check_part(part: &str) -> Result<(), NameFault> {
    if part.is_empty() {
        return Err(NameFault::EmptyPart);
    }
    if part == "." || part == ".." {
        return Err(NameFault::Dots);
    }
    for c in part.chars() {
        if c.is_control() {
            return Err(NameFault::Control);
        }
        if "\\:*?\"<>|".contains(c) {
            return Err(NameFault::Character(c));
        }
    }
    if part.ends_with(['.', ' ']) {
        return Err(NameFault::TrailingDotOrSpace);
    }
    if part.len() > LONGEST {
        return Err(NameFault::TooLong);
    }
    if is_device(part) { Err(NameFault::Device(part.to_owned())) } else { Ok(()) }
}

fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_number = |rest: &str| {
        let mut chars = rest.chars();
        matches!((chars.next(), chars.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&stem.as_str()) || numbered.is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_pass() {
        for path in [
            "index.html",
            "agents/lin.wei.html",
            "zh/客服/张三.html",
            ".nojekyll",
            "a b/c-d_e.js",
            "com.html",
            "com10.html",
            "console.html",
            "null.html",
            "..a/b",
            "nulx",
            "con-1",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
        assert_eq!(check(&"a".repeat(255)), Ok(()));
    }

    #[test]
    fn hostile_paths_are_refused() {
        use NameFault::{Character, Control, Device, Dots, EmptyPart, Manifest, TooLong, TrailingDotOrSpace};
        for (path, fault) in [
            ("", EmptyPart),
            ("/etc/passwd", EmptyPart),
            ("a//b", EmptyPart),
            ("a/", EmptyPart),
            ("..", Dots),
            ("a/../../b", Dots),
            ("./a", Dots),
            ("a\\..\\b", Character('\\')),
            ("C:/x", Character(':')),
            ("a\0b", Control),
            ("a\nb", Control),
            ("a\u{85}b", Control),
            ("con", Device("con".into())),
            ("a/NUL.html", Device("NUL.html".into())),
            ("aux .txt", Device("aux .txt".into())),
            ("Com1.tar.gz", Device("Com1.tar.gz".into())),
            ("lpt²", Device("lpt²".into())),
            ("a./b", TrailingDotOrSpace),
            ("a ", TrailingDotOrSpace),
            ("...", TrailingDotOrSpace),
            (".Deskscore-manifest.json", Manifest),
        ] {
            assert_eq!(check(path), Err(fault), "{path:?}");
        }
        assert_eq!(check(&format!("a/{}", "客".repeat(86))), Err(TooLong));
    }
}
