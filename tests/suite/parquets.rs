//! Parquet as an export: the same records as CSV and as Parquet give the same YAML, whatever their types, encoding and
//! compression; damaged files are told and never end the program otherwise.

use super::imports::Desk;
use super::program::warned;
use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FixedLenByteArrayType, FloatType, Int32Type,
    Int64Type,
};
use parquet::file::properties::{WriterProperties, WriterVersion};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use std::sync::Arc;

/// How a file is written.
#[derive(Clone, Copy)]
struct Way {
    compression: Compression,
    dictionary: bool,
    version: WriterVersion,
}

const PLAIN: Way =
    Way { compression: Compression::UNCOMPRESSED, dictionary: false, version: WriterVersion::PARQUET_1_0 };

/// A Parquet file with one row group for each of `groups`, whose columns `write` fills.
fn file(
    schema: &str,
    way: Way,
    groups: usize,
    write: impl Fn(&mut SerializedRowGroupWriter<'_, Vec<u8>>, usize),
) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let properties = WriterProperties::builder()
        .set_compression(way.compression)
        .set_dictionary_enabled(way.dictionary)
        .set_writer_version(way.version)
        .set_data_page_row_count_limit(700)
        .set_write_batch_size(100)
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).expect("a writer");
    for group in 0..groups {
        let mut open = writer.next_row_group().expect("a group");
        write(&mut open, group);
        open.close().expect("a group");
    }
    writer.into_inner().expect("a file")
}

/// Fills the next column; `None` is a null.
fn put<T: DataType>(group: &mut SerializedRowGroupWriter<'_, Vec<u8>>, cells: Vec<Option<T::T>>) {
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    let mut column = group.next_column().expect("a column").expect("one more");
    column.typed::<T>().write_batch(&values, Some(&levels), None).expect("values");
    column.close().expect("a column");
}

fn text(text: &str) -> Option<ByteArray> {
    Some(ByteArray::from(text))
}

/// A ticket: agent, channel, day and second of its opening, seconds to the reply, rating, cents of sales.
struct Ticket {
    agent: &'static str,
    channel: &'static str,
    opened: i64,
    replied: Option<i64>,
    rating: Option<i32>,
    cents: i64,
    reopened: bool,
}

/// Seconds from 1970 to 2025-03-01.
const MARCH: i64 = 1_740_787_200;
const IDS: i64 = 1_234_567_890_123_456_000;

/// Tickets of March, some of April, bots, blanks, and clocks that run backwards.
fn tickets(count: usize) -> Vec<Ticket> {
    let mut state = 11_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % below) as i64
    };
    let one = |_| {
        let opened = MARCH + draw(33 * 86_400);
        Ticket {
            agent: ["林薇", "Zhao Min", "chen.man", "sales-bot"][draw(4) as usize],
            channel: ["chat", "phone"][draw(2) as usize],
            opened,
            replied: (draw(8) > 0).then(|| opened + draw(90) - 4),
            rating: (draw(3) > 0).then(|| draw(6) as i32),
            cents: draw(2_000_000) - 1_000,
            reopened: draw(6) == 0,
        }
    };
    (0..count).map(one).collect()
}

fn csv(tickets: &[Ticket]) -> String {
    let moment = |second: i64| {
        chrono::DateTime::from_timestamp(second, 0).expect("a moment").format("%Y-%m-%d %H:%M:%S").to_string()
    };
    let mut csv = String::from("id,agent,channel,day,opened,replied,rating,score,sales,reopened\n");
    for (at, of) in tickets.iter().enumerate() {
        let replied = of.replied.map(moment).unwrap_or_default();
        let rating = of.rating.map(|rating| rating.to_string()).unwrap_or_default();
        let sign = if of.cents < 0 { "-" } else { "" };
        csv.push_str(&format!(
            "{},{},{},{},{},{replied},{rating},0.{:02},{sign}{}.{:02},{}\n",
            IDS + at as i64,
            of.agent,
            of.channel,
            &moment(of.opened)[..10],
            moment(of.opened),
            at % 100,
            of.cents.abs() / 100,
            of.cents.abs() % 100,
            of.reopened,
        ));
    }
    csv
}

const SCHEMA: &str = "message tickets {
  optional int64 id;
  optional binary agent (STRING);
  optional binary channel (STRING);
  optional int32 day (DATE);
  optional int64 opened (TIMESTAMP(MICROS,false));
  optional int64 replied (TIMESTAMP(MILLIS,false));
  optional int32 rating;
  optional float score;
  optional fixed_len_byte_array(9) sales (DECIMAL(20,2));
  optional boolean reopened;
}";

