//! What other programs would read differently in a scenario, and the ways in which they read it.

use num_traits::{One as _, Zero};

use super::big::{self, Big, is_dust};
use super::build::Loss;
use super::peer::{
    Discount, Domain, Evaluation, HyperBox, Issue, PeerFormat, PeerLine, Per, Profile, ProfilePart,
    Reserved, Semantics,
};
use super::scenario::{Peers, is_near_one};
use super::worth::{Worth, counts_as_zero, told, weight_sum, worth};

/// A way in which a program reads a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With these semantics.
    Plain(Semantics),
    /// As NegMAS loads GENIUS files when it applies discounts: parties with one have no
    /// reservation.
    NegmasDiscounting,
}

impl Way {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain(semantics) => semantics.name(),
            Self::NegmasDiscounting => "negmas-discounting",
        }
    }

    /// What numbers mean in it.
    pub fn semantics(self) -> Semantics {
        match self {
            Self::Plain(semantics) => semantics,
            Self::NegmasDiscounting => Semantics::Negmas,
        }
    }

    /// Whether it forgets the reservation of a party.
    pub fn forgets_reservation(self, profile: &Profile) -> bool {
        self == Self::NegmasDiscounting && profile.discount.is_some()
    }

    /// Whether gains count from the least that any package gives, where that is above the
    /// reservation.
    pub fn counts_from_least(self) -> bool {
        self.semantics() == Semantics::Negmas
    }
}

/// The ways in which a scenario is read, the program's own first.
pub fn ways(peers: &Peers) -> Vec<Way> {
    if peers.format != PeerFormat::Genius {
        return vec![Way::Plain(Semantics::Raw)];
    }
    let discounted = peers.profiles.iter().any(|p| p.discount.is_some());
    let mut ways = vec![
        Way::Plain(Semantics::Genius),
        Way::Plain(Semantics::Negmas),
        Way::Plain(Semantics::Raw),
    ];
    if discounted {
        ways.insert(2, Way::NegmasDiscounting);
    }
    ways
}

/// What the readings of a scenario disagree about, each with the party that it is about.
pub fn lint(peers: &Peers) -> Vec<Loss> {
    let mut findings = peers.remarks.clone();
    for profile in &peers.profiles {
        let mut say = |what: String| {
            findings.push(Loss {
                about: profile.name.clone(),
                what,
            });
        };
        weights(peers.format, profile, &mut say);
        match peers.format {
            PeerFormat::Genius => genius(&peers.domain, profile, &mut say),
            PeerFormat::GeniusWeb => geniusweb(&peers.domain, profile, &mut say),
            PeerFormat::Negmas | PeerFormat::Negolog => {}
        }
        if let Some(discount) = &profile.discount {
            discounted(peers, profile, discount, &mut say);
        }
    }
    findings
}

fn weights(format: PeerFormat, profile: &Profile, say: &mut impl FnMut(String)) {
    let Some(sum) = weight_sum(profile).filter(|_| format.weights_sum_to_one()) else {
        return;
    };
    if !is_near_one(&sum) {
        say(format!(
            "its weights sum to {}, not to 1, and are taken as they are",
            told(&sum)
        ));
    }
}

fn discounted(peers: &Peers, profile: &Profile, discount: &Discount, say: &mut impl FnMut(String)) {
    let value = told(&discount.value);
    if peers.format != PeerFormat::Genius {
        return say(match discount.per {
            Per::Cost => format!("it loses {value} with time, which is left out here"),
            Per::Time => format!(
                "it is discounted by {value} to the power of the time that has passed, which is left out here"
            ),
            Per::Round => {
                format!("it is discounted by {value} with each round, which is left out here")
            }
        });
    }
    say(format!(
        "its discount is {value}: GENIUS multiplies utilities and reservation by {value}^t at the share t of the time, NegMAS utilities by {value} with each round; neither changes the order of packages at one moment"
    ));
    let Reserved::Utility(reserved) = &profile.reserved else {
        return;
    };
    let read = worth(&peers.domain, profile, peers.format, Semantics::Negmas);
    let read = read.expect("this reading needs no weights");
    let cuts = read.least() < *reserved;
    let reserved = told(reserved);
    say(if cuts {
        format!(
            "when NegMAS applies the discount, it forgets the reservation of {reserved}: every package is acceptable to it then"
        )
    } else {
        format!(
            "when NegMAS applies the discount, it forgets the reservation of {reserved}, which cuts off no package in NegMAS anyway"
        )
    });
}

