//! What-ifs: what can be asked for, what cannot, and files that give the same again.

use std::fmt::Write as _;
use std::sync::LazyLock;

use winset_model::case::Case;
use winset_model::diagnostic::{Code, Diagnostic};
use winset_model::disagreement::Basis;
use winset_model::document::{Syntax, parse};
use winset_model::number::Exact;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};
use winset_model::overlay::file::{FORMAT, schema};
use winset_model::overlay::{
    Flag, FlagKind, OverlayChange, flags_text, read_flags, read_overlay, write,
};
use winset_model::private::Private;
use winset_model::read_case;

use crate::malformed::told;
use crate::mutations::{apply, damages};
use crate::schema::{plain, valid};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

static SELLA: LazyLock<Case> = LazyLock::new(|| {
    let bytes = std::fs::read(format!("{ROOT}/cases/sella-basin.yaml")).unwrap();
    read_case(&bytes, Syntax::Yaml).unwrap().case
});

/// Every section, in another order than that of the case.
const WHOLE: &str = r#"
format: winset-overlay/1
name: whole
of: sella-basin
title: "All at once"
pull: [MER-hold-arms, MER-price-cap]
exclude: {format: o3, prisoners: [x4, x3]}
fix: {vote: v2, line: l1}
drop: [assembly-majority, ORV-exchange-needs-format, LET-plant]
steps: {ORV-territory: 1, LET-guarantee: 0}
set:
  compact: {impasse: 1441/3, no_deal: none}
  orvane:
    no_deal: 580.50
    scores: {territory: {t4: 2.50, t3: 125}}
"#;

/// A case whose names hold all that names may hold.
const ODD: &str = r#"
format: winset-case/1
id: "yes"
title: Odd names
parties:
  - {id: "null", name: Null, no_deal: 1}
  - {id: a.b, name: A, no_deal: 1}
  - {id: a, name: B}
points:
  - {id: "true", title: T, options: [{id: "1", label: x}, {id: "-", label: y}, {id: "1.50", label: z}]}
  - {id: b.c, title: C, options: [{id: x, label: x}, {id: c.x, label: y}]}
  - {id: c, title: D, options: [{id: x, label: x}, {id: w, label: y}]}
  - {id: größe, title: E, range: {from: -1/3, to: 1, step: 1/3}}
preferences:
  "null": {"true": {values: [1, 2, 3]}, b.c: {values: [0, 1]}}
  a.b: {c: {values: [0, 1]}}
  a: {b.c: {values: [0, 1]}}
lines:
  - {id: "0x1", owner: a, point: c, ladder: [{accept: [x], cost: 0}, {accept: [x, w], cost: 1}]}
  - {id: "~", owner: a, point: c, ladder: [{accept: [x], cost: 0}]}
levers:
  - {id: "2031-01-01", by: a, target: "null", no_deal_delta: 1, cost_to_puller: 0, delay_days: 0}
"#;

fn odd() -> Case {
    read_case(ODD.replace("\"~\"", "\"007\"").as_bytes(), Syntax::Yaml)
        .unwrap()
        .case
}

fn flag(kind: FlagKind, value: &str) -> Flag {
    let value = value.to_owned();
    Flag { kind, value }
}

/// The findings about flags, as their reader sees them.
fn findings(case: &Case, flags: &[(FlagKind, &str)]) -> String {
    let flags: Vec<Flag> = flags
        .iter()
        .map(|(kind, value)| flag(*kind, value))
        .collect();
    match read_flags(case, &flags) {
        Ok(_) => String::new(),
        Err(found) => told(&found, flags_text(&flags).as_bytes()),
    }
}

fn check(case: &Case, flags: &[(FlagKind, &str)], expected: &[&str]) {
    let found = findings(case, flags);
    let first = |line: &&str| line.starts_with('E');
    let lines: Vec<&str> = found.lines().filter(first).collect();
    assert_eq!(lines, expected, "{found}");
}

