//! Pictures are made of a case and of what is found about it, and of nothing else.

use winset_journal::{Act, Author, Deed, IssuedDraft, JournalEntry, Mode};
use winset_model::audience::Audience;
use winset_model::case::{Case, Visibility};
use winset_model::derived::Concession;
use winset_model::document::{self, Syntax};
use winset_model::positions::Positions;
use winset_model::read_case;
use winset_picture::Picture;
use winset_solve::{Budget, FloorMode, StepLimits, listing, steps};
use winset_text::{DraftWanted, Text, issue};
use winset_told::messages::english;

use super::*;
use crate::ask::{ClashesAnswer, Progress, WorkLimit, clashes};

/// Two parties with scores that want different fees, and an offer on a day.
const CASE: &str = "
format: winset-case/1
id: drawn
title: Drawn
parties: [{id: north, name: North, no_deal: 1}, {id: south, name: South, no_deal: 1}]
points:
  - {id: fee, title: Fee, options: [{id: a, label: A}, {id: b, label: B}]}
lines:
  - {id: low, owner: north, point: fee, ladder: [{accept: a, cost: 0}, {accept: [a, b], cost: 1}]}
  - {id: high, owner: south, point: fee, ladder: [{accept: b, cost: 0}]}
preferences:
  north: {fee: {scores: [3, 1]}}
  south: {fee: {scores: [1, 3]}}
offers:
  - {seq: 1, by: north, date: 2031-03-14, package: {fee: a}}
";

/// The case, and what is found about it.
struct World {
    case: Case,
    found: ClashesAnswer,
    entries: Vec<JournalEntry>,
}

impl World {
    fn new() -> Self {
        let case = read_case(CASE.as_bytes(), Syntax::Yaml).unwrap().case;
        let limit = WorkLimit::of_budget(Budget::unlimited(), Progress::silent());
        let declared = Positions::declared(&case);
        let found = clashes(&case, &declared, FloorMode::Ignore, None, &limit);
        assert_eq!(found.found.list.len(), 1);
        let wanted = DraftWanted {
            mode: Mode::Compilation,
            package: None,
            visibility: Visibility::Public,
        };
        let document = document::parse(CASE.as_bytes(), Syntax::Yaml).unwrap();
        let made = issue(&document, &[], &wanted).unwrap();
        let deed = Deed::Draft(IssuedDraft {
            version: "V1".to_owned(),
            date: None,
            mode: Mode::Compilation,
            clauses: Some(made.clauses),
            editions: made.editions,
        });
        let act = Act {
            at: "2031-03-15T09:30:00Z".to_owned(),
            by: Author::Mediator,
            seen: Visibility::Public,
            once: None,
            deed,
        };
        Self {
            case,
            found,
            entries: vec![JournalEntry { line: 1, act }],
        }
    }

    /// Each picture with its name.
    fn pictures(&self, place: PicturePlace<'_>) -> Vec<(&'static str, Picture)> {
        let (case, words) = (&self.case, english());
        let declared = Positions::laws(case);
        let budget = &Budget::unlimited();
        let axes = frontier_axes(case, None, None).unwrap();
        let found = listing(case, &declared, 10, budget);
        assert!(!found.packages.is_empty());
        let picked: Vec<_> = found
            .packages
            .iter()
            .map(|p| (vec!["rule".to_owned()], p))
            .collect();
        let shown = FrontierShown {
            packages: &found.packages,
            frontier: None,
            picked: &picked,
            tabled: None,
            agreed: &[],
        };
        let stepped = steps(case, &declared, axes.x, StepLimits::default(), budget);
        let stepped = stepped.unwrap().unwrap();
        let conflicts = ConflictShown {
            found: &self.found,
            out: &[],
            moved: &Concession::default(),
        };
        let text = Text::new(case, &self.entries);
        vec![
            ("conflict", conflict(case, words, conflicts, place)),
            ("frontier", frontier(case, words, axes, shown, place)),
            (
                "pressure-0",
                pressure(case, words, axes.x, &stepped.count, place),
            ),
            ("timeline", timeline(case, words, place)),
            ("brackets", brackets(&text, words, place)),
        ]
    }
}

#[test]
fn pictures_are_made_from_values_alone() {
    for (name, picture) in World::new().pictures(PicturePlace::alone()) {
        let svg = picture.as_str();
        let id = format!("<title id=\"{name}-title\">");
        assert!(svg.contains(&id), "{name}: {svg}");
        assert!(!svg.contains("href"), "{name} leads somewhere: {svg}");
    }
}

#[test]
fn identifiers_and_links_are_those_of_the_place() {
    let link = |part: PicturePart<'_>| {
        Some(match part {
            PicturePart::Clash(number) => format!("#clash-{number}"),
            PicturePart::Package(package) => format!("/package/{}", package.0.len()),
            PicturePart::Version(name) => format!("/text/{name}"),
            PicturePart::WorkingText => "/text".to_owned(),
            PicturePart::Week(monday) => format!("#week-{monday}"),
        })
    };
    let expected = [
        vec!["#clash-1"],
        vec!["/package/1"],
        vec![],
        vec![],
        vec!["/text/V1", "/text"],
    ];
    let pictures = World::new().pictures(PicturePlace::new("page-", &link));
    for ((name, picture), links) in pictures.into_iter().zip(expected) {
        let svg = picture.as_str();
        let id = format!("<title id=\"page-{name}-title\">");
        assert!(svg.contains(&id), "{name}: {svg}");
        for link in links {
            let link = format!("href=\"{link}\"");
            assert!(svg.contains(&link), "{name} does not lead to {link}: {svg}");
        }
    }
}

#[test]
fn signatures_say_for_whom_and_of_what() {
    let world = World::new();
    let party = Audience::Party("south".to_owned());
    let signed = signature(&world.case, &party, english());
    let hash = &world.case.hash[..16];
    assert!(
        signed.contains("South") && signed.contains(hash),
        "{signed}"
    );
    assert!(!signed.contains(&world.case.hash[..17]), "{signed}");
}

#[test]
fn weeks_of_the_record_begin_on_mondays_and_those_between_are_there() {
    // 14 March 2031 is a Friday, 24 March the Monday after the week between.
    let text = format!("{CASE}  - {{seq: 2, by: south, date: 2031-03-24, package: {{fee: b}}}}\n");
    let case = read_case(text.as_bytes(), Syntax::Yaml).unwrap().case;
    let entries = crate::ask::recorded(&case, &crate::ask::RecordFilter::default());
    let spans = record_spans(&entries);
    let told: Vec<_> = spans
        .iter()
        .map(|span| (span.from.to_string(), span.first.is_some(), span.counts))
        .collect();
    let expected = [
        ("2031-03-10", true, [0, 0, 1, 0]),
        ("2031-03-17", false, [0; 4]),
        ("2031-03-24", true, [0, 0, 1, 0]),
    ];
    let expected = expected.map(|(day, any, counts)| (day.to_owned(), any, counts));
    assert_eq!(told, expected);
    assert_eq!(record_spans(&[]), []);
}
