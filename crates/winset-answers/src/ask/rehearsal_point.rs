//! At any point of a rehearsal: what each side would take, and what could be proposed.

use winset_check::{Acceptable, NoOverlap};
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_play::ranking::Ranking;
use winset_play::run::{Program, Said, SeatTakes, SeatTurn, Seated, Table, TableTurn, TableWaits};
use winset_play::session::{Action, End, Fault, Seat, SessionEvent};
use winset_play::space::Outcome;
use winset_solve::{Budget, SettlementFound, overlap};

use super::{NotSeated, TalksAnswer, program_at, settlements_between};

/// A point of a rehearsal: so many acts are done.
#[derive(Debug)]
pub struct RehearsalPoint {
    /// How many acts are done.
    pub after: usize,
    /// Whose turn it is; none where the talks are over.
    pub turn: Option<Seat>,
    /// What each seat would take there, in the order of seats; empty where the talks are over.
    pub takes: Vec<SeatTakes>,
    /// The package that could be proposed; none where the talks are over.
    pub proposal: Option<RehearsalProposal>,
}

/// What could be proposed: of the packages that are worth to each side at least what it would take, the one with
/// the largest product of gains (Nash).
#[derive(Debug)]
pub enum RehearsalProposal {
    /// A side would take nothing, or was not asked to the end.
    NotAsked,
    /// This package.
    Package {
        /// It.
        package: Acceptable,
        /// Whether no such package has a larger product of gains; else not all can gain, and it is one of them.
        is_fairest: bool,
        /// Whether it crosses no red line and breaks no condition as declared; else only the laws hold it.
        within_lines: bool,
        /// Whether each seat, asked about it, would take it, in the order of seats.
        taken: Vec<bool>,
    },
    /// There is none, under the laws alone.
    None(NoOverlap),
    /// It was stopped before it was decided.
    Stopped(StopReason),
}

/// Whoever sits at a table of questions: one program, and others who do as they are told.
#[derive(Debug)]
enum Asked {
    Program(Program),
    Told,
}

impl Seated for Asked {
    fn heard(&mut self, said: &Said) {
        if let Self::Program(program) = self {
            program.heard(said);
        }
    }

    fn act(&mut self, turn: &TableTurn) -> SeatTurn {
        match self {
            Self::Program(program) => program.act(turn),
            Self::Told => SeatTurn::Fails(Fault::Silent),
        }
    }

    fn recall(&mut self, turn: &TableTurn, action: Action) -> bool {
        match self {
            Self::Program(program) => program.recall(turn, action),
            Self::Told => true,
        }
    }

    fn over(&mut self, _: &End) {}
}

/// What each side would take, and what could be proposed, when `after` acts of a rehearsal are done; all of them
/// where there are fewer. Programs live through the talks anew for each package that they are asked about, about
/// log2(packages) times each.
///
/// # Errors
/// As of [`program_at`]; a course that was held has none.
pub fn rehearsal_point(
    case: &Case,
    talks: &TalksAnswer,
    after: usize,
    budget: &Budget<'_>,
) -> Result<RehearsalPoint, NotSeated> {
    let after = after.min(talks.course.len());
    let over = RehearsalPoint {
        after,
        turn: None,
        takes: Vec::new(),
        proposal: None,
    };
    if talks.end.is_some() && after == talks.course.len() {
        return Ok(over);
    }
    let seats = (0..).take(talks.head.seats.len()).map(Seat);
    let probes = seats.map(|seat| Probe::asked(case, talks, after, seat, budget));
    let probes: Vec<Probe<'_>> = probes.collect::<Result<_, _>>()?;
    Ok(RehearsalPoint {
        turn: probes.first().map(Probe::turn).transpose()?.flatten(),
        proposal: Some(proposal(case, talks, &probes, budget)?),
        takes: probes.into_iter().map(|probe| probe.takes).collect(),
        ..over
    })
}

/// A seat that is asked about packages at a point of talks.
struct Probe<'a> {
    case: &'a Case,
    talks: &'a TalksAnswer,
    after: usize,
    seat: Seat,
    takes: SeatTakes,
}

impl<'a> Probe<'a> {
    fn asked(
        case: &'a Case,
        talks: &'a TalksAnswer,
        after: usize,
        seat: Seat,
        budget: &Budget<'_>,
    ) -> Result<Self, NotSeated> {
        let mut probe = Self {
            case,
            talks,
            after,
            seat,
            takes: SeatTakes::NotItsBest,
        };
        let own = program_at(case, &talks.space, &talks.head, seat)?.own;
        probe.takes = probe.down(own.ranking(), budget)?;
        Ok(probe)
    }

    /// The table when the acts are done.
    fn table(&self) -> Result<Table<Asked>, NotSeated> {
        let TalksAnswer { head, space, .. } = self.talks;
        let seats = (0..).take(head.seats.len()).map(Seat);
        let taken = seats.map(|seat| {
            Ok(if seat == self.seat {
                Asked::Program(program_at(self.case, space, head, seat)?)
            } else {
                Asked::Told
            })
        });
        let taken: Vec<Asked> = taken.collect::<Result<_, NotSeated>>()?;
        let mut table = Table::new(head.rules(self.case, space)?, taken);
        table.take(SessionEvent::Begin, &mut |_| {});
        for said in &self.talks.course[..self.after] {
            let event = SessionEvent::Act {
                seat: said.seat,
                action: said.action,
                at_ms: said.moment.at_ms,
            };
            table.recall(event, &mut |_| {});
        }
        Ok(table)
    }

