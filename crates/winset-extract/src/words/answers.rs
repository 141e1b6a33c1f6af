//! Verbs of proposing, refusing and accepting; nouns for meetings.

/// Forms of verbs that bring a proposal.
pub(crate) fn offers(lower: &str) -> bool {
    matches!(
        lower,
        "proposed"
            | "proposes"
            | "propose"
            | "proposing"
            | "suggested"
            | "suggests"
            | "suggest"
            | "suggesting"
            | "offered"
            | "offers"
            | "offering"
            | "offer"
            | "demanded"
            | "demands"
            | "demand"
            | "demanding"
            | "urged"
            | "urges"
            | "urging"
            | "urge"
            | "recommended"
            | "recommends"
            | "recommend"
            | "requested"
            | "requests"
            | "ask"
            | "asked"
            | "asks"
            | "called"
            | "calls"
            | "call"
            | "calling"
            | "invited"
            | "invites"
            | "appealed"
            | "appeals"
            | "appeal"
            | "pressed"
    )
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
    matches!(
        lower,
        "sign"
            | "accept"
            | "agree"
            | "negotiate"
            | "release"
            | "withdraw"
            | "hand"
            | "allow"
            | "permit"
            | "talk"
            | "meet"
            | "attend"
            | "return"
            | "yield"
            | "surrender"
            | "recognise"
            | "recognize"
            | "compromise"
            | "give"
            | "pay"
            | "lift"
            | "reopen"
            | "open"
            | "free"
            | "concede"
            | "leave"
    )
}
