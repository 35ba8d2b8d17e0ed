//! One figure against its indicator: the form that the measure asks for, and a value that is possible.

use super::quantity::{convert, impossible, is_possible, shown};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::model::{Days, Entry, Holder, Indicator, Measure, Month};
use crate::raw::{Figure, MetricsCell, Quantity, Suffix};

/// Days worked and scheduled, `21/22`.
pub(super) fn days(cell: &MetricsCell, holder: Holder, month: Month, sink: &mut Sink) -> Option<Days> {
    let fault = |code: Code, message: String| Diagnostic::new(code, cell.span, message);
    let most = f64::from(month.days());
    let found = match cell.figure {
        _ if matches!(holder, Holder::Team(_)) => {
            Err(fault(Code::WrongFigure, "days belong to agents, not to a team".to_owned()))
        }
        Figure::Pair(worked, scheduled)
            if scheduled > 0.0 && scheduled <= most && (0.0..=most).contains(&worked) =>
        {
            Ok(Days { worked, scheduled })
        }
        Figure::Pair(worked, scheduled) => {
            let message = format!("{worked} of {scheduled} days is impossible in a month of {most} days");
            Err(fault(Code::ImpossibleDays, message).note("at least part of a day has to be scheduled"))
        }
        _ => Err(fault(Code::WrongFigure, "days are written worked/scheduled, such as 21/22".to_owned())),
    };
    found.map_err(|fault| sink.push(fault)).ok()
}

/// Figures of one indicator.
pub(super) struct Figures<'a> {
    pub(super) on: &'a Indicator,
}

