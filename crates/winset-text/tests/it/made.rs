//! Cases and acts to test with.

use winset_journal::{Act, Author, Deed, JournalEntry, Mode, Place, SeenCase, as_seen_by};
use winset_model::audience::Audience;
use winset_model::case::{Case, Visibility};
use winset_model::document::{self, Node, Syntax};
use winset_text::{Change, DraftFault, DraftText, DraftWanted, Role, Run, issue};

/// The demonstration case.
pub(crate) const SELLA: &str = include_str!("../../../../cases/sella-basin.yaml");

/// A case of two points and three parties, of which two must agree and have made offers.
pub(crate) const GATE: &str = "
format: winset-case/1
id: gate
title: The gate
as_of: 2031-05-09
parties:
  - {id: north, name: North, short: NOR, role: principal}
  - {id: south, name: South, short: SOU, role: principal}
  - {id: east, name: East, short: EAS, role: witness}
points:
  - id: gate
    title: The gate
    options:
      - {id: open, label: Open, text: The gate stands open by day.}
      - {id: shut, label: Shut, text: The gate is shut.}
  - {id: fee, title: The fee, range: {from: 0, to: 2, step: 1, unit: crowns}}
delegations: [{id: n-d, party: north, offices: [envoy]}, {id: s-d, party: south, offices: [envoy]}]
sessions:
  - {id: S1, date: 2031-05-02, format: shuttle, with: [n-d], by: s-d, text_version: T-1, visibility: public}
  - {id: S2, date: 2031-05-08, format: shuttle, with: [s-d], by: n-d, text_version: T-2}
offers:
  - {seq: 1, date: 2031-05-01, by: north, package: {gate: open, fee: 1}}
  - {seq: 2, date: 2031-05-03, by: south, package: {gate: shut, fee: 1}}
  - {seq: 3, date: 2031-05-07, by: south, says: {gate: open}, visibility: mediator}
";

pub(crate) fn tree(text: &str) -> Node {
    document::parse(text.as_bytes(), Syntax::Yaml).unwrap()
}

/// A case and its journal as an audience sees them.
pub(crate) fn seen(text: &str, entries: &[JournalEntry], audience: &Audience) -> SeenCase {
    as_seen_by(&tree(text), entries, audience).unwrap()
}

pub(crate) fn party(id: &str) -> Author {
    Author::Party(id.to_owned())
}

/// Acts one after the other, all on one day.
pub(crate) fn entries(acts: Vec<(Author, Visibility, Deed)>) -> Vec<JournalEntry> {
    let entry = |(line, (by, seen, deed)): (usize, (Author, Visibility, Deed))| JournalEntry {
        line: line + 1,
        act: Act {
            at: format!("2031-05-09T10:{line:02}:00Z"),
            by,
            seen,
            once: None,
            deed,
        },
    };
    acts.into_iter().enumerate().map(entry).collect()
}

pub(crate) fn wording(clause: &str, option: Option<&str>, text: Option<&str>) -> Deed {
    Deed::Wording {
        clause: clause.to_owned(),
        option: option.map(str::to_owned),
        text: text.map(str::to_owned),
    }
}

pub(crate) fn clause(id: &str, place: Place, text: Option<&str>) -> Deed {
    Deed::Clause {
        id: id.to_owned(),
        place,
        title: format!("On {id}"),
        text: text.map(str::to_owned),
    }
}

pub(crate) fn draft(name: &str, mode: Mode, clauses: Vec<winset_journal::Clause>) -> Deed {
    Deed::Draft(winset_journal::IssuedDraft {
        version: name.to_owned(),
        date: None,
        mode,
        clauses: Some(clauses),
        editions: Vec::new(),
    })
}

/// The acts, and a public version of this name after them, with the editions of all audiences.
pub(crate) fn issued(
    text: &str,
    mut acts: Vec<JournalEntry>,
    name: &str,
    mode: Mode,
) -> Result<Vec<JournalEntry>, DraftFault> {
    let wanted = DraftWanted {
        mode,
        package: None,
        visibility: Visibility::Public,
    };
    let DraftText { clauses, editions } = issue(&tree(text), &acts, &wanted)?;
    let deed = Deed::Draft(winset_journal::IssuedDraft {
        version: name.to_owned(),
        date: None,
        mode,
        clauses: Some(clauses),
        editions,
    });
    let line = acts.len() + 1;
    let act = entries(vec![(Author::Mediator, Visibility::Public, deed)]);
    let issued = act.into_iter().map(|entry| JournalEntry { line, ..entry });
    acts.extend(issued);
    Ok(acts)
}

/// The clauses of a version, each as it reads.
pub(crate) fn read(case: &Case, version: &winset_text::Version) -> Vec<String> {
    let clauses = version.clauses.iter();
    clauses
        .map(|c| text(&version.runs(case, c), None))
        .collect()
}

/// The text of runs, without those of one kind of change.
pub(crate) fn text(runs: &[Run], without: Option<Change>) -> String {
    let kept = runs.iter().filter(|run| Some(run.change) != without);
    kept.map(|run| run.text.as_str()).collect()
}

/// Runs of words and brackets from a text, as a version would hold them.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let pieces = text.split_inclusive(['[', ']', ':']);
    let mut runs = Vec::new();
    for piece in pieces {
        match piece.strip_suffix(['[', ']']) {
            Some(words) => {
                runs.push(Run::words(words));
                runs.push(Run::kept(Role::Bracket, &piece[words.len()..]));
            }
            None if piece.ends_with(':') => runs.push(Run::kept(Role::Owner, piece)),
            None => runs.push(Run::words(piece)),
        }
    }
    runs
}
