//! The sample organisation: names, indicators, periods and small builders.

use deskscore::view::{Cell, CellState, ChartOption};
use deskscore::view::{
    Column, Derivation, DerivationRows, Fact, Figure, Frame, KeyFigure, Language, Link, Mark, Measure,
    Notice, Row, SourceLink, Table, Tone, Trace,
};

use super::drawings;

/// Picks the text of the language.
pub(crate) fn t(language: Language, zh: &str, en: &str) -> String {
    match language {
        Language::Zh => zh.to_owned(),
        Language::En => en.to_owned(),
        Language::Both => deskscore::model::both(zh, en),
    }
}

/// Ids and names of the agents; the last two are a very long and a hostile name.
pub(crate) const AGENTS: [(&str, &str); 6] = [
    ("a001", "林蔚"),
    ("a002", "欧阳明月"),
    ("a003", "赵敏"),
    ("a004", "陈思远"),
    ("a005", "买买提艾力·阿卜杜热合曼·吐尔逊尼亚孜"),
    ("a006", "<script>window.__xss=1</script>\"'&"),
];

/// Ids, Chinese and English names, units and directions of the indicators.
pub(crate) const INDICATORS: [(&str, &str, &str, &str, bool); 12] = [
    ("first_response_time", "首次响应时间", "First response time", "s", false),
    ("avg_reply_interval", "平均响应时长", "Mean reply interval", "s", false),
    ("csat_rate", "客户满意度", "Customer satisfaction", "%", true),
    ("qa_score", "质检得分", "Quality score", "0–100", true),
    ("fcr", "首次解决率", "First contact resolution", "%", true),
    ("resolution_time", "工单处理时长", "Resolution time", "h", false),
    ("complaint_rate", "投诉率", "Complaint rate", "‰", false),
    ("exam_pass_rate", "知识考试通过率", "Exam pass rate", "%", true),
    ("kb_usage_rate", "知识库调用率", "Knowledge base use", "%", true),
    ("conversion_rate", "询单转化率", "Conversion rate", "%", true),
    ("followup_rate", "回访率", "Follow-up rate", "%", true),
    ("cross_team_cases", "跨部门协作次数", "Cross-team cases", "1", true),
];

/// Teams: id and names.
pub(crate) const TEAMS: [(&str, &str, &str); 2] =
    [("presale", "售前组", "Presales"), ("aftersale", "售后组", "After-sales")];

/// The months of the sample, oldest first.
pub(crate) fn months() -> Vec<String> {
    (7..=12).map(|m| format!("2024-{m:02}")).chain((1..=6).map(|m| format!("2025-{m:02}"))).collect()
}

/// Name of an indicator in the language.
pub(crate) fn indicator_name(language: Language, i: usize) -> String {
    t(language, INDICATORS[i].1, INDICATORS[i].2)
}

/// The language of a Chinese name on an English page.
pub(crate) fn name_lang(language: Language) -> Option<&'static str> {
    (language == Language::En).then_some("zh-Hans")
}

pub(crate) fn frame(language: Language, indexable: bool) -> Frame {
    Frame {
        language,
        organisation: t(language, "云舟数码旗舰店", "Yunzhou Flagship Store"),
        as_of: "2025-06-30".into(),
        commit: Some(Link::new("4f1c2aa", "https://git.example/yunzhou/data/commit/4f1c2aa")),
        schemes: vec![Link::new("2025-h1 v3", "schemes/2025-h1.html")],
        program: "Deskscore 0.1.0".into(),
        notices: vec![Notice {
            mark: Mark::new(Tone::Watch, t(language, "提示", "Note")),
            text: t(
                language,
                "浅克隆：看不到更早的修改历史。",
                "Shallow clone: earlier changes cannot be shown.",
            ),
            href: Some("quality.html".into()),
        }],
        periods: vec![
            Link::new("2025-06", "periods/2025-06.html"),
            Link::new(t(language, "2025年第2季度", "2025 Q2"), "periods/2025-q2.html"),
            Link::new(t(language, "2025年", "2025"), "periods/2025.html"),
            Link::new(t(language, "全部周期", "All periods"), "periods.html"),
        ],
        confidentiality: Some(t(language, "内部资料", "Internal")),
        site_url: None,
        indexable,
        has_ranking: true,
        everything: true,
        has_honours: false,
        has_changes: false,
        has_audit: false,
        own: None,
        audience: String::new(),
    }
}

pub(crate) fn on(language: Language) -> Mark {
    Mark::new(Tone::OnTarget, t(language, "达标", "On target"))
}

