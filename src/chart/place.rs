//! Keeps labels apart.

/// Moves labels that stand at `wanted` heights so that neighbours are at least `gap` apart and all lie between `low`
/// and `high`, in the order they had. When there is not enough room the gap shrinks evenly.
pub(super) fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let height = |index: &usize| wanted.get(*index).copied().unwrap_or(low);
    order.sort_by(|a, b| height(a).total_cmp(&height(b)).then(a.cmp(b)));
    let gaps = wanted.len().saturating_sub(1).max(1) as f64;
    let gap = gap.min((high - low).max(0.0) / gaps);
    let mut placed: Vec<f64> = Vec::with_capacity(order.len());
    for index in &order {
        let least = placed.last().map_or(low, |above| above + gap);
        placed.push(height(index).max(least));
    }
    let mut most = high;
    for at in placed.iter_mut().rev() {
        *at = at.min(most);
        most = *at - gap;
    }
    let mut result = wanted.to_vec();
    for (index, at) in order.into_iter().zip(placed) {
        if let Some(slot) = result.get_mut(index) {
            *slot = at;
        }
    }
    result
}

/// The area that a label covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Left edge.
    pub(super) left: f64,
    /// Upper edge.
    pub(super) top: f64,
    /// Right edge.
    pub(super) right: f64,
    /// Lower edge.
    pub(super) bottom: f64,
}

impl Area {
    /// True when two areas share ground.
    pub(super) fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// True when this area lies within `other`.
    pub(super) fn within(&self, other: &Area) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_order_and_distance() {
        assert_eq!(spread(&[50.0, 48.0, 90.0], 10.0, 0.0, 100.0), [58.0, 48.0, 90.0]);
        assert_eq!(spread(&[99.0, 98.0], 10.0, 0.0, 100.0), [100.0, 90.0]);
        assert_eq!(spread(&[5.0, 5.0, 5.0], 80.0, 0.0, 100.0), [0.0, 50.0, 100.0]);
    }

    #[test]
    fn areas_that_touch_do_not_meet() {
        let a = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        assert!(!a.meets(&Area { left: 10.0, right: 20.0, ..a }));
        assert!(a.meets(&Area { left: 9.0, right: 20.0, ..a }));
    }
}
