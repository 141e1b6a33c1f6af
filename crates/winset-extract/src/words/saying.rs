//! Verbs of saying and what they say about truth.

use super::table::listed;
use crate::reading::SpeechClass;

/// Sorted, for [`listed`]. Forms that leave truth open.
#[rustfmt::skip]
pub(super) const SAID_VERBS: [&str; 270] = [
    "added", "adding", "adds", "advised", "advises", "affirmed", "affirms", "announced",
    "announces", "announcing", "answered", "apologised", "apologises", "apologized", "apologizes",
    "appealed", "asked", "asking", "asks", "barked", "began", "begged", "believe", "believed",
    "believes", "boasted", "boasts", "branded", "cabled", "called", "calling", "calls", "cautioned",
    "cautioning", "cautions", "characterised", "characterized", "chided", "clarified", "clarifies",
    "commented", "complained", "complaining", "complains", "conceded", "concedes", "conceding",
    "concluded", "concludes", "condemned", "condemns", "confessed", "confesses", "confided",
    "confides", "congratulated", "continued", "corrected", "countered", "counters", "cried",
    "criticised", "criticises", "criticized", "criticizes", "crowed", "declared", "declares",
    "declaring", "decried", "demanded", "demanding", "demands", "denounced", "denounces",
    "deplored", "deplores", "described", "describes", "describing", "disclosed", "discloses",
    "dubbed", "echoed", "elaborated", "emailed", "emphasised", "emphasises", "emphasized",
    "emphasizes", "enquired", "estimate", "estimated", "estimates", "exclaimed", "exclaims",
    "expects", "explained", "explaining", "explains", "feared", "fears", "felt", "forecast",
    "fumed", "fumes", "gloated", "growled", "grumbled", "grumbles", "hailed", "hinted", "hints",
    "hoped", "informed", "informing", "informs", "inquired", "instructed", "interjected", "joked",
    "jokes", "joking", "labeled", "labelled", "lambasted", "lamented", "laments", "mocked",
    "murmured", "mused", "muses", "muttered", "mutters", "noted", "notes", "noting", "observed",
    "observes", "observing", "opined", "opines", "pleaded", "pleads", "pledged", "pledges",
    "pointed", "portrayed", "posted", "praised", "praises", "predicted", "predicting", "predicts",
    "proclaimed", "proclaims", "promised", "promises", "promising", "protested", "put", "quipped",
    "quips", "quoted", "quotes", "radioed", "read", "reads", "reassured", "reassures", "recalled",
    "recalling", "recalls", "reckoned", "reckons", "recommended", "recommends", "recounted",
    "recounts", "reiterated", "reiterates", "related", "remarked", "remarking", "remarks",
    "remembered", "remembers", "reminded", "reminds", "repeated", "replied", "replies", "replying",
    "report", "reported", "reporting", "reports", "responded", "responding", "responds", "retorted",
    "retorts", "revealed", "revealing", "reveals", "ridiculed", "said", "say", "saying", "says",
    "scoffed", "scoffs", "screamed", "shouted", "signaled", "signalled", "slammed", "snapped",
    "snaps", "sneered", "specified", "specifies", "stated", "states", "stating", "stressed",
    "stresses", "stressing", "suggested", "suggesting", "suggests", "summarised", "summarized",
    "swears", "swore", "teased", "telegraphed", "tell", "telling", "tells", "termed", "testified",
    "testifies", "texted", "thanked", "thinks", "thought", "thundered", "told", "tweeted", "urged",
    "urges", "urging", "ventured", "volunteered", "vowed", "vowing", "vows", "warned", "warning",
    "warns", "went", "whispered", "whispers", "wondered", "wonders", "writes", "writing", "wrote",
    "yelled",
];

