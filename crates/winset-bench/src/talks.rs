//! How many sessions of two strategies there are in a second.

use serde_json::json;
use winset_play::own::OwnSide;
use winset_play::random::seed_of;
use winset_play::run::{Said, play, seated};
use winset_play::session::{Action, Clock, Deadline, End, Timing};
use winset_play::strategy::{NamedPart, Prepared, StrategySpec, named, names};

use crate::measure::{cpu_ns, peak_kb, timed};
use crate::talks_domain::{TalksDomain, domain};

/// What is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TalksSize<'a> {
    /// The strategies, the first of which opens.
    pub(crate) strategies: [&'a str; 2],
    /// The file of the domain; a drawn one where none is given.
    pub(crate) case: Option<&'a str>,
    pub(crate) points: usize,
    pub(crate) options: usize,
    pub(crate) rounds: u32,
    pub(crate) sessions: u64,
    /// Of the scores of a drawn domain.
    pub(crate) seed: u64,
    pub(crate) courses: Courses,
}

/// Whether what is the same in all sessions is found once, or by each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Courses {
    /// Once: a course that follows from time alone is looked up.
    Prepared,
    /// By each session, from the ranking of packages that a side keeps.
    Found,
    /// By each session, from nothing but scores: it ranks all packages.
    Ranked,
}

impl TalksSize<'_> {
    fn timing(&self) -> Timing {
        Timing {
            deadline: Deadline::rounds(self.rounds),
            clock: Clock::Negmas,
        }
    }
}

/// Two strategies for the sides of a domain.
struct Pair<'d> {
    domain: &'d TalksDomain,
    timing: Timing,
    specs: Vec<StrategySpec>,
    prepared: Vec<Prepared>,
    courses: Courses,
}

impl<'d> Pair<'d> {
    fn new(domain: &'d TalksDomain, size: TalksSize<'_>) -> Result<Self, String> {
        let specs = size.strategies.iter().map(|name| named(name));
        let specs: Result<Vec<_>, _> = specs.collect();
        let specs = specs.map_err(|refused| format!("failed to {refused}"))?;
        let timing = size.timing();
        let sides = specs.iter().zip(&domain.sides);
        let prepared = match size.courses {
            Courses::Prepared => sides.map(|(spec, own)| spec.prepare(own, timing)).collect(),
            Courses::Found | Courses::Ranked => Vec::new(),
        };
        Ok(Self {
            domain,
            timing,
            specs,
            prepared,
            courses: size.courses,
        })
    }

    fn session(&self, session: u64, said: impl FnMut(&Said)) -> Result<End, String> {
        let seed = |seat: usize| seed_of(session, &[seat as u64]);
        let ranked = match self.courses {
            Courses::Ranked => Some(self.domain.ranked()?),
            Courses::Prepared | Courses::Found => None,
        };
        let sides = ranked.as_ref().unwrap_or(&self.domain.sides);
        let programs: Vec<_> = if self.courses == Courses::Prepared {
            let seats = self.prepared.iter().enumerate();
            seats.map(|(seat, it)| it.begin(seed(seat))).collect()
        } else {
            let seats = self.specs.iter().zip(sides).enumerate();
            let begin = |(seat, (spec, own)): (usize, (&StrategySpec, &OwnSide))| {
                spec.begin(own, self.timing, seed(seat))
            };
            seats.map(begin).collect()
        };
        let seats = seated(sides, programs);
        Ok(play(&self.domain.space, self.timing, seats, said))
    }
}

/// What came of sessions.
struct Measured {
    sessions: u64,
    acts: u64,
    deals: u64,
    /// Seconds of the clock.
    wall_s: f64,
    /// Seconds of processor time, where the system says it.
    cpu_s: Option<f64>,
}

