//! Lints of schemes: pitfalls of the field that are no faults of the data (domain notes A021, A031, A065, A109–A111, A006).
//! Each can be accepted with a written reason, by the scheme or for the whole organisation.

use super::words;
use crate::diag::{Code, Diagnostic, Sink, quoted, suggest};
use crate::model::{
    Accepted, Control, Dimension, DimensionIx, IndicatorIx, Item, Lints, Measure, Model, Month, Nature,
    Scheme, Source, Stage, round_to,
};
use crate::raw::{self, Entries};
use chrono::NaiveDate;

/// The codes that can be accepted.
const CODES: [Code; 10] = [
    Code::OnlyResults,
    Code::DominantWeight,
    Code::FewDimensions,
    Code::CoreWeighsLeast,
    Code::SubjectiveShare,
    Code::UncontrolledWeight,
    Code::UnweightedDimension,
    Code::NoKnowledgeIndicator,
    Code::NoQualityGuardrail,
    Code::CoreWithoutData,
];
/// Months without figures after which a core indicator counts as not collected.
const RECENT: i32 = 3;

/// The limits of the organisation.
pub(super) fn limits(raw: Option<raw::Lints>, sink: &mut Sink) -> Lints {
    let default = Lints::default();
    let Some(raw) = raw else { return default };
    let raw::Lints { dominant, dimensions, subjective, uncontrolled, accepts, place: _ } = raw;
    let mut percent = |word: Option<raw::NumberWord>, default: f64| {
        word.and_then(|word| words::number_in(&word, 0.0..=100.0, sink)).unwrap_or(default)
    };
    let dominant = percent(dominant, default.dominant);
    let subjective = percent(subjective, default.subjective);
    let uncontrolled = percent(uncontrolled, default.uncontrolled);
    let fewest = dimensions.and_then(|word| words::whole(&word, 1..=100, sink));
    Lints {
        dominant,
        dimensions: fewest.unwrap_or(default.dimensions),
        subjective,
        uncontrolled,
        accepts: accepted(accepts, sink),
    }
}

/// What is accepted; a word that is no code of a lint is reported.
pub(super) fn accepted(entries: Option<Entries<raw::Text>>, sink: &mut Sink) -> Vec<Accepted> {
    let one = |(word, reason): (raw::IdWord, Option<raw::Text>)| {
        let code = CODES.into_iter().find(|code| code.text() == word.text);
        if code.is_none() {
            let message = format!("{} is no lint that could be accepted", quoted(&word.text));
            let known = || CODES.iter().map(|code| code.text());
            sink.push(
                Diagnostic::new(Code::UnknownWord, word.span, message)
                    .note(format!("the lints are: {}", known().collect::<Vec<_>>().join(", ")))
                    .help_if(suggest(&word.text, known()).map(|name| format!("did you mean `{name}`?"))),
            );
        }
        Some(Accepted { code: code?, reason: words::text(reason?) })
    };
    entries.into_iter().flat_map(|entries| entries.list).filter_map(one).collect()
}

/// Looks at every scheme that is in force or to come: nobody can mend one that has ended.
pub(super) fn schemes(model: &Model, as_of: Option<NaiveDate>, sink: &mut Sink) {
    let today = as_of.map(Month::of).or(model.metrics.range().map(|(_, last)| last));
    let open = |scheme: &&Scheme| today.is_none_or(|today| scheme.to.is_none_or(|to| today <= to));
    let desk = Desk { model, written: recently_written(model) };
    for scheme in model.schemes.iter().filter(open) {
        let found = [
            desk.only_results(scheme),
            desk.dominant(scheme),
            desk.few_dimensions(scheme),
            desk.core(scheme),
            desk.subjective(scheme),
            desk.uncontrolled(scheme),
            desk.knowledge(scheme),
            desk.guardrail(scheme),
            desk.core_without_data(scheme),
        ];
        let all = model.organisation.lints.accepts.iter().chain(&scheme.accepts);
        let accepted: Vec<Code> = all.map(|accepted| accepted.code).collect();
        found.into_iter().flatten().filter(|fault| !accepted.contains(&fault.code)).for_each(|fault| {
            let help =
                format!("if it is meant so, say why in the scheme: `accepts: {{ {}: … }}`", fault.code);
            sink.push(fault.help(help));
        });
    }
    desk.unweighted(sink);
}

