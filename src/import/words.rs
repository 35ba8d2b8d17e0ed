//! What is said of rows, cells and columns, in both languages.

use super::number::Bad;
use super::problem::{Flaw, Reason};
use crate::diag::quoted;
use crate::model::Text;
use crate::raw::MapFile;
use crate::table::{Header, Refusal};

/// Most names of columns that are listed.
const LISTED: usize = 40;

/// Why rows were left out.
pub(super) fn why(reason: Reason, month: &str, map: &MapFile) -> Text {
    match reason {
        Reason::Filter(at) => {
            let condition = map.leave_out.as_ref().and_then(|list| list.get(at as usize));
            let said = condition.and_then(|of| of.why.as_ref());
            said.map_or_else(
                || {
                    let number = at + 1;
                    Text::new(
                        format!("映射的第 {number} 条排除条件"),
                        format!("left out by the map, condition {number}"),
                    )
                },
                |why| Text::new(why.zh.text.clone(), why.en.text.clone()),
            )
        }
        Reason::Total => {
            Text::new("合计、均值等汇总行，不是客服", "totals and averages, which are no people")
        }
        Reason::NoAgent => Text::new("没有写是哪位客服", "no agent named"),
        Reason::NoCase => Text::new("没有写编号（工单、会话等）", "no number of the case"),
        Reason::Repeated => Text::new("同一工单或同一行再次出现", "the same case or row again"),
        Reason::OtherTouch => Text::new("同一工单以另一行为准", "another row of the same case counts"),
        Reason::NoDate => Text::new("没有日期", "no date"),
        Reason::BadDate(bad) => {
            let Text { zh, en, .. } = bad_words(bad);
            Text::new(format!("日期{zh}"), format!("a date that {en}"))
        }
        Reason::OtherMonth => Text::new(format!("不在 {month} 之内"), format!("a month other than {month}")),
        Reason::UnknownChannel => Text::new(
            "映射里没有这个渠道；请写进映射：`channel: { column: …, values: { chat: 在线 } }`",
            "a channel that the map does not know; write it into the map, `channel: { column: …, values: { chat: … } }`",
        ),
    }
}

/// Why nobody's rows are left out.
pub(super) fn nobody() -> Text {
    Text::new("没有叫这个名字的客服", "nobody here has this name")
}

/// What is wrong with a cell.
pub(super) fn flaw(flaw: Flaw) -> Text {
    match flaw {
        Flaw::Unreadable(bad) => {
            let Text { zh, en, .. } = bad_words(bad);
            Text::new(format!("单元格{zh}"), format!("a cell that {en}"))
        }
        Flaw::ZeroAsBlank => Text::new(
            "这里的 0 表示没有数据，按没有数据处理",
            "a zero where nothing was meant, taken as nothing",
        ),
        Flaw::Negative => {
            Text::new("结束早于开始，这段时长不计", "the end lies before the beginning; the time is left out")
        }
        Flaw::Impossible => Text::new(
            "该指标不可能有这样的值，不计；请在导出文件里改正",
            "a value that the indicator can never have; it is left out; mend it in the export",
        ),
        Flaw::BelowZero => Text::new(
            "次数不能小于 0；请在导出文件里改正",
            "a count below zero, which cannot be; mend it in the export",
        ),
        Flaw::MoreThanAll => Text::new(
            "分子大于分母；请核对映射里两列是否写反，或在导出文件里改正",
            "the part is more than the whole; look whether the map has the two columns the right way round, or mend the export",
        ),
        Flaw::HalfPair => Text::new(
            "分子与分母只有一个有数，这一行的该指标不计；没有发生的请写 0",
            "only one of numerator and denominator is there, and the figure of this row is left out; write 0 where there was none",
        ),
        Flaw::TooLong => Text::new(
            "这一行的单元格比列名多；含有分隔符的内容请加引号，如 \"1,210\"",
            "more cells than there are names of columns; put quotes around what holds the delimiter, such as \"1,210\"",
        ),
    }
}

