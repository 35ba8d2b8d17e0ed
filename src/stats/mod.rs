//! Formulas that know no domain: summaries, ranks, intervals, distributions, trends, control charts, apportionment and
//! seeded random numbers.
//!
//! Imports: nothing.
//!
//! Everything here is pure and gives the same bits on every machine: transcendental functions come from `libm`, sums do
//! not depend on the order of their terms, and random numbers come from a named stream cipher with an explicit seed.
//! A quantity that is not defined for its input (too few values, a value that is not finite, a proportion outside 0..=1)
//! is `None`, never NaN and never a made-up zero.
//!
//! Proportions are numbers in 0..=1, not percentages.

mod apportion;
mod association;
mod binomial;
mod control;
mod dispersion;
mod eigen;
mod interval;
mod kendall;
mod least_squares;
mod logarithm;
mod many_tests;
mod normal;
mod normalise;
mod outlier;
mod random;
mod rank;
mod reliability;
mod resample;
mod sensitivity;
mod shape;
mod signal;
mod sobol;
mod summary;
mod trend;

pub use apportion::apportion;
pub use association::{SPEARMAN_MIN, correlation_interval, mean_ranks, pearson, spearman, spearman_interval};
pub use binomial::{binomial_cdf, binomial_survival, binomial_test, funnel_limits};
pub use control::{CONTROL_MIN_POINTS, ControlLimits, control_limits};
pub use dispersion::{Dispersion, dispersion, shrinkage};
pub use eigen::symmetric_eigenvalues;
pub use interval::{Interval, Z95, half_width, sampling_error, shrink, wilson};
pub use kendall::kendall;
pub use least_squares::{correlation_ratio, explained, variance_inflation};
pub use logarithm::logarithm;
pub use many_tests::{false_discovery, sign_test};
pub use normal::{normal_cdf, normal_quantile, normal_survival};
pub use normalise::{geometric_mean, min_max, percentile_ranks, z_scores};
pub use outlier::{mad_outliers, winsorised};
pub use random::Random;
pub use rank::{competition, percent_positions};
pub use reliability::{Measurements, Repeated, cronbach};
pub use resample::{Resamples, bootstrap};
pub use sensitivity::{Influence, enumerated_influence, sampled_influence};
pub use shape::{excess_kurtosis, skewness};
pub use signal::{ControlRule, ControlSide, ControlSignal, control_signals};
pub use sobol::{SOBOL_DIMENSIONS, Sobol};
pub use summary::{extent, mean, median, quantile, sample_sd};
pub use trend::{MANN_KENDALL_MIN, MannKendall, TheilSen, linear_path_share, mann_kendall, theil_sen};
