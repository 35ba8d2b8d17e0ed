//! Maps for the exports of common platforms, embedded in the program.

macro_rules! presets {
    ($($name:literal)+) => {
        /// Names of the presets with their text.
        pub const PRESETS: &[(&str, &str)] = &[$(($name, include_str!(concat!("presets/", $name, ".yml")))),+];
    };
}

presets! { "qianniu" "feige" "kuaishou" "xiaohongshu" "jd" "shopzilla" "zendesk" "freshdesk" "intercom" }

/// The text of a preset.
#[must_use]
pub fn preset(name: &str) -> Option<&'static str> {
    PRESETS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
