//! Texts of two languages side by side come apart as what they were.
#![no_main]

use deskscore::model::{CLOSE, Language, OPEN, TURN, both, side};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str, &str)| {
    let (zh, en, around) = texts;
    // The marks are refused in data, so no text holds one.
    let marked = |text: &str| text.chars().any(|c| [OPEN, TURN, CLOSE].contains(&c));
    if marked(zh) || marked(en) || marked(around) {
        return;
    }
    let page = format!("{around}{}{around}", both(zh, en));
    assert_eq!(side(&page, Language::Zh), format!("{around}{zh}{around}"));
    assert_eq!(side(&page, Language::En), format!("{around}{en}{around}"));
});
