//! An outside program at its seat: what it is told of the talks, and what its answers mean.

use std::sync::Arc;

use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::geniusweb::{
    Inform, PartyAgreement, PartyBid, WebAction, WebBid, WebParameter, WebParty, WebProgress,
    WebSettings, web_profile,
};
use winset::play::own::OwnSide;
use winset::play::run::{Said, SeatTurn, Seated, TableTurn};
use winset::play::session::{Action, Deadline, End, Fault, Seat};
use winset::play::space::{Outcome, OutcomeSpace};

use super::lines::LineRead;
use super::partner::{OutsideLimits, Partner, Waited};
use super::place::ProfilePlace;
use super::tail::plain;
use super::{OutsideCommand, OutsideRefused};

/// Most characters of a line that are shown.
const SHOWN_CHARS_MAX: usize = 200;

/// The seat that an outside program takes.
#[derive(Debug)]
pub(crate) struct OutsideSeat<'c> {
    /// What is talked about.
    pub(crate) case: &'c Case,
    /// Its packages.
    pub(crate) space: &'c Arc<OutcomeSpace>,
    /// For whom it talks.
    pub(crate) party: PartyId,
    /// Where it sits.
    pub(crate) seat: Seat,
    /// Who sits at each seat, in messages.
    pub(crate) parties: Vec<WebParty>,
    /// When the talks end.
    pub(crate) deadline: Deadline,
    /// When they began, in milliseconds from 1970 in UTC.
    pub(crate) began_ms: u64,
    /// What else it is told.
    pub(crate) parameters: Vec<WebParameter>,
}

/// An outside program at its seat.
#[derive(Debug)]
pub(crate) struct OutsideProgram<'c> {
    seat: OutsideSeat<'c>,
    limits: OutsideLimits,
    partner: Partner,
    /// Kept until the program has ended.
    #[cfg_attr(not(test), expect(dead_code, reason = "its folder goes when it does"))]
    place: ProfilePlace,
    tabled: Option<Outcome>,
    failed: Option<Fault>,
    trouble: Option<String>,
}

/// What is wrong with an answer, or with waiting for it.
struct Trouble {
    fault: Fault,
    what: String,
}

impl Trouble {
    fn new(fault: Fault, what: impl Into<String>) -> Self {
        let what = what.into();
        Self { fault, what }
    }
}

impl<'c> OutsideProgram<'c> {
    /// Starts a program, and tells it who it is.
    ///
    /// # Errors
    /// The party's side has no profile, or the program does not start.
    pub(crate) fn start(
        command: &OutsideCommand,
        seat: OutsideSeat<'c>,
        limits: OutsideLimits,
    ) -> Result<Self, OutsideRefused> {
        let own = OwnSide::new(seat.case, seat.space, seat.party)?;
        let profile = web_profile(seat.case, seat.space, seat.party, &own)?;
        let under = std::env::temp_dir();
        let place = ProfilePlace::new(&under, &profile.json);
        let place = place.map_err(|source| OutsideRefused::Place {
            folder: under.display().to_string(),
            source,
        })?;
        let partner = Partner::start(command, limits);
        let mut partner = partner.map_err(|source| OutsideRefused::Start {
            program: command.program.clone(),
            source,
        })?;
        let settings = Inform::Settings(WebSettings {
            id: seat.me().clone(),
            profile: place.url(),
            protocol: "SAOP".to_owned(),
            progress: seat.progress(),
            parameters: seat.parameters.clone(),
        });
        partner.tell(settings.line());
        Ok(Self {
            seat,
            limits,
            partner,
            place,
            tabled: None,
            failed: None,
            trouble: None,
        })
    }

    /// What went wrong with it, in words; none while all is well.
    pub(crate) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    fn tell(&mut self, inform: &Inform) {
        if self.failed.is_none() && !self.partner.tell(inform.line()) {
            let what = "it does not read what it is told";
            self.fails(Trouble::new(Fault::Silent, what));
        }
    }

