//! A case: all that is known of one negotiation, resolved and free of contradictions of form.
//!
//! Scores are integers on a scale of each party's own: the least common denominator of every
//! number that the party states. Nothing is rounded.

use crate::characters::composed;
use crate::condition::Condition;
use crate::document::Node;
use crate::number::Exact;
use crate::offer::Offer;
use crate::options::{OptionId, OptionSet, Package, PartyId, PointId};
use crate::private::Private;
use crate::register::Register;
pub use crate::visibility::Visibility;

/// Most parties in a case.
pub const PARTIES_MAX: usize = 64;
/// Most points in a case.
pub const POINTS_MAX: usize = 1_000;
/// Most rules (lines, links and vote rules together) in a case.
pub const RULES_MAX: usize = 10_000;
/// Most options in a case, all points together.
pub const OPTIONS_SUM_MAX: usize = 100_000;
/// Most bonuses in a case, all parties together.
pub const BONUSES_MAX: usize = 10_000;
/// Most offers in a case.
pub const OFFERS_MAX: usize = 10_000;
/// Most assumptions in a case.
pub const ASSUMPTIONS_MAX: usize = 1_000;
/// Most mentions of points, `all`, `any`, `not` and `at_least` in the conditions, bonuses and
/// blocs of a case, all together.
pub const TERMS_MAX: usize = 100_000;
/// Largest scale of a party's scores.
pub const SCALE_MAX: i64 = 1 << 40;
/// Largest sum, over a party's points and bonuses, of the largest magnitudes of its scaled scores.
pub const SCORE_SUM_MAX: i64 = 1 << 50;

/// All that is known of one negotiation.
#[derive(Debug, Clone)]
pub struct Case {
    /// Short name.
    pub id: String,
    /// Title for readers.
    pub title: String,
    /// SHA-256 of the canonical JSON of the whole file, in lower-case hexadecimal.
    pub hash: String,
    /// Who must agree, in the file's order.
    pub parties: Vec<Party>,
    /// Whether the parties' scores are declared to be on one scale, so that a sum of them means
    /// something.
    pub comparable: bool,
    /// What must be settled, in the file's order.
    pub points: Vec<Point>,
    /// Lines, in the file's order.
    pub lines: Vec<Line>,
    /// Links, in the file's order.
    pub links: Vec<Link>,
    /// Ratifying bodies, in the file's order.
    pub bodies: Vec<Body>,
    /// Acts that move no-deal values, in the file's order.
    pub levers: Vec<Lever>,
    /// Offers made so far, by sequence.
    pub offers: Vec<Offer>,
    /// What parties suppose of others, in the file's order. What of it counts stands among scores,
    /// values and lines.
    pub assumptions: Vec<Assumption>,
    /// The parts that no search looks at: delegations, phases, prisoners, sessions, statements,
    /// incidents, and what is said of parties and rules beyond what decides.
    pub register: Register,
    /// Answers that the author of the case states, for tests.
    pub expected: Option<Node>,
}

/// Who must agree.
#[derive(Debug, Clone)]
pub struct Party {
    /// Identifier.
    pub id: String,
    /// Name for readers.
    pub name: String,
    /// Abbreviation for tables.
    pub short: String,
    /// What the party values, and what it has without agreement.
    pub sheet: Private<Sheet>,
}

/// A party's confidential sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Common denominator of every number below: a score of `s` means `s / scale`.
    pub scale: i64,
    /// Scores; `None` for a party that takes part by its lines alone.
    pub scores: Option<Scores>,
    /// The walk-away value, scaled: a package below it is not acceptable.
    pub no_deal: Option<i64>,
    /// The least and the most that the walk-away value may be, scaled, where it is uncertain;
    /// `no_deal` lies between them.
    pub no_deal_range: Option<(i64, i64)>,
    /// Change of the no-deal value per month, unscaled.
    pub trend_per_month: Option<Exact>,
    /// The disagreement point of bargaining solutions, scaled, where it differs from `no_deal`.
    pub impasse: Option<i64>,
}

/// What a package is worth to a party: a sum over points, and terms across points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    /// Scaled score of each option of each point.
    pub by_option: Vec<Vec<i64>>,
    /// Terms across points.
    pub bonuses: Vec<Bonus>,
}

impl Scores {
    /// The least and the most that a package could give on the party's scale: the worst and the best
    /// option of each point, and every bonus that lowers or raises it. Without bonuses packages reach
    /// both; with some, no package goes beyond.
    pub fn reach(&self) -> [i64; 2] {
        let rows = || self.by_option.iter();
        let bonuses = || self.bonuses.iter().map(|bonus| bonus.score);
        let worst: i64 = rows().filter_map(|row| row.iter().min()).sum();
        let best: i64 = rows().filter_map(|row| row.iter().max()).sum();
        [
            worst + bonuses().map(|score| score.min(0)).sum::<i64>(),
            best + bonuses().map(|score| score.max(0)).sum::<i64>(),
        ]
    }
}

