//! The first line: what is played by which rules.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use winset_model::case::Case;

use crate::random::seed_of;
use crate::session::{
    Clock, Deadline, NoDealScore, Passing, SEATS_MAX, Seat, SeatSet, StackedRules, Timing,
};
use crate::space::OutcomeSpace;

/// The format of this version.
pub(super) const FORMAT: &str = "winset-talks/1";

/// What is played, by whom, by which rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceHead {
    /// Identifier of the case.
    pub case: String,
    /// Hash of the case file.
    pub hash: String,
    /// Who sits at the table, in the order of turns.
    pub seats: Vec<TraceSeat>,
    /// Who may table packages.
    pub may_table: SeatSet,
    /// Whether turns may be passed.
    pub passing: Passing,
    /// Who must agree.
    pub must_agree: SeatSet,
    /// When it ends, and how time is counted.
    pub timing: Timing,
    /// What a party gets without a deal.
    pub no_deal: NoDealScore,
}

/// Who sits at a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceSeat {
    /// Identifier of the party.
    pub party: String,
    /// The strategy by name; `person` for somebody who is no program.
    pub plays: String,
    /// What a program draws from.
    pub seed: u64,
}

/// The line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadForm {
    format: String,
    protocol: String,
    case: String,
    hash: String,
    clock: String,
    rounds: Option<u32>,
    duration_ms: Option<u64>,
    no_deal: String,
    may_table: Vec<String>,
    must_agree: Vec<String>,
    seats: Vec<TraceSeat>,
}

const PROTOCOLS: [(&str, Passing); 2] = [
    ("stacked", Passing::Refused),
    ("three-way", Passing::Allowed),
];

/// Who sits at a table without being a party of the case.
pub const MEDIATOR: &str = "mediator";

impl TraceHead {
    /// Alternating offers among parties of a case, in the order of turns, each with the name of what plays for
    /// it: all table, all must agree. What a program draws comes from `seed` and its seat.
    pub fn among<'a>(
        case: &Case,
        plays: impl IntoIterator<Item = (&'a str, &'a str)>,
        seed: u64,
        timing: Timing,
        no_deal: NoDealScore,
    ) -> Self {
        let seats = (0..).zip(plays).map(|(place, (party, plays))| TraceSeat {
            party: party.to_owned(),
            plays: plays.to_owned(),
            seed: seed_of(seed, &[place]),
        });
        let seats: Vec<TraceSeat> = seats.collect();
        let all = SeatSet::first(seats.len().min(SEATS_MAX));
        Self {
            case: case.id.clone(),
            hash: case.hash.clone(),
            seats,
            may_table: all,
            passing: Passing::Refused,
            must_agree: all,
            timing,
            no_deal,
        }
    }

    /// The rules.
    pub fn rules(&self, space: &Arc<OutcomeSpace>) -> StackedRules {
        StackedRules {
            space: space.clone(),
            seats: self.seats.len(),
            may_table: self.may_table,
            passing: self.passing,
            must_agree: self.must_agree,
            timing: self.timing,
        }
    }

    /// The line, with its line feed.
    pub fn line(&self) -> String {
        let Self {
            case,
            hash,
            seats,
            may_table,
            passing,
            must_agree,
            timing: Timing { deadline, clock },
            no_deal,
        } = self;
        let form = HeadForm {
            format: FORMAT.to_owned(),
            protocol: word(&PROTOCOLS, passing).to_owned(),
            case: case.clone(),
            hash: hash.clone(),
            clock: word(&Clock::WORDS, clock).to_owned(),
            rounds: deadline.rounds,
            duration_ms: deadline.duration_ms,
            no_deal: word(&NoDealScore::WORDS, no_deal).to_owned(),
            may_table: named(seats, *may_table),
            must_agree: named(seats, *must_agree),
            seats: seats.clone(),
        };
        // Texts and numbers always have a form.
        serde_json::to_string(&form).unwrap_or_default() + "\n"
    }

    /// Reads the line, and holds it to the case.
    pub(super) fn read(line: &str, case: &Case) -> Result<Self, String> {
        let form: HeadForm =
            serde_json::from_str(line).map_err(|e| format!("no head of a trace: {e}"))?;
        if form.format != FORMAT {
            return Err(format!("the format is '{}', not {FORMAT}", form.format));
        }
        if form.case != case.id || form.hash != case.hash {
            return Err(format!(
                "the trace is of case {} with hash {}; this is case {} with hash {}",
                form.case, form.hash, case.id, case.hash
            ));
        }
        if form.seats.is_empty() || form.seats.len() > SEATS_MAX {
            return Err(format!(
                "from 1 to {SEATS_MAX} seats are at a table, not {}",
                form.seats.len()
            ));
        }
        for (place, seat) in form.seats.iter().enumerate() {
            if case.party_named(&seat.party).is_none() && seat.party != MEDIATOR {
                return Err(format!("no party is called '{}'", seat.party));
            }
            if form.seats[..place]
                .iter()
                .any(|other| other.party == seat.party)
            {
                return Err(format!("'{}' sits at two seats", seat.party));
            }
        }
        let must_agree = seats_of(&form.seats, "must_agree", &form.must_agree)?;
        let may_table = seats_of(&form.seats, "may_table", &form.may_table)?;
        if must_agree == SeatSet::NONE {
            return Err("nobody must agree".to_owned());
        }
        if form.rounds == Some(0) || (form.rounds.is_none() && form.duration_ms.is_none()) {
            return Err("give rounds (1 or more), or duration_ms".to_owned());
        }
        Ok(Self {
            case: form.case,
            hash: form.hash,
            seats: form.seats,
            may_table,
            passing: meaning(&PROTOCOLS, "protocol", &form.protocol)?,
            must_agree,
            timing: Timing {
                deadline: Deadline {
                    rounds: form.rounds,
                    duration_ms: form.duration_ms,
                },
                clock: meaning(&Clock::WORDS, "clock", &form.clock)?,
            },
            no_deal: meaning(&NoDealScore::WORDS, "no_deal", &form.no_deal)?,
        })
    }
}

/// The parties at some seats.
fn named(seats: &[TraceSeat], of: SeatSet) -> Vec<String> {
    let seats = of.iter().filter_map(|seat| seats.get(seat.index()));
    seats.map(|seat| seat.party.clone()).collect()
}

/// The seats of parties.
fn seats_of(seats: &[TraceSeat], key: &str, parties: &[String]) -> Result<SeatSet, String> {
    parties.iter().try_fold(SeatSet::NONE, |set, party| {
        let place = seats.iter().position(|seat| seat.party == *party);
        let seat = place.and_then(|place| u8::try_from(place).ok()).map(Seat);
        let seat = seat.ok_or_else(|| format!("'{party}' is named in {key}, but has no seat"))?;
        Ok(set.with(seat))
    })
}

fn word<T: PartialEq>(words: &[(&'static str, T)], of: &T) -> &'static str {
    words
        .iter()
        .find(|(_, known)| known == of)
        .map_or("", |(word, _)| word)
}

fn meaning<T: Copy>(words: &[(&str, T)], key: &str, word: &str) -> Result<T, String> {
    let known = words.iter().find(|(known, _)| *known == word);
    known.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        format!("{key} is '{word}', none of: {}", all.join(", "))
    })
}
