//! A text as a field of a CSV file that a spreadsheet program may open.

use std::borrow::Cow;

/// `text` as a field of a CSV file (RFC 4180): in quotes where it holds a comma, a quote or a line end, and harmless where a
/// spreadsheet program would take it for a formula.
///
/// Such a text begins, behind any blanks, with `=`, `+`, `-` or `@` (in full width, too, which Excel in East Asia takes for the
/// same), or it begins with a tab or a line end; it is preceded by an apostrophe. A number is not: `-1.5` and `+3%` compute nothing.
/// Source: OWASP, "CSV Injection".
#[must_use]
pub fn csv_field(text: &str) -> Cow<'_, str> {
    let guarded = if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    if guarded.contains([',', '"', '\n', '\r']) {
        return Cow::Owned(format!("\"{}\"", guarded.replace('"', "\"\"")));
    }
    guarded
}

fn is_formula(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let opens = bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    text.starts_with(['\t', '\r', '\n']) || (opens && !is_number(text))
}

/// Whether a text is a sign and a number: digits with separators, a percent sign at the end, or a float.
fn is_number(text: &str) -> bool {
    let bare = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = bare.strip_suffix('%').unwrap_or(bare);
    let begins = digits.starts_with(|c: char| c.is_ascii_digit());
    begins
        && (digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            || text.parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What people and attackers write, and what stands in the file.
    const FIELDS: [(&str, &str); 28] = [
        ("", ""),
        ("林薇", "林薇"),
        ("a, b", "\"a, b\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("=1+1", "'=1+1"),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("-x", "'-x"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "\"'\r=1+1\""),
        ("\n=1+1", "\"'\n=1+1\""),
        ("\tx", "'\tx"),
        ("  =1+1", "'  =1+1"),
        ("\u{feff}=1+1", "'\u{feff}=1+1"),
        ("＝1+1", "'＝1+1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("-1.5", "-1.5"),
        ("+3%", "+3%"),
        ("-1,234.5", "\"-1,234.5\""),
        ("-1e-7", "-1e-7"),
        ("-inf", "'-inf"),
        ("-1.5+2", "'-1.5+2"),
        ("a=1", "a=1"),
    ];

    #[test]
    fn hostile_fields_are_texts_and_numbers_stay_numbers() {
        for (text, field) in FIELDS {
            assert_eq!(csv_field(text), field, "{text:?}");
        }
    }

    /// What was guarded is read back as it was, but for the apostrophe.
    #[test]
    fn fields_are_read_back() {
        for (text, field) in FIELDS {
            let line = format!("{field},end\r\n");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            let read = record.get(0).unwrap();
            assert!(read == text || read.strip_prefix('\'') == Some(text), "{text:?}: {read:?}");
            assert_eq!(record.get(1), Some("end"), "{text:?}");
        }
    }
}