fn measured(pair: &Pair<'_>, sessions: u64) -> Result<Measured, String> {
    let (mut acts, mut deals) = (0_u64, 0_u64);
    let before = cpu_ns();
    let (played, wall) = timed(|| {
        for session in 0..sessions {
            let end = pair.session(session, |_| acts += 1)?;
            deals += u64::from(end.agreed.is_ok());
        }
        Ok::<(), String>(())
    });
    played?;
    let spent = before.and_then(|before| Some(cpu_ns()? - before));
    Ok(Measured {
        sessions,
        acts,
        deals,
        wall_s: wall.as_secs_f64(),
        cpu_s: spent.map(|ns| per(ns, 1) / 1e9),
    })
}

/// Plays sessions on one thread and prints how many there are in a second, how many ended in a deal and how
/// much was said in each. No deal is worth nothing in a drawn domain.
pub(crate) fn run(size: TalksSize<'_>) -> Result<(), String> {
    let domain = domain(size)?;
    let pair = Pair::new(&domain, size)?;
    let found = measured(&pair, size.sessions)?;
    let [one, two] = size.strategies;
    println!(
        "{one} - {two}, {} packages, {} rounds: {:.0} sessions/s, {} deals of {}, {:.1} acts each, {} kB",
        domain.space.count(),
        size.rounds,
        per(found.sessions, 1) / found.wall_s,
        found.deals,
        found.sessions,
        per(found.acts, found.sessions),
        peak_kb().unwrap_or(0),
    );
    Ok(())
}

/// The course of a first session and the processor time of all, as one line of JSON.
pub(crate) fn course(size: TalksSize<'_>) -> Result<(), String> {
    let (domain, reading) = timed(|| domain(size));
    let domain = domain?;
    let pair = Pair::new(&domain, size)?;
    let space = &domain.space;
    let numbers = |outcome| {
        let points = 0..space.points();
        points
            .map(|point| space.option(outcome, point))
            .collect::<Vec<_>>()
    };
    let mut offers = Vec::new();
    let end = pair.session(0, |said| {
        if let Action::Offer(offer) = said.action {
            offers.push(json!([said.seat.index(), numbers(offer)]));
        }
    })?;
    let found = measured(&pair, size.sessions)?;
    let line = json!({
        "offers": offers,
        "agreed": end.agreed.ok().map(numbers),
        "sessions": found.sessions,
        "cpu_s": found.cpu_s.ok_or("the system does not say how much processor time it took")?,
        "first_s": reading.as_secs_f64(),
    });
    println!("{line}");
    Ok(())
}

/// Sessions of every strategy with the second one, the slowest first: how many a second of processor time.
pub(crate) fn each(size: TalksSize<'_>) -> Result<(), String> {
    let domain = domain(size)?;
    let strategies = names().into_iter();
    let strategies = strategies.filter(|it| matches!(it.part, NamedPart::Offer | NamedPart::Whole));
    let mut rows = Vec::new();
    for strategy in strategies {
        let pair = TalksSize {
            strategies: [strategy.name, size.strategies[1]],
            ..size
        };
        let Ok(pair) = Pair::new(&domain, pair) else {
            continue;
        };
        let mut sessions = 1;
        let mut found = measured(&pair, sessions)?;
        while sessions < size.sessions && found.cpu_s.unwrap_or(found.wall_s) < LONG_ENOUGH_S {
            sessions = (sessions * 4).min(size.sessions);
            found = measured(&pair, sessions)?;
        }
        let spent = found.cpu_s.unwrap_or(found.wall_s);
        rows.push((per(sessions, 1) / spent, strategy.name, found));
    }
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (a_second, name, found) in rows {
        let share = per(found.acts, found.sessions);
        println!(
            "{name}: {a_second:.0} sessions/s, {share:.1} acts each, {:.2} us an act, {} deals of {}",
            1e6 / a_second / share,
            found.deals,
            found.sessions,
        );
    }
    Ok(())
}

/// A strategy is measured on more sessions until they take so long.
const LONG_ENOUGH_S: f64 = 0.3;

#[expect(clippy::cast_precision_loss, reason = "a figure for a table")]
fn per(of: u64, each: u64) -> f64 {
    of as f64 / each.max(1) as f64
}
