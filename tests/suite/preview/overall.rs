//! Overview, lists, periods, ranking, search and the pages at the root.

use deskscore::view::*;

use super::Site;
use super::sample::{self, AGENTS, INDICATORS, TEAMS, t};

pub(crate) fn add(site: &mut Site, l: Language) {
    site.add(&overview(l));
    lists(site, l);
    for (id, zh, en) in [
        ("2025-06", "2025-06", "2025-06"),
        ("2025-q2", "2025年第2季度", "2025 Q2"),
        ("2025", "2025年", "2025"),
    ] {
        site.add(&period(l, id, &t(l, zh, en)));
    }
    site.add(&ranking(l));
    site.add(&search(l));
}

pub(crate) fn add_root(site: &mut Site) {
    let entry = |language: Language, name: &str, lead: &str| LandingEntry {
        language,
        lang: language.tag(),
        name: name.into(),
        href: format!("{}/index.html", language.folder()),
        lead: lead.into(),
    };
    let languages = vec![
        entry(Language::Zh, "中文", "客服考核：得分、目标与数据的来龙去脉。"),
        entry(
            Language::En,
            "English",
            "Customer-service appraisal: scores, goals and where every number comes from.",
        ),
    ];
    site.add(&LandingView { title: "云舟数码旗舰店".into(), languages: languages.clone() });
    site.add(&MissingView { root: String::new(), languages });
}

pub(crate) fn search_entries(l: Language) -> Vec<SearchEntry> {
    let mut entries: Vec<_> = AGENTS
        .iter()
        .map(|(id, name)| SearchEntry {
            label: (*name).into(),
            kind: t(l, "客服", "Agent"),
            href: format!("agents/{id}.html"),
            keys: format!("{id} lin wei lw"),
        })
        .collect();
    entries.extend((0..INDICATORS.len()).map(|i| SearchEntry {
        label: sample::indicator_name(l, i),
        kind: t(l, "指标", "Indicator"),
        href: format!("indicators/{}.html", INDICATORS[i].0),
        keys: INDICATORS[i].0.replace('_', " "),
    }));
    entries
}

/// Agents with scores: the table of the ranking, of teams and of periods.
pub(crate) fn agent_table(l: Language, caption: String) -> Table {
    let columns = vec![
        Column::text(t(l, "客服", "Agent")),
        Column::number(t(l, "名次", "Rank")),
        Column::number(t(l, "综合得分", "Score")).unit("0–100"),
        Column::number(t(l, "变化", "Change")).minor(),
        Column::number(t(l, "接待量", "Contacts")).minor(),
        Column::text(t(l, "状态", "Status")),
    ];
    let rows = AGENTS
        .iter()
        .enumerate()
        .map(|(i, (id, name))| {
            let name = Cell { lang: sample::name_lang(l), ..Cell::link(*name, format!("agents/{id}.html")) };
            let score = Cell {
                href: Some(format!("agents/{id}.html#p-2025-q2")),
                state: [
                    CellState::Value,
                    CellState::Value,
                    CellState::Provisional,
                    CellState::Value,
                    CellState::TooFew,
                    CellState::Corrected,
                ][i],
                note: (i == 4).then(|| "n = 7".into()),
                ..Cell::number(format!("{}.{}7", 91 - i * 4, i), 91.0 - i as f64 * 4.0)
            };
            let rank = if i == 4 {
                Cell::empty(CellState::NotApplicable)
            } else {
                Cell {
                    note: Some(format!("{}–{}", i + 1, i + 3)),
                    ..Cell::number((i + 1).to_string(), i as f64)
                }
            };
            let change = if i == 3 { Cell::empty(CellState::NoData) } else { Cell::number("+1.2", 1.2) };
            Row::new(vec![
                name,
                rank,
                score,
                change,
                Cell::number("2,431", 2431.0),
                Cell::mark(sample::mark(l, i)),
            ])
        })
        .collect();
    Table {
        notes: vec![t(
            l,
            "样本不足：不足 30 例，不排名。暂定：周期未关账。",
            "Too few: fewer than 30 cases, not ranked. Provisional: the period is not closed.",
        )],
        filter: true,
        ..Table::new(caption, columns, rows)
    }
}

fn teams(l: Language) -> Table {
    let rows = TEAMS
        .iter()
        .map(|(id, zh, en)| {
            Row::new(vec![
                Cell::link(t(l, zh, en), format!("teams/{id}.html")),
                Cell { href: Some(format!("teams/{id}.html#p-2025-q2")), ..Cell::number("84.20", 84.2) },
                Cell::number("3", 3.0),
                Cell::mark(sample::on(l)),
            ])
        })
        .collect();
    let columns = vec![
        Column::text(t(l, "团队", "Team")),
        Column::number(t(l, "综合得分", "Score")),
        Column::number(t(l, "人数", "Members")),
        Column::text(t(l, "状态", "Status")),
    ];
    Table { quiet: true, ..Table::new(t(l, "各团队得分", "Scores of teams"), columns, rows) }
}

