//! The entries of a case file that decide a verdict.

use serde_json::{Value as Json, json};

use super::forms::{Colour, ConditionFile, Date, Num, Picks, Whole};
use super::read::{Context, Definitions, Filled, List, Name, Named, Read, first_of, shown};
use super::record::{record, words};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Entry, Node, Value};

words! {
    /// Who may see an entry.
    Visibility {
        /// Everybody.
        Public = "public",
        /// Its owner and the mediator: told in caucus.
        Mediator = "mediator",
        /// Its owner only.
        Sealed = "sealed",
    }
    /// Whether an entry can be given up.
    Kind {
        /// Its owner could give it up.
        Demand = "demand",
        /// Nobody can: a law of nature or of the land.
        Law = "law",
    }
    /// The form of a party's mark in plots.
    Marker {
        /// A square.
        Square = "square",
        /// A circle.
        Circle = "circle",
        /// A triangle.
        Triangle = "triangle",
        /// A diamond.
        Diamond = "diamond",
        /// A cross.
        Cross = "cross",
        /// A star.
        Star = "star",
    }
}

record! {
    /// Who must agree.
    PartyEntry {
        /// Identifier, unique among parties.
        id: Name,
        /// Name for readers.
        name: String,
        /// Abbreviation for tables; the identifier when missing.
        short: Option<String>,
        /// Its part in the talks, such as principal, mediator or ally.
        role: Option<String>,
        /// Its colour in plots.
        colour: Option<Colour>,
        /// Its mark in plots.
        marker: Option<Marker>,
        /// Who decides for it.
        decides_by: Option<String>,
        /// What it has without agreement; a package below it is not acceptable to it.
        no_deal: Option<NoDealFile>,
        /// The disagreement point of bargaining solutions, where it differs from `no_deal`.
        impasse: Option<Num>,
        /// Who may see its preferences and values; sealed when missing.
        visibility: Option<Visibility>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// A no-deal value with what is known of it.
    NoDealEntry {
        /// The value, on the scale of the party's scores.
        score: Num,
        /// How much it changes each month.
        trend_per_month: Option<Num>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// One matter to be settled: by listed options, or by the numbers of a range.
    PointEntry {
        /// Identifier, unique among points.
        id: Name,
        /// Title for readers.
        title: String,
        /// The ways to settle it.
        options: Option<Filled<OptionEntry>>,
        /// The numbers that may be agreed, instead of options.
        range: Option<RangeEntry>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// One way to settle a point.
    OptionEntry {
        /// Identifier, unique within its point.
        id: Name,
        /// Label for readers.
        label: String,
        /// The wording of the clause.
        text: Option<String>,
    }
    /// Evenly spaced numbers, each of which is an option.
    RangeEntry {
        /// The first number.
        from: Num,
        /// The last number.
        to: Num,
        /// The distance from one to the next, above 0.
        step: Num,
        /// What the numbers count.
        unit: Option<String>,
    }
    /// What a party gives the options of one point.
    PreferenceEntry {
        /// Multiplies every score; 1 when missing.
        weight: Option<Num>,
        /// One score for each option, in the options' order.
        scores: Option<Vec<Num>>,
        /// One value for each option, taken as it is, without a weight.
        values: Option<Vec<Num>>,
        /// On a numeric point: the scores at both ends of the range, straight between them.
        linear: Option<LinearEntry>,
        /// On a numeric point: pairs of number and score, straight between them.
        piecewise: Option<Vec<Vec<Num>>>,
    }
    /// Scores at the ends of a range.
    LinearEntry {
        /// The score of the first number.
        from: Num,
        /// The score of the last number.
        to: Num,
    }
    /// A term of a party's score across points.
    BonusEntry {
        /// Counts when every point named is settled on a listed option.
        when: Named<Picks>,
        /// What it adds; may be negative.
        score: Num,
        /// Remark for readers.
        note: Option<String>,
    }
    /// The options that a party accepts on a point, and the wider sets it could come to accept.
    LineEntry {
        /// Identifier, unique among lines, links and vote rules.
        id: Name,
        /// The party that draws it.
        owner: Name,
        /// The point.
        point: Name,
        /// Who may see step 0; public when missing. Later steps are the owner's own.
        visibility: Option<Visibility>,
        /// Demand or law; demand when missing. A law has one step.
        kind: Option<Kind>,
        /// Step 0 is the declared line; each later step accepts more at a cost that does not fall.
        ladder: Filled<StepEntry>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// A step of a ladder.
    StepEntry {
        /// The options accepted.
        accept: Picks,
        /// The owner's own estimate of what the step costs; 0 for step 0.
        cost: Whole,
    }
    /// A rule between points: `if` and `then`, or `require`, or `exclude`.
    LinkEntry {
        /// Identifier, unique among lines, links and vote rules.
        id: Name,
        /// The party that demands it; a law may have none.
        owner: Option<Name>,
        /// Demand or law; law when `relax_cost` is missing or null.
        kind: Option<Kind>,
        /// Who may see it; public when missing.
        visibility: Option<Visibility>,
        /// When this holds,
        when as "if": Option<ConditionFile>,
        /// then this must hold.
        then: Option<ConditionFile>,
        /// This must hold.
        require: Option<ConditionFile>,
        /// At most one of these may hold.
        exclude: Option<Vec<ConditionFile>>,
        /// The owner's own estimate of what dropping it costs; null or missing: never dropped.
        relax_cost: Option<Whole>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// A body that must approve.
    BodyEntry {
        /// Identifier, unique among bodies.
        id: Name,
        /// Name for readers.
        body: String,
        /// The party that it ratifies for.
        for_party: Name,
        /// All its seats.
        seats: Whole,
        /// When it must give how many seats.
        rules: Filled<VoteRuleEntry>,
        /// Who sits in it; their seats add up to those of the body.
        blocs: Filled<BlocEntry>,
    }
    /// So many seats are needed when the package holds certain options.
    VoteRuleEntry {
        /// Identifier, unique among lines, links and vote rules.
        id: Name,
        /// Seats needed.
        need: Whole,
        /// When the rule applies; always when missing.
        when: Option<ConditionFile>,
        /// Who may see it; public when missing.
        visibility: Option<Visibility>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// Seats that vote as one: yes when every point named is settled on a listed option.
    BlocEntry {
        /// Identifier, unique within its body.
        id: Name,
        /// Its seats.
        seats: Whole,
        /// What it accepts.
        accepts: Named<Picks>,
    }
    /// An act by one party that moves another's no-deal value.
    LeverEntry {
        /// Identifier, unique among levers.
        id: Name,
        /// Who pulls it.
        by: Name,
        /// Whose no-deal value moves.
        target: Name,
        /// By how much.
        no_deal_delta: Num,
        /// What it costs the puller, by its own estimate.
        cost_to_puller: Whole,
        /// Days until it works.
        delay_days: Whole,
        /// Who may see it; public when missing.
        visibility: Option<Visibility>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// An offer: a whole package, or what changed since the maker's last.
    OfferEntry {
        /// Place in the sequence of offers, rising.
        seq: Whole,
        /// The day it was made.
        date: Option<Date>,
        /// Who made it.
        by: Name,
        /// One option for every point.
        package: Option<Named<Name>>,
        /// The points that changed since the maker's last offer.
        change: Option<Named<Name>>,
        /// Who may see it; public when missing.
        visibility: Option<Visibility>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// A case: all that is known of one negotiation.
    CaseFile {
        /// Always `winset-case/1`.
        format: Format,
        /// Short name of the case.
        id: CaseName,
        /// Title for readers.
        title: String,
        /// Languages of its texts.
        languages: Vec<String>,
        /// The day that it describes.
        as_of: Option<Date>,
        /// What readers must know of its standing.
        disclaimer: Option<String>,
        /// Who must agree.
        parties: Filled<PartyEntry>,
        /// What must be settled.
        points: Filled<PointEntry>,
        /// What each party gives the options of each point; a point left out is worth 0.
        preferences: Named<SheetFile>,
        /// Which options the parties accept.
        lines: List<LineEntry>,
        /// Rules between points.
        links: List<LinkEntry>,
        /// Bodies that must approve.
        ratification: List<BodyEntry>,
        /// Acts that move no-deal values.
        levers: List<LeverEntry>,
        /// Offers made so far.
        offers: List<OfferEntry>,
        /// Who speaks for the parties.
        delegations: List<super::register::DelegationEntry>,
        /// Steps of carrying out the agreement.
        phases: List<super::register::PhaseEntry>,
        /// Prisoners claimed and held, and how they could be exchanged.
        prisoners: Option<super::register::PrisonersEntry>,
        /// Meetings held.
        sessions: List<super::register::SessionEntry>,
        /// What was said.
        statements: List<super::register::StatementEntry>,
        /// What happened.
        incidents: List<super::register::IncidentEntry>,
        /// Answers that the author states, for tests; kept as written.
        expected: Option<Node>,
    }
}

/// The name of the format of case files.
pub const FORMAT: &str = "winset-case/1";

/// The format line of a case file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format;

impl Read for Format {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if node.value == Value::Text(FORMAT.to_owned()) {
            return Some(Self);
        }
        let span = first_of(node);
        cx.find(Code::Format, span, || {
            let message = match &node.value {
                Value::Text(text) => format!("`{}` is not a format that is read here", shown(text)),
                _ => format!("the format is named by a text, not {}", node.kind_name()),
            };
            Diagnostic::new(Code::Format, span, "", message).expected(format!("`{FORMAT}`"))
        });
        None
    }

    fn stand_in() -> Option<Self> {
        Some(Self)
    }

    fn schema(_: &mut Definitions) -> Json {
        json!({"const": FORMAT})
    }
}

/// The identifier of a case. Nothing refers to it, so a file can be checked without it.
#[derive(Debug, Clone)]
pub struct CaseName(
    /// The identifier.
    pub String,
);

impl Read for CaseName {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        Name::read(node, cx).map(|name| Self(name.text))
    }

    fn stand_in() -> Option<Self> {
        Some(Self(String::new()))
    }

    fn schema(defs: &mut Definitions) -> Json {
        Name::schema(defs)
    }
}

/// A no-deal value: a number, or a mapping with more about it.
#[derive(Debug, Clone)]
pub struct NoDealFile(
    /// The value with what is known of it.
    pub NoDealEntry,
);

impl Read for NoDealFile {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        if let Value::Map(_) = node.value {
            return NoDealEntry::read(node, cx).map(Self);
        }
        let score = Num::read(node, cx)?;
        Some(Self(NoDealEntry {
            score,
            trend_per_month: None,
            note: None,
            span: node.span,
        }))
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({"anyOf": [Num::schema(defs), NoDealEntry::schema(defs)]})
    }
}

/// A party's preferences: point by point, and terms across points under `bonuses`.
#[derive(Debug, Clone)]
pub struct SheetFile {
    /// Points and what their options are worth.
    pub points: Vec<(Name, PreferenceEntry)>,
    /// Terms across points.
    pub bonuses: List<BonusEntry>,
    /// Where the sheet begins.
    pub span: Span,
}

impl Read for SheetFile {
    fn read(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            cx.wrong_kind(node, "a mapping from points to scores");
            return None;
        };
        let mut sheet = Self {
            points: Vec::new(),
            bonuses: List(Vec::new(), 0),
            span: first_of(node),
        };
        for entry in entries {
            if entry.key == "bonuses" {
                let bonuses = List::read(&entry.node, cx).or_else(List::stand_in);
                sheet.bonuses = bonuses.unwrap_or(List(Vec::new(), 1));
            } else {
                sheet.points.extend(Self::point(entry, cx));
            }
        }
        Some(sheet)
    }

    fn absent() -> Option<Self> {
        None
    }

    fn schema(defs: &mut Definitions) -> Json {
        json!({
            "type": "object",
            "properties": {"bonuses": List::<BonusEntry>::schema(defs)},
            "additionalProperties": PreferenceEntry::schema(defs),
        })
    }
}

impl SheetFile {
    fn point(entry: &Entry, cx: &mut Context<'_>) -> Option<(Name, PreferenceEntry)> {
        let name = Name::from_key(entry, cx);
        let preference = PreferenceEntry::read(&entry.node, cx);
        Some((name?, preference?))
    }
}
