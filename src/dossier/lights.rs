//! Verdicts as shape, word and colour.

use super::case::Case;
use crate::audit::{Section, Severity, Verdict};
use crate::view::{Attention, Link, Mark, Tone};

/// The tone of a verdict; what is not assessed is never good.
const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Pass => Tone::OnTarget,
        Verdict::Warn => Tone::Watch,
        Verdict::Fail => Tone::Below,
        Verdict::NotAssessed => Tone::NoValue,
    }
}

/// A verdict.
pub(super) fn verdict(case: &Case<'_>, of: Verdict) -> Mark {
    Mark::new(tone(of), case.words().verdict(of))
}

/// How bad a flagged item is.
pub(super) fn severity(case: &Case<'_>, of: Severity) -> Mark {
    let tone = match of {
        Severity::Note => Tone::NoValue,
        Severity::Warn => Tone::Watch,
        Severity::Fail => Tone::Below,
    };
    Mark::new(tone, case.voice.word(&format!("audit-severity-{}", of.key())))
}

/// One light for each section, each leading to it and naming the checks that decided.
pub(super) fn sections(case: &Case<'_>) -> Vec<Attention> {
    let light = |(section, worst): &(Section, Verdict)| {
        let own = || case.report().checks.iter().filter(|check| check.row.section() == *section);
        let deciding: Vec<String> =
            own().filter(|check| check.verdict == *worst).map(|check| case.words().row(check)).collect();
        let open = own().filter(|check| check.verdict == Verdict::NotAssessed).count();
        let names: Vec<&str> = deciding.iter().map(String::as_str).collect();
        let list = case.voice.list(&names);
        let reason = match worst {
            Verdict::Pass if open > 0 => case.say("light-pass-some", &[("n", open.into())]),
            Verdict::Pass => case.word("light-pass"),
            Verdict::NotAssessed => case.word("light-none"),
            _ => case.say("light-by", &[("list", (&list).into())]),
        };
        Attention {
            mark: verdict(case, *worst),
            subject: Link::new(case.words().section(*section), case.address(section.key())),
            reason,
        }
    };
    case.report().sections.iter().map(light).collect()
}
