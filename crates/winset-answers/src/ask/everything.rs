//! Every question about a case, one after the other.

use std::sync::OnceLock;

use winset_check::Acceptable;
use winset_model::answer::{Answer, StopReason};
use winset_model::case::Case;
use winset_model::disagreement::Disagreement;
use winset_model::options::PartyId;
use winset_model::positions::Positions;
use winset_solve::{
    CountSteps, CrossingDates, DAYS_MAX, FloorMode, Levers, Listing, OpeningTerms, Order, Overlap,
    StepLimits, Verdict, Wanted, crossing_dates, levers, listing, steps, verdict,
};
use winset_told::settled::picked;

use super::{
    ClashesAnswer, FrontierAnswer, Movers, OpeningsAnswer, OpeningsTerms, OverlapSettlements,
    PressureAnswer, PressureTerms, RankedConcession, WorkLimit, clashes, openings, pressure,
    ranked_concessions, whole_frontier,
};

/// Openings that are listed, with all that cost the same as the last.
const OPENINGS: usize = 3;
/// Most joint reductions, and most sets of levers, that are looked for.
const SETS_MAX: usize = 12;

/// How much is asked.
#[derive(Debug, Clone, Copy)]
pub struct EverythingTerms {
    /// Whose demands may move in openings.
    pub movers: Movers,
    /// Most clashes that are looked for.
    pub clashes_max: usize,
    /// Most packages of the zone that are listed.
    pub packages_max: usize,
}

/// The questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EverythingStage {
    /// Is there an overlap?
    Verdict,
    /// Which demands defeat each other?
    Clashes,
    /// Which single steps and drops end the most clashes for their cost?
    Concessions,
    /// What is the least to give up?
    Openings,
    /// What is in the overlap, or in the one that the first opening leaves?
    Zone,
    /// What is the least to give up where nobody should be alone in giving way?
    SharedOpenings,
    /// What do no-deal values decide in the zone?
    ZonePressure,
    /// Whose no-deal value has to move?
    Pressure,
}

/// The agreement zone (ZOPA) that packages are shown of: the overlap that is there, or that the first
/// opening leaves.
#[derive(Debug)]
pub struct AgreementZone {
    /// The positions that it holds at.
    pub positions: Positions,
    /// The overlap.
    pub overlap: Overlap,
    /// What settlement rules pick.
    pub settled: OverlapSettlements,
    /// Its packages, at most so many.
    pub listing: Listing,
    /// The frontier of the first two parties with preferences.
    pub frontier: Option<FrontierAnswer>,
}

/// What a party's no-deal value decides in the zone.
#[derive(Debug)]
pub struct ZoneSteps {
    /// Whose.
    pub party: PartyId,
    /// The steps; or why they are not known.
    pub steps: Result<CountSteps, StopReason>,
}

/// Pressure and time.
#[derive(Debug)]
pub struct ZonePressure {
    /// For each party with preferences the steps of its no-deal value.
    pub parties: Vec<ZoneSteps>,
    /// What levers do; none where the case has none.
    pub levers: Option<Levers>,
    /// What trends do; none where no value moves.
    pub turns: Option<CrossingDates>,
}

/// Everything that is found about a case. A part is there as soon as its question is answered.
#[derive(Debug)]
pub struct Everything {
    terms: EverythingTerms,
    /// The verdict.
    pub verdict: OnceLock<Verdict>,
    /// Clashes, told.
    pub clashes: OnceLock<ClashesAnswer>,
    /// Steps and drops by how many clashes they end for their cost.
    pub concessions: OnceLock<Vec<RankedConcession>>,
    /// None where nobody may move.
    pub openings: OnceLock<Option<OpeningsAnswer>>,
    /// The same where nobody should be alone in giving way.
    pub shared: OnceLock<Option<OpeningsAnswer>>,
    /// None where no opening is known.
    pub zone: OnceLock<Option<AgreementZone>>,
    /// None where there is no zone.
    pub zone_pressure: OnceLock<Option<ZonePressure>>,
    /// Pressure and time at the declared positions.
    pub pressure: OnceLock<PressureAnswer>,
}

impl Everything {
    /// Nothing asked yet.
    pub fn new(terms: EverythingTerms) -> Self {
        Self {
            terms,
            verdict: OnceLock::new(),
            clashes: OnceLock::new(),
            concessions: OnceLock::new(),
            openings: OnceLock::new(),
            shared: OnceLock::new(),
            zone: OnceLock::new(),
            zone_pressure: OnceLock::new(),
            pressure: OnceLock::new(),
        }
    }

