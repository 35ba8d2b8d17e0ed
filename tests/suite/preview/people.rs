//! Teams and agents.

use deskscore::view::*;

use super::sample::{self, AGENTS, INDICATORS, TEAMS, t};
use super::{Site, overall};

pub(crate) fn add(site: &mut Site, l: Language) {
    for (id, zh, en) in TEAMS {
        site.add(&team(l, id, t(l, zh, en)));
    }
    for i in 0..AGENTS.len() {
        site.add(&agent(l, i));
    }
}

fn team(l: Language, id: &str, name: String) -> TeamView {
    let mut shell = Shell::new(l, Section::Teams, &format!("teams/{id}.html"), name);
    shell.crumbs = vec![
        Link::new(t(l, "概览", "Overview"), "index.html"),
        Link::new(t(l, "团队", "Teams"), "teams.html"),
    ];
    let trends = (0..4)
        .map(|i| Figure {
            title: sample::indicator_name(l, i),
            ..sample::figure(l, &format!("t-{i}"), "trend", false)
        })
        .collect();
    TeamView {
        shell,
        lead: t(
            l,
            "得分 84.20，高于目标；首次响应时间需要支持。",
            "Score 84.20, above target; first response time needs support.",
        ),
        facts: sample::facts(l),
        attention: Vec::new(),
        figures: sample::key_figures(l, &format!("teams/{id}.html#p-2025-q2")),
        measures: sample::measures(l, &format!("teams/{id}.html")),
        heat: Some(heat(l)),
        charts: vec![sample::figure(l, "scores", "strip", false), sample::figure(l, "trend", "trend", true)],
        trends,
        targets: Some(targets(l)),
        derivations: ["2025-q2", "2025-06"].map(|p| sample::derivation(l, p)).to_vec(),
    }
}

fn heat(l: Language) -> Table {
    let mut columns = vec![Column::text(t(l, "客服", "Agent"))];
    columns.extend((0..8).map(|i| Column {
        href: Some(format!("indicators/{}.html", INDICATORS[i].0)),
        ..Column::number(sample::indicator_name(l, i)).unit(INDICATORS[i].3)
    }));
    let rows = AGENTS
        .iter()
        .enumerate()
        .map(|(i, (id, name))| {
            let mut cells =
                vec![Cell { lang: sample::name_lang(l), ..Cell::link(*name, format!("agents/{id}.html")) }];
            cells.extend((0..8).map(|j| match (i, j) {
                (3, 2) => Cell::empty(CellState::NoData),
                (4, 5) => Cell::empty(CellState::NotApplicable),
                _ => Cell {
                    heat: Some(((i * 3 + j * 7) % 5 + 1) as u8),
                    href: Some(format!("agents/{id}.html#p-2025-q2")),
                    ..Cell::number(
                        format!("{}.{j}", 70 + i * 3 + j),
                        f64::from(u32::try_from(70 + i * 3 + j).unwrap()),
                    )
                },
            }));
            Row::new(cells)
        })
        .collect();
    let mut foot = vec![Cell::text(t(l, "中位数", "Median"))];
    foot.extend((0..8).map(|j| Cell::text(format!("8{j}.1"))));
    Table {
        foot: Some(Row::new(foot)),
        quiet: true,
        ..Table::new(t(l, "2025年第2季度各客服的指标值", "Values by agent, 2025 Q2"), columns, rows)
    }
}

fn targets(l: Language) -> Table {
    let rows = ["g-csat", "g-frt"]
        .map(|id| {
            Row::new(vec![
                Cell::link(
                    t(l, "满意度 51.7% → 60%", "Satisfaction 51.7% → 60%"),
                    format!("targets/{id}.html"),
                ),
                Cell::text("2025-09-30"),
                Cell { drawing: Some(super::drawings::progress()), ..Cell::number("52%", 52.0) },
                Cell::mark(sample::watch(l)),
            ])
        })
        .to_vec();
    let columns = vec![
        Column::text(t(l, "目标", "Goal")),
        Column::text(t(l, "截止", "Due")),
        Column::number(t(l, "进度", "Progress")),
        Column::text(t(l, "状态", "State")),
    ];
    Table {
        quiet: true,
        csv: None,
        ..Table::new(t(l, "团队与成员的目标", "Goals of the team and its members"), columns, rows)
    }
}

