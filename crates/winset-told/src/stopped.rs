//! Why work ended before it was finished, and what a reader can do about it. The words stand in the
//! message catalogue.

use std::borrow::Cow;

use winset_model::answer::StopReason;

use crate::messages::english;

/// The message that says what ended the work.
pub fn message(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "stopped-time-limit",
        StopReason::NodeLimit => "stopped-node-limit",
        StopReason::MemoryLimit => "stopped-memory-limit",
        StopReason::NumberLimit => "stopped-number-limit",
        StopReason::Interrupted => "stopped-interrupted",
        StopReason::CheckFailed => "stopped-check-failed",
    }
}

/// What ended the work, in English: "stopped by the time limit".
pub fn stopped_by(reason: StopReason) -> Cow<'static, str> {
    english().get(message(reason))
}

/// Why such a part is not known, for a reader: where its share ended, no limit of theirs did it.
pub fn unfinished(reason: StopReason) -> Cow<'static, str> {
    match reason {
        StopReason::NodeLimit => english().get("stopped-share-of-work"),
        other => stopped_by(other),
    }
}

/// What a reader can do about what ended the work.
pub fn to_go_on(reason: StopReason) -> Cow<'static, str> {
    english().get(match reason {
        StopReason::TimeLimit => "go-on-time-limit",
        StopReason::NodeLimit => "go-on-node-limit",
        StopReason::MemoryLimit => "go-on-memory-limit",
        StopReason::NumberLimit => "go-on-number-limit",
        StopReason::Interrupted => "go-on-interrupted",
        StopReason::CheckFailed => "go-on-check-failed",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_words() {
        let reasons = [
            StopReason::TimeLimit,
            StopReason::NodeLimit,
            StopReason::MemoryLimit,
            StopReason::NumberLimit,
            StopReason::Interrupted,
            StopReason::CheckFailed,
        ];
        let mut said: Vec<_> = reasons
            .into_iter()
            .flat_map(|reason| [stopped_by(reason), to_go_on(reason)])
            .collect();
        said.push(unfinished(StopReason::NodeLimit));
        // A message that is not there is shown as its identifier in brackets.
        assert!(said.iter().all(|text| !text.starts_with('[')), "{said:?}");
        let all = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), all);
    }
}
