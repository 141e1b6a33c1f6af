//! The entries of a case file that decide a verdict.

use super::conditions::{ConditionFile, LinkPhrase};
use super::forms::{Colour, Date, Num, Picks, Whole};
use super::parts::{CaseFormat, CaseName, NoDealFile, SheetFile};
use super::read::{Filled, List, Name, Named};
use super::record::{record, words};
use crate::document::Node;

words! {
    /// Who may see an entry.
    VisibilityWord for crate::case::Visibility {
        /// Everybody.
        Public = "public",
        /// Its owner and the mediator: told in caucus.
        Mediator = "mediator",
        /// Its owner only.
        Sealed = "sealed",
    }
    /// Whether an entry can be given up.
    DemandKindWord {
        /// Its owner could give it up.
        Demand = "demand",
        /// Nobody can: a law of nature or of the land.
        Law = "law",
    }
    /// The form of a party's mark in plots.
    MarkerWord for crate::register::PartyMarker {
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
        marker: Option<MarkerWord>,
        /// Who decides for it.
        decides_by: Option<String>,
        /// What it has without agreement; a package below it is not acceptable to it.
        no_deal: Option<NoDealFile>,
        /// The disagreement point of bargaining solutions, where it differs from `no_deal`.
        impasse: Option<Num>,
        /// Who may see its preferences and values; sealed when missing.
        visibility: Option<VisibilityWord>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// A no-deal value with what is known of it.
    NoDealEntry {
        /// The value, on the scale of the party's scores; the best estimate where it is uncertain.
        score: Option<Num>,
        /// The least that it may be; `high` stands beside it.
        low: Option<Num>,
        /// The most that it may be; `low` stands beside it. The value where `score` is missing.
        high: Option<Num>,
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
        visibility: Option<VisibilityWord>,
        /// Demand or law; demand when missing. A law has one step.
        kind: Option<DemandKindWord>,
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
        kind: Option<DemandKindWord>,
        /// Who may see it; public when missing.
        visibility: Option<VisibilityWord>,
        /// When this holds,
        when as "if": Option<ConditionFile>,
        /// then this must hold.
        then: Option<ConditionFile>,
        /// This must hold.
        require: Option<ConditionFile>,
        /// At most one of these may hold.
        exclude: Option<Vec<ConditionFile>>,
        /// All of this in one phrase, instead of the other four keys.
        rule: Option<LinkPhrase>,
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
        visibility: Option<VisibilityWord>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// Seats that vote as one: yes when every point named is settled on a listed option.
    BlocEntry {
        /// Identifier, unique within its body.
        id: Name,
        /// Label for readers; the identifier when missing.
        label: Option<String>,
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
        visibility: Option<VisibilityWord>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// An offer: a package, to be taken as a whole, or a statement about some points.
    OfferEntry {
        /// Place in the sequence of offers, rising.
        seq: Whole,
        /// The day it was made.
        date: Option<Date>,
        /// Who made it.
        by: Name,
        /// A package: one option for every point.
        package: Option<Named<Name>>,
        /// A statement: an option for each point that it speaks of.
        says: Option<Named<Name>>,
        /// The same as `says`, in older files.
        change: Option<Named<Name>>,
        /// Who may see it; public when missing.
        visibility: Option<VisibilityWord>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// What a party's own team supposes of another party, where that has not said it.
    AssumptionEntry {
        /// Identifier, unique among assumptions.
        id: Name,
        /// Whose estimate it is: nobody else is shown it.
        by: Name,
        /// The party that it is about.
        about: Name,
        /// Lines that it is taken to draw; one with the identifier of a line that it has declared says
        /// how that goes on.
        lines: List<AssumedLineEntry>,
        /// What it is taken to give the options of points.
        scores: Option<SheetFile>,
        /// What it is taken to have without agreement.
        no_deal: Option<NoDealFile>,
        /// Remark for readers: what the estimate comes from.
        note: Option<String>,
    }
    /// A line that a party is taken to draw.
    AssumedLineEntry {
        /// Identifier, unique among lines, links and vote rules; or that of a declared line.
        id: Name,
        /// The point.
        point: Name,
        /// Demand or law; demand when missing. A law has one step.
        kind: Option<DemandKindWord>,
        /// Step 0 is what it is taken to declare; each later step accepts more at a cost that does not
        /// fall.
        ladder: Filled<StepEntry>,
        /// Remark for readers.
        note: Option<String>,
    }
    /// A case: all that is known of one negotiation.
    CaseFile {
        /// Always `winset-case/1`.
        format: CaseFormat,
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
        /// Whether the parties' scores are on one scale, so that a sum of them means something;
        /// false when missing.
        comparable: Option<bool>,
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
        /// What a party's own team supposes of others.
        assumptions: List<AssumptionEntry>,
        /// Who speaks for the parties.
        delegations: List<super::register::DelegationEntry>,
        /// Steps of carrying out the agreement.
        phases: List<super::register::PhaseEntry>,
        /// How the agreement is carried out: what is delivered by whom, when and after what.
        plan: Option<super::plan::PlanEntry>,
        /// Prisoners claimed and held, and how they could be exchanged.
        prisoners: Option<super::register::PrisonersEntry>,
        /// Meetings held.
        sessions: List<super::entries::SessionEntry>,
        /// What was said.
        statements: List<super::entries::StatementEntry>,
        /// What happened.
        incidents: List<super::entries::IncidentEntry>,
        /// Answers that the author states, for tests; kept as written.
        expected: Option<Node>,
    }
}
