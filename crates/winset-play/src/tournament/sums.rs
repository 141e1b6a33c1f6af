//! Sums over negotiations, exact, in the order of their numbers: a scenario at a time.

use std::collections::BTreeMap;
use std::ops::Range;

use num_bigint::BigInt;
use num_traits::Zero as _;
use winset_solve::BigRatio;

use super::known::{EndWorth, KnownWorth};
use super::{Landmarks, NegotiationRow, NoLandmarks, SideScale, Tournament, read_held};

/// Sums of a strategy on one side of the scenario at hand.
#[derive(Debug, Clone, Default)]
struct SideSums {
    seats: u64,
    deals: u64,
    /// What it got, in units of the side.
    own: i128,
    /// What each side got, where it sat there.
    all: Vec<i128>,
    /// How many blocks there were: opponents, sides and rounds, with all their repetitions.
    blocks: u64,
    /// The squares of what it got in each block.
    squares: BigInt,
    /// What it got for each other strategy that sat at the table, and how often.
    against: Vec<(u64, i128)>,
}

/// Distances of deals to landmarks: how many were measured, and their sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DistanceSums {
    /// How many deals were measured.
    pub deals: u64,
    /// The sums of distances to the frontier, to Nash and to Kalai, in parts of the diameter.
    pub to: [u128; 3],
}

/// Sums of a strategy over all scenarios.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StrategySums {
    /// At how many seats it sat.
    pub seats: u64,
    /// At how many of them there was a deal.
    pub deals: u64,
    /// What it got.
    pub utility: BigRatio,
    /// What all at its tables got.
    pub welfare: BigRatio,
    /// What it got above no deal, as shares of the most that it could have.
    pub advantage: BigRatio,
    /// In how many blocks it sat, one for each opponents, side, scenario and number of rounds.
    pub blocks: u64,
    /// The sum of the squares of the mean advantages in blocks.
    pub block_squares: BigRatio,
    /// How far from the landmarks the deals at its tables were.
    pub distances: DistanceSums,
    /// Against each strategy at how many seats it sat, and its advantages there.
    pub against: Vec<(u64, BigRatio)>,
}

/// The negotiations of one opponents, sides and number of rounds while their repetitions are added.
#[derive(Debug)]
struct Block {
    number: u64,
    strategies: Vec<usize>,
    sides: Vec<usize>,
    got: Vec<i128>,
}

/// What one scenario came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScenarioSums {
    /// How many negotiations were held on it.
    pub negotiations: u64,
    /// How many of them ended with a deal.
    pub deals: u64,
    /// The scores of agreements, each by party, with how often they came: the first [`AGREED_MAX`] that came.
    pub agreed: BTreeMap<Box<[i64]>, u64>,
}

/// Most different scores of agreements that are kept of a scenario.
pub const AGREED_MAX: usize = 1_000;

/// Sums over a tournament, while negotiations are added in the order of their numbers.
#[derive(Debug)]
pub struct TournamentSums<'t> {
    tournament: &'t Tournament,
    landmarks: &'t [Result<Landmarks, NoLandmarks>],
    known: KnownWorth,
    at: usize,
    sides: Vec<Vec<SideSums>>,
    block: Option<Block>,
    /// For each strategy.
    pub strategies: Vec<StrategySums>,
    /// For each scenario.
    pub scenarios: Vec<ScenarioSums>,
    /// What each seat got in each block, over repetitions; none where that is too much to keep.
    pub blocks: Option<Vec<i128>>,
}

/// Most sums of seats that are kept for tests of pairs.
pub const BLOCK_SEATS_MAX: u64 = 2_000_000;

impl<'t> TournamentSums<'t> {
    /// Nothing yet; `landmarks` are those of the scenarios, in order.
    pub fn new(
        tournament: &'t Tournament,
        landmarks: &'t [Result<Landmarks, NoLandmarks>],
    ) -> Self {
        let count = tournament.spec().strategies.len();
        let strategies = StrategySums {
            against: vec![(0, BigRatio::zero()); count],
            ..StrategySums::default()
        };
        let kept = tournament.block_seats() <= BLOCK_SEATS_MAX;
        let mut sums = Self {
            tournament,
            landmarks,
            known: KnownWorth::default(),
            at: 0,
            sides: Vec::new(),
            block: None,
            strategies: vec![strategies; count],
            scenarios: vec![ScenarioSums::default(); tournament.scenarios().len()],
            blocks: kept.then(Vec::new),
        };
        sums.begin();
        sums
    }

    /// Adds the negotiations of a part, as [`held_line`](super::held_line) wrote them, and shows each, with its
    /// distances to the landmarks. None where the lines are not those of the numbers.
    pub fn add_part(
        &mut self,
        numbers: Range<u64>,
        lines: &str,
        each: &mut dyn FnMut(&NegotiationRow, Option<[u64; 3]>),
    ) -> Option<()> {
        let mut lines = lines.strip_suffix('\n')?.split('\n');
        for number in numbers {
            let row = read_held(self.tournament, number, lines.next()?)?;
            let distances = self.add(&row);
            each(&row, distances);
        }
        lines.next().is_none().then_some(())
    }

