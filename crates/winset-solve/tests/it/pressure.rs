//! The no-deal values at which an overlap opens or closes: the demonstration case, and random small
//! cases against the census.

use serde_json::json;
use winset_check::census;
use winset_gen::rng::Rng;
use winset_gen::small::{positions, small};
use winset_model::case::{Case, Lever};
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_model::private::Private;
use winset_solve::{Budget, Pressure, Turn, audit_pressure, listing, pressure, turns};

use crate::demonstration::{case, expected, opened, pairs};

#[test]
fn at_declared_positions_no_pressure_on_one_party_opens_the_demonstration_case() {
    let case = case();
    let found = pressure(&case, &Positions::declared(&case), &Budget::unlimited());
    assert_eq!(found.len(), 4);
    assert!(
        found.iter().all(|p| matches!(p, Pressure::Never(_))),
        "{found:?}"
    );
}

#[test]
fn the_opened_demonstration_case_closes_where_its_table_says() {
    let case = case();
    let found = pressure(&case, &opened(&case), &Budget::unlimited());
    for (key, party) in [("orvane_no_deal", "orvane"), ("lethia_no_deal", "lethia")] {
        let party = case.party_named(party).unwrap();
        let Pressure::OpensAt(best) = &found[party.index()] else {
            panic!("{found:?}")
        };
        for (floor, packages) in pairs(expected(&case, &["sensitivity", key])) {
            let floor: i64 = floor.parse().unwrap();
            assert_eq!(floor <= best.value(), packages != "0", "{key} {floor}");
        }
    }
}

/// Compares the value of each party at which an overlap opens with the census, on a range of seeds at
/// random positions; a twentieth of the cases at least must open, and as many never.
fn gaps(seeds: std::ops::Range<u64>) {
    let least = (seeds.end - seeds.start) / 20;
    let (mut opens, mut never) = (0, 0);
    for seed in seeds {
        let case = read(seed);
        let asked = positions(&case, &mut Rng::new(seed));
        for (place, found) in pressure(&case, &asked, &Budget::unlimited())
            .iter()
            .enumerate()
        {
            let party = PartyId::at(place);
            let free = asked.clone().with_floor(party, None);
            let counted = census(&case, &free, 10_000).unwrap();
            match found {
                Pressure::OpensAt(best) => {
                    assert_eq!(Some(best.value()), counted.best[place], "seed {seed}");
                    opens += 1;
                }
                Pressure::Never(_) => {
                    assert_eq!(counted.count, 0, "seed {seed}");
                    never += 1;
                }
                Pressure::NoFloor => {
                    let scored = case.parties[place].sheet.open().scores.is_some();
                    assert!(asked.floors[place].is_none() || !scored, "seed {seed}");
                }
                Pressure::Stopped(reason) => panic!("seed {seed}: {reason:?}"),
            }
        }
    }
    assert!(
        opens > least && never > least,
        "{opens} open, {never} never"
    );
}

#[test]
fn gaps_of_seeds_up_to_2_500_agree_with_the_census() {
    gaps(0..2_500);
}

#[test]
fn gaps_of_seeds_up_to_5_000_agree_with_the_census() {
    gaps(2_500..5_000);
}

pub(crate) fn read(seed: u64) -> Case {
    let text = small(seed).to_string();
    let reading = winset_model::read_case(text.as_bytes(), Syntax::Json);
    reading.unwrap().case
}

/// The declared positions for even seeds, random ones for odd seeds.
pub(crate) fn asked(case: &Case, seed: u64) -> Positions {
    if seed.is_multiple_of(2) {
        Positions::declared(case)
    } else {
        positions(case, &mut Rng::new(seed))
    }
}

/// A case whose demands can be met, closed by values alone: floors up to a few units above what one
/// package gives, levers that lower them, trends either way.
pub(crate) fn pressed(case: &Case, rng: &mut Rng) -> Option<(Case, Positions)> {
    let declared = Positions::declared(case);
    let open = declared.clone().without_floors();
    let listed = listing(case, &open, usize::MAX, &Budget::unlimited()).packages;
    let from = listed.get(rng.below(listed.len().max(1)))?;
    let mut case = case.clone();
    let mut asked = declared;
    case.levers.clear();
    for p in 0..case.parties.len() {
        let Some(score) = from.scores()[p] else {
            continue;
        };
        let mut sheet = case.parties[p].sheet.open().clone();
        let units = |of: usize, rng: &mut Rng| i64::try_from(rng.below(of)).unwrap();
        asked.floors[p] = Some(score + units(7, rng));
        let unit = |rng: &mut Rng| Exact::new(i128::from(units(8, rng)), sheet.scale.into());
        let trend = unit(rng) * Exact::new(1 - 3 * i128::from(rng.chance(3, 4)), 5);
        for l in 0..rng.below(4).min(6 - case.levers.len().min(6)) {
            let finer = Exact::new(1, [1, 1, 1, 2, 3][rng.below(5)]);
            let sign = Exact::from_integer(if rng.chance(1, 6) { 1 } else { -1 });
            case.levers.push(Lever {
                id: format!("lever-{p}-{l}"),
                by: PartyId::at(rng.below(case.parties.len())),
                target: PartyId::at(p),
                no_deal_delta: unit(rng) * finer * sign,
                cost_to_puller: rng.below(3) as u64,
                delay_days: rng.below(30) as u64,
            });
        }
        sheet.trend_per_month = Some(trend);
        sheet.no_deal = asked.floors[p];
        sheet.no_deal_range = asked.floors[p].map(|f| (f - units(4, rng), f + units(2, rng)));
        case.parties[p].sheet = Private::new(sheet);
    }
    Some((case, asked))
}

