//! Business hours: how much of a stretch of time lies within the hours of the desk.

use super::moment::DAY;
use crate::check::DAYS_OF_HOURS;
use crate::model::Hours;
use crate::raw::MapCalendar;
use chrono::{Datelike, NaiveDate};

/// Years for which a calendar is laid out.
const YEARS: (i32, i32) = (1995, 2065);

/// The open stretches of time, in order and apart.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    /// Beginning, end, and what was open before, in milliseconds.
    open: Vec<(i64, i64, i64)>,
}

impl Calendar {
    /// The calendar that a map describes. A shift belongs to the day on which it begins: a holiday has no shifts, though that
    /// of the evening before may reach into it.
    pub(super) fn of(raw: &MapCalendar) -> Self {
        let mut week: [Hours; 7] = Default::default();
        // General words first, so that those of single days override them.
        for (word, days) in DAYS_OF_HOURS {
            let written = raw.hours.list.iter().find(|(key, _)| key.text == word);
            let hours = written.and_then(|(_, hours)| Hours::parse(&hours.as_ref()?.text));
            for (day, slot) in week.iter_mut().enumerate() {
                if let Some(hours) = hours.as_ref().filter(|_| days.contains(&day)) {
                    *slot = hours.clone();
                }
            }
        }
        let dates = |list: &Option<Vec<crate::raw::DateWord>>| -> Vec<NaiveDate> {
            list.iter().flatten().filter_map(|word| word.text.parse().ok()).collect()
        };
        let (holidays, workdays) = (dates(&raw.holidays), dates(&raw.workdays));
        Self::laid_out(&week, &holidays, &workdays)
    }

    fn laid_out(week: &[Hours; 7], holidays: &[NaiveDate], workdays: &[NaiveDate]) -> Self {
        let mut spans: Vec<(i64, i64)> = Vec::new();
        let first = NaiveDate::from_ymd_opt(YEARS.0, 1, 1).unwrap_or_default();
        let last = NaiveDate::from_ymd_opt(YEARS.1, 1, 1).unwrap_or_default();
        for date in first.iter_days().take_while(|date| *date < last) {
            if holidays.contains(&date) {
                continue;
            }
            let monday = workdays.contains(&date);
            let weekday = if monday { 0 } else { date.weekday().num_days_from_monday() as usize };
            let midnight = i64::from(date.to_epoch_days()) * DAY;
            let hours = week.get(weekday).map(|hours| hours.spans.as_slice()).unwrap_or_default();
            let at = |second: u32| midnight + i64::from(second) * 1000;
            spans.extend(hours.iter().map(|(from, to)| (at(*from), at(*to))));
        }
        spans.sort_unstable();
        let mut open: Vec<(i64, i64, i64)> = Vec::with_capacity(spans.len());
        for (from, to) in spans {
            match open.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                Some(&mut (start, end, before)) => open.push((from, to, before + end - start)),
                None => open.push((from, to, 0)),
            }
        }
        Self { open }
    }

    /// Open milliseconds from `from` to `to`; negative if they are in the wrong order.
    pub(super) fn between(&self, from: i64, to: i64) -> i64 {
        if to < from {
            -(self.until(from) - self.until(to)).max(1)
        } else {
            self.until(to) - self.until(from)
        }
    }

    /// Open milliseconds before `moment`.
    fn until(&self, moment: i64) -> i64 {
        let after = self.open.partition_point(|(from, ..)| *from <= moment);
        let last = after.checked_sub(1).and_then(|at| self.open.get(at));
        last.map_or(0, |(from, to, before)| before + moment.min(*to) - from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDateTime;

    fn at(text: &str) -> i64 {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap().and_utc().timestamp_millis()
    }

    fn calendar(weekdays: &str, weekend: &str, holidays: &[&str], workdays: &[&str]) -> Calendar {
        let (five, two) = (Hours::parse(weekdays).unwrap(), Hours::parse(weekend).unwrap());
        let week = std::array::from_fn(|day| if day < 5 { five.clone() } else { two.clone() });
        let dates = |list: &[&str]| list.iter().map(|day| day.parse().unwrap()).collect::<Vec<NaiveDate>>();
        Calendar::laid_out(&week, &dates(holidays), &dates(workdays))
    }

    fn minutes(calendar: &Calendar, from: &str, to: &str) -> i64 {
        calendar.between(at(from), at(to)) / 60_000
    }

    /// 2025-03-07 is a Friday.
    #[test]
    fn nights_and_weekends_do_not_count() {
        let desk = calendar("09:00-12:00, 13:00-18:00", "closed", &[], &[]);
        assert_eq!(minutes(&desk, "2025-03-07 17:30", "2025-03-10 09:20"), 50);
        assert_eq!(minutes(&desk, "2025-03-05 11:30", "2025-03-05 13:30"), 60);
        assert_eq!(minutes(&desk, "2025-03-08 10:00", "2025-03-09 20:00"), 0);
        assert!(minutes(&desk, "2025-03-05 11:30", "2025-03-05 10:00") < 0);
    }

    #[test]
    fn shifts_over_midnight_reach_into_the_next_day() {
        let night = calendar("22:00-06:00", "closed", &["2025-03-06"], &["2025-03-08"]);
        assert_eq!(minutes(&night, "2025-03-04 23:00", "2025-03-05 05:00"), 360);
        assert_eq!(minutes(&night, "2025-03-04 05:00", "2025-03-04 23:00"), 120);
        // Wednesday's shift reaches into the holiday, on which none begins.
        assert_eq!(minutes(&night, "2025-03-06 00:00", "2025-03-07 12:00"), 360);
        // A working Saturday.
        assert_eq!(minutes(&night, "2025-03-08 12:00", "2025-03-09 12:00"), 480);
    }

    #[test]
    fn all_hours_are_the_calendar() {
        let all = calendar("00:00-24:00", "00:00-24:00", &[], &[]);
        assert_eq!(minutes(&all, "2025-02-27 13:37", "2025-03-31 01:02"), 31 * 1440 + 11 * 60 + 25);
    }
}
