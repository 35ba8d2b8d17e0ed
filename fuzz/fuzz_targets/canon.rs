//! Any text in canonical form: a second time changes nothing, and what it says stays.
#![no_main]

use deskscore::canon::{Order, canonical};
use deskscore::diag::{FileId, Sink};
use deskscore::raw::{Noun, TeamsFile, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let order = Order::of(Noun::Teams);
    let Ok(form) = canonical(text, &order) else { return };
    assert_eq!(canonical(&form, &order).as_deref(), Ok(form.as_str()));
    let faults = |text: &str| {
        let mut sink = Sink::new();
        let known = read::<TeamsFile>(text, FileId(0), &mut sink).is_some();
        (known, sink.finish().len())
    };
    assert_eq!(faults(text), faults(&form));
});