pub(crate) fn watch(language: Language) -> Mark {
    Mark::new(Tone::Watch, t(language, "关注", "Watch"))
}

pub(crate) fn below(language: Language) -> Mark {
    Mark::new(Tone::Below, t(language, "未达标", "Below target"))
}

pub(crate) fn none(language: Language) -> Mark {
    Mark::new(Tone::NoValue, t(language, "不评判", "Not judged"))
}

/// One of the marks in turn.
pub(crate) fn mark(language: Language, i: usize) -> Mark {
    [on, watch, on, below, on, none][i % 6](language)
}

pub(crate) fn key_figures(language: Language, derivation: &str) -> Vec<KeyFigure> {
    let figure = |label: String, value: &str, unit: Option<&str>, mark, change: Option<String>| KeyFigure {
        label,
        value: value.into(),
        unit: unit.map(str::to_owned),
        target: Some(t(language, "目标 ≥ 85", "target ≥ 85")),
        change,
        mark,
        href: Some(derivation.into()),
        spark: Some(drawings::spark(&[Some(40), Some(55), None, Some(62), Some(70), Some(84)])),
    };
    vec![
        figure(
            t(language, "综合得分", "Score"),
            "86.17",
            Some("/ 100"),
            Some(on(language)),
            Some(t(language, "↑ 2.13 较上季改善", "↑ 2.13 better than last quarter")),
        ),
        figure(t(language, "等级", "Band"), "B+", None, None, None),
        figure(
            t(language, "客户满意度", "Customer satisfaction"),
            "91.2%",
            None,
            Some(on(language)),
            Some(t(language, "+1.8 个百分点", "+1.8 pp")),
        ),
        figure(
            t(language, "首次响应时间", "First response time"),
            "18.9",
            Some("s"),
            Some(watch(language)),
            Some(t(language, "↓ 3.1 秒，改善", "↓ 3.1 s, better")),
        ),
        figure(t(language, "接待量", "Contacts handled"), "2,431", None, None, None),
    ]
}

pub(crate) fn measures(language: Language, address: &str) -> Vec<Measure> {
    (0..INDICATORS.len()).map(|i| measure(language, address, i)).collect()
}

fn measure(language: Language, address: &str, i: usize) -> Measure {
    let (id, _, _, unit, higher) = INDICATORS[i];
    let missing = i == 7;
    let few = i == 9;
    let mut value = Cell {
        href: Some(format!("{address}#p-2025-q2")),
        ..Cell::number(format!("{}.{} {unit}", 80 + i, i), 80.0 + i as f64)
    };
    if missing {
        value = Cell::empty(CellState::NoData);
    } else if few {
        value.state = CellState::TooFew;
        value.note = Some("n = 7".into());
    }
    Measure {
        indicator: Link::new(indicator_name(language, i), format!("indicators/{id}.html")),
        direction: (!higher).then(|| t(language, "越低越好", "lower is better")),
        weight: Some(format!("{}%", 5 + i)),
        value,
        target: (i != 10).then(|| format!("≥ {} {unit}", 85 + i)),
        points: (!missing).then(|| format!("{}.4", 78 + i)),
        contribution: (!missing).then(|| format!("{}.21", 4 + i)),
        change: (!missing).then(|| t(language, "↑ 1.4 改善", "↑ 1.4 better")),
        mark: (!few).then(|| mark(language, if missing { 5 } else { i })),
        bullet: (!missing).then(|| drawings::bullet(55 + i as u32 * 3, ["on", "watch", "below"][i % 3])),
        spark: (!missing).then(|| {
            drawings::spark(&[Some(30), Some(45), None, Some(40), Some(66), Some(71), Some(80), Some(78)])
        }),
    }
}

pub(crate) fn derivation(language: Language, period: &str) -> Derivation {
    let mut rows = DerivationRows::default();
    for i in 0..INDICATORS.len() {
        let missing = i == 7;
        rows.row(if missing { CellState::NoData } else { CellState::Value });
        rows.cell_of(&indicator_name(language, i));
        rows.cell_of(&match missing {
            true => t(language, "无数据", "no data"),
            false => format!("15,{:03}/812 = 18.{i}7 s", i * 31),
        });
        rows.cell_of("60→15 s");
        rows.cell_of(&match missing {
            true => t(language, "不计分", "left out"),
            false => format!("9{}.2 × 8% = 7.{i}4", i % 10),
        });
    }
    Derivation {
        anchor: format!("p-{period}"),
        label: period.to_owned(),
        score: "86.17".into(),
        band: Some(t(language, "B+ · 已关账", "B+ · closed")),
        scheme: Some(Link::new("2025-h1 v3", "schemes/2025-h1.html#rules")),
        rows,
        steps: vec![
            Trace {
                text: t(
                    language,
                    "可用权重 92%，按比例放大：79.28 ÷ 0.92 = 86.17",
                    "Weight available 92%, scaled up: 79.28 ÷ 0.92 = 86.17",
                ),
                source: None,
            },
            Trace {
                text: t(language, "加分：协作案例 +0.50", "Bonus points: teamwork case +0.50"),
                source: Some(source("events/2025/2025-06.yml", 12)),
            },
        ],
        sources: vec![source(&format!("metrics/2025/{period}.yml"), 7)],
    }
}

