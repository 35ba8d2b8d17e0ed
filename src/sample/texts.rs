//! The hand-written part of the sample organisation.

/// Files that stand as they are written: path in the data folder, text.
pub(super) const FIXED: [(&str, &str); 32] = [
    ("deskscore.yml", include_str!("texts/deskscore.yml")),
    ("audit.yml", include_str!("texts/audit.yml")),
    ("recommendations/2024.yml", include_str!("texts/recommendations/2024.yml")),
    ("alerts/service.yml", include_str!("texts/alerts/service.yml")),
    ("cycle/2025.yml", include_str!("texts/cycle/2025.yml")),
    ("reviews/2025-q3/cao.lichun.md", include_str!("texts/reviews/2025-q3/cao.lichun.md")),
    ("reviews/2025-q3/fan.dongzhi.md", include_str!("texts/reviews/2025-q3/fan.dongzhi.md")),
    ("reviews/2025-q3/liang.chushu.md", include_str!("texts/reviews/2025-q3/liang.chushu.md")),
    ("reviews/2025-q3/ren.xiaohan.md", include_str!("texts/reviews/2025-q3/ren.xiaohan.md")),
    ("reviews/2025-q3/tian.dahan.md", include_str!("texts/reviews/2025-q3/tian.dahan.md")),
    ("reviews/2025-q4/fan.dongzhi.md", include_str!("texts/reviews/2025-q4/fan.dongzhi.md")),
    ("reviews/2025-q4/tian.dahan.md", include_str!("texts/reviews/2025-q4/tian.dahan.md")),
    ("reviews/2025-q4/wu.guyu-plan.md", include_str!("texts/reviews/2025-q4/wu.guyu-plan.md")),
    ("teams.yml", include_str!("texts/teams.yml")),
    ("appeals/2025.yml", include_str!("texts/appeals/2025.yml")),
    ("closed.yml", include_str!("texts/closed.yml")),
    ("indicators/people.yml", include_str!("texts/indicators/people.yml")),
    ("indicators/quality.yml", include_str!("texts/indicators/quality.yml")),
    ("indicators/resolution.yml", include_str!("texts/indicators/resolution.yml")),
    ("indicators/sales.yml", include_str!("texts/indicators/sales.yml")),
    ("indicators/speed.yml", include_str!("texts/indicators/speed.yml")),
    ("incentives/growth.yml", include_str!("texts/incentives/growth.yml")),
    ("incentives/honours.yml", include_str!("texts/incentives/honours.yml")),
    ("incentives/pay.yml", include_str!("texts/incentives/pay.yml")),
    ("schemes/complaints-2024.yml", include_str!("texts/schemes/complaints-2024.yml")),
    ("schemes/complaints-2025.yml", include_str!("texts/schemes/complaints-2025.yml")),
    ("agents/managers.yml", include_str!("texts/managers.yml")),
    ("schemes/managers-2025.yml", include_str!("texts/schemes/managers-2025.yml")),
    ("schemes/presale-2025.yml", include_str!("texts/schemes/presale-2025.yml")),
    ("schemes/service-2024.yml", include_str!("texts/schemes/service-2024.yml")),
    ("schemes/service-pilot-2026.yml", include_str!("texts/schemes/service-pilot-2026.yml")),
    ("schemes/service-2025.yml", include_str!("texts/schemes/service-2025.yml")),
];

/// Targets with placeholders for the baselines.
pub(super) const TARGETS: [(&str, &str); 5] = [
    ("targets/2025/organisation.yml", include_str!("texts/targets/2025-organisation.yml")),
    ("targets/2025/aftersale.yml", include_str!("texts/targets/2025-aftersale.yml")),
    ("targets/2025/presale.yml", include_str!("texts/targets/2025-presale.yml")),
    ("targets/2025/priority.yml", include_str!("texts/targets/2025-priority.yml")),
    ("targets/2026/first-quarter.yml", include_str!("texts/targets/2026-first-quarter.yml")),
];

/// The block of `indicator` in the catalogue: its lines below `indicators:`, comments above it left out.
pub(super) fn indicator_block(indicator: &str) -> Option<String> {
    let head = format!("  {indicator}:");
    FIXED.iter().filter(|(path, _)| path.starts_with("indicators/")).find_map(|(_, text)| {
        let mut lines = text.lines().skip_while(|line| *line != head);
        let first = lines.next()?;
        let inside = lines.take_while(|line| line.starts_with("    "));
        Some(std::iter::once(first).chain(inside).fold(String::new(), |block, line| block + line + "\n"))
    })
}
