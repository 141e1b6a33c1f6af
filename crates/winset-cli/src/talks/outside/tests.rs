//! Partners that talk, and partners that crash, flood, are silent or say what is no answer.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use winset::model::builder::{CaseBuilder, NewParty, NewPoint};
use winset::model::case::Case;
use winset::model::options::PartyId;
use winset::play::geniusweb::web_parties;
use winset::play::own::OwnSide;
use winset::play::run::{Program, Said, SeatTurn, Seated, Table, TableTurn};
use winset::play::session::{
    Action, Clock, Deadline, End, Fault, NoDealReason, Seat, StackedRules, Timing,
};
use winset::play::space::{Outcome, OutcomeSpace};
use winset::play::strategy::named;

use super::{OutsideCommand, OutsideLimits, OutsideProgram, OutsideSeat};

const ROUNDS: u32 = 40;

fn pier() -> (Case, Arc<OutcomeSpace>) {
    let mut lease = CaseBuilder::new("lease", "Lease of a pier");
    lease.party(NewParty::new("the-port", "Port").no_deal(6));
    lease.party(NewParty::new("line", "Shipping line").no_deal(6));
    for (id, title) in [("fee", "Fee"), ("years", "Years"), ("crane", "Crane")] {
        let point = NewPoint::new(id, title);
        let point = point.option("a", "A").option("b", "B").option("c", "C");
        lease.point(point.option("d", "D"));
    }
    for (point, port, line) in [
        ("fee", [0, 3, 6, 9], [6, 4, 2, 0]),
        ("years", [6, 4, 2, 0], [0, 2, 5, 8]),
        ("crane", [0, 1, 4, 5], [6, 5, 4, 0]),
    ] {
        lease.scores("the-port", point, port);
        lease.scores("line", point, line);
    }
    let case = lease.build().unwrap().case;
    let space = Arc::new(OutcomeSpace::of(&case).unwrap());
    (case, space)
}

fn limits() -> OutsideLimits {
    OutsideLimits {
        turn_ms: 3_000,
        memory_bytes: 64 << 20,
        farewell_ms: 2_000,
        ..OutsideLimits::default()
    }
}

/// A folder for scripts of a test, removed at its end.
struct Scripts(PathBuf);

