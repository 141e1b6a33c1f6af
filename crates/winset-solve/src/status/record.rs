//! Goes through lines, offers and statements.

use std::collections::BTreeSet;

use winset_model::case::{Case, Line};
use winset_model::offer::Offer;
use winset_model::options::{OptionId, OptionSet, PartyId, PointId};

use super::form::{OfferChange, OfferShift, PointStanding, PointStatus, Signal, Status};

/// Offers through which an option must be held to be a repeated demand.
const REPEATED_MIN: usize = 3;

/// Where the talks stand by declared lines, offers and statements alone. Pure, without a search: the
/// work is the number of offers times that of points and of parties.
pub fn status(case: &Case) -> Status {
    let mut record = Record::new(case);
    for offer in &case.offers {
        record.add(offer);
    }
    let Record {
        latest,
        shifts,
        mut signals,
        ..
    } = record;
    statements(case, &mut signals);
    let points = (0..case.points.len()).map(PointId::at);
    Status {
        points: points.map(|p| point_status(case, p, &latest)).collect(),
        shifts,
        signals,
    }
}

/// The offers so far.
struct Record<'a> {
    case: &'a Case,
    /// How many there were.
    count: usize,
    /// For each party its latest offer.
    latest: Vec<Option<&'a Offer>>,
    /// For each party and point the offers in a row that hold the option of the latest.
    rows: Vec<Vec<Row>>,
    /// For each party and point the place of the latest offer that moved on it.
    moved: Vec<Vec<Option<usize>>>,
    /// Lines and options told as crossed.
    crossed: BTreeSet<(usize, OptionId)>,
    shifts: Vec<OfferShift>,
    signals: Vec<Signal>,
}

/// Offers in a row that hold the same option.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    /// Place of the first of them, and its number in the sequence.
    first: usize,
    since: u64,
    /// How many they are.
    offers: usize,
    /// Whether the row was told as a repeated demand.
    told: bool,
}

/// What a line accepts as declared.
fn declared(line: &Line) -> OptionSet {
    line.ladder.open()[0].accept.clone()
}

fn point_status(case: &Case, point: PointId, latest: &[Option<&Offer>]) -> PointStatus {
    let mut allowed = OptionSet::first(case.points[point.index()].options.len());
    for line in case.lines.iter().filter(|line| line.point == point) {
        allowed = allowed.and(&declared(line));
    }
    let offers: Vec<Option<OptionId>> = latest
        .iter()
        .map(|o| o.and_then(|o| o.stand_on(point)))
        .collect();
    let made: Vec<OptionId> = offers.iter().copied().flatten().collect();
    let same = made
        .first()
        .copied()
        .filter(|first| made.len() > 1 && made.iter().all(|o| o == first));
    let says = |option: OptionId, party: PartyId| offers[party.index()] == Some(option);
    let standing = match same {
        _ if allowed.is_empty() => PointStanding::Blocked,
        Some(option) if case.is_agreed(point, option, |party| says(option, party)) => {
            PointStanding::Agreed(option)
        }
        _ => PointStanding::Bracketed,
    };
    PointStatus {
        standing,
        allowed,
        offers,
    }
}

/// The points on which an offer moves its maker from one option to another, in order.
fn moves<'a>(
    old: &'a Offer,
    offer: &'a Offer,
) -> impl Iterator<Item = (PointId, OptionId, OptionId)> + 'a {
    offer.says.iter().filter_map(|(point, to)| {
        let from = old.stand_on(*point).filter(|from| from != to)?;
        Some((*point, from, *to))
    })
}

/// By how much one option of a point is worth more to a party than another.
fn gain(case: &Case, party: PartyId, point: PointId, from: OptionId, to: OptionId) -> Option<i64> {
    let scores = case.parties[party.index()].sheet.open().scores.as_ref()?;
    let row = &scores.by_option[point.index()];
    Some(row[to.index()] - row[from.index()])
}

