//! The fields of entries, and how a person fills each of them.

/// A field of a form, by the key of the entry that it fills.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key; with a full stop inside, a key of the mapping under the first part.
    pub(crate) key: &'static str,
    /// The message that names it.
    pub(crate) label: &'static str,
    pub(crate) widget: Widget,
    /// Whether it is the mediator's own: no party sees it, not even of its own entries.
    pub(crate) mediators: bool,
}

/// How a field is filled.
#[derive(Debug)]
pub(crate) enum Widget {
    /// A line of text.
    Line,
    /// Text of several lines.
    Text,
    /// Texts, one on each line.
    Lines,
    /// The identifier; made from the words of the entry where it is left empty.
    Code,
    /// A number; whole where nothing else makes sense.
    Number,
    /// A day.
    Day,
    /// Yes or no.
    Truth,
    /// One of some words of the format, each by the message `word-WORD`.
    Word(&'static [&'static str]),
    /// One of the things that the case names.
    One(Names),
    /// Some of them.
    Many(Names),
    /// Options of the point that the entry names under `point`.
    Options,
    /// A condition, as a phrase.
    Condition,
    /// What a condition between points demands, as a phrase; it fills keys of the entry itself.
    Rule,
    /// Entries in a table.
    Rows(&'static [Field]),
}

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Party,
    /// A party, or one of these words, by their messages.
    PartyOr(&'static [&'static str]),
    Point,
    Delegation,
}

/// The keys that a rule fills.
pub(crate) const RULE_KEYS: [&str; 5] = ["if", "then", "require", "exclude", "rule"];

/// What stands before a word of the format in the message that names it.
pub(super) const WORD: &str = "word-";

impl Field {
    const fn new(key: &'static str, label: &'static str, widget: Widget) -> Self {
        Self {
            key,
            label,
            widget,
            mediators: false,
        }
    }

    /// A remark, which stays with the mediator.
    const fn remark(label: &'static str) -> Self {
        Self {
            key: "note",
            label,
            widget: Widget::Text,
            mediators: true,
        }
    }

    /// Whether what stands in it depends on which point the entry is about.
    pub(crate) fn needs_point(&self) -> bool {
        match &self.widget {
            Widget::Options => true,
            Widget::Rows(fields) => fields.iter().any(Self::needs_point),
            _ => false,
        }
    }
}

const VISIBILITY: Widget = Widget::Word(&["word-public", "word-mediator", "word-sealed"]);
const CODE: Field = Field::new("id", "field-code", Widget::Code);
const NOTE: Field = Field::remark("field-mediators-note");
const SEEN: Field = Field::new("visibility", "field-visibility", VISIBILITY);

pub(super) const CASE: &[Field] = &[
    Field::new("title", "field-title", Widget::Line),
    Field::new("as_of", "field-as-of", Widget::Day),
    Field::new("disclaimer", "field-disclaimer", Widget::Text),
    Field::new("comparable", "field-comparable", Widget::Truth),
];

const NO_DEAL: Field = Field::new("no_deal.score", "field-no-deal", Widget::Number);
const NO_DEAL_LOW: Field = Field::new("no_deal.low", "field-no-deal-low", Widget::Number);
const NO_DEAL_HIGH: Field = Field::new("no_deal.high", "field-no-deal-high", Widget::Number);
const TREND: Field = Field::new("no_deal.trend_per_month", "field-trend", Widget::Number);
const NO_DEAL_NOTE: Field = Field::new("no_deal.note", "field-no-deal-note", Widget::Line);
const IMPASSE: Field = Field::new("impasse", "field-impasse", Widget::Number);
const SEEN_SCORES: Field = Field::new("visibility", "field-visibility-scores", VISIBILITY);

/// What a party may change of its own entry.
pub(super) const OWN: &[Field] = &[
    NO_DEAL,
    NO_DEAL_LOW,
    NO_DEAL_HIGH,
    TREND,
    NO_DEAL_NOTE,
    IMPASSE,
    SEEN_SCORES,
];

