//! Word lists of English news writing.

mod answers;
mod given;
mod grammar;
mod groups;
mod names;
mod quantities;
mod saying;
mod table;
mod time;

pub(crate) use answers::{
    accepts, asks_others, is_assertion, is_concession, is_meeting_noun, is_offered,
    is_proposal_noun, offers, refuses,
};
pub(crate) use given::{is_given_name, likely_woman};
pub(crate) use grammar::{
    is_adverb, is_auxiliary, is_clause_start, is_determiner, is_function_word, is_past_verb,
    is_preposition, is_pronoun,
};
pub(crate) use groups::{is_delegation, is_document, is_medium, is_nameless, is_thing_named};
pub(crate) use names::{
    is_body, is_department, is_particle, is_person_title, is_place_noun, is_plain_title, is_role,
    is_short_title, woman_or_man,
};
pub(crate) use quantities::{is_measure, is_mere_reference, is_money, is_unit_before};
pub(crate) use saying::{
    is_noun_form, is_participle, is_utterance, judges, opens_no_clause, saying, takes_bare_clause,
    voices,
};
pub(crate) use time::{month, ordinal, weekday};
