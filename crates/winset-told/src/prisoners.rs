//! Exchanges of prisoners in words.

use winset_check::exchange::{
    CategoryFacts, CategoryTerms, Cleared, ExchangeFacts, ExchangeUnready, Scheduled,
};
use winset_model::calendar::Day;
use winset_model::case::Case;

use crate::names::grouped;
use crate::words::{counted, party_named};

/// What is given in return in a category.
pub fn terms_in_words(case: &Case, facts: &ExchangeFacts, category: &CategoryFacts) -> String {
    let sides = facts.sides.map(|side| party_named(case, side)).join(" : ");
    match category.terms {
        CategoryTerms::Free => "free".to_owned(),
        CategoryTerms::AllForAll => "all for all".to_owned(),
        CategoryTerms::Between { min, max } => match (min, max) {
            (Some(min), Some(max)) if min == max => format!("{min} ({sides})"),
            (Some(min), Some(max)) => format!("{min} to {max} ({sides})"),
            (Some(min), None) => format!("{min} or more in return ({sides})"),
            (None, Some(max)) => format!("{max} or less in return ({sides})"),
            (None, None) => "any".to_owned(),
        },
    }
}

/// Why people stay, in each category of each side where some do.
pub fn all_who_stay(case: &Case, facts: &ExchangeFacts, cleared: &Cleared) -> Vec<String> {
    let categories = 0..facts.categories.len();
    let places = categories.flat_map(|category| [(category, 0), (category, 1)]);
    places
        .filter_map(|(category, side)| why_some_stay(case, facts, cleared, category, side))
        .collect()
}

/// Why a side's people in a category stay, where some do.
fn why_some_stay(
    case: &Case,
    facts: &ExchangeFacts,
    cleared: &Cleared,
    category: usize,
    side: usize,
) -> Option<String> {
    let of = &facts.categories[category];
    let home = [0, 1].map(|side| cleared.home(category, side));
    let third = facts.third_states.iter().enumerate();
    let given: u64 = third
        .filter(|(_, third)| third.wants_from == side)
        .map(|(at, _)| cleared.given(at, category))
        .sum();
    let stay = of.acknowledged[side].checked_sub(home[side] + given)?;
    if stay == 0 {
        return None;
    }
    let whose = party_named(case, facts.sides[side]);
    let who = format!("{stay} of {whose} ({})", of.name);
    let at_limit = match of.terms {
        CategoryTerms::Between { min, max } => {
            let wanted = if side == 0 { min } else { max };
            wanted.is_some_and(|ratio| {
                let (given, taken) = (u64::from(ratio.given()), u64::from(ratio.taken()));
                if side == 0 {
                    (home[0] + 1) * taken > home[1] * given
                } else {
                    (home[1] + 1) * given > home[0] * taken
                }
            })
        }
        CategoryTerms::Free | CategoryTerms::AllForAll => false,
    };
    Some(if at_limit {
        let other = party_named(case, facts.sides[1 - side]);
        format!(
            "{who} stay: the ratio lets no more go for the {} of {other}",
            home[1 - side]
        )
    } else {
        format!("{who} stay: the phases have no room for them")
    })
}

/// What an exchange comes to, in a sentence.
pub fn exchange_headline(facts: &ExchangeFacts, cleared: &Cleared, last: Option<Day>) -> String {
    let all: u64 = facts.categories.iter().flat_map(|c| c.acknowledged).sum();
    let home = cleared.home_of(0) + cleared.home_of(1);
    let by = last.map_or_else(String::new, |last| format!(" by {last}"));
    let (home, all) = (grouped(home), grouped(all));
    if home == all {
        format!("All {all} acknowledged prisoners can be released{by}.")
    } else {
        format!("{home} of {all} acknowledged prisoners can be released{by}.")
    }
}

/// Why nothing is worked out, and what to do.
pub fn unready_in_words(unready: ExchangeUnready) -> String {
    let what_to_do = match unready {
        ExchangeUnready::NoClaims => "add `claims` under `prisoners` to the case",
        ExchangeUnready::NoClearing => "add `clearing` under `prisoners` to the case",
        ExchangeUnready::NoStart => "add `start` under `clearing`, or `as_of` to the case",
        ExchangeUnready::TooMany => "split the exchange into several",
    };
    format!("Nothing is worked out: {unready}; {what_to_do}.")
}

/// The day of the last run that carries somebody.
pub fn last_run_day(facts: &ExchangeFacts, schedule: &Scheduled) -> Option<Day> {
    let run = schedule.loads().last()?.run_in(facts)?;
    Some(run.day)
}

/// A third state whose people go round, or do not, in a sentence: `used` go round, or `refused` says why
/// nobody does.
pub fn third_state_in_words(
    case: &Case,
    facts: &ExchangeFacts,
    at: usize,
    told: ThirdStateTold<'_>,
) -> String {
    let third = &facts.third_states[at];
    let (state, most) = (&third.state, third.most);
    let home = party_named(case, facts.sides[third.releases_of]);
    let holder = party_named(case, facts.sides[third.wants_from]);
    let round = third.wants_from != third.releases_of;
    match told {
        ThirdStateTold::Used(used) if round => format!(
            "{state} releases {used} people of {home}, {holder} releases {used} whom {state} wants, and \
             {home} gives {used} people of {holder} in return."
        ),
        ThirdStateTold::Used(used) => {
            format!("{state} releases {used} people of {home} for {used} whom {holder} holds.")
        }
        ThirdStateTold::NothingToGive => format!(
            "{state} could release {most} people of {home} for {most} whom {holder} holds, but {home} \
             has nobody left to give {holder} in return: all are owed to it anyway."
        ),
        ThirdStateTold::Costs { category, fewer } => format!(
            "{state} could release {most} people of {home} for {most} whom {holder} holds, but the first \
             whom {home} gave in return would cost {} in {category}, which comes first.",
            counted(fewer, "release")
        ),
        ThirdStateTold::Undecided => {
            format!("Whether {state} could take part was not decided within the limits.")
        }
    }
}

/// What is to be said of a third state.
#[derive(Debug, Clone, Copy)]
pub enum ThirdStateTold<'a> {
    /// So many go round.
    Used(u64),
    /// Nobody could be given in return.
    NothingToGive,
    /// One going round costs so many releases in a category.
    Costs {
        /// The category.
        category: &'a str,
        /// How many fewer.
        fewer: u64,
    },
    /// Not decided.
    Undecided,
}
