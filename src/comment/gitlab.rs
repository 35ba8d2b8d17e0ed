//! A code-quality report of GitLab: what stands in the way, flags and new faults, each with its file and line.
//!
//! The form is that of "Code Quality report format" in GitLab's documentation: description, check name, fingerprint, severity, path, line.

use super::gates;
use super::outcome::{Outcome, Reviewed};
use crate::diag::Severity;
use crate::history::{FaultLine, Place};
use crate::model::GateDecision;
use crate::report::Voice;
use std::collections::BTreeMap;

/// One finding.
#[derive(Debug, serde::Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, serde::Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, serde::Serialize)]
struct Lines {
    begin: u32,
}

/// The report as one JSON list with a newline at its end. What has no place of its own stands at the first line of `deskscore.yml`.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn gitlab(reviewed: &Reviewed, voice: Voice<'_>) -> Result<String, serde_json::Error> {
    let mut report = Report {
        home: format!("{}/deskscore.yml", reviewed.instance),
        seen: BTreeMap::new(),
        issues: Vec::new(),
    };
    for ruling in reviewed.rulings.iter().filter(|ruling| !ruling.passes()) {
        let mut words = vec![gates::kind(ruling, voice)];
        words.extend(gates::paste(ruling, voice));
        report.add(ruling.kind.key(), words.join(" · "), "critical", None);
    }
    for flag in reviewed.flags() {
        let kind = flag.kind.key();
        let mut words = vec![voice.word(&format!("impact-flag-{kind}"))];
        words.extend(flag.who.as_ref().map(|who| who.id.clone()));
        words.extend(flag.what.as_ref().map(|what| what.id.clone()));
        words.extend(flag.month.map(|month| month.to_string()));
        let severity = if reviewed.decision(flag) == GateDecision::Warn { "minor" } else { "major" };
        report.add(kind, words.join(" · "), severity, flag.place.as_ref());
    }
    let faults: &[FaultLine] = match &reviewed.outcome {
        Outcome::Compared(comparison) => &comparison.new_faults,
        Outcome::NoBase { faults, .. } => faults,
        Outcome::BaseFaulty { new, .. } | Outcome::HeadFaulty { new, .. } => new,
    };
    for fault in faults {
        let severity = if fault.severity == Severity::Error { "blocker" } else { "minor" };
        report.add(fault.code.text(), fault.message.clone(), severity, fault.place.as_ref());
    }
    let mut text = serde_json::to_string_pretty(&report.issues)?;
    text.push('\n');
    Ok(text)
}

struct Report {
    home: String,
    /// How often each finding was said, so that two of the same have fingerprints of their own.
    seen: BTreeMap<String, usize>,
    issues: Vec<Issue>,
}

impl Report {
    fn add(&mut self, check: &str, description: String, severity: &'static str, place: Option<&Place>) {
        let path = place.map_or_else(|| self.home.clone(), |place| place.path.clone());
        let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
        // Without the line: what moved down is the same finding.
        let words = format!("{check}\n{path}\n{description}");
        let nth = self.seen.entry(words.clone()).or_default();
        *nth += 1;
        let fingerprint = fingerprint(&format!("{words}\n{nth}"));
        let lines = Lines { begin: place.map_or(1, |place| place.line) };
        let (check_name, location) = (format!("deskscore/{check}"), Location { path, lines });
        self.issues.push(Issue { description, check_name, fingerprint, severity, location });
    }
}

/// FNV-1a with 128 bits (draft-eastlake-fnv): it keeps findings of one report apart and is no secret.
fn fingerprint(text: &str) -> String {
    let prime = (1_u128 << 88) + 0x13b;
    let step = |hash: u128, byte: u8| (hash ^ u128::from(byte)).wrapping_mul(prime);
    format!("{:032x}", text.bytes().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, step))
}

#[cfg(test)]
mod tests {
    /// The published test vectors of FNV-1a 128 (draft-eastlake-fnv, appendix).
    #[test]
    fn the_fingerprint_is_the_published_one() {
        assert_eq!(super::fingerprint(""), "6c62272e07bb014262b821756295c58d");
        assert_eq!(super::fingerprint("a"), "d228cb696f1a8caf78912b704e4a8964");
    }
}
