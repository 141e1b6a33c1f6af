//! What-ifs against case files that were edited by hand to say the same, on random small cases.

mod double;

use num_bigint::{BigInt, BigUint};
use serde_json::Value;
use winset_check::{Census, census};
use winset_gen::rng::Rng;
use winset_gen::small::small;
use winset_model::amendment::apply;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::derived;
use winset_model::disagreement::Disagreement;
use winset_model::document::{Syntax, parse};
use winset_model::number::Exact;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::overlay::{Applied, Changes, Flag, FlagKind, read_flags, read_overlay, write};
use winset_model::positions::Positions;
use winset_solve::{Branch, Budget, Count, Obstacle, Shift, branch, compare, overlap};

use double::{Double, with_levers, written};

use crate::demonstration::{self, expected, pairs, text, texts};

const PACKAGES_MAX: u64 = 3_000;

fn read(file: &Value) -> Option<Case> {
    let reading = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
    reading.ok().map(|r| r.case)
}

fn flag(kind: FlagKind, value: impl Into<String>) -> Flag {
    let value = value.into();
    Flag { kind, value }
}

fn changes(case: &Case, flags: &[(FlagKind, &str)]) -> Changes {
    let flags: Vec<Flag> = flags
        .iter()
        .map(|(kind, value)| flag(*kind, *value))
        .collect();
    read_flags(case, &flags).unwrap()
}

fn counted(case: &Case, positions: &Positions) -> Census {
    census(case, positions, PACKAGES_MAX).unwrap()
}

/// A census with best values that do not depend on the scale.
fn seen(case: &Case, census: &Census) -> (u64, Vec<OptionSet>, Vec<Option<Exact>>) {
    let best = census.best.iter().enumerate();
    let best = best.map(|(p, value)| Some(case.unscaled(PartyId::at(p), (*value)?)));
    (census.count, census.open.clone(), best.collect())
}

#[test]
fn a_what_if_says_what_a_file_edited_by_hand_says() {
    let (mut compared, mut other_cases, mut moved, mut between) = (0, 0, 0, 0);
    for seed in 0..3_000 {
        let double = Double::random(seed);
        let by_flags = read_flags(&double.case, &double.flags);
        let by_hand = read(&double.file);
        assert_eq!(
            by_flags.is_ok(),
            by_hand.is_some(),
            "seed {seed}: {by_flags:?}"
        );
        let (Ok(changes), Some(by_hand)) = (by_flags, by_hand) else {
            continue;
        };
        let applied = changes.applied(&double.case);
        let Applied {
            case, positions, ..
        } = &applied;
        let told = seen(case, &counted(case, positions));
        let right = seen(&by_hand, &counted(&by_hand, &Positions::declared(&by_hand)));
        assert_eq!(told, right, "seed {seed}: {:?}\n{}", changes, double.file);
        let open = counted(case, &positions.clone().without_floors()).count;
        let open_right = Positions::declared(&by_hand).without_floors();
        assert_eq!(open, counted(&by_hand, &open_right).count, "seed {seed}");
        same_values(&applied, &by_hand, seed);
        hashes(&changes, &double.case, case, seed);
        exported(&changes, &double.case, &right, seed);
        adopted(&changes, &double, &right, seed);
        saved(&changes, &double.case, seed);
        compared += 1;
        other_cases += u32::from(changes.makes_another_case());
        let base = counted(&double.case, &Positions::declared(&double.case)).count;
        moved += u32::from(base != told.0);
        between += u32::from((0..case.parties.len()).any(|p| {
            let exact = applied.values[p].open().no_deal;
            let floor = positions.floors[p].map(|f| case.unscaled(PartyId::at(p), f));
            exact != floor
        }));
    }
    assert!(
        compared > 2_000 && other_cases > 300,
        "{compared}, {other_cases}"
    );
    assert!(moved > 600 && between > 150, "{moved}, {between}");
}

fn same_values(applied: &Applied<'_>, by_hand: &Case, seed: u64) {
    let right = Disagreement::of(by_hand);
    assert_eq!(applied.disagreement(), right, "seed {seed}");
}

