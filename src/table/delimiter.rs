//! What stands between the fields of a text.

/// The candidates; the first of equals wins.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records that are looked at.
const RECORDS: usize = 50;

/// The delimiter that cuts most of the first records into the same number of fields, at least two; a comma if none does.
pub(super) fn detect(text: &[u8]) -> u8 {
    let (mut best, mut most) = (b',', (0, 0));
    for candidate in CANDIDATES {
        let score = score(text, candidate);
        if score > most {
            (best, most) = (candidate, score);
        }
    }
    best
}

/// Records with the most frequent number of fields (if that is more than one), and that number.
fn score(text: &[u8], delimiter: u8) -> (usize, usize) {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
    let counts: Vec<usize> =
        reader.byte_records().take(RECORDS).filter_map(Result::ok).map(|record| record.len()).collect();
    let times = |width: usize| counts.iter().filter(|count| **count == width).count();
    counts.iter().filter(|width| **width > 1).map(|width| (times(*width), *width)).max().unwrap_or_default()
}

/// `sep=;`, which Excel understands as a first line: the delimiter and the length of the line.
pub(super) fn declared(text: &[u8]) -> Option<(u8, usize)> {
    let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
    let line = text.get(..end)?.trim_ascii_end();
    let rest = line.strip_prefix(b"sep=").or_else(|| line.strip_prefix(b"SEP="))?;
    match rest {
        [delimiter] => Some((*delimiter, end)),
        // A tab behind `sep=` was trimmed away.
        [] => Some((b'\t', end)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_commas_do_not_deceive() {
        let german = "Name;CSAT;Zeit\nLin;93,1;12,5\nZhao;88,0;9,25\n";
        assert_eq!(detect(german.as_bytes()), b';');
        assert_eq!(detect(b"a,b\n1;2,3\n4;5,6\n"), b',');
        assert_eq!(detect("客服\t满意\n林,薇\t1\n赵\t2\n".as_bytes()), b'\t');
        assert_eq!(detect(b"one\ntwo\n"), b',');
        assert_eq!(detect(b"a,b\n\"x;y;z\",1\n\"x;y\",2\n"), b',');
    }

    #[test]
    fn excel_may_declare_it() {
        assert_eq!(declared(b"sep=;\r\na;b\n"), Some((b';', 6)));
        assert_eq!(declared(b"sep=\t\na\tb\n"), Some((b'\t', 5)));
        assert_eq!(declared(b"separate,b\n"), None);
    }
}
