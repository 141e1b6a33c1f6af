//! Verbs of proposing, refusing and accepting; nouns for meetings.

use super::table::listed;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const OFFERS_WORDS: [&str; 38] = [
    "appeal", "appealed", "appeals", "ask", "asked", "asks", "call", "called", "calling", "calls",
    "demand", "demanded", "demanding", "demands", "invited", "invites", "offer", "offered",
    "offering", "offers", "pressed", "propose", "proposed", "proposes", "proposing", "recommend",
    "recommended", "recommends", "requested", "requests", "suggest", "suggested", "suggesting",
    "suggests", "urge", "urged", "urges", "urging",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const CONCESSION_WORDS: [&str; 26] = [
    "accept", "agree", "allow", "attend", "compromise", "concede", "free", "give", "hand", "leave",
    "lift", "meet", "negotiate", "open", "pay", "permit", "recognise", "recognize", "release",
    "reopen", "return", "sign", "surrender", "talk", "withdraw", "yield",
];

/// Forms of verbs that bring a proposal.
pub(crate) fn offers(lower: &str) -> bool {
    listed(&OFFERS_WORDS, lower)
}

/// Forms of verbs that refuse.
pub(crate) fn refuses(lower: &str) -> bool {
    matches!(
        lower,
        "rejected"
            | "rejects"
            | "reject"
            | "rejecting"
            | "refused"
            | "refuses"
            | "refuse"
            | "refusing"
            | "declined"
            | "declines"
            | "decline"
            | "dismissed"
            | "dismisses"
            | "dismissing"
            | "spurned"
            | "vetoed"
            | "rebuffed"
    )
}

/// Forms of verbs that accept.
pub(crate) fn accepts(lower: &str) -> bool {
    matches!(
        lower,
        "accepted"
            | "accepts"
            | "accept"
            | "accepting"
            | "agreed"
            | "agrees"
            | "agree"
            | "agreeing"
            | "consented"
            | "approved"
            | "endorsed"
    )
}

/// Nouns for meetings.
pub(crate) fn is_meeting_noun(lower: &str) -> bool {
    matches!(
        lower,
        "meeting"
            | "meetings"
            | "talks"
            | "session"
            | "round"
            | "summit"
            | "visit"
            | "negotiations"
            | "consultations"
            | "encounter"
            | "conference"
    )
}

/// Nouns for what is proposed.
pub(crate) fn is_proposal_noun(lower: &str) -> bool {
    matches!(
        lower,
        "proposal"
            | "suggestion"
            | "offer"
            | "demand"
            | "request"
            | "appeal"
            | "condition"
            | "recommendation"
    )
}

/// Nouns for what is asserted: to reject it is to deny it.
pub(crate) fn is_assertion(lower: &str) -> bool {
    matches!(
        lower,
        "accusation"
            | "accusations"
            | "allegation"
            | "allegations"
            | "claim"
            | "claims"
            | "charge"
            | "charges"
            | "report"
            | "reports"
            | "criticism"
            | "blame"
            | "responsibility"
            | "comment"
            | "rumours"
            | "rumors"
            | "version"
            | "figure"
            | "figures"
            | "account"
    )
}

/// Verbs of steps that a party can refuse.
pub(crate) fn is_concession(lower: &str) -> bool {
    listed(&CONCESSION_WORDS, lower)
}
