//! What is spoken of from sentence to sentence, so that "she" and "the minister" find their person.

use super::attribution;
use super::openings::{issuing_office, main_clause, opening_subject};
use super::subject::{self, Subject};
use crate::markup::Readable;
use crate::names::People;
use crate::reading::Speaker;
use crate::text::{Prose, Sentence};
use crate::words;

/// How many sentences back a pronoun is followed.
const SENTENCES_BACK: usize = 8;

/// How far before "answer" its owner is looked for: "X's short answer".
const OWNER_REACH: usize = 3;

/// So many verbs of one sentence are looked at.
const VERBS_MAX: usize = 12;

/// Somebody or something that a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Who {
    /// The person, if one is named.
    pub(crate) person: Option<usize>,
    /// The words that stand there.
    pub(crate) named: (usize, usize),
    /// The words that say most: those of the antecedent for a pronoun.
    pub(crate) full: (usize, usize),
    /// Whether it is somebody who can be "he" or "she".
    pub(crate) somebody: bool,
    /// Whether it is the issuing office speaking as "we".
    pub(crate) we: bool,
    woman: Option<bool>,
}

/// Subjects of all sentences, pronouns resolved.
#[derive(Debug)]
pub(crate) struct Discourse<'a> {
    /// The text.
    pub(crate) prose: &'a Prose<'a>,
    /// The persons.
    pub(crate) people: &'a People,
    women: Vec<Option<bool>>,
    subjects: Vec<Vec<Who>>,
    office: Option<String>,
}

impl<'a> Discourse<'a> {
    /// Reads the subjects of all sentences in order.
    pub(crate) fn new(prose: &'a Prose<'a>, people: &'a People) -> Self {
        let mut discourse = Self {
            prose,
            people,
            women: people.persons.iter().map(|person| person.woman).collect(),
            subjects: Vec::with_capacity(prose.sentences.len()),
            office: issuing_office(prose),
        };
        for sentence in &prose.sentences {
            discourse.subjects.push(Vec::new());
            discourse.read(*sentence);
        }
        discourse
    }

    /// Reads the subjects of a sentence from its start, so that a pronoun finds whoever stands before it.
    fn read(&mut self, sentence: Sentence) {
        let prose = self.prose;
        let outside = |at: &usize| prose.quote_at(*at).is_none();
        let from = main_clause(prose, sentence);
        let main = (from..sentence.end).filter(outside).find(|at| {
            !prose.capital(*at)
                && !(matches!(prose.lower(*at), "named" | "known" | "born" | "based")
                    && (prose.capital(at + 1) || words::is_preposition(prose.lower(at + 1))))
                && (words::is_past_verb(prose.lower(*at))
                    || words::refuses(prose.lower(*at))
                    || words::accepts(prose.lower(*at))
                    || words::is_auxiliary(prose.lower(*at)) && prose.lower(*at) != "to")
        });
        let speaking: Vec<usize> = (from..sentence.end)
            .filter(outside)
            .filter(|at| self.speaks(*at))
            .take(VERBS_MAX)
            .collect();
        let mut told = Vec::new();
        let opens = main.is_some_and(|main| speaking.first().is_none_or(|verb| main < *verb));
        if opens {
            let subject = main.and_then(|verb| subject::before(prose, verb, sentence.first));
            self.remember(subject);
        }
        for verb in speaking {
            let beside = prose.quote_at(verb.saturating_sub(1)).is_some();
            let subject = if attribution::is_according(self, verb) {
                subject::after(prose, verb + 2, sentence.end)
            } else if beside {
                subject::after(prose, verb + 1, sentence.end)
            } else {
                subject::before(prose, verb, sentence.first)
            };
            told.extend(self.remember(subject));
        }
        let subject = main.and_then(|verb| subject::before(prose, verb, sentence.first));
        let opening = opening_subject(self.people, prose, sentence);
        let main = self.remember(subject.or(opening));
        // "A woman he does not know": whoever opens the sentence is spoken of, too.
        let opening = opening.filter(|opening| {
            subject.is_some_and(|subject| subject.first >= opening.end) && from == sentence.first
        });
        let opening = self.remember(opening);
        // Those of verbs of saying first, the last first.
        told.reverse();
        told.extend(main);
        told.extend(opening);
        if let Some(last) = self.subjects.last_mut() {
            *last = told;
        }
    }

    /// Whether somebody speaks with the verb at `at`.
    fn speaks(&self, at: usize) -> bool {
        let lower = self.prose.lower(at);
        let saying = words::saying(lower).is_some()
            && !words::is_participle(lower)
            && self.prose.lower_before(at) != "to"
            && !attribution::is_noun(self, at)
            && (!attribution::is_passive(self, at) || attribution::lets_speak(self, at));
        saying || attribution::is_according(self, at)
    }

