//! Traces of shuttles: written, read, played again, gone on with at any act.

use winset_play::mediator::{
    MediatorBegins, MediatorProgram, PartyProgram, Prior, PublicOrders, ShuttleNote, ShuttleSeated,
    ShuttleTable, Truthful, answerer_named, mediator_named,
};
use winset_play::own::OwnSide;
use winset_play::random::Draws;
use winset_play::session::{
    AnswersTold, Clock, Deadline, NoDealScore, SessionEvent, TextQuestion, Timing,
};
use winset_play::trace::{
    ShuttleHead, ShuttleTerms, is_shuttle_trace, read_shuttle_trace, replay_shuttle,
    shuttle_act_line, shuttle_end_line, shuttle_last_line,
};

use crate::cases::{CaseSize, RandomCase, random_case};

const SIZE: CaseSize = CaseSize {
    points: 3,
    options: 3,
    parties: 2,
    floor_percent: 90,
};

/// Mediators, what parties answer with, and what they are asked.
const PLAYS: [(&str, &str, TextQuestion); 6] = [
    ("asking", "truthful", TextQuestion::ByItself),
    ("asking-points", "truthful", TextQuestion::OverStanding),
    ("asking-pairs", "annealer(t=0.2)", TextQuestion::ByItself),
    ("asking-orders", "truthful", TextQuestion::OverStanding),
    ("flip", "annealer", TextQuestion::OverStanding),
    ("fixed-order", "climber", TextQuestion::OverLast),
];

fn head(world: &RandomCase, place: usize, seed: u64) -> ShuttleHead {
    let (mediator, answers, question) = PLAYS[place];
    let ids: Vec<&str> = world.case.parties.iter().map(|p| p.id.as_str()).collect();
    let terms = ShuttleTerms {
        question,
        told: [AnswersTold::OneByOne, AnswersTold::WhetherAll][place % 2],
        timing: Timing {
            deadline: Deadline::rounds(25),
            clock: Clock::Negmas,
        },
        no_deal: NoDealScore::Value,
    };
    ShuttleHead::between(
        &world.case,
        mediator,
        ids.iter().map(|id| (*id, answers)),
        seed,
        terms,
    )
}

type Table = ShuttleTable<Box<dyn ShuttleSeated>>;

fn table(world: &RandomCase, head: &ShuttleHead) -> Table {
    let spec = mediator_named(&head.seats[0].plays).unwrap();
    let orders = (0..).zip(&head.seats[1..]).map(|(party, _)| {
        (
            crate::cases::seat(party),
            winset_model::options::PartyId::at(party),
        )
    });
    let mediator: Box<dyn ShuttleSeated> = Box::new(MediatorProgram(spec.begin(MediatorBegins {
        space: world.space.clone(),
        asked: head.must_agree,
        question: head.question,
        prior: Prior::of_laws(&world.case, &world.space),
        orders: PublicOrders::of_scores(&world.case, orders),
        seed: head.seats[0].seed,
    })));
    let parties = head.seats[1..]
        .iter()
        .map(|seat| -> Box<dyn ShuttleSeated> {
            let party = world.case.party_named(&seat.party).unwrap();
            Box::new(PartyProgram {
                own: OwnSide::new(&world.case, &world.space, party).unwrap(),
                program: answerer_named(&seat.plays)
                    .unwrap()
                    .begin(Truthful::of(&world.case, party), seat.seed),
            })
        });
    let seats = std::iter::once(mediator).chain(parties).collect();
    ShuttleTable::new(head.rules(&world.space), seats)
}

/// Holds a shuttle from where a table is, and writes its lines.
fn go(world: &RandomCase, head: &ShuttleHead, mut table: Table, text: &mut String) {
    let end = table.go(&mut || Some(0), |note| {
        if let ShuttleNote::Said(said) = note {
            *text += &shuttle_act_line(head, &world.case, &world.space, said);
        }
    });
    let end = end.unwrap();
    *text += &shuttle_last_line(head, &end).unwrap_or_default();
    *text += &shuttle_end_line(head, &world.case, &world.space, &end);
}