fn agent(l: Language, i: usize) -> AgentView {
    let (id, name) = AGENTS[i];
    let address = format!("agents/{id}.html");
    let mut shell = Shell::new(l, Section::Agents, &address, name);
    shell.title_lang = sample::name_lang(l);
    shell.crumbs = vec![
        Link::new(t(l, "概览", "Overview"), "index.html"),
        Link::new(t(l, "售前组", "Presales"), "teams/presale.html"),
    ];
    let neighbour = |j: usize| Link {
        lang: sample::name_lang(l),
        ..Link::new(AGENTS[j].1, format!("agents/{}.html", AGENTS[j].0))
    };
    shell.previous = i.checked_sub(1).map(neighbour);
    shell.next = (i + 1 < AGENTS.len()).then(|| neighbour(i + 1));
    let mut periods: Vec<String> = ["2025-q2", "2025-q1", "2024-q4", "2024-q3"].map(str::to_owned).to_vec();
    periods.extend(sample::months().into_iter().rev());
    AgentView {
        shell,
        id: id.into(),
        lead: t(l, "得分 86.17（B+），较上季 +2.13；首次响应时间贡献最大，质检得分拖累最多。", "Score 86.17 (B+), up 2.13 on the last quarter; first response time gained most, the quality score lost most."),
        sheet: sheet(l, &address),
        charts: vec![sample::figure(l, "course-score", "trend", false)],
        history: history(l),
        derivations: periods.iter().map(|p| sample::derivation(l, p)).collect(),
        awards: None,
        events: Some(events(l)),
        appeals: None,
        postings: None,
        cycle: None,
        reviews: (i == 0)
            .then(|| ReviewNote {
                anchor: "talk-1".into(),
                title: t(l, "2025年第1季度面谈", "Talk about 2025 Q1"),
                facts: vec![Fact::new(t(l, "面谈人", "Led by"), "<b>zhao.min</b>")],
                actions: None,
                checks: None,
                body: Some("# 面谈\n\n- 优势：**耐心**，<script>alert(1)</script>\n- 待改进：[响应](https://example.org)\n".into()),
            })
            .into_iter()
            .collect(),
    }
}

fn sheet(l: Language, address: &str) -> Sheet {
    let goal = |title: String, result: &str, mark| SheetGoal {
        title,
        href: Some("targets/g-csat.html".into()),
        target: "51.7% → 60%".into(),
        result: result.into(),
        mark,
    };
    let mut measures = sample::measures(l, address);
    measures.truncate(10);
    Sheet {
        period: t(l, "2025年第2季度", "2025 Q2"),
        facts: sample::facts(l),
        figures: sample::key_figures(l, &format!("{address}#p-2025-q2"))
            .into_iter()
            .map(|f| KeyFigure { spark: None, ..f })
            .collect(),
        measures,
        notes: vec![t(
            l,
            "知识考试通过率无数据：权重按比例分给其余指标。",
            "Exam pass rate has no data: its weight is shared among the other indicators.",
        )],
        change: Some(sample::figure(l, "change", "waterfall", false)),
        place: Some(sample::figure(l, "place", "strip", false)),
        samples: vec![
            Fact::new(t(l, "质检抽样", "Sampled contacts"), "24"),
            Fact::new(
                t(l, "优点", "Strengths"),
                t(l, "开场规范 12，解释清楚 9", "clear opening 12, clear explanation 9"),
            ),
            Fact::new(t(l, "错误", "Errors"), t(l, "漏回访 3", "missed follow-up 3")),
            Fact::new(t(l, "表扬 / 投诉", "Praise / complaints"), "5 / 1"),
        ],
        goals: vec![
            goal(t(l, "提高客户满意度", "Raise customer satisfaction"), "62.1%", Some(sample::on(l))),
            goal(t(l, "缩短首次响应时间", "Shorten first response time"), "18.9 s", Some(sample::below(l))),
        ],
        next_goals: vec![
            goal(t(l, "首次解决率", "First contact resolution"), "2025-09-30", None),
            goal(t(l, "回访率", "Follow-up rate"), "2025-09-30", None),
        ],
        appeal: t(
            l,
            "如有异议，可在 2025-07-11 前向主管提出申诉。",
            "Objections may be raised with the manager until 2025-07-11.",
        ),
    }
}

fn history(l: Language) -> History {
    let months = sample::months();
    let rows = (0..INDICATORS.len())
        .map(|i| HistoryRow {
            name: sample::indicator_name(l, i),
            href: Some(format!("indicators/{}.html", INDICATORS[i].0)),
            unit: INDICATORS[i].3.into(),
            cells: (0..months.len())
                .map(|j| {
                    if (i, j) == (7, 3) {
                        t(l, "无数据", "no data")
                    } else {
                        format!("{}.{}", 60 + i + j, j % 10)
                    }
                })
                .collect(),
        })
        .collect();
    History {
        caption: t(l, "各月指标值", "Values by month"),
        scores: (0..months.len()).map(|j| format!("8{}.17", j % 10)).collect(),
        periods: months.into_iter().map(|m| PeriodLink { anchor: format!("p-{m}"), label: m }).collect(),
        rows,
        notes: vec![t(l, "点击月份可查看推导。", "A month leads to its derivation.")],
        csv: None,
    }
}

/// Events of the ledger.
pub(crate) fn events(l: Language) -> Table {
    let columns = vec![
        Column::text(t(l, "日期", "Date")),
        Column::text(t(l, "事项", "Event")),
        Column::number(t(l, "分值", "Points")),
        Column::text(t(l, "依据", "Evidence")),
    ];
    let rows = vec![Row::new(vec![
        Cell::text("2025-06-12"),
        Cell::text(t(l, "跨部门协作解决物流难题", "Solved a shipping case with another department")),
        Cell::number("+0.50", 0.5),
        Cell::text("#4821"),
    ])];
    Table { quiet: true, ..Table::new(t(l, "加分与扣分", "Points added and deducted"), columns, rows) }
}

/// The table of goals for other pages.
pub(crate) fn goal_table(l: Language, caption: String) -> Table {
    Table { caption, quiet: false, ..targets(l) }
}

/// The table of agents for other pages.
pub(crate) fn agents(l: Language, caption: String) -> Table {
    overall::agent_table(l, caption)
}
