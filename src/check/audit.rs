//! Limits of the audit: names that exist, values within their ranges.

use super::words;
use crate::diag::{Code, Diagnostic, Sink, quoted, suggest};
use crate::model::{AuditLimits, Limit};
use crate::raw::{AuditFile, Entries, NumberWord};

/// The limits of the file; the defaults without one.
pub(super) fn check(file: Option<AuditFile>, sink: &mut Sink) -> AuditLimits {
    let Some(AuditFile { limits: entries, place: _ }) = file else { return AuditLimits::default() };
    limits(entries, sink)
}

/// Limits by name. A fault leaves the default.
pub(super) fn limits(entries: Option<Entries<NumberWord>>, sink: &mut Sink) -> AuditLimits {
    let mut set: Vec<(Limit, f64)> = Vec::new();
    for (word, value) in entries.map(|entries| entries.list).unwrap_or_default() {
        let Some(limit) = Limit::ALL.iter().copied().find(|limit| limit.key() == word.text) else {
            let message = format!("the audit has no limit {}", quoted(&word.text));
            let known = || Limit::ALL.iter().map(|limit| limit.key());
            sink.push(
                Diagnostic::new(Code::UnknownWord, word.span, message)
                    .note(format!("the limits are: {}", known().collect::<Vec<_>>().join(", ")))
                    .help_if(suggest(&word.text, known()).map(|name| format!("did you mean `{name}`?"))),
            );
            continue;
        };
        let value = value.and_then(|value| words::number_in(&value, limit.range(), sink));
        set.extend(
            value.filter(|_| !set.iter().any(|(known, _)| *known == limit)).map(|value| (limit, value)),
        );
    }
    AuditLimits::new(set)
}
