//! What the parties answer to the clauses of a version.

use std::collections::BTreeMap;

use winset_journal::{Author, Clause, Deed, JournalEntry, Reply, SetAside};
use winset_model::case::Case;
use winset_model::diagnostic::nearest;

use crate::version::Version;

/// An answer that counts for a version: the last one of its party to the clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseAnswer {
    /// What is answered.
    pub reply: Reply,
    /// Words to it: the condition of "accept if", or a remark.
    pub words: Option<String>,
    /// When, in UTC.
    pub at: String,
}

/// Who answered what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Parties, by identifier, in the order of the case.
    pub parties: Vec<String>,
    /// A row for each clause of the version, in its order.
    pub rows: Vec<AnswerRow>,
}

/// The answers to a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The clause.
    pub clause: String,
    /// What stands before its title.
    pub label: String,
    /// Its title.
    pub title: String,
    /// The answer of each party, in the order of [`Answers::parties`].
    pub answers: Vec<Option<ClauseAnswer>>,
}

/// An answer with all that it is to.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    version: String,
    clause: String,
    party: usize,
    answer: ClauseAnswer,
}

/// The answers of a journal, in order; those to what is not there are set aside.
pub(crate) fn given(
    case: &Case,
    entries: &[JournalEntry],
    versions: &[Version],
    aside: &mut Vec<SetAside>,
) -> Vec<Given> {
    let mut all = Vec::new();
    for entry in entries {
        let Deed::Answer {
            version,
            clause,
            reply,
            words,
        } = &entry.act.deed
        else {
            continue;
        };
        let answer = ClauseAnswer {
            reply: *reply,
            words: words.clone(),
            at: entry.act.at.clone(),
        };
        match placed(case, &entry.act.by, version, clause, versions) {
            Ok(party) => all.push(Given {
                version: version.clone(),
                clause: clause.clone(),
                party,
                answer,
            }),
            Err(why) => aside.push(SetAside::whole(entry.line, why)),
        }
    }
    all
}

/// The place of the party that answers, where all that the answer names is there.
fn placed(
    case: &Case,
    by: &Author,
    version: &str,
    clause: &str,
    versions: &[Version],
) -> Result<usize, String> {
    let Some(id) = by.party() else {
        return Err("the mediator answers no clauses".to_owned());
    };
    let party = case.party_named(id);
    let party = party.ok_or_else(|| format!("`{id}` is no party of the case"))?;
    let meant = |near: Option<String>| {
        near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
    };
    let there = versions.iter().find(|v| v.name == version);
    let there = there.ok_or_else(|| {
        let near = nearest(version, versions.iter().map(|v| v.name.as_str()));
        format!("`{version}` is no version{}", meant(near))
    })?;
    if there.clause(clause).is_none() {
        let near = nearest(clause, there.clauses.iter().map(|c| c.id.as_str()));
        return Err(format!(
            "`{clause}` is no clause of `{version}`{}",
            meant(near)
        ));
    }
    Ok(party.index())
}

/// The table of a version.
pub(crate) fn table(case: &Case, version: &Version, given: &[Given]) -> Answers {
    let to_it = given.iter().filter(|g| g.version == version.name);
    // A later answer takes the place of an earlier one.
    let last: BTreeMap<(&str, usize), &ClauseAnswer> = to_it
        .map(|g| ((g.clause.as_str(), g.party), &g.answer))
        .collect();
    let row = |clause: &Clause| {
        let answer = |party: usize| last.get(&(clause.id.as_str(), party)).copied().cloned();
        AnswerRow {
            clause: clause.id.clone(),
            label: version.label(case, clause),
            title: clause.title.clone(),
            answers: (0..case.parties.len()).map(answer).collect(),
        }
    };
    Answers {
        parties: case.parties.iter().map(|p| p.id.clone()).collect(),
        rows: version.clauses.iter().map(row).collect(),
    }
}