    fn remember(&mut self, subject: Option<Subject>) -> Option<Who> {
        let who = self.who(subject?);
        if let Some(person) = who.person {
            self.women[person] = self.women[person].or(who.woman);
        }
        if let Some(last) = self.subjects.last_mut() {
            last.push(who);
        }
        Some(who)
    }

    /// The subjects of the sentence `index`, those of verbs of saying first.
    pub(crate) fn subjects(&self, index: usize) -> &[Who] {
        self.subjects.get(index).map_or(&[], Vec::as_slice)
    }

    /// Whom a subject names.
    pub(crate) fn who(&self, subject: Subject) -> Who {
        let Subject {
            first,
            end,
            apposed,
        } = subject;
        let plain = Who {
            person: None,
            named: (first, end),
            full: (first, end),
            somebody: false,
            we: false,
            woman: None,
        };
        let beside = apposed.and_then(|(first, end)| self.person_in(first, end));
        if let Some((person, range)) = self.person_in(first, end).or(beside) {
            return self.named_person(person, range);
        }
        if end == first + 1 && words::is_pronoun(self.prose.lower(first)) {
            return self.pronoun(first).unwrap_or(plain);
        }
        if let Some(person) = self.office_holder(first, end) {
            return Who {
                named: (first, end),
                ..self.named_person(person, (first, end))
            };
        }
        let role = (first..end)
            .find(|at| words::is_role(self.prose.lower(*at)) && !self.prose.possessive(*at));
        let woman = (first..end).find_map(|at| {
            words::woman_or_man(self.prose.lower(at))
                .filter(|_| words::is_role(self.prose.lower(at)))
        });
        Who {
            somebody: role.is_some(),
            woman,
            ..plain
        }
    }

    fn named_person(&self, person: usize, range: (usize, usize)) -> Who {
        Who {
            person: Some(person),
            named: range,
            full: range,
            somebody: true,
            we: false,
            woman: self.women[person],
        }
    }

    /// The person whom the words `first..end` name, not as an owner or after "of".
    fn person_in(&self, first: usize, end: usize) -> Option<(usize, (usize, usize))> {
        let mut at = first;
        while at < end {
            let Some(person) = self.people.at(at) else {
                at += 1;
                continue;
            };
            let start = at;
            while at < end && self.people.at(at) == Some(person) {
                at += 1;
            }
            let before = self.prose.lower_before(start);
            let owned = self.prose.possessive(at - 1);
            let inside = start > first
                && matches!(
                    before,
                    "of" | "for" | "by" | "to" | "with" | "from" | "at" | "in" | "near"
                );
            if !owned && !inside {
                return Some((person, (start, at)));
            }
        }
        None
    }

    /// The person whose office "the minister" names: the one named last.
    fn office_holder(&self, first: usize, end: usize) -> Option<usize> {
        let prose = self.prose;
        if !matches!(prose.lower(first), "the" | "our" | "its")
            || end - first < 2
            || end - first > 4
        {
            return None;
        }
        let noun = prose.lower(end - 1);
        if !words::is_role(noun) || (first..end).any(|at| prose.possessive(at)) {
            return None;
        }
        let holds = |person: &usize| {
            let named = &self.people.persons[*person];
            let in_words = |text: &str| text.to_lowercase().split(' ').any(|word| word == noun);
            named.office.as_deref().is_some_and(in_words) || in_words(&named.name)
        };
        let mut holders: Vec<usize> = Vec::new();
        for index in (0..=prose.sentence_index(first))
            .rev()
            .take(4 * SENTENCES_BACK)
        {
            let sentence = prose.sentences.get(index)?;
            let end = sentence.end.min(first);
            holders.extend(
                (sentence.first..end)
                    .rev()
                    .filter_map(|at| self.people.at(at))
                    .filter(holds),
            );
            if let Some(holder) = holders.first() {
                return Some(*holder);
            }
        }
        None
    }

    fn pronoun(&self, at: usize) -> Option<Who> {
        let lower = self.prose.lower(at);
        let wanted = match lower {
            "he" | "his" => Wanted::Somebody(false),
            "she" | "her" => Wanted::Somebody(true),
            "we" if self.prose.quote_at(at).is_none() => {
                return Some(Who {
                    person: None,
                    named: (at, at + 1),
                    full: (at, at + 1),
                    somebody: false,
                    we: true,
                    woman: None,
                });
            }
            "it" | "its" => Wanted::Something,
            "they" | "their" => Wanted::Several,
            _ => return None,
        };
        let found = self.antecedent(at, wanted)?;
        let woman = if let Wanted::Somebody(woman) = wanted {
            Some(woman)
        } else {
            None
        };
        Some(Who {
            named: (at, at + 1),
            woman: found.woman.or(woman),
            ..found
        })
    }

    /// Whom a pronoun in `first..end` names: "What does she make of it?"
    pub(crate) fn asked(&self, first: usize, end: usize) -> Option<Who> {
        (first..end)
            .filter(|at| matches!(self.prose.lower(*at), "he" | "she"))
            .find_map(|at| self.pronoun(at))
            .filter(|who| who.full != who.named || who.person.is_some())
    }

