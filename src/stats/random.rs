//! Seeded random numbers that never change: same seed, same numbers, on every machine and in every later version.
//!
//! The source is the key stream of ChaCha with 8 rounds (Bernstein 2008, ChaCha, a variant of Salsa20), a published
//! cipher, not a library's "standard" generator that may be replaced; `tests` pins it to the published test vector and
//! pins the first draws of each kind. Drawing methods are written out here for the same reason.

use super::normal::quantile_inside;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::ops::Range;

/// Up to this mean, binomial (rarer outcome) and Poisson draws invert the exact distribution, at a cost of about the mean.
///
/// Above, they round a normal number corrected for skewness: with a mean of 30 the distribution function then differs
/// from the exact one by less than 0.002 everywhere (measured by a test), less than 10,000 draws can tell apart.
const EXACT_UP_TO_MEAN: f64 = 30.0;

/// A stream of random numbers given by its seed.
#[derive(Debug, Clone)]
pub struct Random {
    source: ChaCha8Rng,
}

impl Random {
    /// The stream of a seed: the cipher's key is the seed in little-endian order, followed by zeros.
    pub fn seeded(seed: u64) -> Self {
        Self::stream(seed, 0)
    }

    /// One of 2⁶⁴ independent streams of a seed (the cipher's nonce), so that one use of random numbers never shifts the
    /// numbers of another. Stream 0 is [`Random::seeded`].
    pub fn stream(seed: u64, stream: u64) -> Self {
        let mut key = [0; 32];
        for (place, byte) in key.iter_mut().zip(seed.to_le_bytes()) {
            *place = byte;
        }
        let mut source = ChaCha8Rng::from_seed(key);
        source.set_stream(stream);
        Self { source }
    }

    /// A number in [0, 1): one of the 2⁵³ multiples of 2⁻⁵³, each as likely. Takes one word of the stream.
    pub fn uniform(&mut self) -> f64 {
        (self.source.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A standard normal number, Φ⁻¹ of a uniform one strictly between 0 and 1. Takes one word of the stream.
    pub fn normal(&mut self) -> f64 {
        quantile_inside(self.open_uniform())
    }

    /// An integer of the range, each as likely; `None` if the range is empty (nothing is drawn then).
    ///
    /// Lemire (2019), Fast random integer generation in an interval, ACM Transactions on Modeling and Computer
    /// Simulation 29(1):3: multiplication with rejection, without the bias of a modulo. Takes one word, rarely more.
    pub fn integer(&mut self, range: Range<i64>) -> Option<i64> {
        if range.is_empty() {
            return None;
        }
        let offset = self.below(range.end.wrapping_sub(range.start) as u64);
        Some(range.start.wrapping_add(offset as i64))
    }

    /// An element, each as likely; `None` if there is none.
    pub fn choice<'items, T>(&mut self, items: &'items [T]) -> Option<&'items T> {
        let place = self.integer(0..i64::try_from(items.len()).ok()?)?;
        items.get(usize::try_from(place).ok()?)
    }

