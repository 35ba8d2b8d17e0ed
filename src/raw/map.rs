//! `maps/*.yml` as written: how the export of a service platform is read into monthly figures.

use super::decode::{Decode, Entries, choice, record, wrong_shape};
use super::node::{Content, Node};
use super::scalar::{DateWord, Flag, IdWord, Literal, NumberWord, Word};
use super::text::Text;
use crate::diag::{Code, Diagnostic, Sink, Span};
use schemars::{Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

record! {
    /// How an export is read.
    MapFile {
        /// What a row of the export is.
        rows: MapRows,
        /// Where the table stands in the file.
        table: Option<MapTable>,
        /// Which column names the agent.
        agent: MapAgent,
        /// Id of the channel that the export is about, or the column that names it (default: no channel).
        channel: Option<MapChannel>,
        /// The column with the day or moment that says in which month a row counts.
        date: Option<Names>,
        /// How moments are written.
        times: Option<MapTimes>,
        /// What stands before decimals (default point).
        decimal: Option<MapDecimal>,
        /// When the desk is open, for durations in business hours.
        calendar: Option<MapCalendar>,
        /// Which column numbers the case, and what happens if a case has several rows.
        case: Option<MapCase>,
        /// Rows that are left out, such as those of bots and test accounts.
        leave_out: Option<Vec<MapCondition>>,
        /// The figures, by id of the indicator; `days` are days worked and scheduled.
        figures: Entries<MapFigure>,
    }
}

choice! {
    /// What a row is.
    MapRows {
        /// One agent's month (or day).
        Summary = "summary",
        /// One ticket, call, chat or rating.
        Records = "records",
    }
}

choice! {
    /// What stands before decimals.
    MapDecimal {
        /// `1,234.5`
        Point = "point",
        /// `1.234,5`
        Comma = "comma",
    }
}

record! {
    /// Where the table stands.
    MapTable {
        /// Name of the sheet (default the first that has rows).
        sheet: Option<Word>,
        /// Row of the header, such as 3, or 3-4 if groups of columns have names of their own (default: found by its names).
        header: Option<Word>,
        /// What stands between fields (default: found out).
        delimiter: Option<MapDelimiter>,
        /// Name of the encoding, such as gb18030 (default: found out).
        encoding: Option<Word>,
    }
}

choice! {
    /// What stands between fields.
    MapDelimiter {
        /// `,`
        Comma = "comma",
        /// `;`
        Semicolon = "semicolon",
        /// A tab.
        Tab = "tab",
        /// `|`
        Bar = "bar",
    }
}

/// The name of a column, or several of which the export has one.
#[derive(Debug, Clone)]
pub struct Names {
    /// The names.
    pub list: Vec<Word>,
    /// Where the first stands.
    pub span: Span,
}

impl Decode for Names {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        let list = match &node.content {
            Content::Scalar(_) => vec![Word::decode(node, sink)?],
            Content::List(_) => Vec::decode(node, sink)?,
            _ => {
                sink.push(wrong_shape(node, "a name, or several in brackets"));
                return None;
            }
        };
        let span = list.first().map_or(node.span, |word: &Word| word.span);
        if list.is_empty() {
            sink.push(Diagnostic::new(Code::EmptyValue, node.span, "this list is empty"));
            return None;
        }
        Some(Self { list, span })
    }
}

impl schemars::JsonSchema for Names {
    fn schema_name() -> Cow<'static, str> {
        "names_of_one".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Word>();
        json_schema!({ "anyOf": [word, { "type": "array", "items": word, "minItems": 1 }] })
    }
}

record! {
    /// Which column names the agent, and how the export calls people.
    MapAgent {
        /// The column.
        column: Names,
        /// What the export calls an agent, by id of the agent: account names, nicknames, spellings.
        aliases: Option<Entries<Names>>,
        /// What is cut off before names, such as the shop's name and a colon.
        strip: Option<Names>,
    }
}

record! {
    /// Which column names the channel.
    MapChannelColumn {
        /// The column.
        column: Names,
        /// What the export calls a channel, by id of the channel.
        values: Entries<Names>,
    }
}

/// The channel of an export: one for all rows, or a column.
#[derive(Debug, Clone)]
pub enum MapChannel {
    /// One for all.
    Fixed(IdWord),
    /// A column.
    Column(MapChannelColumn),
}

impl Decode for MapChannel {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        match &node.content {
            Content::Map(_) => MapChannelColumn::decode(node, sink).map(Self::Column),
            _ => IdWord::decode(node, sink).map(Self::Fixed),
        }
    }
}

impl schemars::JsonSchema for MapChannel {
    fn schema_name() -> Cow<'static, str> {
        "map_channel".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let fixed = generator.subschema_for::<IdWord>();
        let column = generator.subschema_for::<MapChannelColumn>();
        json_schema!({ "anyOf": [fixed, column] })
    }
}

record! {
    /// How moments are written.
    MapTimes {
        /// Forms such as `%d.%m.%Y %H:%M` (default: year first, with -, / or 年月日, and ISO 8601).
        formats: Option<Names>,
        /// The zone in which the desk lives, such as +08:00: moments with a zone of their own are brought into it.
        utc_offset: Option<Word>,
    }
}

