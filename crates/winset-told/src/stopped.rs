//! Why work ended before it was finished, and what a reader can do about it.

use winset_model::answer::StopReason;

/// What ended the work: "stopped by the time limit".
pub fn stopped_by(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "stopped by the time limit",
        StopReason::NodeLimit => "stopped by the node limit",
        StopReason::MemoryLimit => "stopped for want of memory",
        StopReason::NumberLimit => "stopped because its numbers grew too large",
        StopReason::Interrupted => "interrupted",
        StopReason::CheckFailed => "stopped because a check failed",
    }
}

/// Why such a part is not known, for a reader: where its share ended, no limit of theirs did it.
pub fn unfinished(reason: StopReason) -> &'static str {
    match reason {
        StopReason::NodeLimit => "it takes more work than this answer spends on it",
        other => stopped_by(other),
    }
}

/// What a reader can do about what ended the work.
pub fn to_go_on(reason: StopReason) -> &'static str {
    match reason {
        StopReason::TimeLimit => "Give it more time: --time-limit 10m, or none.",
        StopReason::NodeLimit => "Give it more nodes: a higher --node-limit, or none.",
        StopReason::MemoryLimit => "Settle a point or tighten a line in the case, and ask again.",
        StopReason::NumberLimit => "State the scores and costs with fewer digits, and ask again.",
        StopReason::Interrupted => "Run it again; --time-limit says how long it may take.",
        StopReason::CheckFailed => "Report this case: search and check disagree.",
    }
}
