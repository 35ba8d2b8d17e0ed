//! The yearly review of targets: how often they were reached, where they are too easy or too hard, how the teams moved against them,
//! what the next year could ask for, and what was decided (A045).

use super::reporter::Reporter;
use super::units::MOST_ROWS;
use super::voice::{Voice, say};
use super::yearly_cells::{decision, fit, hits, pace, percent, proposal, reach, spread};
use super::{address, format, subject, task_words};
use crate::compare::{Drift, Fit, IndicatorYear, Reached, Yearly};
use crate::model::{IndicatorIx, Language, LevelIx, Subject, TargetReview, TeamIx};
use crate::view::{Cell, Column, Link, ListSection, ListView, Row, RuleSection, Section, Shell, Table};

/// The page of the yearly review (`yearly.html`) in `language`; `None` without figures, and for audiences that see groups only.
#[must_use]
pub fn yearly_page(reporter: &Reporter<'_>, language: Language) -> Option<ListView> {
    let yearly = reporter.survey.yearly.as_ref()?;
    let voice = reporter.voice(language);
    let mut shell = Shell::new(language, Section::Targets, "yearly.html", voice.word("yearly"));
    shell.crumbs = vec![
        Link::new(voice.word("overview"), "index.html"),
        Link::new(voice.word("targets"), "targets.html"),
    ];
    let lead = lead(voice, yearly);
    shell.description.clone_from(&lead);
    let section = |key: &str, note: &str, table: Table| ListSection {
        anchor: key.to_owned(),
        title: voice.word(&format!("yearly-{key}")),
        note: Some(voice.word(note)),
        links: Vec::new(),
        table: Some(Table { quiet: true, csv: Some(format!("csv/yearly-{key}.csv")), ..table }),
    };
    let pages = Pages { reporter, voice, yearly };
    let mut sections = vec![
        section("hits", "yearly-hits-note", pages.indicators()),
        section("levels", "yearly-levels-note", pages.levels()),
        section("by-team", "yearly-by-team-note", pages.teams()),
        section("drift", "yearly-drift-note", pages.drift()),
        section("proposals", "yearly-proposals-note", pages.proposals()),
    ];
    sections.extend(pages.decisions().map(|table| section("decisions", "yearly-decisions-note", table)));
    Some(ListView { shell, lead, sections })
}

/// What the page of an indicator says of its year: two sections.
pub(super) fn of_indicator(reporter: &Reporter<'_>, language: Language, ix: IndicatorIx) -> Vec<RuleSection> {
    let Some(yearly) = &reporter.survey.yearly else { return Vec::new() };
    let Some(year) = yearly.of(ix) else { return Vec::new() };
    let voice = reporter.voice(language);
    let pages = Pages { reporter, voice, yearly };
    let label = format::period(yearly.year, language);
    let section = |anchor: &str, key: &str, paragraphs: Vec<String>, table: Table| RuleSection {
        anchor: anchor.to_owned(),
        title: say!(voice, key, year: &label),
        paragraphs,
        table: Some(Table { quiet: true, filter: false, ..table }),
    };
    let mut derived = vec![voice.word("yearly-proposals-note")];
    derived.extend(super::yearly_cells::derivation(reporter, voice, year));
    vec![
        section("yearly", "yearly-of-indicator", vec![voice.word("yearly-hits-note")], pages.parts(year)),
        section("next-target", "yearly-next-target", derived, pages.proposals_of(&[year], true)),
    ]
}

fn lead(voice: Voice<'_>, yearly: &Yearly) -> String {
    let label = format::period(yearly.year, voice.language);
    let first = match yearly.goals.interval() {
        Some(interval) => say!(
            voice, "yearly-lead-goals",
            year: &label, n: yearly.goals.of, met: yearly.goals.met, rate: &percent(yearly.goals.rate()),
            low: &percent(Some(interval.lower)), high: &percent(Some(interval.upper)),
        ),
        None => say!(voice, "yearly-lead-no-goals", year: &label),
    };
    let fits = |wanted: Fit| {
        let found = |one: &&IndicatorYear| one.all.full.fit() == wanted || one.all.goals.fit() == wanted;
        yearly.indicators.iter().filter(found).count()
    };
    let second = say!(
        voice, "yearly-lead-fits",
        n: yearly.indicators.len(), easy: fits(Fit::TooEasy), hard: fits(Fit::TooHard),
    );
    let mut said = vec![first, second];
    if yearly.unmeasured > 0 {
        said.push(say!(voice, "yearly-lead-unmeasured", n: yearly.unmeasured));
    }
    if !yearly.complete {
        said.push(voice.word("yearly-lead-running"));
    }
    voice.sentences(&said.into_iter().map(Into::into).collect::<Vec<_>>())
}