#[test]
fn changes_come_in_one_order_however_they_are_given() {
    let case = &*SELLA;
    let overlay = read_overlay(case, WHOLE.as_bytes(), Syntax::Yaml).unwrap();
    assert_eq!(
        (overlay.name.as_str(), overlay.title.as_deref()),
        ("whole", Some("All at once"))
    );
    let party = |id: &str| case.party_named(id).unwrap();
    let point = |id: &str| case.point_named(id).unwrap();
    let demand = |id: &str| case.demand_named(id).unwrap();
    let option = |at: &str, on: &str| case.option_named(point(at), on).unwrap();
    let set = |at: &str, on: &[&str]| on.iter().map(|id| option(at, id)).collect::<OptionSet>();
    let line = |id| case.lines.iter().position(|l| l.id == id).unwrap();
    let lever = |id| case.levers.iter().position(|l| l.id == id).unwrap();
    let score = |on, value| OverlayChange::Score {
        party: party("orvane"),
        point: point("territory"),
        option: option("territory", on),
        value: Private::new(value),
    };
    let expected = [
        OverlayChange::NoDeal {
            party: party("orvane"),
            value: Private::new(Some(Exact::new(1161, 2))),
        },
        score("t3", Exact::from_integer(125)),
        score("t4", Exact::new(5, 2)),
        OverlayChange::NoDeal {
            party: party("compact"),
            value: Private::new(None),
        },
        OverlayChange::Impasse {
            party: party("compact"),
            value: Private::new(Some(Exact::new(1441, 3))),
        },
        OverlayChange::Step {
            line: line("ORV-territory"),
            step: 1,
        },
        OverlayChange::Step {
            line: line("LET-guarantee"),
            step: 0,
        },
        OverlayChange::Drop(demand("LET-plant")),
        OverlayChange::Drop(demand("ORV-exchange-needs-format")),
        OverlayChange::Drop(demand("assembly-majority")),
        OverlayChange::Fix {
            point: point("line"),
            option: option("line", "l1"),
        },
        OverlayChange::Fix {
            point: point("vote"),
            option: option("vote", "v2"),
        },
        OverlayChange::Exclude {
            point: point("prisoners"),
            options: set("prisoners", &["x3", "x4"]),
        },
        OverlayChange::Exclude {
            point: point("format"),
            options: set("format", &["o3"]),
        },
        OverlayChange::Pull(lever("MER-price-cap")),
        OverlayChange::Pull(lever("MER-hold-arms")),
    ];
    assert_eq!(overlay.changes.list(), expected);
}

#[test]
fn applying_keeps_values_between_two_scores_exact() {
    let case = &*SELLA;
    let flags = [
        flag(FlagKind::Set, "orvane.no_deal=560.5"),
        flag(FlagKind::Pull, "CMP-asset-loan"),
        flag(FlagKind::Set, "lethia.no_deal=none"),
        flag(FlagKind::Set, "meridia.impasse=1/3"),
    ];
    let applied = read_flags(case, &flags).unwrap().applied(case);
    assert_eq!(applied.case.hash, case.hash);
    assert_eq!(
        applied.positions.floors,
        [Some(536), None, Some(640), Some(720)]
    );
    let stated = [
        (Exact::new(1071, 2), Basis::NoDeal),
        (Exact::from_integer(0), Basis::Assumed),
        (Exact::new(1, 3), Basis::Impasse),
        (Exact::from_integer(720), Basis::NoDeal),
    ];
    let point = applied.disagreement();
    for (party, (value, basis)) in (0..4).map(PartyId::at).zip(stated) {
        assert_eq!(point.value(party), Some(value), "{party:?}");
        assert_eq!(point.basis(party), Some(basis), "{party:?}");
    }
}

#[test]
fn a_changed_score_makes_another_case() {
    let case = &*SELLA;
    let flags = [flag(FlagKind::Set, "orvane.territory.t3=120.5")];
    let changes = read_flags(case, &flags).unwrap();
    let applied = changes.applied(case);
    assert!(changes.makes_another_case());
    assert_ne!(applied.case.hash, case.hash);
    let sheet = applied.case.parties[0].sheet.open();
    assert_eq!((sheet.scale, applied.positions.floors[0]), (2, Some(1180)));
    assert_eq!(
        sheet.scores.as_ref().unwrap().by_option[0],
        [0, 160, 241, 360, 400]
    );
    assert_eq!(applied.case.levers.len(), case.levers.len());
    assert_eq!(applied.case.offers.len(), case.offers.len());
}

