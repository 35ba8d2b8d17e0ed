//! Headline figures about the scores of a group.

use super::reporter::Reporter;
use super::standing::Standings;
use super::voice::{Voice, say};
use super::{address, format};
use crate::chart::{Dot, Sparkline};
use crate::model::{Period, PeriodKind};
use crate::view::KeyFigure;

/// Median, rated of all, share of the best two bands, middle half.
pub(super) fn of(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    now: &Standings,
    before: &Standings,
    period: Period,
) -> Vec<KeyFigure> {
    let label = format::period(period, voice.language);
    let mut figures = Vec::new();
    let page = Some(format!("{}#scores", address::period(period)));
    match now.median() {
        Some(median) => figures.push(KeyFigure {
            unit: Some(voice.word("of-100")),
            change: before
                .median()
                .map(|then| change_words(reporter, voice, median - then, period.previous())),
            href: page,
            ..plain(say!(voice, "figure-median", period: &label), reporter.score(median))
        }),
        None => figures.push(plain(say!(voice, "figure-median", period: &label), voice.word("not-scored"))),
    }
    figures.push(KeyFigure {
        unit: Some(say!(voice, "of-n", n: now.members)),
        ..plain(voice.word("figure-rated"), format::number(now.rated as f64, 0))
    });
    if let Some((low, _, high)) = now.quartiles().filter(|_| now.totals.len() >= 4) {
        let range = format!("{} – {}", reporter.score(low), reporter.score(high));
        figures.push(plain(voice.word("figure-middle-half"), range));
    }
    if let Some((upper, all)) = now.upper_bands() {
        figures.push(KeyFigure {
            unit: Some(say!(voice, "of-n", n: all)),
            ..plain(voice.word("figure-upper-bands"), format::number(upper as f64, 0))
        });
    }
    figures
}

/// A figure with nothing but its label and value.
pub(super) const fn plain(label: String, value: String) -> KeyFigure {
    KeyFigure { label, value, unit: None, target: None, change: None, mark: None, href: None, spark: None }
}

/// A change of a score since an earlier period, in sign and words.
pub(super) fn change_words(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    change: f64,
    earlier: Period,
) -> String {
    let decimals = reporter.evaluation.model.organisation.score_decimals;
    let period = format::period(earlier, voice.language);
    let signed = format::signed(change, decimals);
    match format::number(change.abs(), decimals) {
        zero if zero.bytes().all(|b| matches!(b, b'0' | b'.')) => {
            say!(voice, "score-unchanged", period: &period)
        }
        size if change > 0.0 => say!(voice, "score-up", by: &size, signed: &signed, period: &period),
        size => say!(voice, "score-down", by: &size, signed: &signed, period: &period),
    }
}

/// The median scores of the last twelve months as a line.
pub(super) fn spark(
    reporter: &Reporter<'_>,
    of: impl Fn(Period) -> Standings,
) -> Option<crate::view::Markup> {
    let mut months: Vec<Period> = reporter.evaluation.of_kind(PeriodKind::Month).rev().take(12).collect();
    months.reverse();
    let dots = months.into_iter().map(|month| Dot { value: of(month).median(), ..Dot::default() }).collect();
    super::figure::markup(Sparkline { dots, target: None, range: None, scale: None }.draw().svg)
}
