//! `export`: what is read back is what was computed, in every form, for every audience, with the same bytes each time.

use crate::program::{copy, files, put, root, run, warned};
use calamine::{Data, DataType as _, Reader as _, Xlsx};
use deskscore::check::{Input, Options, check};
use deskscore::evaluate::{Evaluation, evaluate};
use deskscore::model::{AgentIx, Period};
use deskscore::score::Verdict;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;

const TABLES: [&str; 6] = ["scores", "points", "values", "metrics", "goals", "events"];

fn evaluated(folder: &Path) -> Evaluation {
    let texts: Vec<(String, String)> = files(folder)
        .into_iter()
        .filter(|(path, _)| !path.starts_with("schema/"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect();
    let inputs: Vec<Input<'_>> = texts.iter().map(|(path, text)| Input { path, text: Ok(text) }).collect();
    let checked = check(&inputs, &Options { as_of: None, folder: "data".to_owned() });
    let model = checked.model.expect("no error");
    let as_of = model.organisation.as_of.expect("the data names its day");
    evaluate(model, as_of)
}

fn export(data: &Path, out: &Path, form: &str, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let (data, name) = (data.display().to_string(), out.display().to_string());
    let exported = run([&["export", "--data", &data, "--format", form, "--out", &name], more].concat());
    assert!(exported.status.success(), "{form} {more:?}: {}", warned(&exported));
    files(out)
}

fn json(files: &BTreeMap<String, Vec<u8>>, table: &str) -> Vec<Value> {
    serde_json::from_slice(&files[&format!("{table}.json")]).expect("a list of objects")
}

#[test]
fn tables_hold_what_was_computed_in_every_form() {
    let place = tempfile::tempdir().expect("a folder");
    let data = root().join("data");
    let at = |name: &str| place.path().join(name);
    let read = export(&data, &at("json"), "json", &[]);
    let evaluation = evaluated(&data);
    let scores = json(&read, "scores");
    let mut seen = 0;
    for agent in (0..evaluation.model.agents.len() as u32).map(AgentIx) {
        for period in &evaluation.periods {
            let standing = evaluation.standing(agent, *period).expect("a standing");
            if standing.verdict == Verdict::NotInService {
                continue;
            }
            let row = &scores[seen];
            seen += 1;
            assert_eq!(row["agent"], evaluation.model.agent(agent).id.as_str());
            assert_eq!(row["period"], period.to_string());
            assert!(same_number(row["score"].as_f64(), standing.total), "{row}");
            let rank = evaluation.rank(agent, *period).map(|rank| u64::from(rank.rank));
            assert_eq!(row["rank"].as_u64(), rank);
        }
    }
    assert_eq!(seen, scores.len());
    points_add_up(&scores, &json(&read, "points"));
    let goals = json(&read, "goals");
    assert_eq!(goals.len(), evaluation.model.targets.len());
    assert_eq!(json(&read, "events").len(), evaluation.model.ledger.events().len());

    // The other forms say the same, row by row.
    let columns = export(&data, &at("parquet"), "parquet", &[]);
    let lines = export(&data, &at("csv"), "csv", &[]);
    for table in TABLES {
        let rows = json(&read, table);
        assert!(!rows.is_empty(), "{table}");
        same_in_parquet(&at("parquet").join(format!("{table}.parquet")), &rows);
        let text = String::from_utf8(lines[&format!("{table}.csv")].clone()).expect("UTF-8");
        let head: Vec<&str> = rows[0].as_object().expect("a row").keys().map(String::as_str).collect();
        assert!(text.starts_with(&format!("\u{feff}{}\r\n", head.join(","))), "{table}");
        assert_eq!(text.matches("\r\n").count(), rows.len() + 1, "{table}");
    }
    for (form, first) in [("json", &read), ("parquet", &columns), ("csv", &lines)] {
        assert!(
            export(&data, &at(&format!("{form}-again")), form, &[]) == *first,
            "{form} differs the second time"
        );
    }
}

/// Numbers are written with every digit; reading them from JSON may miss the last one.
fn same_number(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() <= 4.0 * f64::EPSILON * other.abs(),
        (one, other) => one == other,
    }
}

/// Without events and averages over months, the contributions of a month are its score.
fn points_add_up(scores: &[Value], points: &[Value]) {
    let mut sums: BTreeMap<(String, String), (f64, usize)> = BTreeMap::new();
    let key = |row: &Value| (row["agent"].to_string(), row["period"].to_string());
    let mut segments: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for row in points {
        let (sum, count) = sums.entry(key(row)).or_default();
        *sum += row["contribution"].as_f64().unwrap_or_default();
        *count += 1;
        let own = segments.entry(key(row)).or_default();
        let segment = format!("{}{}", row["segment_from"], row["team"]);
        if !own.contains(&segment) {
            own.push(segment);
        }
        let measured = row["state"] == "measured" && row["period_kind"] == "month";
        let named = row["sources"].as_str().is_some_and(|text| text.contains(".yml:"));
        assert!(!measured || named || row["whose"] == "team" || row["unit"] == "points", "no line: {row}");
    }
    let mut compared = 0;
    for row in scores.iter().filter(|row| row["period_kind"] == "month" && row["verdict"] == "rated") {
        let (sum, _) = sums[&key(row)];
        if segments[&key(row)].len() == 1 && (sum - row["score"].as_f64().expect("a score")).abs() < 1e-9 {
            compared += 1;
        }
    }
    assert!(compared > 200, "only {compared} scores are the sum of their contributions");
}

fn same_in_parquet(path: &Path, rows: &[Value]) {
    let reader = SerializedFileReader::new(std::fs::File::open(path).expect("a file")).expect("Parquet");
    let read = reader.get_row_iter(None).expect("rows");
    let mut count = 0;
    for (row, expected) in read.zip(rows) {
        for (name, field) in row.expect("a row").get_column_iter() {
            let expected = &expected[name];
            let same = match field {
                Field::Null => expected.is_null(),
                Field::Str(text) => expected.as_str() == Some(text),
                Field::Double(number) => same_number(expected.as_f64(), Some(*number)),
                Field::Long(number) => expected.as_i64() == Some(*number),
                Field::Date(days) => {
                    let day = chrono::NaiveDate::default()
                        + chrono::Days::new(u64::try_from(*days).expect("after 1970"));
                    expected.as_str() == Some(&day.to_string())
                }
                other => panic!("{name}: {other:?}"),
            };
            assert!(same, "{name}: {field:?} is not {expected}");
        }
        count += 1;
    }
    assert_eq!(count, rows.len());
    assert_eq!(reader.metadata().file_metadata().num_rows(), rows.len() as i64);
}

#[test]
fn an_audience_gets_what_it_may_see() {
    let place = tempfile::tempdir().expect("a folder");
    let data = root().join("data");
    let public = export(&data, &place.path().join("public"), "json", &["--audience", "public"]);
    let own = export(&data, &place.path().join("own"), "json", &["--agent", "lin.wei"]);
    for table in ["scores", "points", "events"] {
        assert!(json(&public, table).is_empty(), "{table}");
        let rows = json(&own, table);
        assert!(rows.iter().all(|row| row["agent"] == "lin.wei"), "{table}");
    }
    assert!(!json(&own, "scores").is_empty() && json(&own, "scores").iter().all(|row| row["rank"].is_null()));
    assert!(json(&public, "values").iter().all(|row| row["subject_kind"] != "agent"));
    assert!(!json(&public, "goals").is_empty());
    let ids: Vec<String> = evaluated(&data).model.agents.iter().map(|agent| agent.id.to_string()).collect();
    for (name, tables) in [("public", &public), ("own", &own)] {
        for (path, bytes) in tables {
            let text = String::from_utf8_lossy(bytes);
            for id in ids.iter().filter(|id| name == "public" || *id != "lin.wei") {
                assert!(!text.contains(&format!("\"{id}\"")), "{id} stands in {name}/{path}");
            }
            assert!(!text.contains(".yml:"), "{name}/{path} names lines");
        }
    }
    let book = place.path().join("book.xlsx").display().to_string();
    let written = run(["export", "--audience", "public", "--xlsx", &book]);
    assert!(written.status.success(), "{}", warned(&written));
    let workbook = open(&std::fs::read(&book).expect("a workbook"));
    assert_eq!(workbook.sheet_names().len(), 1);
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook")
}

fn number(cell: Option<&Data>) -> Option<f64> {
    match cell {
        Some(Data::Float(number)) => Some(*number),
        Some(Data::Int(number)) => Some(*number as f64),
        _ => None,
    }
}

/// The score of a sheet from its inputs alone, as a spreadsheet computes it.
fn recomputed(range: &calamine::Range<Data>, formulas: &calamine::Range<String>) -> Option<f64> {
    let formula = formulas.get_value((2, 1)).filter(|text| text.contains("MIN"))?;
    let rows: Vec<u32> = (6..range.end().expect("cells").0 + 1).collect();
    let mut total = BTreeMap::new();
    let mut sum = 0.0;
    for row in rows {
        let (points, weight) = (number(range.get_value((row, 8))), number(range.get_value((row, 10))));
        if weight.is_some() {
            sum += points.unwrap_or_default() * weight.unwrap_or_default() / 100.0;
        }
        let sums = formulas.get_value((row, 11)).is_some_and(|text| text.contains("SUMPRODUCT"));
        let ends = range.get_value((row, 1)).is_none_or(|cell| *cell == Data::Empty)
            && number(range.get_value((row, 9))).is_some();
        if ends {
            let own = if sums { sum } else { number(range.get_value((row, 11))).unwrap_or_default() };
            // A part counts if the score's formula names its cell.
            let cell = format!("L{}", row + 1);
            let named = formula.split(|c: char| !c.is_alphanumeric()).any(|word| word == cell);
            if named {
                let days = number(range.get_value((row, 9))).expect("days");
                total.insert(row, (own, days));
            }
            sum = 0.0;
        }
    }
    let weights: f64 = total.values().map(|(_, days)| days).sum();
    let mean = match total.len() {
        1 => total.values().map(|(own, _)| *own).sum(),
        _ => total.values().map(|(own, days)| own * days).sum::<f64>() / weights,
    };
    // Events and the cap stand in the last two rows.
    let last = range.end().expect("cells").0;
    let events = number(range.get_value((last - 1, 11))).expect("events");
    let cap = number(range.get_value((last, 11))).expect("the cap");
    Some((mean + events).max(0.0).min(cap))
}

#[test]
fn a_workbook_recomputes_every_score() {
    let place = tempfile::tempdir().expect("a folder");
    let evaluation = evaluated(&root().join("data"));
    let mut live = 0;
    for period in ["2025-03", "2025-q3", "2025"] {
        let path = place.path().join(format!("{period}.xlsx"));
        let name = path.display().to_string();
        let written = run(["export", "--xlsx", &name, "--period", period]);
        assert!(written.status.success(), "{}", warned(&written));
        let bytes = std::fs::read(&path).expect("a workbook");
        let again = run(["export", "--xlsx", &name, "--period", period]);
        assert!(again.status.success() && std::fs::read(&path).expect("a workbook") == bytes, "other bytes");
        let mut workbook = open(&bytes);
        let names = workbook.sheet_names();
        assert!(names.iter().all(|name| name.encode_utf16().count() <= 31));
        let when = Period::parse(period, evaluation.model.organisation.fiscal_start).expect("a period");
        for name in &names[1..] {
            let agent =
                evaluation.model.agents.iter().position(|agent| agent.name.zh == *name).expect("an agent");
            let standing = evaluation.standing(AgentIx(agent as u32), when).expect("a standing");
            let range = workbook.worksheet_range(name).expect("a sheet");
            let formulas = workbook.worksheet_formula(name).expect("formulas");
            let shown = number(range.get_value((2, 1)));
            match (shown, standing.total) {
                (Some(shown), Some(total)) => assert!((shown - total).abs() < 1e-12, "{name} {period}"),
                (shown, total) => assert_eq!(shown, total, "{name} {period}"),
            }
            if let (Some(again), Some(total)) = (recomputed(&range, &formulas), standing.total) {
                assert!((again - total).abs() < 1e-9, "{name} {period}: {again} is not {total}");
                live += 1;
            }
        }
        let ranking = workbook.worksheet_formula(&names[0]).expect("formulas");
        assert!(ranking.used_cells().filter(|(_, _, text)| text.ends_with("!B3")).count() > 10);
    }
    assert!(live > 50, "only {live} scores are formulas over their inputs");
}

/// Words of the program in the workbook are in its language: verdicts, states and units, with no key and no word for programs.
#[test]
fn words_of_the_workbook_are_in_its_language() {
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("book.xlsx");
    for (language, rated, state) in [("zh", "已评分", "有数据"), ("en", "rated", "measured")] {
        let name = path.display().to_string();
        let written = run(["export", "--xlsx", &name, "--period", "2025-03", "--lang", language]);
        assert!(written.status.success(), "{}", warned(&written));
        let mut workbook = open(&std::fs::read(&path).expect("a workbook"));
        let (mut words, names) = (BTreeSet::new(), workbook.sheet_names());
        for (at, name) in names.iter().enumerate() {
            let range = workbook.worksheet_range(name).expect("a sheet");
            let (columns, first): (&[u32], u32) = if at == 0 { (&[9], 3) } else { (&[6, 7], 6) };
            let last = range.end().expect("cells").0;
            let cells = (first..=last).flat_map(|row| columns.iter().map(move |column| (row, *column)));
            let of = cells.chain((at > 0).then_some((3, 2))).filter_map(|cell| range.get_value(cell));
            words.extend(of.filter_map(|cell| cell.get_string().map(str::to_owned)));
        }
        assert!(words.contains(rated) && words.contains(state), "{words:?}");
        let foreign = |word: &&String| word.contains(['[', '_']) || word.is_ascii() == (language == "zh");
        assert_eq!(words.iter().find(foreign), None, "{words:?}");
    }
}

#[test]
fn texts_of_the_data_are_never_formulas() {
    let place = tempfile::tempdir().expect("a folder");
    let data = place.path().join("data");
    copy(&root().join("examples/small-shop/data"), &data);
    let agents = "agents:\n  a.one: { name: \"=HYPERLINK(\\\"http://x\\\")\", joined: 2024-05-06, postings: [{ from: 2024-05-06, team: shop }] }\n  b.two: { name: \"+1/2 [x]:*?\", joined: 2024-05-06, postings: [{ from: 2024-05-06, team: shop }] }\n";
    put(&data, "agents/shop.yml", agents);
    put(
        &data,
        "metrics/2025/2025-03.yml",
        "period: 2025-03\nagents:\n  a.one: { days: 22/22, first_response_time: 19500/500, csat_rate: 108/120, resolution_rate: 460/500, complaint_rate: 1/500 }\n  b.two: { days: 22/22, first_response_time: 19500/500, csat_rate: 108/120, resolution_rate: 460/500, complaint_rate: 1/500 }\n",
    );
    let name = data.display().to_string();
    let book = place.path().join("book.xlsx");
    let written = run(["export", "--data", &name, "--xlsx", &book.display().to_string(), "--lang", "en"]);
    assert!(written.status.success(), "{}", warned(&written));
    let mut workbook = open(&std::fs::read(&book).expect("a workbook"));
    for sheet in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&sheet).expect("formulas");
        // The name of a sheet may hold anything, in quotes.
        let ours = |text: &str| text.is_empty() || text.starts_with('\'') || !text.contains("http");
        assert!(formulas.used_cells().all(|(_, _, text)| ours(text)), "{sheet}");
    }
    let ranking = workbook.worksheet_range("Ranking").expect("the ranking");
    assert!(
        ranking.used_cells().any(|(_, _, cell)| *cell == Data::String("=HYPERLINK(\"http://x\")".to_owned()))
    );
    let tables = export(&data, &place.path().join("csv"), "csv", &[]);
    let text = String::from_utf8(tables["scores.csv"].clone()).expect("UTF-8");
    assert!(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\"") && text.contains("'+1/2 [x]:*?"), "{text}");
}
