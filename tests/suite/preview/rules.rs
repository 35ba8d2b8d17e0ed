//! Indicators, goals, data quality, rules, glossary and faults.

use deskscore::view::*;

use super::Site;
use super::people;
use super::sample::{self, INDICATORS, t};

pub(crate) fn add(site: &mut Site, l: Language) {
    for i in 0..INDICATORS.len() {
        site.add(&indicator(l, i));
    }
    site.add(&targets(l));
    for id in ["g-csat", "g-frt"] {
        site.add(&target(l, id));
    }
    site.add(&quality(l));
    site.add(&scheme(l));
    site.add(&glossary(l));
    site.add(&diagnostics(l));
    for code in ["D0101", "D0204"] {
        site.add(&diagnostic(l, code));
    }
}

fn crumb(l: Language, zh: &str, en: &str, href: &str) -> Vec<Link> {
    vec![Link::new(t(l, "概览", "Overview"), "index.html"), Link::new(t(l, zh, en), href)]
}

fn indicator(l: Language, i: usize) -> IndicatorView {
    let (id, _, _, unit, higher) = INDICATORS[i];
    let mut shell =
        Shell::new(l, Section::Indicators, &format!("indicators/{id}.html"), sample::indicator_name(l, i));
    shell.crumbs = crumb(l, "指标", "Indicators", "indicators.html");
    let columns = vec![
        Column::text(t(l, "方案", "Scheme")),
        Column::number(t(l, "权重", "Weight")).unit("%"),
        Column::text(t(l, "零分 → 满分", "Zero → full")),
    ];
    let rows = vec![Row::new(vec![
        Cell::link("2025-h1 v3", "schemes/2025-h1.html"),
        Cell::number("15", 15.0),
        Cell::text("60 → 15"),
    ])];
    IndicatorView {
        shell,
        lead: t(
            l,
            "本季度 18.9，目标 15；两名客服超出偶然波动。",
            "18.9 this quarter against 15; two agents are outside what chance explains.",
        ),
        definition: vec![
            Fact::new(
                t(l, "公式", "Formula"),
                t(l, "首次回复延迟之和 ÷ 已回复会话数", "sum of first reply delays ÷ sessions replied"),
            ),
            Fact::new(t(l, "单位", "Unit"), unit),
            Fact::new(
                t(l, "方向", "Direction"),
                if higher {
                    t(l, "越高越好", "higher is better")
                } else {
                    t(l, "越低越好", "lower is better")
                },
            ),
            Fact::new(t(l, "汇总", "Aggregation"), t(l, "总和之比", "ratio of sums")),
        ],
        description: Some(t(
            l,
            "只计人工回复，**不含**自动回复。",
            "Human replies only; automatic replies are **left out**.",
        )),
        figures: sample::key_figures(l, "teams/presale.html#p-2025-q2"),
        charts: vec![sample::figure(l, "funnel", "trend", true), sample::figure(l, "course", "trend", false)],
        scoring: Some(sample::figure(l, "rule", "trend", false)),
        schemes: Table::new(t(l, "使用该指标的方案", "Schemes that use it"), columns, rows),
        values: people::agents(l, t(l, "各客服的指标值", "Values by agent")),
        comparisons: Vec::new(),
        targets: Some(people::goal_table(l, t(l, "该指标的目标", "Goals on this indicator"))),
        source: Some(sample::source(&format!("indicators/{id}.yml"), 1)),
    }
}

fn targets(l: Language) -> TargetsView {
    TargetsView {
        yearly: None,
        shell: Shell::new(l, Section::Targets, "targets.html", t(l, "目标", "Goals")),
        lead: t(l, "33 个目标，5 个有风险，2 个不符合 SMART。", "33 goals; 5 at risk, 2 not SMART."),
        states: super::overall::counts(l),
        verdicts: vec![
            Count {
                mark: Mark::new(Tone::OnTarget, t(l, "符合 SMART", "SMART")),
                number: "31".into(),
                href: None,
            },
            Count {
                mark: Mark::new(Tone::Below, t(l, "不符合", "Not SMART")),
                number: "2".into(),
                href: Some("targets.html#failing".into()),
            },
        ],
        targets: people::goal_table(l, t(l, "全部目标列表", "List of all goals")),
        failing: Some(people::goal_table(l, t(l, "未通过的目标", "Goals that fail"))),
    }
}

