//! A scenario in the figures of other programs.

use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::formats::Scenario;
use winset_model::formats::peer::{PeerFormat, Semantics};
use winset_model::options::PartyId;
use winset_solve::{Budget, Count, FrontierFound, PlacedAgreement, Stats, Variant, placed, stats};

use super::CandidatePackage;

/// What is known of a scenario.
#[derive(Debug)]
pub struct StatisticsAnswer {
    /// The figures.
    pub stats: Stats,
    /// Where the case comes from, if that is files of another program.
    pub source: Option<ScenarioSource>,
    /// The package on the table, and where it stands.
    pub candidate: Option<CandidatePlace>,
}

/// The files that a case comes from, and how they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioSource {
    /// Their format.
    pub format: PeerFormat,
    /// What the numbers of GENIUS files were taken to mean.
    pub semantics: Semantics,
    /// The parties whose sums GENIUS cuts at 1 and the case does not.
    pub uncut: Vec<PartyId>,
}

impl ScenarioSource {
    /// Where a scenario comes from.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            format: scenario.format,
            semantics: scenario.semantics,
            uncut: scenario.uncut.clone(),
        }
    }

    /// What the numbers were taken to mean, where the files are GENIUS's.
    pub fn genius(&self) -> Option<Semantics> {
        (self.format == PeerFormat::Genius).then_some(self.semantics)
    }
}

/// A package, and where it stands.
#[derive(Debug)]
pub struct CandidatePlace {
    /// The package.
    pub candidate: CandidatePackage,
    /// Where it stands among the others.
    pub placed: PlacedAgreement,
}

/// Describes a scenario in the eyes of some parties.
pub fn statistics(
    case: &Case,
    parties: &[PartyId],
    candidate: Option<CandidatePackage>,
    source: Option<ScenarioSource>,
    budget: &Budget<'_>,
) -> StatisticsAnswer {
    let stats = stats(case, parties, budget);
    let place = |candidate: CandidatePackage| CandidatePlace {
        placed: placed(case, &stats, &candidate.package),
        candidate,
    };
    StatisticsAnswer {
        candidate: candidate.map(place),
        source,
        stats,
    }
}

impl StatisticsAnswer {
    /// Why the first part that is not known was stopped. That a scenario has too many packages for
    /// figures about pairs of them is no stop.
    pub fn reason(&self) -> Option<StopReason> {
        let Stats {
            possible,
            acceptable,
            above,
            variants,
            conflicts,
            ..
        } = &self.stats;
        let counts = [possible, acceptable, above].into_iter();
        let of_count = counts.filter_map(|count| match count {
            Count::Exact(_) => None,
            Count::Between { reason, .. } => Some(*reason),
        });
        let of_frontier = match &variants.frontier {
            FrontierFound::Stopped { reason, .. } => Some(*reason),
            FrontierFound::Complete { .. } | FrontierFound::Nobody => None,
        };
        let of_rules = variants.picked.iter().filter_map(|one| match one.found {
            Variant::Stopped(reason) => Some(reason),
            Variant::Found(_) | Variant::Nothing => None,
        });
        let of_pairs = conflicts
            .iter()
            .filter_map(|one| one.as_ref().err().copied());
        let of_pairs = of_pairs.filter(|reason| *reason != StopReason::MemoryLimit);
        of_count
            .chain(of_frontier)
            .chain(of_rules)
            .chain(of_pairs)
            .next()
    }
}
