//! A fictional agent: postings, and what is true about the agent's work before chance plays its part.

use super::calendar::Month;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::fmt::Write;

/// A fictional agent.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// Id.
    pub id: Cow<'static, str>,
    /// Chinese name.
    pub zh: Cow<'static, str>,
    /// English name.
    pub en: Cow<'static, str>,
    /// First day of service.
    pub joined: NaiveDate,
    /// Last day of service.
    pub left: Option<NaiveDate>,
    /// Whether the person agreed to be named on the honour board.
    pub honour: bool,
    /// Team and level from a day on, each until the day before the next.
    pub postings: Cow<'static, [Posting]>,
    /// General skill in standard deviations between agents.
    pub skill: f64,
    /// Share of a full-time roster.
    pub hours: f64,
    /// Where this agent differs from general skill.
    pub traits: &'static [Trait],
}

/// Team and level held from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    /// First day.
    pub from: NaiveDate,
    /// Team id.
    pub team: &'static str,
    /// Level id.
    pub level: &'static str,
}

/// A lasting difference of one agent in one indicator.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trait {
    /// The indicator.
    pub indicator: &'static str,
    /// Better (+) or worse (−) by so many standard deviations between agents …
    pub shift: f64,
    /// … and by so many more each month from the first month of the story on.
    pub slope: f64,
    /// Keeps a share just above this line whatever happens: figures bunched at a target.
    pub pinned: Option<f64>,
}

/// One posting of an agent within one month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stint {
    /// Team and level.
    pub posting: Posting,
    /// Calendar days of the month that it covers.
    pub days: u32,
}

impl Person {
    /// The stints of `month`, one per team, in order; none before joining or after leaving.
    pub(super) fn stints(&self, month: Month) -> Vec<Stint> {
        let mut stints: Vec<Stint> = Vec::new();
        for (at, posting) in self.postings.iter().enumerate() {
            let next = self.postings.get(at + 1).and_then(|next| next.from.pred_opt());
            let last = next.or(self.left).unwrap_or(NaiveDate::MAX).min(month.last_day());
            let days = (last - posting.from.max(month.first_day())).num_days() + 1;
            let Ok(days @ 1..) = u32::try_from(days) else { continue };
            match stints.last_mut() {
                Some(stint) if stint.posting.team == posting.team => {
                    *stint = Stint { posting: *posting, days: stint.days + days };
                }
                _ => stints.push(Stint { posting: *posting, days }),
            }
        }
        stints
    }

    /// Months of service before `month`; 0 in the month of joining.
    pub(super) fn tenure(&self, month: Month) -> i32 {
        month.0 - Month::holding(self.joined).0
    }

    /// The line that the agent's share of `indicator` is kept at, if any.
    pub(super) fn pinned(&self, indicator: &str) -> Option<f64> {
        self.traits.iter().find(|is| is.indicator == indicator).and_then(|is| is.pinned)
    }

    /// The agent as an entry of an agents file.
    pub(super) fn write(&self, out: &mut String) {
        let _ = writeln!(out, "  {}:", self.id);
        let _ = writeln!(out, "    name: {{ zh: {}, en: {} }}", self.zh, self.en);
        let _ = writeln!(out, "    joined: {}", self.joined);
        if let Some(left) = self.left {
            let _ = writeln!(out, "    left: {left}");
        }
        if self.honour {
            out.push_str("    honour: true # agreed to be named on the honour board that the team sees\n");
        }
        out.push_str("    postings:\n");
        for (at, posting) in self.postings.iter().enumerate() {
            let to = self.postings.get(at + 1).and_then(|next| next.from.pred_opt()).or(self.left);
            let to = to.map_or_else(String::new, |to| format!("to: {to}, "));
            let Posting { from, team, level } = posting;
            let _ = writeln!(out, "      - {{ from: {from}, {to}team: {team}, level: {level} }}");
        }
    }
}
