//! Numbers of the command line: all that is wrong with them at once.

use thiserror::Error;
use winset::ask::theory::STAHL_ROUNDS_MAX;
use winset::model::number::{Exact, NumberFault, parse_or_percent, to_words};
use winset::told::words::{counted, grouped};

/// What is wrong with a number.
#[derive(Debug, Error)]
pub(crate) enum TermFault {
    #[error("`{flag}` is there {}; expected twice, A's first and then B's", times(*.found))]
    Count { flag: &'static str, found: usize },
    #[error("`{flag}` of {party} says `{found}`, {why}; expected {expected}")]
    OfParty {
        flag: &'static str,
        party: &'static str,
        found: String,
        why: &'static str,
        expected: &'static str,
    },
    #[error(
        "`--rounds` says `{found}`; expected a whole number from 1 to {}",
        grouped(STAHL_ROUNDS_MAX)
    )]
    Rounds { found: String },
    #[error(
        "`--outside` of A and B are {} together; expected less than 1, as nothing is left to agree on else",
        to_words(.0)
    )]
    NothingLeft(Exact),
}

fn times(found: usize) -> String {
    if found == 1 {
        "once".to_owned()
    } else {
        counted(found, "time")
    }
}

type Read<T> = Result<T, Vec<TermFault>>;

/// Both of what was read, or all that is wrong.
pub(super) fn together<A, B>(one: Read<A>, other: Read<B>) -> Read<(A, B)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
        (Err(faults), Err(more)) => Err(faults.into_iter().chain(more).collect()),
    }
}

/// What numbers of a flag may be.
struct Bounds {
    flag: &'static str,
    holds: fn(&Exact) -> bool,
    why: &'static str,
    expected: &'static str,
}

const ZERO: Exact = Exact::new_raw(0, 1);
const ONE: Exact = Exact::new_raw(1, 1);

const IMPATIENT: Bounds = Bounds {
    flag: "--delta",
    holds: |d| ZERO < *d && *d < ONE,
    why: "which is no discount factor here",
    expected: "a number above 0 and below 1, such as 9/10, 0.9 or 90%",
};
const WITHIN: Bounds = Bounds {
    flag: "--delta",
    holds: |d| ZERO <= *d && *d <= ONE,
    why: "which is no discount factor",
    expected: "a number from 0 to 1, such as 9/10, 0.9 or 90%",
};
const OUTSIDE: Bounds = Bounds {
    flag: "--outside",
    holds: |w| ZERO <= *w && *w < ONE,
    why: "which is no outside option here",
    expected: "a number from 0 on and below 1, such as 3/5, 0.6 or 60%",
};

/// Whether discount factors may be 0 or 1.
#[derive(Debug, Clone, Copy)]
pub(super) enum Ends {
    /// They may.
    Allowed,
    /// They lie between.
    Excluded,
}

/// The discount factors of A and B.
pub(super) fn discounts(texts: &[String], ends: Ends) -> Read<[Exact; 2]> {
    let bounds = match ends {
        Ends::Allowed => WITHIN,
        Ends::Excluded => IMPATIENT,
    };
    pair(texts, &bounds)
}

/// The outside options of A and B: 0 where none are given.
pub(super) fn outside_options(texts: &[String]) -> Read<[Exact; 2]> {
    if texts.is_empty() {
        return Ok([ZERO; 2]);
    }
    let pair = pair(texts, &OUTSIDE)?;
    let sum = pair[0] + pair[1];
    if sum < ONE {
        Ok(pair)
    } else {
        Err(vec![TermFault::NothingLeft(sum)])
    }
}

/// The number of rounds.
pub(super) fn rounds(text: &str) -> Read<u32> {
    let whole = text.bytes().all(|b| b.is_ascii_digit());
    let read = text.parse().ok().filter(|_| whole);
    let fits = |rounds: &u32| (1..=STAHL_ROUNDS_MAX).contains(rounds);
    read.filter(fits).ok_or_else(|| {
        let found = text.to_owned();
        vec![TermFault::Rounds { found }]
    })
}

fn pair(texts: &[String], bounds: &Bounds) -> Read<[Exact; 2]> {
    let flag = bounds.flag;
    let mut faults = Vec::new();
    if texts.len() != 2 {
        let found = texts.len();
        faults.push(TermFault::Count { flag, found });
    }
    let mut read = [ZERO; 2];
    for (place, text) in texts.iter().take(2).enumerate() {
        let fault = |why| TermFault::OfParty {
            flag,
            party: ["A", "B"][place],
            found: text.clone(),
            why,
            expected: bounds.expected,
        };
        match parse_or_percent(text) {
            Ok(value) if (bounds.holds)(&value) => read[place] = value,
            Ok(_) => faults.push(fault(bounds.why)),
            Err(NumberFault::NotANumber) => faults.push(fault("which is no number")),
            Err(NumberFault::DividesByZero) => faults.push(fault("which divides by 0")),
            Err(NumberFault::TooLarge) => faults.push(fault("which has too many digits, over 18")),
        }
    }
    if faults.is_empty() {
        Ok(read)
    } else {
        Err(faults)
    }
}