fn parquet(tickets: &[Ticket], way: Way, groups: usize) -> Vec<u8> {
    let size = tickets.len().div_ceil(groups);
    file(SCHEMA, way, groups, |group, at| {
        let first = at * size;
        let of = &tickets[first..tickets.len().min(first + size)];
        put::<Int64Type>(group, (0..of.len()).map(|at| Some(IDS + (first + at) as i64)).collect());
        put::<ByteArrayType>(group, of.iter().map(|of| text(of.agent)).collect());
        put::<ByteArrayType>(group, of.iter().map(|of| text(of.channel)).collect());
        put::<Int32Type>(group, of.iter().map(|of| Some(of.opened.div_euclid(86_400) as i32)).collect());
        put::<Int64Type>(group, of.iter().map(|of| Some(of.opened * 1_000_000 + 999)).collect());
        put::<Int64Type>(group, of.iter().map(|of| of.replied.map(|second| second * 1_000)).collect());
        put::<Int32Type>(group, of.iter().map(|of| of.rating).collect());
        let score = |at: usize| ((first + at) % 100) as f32 / 100.0;
        put::<FloatType>(group, (0..of.len()).map(|at| Some(score(at))).collect());
        let sales = |cents: i64| ByteArray::from(i128::from(cents).to_be_bytes()[7..].to_vec()).into();
        put::<FixedLenByteArrayType>(group, of.iter().map(|of| Some(sales(of.cents))).collect());
        put::<BoolType>(group, of.iter().map(|of| Some(of.reopened)).collect());
    })
}

