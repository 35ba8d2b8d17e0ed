//! Incentives: the list and a page with every part.

use deskscore::view::*;

use super::Site;
use super::people;
use super::sample::{self, t};

pub(crate) fn add(site: &mut Site, l: Language) {
    site.add(&list(l));
    site.add(&incentive(l));
}

fn table(l: Language, zh: &str, en: &str) -> Table {
    let columns = vec![Column::text(t(l, "客服", "Agent")), Column::number(t(l, "所得", "Award"))];
    let hostile = sample::AGENTS[5].1;
    let rows = vec![
        Row::new(vec![
            Cell::link(sample::AGENTS[0].1, "agents/a001.html"),
            Cell::number("¥1,200.00", 1200.0),
        ]),
        Row::new(vec![Cell::text(hostile), Cell::text(hostile)]),
    ];
    Table::new(t(l, zh, en), columns, rows)
}

fn list(l: Language) -> IncentivesView {
    let mut incentives = Table::new(
        t(l, "全部激励", "All incentives"),
        vec![Column::text(t(l, "激励", "Incentive")), Column::text(t(l, "结果", "Outcome"))],
        vec![Row::new(vec![
            Cell::link(t(l, "前30%奖金", "Top 30 %"), "incentives/top.html"),
            Cell::text(t(l, "2 人获得", "2 people receive it")),
        ])],
    );
    incentives.quiet = true;
    IncentivesView {
        shell: Shell::new(l, Section::Incentives, "incentives.html", t(l, "激励", "Incentives")),
        lead: t(l, "1 项激励。", "1 incentive."),
        incentives,
        notes: vec![t(l, "由人决定。", "People decide.")],
    }
}

fn incentive(l: Language) -> IncentiveView {
    let mut shell = Shell::new(l, Section::Incentives, "incentives/top.html", t(l, "前30%奖金", "Top 30 %"));
    shell.crumbs = vec![
        Link::new(t(l, "概览", "Overview"), "index.html"),
        Link::new(t(l, "激励", "Incentives"), "incentives.html"),
    ];
    IncentiveView {
        shell,
        lead: t(l, "2 人获得，合计 ¥2,400.00。", "2 people receive it, ¥2,400.00 in all."),
        facts: vec![Fact::new(t(l, "周期", "Period"), t(l, "每月", "monthly"))],
        rule: vec![t(l, "前 30% 获得。", "The best 30 % receive it.")],
        latest: t(l, "2025年6月的结果", "June 2025"),
        receiving: Some(people::agents(l, t(l, "获得者", "Who receives it"))),
        groups: Some(table(l, "名额", "Places")),
        pool: Some(table(l, "金额核对", "How the money adds up")),
        near: Some(table(l, "接近条件", "Close to it")),
        history: Some(table(l, "历次结果", "All periods")),
        decisions: Some(table(l, "决定记录", "Decisions")),
        source: Some(sample::source("incentives/top.yml", 3)),
    }
}
