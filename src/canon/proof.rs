//! The proof that nothing was lost: both files say the same, and the same comments belong to the same things.

use super::piece::{Group, Piece, Remark, Sheet, Value};

/// Whether two files say the same. Fields of mappings may stand in another order, comments on a line of their own may have
/// other empty lines around them, and brackets may have become lines or lines brackets.
pub(super) fn same(one: &Sheet, other: &Sheet) -> bool {
    texts(&one.head) == texts(&other.head) && values(&one.root, &other.root)
}

fn values(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Scalar(a), Value::Scalar(b)) => a.text == b.text,
        (Value::Block(a), Value::Block(b)) => a == b,
        (Value::List(a), Value::List(b)) => {
            let pairs = || a.pieces.iter().zip(&b.pieces);
            a.pieces.len() == b.pieces.len() && pairs().all(|(a, b)| pieces(a, b)) && below(a, b)
        }
        (Value::Map(a), Value::Map(b)) => {
            let (mut first, mut second): (Vec<&Piece>, Vec<&Piece>) =
                (a.pieces.iter().collect(), b.pieces.iter().collect());
            first.sort_by(|a, b| a.key.cmp(&b.key));
            second.sort_by(|a, b| a.key.cmp(&b.key));
            let pairs = || first.iter().zip(&second);
            first.len() == second.len() && pairs().all(|(a, b)| a.key == b.key && pieces(a, b)) && below(a, b)
        }
        _ => false,
    }
}

fn pieces(one: &Piece, other: &Piece) -> bool {
    texts(&one.above) == texts(&other.above)
        && one.head == other.head
        && one.tail == other.tail
        && values(&one.value, &other.value)
}

fn below(one: &Group, other: &Group) -> bool {
    texts(&one.below) == texts(&other.below)
}

fn texts(remarks: &[Remark]) -> Vec<&str> {
    remarks.iter().map(|remark| remark.text.as_str()).collect()
}
