//! Small cases that use every form beyond the demonstration case; the numbers were worked out by
//! hand.

use winset_model::audience::{Audience, for_audience};
use winset_model::case::{Case, DemandId, LinkRule, Scores, Visibility};
use winset_model::condition::{Condition, Term};
use winset_model::disagreement::{Basis, Disagreement};
use winset_model::document::Syntax;
use winset_model::number::Exact;
use winset_model::offer::OfferKind;
use winset_model::options::{OptionId, OptionSet, Package, PartyId, PointId};
use winset_model::read_case;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/valid");

fn read(name: &str) -> Case {
    let bytes = std::fs::read(format!("{FOLDER}/{name}")).unwrap();
    let reading = read_case(&bytes, Syntax::of_file_name(name).unwrap()).unwrap();
    assert_eq!(reading.warnings, [], "{name}");
    reading.case
}

fn scores(case: &Case, party: usize) -> &Scores {
    case.parties[party].sheet.open().scores.as_ref().unwrap()
}

fn set(options: &[u16]) -> OptionSet {
    options.iter().map(|o| OptionId(*o)).collect()
}

fn package(options: &[u16]) -> Package {
    Package(options.iter().map(|o| OptionId(*o)).collect())
}

/// Hindi, Tamil, Burmese, Khmer, Thai, Korean, Hebrew with vowels, and letters with marks apart.
#[test]
fn identifiers_are_words_of_all_scripts_and_of_one_writing() {
    let case = read("scripts.yaml");
    let ids: Vec<&str> = case.parties.iter().map(|party| party.id.as_str()).collect();
    assert_eq!(ids, ["हिन्दी", "தமிழ்", "မြန်မာ", "ខ្មែរ", "\u{e4}nn"]);
    for name in ["\u{e4}nn", "a\u{308}nn"] {
        assert_eq!(case.party_named(name), Some(PartyId(4)));
        assert_eq!(case.lines[0].owner, PartyId(4));
    }
    for name in ["한", "\u{1112}\u{1161}\u{11AB}"] {
        assert_eq!(case.option_named(PointId(0), name), Some(OptionId(0)));
    }
    assert_eq!(scores(&case, 0).by_option, [vec![2, 1, 0]]);
    // Names read as one, texts as they are written.
    assert_eq!(case.parties[4].name, "A\u{308}nn");
    let own = Audience::named(&case, "a\u{308}nn").unwrap();
    assert_eq!(own.name(), "\u{e4}nn");
    let bytes = std::fs::read(format!("{FOLDER}/scripts.yaml")).unwrap();
    let document = winset_model::document::parse(&bytes, Syntax::Yaml).unwrap();
    for (audience, lines) in [(own, 1), (Audience::Public, 0)] {
        let seen = for_audience(&document, &audience);
        let seen = winset_model::case_from_document(&seen).unwrap().case;
        assert_eq!(seen.lines.len(), lines);
        let scored = seen.parties[4].sheet.open().scores.is_some();
        assert_eq!(scored, lines == 1);
    }
}

#[test]
fn fractions_come_to_one_scale_per_party() {
    let case = read("fractions.yaml");
    let ann = case.parties[0].sheet.open();
    assert_eq!(ann.scale, 24); // 1/3, 1/2, 1/8, and 1/4 for the no-deal value
    assert_eq!(scores(&case, 0).by_option, [vec![0, 8], vec![12, 3, 0]]);
    assert_eq!((ann.no_deal, ann.impasse), (Some(6), None));
    let bob = case.parties[1].sheet.open();
    assert_eq!(bob.scale, 2);
    assert_eq!(scores(&case, 1).by_option, [vec![5, -1], vec![0, 0, 0]]);
    assert_eq!((bob.no_deal, bob.impasse), (Some(-1), Some(-2)));
    assert_eq!(bob.trend_per_month, Some(Exact::new(-1, 3)));
    let note = case.register.parties[1].no_deal_note.open();
    assert_eq!(note.as_deref(), Some("falling"));
    let score = case.score(PartyId(0), &package(&[1, 1])).unwrap();
    assert_eq!(case.unscaled(PartyId(0), score), Exact::new(11, 24));
}

#[test]
fn bounds_of_no_deal_values_are_on_the_scale_and_the_upper_one_stands_for_the_value() {
    let case = read("uncertain.yaml");
    let sheet = |p: usize| case.parties[p].sheet.open();
    assert_eq!(sheet(0).scale, 4);
    assert_eq!(
        (sheet(0).no_deal, sheet(0).no_deal_range),
        (Some(8), Some((1, 8)))
    );
    assert_eq!(sheet(1).scale, 2);
    assert_eq!(
        (sheet(1).no_deal, sheet(1).no_deal_range),
        (Some(2), Some((1, 3)))
    );
    assert_eq!(
        (sheet(2).no_deal, sheet(2).no_deal_range),
        (Some(1), Some((1, 1)))
    );
}

