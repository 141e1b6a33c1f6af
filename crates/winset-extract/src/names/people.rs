//! Persons whom a report names, and every place where it does.

use std::collections::BTreeMap;

use super::evidence::{is_evident, is_spoken, office};
use super::runs::{Run, runs};
use super::variants::is_variant;
use crate::text::Prose;
use crate::words;

/// So many persons are compared for misspelt names; more are taken as they are spelt.
const COMPARED_MAX: usize = 200;

/// So many mentions of each are looked at for the last one.
const MENTIONS_BACK: usize = 64;

/// So many persons of one surname are told apart.
const SAME_SURNAME_MAX: usize = 8;

/// A person.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// Given names in lower case, empty if unknown.
    given: String,
    /// Surname in lower case without spaces.
    surname: String,
    /// The fullest name, as written.
    pub(crate) name: String,
    /// Whether `name` has a given name, its words, its bytes.
    fullness: (bool, usize, usize),
    /// Words of office or role, as written.
    pub(crate) office: Option<String>,
    /// True for a woman, false for a man.
    pub(crate) woman: Option<bool>,
    /// What the given name makes likely.
    pub(crate) likely_woman: Option<bool>,
    /// Ranges of tokens that name this person, in order.
    pub(crate) mentions: Vec<(usize, usize)>,
    /// Spellings of the surname, in order of appearance.
    pub(crate) spellings: Vec<String>,
}

/// All persons of a report.
#[derive(Debug)]
pub(crate) struct People {
    /// In order of first sight with a full name or title.
    pub(crate) persons: Vec<Named>,
    by_surname: BTreeMap<String, Vec<usize>>,
    /// For each token: the person named there, counted from 1.
    at: Vec<usize>,
    /// Runs that name no person.
    pub(crate) others: Vec<Run>,
}

struct Parts {
    given: String,
    surname: String,
    spelling: String,
}

impl People {
    /// Finds the persons: full names first, then titles with surnames, full names of those, then bare
    /// surnames.
    pub(crate) fn new(prose: &Prose<'_>) -> Self {
        let mut people = Self {
            persons: Vec::new(),
            by_surname: BTreeMap::new(),
            at: vec![0; prose.tokens.len()],
            others: Vec::new(),
        };
        let mut rest = runs(prose);
        for round in [Round::Full, Round::Titled, Round::Titled, Round::Bare] {
            rest.retain(|run| !people.take(prose, *run, round));
        }
        for person in &mut people.persons {
            person.mentions.sort_unstable();
        }
        people.others = rest;
        people
    }

    /// The person named by the token at `at`.
    pub(crate) fn at(&self, at: usize) -> Option<usize> {
        self.at.get(at)?.checked_sub(1)
    }

    fn take(&mut self, prose: &Prose<'_>, run: Run, round: Round) -> bool {
        let Some(parts) = parts(prose, run) else {
            return false;
        };
        let titled = run.name > run.first;
        let full = !parts.given.is_empty();
        let fits = match round {
            // "the Northern Marches" is no person.
            Round::Full => {
                full && (titled
                    || (prose.lower_before(run.first) != "the" && is_evident(prose, run)))
            }
            Round::Titled => titled || (full && self.exact(&parts, run.first).is_some()),
            Round::Bare => !full && !titled,
        };
        if !fits {
            return false;
        }
        let title = prose.words(run.first, run.name).to_lowercase();
        let known = self
            .exact(&parts, run.first)
            .or_else(|| self.similar(&parts, &title, prose, run, round));
        match (known, round) {
            (None, Round::Bare) => return false,
            (Some(person), _) => self.add_mention(prose, run, &parts, person),
            (None, _) => {
                let person = self.persons.len();
                self.by_surname
                    .entry(parts.surname.clone())
                    .or_default()
                    .push(person);
                self.persons.push(Named {
                    given: parts.given.clone(),
                    surname: parts.surname.clone(),
                    name: String::new(),
                    fullness: (false, 0, 0),
                    office: None,
                    woman: None,
                    likely_woman: None,
                    mentions: Vec::new(),
                    spellings: Vec::new(),
                });
                self.add_mention(prose, run, &parts, person);
            }
        }
        true
    }

