//! What the acts of a journal add to the text: words for clauses, and clauses without options.

use winset_journal::{Author, Deed, JournalEntry, Place, SetAside};
use winset_model::case::{Case, Visibility};
use winset_model::diagnostic::nearest;

/// Words that somebody proposes for a clause.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) by: Author,
    /// The option that they settle the point on.
    pub(crate) option: Option<String>,
    pub(crate) text: String,
    pub(crate) seen: Visibility,
}

/// A clause that carries no option.
#[derive(Debug, Clone)]
pub(crate) struct Free {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) title: String,
    /// Who put it in.
    pub(crate) by: Author,
    /// What it says, by each that has worded it, in the order in which they did.
    pub(crate) words: Vec<Words>,
}

/// What an act says of a clause without options.
struct Stated<'a> {
    id: &'a str,
    place: &'a Place,
    title: &'a str,
}

/// All that stands at the end of a journal.
#[derive(Debug, Clone, Default)]
pub(crate) struct Contributions {
    /// For each point of the case, the words that are proposed for it.
    pub(crate) points: Vec<Vec<Words>>,
    /// Clauses without options, in the order in which they came in.
    pub(crate) free: Vec<Free>,
    /// Acts that name what is not there.
    pub(crate) aside: Vec<SetAside>,
}

impl Contributions {
    /// Reads the acts in order.
    pub(crate) fn of(case: &Case, entries: &[JournalEntry]) -> Self {
        let mut all = Self {
            points: vec![Vec::new(); case.points.len()],
            ..Self::default()
        };
        for entry in entries {
            if let Err(why) = all.add(case, entry) {
                let line = entry.line;
                all.aside.push(SetAside::whole(line, why));
            }
        }
        all
    }

    fn add(&mut self, case: &Case, entry: &JournalEntry) -> Result<(), String> {
        let by = &entry.act.by;
        if let Some(id) = by.party().filter(|id| case.party_named(id).is_none()) {
            return match &entry.act.deed {
                Deed::Wording { .. } | Deed::Clause { .. } => {
                    Err(format!("`{id}` is no party of the case"))
                }
                Deed::Offer { .. }
                | Deed::Draft(_)
                | Deed::Answer { .. }
                | Deed::Amend { .. }
                | Deed::Withdraw { .. } => Ok(()),
            };
        }
        let words = |option: &Option<String>, text: &Option<String>| {
            text.as_ref().map(|text| Words {
                by: by.clone(),
                option: option.clone(),
                text: text.clone(),
                seen: entry.act.seen,
            })
        };
        match &entry.act.deed {
            Deed::Wording {
                clause,
                option,
                text,
            } => {
                let there = self.words_of(case, clause, option.as_deref())?;
                put(there, by, words(option, text));
            }
            Deed::Clause {
                id,
                place,
                title,
                text,
            } => {
                self.clause(case, by, &Stated { id, place, title }, words(&None, text))?;
            }
            Deed::Offer { .. }
            | Deed::Draft(_)
            | Deed::Answer { .. }
            | Deed::Amend { .. }
            | Deed::Withdraw { .. } => {}
        }
        Ok(())
    }

    /// The words for a clause that is there.
    fn words_of(
        &mut self,
        case: &Case,
        clause: &str,
        option: Option<&str>,
    ) -> Result<&mut Vec<Words>, String> {
        if let Some(point) = case.point_named(clause) {
            if let Some(id) = option.filter(|o| case.option_named(point, o).is_none()) {
                return Err(format!("`{id}` is no option of `{clause}`"));
            }
            return Ok(&mut self.points[point.index()]);
        }
        let free = self.free.iter_mut().find(|free| free.id == clause);
        match (free, option) {
            (Some(_), Some(option)) => Err(format!(
                "`{clause}` carries no option, so `{option}` is none of it"
            )),
            (Some(free), None) => Ok(&mut free.words),
            (None, _) => Err(no_clause(case, clause)),
        }
    }

    fn clause(
        &mut self,
        case: &Case,
        by: &Author,
        stated: &Stated<'_>,
        words: Option<Words>,
    ) -> Result<(), String> {
        let Stated { id, place, title } = *stated;
        if case.point_named(id).is_some() {
            return Err(format!("`{id}` is a point; its words come with `wording`"));
        }
        match place {
            Place::Point => return Err(format!("`{id}` is no point")),
            Place::After(point) if case.point_named(point).is_none() => {
                return Err(format!("`{point}` is no point of the case"));
            }
            Place::After(_) | Place::Preamble | Place::Annex => {}
        }
        let there = self.free.iter().position(|free| free.id == id);
        let Some(there) = there else {
            self.free.extend(words.map(|words| Free {
                id: id.to_owned(),
                place: place.clone(),
                title: title.to_owned(),
                by: by.clone(),
                words: vec![words],
            }));
            return Ok(());
        };
        let free = &mut self.free[there];
        // Title and place are for the one who put it in, and for the mediator.
        let may_move = *by == free.by || *by == Author::Mediator;
        let whole = may_move && words.is_none();
        if may_move {
            free.place = place.clone();
            title.clone_into(&mut free.title);
        }
        put(&mut free.words, by, words);
        if whole || free.words.is_empty() {
            self.free.remove(there);
        }
        Ok(())
    }
}

/// Puts in an author's words for those that were there.
fn put(there: &mut Vec<Words>, by: &Author, words: Option<Words>) {
    let place = there.iter().position(|w| w.by == *by);
    match (place, words) {
        (Some(place), Some(words)) => there[place] = words,
        (Some(place), None) => drop(there.remove(place)),
        (None, words) => there.extend(words),
    }
}

fn no_clause(case: &Case, clause: &str) -> String {
    let known = case.points.iter().map(|point| point.id.as_str());
    let meant = nearest(clause, known);
    let meant = meant.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!("`{clause}` is no clause{meant}")
}
