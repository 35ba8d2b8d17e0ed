//! The organisation.

use super::{Options, event_type, gate, lint, occasion, whole_file, words};
use crate::diag::{Code, Diagnostic, FileId, Sink, Span, quoted};
use crate::model::{
    Audiences, Dimension, EVALUATED_COMMITS, Id, Nature, Organisation, ProfileName, Term, Text, Web,
};
use crate::raw::{self, Entries, Word};

/// The organisation. Faulty fields are reported and take their defaults, so that the other files can be checked.
pub(super) fn check(raw: raw::Organisation, sink: &mut Sink) -> Option<Organisation> {
    let raw::Organisation {
        name,
        about,
        time_zone,
        currency,
        fiscal_year_start,
        grace_days,
        as_of,
        score_decimals,
        repository,
        site_url,
        indexable,
        channels,
        levels,
        promotions,
        actions: _,
        roles,
        dimensions,
        event_types,
        raters,
        lints,
        audiences: readers,
        review,
        history,
        place: _,
    } = raw;
    let levels = terms(levels, sink).filter(|levels| !levels.is_empty());
    Some(Organisation {
        name: words::text(name),
        about: words::text_or_empty(about),
        time_zone: time_zone
            .and_then(|zone| zone_name(zone, sink))
            .unwrap_or_else(|| "Asia/Shanghai".to_owned()),
        currency: currency.and_then(|code| currency_code(code, sink)).unwrap_or_else(|| "CNY".to_owned()),
        fiscal_start: fiscal_year_start.and_then(|word| words::whole(&word, 1..=12, sink)).unwrap_or(1) as u8,
        grace_days: grace_days.and_then(|word| words::whole(&word, 0..=366, sink)).unwrap_or(7),
        as_of: as_of.and_then(|word| words::date(&word, sink)),
        score_decimals: score_decimals.and_then(|word| words::whole(&word, 0..=4, sink)).unwrap_or(2) as u8,
        repository: repository.and_then(|repository| web(repository, sink)),
        site_url: site_url.and_then(|word| address(&word, sink)),
        indexable: indexable.and_then(|word| words::flag(&word, sink)).unwrap_or_default(),
        channels: terms(channels, sink).unwrap_or_default(),
        levels: levels.or_else(|| Some(vec![default_level()?]))?,
        promotions: occasion::promotions(promotions, sink),
        // Checked when indicators, teams and agents are known.
        actions: Vec::new(),
        manager: roles
            .and_then(|raw::Roles { manager, place: _ }| manager)
            .map_or_else(|| Text::new("主管", "Manager"), words::text),
        dimensions: dimensions.list.into_iter().filter_map(|(id, raw)| dimension(&id, raw?, sink)).collect(),
        event_types: event_type::check_all(event_types, sink),
        raters: terms(raters, sink).unwrap_or_default(),
        lints: lint::limits(lints, sink),
        audiences: readers.map(|raw| audiences(raw, sink)).unwrap_or_default(),
        gates: gate::gates(review, sink),
        evaluated_commits: history
            .and_then(|raw::HistoryWords { evaluate, place: _ }| evaluate)
            .and_then(|word| words::whole(&word, 0..=10_000, sink))
            .map_or(EVALUATED_COMMITS, usize::from),
    })
}

fn audiences(raw: raw::Audiences, sink: &mut Sink) -> Audiences {
    let raw::Audiences { default, smallest_group, place: _ } = raw;
    let default = match default {
        Some(raw::ProfileName::Public) => ProfileName::Public,
        Some(raw::ProfileName::Team) => ProfileName::Team,
        Some(raw::ProfileName::Manager) | None => ProfileName::Manager,
    };
    let smallest = smallest_group.and_then(|word| words::whole(&word, 2..=1000, sink));
    Audiences { default, smallest_group: smallest.map_or(Audiences::SMALLEST_GROUP, usize::from) }
}

fn default_level() -> Option<Term> {
    let name = Text::new("客服", "Agent");
    Id::parse("agent").map(|id| Term { id, name })
}

