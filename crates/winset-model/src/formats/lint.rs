//! What other programs would read differently in a scenario.

use num_traits::{One as _, Zero as _};

use super::big::Big;
use super::build::Loss;
use super::peer::{Evaluation, Format, Part, Per, Profile, Reserved, Semantics};
use super::scenario::{Peers, is_near_one};
use super::worth::{told, weight_sum, worth};

/// What the readings of a scenario disagree about, each with the party that it is about.
pub fn lint(peers: &Peers) -> Vec<Loss> {
    let mut findings = Vec::new();
    for profile in &peers.profiles {
        let mut say = |what: String| {
            findings.push(Loss {
                about: profile.name.clone(),
                what,
            });
        };
        if let Some(sum) = weight_sum(profile) {
            let unweighted = peers.format == Format::Negmas;
            if !is_near_one(&sum) && !unweighted {
                say(format!(
                    "its weights sum to {}, not to 1, and are taken as they are",
                    told(&sum)
                ));
            }
        }
        discount(peers.format, profile, &mut say);
        if peers.format == Format::Genius {
            genius(peers, profile, &mut say);
        }
    }
    findings
}

fn discount(format: Format, profile: &Profile, say: &mut impl FnMut(String)) {
    let Some(discount) = &profile.discount else {
        return;
    };
    let value = told(&discount.value);
    say(match (format, discount.per) {
        (Format::Genius | Format::GeniusWeb, _) => format!(
            "its discount is {value}: GENIUS applies it by the share of time that has passed, NegMAS with each round"
        ),
        (_, Per::Cost) => format!("it loses {value} with time, which a case does not hold"),
        (_, Per::Time | Per::Round) => {
            format!("its discount is {value}, which a case does not hold")
        }
    });
    if format == Format::Genius && profile.reserved != Reserved::None {
        say("NegMAS loses its reservation when it applies the discount".to_owned());
    }
}

fn genius(peers: &Peers, profile: &Profile, say: &mut impl FnMut(String)) {
    let mut unscaled = 0;
    let mut boxes = 0;
    let mut excluding = 0;
    for part in &profile.parts {
        match part {
            Part::Issue {
                values: Evaluation::Table(row),
                ..
            } if !row.iter().max().is_none_or(Big::is_one) => unscaled += 1,
            Part::Issue { .. } | Part::Group { .. } | Part::Constant(_) => {}
            Part::Boxes { boxes: list, .. } => {
                boxes += list.len();
                let bounds = list.iter().flat_map(|one| &one.bounds);
                excluding += bounds.filter(|bounds| bounds.excludes).count();
            }
        }
    }
    if unscaled > 0 {
        say(format!(
            "evaluations do not end at 1 on {unscaled} of {} issues: GENIUS divides them by the largest, NegMAS does not, and both compare with the same reservation",
            peers.domain.issues.len()
        ));
    }
    if boxes > 0 {
        say(format!(
            "it has {boxes} hyper-rectangles: GENIUS includes their bounds, NegMAS leaves them out"
        ));
    }
    if excluding > 0 {
        say(format!(
            "{excluding} bounds exclude: NegMAS takes them as including"
        ));
    }
    if !profile.stray.is_empty() {
        let indices: Vec<String> = profile.stray.iter().map(|(i, _)| i.to_string()).collect();
        let indices = indices.join(", ");
        say(format!(
            "weights with the index {indices} name no issue: GENIUS leaves them out, NegMAS adds them to every package"
        ));
    }
    let capped = worth(&peers.domain, profile, peers.format, Semantics::Genius);
    if let Ok(capped) = capped {
        let over = capped.most() - Big::one();
        if over > Big::zero() {
            let bound = if capped.terms.is_empty() {
                ""
            } else {
                " at most"
            };
            say(format!(
                "sums pass 1 by {}{bound}: GENIUS cuts them, others do not",
                told(&over)
            ));
        }
    }
}
