//! Texts whose arguments stand where they are written, without a choice of plural forms: most of them, and pages ask for
//! hundreds of thousands. They are filled in here from what Fluent has read; it fills in the others.

use super::texts::Argument;
use crate::model::{Language, push_side};
use fluent_syntax::ast;

/// A text as words and names of arguments.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Words(String),
    Argument(String),
}

impl Pattern {
    /// The pieces of what Fluent has read; `None` where something is chosen or computed.
    pub(super) fn of(pattern: &ast::Pattern<&str>) -> Option<Self> {
        let piece = |element: &ast::PatternElement<&str>| match element {
            ast::PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
            ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => match inline {
                ast::InlineExpression::VariableReference { id } => Some(Piece::Argument(id.name.to_owned())),
                _ => None,
            },
            ast::PatternElement::Placeable { .. } => None,
        };
        pattern.elements.iter().map(piece).collect::<Option<Vec<Piece>>>().map(Self)
    }

    /// Writes the text with its `arguments`, each on its side of `language`. `None` if one is not there.
    pub(super) fn push(
        &self,
        out: &mut String,
        language: Language,
        arguments: &[(&'static str, Argument<'_>)],
    ) -> Option<()> {
        for piece in &self.0 {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Argument(name) => match arguments.iter().find(|(own, _)| own == name)?.1 {
                    Argument::Text(text) => push_side(out, text, language),
                    Argument::Count(count) => out.push_str(&count.to_string()),
                },
            }
        }
        Some(())
    }
}