pub(super) const PARTY: &[Field] = &[
    Field::new("name", "field-name", Widget::Line),
    Field::new("short", "field-short", Widget::Line),
    Field::new("role", "field-role", Widget::Line),
    Field::new("decides_by", "field-decides-by", Widget::Line),
    NO_DEAL,
    NO_DEAL_LOW,
    NO_DEAL_HIGH,
    TREND,
    NO_DEAL_NOTE,
    IMPASSE,
    SEEN_SCORES,
    NOTE,
    Field::new("colour", "field-colour", Widget::Line),
    Field::new(
        "marker",
        "field-marker",
        Widget::Word(&[
            "word-square",
            "word-circle",
            "word-triangle",
            "word-diamond",
            "word-cross",
            "word-star",
        ]),
    ),
    CODE,
];

pub(super) const POINT: &[Field] = &[
    Field::new("title", "field-title", Widget::Line),
    Field::new(
        "options",
        "field-options",
        Widget::Rows(&[
            Field::new("label", "field-label", Widget::Line),
            Field::new("text", "field-wording", Widget::Text),
            CODE,
        ]),
    ),
    Field::new("range.from", "field-from", Widget::Number),
    Field::new("range.to", "field-to", Widget::Number),
    Field::new("range.step", "field-step", Widget::Number),
    Field::new("range.unit", "field-unit", Widget::Line),
    NOTE,
    CODE,
];

pub(super) const LINE: &[Field] = &[
    Field::new("owner", "field-owner", Widget::One(Names::Party)),
    Field::new("point", "field-point", Widget::One(Names::Point)),
    Field::new(
        "ladder",
        "field-ladder",
        Widget::Rows(&[
            Field::new("accept", "field-accept", Widget::Options),
            Field::new("cost", "field-cost", Widget::Number),
        ]),
    ),
    SEEN,
    Field::new(
        "kind",
        "field-kind",
        Widget::Word(&["word-demand", "word-law"]),
    ),
    NOTE,
    CODE,
];

pub(super) const LINK: &[Field] = &[
    Field::new("owner", "field-owner", Widget::One(Names::Party)),
    Field::new("", "field-rule", Widget::Rule),
    Field::new("relax_cost", "field-relax-cost", Widget::Number),
    SEEN,
    Field::new(
        "kind",
        "field-kind",
        Widget::Word(&["word-demand", "word-law"]),
    ),
    NOTE,
    CODE,
];

pub(super) const BODY: &[Field] = &[
    Field::new("body", "field-name", Widget::Line),
    Field::new("for_party", "field-for-party", Widget::One(Names::Party)),
    Field::new("seats", "field-seats", Widget::Number),
    Field::new(
        "blocs",
        "field-blocs",
        Widget::Rows(&[
            Field::new("label", "field-bloc", Widget::Line),
            Field::new("id", "field-code", Widget::Code),
            Field::new("seats", "field-seats", Widget::Number),
            Field::new("accepts", "field-accepts", Widget::Condition),
        ]),
    ),
    Field::new(
        "rules",
        "field-rules",
        Widget::Rows(&[
            Field::new("id", "field-rule-name", Widget::Code),
            Field::new("need", "field-need", Widget::Number),
            Field::new("when", "field-when", Widget::Condition),
            SEEN,
        ]),
    ),
    CODE,
];

pub(super) const LEVER: &[Field] = &[
    Field::new("by", "field-by", Widget::One(Names::Party)),
    Field::new("target", "field-target", Widget::One(Names::Party)),
    Field::new("no_deal_delta", "field-delta", Widget::Number),
    Field::new("cost_to_puller", "field-cost-to-puller", Widget::Number),
    Field::new("delay_days", "field-delay", Widget::Number),
    SEEN,
    NOTE,
    CODE,
];

const PRECISION: Field = Field::new(
    "precision",
    "field-precision",
    Widget::Word(&["word-day", "word-week", "word-month", "word-about"]),
);
const REPORTED: Field = Field::new("reported", "field-reported", Widget::Day);
const ABOUT: Field = Field::new("about", "field-about", Widget::Many(Names::Point));
const OPTIONS: Field = Field::new("options", "field-entry-options", Widget::Condition);
const CLAUSES: Field = Field::new("clauses", "field-clauses", Widget::Lines);
const SUPERSEDES: Field = Field::new("supersedes", "field-supersedes", Widget::Line);
const ENTERED_BY: Field = Field::new("entered_by", "field-entered-by", Widget::Line);
const VERIFIED: Field = Field::new(
    "verification.status",
    "field-verification",
    Widget::Word(&[
        "word-unverified",
        "word-probable",
        "word-confirmed",
        "word-confirmed-unattributed",
        "word-refuted",
    ]),
);
const VERIFIED_BY: Field = Field::new("verification.by", "field-verified-by", Widget::Line);
const VERIFIED_ON: Field = Field::new("verification.date", "field-verified-on", Widget::Day);

