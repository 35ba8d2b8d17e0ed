//! Placeholders in the hand-written targets: `{{agent lin.wei csat_rate 2025-01 2025-06}}` becomes the baseline that the
//! data give, with an optional channel at the end.

use super::calendar::Month;
use super::ledger::{Ledger, Query};

/// `template` with every placeholder filled. One that means nothing stays as it is, which the tests refuse.
pub(super) fn fill(template: &str, ledger: &Ledger) -> String {
    let mut text = String::with_capacity(template.len() + 1024);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        text.push_str(before);
        let Some((inside, behind)) = after.split_once("}}") else {
            text.push_str("{{");
            rest = after;
            continue;
        };
        match query(inside).and_then(|query| ledger.baseline(query)) {
            Some(baseline) => text.push_str(&baseline),
            None => text.push_str(&format!("{{{{{inside}}}}}")),
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}

fn query(inside: &str) -> Option<Query<'_>> {
    let words: Vec<&str> = inside.split_whitespace().collect();
    let &[kind, id, indicator, from, to, ref channel @ ..] = words.as_slice() else { return None };
    let (from, to) = (month(from)?, month(to)?);
    Some(Query { subject: (kind, id), indicator, from, to, channel: channel.first().copied() })
}

fn month(text: &str) -> Option<Month> {
    let (year, month) = text.split_once('-')?;
    Some(Month::of(year.parse().ok()?, month.parse().ok()?))
}
