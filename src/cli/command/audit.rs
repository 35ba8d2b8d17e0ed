//! `deskscore audit`: whether the indicator system can be trusted.

use super::super::arguments_audit::{Audit, AuditForm, FailOn};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Wanted, load};
use super::super::told::warn_of;
use crate::audit::{FileRow, Report, Verdict, audit_table, framed};
use crate::canon::{Order, canonical};
use crate::check::check_frame;
use crate::diag::human;
use crate::evaluate::{Evaluation, evaluate};
use crate::files::{make_folder, read, write_atomic};
use crate::findings::{Audited, Names, Told, csv, json, markdown, of_evaluation, plain, recommendations};
use crate::model::{Frame, Language, Period, PeriodKind, Text};
use crate::raw::Noun;
use crate::report::Voice;
use crate::table::{Options, Value};
use crate::view::Texts;
use std::path::Path;

/// Audits a year of the data, or a table.
pub(in super::super) fn audit(asked: &Audit, console: Console) -> Result<(), Failure> {
    if asked.out.is_none() {
        // Said before anything is computed.
        if asked.format.contains(&AuditForm::Csv) {
            return Err(Failure::tool("csv is many files; name a folder with --out"));
        }
        if asked.format.len() > 1 {
            return Err(Failure::tool("several forms are several files; name a folder with --out"));
        }
    }
    match (&asked.table, &asked.frame) {
        (Some(table), Some(frame)) => of_table(asked, (table, frame), console),
        _ => of_data(asked, console),
    }
}

fn of_data(asked: &Audit, console: Console) -> Result<(), Failure> {
    let mut loaded = load(&Wanted { source: &asked.source, at: None, from_root: false, skip: None })?;
    let Some(model) = loaded.checked.model.take() else {
        warn_of(&loaded.checked, console);
        return Err(Failure::Faults);
    };
    let as_of = loaded.as_of(asked.source.as_of, &model);
    let evaluation = evaluate(model, as_of);
    let year = year(asked, &evaluation)?;
    let audit = crate::audit::audit(&evaluation, year, asked.seed);
    let source = match &loaded.provenance.commit {
        Some(commit) if !loaded.provenance.changed => commit.hash.clone(),
        _ => asked.source.data.display().to_string(),
    };
    tell(asked, &of_evaluation(&evaluation, &audit, source), console)
}

/// The year that was asked for, else the last complete one.
fn year(asked: &Audit, evaluation: &Evaluation) -> Result<Period, Failure> {
    let Some(text) = &asked.year else {
        let latest = evaluation.latest(PeriodKind::Year);
        return latest.ok_or_else(|| Failure::tool("there are no figures to audit"));
    };
    let start = evaluation.model.organisation.fiscal_start;
    let known = Period::parse(text, start).filter(|period| period.kind() == PeriodKind::Year);
    let known = known.filter(|year| evaluation.of_kind(PeriodKind::Year).any(|period| period == *year));
    known.ok_or_else(|| {
        let years: Vec<String> = evaluation.of_kind(PeriodKind::Year).map(|year| year.to_string()).collect();
        Failure::tool(format!("there are no figures of a year `{text}`; there are {}", years.join(", ")))
    })
}

fn of_table(asked: &Audit, (table, frame): (&Path, &Path), console: Console) -> Result<(), Failure> {
    let text = String::from_utf8(read(frame).map_err(Failure::tool)?);
    let text = text.map_err(|_| Failure::tool(format!("{}: not UTF-8", frame.display())))?;
    let checked = check_frame(&frame.display().to_string(), &text);
    if !checked.diagnostics.is_empty() {
        console.warn(human(&checked.diagnostics, &checked.sources, console.coloured_messages()).trim_end());
    }
    let Some(frame) = checked.frame else { return Err(Failure::Faults) };
    let report = report(asked, table, &frame, console)?;
    let name = table.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (title, names) = (Text::same(&name), Names::of_ids(&report));
    let told = Told { id: name, title, report: &report, system: None, model: None, names };
    let source = table.display().to_string();
    let audited = Audited { year: None, source, systems: vec![told], follow_up: &[], model: None };
    tell(asked, &audited, console)
}

/// The report of a table file.
fn report(asked: &Audit, path: &Path, frame: &Frame, console: Console) -> Result<Report, Failure> {
    let bytes = read(path).map_err(Failure::tool)?;
    let name = path.display().to_string();
    let sheet = crate::table::read(bytes, &name, Some((1, 1)), &Options::default())
        .map_err(|error| Failure::tool(format!("{name}: {error}")))?;
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let rows: Vec<FileRow> =
        sheet.rows.iter().map(|row| (row.number, row.cells.iter().map(text).collect())).collect();
    match framed(frame, &sheet.header.names, &rows) {
        Ok(table) => Ok(audit_table(&table, &frame.limits, asked.seed)),
        Err(misfits) => {
            misfits.iter().for_each(|misfit| console.warn(&format!("{name}: {misfit}")));
            Err(Failure::Faults)
        }
    }
}

/// The actions as a file of recommendations in its canonical form.
fn snippet(audited: &Audited<'_>, texts: &Texts) -> Result<(String, String), Failure> {
    let voices = (Voice::new(texts, Language::Zh), Voice::new(texts, Language::En));
    let (Some(text), Some(year)) = (recommendations(audited, voices), audited.year) else {
        return Err(Failure::tool(
            "a table from elsewhere has no schemes for which recommendations are kept",
        ));
    };
    let text = canonical(&text, &Order::of(Noun::Recommendations)).unwrap_or(text);
    Ok((format!("recommendations/{year}.yml"), text))
}

/// Tells it as asked, and fails for a verdict that was asked to fail.
fn tell(asked: &Audit, audited: &Audited<'_>, console: Console) -> Result<(), Failure> {
    let texts = Texts::new().map_err(Failure::tool)?;
    let language = asked.lang.language();
    let voice = Voice::new(&texts, language);
    let mut files = Vec::new();
    for form in &asked.format {
        match form {
            AuditForm::Text => files.push(("audit.txt".to_owned(), plain(audited, voice))),
            AuditForm::Markdown => files.push(("audit.md".to_owned(), markdown(audited, voice))),
            AuditForm::Json => files.push(("audit.json".to_owned(), json(audited).map_err(Failure::tool)?)),
            AuditForm::Csv => files.extend(csv(audited)),
            AuditForm::Recommendations => files.push(snippet(audited, &texts)?),
        }
    }
    match &asked.out {
        Some(folder) => {
            for (path, text) in &files {
                let path = folder.join(path);
                make_folder(path.parent().unwrap_or(folder)).map_err(Failure::tool)?;
                write_atomic(&path, text.as_bytes()).map_err(Failure::tool)?;
            }
            console.say(&format!("{} files in {}", files.len(), folder.display()));
        }
        None => files.iter().for_each(|(_, text)| console.result(text)),
    }
    let red = audited.systems.iter().any(|told| told.report.verdict == Verdict::Fail);
    if red && asked.fail_on == Some(FailOn::Red) { Err(Failure::Faults) } else { Ok(()) }
}
