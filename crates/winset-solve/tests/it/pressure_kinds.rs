//! Every kind of answer about pressure and time occurs in the cases that the tests look at.

use winset_gen::rng::Rng;
use winset_model::answer::Answer;
use winset_model::case::Case;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_model::trends::Trends;
use winset_solve::{
    Alone, Budget, Certainty, CrossingDate, JointPressure, NashSteps, StepLimits, certainty,
    crossing_dates, joint_pressure, lever_alone, levers, overlap, steps,
};

use crate::pressure::{asked, pressed, read};

/// How often each kind of answer occurs: what is never met is not tested.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Kinds {
    joint_never: u32,
    joint_open: u32,
    joint_several: u32,
    levers_needed: u32,
    levers_of_several: u32,
    lever_ties: u32,
    levers_never: u32,
    lever_closes: u32,
    opens: u32,
    closes: u32,
    never_opens: u32,
    never_closes: u32,
    closed: u32,
    open: u32,
    opens_for_a_while: u32,
    certain: u32,
    possible: u32,
    impossible: u32,
    nash_fractions: u32,
    nash_ties: u32,
    nash_several_at_an_end: u32,
    nash_by_acceptance: u32,
}

impl Kinds {
    fn count(&mut self, case: &Case, asked: &Positions) {
        let budget = Budget::unlimited();
        if let JointPressure::Complete(joint) = joint_pressure(case, asked, None, &budget) {
            match joint.least() {
                [] => self.joint_never += 1,
                [way] if way.floors() == asked.floors => self.joint_open += 1,
                [_] => {}
                _ => self.joint_several += 1,
            }
        }
        let is_open = matches!(overlap(case, asked, &budget), Answer::Found(_));
        let found = levers(case, asked, None, &budget);
        match found.sets.as_slice() {
            [] => self.levers_never += u32::from(!case.levers.is_empty()),
            [first, ..] if first.levers.is_empty() => {}
            [first, more @ ..] => {
                self.levers_needed += 1;
                self.levers_of_several += u32::from(first.levers.len() > 1);
                let tie = more.first().is_some_and(|s| s.cost() == first.cost());
                self.lever_ties += u32::from(tie);
            }
        }
        let alone = lever_alone(case, asked, &budget);
        let closed = alone.iter().filter(|a| matches!(a, Ok(Alone::Closed(_))));
        self.lever_closes += u32::from(is_open && closed.count() > 0);
        self.turns(case, asked);
        match certainty(case, asked, &budget) {
            Some(Certainty::Certain(_)) => self.certain += 1,
            Some(Certainty::Possible { .. }) => self.possible += 1,
            Some(Certainty::Impossible(_)) => self.impossible += 1,
            Some(Certainty::Stopped(_)) | None => {}
        }
        for party in (0..case.parties.len()).map(PartyId::at) {
            let found = steps(case, asked, party, StepLimits::default(), &budget);
            if let Ok(Some(found)) = found
                && let Ok(nash) = found.nash
            {
                self.nash(case, party, &nash);
            }
        }
    }

    fn turns(&mut self, case: &Case, asked: &Positions) {
        let Some(found) = crossing_dates(case, asked, 400, &Budget::unlimited()) else {
            return;
        };
        match found.together {
            CrossingDate::Opens { day, .. } => {
                self.opens += 1;
                let trends = Trends::new(case, asked);
                let later = trends.on(asked, day + 200);
                let later = overlap(case, &later, &Budget::unlimited());
                self.opens_for_a_while += u32::from(matches!(later, Answer::Impossible(_)));
            }
            CrossingDate::Closes { .. } => self.closes += 1,
            CrossingDate::NeverOpens(_) => self.never_opens += 1,
            CrossingDate::NeverCloses(_) => self.never_closes += 1,
            CrossingDate::Closed(_) => self.closed += 1,
            CrossingDate::Open(_) => self.open += 1,
            CrossingDate::Stopped(reason) => panic!("{reason:?}"),
        }
    }

    fn nash(&mut self, case: &Case, party: PartyId, nash: &NashSteps) {
        let impasse = case.parties[party.index()].sheet.open().impasse;
        let several = nash.steps.len() > 1;
        self.nash_by_acceptance += u32::from(several && impasse.is_some());
        for step in &nash.steps {
            self.nash_fractions += u32::from(!step.up_to.is_integer());
            self.nash_ties += u32::from(step.packages.len() > 1);
            let of_three = step.at_end.len() > step.packages.len() + 1;
            self.nash_several_at_an_end += u32::from(of_three);
        }
    }
}

#[test]
fn every_kind_of_answer_occurs() {
    let mut kinds = Kinds::default();
    for seed in 0..2_000 {
        let case = read(seed);
        kinds.count(&case, &asked(&case, seed));
        if seed < 600
            && let Some((case, asked)) = pressed(&case, &mut Rng::new(seed))
        {
            kinds.count(&case, &asked);
        }
    }
    let all = format!("{kinds:?}");
    let counts = all.split(|c: char| !c.is_ascii_digit());
    let counts: Vec<u32> = counts.filter_map(|c| c.parse().ok()).collect();
    assert_eq!(counts.len(), 22, "{all}");
    assert!(counts.iter().all(|count| *count > 0), "{kinds:#?}");
    assert!(
        counts.iter().filter(|count| **count >= 20).count() >= 18,
        "{kinds:#?}"
    );
}
