//! A unified diff of two texts that are mostly the same, line by line.

use super::edit::Change;
use std::fmt::Write as _;

/// Lines around a change.
const AROUND: usize = 3;
/// Lines that are looked ahead for the next line that is the same on both sides.
const AHEAD: usize = 400;

/// The diff of a change, as `git diff` would show it; empty if nothing changes.
#[must_use]
pub fn unified(change: &Change) -> String {
    let before = change.before.as_deref().unwrap_or_default();
    if before == change.after {
        return String::new();
    }
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), change.after.split_inclusive('\n').collect());
    let steps = steps(&old, &new);
    let mut out = String::new();
    let from = if change.before.is_some() { format!("a/{}", change.path) } else { "/dev/null".to_owned() };
    let _ = write!(out, "--- {from}\n+++ b/{}\n", change.path);
    hunks(&steps, &mut out);
    out
}

/// One line: kept, taken out, or put in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step<'a> {
    Same(&'a str),
    Out(&'a str),
    In(&'a str),
}

/// Goes through both texts; at a difference, looks for the nearest line after which they agree again.
fn steps<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Step<'a>> {
    let (mut a, mut b) = (0, 0);
    let mut steps = Vec::with_capacity(old.len().max(new.len()));
    loop {
        match (old.get(a), new.get(b)) {
            (Some(one), Some(other)) if one == other => {
                steps.push(Step::Same(one));
                (a, b) = (a + 1, b + 1);
            }
            (None, None) => return steps,
            _ => {
                let (outs, ins) = gap(old.get(a..).unwrap_or_default(), new.get(b..).unwrap_or_default());
                steps.extend(old.iter().skip(a).take(outs).map(|line| Step::Out(line)));
                steps.extend(new.iter().skip(b).take(ins).map(|line| Step::In(line)));
                (a, b) = (a + outs, b + ins);
            }
        }
    }
}

/// How many lines go and come before both sides agree; the fewest in all.
fn gap(old: &[&str], new: &[&str]) -> (usize, usize) {
    let most = (old.len() + new.len()).min(AHEAD);
    for total in 1..=most {
        for outs in (0..=total).rev() {
            let ins = total - outs;
            let meet = match (old.get(outs), new.get(ins)) {
                (Some(one), Some(other)) => one == other,
                (None, None) => outs == old.len() && ins == new.len(),
                _ => false,
            };
            if meet {
                return (outs, ins);
            }
        }
    }
    // Far apart: one line against one line, as where every agent's line changes.
    (old.len().min(1), new.len().min(1))
}

fn hunks(steps: &[Step<'_>], out: &mut String) {
    let changed: Vec<usize> =
        (0..steps.len()).filter(|at| !matches!(steps.get(*at), Some(Step::Same(_)) | None)).collect();
    let mut rest = changed.as_slice();
    let (mut counted, mut old_line, mut new_line) = (0, 1, 1);
    while let Some(first) = rest.first() {
        let mut length = 1;
        while rest
            .get(length)
            .zip(rest.get(length - 1))
            .is_some_and(|(next, last)| next - last <= 2 * AROUND + 1)
        {
            length += 1;
        }
        let last = rest.get(length - 1).copied().unwrap_or(*first);
        let (from, to) = (first.saturating_sub(AROUND), (last + AROUND + 1).min(steps.len()));
        for step in steps.get(counted..from).unwrap_or_default() {
            old_line += usize::from(!matches!(step, Step::In(_)));
            new_line += usize::from(!matches!(step, Step::Out(_)));
        }
        let lines = steps.get(from..to).unwrap_or_default();
        let olds = lines.iter().filter(|step| !matches!(step, Step::In(_))).count();
        let news = lines.iter().filter(|step| !matches!(step, Step::Out(_))).count();
        let start = |line: usize, count: usize| if count == 0 { line - 1 } else { line };
        let _ = writeln!(out, "@@ -{},{olds} +{},{news} @@", start(old_line, olds), start(new_line, news));
        for step in lines {
            let (sign, line) = match step {
                Step::Same(line) => (' ', line),
                Step::Out(line) => ('-', line),
                Step::In(line) => ('+', line),
            };
            let _ = write!(out, "{sign}{line}");
            if !line.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
        (old_line, new_line, counted) = (old_line + olds, new_line + news, to);
        rest = rest.get(length..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(before: Option<&str>, after: &str) -> String {
        let before = before.map(str::to_owned);
        unified(&Change { path: "m.yml".to_owned(), before, after: after.to_owned() })
    }

    #[test]
    fn changed_new_and_dropped_lines() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
        let after = "1\n2x\n3\n4\n5\n6\n7\n8\n9\n10\n10.5\n11\n";
        // As `diff -u` gives it.
        let expected = "--- a/m.yml\n+++ b/m.yml\n@@ -1,5 +1,5 @@\n 1\n-2\n+2x\n 3\n 4\n 5\n@@ -8,5 +8,5 @@\n 8\n 9\n 10\n+10.5\n 11\n-12\n";
        assert_eq!(diff(Some(before), after), expected);
        assert_eq!(diff(Some(before), before), "");
        assert_eq!(diff(None, "a\nb\n"), "--- /dev/null\n+++ b/m.yml\n@@ -0,0 +1,2 @@\n+a\n+b\n");
        assert!(diff(Some("a"), "b").contains("-a\n\\ No newline at end of file\n+b\n"));
    }
}
