//! The division games that OpenSpiel publishes (`cases/openspiel/source.md`): their own figures,
//! and every answer at every pair of equal floors against the census.

use winset_audit::audit;
use winset_model::case::Case;
use winset_model::formats::openspiel::{Game, read_games};
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::Budget;

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../cases/openspiel/bargaining_instances1000.txt"
);

fn games() -> Vec<(Game, Case)> {
    let games = read_games(&std::fs::read_to_string(FILE).unwrap()).unwrap();
    assert_eq!(games.len(), 1_000);
    let with_case = |(number, game): (usize, Game)| {
        let reading = game.case(&format!("division-{}", number + 1)).unwrap();
        (game, reading.case)
    };
    games.into_iter().enumerate().map(with_case).collect()
}

#[test]
fn packages_and_worths_are_those_of_the_games() {
    for (game, case) in games() {
        let packages: u64 = game.pool.iter().map(|count| count + 1).product();
        assert_eq!(case.package_count(), packages.into());
        let declared = Positions::declared(&case);
        let found = audit(&case, &declared, &Budget::unlimited(), packages).unwrap();
        assert_eq!(found.census.count, packages);
        // The pool is worth 10 to each side; the best for either is all that it values.
        assert_eq!(found.census.best, [Some(10), Some(10)]);
    }
}

/// The packages that give both sides `least`, counted from the numbers of the line alone.
fn divisions(game: &Game, least: u64) -> u64 {
    let mut count = 0;
    for first in 0..=game.pool[0] {
        for second in 0..=game.pool[1] {
            for third in 0..=game.pool[2] {
                let (mut for_a, mut for_b) = (0, 0);
                for (item, given) in [first, second, third].into_iter().enumerate() {
                    for_a += given * game.values[0][item];
                    for_b += (game.pool[item] - given) * game.values[1][item];
                }
                count += u64::from(for_a >= least && for_b >= least);
            }
        }
    }
    count
}

#[test]
fn answers_agree_with_the_census_at_every_pair_of_equal_floors() {
    let mut without = 0;
    for (game, case) in games() {
        for least in 0..=10 {
            let floor = i64::try_from(least).ok();
            let asked = Positions::declared(&case)
                .with_floor(PartyId(0), floor)
                .with_floor(PartyId(1), floor);
            let found = audit(&case, &asked, &Budget::unlimited(), 1_000).unwrap();
            assert_eq!(found.differences, [""; 0], "{game:?} at {least}");
            assert!(!found.undecided);
            assert_eq!(
                found.census.count,
                divisions(&game, least),
                "{game:?} at {least}"
            );
            without += u32::from(found.census.count == 0);
        }
    }
    assert!(
        (2_000..9_000).contains(&without),
        "{without} questions without an overlap"
    );
}