fn terms(entries: Option<Entries<raw::Text>>, sink: &mut Sink) -> Option<Vec<Term>> {
    let term = |(id, name): (raw::IdWord, Option<raw::Text>), sink: &mut Sink| {
        Some(Term { id: words::id(&id, sink)?, name: words::text(name?) })
    };
    Some(entries?.list.into_iter().filter_map(|entry| term(entry, sink)).collect())
}

fn dimension(id: &raw::IdWord, raw: raw::Dimension, sink: &mut Sink) -> Option<Dimension> {
    let raw::Dimension { name, nature, core, place: _ } = raw;
    let core = core.and_then(|word| words::flag(&word, sink)).unwrap_or_default();
    let nature = match nature {
        Some(raw::Nature::Speed) => Nature::Speed,
        Some(raw::Nature::Quality) => Nature::Quality,
        Some(raw::Nature::Sales) => Nature::Sales,
        Some(raw::Nature::Knowledge) => Nature::Knowledge,
        Some(raw::Nature::Other) | None => Nature::Other,
    };
    Some(Dimension { id: words::id(id, sink)?, name: words::text(name), nature, core, span: id.span })
}

/// IANA names are paths of words; which of them exist is for the reader of the page, since nothing is computed with it.
fn zone_name(word: Word, sink: &mut Sink) -> Option<String> {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
    };
    let fine = word.text.split('/').all(part);
    known_form(word, fine, "an IANA time zone such as Asia/Shanghai", sink)
}

fn currency_code(word: Word, sink: &mut Sink) -> Option<String> {
    let fine = word.text.len() == 3 && word.text.bytes().all(|b| b.is_ascii_uppercase());
    known_form(word, fine, "an ISO 4217 code of three capital letters such as CNY", sink)
}

fn known_form(word: Word, fine: bool, expected: &str, sink: &mut Sink) -> Option<String> {
    if fine {
        return Some(word.text);
    }
    let message = format!("{} is not {expected}", quoted(&word.text));
    sink.push(Diagnostic::new(Code::UnknownWord, word.span, message));
    None
}

/// The address goes into links of the site, so only plain web addresses are taken.
fn web(raw: raw::Repository, sink: &mut Sink) -> Option<Web> {
    let raw::Repository { url, branch, place: _ } = raw;
    let url = address(&url, sink)?;
    let branch = match branch {
        Some(word) if word.text.is_empty() || !word.text.chars().all(safe_in_address) => {
            bad_address(&word.text, word.span, sink);
            return None;
        }
        Some(word) => word.text,
        None => "main".to_owned(),
    };
    Some(Web { url, branch })
}

/// A plain web address without a slash at its end.
fn address(word: &Word, sink: &mut Sink) -> Option<String> {
    let rest = word.text.strip_prefix("https://").or_else(|| word.text.strip_prefix("http://"));
    if rest.is_none_or(|rest| rest.is_empty() || !rest.chars().all(safe_in_address)) {
        bad_address(&word.text, word.span, sink);
        return None;
    }
    Some(word.text.trim_end_matches('/').to_owned())
}

fn safe_in_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~/:%+".contains(c)
}

fn bad_address(text: &str, span: Span, sink: &mut Sink) {
    let message = format!("{} cannot be part of a web address", quoted(text));
    sink.push(
        Diagnostic::new(Code::BadAddress, span, message)
            .help("write an address such as https://github.com/owner/name, and a branch such as main"),
    );
}

/// Reports an organisation that is not there, or there twice (`deskscore.yml` and `deskscore.yaml`).
pub(super) fn one(files: &[FileId], options: &Options, sink: &mut Sink) {
    match files {
        [_] => {}
        [] => {
            let path = options.shown("deskscore.yml");
            let fault = Diagnostic::placeless(Code::MissingOrganisation, format!("there is no `{path}`"));
            sink.push(
                fault.help("write one: a name and the dimensions are enough; `deskscore init` writes it"),
            );
        }
        [first, others @ ..] => {
            for other in others {
                let message = "the organisation is defined twice";
                sink.push(
                    Diagnostic::new(Code::DuplicateId, whole_file(*other), message)
                        .also(whole_file(*first), "first defined here")
                        .help("keep one of the two files"),
                );
            }
        }
    }
}