const MAP: &str = "rows: records
agent: { column: agent }
channel: { column: channel, values: { chat: chat, phone: phone } }
case: id
date: opened
leave_out: [{ column: agent, contains: bot, why: bots }]
figures:
  contacts_handled: {}
  first_response_time: { from: opened, to: replied }
  frt_within_rate: { from: opened, to: replied, within: 30s }
  frt_p90: { from: opened, to: replied, percentile: 90 }
  csat_avg: { value: rating }
  csat_rate: { when: [{ column: score, at_least: 0.07 }], of: [{ column: day, filled: true }] }
  reopen_rate: { when: [{ column: reopened, is: \"true\" }] }
  sales_amount: { value: sales }
";

/// The figures, without the lines that say where they came from.
fn figures(desk: &Desk) -> String {
    let yaml = desk.yaml();
    let lines = yaml.lines().filter(|line| !line.starts_with("source:") && !line.starts_with("# imported"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Imports a file, which has to succeed; gives what was told without the line of the file, and the figures.
fn imported(name: &str, bytes: &[u8], map: &str) -> (String, String) {
    let desk = Desk::new();
    desk.put(name, bytes);
    desk.put("map.yml", map.as_bytes());
    let (code, _, told) = desk.import(&format!("{name} --map map.yml --period 2025-03"));
    assert_eq!(code, 0, "{name}: {told}");
    let counts = told.lines().find(|line| line.contains(" = ")).expect("a line of counts").to_owned();
    (counts, figures(&desk))
}

#[test]
fn parquet_and_csv_of_the_same_tickets_give_the_same_yaml() {
    let tickets = tickets(20_000);
    let expected = imported("tickets.csv", csv(&tickets).as_bytes(), MAP);
    assert!(expected.1.contains("lin.wei:") && expected.1.contains("sales_amount: "), "{}", expected.1);
    let ways = [
        (Compression::UNCOMPRESSED, false, WriterVersion::PARQUET_1_0, 1),
        (Compression::SNAPPY, true, WriterVersion::PARQUET_1_0, 3),
        (Compression::ZSTD(ZstdLevel::default()), true, WriterVersion::PARQUET_2_0, 2),
        (Compression::GZIP(GzipLevel::default()), false, WriterVersion::PARQUET_2_0, 20_000 / 999),
    ];
    for (compression, dictionary, version, groups) in ways {
        let bytes = parquet(&tickets, Way { compression, dictionary, version }, groups);
        assert!(imported("tickets.parquet", &bytes, MAP) == expected, "{compression} differs");
    }
    // Beside each other in a folder, as Spark leaves them.
    let desk = Desk::new();
    let (one, other) = tickets.split_at(7_000);
    desk.put("spark/part-0.snappy.parquet", &parquet(one, PLAIN, 1));
    desk.put("spark/_SUCCESS", b"");
    let head = csv(&tickets);
    let rest: Vec<&str> = head.lines().skip(1 + one.len()).collect();
    assert_eq!(rest.len(), other.len());
    desk.put(
        "spark/part-1.csv",
        format!("{}\n{}\n", head.lines().next().expect("a head"), rest.join("\n")).as_bytes(),
    );
    desk.put("map.yml", MAP.as_bytes());
    let (code, _, told) = desk.import("spark --map map.yml --period 2025-03");
    assert_eq!(code, 0, "{told}");
    assert_eq!(figures(&desk), expected.1);
}

/// Unsigned numbers, decimals in 32 and 64 bits, nanoseconds, times of day, floats that are none, structures, texts without a mark.
#[test]
fn every_flat_type_is_a_cell() {
    let schema = "message m {
        required group who { required binary name; optional int32 level (INTEGER(8,false)); }
        optional int32 small (DECIMAL(9,3));
        optional int64 large (DECIMAL(18,1));
        optional int64 opened (TIMESTAMP(NANOS,false));
        optional int32 talk (TIME(MILLIS,false));
        optional double rate;
        optional int64 zoned (TIMESTAMP(MICROS,true));
    }";
    let bytes = file(schema, PLAIN, 1, |group, _| {
        let mut column = group.next_column().expect("a column").expect("one more");
        let names = ["林薇", "Zhao Min"].map(ByteArray::from);
        column.typed::<ByteArrayType>().write_batch(&names, None, None).expect("values");
        column.close().expect("a column");
        put::<Int32Type>(group, vec![Some(5), None]);
        put::<Int32Type>(group, vec![Some(1_234_500), Some(-250)]);
        put::<Int64Type>(group, vec![Some(9_999), Some(1)]);
        put::<Int64Type>(group, vec![Some((MARCH + 61) * 1_000_000_000 + 999_999), None]);
        put::<Int32Type>(group, vec![Some(330_000), Some(30_000)]);
        put::<DoubleType>(group, vec![Some(0.931), Some(f64::NAN)]);
        put::<Int64Type>(group, vec![Some((MARCH - 3_600) * 1_000_000), Some(MARCH * 1_000_000)]);
    });
    let map = |more: &str| {
        format!(
            "rows: summary\nagent: {{ column: who.name }}\nfigures:\n  sales_amount: {{ value: small }}\n  aov: {{ numerator: large, denominator: who.level }}\n  first_response_time: {{ value: talk }}\n  csat_rate: {{ value: rate, n: who.level, format: fraction }}\n{more}"
        )
    };
    let (counts, yaml) = imported("all.parquet", &bytes, &map(""));
    assert!(counts.starts_with("2 rows in = 2 used"), "{counts}");
    for figure in [
        "sales_amount: 1234.5,",
        "aov: 999.9/5",
        "value: 330s",
        "{ value: 93.1%, n: 5 }",
        "sales_amount: -0.25",
    ] {
        assert!(yaml.contains(figure), "{figure}: {yaml}");
    }
    assert_eq!(yaml.matches("csat_rate").count(), 1, "not a number is nothing: {yaml}");
    // A zone of its own is asked for, and then decides the month: 23:00 of the last of February in Greenwich.
    let desk = Desk::new();
    desk.put("all.parquet", &bytes);
    desk.put("map.yml", map("date: zoned\n").as_bytes());
    let (code, _, told) = desk.import("all.parquet --map map.yml --period 2025-03");
    assert!(code == 1 && told.contains("utc_offset") && told.contains("2025-02-28T23:00:00Z"), "{told}");
    let (counts, _) = imported("all.parquet", &bytes, &map("date: zoned\ntimes: { utc_offset: +08:00 }\n"));
    assert!(counts.starts_with("2 rows in = 2 used"), "{counts}");
    // The other zone of the desk leaves the first row in February.
    let (counts, _) = imported("all.parquet", &bytes, &map("date: zoned\ntimes: { utc_offset: +00:00 }\n"));
    assert!(counts.starts_with("2 rows in = 1 used"), "{counts}");
}

/// A repository begins with Parquet as it does with CSV: the preset is found by the columns.
#[test]
fn a_repository_begins_with_parquet() {
    let schema = "message m {
        optional binary 客服昵称 (STRING);
        optional int64 接待会话量;
        optional int64 有效评价数;
        optional int64 好评数;
        optional double 全天3分钟回复率;
    }";
    let bytes = file(schema, PLAIN, 1, |group, _| {
        put::<ByteArrayType>(group, vec![text("林薇"), text("赵敏"), text("店铺汇总")]);
        for counts in [[812, 640, 1_452], [201, 97, 298], [182, 90, 272]] {
            put::<Int64Type>(group, counts.map(Some).to_vec());
        }
        put::<DoubleType>(group, vec![None, None, None]);
    });
    let desk = Desk::new();
    desk.put("feige.parquet", &bytes);
    let run = |arguments: &str| {
        let mut program = super::program::deskscore(arguments.split_whitespace());
        let output = program.current_dir(desk.path()).output().expect("the program starts");
        assert!(output.status.success(), "{arguments}: {}", warned(&output));
        warned(&output)
    };
    let told = run("init team --from feige.parquet --period 2025-03");
    assert!(
        told.contains("列名属于预设 feige") && told.contains("读入 3 行 = 采用 2 行 + 排除 1 行"),
        "{told}"
    );
    run("check --data team/data");
    let month = desk.path().join("team/data/metrics/2025/2025-03-chat.yml");
    let month = std::fs::read_to_string(month).expect("the month");
    assert!(month.contains("csat_rate: 182/201") && month.contains("feige.parquet sha256"), "{month}");
}

#[test]
fn nested_columns_are_told_by_name_if_the_map_asks_for_them() {
    let schema = "message m {
        optional binary agent (STRING);
        optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
        optional int32 contacts;
    }";
    let bytes = file(schema, PLAIN, 1, |group, _| {
        put::<ByteArrayType>(group, vec![text("林薇"), text("Zhao Min")]);
        let mut column = group.next_column().expect("a column").expect("one more");
        let values = ["a", "b"].map(ByteArray::from);
        column
            .typed::<ByteArrayType>()
            .write_batch(&values, Some(&[3, 3, 0]), Some(&[0, 1, 0]))
            .expect("values");
        column.close().expect("a column");
        put::<Int32Type>(group, vec![Some(7), Some(8)]);
    });
    let map = "rows: summary\nagent: { column: agent }\nfigures:\n  contacts_handled: { value: contacts }\n";
    let (counts, yaml) = imported("nested.parquet", &bytes, map);
    assert!(counts.starts_with("2 rows in = 2 used") && yaml.contains("contacts_handled: 8"), "{yaml}");
    let desk = Desk::new();
    desk.put("nested.parquet", &bytes);
    desk.put(
        "map.yml",
        format!("{map}leave_out: [{{ column: tags, contains: test, why: tests }}]\n").as_bytes(),
    );
    let (code, _, told) = desk.import("nested.parquet --map map.yml --period 2025-03");
    assert!(code == 1 && told.contains("nested.parquet") && told.contains("`tags`"), "{told}");
    assert!(desk.yaml().is_empty());
}

/// Every byte that is missing or wrong is told with the name of the file, or changes figures as a wrong byte in a CSV would: the
/// program never ends otherwise.
#[test]
fn damaged_files_are_told() {
    let tickets = tickets(900);
    let whole = parquet(&tickets, Way { compression: Compression::SNAPPY, dictionary: true, ..PLAIN }, 2);
    let desk = Desk::new();
    desk.put("map.yml", MAP.as_bytes());
    let run = |name: &str, bytes: &[u8]| {
        desk.put(name, bytes);
        let output = super::program::deskscore([
            "import",
            name,
            "--map",
            "map.yml",
            "--period",
            "2025-03",
            "--dry-run",
            "--lang",
            "en",
        ])
        .current_dir(desk.path())
        .output()
        .expect("the program starts");
        (output.status.code(), warned(&output))
    };
    for length in [4, 11, 200, whole.len() / 2, whole.len() - 1] {
        let (code, told) = run("cut.parquet", &whole[..length]);
        assert!(
            code == Some(2) && told.contains("cut.parquet: ") && !told.contains("panicked"),
            "{length}: {told}"
        );
    }
    for (name, bytes) in [("text.parquet", b"agent,n\nlin,1\n".as_slice()), ("empty.parquet", b"")] {
        let (code, told) = run(name, bytes);
        assert!(code == Some(2) && told.contains(name), "{told}");
    }
    let (mut told_of, mut state) = (0, 5_usize);
    for round in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..=round % 4 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // The pages in every second round, else the end of the file, which says what they are.
            let place = if round % 2 == 0 {
                (state >> 33) % whole.len()
            } else {
                whole.len() - 8 - (state >> 33) % 1_500
            };
            bytes[place] ^= 1 << (round % 8);
        }
        let (code, told) = run("bent.parquet", &bytes);
        assert!(matches!(code, Some(0..=2)) && !told.contains("panicked"), "{round}: {code:?} {told}");
        told_of += usize::from(code == Some(2) && told.contains("bent.parquet: "));
    }
    assert!(told_of > 15, "only {told_of} of the bent files were told");
}
