//! Lists matched by hand, and held to their definitions.

use std::collections::BTreeMap;

use winset_gen::rng::Rng;

use super::near::differ_in_one;
use super::*;

fn entry(row: usize, id: &str, category: &str, status: ListStatus) -> PersonEntry {
    PersonEntry {
        id: PersonId::read(id).unwrap(),
        category: category.to_owned(),
        status,
        row,
    }
}

#[test]
fn identifiers_are_compared_without_their_writing_and_never_shown() {
    let id = PersonId::read("ab-12 / 3").unwrap();
    assert_eq!(Some(id.clone()), PersonId::read("AB.12_3"));
    assert_eq!(PersonId::read(" -/ "), None);
    assert_eq!(format!("{id:?}"), "PersonId(..)");
}

#[test]
fn entries_are_counted_by_category_and_status() {
    let list = [
        entry(2, "A-1", "sick", ListStatus::Held),
        entry(3, "A-2", "fit", ListStatus::Unknown),
        entry(4, "A-3", "sick", ListStatus::Dead),
        entry(5, "A-4", "sick", ListStatus::Held),
        entry(6, "a4", "sick", ListStatus::Held),
    ];
    let sick = StatusCounts {
        held: 3,
        dead: 1,
        unknown: 0,
    };
    let fit = StatusCounts {
        unknown: 1,
        ..StatusCounts::default()
    };
    let expected = BTreeMap::from([("sick".to_owned(), sick), ("fit".to_owned(), fit)]);
    assert_eq!(list_counts(&list), expected);
    assert_eq!(list_counts(&[]), BTreeMap::new());
}

#[test]
fn lists_are_matched_person_by_person() {
    let (dead, held, unknown) = (ListStatus::Dead, ListStatus::Held, ListStatus::Unknown);
    let owner = [
        entry(2, "A-1001", "sick", held),
        entry(3, "A-1002", "sick", held),
        entry(4, "A-1003", "sick", dead),
        entry(5, "A-1004", "sick", dead),
        entry(6, "A-1005", "sick", held),
        entry(7, "A-1006", "sick", unknown),
        entry(8, "A-1007", "sick", held),
        entry(9, "A-1008", "sick", unknown),
        entry(10, "A-1009", "sick", held),
        entry(11, "A-1009", "sick", held),
    ];
    let holder = [
        entry(2, "a1001", "sick", held),
        entry(3, "a1003", "sick", dead),
        entry(4, "a1004", "sick", held),
        entry(5, "a1005", "sick", dead),
        entry(6, "a1007", "other", held),
        entry(7, "a1008", "sick", held),
        entry(8, "a1009", "sick", held),
        entry(9, "a2002", "sick", held),
    ];
    let found = match_lists(&owner, &holder);
    // By hand: 1001 and 1008 are held by both lists; 1003 is dead by both; only the owner has 1002 for
    // held; 1006 nobody knows of; 2002 only the holder names; 1004, 1005, 1007 and 1009 contradict.
    let counts = CategoryCounts {
        acknowledged: 2,
        confirmed_dead: 1,
        disputed: 5,
        unclaimed: 1,
        unknown: 1,
    };
    assert_eq!(
        found.categories,
        BTreeMap::from([("sick".to_owned(), counts)])
    );
    let kinds: Vec<ListContradictionKind> = found.contradictions.iter().map(|c| c.kind).collect();
    let expected = [
        ListContradictionKind::Twice,
        ListContradictionKind::Category,
        ListContradictionKind::DeadYetHeld,
        ListContradictionKind::HeldYetDead,
    ];
    assert_eq!(kinds, expected);
    // A-1002 and a2002 differ in one letter.
    let near = NearPair {
        owner_row: 3,
        holder_row: 9,
    };
    assert_eq!(found.near, [near]);
}

/// The distance by its definition: optimal string alignment, over all prefixes.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            if i == 0 || j == 0 {
                table[i][j] = i + j;
                continue;
            }
            let change = usize::from(one[i - 1] != other[j - 1]);
            let mut least = table[i - 1][j - 1] + change;
            least = least.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(table[i - 2][j - 2] + 1);
            }
            table[i][j] = least;
        }
    }
    table[one.len()][other.len()]
}

fn random_id(rng: &mut Rng) -> String {
    let letters = 3 + rng.below(4);
    (0..letters)
        .map(|_| ['1', '2', '3'][rng.below(3)])
        .collect()
}

