//! Verbs of saying and what they say about truth.

use super::table::listed;
use crate::reading::SpeechClass;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const BARE_CLAUSE_VERBS: [&str; 23] = [
    "acknowledged", "added", "adding", "admits", "admitted", "alleged", "believed", "believes",
    "claimed", "claims", "confirmed", "confirms", "estimated", "estimates", "insisted", "insists",
    "maintains", "said", "say", "saying", "says", "thinks", "thought",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const NO_CLAUSE_OPENERS: [&str; 24] = [
    "", "again", "are", "had", "has", "how", "is", "later", "no", "nothing", "so", "then", "to",
    "was", "were", "what", "when", "where", "whether", "who", "why", "will", "would", "yes",
];

/// The class of a form of a verb of saying.
pub(crate) fn saying(lower: &str) -> Option<SpeechClass> {
    let class = match lower {
        "said" | "says" | "say" | "saying" | "told" | "tells" | "telling" | "added" | "adds"
        | "adding" | "asked" | "asks" | "replied" | "replies" | "answered" | "explained"
        | "explains" | "stated" | "states" | "stating" | "noted" | "notes" | "noting"
        | "remarked" | "observed" | "recalled" | "continued" | "concluded" | "announced"
        | "announces" | "announcing" | "declared" | "declares" | "declaring" | "reported"
        | "reports" | "reporting" | "informed" | "informs" | "wrote" | "writes" | "tweeted"
        | "posted" | "warned" | "warns" | "warning" | "called" | "calls" | "calling"
        | "described" | "describes" | "describing" | "joked" | "quipped" | "recounted"
        | "responded" | "commented" | "shouted" | "whispered" | "cried" | "urged" | "urges"
        | "suggested" | "predicted" | "promised" | "pledged" | "vowed" | "thinks" | "thought"
        | "believes" | "believed" | "estimates" | "estimated" | "estimate" | "hoped"
        | "stressed" | "stresses" | "emphasised" | "emphasized" | "reiterated" | "repeated"
        | "pointed" | "complained" | "lamented" | "sighed" | "laughed" | "insists" | "insisted"
        | "insisting" | "argued" | "argues" | "arguing" | "put" | "mused" | "testified"
        | "recommended" | "conceded" | "countered" | "retorted" | "exclaimed" | "began"
        | "went" | "demanded" | "believe" | "felt" | "instructed" | "cautioned" | "reckoned"
        | "reckons" | "read" | "reads" | "expects" | "wondered" | "murmured" | "muttered"
        | "protested" | "quoted" | "branded" | "dubbed" | "labelled" | "labeled" | "denounced"
        | "condemned" | "praised" | "criticised" | "criticized" => match lower {
            "insists" | "insisted" | "insisting" | "argued" | "argues" | "arguing" => {
                SpeechClass::Claimed
            }
            _ => SpeechClass::Said,
        },
        "claimed" | "claims" | "claim" | "claiming" | "alleged" | "alleges" | "alleging"
        | "accused" | "accuses" | "accusing" | "maintained" | "maintains" | "asserted"
        | "asserts" | "contended" | "charged" | "blamed" => SpeechClass::Claimed,
        "denied" | "denies" | "deny" | "denying" | "disputed" | "disputes" => SpeechClass::Denied,
        "confirmed" | "confirms" | "confirming" | "confirm" | "admitted" | "admits"
        | "admitting" | "acknowledged" | "acknowledges" | "verified" => SpeechClass::Confirmed,
        _ => return None,
    };
    Some(class)
}

/// Whether the form needs a subject from elsewhere in the sentence.
pub(crate) fn is_participle(lower: &str) -> bool {
    lower.ends_with("ing")
}

/// Forms that are nouns as often as verbs.
pub(crate) fn is_noun_form(lower: &str) -> bool {
    matches!(
        lower,
        "reports"
            | "claims"
            | "claim"
            | "calls"
            | "estimates"
            | "estimate"
            | "notes"
            | "charges"
            | "states"
            | "answers"
            | "replies"
            | "repeats"
            | "thought"
            | "put"
            | "read"
            | "reads"
            | "warning"
            | "disputes"
            | "blamed"
            | "charged"
            | "reported"
            | "estimated"
            | "alleged"
            | "recommended"
    )
}

/// Verbs that a clause can follow without "that".
pub(crate) fn takes_bare_clause(lower: &str) -> bool {
    listed(&BARE_CLAUSE_VERBS, lower)
}

/// Words after a verb of saying that open no reported clause.
pub(crate) fn opens_no_clause(lower: &str) -> bool {
    listed(&NO_CLAUSE_OPENERS, lower)
}
