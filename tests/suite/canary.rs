//! No audience finds anything of those whom it may not see: people get names that stand nowhere else, sentences, amounts and
//! reasons of leave are planted, and every byte of every file of the site is searched for them.

use crate::site::broken;
use deskscore::audience::{Key, Profile, see};
use deskscore::check::{Input, Options, check};
use deskscore::evaluate::evaluate;
use deskscore::model::{AgentIx, Language, Ledger, Model, Money, Text};
use deskscore::report::{Provenance, Reporter};
use deskscore::sample::{Settings, sorted_files};
use deskscore::site::{Memory, write};
use std::collections::BTreeMap;
use std::path::Path;

/// Path below the data folder and text.
type Data = Vec<(String, String)>;
type Site = BTreeMap<String, Vec<u8>>;

/// What hidden people are called, each with a number after it: id, Chinese and English name. The pinyin of the Chinese one
/// is searched for as well.
const CANARIES: [&str; 3] = ["qvxqvx", "犇骉骉犇", "Kanarya Kuşkuş"];
/// Written about hidden people: talks, leave, grounds, evidence.
const WRITTEN: &str = "sickleavecanary产假";
/// The wage of hidden people.
const WAGE: i64 = 9_135_713;
/// Everything that must not be found, in lower case.
const FORBIDDEN: [&str; 12] = [
    "qvxqvx",
    "犇骉骉犇",
    "kanarya",
    "kuşkuş",
    "benbiaobiaoben",
    "ben biao biao ben",
    "sickleavecanary",
    "产假",
    "91,357",
    "91357",
    "913571",
    "bbbb0",
];

fn sample() -> Data {
    sorted_files(&Settings::sample()).into_iter().map(|file| (file.path, file.text)).collect()
}

/// The data of every folder in examples/.
fn examples() -> Vec<(String, Data)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("examples") {
        let data = entry.expect("an entry").path().join("data");
        if data.is_dir() {
            let files = crate::program::files(&data).into_iter();
            let files = files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect();
            all.push((data.display().to_string(), files));
        }
    }
    all.sort();
    assert!(all.len() > 2, "{} examples", all.len());
    all
}

fn model(data: &Data) -> Model {
    let inputs: Vec<Input<'_>> =
        data.iter().map(|(path, text)| Input { path, text: Ok(text.as_str()) }).collect();
    let checked = check(&inputs, &Options::default());
    let faults: Vec<&str> = checked.diagnostics.iter().map(|fault| fault.message.as_str()).collect();
    checked.model.unwrap_or_else(|| panic!("faults: {faults:#?}"))
}

/// The data with canaries for the names and ids of everyone but `open`, wherever they are written, file names included.
fn with_canaries(data: &Data, open: Option<&str>) -> Data {
    let known = model(data);
    let mut words: Vec<(String, String)> = Vec::new();
    for (at, agent) in known.agents.iter().enumerate().filter(|(_, agent)| Some(agent.id.as_str()) != open) {
        let (id, [zh, en]) = (agent.id.as_str(), Language::ALL.map(|language| agent.name.get(language)));
        let number = format!("{at:03}");
        words.push((id.to_owned(), format!("{}{number}", CANARIES[0])));
        let chinese: String = number
            .chars()
            .map(|digit| "零壹贰叁肆伍陆柒捌玖".chars().nth(digit as usize - 48).unwrap())
            .collect();
        words.push((zh.to_owned(), format!("{}{chinese}", CANARIES[1])));
        if en != zh {
            words.push((en.to_owned(), format!("{} {number}", CANARIES[2])));
        }
    }
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let replaced = |text: &str| {
        let mut text = text.to_owned();
        words.iter().for_each(|(word, canary)| text = text.replace(word.as_str(), canary));
        text
    };
    // Digests of closed months are made over ids.
    let files = data.iter().filter(|(path, _)| path != "closed.yml");
    let mut files: Data = files.map(|(path, text)| (replaced(path), replaced(text))).collect();
    files.sort();
    files
}

/// Plants sentences and wages about everyone but `open`.
fn plant(model: &mut Model, open: Option<AgentIx>) {
    let written = || Text::new(WRITTEN, WRITTEN);
    for review in model.reviews.iter_mut().filter(|review| Some(review.agent) != open) {
        review.body.push_str(WRITTEN);
        (review.difficulty, review.need) = (written(), written());
    }
    let mut events = model.ledger.events().to_vec();
    for event in events.iter_mut().filter(|event| Some(event.agent) != open) {
        (event.note, event.evidence) = (written(), WRITTEN.to_owned());
    }
    let mut appeals = model.ledger.appeals().to_vec();
    for appeal in appeals.iter_mut().filter(|appeal| Some(appeal.agent) != open) {
        (appeal.grounds, appeal.reason) = (written(), written());
    }
    model.ledger = Ledger::new(events, Vec::new()).with_appeals(appeals);
    let cycle = &mut model.cycle;
    cycle.comments.iter_mut().for_each(|comment| comment.text = written());
    cycle.suggestions.iter_mut().for_each(|suggestion| suggestion.text = written());
    for (at, wages) in model.pay.iter_mut().flat_map(|pay| pay.wages.iter_mut().enumerate()) {
        if open != Some(AgentIx(at as u32)) {
            wages.iter_mut().for_each(|wage| {
                (wage.wage, wage.variable) = (Money::from_minor(WAGE), Some(Money::from_minor(WAGE)))
            });
        }
    }
    for target in &mut model.targets {
        target.proposed_by = Some(WRITTEN.to_owned()).filter(|_| open.is_none());
    }
}