/// A round through a file gives the same changes, and the same bytes again.
fn round(case: &Case, changes: &winset_model::overlay::Changes, title: Option<&str>) {
    let text = write(case, "a/round", title, changes);
    let again = match read_overlay(case, text.as_bytes(), Syntax::Yaml) {
        Ok(again) => again,
        Err(found) => panic!("{found:#?}\n{text}"),
    };
    assert_eq!(&again.changes, changes, "{text}");
    assert_eq!(
        (again.name.as_str(), again.title.as_deref()),
        ("a/round", title)
    );
    assert_eq!(write(case, "a/round", title, &again.changes), text);
}

#[test]
fn a_written_overlay_gives_the_same_again() {
    let overlay = read_overlay(&SELLA, WHOLE.as_bytes(), Syntax::Yaml).unwrap();
    for title in [
        None,
        Some("a: \"b\" \\ \u{e9} # no remark"),
        Some(" "),
        Some("null"),
        Some(""),
    ] {
        round(&SELLA, &overlay.changes, title);
    }
    let odd = odd();
    let flags = [
        (FlagKind::Set, "null.no_deal=-7"),
        (FlagKind::Set, "null.true.1.50=1/7"),
        (FlagKind::Set, "null.true.-=2"),
        (FlagKind::Step, "0x1=1"),
        (FlagKind::Drop, "007"),
        (FlagKind::Fix, "größe=2/3"),
        (FlagKind::Exclude, "true=1"),
        (FlagKind::Exclude, "c=w"),
        (FlagKind::Pull, "2031-01-01"),
    ];
    let flags: Vec<Flag> = flags
        .iter()
        .map(|(kind, value)| flag(*kind, value))
        .collect();
    let changes = match read_flags(&odd, &flags) {
        Ok(changes) => changes,
        Err(found) => panic!("{found:#?}"),
    };
    round(&odd, &changes, Some("odd"));
    let none = read_flags(&odd, &[]).unwrap();
    assert!(none.is_empty());
    round(&odd, &none, None);
}