impl<'a> Record<'a> {
    fn new(case: &'a Case) -> Self {
        let (parties, points) = (case.parties.len(), case.points.len());
        Self {
            case,
            count: 0,
            latest: vec![None; parties],
            rows: vec![vec![Row::default(); points]; parties],
            moved: vec![vec![None; points]; parties],
            crossed: BTreeSet::new(),
            shifts: Vec::new(),
            signals: Vec::new(),
        }
    }

    fn add(&mut self, offer: &'a Offer) {
        let old = self.latest[offer.by.index()].replace(offer);
        self.crossings(offer);
        if let Some(old) = old {
            self.shift(old, offer);
            self.withdrawn(old, offer);
        }
        self.repeated(old, offer);
        self.count += 1;
    }

    fn shift(&mut self, old: &Offer, offer: &Offer) {
        let case = self.case;
        let parties = || (0..case.parties.len()).map(PartyId::at);
        let change = |(point, from, to)| OfferChange {
            point,
            from,
            to,
            worth: parties().map(|p| gain(case, p, point, from, to)).collect(),
        };
        let worth = |party| {
            let score = |offer: &Offer| case.score(party, &offer.package()?);
            Some(score(offer)? - score(old)?)
        };
        self.shifts.push(OfferShift {
            seq: offer.seq,
            before: old.seq,
            by: offer.by,
            changes: moves(old, offer).map(change).collect(),
            worth: parties().map(worth).collect(),
        });
    }

    fn crossings(&mut self, offer: &Offer) {
        for (place, line) in self.case.lines.iter().enumerate() {
            let Some(offered) = offer.on(line.point) else {
                continue;
            };
            let declared = declared(line);
            let crosses = line.owner == offer.by && !declared.contains(offered);
            if crosses && self.crossed.insert((place, offered)) {
                self.signals.push(Signal::OfferCrossesOwnDeclaredLine {
                    offer: offer.seq,
                    by: offer.by,
                    line: place,
                    point: line.point,
                    declared,
                    offered,
                });
            }
        }
    }

    fn withdrawn(&mut self, old: &Offer, offer: &Offer) {
        for (point, from, to) in moves(old, offer) {
            if gain(self.case, offer.by, point, from, to) > Some(0) {
                self.signals.push(Signal::WithdrawnConcession {
                    offer: offer.seq,
                    by: offer.by,
                    point,
                    from,
                    to,
                });
            }
        }
    }

    fn repeated(&mut self, old: Option<&Offer>, offer: &Offer) {
        let by = offer.by.index();
        for point in (0..self.case.points.len()).map(PointId::at) {
            let Some(held) = offer.stand_on(point) else {
                continue;
            };
            let before = old.and_then(|old| old.stand_on(point));
            let same = before == Some(held);
            if before.is_some() && !same {
                self.moved[by][point.index()] = Some(self.count);
            }
            let others_moved = |since: usize| {
                let others = self.moved.iter().enumerate().filter(|(p, _)| *p != by);
                let mut moves = others.map(|(_, moved)| moved[point.index()]);
                moves.any(|moved| moved > Some(since))
            };
            let mut row = self.rows[by][point.index()];
            if !same {
                row = Row {
                    first: self.count,
                    since: offer.seq,
                    offers: 0,
                    told: false,
                };
            }
            row.offers += 1;
            if row.offers >= REPEATED_MIN && !row.told && others_moved(row.first) {
                row.told = true;
                self.signals.push(Signal::RepeatedDemand {
                    offer: offer.seq,
                    by: offer.by,
                    point,
                    held,
                    since: row.since,
                });
            }
            self.rows[by][point.index()] = row;
        }
    }
}

fn statements(case: &Case, signals: &mut Vec<Signal>) {
    for statement in &case.register.statements {
        for (point, reads_as) in &statement.reads_as {
            for (place, line) in case.lines.iter().enumerate() {
                let declared = declared(line);
                let own = line.owner == statement.by && line.point == *point;
                if own && !reads_as.is_subset(&declared) {
                    signals.push(Signal::StatementWiderThanLine {
                        statement: statement.id.clone(),
                        by: statement.by,
                        line: place,
                        point: *point,
                        declared,
                        reads_as: reads_as.clone(),
                    });
                }
            }
        }
    }
}
