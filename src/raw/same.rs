//! Whether two files say the same.

use super::node::{Content, Entry, Node};
use super::tree;
use crate::diag::{FileId, Sink};

/// Whether two YAML files hold the same values under the same keys, whatever their comments, layout, quotes and order of keys, and
/// with other ids: `renamed` has those of the first file and what stands for them in the second. Files that cannot be read say
/// nothing that could be the same.
#[must_use]
pub fn same_facts(one: &str, other: &str, renamed: &[(&str, &str)]) -> bool {
    let (mut faults, mut more) = (Sink::new(), Sink::new());
    let read =
        (tree::read(one, FileId::default(), &mut faults), tree::read(other, FileId::default(), &mut more));
    matches!(read, (Some(one), Some(other)) if same(&one, &other, renamed))
}

fn same(one: &Node<'_>, other: &Node<'_>, renamed: &[(&str, &str)]) -> bool {
    match (&one.content, &other.content) {
        (Content::Null, Content::Null) => true,
        (Content::Scalar(one), Content::Scalar(other)) => {
            one == other || one.split(' ').map(|word| now(word, renamed)).eq(other.split(' '))
        }
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other, renamed))
        }
        (Content::Map(one), Content::Map(other)) => {
            let (one, other) = (sorted(one, renamed), sorted(other, &[]));
            let mut pairs = one.iter().zip(&other);
            one.len() == other.len()
                && pairs.all(|(one, other)| one.0 == other.0 && same(one.1, other.1, renamed))
        }
        _ => false,
    }
}

/// The values by their keys as they are now.
fn sorted<'a>(entries: &'a [Entry<'_>], renamed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a Node<'a>)> {
    let mut sorted: Vec<(&str, &Node<'_>)> =
        entries.iter().map(|entry| (now(&entry.key, renamed), &entry.value)).collect();
    sorted.sort_by_key(|(key, _)| *key);
    sorted
}

fn now<'a>(word: &'a str, renamed: &[(&'a str, &'a str)]) -> &'a str {
    renamed.iter().find(|(was, _)| *was == word).map_or(word, |(_, now)| now)
}

#[cfg(test)]
mod tests {
    use super::same_facts;

    #[test]
    fn comments_layout_quotes_and_order_are_no_facts() {
        let one = "agents:\n  a: { days: 21/22, name: \"A\" }\n  b: {}\n";
        assert!(same_facts(one, "# note\nagents:\n  b: {}\n  a:\n    name: A # who\n    days: 21/22\n", &[]));
        assert!(!same_facts(one, "agents:\n  a: { days: 20/22, name: A }\n  b: {}\n", &[]));
        assert!(!same_facts(one, "agents:\n  a: { days: 21/22, name: A }\n", &[]));
        assert!(!same_facts("a: [1, 2]\n", "a: [2, 1]\n", &[]));
        assert!(!same_facts("a: ~\n", "a: \"\"\n", &[]));
        assert!(!same_facts("a: {\n", "a: {\n", &[]));
    }
    #[test]
    fn another_id_is_the_same_person() {
        let one = "subject: agent ann\nagents:\n  ann: { days: 1/2 }\n  bob: {}\n";
        let other = "subject: agent zoe\nagents:\n  bob: {}\n  zoe: { days: 1/2 }\n";
        assert!(same_facts(one, other, &[("ann", "zoe")]));
        assert!(!same_facts(one, other, &[]));
        assert!(!same_facts(one, &other.replace("1/2", "2/2"), &[("ann", "zoe")]));
    }
}
