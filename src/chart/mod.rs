//! Charts as typed data: a static SVG for every kind, and for the large kinds an ECharts option beside it.
//! Imports: nothing.
//!
//! Every kind is a plain struct of numbers (geometry) and texts that the caller has formatted already. A missing value
//! is `None`: a gap, never joined, never zero. Numbers that are not finite, or too large to draw, count as missing.
//! A drawing without anything to show is empty, so that the page can say in words why.
//!
//! The SVG carries classes only (`templates/assets/chart.css`), no ids, no styles, no size but its `viewBox`; role and
//! name belong to the figure around it. The option is pure data: template formatters, no functions.

mod axes;
mod axes_option;
mod bars;
mod bullet;
mod bump;
mod distribution;
mod drawing;
mod funnel;
mod line_run;
mod mark;
mod option;
mod paired;
mod pen;
mod place;
mod progress;
mod ranges;
mod scale;
mod scoring;
mod shade;
mod slope;
mod sparkline;
mod stacked;
mod strip;
mod text;
mod ticks;
mod time_mark;
mod trend;
mod waterfall;
mod weights;

pub use bars::{BarRow, Bars};
pub use bullet::Bullet;
pub use bump::{Bump, BumpLine};
pub use distribution::{Bin, Distribution};
pub use drawing::Drawing;
pub use funnel::{Funnel, FunnelPoint, Limits};
pub use mark::{Mark, Reading, Reference, Status};
pub use paired::{Pair, Paired};
pub use progress::Progress;
pub use ranges::{RangeRow, Ranges};
pub use scoring::ScoringRule;
pub use shade::Shade;
pub use slope::{Slope, SlopeLine};
pub use sparkline::{Dot, Sparkline};
pub use stacked::{Layer, Stacked};
pub use strip::{Quartiles, Strip};
pub use time_mark::TimeMark;
pub use trend::{NaturalRange, Trend, TrendLine};
pub use waterfall::{Step, Waterfall};
pub use weights::{Share, Weights};

#[cfg(test)]
mod laws;
