//! `reviews/**/*.md` as written: YAML front matter, then Markdown.

use super::decode::{choice, record};
use super::hidden;
use super::scalar::{DateWord, IdWord, Word};
use super::text::Text;
use crate::diag::{Code, Diagnostic, FileId, Sink, Span};

record! {
    /// Front matter of an interview or improvement plan.
    Review {
        /// Id of the agent.
        agent: IdWord,
        /// The period that it is about, such as 2025-q1.
        period: Word,
        /// The day of the talk.
        date: DateWord,
        /// Who led it.
        interviewer: Word,
        /// What it is (default interview).
        kind: Option<ReviewKind>,
        /// When the agent confirmed the record.
        acknowledged_on: Option<DateWord>,
        /// What is difficult, in the agent's view.
        difficulty: Option<Text>,
        /// What the agent needs to grow.
        need: Option<Text>,
        /// What was agreed.
        actions: Option<Vec<Commitment>>,
        /// The improvement plan.
        plan: Option<Plan>,
    }
}

choice! {
    /// What a record is about.
    ReviewKind {
        /// A talk about a period.
        Interview = "interview",
        /// A plan to improve, with support.
        ImprovementPlan = "improvement_plan",
    }
}

record! {
    /// Something that somebody will do by a day.
    Commitment {
        /// What.
        what: Text,
        /// By whom.
        owner: Option<Word>,
        /// By when.
        due: Option<DateWord>,
        /// When it was done.
        done_on: Option<DateWord>,
        /// What kind of action (default other).
        kind: Option<CommitmentKind>,
    }
}

choice! {
    /// What kind of action.
    CommitmentKind {
        /// Training.
        Training = "training",
        /// Coaching or mentoring.
        Coaching = "coaching",
        /// A change of post; needs training first.
        PostChange = "post_change",
        /// Anything else.
        Other = "other",
    }
}

record! {
    /// An improvement plan of 30, 60 or 90 days.
    Plan {
        /// What is missing.
        gap: Text,
        /// How the agent is supported.
        support: Option<Text>,
        /// First day.
        from: DateWord,
        /// Last day.
        to: DateWord,
        /// When progress is looked at together.
        checks: Option<Vec<PlanCheck>>,
        /// How it ended.
        outcome: Option<PlanOutcome>,
    }
}

record! {
    /// A day on which progress is looked at together.
    PlanCheck {
        /// When it is due.
        due: DateWord,
        /// When it was held.
        held_on: Option<DateWord>,
        /// What was found.
        note: Option<Text>,
    }
}

choice! {
    /// How a plan ended.
    PlanOutcome {
        /// The aim was reached.
        Reached = "reached",
        /// It goes on.
        Extended = "extended",
        /// The aim was not reached.
        NotReached = "not_reached",
    }
}

/// A record with its notes.
#[derive(Debug, Clone)]
pub struct WrittenReview {
    /// The front matter.
    pub review: Review,
    /// The notes, as Markdown.
    pub body: String,
}

/// Reads a record: lines between two lines `---`, then Markdown.
#[must_use]
pub fn read_review(text: &str, file: FileId, sink: &mut Sink) -> Option<WrittenReview> {
    if !hidden::scan(text, file, sink) {
        return None;
    }
    let Some((front, body)) = split(text) else {
        let message = "this file does not begin with its facts between two lines `---`";
        sink.push(
            Diagnostic::new(Code::WrongShape, Span::new(file, 0, 0), message)
                .help("write `---`, then `agent: …`, `period: …` and the rest, then `---`, then the notes"),
        );
        return None;
    };
    // The first line `---` is also how a YAML document may begin, so places stay what they are in the file.
    let review = super::read(front, file, sink)?;
    Some(WrittenReview { review, body: body.trim().to_owned() })
}

/// The front matter with its first line, and what follows its last.
fn split(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let fence = line.trim_start_matches('\u{feff}').trim_end() == "---";
        match (number, fence) {
            (0, false) => return None,
            (1.., true) => return Some((text.get(..at)?, text.get(at + line.len()..)?)),
            _ => at += line.len(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_end_at_the_second_line_of_dashes() {
        assert_eq!(split("---\na: 1\n---\nnotes\n---\nmore"), Some(("---\na: 1\n", "notes\n---\nmore")));
        assert_eq!(split("---\r\na: 1\r\n---\r\nx"), Some(("---\r\na: 1\r\n", "x")));
        assert_eq!(split("---\na: 1\n---"), Some(("---\na: 1\n", "")));
        assert_eq!(split("a: 1\n---\n"), None);
        assert_eq!(split("---\na: 1\n"), None);
    }
}
