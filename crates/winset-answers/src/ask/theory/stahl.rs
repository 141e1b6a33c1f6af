//! Alternating offers in so many rounds.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer as _;
use winset_model::number::Exact;
use winset_solve::BigRatio;

use super::rubinstein::{RubinsteinTerms, rubinstein};
use super::shares::ShareWhenOpening;

/// Most rounds that are asked for: with discount factors of 18 digits, fractions have up to 180,000 digits then.
pub const STAHL_ROUNDS_MAX: u32 = 10_000;

/// Two parties, A and B in this order, who divide one unit by offers in turn, up to a last round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StahlTerms {
    /// What one unit of the next round is worth to each in this one: from 0 to 1.
    pub discounts: [Exact; 2],
    /// The number of rounds, with an offer in each: from 1 to [`STAHL_ROUNDS_MAX`].
    pub rounds: u32,
}

/// What the parties get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StahlAnswer {
    /// What was asked.
    pub terms: StahlTerms,
    /// What each gets when it opens.
    pub when_opening: [ShareWhenOpening; 2],
    /// What each would get when it opens and offers may go on without end; `None` where theory has one
    /// answer for discount factors above 0 and below 1 only.
    pub without_end: Option<[ShareWhenOpening; 2]>,
}

impl StahlAnswer {
    /// Whether who opens also makes the offer of the last round.
    pub fn opener_is_last(&self) -> bool {
        self.terms.rounds % 2 == 1
    }
}

/// What is agreed in the first round when offers end after so many: from the last round backwards, who
/// offers keeps all but what the other would have by refusing, its share as the next to offer, discounted
/// by one round; who makes the last offer keeps all (Stahl 1972). Exact. As much work as the number of
/// rounds times the digits of the result.
pub fn stahl(terms: &StahlTerms) -> StahlAnswer {
    let (zero, one) = (Exact::from_integer(0), Exact::from_integer(1));
    debug_assert!(terms.discounts.iter().all(|d| zero <= *d && *d <= one));
    debug_assert!((1..=STAHL_ROUNDS_MAX).contains(&terms.rounds));
    let [a, b] = terms.discounts.each_ref().map(Fraction::of);
    let mut shares = [Fraction::one(), Fraction::one()];
    for _ in 1..terms.rounds {
        let [first, second] = shares;
        shares = [second.times(&b).rest(), first.times(&a).rest()];
    }
    let patient = |discount: &Exact| zero < *discount && *discount < one;
    let without_end = terms.discounts.iter().all(patient).then(|| {
        let terms = RubinsteinTerms {
            discounts: terms.discounts,
            outside: [zero, zero],
        };
        rubinstein(&terms).when_opening
    });
    StahlAnswer {
        terms: terms.clone(),
        when_opening: shares.map(|share| ShareWhenOpening::new(share.ratio())),
        without_end,
    }
}

/// A number from 0 to 1 in lowest terms, which stay lowest by dividing out what short numbers have in common
/// with long ones; two long ones are never searched for a common factor.
struct Fraction {
    above: BigUint,
    below: BigUint,
}

impl Fraction {
    fn one() -> Self {
        let one = || BigUint::from(1_u8);
        Self {
            above: one(),
            below: one(),
        }
    }

    fn of(value: &Exact) -> Self {
        Self {
            above: value.numer().unsigned_abs().into(),
            below: value.denom().unsigned_abs().into(),
        }
    }

    /// The product with a number of few digits.
    fn times(self, short: &Self) -> Self {
        let Self { above, below } = self;
        let (above, short_below) = without_common(above, &short.below);
        let (below, short_above) = without_common(below, &short.above);
        Self {
            above: above * short_above,
            below: below * short_below,
        }
    }

    /// What it leaves of one.
    fn rest(self) -> Self {
        Self {
            above: &self.below - self.above,
            below: self.below,
        }
    }

    fn ratio(self) -> BigRatio {
        BigRatio::new_raw(BigInt::from(self.above), BigInt::from(self.below))
    }
}

/// Two numbers, the second of few digits, without their greatest common divisor.
fn without_common(long: BigUint, short: &BigUint) -> (BigUint, BigUint) {
    let zero = BigUint::default();
    let common = if *short == zero {
        long.clone()
    } else {
        short.gcd(&(&long % short))
    };
    if common <= BigUint::from(1_u8) {
        return (long, short.clone());
    }
    (long / &common, short / &common)
}
