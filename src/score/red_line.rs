//! What red lines do to a card: they hold down the band, never the number (domain notes A083 and C, "veto / red line").

use super::{CardStep, Scorecard};
use crate::model::{Model, RedLine};

/// Holds the band of `card` down to what its red lines allow, and notes which one did. The total stays as it is.
pub(super) fn apply(model: &Model, card: &mut Scorecard) {
    card.earned_band = card.band;
    if model.ledger.events().is_empty() {
        return;
    }
    let (first, last) = (card.period.first(), card.period.last());
    card.red_lines = model.ledger.acting(card.agent, first, last).collect();
    let Some(scheme) = card.scheme.map(|scheme| model.scheme(scheme)) else { return };
    for ix in &card.red_lines {
        let case = model.ledger.event(*ix).and_then(|event| event.case.as_ref());
        let best = case.and_then(|RedLine { band_at_most, .. }| {
            let id = band_at_most.as_ref()?;
            scheme.bands.iter().position(|band| band.id == *id)
        });
        // Bands are listed best first, so a larger position is a lower band.
        if let (Some(best), Some(reached)) = (best, card.band)
            && reached < best
        {
            card.band = Some(best);
            card.steps.push(CardStep::BandOverridden { earned: reached, band: best, event: *ix });
        }
    }
}
