//! Sample drawings: the classes of `templates/assets/chart.css` with plausible shapes.

use std::fmt::Write as _;

use deskscore::view::Markup;

fn svg(kind: &str, width: u32, height: u32, inner: &str) -> Markup {
    Markup::trusted(format!(
        "<svg class=\"c-svg c-{kind}\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" focusable=\"false\">{inner}</svg>"
    ))
}

/// A bullet with the value at `at` of 100 and the target at 80.
pub(crate) fn bullet(at: u32, tone: &str) -> Markup {
    svg(
        "bullet",
        160,
        20,
        &format!(
            "<rect class=\"c-b1\" x=\"0\" y=\"2\" width=\"90\" height=\"16\"/><rect class=\"c-b3\" x=\"90\" y=\"2\" width=\"38\" height=\"16\"/><rect class=\"c-b5\" x=\"128\" y=\"2\" width=\"32\" height=\"16\"/><rect class=\"c-bar c-{tone}\" x=\"0\" y=\"7\" width=\"{}\" height=\"6\"/><rect class=\"c-target\" x=\"126.5\" y=\"4\" width=\"3\" height=\"12\"/>",
            at * 160 / 100
        ),
    )
}

/// A sparkline over `values` of 100; a missing value is a gap.
pub(crate) fn spark(values: &[Option<u32>]) -> Markup {
    let mut path = String::new();
    let mut pen_up = true;
    let mut last = (0, 0);
    for (i, value) in values.iter().enumerate() {
        let Some(value) = value else {
            pen_up = true;
            continue;
        };
        last = (4 + i * 112 / values.len().max(2), 22 - *value as usize * 20 / 100);
        let _ = write!(path, "{}{} {}", if pen_up { 'M' } else { 'L' }, last.0, last.1);
        pen_up = false;
    }
    svg(
        "spark",
        120,
        24,
        &format!(
            "<path class=\"c-aim\" d=\"M2 6L118 6\"/><path class=\"c-run\" d=\"{path}\"/><circle class=\"c-end-dot\" cx=\"{}\" cy=\"{}\" r=\"2.5\"/>",
            last.0, last.1
        ),
    )
}

/// A line over six months with a target line.
pub(crate) fn trend(labels: &[&str]) -> Markup {
    let mut inner = String::from(
        "<path class=\"c-grid\" d=\"M40 40L620 40M40 100L620 100M40 160L620 160\"/><path class=\"c-axis\" d=\"M40 220L620 220\"/><path class=\"c-goal-line c-dash\" d=\"M40 70L620 70\"/><path class=\"c-line c-1\" d=\"M60 150L170 130M280 120L390 96L500 84L600 62\"/>",
    );
    for (i, y) in [150, 130, 120, 96, 84, 62].into_iter().enumerate() {
        let x = [60, 170, 280, 390, 500, 600][i];
        let _ = write!(inner, "<circle class=\"c-dot c-1\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>");
        let _ = write!(
            inner,
            "<text class=\"c-t c-mute c-mid\" x=\"{x}\" y=\"240\">{}</text>",
            labels.get(i).copied().unwrap_or("")
        );
    }
    inner.push_str("<text class=\"c-n c-mute c-end\" x=\"34\" y=\"45\">90</text><text class=\"c-n c-mute c-end\" x=\"34\" y=\"105\">80</text><text class=\"c-n c-mute c-end\" x=\"34\" y=\"165\">70</text>");
    svg("trend", 640, 260, &inner)
}

/// Contributions from the last quarter to this one.
pub(crate) fn waterfall(names: &[String]) -> Markup {
    let mut inner = String::new();
    for (i, name) in names.iter().enumerate().take(7) {
        let x = 20 + i * 88;
        let y = 40 + (i * 37) % 70;
        let tone = if i == 0 || i == 6 {
            "c-total"
        } else if i % 2 == 0 {
            "c-bar c-below"
        } else {
            "c-bar c-on"
        };
        let height = if i == 0 || i == 6 { 200 - y } else { 26 };
        let _ = write!(
            inner,
            "<rect class=\"{tone}\" x=\"{x}\" y=\"{y}\" width=\"56\" height=\"{height}\"/><text class=\"c-t c-mid\" x=\"{}\" y=\"220\">{name}</text><text class=\"c-n c-mid\" x=\"{}\" y=\"{}\">+1.2</text>",
            x + 28,
            x + 28,
            y - 6
        );
    }
    svg("waterfall", 640, 240, &inner)
}

/// A dot in the distribution of a team.
pub(crate) fn strip() -> Markup {
    svg(
        "strip",
        240,
        40,
        "<rect class=\"c-box\" x=\"80\" y=\"8\" width=\"90\" height=\"24\"/><path class=\"c-median\" d=\"M120 8L120 32\"/><path class=\"c-peers\" d=\"M30 20h0M70 20h0M95 20h0M140 20h0M190 20h0\"/><circle class=\"c-own\" cx=\"156\" cy=\"20\" r=\"6\"/>",
    )
}

/// Now against where it should be.
pub(crate) fn progress() -> Markup {
    svg(
        "progress",
        160,
        20,
        "<rect class=\"c-track\" x=\"0\" y=\"6\" width=\"160\" height=\"8\"/><rect class=\"c-bar c-watch\" x=\"0\" y=\"6\" width=\"84\" height=\"8\"/><path class=\"c-due\" d=\"M96 3h2v14h-2Z\"/>",
    )
}