/// What is wrong with a text, and what to write instead.
fn bad_words(bad: Bad) -> Text {
    let (zh, en) = match bad {
        Bad::Number => (
            "不是数字；请写成 1234.5 或 1,234.5（若小数点是逗号，在映射里写 `decimal: comma`），没有数据请留空",
            "is not a number; write 1234.5 or 1,234.5 (for 1.234,5 write `decimal: comma` in the map), and nothing where there is none",
        ),
        Bad::Share => (
            "不是比率；请写成 93.1%，没有数据请留空",
            "is not a share; write it like 93.1%, and nothing where there is none",
        ),
        Bad::Duration => (
            "不是时长；请写成 48（单位见指标）、48s、1:05:30 或 1小时5分30秒，没有数据请留空",
            "is not a duration; write 48 (in the indicator's unit), 48s, 1:05:30 or 5 min, and nothing where there is none",
        ),
        Bad::Percent => (
            "是百分比，这里要的却是次数或金额；请换成次数所在的列，或把百分比写作 `value` 并给出次数 `n`",
            "is a percentage where a count or an amount is wanted; name the column of counts, or map the percentage as `value` with its `n`",
        ),
        Bad::BareShare => (
            "可能是百分数，也可能是小数；请在映射里写 `format: percent` 或 `format: fraction`",
            "may be a percentage or a fraction; write `format: percent` or `format: fraction` in the map",
        ),
        Bad::ShortClock => (
            "可能是分:秒，也可能是时:分；请在映射里写 `format: minutes` 或 `format: hours`",
            "may be minutes and seconds or hours and minutes; write `format: minutes` or `format: hours` in the map",
        ),
        Bad::Zoned => (
            "自带时区；请在映射里写明本团队的时区：`times: { utc_offset: +08:00 }`",
            "has a time zone of its own; write `times: { utc_offset: +08:00 }` in the map",
        ),
        Bad::Moment => (
            "不是映射认得的日期或时间；请在映射里写出格式：日在前 `times: { formats: [\"%d/%m/%Y %H:%M\"] }`，月在前 `[\"%m/%d/%Y %H:%M\"]`",
            "is not a day or moment that the map knows; write its form in the map: `times: { formats: [\"%d/%m/%Y %H:%M\"] }` where the day comes first, `[\"%m/%d/%Y %H:%M\"]` where the month does",
        ),
    };
    Text::new(zh, en)
}

/// The same case or agent again, with other content.
pub(super) fn conflict(summary: bool) -> Text {
    if summary {
        Text::new(
            "同一客服再次出现且数据不同；请只留一行，若每行是一天或一个渠道，请在映射里写明该列：`date: …` 或 `channel: { column: … }`",
            "the same agent again, with other figures; keep one of the rows, or name the column in the map if each row is a day or a channel: `date: …`, `channel: { column: … }`",
        )
    } else {
        Text::new(
            "同一工单再次出现且内容不同；请在映射里写明以哪一行为准：`case: { column: …, rows: last }`",
            "the same case again, with other content: say in the map which row counts, `case: { column: …, rows: last }`",
        )
    }
}

/// Values that cannot be added.
pub(super) fn second_value() -> Text {
    Text::new(
        "数值不能相加：这位客服有多行，均值的均值是错的；请改用次数或合计所在的列",
        "values cannot be added: an agent has several rows, and a mean of means is wrong; map counts or sums instead",
    )
}

/// Two files are the same.
pub(super) fn same_files(one: &str, other: &str) -> Text {
    let (one, other) = (quoted(one), quoted(other));
    Text::new(
        format!("{one} 与 {other} 内容完全相同，一起导入会重复计数；请去掉其中一个"),
        format!("{one} and {other} are the same, and would count twice; take one of them out"),
    )
}

/// Below the names there are no rows.
pub(super) fn no_rows() -> Text {
    Text::new(
        "列名下面没有任何数据；请核对导出时选的日期范围和筛选条件",
        "nothing stands below the row of names; look at the dates and filters of the export",
    )
}

/// No row was used; `elsewhere` if all dates lie in other months.
pub(super) fn nothing_used(month: &str, elsewhere: bool) -> Text {
    if elsewhere {
        return Text::new(
            format!(
                "没有一行被采用：所有日期都不在 {month} 之内；请核对 --period，以及日期里日与月的先后（映射 `times: {{ formats: … }}`）"
            ),
            format!(
                "no row was used: all dates lie outside {month}; look at --period, and at the order of day and month (`times: {{ formats: … }}` in the map)"
            ),
        );
    }
    Text::new("没有一行被采用；原因见各排除行", "no row was used; the reasons stand beside the rows left out")
}

/// Rows in are not rows used and left out.
pub(super) fn does_not_add_up(rows: u64, used: u64, left: u64) -> Text {
    Text::new(
        format!("读入 {rows} 行，采用 {used} 行，排除 {left} 行，合不上：这是程序的错误，请反馈"),
        format!(
            "{rows} rows went in, but {used} were used and {left} left out: this is a fault of the program"
        ),
    )
}

