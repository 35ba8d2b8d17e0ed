//! All drawn figures of the sample, so that the baselines of its targets are true.

use super::calendar::Month;
use super::figure::Figure;
use super::quantity::{Shown, find};

/// One figure with everything that names it.
#[derive(Debug, Clone)]
pub(super) struct Posted {
    /// Agent id, or empty for a team's own figure.
    pub agent: String,
    /// Team id.
    pub team: String,
    /// Month.
    pub month: Month,
    /// Channel.
    pub channel: Option<&'static str>,
    /// Indicator id.
    pub indicator: &'static str,
    /// The figure.
    pub figure: Figure,
    /// Days worked/scheduled in the month.
    pub presence: f64,
}

/// Figures in the order in which they were drawn.
#[derive(Debug, Default)]
pub(super) struct Ledger(pub Vec<Posted>);

/// Whose figures, of which indicator and months.
#[derive(Debug, Clone, Copy)]
pub(super) struct Query<'a> {
    /// `agent ID`, `team ID` or `organisation`.
    pub subject: (&'a str, &'a str),
    /// Indicator.
    pub indicator: &'a str,
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Channel, or all.
    pub channel: Option<&'a str>,
}

impl Ledger {
    /// The value over the months as `(numerator, denominator)`: sums of pairs, promoters less detractors per answer, counts
    /// per full month worked.
    pub(super) fn sums(&self, query: Query<'_>) -> Option<(f64, f64)> {
        let (mut above, mut below) = (0.0, 0.0);
        for posted in self.0.iter().filter(|posted| query.takes(posted)) {
            let (a, b) = match posted.figure {
                Figure::Pair(a, b, decimals) => {
                    let scale = if decimals == 1 { 10.0 } else { 1.0 };
                    ((a * scale).round() / scale, b as f64)
                }
                Figure::Percentage(value, Some(n)) => ((value * 10.0).round() / 1000.0 * n as f64, n as f64),
                Figure::Nps(p, n, d) => (100.0 * (p as f64 - d as f64), (p + n + d) as f64),
                Figure::Number(number) => (number as f64, posted.presence),
                _ => continue,
            };
            above += a;
            below += b;
        }
        (below > 0.0).then_some((above, below))
    }

    /// A baseline as it stands in a target: value at shown precision, counts where they are plain, months.
    pub(super) fn baseline(&self, query: Query<'_>) -> Option<String> {
        let (above, below) = self.sums(query)?;
        let Shown(factor, suffix, decimals) = find(query.indicator).map_or(Shown(1.0, "", 1), |it| it.shown);
        let scale = libm::pow(10.0, decimals as f64);
        let value = (above / below * factor * scale + 1e-9).round() / scale;
        let counted = query.indicator != "nps" && query.indicator != "cross_team_cases";
        let counts = if counted {
            format!("counts: {}/{below}, ", (above * 10.0).round() / 10.0)
        } else {
            String::new()
        };
        let (from, to) = (query.from, query.to);
        Some(format!("{{ value: {value:.decimals$}{suffix}, {counts}from: {from}, to: {to} }}"))
    }
}

impl Query<'_> {
    fn takes(&self, posted: &Posted) -> bool {
        let subject = match self.subject {
            ("agent", id) => posted.agent == id,
            ("team", id) => posted.team == id && (self.indicator == "nps") == posted.agent.is_empty(),
            _ => (self.indicator == "nps") == posted.agent.is_empty(),
        };
        subject
            && posted.indicator == self.indicator
            && (self.from..=self.to).contains(&posted.month)
            && self.channel.is_none_or(|channel| posted.channel == Some(channel))
    }
}