record! {
    /// When the desk is open.
    MapCalendar {
        /// Hours by day: every-day, mon-fri, sat-sun or mon … sun; `09:00-18:00`, several with commas; `22:00-06:00` ends on
        /// the next day.
        hours: Entries<Word>,
        /// Days on which no shift begins.
        holidays: Option<Vec<DateWord>>,
        /// Days with the hours of a Monday whatever day they are.
        workdays: Option<Vec<DateWord>>,
    }
}

record! {
    /// Cases with several rows.
    MapCaseRows {
        /// The column with the case's number.
        column: Names,
        /// Which rows of a case count (default single).
        rows: Option<MapTouch>,
    }
}

choice! {
    /// Which rows of a case count.
    MapTouch {
        /// A case has one row; the same row again is left out, another row of the case is a fault.
        Single = "single",
        /// The earliest by date: first touch.
        First = "first",
        /// The latest by date: last touch.
        Last = "last",
        /// All; counts are of different cases.
        Each = "each",
    }
}

/// Cases: the column alone, or with what happens if a case has several rows.
#[derive(Debug, Clone)]
pub struct MapCase {
    /// The column with the case's number.
    pub column: Names,
    /// Which rows of a case count.
    pub rows: Option<MapTouch>,
}

impl Decode for MapCase {
    fn decode(node: &Node<'_>, sink: &mut Sink) -> Option<Self> {
        if matches!(node.content, Content::Map(_)) {
            let MapCaseRows { column, rows, place: _ } = MapCaseRows::decode(node, sink)?;
            return Some(Self { column, rows });
        }
        Names::decode(node, sink).map(|column| Self { column, rows: None })
    }
}

impl schemars::JsonSchema for MapCase {
    fn schema_name() -> Cow<'static, str> {
        "map_case".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (names, rows) = (generator.subschema_for::<Names>(), generator.subschema_for::<MapCaseRows>());
        json_schema!({ "anyOf": [names, rows] })
    }
}

record! {
    /// A condition on a row; all that is written has to hold.
    MapCondition {
        /// The column.
        column: Names,
        /// The cell is one of these; case and blanks do not matter.
        is: Option<Names>,
        /// The cell is none of these.
        is_not: Option<Names>,
        /// The cell contains one of these.
        contains: Option<Names>,
        /// The cell is a number, and at least this.
        at_least: Option<NumberWord>,
        /// The cell is a number, and at most this.
        at_most: Option<NumberWord>,
        /// Whether something stands there.
        filled: Option<Flag>,
        /// The cell is a moment within these hours of its day, such as 09:00-23:00.
        hours: Option<Word>,
        /// What the rows are that are left out, for the report.
        why: Option<Text>,
    }
}

record! {
    /// Where a figure comes from.
    MapFigure {
        /// Column of what stands above the line; days worked.
        numerator: Option<Names>,
        /// Column of what stands below the line; days scheduled.
        denominator: Option<Names>,
        /// Column of the sum (means).
        sum: Option<Names>,
        /// Column of the number of cases (means).
        count: Option<Names>,
        /// Column of the value: a rate, mean, count or amount of a summary; the number or rating of a record.
        value: Option<Names>,
        /// Column of the number of cases behind a value of a summary; without it the value is only shown.
        n: Option<Names>,
        /// Column of promoters.
        promoters: Option<Names>,
        /// Column of passives.
        passives: Option<Names>,
        /// Column of detractors.
        detractors: Option<Names>,
        /// How numbers are written (default: plain numbers in the unit of the indicator, h:mm:ss, and % with its sign).
        format: Option<MapFormat>,
        /// What a zero is (default: nothing where the indicator cannot be zero, else a value).
        zero: Option<MapZero>,
        /// Column of the moment at which a record's clock starts.
        from: Option<Names>,
        /// Column of the moment at which it stops.
        to: Option<Names>,
        /// Which time counts between them (default calendar).
        clock: Option<MapClock>,
        /// The time within which a record counts above the line, such as 30s.
        within: Option<Literal>,
        /// The percentile, by nearest rank, such as 90 (states).
        percentile: Option<NumberWord>,
        /// Which records count above the line, or are counted.
        when: Option<Vec<MapCondition>>,
        /// Which records count at all (default all).
        of: Option<Vec<MapCondition>>,
    }
}

choice! {
    /// How numbers are written.
    MapFormat {
        /// Plain numbers in the unit of the indicator.
        Plain = "plain",
        /// 93.1 is 93.1 %.
        Percent = "percent",
        /// 0.931 is 93.1 %.
        Fraction = "fraction",
        /// Seconds.
        Seconds = "seconds",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Fractions of a day, as Excel keeps durations.
        Days = "days",
    }
}

choice! {
    /// What a zero is.
    MapZero {
        /// Nothing: the export writes 0 where nobody answered.
        Blank = "blank",
        /// A value.
        Value = "value",
    }
}

choice! {
    /// Which time counts.
    MapClock {
        /// All time.
        Calendar = "calendar",
        /// Time within the hours of the calendar.
        Business = "business",
    }
}