#[test]
fn near_identifiers_are_those_of_the_definition() {
    let mut rng = Rng::new(20);
    let mut near = 0;
    for _ in 0..20_000 {
        let [one, other] = [(); 2].map(|()| random_id(&mut rng).chars().collect::<Vec<_>>());
        let expected = distance(&one, &other) == 1;
        assert_eq!(differ_in_one(&one, &other), expected, "{one:?} {other:?}");
        near += usize::from(expected);
    }
    assert!(near > 500);
}

#[test]
fn pairs_agree_with_comparing_all() {
    let mut rng = Rng::new(21);
    let mut pairs = 0;
    for _ in 0..300 {
        let list = |rng: &mut Rng| -> Vec<PersonEntry> {
            let rows = 1..=rng.below(12);
            let one = |row, rng: &mut Rng| entry(row, &random_id(rng), "all", ListStatus::Held);
            rows.map(|row| one(row, rng)).collect()
        };
        let (owner, holder) = (list(&mut rng), list(&mut rng));
        let found = match_lists(&owner, &holder);
        let has = |list: &[PersonEntry], id: &PersonId| list.iter().any(|entry| entry.id == *id);
        let mut expected = Vec::new();
        for (place, own) in owner.iter().enumerate() {
            for (other, held) in holder.iter().enumerate() {
                let first = !has(&owner[..place], &own.id) && !has(&holder[..other], &held.id);
                let apart = !has(&holder, &own.id) && !has(&owner, &held.id);
                let (a, b) = (own.id.letters(), held.id.letters());
                let long = a.len() >= 4 && b.len() >= 4;
                if first && apart && long && distance(&a, &b) == 1 {
                    expected.push(NearPair {
                        owner_row: own.row,
                        holder_row: held.row,
                    });
                }
            }
        }
        expected.sort();
        assert_eq!(found.near, expected);
        pairs += expected.len();
    }
    assert!(pairs > 100, "{pairs}");
}

/// Whoever is acknowledged is named once in each list, and nothing contradicts it.
#[test]
fn nobody_in_dispute_is_acknowledged() {
    let mut rng = Rng::new(22);
    for _ in 0..2_000 {
        let list = |rng: &mut Rng| -> Vec<PersonEntry> {
            let one = |row: usize, rng: &mut Rng| {
                let status = ListStatus::WORDS[rng.below(3)].1;
                entry(
                    row,
                    &format!("P{}", rng.below(8)),
                    ["a", "b"][rng.below(2)],
                    status,
                )
            };
            (1..=rng.below(8)).map(|row| one(row, rng)).collect()
        };
        let (owner, holder) = (list(&mut rng), list(&mut rng));
        let found = match_lists(&owner, &holder);
        let plain = owner.iter().filter(|own| {
            let twice = owner.iter().filter(|other| other.id == own.id).count();
            let held: Vec<&PersonEntry> = holder.iter().filter(|h| h.id == own.id).collect();
            twice == 1
                && own.status != ListStatus::Dead
                && matches!(&held[..], [held] if held.status == ListStatus::Held
                    && held.category == own.category)
        });
        let acknowledged: u64 = found.categories.values().map(|c| c.acknowledged).sum();
        assert_eq!(acknowledged, plain.count() as u64);
    }
}

/// Two worlds in which everybody is called otherwise, letter by letter: nothing that is told differs.
#[test]
fn a_thousand_pairs_of_lists_with_other_identifiers_come_to_the_same() {
    let mut rng = Rng::new(23);
    let mut told = 0;
    for _ in 0..1_000 {
        let shift = 1 + rng.below(8);
        let otherwise = |id: &str| -> String {
            let letter = |c: char| char::from(b'A' + c as u8 - b'0' + u8::try_from(shift).unwrap());
            id.chars().map(letter).collect()
        };
        let [owner, holder] = [(); 2].map(|()| {
            let one = |row: usize, rng: &mut Rng| {
                let (status, category) =
                    (ListStatus::WORDS[rng.below(3)].1, ["a", "b"][rng.below(2)]);
                (row, random_id(rng), category, status)
            };
            (2..2 + rng.below(9))
                .map(|row| one(row, &mut rng))
                .collect::<Vec<_>>()
        });
        let [first, second] = [false, true].map(|other| {
            let list = |rows: &[(usize, String, &str, ListStatus)]| -> Vec<PersonEntry> {
                let named = |id: &str| if other { otherwise(id) } else { id.to_owned() };
                let rows = rows.iter();
                rows.map(|(row, id, category, status)| entry(*row, &named(id), category, *status))
                    .collect()
            };
            format!("{:?}", match_lists(&list(&owner), &list(&holder)))
        });
        assert_eq!(first, second);
        told += usize::from(first.contains("NearPair {") || first.contains("ListContradiction {"));
    }
    assert!(told > 200, "{told}");
}
