//! Schemes: weights that total 100, rules that fit, bands down to 0, and never two at once for one team.

use super::vocabulary::Vocabulary;
use super::{lint, policy, rule, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{
    Band, ChannelIx, Id, Indicator, IndicatorIx, Item, LevelIx, Measure, Month, NewcomerStep, Role, Rule,
    Scheme, Status, TeamIx, Whose,
};
use crate::raw::{self, Entries, IdWord};

/// A scheme.
pub(super) fn check(
    id: Id,
    span: Span,
    raw: raw::Scheme,
    book: &Vocabulary,
    indicators: &[Option<Indicator>],
    sink: &mut Sink,
) -> Option<Scheme> {
    let raw::Scheme {
        name,
        about,
        version,
        from,
        to,
        teams,
        r#for,
        pilot,
        items,
        policy,
        bands,
        accepts,
        place,
    } = raw;
    let role = role_of(r#for);
    let pilot = pilot.and_then(|word| words::flag(&word, sink)).unwrap_or_default();
    if pilot && !(place.has("teams") && place.has("to")) {
        sink.push(unbounded(place.of("pilot")));
    }
    let (began, first) = (place.of("from"), words::month(&from, sink));
    let last = match to {
        Some(word) => words::month(&word, sink).map(Some),
        None => Some(None),
    };
    let days = |month: Month, span| (month.first_day(), span);
    let in_order = words::in_order(
        first.map(|month| days(month, began)),
        last.flatten().map(|month| days(month, place.of("to"))),
        sink,
    );
    let teams = book.teams.resolve_all(&teams.unwrap_or_default(), sink);
    let weights = items.list.iter().map(|(_, item)| item.as_ref().map(|item| &item.weight));
    total(weights.collect(), place.of("items"), sink);
    let desk = Desk { book, indicators, role };
    let read: Vec<Option<Item>> =
        items.list.into_iter().map(|(word, raw)| desk.item(&word, raw, sink)).collect();
    let policy = policy::check(policy, sink);
    let bands = match bands {
        Some(entries) => self::bands(entries, place.of("bands"), sink),
        None => Some(Vec::new()),
    };
    Some(Scheme {
        id,
        name: words::text(name),
        about: words::text_or_empty(about),
        version: version.text,
        from: first.filter(|_| in_order)?,
        to: last?,
        teams: teams?.into_iter().map(TeamIx).collect(),
        role,
        status: if pilot { Status::Pilot } else { Status::InForce },
        items: read.into_iter().collect::<Option<_>>()?,
        policy,
        bands: bands?,
        accepts: lint::accepted(accepts, sink),
        span,
    })
}

const fn role_of(audience: Option<raw::Audience>) -> Role {
    match audience {
        Some(raw::Audience::Managers) => Role::Manager,
        Some(raw::Audience::Agents) | None => Role::Agent,
    }
}

fn unbounded(span: Span) -> Diagnostic {
    Diagnostic::new(Code::PilotUnbounded, span, "a pilot names its teams and its last month")
        .help("add `teams: [...]` and `to: 2025-12`")
}

/// Reports weights that do not total 100. Says nothing while one of them cannot be read.
pub(super) fn total(words: Vec<Option<&raw::NumberWord>>, span: Span, sink: &mut Sink) {
    let mut quiet = Sink::new();
    let weights = words.into_iter().map(|word| words::number(word?, &mut quiet));
    let Some(weights) = weights.collect::<Option<Vec<f64>>>() else { return };
    let sum: f64 = weights.iter().sum();
    if (sum - 100.0).abs() <= 1e-9 {
        return;
    }
    let shown = crate::model::round_to(sum, 6);
    let list: Vec<String> = weights.iter().map(ToString::to_string).collect();
    let off = crate::model::round_to(100.0 - sum, 6);
    let missing = if off > 0.0 { format!("{off} are missing") } else { format!("{} are too many", -off) };
    sink.push(
        Diagnostic::new(Code::WeightsNot100, span, format!("the weights total {shown}, not 100"))
            .label(format!("{} = {shown}", list.join(" + ")))
            .help(missing),
    );
}

/// What items refer to.
struct Desk<'a> {
    book: &'a Vocabulary,
    indicators: &'a [Option<Indicator>],
    role: Role,
}

impl Desk<'_> {
    fn item(&self, word: &IdWord, raw: Option<raw::Item>, sink: &mut Sink) -> Option<Item> {
        let at = self.book.indicators.resolve(word, sink);
        let raw::Item { of, weight, rule, levels, newcomers, channels, cap, floor, minimum, place: _ } = raw?;
        let weight_value = words::number_in(&weight, 0.0..=100.0, sink);
        if weight_value == Some(0.0) {
            let message = "an item without weight has no part in the score";
            sink.push(Diagnostic::new(Code::OutOfRange, weight.span, message).help("delete the item"));
        }
        let cap = cap.map_or(Some(100.0), |word| words::number_in(&word, 0.0..=1000.0, sink));
        let floor = match (floor, cap) {
            (Some(word), Some(cap)) => words::number_in(&word, 0.0..=cap, sink),
            _ => Some(0.0),
        };
        let minimum = match minimum {
            Some(word) => words::number_in(&word, 0.0..=1e9, sink).map(Some),
            None => Some(None),
        };
        let on = self.indicators.get(at? as usize)?.as_ref()?;
        if on.context_only {
            let message = format!("`{}` is context only and cannot carry weight", on.id);
            sink.push(
                Diagnostic::new(Code::ContextOnlyWeighted, word.span, message)
                    .also(on.span, "said here")
                    .help("delete the item, or take `context_only` off the indicator"),
            );
        }
        let of = whose(of);
        self.fitting_role(of, channels.is_some(), word, sink);
        if matches!(on.measure, Measure::Composite(_)) && channels.is_some() {
            let message =
                format!("`{}` is combined from other indicators and has no channels of its own", on.id);
            sink.push(
                Diagnostic::new(Code::MeasureMismatch, word.span, message)
                    .also(on.span, "the composite is defined here")
                    .help("take `channels` out of the item"),
            );
        }
        let most = cap.unwrap_or(100.0).max(100.0);
        let rule = rule::check(rule, on, most, sink);
        let by = |sink: &mut Sink, entries: Option<Entries<raw::Rule>>, names: &super::names::Names| {
            rules_by(entries, names, on, most, sink)
        };
        let levels = by(sink, levels, &self.book.levels);
        let channels = by(sink, channels, &self.book.channels);
        let newcomers = self::newcomers(newcomers.unwrap_or_default(), on, most, sink);
        Some(Item {
            indicator: IndicatorIx(at?),
            of,
            weight: weight_value?,
            rule: rule?,
            levels: levels?.into_iter().map(|(at, rule)| (LevelIx(at), rule)).collect(),
            newcomers: newcomers?,
            channels: channels?.into_iter().map(|(at, rule)| (ChannelIx(at), rule)).collect(),
            cap: cap?,
            floor: floor?,
            minimum: minimum?,
            span: word.span,
        })
    }
}

