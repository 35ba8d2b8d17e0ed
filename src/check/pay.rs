//! Wages: dates that follow each other, and pay that stays above the minimum wage.

use super::vocabulary::Vocabulary;
use super::{amount, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Incentive, IncentiveRule, Money, Pay, PayBase, Wage};
use crate::raw;

/// The wages of all agents. An open wage ends the day before the next one begins.
pub(super) fn check(raw: raw::PayFile, book: &Vocabulary, decimals: u8, sink: &mut Sink) -> Option<Pay> {
    let raw::PayFile { wages, minimum_wage, place: _ } = raw;
    let floor = amount::optional(minimum_wage.as_ref(), decimals, sink);
    let mut of_agents = vec![Vec::new(); book.agents.len()];
    let mut fine = true;
    for (word, list) in wages.list {
        let agent = book.agents.resolve(&word, sink);
        let read: Option<Vec<Wage>> = list.and_then(|list| all(list, decimals, sink));
        match (agent.and_then(|at| of_agents.get_mut(at as usize)), read) {
            (Some(place), Some(mut list)) => {
                follow_each_other(&mut list, sink);
                *place = list;
            }
            _ => fine = false,
        }
    }
    let floor = floor?;
    fine.then_some(Pay { wages: of_agents, floor })
}

fn all(list: Vec<raw::Wage>, decimals: u8, sink: &mut Sink) -> Option<Vec<Wage>> {
    let read: Vec<Option<Wage>> = list.into_iter().map(|one| wage(one, decimals, sink)).collect();
    read.into_iter().collect()
}

fn wage(raw: raw::Wage, decimals: u8, sink: &mut Sink) -> Option<Wage> {
    let raw::Wage { from, to, wage, variable, place } = raw;
    let first = words::date(&from, sink);
    let last = match to {
        Some(word) => words::date(&word, sink).map(Some),
        None => Some(None),
    };
    let days = (first.map(|day| (day, from.span)), last.flatten().map(|day| (day, place.of("to"))));
    let in_order = words::in_order(days.0, days.1, sink);
    let monthly = amount::amount(&wage, decimals, sink);
    let variable = amount::optional(variable.as_ref(), decimals, sink);
    in_order.then_some(())?;
    Some(Wage { from: first?, to: last?, wage: monthly?, variable: variable?, span: from.span })
}

fn follow_each_other(list: &mut [Wage], sink: &mut Sink) {
    list.sort_by_key(|wage| wage.from);
    let later: Vec<_> = list.iter().skip(1).map(|wage| (wage.from, wage.span)).collect();
    for (wage, (next, span)) in list.iter_mut().zip(later) {
        let overlaps = wage.from == next || wage.to.is_some_and(|to| to >= next);
        if overlaps {
            let message = format!("this wage begins on {next}, while another one still holds");
            let fault = Diagnostic::new(Code::WagesOverlap, span, message);
            sink.push(fault.also(wage.span, "the other wage").help("end the other one on the day before"));
        } else if wage.to.is_none() {
            wage.to = next.pred_opt();
        }
    }
}

/// Warns of wages that stay below the minimum wage when the lowest coefficient is paid.
pub(super) fn floor(pay: &Pay, incentives: &[Option<Incentive>], sink: &mut Sink) {
    let Some(floor) = pay.floor else { return };
    let lowest = incentives.iter().flatten().filter_map(|incentive| match &incentive.rule {
        IncentiveRule::PerformancePay(rule) if rule.base == PayBase::Variable => {
            let coefficients = rule.coefficients.iter().map(|(_, coefficient)| *coefficient);
            coefficients.min_by(f64::total_cmp).map(|least| (least, incentive.span))
        }
        _ => None,
    });
    let lowest: Option<(f64, Span)> = lowest.min_by(|a, b| a.0.total_cmp(&b.0));
    for wage in pay.wages.iter().flatten() {
        let least = lowest.map_or(0.0, |(least, _)| least);
        let variable = wage.variable.unwrap_or(Money::ZERO).times(least);
        if wage.wage + variable >= floor {
            continue;
        }
        let message = "with the lowest variable pay this wage stays below the minimum wage";
        let mut fault = Diagnostic::new(Code::PayBelowFloor, wage.span, message);
        if let Some((_, span)) = lowest {
            fault = fault.also(span, "the lowest coefficient stands here");
        }
        sink.push(fault.note(
            "variable pay may vary only as agreed, and never below the minimum wage (domain notes E.4)",
        ));
    }
}
