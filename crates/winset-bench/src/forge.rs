//! Forged certificates: proofs of related questions that have no overlap, restated for a question
//! that has one, with changes. None may be accepted.

use std::fs::File;
use std::io::{BufWriter, Write as _};

use serde_json::json;
use winset_check::{CertificateFault, Rejection, census, header, refute, verify};
use winset_gen::forge::forged;
use winset_gen::rng::Rng;
use winset_gen::small::{PACKAGES_MAX, positions, small};
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{Budget, best, overlap};

/// Forgeries of each question.
const FORGERIES: u64 = 200;
/// Random positions tried for a question.
const TRIES: usize = 12;

/// What became of forged certificates.
#[derive(Debug, Default)]
struct Outcome {
    forged: u64,
    /// Refused at a leaf that may hold an acceptable package: the form was right.
    not_closed: u64,
    /// Proofs of what their changed heads say, which is another question and has no overlap.
    right: u64,
    accepted: u64,
    /// Where every certificate is written for the second reader, with the word of the first.
    copy: Option<BufWriter<File>>,
}

/// Forges so many certificates; true when none is accepted. Writes them to a file where one is
/// named, a line each, as `tools/verify_many.py --compare` reads them.
pub(crate) fn run(count: u64, seed: u64, copy: Option<&str>) -> Result<bool, String> {
    let create = |path| File::create(path).map_err(|e| format!("{path}: {e}"));
    let copy = copy.map(create).transpose()?.map(BufWriter::new);
    let mut outcome = Outcome {
        copy,
        ..Outcome::default()
    };
    let mut seed = seed;
    while outcome.forged < count {
        attack(seed, count, &mut outcome).map_err(|e| format!("writing the copy: {e}"))?;
        seed += 1;
    }
    println!(
        "{} forged certificates: {} accepted",
        outcome.forged, outcome.accepted
    );
    println!(
        "{} refused only for what they claim, {} prove another question, as their heads say",
        outcome.not_closed, outcome.right
    );
    Ok(outcome.accepted == 0)
}

/// Forges certificates for the questions of one case that have an overlap.
fn attack(seed: u64, count: u64, outcome: &mut Outcome) -> std::io::Result<()> {
    let file = small(seed);
    let read = winset_model::read_case(file.to_string().as_bytes(), Syntax::Json);
    let Ok(reading) = read else { return Ok(()) };
    let case = reading.case;
    let mut rng = Rng::new(seed);
    let mut asked = vec![Positions::declared(&case)];
    asked.extend((0..TRIES).map(|_| positions(&case, &mut rng)));
    let has_overlap =
        |p: &Positions| census(&case, p, PACKAGES_MAX as u64).is_some_and(|c| c.count > 0);
    let (with, without): (Vec<_>, Vec<_>) = asked.into_iter().partition(has_overlap);
    for question in with.iter().take(2) {
        let proofs = related(&case, question, &without);
        if proofs.is_empty() {
            continue;
        }
        for proof in &proofs {
            outcome.judge(&case, question, proof.clone().into_bytes(), &file)?;
        }
        for _ in 0..FORGERIES.min(count.saturating_sub(outcome.forged)) {
            let proof = &proofs[rng.below(proofs.len())];
            let donor = &proofs[rng.below(proofs.len())];
            let bytes = forged(proof, donor, &mut rng);
            outcome.judge(&case, question, bytes, &file)?;
        }
    }
    Ok(())
}

/// Certificates of related questions without overlap, each under the head of this question.
fn related(case: &Case, question: &Positions, without: &[Positions]) -> Vec<String> {
    let budget = Budget::unlimited();
    let mut proofs = Vec::new();
    if let Answer::Found(witness) = overlap(case, question, &budget) {
        for party in 0..case.parties.len() {
            if let Ok(Some(best)) = best(case, question, PartyId::at(party), &witness, &budget) {
                proofs.push(best.proof().clone());
            }
        }
    }
    for other in without {
        if let Answer::Impossible(proof) = overlap(case, other, &budget) {
            proofs.push(proof);
        }
    }
    let restated = |proof: &winset_check::NoOverlap| {
        let text = String::from_utf8_lossy(proof.bytes()).into_owned();
        let body = text
            .strip_prefix(&header(case, proof.positions()))?
            .to_owned();
        Some(header(case, question) + &body)
    };
    proofs.iter().filter_map(restated).collect()
}

impl Outcome {
    fn judge(
        &mut self,
        case: &Case,
        question: &Positions,
        bytes: Vec<u8>,
        file: &serde_json::Value,
    ) -> std::io::Result<()> {
        self.forged += 1;
        let mut accepted = false;
        let mut word = "refused";
        match verify(case, &bytes) {
            Ok(proof) => {
                word = "accepted";
                let stated = census(case, proof.positions(), PACKAGES_MAX as u64);
                if stated.is_some_and(|c| c.count == 0) {
                    self.right += 1;
                } else {
                    accepted = true;
                }
            }
            Err(Rejection::Certificate { fault, .. }) => {
                self.not_closed += u64::from(fault == CertificateFault::NotClosed);
            }
            Err(_) => {}
        }
        if let Some(copy) = &mut self.copy {
            let hex = hexadecimal(&bytes);
            let task = json!({"case": file.to_string(), "certificate": hex, "word": word});
            writeln!(copy, "{task}")?;
        }
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        if accepted || refute(case, question, bytes).is_ok() {
            self.accepted += 1;
            println!("accepted:\n{shown}\n{file}");
        }
        Ok(())
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).expect("half a byte is a digit");
    bytes
        .iter()
        .flat_map(|b| [digit(b >> 4), digit(b & 15)])
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_forged_certificate_is_accepted() {
        assert_eq!(super::run(100_000, 0, None), Ok(true));
    }
}