/// A term that counts when every one of its points is settled on a listed option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bonus {
    /// The points, each once and in order, and the options that count.
    pub when: Vec<(PointId, OptionSet)>,
    /// Scaled score; may be negative.
    pub score: i64,
}

/// One matter to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Identifier.
    pub id: String,
    /// Title for readers.
    pub title: String,
    /// Ways to settle it, in the file's order.
    pub options: Vec<Choice>,
    /// Unit of a numeric point.
    pub unit: Option<String>,
}

/// One way to settle a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Identifier, unique within the point.
    pub id: String,
    /// Label for readers.
    pub label: String,
    /// Wording.
    pub text: Option<String>,
    /// The number that the option stands for, on a numeric point.
    pub number: Option<Exact>,
}

/// The options that a party accepts on a point, and the wider sets it could come to accept.
#[derive(Debug, Clone)]
pub struct Line {
    /// Identifier, unique among demands.
    pub id: String,
    /// Who draws it.
    pub owner: PartyId,
    /// The point.
    pub point: PointId,
    /// Whether it is background that nobody can give up.
    pub law: bool,
    /// Who may see step 0.
    pub seen: Visibility,
    /// Step 0 is the declared line; each later step accepts more, at a cost that does not fall.
    pub ladder: Private<Vec<Step>>,
}

/// A step of a ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The options accepted.
    pub accept: OptionSet,
    /// The owner's own estimate of what taking the step costs.
    pub cost: u64,
}

/// A rule between points.
#[derive(Debug, Clone)]
pub struct Link {
    /// Identifier, unique among demands.
    pub id: String,
    /// Who demands it; a law may have no owner.
    pub owner: Option<PartyId>,
    /// Whether it is background that nobody can give up.
    pub law: bool,
    /// Who may see it.
    pub seen: Visibility,
    /// What it asks.
    pub rule: Private<LinkRule>,
    /// The owner's own estimate of what dropping it costs; `None` for a law.
    pub relax_cost: Option<u64>,
    /// Remark for readers.
    pub note: Option<String>,
}

/// What a link asks of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkRule {
    /// If the first holds, so must the second.
    IfThen {
        /// What triggers it.
        when: Condition,
        /// What it then asks.
        then: Condition,
    },
    /// The condition must hold.
    Require(Condition),
    /// At most one of the conditions may hold.
    Exclude(Vec<Condition>),
}

impl LinkRule {
    /// The conditions that it is made of, in order.
    pub fn conditions(&self) -> Vec<&Condition> {
        match self {
            Self::IfThen { when, then } => vec![when, then],
            Self::Require(condition) => vec![condition],
            Self::Exclude(members) => members.iter().collect(),
        }
    }
}

/// A body that must approve.
#[derive(Debug, Clone)]
pub struct Body {
    /// Identifier.
    pub id: String,
    /// Name for readers.
    pub name: String,
    /// The party that it ratifies for.
    pub party: PartyId,
    /// All its seats.
    pub seats: u64,
    /// When it must give how many seats.
    pub rules: Vec<VoteRule>,
    /// Who sits in it.
    pub blocs: Vec<Bloc>,
}

/// A demand for so many seats when the package holds certain options.
#[derive(Debug, Clone)]
pub struct VoteRule {
    /// Identifier, unique among demands.
    pub id: String,
    /// Seats needed.
    pub need: u64,
    /// When the rule applies; all points must match. Empty: always.
    pub when: Condition,
    /// Who may see it.
    pub seen: Visibility,
}

/// A bloc of seats that votes as one.
#[derive(Debug, Clone)]
pub struct Bloc {
    /// Identifier, unique within its body.
    pub id: String,
    /// Label for readers; empty where the file states none.
    pub label: String,
    /// Its seats.
    pub seats: u64,
    /// It votes yes when each of these points (each once, in order) is settled on a listed option.
    pub accepts: Vec<(PointId, OptionSet)>,
}

/// An act by one party that moves another's no-deal value.
#[derive(Debug, Clone)]
pub struct Lever {
    /// Identifier.
    pub id: String,
    /// Who pulls it.
    pub by: PartyId,
    /// Whose no-deal value moves.
    pub target: PartyId,
    /// By how much, unscaled.
    pub no_deal_delta: Exact,
    /// What it costs the puller, by its own estimate.
    pub cost_to_puller: u64,
    /// Days until it works.
    pub delay_days: u64,
}

/// What a party's own team supposes of another party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// Identifier, unique among assumptions.
    pub id: String,
    /// Whose estimate it is.
    pub by: PartyId,
    /// The party that it is about.
    pub about: PartyId,
    /// The lines that it states, or says how they go on, by their places in [`Case::lines`].
    pub lines: Vec<usize>,
    /// Whether scores or the no-deal value of the party come from it.
    pub values: bool,
}

impl Assumption {
    /// Whether anything of it counts in answers.
    pub fn counts(&self) -> bool {
        self.values || !self.lines.is_empty()
    }
}

