//! Desks: what a team's work in one channel is like, before anyone in particular does it.

/// The work of a team in one channel, or its figures without channel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    /// Team id.
    pub team: &'static str,
    /// Channel id; `None` for what is counted over all channels.
    pub channel: Option<&'static str>,
    /// Contacts of a full-time agent in an ordinary month.
    pub contacts: f64,
    /// Indicators with their ordinary level: a share, seconds, hours, points, a count or money.
    pub levels: &'static [(&'static str, f64)],
}

/// The desks of the sample organisation.
pub(super) const ALL: [Desk; 9] = [
    Desk {
        team: "presale",
        channel: Some("chat"),
        contacts: 780.0,
        levels: &[
            ("contacts_handled", 0.0),
            ("first_response_time", 24.0),
            ("frt_p90", 24.0),
            ("frt_within_rate", 24.0),
            ("avg_reply_interval", 35.0),
            ("offline_message_rate", 0.976),
            ("csat_rate", 0.885),
            ("csat_avg", 0.0),
            ("complaint_rate", 0.0021),
            ("kb_usage_rate", 0.73),
            ("conversion_rate", 0.268),
            ("aov", 168.0),
            ("sales_amount", 0.0),
            ("refund_rate", 0.065),
            ("negative_word_rate", 0.013),
        ],
    },
    Desk {
        team: "aftersale",
        channel: Some("chat"),
        contacts: 360.0,
        levels: &[
            ("contacts_handled", 0.0),
            ("first_response_time", 28.0),
            ("frt_p90", 28.0),
            ("frt_within_rate", 28.0),
            ("avg_reply_interval", 38.0),
            ("csat_rate", 0.86),
            ("csat_avg", 0.0),
            ("complaint_rate", 0.0036),
            ("fcr", 0.78),
            ("resolution_rate", 0.9),
            ("kb_usage_rate", 0.7),
            ("negative_word_rate", 0.017),
        ],
    },
    Desk {
        team: "aftersale",
        channel: Some("phone"),
        contacts: 170.0,
        levels: &[
            ("contacts_handled", 0.0),
            ("first_response_time", 18.0),
            ("csat_rate", 0.88),
            ("csat_avg", 0.0),
            ("complaint_rate", 0.0036),
            ("fcr", 0.82),
            ("resolution_rate", 0.92),
            ("aht", 345.0),
        ],
    },
    Desk {
        team: "aftersale",
        channel: Some("email"),
        contacts: 85.0,
        levels: &[
            ("contacts_handled", 0.0),
            ("first_response_time", 8400.0),
            ("csat_rate", 0.84),
            ("csat_avg", 0.0),
            ("fcr", 0.7),
            ("resolution_rate", 0.88),
        ],
    },
    Desk {
        team: "priority",
        channel: Some("phone"),
        contacts: 120.0,
        levels: &[
            ("contacts_handled", 0.0),
            ("first_response_time", 14.0),
            ("csat_rate", 0.79),
            ("csat_avg", 0.0),
            ("complaint_rate", 0.006),
            ("resolution_rate", 0.84),
            ("aht", 560.0),
        ],
    },
    Desk {
        team: "priority",
        channel: Some("email"),
        contacts: 75.0,
        levels: &[
            ("contacts_handled", 0.0),
            ("first_response_time", 5400.0),
            ("csat_rate", 0.76),
            ("csat_avg", 0.0),
            ("resolution_rate", 0.82),
        ],
    },
    Desk {
        team: "presale",
        channel: None,
        contacts: 780.0,
        levels: &[
            ("qa_score", 87.0),
            ("compliance_rate", 0.984),
            ("exam_pass_rate", 0.93),
            ("training_attendance", 0.9),
            ("meeting_attendance", 0.94),
            ("cross_team_cases", 2.6),
        ],
    },
    Desk {
        team: "aftersale",
        channel: None,
        contacts: 615.0,
        levels: &[
            ("resolution_time", 23.0),
            ("qa_score", 86.0),
            ("followup_rate", 0.33),
            ("compliance_rate", 0.982),
            ("exam_pass_rate", 0.92),
            ("training_attendance", 0.88),
            ("meeting_attendance", 0.93),
            ("cross_team_cases", 3.8),
        ],
    },
    Desk {
        team: "priority",
        channel: None,
        contacts: 195.0,
        levels: &[
            ("resolution_time", 33.0),
            ("communication_score", 84.0),
            ("bad_review_rescue_rate", 0.66),
            ("followup_rate", 0.46),
            ("exam_pass_rate", 0.95),
            ("training_attendance", 0.9),
            ("meeting_attendance", 0.95),
            ("cross_team_cases", 5.2),
        ],
    },
];
