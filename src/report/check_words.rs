//! The results of goals in words: checks with their reasons, letters, marks and progress states.

use super::format::{self, short_number};
use super::reporter::Reporter;
use super::voice::Voice;
use crate::goals::{CheckResult, Fact, GoalResult, Letter, Mark as Verdict, State};
use crate::model::{IndicatorIx, Precision, Unit, round_to};
use crate::view::{Argument, Check, Letter as LetterView, Mark, Tone};

/// Placeholders of a reason's sentence, in the order of its facts.
const PLACES: [&str; 4] = ["a", "b", "c", "d"];

/// The letters in order.
pub(super) const LETTERS: [Letter; 5] = [Letter::S, Letter::M, Letter::A, Letter::R, Letter::T];

/// The five letters of a goal with every check.
pub(super) fn letters(reporter: &Reporter<'_>, voice: Voice<'_>, goal: &GoalResult) -> Vec<LetterView> {
    let indicator = reporter.evaluation.model.target(goal.target).indicator;
    let view = |letter: Letter| LetterView {
        letter: sign(letter),
        word: voice.word(&format!("letter-{letter:?}")),
        mark: verdict(voice, goal.letter(letter)),
        checks: goal
            .checks
            .iter()
            .filter(|check| check.check.letter() == letter)
            .map(|check| check_view(reporter, voice, indicator, check))
            .collect(),
    };
    LETTERS.into_iter().map(view).collect()
}

/// `S`, `M`, `A`, `R` or `T`.
pub(super) const fn sign(letter: Letter) -> char {
    match letter {
        Letter::S => 'S',
        Letter::M => 'M',
        Letter::A => 'A',
        Letter::R => 'R',
        Letter::T => 'T',
    }
}

fn check_view(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    indicator: Option<IndicatorIx>,
    result: &CheckResult,
) -> Check {
    let code = code(result);
    Check {
        code,
        title: voice.word(&format!("check-title-{code}")),
        mark: verdict(voice, result.mark),
        reason: reason(reporter, voice, indicator, result.reason, &result.facts),
    }
}

const fn code(result: &CheckResult) -> &'static str {
    use crate::goals::Check::*;
    match result.check {
        S1 => "S1",
        S2 => "S2",
        S3 => "S3",
        S4 => "S4",
        S5 => "S5",
        S6 => "S6",
        M1 => "M1",
        M2 => "M2",
        M3 => "M3",
        M4 => "M4",
        M5 => "M5",
        M6 => "M6",
        A1 => "A1",
        R1 => "R1",
        R2 => "R2",
        R3 => "R3",
        R4 => "R4",
        R5 => "R5",
        T1 => "T1",
        T2 => "T2",
        T3 => "T3",
        T4 => "T4",
        T5 => "T5",
        T6 => "T6",
    }
}

/// The sentence of a reason key with its facts.
pub(super) fn reason(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    indicator: Option<IndicatorIx>,
    key: &str,
    facts: &[Fact],
) -> String {
    let said: Vec<String> = facts.iter().map(|fact| fact_words(reporter, voice, indicator, fact)).collect();
    let arguments: Vec<(&'static str, Argument<'_>)> =
        PLACES.into_iter().zip(said.iter().map(Argument::from)).collect();
    voice.say(&format!("goal-{key}"), &arguments)
}

fn fact_words(
    reporter: &Reporter<'_>,
    voice: Voice<'_>,
    indicator: Option<IndicatorIx>,
    fact: &Fact,
) -> String {
    let model = &reporter.evaluation.model;
    let plain = Precision { unit: Unit::Ratio, decimals: 2 };
    let precision = indicator.map_or(plain, |indicator| model.indicator(indicator).precision);
    let shown = reporter.shown(precision, voice.language);
    match fact {
        // A round number as people write it, any other with its decimals.
        Fact::Value(value) => {
            let factor = precision.unit.shown_factor();
            let round = round_to(value * factor, precision.decimals);
            if (round - value * factor).abs() < 1e-9 { shown.limit(*value) } else { shown.value(*value) }
        }
        Fact::Distance(distance) => shown.distance(*distance),
        Fact::Number(number) => short_number(*number, u8::from(*number < 100.0)),
        Fact::Share(share) => format::probability(*share),
        Fact::Month(month) => format::month(*month, voice.language),
        Fact::Date(date) => format::day(*date, voice.language),
        Fact::Indicator(indicator) => voice.name(&model.indicator(*indicator).name).to_owned(),
        Fact::Goal(goal) => voice.name(&model.target(*goal).title).to_owned(),
        Fact::Word(word) => word.clone(),
    }
}

