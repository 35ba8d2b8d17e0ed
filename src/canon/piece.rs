//! A file as pieces: each key or item with its value and with the comments that belong to it.

/// A comment on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Remark {
    /// Whether an empty line stands above.
    pub(super) apart: bool,
    /// From the `#` on.
    pub(super) text: String,
}

/// A key with its value, or an item of a list.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Comments above.
    pub(super) above: Vec<Remark>,
    /// Whether an empty line stands above, below the comments above.
    pub(super) apart: bool,
    /// The key without quotes; empty for an item.
    pub(super) key: String,
    /// The key as it is written.
    pub(super) written_key: Scalar,
    /// The comment after `key:` or `-`, when the value begins below.
    pub(super) head: Option<String>,
    /// The value.
    pub(super) value: Value,
    /// The comment at the end of the line.
    pub(super) tail: Option<String>,
}

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// A scalar in one line.
    Scalar(Scalar),
    /// A text over lines after `|` or `>`.
    Block(Lines),
    /// A list.
    List(Group),
    /// A mapping.
    Map(Group),
}

/// A scalar in one line.
#[derive(Debug, Clone)]
pub(super) struct Scalar {
    /// What it says; `None` for nothing, `~` and `null`.
    pub(super) text: Option<String>,
    /// How it is written inside brackets.
    pub(super) inside: String,
    /// How it is written outside.
    pub(super) outside: String,
}

/// A text over lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines {
    /// `|` or `>`, with what says how its end is read.
    pub(super) sign: String,
    /// The lines without their common indentation.
    pub(super) lines: Vec<String>,
    /// What it says.
    pub(super) text: String,
}

/// The pieces of a list or mapping.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// How it is laid out.
    pub(super) layout: Layout,
    /// Its pieces.
    pub(super) pieces: Vec<Piece>,
    /// Comments below the last piece.
    pub(super) below: Vec<Remark>,
    /// Whether its keys are ids rather than the fields of a record.
    pub(super) by_id: bool,
}

/// How a list or mapping is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// A line for each piece.
    Lines,
    /// In brackets, in one line.
    Line,
    /// In brackets, over several lines.
    Spread,
}

/// A file.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// Comments above everything.
    pub(super) head: Vec<Remark>,
    /// Whether an empty line follows them.
    pub(super) apart: bool,
    /// The data.
    pub(super) root: Value,
}

impl Value {
    /// The pieces of a list or mapping.
    pub(super) fn group(&self) -> Option<&Group> {
        match self {
            Self::List(group) | Self::Map(group) => Some(group),
            Self::Scalar(_) | Self::Block(_) => None,
        }
    }
}

impl Group {
    /// Whether a comment stands anywhere in it, or lines after `|` or `>`, which both need lines of their own.
    pub(super) fn needs_lines(&self) -> bool {
        let piece = |piece: &Piece| {
            let block = matches!(piece.value, Value::Block(_));
            let inside = piece.value.group().is_some_and(Self::needs_lines);
            block || inside || !piece.above.is_empty() || piece.head.is_some() || piece.tail.is_some()
        };
        !self.below.is_empty() || self.pieces.iter().any(piece)
    }
}