#[test]
fn ranges_become_options_with_scores() {
    let case = read("ranges.yaml");
    let ids = |p: usize| -> Vec<&str> {
        case.points[p]
            .options
            .iter()
            .map(|o| o.id.as_str())
            .collect()
    };
    assert_eq!(ids(0), ["0", "2.5", "5", "7.5", "10"]);
    assert_eq!(ids(1), ["-1/3", "0", "1/3"]);
    assert_eq!(case.points[0].options[1].label, "2.5 bn");
    assert_eq!(case.points[1].options[2].number, Some(Exact::new(1, 3)));
    assert_eq!(
        scores(&case, 0).by_option,
        [vec![20, 15, 10, 5, 0], vec![0; 3]]
    );
    assert_eq!(case.parties[1].sheet.open().scale, 2);
    assert_eq!(
        scores(&case, 1).by_option,
        [vec![0, 8, 16, 18, 20], vec![0, 1, 2]]
    );
    assert_eq!(
        scores(&case, 2).by_option,
        [vec![1, 2, 3, 5, 8], vec![0; 3]]
    );
    let ladder = case.lines[0].ladder.open();
    assert_eq!(ladder[0].accept, set(&[0, 1]));
    assert_eq!(ladder[1].accept, set(&[0, 1, 2, 3]));
    assert_eq!(ladder[2].accept, OptionSet::first(5));
    assert_eq!(case.lines[1].ladder.open()[0].accept, set(&[3, 4]));
    assert_eq!(case.lines[2].ladder.open()[0].accept, set(&[2]));
    assert_eq!(case.offers[0].package(), Some(package(&[1, 1])));
    assert_eq!(case.offers[1].says, [(PointId(0), OptionId(2))]);
    assert_eq!(case.offers[1].package(), Some(package(&[2, 1])));
}

#[test]
fn conditions_mean_the_same_in_any_order_of_keys() {
    let case = read("conditions.yaml");
    let holds = |point: u16, options: &[u16]| Condition::holds(PointId(point), set(options));
    let rule = |place: usize| case.links[place].rule.open();
    assert_eq!(
        *rule(0),
        LinkRule::IfThen {
            when: Condition::all(vec![holds(0, &[0]), holds(1, &[1])]),
            then: holds(2, &[0]).negated(),
        }
    );
    let both = Condition::all(vec![holds(0, &[0]), holds(1, &[0])]);
    let two = Condition::at_least(2, vec![holds(0, &[1]), holds(1, &[1]), holds(2, &[2])]);
    let nested = Condition::any(vec![both.clone(), two.clone()]);
    assert_eq!(*rule(1), LinkRule::Require(nested));
    assert_eq!(*rule(2), LinkRule::Require(Condition::any(vec![two, both])));
    let members = vec![holds(0, &[0]), holds(1, &[0]), holds(2, &[0])];
    assert_eq!(*rule(3), LinkRule::Exclude(members));
    let law = &case.links[4];
    assert!(law.law && law.owner.is_none() && law.relax_cost.is_none());
}

#[test]
fn bonuses_and_votes_keep_their_points_in_order() {
    let case = read("conditions.yaml");
    assert_eq!(case.parties[0].sheet.open().scale, 2);
    let bonuses = &scores(&case, 0).bonuses;
    assert_eq!(
        bonuses[0].when,
        [(PointId(0), set(&[0])), (PointId(1), set(&[1]))]
    );
    assert_eq!(
        bonuses.iter().map(|b| b.score).collect::<Vec<_>>(),
        [10, -5]
    );
    assert_eq!(case.score(PartyId(0), &package(&[0, 1, 0])), Some(12));
    assert_eq!(case.score(PartyId(0), &package(&[1, 0, 2])), Some(-5));
    let notes = case.register.parties[0].bonus_notes.open();
    assert_eq!(notes[0].as_deref(), Some("both together"));
    let body = &case.bodies[0];
    assert_eq!(body.rules[0].when.terms(), [Term::All { of: 0 }]);
    assert_eq!(body.rules[1].seen, Visibility::Sealed);
    assert_eq!(body.blocs[0].accepts, []);
    assert_eq!(
        body.blocs[1].accepts,
        [(PointId(0), set(&[0, 1])), (PointId(2), set(&[1]))]
    );
    assert_eq!(case.demand_named("sometimes"), Some(DemandId::Vote(0, 1)));
    assert!(case.is_law(DemandId::Line(0)));
}

#[test]
fn a_party_without_preferences_takes_part_by_its_lines() {
    let case = read("bare-party.yaml");
    let ann = case.parties[0].sheet.open();
    assert_eq!((ann.no_deal, ann.impasse), (Some(2), Some(1)));
    let bob = case.parties[1].sheet.open();
    assert_eq!((bob.scale, &bob.scores, bob.no_deal), (1, &None, None));
    assert_eq!(case.parties[0].short, "A");
    assert_eq!(case.parties[1].short, "bob");
    assert_eq!(case.score(PartyId(1), &package(&[0])), None);
    assert_eq!(case.lines[0].seen, Visibility::Sealed);
}