/// Sorted, for [`listed`]. The report keeps its distance.
#[rustfmt::skip]
pub(super) const CLAIMED_VERBS: [&str; 31] = [
    "accused", "accuses", "accusing", "alleged", "alleges", "alleging", "argued", "argues",
    "arguing", "asserted", "asserting", "asserts", "blamed", "blames", "blaming", "charged",
    "claim", "claimed", "claiming", "claims", "contended", "contending", "contends", "insinuated",
    "insisted", "insisting", "insists", "maintained", "maintaining", "maintains", "purported",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const DENIED_VERBS: [&str; 10] = [
    "denied", "denies", "deny", "denying", "disputed", "disputes", "disputing", "rebutted",
    "refuted", "refutes",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const CONFIRMED_VERBS: [&str; 12] = [
    "acknowledged", "acknowledges", "acknowledging", "admits", "admitted", "admitting", "confirm",
    "confirmed", "confirming", "confirms", "verified", "verifies",
];

/// Sorted, for [`listed`]. Verbs that say something beside a quotation only.
#[rustfmt::skip]
pub(super) const VOICE_VERBS: [&str; 70] = [
    "agreed", "agrees", "answers", "beamed", "begins", "bellowed", "challenged", "chanted",
    "chants", "chuckled", "chuckles", "comments", "continues", "counselled", "cries", "dictated",
    "frowned", "gasped", "goes", "grinned", "grins", "groaned", "groans", "grunted", "hissed",
    "hopes", "huffed", "laughed", "laughing", "laughs", "moaned", "moans", "nodded", "nods",
    "objected", "objects", "offered", "offers", "ordered", "persisted", "persists", "persuaded",
    "points", "posts", "proposed", "proposes", "reflected", "reflects", "relates", "repeating",
    "repeats", "roared", "sang", "shouts", "shrugged", "shrugs", "sighed", "sighs", "signs",
    "smiled", "smiles", "smiling", "sobbed", "sobs", "spat", "translated", "translates", "tweets",
    "wept", "winced",
];

/// Sorted, for [`listed`]. Verbs before a quotation of what somebody thinks of something.
#[rustfmt::skip]
pub(super) const JUDGING_VERBS: [&str; 56] = [
    "attacked", "characterised", "characterized", "cited", "cites", "citing", "compared",
    "considered", "deemed", "defended", "defends", "depicted", "dismissed", "dismisses",
    "dismissing", "evoked", "expressed", "expresses", "expressing", "hailed", "hails", "invoked",
    "likened", "mocked", "offered", "portrayed", "presented", "promised", "referred", "referring",
    "refers", "regarded", "regards", "rejected", "rejecting", "rejects", "ridiculed", "saw", "sees",
    "sought", "speaking", "speaks", "spoke", "summed", "talked", "talks", "termed", "thanked",
    "urged", "voiced", "vowed", "wanted", "wants", "welcomed", "welcomes", "welcoming",
];

/// Sorted, for [`listed`]. Forms that are nouns as often as verbs.
#[rustfmt::skip]
pub(super) const NOUN_FORMS: [&str; 53] = [
    "alleged", "answers", "blamed", "calls", "charged", "charges", "claim", "claims", "comments",
    "continues", "counters", "cries", "demands", "disputes", "estimate", "estimated", "estimates",
    "fears", "forecast", "hints", "hopes", "jokes", "laments", "moans", "notes", "objects",
    "offers", "pleads", "pledges", "points", "posts", "promises", "put", "quips", "quotes", "read",
    "reads", "recalls", "recommended", "remarks", "repeats", "replies", "report", "reported",
    "reports", "shouts", "signs", "states", "stresses", "talks", "thought", "vows", "warning",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const BARE_CLAUSE_VERBS: [&str; 35] = [
    "acknowledged", "added", "adding", "admits", "admitted", "alleged", "argued", "argues",
    "believe", "believed", "believes", "claimed", "claims", "confirmed", "confirms", "estimated",
    "estimates", "feared", "fears", "hoped", "hopes", "insisted", "insisting", "insists",
    "maintains", "predicts", "reckoned", "reckons", "said", "say", "saying", "says", "thinks",
    "thought", "warns",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const NO_CLAUSE_OPENERS: [&str; 24] = [
    "", "again", "are", "had", "has", "how", "is", "later", "no", "nothing", "so", "then", "to",
    "was", "were", "what", "when", "where", "whether", "who", "why", "will", "would", "yes",
];

/// Sorted, for [`listed`]. Nouns for what somebody says.
#[rustfmt::skip]
pub(super) const UTTERANCE_NOUNS: [&str; 42] = [
    "advice", "answer", "appeal", "argument", "assessment", "claim", "comment", "complaint",
    "conclusion", "demand", "description", "diagnosis", "explanation", "guess", "line", "message",
    "motto", "offer", "opinion", "order", "plea", "point", "prayer", "promise", "question",
    "reaction", "reasoning", "remark", "remarks", "reply", "request", "response", "retort",
    "slogan", "statement", "summary", "theory", "verdict", "view", "warning", "wish", "words",
];

/// The class of a form of a verb of saying.
pub(crate) fn saying(lower: &str) -> Option<SpeechClass> {
    let is = |table: &[&str]| listed(table, lower);
    if is(&SAID_VERBS) {
        Some(SpeechClass::Said)
    } else if is(&CLAIMED_VERBS) {
        Some(SpeechClass::Claimed)
    } else if is(&DENIED_VERBS) {
        Some(SpeechClass::Denied)
    } else if is(&CONFIRMED_VERBS) {
        Some(SpeechClass::Confirmed)
    } else {
        None
    }
}

/// Verbs that say something only right beside a quotation: "laughs", "agreed".
pub(crate) fn voices(lower: &str) -> bool {
    listed(&VOICE_VERBS, lower)
}

/// Verbs before a quotation of what somebody thinks of something: "dismissed as", "spoke of".
pub(crate) fn judges(lower: &str) -> bool {
    listed(&JUDGING_VERBS, lower)
}

/// Whether the form needs a subject from elsewhere in the sentence.
pub(crate) fn is_participle(lower: &str) -> bool {
    lower.ends_with("ing")
}

/// Forms that are nouns as often as verbs.
pub(crate) fn is_noun_form(lower: &str) -> bool {
    listed(&NOUN_FORMS, lower)
}

/// Verbs that a clause can follow without "that".
pub(crate) fn takes_bare_clause(lower: &str) -> bool {
    listed(&BARE_CLAUSE_VERBS, lower)
}

/// Words after a verb of saying that open no reported clause.
pub(crate) fn opens_no_clause(lower: &str) -> bool {
    listed(&NO_CLAUSE_OPENERS, lower)
}

/// Nouns for what somebody says: "answer", "verdict".
pub(crate) fn is_utterance(lower: &str) -> bool {
    listed(&UTTERANCE_NOUNS, lower)
}