#[test]
fn cases_closed_by_values_agree() {
    for seed in 0..600 {
        let Some((case, asked)) = pressed(&read(seed), &mut Rng::new(seed)) else {
            continue;
        };
        let differences = audit_pressure(&case, &asked, &Budget::unlimited());
        assert_eq!(differences, [""; 0], "seed {seed}\n{asked:?}");
    }
}

/// Compares every answer about pressure and time with enumeration on a range of seeds, every other
/// one with random positions.
fn agree(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let case = read(seed);
        let asked = asked(&case, seed);
        let differences = audit_pressure(&case, &asked, &Budget::unlimited());
        let text = small(seed);
        assert_eq!(differences, [""; 0], "seed {seed}\n{asked:?}\n{text}");
    }
}

#[test]
fn seeds_up_to_1_000() {
    agree(0..1_000);
}

#[test]
fn seeds_up_to_2_000() {
    agree(1_000..2_000);
}

#[test]
fn seeds_up_to_3_000() {
    agree(2_000..3_000);
}

#[test]
fn seeds_up_to_4_000() {
    agree(3_000..4_000);
}

#[test]
fn seeds_up_to_5_000() {
    agree(4_000..5_000);
}

/// With few nodes, what is said is still right, and what was stopped says so.
#[test]
fn stopped_answers_are_right_as_far_as_they_go() {
    let mut stopped = 0;
    for seed in 0..600 {
        let case = read(seed);
        let mut questions = vec![(case.clone(), asked(&case, seed))];
        questions.extend(pressed(&case, &mut Rng::new(seed)));
        let budget = Budget {
            nodes_max: Some(seed % 5),
            ..Budget::unlimited()
        };
        for (case, asked) in questions {
            let differences = audit_pressure(&case, &asked, &budget);
            assert_eq!(differences, [""; 0], "seed {seed}\n{asked:?}");
            let gaps = pressure(&case, &asked, &budget);
            stopped += gaps
                .iter()
                .filter(|g| matches!(g, Pressure::Stopped(_)))
                .count();
        }
    }
    assert!(stopped > 100, "{stopped}");
}

/// One point whose options give one party what they take from the other, as one value falls and the
/// other rises: each package is acceptable for a span of days of its own, or for none.
#[test]
fn windows_of_days_are_found_in_their_order() {
    let (mut opens, mut closes) = (0, 0);
    for seed in 0..400 {
        let mut rng = Rng::new(seed);
        let mut table =
            |base: usize| -> Vec<usize> { (0..9).map(|_| base + rng.below(40)).collect() };
        let (a, b) = (table(0), table(0));
        let options: Vec<_> = (0..9)
            .map(|o| json!({"id": format!("o{o}"), "label": ""}))
            .collect();
        let party = |id: &str, score: usize, trend: i64| json!({"id": id, "name": id, "no_deal": {"score": score, "trend_per_month": trend}});
        let (falls, rises) = (1 + rng.below(4), 1 + rng.below(4));
        let (high, low) = (20 + rng.below(40), rng.below(30));
        let text = json!({
            "format": "winset-case/1",
            "id": "windows",
            "title": "Windows",
            "parties": [
                party("a", high, -i64::try_from(falls).unwrap()),
                party("b", low, i64::try_from(rises).unwrap()),
            ],
            "points": [{"id": "p", "title": "P", "options": options}],
            "preferences": {"a": {"p": {"values": a}}, "b": {"p": {"values": b}}},
        });
        let reading = winset_model::read_case(text.to_string().as_bytes(), Syntax::Json);
        let case = reading.unwrap().case;
        let asked = Positions::declared(&case);
        let differences = audit_pressure(&case, &asked, &Budget::unlimited());
        assert_eq!(differences, [""; 0], "{text}");
        match turns(&case, &asked, 400, &Budget::unlimited()).map(|t| t.together) {
            Some(Turn::Opens { .. }) => opens += 1,
            Some(Turn::Closes { .. }) => closes += 1,
            _ => {}
        }
    }
    assert!(opens > 50 && closes > 50, "{opens} open, {closes} close");
}
