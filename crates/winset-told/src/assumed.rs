//! Assumptions under which an answer is given.

use winset_model::case::{Assumption, Case};

use crate::messages::Language;

/// On what an answer about a case rests besides what the case says: a sentence for each party that
/// supposes something and each that it is about, in the order of the file. None where nothing is supposed.
pub fn assumed(words: &Language, case: &Case) -> Vec<String> {
    let mut pairs: Vec<Vec<&Assumption>> = Vec::new();
    for assumption in case.assumed() {
        let same = |of: &&mut Vec<&Assumption>| {
            of.iter()
                .all(|a| (a.by, a.about) == (assumption.by, assumption.about))
        };
        match pairs.iter_mut().find(same) {
            Some(of) => of.push(assumption),
            None => pairs.push(vec![assumption]),
        }
    }
    pairs.iter().map(|of| told(words, case, of)).collect()
}

fn told(words: &Language, case: &Case, of: &[&Assumption]) -> String {
    let name = |place: usize| case.parties[place].name.clone();
    let (by, about) = (of[0].by.index(), of[0].about.index());
    let ids: Vec<String> = of.iter().map(|assumption| assumption.id.clone()).collect();
    let fill = [
        ("count", words.count("assumed-count", of.len()).into_owned()),
        ("by", name(by)),
        ("about", name(about)),
        ("list", ids.join(", ")),
    ];
    words.fill("assumed", &fill).into_owned()
}