    /// Ends it for a fault, and keeps why.
    fn fails(&mut self, trouble: Trouble) -> Fault {
        let Trouble { fault, what } = trouble;
        let errors = self.partner.end();
        let told = if errors.is_empty() {
            what
        } else {
            format!("{what}; last it wrote to standard error: {errors}")
        };
        self.failed = Some(fault);
        self.trouble = Some(told);
        fault
    }

    fn answer(&mut self, tabled: Option<Outcome>) -> Result<Action, Trouble> {
        self.nothing_unasked()?;
        if let Some(too_large) = self.partner.too_large() {
            return Err(self.not_read(&too_large));
        }
        self.partner.tell(Inform::YourTurn.line());
        match self.partner.wait() {
            Waited::Read(LineRead::Line(line)) => self.meant(&line, tabled),
            other => Err(self.not_read(&other)),
        }
    }

    /// What it said before its turn is against the rules.
    fn nothing_unasked(&mut self) -> Result<(), Trouble> {
        let Some(first) = self.partner.unasked() else {
            return Ok(());
        };
        let most = self.limits.unasked_lines;
        let mut count = 1;
        while count <= most && self.partner.one_more() {
            count += 1;
        }
        if count > most {
            let what = format!("it wrote more than {most} lines that nobody asked for");
            return Err(Trouble::new(Fault::Garbled, what));
        }
        match first {
            LineRead::Line(line) => {
                read(&line)?;
                let what = format!("it acted before its turn, by {}", shown(&line));
                Err(Trouble::new(Fault::OutOfTurn, what))
            }
            other => Err(self.not_read(&Waited::Read(other))),
        }
    }

    /// Why nothing can be read.
    fn not_read(&mut self, waited: &Waited) -> Trouble {
        let OutsideLimits {
            turn_ms,
            line_bytes,
            memory_bytes,
            ..
        } = self.limits;
        match waited {
            Waited::Nothing => {
                let what = format!("it did not answer within {turn_ms} milliseconds");
                Trouble::new(Fault::Silent, what)
            }
            Waited::Closed => Trouble::new(Fault::Crashed, self.partner.ended_how()),
            Waited::TooLarge(bytes) => {
                let what =
                    format!("it took {bytes} bytes of memory, more than the {memory_bytes} it may");
                Trouble::new(Fault::Crashed, what)
            }
            Waited::Read(LineRead::TooLong) => {
                let what = format!("it wrote a line of more than {line_bytes} bytes");
                Trouble::new(Fault::Garbled, what)
            }
            Waited::Read(LineRead::NoText | LineRead::Line(_)) => {
                Trouble::new(Fault::Garbled, "it wrote a line that is no text in UTF-8")
            }
        }
    }

    /// The action that a line means.
    fn meant(&self, line: &str, tabled: Option<Outcome>) -> Result<Action, Trouble> {
        let action = read(line)?;
        let me = self.seat.me();
        if action.actor() != me {
            let (found, me) = (action.actor().as_str(), me.as_str());
            let what = format!("it acted for '{found}', but it sits there for '{me}'");
            return Err(Trouble::new(Fault::OutOfTurn, what));
        }
        match action {
            WebAction::Offer(PartyBid { bid, .. }) => Ok(Action::Offer(self.package(&bid)?)),
            WebAction::Accept(PartyBid { bid, .. }) => {
                let accepted = self.package(&bid)?;
                match tabled {
                    Some(tabled) if tabled != accepted => {
                        let what = "it accepted another bid than the one on the table";
                        Err(Trouble::new(Fault::NothingToAccept, what))
                    }
                    Some(_) => Ok(Action::Accept),
                    None => {
                        let what = "it accepted, but no bid of another party is on the table";
                        Err(Trouble::new(Fault::NothingToAccept, what))
                    }
                }
            }
            WebAction::EndNegotiation(_) => Ok(Action::End),
            other => {
                let class = other.class();
                let what = format!("it answered {class}; expected Offer, Accept or EndNegotiation");
                Err(Trouble::new(Fault::Garbled, what))
            }
        }
    }