    /// Whose words the noun at `noun` names: "X's answer", "her answer", "the answer of X".
    pub(crate) fn owner(&self, noun: usize, from: usize) -> Option<Who> {
        let prose = self.prose;
        if prose.lower(noun + 1) == "of" {
            let subject = subject::after(prose, noun + 2, prose.sentence_at(noun).end)?;
            return Some(self.who(subject));
        }
        let owner = (from..noun).rev().take(OWNER_REACH).find(|at| {
            prose.possessive(*at) || matches!(prose.lower(*at), "his" | "her" | "their" | "its")
        })?;
        if !prose.possessive(owner) {
            return self.pronoun(owner);
        }
        if let Some(person) = self.people.at(owner) {
            let mut first = owner;
            while first > from && self.people.at(first - 1) == Some(person) {
                first -= 1;
            }
            return Some(self.named_person(person, (first, owner + 1)));
        }
        let subject = subject::before(prose, owner + 1, from)?;
        Some(self.who(subject))
    }

    fn antecedent(&self, at: usize, wanted: Wanted) -> Option<Who> {
        let index = self.prose.sentence_index(at);
        let asked = match wanted {
            Wanted::Somebody(woman) => Some(woman),
            Wanted::Something | Wanted::Several => None,
        };
        let mut unlikely = None;
        for back in (0..=index).rev().take(SENTENCES_BACK) {
            let sentence = self.prose.sentences.get(back)?;
            let end = sentence.end.min(at);
            let named = (sentence.first..end)
                .rev()
                .filter(|_| back < index)
                .filter_map(|at| {
                    let person = self
                        .people
                        .at(at)
                        .filter(|_| self.prose.quote_at(at).is_none())?;
                    Some(self.named_person(person, (at, at + 1)))
                });
            let subjects = self.subjects(back).iter().copied();
            let spoken_of = subjects
                .filter(|who| who.named.1 <= at && who.full.1 <= at)
                .chain(named);
            let fitting: Vec<Who> = spoken_of.filter(|who| self.fits(who, wanted)).collect();
            // Whoever is known to be a woman is "she" before anybody who may be one.
            let sure = fitting.iter().find(|who| self.is_known(who));
            let likely = fitting.iter().find(|who| self.likely(who) == asked);
            if let Some(who) = sure.or(likely).or(fitting.first()) {
                if self.is_known(who)
                    || asked.is_none()
                    || self.likely(who).is_none_or(|likely| Some(likely) == asked)
                {
                    return Some(*who);
                }
                unlikely = unlikely.or(Some(*who));
            }
        }
        unlikely
    }

    /// What the given name makes likely of somebody.
    fn likely(&self, who: &Who) -> Option<bool> {
        self.people.persons[who.person?].likely_woman
    }

    fn is_known(&self, who: &Who) -> bool {
        who.person
            .map_or(who.woman, |person| self.women[person].or(who.woman))
            .is_some()
    }

    fn fits(&self, who: &Who, wanted: Wanted) -> bool {
        match wanted {
            Wanted::Somebody(woman) => {
                let known = who
                    .person
                    .map_or(who.woman, |person| self.women[person].or(who.woman));
                who.somebody && known.is_none_or(|known| known == woman)
            }
            // "one banner" is not "they".
            Wanted::Several
                if matches!(self.prose.lower(who.full.0), "one" | "a" | "an")
                    && !words::is_body(self.prose.lower_before(who.full.1)) =>
            {
                false
            }
            Wanted::Something | Wanted::Several => {
                let (first, end) = who.full;
                let pronoun = end == first + 1 && words::is_pronoun(self.prose.lower(first));
                let empty = matches!(
                    self.prose.lower(first),
                    "there" | "nothing" | "nobody" | "none" | "that" | "this" | "what"
                );
                !who.somebody && !who.we && !pronoun && !empty && self.prose.word(first)
            }
        }
    }

    /// The fullest name: the person's, the office's for "we", the words otherwise.
    pub(crate) fn name(&self, who: &Who) -> String {
        let words = |(first, end): (usize, usize)| self.prose.words(first, end);
        match who.person {
            Some(person) => self.people.persons[person].name.clone(),
            None if who.we => self.office.clone().unwrap_or_else(|| words(who.named)),
            None => words(who.full),
        }
    }

    /// What a reader is told about the speaker.
    pub(crate) fn speaker(&self, who: &Who, readable: &Readable) -> Speaker {
        let (start, end) = self.prose.bytes(who.named.0, who.named.1);
        let named = self.prose.words(who.named.0, who.named.1);
        let person = who.person.map(|person| &self.people.persons[person]);
        let name = self.name(who);
        Speaker {
            named,
            name,
            office: person.and_then(|person| person.office.clone()),
            place: readable.place(start, end),
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// "she" if true, "he" if false.
    Somebody(bool),
    /// "it".
    Something,
    /// "they".
    Several,
}