/// What every table of the review is made from.
struct Pages<'a> {
    reporter: &'a Reporter<'a>,
    voice: Voice<'a>,
    yearly: &'a Yearly,
}

impl Pages<'_> {
    fn words(&self, keys: &[&str]) -> Vec<Column> {
        keys.iter().map(|key| Column::text(self.voice.word(key))).collect()
    }

    fn table(&self, caption: &str, columns: Vec<Column>, mut rows: Vec<Row>) -> Table {
        let left = rows.len().saturating_sub(MOST_ROWS);
        rows.truncate(MOST_ROWS);
        let mut table = Table::new(self.voice.word(caption), columns, rows);
        table.empty = self.voice.word("yearly-empty");
        if left > 0 {
            table.notes.push(say!(self.voice, "yearly-left-out", n: left));
        }
        table
    }

    fn name(&self, ix: IndicatorIx) -> Cell {
        let indicator = self.reporter.evaluation.model.indicator(ix);
        let page = address::indicator(indicator.id.as_str());
        Cell::link(self.voice.name(&indicator.name), format!("{page}#yearly"))
    }

    fn level(&self, level: LevelIx) -> Cell {
        let levels = &self.reporter.evaluation.model.organisation.levels;
        Cell::text(levels.get(level.at()).map_or("–", |term| self.voice.name(&term.name)))
    }

    fn team(&self, team: TeamIx) -> Cell {
        subject::cell(self.reporter, self.voice.language, Subject::Team(team))
    }

    fn rates(&self, both: &Reached) -> [Cell; 3] {
        [hits(self.voice, both.goals), hits(self.voice, both.full), Cell::mark(fit(self.voice, both))]
    }

    fn indicators(&self) -> Table {
        let mut columns = self.words(&["indicator", "yearly-goals", "yearly-full", "fit"]);
        columns.push(Column::number(self.voice.word("yearly-full-before")).minor());
        let row = |one: &IndicatorYear| {
            let mut cells = vec![self.name(one.indicator)];
            cells.extend(self.rates(&one.all));
            cells.push(hits(self.voice, one.full_before));
            Row::new(cells)
        };
        self.table("yearly-hits", columns, self.yearly.indicators.iter().map(row).collect())
    }

    fn levels(&self) -> Table {
        let columns = self.words(&["indicator", "agent-level", "yearly-goals", "yearly-full", "fit"]);
        let rows = self.yearly.indicators.iter().flat_map(|one| {
            one.levels.iter().map(|(level, both)| {
                let mut cells = vec![self.name(one.indicator), self.level(*level)];
                cells.extend(self.rates(both));
                Row::new(cells)
            })
        });
        self.table("yearly-levels", columns, rows.collect())
    }

    fn teams(&self) -> Table {
        let columns = self.words(&["indicator", "team", "yearly-goals", "yearly-full", "fit"]);
        let rows = self.yearly.indicators.iter().flat_map(|one| {
            one.teams.iter().map(|(team, both)| {
                let mut cells = vec![self.name(one.indicator), self.team(*team)];
                cells.extend(self.rates(both));
                Row::new(cells)
            })
        });
        self.table("yearly-by-team", columns, rows.collect())
    }

    fn drift(&self) -> Table {
        let mut columns = self.words(&["indicator", "team"]);
        let numbers = ["yearly-then", "yearly-gap-then", "yearly-now", "yearly-gap-now", "yearly-moved"];
        columns.extend(numbers.map(|key| Column::number(self.voice.word(key))));
        let rows = self.yearly.indicators.iter().flat_map(|one| {
            one.drift.iter().map(|drift| {
                let mut cells = vec![self.name(one.indicator), self.team(drift.team)];
                cells.extend(self.drift_cells(one, drift));
                Row::new(cells)
            })
        });
        self.table("yearly-drift", columns, rows.collect())
    }

    fn drift_cells(&self, one: &IndicatorYear, drift: &Drift) -> [Cell; 5] {
        pace(self.reporter, self.voice, one.indicator, drift)
    }

    /// Everyone, levels and teams of one indicator.
    fn parts(&self, one: &IndicatorYear) -> Table {
        let mut columns = self.words(&["yearly-who", "yearly-goals", "yearly-full", "fit"]);
        let numbers = ["yearly-then", "yearly-now", "yearly-moved"];
        columns.extend(numbers.map(|key| Column::number(self.voice.word(key)).minor()));
        let none = || Cell::text(self.voice.word("not-comparable"));
        let row = |who: Cell, both: &Reached, drift: Option<&Drift>| {
            let mut cells = vec![who];
            cells.extend(self.rates(both));
            cells.extend(match drift.map(|drift| self.drift_cells(one, drift)) {
                Some([then, _, now, _, moved]) => [then, now, moved],
                None => [none(), none(), none()],
            });
            Row::new(cells)
        };
        let everyone = subject::cell(self.reporter, self.voice.language, Subject::Organisation);
        let mut rows = vec![row(everyone, &one.all, None)];
        rows.extend(one.levels.iter().map(|(level, both)| row(self.level(*level), both, None)));
        rows.extend(one.teams.iter().map(|(team, both)| {
            let drift = one.drift.iter().find(|drift| drift.team == *team);
            row(self.team(*team), both, drift)
        }));
        self.table("yearly-hits", columns, rows)
    }

    fn proposals(&self) -> Table {
        let all: Vec<&IndicatorYear> = self.yearly.indicators.iter().collect();
        self.proposals_of(&all, false)
    }

    /// What the next year could ask for; `alone` leaves the column of the indicator out.
    fn proposals_of(&self, years: &[&IndicatorYear], alone: bool) -> Table {
        let mut columns = self.words(&["indicator", "yearly-who"]);
        columns.push(Column::number(self.voice.word("yearly-baseline")));
        columns.push(Column::number(self.voice.word("yearly-spread")).minor());
        columns.push(Column::number(self.voice.word("yearly-reach")).minor());
        columns.push(Column::number(self.voice.word("yearly-proposal")));
        columns.push(Column::text(self.voice.word("decision")));
        let row = |one: &IndicatorYear, of: Subject, found: &super::yearly_cells::Found| {
            Row::new(vec![
                self.name(one.indicator),
                subject::cell(self.reporter, self.voice.language, of),
                super::yearly_cells::baseline(self.reporter, self.voice, one.indicator, found),
                spread(self.reporter, self.voice, one.indicator, found),
                reach(self.reporter, self.voice, one.indicator, found),
                proposal(self.reporter, self.voice, one.indicator, found),
                self.decided(one.indicator, of),
            ])
        };
        let rows = years.iter().flat_map(|one| one.proposals.iter().map(|(of, found)| row(one, *of, found)));
        let mut rows: Vec<Row> = rows.collect();
        if alone {
            columns.remove(0);
            rows.iter_mut().for_each(|row| drop(row.cells.remove(0)));
        }
        self.table("yearly-proposals", columns, rows)
    }

    fn decided(&self, indicator: IndicatorIx, of: Subject) -> Cell {
        let team = match of {
            Subject::Team(team) => Some(team),
            _ => None,
        };
        let reviews = &self.reporter.evaluation.model.cycle.target_reviews;
        let found = reviews.iter().find(|review| {
            (review.year, review.indicator, review.team) == (self.yearly.year, indicator, team)
        });
        match found {
            Some(review) => decision(self.reporter, self.voice, review),
            None => Cell::text(self.voice.word("yearly-undecided")),
        }
    }

    /// All decisions, the latest year first; `None` without any.
    fn decisions(&self) -> Option<Table> {
        let model = &self.reporter.evaluation.model;
        let mut list: Vec<&TargetReview> = model.cycle.target_reviews.iter().collect();
        list.sort_by(|a, b| (b.year, b.date, &a.id).cmp(&(a.year, a.date, &b.id)));
        let row = |review: &&TargetReview| {
            Row::new(vec![
                Cell::text(format::period(review.year, self.voice.language)),
                self.name(review.indicator),
                review.team.map_or_else(|| Cell::text(self.voice.word("all-teams")), |team| self.team(team)),
                decision(self.reporter, self.voice, review),
                Cell::text(self.voice.name(&review.reason)),
                Cell::text(task_words::person(self.reporter, self.voice, &review.by)),
                Cell::text(review.date.to_string()),
            ])
        };
        let keys = ["yearly-year", "indicator", "team", "decision", "yearly-reason", "yearly-by", "date"];
        (!list.is_empty())
            .then(|| self.table("yearly-decisions", self.words(&keys), list.iter().map(row).collect()))
    }
}