/// A demand, by its kind and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DemandId {
    /// A line, by its place in [`Case::lines`].
    Line(usize),
    /// A link, by its place in [`Case::links`].
    Link(usize),
    /// A vote rule, by the places of its body and of the rule in it.
    Vote(usize, usize),
}

impl Case {
    /// Number of all packages.
    pub fn package_count(&self) -> num_bigint::BigUint {
        self.points
            .iter()
            .map(|p| num_bigint::BigUint::from(p.options.len()))
            .product()
    }

    /// All rules, laws among them: lines, then links, then vote rules, in the file's order. This
    /// is the order in which certificates number them.
    pub fn demands(&self) -> Vec<DemandId> {
        let lines = (0..self.lines.len()).map(DemandId::Line);
        let links = (0..self.links.len()).map(DemandId::Link);
        let votes = self
            .bodies
            .iter()
            .enumerate()
            .flat_map(|(b, body)| (0..body.rules.len()).map(move |r| DemandId::Vote(b, r)));
        lines.chain(links).chain(votes).collect()
    }

    /// The identifier of a demand.
    pub fn demand_name(&self, demand: DemandId) -> &str {
        match demand {
            DemandId::Line(l) => &self.lines[l].id,
            DemandId::Link(l) => &self.links[l].id,
            DemandId::Vote(b, r) => &self.bodies[b].rules[r].id,
        }
    }

    /// The demand with this identifier.
    pub fn demand_named(&self, id: &str) -> Option<DemandId> {
        self.demands()
            .into_iter()
            .find(|d| self.demand_name(*d) == composed(id))
    }

    /// Whether a demand is a law.
    pub fn is_law(&self, demand: DemandId) -> bool {
        match demand {
            DemandId::Line(l) => self.lines[l].law,
            DemandId::Link(l) => self.links[l].law,
            DemandId::Vote(..) => false,
        }
    }

    /// The assumptions on which answers about this case rest, in the file's order.
    pub fn assumed(&self) -> impl Iterator<Item = &Assumption> {
        self.assumptions
            .iter()
            .filter(|assumption| assumption.counts())
    }

    /// The party with this identifier.
    pub fn party_named(&self, id: &str) -> Option<PartyId> {
        let id = composed(id);
        self.parties
            .iter()
            .position(|p| p.id == id)
            .map(PartyId::at)
    }

    /// Who must say yes before something is agreed: the parties whose role is `principal`; where no
    /// party has that role, all of them.
    pub fn must_agree(&self) -> Vec<PartyId> {
        let parties = || (0..self.parties.len()).map(PartyId::at);
        let is_principal = |party: &PartyId| {
            let facts = self.register.parties.get(party.index());
            let role = facts.and_then(|facts| facts.role.as_deref());
            role.is_some_and(|role| role.trim().eq_ignore_ascii_case("principal"))
        };
        let principals: Vec<PartyId> = parties().filter(is_principal).collect();
        if principals.is_empty() {
            parties().collect()
        } else {
            principals
        }
    }

    /// Whether an option of a point is agreed: all who must agree say so, and it is inside every declared
    /// line on the point, laws among them. The one definition that status and text use.
    pub fn is_agreed(
        &self,
        point: PointId,
        option: OptionId,
        says_so: impl Fn(PartyId) -> bool,
    ) -> bool {
        let on_it = self.lines.iter().filter(|line| line.point == point);
        let inside = |line: &Line| line.ladder.open()[0].accept.contains(option);
        self.must_agree().into_iter().all(says_so) && on_it.into_iter().all(inside)
    }

    /// The point with this identifier.
    pub fn point_named(&self, id: &str) -> Option<PointId> {
        let id = composed(id);
        self.points.iter().position(|p| p.id == id).map(PointId::at)
    }

    /// The option of a point with this identifier.
    pub fn option_named(&self, point: PointId, id: &str) -> Option<OptionId> {
        let id = composed(id);
        self.points[point.index()]
            .options
            .iter()
            .position(|o| o.id == id)
            .map(OptionId::at)
    }

    /// What a package is worth to a party, on the party's scale; `None` for a party without
    /// preferences.
    pub fn score(&self, party: PartyId, package: &Package) -> Option<i64> {
        let scores = self.parties[party.index()].sheet.open().scores.as_ref()?;
        let points: i64 = scores
            .by_option
            .iter()
            .zip(&package.0)
            .map(|(row, o)| row[o.index()])
            .sum();
        let counts = |b: &&Bonus| b.when.iter().all(|(p, set)| set.contains(package.on(*p)));
        let bonuses: i64 = scores.bonuses.iter().filter(counts).map(|b| b.score).sum();
        Some(points + bonuses)
    }

    /// A scaled value of a party as the number its owner means.
    pub fn unscaled(&self, party: PartyId, value: i64) -> Exact {
        let scale = self.parties[party.index()].sheet.open().scale;
        Exact::new(i128::from(value), i128::from(scale))
    }
}