#[test]
fn full_stops_in_names_are_read_in_the_one_way_that_makes_sense() {
    let odd = odd();
    let read = |text: &str| {
        let changes = read_flags(&odd, &[flag(FlagKind::Set, text)]).unwrap();
        match changes.list() {
            [
                OverlayChange::Score {
                    party,
                    point,
                    option,
                    ..
                },
            ] => (*party, *point, *option),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(read("a.b.c.w=1"), (PartyId(1), PointId(2), OptionId(1)));
    assert_eq!(read("a.b.c.c.x=1"), (PartyId(2), PointId(1), OptionId(1)));
    // Party a, point b.c, option x; or party a.b, point c, option x.
    check(
        &odd,
        &[(FlagKind::Set, "a.b.c.x=1")],
        &[
            "E015 1:7 `a.b.c.x` can be read in several ways | expected an overlay file, where party, \
           point and option stand apart",
        ],
    );
    check(
        &odd,
        &[
            (FlagKind::Set, "a.b.c.y=1"),
            (FlagKind::Set, "a.b=1"),
            (FlagKind::Set, "null.=1"),
        ],
        &[
            "E023 1:13 unknown option `y` of point `c` | expected one of x, w",
            "E014 2:7 `a.b` names a party, and no value of it | expected PARTY.no_deal, \
             PARTY.impasse, or PARTY.POINT.OPTION",
            "E013 3:12 `` is no value of a party | expected no_deal, impasse, or POINT.OPTION",
        ],
    );
    let same = [
        (FlagKind::Exclude, "größe=-1/3,0.0"),
        (FlagKind::Fix, "größe=0"),
    ];
    check(
        &odd,
        &same,
        &["E063 1:22 option `0` of point `größe` is fixed and excluded"],
    );
}

#[test]
fn what_is_over_the_limits_of_files_is_refused() {
    let large = format!("null.no_deal={}", "9".repeat(18));
    let odd = odd();
    check(
        &odd,
        &[
            (FlagKind::Set, large.as_str()),
            (FlagKind::Set, "a.b.c.w=1/1099511627777"),
            (FlagKind::Set, "a.b.no_deal=1e31"),
            (FlagKind::Step, "0x1=9999999999999"),
            (FlagKind::Step, "007=-1"),
        ],
        &[
            "E030 1:20 times their common denominator, the scores of `null` sum to over 2^50 | \
             expected smaller numbers, or fewer decimals",
            "E030 2:15 the numbers of `a.b` have no common denominator up to 2^40 | expected fewer \
             decimals, or fractions with smaller or fewer different denominators",
            "E030 3:19 this number cannot be held: as a fraction, a term of it is above 10^18 | \
             expected a number such as 12, -0.25 or 1/3",
            "E030 4:12 this number is out of range | expected a whole number from 0 to 1000000000000",
            "E030 5:12 this number is out of range | expected a whole number from 0 to 1000000000000",
        ],
    );
}

#[test]
fn hostile_overlays_are_refused() {
    for (text, syntax, code) in [
        ("", Syntax::Yaml, Code::WrongKind),
        ("[]", Syntax::Json, Code::WrongKind),
        (
            "format: winset-case/1\nname: a\nof: sella-basin",
            Syntax::Yaml,
            Code::Format,
        ),
        (
            "format = \"winset-overlay/1\"\nname = \"a\"\nof = \"sella\"",
            Syntax::Toml,
            Code::OtherCase,
        ),
        (
            "format: winset-overlay/1\nname: a b\nof: sella-basin",
            Syntax::Yaml,
            Code::Malformed,
        ),
        (
            "{\"format\": \"winset-overlay/1\", \"name\": \"a\"}",
            Syntax::Json,
            Code::MissingKey,
        ),
        (
            "format: winset-overlay/1\nname: a\nof: sella-basin\nfix: {line: }",
            Syntax::Yaml,
            Code::WrongKind,
        ),
        (
            "format: winset-overlay/1\nname: a\nof: sella-basin\nfix: {line: l1, line: l2}",
            Syntax::Yaml,
            Code::DuplicateKey,
        ),
        (
            "format: winset-overlay/1\nname: a\nof: sella-basin\nexclude: {line: []}",
            Syntax::Yaml,
            Code::Empty,
        ),
        (
            "format: winset-overlay/1\nname: a\nof: sella-basin\ndrop: {a: b}",
            Syntax::Yaml,
            Code::WrongKind,
        ),
        (
            "format: winset-overlay/1\nname: a\nof: sella-basin\nset: {orvane: {scores: {line: 3}}}",
            Syntax::Yaml,
            Code::WrongKind,
        ),
    ] {
        let found = read_overlay(&SELLA, text.as_bytes(), syntax).unwrap_err();
        let codes: Vec<Code> = found.iter().map(|f| f.code).collect();
        assert_eq!(codes, [code], "{text}: {found:#?}");
    }
    // Many mistakes are counted beyond those listed.
    let mut many = WHOLE.to_owned();
    many.push_str("  lethia:\n    scores:\n");
    for number in 0..1_000 {
        writeln!(many, "      point-{number}: {{a: 1}}").unwrap();
    }
    let found = read_overlay(&SELLA, many.as_bytes(), Syntax::Yaml).unwrap_err();
    assert_eq!(found.last().map(|f| f.code), Some(Code::MoreErrors));
}

fn inside(findings: &[Diagnostic], length: usize) {
    for finding in findings {
        let places = [finding.span]
            .into_iter()
            .chain(finding.related.iter().map(|r| r.0));
        for span in places {
            assert!(span.start <= span.end && span.end <= length, "{span:?}");
        }
    }
}

#[test]
fn damage_is_told_and_never_a_panic() {
    for (seed, acts) in damages(3_000).into_iter().enumerate() {
        let mut bytes = WHOLE.as_bytes().to_vec();
        acts.iter().for_each(|act| apply(&mut bytes, act));
        match read_overlay(&SELLA, &bytes, Syntax::Yaml) {
            Ok(overlay) => {
                let applied = overlay.changes.applied(&SELLA);
                assert_eq!(applied.values.len(), SELLA.parties.len());
                round(&SELLA, &overlay.changes, overlay.title.as_deref());
            }
            Err(found) => {
                assert!(!found.is_empty(), "{seed}");
                inside(&found, bytes.len());
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let kinds = [
            FlagKind::Set,
            FlagKind::Step,
            FlagKind::Fix,
            FlagKind::Exclude,
            FlagKind::Drop,
        ];
        let words = text.split_whitespace().zip(kinds.iter().cycle());
        let flags: Vec<Flag> = words.map(|(word, kind)| flag(*kind, word)).collect();
        if let Err(found) = read_flags(&SELLA, &flags) {
            inside(&found, flags_text(&flags).len());
        }
    }
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let published = std::fs::read_to_string(format!("{ROOT}/docs/formats/overlay.schema.json"));
    assert!(
        published.unwrap_or_default() == format!("{:#}\n", schema()),
        "the types have changed: write the schema anew with \
         `winset schema --overlay > docs/formats/overlay.schema.json`"
    );
}

#[test]
fn the_schema_accepts_what_is_read_and_refuses_what_has_no_meaning() {
    let schema = schema();
    let whole = plain(&parse(WHOLE.as_bytes(), Syntax::Yaml).unwrap());
    assert_eq!(valid(&whole, &schema, &schema["$defs"]), Ok(()));
    for (key, value) in [
        ("remark", serde_json::json!("none")),
        ("format", serde_json::json!("winset-overlay/2")),
        ("set", serde_json::json!({"orvane": {"nodeal": 3}})),
        ("set", serde_json::json!({"orvane": {"no_deal": []}})),
        ("steps", serde_json::json!({"ORV-territory": -1})),
        ("drop", serde_json::json!("LET-plant")),
        ("exclude", serde_json::json!({"line": []})),
    ] {
        let mut changed = whole.clone();
        changed[key] = value;
        assert!(valid(&changed, &schema, &schema["$defs"]).is_err(), "{key}");
    }
}

/// The examples on the page of the format are read, each as an overlay of the demonstration case.
#[test]
fn the_examples_can_be_read() {
    let page = std::fs::read_to_string(format!("{ROOT}/docs/formats/overlay.md")).unwrap();
    let mut read = 0;
    for block in page
        .split("\n```")
        .filter_map(|block| block.strip_prefix("yaml"))
    {
        let text = if block.contains(FORMAT) {
            block.to_owned()
        } else {
            format!("format: {FORMAT}\nname: a\nof: sella-basin\n{block}")
        };
        if let Err(found) = read_overlay(&SELLA, text.as_bytes(), Syntax::Yaml) {
            panic!("{text}\n{found:#?}");
        }
        read += 1;
    }
    assert!(read >= 3, "{read}");
}

#[test]
fn a_floor_beyond_what_a_scale_can_say_is_still_a_floor() {
    const FINE: &str = r"
format: winset-case/1
id: fine
title: A fine scale
parties: [{id: a, name: A, no_deal: 1/1099511627776}]
points: [{id: p, title: P, options: [{id: x, label: x}, {id: y, label: y}]}]
preferences: {a: {p: {values: [0, 1]}}}
";
    let case = read_case(FINE.as_bytes(), Syntax::Yaml).unwrap().case;
    for (value, floor) in [
        ("a.no_deal=1125899906842624", i64::MAX),
        ("a.no_deal=-1125899906842624", i64::MIN),
        ("a.no_deal=1/3", 366_503_875_926),
    ] {
        let changes = read_flags(&case, &[flag(FlagKind::Set, value)]).unwrap();
        assert_eq!(
            changes.applied(&case).positions.floors,
            [Some(floor)],
            "{value}"
        );
    }
}