fn site_of(model: Model, profile: Profile, least: usize, key: Option<&Key>) -> Site {
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 1, 8).unwrap();
    let visible = see(evaluate(model, as_of), profile, least, key);
    let (sources, provenance) = (deskscore::diag::Sources::default(), Provenance::default());
    let reporter = Reporter::new(&visible, &sources, &[], &provenance).expect("texts");
    let memory = Memory::default();
    write(&reporter, &memory, &|_, _| {}).unwrap_or_else(|error| panic!("{profile:?}: {error}"));
    memory.into_files()
}

/// Files in which something forbidden stands, with what.
fn leaks(site: &Site) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| !path.starts_with("assets/charts")) {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let path = path.to_lowercase();
        for word in FORBIDDEN {
            let Some(at) = text.find(word) else {
                if path.contains(word) {
                    found.push(format!("{path}: its name"));
                }
                continue;
            };
            let before: String =
                text[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect();
            found.push(format!("{path}: {before}»{word}«"));
        }
    }
    found
}

fn key(text: &[u8]) -> Key {
    Key::new(text).expect("long enough")
}

fn assert_clean(what: &str, site: &Site) {
    let leaks = leaks(site);
    assert!(leaks.is_empty(), "{what}: {} leaks: {:#?}", leaks.len(), &leaks[..leaks.len().min(12)]);
    let broken = broken(site);
    assert!(broken.is_empty(), "{what}: {broken:#?}");
    for page in ["incentives.html", "ledger.html", "alerts.html", "cycle.html", "quality.html", "agents.html"]
    {
        assert!(!site.contains_key(&format!("zh/{page}")), "{what}: {page}");
    }
    assert!(!site.keys().any(|path| path.ends_with(".csv") && path.contains("ranking")), "{what}");
}

#[test]
fn managers_see_the_canaries() {
    let mut model = model(&with_canaries(&sample(), None));
    plant(&mut model, None);
    let found = leaks(&site_of(model, Profile::Manager, 5, None)).join("\n");
    for word in ["qvxqvx", "犇骉骉犇", "kanarya", "benbiaobiaoben", "sickleavecanary"] {
        assert!(found.contains(&format!("»{word}«")), "{word} would not be found if it leaked");
    }
}

#[test]
fn neither_the_public_nor_the_team_finds_anyone() {
    for (what, data) in examples().into_iter().chain([("sample".to_owned(), sample())]) {
        let data = with_canaries(&data, None);
        let key = key(b"0123456789abcdef");
        for (profile, key) in [
            (Profile::Public, None),
            (Profile::Team, None),
            (Profile::Team, Some(&key)),
            (Profile::Public, Some(&key)),
        ] {
            for least in [2, 5] {
                let mut model = model(&data);
                plant(&mut model, None);
                model.agents.iter_mut().for_each(|agent| agent.honour = false);
                let site = site_of(model, profile, least, key);
                assert_clean(&format!("{what} for {profile:?}, groups of {least}"), &site);
                assert!(!site.keys().any(|path| path.contains("agents/")), "{what}");
                assert_eq!(
                    site.contains_key("zh/ranking.html"),
                    profile == Profile::Team && key.is_some(),
                    "{what} for {profile:?}"
                );
            }
        }
    }
}

#[test]
fn an_agent_finds_the_own_page_and_nobody_else() {
    for (what, data) in examples().into_iter().chain([("sample".to_owned(), sample())]) {
        let people = model(&data).agents;
        // In the sample: one with an appeal, one with talks and a plan, one who left.
        let wanted = ["huang.shuang", "wu.guyu", "tian.dahan", "gao.hanlu"];
        let own = people.iter().filter(|agent| people.len() < 10 || wanted.contains(&agent.id.as_str()));
        for agent in own {
            let id = agent.id.as_str();
            let mut model = model(&with_canaries(&data, Some(id)));
            let own = model.find_agent(id).expect("the own id stays");
            plant(&mut model, Some(own));
            let talked = !model.reviews_of(own).is_empty();
            let site = site_of(model, Profile::Agent(own), 5, None);
            assert_clean(&format!("{what} for {id}"), &site);
            let page = String::from_utf8_lossy(&site[&format!("zh/agents/{id}.html")]).into_owned();
            assert!(page.contains(agent.name.get(Language::Zh)));
            assert_eq!(page.contains("id=\"notes\""), talked, "{id}");
            assert_eq!(site.keys().filter(|path| path.contains("agents/")).count(), 2, "{what} for {id}");
        }
    }
}