/// A case keeps its hash unless a score is changed; then it has that of its written file, and
/// certificates about it hold for the file.
fn hashes(changes: &Changes, base: &Case, case: &Case, seed: u64) {
    if !changes.makes_another_case() {
        assert_eq!(base.hash, case.hash);
        return;
    }
    let text = derived::file(case).canonical_json();
    let again = winset_model::read_case(text.as_bytes(), Syntax::Json)
        .unwrap()
        .case;
    assert_eq!(again.hash, case.hash, "seed {seed}");
    assert_ne!(base.hash, case.hash, "seed {seed}");
    for (a, b) in again.parties.iter().zip(&case.parties) {
        let (a, b) = (a.sheet.open(), b.sheet.open());
        assert!((a.scale, &a.scores) == (b.scale, &b.scores), "seed {seed}");
    }
    let asked = changes.applied(base).positions;
    if let Answer::Impossible(proof) = overlap(case, &asked, &Budget::unlimited()) {
        let verified = winset_check::verify(&again, proof.bytes());
        assert!(verified.is_ok(), "seed {seed}: {verified:?}");
    }
}

/// A file that is written gives the same changes, and the same bytes again.
fn saved(changes: &Changes, case: &Case, seed: u64) {
    let text = write(case, "saved", None, changes);
    let again = match read_overlay(case, text.as_bytes(), Syntax::Yaml) {
        Ok(again) => again.changes,
        Err(found) => panic!("seed {seed}: {found:#?}\n{text}"),
    };
    assert_eq!(&again, changes, "seed {seed}");
    assert_eq!(write(case, "saved", None, &again), text, "seed {seed}");
}

type Seen = (u64, Vec<OptionSet>, Vec<Option<Exact>>);

fn exported(changes: &Changes, base: &Case, right: &Seen, seed: u64) {
    let text = changes.exported(base).canonical_json();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    let case = reading
        .unwrap_or_else(|e| panic!("seed {seed}: {e:?}\n{text}"))
        .case;
    let told = seen(&case, &counted(&case, &Positions::declared(&case)));
    assert_eq!(&told, right, "seed {seed}");
}

/// The file of the case with the changes as amendments, which leave the rest of it as it was.
fn adopted(changes: &Changes, double: &Double, right: &Seen, seed: u64) {
    let file = parse(double.base.to_string().as_bytes(), Syntax::Json).unwrap();
    let amendments = changes.adopted(&double.case, &file);
    let after = apply(&file, &amendments).unwrap_or_else(|fault| panic!("seed {seed}: {fault}"));
    let text = after.canonical_json();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    let case = reading
        .unwrap_or_else(|e| panic!("seed {seed}: {e:?}\n{text}"))
        .case;
    let told = seen(&case, &counted(&case, &Positions::declared(&case)));
    assert_eq!(&told, right, "seed {seed}: {amendments:?}");
    assert_eq!(case.points, double.case.points, "seed {seed}");
}

