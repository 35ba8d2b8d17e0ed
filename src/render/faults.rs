//! The page that stands in place of every page while the data has faults and the site is being served.
//!
//! It carries its own style, since there may be no site yet, and says its sentences in both languages, since it stands
//! for pages of both.

use super::escape::escape_html;

/// The page with `told`, the faults as the console tells them.
#[must_use]
pub fn faults_page(told: &str) -> Vec<u8> {
    let mut escaped = Vec::with_capacity(told.len() + 64);
    // Writing to memory cannot fail.
    let _ = escape_html(told, &mut escaped);
    let told = String::from_utf8_lossy(&escaped);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src 'self'; connect-src 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Faults in the data</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>Faults in the data <span lang=\"zh-Hans\">数据有误</span></h1>\n\
         <p>The page comes back by itself when they are mended. <span lang=\"zh-Hans\">改正后页面会自动恢复。</span></p>\n\
         <pre tabindex=\"0\">{told}</pre>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

const STYLE: &str = ":root{color-scheme:light dark}body{margin:0;font:16px/1.6 system-ui,sans-serif}\
main{max-width:70rem;margin:0 auto;padding:2rem 1rem}h1{font-size:1.5rem}h1 span{font-weight:400}\
pre{overflow:auto;padding:1rem;border-left:4px solid #8c1d04;background:color-mix(in srgb,currentColor 6%,transparent);\
font:14px/1.5 ui-monospace,monospace}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_text() {
        let page = String::from_utf8(faults_page("name: <script>alert(1)</script>")).unwrap();
        assert!(page.contains("&lt;script&gt;") && !page.contains("<script>alert"));
    }
}
