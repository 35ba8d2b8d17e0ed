//! The overview: are we on target, where not, is it getting better?

use super::goalpost::Goalpost;
use super::reporter::Reporter;
use super::series::Series;
use super::standing::Standings;
use super::trend_figure::{Course, trend_figure};
use super::voice::{Voice, say};
use super::{
    address, attention::attention, format, goal_rows, measure, score_figures, service_value, subject,
    targets, team_charts, team_measures, teams_table,
};
use crate::model::{IndicatorIx, Language, Period, PeriodKind, Subject};
use crate::view::{Figure, KeyFigure, Link, Measure, OverviewView, Section, Shell, Tone};

/// The overview in `language`.
#[must_use]
pub fn overview(reporter: &Reporter<'_>, language: Language) -> OverviewView {
    let voice = reporter.voice(language);
    let organisation = &reporter.evaluation.model.organisation;
    let courses = courses(reporter);
    let goals = goal_rows::goals_where(reporter, |_| true);
    let mut shell = Shell::new(language, Section::Overview, "index.html", voice.word("overview"));
    let about = voice.name(&organisation.about);
    let mut view = OverviewView {
        lead: match reporter.visible.organisation() {
            true => voice.word("overview-empty"),
            false => say!(voice, "group-withheld", n: reporter.visible.least()),
        },
        period: Link::new(voice.word("periods"), "periods.html"),
        figures: Vec::new(),
        attention: attention(reporter, language, &courses),
        measures: Vec::new(),
        charts: Vec::new(),
        value: None,
        value_charts: Vec::new(),
        teams: teams_table::table(reporter, language, reporter.survey.period),
        targets: targets::states(voice, &goals, Some("targets.html#all")),
        quality: if reporter.visible.everything() { quality(reporter, voice) } else { String::new() },
        shell: shell.clone(),
    };
    if let Some(period) = reporter.survey.period.filter(|_| reporter.visible.organisation()) {
        let now = Standings::all(reporter, period);
        let before = Standings::all(reporter, period.previous());
        view.period = Link::new(format::period(period, language), address::period(period));
        view.measures = measures(reporter, language, &courses, period);
        view.lead = lead(reporter, voice, &now, &before, &view.measures, period);
        view.figures = figures(reporter, voice, (&now, &before), &view.measures, period);
        view.value = service_value::panel(reporter, language, period);
        if view.value.is_some() {
            view.value_charts = service_value::charts(reporter, language);
        }
        view.charts = charts(reporter, language, &courses, &now, period);
    }
    shell.description = if about.is_empty() { view.lead.clone() } else { about.to_owned() };
    if !about.is_empty() {
        view.lead = voice.sentences(&[view.lead.into(), about.into()]);
    }
    view.shell = shell;
    view
}

/// The courses of all indicators with figures, those of most weight first, then by id.
fn courses(reporter: &Reporter<'_>) -> Vec<(IndicatorIx, Series)> {
    let evaluation = reporter.evaluation;
    let indicators = (0..evaluation.model.indicators.len() as u32).map(IndicatorIx);
    let weight =
        |ix: IndicatorIx| reporter.survey.item_of_most(evaluation, ix).map_or(0.0, |(_, item)| item.weight);
    let mut courses: Vec<(IndicatorIx, Series)> =
        indicators.map(|ix| (ix, Series::new(reporter, Subject::Organisation, ix))).collect();
    courses.retain(|(_, series)| !series.values().is_empty());
    courses.sort_by(|a, b| weight(b.0).total_cmp(&weight(a.0)).then(a.0.cmp(&b.0)));
    courses
}

/// The organisation's indicators against the targets of the scheme that most agents have.
fn measures(
    reporter: &Reporter<'_>,
    language: Language,
    courses: &[(IndicatorIx, Series)],
    period: Period,
) -> Vec<Measure> {
    let evaluation = reporter.evaluation;
    let row = |(ix, series): &(IndicatorIx, Series)| {
        let indicator = evaluation.model.indicator(*ix);
        let derivation = format!("{}#course", address::indicator(indicator.id.as_str()));
        if let Some((_, item)) = reporter.survey.item_of_most(evaluation, *ix) {
            let of = Subject::Organisation;
            return team_measures::row_of(reporter, language, of, item, period, Some(derivation));
        }
        let reading = reporter.reading(Subject::Organisation, *ix, period);
        let before = reporter.reading(Subject::Organisation, *ix, period.previous());
        let skip = series.readings.len().saturating_sub(12);
        let row = measure::Row {
            indicator,
            reading: &reading,
            goalpost: None::<Goalpost>,
            points: None,
            weight: None,
            contribution: None,
            before: before.value,
            course: series.readings.get(skip..).unwrap_or_default(),
            derivation: Some(derivation),
        };
        measure::measure(reporter, language, &row)
    };
    courses.iter().map(row).collect()
}