#[test]
fn the_honour_board_names_those_who_agreed_and_nobody_else() {
    let key = key(b"0123456789abcdef");
    let mut model = model(&sample());
    let praised = model.agents.iter().position(|agent| agent.honour).expect("someone in the sample agreed");
    let name = model.agents[praised].name.get(Language::Zh).to_owned();
    let others: Vec<String> =
        model.agents.iter().map(|agent| agent.name.get(Language::Zh).to_owned()).collect();
    let site = site_of(model.clone(), Profile::Team, 5, Some(&key));
    let board = String::from_utf8_lossy(&site["zh/honours.html"]).into_owned();
    assert!(board.contains(&name), "{name}");
    for other in others.iter().filter(|other| **other != name) {
        assert!(!board.contains(other.as_str()), "{other} did not agree");
    }
    assert!(!board.contains('¥') && !board.contains("CNY"), "honours are without money");
    model.agents[praised].honour = false;
    assert!(!site_of(model.clone(), Profile::Team, 5, None).contains_key("zh/honours.html"));
    model.agents[praised].honour = true;
    assert!(!site_of(model, Profile::Public, 5, None).contains_key("zh/honours.html"));
}

#[test]
fn pseudonyms_hang_on_the_key() {
    let ranking = |secret: &[u8]| {
        let site = site_of(model(&sample()), Profile::Team, 5, Some(&key(secret)));
        String::from_utf8_lossy(&site["en/ranking.html"]).into_owned()
    };
    let one = ranking(b"0123456789abcdef");
    assert_eq!(one, ranking(b"  0123456789abcdef\n"));
    assert_ne!(one, ranking(b"fedcba9876543210"));
    assert!(one.contains("Agent 0") || one.contains("Agent 1"), "pseudonyms are numbered");
}

/// Two teams of six and one of two, all with their own counts.
fn with_a_team_of_two() -> Data {
    let mut agents = String::from("agents:\n");
    let mut rows = String::new();
    for (team, size, full) in [("amber", 6, 100), ("birch", 2, 61), ("cedar", 7, 97)] {
        for n in 0..size {
            agents += &format!(
                "  {team}.{n}:\n    joined: 2024-01-01\n    postings: [{{ from: 2024-01-01, team: {team} }}]\n"
            );
            rows += &format!("  {team}.{n}: {{ csat: {}/{full} }}\n", full - 7 - n * 3);
        }
    }
    let metrics = |month: u32| {
        (format!("metrics/2025/2025-{month:02}.yml"), format!("period: 2025-{month:02}\nagents:\n{rows}"))
    };
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    vec![
        file("agents/all.yml", &agents),
        file("deskscore.yml", "name: Shop\ndimensions: { service: { name: Service } }\n"),
        file(
            "indicators/all.yml",
            "indicators:\n  csat:\n    name: Satisfaction\n    dimension: service\n    measure: share\n    \
             numerator: Satisfied\n    denominator: Answers\n    unit: percent\n    direction: up\n    decimals: 1\n",
        ),
        metrics(1),
        metrics(2),
        metrics(3),
        file(
            "schemes/all.yml",
            "schemes:\n  all:\n    name: All\n    version: '1'\n    from: 2025-01\n    items:\n      csat: { weight: 100, rule: { linear: { zero: 50%, full: 95% } } }\n    bands: { good: { name: Good, from: 80 }, rest: { name: Rest, from: 0 } }\n",
        ),
        file(
            "teams.yml",
            "teams: { amber: { name: Amber }, birch: { name: Birch }, cedar: { name: Cedar } }\n",
        ),
    ]
}

#[test]
fn a_team_of_two_is_revealed_neither_by_itself_nor_by_subtraction() {
    let site = site_of(model(&with_a_team_of_two()), Profile::Public, 5, None);
    let text: String = site
        .iter()
        .filter(|(path, _)| path.ends_with(".html") || path.ends_with(".csv") || path.contains("search"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    // birch: 54 + 51 of 122 a month, 315 of 366 a quarter; amber, the smaller of the others: 513 of 600 and 1,539 of 1,800.
    for hidden in [
        "105/122",
        "315/366",
        "86.1%",
        "513/600",
        "85.5%",
        "1539/1800",
        "1,539/1,800",
        "teams/birch.html",
        "teams/amber.html",
    ] {
        assert!(!text.contains(hidden), "{hidden} is shown");
    }
    // cedar: 567 of 679 a month; all: 1,185 of 1,401.
    for shown in ["567/679", "teams/cedar.html", "Birch"] {
        assert!(text.contains(shown), "{shown} is not shown");
    }
    assert!(text.contains("1185/1401") || text.contains("1,185/1,401"), "the whole is shown");
    let seen = site_of(model(&with_a_team_of_two()), Profile::Public, 2, None);
    assert!(seen.contains_key("en/teams/birch.html"), "with groups of two allowed it has a page");
}
