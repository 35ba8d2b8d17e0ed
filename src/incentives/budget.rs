//! Amounts of a period against what may be paid.

use super::outcome::{Award, Person, Pool};
use super::share::within;
use crate::model::Money;

/// Lowers the amounts of `people` so that they total at most `budget`, and says how they agree with it.
pub(super) fn keep(people: &mut [Person], budget: Option<Money>) -> Pool {
    let amounts: Vec<Money> =
        people.iter().map(|person| person.award.and_then(Award::money).unwrap_or_default()).collect();
    let paid = within(budget, &amounts);
    let unpriced = people.iter().filter(|person| person.award == Some(Award::Unpriced)).count() as u32;
    for (person, paid) in people.iter_mut().zip(&paid) {
        if let Some(Award::Amount(amount)) = &mut person.award {
            *amount = *paid;
        }
    }
    Pool { budget, before: amounts.into_iter().sum(), paid: paid.into_iter().sum(), unpriced }
}
