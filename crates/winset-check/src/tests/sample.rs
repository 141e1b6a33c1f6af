//! Small cases at random, from a seed.

use std::collections::BTreeSet;

use winset_model::case::{
    Bloc, Body, Bonus, Case, Choice, Line, Link, LinkRule, Party, Point, Scores, Sheet, Step,
    Visibility, VoteRule,
};
use winset_model::condition::Condition;
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_model::positions::Positions;
use winset_model::private::Private;
use winset_model::register::Register;

/// Pseudo-random numbers: xorshift64*.
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `count`.
    pub(super) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.bits() >> 33).unwrap() % count.max(1)
    }

    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below(usize::try_from(to - from + 1).unwrap())).unwrap()
    }

    /// True once in `times`.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn list<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|n| one(self, n)).collect()
    }
}

/// A case without parties, rules or anything else: points with so many options.
pub(super) fn bare(options: &[usize]) -> Case {
    let points = options.iter().enumerate().map(|(p, count)| Point {
        id: format!("p{p}"),
        title: String::new(),
        options: (0..*count).map(choice).collect(),
        unit: None,
    });
    Case {
        id: "bare".into(),
        title: String::new(),
        hash: "0123456789abcdef".repeat(4),
        parties: Vec::new(),
        comparable: false,
        points: points.collect(),
        lines: Vec::new(),
        links: Vec::new(),
        bodies: Vec::new(),
        levers: Vec::new(),
        offers: Vec::new(),
        assumptions: Vec::new(),
        register: Register::default(),
        expected: None,
    }
}

fn choice(place: usize) -> Choice {
    Choice {
        id: format!("o{place}"),
        label: String::new(),
        text: None,
        number: None,
    }
}

/// A party with this sheet.
pub(super) fn party(place: usize, sheet: Sheet) -> Party {
    Party {
        id: format!("q{place}"),
        name: String::new(),
        short: String::new(),
        sheet: Private::new(sheet),
    }
}

/// A line with a ladder of these sets.
pub(super) fn line(place: usize, point: usize, law: bool, ladder: &[OptionSet]) -> Line {
    let step = |accept: &OptionSet| Step {
        accept: accept.clone(),
        cost: 0,
    };
    Line {
        id: format!("line{place}"),
        owner: PartyId(0),
        point: PointId::at(point),
        law,
        seen: Visibility::Public,
        ladder: Private::new(ladder.iter().map(step).collect()),
    }
}

/// A link with this rule.
pub(super) fn link(place: usize, law: bool, rule: LinkRule) -> Link {
    Link {
        id: format!("link{place}"),
        owner: None,
        law,
        seen: Visibility::Public,
        rule: Private::new(rule),
        relax_cost: (!law).then_some(1),
        note: None,
    }
}

/// A set of options by place.
pub(super) fn set(options: &[u16]) -> OptionSet {
    options.iter().map(|o| OptionId(*o)).collect()
}

fn some_options(chance: &mut Chance, case: &Case, point: usize) -> OptionSet {
    let every = 0..case.points[point].options.len();
    let mut some: OptionSet = every
        .clone()
        .filter(|_| chance.once_in(2))
        .map(OptionId::at)
        .collect();
    if some.is_empty() && !chance.once_in(20) {
        some.insert(OptionId::at(chance.below(every.len())));
    }
    some
}

fn some_points(chance: &mut Chance, case: &Case) -> Vec<(PointId, OptionSet)> {
    let mut chosen = Vec::new();
    for point in 0..case.points.len() {
        if chance.once_in(2) {
            chosen.push((PointId::at(point), some_options(chance, case, point)));
        }
    }
    chosen
}

fn condition(chance: &mut Chance, case: &Case, depth: usize) -> Condition {
    let form = if depth == 0 { 0 } else { chance.below(8) };
    let mut members = |most: usize| chance.list(most, |c, _| condition(c, case, depth - 1));
    match form {
        4 => Condition::all(members(3)),
        5 => Condition::any(members(3)),
        6 => {
            let members = members(4);
            Condition::at_least(chance.below(members.len() + 2), members)
        }
        7 => condition(chance, case, depth - 1).negated(),
        _ => {
            let point = chance.below(case.points.len());
            Condition::holds(PointId::at(point), some_options(chance, case, point))
        }
    }
}

