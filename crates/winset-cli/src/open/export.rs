//! Writing derived cases and proofs for other readers.

use std::fs;
use std::io;
use std::path::Path;

use winset::ask::OpeningsAnswer;
use winset::check::{ConcessionQuestion, NoOther};
use winset::model::case::Case;
use winset::model::derived::file;
use winset::model::positions::Positions;
use winset::solve::OpeningsEnd;

use crate::failure::Failure;
use crate::whole_file::{self, Places, Written};

const FOLDER: &str = "the proofs";
const CASE: &str = "a derived case";
const PROOF: &str = "a proof";

/// Makes the folder when it is not there.
pub(super) fn look_ahead(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|source| failure(folder, source))
}

/// Writes the claims of an answer: for each opening that nothing but those before it is cheaper,
/// for each level of the largest cost that nothing is below it, and that there are no others.
/// Returns how many files were written.
pub(super) fn write(
    case: &Case,
    positions: &Positions,
    opened: &OpeningsAnswer,
    folder: &Path,
    places: &Places<'_>,
) -> Result<usize, Failure> {
    let mut claims: Vec<(String, &NoOther)> = Vec::new();
    for (number, found) in (1..).zip(&opened.found.list) {
        if let Some(cheaper) = found.cheaper() {
            claims.push((format!("opening-{number}"), cheaper));
        }
    }
    for (number, level) in (1..).zip(&opened.found.levels) {
        claims.push((format!("level-{number}"), level));
    }
    match &opened.found.end {
        OpeningsEnd::Complete(rest) | OpeningsEnd::Dearer(rest) | OpeningsEnd::Nothing(rest, _) => {
            claims.push(("others".to_owned(), rest));
        }
        OpeningsEnd::Stopped(_) => {}
    }
    let files = |name: &String| {
        [
            (folder.join(format!("{name}.case.json")), CASE),
            (folder.join(format!("{name}.proof")), PROOF),
        ]
    };
    for (place, what) in claims.iter().flat_map(|(name, _)| files(name)) {
        let endings = &["json"];
        places.look_ahead(&place, Written { what, endings })?;
    }
    for (name, claim) in &claims {
        let derived = derived(case, positions, claim).map_err(|source| failure(folder, source))?;
        let place = folder.join(format!("{name}.case.json"));
        whole_file::write(&place, derived.as_bytes(), CASE)?;
        let place = folder.join(format!("{name}.proof"));
        whole_file::write(&place, claim.proof().bytes(), PROOF)?;
    }
    Ok(2 * claims.len())
}

/// The derived case that a claim is about, as a case file.
fn derived(case: &Case, positions: &Positions, claim: &NoOther) -> io::Result<String> {
    let scope = claim.scope();
    let asked = ConcessionQuestion::new(case, positions, &scope.terms);
    let asked = asked.map_err(io::Error::other)?.beyond(&scope.beyond);
    Ok(file(&asked.relaxed().case).canonical_json() + "\n")
}

fn failure(folder: &Path, source: io::Error) -> Failure {
    Failure::Write {
        what: FOLDER,
        name: folder.display().to_string(),
        source,
    }
}
