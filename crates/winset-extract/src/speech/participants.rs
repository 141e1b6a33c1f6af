//! Who met whom.

use super::discourse::Discourse;
use super::encounters::Encounter;
use super::meetings::FoundMeeting;
use super::subject::{self, Subject};
use crate::text::Sentence;
use crate::words;

/// How far after a noun those who take part are looked for.
const LINK_REACH: usize = 10;

/// How many sentences back "the two men" are looked for.
const SENTENCES_BACK: usize = 16;

/// Two sides of a meeting; a joint subject is all in `who`.
#[derive(Debug)]
pub(super) struct Parties {
    pub(super) who: Vec<String>,
    pub(super) whom: Vec<String>,
}

/// Who met by a verb with that subject.
pub(super) fn by_verb(
    discourse: &Discourse<'_>,
    subject: Subject,
    encounter: Encounter,
    sentence: Sentence,
    last: Option<&FoundMeeting>,
) -> Parties {
    let whom = whom(discourse, encounter.after, sentence);
    let who = if points_at_two(discourse, subject) {
        let known = last
            .map(|last| last.who.iter().chain(&last.whom).cloned().collect())
            .filter(|names: &Vec<String>| names.len() == 2);
        known
            .or_else(|| last_two(discourse, subject.first))
            .unwrap_or_else(|| names(discourse, subject))
    } else {
        names(discourse, subject)
    };
    let mut whom = whom
        .map(|subject| names(discourse, subject))
        .unwrap_or_default();
    whom.retain(|name| words::month(&name.to_lowercase()).is_none());
    // "with the general and the mayor"
    if let Some(first) = whom.first().cloned()
        && whom.len() == 1
    {
        whom.extend(
            second_whom(discourse, encounter.after, sentence).filter(|name| *name != first),
        );
    }
    Parties { who, whom }
}

/// "the two men", "the pair", "they": those who were named before.
fn points_at_two(discourse: &Discourse<'_>, subject: Subject) -> bool {
    let prose = discourse.prose;
    let last = prose.lower_before(subject.end);
    let length = subject.end - subject.first;
    let first = prose.lower(subject.first);
    (length == 1 && matches!(first, "they" | "both"))
        || (matches!(last, "pair" | "duo") && length <= 2)
        || (length <= 3
            && (subject.first..subject.end).any(|at| prose.lower(at) == "two")
            && matches!(
                last,
                "men"
                    | "women"
                    | "principals"
                    | "two"
                    | "politicians"
                    | "leaders"
                    | "rivals"
                    | "ministers"
                    | "adversaries"
                    | "presidents"
            ))
}

/// The two persons named last before `before`.
fn last_two(discourse: &Discourse<'_>, before: usize) -> Option<Vec<String>> {
    let prose = discourse.prose;
    let index = prose.sentence_index(before);
    let start = prose
        .sentences
        .get(index.saturating_sub(SENTENCES_BACK))
        .map_or(0, |sentence| sentence.first);
    let mut persons: Vec<usize> = Vec::new();
    for person in (start..before)
        .rev()
        .filter(|at| prose.quote_at(*at).is_none())
        .filter_map(|at| discourse.people.at(at))
    {
        if !persons.contains(&person) {
            persons.push(person);
        }
        if persons.len() == 2 {
            let name = |person: &usize| discourse.people.persons[*person].name.clone();
            return Some(persons.iter().rev().map(name).collect());
        }
    }
    None
}

/// Who takes part: "of both sides", "between X and Y", "by X", "with X", "the commanders' meeting".
pub(super) fn by_noun(discourse: &Discourse<'_>, noun: usize, sentence: Sentence) -> Parties {
    let prose = discourse.prose;
    let empty = Parties {
        who: Vec::new(),
        whom: Vec::new(),
    };
    let owner = (sentence.first..noun)
        .rev()
        .take(3)
        .find(|at| prose.possessive(*at));
    if let Some(owner) = owner {
        let mut first = owner;
        while first > sentence.first
            && (prose.capital(first - 1) || words::is_determiner(prose.lower(first - 1)))
        {
            first -= 1;
        }
        return Parties {
            who: vec![name(
                discourse,
                Subject {
                    first,
                    end: owner + 1,
                    apposed: None,
                },
            )],
            ..empty
        };
    }
    let with = (noun + 1..sentence.end.min(noun + LINK_REACH))
        .take_while(|at| prose.quote_at(*at).is_none())
        .find(|at| prose.lower(*at) == "with");
    let link = (noun + 1..sentence.end.min(noun + LINK_REACH))
        .take_while(|at| prose.quote_at(*at).is_none() && prose.lower(*at) != ",")
        .find(|at| {
            matches!(prose.lower(*at), "of" | "between" | "by")
                && !words::is_meeting_noun(prose.lower(at + 1))
                && prose.lower(at + 1) != "experts"
                && prose.lower_before(*at) != "because"
        });
    let whom = with
        .and_then(|with| subject::after(prose, with + 1, sentence.end))
        .map(|subject| names(discourse, subject))
        .unwrap_or_default();
    let Some(subject) = link.and_then(|link| subject::after(prose, link + 1, sentence.end)) else {
        return Parties { whom, ..empty };
    };
    let mut who = vec![name(discourse, subject)];
    if link.is_some_and(|link| prose.lower(link) == "between") && prose.lower(subject.end) == "and"
    {
        let other = subject::after(prose, subject.end + 1, sentence.end);
        who.extend(other.map(|other| name(discourse, other)));
    }
    if matches!(who[0].as_str(), "the two" | "them" | "both") {
        who.clear();
    }
    Parties { who, whom }
}