    fn package(&self, bid: &WebBid) -> Result<Outcome, Trouble> {
        let package = bid.outcome(self.seat.case, self.seat.space);
        package.map_err(|fault| Trouble::new(Fault::NoPackage, format!("failed to {fault}")))
    }

    #[cfg(test)]
    pub(super) fn process(&self) -> u32 {
        self.partner.process()
    }

    #[cfg(test)]
    pub(super) fn profile_file(&self) -> std::path::PathBuf {
        self.place.file().to_owned()
    }
}

fn read(line: &str) -> Result<WebAction, Trouble> {
    WebAction::parse(line).map_err(|fault| {
        let what = format!("failed to {fault}; the line is {}", shown(line));
        Trouble::new(Fault::Garbled, what)
    })
}

/// A line in quotes, cut where it is long, without what steers a terminal.
fn shown(line: &str) -> String {
    let cut: String = line.chars().take(SHOWN_CHARS_MAX).collect();
    let more = if cut.len() < line.len() { "…" } else { "" };
    format!("'{}{more}'", plain(&cut))
}

impl OutsideSeat<'_> {
    fn me(&self) -> &WebParty {
        &self.parties[self.seat.index()]
    }

    fn progress(&self) -> WebProgress {
        let Deadline {
            rounds,
            duration_ms,
        } = self.deadline;
        let start = self.began_ms;
        match (rounds, duration_ms) {
            (None, Some(duration)) => WebProgress::Time { duration, start },
            (rounds, duration) => WebProgress::Rounds {
                duration: u64::from(rounds.unwrap_or(u32::MAX)),
                current_round: 0,
                end_time: duration.map(|duration| start.saturating_add(duration)),
            },
        }
    }

    fn bid(&self, outcome: Outcome) -> WebBid {
        WebBid::of(self.case, self.space, outcome)
    }
}

impl Seated for OutsideProgram<'_> {
    fn heard(&mut self, said: &Said) {
        if let Action::Offer(outcome) = said.action {
            self.tabled = Some(outcome);
        }
        let actor = self.seat.parties[said.seat.index()].clone();
        let with_bid = |outcome| PartyBid {
            actor: actor.clone(),
            bid: self.seat.bid(outcome),
        };
        let action = match said.action {
            Action::Offer(outcome) => Some(WebAction::Offer(with_bid(outcome))),
            Action::Accept => self.tabled.map(with_bid).map(WebAction::Accept),
            Action::End => Some(WebAction::EndNegotiation(actor)),
            // The protocol has no word for it; nothing changes by it.
            Action::Pass => None,
        };
        if let Some(action) = action {
            self.tell(&Inform::ActionDone(Box::new(action)));
        }
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        if let Some(fault) = self.failed {
            return SeatTurn::Fails(fault);
        }
        match self.answer(turn.tabled) {
            Ok(action) => SeatTurn::Acts(action),
            Err(trouble) => SeatTurn::Fails(self.fails(trouble)),
        }
    }

    /// It only hears what was said: nobody asks it again.
    fn recall(&mut self, _: &TableTurn, _: Action) -> bool {
        true
    }

    fn over(&mut self, end: &End) {
        if self.failed.is_some() {
            return;
        }
        let agreements = end.agreed.ok().map(|outcome| {
            let agreement = |party: &WebParty| PartyAgreement {
                party: party.clone(),
                bid: self.seat.bid(outcome),
            };
            self.seat.parties.iter().map(agreement).collect()
        });
        self.tell(&Inform::Finished(agreements.unwrap_or_default()));
        if self.failed.is_none() {
            self.partner.farewell();
        }
    }
}
