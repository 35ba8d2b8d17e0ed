//! Why nothing could be counted, in both languages.

use crate::model::{Language, Text};
use crate::table::{Foreign, TableError};
use std::fmt;

/// Why nothing could be counted.
#[derive(Debug)]
pub enum ImportFault {
    /// A file cannot be read.
    File(Text),
    /// A table and the map do not go together; each line says one thing.
    Table {
        /// The file.
        name: String,
        /// What is amiss.
        lines: Vec<Text>,
    },
}

impl ImportFault {
    /// A file that holds no table that could be read.
    pub(super) fn table(name: &str, error: &TableError) -> Self {
        Self::File(Text::new(format!("{name}：{}", said(error)), format!("{name}: {error}")))
    }

    /// The fault in words.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        match self {
            Self::File(why) => why.get(language).to_owned(),
            Self::Table { name, lines } => {
                let head = Text::new(
                    format!("{name} 与映射对不上："),
                    format!("{name} and the map do not go together:"),
                );
                let lines = lines.iter().map(|line| line.get(language));
                std::iter::once(head.get(language)).chain(lines).collect::<Vec<_>>().join("\n  ")
            }
        }
    }
}

impl fmt::Display for ImportFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.said(Language::En))
    }
}

/// Why a table cannot be read, in Chinese; the English words are its own.
fn said(error: &TableError) -> String {
    match error {
        TableError::NotText { encoding, line } => {
            format!("第 {line} 行有不属于 {encoding} 编码的字节；请另存为 CSV UTF-8")
        }
        TableError::OpenQuote { line } => {
            format!(
                "第 {line} 行有一个单元格的引号（\"）没有结束；请补上，若引号是内容的一部分请写两个（\"\"）"
            )
        }
        TableError::NotJson { line, why } => {
            format!("第 {line} 行不是 JSON 对象（{why}）；请每行写一个对象：{{\"agent\": \"…\", …}}")
        }
        TableError::Workbook(why) => format!("工作簿打不开（{why}）；请在表格软件中打开并重新另存为 .xlsx"),
        TableError::NoSheet { wanted, known } => {
            format!("没有名为 `{wanted}` 的工作表；现有：{}", known.join("、"))
        }
        TableError::Parquet(why) => format!("Parquet 文件损坏或不完整（{why}）；请重新复制或导出"),
        TableError::Column { name, why } => {
            format!("Parquet 的列 `{name}` 读不出来（{why}）；请重新导出，压缩用 snappy、zstd、gzip 或不压缩")
        }
        TableError::Foreign(what) => foreign(*what).to_owned(),
        TableError::Nul { line } => format!("第 {line} 行有 NUL 字节，文本里不会有；请重新导出为 CSV UTF-8"),
        TableError::NoEncoding(name) => {
            format!("没有名为 `{name}` 的编码；请写 utf-8、gb18030、utf-16le 或 utf-16be")
        }
        TableError::Empty => "里面什么都没有；请重新导出，要有一行列名，下面是数据".to_owned(),
        TableError::Io(why) => format!("文件没能读完（{why}）"),
    }
}

const fn foreign(what: Foreign) -> &'static str {
    match what {
        Foreign::Gzip => "这是 gzip 压缩文件；请先解压（gunzip），再导入里面的文件",
        Foreign::Archive => "这是 ZIP 压缩包，里面没有工作簿；请先解压，再导入里面的文件",
        Foreign::OpenDocument => "这是其他格式的工作簿；请另存为 .xlsx 或 CSV UTF-8",
        Foreign::Excel97 => "这是 Excel 97–2003 的工作簿；请打开后另存为 .xlsx 或 CSV UTF-8",
        Foreign::Locked => "这个工作簿设有密码；请打开、去掉密码后再保存",
        Foreign::Markup => "这其实是网页或 XML，与文件名不符；请用表格软件打开后另存为 .xlsx 或 CSV UTF-8",
        Foreign::Pdf => "这是 PDF 文档；请导出为 CSV 或 XLSX",
        Foreign::Picture => "这是图片；请导出为 CSV 或 XLSX",
        Foreign::NotParquet => {
            "这不是 Parquet 文件（开头不是 PAR1）；请改用与内容相符的后缀（.csv、.jsonl），或重新导出"
        }
        Foreign::LockedParquet => "这个 Parquet 文件是加密的；请导出为不加密的文件",
    }
}