    /// Asks a question at the declared positions, and keeps the answer. Each question is asked once;
    /// the zone wants the verdict and the openings before, its pressure the zone.
    pub fn ask(&self, case: &Case, stage: EverythingStage, limit: &WorkLimit<'_>) {
        let declared = &Positions::declared(case);
        match stage {
            EverythingStage::Verdict => {
                let found = limit.during("looking for an overlap", |budget| {
                    verdict(case, declared, budget)
                });
                self.verdict.get_or_init(|| found);
            }
            EverythingStage::Clashes => {
                let most = Some(self.terms.clashes_max);
                let found = clashes(case, declared, FloorMode::Ignore, most, limit);
                self.clashes.get_or_init(|| found);
            }
            EverythingStage::Concessions => {
                let found = self.concessions(case, declared, limit);
                self.concessions.get_or_init(|| found);
            }
            EverythingStage::Openings => {
                let found = self.openings(case, declared, Order::Cost, limit);
                self.openings.get_or_init(|| found);
            }
            EverythingStage::SharedOpenings => {
                let found = self.openings(case, declared, Order::Largest, limit);
                self.shared.get_or_init(|| found);
            }
            EverythingStage::Zone => {
                let found = self.zone(case, declared, limit);
                self.zone.get_or_init(|| found);
            }
            EverythingStage::ZonePressure => {
                let zone = self.zone.get().and_then(Option::as_ref);
                let found = zone.map(|zone| zone_pressure(case, declared, zone, limit));
                self.zone_pressure.get_or_init(|| found);
            }
            EverythingStage::Pressure => {
                let asked = PressureTerms {
                    party: None,
                    at_most: SETS_MAX,
                };
                let found = limit.part(|budget| pressure(case, asked, budget, limit.progress()));
                self.pressure.get_or_init(|| found);
            }
        }
    }

    /// Whether a question is answered.
    pub fn is_answered(&self, stage: EverythingStage) -> bool {
        match stage {
            EverythingStage::Verdict => self.verdict.get().is_some(),
            EverythingStage::Clashes => self.clashes.get().is_some(),
            EverythingStage::Concessions => self.concessions.get().is_some(),
            EverythingStage::Openings => self.openings.get().is_some(),
            EverythingStage::Zone => self.zone.get().is_some(),
            EverythingStage::SharedOpenings => self.shared.get().is_some(),
            EverythingStage::ZonePressure => self.zone_pressure.get().is_some(),
            EverythingStage::Pressure => self.pressure.get().is_some(),
        }
    }

    fn concessions(
        &self,
        case: &Case,
        declared: &Positions,
        limit: &WorkLimit<'_>,
    ) -> Vec<RankedConcession> {
        let Some(found) = self.clashes.get() else {
            return Vec::new();
        };
        let (list, movers) = (&found.found.list, self.terms.movers);
        limit.part(|budget| ranked_concessions(case, declared, list, movers, budget))
    }

    fn openings(
        &self,
        case: &Case,
        declared: &Positions,
        order: Order,
        limit: &WorkLimit<'_>,
    ) -> Option<OpeningsAnswer> {
        if self.terms.movers == Movers::Nobody {
            return None;
        }
        let terms = OpeningTerms {
            terms: self.terms.movers.terms(case),
            order,
            ..OpeningTerms::default()
        };
        let asked = OpeningsTerms {
            terms,
            wanted: Wanted::First(OPENINGS),
        };
        Some(limit.during("looking for openings", |budget| {
            openings(case, declared, asked, budget, limit)
        }))
    }

    /// What is in the overlap that is there, or that the first opening leaves. Settlements that were
    /// found with the opening are not looked for again.
    fn zone(
        &self,
        case: &Case,
        declared: &Positions,
        limit: &WorkLimit<'_>,
    ) -> Option<AgreementZone> {
        let verdict = self.verdict.get()?;
        let openings = self.openings.get().and_then(Option::as_ref);
        let opened = openings.and_then(|openings| {
            let opening = openings.found.list.first()?.opening();
            let at = opening.concession().applied(declared);
            Some((at, openings.overlaps.first()?, openings.settled.first()?))
        });
        let (positions, overlap) = match (&verdict.overlap, &opened) {
            (Answer::Found(overlap), _) => (declared.clone(), overlap.clone()),
            (_, Some((at, overlap, _))) => (at.clone(), (*overlap).clone()),
            (_, None) => return None,
        };
        let settled = match opened {
            Some((at, _, settled)) if at == positions => settled.clone(),
            _ => limit.settlements(case, &positions, Disagreement::of(case), &overlap),
        };
        let packages_max = self.terms.packages_max;
        let listing = limit.part(|budget| listing(case, &positions, packages_max, budget));
        let mut scoring = settled.terms.parties.iter().copied();
        let axes = scoring.next().zip(scoring.next());
        let frontier = axes.map(|(x, y)| {
            limit.part(|budget| whole_frontier(case, &positions, vec![x, y], budget))
        });
        Some(AgreementZone {
            positions,
            overlap,
            settled,
            listing,
            frontier,
        })
    }

    /// The packages that rules pick first in the zone, with the names of the rules; each package once.
    pub fn picked(&self) -> Vec<(Vec<String>, &Acceptable)> {
        let zone = self.zone.get().and_then(Option::as_ref);
        zone.map_or_else(Vec::new, |zone| picked(&zone.settled.found))
    }
}

fn zone_pressure(
    case: &Case,
    declared: &Positions,
    zone: &AgreementZone,
    limit: &WorkLimit<'_>,
) -> ZonePressure {
    let parties = (0..case.parties.len()).map(PartyId::at);
    let pressed = |party: PartyId| {
        let limits = StepLimits::default();
        let steps = limit.part(|budget| steps(case, &zone.positions, party, limits, budget));
        let steps = steps.transpose()?.map(|steps| steps.count);
        Some(ZoneSteps { party, steps })
    };
    let has_levers = !case.levers.is_empty();
    ZonePressure {
        parties: parties.filter_map(pressed).collect(),
        levers: has_levers
            .then(|| limit.part(|budget| levers(case, declared, Some(SETS_MAX), budget))),
        turns: limit.part(|budget| crossing_dates(case, declared, DAYS_MAX, budget)),
    }
}