/// "X and Y attended" in the sentence after a meeting that names nobody.
pub(super) fn attending(discourse: &Discourse<'_>, sentence: Sentence) -> Vec<String> {
    let prose = discourse.prose;
    let Some(next) = prose
        .sentences
        .get(prose.sentence_index(sentence.first) + 1)
    else {
        return Vec::new();
    };
    let verb = (next.first..next.end).find(|at| {
        matches!(prose.lower(*at), "attended" | "participated")
            || (prose.lower(*at) == "took" && prose.lower(at + 1) == "part")
    });
    verb.and_then(|verb| subject::before(prose, verb, next.first))
        .map(|subject| names(discourse, subject))
        .unwrap_or_default()
}

/// Whom they met, after the verb.
fn whom(discourse: &Discourse<'_>, after: usize, sentence: Sentence) -> Option<Subject> {
    let prose = discourse.prose;
    let with = (after..sentence.end.min(after + 12))
        .take_while(|at| !matches!(prose.lower(*at), ";" | ":" | "and" | "who" | "that"))
        .find(|at| prose.lower(*at) == "with" && prose.quote_at(*at).is_none());
    let first = match with {
        Some(with) => with + 1,
        None if matches!(prose.lower(after), "again" | "for") => after + 1,
        None => after,
    };
    let lower = prose.lower(first);
    let time = words::is_preposition(lower)
        || words::weekday(lower).is_some()
        || words::month(lower).is_some() && prose.capital(first)
        || words::is_adverb(lower)
        || matches!(
            lower,
            "again"
                | "weekly"
                | "daily"
                | "secretly"
                | "here"
                | "there"
                | ""
                | "yesterday"
                | "today"
                | "tomorrow"
                | "last"
                | "next"
                | "once"
                | "twice"
                | "face"
                | "that"
                | "late"
                | "early"
                | "as"
                | "together"
                | "and"
                | "when"
        )
        || prose.lower(first + 1) == "time"
        || prose.lower(first + 2) == "time";
    if time || !prose.word(first) {
        return None;
    }
    subject::after(prose, first, sentence.end)
}

/// The second of "the general and the mayor".
fn second_whom(discourse: &Discourse<'_>, after: usize, sentence: Sentence) -> Option<String> {
    let prose = discourse.prose;
    let first = whom(discourse, after, sentence)?;
    let and = first.apposed.map_or(first.end, |(_, end)| end);
    let opens = words::is_determiner(prose.lower(and + 1)) || prose.capital(and + 1);
    if prose.lower(and) != "and" || !opens {
        return None;
    }
    subject::after(prose, and + 1, sentence.end).map(|other| name(discourse, other))
}

/// The names of a subject, each of "X and the Y" apart.
fn names(discourse: &Discourse<'_>, subject: Subject) -> Vec<String> {
    let prose = discourse.prose;
    let splits = |at: &usize| {
        prose.lower(*at) == "and"
            && (words::is_determiner(prose.lower(at + 1))
                || words::is_pronoun(prose.lower_before(*at))
                || discourse.people.at(at - 1).is_some()
                || discourse.people.at(at + 1).is_some())
    };
    match (subject.first + 1..subject.end).find(splits) {
        Some(and) => {
            let left = Subject {
                first: subject.first,
                end: and,
                apposed: None,
            };
            let right = Subject {
                first: and + 1,
                ..subject
            };
            vec![name(discourse, left), name(discourse, right)]
        }
        None => vec![name(discourse, subject)],
    }
}

/// The person that the words name or a pronoun stands for; the words themselves otherwise.
fn name(discourse: &Discourse<'_>, subject: Subject) -> String {
    let who = discourse.who(subject);
    if who.we {
        return discourse.name(&who);
    }
    let named = who.named != (subject.first, subject.end)
        || (subject.first..subject.end).any(|at| discourse.people.at(at).is_some());
    let pronoun = subject.end == subject.first + 1;
    match who.person.filter(|_| named || pronoun) {
        Some(person) => discourse.people.persons[person].name.clone(),
        None if pronoun => discourse.prose.words(who.full.0, who.full.1),
        None => {
            let mut end = subject.end;
            while end > subject.first + 1 && words::is_adverb(discourse.prose.lower(end - 1)) {
                end -= 1;
            }
            discourse.prose.words(subject.first, end)
        }
    }
}
