//! Star levels, queues and improvement plans.

use super::incentive::Desk;
use super::incentive_rule::unknown_band;
use super::requirement::often;
use super::{wording, words};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{ImprovementPlan, Purpose, Queue, StarLevel, Stars};
use crate::raw;

impl Desk<'_> {
    pub(super) fn stars(&self, raw: raw::Stars, span: Span, sink: &mut Sink) -> Option<Stars> {
        let raw::Stars { levels, at_least, of, down, wait, place: _ } = raw;
        let up = often(Some(&at_least), Some(&of), sink);
        let down = match down {
            Some(raw::StarDown { missed, of, place: _ }) => often(Some(&missed), Some(&of), sink),
            None => Some((0, 0)),
        };
        let wait = wait.map_or(Some(0), |word| words::whole(&word, 0..=36, sink));
        let mut read = Vec::new();
        for (word, level) in levels.list {
            let raw::StarLevel { name, conditions, keep, place } = level?;
            let id = words::id(&word, sink);
            let conditions = self.requirements(conditions, place.of("conditions"), sink);
            let keep = match keep {
                Some(list) => self.requirements(list, place.of("keep"), sink),
                None => conditions.clone(),
            };
            read.push(StarLevel { id: id?, name: words::text(name), conditions: conditions?, keep: keep? });
        }
        if read.is_empty() {
            sink.push(Diagnostic::new(Code::IncentiveIncomplete, span, "there is no star level"));
            return None;
        }
        let ((at_least, of), (down_missed, down_of)) = (up?, down?);
        Some(Stars { levels: read, at_least, of, down_missed, down_of, wait: wait? as u8 })
    }

    pub(super) fn queue(&self, raw: raw::Queue, span: Span, sink: &mut Sink) -> Option<Queue> {
        let raw::Queue { purpose, conditions, at_least, of, order, lowest_first, after, offer, place } = raw;
        offer.iter().for_each(|offer| wording::look(offer, sink));
        let conditions = self.requirements(conditions, place.of("conditions"), sink);
        let often = often(at_least.as_ref(), of.as_ref(), sink);
        let order = self.basis(order.as_ref(), sink);
        let lowest_first = lowest_first.map_or(Some(false), |word| words::flag(&word, sink));
        let purpose = match purpose {
            raw::Purpose::Training => Purpose::Training,
            raw::Purpose::Promotion => Purpose::Promotion,
            raw::Purpose::PostChange => Purpose::PostChange,
        };
        if purpose == Purpose::PostChange && after.is_none() {
            let message = "a change of post is proposed without any training before it";
            sink.push(
                Diagnostic::new(Code::PostChangeWithoutTraining, span, message)
                    .help("name the training queue that comes first: `after: …`"),
            );
        }
        let after = match after {
            Some(word) => self.other(&word, sink).map(Some),
            None => Some(None),
        };
        let (at_least, of) = often?;
        Some(Queue {
            purpose,
            conditions: conditions?,
            at_least,
            of,
            order: order?,
            lowest_first: lowest_first?,
            after: after?,
            offer: words::text_or_empty(offer),
        })
    }

    pub(super) fn improvement_plan(
        &self,
        raw: raw::ImprovementPlan,
        sink: &mut Sink,
    ) -> Option<ImprovementPlan> {
        let raw::ImprovementPlan { below, at_least, of, core, core_missed, days, support, after, place } =
            raw;
        wording::look(&support, sink);
        let band = words::id(&below, sink);
        let bands = || self.schemes.iter().flatten().flat_map(|scheme| &scheme.bands);
        let known = band.filter(|id| {
            let known = bands().any(|band| band.id == *id);
            if !known {
                sink.push(unknown_band(&below.text, below.span, bands().map(|band| band.id.as_str())));
            }
            known
        });
        let often = often(Some(&at_least), Some(&of), sink);
        let core = match core {
            Some(list) => self.requirements(list, place.of("core"), sink),
            None => Some(Vec::new()),
        };
        let core_missed = core_missed.map_or(Some(0), |word| words::whole(&word, 1..=36, sink));
        let length = words::whole(&days, 1..=366, sink);
        if let Some(length) = length.filter(|days| ![30, 60, 90].contains(days)) {
            let message =
                format!("a plan of {length} days is unusual: its check-ins are set for 30, 60 or 90");
            sink.push(Diagnostic::new(Code::OutOfRange, days.span, message).help("write 30, 60 or 90"));
        }
        let after = match after {
            Some(word) => self.other(&word, sink).map(Some),
            None => Some(None),
        };
        let (at_least, of) = often?;
        Some(ImprovementPlan {
            below: known?,
            at_least,
            of,
            core: core?,
            core_missed: core_missed? as u8,
            days: length?,
            support: words::text(support),
            after: after?,
        })
    }
}
