//! Acknowledgements: lines in the text of a pull request by which somebody takes responsibility for a finding.

use crate::model::GateKind;

/// The word at the beginning of such a line.
pub const TRAILER: &str = "Deskscore-Acknowledge";

/// A finding that somebody takes responsibility for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// What kind.
    pub kind: GateKind,
    /// Whom or what it is about; `None`: all of the kind.
    pub id: Option<String>,
    /// Why it is right.
    pub reason: String,
}

/// Acknowledgements of a text, and the lines that begin like one and cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Acknowledged {
    /// What was acknowledged.
    pub given: Vec<Acknowledgement>,
    /// Lines that are not understood, or that give no reason.
    pub unread: Vec<String>,
}

impl Acknowledged {
    /// Reads `text`: each line `Deskscore-Acknowledge: KIND: reason` or `Deskscore-Acknowledge: KIND ID: reason`. What stands
    /// in `<!-- … -->` is the form of a pull request and not its text. A reason in angle brackets is the one that the review
    /// proposes, and no reason.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        for line in without_comments(text).lines() {
            let Some(said) = said(line) else { continue };
            match acknowledgement(said) {
                Some(given) => read.given.push(given),
                None => read.unread.push(line.trim().to_owned()),
            }
        }
        read
    }

    /// The reason given for a finding of `kind` about `id`.
    #[must_use]
    pub fn reason(&self, kind: GateKind, id: &str) -> Option<&str> {
        let fits = |given: &&Acknowledgement| {
            given.kind == kind && given.id.as_deref().is_none_or(|known| known == id)
        };
        self.given.iter().find(fits).map(|given| given.reason.as_str())
    }
}

/// The line that acknowledges `kind`, about `id` if one is given, with `reason` to be written.
#[must_use]
pub fn acknowledging(kind: GateKind, id: Option<&str>, reason: &str) -> String {
    let id = id.map(|id| format!(" {id}")).unwrap_or_default();
    format!("{TRAILER}: {}{id}: <{reason}>", kind.key())
}

/// What stands behind the word, if the line begins with it; people write it in any case and with a wide colon.
fn said(line: &str) -> Option<&str> {
    let line = line.trim();
    let (word, rest) = line.split_at_checked(TRAILER.len())?;
    word.eq_ignore_ascii_case(TRAILER).then_some(rest.trim_start().strip_prefix([':', '：']))?
}

fn acknowledgement(said: &str) -> Option<Acknowledgement> {
    let (what, reason) = said.split_once([':', '：'])?;
    let mut words = what.split_whitespace();
    let (kind, id) = (GateKind::parse(words.next()?)?, words.next().map(str::to_owned));
    let reason = reason.trim();
    let proposed = reason.starts_with('<') && reason.ends_with('>');
    let complete = words.next().is_none() && !reason.is_empty() && !proposed;
    complete.then(|| Acknowledgement { kind, id, reason: reason.to_owned() })
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("-->").map_or("", |(_, rest)| rest));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_a_reason_count() {
        let text = "Lower the goal.\r\n\r\nDeskscore-Acknowledge: target-eased-running ann-csat: survey changed in May\r\n\
            deskscore-acknowledge： rules-retroactive：考核委员会 5 月 6 日决定\n";
        let read = Acknowledged::read(text);
        assert_eq!(read.unread, Vec::<String>::new());
        let eased = GateKind::TargetEasedRunning;
        assert_eq!(read.reason(eased, "ann-csat"), Some("survey changed in May"));
        assert_eq!(read.reason(eased, "bob-csat"), None);
        assert_eq!(read.reason(GateKind::RulesRetroactive, "any"), Some("考核委员会 5 月 6 日决定"));
    }

    #[test]
    fn what_is_no_acknowledgement_is_named_and_does_not_count() {
        for line in [
            "Deskscore-Acknowledge: lowered-target: x",
            "Deskscore-Acknowledge: target-eased-over",
            "Deskscore-Acknowledge: target-eased-over:  ",
            "Deskscore-Acknowledge: target-eased-over a b: x",
            &acknowledging(GateKind::TargetEasedOver, Some("a"), "reason"),
        ] {
            let read = Acknowledged::read(line);
            assert_eq!((read.given, read.unread), (Vec::new(), vec![line.trim().to_owned()]));
        }
    }

    #[test]
    fn comments_and_quotes_do_not_count() {
        let hidden = "<!-- for example\nDeskscore-Acknowledge: target-eased-over: x\n-->\n> Deskscore-Acknowledge: target-eased-over: x\nsee Deskscore-Acknowledge: a";
        assert_eq!(Acknowledged::read(hidden), Acknowledged::default());
        assert_eq!(
            Acknowledged::read("a <!-- Deskscore-Acknowledge: score-moved: x"),
            Acknowledged::default()
        );
    }
}
