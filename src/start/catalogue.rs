//! The catalogue of a beginning: indicators, dimensions and channels that exports of platforms give, cut to those in use.

use crate::init::{Comments, catalogue};
use crate::model::Id;

/// The texts of the catalogue in one language of comments.
pub(super) struct Catalogue {
    texts: Vec<(String, String)>,
}

impl Catalogue {
    pub(super) fn of(comments: Comments) -> Self {
        Self { texts: catalogue(comments) }
    }

    /// A text by its name; empty if there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(path, _)| path == name).map_or("", |(_, text)| text)
    }

    /// The first rule of an indicator, if it has one.
    pub(super) fn rule(&self, id: &str) -> Option<&str> {
        self.text("rules.txt").lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(": "))
    }

    /// The definition of an indicator, or of all.
    fn blocks(&self) -> Vec<(&str, String)> {
        let mut blocks: Vec<(&str, String)> = Vec::new();
        for line in self.text("indicators.yml").lines() {
            let opens = line
                .strip_prefix("  ")
                .and_then(|rest| rest.strip_suffix(':'))
                .filter(|id| !id.contains(' '));
            match (opens, blocks.last_mut()) {
                (Some(id), _) => blocks.push((id, format!("{line}\n"))),
                (None, Some((_, block))) if !line.is_empty() => {
                    block.push_str(line);
                    block.push('\n');
                }
                _ => {}
            }
        }
        blocks
    }

    /// The file of the indicators that `wanted` names.
    pub(super) fn indicators(&self, wanted: impl Fn(&str) -> bool) -> String {
        let text = self.text("indicators.yml");
        let head = text.split_inclusive('\n').take_while(|line| !line.starts_with("  "));
        let blocks: Vec<String> =
            self.blocks().into_iter().filter(|(id, _)| wanted(id)).map(|(_, block)| block).collect();
        head.collect::<String>() + &blocks.join("\n")
    }

    /// A field of an indicator that stands on a line of its own.
    pub(super) fn field(&self, id: &str, field: &str) -> Option<String> {
        let (_, block) = self.blocks().into_iter().find(|(known, _)| *known == id)?;
        let lead = format!("    {field}: ");
        block.lines().find_map(|line| Some(line.strip_prefix(&lead)?.to_owned()))
    }

    /// The file of the organisation with these channels and dimensions. Channels that the catalogue lacks are named by their ids.
    pub(super) fn organisation(&self, channels: &[String], dimension: impl Fn(&str) -> bool) -> String {
        let mut out = String::new();
        let mut section = "";
        for line in self.text("deskscore.yml").split_inclusive('\n') {
            let id = line.strip_prefix("  ").and_then(|rest| rest.split_once(':')).map(|(id, _)| id);
            match (section, id) {
                ("channels", Some(id)) if !channels.iter().any(|channel| channel == id) => continue,
                ("dimensions", Some(id)) if !dimension(id) => continue,
                (_, Some(_)) => {}
                (_, None) => {
                    if section == "channels" {
                        out.push_str(&self.others(channels));
                    }
                    section = line.trim_end().strip_suffix(':').unwrap_or_default();
                    if section == "channels" && channels.is_empty() {
                        continue;
                    }
                }
            }
            out.push_str(line);
        }
        out
    }

    /// Lines of channels that the catalogue does not know.
    fn others(&self, channels: &[String]) -> String {
        let known = self.text("deskscore.yml");
        let unknown =
            channels.iter().filter(|id| !known.contains(&format!("\n  {id}:")) && Id::parse(id).is_some());
        unknown.map(|id| format!("  {id}: {{ zh: {id}, en: {id} }}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::PRESETS;

    #[test]
    fn what_is_not_used_is_cut() {
        let all = Catalogue::of(Comments::En);
        let text = all.organisation(&["phone".to_owned(), "sms".to_owned()], |id| id == "quality");
        assert!(
            text.contains("  phone: { zh: 热线") && text.contains("  sms: { zh: sms, en: sms }\n"),
            "{text}"
        );
        assert!(
            !text.contains("chat:") && !text.contains("speed: ") && text.contains("  quality: "),
            "{text}"
        );
        assert!(!all.organisation(&[], |_| true).contains("channels:\n"));
        let one = all.indicators(|id| id == "csat_rate");
        assert!(one.contains("  csat_rate:\n") && one.matches("measure:").count() == 1, "{one}");
        assert_eq!(all.field("csat_rate", "unit").as_deref(), Some("percent"));
    }

    #[test]
    fn every_figure_of_every_preset_is_in_the_catalogue() {
        let all = Catalogue::of(Comments::Zh);
        for (preset, text) in PRESETS {
            let (_, figures) = text.split_once("\nfigures:\n").unwrap();
            let ids = figures.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(':'));
            for (id, _) in ids.filter(|(id, _)| !id.starts_with([' ', '#'])) {
                assert!(all.field(id, "measure").is_some(), "{preset}: {id}");
            }
        }
    }
}
