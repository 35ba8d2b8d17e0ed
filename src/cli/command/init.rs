//! `deskscore init`: a working repository.

use super::super::arguments::Tongue;
use super::super::arguments_files::{Comments as Asked, Init, Template as Wanted};
use super::super::console::Console;
use super::super::failure::Failure;
use super::super::voice::Voice;
use super::init_from::begun;
use crate::files::{FileError, write_new};
use crate::init::{Comments, Template, files};

/// Writes the repository. What is there already stays as it is; a folder with data of its own is refused.
pub(in super::super) fn init(asked: &Init, console: Console) -> Result<(), Failure> {
    let voice = Voice::new(console, asked.lang.unwrap_or(tongue(asked.language)));
    let data = asked.folder.join("data");
    if data.join("deskscore.yml").exists() || data.join("deskscore.yaml").exists() {
        let data = data.display();
        return Err(voice.failure(
            format!("{data} 里已经有数据，没有写入任何内容；请换一个文件夹"),
            format!("there is data in {data} already, and nothing was written; name another folder"),
        ));
    }
    let (files, own) = match asked.from.as_slice() {
        [] => (files(template(asked.template), comments(asked.language)), false),
        from => (begun(asked, from, comments(asked.language), voice)?, true),
    };
    let mut kept = Vec::new();
    let mut written = 0_usize;
    for (path, text) in files {
        let path = asked.folder.join(path);
        match write_new(&path, text.as_bytes()).map_err(|error: FileError| Failure::tool(error))? {
            true => written += 1,
            false => kept.push(path),
        }
    }
    for path in &kept {
        let path = path.display();
        voice
            .warn(format!("{path} 原来就有，保持不变"), format!("{path} was there already and is as it was"));
    }
    let folder = asked.folder.display();
    voice.say(format!("{folder} 里新建了 {written} 个文件"), format!("{written} files in {folder}"));
    let next = if own { NEXT_OF_OWN } else { NEXT };
    voice.say(
        format!("接下来：cd {folder} && deskscore check && deskscore serve，然后{}", next.0),
        format!("next: cd {folder} && deskscore check && deskscore serve, then {}", next.1),
    );
    Ok(())
}

/// What to do after a look at the site, in Chinese and in English.
const NEXT: (&str, &str) = (
    "看 README.md；把 .github/workflows 里的 OWNER/deskscore 换成 Deskscore 所在的仓库",
    "README.md; in .github/workflows put the repository of Deskscore in the place of OWNER/deskscore",
);
const NEXT_OF_OWN: (&str, &str) = (
    "商定 data/schemes 里的草案；还有哪些要由你们决定，见 README.md",
    "agree on the draft in data/schemes; README.md says what else is yours to decide",
);

const fn tongue(asked: Asked) -> Tongue {
    match asked {
        Asked::Zh => Tongue::Zh,
        Asked::En => Tongue::En,
    }
}

const fn template(asked: Wanted) -> Template {
    match asked {
        Wanted::SmallShop => Template::SmallShop,
        Wanted::OnlineService => Template::OnlineService,
        Wanted::AfterSales => Template::AfterSales,
        Wanted::CallCentre => Template::CallCentre,
        Wanted::SoftwareSupport => Template::SoftwareSupport,
    }
}

const fn comments(asked: Asked) -> Comments {
    match asked {
        Asked::Zh => Comments::Zh,
        Asked::En => Comments::En,
    }
}
