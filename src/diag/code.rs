//! The closed list of codes. A code reads as the fault itself and has a page in `pages/` that says why and how to mend it.

use super::Severity;
use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $severity:ident $name:ident $text:literal;)+) => {
        /// What kind of fault it is. Codes are stable: a page and other programs refer to them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)+
        }

        impl Code {
            /// All codes, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as people see it, such as `weights-not-100`.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// How heavy a fault of this kind is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// The Markdown of its page; [`super::Page`] reads it.
            #[must_use]
            pub const fn markdown(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("pages/", $text, ".md")),)+ }
            }
        }
    };
}

codes! {
    /// A link, a folder, or a file that the system does not let us read.
    Error UnreadableFile "unreadable-file";
    /// Bytes that are not UTF-8.
    Error NotUtf8 "not-utf8";
    /// No data in a file.
    Error EmptyFile "empty-file";
    /// A file where no noun lives.
    Warning UnknownFile "unknown-file";
    /// No `deskscore.yml`.
    Error MissingOrganisation "missing-organisation";
    /// Text that is not YAML.
    Error YamlSyntax "yaml-syntax";
    /// A tab where YAML wants spaces.
    Error TabIndentation "tab-indentation";
    /// Nesting beyond any honest use.
    Error NestingTooDeep "nesting-too-deep";
    /// Aliases that multiply the data, or refer to themselves.
    Error TooManyAliases "too-many-aliases";
    /// More than one document in a file.
    Error MultipleDocuments "multiple-documents";
    /// A merge key `<<`.
    Error MergeKey "merge-key";
    /// A YAML tag such as `!!python/object`.
    Error YamlTag "yaml-tag";
    /// A control character or a bidirectional override.
    Error HiddenCharacter "hidden-character";
    /// A key written twice in one mapping.
    Error DuplicateKey "duplicate-key";
    /// A field that the format does not know.
    Error UnknownField "unknown-field";
    /// A field that has to be there.
    Error MissingField "missing-field";
    /// A list where a mapping is meant, and the like.
    Error WrongShape "wrong-shape";
    /// A key with nothing behind it.
    Error EmptyValue "empty-value";
    /// A word that is none of those allowed.
    Error UnknownWord "unknown-word";
    /// Not a decimal number.
    Error NotANumber "not-a-number";
    /// Not a date `2025-03-31` that exists.
    Error NotADate "not-a-date";
    /// Not a month `2025-03`.
    Error NotAMonth "not-a-month";
    /// An id that could not stand in an address.
    Error BadId "bad-id";
    /// An id given twice.
    Error DuplicateId "duplicate-id";
    /// A number that the field cannot hold.
    Error OutOfRange "out-of-range";
    /// An address that is not http or https.
    Error BadAddress "bad-address";
    /// No such agent.
    Error UnknownAgent "unknown-agent";
    /// No such team.
    Error UnknownTeam "unknown-team";
    /// No such indicator.
    Error UnknownIndicator "unknown-indicator";
    /// No such channel.
    Error UnknownChannel "unknown-channel";
    /// No such level.
    Error UnknownLevel "unknown-level";
    /// No such dimension.
    Error UnknownDimension "unknown-dimension";
    /// No such target.
    Error UnknownTarget "unknown-target";
    /// Targets that are each other's parents.
    Error ParentCycle "parent-cycle";
    /// A share written as 90 instead of 90%.
    Error PercentAsNumber "percent-as-number";
    /// A unit that cannot be converted to the indicator's.
    Error WrongUnit "wrong-unit";
    /// A value that the indicator can never have.
    Error OutsideValidRange "outside-valid-range";
    /// A field or unit that does not go with the indicator's measure.
    Error MeasureMismatch "measure-mismatch";
    /// Lower end above upper end.
    Error EmptyRange "empty-range";
    /// An end before its beginning.
    Error DatesReversed "dates-reversed";
    /// Two postings at the same time.
    Error OverlappingPostings "overlapping-postings";
    /// A posting before joining or after leaving.
    Error PostingOutsideService "posting-outside-service";
    /// Days of service without a posting.
    Warning PostingGap "posting-gap";
    /// An agent who was never posted.
    Error AgentWithoutPosting "agent-without-posting";
    /// Weights that do not total 100.
    Error WeightsNot100 "weights-not-100";
    /// A composite that is part of itself.
    Error CompositeCycle "composite-cycle";
    /// A part of a composite that has neither a rule nor a range to be measured on.
    Error PartWithoutRule "part-without-rule";
    /// A rule that rewards the wrong direction.
    Error AgainstDirection "against-direction";
    /// A rule that the indicator's direction rules out.
    Error RuleNotForDirection "rule-not-for-direction";
    /// Not a condition such as `<= 15s`.
    Error BadCondition "bad-condition";
    /// Values between two rows of a step table.
    Error StepGap "step-gap";
    /// Values in two rows of a step table.
    Error StepOverlap "step-overlap";
    /// A row of a step table that no value can meet.
    Error StepEmpty "step-empty";
    /// Possible values that no row of a step table covers.
    Error StepsNotCovering "steps-not-covering";
    /// Knots, anchors, bands or newcomer steps out of order.
    Error OutOfOrder "out-of-order";
    /// Two schemes for the same team and month.
    Error SchemesOverlap "schemes-overlap";
    /// A field that goes with the other role, agent or manager.
    Error RoleMismatch "role-mismatch";
    /// A pilot without teams or without an end.
    Error PilotUnbounded "pilot-unbounded";
    /// A weight on an indicator that is context only.
    Error ContextOnlyWeighted "context-only-weighted";
    /// The lowest band does not start at 0.
    Error LowestBandNotZero "lowest-band-not-zero";
    /// A goal whose operator or value cannot be read.
    Warning GoalUnreadable "goal-unreadable";
    /// A baseline whose value is not what its counts give.
    Warning BaselineDiffers "baseline-differs";
    /// A metrics file whose period is not that of its name or folder.
    Error PeriodMismatch "period-mismatch";
    /// A share above one.
    Error NumeratorAboveDenominator "numerator-above-denominator";
    /// Something counted, nothing to divide by.
    Error ZeroDenominator "zero-denominator";
    /// A count below zero.
    Error NegativeCount "negative-count";
    /// A figure written in a form that its indicator does not have.
    Error WrongFigure "wrong-figure";
    /// More days worked than the month has, or none scheduled.
    Error ImpossibleDays "impossible-days";
    /// Days of the same agent, month and team written twice, and differently.
    Error DaysDiffer "days-differ";
    /// Figures of an agent who was not posted in that month.
    Error NoPostingInMonth "no-posting-in-month";
    /// Figures before joining or after leaving.
    Error FiguresOutsideService "figures-outside-service";
    /// The same holder, month, channel and team twice.
    Error DuplicateFigures "duplicate-figures";
    /// Figures of a month that has not begun.
    Warning FutureMonth "future-month";
    /// A type of event that `deskscore.yml` does not define.
    Error UnknownEventType "unknown-event-type";
    /// Somebody who enters or decides and is neither rater nor agent.
    Error UnknownRater "unknown-rater";
    /// An event that no file defines, or of another agent.
    Error UnknownEvent "unknown-event";
    /// A band that no scheme has.
    Error UnknownBand "unknown-band";
    /// An event in the file of another month.
    Error EventOutsideMonth "event-outside-month";
    /// An event before joining or after leaving.
    Error EventOutsideService "event-outside-service";
    /// A field of an event or type that its nature does not have.
    Error EventFieldMisplaced "event-field-misplaced";
    /// More points than the type of the event allows.
    Error PointsAboveLimit "points-above-limit";
    /// An event without the evidence that its type asks for.
    Error EvidenceMissing "evidence-missing";
    /// Somebody who enters or decides about themselves.
    Error RatedByOneself "rated-by-oneself";
    /// A confirmed red line or decided appeal without hearing, decider, date or time.
    Error DecisionIncomplete "decision-incomplete";
    /// A hearing before the event, a decision before the hearing.
    Error DecisionOutOfOrder "decision-out-of-order";
    /// Events with points under a scheme that does not score them.
    Warning EventsNotScored "events-not-scored";
    /// A level that was to be lowered and was not.
    Warning LevelNotLowered "level-not-lowered";
    /// An appeal after the end of its window.
    Warning AppealLate "appeal-late";
    /// An appeal decided by the one who rated.
    Warning ConflictOfInterest "conflict-of-interest";
    /// A score after an appeal that is not the score that is computed.
    Error AppealScoreDiffers "appeal-score-differs";
    /// A digest that is none.
    Error BadDigest "bad-digest";
    /// A closed month whose facts changed without a correction.
    Error ClosedMonthChanged "closed-month-changed";
    /// An incentive without a rule, with two, or with a rule that lacks a part.
    Error IncentiveIncomplete "incentive-incomplete";
    /// No incentive has this id, or not one of the kind that is needed.
    Error UnknownIncentive "unknown-incentive";
    /// A band of a scheme for which performance pay names no coefficient.
    Error BandWithoutCoefficient "band-without-coefficient";
    /// Tiers or levels of an incentive that do not rise.
    Error TiersOutOfOrder "tiers-out-of-order";
    /// A share of people or money above the whole.
    Error ShareAboveWhole "share-above-whole";
    /// A newcomer with two mentors at the same time.
    Error MentorTermsOverlap "mentor-terms-overlap";
    /// Someone who is their own mentor.
    Error MentorIsNewcomer "mentor-is-newcomer";
    /// Two wages of an agent on the same day.
    Error WagesOverlap "wages-overlap";
    /// A rule that reads as if the last in a ranking had to go.
    Warning LastPlaceElimination "last-place-elimination";
    /// A rule that reads as a fine or a deduction from wages.
    Warning FineOrDeduction "fine-or-deduction";
    /// A wage that stays below the minimum wage with the lowest variable pay.
    Warning PayBelowFloor "pay-below-floor";
    /// A change of post without training before it.
    Warning PostChangeWithoutTraining "post-change-without-training";
    /// A scheme that weighs results only.
    Warning OnlyResults "only-results";
    /// One indicator with most of the weight.
    Warning DominantWeight "dominant-weight";
    /// A scheme of too few dimensions.
    Warning FewDimensions "few-dimensions";
    /// The core dimension has the least weight of all.
    Warning CoreWeighsLeast "core-weighs-least";
    /// Too much weight on judgement and own reports.
    Warning SubjectiveShare "subjective-share";
    /// Too much weight on what agents do not control.
    Warning UncontrolledWeight "uncontrolled-weight";
    /// A dimension of the organisation that no scheme weighs.
    Warning UnweightedDimension "unweighted-dimension";
    /// A scheme without any indicator of knowledge or training.
    Warning NoKnowledgeIndicator "no-knowledge-indicator";
    /// Weight on speed or sales and none on quality.
    Warning NoQualityGuardrail "no-quality-guardrail";
    /// A core indicator of a scheme in force has no recent figures.
    Warning CoreWithoutData "core-without-data";
    /// An alert that fires on values that are good.
    Warning AlertOnGoodSide "alert-on-good-side";
    /// Teams or levels that do not go with whom an alert watches.
    Error AlertScopeMismatch "alert-scope-mismatch";
    /// A record of a talk whose folder or name says other than its facts.
    Error ReviewMisplaced "review-misplaced";
    /// A talk with somebody who was not in service.
    Error InterviewOutsideService "interview-outside-service";
    /// Interviews that are missing after the days allowed.
    Warning InterviewsMissing "interviews-missing";
    /// An improvement plan of more than 90 days.
    Warning PlanTooLong "plan-too-long";
    /// An improvement plan that names no support.
    Warning PlanWithoutSupport "plan-without-support";
    /// An action without owner or day.
    Warning ActionIncomplete "action-incomplete";
    /// A confirmation before the announcement.
    Error AcknowledgedBeforeAnnounced "acknowledged-before-announced";
    /// A scheme announced after it came into force.
    Warning AnnouncedLate "announced-late";
    /// Two decisions about the same target of a year.
    Error TargetReviewedTwice "target-reviewed-twice";
    /// Targets last looked back on more than a year ago.
    Warning TargetsNotReviewed "targets-not-reviewed";
    /// Two rosters of the same team and time.
    Error RosterOverlap "roster-overlap";
    /// A decision on a recommendation of the audit without what it needs.
    Error RecommendationIncomplete "recommendation-incomplete";
    /// A recommendation about what its scheme does not hold.
    Warning RecommendationElsewhere "recommendation-elsewhere";
}

impl Code {
    /// The code written as `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.text() == text)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_kebab_case_and_unique() {
        for (at, code) in Code::ALL.iter().enumerate() {
            assert!(code.text().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert_eq!(Code::ALL.iter().position(|other| other.text() == code.text()), Some(at));
            assert_eq!(Code::parse(code.text()), Some(*code));
        }
        assert_eq!(Code::parse("no-such-code"), None);
    }
}
