//! Laws that hold for every kind of chart, whatever is put in.

use super::*;
use proptest::prelude::*;
use serde_json::Value;

/// Markup, quotes, control characters, templates of ECharts, and both scripts.
const HOSTILE: &str = "</text><script>alert('1')</script>&\"]]>\u{0}{b}{@[2]} 客服中心";

/// Every tag is closed in order, attributes are quoted, and nothing is in it that must not be.
fn assert_sound(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').map(|end| at + end).expect("a tag ends");
        let tag = &rest[at + 1..end];
        let name =
            tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        assert!(["svg", "g", "title", "rect", "circle", "path", "text"].contains(&name), "{tag}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{svg}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        assert!(!tag.contains("NaN") && !tag.contains("inf"), "{tag}");
        assert!(!tag.contains(" id=") && !tag.contains(" style=") && !tag.contains(" on"), "{tag}");
        rest = &rest[end + 1..];
    }
    assert_eq!(open, Vec::<&str>::new());
}

/// The option has what every option needs, and nothing in it is code.
fn assert_pure(text: &str) {
    let option: Value = serde_json::from_str(text).expect("JSON");
    for key in ["series", "grid", "xAxis", "yAxis"] {
        assert!(!option["chart"][key].is_null(), "{key}");
    }
    assert!(["left", "right"].into_iter().all(|side| option[side].is_f64()), "{text}");
    assert!(!text.contains("function") && !text.contains("=>"), "{text}");
    let colours = text.matches("olor\":\"").count();
    let by_name =
        ["var(--", "transparent", "color-mix("].map(|c| text.matches(&format!("olor\":\"{c}")).count());
    assert_eq!(by_name.iter().sum::<usize>(), colours, "{text}");
}

fn assert_lawful(drawing: &Drawing) {
    assert_sound(&drawing.svg);
    assert_eq!(drawing.is_empty(), drawing.width == 0);
    if let Some(option) = &drawing.option {
        assert_pure(option);
    }
}

fn format(value: f64) -> String {
    format!("{value}")
}

/// Any number at all: ordinary, extreme, not finite.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -50.0..150.0_f64,
        1 => any::<f64>(),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(0.0),
        1 => Just(-0.0),
    ]
}

fn reading() -> impl Strategy<Value = Reading> {
    (prop::option::of(number()), 0..3_u8).prop_map(|(value, mark)| Reading {
        value,
        text: HOSTILE.to_owned(),
        mark: [Mark::Solid, Mark::Hollow, Mark::Provisional][usize::from(mark)],
    })
}

fn readings() -> impl Strategy<Value = Vec<Vec<Reading>>> {
    prop::collection::vec(prop::collection::vec(reading(), 0..9), 0..7)
}

fn small_kinds(v: &[f64], own: Option<f64>, target: Option<f64>) -> Vec<Drawing> {
    let at = |index: usize| v.get(index).copied().unwrap_or(0.0);
    let dots = v.iter().map(|value| Dot { value: Some(*value), mark: Mark::Provisional }).collect();
    let shares =
        v.iter().map(|weight| Share { label: HOSTILE.into(), weight: *weight, text: HOSTILE.into() });
    vec![
        Bullet { low: at(0), high: at(1), value: own, target, cuts: v.to_vec(), ..Bullet::default() }.draw(),
        Sparkline { dots, target, range: own.zip(target), scale: target.zip(own) }.draw(),
        Strip {
            low: at(0),
            high: at(1),
            peers: v.to_vec(),
            quartiles: Some(Quartiles { lower: at(2), median: at(3), upper: at(4) }),
            own,
        }
        .draw(),
        Progress { baseline: at(0), target: at(1), now: own, expected: target, ..Progress::default() }.draw(),
        Weights { shares: shares.collect() }.draw(),
    ]
}

fn line_kinds(lines: &[Vec<Reading>], own: Option<f64>, target: Option<f64>) -> Vec<Drawing> {
    let periods: Vec<String> = (0..6).map(|p| format!("{HOSTILE}{p}")).collect();
    let trend =
        lines.iter().map(|r| TrendLine { label: HOSTILE.into(), readings: r.clone(), selected: r.len() > 4 });
    let range =
        own.zip(target).map(|(low, high)| NaturalRange { low, high, centre: own, label: HOSTILE.into() });
    let layers = lines.iter().map(|r| Layer { label: HOSTILE.into(), readings: r.clone() });
    let bumps = lines.iter().map(|r| BumpLine {
        label: HOSTILE.into(),
        ranks: r.iter().map(|r| r.value).collect(),
        highlight: r.len() > 3,
    });
    let slopes = lines.iter().map(|r| SlopeLine {
        label: HOSTILE.into(),
        from: r.first().cloned().unwrap_or_default(),
        to: r.last().cloned().unwrap_or_default(),
        highlight: r.len() > 3,
    });
    vec![
        Trend {
            title: HOSTILE.into(),
            periods: periods.clone(),
            lines: trend.collect(),
            target: vec![target, own, target],
            target_label: HOSTILE.into(),
            range,
            bounds: own.zip(target),
            shades: vec![Shade { first: 0, last: 1, label: HOSTILE.into() }],
            levels: own.map(|value| Reference { value, label: HOSTILE.into() }).into_iter().collect(),
            marks: [0, 3, 99].map(|at| TimeMark { at, label: HOSTILE.into(), title: HOSTILE.into() }).into(),
        }
        .draw(&format),
        Stacked { title: HOSTILE.into(), periods: periods.clone(), layers: layers.collect(), bounds: None }
            .draw(&format),
        Bump { periods, lines: bumps.collect(), rank_word: HOSTILE.into() }.draw(&format),
        Slope { from: HOSTILE.into(), to: HOSTILE.into(), lines: slopes.collect() }.draw(),
    ]
}

