//! Alternating offers without end.

use winset_model::number::Exact;
use winset_solve::BigRatio;

use super::shares::{ShareWhenOpening, large, rest};

/// Two parties, A and B in this order, who divide one unit by offers in turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubinsteinTerms {
    /// What one unit of the next round is worth to each in this one: above 0 and below 1.
    pub discounts: [Exact; 2],
    /// What each can have elsewhere instead of answering an offer: from 0 on, together below 1.
    pub outside: [Exact; 2],
}

/// What the parties get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RubinsteinAnswer {
    /// What was asked.
    pub terms: RubinsteinTerms,
    /// What each gets when it opens.
    pub when_opening: [ShareWhenOpening; 2],
    /// Whose outside option is worth more to it than answering with an offer of its own, and so decides what it
    /// is offered.
    pub outside_decides: [bool; 2],
}

/// The only division that no party would leave, round by round, when offers may go on without end; it is
/// agreed in the first round. Without outside options the opener gets `(1 - d2) / (1 - d1 d2)` (Rubinstein
/// 1982; Osborne and Rubinstein 1990, section 3.9). An outside option that only who answers an offer can
/// take changes nothing unless it is worth more than going on, and then it is what its owner gets (Osborne
/// and Rubinstein 1990, section 3.12; Muthoo 1999, chapter 5, for both parties).
pub fn rubinstein(terms: &RubinsteinTerms) -> RubinsteinAnswer {
    let (zero, one) = (Exact::from_integer(0), Exact::from_integer(1));
    debug_assert!(terms.discounts.iter().all(|d| zero < *d && *d < one));
    debug_assert!(terms.outside.iter().all(|w| zero <= *w && *w < one));
    let [a, b] = terms.discounts.each_ref().map(large);
    let [out_a, out_b] = terms.outside.each_ref().map(large);
    let free_a = rest(&b) / rest(&(&a * &b));
    let free_b = rest(&a) / rest(&(&a * &b));
    let (first, second, outside_decides) = if out_a <= &a * &free_a && out_b <= &b * &free_b {
        (free_a, free_b, [false, false])
    } else if out_b > &b * &free_b && out_a <= &a * rest(&out_b) {
        let first = rest(&out_b);
        let second = rest(&(&a * &first));
        (first, second, [false, true])
    } else if out_a > &a * &free_a && out_b <= &b * rest(&out_a) {
        let second = rest(&out_a);
        let first = rest(&(&b * &second));
        (first, second, [true, false])
    } else {
        (rest(&out_b), rest(&out_a), [true, true])
    };
    let when_opening: [BigRatio; 2] = [first, second];
    RubinsteinAnswer {
        terms: terms.clone(),
        when_opening: when_opening.map(ShareWhenOpening::new),
        outside_decides,
    }
}
