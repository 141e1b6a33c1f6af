//! What the rules pick and the frontier, by looking at every package: the oracle of the searches.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::Ratio;
use winset_check::Acceptable;
use winset_model::case::Case;
use winset_model::number::{Exact, div};
use winset_model::options::{Package, PartyId};
use winset_solve::SettlementTerms;

/// Every acceptable package.
pub(crate) struct Every<'a> {
    pub(crate) case: &'a Case,
    pub(crate) terms: &'a SettlementTerms,
    pub(crate) all: Vec<Acceptable>,
}

impl Every<'_> {
    fn gain(&self, package: &Acceptable, party: PartyId) -> Option<Exact> {
        let score = package.scores()[party.index()]?;
        self.terms.disagreement.gain(self.case, party, score)
    }

    /// The packages whose values are greatest.
    fn best<T: Ord>(
        among: &[&Acceptable],
        value: impl Fn(&Acceptable) -> Option<T>,
    ) -> Option<Vec<Package>> {
        let values: Vec<T> = among.iter().map(|p| value(p)).collect::<Option<_>>()?;
        let most = values.iter().max();
        let best = among.iter().zip(&values).filter(|(_, v)| Some(*v) == most);
        Some(best.map(|(p, _)| p.package().clone()).collect())
    }

    fn everything(&self) -> Vec<&Acceptable> {
        self.all.iter().collect()
    }

    pub(crate) fn gains(&self) -> Option<Vec<Package>> {
        Self::best(&self.everything(), |package| {
            let parties = self.terms.parties.iter();
            let gains = parties.map(|party| self.gain(package, *party));
            let mut gains: Vec<Exact> = gains.collect::<Option<_>>()?;
            gains.sort();
            Some(gains)
        })
    }

    pub(crate) fn shares(&self) -> Option<Vec<Package>> {
        let mut ranges = Vec::new();
        for party in &self.terms.parties {
            let gains = self.all.iter().map(|p| self.gain(p, *party));
            let gains: Vec<Exact> = gains.collect::<Option<_>>()?;
            let most = gains
                .into_iter()
                .max()
                .filter(|g| *g > Exact::from_integer(0));
            ranges.extend(most.map(|most| (*party, most)));
        }
        if ranges.is_empty() {
            return Some(Vec::new());
        }
        Self::best(&self.everything(), |package| {
            let shares = ranges
                .iter()
                .map(|(party, most)| div(self.gain(package, *party)?, *most));
            let mut shares: Vec<Exact> = shares.collect::<Option<_>>()?;
            shares.sort();
            Some(shares)
        })
    }

    pub(crate) fn sums(&self) -> Option<Vec<Package>> {
        if !self.terms.comparable {
            return Some(Vec::new());
        }
        Self::best(&self.everything(), |package| {
            let mut sum = Ratio::from_integer(BigInt::from(0));
            for party in &self.terms.parties {
                let score = package.scores()[party.index()]?;
                let scale = self.case.parties[party.index()].sheet.open().scale;
                sum += Ratio::new(BigInt::from(score), BigInt::from(scale));
            }
            Some(sum)
        })
    }

    pub(crate) fn nash(&self) -> Option<Vec<Package>> {
        let zero = Exact::from_integer(0);
        let mut groups: BTreeMap<BTreeSet<PartyId>, Vec<&Acceptable>> = BTreeMap::new();
        for package in &self.all {
            let mut gainers = BTreeSet::new();
            let mut loses = false;
            for party in &self.terms.parties {
                let gain = self.gain(package, *party)?;
                loses |= gain < zero;
                if gain > zero {
                    gainers.insert(*party);
                }
            }
            if !loses {
                groups.entry(gainers).or_default().push(package);
            }
        }
        let size = groups.keys().map(BTreeSet::len).max();
        let mut packages = Vec::new();
        for (gainers, group) in groups.iter().filter(|(set, _)| Some(set.len()) == size) {
            packages.extend(Self::best(group, |package| self.product(package, gainers))?);
        }
        packages.sort();
        Some(packages)
    }

    /// The product of the gains, times the same denominator for every package.
    fn product(&self, package: &Acceptable, gainers: &BTreeSet<PartyId>) -> Option<BigInt> {
        let mut product = BigInt::from(1);
        for party in gainers {
            let scale = self.case.parties[party.index()].sheet.open().scale;
            let value = self.terms.disagreement.value(*party)?;
            let gain = self.gain(package, *party)?;
            // The denominator of the gain divides that of the score times that of the value.
            let unit = BigInt::from(scale) * *value.denom();
            product *= BigInt::from(*gain.numer()) * (unit / *gain.denom());
        }
        Some(product)
    }

    /// The points of the frontier, from the most for the first party down, and how many packages have
    /// exactly these scores.
    pub(crate) fn frontier(&self) -> Vec<(Vec<i64>, u64)> {
        let mut parties = self.terms.parties.clone();
        parties.sort_unstable();
        parties.dedup();
        let mut counts: BTreeMap<Vec<i64>, u64> = BTreeMap::new();
        for package in &self.all {
            let scores = parties.iter().filter_map(|p| package.scores()[p.index()]);
            *counts.entry(scores.collect()).or_default() += 1;
        }
        let dominated = |scores: &Vec<i64>| {
            counts
                .keys()
                .any(|other| other != scores && other.iter().zip(scores).all(|(o, s)| o >= s))
        };
        let points = counts.iter().rev().filter(|(scores, _)| !dominated(scores));
        points
            .map(|(scores, count)| (scores.clone(), *count))
            .collect()
    }
}
