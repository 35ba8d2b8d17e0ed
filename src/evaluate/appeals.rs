//! What was decided on appeals, against the scores that are computed.

use crate::check::Checked;
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Appeal, Model, grid, round_to};
use crate::score::{Index, scorecard};

/// Compares the score that each appeal states after its decision with the score that is computed now, at displayed
/// precision. Where they differ, the decision was not carried out in the data: that is an error, and there is no model.
///
/// Only the cards of such appeals are computed; without one nothing is.
#[must_use]
pub fn check_appeals(mut checked: Checked) -> Checked {
    let Some(model) = &checked.model else { return checked };
    let stated = || model.ledger.appeals().iter().filter_map(|appeal| Some((appeal, appeal.score_after?)));
    if stated().next().is_none() {
        return checked;
    }
    let index = Index::new(model);
    let mut sink = Sink::new();
    for (appeal, stated) in stated() {
        let now = scorecard(model, &index, appeal.agent, appeal.period).total;
        sink_difference(model, appeal, stated, now, &mut sink);
    }
    if sink.has_errors() {
        checked.diagnostics.drain(..).for_each(|fault| sink.push(fault));
        checked.diagnostics = sink.finish();
        checked.model = None;
    }
    checked
}

fn sink_difference(model: &Model, appeal: &Appeal, stated: f64, now: Option<f64>, sink: &mut Sink) {
    let decimals = model.organisation.score_decimals;
    if now.is_some_and(|now| grid(now, decimals) == grid(stated, decimals)) {
        return;
    }
    let digits = usize::from(decimals);
    let computed = now.map_or_else(
        || "there is no score".to_owned(),
        |now| format!("{:.digits$} is computed", round_to(now, decimals)),
    );
    let (agent, period) = (&model.agent(appeal.agent).id, appeal.period);
    let message = format!(
        "the score of `{agent}` in {period} is to be {stated:.digits$} after the appeal, but {computed}"
    );
    sink.push(
        Diagnostic::new(Code::AppealScoreDiffers, appeal.score_span, message)
            .also(appeal.span, "the appeal")
            .help("change the figures or the event as it was decided, or mend the stated score"),
    );
}