fn overview(l: Language) -> OverviewView {
    let mut measures = sample::measures(l, "teams/presale.html");
    measures.truncate(7);
    let attention = |mark, id: &str, name: &str, reason: String| Attention {
        mark,
        subject: Link { lang: sample::name_lang(l), ..Link::new(name, format!("agents/{id}.html")) },
        reason,
    };
    OverviewView {
        value: None,
        value_charts: Vec::new(),
        shell: Shell::new(l, Section::Overview, "index.html", t(l, "客服考核概览", "Appraisal overview")),
        lead: t(
            l,
            "第2季度综合得分 86.17，连续五个月上升；首次响应时间仍高于目标。",
            "The second quarter scored 86.17, the fifth rise in a row; first response time still misses its target.",
        ),
        period: Link::new(t(l, "2025年第2季度", "2025 Q2"), "periods/2025-q2.html"),
        figures: sample::key_figures(l, "teams/presale.html#p-2025-q2"),
        attention: vec![
            attention(
                sample::below(l),
                "a004",
                "陈思远",
                t(l, "首次响应时间连续三个月未达标", "First response time missed three months in a row"),
            ),
            attention(
                sample::watch(l),
                "a005",
                AGENTS[4].1,
                t(l, "评价数只有 7，暂不评判", "Only 7 ratings, not judged yet"),
            ),
            attention(
                sample::below(l),
                "a006",
                AGENTS[5].1,
                t(l, "质检得分下降 6.2 分", "Quality score fell by 6.2 points"),
            ),
        ],
        measures,
        charts: vec![
            sample::figure(l, "trend", "trend", true),
            sample::figure(l, "change", "waterfall", false),
        ],
        teams: teams(l),
        targets: counts(l),
        quality: t(l, "数据覆盖 97.2%，3 个得分为暂定。", "Coverage is 97.2%; 3 scores are provisional."),
    }
}

pub(crate) fn counts(l: Language) -> Vec<Count> {
    let count = |mark: Mark, number: &str| Count {
        mark,
        number: number.into(),
        href: Some("targets.html#all".into()),
    };
    vec![
        count(Mark::new(Tone::OnTarget, t(l, "已达成", "Attained")), "12"),
        count(Mark::new(Tone::OnTarget, t(l, "进展正常", "On track")), "9"),
        count(Mark::new(Tone::Watch, t(l, "有风险", "At risk")), "5"),
        count(Mark::new(Tone::Below, t(l, "未达成", "Missed")), "3"),
        count(Mark::new(Tone::NoValue, t(l, "尚未开始", "Not started")), "4"),
    ]
}

fn list(l: Language, section: Section, address: &str, title: String, sections: Vec<ListSection>) -> ListView {
    ListView {
        shell: Shell::new(l, section, address, title.clone()),
        lead: t(
            l,
            &format!(
                "{title}一览：每一项都有自己的页面，写明现状、走势和数据出处；表格的每一列都可以排序。点击名称查看详情，点击得分查看推导。历史周期按当时生效的方案计算，关账后不再改动。"
            ),
            &format!(
                "{title} at a glance: each has its own page with its state, its course and where the data was written; every column sorts."
            ),
        ),
        sections,
    }
}

fn part(anchor: &str, title: String, links: Vec<Link>, table: Option<Table>) -> ListSection {
    ListSection { anchor: anchor.into(), title, note: None, links, table }
}

fn ledger(site: &mut Site, l: Language) {
    let june = Some(super::people::events(l));
    let sections = vec![part("m-2025-06", t(l, "2025年6月", "June 2025"), vec![], june)];
    site.add(&list(l, Section::Ledger, "ledger.html", t(l, "台账", "Ledger"), sections));
}

