//! The canonical form: worked examples, and laws over made-up files and over all data of the repository.

use super::{Order, canonical};
use crate::raw::Noun;
use proptest::prelude::*;

fn tidy(text: &str, noun: Noun) -> String {
    let order = Order::of(noun);
    let once = canonical(text, &order).unwrap_or_else(|reason| panic!("{reason}\n{text}"));
    assert_eq!(canonical(&once, &order).as_deref(), Ok(once.as_str()), "a second time changes something");
    once
}

#[test]
fn month_files_hold_one_holder_a_line_sorted_and_aligned() {
    let text = "\u{feff}# ours\r\n\r\nagents:\r\n    zhao.min: {days: 20/22,csat_rate: 90/97}   # back from leave\r\n    # moved here in March\r\n    lin.wei:\r\n        days: 21/22\r\n        csat_rate: {value: 93.1%, n: 410}\r\n    # end of agents\r\nsource: 'platform export'\r\nperiod: '2025-03'\r\n";
    let expected = "# ours\n\nperiod: \"2025-03\"\nsource: platform export\nagents:\n  # moved here in March\n  lin.wei:  { days: 21/22, csat_rate: { value: 93.1%, n: 410 } }\n  zhao.min: { days: 20/22, csat_rate: 90/97 } # back from leave\n  # end of agents\n";
    assert_eq!(tidy(text, Noun::Metrics), expected);
}

#[test]
fn a_holder_with_a_comment_inside_keeps_its_lines() {
    let text = "period: 2025-03\nagents:\n  b: { days: 1/2 }\n  a:\n    days: 1/2 # half\n    x: 1\n";
    let expected = "period: 2025-03\nagents:\n  a:\n    days: 1/2 # half\n    x: 1\n  b: { days: 1/2 }\n";
    assert_eq!(tidy(text, Noun::Metrics), expected);
}

#[test]
fn fields_stand_in_the_order_of_the_schema_and_entries_in_the_order_written() {
    let text = "teams:\n  # the first\n  b: # b's own\n\n    peer_group: x\n    name:\n      en: 'B: b'\n      zh: \"乙\"\n\n\n  a: {channels: [ chat,phone ], name: A}\n# the end\n";
    let expected = "teams:\n  # the first\n  b: # b's own\n    name:\n      zh: 乙\n      en: \"B: b\"\n    peer_group: x\n\n  a: { name: A, channels: [chat, phone] }\n# the end\n";
    assert_eq!(tidy(text, Noun::Teams), expected);
}

#[test]
fn lists_blocks_and_brackets_over_lines() {
    let text = "events:\n- agent: a\n  # why\n  note: |  # long\n      one\n        two\n\n      three\n\n  date: 2025-03-01\n- {agent: b,\n   date: 2025-03-02, # the day\n   type: praise\n  }\n-   type: praise\n    agent: c\nperiod: 2025-03\n";
    let expected = "period: 2025-03\nevents:\n  - agent: a\n\n    date: 2025-03-01\n    # why\n    note: | # long\n      one\n        two\n\n      three\n  - agent: b\n    date: 2025-03-02 # the day\n    type: praise\n  - agent: c\n    type: praise\n";
    assert_eq!(tidy(text, Noun::Events), expected);
    let wide = "events:\n  - { agent: b,\n      evidence: 一段很长很长很长很长很长很长很长很长很长很长很长很长很长很长的证据, note: { zh: 一段说明, en: note } }\n  - [ ]\n";
    let expected = "events:\n  - agent: b\n    evidence: 一段很长很长很长很长很长很长很长很长很长很长很长很长很长很长的证据\n    note: { zh: 一段说明, en: note }\n  - []\n";
    assert_eq!(tidy(wide, Noun::Events), expected);
}

#[test]
fn front_matter_is_laid_out_and_notes_stay() {
    let text = "---\nperiod: 2025-q1\nagent:   lin.wei # hers\n---\n\n#  Notes\n\n  text  \n---\nmore";
    let expected = "---\nagent: lin.wei # hers\nperiod: 2025-q1\n---\n\n#  Notes\n\n  text  \n---\nmore\n";
    assert_eq!(tidy(text, Noun::Reviews), expected);
}

#[test]
fn what_cannot_be_moved_with_safety_is_left_alone() {
    let order = Order::of(Noun::Teams);
    for (text, line, fault) in [
        ("teams:\n  a: &a { name: A }\n", 2, false),
        ("teams:\n  a: { name: A }\n  b: *a\n", 3, true),
        ("teams:\n  a: !x 1\n", 2, false),
        ("teams:\n  a: [\n", 2, true),
        ("teams:\n\ta: 1\n", 2, true),
        ("teams: {}\n---\nteams: {}\n", 2, false),
        ("teams:\n  a:\n    # nowhere\n    text\n", 3, false),
        ("teams:\n  ? a\n  : b\n", 2, false),
        ("teams:\n  a: |+\n    x\n\n", 2, false),
        ("# nothing\n", 1, true),
        ("teams:\n  a: 1\r  b: 2\n", 2, false),
        ("teams: \u{202e}\n", 1, true),
    ] {
        let reason = canonical(text, &order).expect_err(text);
        assert_eq!((reason.line, reason.fault), (line, fault), "{text}: {reason}");
    }
}

