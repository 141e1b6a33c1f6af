//! Random additive cases with an overlap.

use std::sync::Arc;

use serde_json::{Value, json};
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::read_case;
use winset_play::mediator::{
    Answering, Mediating, PartyProgram, PublicOrders, ShuttleDue, ShuttleNote, ShuttleSeated,
    ShuttleTable,
};
use winset_play::own::OwnSide;
use winset_play::random::Draws;
use winset_play::run::SeatTurn;
use winset_play::session::{Addressed, End, Fault, Seat, SingleTextRules, TextAction, TextNews};
use winset_play::space::{Outcome, OutcomeSpace};

/// A case of parties who score options from 0 to 100 times a weight of the point.
pub(crate) struct RandomCase {
    pub(crate) case: Case,
    pub(crate) space: Arc<OutcomeSpace>,
    pub(crate) scores: Vec<Vec<Vec<u64>>>,
    pub(crate) no_deal: Vec<u64>,
}

/// Points by options, parties, and how far up to the best of all that one package gives the no-deal values
/// stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CaseSize {
    pub(crate) points: usize,
    pub(crate) options: usize,
    pub(crate) parties: usize,
    pub(crate) floor_percent: u64,
}

pub(crate) fn random_case(size: CaseSize, seed: u64) -> RandomCase {
    let mut draws = Draws::new(seed);
    let space = Arc::new(OutcomeSpace::new(&vec![size.options; size.points]).unwrap());
    let scores: Vec<Vec<Vec<u64>>> = (0..size.parties)
        .map(|_| {
            let mut row = || {
                let weight = 1 + draws.below(10);
                (0..size.options)
                    .map(|_| weight * draws.below(101))
                    .collect()
            };
            (0..size.points).map(|_| row()).collect()
        })
        .collect();
    // Every no-deal value is a share of what a package near to balance gives, so that there is an overlap.
    let worth = |party: usize, package: Outcome| worth_of(&space, &scores[party], package);
    let best = |party: usize| -> u64 {
        scores[party]
            .iter()
            .map(|row| row.iter().max().unwrap())
            .sum()
    };
    let share = |package: &Outcome| {
        let parties = 0..size.parties;
        parties
            .map(|party| worth(party, *package) * 1_000_000 / best(party))
            .min()
            .unwrap()
    };
    let balanced = (0..space.count().min(1 << 16))
        .map(Outcome)
        .max_by_key(share)
        .unwrap();
    let no_deal: Vec<u64> = (0..size.parties)
        .map(|party| worth(party, balanced) * size.floor_percent / 100)
        .collect();
    let case = read(size, &scores, &no_deal);
    RandomCase {
        case,
        space,
        scores,
        no_deal,
    }
}

fn worth_of(space: &OutcomeSpace, rows: &[Vec<u64>], package: Outcome) -> u64 {
    let rows = rows.iter().enumerate();
    rows.map(|(point, row)| row[space.option(package, point)])
        .sum()
}