fn letters(l: Language) -> Vec<Letter> {
    let words = [
        ("S", "具体", "Specific"),
        ("M", "可衡量", "Measurable"),
        ("A", "可实现", "Achievable"),
        ("R", "相关", "Relevant"),
        ("T", "有时限", "Time-bound"),
    ];
    let codes: [[&str; 2]; 5] = [["S1", "S4"], ["M2", "M3"], ["A1", "A2"], ["R1", "R4"], ["T1", "T5"]];
    words
        .iter()
        .zip(codes)
        .enumerate()
        .map(|(i, ((letter, zh, en), codes))| Letter {
            letter: letter.chars().next().unwrap(),
            word: t(l, zh, en),
            mark: if i == 1 {
                Mark::new(Tone::Watch, t(l, "提醒", "Warning"))
            } else {
                Mark::new(Tone::OnTarget, t(l, "通过", "Pass"))
            },
            checks: codes
                .map(|code| Check {
                    code,
                    title: t(l, "评价窗口内的样本量", "Sample in the evaluation window"),
                    mark: if code == "M3" {
                        Mark::new(Tone::Watch, t(l, "提醒", "Warning"))
                    } else {
                        Mark::new(Tone::OnTarget, t(l, "通过", "Pass"))
                    },
                    reason: t(
                        l,
                        "预计 n ≈ 44.5，半宽 ±14.4 个百分点，大于距离 8.3",
                        "Expected n ≈ 44.5, half-width ±14.4 points, more than the distance of 8.3",
                    ),
                })
                .to_vec(),
        })
        .collect()
}

fn target(l: Language, id: &str) -> TargetView {
    let mut shell = Shell::new(
        l,
        Section::Targets,
        &format!("targets/{id}.html"),
        t(l, &format!("提高客户满意度 {id}"), &format!("Raise customer satisfaction {id}")),
    );
    shell.crumbs = crumb(l, "目标", "Goals", "targets.html");
    TargetView {
        shell,
        statement: t(
            l,
            "林蔚在 2025-07 至 2025-09 把客户满意度从 51.7% 提高到至少 60%（合并计算）。",
            "Lin Wei raises customer satisfaction from 51.7% to at least 60%, pooled over July to September 2025.",
        ),
        verdict: Mark::new(Tone::OnTarget, t(l, "符合 SMART", "SMART")),
        facts: sample::facts(l),
        progress: Progress {
            mark: Mark::new(Tone::Watch, t(l, "有风险", "At risk")),
            sentence: t(
                l,
                "8 月后 11/24 = 45.8%；剩余月份须达到 82.9%。",
                "After August 11/24 = 45.8%; the rest must reach 82.9%.",
            ),
            facts: vec![
                Fact::new(t(l, "起点", "Baseline"), "51.7% (46/89)"),
                Fact::new(t(l, "目前", "So far"), "45.8% (11/24)"),
                Fact::new(t(l, "剩余须达到", "Required remaining value"), "82.9%"),
                Fact::new(t(l, "达成概率", "Probability"), "0.108"),
            ],
            bar: Some(super::drawings::progress()),
            forecast: Some(t(l, "按目前走势，达成概率约 11%。", "As things go, about 11% likely to be met.")),
        },
        letters: letters(l),
        chart: Some(sample::figure(l, "course", "trend", true)),
        checkpoints: Some(Table::new(
            t(l, "各检查点", "Checkpoints"),
            vec![Column::text(t(l, "月份", "Month")), Column::number(t(l, "指标值", "Value"))],
            vec![
                Row::new(vec![Cell::text("2025-07"), Cell::number("45.5%", 45.5)]),
                Row::new(vec![Cell::text("2025-08"), Cell::empty(CellState::NoData)]),
            ],
        )),
        rationale: vec![
            Fact::new(t(l, "业务量", "Volume"), t(l, "日均咨询 31", "31 enquiries a day")),
            Fact::new(t(l, "行业参考", "Benchmark"), "90% (2025)"),
            Fact::new(t(l, "个人能力", "Ability"), "66.7%"),
        ],
        guardrails: vec![Attention {
            mark: sample::on(l),
            subject: Link::new(sample::indicator_name(l, 6), "indicators/complaint_rate.html"),
            reason: t(l, "未恶化", "not worse"),
        }],
        actions: vec![Fact::new("2025-07-05", t(l, "话术辅导两次", "Two coaching sessions"))],
        source: Some(sample::source("targets/2025/g-csat.yml", 1)),
    }
}

