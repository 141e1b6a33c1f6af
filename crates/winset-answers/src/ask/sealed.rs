//! Sealed acceptance: packages on the table, secret marks, and only what enough accept is shown.

use winset_model::case::Case;
use winset_model::options::{Package, PartyId};
use winset_play::package_test::PackageTest;
use winset_play::session::Enough;

/// What sealed acceptance showed. It holds no marks: whose they were is forgotten when it closes.
#[derive(Debug, Clone)]
pub struct SealedAnswer {
    /// The party that reads; none: the mediator's own desk.
    pub reader: Option<PartyId>,
    /// Who was asked.
    pub asked: Vec<PartyId>,
    /// What marked for each of them: a program by name, or `person`.
    pub plays: Vec<String>,
    /// What is enough; seats are places among those who were asked.
    pub enough: Enough,
    /// The packages on the table, each once.
    pub packages: Vec<Package>,
    /// Places of the packages that enough accepted, in order.
    pub shown: Vec<usize>,
}

/// Which packages a party accepts that says what it would sign: those within its red lines and conditions as declared,
/// passed by the bodies that ratify for it, and worth at least no deal to it.
pub fn truthful_marks(case: &Case, party: PartyId, packages: &[Package]) -> Vec<bool> {
    let signs = PackageTest::of_party(case, party);
    let no_deal = case.parties[party.index()].sheet.open().no_deal;
    let is_rational = |package: &Package| match (case.score(party, package), no_deal) {
        (Some(score), Some(no_deal)) => score >= no_deal,
        _ => true,
    };
    let marks = packages.iter();
    marks
        .map(|package| signs.holds(package) && is_rational(package))
        .collect()
}
