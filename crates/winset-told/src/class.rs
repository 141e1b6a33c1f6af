//! What the groups of a class agreed, in sentences.

use crate::words::{capital, counted};

/// How many groups agreed.
pub fn class_told(groups: usize, without_deal: usize, packages: usize) -> String {
    let all = counted(groups, "group");
    let agreed = groups - without_deal;
    match (agreed, packages) {
        (0, _) => format!("None of {all} agreed."),
        (_, 1) if without_deal == 0 => format!("All of {all} agreed, on one package."),
        _ if without_deal == 0 => format!("All of {all} agreed, on {packages} packages."),
        (_, 1) => format!("{agreed} of {all} agreed, on one package."),
        _ => format!("{agreed} of {all} agreed, on {packages} packages."),
    }
}

/// Whether somebody could have had more and nobody less; none where that was not decided.
pub fn room_told(could_be_better: Option<bool>) -> &'static str {
    match could_be_better {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not decided",
    }
}

/// How many groups could have given somebody more and nobody less, as far as that was decided.
pub fn rooms_told(more: usize, undecided: usize) -> String {
    let more = capital(&counted(more, "group"));
    let said = format!(
        "{more} could have given somebody more, and nobody less, within everybody's declared lines"
    );
    match undecided {
        0 => format!("{said}."),
        _ => format!(
            "{said}; of {} that was not decided.",
            counted(undecided, "group")
        ),
    }
}
