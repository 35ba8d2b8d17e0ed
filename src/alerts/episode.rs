//! From what each month says to the times during which an alert was open.

use crate::model::Month;

/// What one month says of one subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Look {
    /// The value meets the rule.
    Met(f64),
    /// The value does not.
    NotMet(f64),
    /// No figures, or too few cases.
    NotAssessable,
    /// The rule does not watch the subject in this month.
    Outside,
}

/// A time during which an alert was open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Episode {
    /// First month of the row that met the rule.
    pub start: Month,
    /// The month with which the row was long enough.
    pub fired: Month,
    /// Latest month that met the rule.
    pub last: Month,
    /// Months that met the rule.
    pub length: u16,
    /// The value of the latest such month, in kept units.
    pub value: f64,
    /// The month with which it ended; open if none.
    pub ended: Option<Month>,
}

impl Episode {
    /// Whether the alert was open in `month`.
    #[must_use]
    pub fn covers(&self, month: Month) -> bool {
        self.fired <= month && self.ended.is_none_or(|ended| month < ended)
    }
}

/// The episodes of months in order, none left out. `consecutive` is at least 1.
#[must_use]
pub fn episodes(looks: impl IntoIterator<Item = (Month, Look)>, consecutive: u16) -> Vec<Episode> {
    let mut all = Vec::new();
    let mut open: Option<Episode> = None;
    let mut row: Option<(Month, u16)> = None;
    for (month, look) in looks {
        if let Some(mut episode) = open.take() {
            match look {
                Look::Met(value) => {
                    (episode.last, episode.value) = (month, value);
                    episode.length += 1;
                    open = Some(episode);
                }
                Look::NotAssessable => open = Some(episode),
                Look::NotMet(_) | Look::Outside => {
                    all.push(Episode { ended: Some(month), ..episode });
                    row = None;
                }
            }
            continue;
        }
        let Look::Met(value) = look else {
            row = None;
            continue;
        };
        let (start, length) = row.map_or((month, 1), |(start, length)| (start, length + 1));
        row = Some((start, length));
        open = (length >= consecutive.max(1)).then_some(Episode {
            start,
            fired: month,
            last: month,
            length,
            value,
            ended: None,
        });
    }
    all.extend(open);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of looks from January 2025: `x` met, `.` not met, `?` not assessable, `-` outside.
    fn told(row: &str, consecutive: u16) -> Vec<(u32, u32, u32, u16, Option<u32>)> {
        let january = Month::parse("2025-01").unwrap();
        let look = |(n, c): (usize, char)| {
            let look = match c {
                'x' => Look::Met(n as f64),
                '.' => Look::NotMet(0.0),
                '?' => Look::NotAssessable,
                _ => Look::Outside,
            };
            (january.plus(n as i32), look)
        };
        let found = episodes(row.chars().enumerate().map(look), consecutive);
        let month = |month: Month| month.month();
        found
            .iter()
            .map(|e| (month(e.start), month(e.fired), month(e.last), e.length, e.ended.map(month)))
            .collect()
    }

    #[test]
    fn one_month_is_enough_when_one_is_asked_for() {
        assert_eq!(told(".x.", 1), [(2, 2, 2, 1, Some(3))]);
        assert_eq!(told("xx", 1), [(1, 1, 2, 2, None)]);
        assert_eq!(told("...", 1), []);
    }

    #[test]
    fn a_row_has_to_be_long_enough_and_starts_with_its_first_month() {
        assert_eq!(told(".x.x.", 2), []);
        assert_eq!(told(".xx.", 2), [(2, 3, 3, 2, Some(4))]);
        assert_eq!(told("xxx.xx", 3), [(1, 3, 3, 3, Some(4))]);
        assert_eq!(told("xx.xx", 2), [(1, 2, 2, 2, Some(3)), (4, 5, 5, 2, None)]);
    }

    #[test]
    fn what_cannot_be_assessed_breaks_a_row_but_ends_nothing() {
        assert_eq!(told("x?x", 2), [], "nothing is known of February");
        assert_eq!(told("xx?x", 2), [(1, 2, 4, 3, None)], "open through March, which does not count");
        assert_eq!(told("xx??.", 2), [(1, 2, 2, 2, Some(5))]);
        assert_eq!(told("????", 1), [], "small samples never fire");
    }

    #[test]
    fn who_leaves_the_rule_leaves_the_alert() {
        assert_eq!(told("xx-xx", 2), [(1, 2, 2, 2, Some(3)), (4, 5, 5, 2, None)]);
        assert_eq!(told("x-x", 2), []);
    }

    #[test]
    fn an_alert_is_open_from_the_month_it_fired_until_before_it_ended() {
        let january = Month::parse("2025-01").unwrap();
        let look =
            |n: i32, met: bool| (january.plus(n), if met { Look::Met(1.0) } else { Look::NotMet(0.0) });
        let episode = episodes([look(0, true), look(1, true), look(2, true), look(3, false)], 2)[0];
        let covered: Vec<bool> = (0..5).map(|n| episode.covers(january.plus(n))).collect();
        assert_eq!(covered, [false, true, true, false, false]);
    }
}
