//! `deskscore close`: freezes the figures and events of a month, or records a correction of a frozen one.

use super::super::arguments::Close;
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Instead, Loaded, Wanted, load, load_with};
use super::super::told::{tally, warn_of};
use crate::check::digest;
use crate::diag::{Code, Diagnostic, quoted};
use crate::files::write_atomic;
use crate::model::{Model, Month, Period};
use crate::raw::{NewCorrection, with_closing, with_correction};
use chrono::NaiveDate;

/// The file, below the data folder.
const FILE: &str = "closed.yml";

/// Closes the months of a period, or corrects one.
pub(in super::super) fn close(asked: &Close, console: Console) -> Result<(), Failure> {
    let wanted = Wanted { source: &asked.source, at: None, from_root: false, skip: None };
    let mut loaded = load(&wanted)?;
    let on = asked.on.unwrap_or_else(today);
    let path = asked.source.data.join(FILE);
    let before = match path.exists() {
        true => {
            String::from_utf8(crate::files::read(&path).map_err(Failure::tool)?).map_err(Failure::tool)?
        }
        false => String::new(),
    };
    let (text, told) = match (&asked.by, &asked.reason) {
        (Some(by), Some(reason)) if asked.correct => {
            refuse_faults(&loaded, console, |fault| fault.code != Code::ClosedMonthChanged)?;
            correct(asked, &loaded, &before, (on, by, reason))?
        }
        _ => {
            refuse_faults(&loaded, console, |_| true)?;
            let model = loaded.checked.model.take().ok_or(Failure::Faults)?;
            close_months(asked, &model, before, on)?
        }
    };
    let after = load_with(&wanted, Some(Instead::Text(FILE, &text)))?;
    // Another month may still wait for its own correction.
    refuse_faults(&after, console, |fault| !asked.correct || fault.code != Code::ClosedMonthChanged)?;
    write_atomic(&path, text.as_bytes()).map_err(Failure::tool)?;
    console.say(&format!("{told}: {}", path.display()));
    Ok(())
}

/// Tells all faults and ends, if there is an error that `counts`.
fn refuse_faults(
    loaded: &Loaded,
    console: Console,
    counts: impl Fn(&Diagnostic) -> bool,
) -> Result<(), Failure> {
    let faults = &loaded.checked.diagnostics;
    if !faults.iter().any(|fault| fault.is_error() && counts(fault)) {
        return Ok(());
    }
    warn_of(&loaded.checked, console);
    console.warn(&format!("{}: nothing was closed", tally(&loaded.checked)));
    Err(Failure::Faults)
}

fn no_form() -> Failure {
    Failure::tool(format!(
        "{FILE} has a form to which no line can be added; write each month on lines of its own"
    ))
}

/// The text with all months of the period closed.
fn close_months(
    asked: &Close,
    model: &Model,
    mut text: String,
    on: NaiveDate,
) -> Result<(String, String), Failure> {
    let period = Period::parse(&asked.period, model.organisation.fiscal_start).ok_or_else(|| {
        Failure::tool(format!("{} is not a period; write 2025-03, 2025-q1 or 2025", quoted(&asked.period)))
    })?;
    let known = model.months();
    let months: Vec<Month> = period.months().filter(|month| known.contains(month)).collect();
    if months.is_empty() {
        return Err(Failure::tool(format!("there are no figures for {period}")));
    }
    if on <= period.last().last_day() {
        return Err(Failure::tool(format!(
            "{period} has not ended by {on}; name the day of closing with --on"
        )));
    }
    let open: Vec<Month> =
        months.into_iter().filter(|month| model.ledger.closing(*month).is_none()).collect();
    if open.is_empty() {
        return Err(Failure::tool(format!("{period} is closed already, and nothing has changed since")));
    }
    for month in &open {
        let digest = digest(model, *month);
        text = with_closing(&text, &month.to_string(), &on.to_string(), &digest).ok_or_else(no_form)?;
    }
    let names: Vec<String> = open.iter().map(ToString::to_string).collect();
    Ok((text, format!("closed {}", names.join(", "))))
}

/// The text with a correction of one month.
fn correct(
    asked: &Close,
    loaded: &Loaded,
    text: &str,
    (on, by, reason): (NaiveDate, &str, &str),
) -> Result<(String, String), Failure> {
    let month = Month::parse(&asked.period).ok_or_else(|| {
        Failure::tool(format!("{} is not a month; write it like 2025-03", quoted(&asked.period)))
    })?;
    if reason.trim().is_empty() {
        return Err(Failure::tool("a correction needs a reason"));
    }
    let changed = loaded.checked.changed.iter().find(|(of, _)| *of == month);
    let Some((_, digest)) = changed else {
        let closed = loaded.checked.model.as_ref().and_then(|model| model.ledger.closing(month)).is_some();
        let why = if closed {
            "has not changed since it was closed or last corrected"
        } else {
            "is not a closed month that changed"
        };
        return Err(Failure::tool(format!("{month} {why}, so there is nothing to correct")));
    };
    let on = on.to_string();
    let correction = NewCorrection { on: &on, by, reason, digest };
    let text = with_correction(text, &month.to_string(), correction).ok_or_else(no_form)?;
    Ok((text, format!("corrected {month}")))
}

/// Today in UTC: the program knows no time zones.
fn today() -> NaiveDate {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = chrono::Days::new(since.as_secs() / 86_400);
    NaiveDate::from_ymd_opt(1970, 1, 1).and_then(|first| first.checked_add_days(days)).unwrap_or_default()
}
