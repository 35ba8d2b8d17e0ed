//! The definition of an indicator in words: formula, direction, how it adds up, source, who can move it.

use super::format::short_number;
use super::reporter::Reporter;
use super::rule_words;
use super::voice::{Voice, say};
use crate::model::{Composite, CompositePart, Control, Direction, Indicator, Language, Measure, Source};
use crate::view::Fact;

/// The definition card of `indicator`.
pub(super) fn definition(reporter: &Reporter<'_>, language: Language, indicator: &Indicator) -> Vec<Fact> {
    let voice = reporter.voice(language);
    let shown = reporter.shown(indicator.precision, language);
    let dimensions = &reporter.evaluation.model.organisation.dimensions;
    let dimension = dimensions.get(indicator.dimension.at()).map_or("", |d| voice.name(&d.name));
    let unit = shown.unit();
    let fact = |key: &str, text: String| Fact::new(voice.word(key), text);
    let mut facts = vec![
        fact("definition-id", indicator.id.to_string()),
        fact("definition-formula", formula(voice, &indicator.measure)),
        fact("definition-adds-up", adds_up(voice, &indicator.measure)),
        fact("definition-direction", voice.word(direction(indicator.direction))),
        fact("dimension", dimension.to_owned()),
        fact("unit", if unit.is_empty() { voice.word("word-ratio") } else { unit }),
        fact("definition-valid", valid(voice, shown, indicator)),
        fact("definition-minimum", minimum(voice, indicator)),
        fact("definition-control", voice.word(control(indicator.control))),
        fact("definition-source", source(voice, indicator)),
    ];
    if let Measure::Composite(composite) = &indicator.measure {
        facts.insert(2, fact("definition-parts", parts(reporter, voice, composite)));
    }
    facts.extend(rubric(voice, indicator));
    let note =
        |(key, text): &(String, crate::model::Text)| Fact::new(note_name(voice, key), voice.name(text));
    facts.extend(indicator.notes.iter().map(note));
    facts
}

/// The parts of a composite with their inner weights and rules: `Knowledge test 60% (60→95)`.
fn parts(reporter: &Reporter<'_>, voice: Voice<'_>, composite: &Composite) -> String {
    let part = |part: &CompositePart| {
        let of = reporter.evaluation.model.indicator(part.indicator);
        let rule = rule_words::short(voice, reporter.shown(of.precision, voice.language), &part.rule);
        format!("{} {}% ({rule})", voice.name(&of.name), short_number(part.weight, 2))
    };
    let listed: Vec<String> = composite.parts.iter().map(part).collect();
    let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
    let least = format!("{}%", short_number(composite.minimum_weight, 2));
    voice.sentences(&[voice.list(&listed).into(), say!(voice, "composite-minimum", least: &least).into()])
}

/// The word for a further fact of a definition; the key as written where there is none.
fn note_name(voice: Voice<'_>, key: &str) -> String {
    let text = voice.word(&format!("note-{}", key.replace('_', "-")));
    if text.starts_with('[') { key.to_owned() } else { text }
}

/// How the value follows from the counts.
pub(super) fn formula(voice: Voice<'_>, measure: &Measure) -> String {
    let of = |text| voice.name(text);
    match measure {
        Measure::Share { numerator, denominator, within_seconds } => {
            let formula = say!(voice, "formula-share", above: of(numerator), below: of(denominator));
            match within_seconds {
                Some(seconds) => {
                    let within = say!(voice, "formula-within", seconds: &short_number(*seconds, 2));
                    format!("{formula}{within}")
                }
                None => formula,
            }
        }
        Measure::Mean { sum, count } => say!(voice, "formula-mean", above: of(sum), below: of(count)),
        Measure::Quotient { numerator, denominator } => {
            say!(voice, "formula-quotient", above: of(numerator), below: of(denominator))
        }
        Measure::Count { label } => say!(voice, "formula-count", label: of(label)),
        Measure::Amount { label } => say!(voice, "formula-amount", label: of(label)),
        Measure::Nps => voice.word("formula-nps"),
        Measure::State { label, .. } => say!(voice, "formula-state", label: of(label)),
        Measure::Composite(_) => voice.word("formula-composite"),
    }
}

fn adds_up(voice: Voice<'_>, measure: &Measure) -> String {
    voice.word(match measure {
        Measure::Share { .. } | Measure::Mean { .. } | Measure::Quotient { .. } => "adds-up-ratio",
        Measure::Count { .. } | Measure::Amount { .. } => "adds-up-count",
        Measure::Nps => "adds-up-nps",
        Measure::State { .. } => "adds-up-state",
        Measure::Composite(_) => "adds-up-composite",
    })
}

/// The key of a direction in words.
pub(super) const fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "direction-up",
        Direction::Down => "direction-down",
        Direction::Band => "direction-band",
    }
}

fn valid(voice: Voice<'_>, shown: super::format::Shown<'_>, indicator: &Indicator) -> String {
    let (low, high) = indicator.valid;
    match (low.is_finite(), high.is_finite()) {
        (true, true) => format!("{} – {}", shown.limit(low), shown.limit(high)),
        (true, false) => format!("≥ {}", shown.limit(low)),
        (false, true) => format!("≤ {}", shown.limit(high)),
        (false, false) => voice.word("rule-any-value"),
    }
}

fn minimum(voice: Voice<'_>, indicator: &Indicator) -> String {
    match indicator.minimum() {
        least if least > 0.0 => say!(voice, "rule-minimum-cases", n: &short_number(least, 2)),
        _ => voice.word("definition-no-minimum"),
    }
}

const fn control(control: Control) -> &'static str {
    match control {
        Control::Agent => "control-agent",
        Control::Team => "control-team",
        Control::Shop => "control-shop",
    }
}

fn source(voice: Voice<'_>, indicator: &Indicator) -> String {
    let kind = voice.word(match indicator.source {
        Source::System => "source-system",
        Source::Survey => "source-survey",
        Source::Rater => "source-rater",
        Source::Own => "source-own",
    });
    match voice.name(&indicator.origin) {
        "" => kind,
        origin => say!(voice, "source-named", kind: &kind, origin: origin),
    }
}

fn rubric(voice: Voice<'_>, indicator: &Indicator) -> Vec<Fact> {
    let Some(rubric) = &indicator.rubric else { return Vec::new() };
    let parts =
        [("rubric-text", &rubric.text), ("rubric-rater", &rubric.rater), ("rubric-sample", &rubric.sample)];
    let fact = |(key, text): (&str, &Option<crate::model::Text>)| {
        text.as_ref().map(|text| Fact::new(voice.word(key), voice.name(text)))
    };
    parts.into_iter().filter_map(fact).collect()
}
