//! Talks in which only what laws allow may be tabled, and each party agrees to what its own bodies pass: every
//! strategy keeps to it, whatever the others table.

use std::sync::Arc;

use winset_check::accept;
use winset_gen::small::small;
use winset_model::case::{Case, DemandId, Visibility};
use winset_model::document::Syntax;
use winset_model::options::{Package, PartyId};
use winset_model::positions::Positions;
use winset_model::read_case;
use winset_play::own::OwnSide;
use winset_play::run::{Program, Table};
use winset_play::session::{
    Action, Clock, Deadline, Fault, NoDealReason, NoDealScore, Seat, SessionEvent, Stacked,
    TalksOnly, Timing,
};
use winset_play::space::{NotKept, Outcome, OutcomeSpace};
use winset_play::strategy::{NamedPart, named, names};
use winset_play::trace::TraceHead;

fn case(seed: u64) -> Case {
    let text = small(seed).to_string();
    read_case(text.as_bytes(), Syntax::Json).unwrap().case
}

/// Whether a package breaks no law that everybody sees and no vote of a party's own bodies: demand by demand, with the
/// checker.
fn may_agree(case: &Case, party: PartyId, package: &Package) -> bool {
    let declared = Positions::declared(case).without_floors();
    let Err(winset_check::PackageRefusal::Unmet(unmet)) = accept(case, &declared, package) else {
        return true;
    };
    !unmet.demands.iter().any(|demand| match demand {
        DemandId::Line(l) => case.lines[*l].law && case.lines[*l].seen == Visibility::Public,
        DemandId::Link(l) => case.links[*l].law && case.links[*l].seen == Visibility::Public,
        DemandId::Vote(body, _) => case.bodies[*body].party == party,
    })
}

/// The parties of a case with scores, two at least; none where there are fewer.
fn bargaining(case: &Case) -> Option<Vec<PartyId>> {
    let parties = (0..case.parties.len()).map(PartyId::at);
    let scored = parties.filter(|party| case.parties[party.index()].sheet.open().scores.is_some());
    let scored: Vec<PartyId> = scored.take(2).collect();
    (scored.len() == 2).then_some(scored)
}

const TIMING: Timing = Timing {
    deadline: Deadline {
        rounds: Some(12),
        duration_ms: None,
    },
    clock: Clock::Negmas,
};

/// Talks of two parties of a case, and what may be agreed in them.
struct Held<'a> {
    case: &'a Case,
    space: &'a Arc<OutcomeSpace>,
    parties: &'a [PartyId],
    plays: [&'a str; 2],
    seed: u64,
}

/// What courses had.
#[derive(Default)]
struct Met {
    held: usize,
    agreed: usize,
    /// Packages that were tabled and that the other could not have agreed to.
    cut: usize,
}

impl Held<'_> {
    fn all_may(&self, outcome: Outcome) -> bool {
        let package = self.space.package(outcome);
        let mut parties = self.parties.iter();
        parties.all(|party| may_agree(self.case, *party, &package))
    }

    fn programs(&self, head: &TraceHead) -> Vec<Program> {
        let seats = (0..).map(Seat).zip(self.parties).zip(self.plays);
        let programs = seats.map(|((seat, party), plays)| {
            let own = head.space_at(self.case, self.space, seat).unwrap();
            let own = OwnSide::new(self.case, &own, *party).unwrap();
            let seed = head.seats[seat.index()].seed;
            Program {
                strategy: named(plays).unwrap().begin(&own, TIMING, seed),
                own,
                seat,
            }
        });
        programs.collect()
    }

    fn hold(&self, met: &mut Met) {
        let ids = self.parties.iter();
        let ids = ids.map(|party| self.case.parties[party.index()].id.as_str());
        let among = TraceHead::among(
            self.case,
            ids.zip(self.plays),
            self.seed,
            TIMING,
            NoDealScore::Value,
        );
        let head = TraceHead {
            only: TalksOnly::Ratified,
            ..among
        };
        let rules = match head.rules(self.case, self.space) {
            Ok(rules) => rules,
            Err(why) => return assert_eq!(why, NotKept::NoneLeft),
        };
        let told = (self.seed, self.plays);
        let mut table = Table::new(rules, self.programs(&head));
        let end = table.go(&mut || Some(0), |said| {
            if let Action::Offer(outcome) = said.action {
                let party = self.parties[said.seat.index()];
                let package = self.space.package(outcome);
                assert!(may_agree(self.case, party, &package), "{told:?}");
                met.cut += usize::from(!self.all_may(outcome));
            }
        });
        let end = end.unwrap();
        let is_fault = matches!(end.agreed, Err(NoDealReason::Fault(..)));
        assert!(!is_fault, "{told:?} {end:?}");
        if let Ok(outcome) = end.agreed {
            assert!(self.all_may(outcome), "{told:?}");
            met.agreed += 1;
        }
        met.held += 1;
    }
}

