//! Hours of a day and offsets of a zone, as maps write them.

/// Seconds of a day.
const DAY: u32 = 86_400;

/// Spans of a day in seconds since midnight; an end above 86,400 lies on the next day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours {
    /// Beginning and end of each span, sorted.
    pub spans: Vec<(u32, u32)>,
}

impl Hours {
    /// Reads `09:00-18:00`, several with commas, `22:00-06:00` (ends on the next day), `00:00-24:00` or `closed`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim() == "closed" {
            return Some(Self::default());
        }
        let mut spans = text.split(',').map(span).collect::<Option<Vec<_>>>()?;
        spans.sort_unstable();
        Some(Self { spans })
    }

    /// Whether a second of the day lies within one of the spans.
    #[must_use]
    pub fn contains(&self, second: u32) -> bool {
        let within = |from: u32, to: u32| (from..to).contains(&second);
        self.spans.iter().any(|(from, to)| within(*from, *to) || (*to > DAY && second + DAY < *to))
    }
}

fn span(text: &str) -> Option<(u32, u32)> {
    let (from, to) = text.trim().split_once(['-', '–'])?;
    let (from, to) = (clock(from)?, clock(to)?);
    match from == to || from >= DAY {
        true => None,
        false => Some((from, if to < from { to + DAY } else { to })),
    }
}

/// `9:00` or `24:00` in seconds.
fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || minutes.len() != 2 || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = hours * 3600 + minutes * 60;
    (minutes < 60 && seconds <= DAY).then_some(seconds)
}

/// Reads `+08:00` or `-05:30` as seconds east of Greenwich.
#[must_use]
pub fn offset_seconds(text: &str) -> Option<i32> {
    let text = text.trim();
    if matches!(text, "Z" | "UTC") {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let rest = text.get(1..)?;
    let seconds = match rest.contains(':') {
        true => clock(rest)?,
        false => clock(&format!("{}:{}", rest.get(..2)?, rest.get(2..)?))?,
    };
    (seconds <= 14 * 3600).then(|| sign * i32::try_from(seconds).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_may_cross_midnight() {
        assert_eq!(Hours::parse("09:00-12:00, 13:00-18:00").unwrap().spans, [(32400, 43200), (46800, 64800)]);
        let night = Hours::parse("22:00-06:00").unwrap();
        assert_eq!(night.spans, [(79200, 108_000)]);
        assert!(night.contains(82_000) && night.contains(3600) && !night.contains(43_200));
        assert_eq!(Hours::parse("00:00-24:00").unwrap().spans, [(0, 86_400)]);
        assert_eq!(Hours::parse("closed"), Some(Hours::default()));
        for bad in ["", "9-18", "09:00-09:00", "25:00-26:00", "09:60-10:00", "24:00-06:00"] {
            assert_eq!(Hours::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn offsets_are_read() {
        let all = [
            ("+08:00", Some(28_800)),
            ("-0530", Some(-19_800)),
            ("Z", Some(0)),
            ("8", None),
            ("+15:00", None),
        ];
        for (text, expected) in all {
            assert_eq!(offset_seconds(text), expected, "{text}");
        }
    }
}
