//! Scales of a case that is being derived from another.

use num_integer::Integer as _;

use super::draft::{DerivedDraft, TooLarge, fits};
use crate::case::{Bonus, SCALE_MAX, SCORE_SUM_MAX, Scores, Sheet};
use crate::options::PartyId;
use crate::private::Private;

impl DerivedDraft {
    /// Brings a party's numbers to a scale so many times as fine; they mean the same.
    ///
    /// # Errors
    /// When the scale would be above [`SCALE_MAX`], or the numbers too large.
    pub fn raise_scale(&mut self, party: PartyId, factor: i64) -> Result<(), TooLarge> {
        let times = |value: i64| value.checked_mul(factor).ok_or(TooLarge);
        let each = |row: &Vec<i64>| row.iter().map(|s| times(*s)).collect();
        let sheet = self.case.parties[party.index()].sheet.open();
        let scale = times(sheet.scale)?;
        if factor != 1 && scale > SCALE_MAX {
            return Err(TooLarge);
        }
        let raised = |scores: &Scores| {
            let bonuses = scores.bonuses.iter().map(|b| {
                let (when, score) = (b.when.clone(), times(b.score)?);
                Ok(Bonus { when, score })
            });
            let by_option = scores.by_option.iter().map(each);
            let raised = Scores {
                by_option: by_option.collect::<Result<_, _>>()?,
                bonuses: bonuses.collect::<Result<_, _>>()?,
            };
            fits(&raised).map(|()| raised)
        };
        let range = sheet.no_deal_range;
        let range = range.map(|(low, high)| Ok((times(low)?, times(high)?)));
        let raised = Sheet {
            scale,
            scores: sheet.scores.as_ref().map(raised).transpose()?,
            no_deal: sheet.no_deal.map(times).transpose()?,
            no_deal_range: range.transpose()?,
            trend_per_month: sheet.trend_per_month,
            impasse: sheet.impasse.map(times).transpose()?,
        };
        self.case.parties[party.index()].sheet = Private::new(raised);
        Ok(())
    }

    /// Measures a party's scores from `zero` in steps of `unit`, both on its scale: afterwards a score
    /// of `zero` means 0, and one of `zero + unit` means 1. Its no-deal and impasse values are
    /// measured in the same way.
    ///
    /// # Errors
    /// When `unit` is not from 1 to [`SCORE_SUM_MAX`], or the numbers are too large.
    pub fn measure(&mut self, party: PartyId, zero: i64, unit: i64) -> Result<(), TooLarge> {
        if !(1..=SCORE_SUM_MAX).contains(&unit) {
            return Err(TooLarge);
        }
        let less = |value: i64| value.checked_sub(zero).ok_or(TooLarge);
        let sheet = self.case.parties[party.index()].sheet.open();
        let range = sheet.no_deal_range;
        let range = range.map(|(low, high)| Ok((less(low)?, less(high)?)));
        let mut measured = Sheet {
            scale: unit,
            scores: sheet.scores.clone(),
            no_deal: sheet.no_deal.map(less).transpose()?,
            no_deal_range: range.transpose()?,
            trend_per_month: sheet.trend_per_month,
            impasse: sheet.impasse.map(less).transpose()?,
        };
        if let Some(scores) = &mut measured.scores {
            for score in scores.by_option.first_mut().into_iter().flatten() {
                *score = less(*score)?;
            }
            fits(scores)?;
        }
        reduce(&mut measured);
        self.case.parties[party.index()].sheet = Private::new(measured);
        Ok(())
    }

    /// Turns a party's scores around, so that its worst package becomes its best, and forgets its
    /// no-deal and impasse values.
    pub fn turn_around(&mut self, party: PartyId) {
        let sheet = self.case.parties[party.index()].sheet.open();
        let turned = |scores: &Scores| Scores {
            by_option: scores
                .by_option
                .iter()
                .map(|row| row.iter().map(|score| -score).collect())
                .collect(),
            bonuses: scores
                .bonuses
                .iter()
                .map(|bonus| Bonus {
                    when: bonus.when.clone(),
                    score: -bonus.score,
                })
                .collect(),
        };
        let turned = Sheet {
            scale: sheet.scale,
            scores: sheet.scores.as_ref().map(turned),
            no_deal: None,
            no_deal_range: None,
            trend_per_month: None,
            impasse: None,
        };
        self.case.parties[party.index()].sheet = Private::new(turned);
    }
}

