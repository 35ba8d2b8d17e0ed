//! What the pages of the examples say, for the demands of the source documents that are to be seen rather than computed.

use crate::program::site_of;

/// The words of a page in English: text without markup and drawings, single spaces.
fn words(example: &str, page: &str) -> String {
    let file = site_of(example).join("en").join(page);
    let html = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let main =
        html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("a main part").0;
    let text = without(&without(main, "<svg", "</svg>"), "<", ">");
    let text = text.replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` without what stands from `open` to `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        kept.push_str(before);
        kept.push(' ');
        rest = inside.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

fn says(example: &str, page: &str, wanted: &[&str]) {
    let text = words(example, page);
    for wanted in wanted {
        assert!(text.contains(wanted), "{example}: {page} does not say {wanted:?}:\n{text}");
    }
}

#[test]
fn source_000_the_cycle_is_one_chain() {
    says(
        "000-owner",
        "cycle.html",
        &[
            "goals agreed by both sides 3 of 3",
            "agents who confirmed the scheme 4 of 4",
            "talks held 1",
            // A goal without consent and an objection without answer are open.
            "Cheng Xi Agree on a goal",
            "Decide on a comment Could the line for first response be wider during promotions?",
            "the aim is not to punish",
            "Twelve are in use.",
            "Replies are slow in the evening",
        ],
    );
    says(
        "000-owner",
        "targets/bo-yu-resolution-2025q2.html",
        &["Proposed by bo.yu", "Agreed on 28 March 2025", "if there are two of us in the evening"],
    );
    says("000-owner", "agents/bo.yu.html", &["The way through the appraisal cycle"]);
}

#[test]
fn source_000_volume_stands_beside_the_people() {
    // 1,580 + 1,602 + 1,640 enquiries; 87 + 79 + 83 days worked from April to June: 19.4 for each.
    says("000-owner", "indicators/enquiries.html", &["Per agent-day 19.4 4,822 over 249 days worked"]);
}

#[test]
fn source_000_a_target_names_its_three_factors() {
    says(
        "000-owner",
        "targets/shop-csat-2025q2.html",
        &[
            "Volume About 1,600 enquiries",
            "Benchmark 90.0% (general online shops, 2025, source 001)",
            "Ability One of four",
        ],
    );
    says("000-owner", "targets/ding-ning-resolution-2025q2.html", &["Not said Benchmark"]);
    assert!(!words("000-owner", "targets/shop-csat-2025q2.html").contains("Not said"));
}

#[test]
fn source_001_needs_are_answered_by_indicators() {
    says(
        "001-four-dimensions",
        "cycle.html",
        &["Customers mind slow answers and slow solutions", "Work together, no islands of information"],
    );
    assert!(!words("001-four-dimensions", "cycle.html").contains("not answered"));
}

#[test]
fn source_001_who_has_not_confirmed_is_named() {
    says("001-four-dimensions", "cycle.html", &["3/4 (75%)", "Shen Si Confirm"]);
}

#[test]
fn source_001_a_talk_follows_every_quarter() {
    says("001-four-dimensions", "agents/shen.si.html", &["A list of contacts", "Does not know whom to ask"]);
    let page = site_of("001-four-dimensions").join("zh/agents/shen.si.html");
    let page = std::fs::read_to_string(page).expect("the page");
    assert!(page.contains("人很耐心，就是等得久"), "the customer's words stand beside the numbers");
}

#[test]
fn source_002_the_weight_of_satisfaction_rises() {
    let page = words("002-service-manager", "schemes/shop-2025h2.html");
    let (_, changes) = page.split_once("Changes from the scheme before").expect("what changed");
    assert!(changes.contains("Customer satisfaction 25%") && changes.contains("35%"), "{changes}");
    // The months before July keep their weights.
    let page = words("002-service-manager", "agents/su.ling.html");
    assert!(page.contains("× 25% =") && page.contains("× 35% ="), "{page}");
}

#[test]
fn source_002_definitions_say_what_counts() {
    let page = |id: &str| format!("indicators/{id}.html");
    let shop = "002-service-manager";
    says(shop, &page("first_response_time"), &["automatic replies and bots do not count"]);
    says(
        shop,
        &page("personalisation_index"),
        &["Rater supervisor", "Sample plan ten at random per agent and month"],
    );
    says(shop, &page("compliance_rate"), &["Sampling all screened, 50 checked per agent and month"]);
    says(shop, &page("bot_share"), &["Sessions of the bot are no part of agents' figures", "never scored"]);
}

#[test]
fn source_002_the_supervisor_steps_in() {
    says(
        "002-service-manager",
        "alerts.html",
        &["Negative words", "Xia Mo", "4.0%", "the supervisor steps in", "Mood turning"],
    );
}

#[test]
fn source_002_the_ledger_names_promises() {
    says(
        "002-service-manager",
        "ledger.html",
        &[
            "Unauthorised promise Deduction −3",
            "Promised delivery on the next day",
            // Two in the second quarter, one in the third.
            "Unauthorised promise Deduction 2 1 −50%",
        ],
    );
}

#[test]
fn source_002_changes_stand_on_the_page_of_the_period() {
    says(
        "002-service-manager",
        "periods/2025-09.html",
        &[
            "Reply tags in use 1,960 2,050 +90",
            "Transfers 9.5% 8.6%",
            "Bad reviews turned 75.0% 79.0% +4.0 pp better",
            "New valid FAQ entries",
            "Experience shared",
            "Answers to other departments 2.2 h 2.1 h",
            "Compliance 95.6% 96.0% +0.4 pp better",
            "Manual minutes per ticket",
        ],
    );
}

#[test]
fn source_002_a_forecast_is_an_estimate() {
    says("002-service-manager", "targets/team-nps-2025h2.html", &["Off track", "estimate"]);
}

#[test]
fn source_002_committees_leave_actions() {
    says("002-service-manager", "cycle.html", &["with other departments", "List of delivery problems"]);
}

#[test]
fn source_003_growth_stands_on_the_agents_page() {
    says(
        "003-five-indicators",
        "agents/agent.a.html",
        &["Would like to mentor newcomers", "Many new goods in May"],
    );
    says(
        "003-five-indicators",
        "agents/agent.b.html",
        &[
            "Knowledge below 80 in three months",
            "fewer evening shifts",
            "First test on one topic with 82",
            "Overtime per day",
        ],
    );
    says(
        "003-five-indicators",
        "targets/agent-b-knowledge.html",
        &["so the own goal is below the scheme's 90", "I would like to learn topic by topic."],
    );
    says(
        "003-five-indicators",
        "indicators/emotion_index.html",
        &["a person decides and records it", "never scored"],
    );
}

#[test]
fn source_003_definitions_name_clock_and_method() {
    says(
        "003-five-indicators",
        "indicators/response_time.html",
        &["Mean time from the customer's start to the first reply"],
    );
    says(
        "003-five-indicators",
        "indicators/communication_score.html",
        &["Rubric clear, polite, calm", "ten random recordings"],
    );
    says("sample", "indicators/fcr.html", &["no repeat within 7 days"]);
}

#[test]
fn source_003_the_weight_judged_by_people_is_said() {
    says("003-five-indicators", "schemes/five.html", &["Weight judged by people 20%"]);
    says("004-case-2", "schemes/case-2.html", &["Weight judged by people 0%"]);
}

#[test]
fn source_003_meetings_due_and_held() {
    says("003-five-indicators", "cycle.html", &["2 of 2 meetings are on record."]);
}

#[test]
fn source_004_events_stand_apart_from_the_measured_score() {
    says("004-case-2", "agents/zhen.er.html", &["82.50 from the indicators, +1.00 from events: 83.50."]);
    says("004-case-2", "ledger.html", &["The system has no record of a fault that day.", "Head of service"]);
}

#[test]
fn source_004_the_sample_plan_is_named() {
    says(
        "004-case-1",
        "indicators/callback_rating.html",
        &["40 customers per agent", "drawn at random by the system", "the month as a number"],
    );
    says(
        "004-case-2",
        "indicators/repurchase_rate.html",
        &["within 90 days of the service", "counted for the agent who served last"],
    );
}

#[test]
fn source_002_benchmarks_stand_beside_own_values() {
    says(
        "sample",
        "indicators/conversion_rate.html",
        &["all trades", "28%", "apparel, the best", "35%", "2025"],
    );
}
