//! Who can meet whose want, by hand and by comparing all with all.

use winset_gen::rng::Rng;

use super::*;
use crate::lists::PersonId;

const LENGTHS: RequestLengths = RequestLengths {
    circle_max: 3,
    chain_max: 4,
};

fn request(holder: usize, gives: &[&str], wants: &[&str], row: usize) -> NamedRequest {
    let ids = |texts: &[&str]| {
        texts
            .iter()
            .filter_map(|text| PersonId::read(text))
            .collect()
    };
    NamedRequest {
        holder,
        gives: ids(gives),
        wants: ids(wants),
        weight: 1,
        row,
    }
}

#[test]
fn identifiers_and_categories_meet_wants_of_others() {
    let requests = [
        request(0, &["P-1", "officer"], &["q 2"], 2),
        request(1, &["Q2", "sick"], &["OFFICER"], 3),
        request(1, &["q3"], &["p1", "officer"], 4),
        request(2, &["R1"], &[], 5),
        request(0, &["p4", "officer"], &["q2", "r1"], 6),
    ];
    let pool = pool_of(&requests, LENGTHS);
    assert_eq!(
        pool.meets,
        [vec![1, 2], vec![0, 4], vec![], vec![4], vec![1, 2]]
    );
    assert_eq!(
        pool.nodes.iter().map(|node| node.free).collect::<Vec<_>>(),
        [false, false, false, true, false]
    );
}

#[test]
fn random_requests_meet_as_comparing_all_with_all_says() {
    let mut rng = Rng::new(31);
    for _ in 0..500 {
        let words = ["a", "b", "c", "d", "e"];
        let some = |rng: &mut Rng, least: usize| -> Vec<&str> {
            let count = least + rng.below(3);
            (0..count).map(|_| words[rng.below(words.len())]).collect()
        };
        let requests: Vec<NamedRequest> = (0..rng.below(9))
            .map(|at| {
                let gives = some(&mut rng, 1);
                let wants = some(&mut rng, 0);
                request(rng.below(3), &gives, &wants, at + 2)
            })
            .collect();
        let pool = pool_of(&requests, LENGTHS);
        for (own, meets) in requests.iter().zip(&pool.meets) {
            let others = requests.iter().enumerate().filter(|(_, other)| {
                own.holder != other.holder && own.gives.iter().any(|id| other.wants.contains(id))
            });
            let others: Vec<usize> = others.map(|(at, _)| at).collect();
            assert_eq!(*meets, others);
        }
    }
}

/// Two worlds in which everybody is called otherwise: who can meet whose want does not differ.
#[test]
fn a_thousand_pairs_of_lists_with_other_identifiers_make_the_same_pool() {
    let mut rng = Rng::new(32);
    let mut meeting = 0;
    for _ in 0..1_000 {
        let rows: Vec<(usize, usize, Option<usize>)> = (0..rng.below(9))
            .map(|_| {
                (
                    rng.below(3),
                    rng.below(5),
                    rng.chance(3, 4).then(|| rng.below(5)),
                )
            })
            .collect();
        let [one, other] = ["P-", "Q/77"].map(|prefix| {
            let id = |number: usize| format!("{prefix}{number}");
            let requests = rows.iter().enumerate().map(|(at, (holder, gives, wants))| {
                let wants = wants.map(id);
                let wants: Vec<&str> = wants.iter().map(String::as_str).collect();
                request(*holder, &[&id(*gives)], &wants, at + 2)
            });
            pool_of(&requests.collect::<Vec<_>>(), LENGTHS)
        });
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
        meeting += usize::from(one.meets.iter().any(|meets| !meets.is_empty()));
    }
    assert!(meeting > 500, "{meeting}");
}
