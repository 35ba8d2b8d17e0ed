//! A working repository for a team of one's own: data to edit, workflows, a README, settings for editors.
//!
//! The files lie in `templates/init/`, a folder for each kind of team and one that all share. Lines that begin with `#zh` or
//! `#en` are comments in that language; a name that begins with `dot-` begins with a dot in the repository.
//!
//! Imports: raw.

use crate::raw::{Noun, schemas};

// `build.rs` writes `FILES`: sorted pairs of path below `templates/init/` and text.
include!(concat!(env!("OUT_DIR"), "/init.rs"));

/// What a team is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// A shop with three agents.
    SmallShop,
    /// An online platform: chat, phone and e-mail.
    OnlineService,
    /// After-sales of an online shop.
    AfterSales,
    /// A call centre.
    CallCentre,
    /// Support of software.
    SoftwareSupport,
}

/// The language of comments and of the README.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comments {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Template {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::SmallShop, Self::OnlineService, Self::AfterSales, Self::CallCentre, Self::SoftwareSupport];

    /// The name of its folder.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SmallShop => "small-shop",
            Self::OnlineService => "online-service",
            Self::AfterSales => "after-sales",
            Self::CallCentre => "call-centre",
            Self::SoftwareSupport => "software-support",
        }
    }
}

impl Comments {
    /// What the lines of this language begin with, and those of the other.
    const fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Zh => ("#zh ", "#en "),
            Self::En => ("#en ", "#zh "),
        }
    }

    const fn readme(self) -> &'static str {
        match self {
            Self::Zh => "README.zh.md",
            Self::En => "README.en.md",
        }
    }
}

/// The files of a new repository, sorted by path.
#[must_use]
pub fn files(template: Template, comments: Comments) -> Vec<(String, String)> {
    let mut files = below(template.name(), comments);
    files.extend(frame(comments));
    files.sort();
    files
}

/// The texts for a repository that starts from an export, by path below `templates/init/from/`: a README, and the catalogue from
/// which indicators, dimensions, channels and first rules are taken.
#[must_use]
pub fn catalogue(comments: Comments) -> Vec<(String, String)> {
    below("from", comments)
}

/// The files of a folder of `templates/init/` with the comments of one language.
fn below(folder: &str, comments: Comments) -> Vec<(String, String)> {
    let inside =
        FILES.iter().filter_map(|(path, text)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, *text)));
    inside.filter_map(|(path, text)| Some((place(path, comments)?, in_language(text, comments)))).collect()
}

/// What every repository has: workflows, a README, schemas, settings for editors.
#[must_use]
pub fn frame(comments: Comments) -> Vec<(String, String)> {
    let mut files = below("shared", comments);
    files.extend(schemas().into_iter().map(|(name, text)| (format!("data/schema/{name}"), text)));
    files.push((".vscode/settings.json".to_owned(), vs_code()));
    files
}

/// Where a file goes; `None` for a README in the other language.
fn place(path: &str, comments: Comments) -> Option<String> {
    if path.starts_with("README.") {
        return (path == comments.readme()).then(|| "README.md".to_owned());
    }
    Some(path.strip_prefix("dot-").map_or_else(|| path.to_owned(), |rest| format!(".{rest}")))
}

/// The text with the comments of one language.
fn in_language(text: &str, comments: Comments) -> String {
    let (own, other) = comments.marks();
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(' ');
        if bare.starts_with(other) {
            continue;
        }
        match bare.strip_prefix(own) {
            None => out.push_str(line),
            Some(comment) => {
                out.push_str(line.get(..line.len() - bare.len()).unwrap_or_default());
                out.push_str("# ");
                out.push_str(comment);
            }
        }
    }
    out
}

/// Settings of VS Code's YAML extension: which schema is for which files, also for those without a first line that says so.
fn vs_code() -> String {
    let of = |noun: Noun| {
        (format!("data/schema/{}.schema.json", noun.name()), format!("data/{}", noun.files()).into())
    };
    let nouns = Noun::ALL.into_iter().filter(|noun| noun.files().ends_with(".yml"));
    let map: serde_json::Map<String, serde_json::Value> = nouns.map(of).collect();
    let settings =
        serde_json::json!({ "yaml.schemas": map, "files.eol": "\n", "editor.formatOnSave": false });
    format!("{settings:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_of_one_language_and_no_mark_is_left() {
        let text = "a: 1\n  #zh 说明\n  #en a note\n#en b\nc: '#zh x'\n";
        assert_eq!(in_language(text, Comments::Zh), "a: 1\n  # 说明\nc: '#zh x'\n");
        assert_eq!(in_language(text, Comments::En), "a: 1\n  # a note\n# b\nc: '#zh x'\n");
        for template in Template::ALL {
            for comments in [Comments::Zh, Comments::En] {
                let files = files(template, comments);
                let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
                for expected in [
                    ".github/workflows/publish.yml",
                    ".gitignore",
                    ".vscode/settings.json",
                    "README.md",
                    "data/deskscore.yml",
                    "data/schema/teams.schema.json",
                ] {
                    assert!(paths.contains(&expected), "{}: {expected}", template.name());
                }
                assert!(files.iter().all(|(_, text)| !text.contains("#zh ") && !text.contains("#en ")));
            }
        }
    }
}