fn read(size: CaseSize, scores: &[Vec<Vec<u64>>], no_deal: &[u64]) -> Case {
    let points = (0..size.points).map(|point| {
        let options = (0..size.options).map(|o| json!({"id": format!("o{o}"), "label": format!("Option {o}")}));
        json!({"id": format!("x{point}"), "title": format!("Point {point}"), "options": options.collect::<Vec<_>>()})
    });
    let parties = no_deal.iter().enumerate().map(|(at, no_deal)| {
        json!({"id": format!("a{at}"), "name": format!("Party {at}"), "no_deal": no_deal})
    });
    let preferences = scores.iter().enumerate().map(|(party, rows)| {
        let rows = rows.iter().enumerate();
        let rows =
            rows.map(|(point, row)| (format!("x{point}"), json!({"weight": 1, "scores": row})));
        (format!("a{party}"), rows.collect::<Value>())
    });
    let file = json!({
        "format": "winset-case/1", "id": "random", "title": "Random",
        "points": points.collect::<Vec<_>>(),
        "parties": parties.collect::<Vec<_>>(),
        "preferences": preferences.collect::<Value>(),
    });
    read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

impl RandomCase {
    pub(crate) fn worth(&self, party: usize, package: Outcome) -> u64 {
        worth_of(&self.space, &self.scores[party], package)
    }

    /// Whether all get at least what they have without a deal.
    pub(crate) fn is_overlap(&self, package: Outcome) -> bool {
        let mut parties = self.no_deal.iter().enumerate();
        parties.all(|(party, no_deal)| self.worth(party, package) >= *no_deal)
    }

    /// The product of gains above no deal; 0 where somebody loses.
    pub(crate) fn product(&self, package: Outcome) -> u128 {
        let parties = self.no_deal.iter().enumerate();
        let gain = |(party, no_deal): (usize, &u64)| {
            u128::from(self.worth(party, package).saturating_sub(*no_deal))
        };
        parties.map(gain).product()
    }

    /// The largest such product, by enumeration.
    pub(crate) fn nash(&self) -> u128 {
        let packages = (0..self.space.count()).map(Outcome);
        packages.map(|package| self.product(package)).max().unwrap()
    }

    /// In which order each party likes the options of each point.
    pub(crate) fn orders(&self) -> PublicOrders {
        let mut orders = PublicOrders::default();
        for (party, rows) in self.scores.iter().enumerate() {
            for (point, row) in rows.iter().enumerate() {
                let rank = |score: &u64| row.iter().filter(|other| *other < score).count();
                let ranks = row.iter().map(|score| u32::try_from(rank(score)).unwrap());
                orders = orders.with(seat(party), point, ranks.collect());
            }
        }
        orders
    }

    /// A program for each party, party 0 in seat 1 and so on.
    pub(crate) fn parties(
        &self,
        program: impl Fn(usize) -> Box<dyn Answering>,
    ) -> Vec<PartyProgram> {
        let parties = 0..self.no_deal.len();
        parties
            .map(|party| PartyProgram {
                own: OwnSide::new(&self.case, &self.space, PartyId::at(party)).unwrap(),
                program: program(party),
            })
            .collect()
    }
}

/// Where a party sits beside a mediator in seat 0.
pub(crate) fn seat(party: usize) -> Seat {
    Seat(u8::try_from(party + 1).unwrap())
}

/// Whoever is lent to a shuttle, to be looked at afterwards.
enum Lent<'a> {
    Mediator(&'a mut dyn Mediating),
    Party(&'a mut PartyProgram),
    Nobody,
}

impl ShuttleSeated for Lent<'_> {
    fn told(&mut self, news: &TextNews) {
        if let (Self::Mediator(program), TextNews::Answers { text, heard, .. }) = (self, news) {
            program.heard(*text, *heard);
        }
    }

    fn act(&mut self, due: &ShuttleDue) -> SeatTurn<TextAction> {
        match self {
            Self::Mediator(program) => SeatTurn::Acts(program.act(due.moment())),
            Self::Party(program) => program.act(due),
            Self::Nobody => SeatTurn::Fails(Fault::Silent),
        }
    }

    fn recall(&mut self, _: &ShuttleDue, _: TextAction) -> bool {
        true
    }
}

/// A shuttle of programs from the beginning to the end, with the mediator in the first seat; a seat without a
/// program is silent.
pub(crate) fn shuttle(
    rules: &SingleTextRules,
    mediator: &mut dyn Mediating,
    parties: &mut [PartyProgram],
    mut said: impl FnMut(&Addressed<TextNews>),
) -> End {
    assert!(rules.mediator == Seat(0) && rules.timing.deadline.rounds.is_some());
    let others = parties.iter_mut().map(Lent::Party);
    let mut seats: Vec<Lent<'_>> = std::iter::once(Lent::Mediator(mediator))
        .chain(others)
        .collect();
    seats.resize_with(rules.seats, || Lent::Nobody);
    let mut table = ShuttleTable::new(rules.clone(), seats);
    let end = table.go(&mut || Some(0), |note| {
        if let ShuttleNote::News(news) = note {
            said(news);
        }
    });
    end.unwrap()
}