fn quality(l: Language) -> QualityView {
    let mut columns = vec![Column::text(t(l, "指标", "Indicator"))];
    columns.extend(sample::months().into_iter().skip(6).map(Column::number));
    let rows = (0..5)
        .map(|i| {
            let mut cells = vec![Cell::link(
                sample::indicator_name(l, i),
                format!("indicators/{}.html", INDICATORS[i].0),
            )];
            cells.extend((0..6).map(|j| {
                if (i, j) == (2, 3) {
                    Cell::empty(CellState::NoData)
                } else {
                    Cell { heat: (j == 4).then_some(2), ..Cell::number("100%", 100.0) }
                }
            }));
            Row::new(cells)
        })
        .collect();
    QualityView {
        shell: Shell::new(l, Section::Quality, "quality.html", t(l, "数据质量", "Data quality")),
        lead: t(
            l,
            "覆盖 97.2%；3 个得分为暂定，1 处问题待处理。",
            "Coverage 97.2%; 3 scores are provisional, 1 fault is open.",
        ),
        figures: sample::key_figures(l, "quality.html#coverage"),
        effects: vec![Attention {
            mark: sample::watch(l),
            subject: Link::new("2025-06", "periods/2025-06.html"),
            reason: t(l, "14 名客服的得分为暂定", "14 agents’ scores are provisional"),
        }],
        coverage: Table {
            quiet: true,
            ..Table::new(t(l, "各指标各月的数据覆盖率", "Coverage by indicator and month"), columns, rows)
        },
        sources: None,
        special: Some(people::agents(l, t(l, "暂定与更正的得分", "Provisional and revised scores"))),
        charts: vec![sample::figure(l, "course", "trend", true)],
    }
}

fn scheme(l: Language) -> SchemeView {
    let mut shell = Shell::new(
        l,
        Section::Schemes,
        "schemes/2025-h1.html",
        t(l, "2025 上半年考核方案", "Scheme of the first half of 2025"),
    );
    shell.crumbs = crumb(l, "考核规则", "Rules", "schemes.html");
    let rules = (0..3)
        .map(|i| RuleCard {
            anchor: format!("rule-{}", INDICATORS[i].0.replace('_', "-")),
            title: sample::indicator_name(l, i),
            href: format!("indicators/{}.html", INDICATORS[i].0),
            sentence: t(
                l,
                "60 秒得 0 分，15 秒得 100 分，其间按直线计算。",
                "60 s give 0 points, 15 s give 100, in between on a straight line.",
            ),
            facts: vec![
                Fact::new(t(l, "权重", "Weight"), "15%"),
                Fact::new(t(l, "目标", "Target"), "≤ 15 s"),
                Fact::new(t(l, "最小样本", "Minimum sample"), "30"),
            ],
            curve: (i == 0).then(|| sample::figure(l, "curve", "trend", false)),
            steps: None,
        })
        .collect();
    SchemeView {
        shell,
        lead: t(
            l,
            "适用于售前与售后，12 项指标，权重合计 100%。",
            "For presales and after-sales: 12 indicators, weights total 100%.",
        ),
        facts: vec![
            Fact::new(t(l, "生效", "In force"), "2025-01-01 – 2025-06-30"),
            Fact::new(t(l, "版本", "Version"), "v3"),
        ],
        weights: Some(sample::figure(l, "weight-bar", "trend", false)),
        rules,
        sections: vec![RuleSection {
            anchor: "missing".into(),
            title: t(l, "缺失数据", "Missing values"),
            paragraphs: vec![t(
                l,
                "缺失的指标不计分，其权重按比例分给其余指标；可用权重低于 60% 时不给总分。",
                "A missing indicator is left out and its weight shared; below 60% of available weight there is no score.",
            )],
            table: None,
        }],
        comparison: Vec::new(),
        example: Some(sample::derivation(l, "2025-q2")),
        changes: Some(people::agents(l, t(l, "方案变化的影响", "Effect of the change of scheme"))),
        source: Some(sample::source("schemes/2025-h1.yml", 1)),
    }
}