pub(super) const SESSION: &[Field] = &[
    Field::new("date", "field-day", Widget::Day),
    PRECISION,
    REPORTED,
    Field::new(
        "format",
        "field-meeting",
        Widget::Word(&[
            "word-shuttle",
            "word-bilateral",
            "word-three-way",
            "word-multilateral",
        ]),
    ),
    Field::new("with", "field-with", Widget::Many(Names::Delegation)),
    Field::new("by", "field-led-by", Widget::One(Names::Delegation)),
    Field::new("text_version", "field-text-version", Widget::Line),
    Field::new("outcome", "field-outcome", Widget::Text),
    ABOUT,
    OPTIONS,
    CLAUSES,
    SUPERSEDES,
    ENTERED_BY,
    SEEN,
    CODE,
];

pub(super) const STATEMENT: &[Field] = &[
    Field::new("date", "field-day", Widget::Day),
    PRECISION,
    REPORTED,
    Field::new("by", "field-said-by", Widget::One(Names::Party)),
    Field::new("says", "field-says", Widget::Text),
    Field::new("channel", "field-channel", Widget::Line),
    Field::new("grade", "field-grade", Widget::Line),
    ABOUT,
    Field::new("reads_as", "field-reads-as", Widget::Condition),
    CLAUSES,
    VERIFIED,
    VERIFIED_BY,
    VERIFIED_ON,
    SUPERSEDES,
    ENTERED_BY,
    SEEN,
    CODE,
];

pub(super) const INCIDENT: &[Field] = &[
    Field::new("date", "field-day", Widget::Day),
    PRECISION,
    REPORTED,
    Field::new("place", "field-place", Widget::Line),
    Field::new("kind", "field-what-happened", Widget::Line),
    Field::new("category", "field-category", Widget::Line),
    Field::new(
        "claimed_by",
        "field-claimed-by",
        Widget::One(Names::PartyOr(&["word-both"])),
    ),
    Field::new(
        "attributed_to",
        "field-attributed-to",
        Widget::One(Names::PartyOr(&[
            "word-both",
            "word-disputed",
            "word-unknown",
        ])),
    ),
    Field::new(
        "counts",
        "field-counts",
        Widget::Rows(&[
            Field::new("what", "field-counted", Widget::Line),
            Field::new("least", "field-least", Widget::Number),
            Field::new("most", "field-most", Widget::Number),
        ]),
    ),
    Field::new("response", "field-response", Widget::Line),
    Field::new(
        "sources",
        "field-sources",
        Widget::Rows(&[
            Field::new("kind", "field-source", Widget::Line),
            Field::new("grade", "field-grade", Widget::Line),
            Field::new("note", "field-note", Widget::Line),
        ]),
    ),
    Field::new("status", "field-established", Widget::Line),
    VERIFIED,
    VERIFIED_BY,
    VERIFIED_ON,
    ABOUT,
    OPTIONS,
    CLAUSES,
    SUPERSEDES,
    ENTERED_BY,
    SEEN,
    CODE,
];

pub(super) const DELEGATION: &[Field] = &[
    Field::new("party", "field-party", Widget::One(Names::Party)),
    Field::new("offices", "field-offices", Widget::Lines),
    CODE,
];

pub(super) const PHASE: &[Field] = &[
    Field::new("name", "field-name", Widget::Line),
    Field::new("day", "field-phase-day", Widget::Number),
    Field::new("opens_when", "field-opens-when", Widget::Lines),
    Field::new("deliver", "field-deliver", Widget::Lines),
    Field::new("rollback", "field-rollback", Widget::Lines),
    CODE,
];