    /// Adds a negotiation: its distances to the landmarks.
    pub fn add(&mut self, row: &NegotiationRow) -> Option<[u64; 3]> {
        self.come_to(row);
        let negotiation = &row.negotiation;
        let scenario = &self.tournament.scenarios()[negotiation.scenario];
        let landmarks = self.landmarks[negotiation.scenario].as_ref().ok();
        let EndWorth { scores, distances } = self.known.of(scenario, landmarks, &row.end);
        let deal = row.end.agreed.is_ok();
        let of_scenario = &mut self.scenarios[negotiation.scenario];
        of_scenario.negotiations += 1;
        of_scenario.deals += u64::from(deal);
        if deal {
            of_scenario.agreed(scores);
        }
        let seats = negotiation
            .strategies
            .iter()
            .zip(&negotiation.sides)
            .enumerate();
        for (seat, (strategy, side)) in seats {
            let own = i128::from(scores[*side]);
            if let Some(block) = &mut self.block {
                block.got[seat] += own;
            }
            let sums = &mut self.sides[*strategy][*side];
            sums.seats += 1;
            sums.deals += u64::from(deal);
            sums.own += own;
            for (sum, score) in sums.all.iter_mut().zip(scores) {
                *sum += i128::from(*score);
            }
            for (other_seat, other) in negotiation.strategies.iter().enumerate() {
                if other_seat != seat {
                    let (seats, got) = &mut sums.against[*other];
                    *seats += 1;
                    *got += own;
                }
            }
            if let Some(far) = distances.filter(|_| deal) {
                self.strategies[*strategy].distances.add(far);
            }
        }
        *distances
    }

    /// Ends the block, and the scenarios, before that of a negotiation, and begins its own.
    fn come_to(&mut self, row: &NegotiationRow) {
        let negotiation = &row.negotiation;
        let number = negotiation.number / u64::from(self.tournament.spec().repetitions);
        if self
            .block
            .as_ref()
            .is_some_and(|block| block.number == number)
        {
            return;
        }
        self.end_block();
        while self.at < negotiation.scenario {
            self.end_scenario();
        }
        self.block = Some(Block {
            number,
            strategies: negotiation.strategies.clone(),
            sides: negotiation.sides.clone(),
            got: vec![0; negotiation.sides.len()],
        });
    }

    /// No more are added.
    pub fn end(&mut self) {
        self.end_block();
        while self.at < self.tournament.scenarios().len() {
            self.end_scenario();
        }
    }

    fn begin(&mut self) {
        self.known = KnownWorth::default();
        let Some(scenario) = self.tournament.scenarios().get(self.at) else {
            return;
        };
        let count = self.strategies.len();
        let side = SideSums {
            all: vec![0; scenario.scales().len()],
            against: vec![(0, 0); count],
            ..SideSums::default()
        };
        self.sides = vec![vec![side; scenario.scales().len()]; count];
    }

    fn end_block(&mut self) {
        let Some(block) = self.block.take() else {
            return;
        };
        for ((strategy, side), got) in block.strategies.iter().zip(&block.sides).zip(&block.got) {
            let sums = &mut self.sides[*strategy][*side];
            sums.blocks += 1;
            let got = BigInt::from(*got);
            sums.squares += &got * &got;
        }
        if let Some(blocks) = &mut self.blocks {
            blocks.extend(&block.got);
        }
    }

    fn end_scenario(&mut self) {
        let repetitions = BigInt::from(self.tournament.spec().repetitions);
        let scales = self.tournament.scenarios()[self.at].scales();
        for (total, sides) in self.strategies.iter_mut().zip(&self.sides) {
            for (scale, sums) in scales.iter().zip(sides) {
                total.join(scales, *scale, sums, &repetitions);
            }
        }
        self.at += 1;
        self.begin();
    }
}

impl ScenarioSums {
    fn agreed(&mut self, scores: &[i64]) {
        if let Some(times) = self.agreed.get_mut(scores) {
            *times += 1;
        } else if self.agreed.len() < AGREED_MAX {
            self.agreed.insert(scores.into(), 1);
        }
    }
}

impl DistanceSums {
    fn add(&mut self, far: [u64; 3]) {
        self.deals += 1;
        for (sum, far) in self.to.iter_mut().zip(far) {
            *sum += u128::from(far);
        }
    }
}

impl StrategySums {
    fn join(
        &mut self,
        scales: &[SideScale],
        scale: SideScale,
        sums: &SideSums,
        repetitions: &BigInt,
    ) {
        let ratio = |above: BigInt, below: i64| BigRatio::new(above, below.into());
        self.seats += sums.seats;
        self.deals += sums.deals;
        self.utility += ratio(sums.own.into(), scale.scale);
        for (scale, sum) in scales.iter().zip(&sums.all) {
            self.welfare += ratio((*sum).into(), scale.scale);
        }
        self.blocks += sums.blocks;
        for (total, (seats, _)) in self.against.iter_mut().zip(&sums.against) {
            total.0 += seats;
        }
        // Where nothing can be gained every advantage is 0.
        let Some(room) = scale.room else {
            return;
        };
        let above = |got: i128, seats: u64| BigInt::from(got) - BigInt::from(seats) * scale.no_deal;
        self.advantage += ratio(above(sums.own, sums.seats), room);
        for (total, (seats, got)) in self.against.iter_mut().zip(&sums.against) {
            if *seats > 0 {
                total.1 += ratio(above(*got, *seats), room);
            }
        }
        // Of x = got / repetitions - no deal: the sum of squares over blocks.
        let level = BigInt::from(scale.no_deal) * repetitions;
        let squares = &sums.squares - 2 * &level * BigInt::from(sums.own)
            + BigInt::from(sums.blocks) * &level * &level;
        let unit = repetitions * BigInt::from(room);
        self.block_squares += BigRatio::new(squares, &unit * &unit);
    }
}