fn value_kinds(row: &[Reading], v: &[f64], own: Option<f64>, target: Option<f64>) -> Vec<Drawing> {
    let reference = target.map(|value| Reference { value, label: HOSTILE.into() });
    let pairs = || v.iter().copied().zip(v.iter().skip(1).copied());
    let change =
        row.iter().map(|r| Step::Change { label: HOSTILE.into(), by: r.value, text: r.text.clone() });
    let total = Step::Total { label: HOSTILE.into(), value: own, text: HOSTILE.into() };
    let rows = row.iter().map(|reading| BarRow {
        label: HOSTILE.into(),
        reading: reading.clone(),
        target,
        status: Status::Watch,
    });
    let points = row.iter().zip(v).map(|(reading, n)| FunnelPoint {
        label: HOSTILE.into(),
        n: *n,
        reading: reading.clone(),
        outside: *n > 50.0,
    });
    let reaches = pairs().map(|(low, high)| RangeRow {
        label: HOSTILE.into(),
        at: high,
        wide: (low, high),
        narrow: own.zip(target),
        text: HOSTILE.into(),
        marked: low > high,
    });
    let twos = row.iter().zip(row.iter().rev()).map(|(first, second)| Pair {
        label: HOSTILE.into(),
        first: first.clone(),
        second: second.clone(),
    });
    let bins = pairs().map(|(from, to)| Bin { from, to, count: to, text: HOSTILE.into() });
    vec![
        Waterfall {
            title: HOSTILE.into(),
            steps: [total.clone()].into_iter().chain(change).chain([total]).collect(),
        }
        .draw(&format),
        Bars { title: HOSTILE.into(), rows: rows.collect(), bounds: own.zip(target) }.draw(&format),
        Funnel {
            points: points.collect(),
            limits: pairs().map(|(n, x)| Limits { n, inner: (x, n), outer: (n, x) }).collect(),
            inner_label: HOSTILE.into(),
            centre: reference.clone(),
            bounds: own.zip(target),
            ..Funnel::default()
        }
        .draw(&format, &format),
        Distribution {
            bins: bins.collect(),
            target: reference,
            title: HOSTILE.into(),
            ..Distribution::default()
        }
        .draw(&format, &format),
        Ranges { title: HOSTILE.into(), rows: reaches.collect(), bounds: own.zip(target) }.draw(&format),
        Paired {
            title: HOSTILE.into(),
            first: HOSTILE.into(),
            second: HOSTILE.into(),
            rows: twos.collect(),
            bounds: own.zip(target),
        }
        .draw(&format),
        ScoringRule {
            curve: pairs().collect(),
            own: own.zip(target).map(|at| (at, HOSTILE.into())),
            ..ScoringRule::default()
        }
        .draw(&format, &format),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn any_input_gives_sound_drawings(
        v in prop::collection::vec(number(), 0..9),
        lines in readings(),
        own in prop::option::of(number()),
        target in prop::option::of(number()),
    ) {
        let row: Vec<Reading> = lines.concat();
        let draw = || [small_kinds(&v, own, target), line_kinds(&lines, own, target), value_kinds(&row, &v, own, target)].concat();
        let drawings = draw();
        drawings.iter().for_each(assert_lawful);
        prop_assert_eq!(drawings, draw(), "same input, same bytes");
    }
}

#[test]
fn small_kinds_stay_small() {
    let dots =
        (0..18).map(|p| Dot { value: Some(80.0 + f64::from(p * 7 % 11)), mark: Mark::Solid }).collect();
    let share = |label: &str| Share { label: label.into(), weight: 25.0, text: "25%".into() };
    let sizes = [
        Bullet {
            high: 100.0,
            value: Some(86.17),
            target: Some(90.0),
            cuts: vec![60.0, 75.0, 85.0, 95.0],
            ..Bullet::default()
        }
        .draw(),
        Sparkline { dots, target: Some(85.0), range: Some((82.0, 88.0)), scale: None }.draw(),
        Strip {
            high: 100.0,
            peers: (0..30).map(|p| 60.0 + f64::from(p)).collect(),
            own: Some(80.0),
            ..Strip::default()
        }
        .draw(),
        Progress { target: 9.0, now: Some(4.0), expected: Some(5.0), ..Progress::default() }.draw(),
        Weights { shares: ["服务质量", "效率", "业务", "学习成长"].map(share).to_vec() }.draw(),
    ]
    .map(|drawing| drawing.svg.len());
    let limits = [650, 650, 650, 420, 1100];
    assert!(sizes.iter().zip(limits).all(|(size, limit)| *size > 200 && *size <= limit), "{sizes:?}");
}

#[test]
fn hostile_names_stay_text() {
    let row = BarRow {
        label: HOSTILE.into(),
        reading: Reading { value: Some(1.0), text: "<b>".into(), mark: Mark::Solid },
        ..BarRow::default()
    };
    let drawing = Bars { rows: vec![row], ..Bars::default() }.draw(&format);
    assert!(drawing.svg.contains("&lt;/text&gt;&lt;script&gt;") && drawing.svg.contains(">&lt;b&gt;<"));
    assert!(!drawing.svg.contains("<script") && !drawing.svg.contains('\u{0}'));
}
