//! The main point of an agent's page, by rule: score and band, the change, the largest gain and the largest loss.

use super::agent::change_words;
use super::cards::AgentCards;
use super::derivation::band_name;
use super::event_steps::held_down;
use super::reporter::Reporter;
use super::{format, verdict};
use crate::model::Language;
use crate::score::{Change, ItemChange, change};
use std::borrow::Cow;

/// One to three sentences.
#[must_use]
pub(super) fn lead(reporter: &Reporter<'_>, cards: &AgentCards, language: Language) -> String {
    let voice = reporter.voice(language);
    let Some(card) = cards.sheet_card() else { return voice.word("agent-lead-no-figures") };
    let period = format::period(card.period, language);
    let Some(total) = card.total else {
        let reason = verdict::reason(reporter, language, &card.verdict);
        return voice
            .say("agent-lead-unrated", &[("period", (&period).into()), ("reason", (&reason).into())]);
    };
    let score = reporter.score(total);
    let first = match band_name(reporter, language, card) {
        Some(band) => voice.say(
            "agent-lead-rated",
            &[("period", (&period).into()), ("score", (&score).into()), ("band", band.into())],
        ),
        None => {
            voice.say("agent-lead-rated-plain", &[("period", (&period).into()), ("score", (&score).into())])
        }
    };
    let mut sentences = vec![Cow::Owned(first)];
    sentences.extend(held_down(reporter, language, card).map(Cow::Owned));
    if let Some(before) = cards.card(card.period.previous()) {
        let change = change(card, before);
        if let Some(difference) = change.difference {
            let words = change_words(reporter, language, difference, before);
            sentences.push(voice.say("agent-lead-change", &[("change", (&words).into())]).into());
            sentences.extend(parts(reporter, language, &change).map(Cow::Owned));
        }
    }
    voice.sentences(&sentences)
}

/// The largest gain and the largest loss of a change that can be seen at displayed precision; none when the rules
/// differ, since an indicator that came or went with the scheme was neither gained nor lost by the agent.
#[must_use]
pub(super) fn extremes(change: &Change, decimals: u8) -> (Option<&ItemChange>, Option<&ItemChange>) {
    if change.scheme_differs {
        return (None, None);
    }
    let seen = |item: &&ItemChange| crate::model::grid(item.difference, decimals) != 0;
    let gain = change.items.iter().filter(seen).find(|item| item.difference > 0.0);
    let loss = change.items.iter().filter(seen).find(|item| item.difference < 0.0);
    (gain, loss)
}

/// Largest gain and loss in a sentence.
#[must_use]
pub(super) fn parts(reporter: &Reporter<'_>, language: Language, change: &Change) -> Option<String> {
    let model = &reporter.evaluation.model;
    let decimals = model.organisation.score_decimals;
    let voice = reporter.voice(language);
    if change.scheme_differs {
        return Some(voice.word("agent-made-rules-changed"));
    }
    let (gain, loss) = extremes(change, decimals);
    let name = |item: &ItemChange| model.indicator(item.indicator).name.get(language);
    let by = |item: &ItemChange| format::signed(item.difference, decimals);
    Some(match (gain, loss) {
        (Some(gain), Some(loss)) => voice.say(
            "agent-lead-gain-loss",
            &[
                ("gain", name(gain).into()),
                ("by", (&by(gain)).into()),
                ("loss", name(loss).into()),
                ("less", (&by(loss)).into()),
            ],
        ),
        (Some(gain), None) => {
            voice.say("agent-lead-gain", &[("gain", name(gain).into()), ("by", (&by(gain)).into())])
        }
        (None, Some(loss)) => {
            voice.say("agent-lead-loss", &[("loss", name(loss).into()), ("less", (&by(loss)).into())])
        }
        (None, None) => return None,
    })
}
