//! Markdown of many hands to sanitised HTML.

use std::borrow::Cow;
use std::collections::BTreeSet;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Markdown as HTML that is safe to put into a page.
///
/// Tables and strikethrough are known; raw HTML is shown as text. Headings begin at `h3`, below the sections of the
/// page, whatever level the text begins with, and leave no level out. Links lead to `http`, `https`, `mailto` or relative addresses; images of other hosts are left out, because no
/// page asks another host for anything.
#[must_use]
pub fn markdown(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let levels = levels(Parser::new_ext(text, options));
    let below = |level| below_section(&levels, level);
    let events = Parser::new_ext(text, options).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    sanitiser().clean(&out).to_string()
}

/// The heading levels that a text uses, the highest first.
fn levels(events: Parser<'_>) -> BTreeSet<HeadingLevel> {
    let level = |event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(level),
        _ => None,
    };
    events.filter_map(level).collect()
}

/// The highest level of the text becomes `h3`, the next one `h4`; no level is below `h6`.
fn below_section(levels: &BTreeSet<HeadingLevel>, level: HeadingLevel) -> HeadingLevel {
    match levels.range(..level).count() {
        0 => HeadingLevel::H3,
        1 => HeadingLevel::H4,
        2 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

fn sanitiser() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .tags(
            [
                "a",
                "blockquote",
                "br",
                "code",
                "del",
                "em",
                "h3",
                "h4",
                "h5",
                "h6",
                "hr",
                "img",
                "li",
                "ol",
                "p",
                "pre",
                "strong",
                "table",
                "tbody",
                "td",
                "th",
                "thead",
                "tr",
                "ul",
            ]
            .into(),
        )
        .generic_attributes([].into())
        .tag_attributes(
            [
                ("a", ["href", "title"].into()),
                ("img", ["src", "alt", "title"].into()),
                ("ol", ["start"].into()),
            ]
            .into(),
        )
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener noreferrer nofollow"))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            // A scheme or `//host` would ask another host; a leading `/` would leave the folder of the site.
            ("img", "src") if value.contains(':') || value.starts_with('/') || value.starts_with('\\') => {
                None
            }
            _ => Some(Cow::Borrowed(value)),
        });
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_headings_fit_into_a_section() {
        let html = markdown("# 面谈\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n");
        assert!(html.contains("<h3>面谈</h3>"), "{html}");
        assert!(html.contains("<td>1</td>") && html.contains("<del>2</del>"), "{html}");
    }

    #[test]
    fn hostile_input_becomes_text_or_nothing() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](vbscript:x)",
            "![x](https://tracker.example/pixel.png)",
            "![x](//tracker.example/pixel.png)",
            "<svg onload=alert(1)>",
            "<iframe src=\"https://example.org\"></iframe>",
            "<style>*{display:none}</style>",
            "[x](https://example.org \"\\\" onmouseover=alert(1)\")",
        ] {
            let html = markdown(hostile);
            for element in html.split('<').skip(1).filter(|element| !element.starts_with('/')) {
                let name = element.split([' ', '>']).next().unwrap();
                assert!(["p", "a", "img"].contains(&name), "{hostile} → {html}");
                let tag = element.split('>').next().unwrap();
                for part in ["src=\"http", "src=\"//", "javascript:", "data:", "vbscript:", "\" on"] {
                    assert!(!tag.contains(part), "{hostile} → {html}");
                }
            }
        }
    }

    #[test]
    fn links_of_allowed_kinds_stay() {
        assert!(markdown("[a](https://example.org)").contains("href=\"https://example.org\""));
        assert!(markdown("[a](mailto:a@example.org)").contains("href=\"mailto:a@example.org\""));
        assert!(markdown("[a](agents/a.html)").contains("href=\"agents/a.html\""));
    }
}
