//! What acts of the journal make of the text.

use winset_journal::{Author, Deed, Mode, Place, Reply};
use winset_model::audience::Audience;
use winset_model::case::Visibility;
use winset_model::options::{OptionId, Package};
use winset_text::{Marker, Text, VersionSource};

use crate::made::{GATE, clause, draft, entries, issued, party, read, seen, wording};

const MEDIATOR: Author = Author::Mediator;

#[test]
fn offers_are_compiled_and_words_stand_in_for_them() {
    let check = |acts: Vec<(Author, Visibility, Deed)>, expected: &[&str]| {
        let seen = seen(GATE, &entries(acts), &Audience::Mediator);
        let text = Text::new(&seen.case, &seen.entries);
        assert_eq!(read(&seen.case, &text.working()), expected);
        assert_eq!(text.aside(), []);
    };
    let open = "The gate stands open by day.";
    check(vec![], &[open, "1 crowns"]);
    let own = |option, text| {
        (
            party("north"),
            Visibility::Public,
            wording("gate", option, text),
        )
    };
    let both = "[NOR: Open!] [SOU: The gate stands open by day.]";
    check(vec![own(None, Some("Open!"))], &[both, "1 crowns"]);
    check(vec![own(Some("open"), Some("Open!"))], &[both, "1 crowns"]);
    check(
        vec![own(None, Some("Open!")), own(None, None)],
        &[open, "1 crowns"],
    );
    // Words for what was not offered stand beside the offer.
    let beside = "[NOR, SOU: The gate stands open by day.] [NOR: Shut!]";
    check(
        vec![own(Some("shut"), Some("Shut!"))],
        &[beside, "1 crowns"],
    );
    let east = (
        party("east"),
        Visibility::Public,
        wording("gate", Some("open"), Some(open)),
    );
    check(vec![east], &[open, "1 crowns"]);
    let bridge = (
        MEDIATOR,
        Visibility::Mediator,
        wording("gate", None, Some("Ajar.")),
    );
    let three = "[NOR, SOU: The gate stands open by day.] [Mediator: Ajar.]";
    check(vec![bridge], &[three, "1 crowns"]);
}

#[test]
fn free_clauses_stand_in_their_places() {
    let put = |by: Author, id: &str, place: Place, text: Option<&str>| {
        (by, Visibility::Public, clause(id, place, text))
    };
    let after = || Place::After("gate".to_owned());
    let acts = vec![
        put(MEDIATOR, "maps", Place::Annex, Some("Map 1.")),
        put(MEDIATOR, "aims", Place::Preamble, Some("Desiring peace,")),
        put(MEDIATOR, "keys", after(), Some("Keys are kept.")),
        put(party("south"), "keys", after(), Some("Keys are shared.")),
        put(MEDIATOR, "gone", Place::Annex, Some("x")),
        put(MEDIATOR, "gone", Place::Annex, None),
        (
            party("east"),
            Visibility::Public,
            wording("aims", None, Some("Wanting peace,")),
        ),
        (
            party("east"),
            Visibility::Public,
            wording("aims", None, None),
        ),
    ];
    let seen = seen(GATE, &entries(acts), &Audience::Mediator);
    let text = Text::new(&seen.case, &seen.entries);
    let working = text.working();
    let ids: Vec<&str> = working.clauses.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["aims", "gate", "keys", "fee", "maps"]);
    let labels: Vec<String> = working
        .clauses
        .iter()
        .map(|c| working.label(&seen.case, c))
        .collect();
    assert_eq!(labels, ["", "Point 1", "", "Point 2", "Annex A"]);
    let keys = "[SOU: Keys are shared.] [Mediator: Keys are kept.]";
    assert_eq!(read(&seen.case, &working)[2], keys);
    assert_eq!(read(&seen.case, &working)[0], "Desiring peace,");
    let treaty = text.treaty(&Package(vec![OptionId(1), OptionId(2)]));
    let expected = [
        "Desiring peace,",
        "The gate is shut.",
        "Keys are kept.",
        "2 crowns",
        "Map 1.",
    ];
    assert_eq!(read(&seen.case, &treaty), expected);
    assert_eq!(treaty.label(&seen.case, &treaty.clauses[1]), "Article 1");
}

