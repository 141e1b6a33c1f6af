//! How a scenario of another program was read, and how large a case is.

use winset::model::case::Case;
use winset::model::formats::peer::PeerFormat;
use winset::model::formats::{Loss, Scenario};
use winset::model::options::PartyId;
use winset::told::words::{counted, listed};

use crate::page::Page;

/// Most losses that are listed one by one.
const LOSSES_LISTED_MAX: usize = 40;

/// What a case consists of, counted.
pub(crate) fn size(case: &Case) -> String {
    let votes: usize = case.bodies.iter().map(|body| body.rules.len()).sum();
    let parties = match case.parties.len() {
        1 => "1 party".to_owned(),
        many => format!("{many} parties"),
    };
    [
        parties,
        counted(case.points.len(), "point"),
        counted(case.package_count(), "package"),
        counted(case.lines.len(), "line"),
        counted(case.links.len(), "link"),
        counted(votes, "vote rule"),
    ]
    .join(", ")
}

/// How a scenario was read, what its files say besides, and what the case does not hold of it.
pub(crate) fn told(page: &mut Page, scenario: &Scenario) {
    let format = scenario.format.name();
    let reading = match scenario.format {
        PeerFormat::Genius => format!(", read with the semantics {}", scenario.semantics.name()),
        _ => String::new(),
    };
    let case = &scenario.reading.case;
    page.paragraph(&format!("{format} files{reading}: {}.", size(case)));
    if !scenario.facts.is_empty() {
        list(
            page,
            "The case does not hold, or holds in its own way:",
            &refs(&scenario.facts),
        );
    }
    if !scenario.losses.is_empty() {
        list(page, "The case differs:", &refs(&scenario.losses));
    }
}

/// That scores are not cut where GENIUS cuts them.
pub(crate) fn uncut(page: &mut Page, case: &Case, parties: &[PartyId]) {
    if parties.is_empty() {
        return;
    }
    let names = parties.iter().map(|p| case.parties[p.index()].name.clone());
    let names = listed(&names.collect::<Vec<_>>(), "and");
    page.blank();
    page.paragraph(&format!(
        "Not as GENIUS has it: it cuts sums at 1, and the scores of {names} are not cut here, since more \
         packages pass 1 than a case can say. Points above 1 may be none of GENIUS's frontier."
    ));
}

fn refs(losses: &[Loss]) -> Vec<&Loss> {
    losses.iter().collect()
}

pub(crate) fn list(page: &mut Page, heading: &str, losses: &[&Loss]) {
    page.blank();
    page.paragraph(heading);
    for loss in losses.iter().take(LOSSES_LISTED_MAX) {
        page.indented(2, &format!("{}: {}", loss.about, loss.what));
    }
    if losses.len() > LOSSES_LISTED_MAX {
        let more = losses.len() - LOSSES_LISTED_MAX;
        page.indented(2, &format!("and {more} more"));
    }
}
