//! What rules pick, or why they pick nothing.

use winset_check::{Acceptable, Best, LargestSum, Leximin, Nash, NoOverlap};
use winset_model::answer::StopReason;
use winset_model::number::Exact;

use super::ties::Ties;

/// What the rules pick.
#[derive(Debug, Clone)]
pub struct Settlements {
    /// The largest product of gains.
    pub nash: SettlementFound<Nash>,
    /// The best share of what each party could gain at best, for the worst-off first.
    pub kalai_smorodinsky: SettlementFound<Leximin>,
    /// The best gain for the worst-off first.
    pub egalitarian: SettlementFound<Leximin>,
    /// The largest sum of scores.
    pub utilitarian: SettlementFound<LargestSum>,
}

/// What one rule picks.
#[derive(Debug, Clone)]
pub enum SettlementFound<C> {
    /// Found.
    Found {
        /// The proof that nothing is better, and which scores are as good.
        claim: C,
        /// All packages with these scores.
        ties: Ties,
    },
    /// The rule picks nothing.
    None(Unsettled),
    /// Stopped before it was decided.
    Stopped {
        /// Why.
        reason: StopReason,
        /// The best package found so far.
        best: Option<Acceptable>,
        /// No package gives everybody more than this, in gains or in shares; where it is known.
        bound: Option<Exact>,
    },
}

/// Why a rule picks nothing.
#[derive(Debug, Clone)]
pub enum Unsettled {
    /// No package is acceptable.
    NoOverlap(NoOverlap),
    /// Nobody takes part, or somebody without preferences.
    Nobody,
    /// Every acceptable package leaves some party below its disagreement value.
    SomebodyLoses(NoOverlap),
    /// No acceptable package gives any party more than its disagreement value.
    NobodyGains(Vec<Best>),
    /// Scores of different parties may not be added up.
    NotComparable,
}

/// What one of the rules picks.
#[derive(Debug)]
pub(super) enum Part {
    Nash(SettlementFound<Nash>),
    KalaiSmorodinsky(SettlementFound<Leximin>),
    Egalitarian(SettlementFound<Leximin>),
    Utilitarian(SettlementFound<LargestSum>),
}

impl<C> From<StopReason> for SettlementFound<C> {
    fn from(reason: StopReason) -> Self {
        Self::Stopped {
            reason,
            best: None,
            bound: None,
        }
    }
}

impl Settlements {
    /// No rule picks anything, for the same reason.
    pub(super) fn none(why: &Unsettled) -> Self {
        Self {
            nash: SettlementFound::None(why.clone()),
            kalai_smorodinsky: SettlementFound::None(why.clone()),
            egalitarian: SettlementFound::None(why.clone()),
            utilitarian: SettlementFound::None(why.clone()),
        }
    }

    /// Stopped before any rule was looked at.
    pub(super) fn stopped(reason: StopReason) -> Self {
        Self {
            nash: reason.into(),
            kalai_smorodinsky: reason.into(),
            egalitarian: reason.into(),
            utilitarian: reason.into(),
        }
    }

    /// What the rules picked, each once.
    pub(super) fn of(parts: Vec<Part>) -> Self {
        let mut settlements = Self::stopped(StopReason::CheckFailed);
        for part in parts {
            match part {
                Part::Nash(found) => settlements.nash = found,
                Part::KalaiSmorodinsky(found) => settlements.kalai_smorodinsky = found,
                Part::Egalitarian(found) => settlements.egalitarian = found,
                Part::Utilitarian(found) => settlements.utilitarian = found,
            }
        }
        settlements
    }
}