    /// Puts the elements in a random order, each order as likely.
    ///
    /// Fisher & Yates in the form of Durstenfeld (1964), Algorithm 235: Random permutation, Communications of the ACM 7:420.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1) as usize;
            items.swap(last, other);
        }
    }

    /// Successes among n trials of probability p. `None` unless 0 ≤ p ≤ 1. Takes one word of the stream.
    ///
    /// Exact by inversion while n·min(p, 1 − p) ≤ 30 (Devroye 1986, Non-Uniform Random Variate Generation, chapter X), above a
    /// rounded normal number with the Cornish–Fisher skewness term, kept in 0..=n.
    pub fn binomial(&mut self, n: u64, p: f64) -> Option<u64> {
        if !(0.0..=1.0).contains(&p) {
            return None;
        }
        let rarer = p.min(1.0 - p);
        let mean = n as f64 * rarer;
        let count = if mean <= EXACT_UP_TO_MEAN {
            invert_binomial(self.uniform(), n, rarer)
        } else {
            let skewness_of_count = 1.0 - 2.0 * rarer;
            rounded_normal(self.open_uniform(), mean, mean * (1.0 - rarer), skewness_of_count).min(n)
        };
        Some(if p > 0.5 { n - count } else { count })
    }

    /// A Poisson count of the given mean. `None` unless the mean is finite and not negative. Takes one word of the stream.
    ///
    /// Exact by inversion while the mean is at most 30 (Devroye 1986, chapter X), above a rounded normal number with the
    /// Cornish–Fisher skewness term, not below 0.
    pub fn poisson(&mut self, mean: f64) -> Option<u64> {
        if !(mean >= 0.0 && mean.is_finite()) {
            return None;
        }
        Some(if mean <= EXACT_UP_TO_MEAN {
            invert_poisson(self.uniform(), mean)
        } else {
            rounded_normal(self.open_uniform(), mean, mean, 1.0)
        })
    }

    /// Fills `bytes`, each value of each byte as likely. Takes a word of the stream for each eight, or part of eight.
    pub fn bytes(&mut self, bytes: &mut [u8]) {
        let whole = bytes.len() / 8 * 8;
        let (words, rest) = bytes.split_at_mut(whole);
        self.source.fill_bytes(words);
        if !rest.is_empty() {
            for (place, byte) in rest.iter_mut().zip(self.source.next_u64().to_le_bytes()) {
                *place = byte;
            }
        }
    }

    /// A number strictly between 0 and 1: the midpoints of 2⁵² equal steps, exact in an `f64`.
    fn open_uniform(&mut self) -> f64 {
        ((self.source.next_u64() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// An integer in 0..bound; 0 for a bound of 0.
    fn below(&mut self, bound: u64) -> u64 {
        let mut product = u128::from(self.source.next_u64()) * u128::from(bound);
        let rejected = bound.wrapping_neg().checked_rem(bound).unwrap_or(0);
        while (product as u64) < rejected {
            product = u128::from(self.source.next_u64()) * u128::from(bound);
        }
        (product >> 64) as u64
    }
}

/// Smallest k with u < P(X ≤ k), X binomial, p ≤ 1/2 and n·p ≤ 30 so that P(X = 0) does not vanish.
fn invert_binomial(u: f64, n: u64, p: f64) -> u64 {
    let odds = p / (1.0 - p);
    let none = libm::exp(n as f64 * libm::log1p(-p));
    invert(u, none, n, |count| odds * (n - count) as f64 / (count + 1) as f64)
}

/// Smallest k with u < P(X ≤ k), X Poisson with a mean up to 30.
fn invert_poisson(u: f64, mean: f64) -> u64 {
    invert(u, libm::exp(-mean), u64::MAX, |count| mean / (count + 1) as f64)
}

/// Walks up the counts from 0, `ratio(k)` being P(X = k + 1)/P(X = k); ends where the masses no longer reach u.
fn invert(u: f64, none: f64, largest: u64, ratio: impl Fn(u64) -> f64) -> u64 {
    let (mut count, mut mass, mut cumulated) = (0, none, none);
    while u >= cumulated && count < largest {
        mass *= ratio(count);
        count += 1;
        let next = cumulated + mass;
        // The sum has stopped growing beyond the mode: rounding kept it a hair below u.
        if next == cumulated && ratio(count) < 1.0 {
            break;
        }
        cumulated = next;
    }
    count
}

/// The count nearest to the Cornish–Fisher quantile of u; third cumulant/variance is `skew` (1 − 2p binomial, 1 Poisson).
fn rounded_normal(u: f64, mean: f64, variance: f64, skew: f64) -> u64 {
    let z = quantile_inside(u);
    let count = libm::floor(mean + z * variance.sqrt() + skew * (z * z - 1.0) / 6.0 + 0.5);
    // A float-to-integer cast saturates, so a negative count becomes 0.
    count as u64
}

#[cfg(test)]
mod tests {
    use super::super::binomial::binomial_cdf;
    use super::*;
    use proptest::prelude::*;

    /// First 64 bytes of the ChaCha8 key stream under an all-zero 256-bit key and nonce: Strombergson (2013), Test Vectors
    /// for the Stream Cipher ChaCha, TC1; read as eight little-endian words.
    const PUBLISHED: [u64; 8] = [
        0xd640_5f89_2fef_003e,
        0xa1a5_091f_e8b8_5b7f,
        0x3b7f_9ace_c30e_842c,
        0x1e1a_71ef_88e1_1b18,
        0x416f_21b9_72e1_4c98,
        0x1956_6d45_6753_449f,
        0x01b0_86da_a342_4a31,
        0x42fe_0c0e_b8fd_7b38,
    ];

    #[test]
    fn seed_zero_is_the_published_key_stream() {
        let mut random = Random::seeded(0);
        assert_eq!(PUBLISHED.map(|_| random.source.next_u64()), PUBLISHED);
    }

    /// Worked from the published words by another program.
    #[test]
    fn first_draws_are_pinned_for_ever() {
        let mut random = Random::seeded(0);
        assert_eq!(
            [random.uniform(), random.uniform(), random.uniform()],
            [0.836_919_756_882_647_2, 0.631_424_494_066_523_1, 0.232_415_843_466_748_48]
        );
        let mut random = Random::seeded(0);
        let expected = [0.981_876_922_398_653_2, 0.335_628_523_464_555_1, -0.730_913_995_387_720_5];
        for expected in expected {
            assert!((random.normal() - expected).abs() < 1e-15);
        }
        let mut random = Random::seeded(0);
        let digits: Vec<_> = (0..8).filter_map(|_| random.integer(0..10)).collect();
        assert_eq!(digits, [8, 6, 2, 1, 2, 0, 0, 2]);
    }

    /// Seven draws below 8, 7, … 2 swap the last place with place ⌊word·bound/2⁶⁴⌋: 6, 4, 1, 0, 1, 0, 0.
    #[test]
    fn shuffle_is_pinned_for_ever() {
        let mut letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
        Random::seeded(0).shuffle(&mut letters);
        assert_eq!(letters, ['d', 'c', 'h', 'f', 'a', 'b', 'e', 'g']);
    }

    /// Words are those of the stream, and what is left of the last word is not used.
    #[test]
    fn bytes_are_the_words_of_the_stream() {
        let mut random = Random::seeded(0);
        let mut bytes = [0; 19];
        random.bytes(&mut bytes);
        let words: Vec<u8> = PUBLISHED.iter().flat_map(|word| word.to_le_bytes()).collect();
        assert_eq!(bytes[..], words[..19]);
        assert_eq!(random.source.next_u64(), PUBLISHED[3]);
    }

    #[test]
    fn streams_and_seeds_differ_and_repeat() {
        let first = |mut random: Random| [random.uniform(), random.uniform()];
        assert_eq!(first(Random::seeded(7)), first(Random::stream(7, 0)));
        assert_ne!(first(Random::seeded(7)), first(Random::seeded(8)));
        assert_ne!(first(Random::seeded(7)), first(Random::stream(7, 1)));
    }

    /// Two fair coins: distribution function 1/4, 3/4, 1. Mean 1 Poisson: 0.3679, 0.7358, 0.9197, …
    #[test]
    fn inversion_by_hand() {
        let coins = [0.0, 0.249, 0.25, 0.749, 0.751, 0.999_999].map(|u| invert_binomial(u, 2, 0.5));
        assert_eq!(coins, [0, 0, 1, 1, 2, 2]);
        let counts = [0.0, 0.367, 0.368, 0.735, 0.736, 0.919, 0.92].map(|u| invert_poisson(u, 1.0));
        assert_eq!(counts, [0, 0, 1, 1, 2, 2, 3]);
        assert_eq!(invert_binomial(0.999, 5, 0.0), 0);
        assert_eq!(invert_poisson(0.999, 0.0), 0);
    }

    /// The largest uniform number must not walk for ever, whatever the mean.
    #[test]
    fn inversion_ends_at_the_last_uniform_number() {
        let last = 1.0 - f64::EPSILON / 2.0;
        for mean in [0.0, 1e-300, 0.001, 0.5, 1.0, 7.3, 29.9, 30.0] {
            assert!(invert_poisson(last, mean) < 120, "{mean}");
            assert!(invert_binomial(last, 1_000_000, mean / 1e6) < 120, "{mean}");
        }
    }

    /// The exact distribution function against the approximation, count by count, at means just above the switch.
    #[test]
    fn the_approximation_is_close_above_the_switch() {
        for (n, p) in [(61, 0.5), (100, 0.31), (1_000, 0.031), (100_000, 0.000_31)] {
            let mean = n as f64 * p;
            let mut worst = 0.0_f64;
            for step in 1..2_000 {
                let u = f64::from(step) / 2_000.0;
                let count = rounded_normal(u, mean, mean * (1.0 - p), 1.0 - 2.0 * p).min(n);
                let at = binomial_cdf(count, n, p).expect("defined");
                let below = if count == 0 { 0.0 } else { binomial_cdf(count - 1, n, p).expect("defined") };
                worst = worst.max(below - u).max(u - at);
            }
            assert!(worst < 0.002, "n {n}, p {p}: {worst}");
        }
    }

    /// Within five standard errors of the mean, and 6 % of the variance, over 20,000 draws of a fixed seed.
    fn has_moments(mean: f64, variance: f64, draw: impl Fn(&mut Random) -> f64) {
        let mut random = Random::seeded(2_025);
        let draws: Vec<f64> = (0..20_000).map(|_| draw(&mut random)).collect();
        let found = draws.iter().sum::<f64>() / 20_000.0;
        let spread = draws.iter().map(|value| (value - found) * (value - found)).sum::<f64>() / 20_000.0;
        assert!((found - mean).abs() < 5.0 * (variance / 20_000.0).sqrt(), "mean {found}, not {mean}");
        assert!((spread / variance - 1.0).abs() < 0.06, "variance {spread}, not {variance}");
    }

    #[test]
    fn draws_have_the_right_mean_and_variance() {
        has_moments(0.5, 1.0 / 12.0, Random::uniform);
        has_moments(0.0, 1.0, Random::normal);
        has_moments(4.5, 99.0 / 12.0, |random| random.integer(0..10).expect("not empty") as f64);
        for (n, p) in [(12, 0.9), (40, 0.5), (500, 0.9), (10_000, 0.02)] {
            let mean = n as f64 * p;
            has_moments(mean, mean * (1.0 - p), |random| random.binomial(n, p).expect("defined") as f64);
        }
        for mean in [0.3, 7.0, 29.0, 31.0, 400.0] {
            has_moments(mean, mean, |random| random.poisson(mean).expect("defined") as f64);
        }
    }

    #[test]
    fn certainty_and_nonsense() {
        let mut random = Random::seeded(1);
        assert_eq!(
            (random.binomial(9, 0.0), random.binomial(9, 1.0), random.binomial(0, 0.4)),
            (Some(0), Some(9), Some(0))
        );
        assert_eq!((random.binomial(9, 1.1), random.binomial(9, f64::NAN)), (None, None));
        assert_eq!(
            (random.poisson(0.0), random.poisson(-1.0), random.poisson(f64::INFINITY)),
            (Some(0), None, None)
        );
        assert_eq!((random.integer(3..3), random.choice::<u8>(&[])), (None, None));
        assert_eq!((random.integer(3..4), random.choice(&["only"])), (Some(3), Some(&"only")));
        assert!(random.integer(i64::MIN..i64::MAX).is_some());
    }

    proptest! {
        #[test]
        fn draws_stay_in_range(seed: u64, n in 0_u64..5_000, p in 0.0..=1.0_f64, low in -99_i64..99, width in 1_i64..99) {
            let mut random = Random::seeded(seed);
            prop_assert!((0.0..1.0).contains(&random.uniform()));
            prop_assert!(random.normal().is_finite());
            prop_assert!(random.binomial(n, p).expect("defined") <= n);
            prop_assert!((low..low + width).contains(&random.integer(low..low + width).expect("not empty")));
        }

        #[test]
        fn shuffling_loses_nothing(seed: u64, items in proptest::collection::vec(0_u8..20, 0..30)) {
            let (mut before, mut after) = (items.clone(), items);
            Random::seeded(seed).shuffle(&mut after);
            before.sort_unstable();
            after.sort_unstable();
            prop_assert_eq!(before, after);
        }
    }
}
