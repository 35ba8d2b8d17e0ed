//! Where figures come from: files without a word about it, and one export under two months.

use super::flag::{Flag, FlagKind};
use super::place::Place;
use super::side::Side;
use crate::diag::Span;
use crate::model::{Month, Origin};
use std::collections::BTreeMap;

/// Hexadecimal digits from which on a word is taken for the digest of a file: MD5 has 32, SHA-256 has 64.
const DIGEST: usize = 32;

/// Flags of files whose source is another one than in the base, or that the base does not have: one a month.
#[must_use]
pub(super) fn flags(base: Side<'_>, head: Side<'_>) -> Vec<Flag> {
    let path = |side: Side<'_>, origin: &Origin| side.sources.path(origin.file).to_owned();
    let was: BTreeMap<String, &Origin> =
        base.evaluation.model.metrics.origins().iter().map(|origin| (path(base, origin), origin)).collect();
    let origins = head.evaluation.model.metrics.origins();
    let changed =
        |origin: &&Origin| was.get(&path(head, origin)).is_none_or(|before| before.source != origin.source);
    let flag = |kind, origin: &Origin, other| Flag {
        month: Some(origin.month),
        other,
        place: Place::of(head, Span::new(origin.file, 0, 0)),
        ..Flag::new(kind)
    };
    let mut found: BTreeMap<(FlagKind, Month), Flag> = BTreeMap::new();
    let digests = digests(origins);
    for origin in origins.iter().filter(changed) {
        let Some(source) = &origin.source else {
            let kind = FlagKind::SourceMissing;
            found.entry((kind, origin.month)).or_insert_with(|| flag(kind, origin, None));
            continue;
        };
        let named = digest(source).and_then(|digest| digests.get(&digest));
        let other = named.and_then(|months| months.iter().find(|month| **month != origin.month));
        if let Some(other) = other {
            let kind = FlagKind::ExportRepeated;
            found.entry((kind, origin.month)).or_insert_with(|| flag(kind, origin, Some(*other)));
        }
    }
    found.into_values().collect()
}

/// The months whose files name an export, by its digest.
fn digests(origins: &[Origin]) -> BTreeMap<String, Vec<Month>> {
    let mut months: BTreeMap<String, Vec<Month>> = BTreeMap::new();
    for origin in origins {
        if let Some(digest) = origin.source.as_deref().and_then(digest) {
            months.entry(digest).or_default().push(origin.month);
        }
    }
    months
}

/// The first word of `source` that is a digest, in lower case.
fn digest(source: &str) -> Option<String> {
    let words = source.split(|c: char| !c.is_ascii_alphanumeric());
    let digest = |word: &&str| word.len() >= DIGEST && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    words.into_iter().find(digest).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_found_in_a_source() {
        let sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(&format!("chat.csv (sha256:{})", sum.to_uppercase())).as_deref(), Some(sum));
        assert_eq!(digest("export of 2025-06-02"), None);
        assert_eq!(digest("order 12345678901234567890"), None);
    }
}
