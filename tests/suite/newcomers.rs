//! What newcomers get wrong: each mistake is told with the file, the place, the text at fault, why, and what to write instead, in
//! their language, and nothing is written.

use super::imports::Desk;
use rust_xlsxwriter::{Format, Workbook};

/// A mistake and what is said of it.
struct Wrong {
    name: &'static str,
    files: Vec<(&'static str, Vec<u8>)>,
    arguments: &'static str,
    code: i32,
    en: &'static [&'static str],
    zh: &'static [&'static str],
}

const MAP: &str = "rows: summary\nagent: { column: agent }\nfigures:\n  csat_rate: { numerator: good, denominator: rated }\n";
const GOOD: &str = "agent,good,rated\nLin Wei,9,10\nZhao Min,8,10\n";

fn wrong(
    name: &'static str,
    files: Vec<(&'static str, Vec<u8>)>,
    (code, en, zh): (i32, &'static [&'static str], &'static [&'static str]),
) -> Wrong {
    let arguments = "a.csv --map m.yml --period 2025-03";
    Wrong { name, files, arguments, code, en, zh }
}

/// The export with the map that it is read by.
fn with(map: &str, export: impl AsRef<[u8]>) -> Vec<(&'static str, Vec<u8>)> {
    vec![("a.csv", export.as_ref().to_vec()), ("m.yml", map.as_bytes().to_vec())]
}

fn dated(more: &str) -> String {
    format!("{MAP}date: day\n{more}")
}

const MARCH: &str = "agent,day,good,rated\nLin Wei,03/25/2025,9,10\nZhao Min,03/04/2025,8,10\n";