    /// Whose turn it is.
    fn turn(&self) -> Result<Option<Seat>, NotSeated> {
        Ok(match self.table()?.waits() {
            TableWaits::ForTurn(seat, _) => Some(seat),
            TableWaits::ToBegin | TableWaits::Over(_) => None,
        })
    }

    /// Whether it would take a package that is tabled now; none where the talks end before it can answer.
    fn would_take(&self, outcome: Outcome) -> Result<Option<bool>, NotSeated> {
        let mut table = self.table()?;
        // Whose turn it is tables the package, and the others agree until it is for this seat to answer; in
        // its own turn it answers at once.
        let mut action = Action::Offer(outcome);
        loop {
            match table.waits() {
                TableWaits::ForTurn(seat, _) if seat == self.seat => {
                    let answer = table.asked(outcome);
                    return Ok(Some(answer == Some(SeatTurn::Acts(Action::Accept))));
                }
                TableWaits::ForTurn(seat, moment) => {
                    let at_ms = moment.at_ms;
                    let event = SessionEvent::Act {
                        seat,
                        action,
                        at_ms,
                    };
                    table.take(event, &mut |_| {});
                    action = Action::Accept;
                }
                TableWaits::ToBegin | TableWaits::Over(_) => return Ok(None),
            }
        }
    }

    /// Asks down its order, halving what is left.
    fn down(&self, ranking: &Ranking, budget: &Budget<'_>) -> Result<SeatTakes, NotSeated> {
        match self.would_take(ranking.at(0))? {
            None => return Ok(SeatTakes::NoTurn),
            Some(false) => return Ok(SeatTakes::NotItsBest),
            Some(true) => {}
        }
        let last = ranking.count() - 1;
        if last == 0 || self.would_take(ranking.at(last))? == Some(true) {
            return Ok(SeatTakes::DownTo {
                takes: ranking.at(last),
                not: None,
            });
        }
        let (mut yes, mut no) = (0, last);
        while no - yes > 1 {
            if let Some(reason) = (budget.stop)() {
                return Ok(SeatTakes::Stopped(reason));
            }
            let middle = yes + (no - yes) / 2;
            if self.would_take(ranking.at(middle))? == Some(true) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        Ok(SeatTakes::DownTo {
            takes: ranking.at(yes),
            not: Some(ranking.at(no)),
        })
    }
}

/// The package with the largest product of gains among those that each side would take: of those within the
/// declared lines, else of all that the laws allow.
fn proposal(
    case: &Case,
    talks: &TalksAnswer,
    probes: &[Probe<'_>],
    budget: &Budget<'_>,
) -> Result<RehearsalProposal, NotSeated> {
    let mut floors: Vec<(PartyId, i64)> = Vec::new();
    for (party, probe) in talks.parties(case).into_iter().zip(probes) {
        let SeatTakes::DownTo { takes, .. } = probe.takes else {
            return Ok(RehearsalProposal::NotAsked);
        };
        let floor = party.and_then(|p| Some((p, case.score(p, &talks.space.package(takes))?)));
        floors.extend(floor);
    }
    let raised = |from: Positions| {
        floors.iter().fold(from, |at, (party, floor)| {
            let least = at.floors[party.index()].map_or(*floor, |no_deal| no_deal.max(*floor));
            at.with_floor(*party, Some(least))
        })
    };
    let parties: Vec<PartyId> = floors.iter().map(|(party, _)| *party).collect();
    let declared = raised(Positions::declared(case));
    let (found, within_lines) = match fairest(case, &declared, &parties, budget) {
        Answer::Impossible(_) => {
            let laws = raised(Positions::laws(case));
            (fairest(case, &laws, &parties, budget), false)
        }
        found @ (Answer::Found(_) | Answer::Stopped { .. }) => (found, true),
    };
    let (package, is_fairest) = match found {
        Answer::Found(found) => found,
        Answer::Impossible(proof) => return Ok(RehearsalProposal::None(proof)),
        Answer::Stopped { reason, .. } => return Ok(RehearsalProposal::Stopped(reason)),
    };
    let outcome = talks.space.number(package.package());
    let taken = probes.iter().map(|probe| probe.would_take(outcome));
    let taken: Vec<Option<bool>> = taken.collect::<Result<_, _>>()?;
    Ok(RehearsalProposal::Package {
        package,
        is_fairest,
        within_lines,
        taken: taken.into_iter().map(|t| t == Some(true)).collect(),
    })
}

/// The package at some positions with the largest product of gains, and that it is that; an acceptable one where
/// not all can gain.
fn fairest(
    case: &Case,
    at: &Positions,
    parties: &[PartyId],
    budget: &Budget<'_>,
) -> Answer<(Acceptable, bool), NoOverlap, ()> {
    let stopped = |reason| Answer::Stopped {
        reason,
        best: None,
        bound: (),
    };
    let any = match overlap(case, at, budget) {
        Answer::Found(any) => any,
        Answer::Impossible(proof) => return Answer::Impossible(proof),
        Answer::Stopped { reason, .. } => return stopped(reason),
    };
    match settlements_between(case, at, parties.to_vec(), budget)
        .found
        .nash
    {
        SettlementFound::Found { ties, .. } => {
            let first = ties.packages.into_iter().next();
            Answer::Found((first.unwrap_or(any), true))
        }
        SettlementFound::None(_) => Answer::Found((any, false)),
        SettlementFound::Stopped { reason, .. } => stopped(reason),
    }
}
