//! Numbers beyond the limits of a case file, which a case built in code can still hold: refused, never
//! replaced by others.

use winset_model::case::{Bonus, Case, SCORE_SUM_MAX, Scores, Sheet};
use winset_model::disagreement::Disagreement;
use winset_model::number::Exact;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::positions::Positions;

use super::sample::{bare, party};
use crate::{
    Corners, Rejection, Stage, Stages, census, corners, every_package, gaining, staged_frontier,
};

const PARTY: PartyId = PartyId(0);

/// One point with two options, and a party that likes the first so much.
fn liking(first: i64, term: i64) -> Case {
    let mut case = bare(&[2]);
    let sheet = Sheet {
        scale: 1,
        scores: Some(Scores {
            by_option: vec![vec![first, 0]],
            bonuses: vec![Bonus {
                when: vec![(PointId::at(0), OptionSet::only(OptionId::at(0)))],
                score: term,
            }],
        }),
        no_deal: None,
        no_deal_range: None,
        trend_per_month: None,
        impasse: None,
    };
    case.parties.push(party(0, sheet));
    case
}

/// The first option alone is the frontier.
fn stages() -> Stages {
    Stages {
        order: vec![PointId::at(0)],
        stages: vec![Stage {
            kept: vec![(0, OptionId::at(0))],
            above: vec![0, 0],
        }],
        points: vec![0],
        under: vec![0],
    }
}

#[test]
fn a_census_says_nothing_where_a_score_is_too_large() {
    let fits = liking(7, 2);
    let declared = Positions::declared(&fits);
    let found = census(&fits, &declared, 2).unwrap();
    assert_eq!((found.count, found.best), (2, vec![Some(9)]));
    let too_large = liking(i64::MAX, 1);
    assert_eq!(census(&too_large, &declared, 2), None);
    assert_eq!(every_package(&too_large, &declared, 2), None);
}

#[test]
fn sums_beyond_their_limit_are_refused_where_they_are_added_up() {
    let corner = Corners {
        order: vec![PointId::at(0)],
        above: vec![vec![0, 0]],
    };
    for (first, term) in [(SCORE_SUM_MAX, 0), (SCORE_SUM_MAX - 3, 3)] {
        let case = liking(first, term);
        let declared = Positions::declared(&case);
        let frontier = staged_frontier(&case, &declared, &[PARTY], &stages()).unwrap();
        assert_eq!(frontier.points()[0].scores(), [SCORE_SUM_MAX]);
        let above = corners(&case, &declared, &[PARTY], &corner).unwrap();
        assert_eq!(above, [[SCORE_SUM_MAX]]);
    }
    for (first, term) in [
        (SCORE_SUM_MAX + 1, 0),
        (SCORE_SUM_MAX, 1),
        (-SCORE_SUM_MAX, -1),
        (i64::MIN, i64::MIN),
        (i64::MAX, i64::MAX),
    ] {
        let case = liking(first, term);
        let declared = Positions::declared(&case);
        let frontier = staged_frontier(&case, &declared, &[PARTY], &stages());
        assert_eq!(frontier.err(), Some(Rejection::TooLarge), "{first} {term}");
        let above = corners(&case, &declared, &[PARTY], &corner);
        assert_eq!(above.err(), Some(Rejection::TooLarge), "{first} {term}");
    }
}

#[test]
fn a_disagreement_value_that_no_floor_can_be_is_refused() {
    let case = liking(7, 0);
    let declared = Positions::declared(&case);
    let raised = |value: i128| {
        let at = Disagreement::of(&case).with(PARTY, Exact::from_integer(value));
        gaining(&case, &declared, &at, &[PARTY], &[PARTY])
    };
    let most = i128::from(i64::MAX);
    assert_eq!(raised(most - 1).unwrap().floors, [Some(i64::MAX)]);
    for value in [most, i128::MAX, -most - 3, i128::MIN] {
        assert_eq!(raised(value), Err(Rejection::TooLarge), "{value}");
    }
}