#[test]
fn answers_side_by_side_differ_as_their_censuses_do() {
    let (mut both, mut obstacles) = (0, [0; 3]);
    for seed in 0..1_200 {
        let double = Double::random(seed);
        let Ok(changes) = read_flags(&double.case, &double.flags) else {
            continue;
        };
        let base = &double.case;
        let declared = Positions::declared(base);
        let applied = changes.applied(base);
        let budget = Budget::unlimited();
        let one = branch(base, &declared, &budget);
        let other = branch(&applied.case, &applied.positions, &budget);
        let difference = compare(&one, &other);
        let before = counted(base, &declared);
        let now = counted(&applied.case, &applied.positions);
        let packages = BigInt::from(now.count) - BigInt::from(before.count);
        assert_eq!(difference.packages, Some(packages), "seed {seed}");
        obstacle(&one, &declared, &mut obstacles);
        obstacle(&other, &applied.positions, &mut obstacles);
        if before.count == 0 || now.count == 0 {
            assert!(difference.points.is_none() && difference.best.is_empty());
            continue;
        }
        both += 1;
        let shifts = difference.points.unwrap();
        for (p, (was, is)) in before.open.iter().zip(&now.open).enumerate() {
            let shift = shifts.iter().find(|s| s.point == PointId::at(p));
            assert_eq!(shift.is_none(), was == is, "seed {seed}");
            let Some(shift) = shift else { continue };
            let right = match (was.len() == 1, is.len() == 1) {
                (true, true) => Shift::SettledOtherwise,
                (false, true) => Shift::Fixed,
                (true, false) => Shift::Freed,
                (false, false) => Shift::OtherOptions,
            };
            assert_eq!(shift.shift, right, "seed {seed}");
            for o in (0..base.points[p].options.len()).map(OptionId::at) {
                assert_eq!(shift.gone.contains(o), was.contains(o) && !is.contains(o));
                assert_eq!(shift.new.contains(o), !was.contains(o) && is.contains(o));
            }
        }
        let (_, _, was) = seen(base, &before);
        let (_, _, is) = seen(&applied.case, &now);
        let told: Vec<_> = difference.best.iter().map(|b| (b.from, b.to)).collect();
        let right: Vec<_> = was
            .into_iter()
            .flatten()
            .zip(is.into_iter().flatten())
            .collect();
        assert_eq!(told, right, "seed {seed}");
    }
    assert!(both > 200, "{both}");
    assert!(obstacles.iter().all(|seen| *seen > 20), "{obstacles:?}");
}

/// What is said to be in the way against what is left without values, and without demands too.
fn obstacle(branch: &Branch<'_>, positions: &Positions, seen: &mut [u32; 3]) {
    let without = |positions: Positions| counted(branch.case, &positions).count > 0;
    let open = positions.clone().without_floors();
    let mut laws = open.clone();
    let demands = branch.case.demands().into_iter();
    laws.dropped
        .extend(demands.filter(|d| !branch.case.is_law(*d)));
    let right = if without(positions.clone()) {
        None
    } else if without(open) {
        Some(Obstacle::Values)
    } else if without(laws) {
        Some(Obstacle::Positions)
    } else {
        Some(Obstacle::Laws)
    };
    assert_eq!(branch.verdict.in_the_way, right);
    match right {
        None | Some(Obstacle::PositionsOrLaws(_)) => {}
        Some(Obstacle::Values) => seen[0] += 1,
        Some(Obstacle::Positions) => seen[1] += 1,
        Some(Obstacle::Laws) => seen[2] += 1,
    }
}

#[test]
fn tightening_never_widens() {
    let mut narrowed = 0;
    for seed in 0..600 {
        let double = Double::new(small(seed));
        let case = &double.case;
        let all = counted(case, &Positions::declared(case)).count;
        let mut rng = Rng::new(seed);
        let mut flags = Vec::new();
        for point in &case.points {
            let option = &point.options[rng.below(point.options.len())].id;
            flags.push(flag(FlagKind::Fix, format!("{}={option}", point.id)));
            if point.options.len() > 1 {
                flags.push(flag(FlagKind::Exclude, format!("{}={option}", point.id)));
            }
        }
        for (party, value) in case.parties.iter().zip(&double.no_deal) {
            if let Some(value) = value {
                let higher = written(&(value + Exact::new(1, 3)));
                flags.push(flag(
                    FlagKind::Set,
                    format!("{}.no_deal={higher}", party.id),
                ));
            }
        }
        for flag in flags {
            let Ok(changes) = read_flags(case, std::slice::from_ref(&flag)) else {
                continue;
            };
            let applied = changes.applied(case);
            let left = counted(&applied.case, &applied.positions).count;
            assert!(left <= all, "seed {seed}: {}", flag.value);
            narrowed += u32::from(left < all);
        }
    }
    assert!(narrowed > 500, "{narrowed}");
}