/// Of GeniusWeb, NegMAS reads tables of single issues only.
fn geniusweb(domain: &Domain, profile: &Profile, say: &mut impl FnMut(String)) {
    let beyond = profile.parts.iter().any(|part| match part {
        ProfilePart::Issue { values, .. } => matches!(values, Evaluation::Line(_)),
        ProfilePart::Group { .. } | ProfilePart::Boxes { .. } => true,
        ProfilePart::Constant(_) => false,
    });
    if beyond || domain.issues.iter().any(Issue::is_numeric) {
        say(
            "it has numbers or groups of issues: NegMAS reads tables of single issues only"
                .to_owned(),
        );
    }
    if let Reserved::Package(package) = &profile.reserved
        && let Ok(read) = worth(domain, profile, PeerFormat::GeniusWeb, Semantics::Raw)
    {
        say(format!(
            "its reservation is a package, worth {}: NegMAS keeps that number, GeniusWeb the package",
            told(&read.of(package))
        ));
    }
}

fn genius(domain: &Domain, profile: &Profile, say: &mut impl FnMut(String)) {
    let read = |semantics| worth(domain, profile, PeerFormat::Genius, semantics).ok();
    let (own, negmas) = (read(Semantics::Genius), read(Semantics::Negmas));
    let boxes: Vec<&HyperBox> = profile.parts.iter().flat_map(boxes_of).collect();
    if boxes.is_empty() {
        evaluations(profile, own.as_ref(), negmas.as_ref(), say);
        lines(domain, profile, say);
    } else {
        hyper_rectangles(domain, profile, &boxes, say);
    }
    if !profile.stray.is_empty() {
        let indices: Vec<String> = profile.stray.iter().map(|(i, _)| i.to_string()).collect();
        let indices = indices.join(", ");
        let sum = profile.stray.iter().map(|(_, weight)| weight);
        let sum = told(&sum.fold(Big::zero(), |sum, weight| sum + weight));
        say(format!(
            "weights with the index {indices} name no issue: GENIUS leaves them out, NegMAS adds them to every package ({sum})"
        ));
    }
    let Some(own) = own else {
        return say(
            "an issue has no weight: NegMAS takes 1 for it, GENIUS reads no such file".to_owned(),
        );
    };
    let over = own.most() - Big::one();
    if over > Big::zero() && !is_dust(&over) {
        let over = told(&over);
        say(if own.terms.is_empty() {
            format!("its best sum passes 1 by {over}: GENIUS cuts it to 1, others do not")
        } else {
            format!("its sums could pass 1, by {over} at most: GENIUS would cut them to 1")
        });
    }
}

fn boxes_of(part: &ProfilePart) -> &[HyperBox] {
    match part {
        ProfilePart::Boxes { boxes, .. } => boxes,
        ProfilePart::Issue { .. } | ProfilePart::Group { .. } | ProfilePart::Constant(_) => &[],
    }
}

/// Tables whose largest evaluation is not 1.
fn evaluations(
    profile: &Profile,
    own: Option<&Worth>,
    negmas: Option<&Worth>,
    say: &mut impl FnMut(String),
) {
    let mut largest = Vec::new();
    let (mut others, mut unread) = (0, 0);
    for part in &profile.parts {
        match part {
            ProfilePart::Issue {
                values: Evaluation::Table(row),
                ..
            } => {
                let most = row.iter().max().expect("an issue has a value");
                // An issue that is worth nothing in any case takes no part.
                if row.iter().all(Zero::is_zero) {
                    continue;
                }
                if counts_as_zero(most) {
                    unread += 1;
                } else {
                    largest.push(most);
                }
            }
            _ => others += 1,
        }
    }
    if unread > 0 {
        say(format!(
            "on {} no evaluation reaches 0.00001: GENIUS takes all of them as 0",
            counted(unread, "issue")
        ));
    }
    let (Some(least), Some(most)) = (largest.iter().min(), largest.iter().max()) else {
        return;
    };
    if least.is_one() && most.is_one() {
        return;
    }
    let sums = |worth: Option<&Worth>| worth.map_or_else(|| "?".to_owned(), |w| rough(&w.reach()));
    let (here, there) = (sums(own), sums(negmas));
    let apart = if least == most && others == 0 {
        format!(
            "its largest evaluation is {} on every issue: GENIUS divides by it, NegMAS does not, which leaves packages in the same order",
            rough(most)
        )
    } else if others > 0 && least == most {
        format!(
            "its largest evaluation is {} on every issue of names: GENIUS divides by it, NegMAS does not, so that they weigh differently there against issues of numbers",
            rough(most)
        )
    } else {
        format!(
            "the largest evaluations of its issues go from {} to {}: GENIUS divides those of each issue by its own, NegMAS does not, so that issues weigh differently",
            rough(least),
            rough(most)
        )
    };
    let reserved = match &profile.reserved {
        Reserved::Utility(value) if !value.is_zero() => {
            format!("; its reservation of {} is the same in both", told(value))
        }
        _ => String::new(),
    };
    say(format!(
        "{apart}; sums go up to {here} in GENIUS, to {there} in NegMAS{reserved}"
    ));
}