#[test]
fn an_offer_says_what_it_says_whoever_may_see_it() {
    let case = read("statements.yaml");
    let said = |offer: usize| -> Vec<(u16, u16)> {
        let says = case.offers[offer].says.iter();
        says.map(|(point, option)| (point.0, option.0)).collect()
    };
    let kinds: Vec<OfferKind> = case.offers.iter().map(|offer| offer.kind).collect();
    let (package, statement) = (OfferKind::Package, OfferKind::Statement);
    assert_eq!(kinds, [statement, package, statement, statement]);
    assert_eq!(said(0), [(1, 3)]);
    assert_eq!(said(1), [(0, 1), (1, 0), (2, 1)]);
    assert_eq!(said(2), [(0, 0)]);
    assert_eq!(said(3), [(1, 1), (2, 1)]);
    let option = |place: u16| Some(OptionId(place));
    let stands: Vec<&[Option<OptionId>]> = case.offers.iter().map(|o| &o.stand[..]).collect();
    assert_eq!(stands[0], [None, option(3), None]);
    assert_eq!(stands[1], [option(1), option(0), option(1)]);
    assert_eq!(stands[2], [option(0), option(3), None]);
    assert_eq!(stands[3], [option(1), option(1), option(1)]);
    assert_eq!(case.offers[2].visibility, Visibility::Sealed);
}

#[test]
fn three_syntaxes_give_the_same_case() {
    let [yaml, json, toml] = ["same.yaml", "same.json", "same.toml"].map(read);
    assert_eq!(yaml.hash, json.hash);
    assert_eq!(yaml.hash, toml.hash);
    for case in [&yaml, &json, &toml] {
        assert_eq!(case.parties[0].sheet.open().scale, 2);
        assert_eq!(scores(case, 0).by_option, [vec![6, 2], vec![0, 1, 2]]);
        assert_eq!(case.parties[0].sheet.open().no_deal, Some(5));
        assert_eq!(
            case.register.as_of.map(|day| day.to_string()).as_deref(),
            Some("2031-03-14")
        );
    }
}

#[test]
fn scores_are_comparable_only_where_the_file_says_so() {
    let text = std::fs::read_to_string(format!("{FOLDER}/bare-party.yaml")).unwrap();
    for (said, comparable) in [
        ("", false),
        ("comparable: false\n", false),
        ("comparable: true\n", true),
    ] {
        let reading = read_case(format!("{said}{text}").as_bytes(), Syntax::Yaml).unwrap();
        assert_eq!(reading.case.comparable, comparable, "{said}");
    }
}

#[test]
fn gains_begin_at_the_impasse_else_at_the_no_deal_value_else_at_0() {
    let case = read("bare-party.yaml");
    let (ann, bob) = (PartyId(0), PartyId(1));
    let declared = Disagreement::of(&case);
    assert_eq!(declared.parties(), [ann]);
    assert_eq!(declared.value(ann), Some(Exact::from_integer(1)));
    assert_eq!(
        (declared.basis(ann), declared.basis(bob)),
        (Some(Basis::Impasse), None)
    );
    assert_eq!(declared.gain(&case, ann, 3), Some(Exact::from_integer(2)));
    let tabled = Disagreement::at(&case, &package(&[1]));
    assert_eq!(
        (tabled.value(ann), tabled.value(bob)),
        (Some(Exact::from_integer(3)), None)
    );
    let given = declared
        .with(ann, Exact::new(1, 2))
        .with(bob, Exact::new(1, 2));
    assert_eq!(
        (given.value(ann), given.value(bob)),
        (Some(Exact::new(1, 2)), None)
    );
    assert_eq!(given.basis(ann), Some(Basis::Given));
    assert_eq!(format!("{given:?}"), "Disagreement { values: Private(..) }");
    let fractions = Disagreement::of(&read("fractions.yaml"));
    assert_eq!(fractions.value(ann), Some(Exact::new(1, 4)));
    assert_eq!(fractions.basis(ann), Some(Basis::NoDeal));
}

#[test]
fn gains_begin_at_0_where_no_value_is_stated() {
    let case = read("conditions.yaml");
    let declared = Disagreement::of(&case);
    for party in declared.parties() {
        let sheet = case.parties[party.index()].sheet.open();
        if sheet.no_deal.is_none() && sheet.impasse.is_none() {
            assert_eq!(declared.basis(party), Some(Basis::Assumed));
            assert_eq!(declared.value(party), Some(Exact::from_integer(0)));
            return;
        }
    }
    unreachable!("some party of the file states no value");
}

/// Conditions may be nested as deep as files may: nothing overflows on the way.
#[test]
fn deep_conditions_are_read() {
    let depth = 56;
    let condition = format!("{}{{a: [a1]}}{}", "{not: ".repeat(depth), "}".repeat(depth));
    let text = std::fs::read_to_string(format!("{FOLDER}/conditions.yaml")).unwrap();
    let link =
        format!("links:\n  - {{id: deep, owner: ann, require: {condition}, relax_cost: 1}}\n");
    let reading = read_case(text.replace("links:\n", &link).as_bytes(), Syntax::Yaml).unwrap();
    let LinkRule::Require(deep) = reading.case.links[0].rule.open() else {
        unreachable!("the first link is the deep one");
    };
    assert_eq!(deep.terms().len(), depth + 1);
}