#[test]
fn every_strategy_tables_and_accepts_only_what_it_may() {
    let strategies: Vec<&str> = names()
        .iter()
        .filter(|entry| matches!(entry.part, NamedPart::Offer | NamedPart::Whole))
        .map(|entry| entry.name)
        .collect();
    let mut met = Met::default();
    for seed in 0..250 {
        let case = case(seed);
        let Some(parties) = bargaining(&case) else {
            continue;
        };
        let space = Arc::new(OutcomeSpace::of(&case).unwrap());
        for (place, strategy) in strategies.iter().enumerate() {
            let other = (place + usize::try_from(seed).unwrap()) % strategies.len();
            let held = Held {
                case: &case,
                space: &space,
                parties: &parties,
                plays: [*strategy, strategies[other]],
                seed,
            };
            held.hold(&mut met);
        }
    }
    let Met { held, agreed, cut } = met;
    assert!(
        held > 1_000 && agreed > 300 && cut > 100,
        "{held} {agreed} {cut}"
    );
}

/// Who is no program of ours and does what it may not is told how.
#[test]
fn what_may_not_be_agreed_is_a_fault() {
    let mut met = [0, 0, 0];
    for seed in 0..400 {
        let case = case(seed);
        let Some(parties) = bargaining(&case) else {
            continue;
        };
        let space = Arc::new(OutcomeSpace::of(&case).unwrap());
        let seats = parties.iter();
        let seats = seats.map(|party| (case.parties[party.index()].id.as_str(), "person"));
        let head = TraceHead {
            only: TalksOnly::Ratified,
            ..TraceHead::among(&case, seats, seed, TIMING, NoDealScore::Value)
        };
        let Ok(rules) = head.rules(&case, &space) else {
            continue;
        };
        for outcome in (0..space.count()).map(Outcome) {
            let mut session = Stacked::new(rules.clone());
            let mut effects = Vec::new();
            session.step(SessionEvent::Begin, &mut effects);
            for (seat, action) in [(0, Action::Offer(outcome)), (1, Action::Accept)] {
                let seat = Seat(seat);
                session.step(
                    SessionEvent::Act {
                        seat,
                        action,
                        at_ms: 0,
                    },
                    &mut effects,
                );
            }
            let told = format!("{:?}", effects.last().unwrap());
            let package = space.package(outcome);
            let mays: Vec<bool> = parties
                .iter()
                .map(|party| may_agree(&case, *party, &package))
                .collect();
            let who = match mays[..] {
                [true, true] => {
                    assert!(told.contains("agreed: Ok"), "{told}");
                    met[2] += 1;
                    continue;
                }
                [true, false] => 1,
                _ => 0,
            };
            let lawful = rules.space.holds(outcome);
            let fault = if lawful {
                Fault::NotRatified
            } else {
                Fault::NoPackage
            };
            let reason = NoDealReason::Fault(Seat(who), fault);
            assert!(
                told.contains(&format!("Err({reason:?})")),
                "{told} {reason:?}"
            );
            met[usize::from(who)] += 1;
        }
    }
    assert!(met.iter().all(|count| *count > 100), "{met:?}");
}
