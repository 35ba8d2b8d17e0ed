//! One cell: what a table says at one place, before anybody has decided what it means.

/// A cell that borrows from its row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing, or only blanks.
    Blank,
    /// Text without blanks around it.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A moment as days since 1899-12-30 (Excel's count; fractions are the time of day, without a time zone).
    Date(f64),
    /// A duration in days.
    Duration(f64),
    /// Yes or no.
    Flag(bool),
}

/// A cell that owns its text.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A moment as days since 1899-12-30.
    Date(f64),
    /// A duration in days.
    Duration(f64),
    /// Yes or no.
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// The text of a field, without blanks around it and without the `="…"` by which exports keep Excel from reading digits as a
    /// number.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let text = text.trim();
        let text = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).map_or(text, str::trim);
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// Whether nothing stands there.
    #[must_use]
    pub const fn is_blank(self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The text, if it is one.
    #[must_use]
    pub const fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The cell with a text of its own.
    #[must_use]
    pub fn to_value(self) -> Value {
        match self {
            Self::Blank => Value::Blank,
            Self::Text(text) => Value::Text(text.to_owned()),
            Self::Number(number) => Value::Number(number),
            Self::Date(days) => Value::Date(days),
            Self::Duration(days) => Value::Duration(days),
            Self::Flag(flag) => Value::Flag(flag),
        }
    }
}

impl Value {
    /// The cell that borrows from this one.
    #[must_use]
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Self::Blank => Cell::Blank,
            Self::Text(text) => Cell::of(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Date(days) => Cell::Date(*days),
            Self::Duration(days) => Cell::Duration(*days),
            Self::Flag(flag) => Cell::Flag(*flag),
        }
    }
}

/// The cell as it would stand in a text: numbers in their shortest form, moments as days.
impl std::fmt::Display for Cell<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Text(text) => out.write_str(text),
            Self::Number(number) | Self::Date(number) | Self::Duration(number) => write!(out, "{number}"),
            Self::Flag(flag) => write!(out, "{flag}"),
        }
    }
}