const fn whose(of: Option<raw::Whose>) -> Whose {
    match of {
        Some(raw::Whose::Team) => Whose::Team,
        Some(raw::Whose::Own) | None => Whose::Own,
    }
}

impl Desk<'_> {
    /// Reports an item of teams where nobody leads any, and channels of it.
    fn fitting_role(&self, of: Whose, channels: bool, word: &IdWord, sink: &mut Sink) {
        if of == Whose::Own {
            return;
        }
        if self.role == Role::Agent {
            let message = "only managers are scored on the figures of teams";
            sink.push(
                Diagnostic::new(Code::RoleMismatch, word.span, message)
                    .help("add `for: managers` to the scheme, or take `of: team` out"),
            );
        } else if channels {
            let message = "an item of teams has one rule for all channels";
            let fault = Diagnostic::new(Code::RoleMismatch, word.span, message);
            sink.push(fault.help("take `channels` out of the item"));
        }
    }
}

fn rules_by(
    entries: Option<Entries<raw::Rule>>,
    names: &super::names::Names,
    on: &Indicator,
    cap: f64,
    sink: &mut Sink,
) -> Option<Vec<(u32, Rule)>> {
    let mut read = Vec::new();
    for (word, raw) in entries.into_iter().flat_map(|entries| entries.list) {
        let at = names.resolve(&word, sink);
        let rule = raw.and_then(|raw| rule::check(raw, on, cap, sink));
        read.push(at.zip(rule));
    }
    let mut rules: Vec<(u32, Rule)> = read.into_iter().collect::<Option<_>>()?;
    rules.sort_by_key(|(at, _)| *at);
    Some(rules)
}

