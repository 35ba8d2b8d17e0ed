//! `deskscore export`: tables and a workbook.

use super::super::arguments_files::{Export, TableForm};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::load::{Wanted, load};
use super::super::readers::visible;
use super::super::told::warn_of;
use crate::audience::Visible;
use crate::evaluate::evaluate;
use crate::export::{Form, Results, Table, workbook};
use crate::files::{make_folder, write_atomic, write_streaming};
use crate::model::{Period, PeriodKind};
use crate::view::Texts;
use std::path::Path;

/// Writes what was asked for, each file whole.
pub(in super::super) fn export(asked: &Export, console: Console) -> Result<(), Failure> {
    let mut loaded =
        load(&Wanted { source: &asked.source, at: None, from_root: true, skip: asked.out.as_deref() })?;
    let Some(model) = loaded.checked.model.take() else {
        warn_of(&loaded.checked, console);
        return Err(Failure::Faults);
    };
    let as_of = loaded.as_of(asked.source.as_of, &model);
    let visible = visible(&asked.readers, evaluate(model, as_of))?;
    if let (Some(form), Some(folder)) = (asked.format, &asked.out) {
        let form = match form {
            TableForm::Csv => Form::Csv,
            TableForm::Json => Form::Json,
            TableForm::Parquet => Form::Parquet,
        };
        let results = Results { visible: &visible, sources: &loaded.checked.sources };
        tables(results, form, folder, console)?;
    }
    if let Some(file) = &asked.xlsx {
        let texts = Texts::new().map_err(Failure::tool)?;
        let language = asked.lang.language();
        let period = period(asked, &visible)?;
        let bytes = workbook(&visible, &texts, language, period).map_err(Failure::tool)?;
        write_atomic(file, &bytes).map_err(Failure::tool)?;
        console.say(&format!("{period} in {}", file.display()));
    }
    Ok(())
}

fn tables(results: Results<'_>, form: Form, folder: &Path, console: Console) -> Result<(), Failure> {
    make_folder(folder).map_err(Failure::tool)?;
    for table in Table::ALL {
        let path = folder.join(format!("{}.{}", table.name(), form.ending()));
        let mut rows = 0;
        write_streaming(&path, |out| {
            rows = table.write(results, form, out)?;
            Ok(())
        })
        .map_err(Failure::tool)?;
        console.say(&format!("{}: {rows} rows", path.display()));
    }
    Ok(())
}

/// The period that was asked for, if there are figures for it; the last month without one.
fn period(asked: &Export, visible: &Visible) -> Result<Period, Failure> {
    let evaluation = &visible.evaluation;
    let none = || Failure::tool("there are no figures yet");
    let Some(text) = &asked.period else { return evaluation.latest(PeriodKind::Month).ok_or_else(none) };
    let period = Period::parse(text, evaluation.model.organisation.fiscal_start);
    let known = period.filter(|period| evaluation.periods.contains(period));
    known.ok_or_else(|| {
        Failure::tool(format!("there are no figures for `{text}`; write 2025-03, 2025-q1 or 2025"))
    })
}
