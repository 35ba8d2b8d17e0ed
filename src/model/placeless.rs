//! Facts without the places where they were written, so that facts of two states can be told to be the same although files and lines
//! are others.

use super::{Agent, Indicator, Item, Organisation, Posting, Scheme, Team};
use crate::diag::Span;

impl Agent {
    /// The agent without places.
    #[must_use]
    pub fn placeless(&self) -> Self {
        let posting = |posting: &Posting| Posting { span: Span::default(), ..posting.clone() };
        let postings = self.postings.iter().map(posting).collect();
        Self { postings, span: Span::default(), ..self.clone() }
    }
}

impl Indicator {
    /// The indicator without places.
    #[must_use]
    pub fn placeless(&self) -> Self {
        Self { span: Span::default(), ..self.clone() }
    }
}

impl Team {
    /// The team without places.
    #[must_use]
    pub fn placeless(&self) -> Self {
        Self { span: Span::default(), ..self.clone() }
    }
}

impl Scheme {
    /// The scheme without places.
    #[must_use]
    pub fn placeless(&self) -> Self {
        let item = |item: &Item| Item { span: Span::default(), ..item.clone() };
        Self { items: self.items.iter().map(item).collect(), span: Span::default(), ..self.clone() }
    }
}

impl Organisation {
    /// The organisation without places.
    #[must_use]
    pub fn placeless(&self) -> Self {
        let mut own = self.clone();
        own.dimensions.iter_mut().for_each(|dimension| dimension.span = Span::default());
        own
    }
}

/// Whether two lists hold the same, apart from places.
pub fn same_list<T: PartialEq>(one: &[T], other: &[T], placeless: impl Fn(&T) -> T) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a == b || placeless(a) == placeless(b))
}
