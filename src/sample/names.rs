//! Made-up names for organisations of any size.

/// Surnames with their pinyin.
const SURNAMES: [(&str, &str); 40] = [
    ("王", "Wang"),
    ("李", "Li"),
    ("张", "Zhang"),
    ("刘", "Liu"),
    ("陈", "Chen"),
    ("杨", "Yang"),
    ("黄", "Huang"),
    ("赵", "Zhao"),
    ("吴", "Wu"),
    ("周", "Zhou"),
    ("徐", "Xu"),
    ("孙", "Sun"),
    ("马", "Ma"),
    ("朱", "Zhu"),
    ("胡", "Hu"),
    ("郭", "Guo"),
    ("何", "He"),
    ("林", "Lin"),
    ("高", "Gao"),
    ("罗", "Luo"),
    ("郑", "Zheng"),
    ("梁", "Liang"),
    ("谢", "Xie"),
    ("宋", "Song"),
    ("唐", "Tang"),
    ("许", "Xu"),
    ("邓", "Deng"),
    ("冯", "Feng"),
    ("韩", "Han"),
    ("曹", "Cao"),
    ("曾", "Zeng"),
    ("彭", "Peng"),
    ("萧", "Xiao"),
    ("蔡", "Cai"),
    ("潘", "Pan"),
    ("田", "Tian"),
    ("董", "Dong"),
    ("袁", "Yuan"),
    ("于", "Yu"),
    ("余", "Yu"),
];

/// Syllables of given names with their pinyin.
const SYLLABLES: [(&str, &str); 36] = [
    ("春", "chun"),
    ("夏", "xia"),
    ("秋", "qiu"),
    ("冬", "dong"),
    ("晴", "qing"),
    ("雨", "yu"),
    ("雪", "xue"),
    ("霜", "shuang"),
    ("云", "yun"),
    ("露", "lu"),
    ("山", "shan"),
    ("川", "chuan"),
    ("溪", "xi"),
    ("海", "hai"),
    ("松", "song"),
    ("竹", "zhu"),
    ("梅", "mei"),
    ("兰", "lan"),
    ("菊", "ju"),
    ("荷", "he"),
    ("桐", "tong"),
    ("柳", "liu"),
    ("枫", "feng"),
    ("桂", "gui"),
    ("东", "dong"),
    ("南", "nan"),
    ("西", "xi"),
    ("北", "bei"),
    ("安", "an"),
    ("宁", "ning"),
    ("和", "he"),
    ("平", "ping"),
    ("明", "ming"),
    ("星", "xing"),
    ("月", "yue"),
    ("辰", "chen"),
];

/// The `n`-th name in Chinese and English; names begin to repeat after 51,840.
pub(super) fn name(n: usize) -> (String, String) {
    // Steps without common factors with the lengths, so that neighbours do not look alike.
    let pick = |list: &[(&'static str, &'static str)], at: usize| {
        list.get(at % list.len()).copied().unwrap_or_default()
    };
    let surname = pick(&SURNAMES, n * 7 + n / SURNAMES.len());
    let first = pick(&SYLLABLES, n * 5 + n / SYLLABLES.len());
    let second = pick(&SYLLABLES, n * 11 + n / (SURNAMES.len() * SYLLABLES.len()) + 3);
    let given = format!("{}{}", first.1, second.1);
    let capital: String =
        given.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(given.chars().skip(1)).collect();
    (format!("{}{}{}", surname.0, first.0, second.0), format!("{} {capital}", surname.1))
}