fn whole(world: &RandomCase, head: &ShuttleHead) -> String {
    let mut text = head.line();
    go(world, head, table(world, head), &mut text);
    text
}

#[test]
fn what_was_stopped_after_any_act_ends_as_if_it_had_not_been() {
    let mut acts = 0;
    for seed in 0..12 {
        let world = random_case(SIZE, seed);
        for place in 0..PLAYS.len() {
            let head = head(&world, place, seed);
            let text = whole(&world, &head);
            assert!(is_shuttle_trace(&text));
            let trace = read_shuttle_trace(&text, &world.case, &world.space).unwrap();
            assert_eq!(trace.head, head);
            assert!(
                replay_shuttle(&trace, &world.case, &world.space)
                    .unwrap()
                    .is_some()
            );
            let lines: Vec<&str> = text.lines().collect();
            for kept in 1..lines.len() {
                let mut part = lines[..kept].join("\n") + "\n";
                let trace = read_shuttle_trace(&part, &world.case, &world.space).unwrap();
                let mut again = table(&world, &head);
                again.take(SessionEvent::Begin, &mut |_| ());
                for act in &trace.acts {
                    assert!(again.recall(act.event.clone(), &mut |_| ()), "{text}");
                    acts += 1;
                }
                go(&world, &head, again, &mut part);
                assert_eq!(part, text);
            }
        }
    }
    assert!(acts > 10_000, "{acts}");
}

/// A trace with a changed letter is read as it was, or refused with a line, or does not follow: never anything else.
#[test]
fn changed_traces_are_told_by_their_lines() {
    let world = random_case(SIZE, 3);
    let text = whole(&world, &head(&world, 0, 3));
    let mut draws = Draws::new(5);
    let (mut refused, mut taken) = (0, 0);
    for _ in 0..3_000 {
        let mut bytes = text.clone().into_bytes();
        let place = usize::try_from(draws.below(bytes.len() as u64)).unwrap();
        bytes[place] = 32 + u8::try_from(draws.below(95)).unwrap();
        let changed = String::from_utf8(bytes).unwrap();
        let read = read_shuttle_trace(&changed, &world.case, &world.space);
        let followed = read.and_then(|trace| {
            replay_shuttle(&trace, &world.case, &world.space).map_err(|fault| vec![fault])
        });
        let Err(faults) = followed else {
            taken += 1;
            continue;
        };
        let lines = changed.lines().count();
        assert!(!faults.is_empty() && faults.iter().all(|fault| (1..=lines).contains(&fault.line)));
        refused += 1;
    }
    assert!(refused > 1_500 && taken > 10, "{refused} {taken}");
}

#[test]
fn heads_that_make_no_shuttle_are_refused() {
    let world = random_case(SIZE, 1);
    let line = head(&world, 0, 1).line();
    let told = |text: &str| {
        let faults = read_shuttle_trace(text, &world.case, &world.space).unwrap_err();
        faults[0].to_string()
    };
    for (from, to, says) in [
        ("winset-talks/1", "winset-talks/9", "the format is"),
        ("\"by-itself\"", "\"aloud\"", "over-standing"),
        ("\"one-by-one\"", "\"all\"", "whether-all"),
        (
            "\"party\":\"mediator\"",
            "\"party\":\"nobody\"",
            "no party is called",
        ),
        ("\"rounds\":25", "\"rounds\":null", "give rounds"),
        (
            "\"must_agree\":[",
            "\"must_agree\":[\"mediator\",",
            "its own texts",
        ),
        (&world.case.hash, "00", "the trace is of case"),
    ] {
        let changed = line.replacen(from, to, 1);
        assert_ne!(changed, line, "{from}");
        assert!(told(&changed).contains(says), "{}", told(&changed));
    }
}
