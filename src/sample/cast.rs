//! The twenty-four people of the sample organisation. None of them exists.

use super::calendar::day;
use super::person::{Person, Posting, Trait};
use chrono::NaiveDate;
use std::borrow::Cow;

const fn posting(from: NaiveDate, team: &'static str, level: &'static str) -> Posting {
    Posting { from, team, level }
}

const fn person(
    names: [&'static str; 3],
    joined: NaiveDate,
    postings: &'static [Posting],
    skill: f64,
    traits: &'static [Trait],
) -> Person {
    let [id, zh, en] = names;
    let (id, zh, en) = (Cow::Borrowed(id), Cow::Borrowed(zh), Cow::Borrowed(en));
    Person {
        id,
        zh,
        en,
        joined,
        left: None,
        honour: false,
        postings: Cow::Borrowed(postings),
        skill,
        hours: 1.0,
        traits,
    }
}

/// Someone who agreed to be named on the honour board.
const fn named(mut person: Person) -> Person {
    person.honour = true;
    person
}

const fn left(mut person: Person, last: NaiveDate) -> Person {
    person.left = Some(last);
    person
}

const fn part_time(mut person: Person, hours: f64) -> Person {
    person.hours = hours;
    person
}

const fn lasting(indicator: &'static str, shift: f64) -> Trait {
    Trait { indicator, shift, slope: 0.0, pinned: None }
}

const fn sloping(indicator: &'static str, shift: f64, slope: f64) -> Trait {
    Trait { indicator, shift, slope, pinned: None }
}

const fn pinned(indicator: &'static str, line: f64) -> Trait {
    Trait { indicator, shift: 0.0, slope: 0.0, pinned: Some(line) }
}

/// Someone who gets steadily better.
const IMPROVING: &[Trait] = &[
    sloping("csat_rate", -1.6, 0.16),
    sloping("first_response_time", -1.5, 0.17),
    sloping("conversion_rate", -1.0, 0.12),
    sloping("qa_score", -1.2, 0.13),
];

/// Someone who gets steadily worse.
const DECLINING: &[Trait] = &[
    sloping("csat_rate", 1.0, -0.14),
    sloping("first_response_time", 0.8, -0.13),
    sloping("conversion_rate", 0.6, -0.1),
    sloping("qa_score", 0.8, -0.12),
];

/// Fast at the cost of quality (the pitfall of source 003).
const HASTY: &[Trait] = &[
    lasting("first_response_time", 2.2),
    lasting("csat_rate", -1.6),
    lasting("fcr", -1.2),
    lasting("qa_score", -1.0),
];

/// Slow and thorough.
const THOROUGH: &[Trait] = &[
    lasting("first_response_time", -1.4),
    lasting("csat_rate", 1.4),
    lasting("fcr", 1.3),
    lasting("qa_score", 1.2),
];

/// Sells well, and sees more goods come back.
const SELLER: &[Trait] = &[lasting("conversion_rate", 1.8), lasting("aov", 1.5), lasting("csat_rate", -0.4)];

/// Keeps an eye on the line that counts.
const BUNCHED: &[Trait] = &[pinned("csat_rate", 0.9)];

/// The agents of the sample organisation, sorted by id.
pub(super) fn cast() -> Vec<Person> {
    let mut all: Vec<Person> = PRESALE.iter().chain(&AFTERSALE).chain(&PRIORITY).cloned().collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

const PRESALE: [Person; 10] = [
    person(
        ["lin.wei", "林薇", "Lin Wei"],
        day(2023, 5, 8),
        &[posting(day(2023, 5, 8), "presale", "junior"), posting(day(2025, 1, 1), "presale", "middle")],
        0.2,
        IMPROVING,
    ),
    person(
        ["zhao.min", "赵敏", "Zhao Min"],
        day(2021, 3, 15),
        &[posting(day(2021, 3, 15), "presale", "senior")],
        1.1,
        SELLER,
    ),
    person(
        ["chen.xiaoman", "陈小满", "Chen Xiaoman"],
        day(2022, 9, 1),
        &[posting(day(2022, 9, 1), "presale", "middle")],
        0.1,
        BUNCHED,
    ),
    person(
        ["wu.guyu", "吴谷雨", "Wu Guyu"],
        day(2022, 4, 11),
        &[posting(day(2022, 4, 11), "presale", "middle")],
        0.2,
        DECLINING,
    ),
    person(
        ["zhou.bailu", "周白露", "Zhou Bailu"],
        day(2025, 3, 10),
        &[posting(day(2025, 3, 10), "presale", "junior")],
        0.4,
        &[],
    ),
    person(
        ["sun.qingming", "孙清明", "Sun Qingming"],
        day(2022, 2, 14),
        &[posting(day(2022, 2, 14), "presale", "middle")],
        0.5,
        THOROUGH,
    ),
    part_time(
        person(
            ["ma.lixia", "马立夏", "Ma Lixia"],
            day(2024, 3, 4),
            &[posting(day(2024, 3, 4), "presale", "junior")],
            -0.1,
            &[],
        ),
        0.55,
    ),
    left(
        person(
            ["gao.hanlu", "高寒露", "Gao Hanlu"],
            day(2023, 1, 9),
            &[posting(day(2023, 1, 9), "presale", "middle")],
            -0.5,
            &[],
        ),
        day(2025, 8, 31),
    ),
    person(
        ["luo.xiaoxue", "罗小雪", "Luo Xiaoxue"],
        day(2025, 9, 1),
        &[posting(day(2025, 9, 1), "presale", "junior")],
        -0.2,
        &[],
    ),
    // From pre-sales to after-sales on the first of a month in the middle of a quarter.
    person(
        ["he.qiufen", "何秋分", "He Qiufen"],
        day(2022, 11, 21),
        &[posting(day(2022, 11, 21), "presale", "middle"), posting(day(2025, 5, 1), "aftersale", "middle")],
        0.3,
        &[],
    ),
];

const AFTERSALE: [Person; 10] = [
    person(
        ["zhang.li", "张莉", "Zhang Li"],
        day(2020, 6, 1),
        &[posting(day(2020, 6, 1), "aftersale", "senior")],
        1.2,
        &[lasting("followup_rate", 1.2)],
    ),
    person(
        ["huang.shuang", "黄霜", "Huang Shuang"],
        day(2022, 7, 4),
        &[posting(day(2022, 7, 4), "aftersale", "middle")],
        0.0,
        HASTY,
    ),
    person(
        ["xu.mangzhong", "许芒种", "Xu Mangzhong"],
        day(2022, 5, 30),
        &[posting(day(2022, 5, 30), "aftersale", "middle")],
        0.4,
        &[],
    ),
    person(
        ["zhu.lidong", "朱立冬", "Zhu Lidong"],
        day(2024, 2, 19),
        &[posting(day(2024, 2, 19), "aftersale", "junior"), posting(day(2025, 4, 1), "aftersale", "middle")],
        0.3,
        &[sloping("fcr", -1.0, 0.12), sloping("followup_rate", -0.8, 0.12)],
    ),
    person(
        ["guo.xiazhi", "郭夏至", "Guo Xiazhi"],
        day(2023, 6, 19),
        &[posting(day(2023, 6, 19), "aftersale", "middle")],
        -0.4,
        &[],
    ),
    left(
        person(
            ["song.xiaoshu", "宋小暑", "Song Xiaoshu"],
            day(2024, 5, 6),
            &[posting(day(2024, 5, 6), "aftersale", "junior")],
            -0.8,
            &[],
        ),
        day(2025, 2, 14),
    ),
    person(
        ["tang.dashu", "唐大暑", "Tang Dashu"],
        day(2023, 3, 27),
        &[posting(day(2023, 3, 27), "aftersale", "middle")],
        -0.2,
        &[lasting("resolution_time", -1.2)],
    ),
    person(
        ["deng.jingzhe", "邓惊蛰", "Deng Jingzhe"],
        day(2024, 11, 18),
        &[posting(day(2024, 11, 18), "aftersale", "junior")],
        0.6,
        &[],
    ),
    named(person(
        ["feng.yushui", "冯雨水", "Feng Yushui"],
        day(2021, 10, 11),
        &[posting(day(2021, 10, 11), "aftersale", "middle"), posting(day(2025, 7, 1), "aftersale", "senior")],
        0.9,
        &[],
    )),
    // From after-sales to the complaints desk in the middle of a month.
    person(
        ["cao.lichun", "曹立春", "Cao Lichun"],
        day(2021, 8, 2),
        &[posting(day(2021, 8, 2), "aftersale", "middle"), posting(day(2025, 8, 18), "priority", "middle")],
        0.6,
        THOROUGH,
    ),
];

const PRIORITY: [Person; 4] = [
    person(
        ["liang.chushu", "梁处暑", "Liang Chushu"],
        day(2019, 9, 2),
        &[posting(day(2019, 9, 2), "priority", "senior")],
        0.8,
        &[],
    ),
    person(
        ["tian.dahan", "田大寒", "Tian Dahan"],
        day(2020, 1, 6),
        &[posting(day(2020, 1, 6), "priority", "senior")],
        0.4,
        &[],
    ),
    person(
        ["ren.xiaohan", "任小寒", "Ren Xiaohan"],
        day(2022, 1, 4),
        &[posting(day(2022, 1, 4), "priority", "middle")],
        -0.3,
        &[],
    ),
    person(
        ["fan.dongzhi", "范冬至", "Fan Dongzhi"],
        day(2022, 12, 19),
        &[posting(day(2022, 12, 19), "priority", "middle")],
        0.0,
        &[sloping("bad_review_rescue_rate", -0.8, 0.1)],
    ),
];