pub(crate) fn source(path: &str, line: u32) -> SourceLink {
    SourceLink {
        path: path.into(),
        line,
        href: Some(format!("https://git.example/yunzhou/blob/4f1c2aa/data/{path}#L{line}")),
        commit: None,
    }
}

pub(crate) fn facts(language: Language) -> Vec<Fact> {
    vec![
        Fact::link(t(language, "团队", "Team"), t(language, "售前组", "Presales"), "teams/presale.html"),
        Fact::new(t(language, "级别", "Level"), t(language, "高级客服", "Senior agent")),
        Fact::new(t(language, "主管", "Manager"), t(language, "周主管", "Manager Zhou")),
        Fact::new(t(language, "司龄", "Tenure"), t(language, "26 个月", "26 months")),
        Fact::link(t(language, "方案", "Scheme"), "2025-h1 v3", "schemes/2025-h1.html"),
    ]
}

/// A figure with a drawing, a table and, where asked, an option.
pub(crate) fn figure(language: Language, anchor: &str, kind: &'static str, interactive: bool) -> Figure {
    let months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"];
    let values = [71.2, 74.6, 76.1, 80.3, 82.2, 86.2];
    let rows = months
        .iter()
        .zip(values)
        .map(|(m, v)| Row::new(vec![Cell::text(*m), Cell::number(format!("{v:.1}"), v)]))
        .collect();
    let drawing = match kind {
        "waterfall" => drawings::waterfall(
            &(0..7)
                .map(|i| {
                    t(language, INDICATORS[i].1, INDICATORS[i].2)
                        .chars()
                        .take(9)
                        .collect::<String>()
                        .replace('&', "")
                })
                .collect::<Vec<_>>(),
        ),
        "strip" => drawings::strip(),
        _ => drawings::trend(&months),
    };
    let option = serde_json::json!({
        "tooltip": {"trigger": "axis"},
        "aria": {"enabled": true},
        "grid": {"left": 44, "right": 24, "top": 20, "bottom": 32},
        "xAxis": {"type": "category", "data": months, "axisLabel": {"color": "var(--muted)"}, "axisLine": {"lineStyle": {"color": "var(--rule)"}}},
        "yAxis": {"type": "value", "min": 60, "max": 100, "axisLabel": {"color": "var(--muted)"}, "splitLine": {"lineStyle": {"color": "var(--line)"}}},
        "series": [{"type": "line", "name": AGENTS[5].1, "data": values, "lineStyle": {"color": "var(--c1)", "width": 2}, "itemStyle": {"color": "var(--c1)"}, "emphasis": {"disabled": true}, "symbolSize": 8}],
    });
    Figure {
        anchor: anchor.into(),
        kind,
        title: t(language, "得分连续五个月上升", "The score rose five months in a row"),
        subtitle: t(
            language,
            "综合得分，0–100，2025-01 至 2025-06，n = 12,430",
            "Score, 0–100, 2025-01 to 2025-06, n = 12,430",
        ),
        label: t(
            language,
            "折线图：综合得分按月，2025 年上半年",
            "Line chart of the score by month, first half of 2025",
        ),
        summary: t(
            language,
            "最低 71.2（1 月），最高 86.2（6 月），目标 85。",
            "Lowest 71.2 (January), highest 86.2 (June), target 85.",
        ),
        drawing: Some(drawing),
        option: interactive.then(|| ChartOption::from_json(&option.to_string())),
        data: Some(Table {
            sortable: false,
            ..Table::new(
                format!("{} ({anchor})", t(language, "图中数据", "Data of the chart")),
                vec![
                    Column::text(t(language, "月份", "Month")),
                    Column::number(t(language, "得分", "Score")),
                ],
                rows,
            )
        }),
    }
}