fn rule(chance: &mut Chance, case: &Case) -> LinkRule {
    match chance.below(3) {
        0 => LinkRule::IfThen {
            when: condition(chance, case, 2),
            then: condition(chance, case, 2),
        },
        1 => LinkRule::Require(condition(chance, case, 3)),
        _ => LinkRule::Exclude(chance.list(4, |c, _| condition(c, case, 1))),
    }
}

fn body(chance: &mut Chance, case: &Case, place: usize) -> Body {
    let blocs = chance.list(4, |c, n| Bloc {
        id: format!("bloc{n}"),
        label: String::new(),
        seats: u64::try_from(c.below(5)).unwrap(),
        accepts: some_points(c, case),
    });
    let seats = blocs.iter().map(|b| b.seats).sum();
    let rules = chance.list(2, |c, n| VoteRule {
        id: format!("vote{place}-{n}"),
        need: u64::try_from(c.below(7)).unwrap(),
        when: condition(c, case, 1),
        seen: Visibility::Public,
    });
    Body {
        id: format!("body{place}"),
        name: String::new(),
        party: PartyId(0),
        seats,
        rules,
        blocs,
    }
}

fn sheet(chance: &mut Chance, case: &Case) -> Sheet {
    let scored = !chance.once_in(8);
    let by_option = case.points.iter().map(|p| {
        let options = p.options.iter();
        options.map(|_| chance.between(-4, 10)).collect()
    });
    let by_option = by_option.collect();
    let bonuses = chance.list(3, |c, _| Bonus {
        when: some_points(c, case),
        score: c.between(-9, 9),
    });
    Sheet {
        scale: chance.between(1, 3),
        scores: scored.then_some(Scores { by_option, bonuses }),
        no_deal: None,
        no_deal_range: None,
        trend_per_month: None,
        impasse: None,
    }
}

/// A case with up to 5 points of up to 4 options, and rules of every kind.
pub(super) fn case(chance: &mut Chance) -> Case {
    let options: Vec<usize> = (0..=chance.below(5)).map(|_| 1 + chance.below(4)).collect();
    let mut case = bare(&options);
    case.parties = (0..=chance.below(3))
        .map(|p| party(p, sheet(chance, &case)))
        .collect();
    let demands = chance.below(4);
    case.lines = chance.list(demands, |c, n| {
        let point = c.below(case.points.len());
        let ladder: Vec<OptionSet> = (0..=c.below(3))
            .map(|_| some_options(c, &case, point))
            .collect();
        line(n, point, c.once_in(4), &ladder)
    });
    case.links = chance.list(demands, |c, n| link(n, c.once_in(4), rule(c, &case)));
    case.bodies = chance.list(demands / 2, |c, n| body(c, &case, n));
    case
}

/// Positions at random; floors around the score of some package.
pub(super) fn positions(chance: &mut Chance, case: &Case) -> Positions {
    let mut positions = Positions::declared(case);
    for (step, line) in positions.steps.iter_mut().zip(&case.lines) {
        *step = chance.below(line.ladder.open().len());
    }
    let droppable = case.demands().into_iter().filter(|d| !case.is_law(*d));
    positions.dropped = droppable
        .filter(|_| chance.once_in(5))
        .collect::<BTreeSet<_>>();
    for place in 0..case.parties.len() {
        let options = case.points.iter().map(|p| chance.below(p.options.len()));
        let some = Package(options.map(OptionId::at).collect());
        let score = case.score(PartyId::at(place), &some);
        // A party without preferences scores 0.
        let floor = score.map_or(chance.between(-2, 0), |s| s + chance.between(-3, 5));
        positions.floors[place] = (!chance.once_in(4)).then_some(floor);
    }
    for point in 0..case.points.len() {
        let options = some_options(chance, case, point);
        if chance.once_in(6) && !options.is_empty() {
            positions = positions.with_only(PointId::at(point), options);
        }
    }
    positions
}
