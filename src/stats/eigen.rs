//! Eigenvalues of symmetric matrices.

/// Most sweeps; a matrix of a hundred rows needs about ten.
const SWEEPS: usize = 64;

/// The eigenvalues of a symmetric `matrix`, given by rows, the largest first. `None` for a matrix that is empty, not square,
/// not symmetric, or not finite.
///
/// The cyclic Jacobi method (Golub & Van Loan, Matrix Computations, 8.5): rotations that make one element off the diagonal zero,
/// until all are negligible. Slow for large matrices, exact to the last digits for those of an indicator system.
#[must_use]
pub fn symmetric_eigenvalues(matrix: &[Vec<f64>]) -> Option<Vec<f64>> {
    let size = matrix.len();
    let square = size > 0 && matrix.iter().all(|row| row.len() == size && row.iter().all(|x| x.is_finite()));
    if !square {
        return None;
    }
    let symmetric = |row: usize, column: usize| {
        let (one, other) = (matrix[row][column], matrix[column][row]);
        (one - other).abs() <= 1e-12 * one.abs().max(other.abs()).max(1.0)
    };
    if !(0..size).all(|row| (0..row).all(|column| symmetric(row, column))) {
        return None;
    }
    let mut work = matrix.to_vec();
    for _ in 0..SWEEPS {
        let off: f64 = (0..size)
            .flat_map(|row| (0..row).map(move |column| (row, column)))
            .map(|(r, c)| work[r][c] * work[r][c])
            .sum();
        let on: f64 = (0..size).map(|at| work[at][at] * work[at][at]).sum();
        if off <= 1e-32 * on {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut work, p, q);
            }
        }
    }
    let mut values: Vec<f64> = (0..size).map(|at| work[at][at]).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    Some(values)
}

/// Makes the element at row `p` and column `q` zero.
fn rotate(matrix: &mut [Vec<f64>], p: usize, q: usize) {
    let element = matrix[p][q];
    if element == 0.0 {
        return;
    }
    let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * element);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let tangent = if theta == 0.0 { 1.0 } else { tangent };
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for row in matrix.iter_mut() {
        let (one, other) = (row[p], row[q]);
        (row[p], row[q]) = (cosine * one - sine * other, sine * one + cosine * other);
    }
    let (upper, lower) = matrix.split_at_mut(q);
    for (one, other) in upper[p].iter_mut().zip(&mut lower[0]) {
        (*one, *other) = (cosine * *one - sine * *other, sine * *one + cosine * *other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(matrix: &[&[f64]], wanted: &[f64]) {
        let rows: Vec<Vec<f64>> = matrix.iter().map(|row| row.to_vec()).collect();
        let found = symmetric_eigenvalues(&rows).unwrap();
        assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
    }

    #[test]
    fn matrices_by_hand() {
        close(&[&[2.0, 1.0], &[1.0, 2.0]], &[3.0, 1.0]);
        // The second difference: 2 + √2, 2, 2 − √2.
        let root = 2.0_f64.sqrt();
        close(&[&[2.0, -1.0, 0.0], &[-1.0, 2.0, -1.0], &[0.0, -1.0, 2.0]], &[2.0 + root, 2.0, 2.0 - root]);
        // Equal correlations r of k variables: 1 + (k − 1) r once, 1 − r for all others.
        close(&[&[1.0, 0.6, 0.6], &[0.6, 1.0, 0.6], &[0.6, 0.6, 1.0]], &[2.2, 0.4, 0.4]);
    }

    /// The matrix of Hilbert of order four; largest eigenvalue 1.5002142800592426 (Fettis & Caslin 1967).
    #[test]
    fn the_matrix_of_hilbert() {
        let rows: Vec<Vec<f64>> =
            (0..4).map(|i| (0..4).map(|j| 1.0 / f64::from(i + j + 1)).collect()).collect();
        let found = symmetric_eigenvalues(&rows).unwrap();
        assert!((found[0] - 1.500_214_280_059_242_6).abs() < 1e-14, "{found:?}");
        assert!((found.iter().sum::<f64>() - (1.0 + 1.0 / 3.0 + 1.0 / 5.0 + 1.0 / 7.0)).abs() < 1e-14);
    }

    #[test]
    fn what_is_no_symmetric_matrix_has_none() {
        assert_eq!(symmetric_eigenvalues(&[]), None);
        assert_eq!(symmetric_eigenvalues(&[vec![1.0, 2.0], vec![0.0, 1.0]]), None);
        assert_eq!(symmetric_eigenvalues(&[vec![1.0, 2.0]]), None);
    }
}
