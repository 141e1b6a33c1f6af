//! Files of other programs with mistakes, each with what is said about them.
//!
//! `corpus/peers` holds a file per mistake; whether it is a domain or a profile stands before the
//! ending of its name. Profiles are read with the domain of their format that stands here. To write
//! expectations anew, run the test with `WINSET_UPDATE=1`, and read every change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use winset_model::diagnostic::Diagnostic;
use winset_model::document::Syntax;
use winset_model::formats::peer::{Domain, PeerFormat, Profile, Semantics};
use winset_model::formats::worth::worth;
use winset_model::formats::{genius, geniusweb, negmas, negolog, utf8_of};

use crate::malformed::{compare, told};

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/peers");
const FILES_MIN: usize = 100;

const GENIUS: &str = r#"<negotiation_template><objective name="d">
<issue index="1" name="Price"><item value="low"/><item value="high"/></issue>
<issue index="2" name="Days" vtype="integer" lowerbound="1" upperbound="3"/>
</objective></negotiation_template>"#;
const WEB: &str = r#"{"issuesValues": {"food": {"values": ["nuts", "fish"]},
"price": {"range": {"low": 1, "high": 2, "step": 0.5}}}}"#;
const NEGMAS: &str = r#"{"type": "DiscreteCartesianOutcomeSpace", "issues": [
{"name": "a", "type": "CategoricalIssue", "values": ["x", "y"]},
{"name": "b", "type": "ContiguousIssue", "values": [0, 2]}]}"#;
const NEGOLOG: &str = r#"{"reservationValue": 0, "issueWeights": {"a": 1, "b": 1},
"issues": {"a": {"x": 1, "y": 0.5}, "b": {"u": 0, "v": 1}}}"#;

fn format(name: &str) -> PeerFormat {
    match name {
        _ if name.contains(".xml") => PeerFormat::Genius,
        _ if name.contains("-web-") => PeerFormat::GeniusWeb,
        _ if name.contains("-negmas-") => PeerFormat::Negmas,
        _ => PeerFormat::Negolog,
    }
}

fn domain(format: PeerFormat, bytes: &[u8], syntax: Syntax) -> Result<Domain, Vec<Diagnostic>> {
    match format {
        PeerFormat::Genius => genius::read_domain(bytes, None),
        PeerFormat::GeniusWeb => geniusweb::read_domain(bytes, None),
        PeerFormat::Negmas => negmas::read_domain(bytes, syntax, None),
        PeerFormat::Negolog => negolog::read_domain(bytes, "d"),
    }
}

fn profile(format: PeerFormat, bytes: &[u8], syntax: Syntax) -> Result<Profile, Vec<Diagnostic>> {
    let (text, own) = match format {
        PeerFormat::Genius => (GENIUS, Syntax::Json),
        PeerFormat::GeniusWeb => (WEB, Syntax::Json),
        PeerFormat::Negmas => (NEGMAS, Syntax::Json),
        PeerFormat::Negolog => (NEGOLOG, Syntax::Json),
    };
    let of = domain(format, text.as_bytes(), own).unwrap();
    let profile = match format {
        PeerFormat::Genius => genius::read_profile(bytes, "p", &of),
        PeerFormat::GeniusWeb => geniusweb::read_profile(bytes, "p", &of),
        PeerFormat::Negmas => negmas::read_profile(bytes, syntax, "p", &of),
        PeerFormat::Negolog => negolog::read_profile(bytes, "p", &of),
    }?;
    worth(&of, &profile, format, Semantics::Genius)?;
    Ok(profile)
}

fn stored() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(CORPUS).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_file = |path: &PathBuf| path.extension().is_some_and(|end| end != "expected");
    let mut paths: Vec<PathBuf> = paths.filter(is_file).collect();
    paths.sort();
    paths
}

fn expectation(path: &Path) -> PathBuf {
    path.with_extension("expected")
}

#[test]
fn every_mistake_of_a_peer_is_told_as_expected() {
    let mut wrong = String::new();
    let paths = stored();
    for path in &paths {
        let bytes = std::fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let syntax = Syntax::of_file_name(name).unwrap_or(Syntax::Yaml);
        let found = if name.contains(".domain.") {
            domain(format(name), &bytes, syntax).map(|_| ())
        } else {
            profile(format(name), &bytes, syntax).map(|_| ())
        };
        let found = match found {
            Ok(()) => {
                wrong += &format!("{name} is read\n");
                continue;
            }
            Err(found) => found,
        };
        assert!(!found.is_empty(), "{name}");
        let bytes = utf8_of(name, &bytes);
        for finding in &found {
            let inside = finding.span.start <= finding.span.end && finding.span.end <= bytes.len();
            assert!(inside, "{name}: {:?}", finding.span);
        }
        compare(path, &told(&found, &bytes), &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(paths.len() >= FILES_MIN, "only {} files", paths.len());
}

#[test]
fn no_expectation_of_a_peer_is_left_over() {
    let files: BTreeSet<PathBuf> = stored().iter().map(|path| expectation(path)).collect();
    for entry in std::fs::read_dir(CORPUS).unwrap() {
        let path = entry.unwrap().path();
        let is_left = path.extension().is_some_and(|e| e == "expected") && !files.contains(&path);
        assert!(!is_left, "{} has no file", path.display());
    }
}

/// A file with any piece left out is read or refused, never more, and findings lie in it.
#[test]
fn files_with_pieces_left_out_are_no_surprise() {
    for path in stored() {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let syntax = Syntax::of_file_name(name).unwrap_or(Syntax::Yaml);
        for start in (0..bytes.len()).step_by(3) {
            let mut cut = bytes.clone();
            cut.drain(start..(start + 5).min(bytes.len()));
            let found = if name.contains(".domain.") {
                domain(format(name), &cut, syntax).map(|_| ())
            } else {
                profile(format(name), &cut, syntax).map(|_| ())
            };
            let cut = utf8_of(name, &cut);
            for finding in found.err().unwrap_or_default() {
                assert!(finding.span.end <= cut.len(), "{name} {start}: {finding:?}");
            }
        }
    }
}
