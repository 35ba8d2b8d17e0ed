//! What service brings in: a panel of the overview, for indicators that say so of themselves (A085).

use super::count_cell::{counts, counts_text};
use super::reporter::Reporter;
use super::series::Series;
use super::trend_figure::{Course, trend_figure};
use super::voice::{Voice, say};
use super::{address, cell, format, subject};
use crate::model::{IndicatorIx, Language, Period, Subject, TeamIx};
use crate::view::{Cell, CellState, Column, Figure, Row, RuleSection, Table};

/// The indicators that show what service brings in.
fn indicators(reporter: &Reporter<'_>) -> Vec<IndicatorIx> {
    let all = reporter.evaluation.model.indicators.iter().enumerate();
    all.filter(|(_, indicator)| indicator.service_value).map(|(at, _)| IndicatorIx(at as u32)).collect()
}

/// The panel; `None` where no indicator shows it, or none has figures in `period`.
pub(super) fn panel(reporter: &Reporter<'_>, language: Language, period: Period) -> Option<RuleSection> {
    let voice = reporter.voice(language);
    let all = indicators(reporter);
    let sentences: Vec<String> = all.iter().filter_map(|ix| sentence(reporter, voice, *ix, period)).collect();
    if sentences.is_empty() {
        return None;
    }
    let teams = (0..reporter.evaluation.model.teams.len() as u32).map(|at| Subject::Team(TeamIx(at)));
    let subjects: Vec<Subject> = std::iter::once(Subject::Organisation).chain(teams).collect();
    let rows = all
        .iter()
        .flat_map(|ix| subjects.iter().filter_map(|of| row(reporter, voice, *ix, *of, period)))
        .collect();
    let columns = vec![
        Column::text(voice.word("indicator")),
        Column::text(voice.word("value-whose")),
        Column::number(voice.word("value")),
        Column::number(voice.word("counts")),
        Column::number(voice.word("change")),
    ];
    let title = voice.word("value-title");
    let label = format::period(period, language);
    let mut table = Table::new(say!(voice, "value-caption", period: &label), columns, rows);
    table.filter = false;
    let mut paragraphs = sentences;
    paragraphs.push(voice.word("value-note"));
    Some(RuleSection { anchor: "service-value".to_owned(), title, paragraphs, table: Some(table) })
}

/// `Repurchase brought in 35.1% of revenue in 2025-Q3 (123,456 of 351,700)`.
fn sentence(reporter: &Reporter<'_>, voice: Voice<'_>, ix: IndicatorIx, period: Period) -> Option<String> {
    let indicator = reporter.evaluation.model.indicator(ix);
    let shown = reporter.shown(indicator.precision, voice.language);
    let now = reporter.reading(Subject::Organisation, ix, period);
    let before = reporter.reading(Subject::Organisation, ix, period.previous());
    let value = now.value?;
    let first = say!(
        voice, "value-now",
        indicator: voice.name(&indicator.name), period: &format::period(period, voice.language),
        value: &shown.value(value), counts: &counts_text(&now).unwrap_or_default(),
    );
    let change = before.value.map(|then| {
        let earlier = format::period(period.previous(), voice.language);
        say!(voice, "value-change", change: &shown.change(value - then), period: &earlier)
    });
    let said: Vec<_> = std::iter::once(first).chain(change).map(Into::into).collect();
    Some(voice.sentences(&said))
}

fn row(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    ix: IndicatorIx,
    of: Subject,
    period: Period,
) -> Option<Row> {
    let indicator = reporter.evaluation.model.indicator(ix);
    let (shown, words) =
        (reporter.shown(indicator.precision, voice.language), reporter.words(voice.language));
    let page = Cell::link(voice.name(&indicator.name), address::indicator(indicator.id.as_str()));
    let whose = subject::cell(reporter, voice.language, of);
    if !reporter.visible.figure(of, ix) {
        let withheld = || Cell::empty(CellState::Withheld);
        return Some(Row::new(vec![page, whose, withheld(), withheld(), withheld()]));
    }
    let now = reporter.reading(of, ix, period);
    let before = reporter.reading(of, ix, period.previous());
    let value = now.value?;
    let change = before.value.map_or_else(
        || Cell::text(voice.word("not-comparable")),
        |then| Cell::number(shown.change(value - then), value - then),
    );
    Some(Row::new(vec![page, whose, cell::reading(&now, shown, true, words), counts(&now, words), change]))
}

/// The courses of these indicators.
pub(super) fn charts(reporter: &Reporter<'_>, language: Language) -> Vec<Figure> {
    let who = subject::link(reporter, language, Subject::Organisation).text;
    let one = |ix: IndicatorIx| {
        let series = Series::new(reporter, Subject::Organisation, ix);
        if series.values().len() < 2 {
            return None;
        }
        let anchor = format!("value-{}", reporter.evaluation.model.indicator(ix).id);
        let subject = Subject::Organisation;
        let course =
            Course { anchor: &anchor, subject, who: &who, indicator: ix, bounds: None, still: false };
        Some(trend_figure(reporter, language, course, &series))
    };
    indicators(reporter).into_iter().filter_map(one).collect()
}
