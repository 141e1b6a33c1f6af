//! What a case file may say of sessions, statements and incidents, and who sees it.

use winset_model::audience::{Audience, for_audience};
use winset_model::case::{Case, Visibility};
use winset_model::diagnostic::{Code, Diagnostic};
use winset_model::document::{self, Syntax};
use winset_model::read_case;
use winset_model::register::{
    DatePrecision, EntryOwner, EventCategory, PartyStance, VerificationStatus,
};

const HEAD: &str = "format: winset-case/1
id: pier
title: Pier
parties: [{id: ann, name: Ann}, {id: bob, name: Bob}]
points:
  - {id: land, title: Land, options: [{id: keep, label: Keep}, {id: share, label: Share}]}
delegations: [{id: ann-d, party: ann, offices: [envoy]}]
";

fn read(lists: &str) -> Result<Case, Vec<Diagnostic>> {
    read_case(format!("{HEAD}{lists}").as_bytes(), Syntax::Yaml).map(|reading| reading.case)
}

fn codes(lists: &str) -> Vec<(Code, String)> {
    let found = read(lists).err().unwrap_or_default();
    found.into_iter().map(|f| (f.code, f.path)).collect()
}

const WHOLE: &str = "incidents:
  - {id: I1, date: 2031-02-01, place: Quay, kind: shots, claimed_by: ann, attributed_to: bob, status: probable}
  - id: I2
    date: 2031-02-01
    precision: about
    reported: 2031-02-03
    place: Quay
    kind: shots at the quay
    category: ceasefire-violation-small-arms
    claimed_by: ann
    attributed_to: bob
    counts: [{what: injured, least: 3, most: 5}, {what: shots, least: 20}]
    stances: {ann: asserts, bob: {stance: denies, visibility: public}}
    sources: [{kind: observer, grade: B2, note: by the pump}]
    verification: {status: confirmed-unattributed, by: Monitors, date: 2031-02-04}
    about: [land]
    options: {land: [keep]}
    clauses: [art-2]
    supersedes: I1
    entered_by: ann
    visibility: public
";

#[test]
fn every_key_is_read() {
    let case = read(WHOLE).unwrap();
    let [first, second] = &case.register.incidents[..] else {
        panic!("two incidents");
    };
    assert_eq!(first.established(), VerificationStatus::Probable);
    assert_eq!(first.entry.precision, DatePrecision::Day);
    assert_eq!(second.entry.precision, DatePrecision::About);
    assert_eq!(second.entry.reported.unwrap().to_string(), "2031-02-03");
    assert_eq!(
        second.category,
        Some(EventCategory::CeasefireViolationSmallArms)
    );
    let counts: Vec<_> = second.counts.iter().map(|c| (c.least, c.most)).collect();
    assert_eq!(counts, [(3, 5), (20, 20)]);
    let stances: Vec<_> = second
        .stances
        .iter()
        .map(|s| (s.stance, s.visibility))
        .collect();
    assert_eq!(
        stances,
        [
            (PartyStance::Asserts, Visibility::Mediator),
            (PartyStance::Denies, Visibility::Public)
        ]
    );
    assert_eq!(
        second.established(),
        VerificationStatus::ConfirmedUnattributed
    );
    assert_eq!(second.entry.clauses, ["art-2"]);
    assert_eq!(second.entry.supersedes.as_deref(), Some("I1"));
    let ann = case.party_named("ann").unwrap();
    assert_eq!(second.entry.entered_by, Some(EntryOwner::Party(ann)));
    assert_eq!((second.about.len(), second.options.len()), (1, 1));
}

#[test]
fn mistakes_are_told_at_their_places() {
    let found = codes(
        "incidents:
  - {id: I1, date: 2031-02-01, place: Q, kind: k, claimed_by: ann, attributed_to: bob, category: stryke, counts: [{what: dead, least: 3, most: 2}], stances: {cid: denies}, supersedes: I9, entered_by: dan, about: [sea]}
",
    );
    let expected = [
        (Code::UnknownWord, "incidents[0].category"),
        (Code::NumberRange, "incidents[0].counts[0].most"),
        (Code::UnknownParty, "incidents[0].stances.cid"),
        (Code::UnknownEntry, "incidents[0].supersedes"),
        (Code::UnknownParty, "incidents[0].entered_by"),
        (Code::UnknownPoint, "incidents[0].about[0]"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code, path.to_owned())));
}

#[test]
fn no_entry_replaces_itself_in_a_circle() {
    let said = |id: &str, of: &str| {
        format!("  - {{id: {id}, date: 2031-02-01, by: ann, says: Yes., supersedes: {of}}}\n")
    };
    let circle = format!(
        "statements:\n{}{}{}",
        said("a", "b"),
        said("b", "c"),
        said("c", "b")
    );
    let found = codes(&circle);
    assert_eq!(
        found,
        [(Code::Order, "statements[1].supersedes".to_owned())]
    );
    let own = format!("statements:\n{}", said("a", "a"));
    assert_eq!(
        codes(&own),
        [(Code::Order, "statements[0].supersedes".to_owned())]
    );
    let tree = "statements:
  - {id: a, date: 2031-02-01, by: ann, says: Yes.}
  - {id: b, date: 2031-02-01, by: ann, says: Yes., supersedes: a}
  - {id: c, date: 2031-02-01, by: ann, says: Yes., supersedes: a}
";
    assert_eq!(codes(tree), []);
}

/// The file of an audience, in YAML.
fn seen(lists: &str, audience: &Audience) -> String {
    let node = document::parse(format!("{HEAD}{lists}").as_bytes(), Syntax::Yaml).unwrap();
    for_audience(&node, audience).canonical_json()
}

#[test]
fn others_see_no_confidence_of_a_public_entry() {
    let bobs = seen(WHOLE, &Audience::Party("bob".to_owned()));
    assert!(bobs.contains("shots at the quay") && bobs.contains("art-2"));
    // The entry that it replaces is not public, a stance is said in confidence, a source has a remark.
    for hidden in ["I1", "supersedes", "asserts", "by the pump"] {
        assert!(!bobs.contains(hidden), "{hidden} in {bobs}");
    }
    assert!(bobs.contains("denies"), "{bobs}");
    // Who entered it sees what it says, but no more of others.
    let anns = seen(WHOLE, &Audience::Party("ann".to_owned()));
    assert!(anns.contains("asserts") && anns.contains("by the pump"));
    assert!(!anns.contains("\"supersedes\""), "{anns}");
}

#[test]
fn whoever_entered_an_entry_sees_it_and_whom_it_quotes_does_not() {
    let lists = "statements:
  - {id: s, date: 2031-02-01, by: ann, says: Never., visibility: mediator, entered_by: bob}
  - {id: t, date: 2031-02-01, by: ann, says: Perhaps., visibility: mediator, entered_by: mediator}
  - {id: u, date: 2031-02-01, by: ann, says: Soon., visibility: mediator}
sessions:
  - {id: m, date: 2031-02-01, format: shuttle, with: [ann-d], by: ann-d, entered_by: ann}
";
    let of = |party: &str| seen(lists, &Audience::Party(party.to_owned()));
    let (ann, bob, all) = (of("ann"), of("bob"), seen(lists, &Audience::Public));
    let sees = |text: &str| ["Never.", "Perhaps.", "Soon.", "shuttle"].map(|w| text.contains(w));
    assert_eq!(sees(&ann), [false, false, true, true]);
    assert_eq!(sees(&bob), [true, false, false, false]);
    assert_eq!(sees(&all), [false; 4]);
}