fn tally(measures: &[Measure]) -> (usize, usize) {
    let judged =
        || measures.iter().filter_map(|measure| measure.mark.as_ref()).filter(|m| m.tone != Tone::NoValue);
    (judged().filter(|mark| mark.tone == Tone::OnTarget).count(), judged().count())
}

fn lead(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    now: &Standings,
    before: &Standings,
    measures: &[Measure],
    period: Period,
) -> String {
    let label = format::period(period, voice.language);
    let (met, judged) = tally(measures);
    let first = say!(voice, "overview-lead", period: &label, met: met, judged: judged);
    let second = match (now.median(), before.median()) {
        (Some(median), Some(then)) => {
            let change = score_figures::change_words(reporter, voice, median - then, period.previous());
            say!(voice, "overview-lead-median-change", median: &reporter.score(median), change: &change)
        }
        (Some(median), None) => say!(voice, "overview-lead-median", median: &reporter.score(median)),
        (None, _) => voice.word("overview-lead-no-scores"),
    };
    voice.sentences(&[first.into(), second.into()])
}

fn figures(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    (now, before): (&Standings, &Standings),
    measures: &[Measure],
    period: Period,
) -> Vec<KeyFigure> {
    let mut figures = score_figures::of(reporter, voice, now, before, period);
    if let Some(first) = figures.first_mut() {
        first.spark = score_figures::spark(reporter, |month| Standings::all(reporter, month));
    }
    figures.truncate(3);
    let (met, judged) = tally(measures);
    figures.push(KeyFigure {
        unit: Some(say!(voice, "of-n", n: judged)),
        href: Some("index.html#indicators".to_owned()),
        ..score_figures::plain(voice.word("figure-on-target"), met.to_string())
    });
    let goals = goal_rows::goals_where(reporter, |_| true);
    if !goals.is_empty() {
        let good = goals
            .iter()
            .filter(|goal| super::check_words::state(voice, goal.progress.state).tone == Tone::OnTarget)
            .count();
        figures.push(KeyFigure {
            unit: Some(say!(voice, "of-n", n: goals.len())),
            href: Some("targets.html".to_owned()),
            ..score_figures::plain(voice.word("figure-goals"), good.to_string())
        });
    }
    if let Some(share) = reporter.survey.coverage.between(period.first(), period.last()).share() {
        figures.push(KeyFigure {
            href: reporter.open("quality.html"),
            ..score_figures::plain(voice.word("figure-coverage"), format::probability(share))
        });
    }
    figures
}

/// The median score, its spread, and the course of the two indicators of most weight.
fn charts(
    reporter: &Reporter<'_>,
    language: Language,
    courses: &[(IndicatorIx, Series)],
    now: &Standings,
    period: Period,
) -> Vec<Figure> {
    let voice = reporter.voice(language);
    let who = subject::link(reporter, language, Subject::Organisation).text;
    let mut charts: Vec<Figure> =
        team_charts::course(reporter, voice, (&who, None), |month| Standings::all(reporter, month))
            .into_iter()
            .collect();
    charts.extend(team_charts::spread(reporter, voice, &who, now, period));
    for (ix, series) in courses.iter().take(2) {
        let anchor = format!("course-{}", reporter.evaluation.model.indicator(*ix).id);
        let of = Course {
            anchor: &anchor,
            subject: Subject::Organisation,
            who: &who,
            indicator: *ix,
            bounds: None,
            still: false,
        };
        charts.push(trend_figure(reporter, language, of, series));
    }
    charts
}

/// The state of the data in one sentence.
fn quality(reporter: &Reporter<'_>, voice: Voice<'_>) -> String {
    let mut months = reporter.evaluation.of_kind(PeriodKind::Month);
    let first = months.next();
    let Some((first, last)) = first.zip(months.next_back().or(first)) else {
        return voice.word("quality-empty");
    };
    let share = reporter.survey.coverage.between(first.first(), last.last()).share();
    let share = share.map_or_else(|| voice.word("no-data"), format::probability);
    say!(
        voice, "quality-sentence",
        first: &format::period(first, voice.language), last: &format::period(last, voice.language),
        share: &share, faults: reporter.diagnostics.len(),
    )
}
