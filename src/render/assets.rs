//! The styles, scripts and notices of the site, under names that carry a hash of their content, so that a browser never
//! mixes an old style with a new page.

use std::borrow::Cow;

use super::{RenderError, embedded, words};
use crate::view::{Language, Texts, both};

/// One file of the folder `assets/`.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Address below the root of the site, for example `assets/style.1a2b3c4d5e.css`.
    pub path: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// The addresses that templates refer to, below the root of the site.
#[derive(Debug, Clone)]
pub(super) struct AssetNames {
    pub(super) style: String,
    pub(super) script: String,
    pub(super) icon: String,
    pub(super) charts: String,
    pub(super) search: String,
    pub(super) licences: String,
}

/// All files of the folder `assets/` except the search indexes.
#[derive(Debug, Clone)]
pub struct Assets {
    style: Asset,
    script_zh: Asset,
    script_en: Asset,
    charts: Asset,
    icon: Asset,
    licences: Asset,
}

impl Assets {
    /// Puts the assets together.
    ///
    /// # Errors
    /// A script that uses an unknown text.
    pub(super) fn new(texts: &Texts) -> Result<Self, RenderError> {
        let style = ["assets/style.css", "assets/print.css", "assets/chart.css"];
        let style: String = style.into_iter().filter_map(embedded::text).collect();
        let script = |language: Language| -> Result<Asset, RenderError> {
            let source = embedded::text("assets/site.js").unwrap_or_default();
            let text = words::put_in(source, &texts.plain(language)).map_err(RenderError::new)?;
            Ok(hashed(&format!("site-{}", language.folder()), "js", text.into_bytes().into()))
        };
        let licences = embedded::text("assets/LICENSES.txt").unwrap_or_default();
        Ok(Self {
            style: hashed("style", "css", style.into_bytes().into()),
            script_zh: script(Language::Zh)?,
            script_en: script(Language::En)?,
            charts: hashed("echarts", "js", Cow::Borrowed(embedded::ECHARTS)),
            icon: hashed(
                "icon",
                "svg",
                embedded::text("assets/icon.svg").unwrap_or_default().as_bytes().into(),
            ),
            licences: Asset { path: "assets/LICENSES.txt".to_owned(), bytes: licences.as_bytes().into() },
        })
    }

    /// The styles of the site as one text.
    pub(super) fn style(&self) -> &str {
        std::str::from_utf8(&self.style.bytes).unwrap_or_default()
    }

    /// The files to write.
    pub fn files(&self) -> impl Iterator<Item = &Asset> {
        [&self.style, &self.script_zh, &self.script_en, &self.charts, &self.icon, &self.licences].into_iter()
    }

    /// The address of the search index of a language, to be written with [`super::search_script`].
    #[must_use]
    pub fn search_path(language: Language) -> String {
        format!("assets/search-{}.js", language.folder())
    }

    pub(super) fn names(&self, language: Language) -> AssetNames {
        let script = match language {
            Language::Zh => self.script_zh.path.clone(),
            Language::En => self.script_en.path.clone(),
            Language::Both => both(&self.script_zh.path, &self.script_en.path),
        };
        AssetNames {
            style: self.style.path.clone(),
            script,
            icon: self.icon.path.clone(),
            charts: self.charts.path.clone(),
            search: Self::search_path(language),
            licences: self.licences.path.clone(),
        }
    }
}

fn hashed(name: &str, kind: &str, bytes: Cow<'static, [u8]>) -> Asset {
    let hash = fnv1a(&bytes) >> 24;
    Asset { path: format!("assets/{name}.{hash:010x}.{kind}"), bytes }
}

/// FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923): tells contents apart, protects against nothing.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fnv1a_gives_the_published_values() {
        // Test vectors of the FNV reference: empty input, "a", "foobar".
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn every_asset_has_content_and_the_charts_keep_their_licence() {
        let assets = Assets::new(&Texts::new().unwrap()).unwrap();
        for asset in assets.files() {
            assert!(asset.bytes.len() > 100, "{}", asset.path);
        }
        let head = String::from_utf8_lossy(&assets.charts.bytes[..1000]).into_owned();
        assert!(head.contains("Apache Software Foundation") && head.contains("LICENSE-2.0"), "{head}");
    }
}
