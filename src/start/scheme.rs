//! A draft of a scheme: every indicator that can be scored weighs the same, and bounds are proposals to be agreed.

use super::catalogue::Catalogue;
use crate::import::Holder;
use crate::init::Comments;
use crate::model::Month;
use std::fmt::Write as _;

/// The text of the draft, and the indicators that it leaves without weight; no text if nothing can be scored.
pub(super) fn draft(
    used: &[String],
    (holders, month): (&[Holder], Month),
    (all, comments): (&Catalogue, Comments),
) -> (Option<String>, Vec<String>) {
    let mut items: Vec<(&str, String)> = Vec::new();
    let mut shown = Vec::new();
    for id in used.iter().filter(|id| *id != "days") {
        match rule(id, holders, all) {
            Some(rule) => items.push((id, rule)),
            None => shown.push(id.clone()),
        }
    }
    if items.is_empty() {
        return (None, shown);
    }
    let width = items.iter().map(|(id, _)| id.len()).max().unwrap_or_default();
    let mut text = head(comments, month);
    for ((id, rule), weight) in items.iter().zip(weights(items.len())) {
        let pad = width - id.len();
        let _ = writeln!(text, "      {id}:{:pad$} {{ weight: {weight}, rule: {rule} }}", "");
    }
    text.push_str(
        "    policy: { missing: renormalise, minimum_weight: 70 }\n    bands:\n      a: { name: { zh: 优秀, en: Excellent }, from: 85 }\n      b: { name: { zh: 良好, en: Good }, from: 70 }\n      c: { name: { zh: 待提升, en: To improve }, from: 0 }\n",
    );
    (Some(text), shown)
}

fn head(comments: Comments, month: Month) -> String {
    let note = match comments {
        Comments::Zh => {
            "# 草案，待商定：各项指标权重相同；时长与转化率的界限取自首月的团队均值（零分 2 倍或一半，满分一半或 1.5 倍），\n\
             # 其余界限是常见建议。请与团队商定后修改，再去掉名称里的“草案”。"
        }
        Comments::En => {
            "# A draft to be agreed: every indicator weighs the same. Bounds of times and of conversion are taken from the team's mean of the\n\
             # first month (0 points at twice or half of it, 100 at half or one and a half of it); the others are common proposals.\n\
             # Talk them over with the team, change them, and take \"draft\" out of the name."
        }
    };
    let year = month.year();
    format!(
        "# yaml-language-server: $schema=../schema/schemes.schema.json\n{note}\nschemes:\n  service-{year}:\n    name: {{ zh: {year}年考核方案（草案）, en: Scheme {year} (draft) }}\n    version: draft\n    from: {month}\n    items:\n"
    )
}

/// Equal weights of `count` items that add up to exactly 100: the first ones carry the hundredths that are left.
fn weights(count: usize) -> Vec<String> {
    let (each, left) = (10_000 / count.max(1), 10_000 % count.max(1));
    let shown = |hundredths: usize| match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        (whole, rest) => format!("{whole}.{rest:02}"),
    };
    (0..count).map(|at| shown(each + usize::from(at < left))).collect()
}

/// The rule of an indicator; `None` if it has none, or if the export does not say of how many cases its figures are.
fn rule(id: &str, holders: &[Holder], all: &Catalogue) -> Option<String> {
    let texts =
        holders.iter().flat_map(|holder| &holder.figures).filter(|(of, _)| of == id).map(|(_, text)| text);
    let counted: Vec<(f64, f64)> = texts.filter_map(|text| parts(text)).collect();
    if counted.is_empty() {
        return None;
    }
    let rule = all.rule(id)?;
    if rule != "relative" {
        return Some(rule.to_owned());
    }
    let (sum, count) = counted.iter().fold((0.0, 0.0), |sums, part| (sums.0 + part.0, sums.1 + part.1));
    let mean = if count > 0.0 && sum > 0.0 { sum / count } else { return None };
    let sign = match all.field(id, "unit")?.as_str() {
        "seconds" => "s",
        "hours" => "h",
        "percent" => "%",
        _ => return None,
    };
    let mean = if sign == "%" { mean * 100.0 } else { mean };
    let (zero, full) = match all.field(id, "direction")?.as_str() {
        "down" => (rounded(mean * 2.0), rounded(mean / 2.0)),
        _ => (rounded(mean / 2.0), rounded(if sign == "%" { (mean * 1.5).min(100.0) } else { mean * 1.5 })),
    };
    (zero != full).then(|| format!("{{ linear: {{ zero: {zero}{sign}, full: {full}{sign} }} }}"))
}

/// Sum and number of cases of a figure as it is written: `182/201`, or `{ value: 93.1%, n: 410 }`.
fn parts(text: &str) -> Option<(f64, f64)> {
    if let Some((sum, count)) = text.split_once('/') {
        return Some((sum.parse().ok()?, count.parse().ok()?));
    }
    let (value, n) = text.strip_prefix("{ value: ")?.strip_suffix(" }")?.split_once(", n: ")?;
    let percent = if value.ends_with('%') { 100.0 } else { 1.0 };
    let number: f64 = value.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let n: f64 = n.parse().ok()?;
    Some((number / percent * n, n))
}

/// Two digits that count, as people agree on bounds; at least tenths.
fn rounded(value: f64) -> String {
    let mut step = 0.1;
    while value / step >= 100.0 {
        step *= 10.0;
    }
    let text = format!("{:.1}", (value / step).round() * step);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_equal_and_add_up() {
        assert_eq!(weights(4), ["25", "25", "25", "25"]);
        assert_eq!(weights(3), ["33.34", "33.33", "33.33"]);
        assert_eq!(weights(8).first().unwrap(), "12.5");
        for count in 1..40 {
            let sum: f64 = weights(count).iter().map(|weight| weight.parse::<f64>().unwrap() * 100.0).sum();
            assert!((sum - 10_000.0).abs() < 1e-6, "{count}: {sum}");
        }
    }

    /// 15400 s over 812 sessions are 18.97 s: 0 points at 38 s, 100 at 9.5 s.
    #[test]
    fn bounds_of_times_come_from_the_month() {
        let all = Catalogue::of(Comments::En);
        let holder = |id: &str, text: &str| Holder {
            who: Ok("a".to_owned()),
            channel: None,
            figures: vec![(id.to_owned(), text.to_owned())],
        };
        let of = |id: &str, text: &str| rule(id, &[holder(id, text)], &all);
        let frt = of("first_response_time", "15400/812");
        assert_eq!(frt.as_deref(), Some("{ linear: { zero: 38s, full: 9.5s } }"));
        let rate = of("conversion_rate", "{ value: 80%, n: 50 }");
        assert_eq!(rate.as_deref(), Some("{ linear: { zero: 40%, full: 100% } }"));
        assert_eq!(of("avg_reply_interval", "{ value: 28.5s }"), None);
        assert_eq!(of("sales_amount", "31200"), None);
        assert_eq!(of("first_response_time", "0/812"), None);
        assert_eq!(rounded(172_345.0), "170000");
    }
}
