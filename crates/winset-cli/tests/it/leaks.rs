//! What somebody says in confidence changes no byte of what others are given.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::run::{Ran, command, folder, scratch};

/// Who reads, besides the mediator.
const READERS: [&str; 4] = ["public", "ann", "bob", "cat"];

/// Three parties, two of which must agree, and two points of which nobody has spoken yet.
const FORD: &str = "\
format: winset-case/1
id: ford
title: The ford
parties:
  - {id: ann, name: Ann, role: principal}
  - {id: bob, name: Bob, role: principal}
  - {id: cat, name: Cat, role: witness}
points:
  - id: land
    title: Land
    options:
      - {id: keep, label: Keep, text: Forces stay.}
      - {id: leave, label: Leave, text: Forces leave.}
  - {id: fee, title: Fee, range: {from: 0, to: 2, step: 1, unit: crowns}}
";

/// Talks in a folder of their own.
struct Talks(PathBuf);

impl Talks {
    /// The talks of a test in which these commands were given, all at one time.
    fn after(name: &str, lines: &[&str]) -> Self {
        let talks = Self(scratch(&format!("leaks-{name}")));
        fs::write(talks.0.join("ford.yaml"), FORD).unwrap();
        for line in lines {
            let ran = talks.ran(&format!("{line} --at 2031-03-14T09:30:00Z"));
            assert_eq!(ran.code, Some(0), "{line}: {}", ran.stderr);
        }
        talks
    }

