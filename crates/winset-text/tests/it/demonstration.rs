//! The demonstration case, version by version, beside what its offers say when read by hand.

use winset_model::audience::Audience;
use winset_text::{Marker, Text, is_clean};

use crate::made::{SELLA, read, seen};

/// Each version, its day, the points in brackets, and how many alternatives there are.
const VERSIONS: [(&str, &str, usize, usize); 5] = [
    ("SNT-1", "2031-02-03", 20, 20),
    ("SNT-2", "2031-02-07", 20, 40),
    ("SNT-3", "2031-02-21", 20, 40),
    ("SNT-4", "2031-03-01", 19, 38),
    ("SNT-5", "2031-03-12", 19, 38),
];

#[test]
fn each_session_has_the_text_of_its_offers() {
    let seen = seen(SELLA, &[], &Audience::Mediator);
    let text = Text::new(&seen.case, &[]);
    let found: Vec<_> = text
        .versions()
        .iter()
        .map(|v| {
            let counts = text.counts(v);
            assert_eq!(counts.brackets, counts.options);
            (
                v.name.as_str(),
                v.date.as_deref().unwrap(),
                counts.bracketed,
                counts.options,
            )
        })
        .collect();
    assert_eq!(found, VERSIONS);
    for (name, clean) in [
        ("SNT-3", &[][..]),
        ("SNT-4", &["accountability"]),
        ("SNT-5", &["accountability"]),
    ] {
        let version = text.version(name).unwrap();
        let found = version.clauses.iter().filter(|c| is_clean(&seen.case, c));
        let found: Vec<&str> = found.map(|c| c.id.as_str()).collect();
        assert_eq!(found, clean, "{name}");
    }
}

#[test]
fn clauses_read_as_written_by_hand() {
    let seen = seen(SELLA, &[], &Audience::Mediator);
    let text = Text::new(&seen.case, &[]);
    let clause = |version: &str, point: usize| {
        read(&seen.case, text.version(version).unwrap())[point].clone()
    };
    assert_eq!(
        clause("SNT-1", 0),
        "[ORV: Lethia recognises the Basin as territory of Orvane.]"
    );
    assert_eq!(
        clause("SNT-3", 1),
        "[ORV: Forces in the northern pockets remain in place.] [LET: Orvane shall leave the \
         northern pockets within 60 days.]"
    );
    assert_eq!(
        clause("SNT-5", 6),
        "[ORV: Not more than 500,000.] [LET: Not more than 800,000.]"
    );
    assert_eq!(
        clause("SNT-5", 15),
        "A claims commission is established; no amnesty is granted; existing courts are unaffected."
    );
    // Nothing was offered after the last session.
    let working = text.working();
    assert_eq!(working.clauses, text.version("SNT-5").unwrap().clauses);
}

#[test]
fn markers_follow_the_offers() {
    let seen = seen(SELLA, &[], &Audience::Mediator);
    let text = Text::new(&seen.case, &[]);
    let changed = |from: &str, to: &str| -> Vec<String> {
        let [from, to] = [from, to].map(|name| text.version(name).unwrap());
        let changes = text.redline(from, to).into_iter();
        let changes = changes.filter(|c| c.marker != Marker::Noc);
        let changes = changes.map(|c| {
            assert_eq!(c.marker, Marker::Mod);
            c.clause
        });
        changes.collect()
    };
    assert_eq!(changed("SNT-1", "SNT-2").len(), 20);
    assert_eq!(
        changed("SNT-2", "SNT-3"),
        [
            "territory",
            "alignment",
            "forces",
            "prisoners",
            "sanctions",
            "accountability"
        ]
    );
    assert_eq!(
        changed("SNT-3", "SNT-4"),
        [
            "territory",
            "guarantee",
            "alignment",
            "forces",
            "missiles",
            "plant",
            "sanctions",
            "accountability"
        ]
    );
    assert_eq!(
        changed("SNT-4", "SNT-5"),
        ["ceasefire", "monitoring", "civilians", "plant", "assets"]
    );
    assert_eq!(changed("SNT-5", "SNT-5"), [""; 0]);
}