/// A made-up file in a wild layout, with the number of its comments.
fn wild() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("plain text".to_owned()),
        Just("'it''s: quoted'".to_owned()),
        Just("\"a \\\"b\\\" \\u4e2d\"".to_owned()),
        Just("12/34".to_owned()),
        Just("~".to_owned()),
        Just(String::new()),
        Just("中文，逗号".to_owned()),
        Just("a,b {c}".to_owned()),
        Just("'2025-03'".to_owned()),
    ];
    let line = (0..4usize, 0..7u8, scalar, 0..9u8, any::<bool>());
    prop::collection::vec(line, 1..14).prop_map(|lines| {
        let mut out = String::from("root:\n");
        let mut depth = 0;
        for (at, (deeper, kind, scalar, comment, blank)) in lines.iter().enumerate() {
            depth = (*deeper).min(depth + 1);
            let indent = "   ".repeat(depth + 1);
            if *blank {
                out.push('\n');
            }
            if comment % 3 == 1 {
                out.push_str(&format!(
                    "{}# above {at}\n",
                    "   ".repeat(depth + usize::from(comment % 2 == 0))
                ));
            }
            let tail = if comment % 4 == 2 { format!("  # tail {at}") } else { String::new() };
            let safe = if scalar.contains(['{', ',']) { "x" } else { scalar };
            let key = if at % 5 == 4 { format!("\"a b{at}\"") } else { format!("k{at}") };
            match kind {
                0 => out.push_str(&format!("{indent}{key}: {scalar}{tail}\n")),
                1 => out.push_str(&format!("{indent}n{at}: {{x: {safe} ,y: [1,  2]}}{tail}\n")),
                2 => out.push_str(&format!(
                    "{indent}l{at}:{tail}\n{indent}- {scalar}\n{indent}-   b: 1\n{indent}    a: 2\n"
                )),
                3 => out.push_str(&format!("{indent}t{at}: |\n{indent}  text\n{indent}   more\n")),
                4 => out.push_str(&format!("{indent}s{at}: [a,{tail}\n{indent}  {{ b: c }} ]\n")),
                _ => {
                    out.push_str(&format!("{indent}m{at}:{tail}\n{indent}   inner: {scalar}\n"));
                }
            }
        }
        out
    })
}

/// What a text says, with fields in the order of their names: independent of the code under test.
fn meaning(text: &str) -> Option<serde_json::Value> {
    fn sorted(value: serde_json::Value) -> serde_json::Value {
        use serde_json::Value as Json;
        match value {
            Json::Array(list) => list.into_iter().map(sorted).collect(),
            Json::Object(map) => {
                let mut entries: Vec<(String, Json)> = map.into_iter().map(|(k, v)| (k, sorted(v))).collect();
                entries.sort_by(|a, b| a.0.cmp(&b.0));
                Json::Object(entries.into_iter().collect())
            }
            other => other,
        }
    }
    crate::raw::value_of(text).map(sorted)
}

/// The comments, by text.
fn comments(text: &str) -> Vec<String> {
    let written = crate::raw::read_written(text).expect("it is read");
    let mut all: Vec<String> = written.comments.iter().map(|comment| comment.text.to_owned()).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_meaning_and_no_comment_is_lost(text in wild()) {
        let order = Order::of(Noun::Schemes);
        if let Ok(result) = canonical(&text, &order) {
            prop_assert_eq!(meaning(&text), meaning(&result), "{}\n→\n{}", text, result);
            prop_assert_eq!(comments(&text), comments(&result), "{}\n→\n{}", text, result);
            let again = canonical(&result, &order);
            prop_assert_eq!(again.as_deref(), Ok(result.as_str()));
        }
    }

    #[test]
    fn any_text_is_answered(text in "[ \\-a-c:#{},\\[\\]'\"|>\n?&*!~0-2]{0,60}") {
        let order = Order::of(Noun::Metrics);
        if let Ok(result) = canonical(&text, &order) {
            prop_assert_eq!(meaning(&text), meaning(&result), "{}\n→\n{}", text, result);
            prop_assert_eq!(comments(&text), comments(&result));
            let again = canonical(&result, &order);
            prop_assert_eq!(again.as_deref(), Ok(result.as_str()), "{}", text);
        }
    }
}