    /// Talks whose journal was kept by the first version of the program.
    fn of_old(name: &str, world: &str) -> Self {
        let talks = Self(scratch(&format!("leaks-{name}-{world}")));
        let kept = folder().join(world);
        for file in fs::read_dir(kept).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), talks.0.join(file.file_name())).unwrap();
        }
        talks
    }

    /// A command about the case, which `offer add` and its like name second; quotes hold words together.
    fn ran(&self, line: &str) -> Ran {
        let mut words: Vec<&str> = Vec::new();
        for (place, part) in line.split('"').enumerate() {
            match place % 2 {
                0 => words.extend(part.split_whitespace()),
                _ => words.push(part),
            }
        }
        let output = command(&words).current_dir(&self.0).output().unwrap();
        Ran {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The names of the versions that were issued.
    fn versions(&self) -> Vec<String> {
        let answer = self.json("text ford.yaml --json");
        let versions = answer["versions"].as_array().unwrap().iter();
        let issued = versions.filter(|version| version["source"] == "issued");
        issued
            .map(|version| version["name"].as_str().unwrap().to_owned())
            .collect()
    }

    fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.ran(line).stdout).unwrap()
    }

    /// All that a reader can be given.
    fn given(&self, reader: &str) -> Vec<(String, Ran)> {
        let mut asked = vec![
            "offer list ford.yaml".to_owned(),
            "offer list ford.yaml --json".to_owned(),
            "journal show ford.yaml".to_owned(),
            "journal show ford.yaml --json".to_owned(),
            "text ford.yaml".to_owned(),
            "text ford.yaml --json".to_owned(),
            "text ford.yaml --counts".to_owned(),
            "text ford.yaml --mode chair".to_owned(),
            "export ford.yaml matrix -o -".to_owned(),
            "export ford.yaml clashes -o -".to_owned(),
            "export ford.yaml offers -o -".to_owned(),
            "export ford.yaml calendar -o - --at 2031-05-01T00:00:00Z".to_owned(),
        ];
        let versions = self.versions();
        for version in &versions {
            let text = format!("text ford.yaml --version {version}");
            asked.push(format!("{text} -o -"));
            asked.push(format!("{text} --json"));
            asked.push(format!("{text} --answers"));
            let redlines = versions.iter().filter(|from| *from != version);
            asked.extend(redlines.map(|from| format!("{text} --redline {from} -o -")));
        }
        let ran = |line: String| {
            let ran = self.ran(&format!("{line} --as {reader}"));
            (line, ran)
        };
        asked.into_iter().map(ran).collect()
    }

    /// A version as a reader reads it: its clauses, each in one line.
    fn reads(&self, version: &str, reader: &str) -> Vec<String> {
        let line = format!("text ford.yaml --version {version} --json --as {reader}");
        let answer = self.json(&line);
        let clauses = answer["text"]["clauses"].as_array().unwrap().iter();
        clauses
            .map(|clause| clause["text"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// Two worlds are the same to some readers, to the byte, and not to the mediator.
fn alike(one: &Talks, other: &Talks, readers: &[&str]) {
    for reader in readers {
        same(reader, &one.given(reader), &other.given(reader));
    }
    let acts = [one, other].map(|talks| talks.ran("journal show ford.yaml"));
    assert_ne!(acts[0], acts[1]);
}

fn same(reader: &str, one: &[(String, Ran)], other: &[(String, Ran)]) {
    assert_eq!(one.len(), other.len());
    for ((line, one), (_, other)) in one.iter().zip(other) {
        assert_eq!(one, other, "{line} --as {reader}");
    }
}

const V1: &str = "text draft ford.yaml --version V1";

/// Two makers of confidential offers are not told whether they said the same.
#[test]
fn a_draft_tells_no_party_what_another_said_in_confidence() {
    let world = |land: &str| {
        let ann = "offer add ford.yaml --by ann --set land=leave --visibility mediator";
        let bob = format!("offer add ford.yaml --by bob --set land={land} --visibility mediator");
        Talks::after(&format!("joint-{land}"), &[ann, &bob, V1])
    };
    let (same, other) = (world("leave"), world("keep"));
    alike(&same, &other, &["ann", "cat", "public"]);
    assert_eq!(same.reads("V1", "mediator")[0], "Forces leave.");
    assert_eq!(same.reads("V1", "ann")[0], "[ann: Forces leave.]");
}

/// A third party's confidential offer does not open what two say in public.
#[test]
fn a_draft_tells_the_public_nothing_of_a_third_offer() {
    let ann = "offer add ford.yaml --by ann --set land=leave";
    let bob = "offer add ford.yaml --by bob --set land=leave";
    let cat = "offer add ford.yaml --by cat --set land=keep --visibility mediator";
    let clear = Talks::after("third-clear", &[ann, bob, V1]);
    let hidden = Talks::after("third-hidden", &[ann, bob, cat, V1]);
    alike(&clear, &hidden, &["ann", "bob", "public"]);
    assert_eq!(hidden.reads("V1", "public")[0], "Forces leave.");
}

/// The title of a sealed clause stays sealed where somebody else uses its name.
#[test]
fn a_sealed_clause_leaves_no_title_in_a_draft() {
    let sealed = "text clause ford.yaml --by bob --id aims --place annex --title \"SECRET port\" \
                  --text \"SECRET words\" --visibility sealed";
    let open = "text clause ford.yaml --by ann --id aims --place preamble --title Aims \
                --text \"Desiring peace,\" --visibility public";
    let clear = Talks::after("title-clear", &[open, V1]);
    let hidden = Talks::after("title-hidden", &[sealed, open, V1]);
    alike(&clear, &hidden, &["ann", "cat", "public"]);
    for (line, ran) in hidden.given("public") {
        assert!(!ran.stdout.contains("SECRET"), "{line}: {}", ran.stdout);
    }
}

/// A confidential offer after a public one does not show in what is issued, nor in its being silent.
#[test]
fn a_later_offer_in_confidence_blanks_no_clause() {
    let keep = "offer add ford.yaml --by bob --set land=keep";
    let leave = "offer add ford.yaml --by bob --set land=leave --visibility mediator";
    let clear = Talks::after("blank-clear", &[keep, V1]);
    let hidden = Talks::after("blank-hidden", &[keep, leave, V1]);
    alike(&clear, &hidden, &["ann", "cat", "public"]);
    assert_eq!(hidden.reads("V1", "public")[0], "[bob: Forces stay.]");
    assert_eq!(hidden.reads("V1", "bob")[0], "[bob: Forces leave.]");
}

/// A public statement on one point says nothing of another on which its maker moved in confidence.
#[test]
fn a_statement_publishes_nothing_that_it_does_not_say() {
    let first = "offer add ford.yaml --by ann --set land=keep fee=1";
    let hidden = "offer add ford.yaml --by ann --set land=leave --visibility mediator";
    let fee = "offer add ford.yaml --by ann --set fee=2";
    let clear = Talks::after("set-clear", &[first, fee, V1]);
    let hidden = Talks::after("set-hidden", &[first, hidden, fee, V1]);
    alike(&clear, &hidden, &["bob", "cat", "public"]);
    for (line, ran) in hidden.given("public") {
        assert!(!ran.stdout.contains("leave"), "{line}: {}", ran.stdout);
    }
    let public = hidden.json("offer list ford.yaml --json --as public");
    let last = &public["offers"][1];
    assert_eq!(last["says"], serde_json::json!({"fee": "2"}));
    assert_eq!(last["changed"], serde_json::json!(["fee"]));
    let own = hidden.json("offer list ford.yaml --json --as ann");
    let stand = &own["offers"][2]["package"];
    assert_eq!(*stand, serde_json::json!({"land": "leave", "fee": "2"}));
}

/// Words, answers and clauses in confidence, before and after what was issued.
#[test]
fn acts_in_confidence_change_nothing_for_others() {
    let acts = [
        "offer add ford.yaml --by ann --set land=leave",
        "offer add ford.yaml --by bob --set land=leave fee=1",
        V1,
        "offer add ford.yaml --by ann --set fee=1",
        "text draft ford.yaml --version V2",
        "text answer ford.yaml --by bob --version V2 --clause land --accept",
        "text draft ford.yaml --version C1 --mode chair",
    ];
    let clear = Talks::after("acts-clear", &acts);
    let readers = ["bob", "public"];
    let clear = readers.map(|reader| clear.given(reader));
    let hidden = [
        "text wording ford.yaml --by ann --clause land --text \"They go.\" --visibility mediator",
        "text wording ford.yaml --by ann --clause land --option keep --text \"They stay.\" \
         --visibility sealed",
        "text clause ford.yaml --by ann --id maps --place annex --title Maps --text \"Map 1.\" \
         --visibility sealed",
        "offer add ford.yaml --by ann --set land=keep --visibility sealed --note \"our line\"",
        "offer add ford.yaml --by ann --package package.yaml --visibility mediator",
    ];
    for (number, act) in hidden.iter().enumerate() {
        // Before the first version, and between the last two.
        for before in [2, 6] {
            let name = format!("acts-{number}-{before}");
            let (first, rest) = acts.split_at(before);
            let talks = Talks::after(&name, first);
            fs::write(talks.0.join("package.yaml"), "land: keep\nfee: 0\n").unwrap();
            for line in [*act].iter().chain(rest) {
                let ran = talks.ran(&format!("{line} --at 2031-03-14T09:30:00Z"));
                assert_eq!(ran.code, Some(0), "{line}: {}", ran.stderr);
            }
            for (reader, clear) in readers.iter().zip(&clear) {
                same(reader, clear, &talks.given(reader));
            }
        }
    }
}

/// A proposal that would rest on what its readers may not see is refused; what the mediator says itself
/// is not.
#[test]
fn a_proposal_rests_on_what_its_readers_see() {
    let talks = Talks::after(
        "chair",
        &[
            "offer add ford.yaml --by ann --set land=leave fee=1",
            "offer add ford.yaml --by bob --set fee=1",
            "offer add ford.yaml --by bob --set land=leave --visibility mediator",
        ],
    );
    let draft = "text draft ford.yaml --version C1 --mode chair --at 2031-03-14T09:30:00Z";
    let refused = talks.ran(draft);
    assert_eq!(refused.code, Some(2), "{}", refused.stdout);
    assert!(refused.told().contains("land"), "{}", refused.stderr);
    assert!(!refused.told().contains("fee"), "{}", refused.stderr);
    // For the mediator alone it may rest on all.
    let own = talks.ran(&format!("{draft} --visibility mediator --dry-run"));
    assert_eq!(own.code, Some(0), "{}", own.stderr);
    let words = "text wording ford.yaml --by mediator --clause land --text \"Some stay.\"";
    assert_eq!(talks.ran(words).code, Some(0));
    assert_eq!(talks.ran(draft).code, Some(0));
    for reader in READERS {
        assert_eq!(talks.reads("C1", reader), ["Some stay.", "1 crowns"]);
    }
}

/// Journals from before there were editions hold what nobody but the mediator may read: it is passed
/// over, and what is shown is made of what the reader saw at the time.
#[test]
fn old_journals_give_nothing_away() {
    let worlds = ["ford-leave", "ford-keep"].map(|world| Talks::of_old("old", world));
    let [leave, keep] = &worlds;
    alike(leave, keep, &["ann", "cat", "public"]);
    for talks in &worlds {
        let verified = talks.ran("journal verify ford.yaml");
        assert_eq!(verified.code, Some(0), "{}", verified.stdout);
        assert_eq!(talks.versions(), ["V1", "V2", "C1"]);
        let public = ["V1", "V2", "C1"].map(|version| talks.reads(version, "public"));
        let aims = "[ann: Desiring peace,]";
        assert_eq!(public[0], ["[…]", "[…]"]);
        assert_eq!(public[1], [aims, "[ann: Forces stay.]", "[ann: 2 crowns]"]);
        assert_eq!(public[2], ["Some forces stay.", "One crown."]);
        // Ann reads her own offers of the time, and in V2 not the one that she made later.
        let ann = ["V1", "V2"].map(|version| talks.reads(version, "ann"));
        assert_eq!(ann[0], ["[ann: Forces leave.]", "[ann: 1 crowns]"]);
        assert_eq!(ann[1], [aims, "[ann: Forces stay.]", "[ann: 0 crowns]"]);
    }
    // The mediator reads what was issued, as it was kept.
    let same = leave.reads("V1", "mediator");
    assert_eq!(same, ["Forces leave.", "1 crowns"]);
    let apart = keep.reads("V1", "mediator");
    assert_eq!(apart[0], "[ann: Forces leave.] [bob: Forces stay.]");
}

/// A point that came to the case later sets no offer aside; a name that is gone does, and says so.
#[test]
fn offers_outlive_a_case_that_grows() {
    let package = "offer add ford.yaml --by ann --package package.yaml";
    let talks = Talks::after("grown", &[]);
    fs::write(talks.0.join("package.yaml"), "land: keep\nfee: 0\n").unwrap();
    assert_eq!(talks.ran(package).code, Some(0));
    let statement = talks.ran("offer add ford.yaml --by bob --set land=leave fee=2");
    assert_eq!(statement.code, Some(0));
    let term = "  - {id: term, title: Term, range: {from: 1, to: 3, step: 1, unit: years}}\n";
    fs::write(talks.0.join("ford.yaml"), format!("{FORD}{term}")).unwrap();
    let offers = talks.json("offer list ford.yaml --json");
    let said = |place: usize| offers["offers"][place]["says"].clone();
    assert_eq!(said(0), serde_json::json!({"land": "keep", "fee": "0"}));
    assert_eq!(said(1), serde_json::json!({"land": "leave", "fee": "2"}));
    assert_eq!(offers["offers"][0]["kind"], "package");
    assert_eq!(offers["offers"][0]["package"], Value::Null);
    let more = talks.ran("offer add ford.yaml --by ann --set term=2 --json");
    let more: Value = serde_json::from_str(&more.stdout).unwrap();
    let whole = serde_json::json!({"land": "keep", "fee": "0", "term": "2"});
    assert_eq!(more["added"]["package"], whole);
    assert_eq!(more["added"]["kind"], "statement");
    // Offer 2 stands for no whole package, which is said where one is needed.
    let refused = talks.ran("text ford.yaml --offer 2 -o -");
    assert_eq!(refused.code, Some(2));
    let told: Vec<&str> = refused.stderr.split_whitespace().collect();
    let why = "its maker has not spoken of 1 of 3 points: `term`";
    assert!(told.join(" ").contains(why), "{}", refused.stderr);
    let gone = FORD.replace(
        "{id: leave, label: Leave, text: Forces leave.}",
        "{id: go, label: Go}",
    );
    fs::write(talks.0.join("ford.yaml"), format!("{gone}{term}")).unwrap();
    let acts = talks.json("journal show ford.yaml --json");
    let aside: Vec<&Value> = acts["acts"].as_array().unwrap().iter().collect();
    let aside: Vec<Option<&str>> = aside.iter().map(|act| act["aside"].as_str()).collect();
    assert_eq!(aside.len(), 3);
    assert!(aside[0].is_none() && aside[2].is_none(), "{aside:?}");
    assert_eq!(aside[1], Some("`leave` is no option of `land`"));
}

/// A statement from a file speaks of the points in it; a package of all of them, on options that are
/// there.
#[test]
fn files_of_statements_and_packages_say_which_they_are() {
    let talks = Talks::after("files", &[]);
    let add = |text: &str, flag: &str| {
        fs::write(talks.0.join("offer.yaml"), text).unwrap();
        talks.ran(&format!(
            "offer add ford.yaml --by ann {flag} offer.yaml --dry-run"
        ))
    };
    let check = |text: &str, flag: &str, code: i32, said: &str| {
        let ran = add(text, flag);
        let told = format!("{}{}", ran.stdout, ran.stderr);
        let told = told.split_whitespace().collect::<Vec<&str>>().join(" ");
        assert_eq!(ran.code, Some(code), "{text}: {told}");
        assert!(told.contains(said), "{text}: {told}");
    };
    let whole = "land: keep\nfee: 1\n";
    check("fee: 1\n", "--says", 0, "about these points alone");
    check("says: {fee: 1}\n", "--says", 0, "about these points alone");
    check(whole, "--says", 0, "about these points alone");
    check(whole, "--package", 0, "to be taken as a whole");
    check("{}\n", "--says", 2, "the statement speaks of no point");
    check("fee: 7\n", "--says", 2, "unknown option `7`");
    check("fees: 1\n", "--says", 2, "did you mean `fee`?");
    check(
        "fee: 1\n",
        "--package",
        2,
        "leaves 1 of 2 points open: `land`",
    );
    check(
        "land: kept\nfee: 1\n",
        "--package",
        2,
        "unknown option `kept`",
    );
    let both = talks.ran("offer add ford.yaml --by ann --says offer.yaml --set fee=1");
    assert_eq!(both.code, Some(2));
}
