//! Competition ranks "1 2 2 4" among comparable peers, each with the range of ranks that chance leaves open.

use super::{Standing, Verdict};
use crate::model::{AgentIx, Id, Model, Period, SchemeIx, grid};
use crate::stats::competition;

/// Two intervals of ±1.39 standard errors that just touch differ at the 5 % level, for about equal errors: √2 · 1.96 / 2
/// (Goldstein and Healy 1995, Journal of the Royal Statistical Society A 158, 175–177). As a share of a 95 % margin.
const COMPARISON: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// The rank of an agent among comparable peers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// Whose.
    pub agent: AgentIx,
    /// 1 is best; equal totals at displayed precision share a rank, and the next rank is left out.
    pub rank: u32,
    /// How many are ranked.
    pub of: u32,
    /// Whether another agent has the same rank.
    pub tied: bool,
    /// Best rank that sampling error leaves open, not above `rank`.
    pub best: u32,
    /// Worst rank that sampling error leaves open, not below `rank`.
    pub worst: u32,
}

/// Why an agent has no rank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unranked {
    /// No score; why not.
    NotRated(Verdict),
    /// Too little weight had values to compare.
    TooLittleWeight {
        /// Percent available.
        available: f64,
        /// Percent that the policy asks for.
        needed: f64,
    },
    /// A weighted indicator has a value without a known number of cases.
    WithoutCount,
    /// Too few comparable peers could be ranked.
    TooFewPeers {
        /// Agents that could be ranked, this one included.
        peers: u32,
        /// Agents that the policy asks for.
        needed: u16,
    },
}

/// Who has which rank, and who none and why.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranking {
    /// The ranked, sorted by agent (then by period, if the standings were of several).
    pub ranked: Vec<Rank>,
    /// The others, in the same order.
    pub unranked: Vec<(AgentIx, Unranked)>,
}

impl Ranking {
    /// The rank of `agent`.
    #[must_use]
    pub fn of(&self, agent: AgentIx) -> Option<&Rank> {
        let at = self.ranked.binary_search_by_key(&agent, |rank| rank.agent);
        at.ok().and_then(|at| self.ranked.get(at))
    }
}

/// Who is compared with whom: same period, same scheme, teams of the same peer group.
type Group<'m> = (Period, SchemeIx, &'m Id);

/// The ranks of `standings`, usually all of one period. Agents are compared only with peers of the same period, scheme and
/// peer group of teams; only rated agents with enough available weight (policy `rank_weight`) and no weighted value
/// without a number of cases take part; a group with fewer than `minimum_peers` of them has no ranks.
///
/// Totals are compared at the organisation's displayed precision, so that what is shown as equal is tied.
///
/// **Range of ranks.** Each total has an interval from the sampling error of its indicators: their values are moved to both
/// ends of their 95 % intervals (Wilson for shares, normal for NPS, Poisson for counts; means, quotients and states are
/// taken as exact, since sums do not tell their scatter) and scored there, and the margins are added in squares. An agent
/// certainly stands behind those whose interval lies wholly above its own, and before those wholly below; the rest could be
/// either (counting of separate intervals as by Klein, Wright and Wieczorek 2020, "A joint confidence region for an overall
/// ranking of populations"; length of the intervals for comparing pairs by Goldstein and Healy 1995). Nothing is drawn at
/// random.
#[must_use]
pub fn rank(model: &Model, standings: &[Standing]) -> Ranking {
    let mut ranking = Ranking::default();
    let mut comparable: Vec<(Group<'_>, Standing, f64)> = Vec::new();
    for standing in standings {
        match candidate(model, standing) {
            Ok((group, total)) => comparable.push((group, *standing, total)),
            Err(reason) => ranking.unranked.push((standing.agent, reason)),
        }
    }
    comparable.sort_by(|(a, x, _), (b, y, _)| a.cmp(b).then(x.agent.cmp(&y.agent)));
    for peers in comparable.chunk_by(|(a, ..), (b, ..)| a == b) {
        rank_group(model, peers, &mut ranking);
    }
    ranking.ranked.sort_by_key(|rank| rank.agent);
    ranking.unranked.sort_by_key(|(agent, _)| *agent);
    ranking
}

/// The group and total of a standing that can be ranked, or why it cannot.
fn candidate<'m>(model: &'m Model, standing: &Standing) -> Result<(Group<'m>, f64), Unranked> {
    let unrated = Unranked::NotRated(standing.verdict);
    let (Some(total), Some(scheme), Some(team)) = (standing.total, standing.scheme, standing.team) else {
        return Err(unrated);
    };
    let needed = model.scheme(scheme).policy.rank_weight;
    let available = standing.available_weight;
    if available + 1e-9 < needed {
        return Err(Unranked::TooLittleWeight { available, needed });
    }
    if standing.without_count {
        return Err(Unranked::WithoutCount);
    }
    Ok(((standing.period, scheme, model.peer_group(scheme, team)), total))
}

fn rank_group(model: &Model, peers: &[(Group<'_>, Standing, f64)], ranking: &mut Ranking) {
    let Some(((_, scheme, _), ..)) = peers.first() else { return };
    let (of, needed) = (peers.len() as u32, model.scheme(*scheme).policy.minimum_peers);
    if of < u32::from(needed) {
        let reason = Unranked::TooFewPeers { peers: of, needed };
        ranking.unranked.extend(peers.iter().map(|(_, standing, _)| (standing.agent, reason)));
        return;
    }
    let decimals = model.organisation.score_decimals;
    let keys: Vec<i64> = peers.iter().map(|(.., total)| grid(*total, decimals)).collect();
    let ranks = competition(&keys);
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    let equal = |key: i64| sorted.partition_point(|&k| k <= key) - sorted.partition_point(|&k| k < key);
    let step = 1.0 / grid(1.0, decimals) as f64;
    let ends: Vec<(f64, f64)> = peers
        .iter()
        .zip(&keys)
        .map(|((_, standing, _), &key)| {
            let (total, margin) = (key as f64 * step, COMPARISON * standing.margin);
            (total - margin, total + margin)
        })
        .collect();
    let ranges = ranges(&ends);
    for ((((_, standing, _), &rank), &key), (best, worst)) in peers.iter().zip(&ranks).zip(&keys).zip(ranges)
    {
        ranking.ranked.push(Rank { agent: standing.agent, rank, of, tied: equal(key) > 1, best, worst });
    }
}

/// Best and worst rank of each interval: one more than the intervals wholly above it, and all but those wholly below.
fn ranges(ends: &[(f64, f64)]) -> Vec<(u32, u32)> {
    let sorted = |end: fn(&(f64, f64)) -> f64| {
        let mut list: Vec<f64> = ends.iter().map(end).collect();
        list.sort_unstable_by(f64::total_cmp);
        list
    };
    let (lows, highs) = (sorted(|ends| ends.0), sorted(|ends| ends.1));
    let range = |&(low, high): &(f64, f64)| {
        let above = lows.len() - lows.partition_point(|&other| other <= high);
        let below = highs.partition_point(|&other| other < low);
        (above as u32 + 1, (ends.len() - below) as u32)
    };
    ends.iter().map(range).collect()
}
