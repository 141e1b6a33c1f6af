//! The first line: what is played by which rules.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use winset_model::case::Case;

use super::entries::{
    FORMAT, check_case, check_seats, deadline, meaning, must_agree, named, seats_of, word,
};
use crate::random::seed_of;
use crate::session::{
    Clock, NoDealScore, Passing, SEATS_MAX, Seat, SeatSet, StackedRules, TalksOnly, Timing,
};
use crate::space::{NotKept, OutcomeSpace};

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
    /// Which packages may be tabled and accepted.
    pub only: TalksOnly,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<String>,
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
            only: TalksOnly::Anything,
        }
    }

    /// What a seat may table and accept.
    ///
    /// # Errors
    /// As of [`TalksOnly::space`].
    pub fn space_at(
        &self,
        case: &Case,
        space: &Arc<OutcomeSpace>,
        seat: Seat,
    ) -> Result<Arc<OutcomeSpace>, NotKept> {
        let taken = self.seats.get(seat.index());
        let party = taken.and_then(|taken| case.party_named(&taken.party));
        self.only.space(case, space, party)
    }

    /// The rules.
    ///
    /// # Errors
    /// As of [`TalksOnly::space`].
    pub fn rules(&self, case: &Case, space: &Arc<OutcomeSpace>) -> Result<StackedRules, NotKept> {
        let own_spaces = match self.only {
            TalksOnly::Anything | TalksOnly::Lawful => Vec::new(),
            TalksOnly::Ratified => {
                let seats = (0..).take(self.seats.len()).map(Seat);
                let own = seats.map(|seat| self.space_at(case, space, seat));
                own.collect::<Result<_, _>>()?
            }
        };
        Ok(StackedRules {
            space: self.only.space(case, space, None)?,
            own_spaces,
            seats: self.seats.len(),
            may_table: self.may_table,
            passing: self.passing,
            must_agree: self.must_agree,
            timing: self.timing,
        })
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
            only,
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
            only: (*only != TalksOnly::Anything).then(|| word(&TalksOnly::WORDS, only).to_owned()),
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
        check_case(&form.format, &form.case, &form.hash, case)?;
        check_seats(&form.seats, case)?;
        let must_agree = must_agree(&form.seats, &form.must_agree)?;
        let may_table = seats_of(&form.seats, "may_table", &form.may_table)?;
        Ok(Self {
            case: form.case,
            hash: form.hash,
            seats: form.seats,
            may_table,
            passing: meaning(&PROTOCOLS, "protocol", &form.protocol)?,
            must_agree,
            timing: Timing {
                deadline: deadline(form.rounds, form.duration_ms)?,
                clock: meaning(&Clock::WORDS, "clock", &form.clock)?,
            },
            no_deal: meaning(&NoDealScore::WORDS, "no_deal", &form.no_deal)?,
            only: match &form.only {
                Some(only) => meaning(&TalksOnly::WORDS, "only", only)?,
                None => TalksOnly::Anything,
            },
        })
    }
}