/// Which indicators have a figure in the last months of the data; `None` without any data.
fn recently_written(model: &Model) -> Option<Vec<bool>> {
    let (_, last) = model.metrics.range()?;
    let mut written = vec![false; model.indicators.len()];
    for row in model.metrics.rows().iter().filter(|row| last.since(row.month) < RECENT) {
        for cell in model.metrics.cells(row) {
            if let Some(known) = written.get_mut(cell.indicator.at()) {
                *known = true;
            }
        }
    }
    Some(written)
}

struct Desk<'a> {
    model: &'a Model,
    written: Option<Vec<bool>>,
}

impl Desk<'_> {
    fn dimension(&self, ix: DimensionIx) -> Option<&Dimension> {
        self.model.organisation.dimensions.get(ix.at())
    }

    fn dimension_of(&self, indicator: IndicatorIx) -> Option<&Dimension> {
        self.dimension(self.model.indicator(indicator).dimension)
    }

    fn nature(&self, item: &Item) -> Nature {
        self.dimension_of(item.indicator).map_or(Nature::Other, |dimension| dimension.nature)
    }

    /// Weight of the items that `wanted` takes, in percent.
    fn weight(scheme: &Scheme, wanted: impl Fn(&Item) -> bool) -> f64 {
        scheme.items.iter().filter(|item| wanted(item)).map(|item| item.weight).sum()
    }

    /// Weight by position of the dimension.
    fn by_dimension(&self, scheme: &Scheme) -> Vec<f64> {
        let mut weights = vec![0.0; self.model.organisation.dimensions.len()];
        for item in &scheme.items {
            if let Some(weight) = weights.get_mut(self.model.indicator(item.indicator).dimension.at()) {
                *weight += item.weight;
            }
        }
        weights
    }

    fn limits(&self) -> &Lints {
        &self.model.organisation.lints
    }

    fn only_results(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let process =
            |item: &Item| self.model.indicator(item.indicator).stage_in(self.nature(item)) == Stage::Process;
        let message = format!("`{}` weighs results only: no indicator shows how the work is done", scheme.id);
        (!scheme.items.iter().any(process)).then(|| {
            Diagnostic::new(Code::OnlyResults, scheme.span, message)
                .note("results come late and by many hands; what people do each day is what they can change")
                .help("weigh an indicator of the process as well, such as quality reviews or response time")
        })
    }

    fn dominant(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let most = self.limits().dominant;
        let heavy = scheme.items.iter().max_by(|a, b| a.weight.total_cmp(&b.weight))?;
        let name = &self.model.indicator(heavy.indicator).id;
        let message =
            format!("`{name}` alone has {} of the weight of `{}`", percent(heavy.weight), scheme.id);
        (heavy.weight > most).then(|| {
            Diagnostic::new(Code::DominantWeight, heavy.span, message)
                .note(format!("above {} everything else hardly counts", percent(most)))
                .help("spread the weight over more indicators")
        })
    }

    fn few_dimensions(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let fewest = usize::from(self.limits().dimensions);
        let count = self.by_dimension(scheme).iter().filter(|weight| **weight > 0.0).count();
        let message = format!("`{}` weighs {count} of at least {fewest} dimensions", scheme.id);
        (count < fewest).then(|| {
            Diagnostic::new(Code::FewDimensions, scheme.span, message)
                .note("what is measured on one side is easily gained at the cost of the others")
                .help("weigh indicators of further dimensions")
        })
    }

    fn core(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let weights = self.by_dimension(scheme);
        let dimensions = self.model.organisation.dimensions.iter().zip(&weights);
        let (core, weight) = dimensions.filter(|(d, _)| d.core).min_by(|a, b| a.1.total_cmp(b.1))?;
        let of_others = self.model.organisation.dimensions.iter().zip(&weights);
        let mut others = of_others.filter(|(d, weight)| !d.core && **weight > 0.0).peekable();
        let least = others.peek().is_some() && others.all(|(_, other)| weight < other);
        let message = format!(
            "the core dimension `{}` has {} of the weight of `{}`, less than any other",
            core.id,
            percent(*weight),
            scheme.id
        );
        least.then(|| {
            Diagnostic::new(Code::CoreWeighsLeast, scheme.span, message)
                .also(core.span, "called the core here")
                .help("weigh the core more, or take `core` off the dimension")
        })
    }

    fn subjective(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let most = self.limits().subjective;
        let judged =
            |item: &Item| matches!(self.model.indicator(item.indicator).source, Source::Rater | Source::Own);
        let weight = Self::weight(scheme, judged);
        let message =
            format!("{} of the weight of `{}` rests on judgement or own reports", percent(weight), scheme.id);
        (weight > most).then(|| {
            Diagnostic::new(Code::SubjectiveShare, scheme.span, message)
                .note(format!("the limit is {}", percent(most)))
                .help("weigh what a system records or customers say, or have two raters judge")
        })
    }

    fn uncontrolled(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let most = self.limits().uncontrolled;
        let foreign = |item: &Item| self.model.indicator(item.indicator).control != Control::Agent;
        let weight = Self::weight(scheme, foreign);
        let message = format!(
            "{} of the weight of `{}` lies on indicators that the agent does not control",
            percent(weight),
            scheme.id
        );
        (weight > most).then(|| {
            Diagnostic::new(Code::UncontrolledWeight, scheme.span, message)
                .note(format!("the limit is {}", percent(most)))
                .help("weigh what the agent can move; show the others as context")
        })
    }

    fn knowledge(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let known = scheme.items.iter().any(|item| self.nature(item) == Nature::Knowledge);
        let message = format!("`{}` weighs no indicator of knowledge or training", scheme.id);
        (!known).then(|| {
            Diagnostic::new(Code::NoKnowledgeIndicator, scheme.span, message)
                .note("an appraisal that is not linked to training tells people what is missing and not how to get there")
                .help("weigh an exam or training, in a dimension with `nature: knowledge`")
        })
    }

    fn guardrail(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let has = |nature| scheme.items.iter().any(|item| self.nature(item) == nature);
        let pressed = match (has(Nature::Speed), has(Nature::Sales)) {
            (true, true) => "speed and sales",
            (true, false) => "speed",
            (false, true) => "sales",
            (false, false) => return None,
        };
        let message = format!("`{}` weighs {pressed}, and nothing that guards quality", scheme.id);
        (!has(Nature::Quality)).then(|| {
            Diagnostic::new(Code::NoQualityGuardrail, scheme.span, message)
                .note("speed and sales can be gained at the cost of quality")
                .help("weigh an indicator of a dimension with `nature: quality`, such as satisfaction or complaints")
        })
    }

    /// Whether there are recent figures of an indicator, or of a part of a composite one. `check` has refused circles.
    fn has_figures(&self, written: &[bool], indicator: IndicatorIx) -> bool {
        match &self.model.indicator(indicator).measure {
            Measure::Composite(of) => of.parts.iter().any(|part| self.has_figures(written, part.indicator)),
            _ => written.get(indicator.at()).copied().unwrap_or_default(),
        }
    }

    fn core_without_data(&self, scheme: &Scheme) -> Option<Diagnostic> {
        let written = self.written.as_ref()?;
        let (_, last) = self.model.metrics.range()?;
        let core = |item: &&Item| self.dimension_of(item.indicator).is_some_and(|dimension| dimension.core);
        let silent = |item: &&Item| !self.has_figures(written, item.indicator);
        let item = scheme.items.iter().filter(core).find(silent)?;
        let message = format!(
            "`{}` belongs to the core, and nobody has figures of it in the last {RECENT} months of data",
            self.model.indicator(item.indicator).id
        );
        (scheme.from <= last).then(|| {
            Diagnostic::new(Code::CoreWithoutData, item.span, message)
                .note("strengths and weaknesses that are not tracked cannot be acted on")
                .help("supply its figures, or weigh another indicator")
        })
    }

    /// Dimensions that no scheme weighs at all.
    fn unweighted(&self, sink: &mut Sink) {
        let accepts = &self.limits().accepts;
        if self.model.schemes.is_empty() || accepts.iter().any(|a| a.code == Code::UnweightedDimension) {
            return;
        }
        let mut weighed = vec![false; self.model.organisation.dimensions.len()];
        for item in self.model.schemes.iter().flat_map(|scheme| &scheme.items) {
            if let Some(known) = weighed.get_mut(self.model.indicator(item.indicator).dimension.at()) {
                *known = true;
            }
        }
        let dimensions = self.model.organisation.dimensions.iter().zip(weighed);
        for (dimension, _) in dimensions.filter(|(_, weighed)| !weighed) {
            let message = format!("no scheme weighs the dimension `{}`", dimension.id);
            sink.push(
                Diagnostic::new(Code::UnweightedDimension, dimension.span, message)
                    .note("what is called a dimension of the work and never counts is soon forgotten")
                    .help("weigh one of its indicators, or say why not: `lints: { accepts: { unweighted-dimension: … } }` in deskscore.yml"),
            );
        }
    }
}

fn percent(weight: f64) -> String {
    format!("{}%", round_to(weight, 2))
}
