//! Points that fill a cube evenly: the Sobol sequence.

/// Most dimensions of [`Sobol`].
pub const SOBOL_DIMENSIONS: usize = 21;

/// Binary digits of a coordinate.
const BITS: usize = 32;

/// Degree of the primitive polynomial, its inner coefficients as binary digits, and the first direction numbers, from the
/// second dimension on.
///
/// Joe & Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, SIAM Journal on Scientific
/// Computing 30:2635–2654, table `new-joe-kuo-6.21201`, its first rows.
const DIRECTIONS: [(usize, u32, &[u32]); SOBOL_DIMENSIONS - 1] = [
    (1, 0, &[1]),
    (2, 1, &[1, 3]),
    (3, 1, &[1, 3, 1]),
    (3, 2, &[1, 1, 1]),
    (4, 1, &[1, 1, 3, 3]),
    (4, 4, &[1, 3, 5, 13]),
    (5, 2, &[1, 1, 5, 5, 17]),
    (5, 4, &[1, 1, 5, 5, 5]),
    (5, 7, &[1, 1, 7, 11, 19]),
    (5, 11, &[1, 1, 5, 1, 1]),
    (5, 13, &[1, 1, 1, 3, 11]),
    (5, 14, &[1, 3, 5, 5, 31]),
    (6, 1, &[1, 3, 3, 9, 7, 49]),
    (6, 13, &[1, 1, 1, 15, 21, 21]),
    (6, 16, &[1, 3, 1, 13, 27, 49]),
    (6, 19, &[1, 1, 1, 15, 7, 5]),
    (6, 22, &[1, 3, 1, 15, 13, 25]),
    (6, 25, &[1, 1, 5, 5, 19, 61]),
    (7, 1, &[1, 3, 7, 11, 23, 15, 103]),
    (7, 4, &[1, 3, 7, 13, 13, 15, 69]),
];

/// The Sobol sequence in the order of Gray codes, beginning at the origin.
///
/// Sobol (1967), USSR Computational Mathematics and Mathematical Physics 7:86–112; order: Antonov & Saleev (1979), ibid.
/// 19:252–256. Use 2ᵏ points: only then are they balanced in every dimension.
#[derive(Debug, Clone)]
pub struct Sobol {
    directions: Vec<[u32; BITS]>,
    state: Vec<u32>,
    index: u32,
}

impl Sobol {
    /// The sequence in `dimensions` dimensions; `None` for none, or for more than [`SOBOL_DIMENSIONS`].
    #[must_use]
    pub fn new(dimensions: usize) -> Option<Self> {
        if dimensions == 0 || dimensions > SOBOL_DIMENSIONS {
            return None;
        }
        let first = std::array::from_fn(|bit| 1_u32 << (BITS - 1 - bit));
        let rest = DIRECTIONS.iter().take(dimensions - 1).map(|row| directions(*row));
        Some(Self {
            directions: std::iter::once(first).chain(rest).collect(),
            state: vec![0; dimensions],
            index: 0,
        })
    }
}

/// Points with coordinates in [0, 1), multiples of 2⁻³².
impl Iterator for Sobol {
    type Item = Vec<f64>;

    fn next(&mut self) -> Option<Vec<f64>> {
        let point = self.state.iter().map(|digits| f64::from(*digits) / 4_294_967_296.0).collect();
        let bit = self.index.trailing_ones() as usize;
        self.index = self.index.checked_add(1)?;
        for (state, directions) in self.state.iter_mut().zip(&self.directions) {
            *state ^= directions.get(bit).copied().unwrap_or(0);
        }
        Some(point)
    }
}

/// All direction numbers of a dimension by the recurrence of its polynomial (Joe & Kuo 2008, equation 2).
fn directions((degree, inner, start): (usize, u32, &[u32])) -> [u32; BITS] {
    let mut found = [0_u32; BITS];
    for bit in 0..BITS {
        found[bit] = match start.get(bit) {
            Some(number) => number << (BITS - 1 - bit),
            None => {
                let mut next = found[bit - degree] ^ (found[bit - degree] >> degree);
                for place in 1..degree {
                    if (inner >> (degree - 1 - place)) & 1 == 1 {
                        next ^= found[bit - place];
                    }
                }
                next
            }
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first points of the first two dimensions by hand, and of dimension 3 from its numbers 1, 3.
    #[test]
    fn first_points_by_hand() {
        let points: Vec<Vec<f64>> = Sobol::new(3).unwrap().take(5).collect();
        assert_eq!(points[0], [0.0, 0.0, 0.0]);
        assert_eq!(points[1], [0.5, 0.5, 0.5]);
        assert_eq!(points[2], [0.75, 0.25, 0.25]);
        assert_eq!(points[3], [0.25, 0.75, 0.75]);
        assert_eq!(points[4], [0.375, 0.375, 0.625]);
    }

    /// Each dimension of 2ᵏ points has one point in each of 2ᵏ equal parts.
    #[test]
    fn every_dimension_is_balanced() {
        let points: Vec<Vec<f64>> = Sobol::new(SOBOL_DIMENSIONS).unwrap().take(256).collect();
        for dimension in 0..SOBOL_DIMENSIONS {
            let mut parts: Vec<u32> = points.iter().map(|point| (point[dimension] * 256.0) as u32).collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..256).collect::<Vec<_>>(), "{dimension}");
        }
        assert!(Sobol::new(0).is_none() && Sobol::new(SOBOL_DIMENSIONS + 1).is_none());
    }

    /// Point 100 of all dimensions, as an independent program with the published table gives it.
    #[test]
    fn a_point_of_all_dimensions_as_published() {
        let point = Sobol::new(SOBOL_DIMENSIONS).unwrap().nth(100).unwrap();
        let parts: Vec<u32> = point.iter().map(|coordinate| (coordinate * 128.0) as u32).collect();
        assert_eq!(parts, POINT_100);
    }

    const POINT_100: [u32; SOBOL_DIMENSIONS] =
        [53, 33, 99, 93, 113, 95, 3, 61, 81, 89, 59, 87, 61, 109, 41, 63, 87, 95, 107, 43, 97];
}
