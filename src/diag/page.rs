//! The page of a code, taken apart: title, Chinese summary, sections, and the two examples that a test runs.

use super::Code;

/// A code's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The code.
    pub code: Code,
    /// What it is, in a line of Chinese.
    pub zh: &'static str,
    /// What it means, as Markdown.
    pub meaning: &'static str,
    /// Why it matters, as Markdown.
    pub reason: &'static str,
    /// How to mend it, as Markdown.
    pub mending: &'static str,
    /// An example that trips the code.
    pub bad: Example,
    /// The same without the fault.
    pub good: Example,
}

/// Files that show a fault or its absence, laid over a small valid organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Example {
    /// The section as Markdown.
    pub markdown: &'static str,
    /// The files in it.
    pub files: Vec<ExampleFile>,
}

/// One file of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleFile {
    /// The path, from the root of the repository.
    pub path: &'static str,
    /// What is special: `latin-1` (saved in that encoding), `link` (a symbolic link), `absent` (the file is taken away).
    pub special: Option<&'static str>,
    /// The text.
    pub text: &'static str,
}

impl Page {
    /// The page of `code`; sections that its file lacks are empty (a test sees to it that none is).
    #[must_use]
    pub fn of(code: Code) -> Self {
        let text = code.markdown();
        let zh = text.lines().find_map(|line| line.strip_prefix("zh: ")).unwrap_or_default();
        Self {
            code,
            zh,
            meaning: section(text, "What it means"),
            reason: section(text, "Why it matters"),
            mending: section(text, "How to mend"),
            bad: Example::read(section(text, "Example that trips it")),
            good: Example::read(section(text, "Example that does not")),
        }
    }
}

fn section(text: &'static str, heading: &str) -> &'static str {
    let Some((_, rest)) = text.split_once(&format!("\n## {heading}\n")) else { return "" };
    rest.split("\n## ").next().unwrap_or_default().trim()
}

impl Example {
    /// The fenced blocks of a section: ```` ```yaml data/teams.yml ````.
    fn read(markdown: &'static str) -> Self {
        let files = markdown.split("```yaml ").skip(1).filter_map(|block| {
            let (head, rest) = block.split_once('\n')?;
            let mut words = head.split_whitespace();
            let (path, special) = (words.next()?, words.next());
            Some(ExampleFile { path, special, text: rest.split("```").next().unwrap_or_default() })
        });
        Self { markdown, files: files.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_whole() {
        for &code in Code::ALL {
            let page = Page::of(code);
            assert!(code.markdown().starts_with(&format!("# {code}\n\nzh: ")), "{code}: head");
            for part in [page.zh, page.meaning, page.reason, page.mending] {
                assert!(part.len() > 5, "{code}: a section is missing");
            }
            assert!(!page.bad.files.is_empty() && !page.good.files.is_empty(), "{code}: examples");
        }
    }
}
