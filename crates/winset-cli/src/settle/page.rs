//! The answer to `winset settle` for a reader in a hurry.

use std::collections::BTreeSet;

use winset::ask::{RuleEnd, SettlementsAnswer};
use winset::check::NoOverlap;
use winset::model::answer::Answer;
use winset::model::case::Case;
use winset::model::options::{Package, PartyId};
use winset::solve::{Count, Normalise, Ties, Unsettled};

use crate::page::{Page, STRONG};
use crate::settled;
use crate::variants;
use winset::told::standing;
use winset::told::stopped::stopped_by;
use winset::told::stopped::to_go_on;
use winset::told::verdict::amount;
use winset::told::words::{counted, grouped, listed};

/// Columns of the labels on the left.
const LABEL: usize = 11;

/// The page.
pub(super) fn page(case: &Case, settling: &SettlementsAnswer) -> Page {
    let mut page = Page::default();
    page.styled(STRONG, &headline(case, settling));
    page.blank();
    entry(&mut page, "Case", &format!("{} ({})", case.title, case.id));
    match &settling.packages {
        Answer::Impossible(proof) => none(&mut page, proof),
        Answer::Stopped { reason, .. } => entry(&mut page, "To go on", &to_go_on(*reason)),
        Answer::Found(_) => {
            if !settling.terms.parties.is_empty() {
                entry(&mut page, "Parties", &who(case, settling));
                entry(&mut page, "Scores", scale(settling.normalise));
            }
            let picked = picked(settling);
            if !picked.is_empty() {
                entry(&mut page, "Picked", &picked);
            }
            if let Some(reason) = settling.reason() {
                let text = format!("{}, before all was known", stopped_by(reason));
                entry(&mut page, "Unfinished", &text);
            }
        }
    }
    if let Some(found) = &settling.found {
        if !settling.terms.parties.is_empty() {
            settled::write(&mut page, case, &settling.terms, found);
        }
        if let Some(found) = &settling.variants {
            variants::write(&mut page, case, found);
        }
        page.blank();
        page.sealed();
    }
    page
}

/// On which scale scores are.
pub(crate) fn scale(normalise: Normalise) -> &'static str {
    match normalise {
        Normalise::None => "as the case states them",
        Normalise::Best => "normalised: each party's best package counts 1",
        Normalise::Range => "normalised: each party's worst package counts 0, its best 1",
    }
}

fn entry(page: &mut Page, label: &str, text: &str) {
    page.entry(0, LABEL, label, text);
}

fn headline(case: &Case, settling: &SettlementsAnswer) -> String {
    let packages = match &settling.packages {
        Answer::Impossible(_) => {
            return "No settlement: no package is acceptable to all at the declared positions."
                .to_owned();
        }
        Answer::Stopped { reason, .. } => {
            return format!(
                "Undecided: {} before it was known whether any package is acceptable to all.",
                stopped_by(*reason)
            );
        }
        Answer::Found(packages) => packages,
    };
    let (amount, one) = amount(packages, &case.package_count());
    let (noun, verb) = if one {
        ("package", "is")
    } else {
        ("packages", "are")
    };
    if nobody(settling) {
        return format!(
            "No settlement: {amount} {noun} {verb} acceptable to all, and no party states \
             preferences."
        );
    }
    match distinct(settling) {
        Some(0) => format!("No settlement: no rule picks any of {amount} acceptable {noun}."),
        Some(_) if one => "Settlements: the only acceptable package.".to_owned(),
        Some(some) => format!("Settlements: the rules pick {some} of {amount} acceptable {noun}."),
        None => format!("Settlements among {amount} acceptable {noun}."),
    }
}

/// Whether nobody who bargains has preferences.
fn nobody(settling: &SettlementsAnswer) -> bool {
    let nobody = |ended: &RuleEnd<'_>| matches!(ended, RuleEnd::None(Unsettled::Nobody));
    settling.rules().iter().all(|(_, ended)| nobody(ended))
}

/// How many packages the rules pick together; `None` where that is not known.
fn distinct(settling: &SettlementsAnswer) -> Option<usize> {
    let mut all: BTreeSet<Package> = BTreeSet::new();
    for (_, ended) in settling.rules() {
        match ended {
            RuleEnd::Found(ties) => {
                let listed = ties.packages.len();
                if standing::exact(&ties.count) != Some(&listed.into()) {
                    return None;
                }
                all.extend(ties.packages.iter().map(|found| found.package().clone()));
            }
            RuleEnd::None(_) => {}
            RuleEnd::Stopped(_) => return None,
        }
    }
    Some(all.len())
}

/// Who bargains, and who does not.
fn who(case: &Case, settling: &SettlementsAnswer) -> String {
    let bargain = &settling.terms.parties;
    let parties = (0..case.parties.len()).map(PartyId::at);
    let (inside, outside): (Vec<PartyId>, Vec<PartyId>) =
        parties.partition(|party| bargain.contains(party));
    let names = |parties: &[PartyId]| {
        let names = parties.iter();
        let names: Vec<String> = names
            .map(|p| case.parties[p.index()].name.clone())
            .collect();
        listed(&names, "and")
    };
    let verb = |parties: &[PartyId], one: &'static str, several: &'static str| {
        if parties.len() == 1 { one } else { several }
    };
    let counts =
        |who: &str, verb: &str| format!("{who} {verb} by demands and no-deal values alone");
    match (inside.as_slice(), outside.as_slice()) {
        (inside, []) => format!("{} {}", names(inside), verb(inside, "bargains", "bargain")),
        (inside, outside) => format!(
            "{} {}; {}",
            names(inside),
            verb(inside, "bargains", "bargain"),
            counts(&names(outside), verb(outside, "counts", "count"))
        ),
    }
}

/// How many packages each rule picks: "Nash 1, Kalai-Smorodinsky 18".
fn picked(settling: &SettlementsAnswer) -> String {
    let rules = settling.rules().into_iter();
    let rules = rules.filter_map(|(name, ended)| match ended {
        RuleEnd::Found(ties) => Some(format!("{name} {}", size(ties))),
        RuleEnd::None(Unsettled::NotComparable | Unsettled::Nobody) => None,
        RuleEnd::None(_) => Some(format!("{name} none")),
        RuleEnd::Stopped(_) => Some(format!("{name} not known")),
    });
    let rules: Vec<String> = rules.collect();
    if rules.is_empty() {
        return String::new();
    }
    format!("{} (packages, ties counted)", rules.join(", "))
}

fn size(ties: &Ties) -> String {
    match &ties.count {
        Count::Exact(packages) => grouped(packages),
        Count::Between { at_least, .. } => {
            let listed = ties.packages.len().into();
            format!("at least {}", grouped(at_least.max(&listed)))
        }
    }
}

fn none(page: &mut Page, proof: &NoOverlap) {
    let size = format!(
        "{}, {}; checked (winset solve --certificate FILE keeps it)",
        counted(proof.nodes(), "node"),
        counted(proof.bytes().len(), "byte")
    );
    entry(page, "Proof", &size);
    entry(
        page,
        "To go on",
        "winset clashes says what is in the way; winset open says what would open an overlap, and \
         what the rules pick in it",
    );
}
