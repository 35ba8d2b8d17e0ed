//! What was counted, as the files of a repository.

use super::catalogue::Catalogue;
use super::ground::Ground;
use super::scheme;
use crate::canon::{Order, canonical};
use crate::check::noun_at;
use crate::import::{Counted, MergeFault, add_agents, merge};
use crate::init::{Comments, frame};
use crate::model::Month;
use std::collections::BTreeMap;

/// A map of the team's own, kept in the repository for the next month.
#[derive(Debug, Clone, Copy)]
pub struct Own<'a> {
    /// Its name, without an ending.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The indicators that it names.
    pub figures: &'a [String],
}

/// A repository that has begun.
#[derive(Debug, Clone)]
pub struct Begun {
    /// Its files: path below the repository, and text.
    pub files: Vec<(String, String)>,
    /// Indicators that are shown and have no weight in the draft.
    pub shown: Vec<String>,
    /// Whether there is a draft of a scheme.
    pub drafted: bool,
}

/// The files of a repository that holds what was counted. The people of the export become members of one team.
///
/// # Errors
/// If the figures cannot be written as a file of their month.
pub fn begin(
    counted: &mut Counted,
    ground: &Ground,
    month: Month,
    (own, comments): (Option<Own<'_>>, Comments),
) -> Result<Begun, MergeFault> {
    let all = Catalogue::of(comments);
    let agents = name_people(counted, ground, month, comments);
    let used = used(counted, ground, own);
    let dimensions: Vec<String> = used.iter().filter_map(|id| all.field(id, "dimension")).collect();
    let organisation = all.organisation(&channels(counted, ground, own.is_some()), |id| {
        dimensions.iter().any(|used| used == id)
    });
    let (scheme, shown) = scheme::draft(&used, (&counted.holders, month), (&all, comments));
    let mut files: BTreeMap<String, String> = frame(comments).into_iter().collect();
    let mut put = |path: &str, text: String| drop(files.insert(path.to_owned(), text));
    put("README.md", all.text("README.md").to_owned());
    put("data/deskscore.yml", organisation);
    put("data/teams.yml", all.text("teams.yml").to_owned());
    put("data/agents/desk.yml", agents);
    put("data/indicators/service.yml", all.indicators(|id| used.iter().any(|used| used == id)));
    let drafted = scheme.is_some();
    scheme.into_iter().for_each(|text| put(&format!("data/schemes/service-{}.yml", month.year()), text));
    own.into_iter().for_each(|own| put(&format!("data/maps/{}.yml", own.name), own.text.to_owned()));
    for change in merge(&counted.holders, month, &counted.report, &[])? {
        put(&format!("data/{}", change.path), change.after);
    }
    Ok(Begun { files: files.into_iter().map(laid_out).collect(), shown, drafted })
}

/// A file in its canonical form, if it has one; a map of one's own stays as it was written.
fn laid_out((path, text): (String, String)) -> (String, String) {
    let noun = path.strip_prefix("data/").filter(|below| !below.starts_with("maps/")).and_then(noun_at);
    let form = noun.and_then(|noun| canonical(&text, &Order::of(noun)).ok());
    (path, form.unwrap_or(text))
}

/// Gives everybody an id, and writes them down.
fn name_people(counted: &mut Counted, ground: &Ground, month: Month, comments: Comments) -> String {
    let new = add_agents(&counted.report.unknown, &ground.model, "desk", month, None);
    for holder in &mut counted.holders {
        if let Err(name) = &holder.who
            && let Some((_, id)) = new.ids.iter().find(|(known, _)| known == name)
        {
            holder.who = Ok(id.clone());
        }
    }
    counted.report.people_added();
    let people =
        new.change.after.split_once("agents:\n").map(|(_, people)| people.to_owned()).unwrap_or_default();
    let (head, mend) = match comments {
        Comments::Zh => (
            "# 导出文件里的人。入职日暂写为首个有数据的月份的第一天，请改成真实日期；编号（冒号前）由姓名拼音而来，首次提交之前可以改。\n",
            "   # 首个有数据的月份，请改\n",
        ),
        Comments::En => (
            "# The people of the export. First days are those of the first month of figures: put in the real ones. Ids (before the colon)\n\
             # are made of the names and may be changed before the first commit.\n",
            "   # first month of figures; mend it\n",
        ),
    };
    let people = people.replace("   # first month of figures; mend it\n", mend);
    format!("# yaml-language-server: $schema=../schema/agents.schema.json\n{head}agents:\n{people}")
}

/// The indicators of the repository in the order of the catalogue: those with figures, and all that a map of one's own names.
fn used(counted: &Counted, ground: &Ground, own: Option<Own<'_>>) -> Vec<String> {
    let figures = || counted.holders.iter().flat_map(|holder| &holder.figures);
    let asked = |id: &str| own.is_some_and(|own| own.figures.iter().any(|asked| asked == id));
    let ids = ground.model.indicators.iter().map(|indicator| indicator.id.to_string());
    ids.filter(|id| figures().any(|(of, _)| of == id) || asked(id)).collect()
}

/// The channels with figures, or all that a map of one's own names.
fn channels(counted: &Counted, ground: &Ground, whole_map: bool) -> Vec<String> {
    let ids = ground.model.organisation.channels.iter().map(|channel| channel.id.to_string());
    ids.filter(|id| {
        whole_map || counted.holders.iter().any(|holder| holder.channel.as_deref() == Some(id.as_str()))
    })
    .collect()
}