impl Scripts {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir();
        let folder = folder.join(format!("winset-partners-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn python(&self, text: &str) -> OutsideCommand {
        let path = self.0.join("partner.py");
        fs::write(&path, text).unwrap();
        command("python3", &[path.to_str().unwrap()])
    }
}

impl Drop for Scripts {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn command(program: &str, arguments: &[&str]) -> OutsideCommand {
    OutsideCommand {
        program: program.to_owned(),
        arguments: arguments.iter().map(|one| (*one).to_owned()).collect(),
    }
}

fn sits<'c>(case: &'c Case, space: &'c Arc<OutcomeSpace>, place: u8) -> OutsideSeat<'c> {
    OutsideSeat {
        case,
        space,
        party: PartyId::at(usize::from(place)),
        seat: Seat(place),
        parties: web_parties(case.parties.iter().map(|party| party.id.as_str())),
        deadline: Deadline::rounds(ROUNDS),
        began_ms: 0,
        parameters: Vec::new(),
    }
}

fn is_there(process: u32) -> bool {
    Path::new(&format!("/proc/{process}")).exists()
}

fn timing() -> Timing {
    Timing {
        deadline: Deadline::rounds(ROUNDS),
        clock: Clock::Negmas,
    }
}

/// How talks of a command at a place with a strategy of ours end, and what went wrong with the command.
fn talks(outside: &OutsideCommand, place: u8, strategy: &str) -> (End, Option<String>) {
    let (case, space) = pier();
    let own = OwnSide::new(&case, &space, PartyId::at(usize::from(1 - place))).unwrap();
    let ours = Program {
        strategy: named(strategy).unwrap().begin(&own, timing(), 1),
        own,
        seat: Seat(1 - place),
    };
    let seat = sits(&case, &space, place);
    let mut program = OutsideProgram::start(outside, seat, limits()).unwrap();
    let (process, profile) = (program.process(), program.profile_file());
    assert!(is_there(process) && profile.exists());
    let end = {
        let mut seats: Vec<Box<dyn Seated + '_>> = vec![Box::new(&mut program), Box::new(ours)];
        if place == 1 {
            seats.reverse();
        }
        let rules = StackedRules::of_all(&space, 2, timing());
        Table::new(rules, seats)
            .go(&mut || Some(0), |_| ())
            .unwrap()
    };
    let trouble = program.trouble().map(str::to_owned);
    assert!(
        !is_there(process),
        "nothing is left at the end of the talks"
    );
    drop(program);
    assert!(!profile.exists(), "the profile is gone");
    (end, trouble)
}

fn agent() -> OutsideCommand {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../docs/how-to/agents/agent.py"
    );
    command("python3", &[path])
}

#[test]
fn the_example_agent_makes_deals_and_gets_more_in_some() {
    let (case, _) = pier();
    let mut more = 0;
    for strategy in ["boulware", "conceder"] {
        for place in [0, 1] {
            let (end, trouble) = talks(&agent(), place, strategy);
            assert_eq!(trouble, None);
            let outcome = end.agreed.unwrap();
            let (space, party) = (OutcomeSpace::of(&case).unwrap(), usize::from(place));
            let got = [party, 1 - party].map(|party| {
                let score = case.score(PartyId::at(party), &space.package(outcome));
                score.unwrap()
            });
            assert!(got.iter().all(|score| *score >= 6), "{got:?}");
            more += u32::from(got[0] > got[1]);
        }
    }
    assert!(more >= 1, "{more}");
}

/// What the program says in its turns, by a text of Python with the settings, and the bid of its own last
/// or another's offer at hand.
fn in_turn(says: &str) -> String {
    format!(
        r#"
import json, sys, time
def say(kind, **fields):
    print(json.dumps({{kind: fields}}), flush=True)
bid = {{"issuevalues": {{"fee": "a", "years": "a", "crane": "a"}}}}
for line in sys.stdin:
    (kind, told), = json.loads(line).items()
    if kind == "Settings":
        me = told["id"]
    elif kind == "YourTurn":
        {says}
"#
    )
}

#[test]
fn every_fault_ends_the_talks_under_its_name() {
    let check = |name: &str, says: &str, fault: Fault, why: &str| {
        let scripts = Scripts::new(name);
        let began = now();
        let (end, trouble) = talks(&scripts.python(&in_turn(says)), 0, "boulware");
        let took = began.elapsed();
        assert_eq!(
            end.agreed,
            Err(NoDealReason::Fault(Seat(0), fault)),
            "{name}: {trouble:?}"
        );
        let trouble = trouble.unwrap_or_default();
        assert!(trouble.contains(why), "{name}: {trouble}");
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    };
    for (name, says, fault, why) in FAULTS {
        check(name, says, fault, why);
    }
}

const FAULTS: [(&str, &str, Fault, &str); 14] = [
    (
        "crash",
        "raise ValueError('lost')",
        Fault::Crashed,
        "it ended (exit status: 1); last it wrote to standard error: Traceback",
    ),
    (
        "close",
        "import os; os.close(1); time.sleep(60)",
        Fault::Crashed,
        "it closed its output",
    ),
    ("silent", "pass", Fault::Silent, "within 3000 milliseconds"),
    (
        "garbage",
        "print('\\x1b[2Jhello', flush=True)",
        Fault::Garbled,
        "failed to read a message, at character 1",
    ),
    (
        "bytes",
        "sys.stdout.buffer.write(b'\\xff\\n'); sys.stdout.flush()",
        Fault::Garbled,
        "no text in UTF-8",
    ),
    (
        "huge",
        "print('x' * 3000000, flush=True)",
        Fault::Garbled,
        "a line of more than 1048576 bytes",
    ),
    (
        "flood",
        "[say('Offer', actor=me, bid=bid) for _ in range(100000)]",
        Fault::Garbled,
        "more than 16 lines that nobody asked for",
    ),
    (
        "twice",
        "[say('Offer', actor=me, bid=bid) for _ in range(5)]; time.sleep(1)",
        Fault::OutOfTurn,
        "it acted before its turn",
    ),
    (
        "other",
        "say('Offer', actor='line', bid=bid)",
        Fault::OutOfTurn,
        "it acted for 'line', but it sits there for 'the_port'",
    ),
    (
        "option",
        "bid['issuevalues']['fee'] = 'z'; say('Offer', actor=me, bid=bid)",
        Fault::NoPackage,
        "point 'fee' has no option 'z'; its options are 'a', 'b', 'c', 'd'",
    ),
    (
        "missing",
        "del bid['issuevalues']['fee']; say('Offer', actor=me, bid=bid)",
        Fault::NoPackage,
        "it leaves open 'fee'",
    ),
    (
        "accept",
        "say('Accept', actor=me, bid=bid)",
        Fault::NothingToAccept,
        "no bid of another party is on the table",
    ),
    (
        "class",
        "say('LearningDone', actor=me)",
        Fault::Garbled,
        "it answered LearningDone; expected Offer, Accept or EndNegotiation",
    ),
    (
        "memory",
        "big = bytearray(200000000); time.sleep(60)",
        Fault::Crashed,
        "bytes of memory, more than the 67108864 it may",
    ),
];

#[test]
fn breaking_off_is_no_fault() {
    let scripts = Scripts::new("ends");
    let says = in_turn("say('EndNegotiation', actor=me)");
    let (end, trouble) = talks(&scripts.python(&says), 1, "boulware");
    assert_eq!(end.agreed, Err(NoDealReason::BrokenOff(Seat(1))));
    assert_eq!(trouble, None);
}

#[test]
fn what_a_program_started_ends_with_it_and_a_talker_before_its_turn_is_told() {
    let (case, space) = pier();
    let shell = command("sh", &["-c", "sleep 300 & echo $!; wait"]);
    let mut program = OutsideProgram::start(&shell, sits(&case, &space, 0), limits()).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    let turn = TableTurn {
        moment: timing().moment(0, 0),
        deadline: Deadline::rounds(ROUNDS),
        tabled: None,
    };
    assert_eq!(program.act(&turn), SeatTurn::Fails(Fault::Garbled));
    assert_eq!(program.act(&turn), SeatTurn::Fails(Fault::Garbled));
    let trouble = program.trouble().unwrap();
    let (_, sleeper) = trouble.split_once("the line is '").unwrap();
    let sleeper: u32 = sleeper.trim_end_matches('\'').parse().unwrap();
    let mut looks = 0;
    // Whoever takes over what has no parent may collect it late; a process that has ended has no command.
    while fs::read(format!("/proc/{sleeper}/cmdline")).is_ok_and(|line| !line.is_empty()) {
        looks += 1;
        assert!(looks < 200, "the sleeper is still there");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn who_reads_nothing_and_is_dropped_is_ended_too() {
    let (case, space) = pier();
    let sleeper = command("sleep", &["300"]);
    let mut program = OutsideProgram::start(&sleeper, sits(&case, &space, 0), limits()).unwrap();
    let said = Said {
        seat: Seat(1),
        action: Action::Offer(Outcome(0)),
        moment: timing().moment(0, 0),
    };
    assert!(program.recall(
        &TableTurn {
            moment: said.moment,
            deadline: Deadline::rounds(ROUNDS),
            tabled: None,
        },
        Action::Accept
    ));
    for _ in 0..100 {
        program.heard(&said);
    }
    let process = program.process();
    assert!(is_there(process));
    drop(program);
    assert!(!is_there(process));
    let (case, space) = pier();
    let mut program = OutsideProgram::start(&sleeper, sits(&case, &space, 0), limits()).unwrap();
    for _ in 0..3_000 {
        program.heard(&said);
    }
    assert_eq!(program.trouble(), Some("it does not read what it is told"));
    assert!(!is_there(program.process()));
}

#[test]
fn what_does_not_start_is_refused() {
    let (case, space) = pier();
    let none = command("no-such-program-anywhere", &[]);
    let refused = OutsideProgram::start(&none, sits(&case, &space, 0), limits());
    let refused = refused.unwrap_err().to_string();
    assert!(
        refused.starts_with("start 'no-such-program-anywhere': "),
        "{refused}"
    );
}

#[expect(clippy::disallowed_methods, reason = "a test watches the clock")]
fn now() -> Instant {
    Instant::now()
}
