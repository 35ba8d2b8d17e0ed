//! The files of `templates/`, embedded when the program is compiled.

// `build.rs` writes `FILES`: sorted pairs of path below `templates/` and text.
include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The ECharts script that the package `charming` carries, so that script and options always match.
pub(super) static ECHARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/echarts.js"));

/// The text of one file.
pub(super) fn text(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

/// The templates proper: `pages/` and `parts/`.
pub(super) fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied().filter(|(name, _)| name.ends_with(".html"))
}