fn newcomers(
    list: Vec<raw::NewcomerStep>,
    on: &Indicator,
    cap: f64,
    sink: &mut Sink,
) -> Option<Vec<NewcomerStep>> {
    let mut last: Option<(u16, Span)> = None;
    let mut read = Vec::with_capacity(list.len());
    for raw::NewcomerStep { through_month, rule, place: _ } in list {
        let through = words::whole(&through_month, 1..=120, sink);
        if let (Some(through), Some((before, span))) = (through, last)
            && through <= before
        {
            let message = format!("this step ends with month {through}, not after the one before it");
            sink.push(
                Diagnostic::new(Code::OutOfOrder, through_month.span, message).also(span, "the one before"),
            );
        }
        last = through.map(|through| (through, through_month.span)).or(last);
        let rule = rule::check(rule, on, cap, sink);
        read.push(through.zip(rule).map(|(through, rule)| NewcomerStep { through, rule }));
    }
    read.into_iter().collect()
}

fn bands(entries: Entries<raw::Band>, span: Span, sink: &mut Sink) -> Option<Vec<Band>> {
    let mut read = Vec::with_capacity(entries.list.len());
    let mut ends = Vec::with_capacity(entries.list.len());
    for (word, raw) in entries.list {
        let id = words::id(&word, sink);
        let raw::Band { name, from, place: _ } = raw?;
        let value = words::number_in(&from, 0.0..=1000.0, sink);
        ends.push((value, from.span));
        read.push(id.zip(value).map(|(id, from)| Band { id, name: words::text(name), from }));
    }
    for pair in ends.windows(2) {
        if let [(Some(above), above_at), (Some(below), below_at)] = pair
            && below >= above
        {
            let message = format!("bands go down: {below} is not below {above}");
            sink.push(
                Diagnostic::new(Code::OutOfOrder, *below_at, message).also(*above_at, "the band above it"),
            );
        }
    }
    if let Some((Some(lowest), at)) = ends.last()
        && *lowest != 0.0
    {
        let message = format!("the lowest band begins at {lowest}, so lower scores have no band");
        sink.push(
            Diagnostic::new(Code::LowestBandNotZero, *at, message)
                .also(span, "in this list")
                .help("write `from: 0`"),
        );
    }
    read.into_iter().collect()
}

/// Reports two schemes that are in force for the same team in the same month.
pub(super) fn overlaps(schemes: &[Option<Scheme>], book: &Vocabulary, sink: &mut Sink) {
    let in_force = |scheme: &&Scheme| scheme.status == Status::InForce;
    let schemes: Vec<&Scheme> = schemes.iter().flatten().filter(in_force).collect();
    for (at, one) in schemes.iter().enumerate() {
        for other in schemes.iter().skip(at + 1).filter(|other| other.role == one.role) {
            let Some((month, team)) = shared(one, other, book) else { continue };
            let (later, earlier) = if one.from > other.from { (one, other) } else { (other, one) };
            let whom = team.map_or_else(|| "every team".to_owned(), |team| format!("the team `{team}`"));
            let message = format!("in {month} both `{}` and `{}` hold for {whom}", earlier.id, later.id);
            sink.push(
                Diagnostic::new(Code::SchemesOverlap, later.span, message)
                    .also(earlier.span, "the other scheme")
                    .help("end the earlier one with `to:`, or name different teams in each"),
            );
        }
    }
}

/// First month and a team that two schemes share; no team if both hold for all.
fn shared<'a>(one: &Scheme, other: &Scheme, book: &'a Vocabulary) -> Option<(Month, Option<&'a str>)> {
    let month = one.from.max(other.from);
    if one.to.is_some_and(|to| to < month) || other.to.is_some_and(|to| to < month) {
        return None;
    }
    match (one.teams.first(), other.teams.first()) {
        (None, None) => Some((month, None)),
        (Some(team), None) | (None, Some(team)) => Some((month, Some(book.teams.name(team.0)))),
        _ => {
            let team = one.teams.iter().find(|team| other.teams.contains(team))?;
            Some((month, Some(book.teams.name(team.0))))
        }
    }
}
