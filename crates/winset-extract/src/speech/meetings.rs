//! Meetings that took place, are planned, were cancelled, or are said not to have been.

use super::discourse::Discourse;
use super::participants::{Parties, attending, by_noun as parties_of, by_verb as parties_at};
use super::subject::{self, Subject};
use super::{encounters, outcome};
use crate::reading::MeetingStatus;
use crate::text::Sentence;
use crate::words;

/// So many meetings of one sentence are proposed.
const MEETINGS_MAX: usize = 3;

/// A meeting as a range of tokens.
#[derive(Debug, Clone)]
pub(crate) struct FoundMeeting {
    /// The first token.
    pub(crate) first: usize,
    /// The token after the last.
    pub(crate) end: usize,
    /// Who met.
    pub(crate) who: Vec<String>,
    /// Whom they met.
    pub(crate) whom: Vec<String>,
    /// Where.
    pub(crate) at: Option<String>,
    /// What became of it.
    pub(crate) status: MeetingStatus,
}

/// All meetings, in order. A meeting that names nobody is of those who met before.
pub(crate) fn meetings(discourse: &Discourse<'_>) -> Vec<FoundMeeting> {
    let mut found: Vec<FoundMeeting> = Vec::new();
    for sentence in &discourse.prose.sentences {
        let mut inside = by_verbs(discourse, *sentence, found.last());
        if inside.is_empty() {
            inside.extend(by_noun(discourse, *sentence));
        }
        for mut meeting in inside {
            if meeting.who.is_empty()
                && continues(discourse, &meeting)
                && let Some(last) = found.last()
            {
                meeting.who = last.who.iter().chain(&last.whom).cloned().collect();
            }
            found.push(meeting);
        }
    }
    found
}

/// "The next round", "another session": whether those of the meeting before meet again.
fn continues(discourse: &Discourse<'_>, meeting: &FoundMeeting) -> bool {
    (meeting.first..meeting.end).any(|at| {
        matches!(
            discourse.prose.lower(at),
            "the"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "another"
                | "further"
                | "next"
                | "earlier"
                | "previous"
                | "follow"
                | "their"
                | "this"
                | "that"
                | "new"
                | "last"
        ) && at < meeting.first + 3
    })
}

/// "X met Y", "X held talks with Y", "X received Y", "X and Y sat down".
fn by_verbs(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    last: Option<&FoundMeeting>,
) -> Vec<FoundMeeting> {
    let mut found: Vec<FoundMeeting> = Vec::new();
    let mut at = sentence.first;
    while at < sentence.end && found.len() < MEETINGS_MAX {
        let encounter = (discourse.prose.quote_at(at).is_none())
            .then(|| encounters::verb(discourse, at, sentence))
            .flatten();
        let Some(encounter) = encounter else {
            at += 1;
            continue;
        };
        let meeting = by_verb(discourse, sentence, at, encounter, last);
        at = encounter.after.max(at + 1);
        let Some(meeting) = meeting else { continue };
        match found.last_mut() {
            // "will meet in A and hold talks there" is one meeting.
            Some(before) if before.who == meeting.who && meeting.whom.is_empty() => {
                before.end = before.end.max(meeting.end);
            }
            Some(before) => {
                let meeting = parted(discourse, before, meeting, at);
                found.push(meeting);
            }
            None => found.push(meeting),
        }
    }
    found
}

/// Two meetings of one sentence, "X met Y on Monday and will meet Z": each with its own words.
fn parted(
    discourse: &Discourse<'_>,
    before: &mut FoundMeeting,
    meeting: FoundMeeting,
    verb: usize,
) -> FoundMeeting {
    let and = (before.first + 1..verb)
        .rev()
        .find(|at| matches!(discourse.prose.lower(*at), "and" | "," | ";" | "but"));
    let split = and
        .filter(|and| meeting.first <= *and)
        .unwrap_or(meeting.first);
    before.end = before.end.min(split.max(before.first + 1));
    FoundMeeting {
        first: meeting.first.max(split + usize::from(and == Some(split))),
        ..meeting
    }
}

fn by_verb(
    discourse: &Discourse<'_>,
    sentence: Sentence,
    verb: usize,
    encounter: encounters::Encounter,
    last: Option<&FoundMeeting>,
) -> Option<FoundMeeting> {
    let prose = discourse.prose;
    let (subject, planned) = subject_of(discourse, verb, sentence)?;
    let pronoun = subject.end == subject.first + 1
        && matches!(prose.lower(subject.first), "they" | "both" | "who");
    let told = (sentence.first..sentence.end).any(|at| outcome::is_dated(prose, at));
    if pronoun && !told && last.is_some() && !planned {
        return None;
    }
    let Parties { who, whom } = parties_at(discourse, subject, encounter, sentence, last);
    let otherwise = if planned || encounter.planned {
        MeetingStatus::Planned
    } else {
        MeetingStatus::Held
    };
    Some(FoundMeeting {
        first: clause_start(discourse, subject, sentence),
        end: clause_end(discourse, encounter.after, sentence),
        who,
        whom,
        at: place(discourse, encounter.after, sentence),
        status: outcome::status(prose, sentence, otherwise),
    })
}

