//! Small words that hold English sentences together.

use super::table::listed;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const DETERMINER_WORDS: [&str; 27] = [
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "my",
    "no", "one", "our", "several", "some", "that", "the", "their", "these", "this", "those",
    "three", "two", "your",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const PREPOSITION_WORDS: [&str; 40] = [
    "about", "above", "across", "after", "against", "along", "among", "around", "at", "before",
    "behind", "below", "beside", "between", "by", "despite", "during", "following", "for", "from",
    "in", "inside", "into", "near", "of", "on", "onto", "outside", "over", "per", "since",
    "through", "to", "toward", "towards", "under", "until", "with", "within", "without",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const AUXILIARY_WORDS: [&str; 51] = [
    "again", "already", "also", "always", "angrily", "are", "be", "been", "can", "continued",
    "continues", "could", "did", "do", "does", "earlier", "even", "first", "flatly", "further",
    "had", "has", "have", "immediately", "is", "just", "later", "may", "might", "must", "never",
    "not", "now", "once", "only", "publicly", "quickly", "repeatedly", "reportedly", "separately",
    "should", "simply", "since", "still", "subsequently", "then", "to", "was", "were", "will",
    "would",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const PAST_VERB_WORDS: [&str; 122] = [
    "are", "arose", "ate", "bade", "became", "began", "blew", "bought", "broke", "brought", "built",
    "burst", "came", "caught", "chose", "clung", "crept", "cut", "dealt", "did", "does", "drank",
    "drew", "drove", "dug", "fed", "fell", "felt", "fled", "flew", "flung", "forbade", "forgave",
    "forgot", "fought", "found", "froze", "gave", "got", "grew", "had", "has", "have", "heard",
    "held", "hid", "hit", "holds", "hung", "is", "kept", "knelt", "knew", "laid", "leapt", "led",
    "left", "lit", "lost", "made", "meant", "met", "outlined", "overcame", "overheard", "overtook",
    "paid", "put", "quit", "ran", "rang", "remains", "rode", "rose", "said", "sang", "sank", "sat",
    "saw", "sent", "set", "shook", "shot", "shrank", "shut", "slept", "slid", "sold", "sought",
    "spat", "spent", "spoke", "sprang", "stole", "stood", "strode", "strove", "struck", "stuck",
    "swam", "swept", "swore", "swung", "taught", "thought", "threw", "told", "took", "tore",
    "understood", "undertook", "upheld", "wants", "was", "went", "wept", "were", "withdrew", "woke",
    "won", "wore", "wrote",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const FUNCTION_WORDS: [&str; 86] = [
    "according", "almost", "and", "april", "asked", "august", "back", "contrary", "december",
    "don't", "dozens", "earlier", "eight", "february", "first", "five", "four", "friday", "here",
    "him", "how", "however", "hundreds", "i'm", "i've", "it's", "january", "july", "june", "last",
    "later", "let", "march", "me", "meanwhile", "monday", "more", "most", "nearly", "neither",
    "next", "nine", "nobody", "none", "not", "november", "now", "october", "officials", "once",
    "only", "or", "participants", "people", "perhaps", "reports", "residents", "saturday", "second",
    "september", "seven", "six", "so-called", "speaking", "such", "sunday", "ten", "them", "then",
    "there", "third", "thousands", "thursday", "today", "tomorrow", "tonight", "tuesday", "us",
    "villagers", "we'll", "wednesday", "what", "why", "witnesses", "yes", "yesterday",
];

/// Articles, possessives, demonstratives.
pub(crate) fn is_determiner(lower: &str) -> bool {
    listed(&DETERMINER_WORDS, lower)
}

/// Personal pronouns that can be a subject.
pub(crate) fn is_pronoun(lower: &str) -> bool {
    matches!(
        lower,
        "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who"
    )
}

/// Prepositions, and adverbs that open a sentence like them.
pub(crate) fn is_preposition(lower: &str) -> bool {
    listed(&PREPOSITION_WORDS, lower)
}

/// Words at which a clause begins anew.
pub(crate) fn is_clause_start(lower: &str) -> bool {
    matches!(
        lower,
        "that"
            | "but"
            | "though"
            | "although"
            | "while"
            | "because"
            | "when"
            | "if"
            | "whether"
            | "as"
            | "which"
            | "who"
            | "where"
            | "than"
            | "whose"
            | "unless"
            | "nor"
            | "so"
            | "whom"
            | "yet"
    )
}

/// Auxiliaries and adverbs between a subject and its verb.
pub(crate) fn is_auxiliary(lower: &str) -> bool {
    listed(&AUXILIARY_WORDS, lower)
}

/// Common verbs of reports in the past or present, beside those of saying.
pub(crate) fn is_past_verb(lower: &str) -> bool {
    listed(&PAST_VERB_WORDS, lower)
        || (lower.len() > 4
            && lower.ends_with("ed")
            && !matches!(lower, "united" | "need" | "indeed" | "armed" | "hundred"))
}

/// Words that begin sentences with a capital without being names.
pub(crate) fn is_function_word(lower: &str) -> bool {
    is_determiner(lower)
        || is_pronoun(lower)
        || is_preposition(lower)
        || is_clause_start(lower)
        || listed(&FUNCTION_WORDS, lower)
}

/// Adverbs in "-ly".
pub(crate) fn is_adverb(lower: &str) -> bool {
    lower.len() > 4
        && lower.ends_with("ly")
        && !matches!(
            lower,
            "july"
                | "italy"
                | "family"
                | "assembly"
                | "rally"
                | "reply"
                | "supply"
                | "anomaly"
                | "early"
                | "daily"
                | "weekly"
                | "monthly"
                | "elderly"
                | "friendly"
                | "belly"
                | "butterfly"
                | "monopoly"
                | "homily"
                | "apply"
                | "comply"
                | "imply"
        )
}