fn glossary(l: Language) -> GlossaryView {
    let words = [
        ("indicator", "指标", "Indicator"),
        ("points", "得分", "Points"),
        ("score", "综合得分", "Score"),
        ("band", "等级", "Band"),
    ];
    GlossaryView {
        shell: Shell::new(l, Section::Glossary, "glossary.html", t(l, "术语", "Glossary")),
        lead: t(l, "一个词只指一件事。", "One word for one thing."),
        entries: words
            .map(|(id, zh, en)| GlossaryEntry {
                anchor: id.into(),
                term: t(l, zh, en),
                counterpart: t(l, en, zh),
                counterpart_lang: l.other().tag(),
                text: t(
                    l,
                    "由指标值按评分规则换算而来，范围 0 到 100。",
                    "Comes from a value by the scheme’s rule, from 0 to 100.",
                ),
                more: Some(Link::new(t(l, "计分规则", "Rules"), "schemes/2025-h1.html")),
            })
            .to_vec(),
    }
}

fn faults(l: Language) -> Vec<Fault> {
    vec![Fault {
        mark: Mark::new(Tone::Below, t(l, "错误", "Error")),
        code: "D0204".into(),
        message: t(l, "满意评价数 210 大于评价总数 201", "210 good ratings are more than 201 ratings"),
        excerpt: Some("  lin.wei: { csat_rate: 210/201 }  # <b>\n                         ^^^^^^^".into()),
        help: Some(t(l, "应写成 201/210？", "Did you mean 201/210?")),
        source: Some(sample::source("metrics/2025/2025-03.yml", 7)),
    }]
}

fn diagnostics(l: Language) -> DiagnosticsView {
    let columns = vec![Column::text(t(l, "代码", "Code")), Column::text(t(l, "含义", "Meaning"))];
    let rows = ["D0101", "D0204"]
        .map(|c| {
            Row::new(vec![
                Cell::link(c, format!("diagnostics/{c}.html")),
                Cell::text(t(l, "分子大于分母", "numerator above denominator")),
            ])
        })
        .to_vec();
    DiagnosticsView {
        shell: Shell::new(l, Section::Quality, "diagnostics.html", t(l, "数据问题", "Faults in the data")),
        lead: t(l, "1 处错误，0 处警告。", "1 error, 0 warnings."),
        counts: vec![Count {
            mark: Mark::new(Tone::Below, t(l, "错误", "Errors")),
            number: "1".into(),
            href: None,
        }],
        faults: faults(l),
        codes: Table::new(t(l, "全部问题代码列表", "List of all codes"), columns, rows),
    }
}

fn diagnostic(l: Language, code: &str) -> DiagnosticView {
    let mut shell = Shell::new(
        l,
        Section::Quality,
        &format!("diagnostics/{code}.html"),
        format!("{} {code}", t(l, "分子大于分母", "Numerator above denominator")),
    );
    shell.crumbs = crumb(l, "数据问题", "Faults", "diagnostics.html");
    DiagnosticView {
        shell,
        code: code.into(),
        mark: Mark::new(Tone::Below, t(l, "错误", "Error")),
        lead: t(l, "分子不能大于分母。", "A numerator cannot be above its denominator."),
        explanation: t(
            l,
            "比率由两个数量相除得到，部分不会大于整体。\n\n请核对导出的列。",
            "A rate is a part of a whole.\n\nCheck the columns of the export.",
        ),
        wrong: Some("csat_rate: 210/201".into()),
        right: Some("csat_rate: 201/210".into()),
        faults: if code == "D0204" { faults(l) } else { Vec::new() },
    }
}