#[test]
fn a_lever_pulled_and_the_value_set_back_is_the_base() {
    let mut restored = 0;
    for seed in 0..400 {
        let case = read(&with_levers(seed, &mut Rng::new(seed))).unwrap();
        for lever in &case.levers {
            let party = &case.parties[lever.target.index()];
            let value = party.sheet.open().no_deal.unwrap();
            let value = case.unscaled(lever.target, value) - lever.no_deal_delta;
            let flags = [
                flag(
                    FlagKind::Set,
                    format!("{}.no_deal={}", party.id, written(&value)),
                ),
                flag(FlagKind::Pull, lever.id.clone()),
            ];
            let Ok(changes) = read_flags(&case, &flags) else {
                continue;
            };
            let applied = changes.applied(&case);
            assert_eq!(applied.positions, Positions::declared(&case));
            assert_eq!(applied.case.hash, case.hash);
            restored += 1;
        }
    }
    assert!(restored > 400, "{restored}");
}

fn sella() -> (Case, Changes) {
    let case = demonstration::case();
    let moves = pairs(expected(&case, &["cheapest_opening", "moves"]));
    let steps: Vec<String> = moves
        .iter()
        .map(|(line, n)| format!("{line}={n}"))
        .collect();
    let flags: Vec<_> = steps.iter().map(|s| (FlagKind::Step, s.as_str())).collect();
    let changes = changes(&case, &flags);
    (case, changes)
}

#[test]
fn the_six_steps_open_the_demonstration_case_as_stated() {
    let (case, changes) = sella();
    let applied = changes.applied(&case);
    assert_eq!(applied.positions, demonstration::opened(&case));
    let budget = Budget::unlimited();
    let base = branch(&case, &Positions::declared(&case), &budget);
    assert_eq!(base.verdict.in_the_way, Some(Obstacle::Positions));
    let opened = branch(&applied.case, &applied.positions, &budget);
    let difference = compare(&base, &opened);
    let stated = |key| text(expected(&case, &["overlap_after_opening", key])).parse();
    assert_eq!(difference.packages, stated("packages").ok());
    assert_eq!(
        difference.without_floors,
        stated("packages_before_no_deal_floors").ok()
    );
    let Answer::Found(overlap) = opened.verdict.overlap else {
        panic!("no overlap")
    };
    let occurring = overlap.occurring.unwrap();
    let fixed = pairs(expected(&case, &["overlap_after_opening", "fixed_points"]));
    let open = texts(expected(&case, &["overlap_after_opening", "open_points"]));
    for (point, set) in case.points.iter().zip(&occurring) {
        let on = set.least().map(|o| point.options[o.index()].id.as_str());
        let is_fixed = fixed.iter().any(|f| (f.0, Some(f.1)) == (&point.id, on));
        assert!(is_fixed != open.contains(&point.id.as_str()));
        assert_eq!(is_fixed, set.len() == 1);
    }
}

/// The sensitivity to a no-deal value that the case's author states, reached by what-ifs.
#[test]
fn no_deal_values_and_levers_move_the_opened_case_as_stated() {
    let (case, steps) = sella();
    let mut flags: Vec<(FlagKind, String)> = pairs(expected(&case, &["cheapest_opening", "moves"]))
        .iter()
        .map(|(line, n)| (FlagKind::Step, format!("{line}={n}")))
        .collect();
    assert_eq!(flags.len(), steps.list().len());
    let count = |flags: &[(FlagKind, String)]| {
        let flags: Vec<_> = flags.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let changes = changes(&case, &flags);
        let applied = changes.applied(&case);
        match winset_solve::count(&applied.case, &applied.positions, &Budget::unlimited()) {
            Count::Exact(count) => count,
            stopped @ Count::Between { .. } => panic!("{stopped:?}"),
        }
    };
    let rows = pairs(expected(&case, &["sensitivity", "orvane_no_deal"]));
    for (value, packages) in &rows {
        flags.push((FlagKind::Set, format!("orvane.no_deal={value}")));
        assert_eq!(count(&flags).to_string(), *packages);
        flags.pop();
    }
    // The price cap moves Orvane from 590 to 560.
    let at_560: BigUint = rows
        .iter()
        .find(|r| r.0 == "560")
        .unwrap()
        .1
        .parse()
        .unwrap();
    flags.push((FlagKind::Pull, "MER-price-cap".to_owned()));
    assert_eq!(count(&flags), at_560);
    // Between two scores the higher one counts.
    flags.push((FlagKind::Set, "orvane.no_deal=589.5".to_owned()));
    assert_eq!(count(&flags), at_560);
}
