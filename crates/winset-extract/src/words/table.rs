//! Sorted tables of words.

/// Whether a sorted table has the word.
pub(super) fn listed(table: &[&str], lower: &str) -> bool {
    table.binary_search(&lower).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::{answers, given, grammar, names, quantities, saying};

    #[test]
    fn tables_are_sorted() {
        let tables: [&[&str]; 31] = [
            &saying::SAID_VERBS,
            &saying::CLAIMED_VERBS,
            &saying::DENIED_VERBS,
            &saying::CONFIRMED_VERBS,
            &saying::VOICE_VERBS,
            &saying::JUDGING_VERBS,
            &saying::NOUN_FORMS,
            &saying::UTTERANCE_NOUNS,
            &saying::BARE_CLAUSE_VERBS,
            &saying::NO_CLAUSE_OPENERS,
            &answers::OFFERS_WORDS,
            &answers::CONCESSION_WORDS,
            &grammar::DETERMINER_WORDS,
            &grammar::PREPOSITION_WORDS,
            &grammar::AUXILIARY_WORDS,
            &grammar::PAST_VERB_WORDS,
            &grammar::FUNCTION_WORDS,
            &given::WOMENS_NAMES,
            &given::MENS_NAMES,
            &names::SHORT_TITLE_WORDS,
            &names::PERSON_TITLE_WORDS,
            &names::DEPARTMENT_WORDS,
            &names::ROLES,
            &names::OFFICE_NOUN_WORDS,
            &names::BODIES,
            &names::PLACE_NOUN_WORDS,
            &names::PARTICLE_WORDS,
            &quantities::MEASURE_WORDS,
            &quantities::MONEY_WORDS,
            &quantities::MERE_REFERENCE_WORDS,
            &quantities::UNIT_BEFORE_WORDS,
        ];
        for table in tables {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