/// No row looks like a header; `top` is what the first row says.
pub(super) fn no_header(top: &Header) -> Vec<Text> {
    let (row, list) = (top.first, listed(&shown(top)));
    let mut said = vec![
        Text::new(
            "表里没有一行像表头（至少两个不同的列名，且都是文字）；请在数据上方加一行列名，或在映射里写明：`table: { header: 行号 }`",
            "no row of the table looks like a header (at least two different names, and nothing but names); put a row of names above the figures, or write `table: { header: ROW }` in the map",
        ),
        Text::new(format!("第 {row} 行是：{}", list.zh), format!("row {row} is: {}", list.en)),
    ];
    said.extend(one_cell(&shown(top)));
    said
}

/// Names of columns that say something, cut where they are long.
fn shown(header: &Header) -> Vec<String> {
    let said = header.names.iter().filter(|name| !name.is_empty());
    said.map(|name| quoted(name).trim_matches('`').to_owned()).collect()
}

/// The first of them.
fn listed(names: &[String]) -> Text {
    let list = names.get(..LISTED.min(names.len())).unwrap_or_default().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => Text::same(list),
        more => Text::new(format!("{list}，另有 {more} 列"), format!("{list} and {more} more")),
    }
}

/// Rows seem to have been read as one cell each.
fn one_cell(names: &[String]) -> Option<Text> {
    let [only] = names else { return None };
    let mark = only
        .chars()
        .find(|c| matches!(c, ',' | ';' | '|' | '，' | '；'))
        .or_else(|| only.contains("\\t").then_some('\t'))?;
    let mark = quoted(&mark.to_string());
    Some(Text::new(
        format!(
            "整行只读成一格，而其中有 {mark}：请核对映射里的 `table: {{ delimiter: … }}`（comma、semicolon、tab 或 bar；不写则自动识别）"
        ),
        format!(
            "each row was read as one cell, with {mark} in it: look at `table: {{ delimiter: … }}` in the map (comma, semicolon, tab or bar; found out if not said)"
        ),
    ))
}

/// No column has any of these names.
pub(super) fn no_column(names: &[&str], near: Option<&str>) -> Text {
    let all: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let near = near.map(quoted);
    let (zh, en) = match near {
        Some(near) => (format!("；是不是 {near}？"), format!("; did you mean {near}?")),
        None => Default::default(),
    };
    Text::new(
        format!("没有 {} 这一列{zh}", all.join(" 或 ")),
        format!("there is no column {}{en}", all.join(" or ")),
    )
}

/// Several columns have this name.
pub(super) fn several_columns(name: &str, places: &[String]) -> Text {
    let (name, count, places) = (quoted(name), places.len(), places.join(", "));
    Text::new(
        format!(
            "列 {name} 出现了 {count} 次（{places}）；请在导出文件里改名，或在前面写上它的分组和斜杠：`分组/{}`",
            name.trim_matches('`')
        ),
        format!(
            "the column {name} stands {count} times ({places}); rename one in the export, or name its group before it with a slash"
        ),
    )
}

/// The table has no figure of the map.
pub(super) fn no_figure() -> Text {
    Text::new("表里没有映射所要的任何指标", "the table has no figure that the map knows")
}

/// The columns that there are, and what may have gone wrong with them.
pub(super) fn columns(header: &Header) -> Vec<Text> {
    let names = shown(header);
    let (list, row) = (listed(&names), header.first);
    let (mut zh, mut en) = (format!("列名有：{}", list.zh), format!("the columns are: {}", list.en));
    if row > 0 {
        zh.push_str(&format!("（取自第 {row} 行；若列名在别的行，请在映射里写 `table: {{ header: 行号 }}`，若没有列名，请在上方加一行）"));
        en.push_str(&format!(" (from row {row}; if the names stand elsewhere, write `table: {{ header: ROW }}` in the map; if nowhere, put a row of them above)"));
    }
    std::iter::once(Text::new(zh, en)).chain(one_cell(&names)).collect()
}

/// A figure is passed over.
pub(super) fn passed_over(id: &str) -> Text {
    Text::new(
        format!("跳过 `{id}`：表里没有它的列"),
        format!("`{id}` is passed over: the table lacks its columns"),
    )
}

/// Why a column of Parquet cannot be used, and what to do.
pub(super) fn refused(name: &str, why: Refusal) -> Text {
    let name = quoted(name);
    match why {
        Refusal::Nested => Text::new(
            format!("列 {name} 是列表或映射类型，一行不止一个值；请在生成文件的查询里把它拆开，或拼成文本"),
            format!(
                "the column {name} holds lists or maps, which are more than one value a row; take it apart, or join it to a text, in the query that writes the file"
            ),
        ),
        Refusal::Unknown => Text::new(
            format!("列 {name} 的类型既不是数字、文本，也不是日期时间；请在生成文件的查询里转换类型"),
            format!(
                "the column {name} holds neither numbers, texts, days nor moments; cast it in the query that writes the file"
            ),
        ),
    }
}
