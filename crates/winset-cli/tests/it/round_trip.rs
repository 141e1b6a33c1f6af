//! Cases written for other programs and read again.

use serde_json::{Value, json};
use winset::model::case::Case;
use winset::model::document::Syntax;
use winset::model::formats::big::Big;
use winset::model::formats::peer::PeerFormat;
use winset::model::formats::{ScenarioOptions, scenario, write};
use winset::model::options::PartyId;
use winset::model::read_case;

const SEEDS: u64 = 300;

fn read(file: &Value) -> Case {
    read_case(file.to_string().as_bytes(), Syntax::Json)
        .unwrap()
        .case
}

/// A random case with nothing in it but what the format can hold.
fn plain(seed: u64, target: PeerFormat) -> Value {
    let case = read(&winset_gen::small::small(seed));
    let counted = seed.is_multiple_of(2) && target != PeerFormat::Negolog;
    let points = case.points.iter().enumerate().map(|(place, point)| {
        if counted && place == 0 {
            let to = point.options.len() + 2;
            return json!({"id": point.id, "title": point.id, "range": {"from": 3, "to": to, "step": 1}});
        }
        let options = point.options.iter().map(|o| json!({"id": o.id, "label": o.id}));
        json!({"id": point.id, "title": point.id, "options": options.collect::<Vec<_>>()})
    });
    let mut ids: Vec<&str> = case.parties.iter().map(|p| p.id.as_str()).collect();
    ids.sort_unstable();
    let mut sheets = serde_json::Map::new();
    let mut parties = Vec::new();
    for (party, id) in ids.iter().enumerate() {
        let mut sheet = serde_json::Map::new();
        let mut first = Vec::new();
        for (place, point) in case.points.iter().enumerate() {
            let worth = |option: usize| match (counted, place) {
                (true, 0) => (party * 8 + option * 16).to_string(),
                _ => (((usize::try_from(seed).unwrap() + party * 7 + place * 3 + option * 5) % 11)
                    * 8)
                .to_string(),
            };
            let row: Vec<String> = (0..point.options.len())
                .map(|o| format!("{}/1000", worth(o)))
                .collect();
            first.push(Big::new(worth(0).parse().unwrap(), 1000.into()));
            sheet.insert(point.id.clone(), json!({"values": row}));
        }
        let floor = first
            .into_iter()
            .fold(Big::default(), |sum, adds| sum + adds);
        parties.push(json!({"id": id, "name": id, "no_deal": floor.to_string()}));
        sheets.insert((*id).to_owned(), Value::Object(sheet));
    }
    json!({
        "format": "winset-case/1", "id": "d", "title": "d",
        "parties": parties, "points": points.collect::<Vec<_>>(), "preferences": sheets,
    })
}

fn assert_same(one: &Case, other: &Case, what: &str) {
    assert_eq!((&one.id, &one.title), (&other.id, &other.title), "{what}");
    assert_eq!(one.points, other.points, "{what}");
    assert_eq!(one.parties.len(), other.parties.len(), "{what}");
    for (place, (a, b)) in one.parties.iter().zip(&other.parties).enumerate() {
        assert_eq!(
            (&a.id, &a.name, &a.short),
            (&b.id, &b.name, &b.short),
            "{what}"
        );
        let party = PartyId::at(place);
        let (a, b) = (a.sheet.open(), b.sheet.open());
        assert_eq!(a, b, "{what} {:?}", one.parties[party.index()].id);
    }
}

#[test]
fn what_is_written_without_loss_is_read_again() {
    for target in PeerFormat::ALL {
        for seed in 0..SEEDS {
            let case = read(&plain(seed, target));
            let written = write(&case, target);
            let told: Vec<&str> = written
                .losses
                .iter()
                .map(|loss| loss.what.as_str())
                .collect();
            let allowed = told
                .iter()
                .all(|what| what.contains("identifier and the title"));
            assert!(allowed, "{target:?} {seed}: {:?}", written.losses);
            let files = written.files.iter();
            let files: Vec<(&str, &[u8])> = files
                .map(|(name, text)| (name.as_str(), text.as_bytes()))
                .collect();
            let again = scenario(&files, &ScenarioOptions::default());
            let again = again.unwrap_or_else(|r| panic!("{target:?} {seed}: {r:#?} {written:?}"));
            assert_eq!(again.format, target);
            let mut again = again.reading.case;
            if target == PeerFormat::Negolog {
                (again.id, again.title) = ("d".to_owned(), "d".to_owned());
            }
            assert_same(&case, &again, &format!("{target:?} {seed} {written:#?}"));
        }
    }
}

/// Cases with everything in them are written all the same, and read again with the same points.
#[test]
fn every_case_is_written_with_its_losses() {
    for target in PeerFormat::ALL {
        for seed in 0..SEEDS {
            let case = read(&winset_gen::small::small(seed));
            let written = write(&case, target);
            let scored = case
                .parties
                .iter()
                .filter(|p| p.sheet.open().scores.is_some());
            if scored.count() == 0 {
                continue;
            }
            let names = case
                .demands()
                .into_iter()
                .map(|d| case.demand_name(d).to_owned());
            for name in names {
                assert!(
                    written.losses.iter().any(|loss| loss.about == name),
                    "{name}"
                );
            }
            let files = written.files.iter();
            let files: Vec<(&str, &[u8])> = files
                .map(|(name, text)| (name.as_str(), text.as_bytes()))
                .collect();
            let options = ScenarioOptions {
                rounding: winset::model::formats::Rounding::WhereNeeded,
                ..ScenarioOptions::default()
            };
            let again = scenario(&files, &options);
            let again = again.unwrap_or_else(|r| panic!("{target:?} {seed}: {r:#?} {written:#?}"));
            let ids = |case: &Case| case.points.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
            assert_eq!(ids(&case), ids(&again.reading.case), "{target:?} {seed}");
        }
    }
}
