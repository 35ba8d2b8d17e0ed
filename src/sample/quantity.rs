//! The indicators as things to be drawn: how they vary between agents, from month to month and by chance.

/// How an indicator is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    /// Indicator id.
    pub id: &'static str,
    /// What is drawn.
    pub form: Form,
    /// Standard deviation between agents on the form's scale (logarithm for durations, log-odds for shares, plain for
    /// points), so that 1 is a clear difference for shares and 0 means that agents differ by chance alone.
    pub between: f64,
    /// Effect of a promotion month, on the same scale, downwards from good.
    pub peak: f64,
    /// How values are shown.
    pub shown: Shown,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// The contacts themselves, on which other figures rest.
    Contacts,
    /// Sum and number of durations, each case varying by the standard deviation given as a share of the mean.
    Duration {
        /// Cases.
        cases: Cases,
        /// Decimals of the sum.
        decimals: usize,
    },
    /// Share of sessions within so many seconds; follows from the first response time.
    Within(f64),
    /// 90th percentile of the first response time; follows from it.
    Percentile90,
    /// A share of cases; `lower` if lower is better.
    Share {
        /// Cases.
        cases: Cases,
        /// Lower is better.
        lower: bool,
    },
    /// The satisfied among the ratings of the month.
    Ratings,
    /// Sum of the same ratings, 1–5.
    RatingSum,
    /// Mean of marks 0–100 with the standard deviation of a single mark.
    Marks {
        /// Reviews in a full month.
        reviews: u64,
        /// Standard deviation of a mark.
        sd: f64,
    },
    /// Enquirers who paid.
    Conversion,
    /// Net sales of the same buyers.
    Sales,
    /// Paid amount per buyer.
    OrderValue,
    /// Refunded among the same orders.
    Refunds,
    /// A plain count in a full month.
    Count,
}

/// On how many cases a figure rests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cases {
    /// A share of the month's contacts.
    OfContacts(f64),
    /// So many in a full month, give or take.
    About(f64),
    /// Exactly so many, whoever is at work.
    Exactly(u64),
}

/// How a value is shown: factor, suffix, decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown(pub f64, pub &'static str, pub usize);

const PERCENT: Shown = Shown(100.0, "%", 1);
const PER_MILLE: Shown = Shown(1000.0, "‰", 1);
const SECONDS: Shown = Shown(1.0, "s", 0);
const HOURS: Shown = Shown(1.0, "h", 1);
const PLAIN_1: Shown = Shown(1.0, "", 1);
const PLAIN_2: Shown = Shown(1.0, "", 2);
const WHOLE: Shown = Shown(1.0, "", 0);

const fn quantity(id: &'static str, form: Form, between: f64, peak: f64, shown: Shown) -> Quantity {
    Quantity { id, form, between, peak, shown }
}

const fn share(id: &'static str, cases: Cases, between: f64, peak: f64) -> Quantity {
    quantity(id, Form::Share { cases, lower: false }, between, peak, PERCENT)
}

const fn seconds(id: &'static str, cases: Cases, between: f64, peak: f64) -> Quantity {
    quantity(id, Form::Duration { cases, decimals: 0 }, between, peak, SECONDS)
}

/// Every drawn indicator. Those with a `between` of 0 are the same for all agents in truth: their differences are luck, as
/// the audit should find.
pub(super) const ALL: [Quantity; 28] = [
    quantity("contacts_handled", Form::Contacts, 0.0, 0.0, WHOLE),
    seconds("first_response_time", Cases::OfContacts(0.985), 0.22, 0.3),
    quantity("frt_p90", Form::Percentile90, 0.0, 0.0, SECONDS),
    quantity("frt_within_rate", Form::Within(30.0), 0.0, 0.0, PERCENT),
    seconds("avg_reply_interval", Cases::OfContacts(6.2), 0.15, 0.2),
    share("offline_message_rate", Cases::OfContacts(0.05), 0.6, 0.4),
    quantity("csat_rate", Form::Ratings, 0.32, 0.25, PERCENT),
    quantity("csat_avg", Form::RatingSum, 0.0, 0.0, PLAIN_2),
    quantity(
        "complaint_rate",
        Form::Share { cases: Cases::OfContacts(1.0), lower: true },
        0.0,
        0.3,
        PER_MILLE,
    ),
    share("fcr", Cases::OfContacts(0.7), 0.3, 0.15),
    share("resolution_rate", Cases::OfContacts(0.7), 0.25, 0.2),
    quantity(
        "resolution_time",
        Form::Duration { cases: Cases::OfContacts(0.16), decimals: 1 },
        0.2,
        0.2,
        HOURS,
    ),
    seconds("aht", Cases::OfContacts(1.0), 0.12, -0.05),
    share("kb_usage_rate", Cases::OfContacts(0.6), 0.35, 0.1),
    quantity("conversion_rate", Form::Conversion, 0.14, -0.12, PERCENT),
    quantity("sales_amount", Form::Sales, 0.0, 0.0, WHOLE),
    quantity("aov", Form::OrderValue, 0.06, -0.08, PLAIN_2),
    quantity("refund_rate", Form::Refunds, 0.0, 0.15, PERCENT),
    quantity("qa_score", Form::Marks { reviews: 10, sd: 7.0 }, 3.2, 1.0, PLAIN_1),
    quantity("communication_score", Form::Marks { reviews: 12, sd: 8.0 }, 0.8, 0.0, PLAIN_1),
    share("bad_review_rescue_rate", Cases::About(16.0), 0.3, 0.2),
    share("followup_rate", Cases::About(70.0), 0.35, 0.5),
    share("compliance_rate", Cases::About(60.0), 0.0, 0.2),
    share("exam_pass_rate", Cases::Exactly(1), 0.5, 0.0),
    share("training_attendance", Cases::Exactly(3), 0.3, 0.6),
    share("meeting_attendance", Cases::Exactly(4), 0.2, 0.4),
    quantity(
        "negative_word_rate",
        Form::Share { cases: Cases::OfContacts(1.0), lower: true },
        0.3,
        0.35,
        PERCENT,
    ),
    quantity("cross_team_cases", Form::Count, 0.3, 0.1, PLAIN_1),
];

/// The quantity with this indicator id.
pub(super) fn find(id: &str) -> Option<&'static Quantity> {
    ALL.iter().find(|quantity| quantity.id == id)
}