/// The subject of a verb of meeting, and whether the verb speaks of what is to come: "is due to meet",
/// "hopes to meet", "flew to X to meet".
fn subject_of(
    discourse: &Discourse<'_>,
    verb: usize,
    sentence: Sentence,
) -> Option<(Subject, bool)> {
    let prose = discourse.prose;
    let mut end = verb;
    let mut planned = false;
    while end > sentence.first {
        let lower = prose.lower(end - 1);
        let leads = encounters::leads_to(lower);
        if !(words::is_auxiliary(lower) || words::is_adverb(lower) || leads) {
            break;
        }
        planned |= matches!(lower, "to" | "will" | "would" | "shall" | "may" | "might");
        end -= 1;
    }
    let over = prose.lower(verb) == "met" && prose.lower_before(verb) == "had"
        || prose.lower(sentence.first) == "no";
    let joined = prose.lower_before(end) == "and" && end > sentence.first + 1;
    if end == verb && prose.lower_before(end) == "where" || joined {
        let (first, end) = discourse
            .subjects(prose.sentence_index(verb))
            .iter()
            .map(|who| who.named)
            .find(|named| named.1 <= verb)?;
        let apposed = None;
        return Some((
            Subject {
                first,
                end,
                apposed,
            },
            planned && !over,
        ));
    }
    let relative = subject::of_relative(prose, end, sentence.first);
    let subject = relative.or_else(|| subject::before(prose, end, sentence.first))?;
    let travels = (subject.first..subject.end)
        .any(|at| encounters::travels(prose.lower(at)) && !prose.capital(at));
    let subject = if travels {
        let moves = (subject.first..subject.end)
            .find(|at| encounters::travels(prose.lower(*at)))
            .unwrap_or(subject.end);
        subject::before(prose, moves, sentence.first)?
    } else {
        subject
    };
    Some((subject, planned && !over))
}

/// "A second session ... has been called off", "The next round will be held".
fn by_noun(discourse: &Discourse<'_>, sentence: Sentence) -> Option<FoundMeeting> {
    let prose = discourse.prose;
    let outside = |at: &usize| prose.quote_at(*at).is_none();
    let noun = (sentence.first..sentence.end)
        .filter(outside)
        .find(|at| encounters::is_meeting(discourse, *at, sentence))?;
    let cue = outcome::cue(discourse, noun, sentence)?;
    let dated = (sentence.first..sentence.end).any(|at| outcome::is_dated(prose, at));
    let changed = outcome::status(prose, sentence, MeetingStatus::Held) != MeetingStatus::Held
        || outcome::is_changed(prose, sentence);
    if !(dated || changed) {
        return None;
    }
    let otherwise = if outcome::is_planned(prose, sentence) {
        MeetingStatus::Planned
    } else {
        MeetingStatus::Held
    };
    let first = (sentence.first..sentence.end).find(|at| prose.word(*at))?;
    let Parties { mut who, whom } = parties_of(discourse, noun, sentence);
    if who.is_empty() && whom.is_empty() {
        who = attending(discourse, sentence);
    }
    Some(FoundMeeting {
        first,
        end: clause_end(discourse, cue.max(noun + 1), sentence),
        who,
        whom,
        at: place(discourse, noun, sentence),
        status: outcome::status(prose, sentence, otherwise),
    })
}

/// Where the clause of a subject begins: with "On Monday" before it.
fn clause_start(discourse: &Discourse<'_>, subject: Subject, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let opener =
        (sentence.first..subject.first).all(|at| !matches!(prose.lower(at), "that" | ":" | ";"));
    let short = subject.first - sentence.first <= 8;
    let first = if opener && short {
        sentence.first
    } else {
        subject.first
    };
    (first..subject.first)
        .find(|at| prose.word(*at))
        .unwrap_or(subject.first)
}

fn clause_end(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> usize {
    let prose = discourse.prose;
    let mut end = (from..sentence.end)
        .find(|at| {
            matches!(prose.lower(*at), ";" | ":")
                || prose.quote_at(*at).is_some()
                || (prose.lower(*at) == "," && matches!(prose.lower(at + 1), "but" | "officials"))
        })
        .unwrap_or(sentence.end);
    while end > from && !prose.word(end - 1) {
        end -= 1;
    }
    end
}

/// The first "in X" or "at X" after the verb.
fn place(discourse: &Discourse<'_>, from: usize, sentence: Sentence) -> Option<String> {
    let prose = discourse.prose;
    let places = |at: &usize| {
        let occasion = (at + 1..at + 4).any(|at| {
            matches!(
                prose.lower(at),
                "level"
                    | "request"
                    | "invitation"
                    | "time"
                    | "presence"
                    | "private"
                    | "secret"
                    | "first"
                    | "days"
                    | "hopes"
                    | "order"
                    | "least"
                    | "end"
                    | "person"
                    | "talks"
            )
        });
        matches!(
            prose.lower(*at),
            "in" | "at" | "to" | "into" | "aboard" | "near" | "outside"
        ) && (prose.capital(at + 1) || words::is_determiner(prose.lower(at + 1)))
            && words::month(prose.lower(at + 1)).is_none()
            && !occasion
    };
    let at = (sentence.first..sentence.end)
        .filter(|at| prose.quote_at(*at).is_none() && (*at >= from || *at == sentence.first))
        .find(places)?;
    let subject = subject::after(prose, at + 1, sentence.end)?;
    Some(prose.words(subject.first, subject.end))
}