fn lists(site: &mut Site, l: Language) {
    ledger(site, l);
    let all = |zh: &str, en: &str| t(l, zh, en);
    site.add(&list(
        l,
        Section::Teams,
        "teams.html",
        all("团队", "Teams"),
        vec![part("all", all("全部团队", "All teams"), vec![], Some(teams(l)))],
    ));
    site.add(&list(
        l,
        Section::Agents,
        "agents.html",
        all("客服", "Agents"),
        vec![
            part(
                "presale",
                all("售前组", "Presales"),
                vec![],
                Some(agent_table(l, all("售前组客服得分", "Scores of presales agents"))),
            ),
            part(
                "aftersale",
                all("售后组", "After-sales"),
                vec![],
                Some(Table {
                    empty: all(
                        "售后组暂无客服。岗位写在 agents 文件夹中。",
                        "The after-sales team has no agents. Postings are read from the folder agents.",
                    ),
                    ..Table::new(all("售后组客服得分", "Scores of after-sales agents"), vec![], vec![])
                }),
            ),
        ],
    ));
    let indicators = (0..INDICATORS.len())
        .map(|i| Link::new(sample::indicator_name(l, i), format!("indicators/{}.html", INDICATORS[i].0)))
        .collect();
    site.add(&list(
        l,
        Section::Indicators,
        "indicators.html",
        all("指标", "Indicators"),
        vec![part("all", all("全部指标", "All indicators"), indicators, None)],
    ));
    let periods = ["2025-06", "2025-q2", "2025"].map(|p| Link::new(p, format!("periods/{p}.html"))).to_vec();
    site.add(&list(
        l,
        Section::Periods,
        "periods.html",
        all("周期", "Periods"),
        vec![part("y2025", all("2025年", "Year 2025"), periods, None)],
    ));
    site.add(&list(
        l,
        Section::Schemes,
        "schemes.html",
        all("考核规则", "Rules"),
        vec![part(
            "all",
            all("全部方案", "All schemes"),
            vec![Link::new("2025-h1 v3", "schemes/2025-h1.html")],
            None,
        )],
    ));
    site.add(&list(l, Section::Alerts, "alerts.html", all("预警", "Alerts"), Vec::new()));
    site.add(&list(l, Section::Cycle, "cycle.html", all("考核周期", "Appraisal cycle"), Vec::new()));
}

fn period(l: Language, id: &str, name: &str) -> PeriodView {
    let mut shell = Shell::new(
        l,
        Section::Periods,
        &format!("periods/{id}.html"),
        format!("{} {name}", t(l, "考核周期", "Period")),
    );
    shell.crumbs = vec![
        Link::new(t(l, "概览", "Overview"), "index.html"),
        Link::new(t(l, "周期", "Periods"), "periods.html"),
    ];
    PeriodView {
        staffing: None,
        shell,
        lead: t(
            l,
            "得分上升 2.13，主要来自首次响应时间。",
            "The score rose by 2.13, mostly from first response time.",
        ),
        state: Mark::new(Tone::OnTarget, t(l, "已关账", "Closed")),
        closing: vec![t(l, "本月已于 2025-07-10 关账。", "Closed on 2025-07-10.")],
        ledger: Some(Link::new(t(l, "本期事件（2）", "Events of this period (2)"), "ledger.html")),
        related: vec![Link::new("2025-06", "periods/2025-06.html"), Link::new("2025", "periods/2025.html")],
        figures: sample::key_figures(l, "teams/presale.html#p-2025-q2"),
        people: vec![
            Fact::new(t(l, "新入职", "New"), "1"),
            Fact::new(t(l, "离职", "Left"), "0"),
            Fact::new(t(l, "调动", "Moved"), "1"),
        ],
        changes: agent_table(l, t(l, "按影响大小排列的变化", "Changes by size of effect")),
        charts: vec![sample::figure(l, "slope", "trend", true)],
        scores: vec![agent_table(l, t(l, "客服得分", "Scores of agents"))],
    }
}

fn ranking(l: Language) -> RankingView {
    RankingView {
        shell: Shell::new(l, Section::Ranking, "ranking.html", t(l, "排名", "Ranking")),
        lead: t(
            l,
            "同级别、同渠道之间比较；并列同名次。",
            "Compared within level and channel; ties share a rank.",
        ),
        groups: vec![RankGroup {
            anchor: "senior-chat".into(),
            title: t(l, "高级客服 · 在线", "Senior agents · chat"),
            note: t(l, "2025年第2季度，至少 30 例。", "2025 Q2, at least 30 cases."),
            table: agent_table(l, t(l, "高级客服排名", "Ranking of senior agents")),
            chart: Some(sample::figure(l, "bump", "trend", false)),
        }],
        unranked: Some(agent_table(l, t(l, "未参与排名的客服", "Agents without a rank"))),
        others: Vec::new(),
    }
}

fn search(l: Language) -> SearchView {
    let groups = TEAMS
        .iter()
        .map(|(id, zh, en)| SearchGroup {
            title: t(l, zh, en),
            anchor: (*id).into(),
            links: AGENTS
                .iter()
                .map(|(id, name)| Link {
                    lang: sample::name_lang(l),
                    ..Link::new(*name, format!("agents/{id}.html"))
                })
                .collect(),
        })
        .collect();
    SearchView {
        shell: Shell::new(l, Section::Search, "search.html", t(l, "搜索", "Search")),
        lead: t(
            l,
            "在上方输入姓名、拼音、编号或指标名；也可以在下面按团队查找。",
            "Type a name, pinyin, id or indicator above, or look below by team.",
        ),
        groups,
    }
}
