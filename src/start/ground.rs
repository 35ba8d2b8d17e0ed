//! An organisation without people, against which a first export can be counted.

use super::catalogue::Catalogue;
use crate::check::{Checked, Input, Options, check};
use crate::diag::{FileId, Sink};
use crate::init::Comments;
use crate::model::{Id, Model};
use crate::raw::{MapChannel, MapFile, read};

/// What an export is counted against.
#[derive(Debug)]
pub struct Ground {
    /// The organisation: every indicator of the catalogue, the channels of the map, one team, nobody in it.
    pub model: Model,
}

/// The ground for the map with this text; `None` if the catalogue itself were at fault.
#[must_use]
pub fn ground(map: &str) -> Option<Ground> {
    let all = Catalogue::of(Comments::En);
    let organisation = all.organisation(&channels(map), |_| true);
    let indicators = all.indicators(|_| true);
    let texts = [
        ("deskscore.yml", organisation.as_str()),
        ("indicators/service.yml", indicators.as_str()),
        ("teams.yml", all.text("teams.yml")),
    ];
    let inputs: Vec<Input<'_>> = texts.iter().map(|(path, text)| Input { path, text: Ok(text) }).collect();
    let Checked { model, .. } = check(&inputs, &Options::default());
    model.map(|model| Ground { model })
}

/// The channels that a map names, in its order.
fn channels(map: &str) -> Vec<String> {
    let map: Option<MapFile> = read(map, FileId(0), &mut Sink::new());
    let named: Vec<String> = match map.and_then(|map| map.channel) {
        None => Vec::new(),
        Some(MapChannel::Fixed(id)) => vec![id.text],
        Some(MapChannel::Column(of)) => of.values.list.into_iter().map(|(id, _)| id.text).collect(),
    };
    named.into_iter().filter(|id| Id::parse(id).is_some()).collect()
}