    /// A person of that surname: of several, the one named last before the token `before`.
    fn exact(&self, parts: &Parts, before: usize) -> Option<usize> {
        let same = self.by_surname.get(&parts.surname)?;
        if same.len() == 1 {
            return same
                .first()
                .copied()
                .filter(|person| agrees(&self.persons[*person].given, &parts.given));
        }
        let last = |person: &usize| {
            let mentions = self.persons[*person]
                .mentions
                .iter()
                .rev()
                .take(MENTIONS_BACK);
            mentions
                .filter(|(first, _)| *first < before)
                .map(|(first, _)| *first + 1)
                .max()
        };
        same.iter()
            .copied()
            .take(SAME_SURNAME_MAX)
            .filter(|person| agrees(&self.persons[*person].given, &parts.given))
            .min_by_key(|person| (std::cmp::Reverse(last(person)), *person))
    }

    /// A person whose surname is spelt a little otherwise.
    fn similar(
        &self,
        parts: &Parts,
        title: &str,
        prose: &Prose<'_>,
        run: Run,
        round: Round,
    ) -> Option<usize> {
        if round == Round::Bare && !is_spoken(prose, run) {
            return None;
        }
        let same_person = |person: &Named| {
            let same_title =
                || title_kind(title).is_some_and(|kind| person.name.to_lowercase().contains(kind));
            agrees(&parts.given, &person.given)
                && is_variant(&person.surname, &parts.surname, true)
                && (is_variant(&person.surname, &parts.surname, false) || same_title())
        };
        self.persons.iter().take(COMPARED_MAX).position(same_person)
    }

    fn add_mention(&mut self, prose: &Prose<'_>, run: Run, parts: &Parts, person: usize) {
        self.at[run.first..run.end].fill(person + 1);
        let named = &mut self.persons[person];
        named.mentions.push((run.first, run.end));
        if named.given.is_empty() {
            named.given.clone_from(&parts.given);
        }
        if named.likely_woman.is_none()
            && let Some(first) = (run.name..run.end).find(|at| prose.word(*at))
            && !parts.given.is_empty()
        {
            named.likely_woman = words::likely_woman(prose.lower(first));
        }
        if !named.spellings.contains(&parts.spelling) {
            named.spellings.push(parts.spelling.clone());
        }
        let name = unpossessed(&prose.words(run.first, run.end));
        let fuller = (!parts.given.is_empty(), name.split(' ').count(), name.len());
        if fuller > named.fullness {
            named.name = name;
            named.fullness = fuller;
        }
        for at in run.first.saturating_sub(1)..run.name {
            named.woman = named.woman.or(words::woman_or_man(prose.lower(at)));
        }
        if let Some((first, end)) = office(prose, run) {
            let text = prose.words(first, end);
            for at in first..end {
                named.woman = named.woman.or(words::woman_or_man(prose.lower(at))
                    .filter(|_| words::is_role(prose.lower(at))));
            }
            if named
                .office
                .as_ref()
                .is_none_or(|known| known.len() < text.len())
            {
                named.office = Some(text);
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Round {
    Full,
    Titled,
    Bare,
}

/// Given names agree if one is unknown or both are equal, or one is the other's initial.
fn agrees(a: &str, b: &str) -> bool {
    a.is_empty()
        || b.is_empty()
        || a == b
        || (a.len() == 1 && b.starts_with(a))
        || (b.len() == 1 && a.starts_with(b))
}

/// The kind of a title in the form that full and short titles share: "gen" of "general".
fn title_kind(title: &str) -> Option<&str> {
    let last = title.trim_end_matches('.').split(' ').next_back()?;
    let shared = last.get(..3).unwrap_or(last);
    (!shared.is_empty()).then_some(shared)
}

/// A name without the possessive ending.
pub(crate) fn unpossessed(name: &str) -> String {
    let name = name
        .strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(name);
    name.to_owned()
}

/// Given names and surname of a run; none if it cannot be a person's.
fn parts(prose: &Prose<'_>, run: Run) -> Option<Parts> {
    let words: Vec<String> = (run.name..run.end)
        .filter(|at| prose.word(*at))
        .map(|at| unpossessed(prose.tokens[at].text))
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let last = lower.last()?;
    let place = lower
        .iter()
        .any(|word| words::is_place_noun(word) && word != "point" && word != "ford");
    if words.len() > 5 || words::is_body(last) || (place && run.name == run.first) {
        return None;
    }
    if words[0].chars().next().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let particle = lower
        .iter()
        .take(lower.len() - 1)
        .position(|word| words::is_particle(word));
    let split = particle.unwrap_or(words.len() - 1);
    Some(Parts {
        given: lower[..split].concat(),
        surname: lower[split..].concat(),
        spelling: words[split..].join(" "),
    })
}