/// The mark of a check or letter.
pub(super) fn verdict(voice: Voice<'_>, mark: Verdict) -> Mark {
    match mark {
        Verdict::NotAssessed => Mark::new(Tone::NoValue, voice.word("verdict-not-assessed")),
        Verdict::Pass => Mark::new(Tone::OnTarget, voice.word("verdict-pass")),
        Verdict::Warn => Mark::new(Tone::Watch, voice.word("verdict-warn")),
        Verdict::Fail => Mark::new(Tone::Below, voice.word("verdict-fail")),
    }
}

/// The verdict of a whole goal.
pub(super) fn smart(voice: Voice<'_>, goal: &GoalResult) -> Mark {
    let warned = goal.checks.iter().any(|check| check.mark == Verdict::Warn);
    match (goal.is_smart(), warned) {
        (true, false) => Mark::new(Tone::OnTarget, voice.word("smart-yes")),
        (true, true) => Mark::new(Tone::Watch, voice.word("smart-warned")),
        (false, _) => Mark::new(Tone::Below, voice.word("smart-no")),
    }
}

/// All progress states, worst first.
pub(super) const STATES: [State; 9] = [
    State::Missed,
    State::OffTrack,
    State::AtRisk,
    State::OnTrack,
    State::Locked,
    State::Attained,
    State::PendingData,
    State::NotMeasurable,
    State::NotStarted,
];

/// The mark of a progress state.
pub(super) fn state(voice: Voice<'_>, state: State) -> Mark {
    let (tone, key) = match state {
        State::NotStarted => (Tone::NoValue, "state-not-started"),
        State::NotMeasurable => (Tone::NoValue, "state-not-measurable"),
        State::PendingData => (Tone::NoValue, "state-pending-data"),
        State::Attained => (Tone::OnTarget, "state-attained"),
        State::Locked => (Tone::OnTarget, "state-locked"),
        State::OnTrack => (Tone::OnTarget, "state-on-track"),
        State::AtRisk => (Tone::Watch, "state-at-risk"),
        State::Missed => (Tone::Below, "state-missed"),
        State::OffTrack => (Tone::Below, "state-off-track"),
    };
    Mark::new(tone, voice.word(key))
}

#[cfg(test)]
mod tests {
    use crate::model::Language;
    use crate::view::Texts;

    /// Every reason key that the room `goals` can give has a sentence in both languages.
    #[test]
    fn every_reason_of_goals_has_its_sentence() {
        let code = [
            include_str!("../goals/achievable.rs"),
            include_str!("../goals/measurable.rs"),
            include_str!("../goals/outcome.rs"),
            include_str!("../goals/progress.rs"),
            include_str!("../goals/relevant.rs"),
            include_str!("../goals/specific.rs"),
            include_str!("../goals/time_bound.rs"),
        ];
        let texts = Texts::new().unwrap();
        let mut found = 0;
        for quoted in code.iter().flat_map(|text| text.split('"').skip(1).step_by(1)) {
            let key = quoted.starts_with("check-") || quoted.starts_with("progress-");
            if !key || !quoted.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
                continue;
            }
            found += 1;
            for language in Language::ALL {
                let text = texts.get(language, &format!("goal-{quoted}"), None);
                assert!(!text.starts_with('['), "{quoted}: {text}");
            }
        }
        assert!(found > 100, "{found} keys found");
    }
}
