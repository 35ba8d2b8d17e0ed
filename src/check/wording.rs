//! Words of a rule that name what an appraisal may not do (domain notes E.4).

use crate::diag::{Code, Diagnostic, Sink, quoted};
use crate::raw::{Text, Word};

/// Words by which being last ends a job.
const ELIMINATION: [&str; 12] = [
    "末位淘汰",
    "淘汰",
    "辞退",
    "开除",
    "解雇",
    "劝退",
    "eliminat",
    "dismiss",
    "terminat",
    "rank and yank",
    "be fired",
    "let go",
];

/// Words by which wages are taken away.
const DEDUCTION: [&str; 10] =
    ["罚款", "罚金", "扣工资", "扣薪", "扣款", "扣除工资", " fined", "a fine", "deduct", "penalt"];

/// Warns of such words in both languages.
pub(super) fn look(text: &Text, sink: &mut Sink) {
    look_at(&text.zh, sink);
    if text.en.span != text.zh.span {
        look_at(&text.en, sink);
    }
}

fn look_at(word: &Word, sink: &mut Sink) {
    let text = word.text.to_lowercase();
    if let Some(found) = ELIMINATION.iter().find(|one| text.contains(**one)) {
        let message = format!("{} reads as if being last ended a job", quoted(found));
        sink.push(
            Diagnostic::new(Code::LastPlaceElimination, word.span, message)
                .note("the last of a ranking is not incompetent (Supreme People's Court, guiding case 18)")
                .help("say which training or support follows instead"),
        );
    }
    if let Some(found) = DEDUCTION.iter().find(|one| text.contains(**one)) {
        let message = format!("{} reads as a fine or a deduction from wages", quoted(found.trim()));
        sink.push(
            Diagnostic::new(Code::FineOrDeduction, word.span, message)
                .note("deductions for damage are at most 20 % of the month's wage and never go below the minimum wage (Wage Payment Provisional Rules, article 16)")
                .help("agree on variable pay, and say what earns it"),
        );
    }
}
