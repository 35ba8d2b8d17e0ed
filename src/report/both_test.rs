//! Pages made for both languages at once are the pages of each, for every audience.

use super::sample_test::{with, with_profile};
use super::{Reporter, agent_cards, agent_page, target_page, team_page};
use crate::audience::Profile;
use crate::model::{AgentIx, Language, TargetIx, TeamIx};
use crate::sample::Settings;

/// A frame without anything that depends on the data.
fn frame(language: Language) -> crate::view::Frame {
    crate::view::Frame {
        language,
        organisation: "Test".to_owned(),
        as_of: "2026-01-08".to_owned(),
        commit: None,
        schemes: Vec::new(),
        program: "Deskscore".to_owned(),
        notices: Vec::new(),
        periods: Vec::new(),
        confidentiality: None,
        site_url: None,
        indexable: false,
        has_ranking: true,
        everything: true,
        has_honours: false,
        has_changes: false,
        has_audit: false,
        own: None,
        audience: String::new(),
    }
}

pub(super) fn renderer(reporter: &Reporter<'_>) -> crate::render::Renderer {
    let frames = [Language::Zh, Language::En, Language::Both].map(frame);
    crate::render::Renderer::new(reporter.texts(), &frames).unwrap()
}

/// Pages that exist in thousands are made once for both languages; nobody may see that they were.
#[test]
fn a_page_for_both_languages_at_once_is_the_page_of_each() {
    with(&Settings::sample(), both_are_each);
}

#[test]
fn so_it_is_for_every_audience() {
    for profile in [Profile::Public, Profile::Team, Profile::Agent(AgentIx(20))] {
        with_profile(&Settings::sample(), profile, both_are_each);
    }
}

fn both_are_each(reporter: &Reporter<'_>) {
    let renderer = renderer(reporter);
    let html = |page: Vec<u8>| String::from_utf8(page).unwrap();
    let same = |what: &str, page: &dyn Fn(Language) -> String| {
        let both = page(Language::Both);
        for language in Language::ALL {
            let (side, own) = (crate::model::side(&both, language), page(language));
            assert!(!own.contains(crate::model::OPEN), "{what}: a page of one language holds passages");
            if side != own {
                let at = side.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
                let near = |text: &str| {
                    text.chars()
                        .skip(text[..at.min(text.len())].chars().count().saturating_sub(60))
                        .take(160)
                        .collect::<String>()
                };
                panic!("{what} in {language:?}:\n{}\n{}", near(&side), near(&own));
            }
        }
    };
    let model = &reporter.evaluation.model;
    let visible = reporter.visible;
    for agent in (0..model.agents.len() as u32).map(AgentIx).filter(|agent| visible.agent(*agent)) {
        let cards = agent_cards(reporter, agent);
        same(model.agent(agent).id.as_str(), &|language| {
            html(renderer.page(&agent_page(reporter, &cards, language)).unwrap())
        });
    }
    for team in (0..model.teams.len() as u32).map(TeamIx).filter(|team| visible.team(*team)) {
        same(model.team(team).id.as_str(), &|language| {
            html(renderer.page(&team_page(reporter, team, language)).unwrap())
        });
    }
    for target in (0..model.targets.len() as u32).map(TargetIx).filter(|target| visible.goal(*target)) {
        same(model.target(target).id.as_str(), &|language| {
            html(renderer.page(&target_page(reporter, target, language).unwrap()).unwrap())
        });
    }
}