/// A number for a reader, in at most four digits after the point.
fn rough(value: &Big) -> String {
    const PARTS: i64 = 10_000;
    let near = big::rounded(value, &Big::new(1.into(), PARTS.into()));
    let about = if is_dust(&(&near - value)) {
        ""
    } else {
        "about "
    };
    format!("{about}{}", told(&near))
}

/// Lines that GENIUS begins at the least number of an issue, and cuts to 0 and 1.
fn lines(domain: &Domain, profile: &Profile, say: &mut impl FnMut(String)) {
    let differ = profile.parts.iter().filter(|part| {
        let ProfilePart::Issue {
            issue,
            values: Evaluation::Line(line),
            ..
        } = part
        else {
            return false;
        };
        let PeerLine {
            slope,
            offset,
            lower,
        } = line.as_ref();
        let numbers = domain.issues[*issue].values.iter();
        numbers.filter_map(|v| v.number.as_ref()).any(|number| {
            let begun = slope * (number - lower) + offset;
            begun.clone().clamp(Big::zero(), Big::one()) != slope * number + offset
        })
    });
    let differ = differ.count();
    if differ > 0 {
        say(format!(
            "on {} a line counts from the least number of the issue in GENIUS, and is cut to 0 and 1; in NegMAS it counts from 0",
            counted(differ, "issue")
        ));
    }
}

fn hyper_rectangles(
    domain: &Domain,
    profile: &Profile,
    boxes: &[&HyperBox],
    say: &mut impl FnMut(String),
) {
    let emptied = boxes.iter().filter(|one| {
        one.bounds.iter().any(|bounds| {
            let values = domain.issues[bounds.issue].values.iter();
            let mut numbers = values.filter_map(|v| v.number.as_ref());
            !numbers.any(|n| bounds.min < *n && *n < bounds.max)
        })
    });
    let emptied = match emptied.count() {
        0 => String::new(),
        some => format!(", so that {some} of them hold no package there"),
    };
    let most: Vec<String> = profile.parts.iter().filter_map(divisor).collect();
    say(format!(
        "it has {}: GENIUS includes their bounds and divides their sum by {}; NegMAS leaves the bounds out{emptied}, and does not divide",
        counted(boxes.len(), "hyper-rectangle"),
        most.join(", ")
    ));
    let excluding = boxes.iter().flat_map(|one| &one.bounds);
    let excluding = excluding.filter(|bounds| bounds.excludes).count();
    if excluding > 0 {
        say(format!(
            "{} that exclude: NegMAS takes them as including",
            counted(excluding, "bound")
        ));
    }
    let beside = profile.parts.iter();
    let beside = beside.filter(|part| matches!(part, ProfilePart::Issue { .. }));
    let beside = beside.count();
    if beside > 0 {
        say(format!(
            "it also evaluates {}: beside hyper-rectangles GENIUS leaves that out, NegMAS adds it",
            counted(beside, "issue")
        ));
    }
}

fn divisor(part: &ProfilePart) -> Option<String> {
    match part {
        ProfilePart::Boxes { most, .. } => Some(told(most)),
        ProfilePart::Issue { .. } | ProfilePart::Group { .. } | ProfilePart::Constant(_) => None,
    }
}

fn counted(number: usize, noun: &str) -> String {
    let end = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{end}")
}
