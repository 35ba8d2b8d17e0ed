//! The events of the sample organisation. All people, cases and incidents are made up.

use super::settings::File;

/// Events as lines of YAML: month, event; in the order of their dates.
const EVENTS: [(&str, &str); 27] = [
    (
        "2024-08",
        "{ agent: zhao.min, date: 2024-08-14, type: renewal, points: 2, rater: song.yan, evidence: 订单 A2408-117, note: { zh: 客户因其推荐续购并转介绍好友, en: The customer bought again and recommended us because of this service } }",
    ),
    (
        "2024-09",
        "{ agent: liang.chushu, date: 2024-09-20, type: praise, rater: pei.ning, evidence: 来信 24-31, note: { zh: 客户来信感谢耐心处理退换货, en: A letter of thanks for a patient exchange } }",
    ),
    (
        "2024-10",
        "{ agent: huang.shuang, date: 2024-10-11, type: check-minus, points: 1.5, rater: he.lan, evidence: 会话 241011-0042, note: { zh: 未核实订单即答复, en: Answered without looking at the order } }",
    ),
    (
        "2024-11",
        "{ agent: chen.xiaoman, date: 2024-11-12, type: promise, points: 3, rater: song.yan, evidence: 会话 241112-0310, note: { zh: 大促期间擅自承诺次日达, en: Promised next-day delivery without asking } }",
    ),
    (
        "2024-11",
        "{ agent: zhang.li, date: 2024-11-12, type: check-plus, points: 2, rater: he.lan, evidence: 会话 241112-0188, note: { zh: 高峰期妥善安抚并主动补偿, en: Calmed a customer at peak time and offered amends } }",
    ),
    (
        "2024-12",
        "{ agent: feng.yushui, date: 2024-12-05, type: praise, rater: zhang.li, note: { zh: 主动带教新同事, en: Helped a new colleague unasked } }",
    ),
    (
        "2025-01",
        "{ agent: zhao.min, date: 2025-01-16, type: renewal, points: 2, rater: song.yan, evidence: 订单 A2501-044 }",
    ),
    (
        "2025-01",
        "{ agent: guo.xiazhi, date: 2025-01-22, type: missed-callback, rater: he.lan, note: { zh: 约定回访未执行, en: A callback that was agreed did not happen } }",
    ),
    (
        "2025-02",
        "{ agent: ren.xiaohan, date: 2025-02-18, type: check-plus, points: 1, rater: pei.ning, evidence: 工单 T-2502-18 }",
    ),
    (
        "2025-03",
        "{ agent: lin.wei, date: 2025-03-12, type: check-plus, points: 2, rater: song.yan, evidence: 会话 250312-0095, note: { zh: 需求挖掘到位, en: Found out what the customer really needed } }",
    ),
    (
        "2025-03",
        "{ agent: sun.qingming, date: 2025-03-20, type: praise, rater: song.yan, evidence: 好评 250320 }",
    ),
    (
        "2025-03",
        "{ id: check-250326, agent: huang.shuang, date: 2025-03-26, type: check-minus, points: 0, rater: he.lan, evidence: 会话 250326-0071, note: { zh: 原扣3分，申诉成立后撤销：该会话由他人接手, en: Three points were deducted and taken back on appeal because somebody else had taken the session over } }",
    ),
    (
        "2025-04",
        "{ agent: tian.dahan, date: 2025-04-15, type: renewal, points: 2, rater: pei.ning, evidence: 合同 K-2504-3 }",
    ),
    (
        "2025-04",
        "{ agent: wu.guyu, date: 2025-04-22, type: bad-attitude, rater: song.yan, evidence: 录音 250422-0019, note: { zh: 与客户争吵并辱骂客户, en: Quarrelled with a customer and used abusive words }, status: confirmed, heard_on: 2025-04-24, decided_by: shen.yi, decided_on: 2025-04-28, effect: { band_at_most: c, no_bonus: true }, through: 2025-06 }",
    ),
    (
        "2025-05",
        "{ agent: xu.mangzhong, date: 2025-05-19, type: check-plus, points: 1.5, rater: he.lan, evidence: 会话 250519-0120 }",
    ),
    (
        "2025-05",
        "{ id: check-250527, agent: ma.lixia, date: 2025-05-27, type: check-minus, points: 1, rater: song.yan, evidence: 会话 250527-0033, note: { zh: 退款规则解释有误, en: Explained the refund rules wrongly } }",
    ),
    (
        "2025-06",
        "{ agent: zhao.min, date: 2025-06-12, type: renewal, points: 3, rater: song.yan, evidence: 订单 A2506-201 }",
    ),
    (
        "2025-06",
        "{ agent: zhao.min, date: 2025-06-18, type: check-plus, points: 2, rater: song.yan, evidence: 会话 250618-0412 }",
    ),
    (
        "2025-06",
        "{ agent: zhao.min, date: 2025-06-20, type: renewal, points: 2, rater: song.yan, evidence: 订单 A2506-377 }",
    ),
    (
        "2025-07",
        "{ agent: xu.mangzhong, date: 2025-07-15, type: bad-attitude, rater: he.lan, evidence: 录音 250715-0027, note: { zh: 经听取意见并复核录音，投诉不成立, en: After the hearing and the recording the complaint proved unfounded }, status: lifted, heard_on: 2025-07-17, decided_by: shen.yi, decided_on: 2025-07-21 }",
    ),
    ("2025-07", "{ agent: tang.dashu, date: 2025-07-09, type: missed-callback, rater: he.lan }"),
    (
        "2025-08",
        "{ agent: cao.lichun, date: 2025-08-21, type: praise, rater: feng.yushui, note: { zh: 调岗后仍协助原团队交接, en: Helped the former team after moving to another } }",
    ),
    (
        "2025-09",
        "{ agent: deng.jingzhe, date: 2025-09-10, type: renewal, points: 2, rater: he.lan, evidence: 订单 A2509-058 }",
    ),
    (
        "2025-10",
        "{ agent: fan.dongzhi, date: 2025-10-16, type: praise, rater: pei.ning, evidence: 来信 25-47 }",
    ),
    (
        "2025-11",
        "{ agent: guo.xiazhi, date: 2025-11-20, type: leak, rater: he.lan, evidence: 审计 IT-2511-6, note: { zh: 疑似外发客户手机号，待核实, en: May have passed on a customer’s number; being looked into }, status: reported }",
    ),
    (
        "2025-12",
        "{ agent: zhou.bailu, date: 2025-12-12, type: check-plus, points: 2, rater: song.yan, evidence: 会话 251212-0066 }",
    ),
    (
        "2025-12",
        "{ id: check-251223, agent: ren.xiaohan, date: 2025-12-23, type: check-minus, points: 2, rater: pei.ning, evidence: 工单 T-2512-40, note: { zh: 升级工单未按时限处理, en: An escalated case was handled late } }",
    ),
];

/// A file for each month that has events.
pub(super) fn files() -> impl Iterator<Item = File> {
    EVENTS.chunk_by(|a, b| a.0 == b.0).filter_map(|of_month| {
        let (month, _) = of_month.first()?;
        let year = month.split('-').next().unwrap_or_default();
        let mut text = format!(
            "# yaml-language-server: $schema=../../schema/events.schema.json\nperiod: {month}\nevents:\n"
        );
        of_month.iter().for_each(|(_, line)| text.extend(["  - ", line, "\n"]));
        Some(File::new(format!("events/{year}/{month}.yml"), text))
    })
}
