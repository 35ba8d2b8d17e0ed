//! What happens in a real service desk besides work: promotions, leave, lost exports, duties that do not exist.

use super::calendar::Month;

/// Months of a big promotion (618, Double 11): more contacts, slower answers.
pub(super) const PROMOTIONS: [Month; 3] = [Month::of(2024, 11), Month::of(2025, 6), Month::of(2025, 11)];

/// Channel exports that were lost: the file of this month and channel does not exist.
pub(super) const LOST: [(Month, &str); 1] = [(Month::of(2025, 2), "email")];

/// Days worked where leave was long.
pub(super) const LEAVE: [(&str, Month, u32); 3] = [
    ("sun.qingming", Month::of(2025, 4), 6),
    ("sun.qingming", Month::of(2025, 5), 13),
    ("tian.dahan", Month::of(2024, 10), 12),
];

/// What is odd about a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Oddity {
    /// Not supplied.
    Missing,
    /// The duty did not exist.
    NotApplicable,
    /// Only the percentage and its n are known.
    Reconstructed,
    /// Only the value is known.
    ValueOnly,
    /// None at all, truly.
    Zero,
}

/// Agent, month, channel (empty: the file without channel), indicator (`*`: the whole row), and what is odd.
const TABLE: [(&str, Month, &str, &str, Oddity); 17] = [
    ("xu.mangzhong", Month::of(2024, 7), "", "qa_score", Oddity::ValueOnly),
    ("tang.dashu", Month::of(2024, 9), "chat", "csat_rate", Oddity::Reconstructed),
    ("guo.xiazhi", Month::of(2024, 9), "chat", "csat_rate", Oddity::Reconstructed),
    ("song.xiaoshu", Month::of(2024, 12), "", "exam_pass_rate", Oddity::Zero),
    // The platform account was renamed in March, and the export under the old name was not kept.
    ("tang.dashu", Month::of(2025, 3), "chat", "*", Oddity::Missing),
    ("tang.dashu", Month::of(2025, 3), "phone", "*", Oddity::Missing),
    ("tang.dashu", Month::of(2025, 3), "email", "*", Oddity::Missing),
    ("tang.dashu", Month::of(2025, 3), "", "qa_score", Oddity::Missing),
    ("fan.dongzhi", Month::of(2025, 3), "", "exam_pass_rate", Oddity::NotApplicable),
    ("zhou.bailu", Month::of(2025, 3), "", "cross_team_cases", Oddity::Zero),
    ("luo.xiaoxue", Month::of(2025, 9), "", "exam_pass_rate", Oddity::NotApplicable),
    ("ren.xiaohan", Month::of(2025, 10), "", "cross_team_cases", Oddity::Missing),
    ("guo.xiazhi", Month::of(2025, 8), "", "qa_score", Oddity::Missing),
    ("guo.xiazhi", Month::of(2025, 9), "", "qa_score", Oddity::Missing),
    ("ma.lixia", Month::of(2025, 6), "", "training_attendance", Oddity::NotApplicable),
    ("wu.guyu", Month::of(2025, 10), "", "exam_pass_rate", Oddity::Zero),
    ("tian.dahan", Month::of(2025, 12), "", "communication_score", Oddity::Missing),
];

/// What is odd about the figure of `indicator`, or about the whole row.
pub(super) fn oddity(agent: &str, month: Month, channel: Option<&str>, indicator: &str) -> Option<Oddity> {
    let channel = channel.unwrap_or_default();
    let same = |odd: &&(&str, Month, &str, &str, Oddity)| {
        odd.0 == agent && odd.1 == month && odd.2 == channel && (odd.3 == "*" || odd.3 == indicator)
    };
    TABLE.iter().find(same).map(|odd| odd.4)
}