#[test]
fn issued_versions_stay_as_they_were() {
    let issued = issued(GATE, Vec::new(), "T-3", Mode::Compilation).unwrap();
    let acts = vec![
        (MEDIATOR, Visibility::Public, issued[0].act.deed.clone()),
        (
            MEDIATOR,
            Visibility::Public,
            clause("aims", Place::Preamble, Some("Desiring peace,")),
        ),
        (
            party("north"),
            Visibility::Public,
            wording("gate", None, Some("Open!")),
        ),
        (
            MEDIATOR,
            Visibility::Public,
            draft("T-3", Mode::Chair, Vec::new()),
        ),
        (
            party("north"),
            Visibility::Public,
            draft("T-4", Mode::Chair, Vec::new()),
        ),
    ];
    let seen = seen(GATE, &entries(acts), &Audience::Mediator);
    let text = Text::new(&seen.case, &seen.entries);
    let names: Vec<&str> = text.versions().iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, ["T-1", "T-2", "T-3"]);
    let issued = text.version("T-3").unwrap();
    assert_eq!(issued.source, VersionSource::Issued(1));
    assert_eq!(issued.date.as_deref(), Some("2031-05-09"));
    assert_eq!(read(&seen.case, issued)[0], "The gate stands open by day.");
    let lines: Vec<usize> = text.aside().iter().map(|a| a.line).collect();
    assert_eq!(lines, [4, 5]);
    let markers: Vec<Marker> = text
        .redline(issued, &text.working())
        .iter()
        .map(|c| c.marker)
        .collect();
    assert_eq!(markers, [Marker::Add, Marker::Mod, Marker::Noc]);
    let back: Vec<Marker> = text
        .redline(&text.working(), issued)
        .iter()
        .map(|c| c.marker)
        .collect();
    assert_eq!(back, [Marker::Sup, Marker::Mod, Marker::Noc]);
}

#[test]
fn the_mediators_proposal_is_clean_and_bracketed_as_a_whole() {
    let acts = entries(vec![(
        MEDIATOR,
        Visibility::Public,
        wording("gate", Some("shut"), Some("Shut.")),
    )]);
    let seen = seen(GATE, &acts, &Audience::Mediator);
    let text = Text::new(&seen.case, &seen.entries);
    let chair = |package: &[u16]| {
        let package = Package(package.iter().map(|o| OptionId(*o)).collect());
        text.chair(Some(&package), &text).unwrap()
    };
    assert_eq!(read(&seen.case, &chair(&[1, 0])), ["Shut.", "0 crowns"]);
    assert_eq!(
        read(&seen.case, &chair(&[0, 0])),
        ["The gate stands open by day.", "0 crowns"]
    );
    assert_eq!(
        read(&seen.case, &text.chair(None, &text).unwrap()),
        ["Shut.", "1 crowns"]
    );
    let counts = text.counts(&chair(&[1, 0]));
    assert_eq!(
        (
            counts.clauses,
            counts.bracketed,
            counts.brackets,
            counts.options
        ),
        (2, 2, 1, 0)
    );
    // At the first session only one side had made an offer: nothing was shared.
    let early = GATE.split("  - {seq: 2").next().unwrap();
    let seen = crate::made::seen(early, &[], &Audience::Mediator);
    let text = Text::new(&seen.case, &[]);
    assert_eq!(text.chair(None, &text).unwrap_err().len(), 2);
}

#[test]
fn the_last_answer_counts() {
    let answer = |by: &str, version: &str, clause: &str, reply: Reply, words: Option<&str>| {
        let deed = Deed::Answer {
            version: version.to_owned(),
            clause: clause.to_owned(),
            reply,
            words: words.map(str::to_owned),
        };
        (party(by), Visibility::Public, deed)
    };
    let acts = vec![
        answer("north", "T-1", "gate", Reply::Refuse, None),
        answer(
            "north",
            "T-1",
            "gate",
            Reply::AcceptIf,
            Some("it shuts at night"),
        ),
        answer("south", "T-2", "gate", Reply::Accept, None),
        answer("south", "T-1", "gat", Reply::Accept, None),
        answer("south", "T-9", "gate", Reply::Accept, None),
    ];
    let seen = seen(GATE, &entries(acts), &Audience::Mediator);
    let text = Text::new(&seen.case, &seen.entries);
    let answers = text.answers(text.version("T-1").unwrap());
    assert_eq!(answers.parties, ["north", "south", "east"]);
    let gate = &answers.rows[0].answers;
    let first = gate[0].as_ref().unwrap();
    assert_eq!(
        (first.reply, first.words.as_deref()),
        (Reply::AcceptIf, Some("it shuts at night"))
    );
    assert_eq!((&gate[1], &gate[2]), (&None, &None));
    let why: Vec<&str> = text.aside().iter().map(|a| a.why.as_str()).collect();
    assert_eq!(
        why,
        [
            "`gat` is no clause of `T-1`; did you mean `gate`?",
            "`T-9` is no version; did you mean `T-1`?"
        ]
    );
}
