//! Verbs of proposing, refusing and accepting; nouns for meetings.

use super::table::listed;

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const OFFERS_WORDS: [&str; 51] = [
    "appeal", "appealed", "appeals", "ask", "asked", "asking", "asks", "begged", "call", "called",
    "calling", "calls", "demand", "demanded", "demanding", "demands", "floated", "invited",
    "invites", "lobbied", "offer", "offered", "offering", "offers", "pleaded", "pressed", "presses",
    "propose", "proposed", "proposes", "proposing", "pushed", "recommend", "recommended",
    "recommending", "recommends", "requested", "requesting", "requests", "suggest", "suggested",
    "suggesting", "suggests", "tabled", "urge", "urged", "urges", "urging", "want", "wanted",
    "wants",
];

/// Sorted, for [`listed`].
#[rustfmt::skip]
pub(super) const CONCESSION_WORDS: [&str; 65] = [
    "accept", "admit", "agree", "allow", "attend", "back", "cease", "clear", "compromise",
    "concede", "cut", "deliver", "disarm", "dismantle", "ease", "end", "evacuate", "exchange",
    "extend", "free", "give", "grant", "halt", "hand", "hold", "join", "keep", "leave", "lift",
    "meet", "negotiate", "open", "pardon", "participate", "pay", "permit", "pull", "recognise",
    "recognize", "reconsider", "redeploy", "reduce", "release", "remain", "remove", "reopen",
    "repay", "resettle", "restart", "restore", "resume", "return", "send", "share", "sign", "stop",
    "surrender", "suspend", "swap", "talk", "unblock", "unfreeze", "vacate", "withdraw", "yield",
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
            | "spurns"
            | "declining"
            | "vetoes"
            | "rebuffs"
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
            | "consents"
            | "approves"
            | "endorses"
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
            | "reproach"
            | "reproaches"
            | "complaint"
            | "complaints"
            | "charge"
            | "notion"
            | "insinuation"
            | "rumour"
            | "rumor"
            | "findings"
            | "remarks"
            | "comments"
            | "reporting"
            | "accusations"
            | "allegation"
            | "allegations"
            | "claim"
            | "claims"
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

/// Verbs whose object is asked to do something: "asked X to", "urged X to".
pub(crate) fn asks_others(lower: &str) -> bool {
    matches!(
        lower,
        "called"
            | "calls"
            | "call"
            | "calling"
            | "asked"
            | "asks"
            | "ask"
            | "asking"
            | "pressed"
            | "presses"
            | "appeal"
            | "appealed"
            | "appeals"
            | "invited"
            | "invites"
            | "urged"
            | "urges"
            | "urge"
            | "urging"
            | "begged"
            | "pushed"
            | "pleaded"
            | "lobbied"
    )
}

/// Nouns for what is offered, asked or agreed, one or several.
pub(crate) fn is_offered(lower: &str) -> bool {
    is_proposal_noun(lower)
        || matches!(
            lower,
            "proposals"
                | "suggestions"
                | "offers"
                | "demands"
                | "requests"
                | "appeals"
                | "conditions"
                | "recommendations"
                | "plan"
                | "plans"
                | "idea"
                | "ideas"
                | "terms"
                | "draft"
                | "invitation"
                | "truce"
                | "ceasefire"
                | "deal"
                | "compromise"
                | "motion"
                | "application"
                | "text"
                | "amnesty"
                | "petition"
                | "ultimatum"
                | "call"
                | "bid"
                | "swap"
                | "exchange"
                | "pause"
                | "steps"
                | "measures"
        )
}