impl Figures<'_> {
    /// The entry of `cell`; a fault is reported.
    pub(super) fn entry(&self, cell: &MetricsCell, sink: &mut Sink) -> Option<Entry> {
        let span = cell.span;
        let found = match (&self.on.measure, cell.figure) {
            (Measure::Composite(_), _) => Err(Box::new(self.wrong_form(span))),
            (_, Figure::NotApplicable) => Ok(Entry::NotApplicable),
            (Measure::Share { .. }, Figure::Pair(a, b)) => self.share(a, b, span),
            (Measure::Mean { .. } | Measure::Quotient { .. }, Figure::Pair(a, b)) => self.ratio(a, b, span),
            (
                Measure::Share { .. } | Measure::Mean { .. } | Measure::Quotient { .. },
                Figure::Long(value, n),
            ) => self.long(value, n, span).map(|value| Entry::Reconstructed(value, n)),
            (Measure::State { .. }, Figure::Long(value, n)) => {
                self.long(value, n, span).map(|value| Entry::State(value, n))
            }
            (Measure::Nps, Figure::Triple(p, q, d)) => self.nps(p, q, d, span),
            (Measure::Count { .. }, Figure::Single(Quantity { number, suffix: Suffix::None })) => {
                self.count(number, span)
            }
            (Measure::Amount { .. }, Figure::Single(value)) => {
                let text = value.number.to_string();
                convert(value, &text, span, self.on.precision.unit)
                    .and_then(|value| self.possible(value, span).map(|()| Entry::Number(value)))
            }
            _ => Err(Box::new(self.wrong_form(span))),
        };
        found.map_err(|fault| sink.push(*fault)).ok()
    }

    fn share(&self, a: f64, b: f64, span: Span) -> Result<Entry, Box<Diagnostic>> {
        if a > b {
            let Measure::Share { numerator, denominator, .. } = &self.on.measure else {
                return Err(Box::new(self.wrong_form(span)));
            };
            let message = format!("{a} of {b} is more than all");
            return Err(Box::new(
                Diagnostic::new(Code::NumeratorAboveDenominator, span, message)
                    .note(format!("`{}` is {} / {}", self.on.id, numerator.en, denominator.en))
                    .help("check both counts; they may have changed places"),
            ));
        }
        self.not_negative(a, span)?;
        self.ratio(a, b, span)
    }

    fn ratio(&self, a: f64, b: f64, span: Span) -> Result<Entry, Box<Diagnostic>> {
        self.not_negative(b, span)?;
        if b == 0.0 {
            // 0/0 says that there were no cases, which is not a value but is no fault either.
            if a == 0.0 {
                return Ok(Entry::Pair(a, b));
            }
            let message = format!("{a}/0 has no value: nothing was counted below the line");
            let fault = Diagnostic::new(Code::ZeroDenominator, span, message);
            return Err(Box::new(fault.help("write 0/0 if there were no cases")));
        }
        self.possible(a / b, span)?;
        Ok(Entry::Pair(a, b))
    }

    fn long(&self, value: Quantity, n: Option<f64>, span: Span) -> Result<f64, Box<Diagnostic>> {
        let unit = self.on.precision.unit;
        let text = value.number.to_string();
        let kept = convert(value, &text, span, unit)?;
        self.not_negative(n.unwrap_or_default(), span)?;
        self.possible(kept, span)?;
        Ok(kept)
    }

    fn nps(&self, p: f64, q: f64, d: f64, span: Span) -> Result<Entry, Box<Diagnostic>> {
        let mut counts = [0_u32; 3];
        for (count, number) in counts.iter_mut().zip([p, q, d]) {
            self.not_negative(number, span)?;
            if number.fract() != 0.0 || number > f64::from(u32::MAX) {
                let message = format!("{number} is not a number of people");
                return Err(Box::new(Diagnostic::new(Code::WrongFigure, span, message)));
            }
            *count = number as u32;
        }
        let [promoters, passives, detractors] = counts;
        Ok(Entry::Nps(promoters, passives, detractors))
    }

    fn count(&self, number: f64, span: Span) -> Result<Entry, Box<Diagnostic>> {
        self.not_negative(number, span)?;
        self.possible(number, span)?;
        Ok(Entry::Number(number))
    }

    fn not_negative(&self, number: f64, span: Span) -> Result<(), Box<Diagnostic>> {
        if number >= 0.0 {
            return Ok(());
        }
        let message = format!("{number} cannot be counted: it is below zero");
        Err(Box::new(Diagnostic::new(Code::NegativeCount, span, message)))
    }

    fn possible(&self, value: f64, span: Span) -> Result<(), Box<Diagnostic>> {
        if is_possible(value, self.on) { Ok(()) } else { Err(Box::new(impossible(value, span, self.on))) }
    }

    fn wrong_form(&self, span: Span) -> Diagnostic {
        let (measure, form) = match &self.on.measure {
            Measure::Share { .. } => {
                ("share", "counts such as 182/201, or { value: 93.1%, n: 410 }".to_owned())
            }
            Measure::Mean { .. } => {
                ("mean", "sum and count such as 15400/812, or { value: …, n: … }".to_owned())
            }
            Measure::Quotient { .. } => ("quotient", "two numbers such as 5200/4800".to_owned()),
            Measure::Count { .. } => ("count", "a plain number such as 6".to_owned()),
            Measure::Amount { .. } => ("amount", "a plain number such as 15200.50".to_owned()),
            Measure::Nps => ("nps", "promoters/passives/detractors such as 430/120/60".to_owned()),
            Measure::Composite(_) => {
                let message =
                    format!("`{}` is combined from other indicators and has no figures", self.on.id);
                return Diagnostic::new(Code::WrongFigure, span, message)
                    .help("write the figures of its parts")
                    .also(self.on.span, "the indicator is defined here");
            }
            Measure::State { .. } => {
                let example = shown(1.0, self.on.precision.unit);
                ("state", format!("{{ value: {example}, n: 812 }}"))
            }
        };
        let message = format!("`{}` is a {measure} and is not written like this", self.on.id);
        Diagnostic::new(Code::WrongFigure, span, message)
            .help(format!("write {form}"))
            .also(self.on.span, "the indicator is defined here")
    }
}