/// Figures under two groups with the same names, the groups on merged cells.
fn merged() -> Vec<u8> {
    let mut book = Workbook::new();
    let (sheet, plain) = (book.add_worksheet(), Format::new());
    sheet.merge_range(0, 0, 1, 0, "agent", &plain).unwrap();
    sheet.merge_range(0, 1, 0, 2, "chat", &plain).unwrap();
    sheet.merge_range(0, 3, 0, 4, "phone", &plain).unwrap();
    for (column, name) in ["good", "rated", "good", "rated"].iter().enumerate() {
        sheet.write_string(1, column as u16 + 1, *name).unwrap();
    }
    sheet.write_string(2, 0, "Lin Wei").unwrap();
    for column in 1..5 {
        sheet.write_number(2, column, 9.0).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The first bytes of a compound file with the name of a stream in it.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

#[allow(clippy::too_many_lines, reason = "a list of mistakes, one below the other")]
fn tables() -> Vec<Wrong> {
    let semicolons = GOOD.replace(',', ";");
    vec![
        wrong(
            "delimiter",
            with(&format!("{MAP}table: {{ delimiter: comma }}\n"), &semicolons),
            (
                1,
                &[
                    "a.csv and the map",
                    "row 1 is: agent;good;rated",
                    "read as one cell, with `;`",
                    "table: { delimiter:",
                ],
                &["a.csv 与映射对不上", "第 1 行是：agent;good;rated", "整行只读成一格"],
            ),
        ),
        wrong(
            "no header",
            with(MAP, "Lin Wei,9,10\nZhao Min,8,10\n"),
            (
                1,
                &["a.csv", "looks like a header", "put a row of names above"],
                &["a.csv", "没有一行像表头", "加一行列名"],
            ),
        ),
        wrong(
            "no header, all texts",
            with(MAP, "Lin Wei,nine,ten\nZhao Min,eight,ten\n"),
            (
                1,
                &["a.csv", "there is no column `agent`", "Lin Wei, nine, ten", "from row 1"],
                &["a.csv", "没有 `agent` 这一列", "取自第 1 行"],
            ),
        ),
        wrong(
            "column missing",
            with(MAP, GOOD.replace("good", "goods")),
            (
                1,
                &[
                    "a.csv",
                    "there is no column `good`; did you mean `goods`?",
                    "the columns are: agent, goods, rated",
                ],
                &["a.csv", "没有 `good` 这一列；是不是 `goods`？", "列名有：agent, goods, rated"],
            ),
        ),
        wrong(
            "only names",
            with(MAP, "agent,good,rated\n"),
            (
                1,
                &["a.csv: 0 rows", "nothing stands below the row of names", "dates and filters"],
                &["a.csv：0 行", "列名下面没有任何数据"],
            ),
        ),
        wrong("empty", with(MAP, ""), (2, &["a.csv: nothing stands in it"], &["a.csv：里面什么都没有"])),
        wrong(
            "blank",
            with(MAP, " \r\n\r\n"),
            (2, &["a.csv: nothing stands in it"], &["a.csv：里面什么都没有"]),
        ),
        wrong(
            "open quote",
            with(MAP, "agent,good,rated\nLin Wei,9,10\n\"Zhao Min,8,10\n"),
            (2, &["a.csv: ", "on line 3", "close it, or write it twice"], &["a.csv：第 3 行", "引号"]),
        ),
        wrong(
            "NUL bytes",
            with(MAP, GOOD.replace("Zhao Min,8", "Zhao\0Min,8\0")),
            (2, &["a.csv: line 3", "NUL", "CSV UTF-8"], &["a.csv：第 3 行有 NUL 字节", "CSV UTF-8"]),
        ),
        wrong(
            "wrong bytes",
            with(
                &format!("{MAP}table: {{ encoding: utf-8 }}\n"),
                b"agent,good,rated\n\xe6\x9e\x97,9,10\nL\xff,9,10\n",
            ),
            (2, &["a.csv: line ", "no text in", "CSV UTF-8"], &["a.csv：第 ", "编码的字节", "CSV UTF-8"]),
        ),
        wrong(
            "merged header",
            vec![("a.csv", merged()), ("m.yml", MAP.as_bytes().to_vec())],
            (
                1,
                &[
                    "a.csv",
                    "the column `good` stands 2 times (B, D)",
                    "name its group before it with a slash",
                ],
                &["a.csv", "列 `good` 出现了 2 次（B, D）", "分组/good"],
            ),
        ),
        wrong(
            "no sheet",
            vec![("a.csv", merged()), ("m.yml", format!("{MAP}table: {{ sheet: 三月 }}\n").into_bytes())],
            (
                2,
                &["a.csv: there is no sheet `三月`", "Sheet1"],
                &["a.csv：没有名为 `三月` 的工作表；现有：Sheet1"],
            ),
        ),
    ]
}

#[allow(clippy::too_many_lines, reason = "a list of mistakes, one below the other")]
fn cells() -> Vec<Wrong> {
    let huge = "9".repeat(3 << 20);
    vec![
        wrong(
            "date order unsaid",
            with(&dated(""), MARCH),
            (
                1,
                &["a.csv row 2 column B (day): `03/25/2025`", "is not a day or moment", "%m/%d/%Y"],
                &["a.csv 第 2 行 B 列（day）：`03/25/2025`", "不是映射认得的日期", "月在前"],
            ),
        ),
        wrong(
            "date order wrong",
            with(&dated("times: { formats: [\"%d/%m/%Y\"] }\n"), MARCH),
            (
                1,
                &["a.csv row 2 column B (day): `03/25/2025`", "`[\"%m/%d/%Y %H:%M\"]` where the month does"],
                &["a.csv 第 2 行 B 列（day）：`03/25/2025`"],
            ),
        ),
        wrong(
            "another month",
            with(&dated(""), MARCH.replace("03/25/2025", "2025-04-25").replace("03/04/2025", "2025-04-04")),
            (
                1,
                &["row 2 column B (day): `2025-04-25`", "all dates lie outside 2025-03", "--period"],
                &["第 2 行 B 列（day）：`2025-04-25`", "所有日期都不在 2025-03 之内", "--period"],
            ),
        ),
        wrong(
            "percent as a count",
            with(MAP, GOOD.replace(",9,", ",90%,")),
            (
                1,
                &[
                    "a.csv row 2 column B (good): `90%`",
                    "percentage where a count",
                    "name the column of counts",
                ],
                &["a.csv 第 2 行 B 列（good）：`90%`", "是百分比"],
            ),
        ),
        wrong(
            "percent in words",
            with(
                &MAP.replace("numerator: good, denominator: rated", "value: good, n: rated"),
                GOOD.replace(",9,", ",90 percent,"),
            ),
            (
                1,
                &["a.csv row 2 column B (good): `90 percent`", "is not a share; write it like 93.1%"],
                &["a.csv 第 2 行 B 列（good）：`90 percent`", "不是比率；请写成 93.1%"],
            ),
        ),
        wrong(
            "decimal comma",
            with(MAP, GOOD.replace(",9,", ",\"9,5\",")),
            (
                1,
                &["a.csv row 2 column B (good): `9,5`", "`decimal: comma`"],
                &["a.csv 第 2 行 B 列（good）：`9,5`", "`decimal: comma`"],
            ),
        ),
        wrong(
            "words for a number",
            with(MAP, GOOD.replace(",8,", ",eight,")),
            (
                1,
                &["a.csv row 3 column B (good): `eight`", "is not a number; write 1234.5"],
                &["a.csv 第 3 行 B 列（good）：`eight`", "不是数字；请写成 1234.5"],
            ),
        ),
        wrong(
            "huge cell",
            with(MAP, GOOD.replace(",8,", &format!(",{huge},"))),
            (
                1,
                &["a.csv row 3 column B (good): `9999", "…`", "is not a number"],
                &["a.csv 第 3 行 B 列（good）：`9999", "…`"],
            ),
        ),
        wrong(
            "huge name of a column",
            with(MAP, GOOD.replace("good", &huge)),
            (1, &["there is no column `good`", "…"], &["没有 `good` 这一列", "…"]),
        ),
        wrong(
            "unknown agent",
            with(MAP, GOOD.replace("Zhao Min", "Zhao Ming")),
            (
                1,
                &[
                    "no agent is called `Zhao Ming` (a.csv row 3, 1 row); did you mean `zhao.min`?",
                    "--add-agents",
                ],
                &["没有叫 `Zhao Ming` 的客服（a.csv 第 3 行，共 1 行）；是不是 `zhao.min`？", "--add-agents"],
            ),
        ),
        wrong(
            "two months in one file",
            with(MAP, format!("{GOOD}Lin Wei,7,9\n")),
            (
                1,
                &["the same agent again, with other figures", "a.csv row 4: `a.csv:2`", "`date: …`"],
                &["同一客服再次出现且数据不同", "a.csv 第 4 行：`a.csv:2`", "`date: …`"],
            ),
        ),
        wrong(
            "columns the wrong way round",
            with(&MAP.replace("good, denominator: rated", "rated, denominator: good"), GOOD),
            (
                1,
                &[
                    "a.csv row 2 column C (rated): `10 / 9`",
                    "the part is more than the whole",
                    "the right way round",
                ],
                &["a.csv 第 2 行 C 列（rated）：`10 / 9`", "分子大于分母", "是否写反"],
            ),
        ),
        wrong(
            "below zero",
            with(MAP, GOOD.replace(",9,", ",-9,")),
            (
                1,
                &["a.csv row 2 column B (good): `-9`", "a count below zero"],
                &["a.csv 第 2 行 B 列（good）：`-9`", "次数不能小于 0"],
            ),
        ),
        wrong(
            "thousands without quotes",
            with(MAP, GOOD.replace("9,10", "1,209,1,210")),
            (
                1,
                &["a.csv row 2 column D: `1`", "more cells than there are names", "put quotes"],
                &["a.csv 第 2 行 D 列：`1`", "单元格比列名多", "请加引号"],
            ),
        ),
        wrong(
            "not a line of JSON",
            vec![
                ("a.csv", b"{\"agent\": \"Lin Wei\", \"good\": 9, \"rated\": 10}\n{\"agent\": \n".to_vec()),
                ("m.yml", MAP.as_bytes().to_vec()),
            ],
            (
                2,
                &["a.csv: line 2 is not a JSON object", "write one object a line"],
                &["a.csv：第 2 行不是 JSON 对象", "请每行写一个对象"],
            ),
        ),
    ]
}

#[allow(clippy::too_many_lines, reason = "a list of mistakes, one below the other")]
fn files() -> Vec<Wrong> {
    let said = |name, bytes: Vec<u8>, en, zh| wrong(name, with(MAP, bytes), (2, en, zh));
    let mut all = vec![
        said(
            "gzip",
            b"\x1f\x8b\x08\0\0\0\0\0".to_vec(),
            &["a.csv: it is packed by gzip; unpack it first"],
            &["a.csv：这是 gzip 压缩文件；请先解压"],
        ),
        said(
            "zip",
            b"PK\x03\x04 a.csv".to_vec(),
            &["a.csv: it is a ZIP archive"],
            &["a.csv：这是 ZIP 压缩包"],
        ),
        said(
            "ods",
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(),
            &["a.csv: ", "save it as .xlsx"],
            &["a.csv：", "另存为 .xlsx"],
        ),
        said(
            "damaged workbook",
            b"PK\x03\x04 xl/workbook.xml".to_vec(),
            &["a.csv: the workbook cannot be read"],
            &["a.csv：工作簿打不开"],
        ),
        said(
            "Excel 97",
            compound("Workbook"),
            &["a.csv: it is a workbook of Excel 97", "save it as .xlsx"],
            &["a.csv：这是 Excel 97", "另存为 .xlsx"],
        ),
        said(
            "password",
            compound("EncryptedPackage"),
            &["a.csv: the workbook has a password", "take the password off"],
            &["a.csv：这个工作簿设有密码"],
        ),
        said(
            "web page",
            b"\xef\xbb\xbf\r\n<HTML><table><tr><td>agent".to_vec(),
            &["a.csv: it is a web page or XML"],
            &["a.csv：这其实是网页"],
        ),
        said("PDF", b"%PDF-1.7".to_vec(), &["a.csv: it is a PDF document"], &["a.csv：这是 PDF 文档"]),
    ];
    let other = |name,
                 files: Vec<(&'static str, Vec<u8>)>,
                 arguments,
                 said: (i32, &'static [&'static str], &'static [&'static str])| {
        Wrong { arguments, ..wrong(name, files, said) }
    };
    let map = || ("m.yml", MAP.as_bytes().to_vec());
    let good = |path| (path, GOOD.as_bytes().to_vec());
    all.extend([
        other(
            "no such file",
            vec![map()],
            "b.csv --map m.yml --period 2025-03",
            (2, &["b.csv", "look at its name"], &["b.csv", "请核对文件名"]),
        ),
        other(
            "folder without tables",
            vec![map(), ("in/readme.md", b"x".to_vec())],
            "in --map m.yml --period 2025-03",
            (2, &["no table in the folder in", ".csv", "name the file"], &["文件夹 in 里没有表", ".csv"]),
        ),
        other(
            "the same file twice",
            vec![map(), good("in/a.csv"), good("in/a (1).csv")],
            "in --map m.yml --period 2025-03",
            (
                1,
                &["`a (1).csv` and `a.csv` are the same", "take one of them out"],
                &["`a (1).csv` 与 `a.csv` 内容完全相同"],
            ),
        ),
        other(
            "no such map",
            vec![good("a.csv")],
            "a.csv --map n.yml --period 2025-03",
            (2, &["n.yml", "--preset"], &["n.yml", "--preset"]),
        ),
        other(
            "no such preset",
            vec![good("a.csv")],
            "a.csv --preset fiege --period 2025-03",
            (
                2,
                &["no preset `fiege`; did you mean `feige`?"],
                &["没有名为 `fiege` 的预设（是不是 `feige`？）"],
            ),
        ),
        other(
            "no month",
            vec![good("a.csv"), map()],
            "a.csv --map m.yml --period 3月",
            (2, &["`3月` is not a month; write it like 2025-03"], &["`3月` 不是月份；请写成 2025-03"]),
        ),
        other(
            "no such team",
            vec![("a.csv", GOOD.replace("Zhao Min", "Ma Li").into_bytes()), map()],
            "a.csv --map m.yml --period 2025-03 --add-agents dsek",
            (2, &["there is no team `dsek`; did you mean `desk`?"], &["没有小组 `dsek`；是不是 `desk`？"]),
        ),
    ]);
    all
}

#[test]
fn every_mistake_is_told_with_its_place_and_the_way_out() {
    let mut faults = Vec::new();
    for wrong in tables().into_iter().chain(cells()).chain(files()) {
        for (language, expected) in [("en", wrong.en), ("zh", wrong.zh)] {
            let desk = Desk::new();
            for (path, bytes) in &wrong.files {
                desk.put(path, bytes);
            }
            let (code, out, told) = desk.import(&format!("{} --lang {language}", wrong.arguments));
            let unsaid: Vec<&&str> = expected.iter().filter(|part| !told.contains(**part)).collect();
            let calm = code == wrong.code && told.len() < 3_000 && !told.contains("panicked");
            if !unsaid.is_empty() || !calm || !out.is_empty() || !desk.yaml().is_empty() {
                let told: String = told.chars().take(1_500).collect();
                faults
                    .push(format!("{}, {language}: code {code}, unsaid {unsaid:?}\n{told}{out}", wrong.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A figure of which one half is missing is left out, and that is told.
#[test]
fn half_a_pair_is_told() {
    let desk = Desk::new();
    desk.put("m.yml", MAP.as_bytes());
    desk.put("a.csv", GOOD.replace(",9,", ",,").as_bytes());
    let (code, _, told) = desk.import("a.csv --map m.yml --period 2025-03");
    assert!(code == 0 && told.contains("a.csv row 2 column B (good)") && told.contains("write 0"), "{told}");
    let yaml = desk.yaml();
    assert!(yaml.contains("8/10") && !yaml.contains("lin.wei"), "{yaml}");
}

/// Errors are said even where everything else is silent.
#[test]
fn quiet_imports_still_tell_what_stands_in_their_way() {
    let desk = Desk::new();
    desk.put("m.yml", MAP.as_bytes());
    desk.put("a.csv", GOOD.replace(",9,", ",nine,").as_bytes());
    let (code, _, told) = desk.import("a.csv --map m.yml --period 2025-03 --quiet");
    assert!(code == 1 && told.contains("`nine`"), "{told}");
    desk.put("a.csv", GOOD.as_bytes());
    let (code, _, told) = desk.import("a.csv --map m.yml --period 2025-03 --quiet");
    assert!(code == 0 && told.is_empty(), "{told}");
}