/// Brings the numbers of a sheet to lowest terms, as reading its file would.
fn reduce(sheet: &mut Sheet) {
    let Sheet {
        scale,
        scores,
        no_deal,
        no_deal_range,
        trend_per_month: _,
        impasse,
    } = sheet;
    let mut numbers: Vec<&mut i64> = vec![scale];
    if let Some(scores) = scores {
        numbers.extend(scores.by_option.iter_mut().flatten());
        numbers.extend(scores.bonuses.iter_mut().map(|bonus| &mut bonus.score));
    }
    numbers.extend(no_deal.iter_mut().chain(impasse));
    numbers.extend(no_deal_range.iter_mut().flat_map(|(low, high)| [low, high]));
    let common = numbers.iter().fold(0_i64, |common, n| common.gcd(n));
    if common > 1 {
        numbers.into_iter().for_each(|number| *number /= common);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Syntax;
    use crate::number::parse;
    use crate::options::{OptionId, Package};
    use crate::resolve::read_case;

    const CASE: &str = "
format: winset-case/1
id: scales
title: Scales
parties: [{id: a, name: A, no_deal: 1.5}, {id: b, name: B}]
points:
  - {id: p, title: P, options: [{id: x, label: X}, {id: y, label: Y}]}
  - {id: q, title: Q, options: [{id: x, label: X}, {id: y, label: Y}, {id: z, label: Z}]}
preferences:
  a: {p: {values: [0, 2]}, q: {values: [1, 0.5, 4]}}
  b: {p: {values: [3, 1]}, q: {values: [0, 0, 0]}}
";

    #[test]
    fn scores_are_measured_from_the_worst_in_units_of_the_range() {
        let case = read_case(CASE.as_bytes(), Syntax::Yaml).unwrap().case;
        let mut draft = DerivedDraft::of(&case);
        // In halves: from 1 to 12, the no-deal value at 3.
        draft.measure(PartyId(0), 1, 11).unwrap();
        let measured = draft.finish();
        let value = |place: [usize; 2]| {
            let package = Package(place.map(OptionId::at).to_vec());
            let score = measured.score(PartyId(0), &package).unwrap();
            measured.unscaled(PartyId(0), score)
        };
        assert_eq!(value([0, 1]), parse("0").unwrap());
        assert_eq!(value([1, 2]), parse("1").unwrap());
        assert_eq!(value([0, 0]), parse("1/11").unwrap());
        let no_deal = measured.parties[0].sheet.open().no_deal.unwrap();
        assert_eq!(
            measured.unscaled(PartyId(0), no_deal),
            parse("2/11").unwrap()
        );
    }

    #[test]
    fn a_unit_below_one_is_refused() {
        let case = read_case(CASE.as_bytes(), Syntax::Yaml).unwrap().case;
        assert_eq!(
            DerivedDraft::of(&case).measure(PartyId(0), 0, 0),
            Err(TooLarge)
        );
    }

    #[test]
    fn the_worst_becomes_the_best() {
        let case = read_case(CASE.as_bytes(), Syntax::Yaml).unwrap().case;
        let mut draft = DerivedDraft::of(&case);
        draft.turn_around(PartyId(0));
        let turned = draft.finish();
        for package in [[0, 1], [1, 2]] {
            let package = Package(package.map(OptionId::at).to_vec());
            let score = |case: &crate::case::Case| case.score(PartyId(0), &package).unwrap();
            assert_eq!(score(&turned), -score(&case));
        }
        assert_eq!(turned.parties[0].sheet.open().no_deal, None);
    }
}
