//! What a party is handed as files depends on nothing that it may not see: its workbook, its cut case, and
//! the history of its case.

use winset_answers::ask::case_file;
use winset_answers::form::{self, ActsForm};
use winset_export::acts::{ActKind, ActTold, acts};
use winset_journal::{SeenCase, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case_from_document;
use winset_model::document::{Syntax, parse};
use winset_sheet::{to_csv, to_xlsx, with_agreed, workbook_of};

use crate::twins::{Pair, entries};

/// Every file of a world for the reader, by name; none where its part of the world is no case.
fn files(pair: &Pair, world: usize) -> Option<Vec<(String, Vec<u8>)>> {
    let text = pair.cases[world].to_string();
    let document = parse(text.as_bytes(), Syntax::Json).unwrap();
    let seen = as_seen_by(&document, &entries(&pair.acts[world]), &pair.reader).ok()?;
    let mut made = of_view(&seen, &pair.reader);
    let without = seen.without_assumptions().unwrap();
    let plain = of_view(&without, &pair.reader).into_iter();
    made.extend(plain.map(|(name, bytes)| (format!("{name}, without assumptions"), bytes)));
    Some(made)
}

fn of_view(seen: &SeenCase, reader: &Audience) -> Vec<(String, Vec<u8>)> {
    let own = match reader {
        Audience::Party(id) => Some(id.as_str()),
        _ => None,
    };
    let cut = case_file(seen);
    assert!(case_from_document(&cut).is_ok(), "a cut case is a case");
    let workbook = with_agreed(workbook_of(&seen.document, own).unwrap(), &seen.case);
    let told = acts(seen);
    let changes = told
        .iter()
        .filter(|act| matches!(act.kind, ActKind::Amendment | ActKind::Withdrawal));
    let changes: Vec<ActTold> = changes.cloned().collect();
    let form = |told: &[ActTold]| form::line(&ActsForm::new(&seen.case, reader, told)).unwrap();
    let mut made = vec![
        ("case.yaml".to_owned(), cut.to_yaml().into_bytes()),
        ("case.json".to_owned(), cut.json_as_written().into_bytes()),
        // Every part of it: document properties and the hidden sheet are in these bytes.
        ("workbook.xlsx".to_owned(), to_xlsx(&workbook).unwrap()),
        ("history.txt".to_owned(), format!("{told:#?}").into_bytes()),
        ("history.json".to_owned(), form(&changes)),
        ("acts.json".to_owned(), form(&told)),
        (
            "warnings.txt".to_owned(),
            format!("{:#?}", seen.aside).into_bytes(),
        ),
    ];
    let sheets = to_csv(&workbook).into_iter();
    made.extend(sheets.map(|(name, text)| (format!("{name}.csv"), text.into_bytes())));
    made
}

/// Compares pairs of worlds; how many files were compared, and how many worlds differ.
fn compare(numbers: std::ops::Range<u64>) -> (usize, usize) {
    let (mut compared, mut different) = (0, 0);
    for number in numbers {
        let pair = Pair::new(number);
        let [one, other] = [files(&pair, 0), files(&pair, 1)];
        let names = |made: &Option<Vec<(String, Vec<u8>)>>| -> Option<Vec<String>> {
            Some(
                made.as_ref()?
                    .iter()
                    .map(|(name, _)| name.clone())
                    .collect(),
            )
        };
        assert_eq!(names(&one), names(&other), "pair {number}");
        for ((name, one), (_, other)) in one.iter().flatten().zip(other.iter().flatten()) {
            assert!(
                one == other,
                "pair {number}: {name} differs for {:?}",
                pair.reader
            );
            compared += 1;
        }
        different +=
            usize::from(pair.cases[0] != pair.cases[1] || pair.acts[0].len() != pair.acts[1].len());
    }
    (compared, different)
}

#[test]
fn a_hundred_pairs_of_worlds_hand_out_the_same_files() {
    let (compared, different) = compare(0..100);
    assert!(compared > 1_500 && different > 90, "{compared} {different}");
}

#[test]
#[ignore = "takes minutes"]
fn a_thousand_pairs_of_worlds_hand_out_the_same_files() {
    let (compared, different) = compare(0..1_000);
    println!("{compared} files in 1000 pairs of worlds, {different} of which differ");
    assert!(
        compared > 15_000 && different > 900,
        "{compared} {different}"
    );
}
