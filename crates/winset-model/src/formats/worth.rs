//! What every package is worth to a party, under a reading of its numbers: exact, unlimited.

use num_bigint::BigInt;
use num_traits::{One as _, Zero as _};

use super::big::{self, Big};
use super::peer::{
    Bounds, Domain, Evaluation, HyperBox, Issue, PeerFormat, PeerLine, Profile, ProfilePart,
    Reserved, Semantics,
};
use crate::case::SCALE_MAX;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::file::context::shown;

/// Utilities of packages: a sum over issues, terms across issues, and a cap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// For each issue, what its values add.
    pub rows: Vec<Vec<Big>>,
    /// Where the numbers of each row are written.
    pub spans: Vec<Span>,
    /// Terms that count when each of some issues is settled on one of some values.
    pub terms: Vec<WorthTerm>,
    /// The sum is cut to this.
    pub cap: Option<Big>,
    /// What the party has without agreement.
    pub reserved: Option<Big>,
}

/// Issues, each once and in order, with the values that count; places both.
pub type When = Vec<(usize, Vec<usize>)>;

/// A term across issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorthTerm {
    /// When it counts.
    pub when: When,
    /// What it adds.
    pub adds: Big,
    /// Where it is written.
    pub span: Span,
}

impl Worth {
    /// The sum of a package, given as the places of its values, before the cap.
    pub fn sum(&self, package: &[usize]) -> Big {
        let counts = |term: &&WorthTerm| {
            let mut when = term.when.iter();
            when.all(|(issue, values)| package.get(*issue).is_some_and(|v| values.contains(v)))
        };
        let of_values = self
            .rows
            .iter()
            .zip(package)
            .filter_map(|(row, v)| row.get(*v));
        let of_terms = self.terms.iter().filter(counts).map(|term| &term.adds);
        of_values
            .chain(of_terms)
            .fold(Big::zero(), |sum, adds| sum + adds)
    }

    /// The utility of a package, given as the places of its values.
    pub fn of(&self, package: &[usize]) -> Big {
        let sum = self.sum(package);
        match &self.cap {
            Some(cap) if sum > *cap => cap.clone(),
            _ => sum,
        }
    }

    /// A number that no sum exceeds: the best of every row, and all terms that add. Without terms
    /// it is reached.
    pub fn most(&self) -> Big {
        let rows = self.rows.iter().filter_map(|row| row.iter().max());
        let adding = self.terms.iter().map(|term| &term.adds);
        let adding = adding.filter(|adds| **adds > Big::zero());
        rows.chain(adding).fold(Big::zero(), |sum, adds| sum + adds)
    }

    /// A number that no sum falls below: the worst of every row, and all terms that take off.
    /// Without terms it is reached.
    pub fn least(&self) -> Big {
        let rows = self.rows.iter().filter_map(|row| row.iter().min());
        let taking = self.terms.iter().map(|term| &term.adds);
        let taking = taking.filter(|adds| **adds < Big::zero());
        rows.chain(taking).fold(Big::zero(), |sum, adds| sum + adds)
    }

    /// What [`Worth::most`] comes to under the cap.
    pub fn reach(&self) -> Big {
        let most = self.most();
        match &self.cap {
            Some(cap) if most > *cap => cap.clone(),
            _ => most,
        }
    }
}

/// Evaluations whose largest is below this count as 0 in GENIUS: 1/100,000.
const EVALUATION_MIN: (i64, i64) = (1, 100_000);

/// What the packages of a domain are worth in a profile.
///
/// # Errors
/// An issue without a weight, where the reading needs one.
pub fn worth(
    domain: &Domain,
    profile: &Profile,
    format: PeerFormat,
    semantics: Semantics,
) -> Result<Worth, Vec<Diagnostic>> {
    let semantics = match format {
        PeerFormat::Genius => semantics,
        PeerFormat::GeniusWeb | PeerFormat::Negmas | PeerFormat::Negolog => Semantics::Raw,
    };
    let capped = format == PeerFormat::Genius && semantics == Semantics::Genius;
    let mut worth = Worth {
        rows: domain
            .issues
            .iter()
            .map(|i| vec![Big::zero(); i.values.len()])
            .collect(),
        spans: vec![Span::default(); domain.issues.len()],
        terms: Vec::new(),
        cap: capped.then(Big::one),
        reserved: None,
    };
    // Beside boxes GENIUS knows no evaluations.
    let is_box = |part: &&ProfilePart| matches!(part, ProfilePart::Boxes { .. });
    let boxes_alone = semantics != Semantics::Negmas && profile.parts.iter().any(|p| is_box(&p));
    let parts = profile.parts.iter();
    let mut found = Vec::new();
    for part in parts.filter(|part| !boxes_alone || !matches!(part, ProfilePart::Issue { .. })) {
        found.extend(worth.add(part, domain, semantics));
    }
    if semantics == Semantics::Negmas {
        worth.add_everywhere(&added_by_negmas(domain, profile));
    }
    worth.reserved = match &profile.reserved {
        Reserved::None => None,
        Reserved::Utility(value) => Some(value.clone()),
        Reserved::Package(package) => Some(worth.of(package)),
    };
    if found.is_empty() {
        Ok(worth)
    } else {
        Err(found)
    }
}

impl Worth {
    /// Adds a part; what is wrong with it, where something is.
    fn add(
        &mut self,
        part: &ProfilePart,
        domain: &Domain,
        semantics: Semantics,
    ) -> Option<Diagnostic> {
        match part {
            ProfilePart::Issue {
                issue,
                weight,
                values,
                span,
            } => {
                let of = &domain.issues[*issue];
                // A weight too fine for a case is what to look at first.
                let (placed, fine) = (weight, BigInt::from(SCALE_MAX));
                let weight = match (weight, semantics) {
                    (Some(weight), _) => weight.value.clone(),
                    (None, Semantics::Negmas) => Big::one(),
                    (None, _) => {
                        let message = format!("issue `{}` has no weight", shown(&of.name));
                        return Some(Diagnostic::new(Code::MissingKey, *span, "", message));
                    }
                };
                self.add_row(*issue, evaluated(values, of, semantics), &weight);
                let placed = placed
                    .as_ref()
                    .filter(|placed| *placed.value.denom() > fine);
                self.spans[*issue] = placed.map_or(*span, |placed| placed.span);
            }
            ProfilePart::Boxes { most, boxes } => {
                let one = Big::one();
                let whole = if semantics == Semantics::Genius {
                    most
                } else {
                    &one
                };
                for one in boxes {
                    self.add_box(domain, one, whole, semantics);
                }
            }
            ProfilePart::Group { issues, entries } => {
                for (values, util) in entries {
                    let when = issues.iter().zip(values).map(|(i, v)| (*i, vec![*v]));
                    self.add_term(when.collect(), util.value.clone(), util.span);
                }
            }
            ProfilePart::Constant(value) => self.add_everywhere(value),
        }
        None
    }

    fn add_row(&mut self, issue: usize, values: Vec<Big>, weight: &Big) {
        for (cell, value) in self.rows[issue].iter_mut().zip(values) {
            *cell += value * weight;
        }
    }

    fn add_everywhere(&mut self, value: &Big) {
        for cell in self.rows.first_mut().into_iter().flatten() {
            *cell += value;
        }
    }

    /// A term over one issue goes to its row.
    fn add_term(&mut self, mut when: When, adds: Big, span: Span) {
        when.sort_by_key(|(issue, _)| *issue);
        match when.as_slice() {
            _ if adds.is_zero() || when.iter().any(|(_, values)| values.is_empty()) => {}
            [] => self.add_everywhere(&adds),
            [(issue, values)] => {
                for value in values {
                    self.rows[*issue][*value] += &adds;
                }
                if self.spans[*issue] == Span::default() {
                    self.spans[*issue] = span;
                }
            }
            _ => self.terms.push(WorthTerm { when, adds, span }),
        }
    }

    fn add_box(&mut self, domain: &Domain, one: &HyperBox, whole: &Big, semantics: Semantics) {
        let mut when: When = Vec::new();
        for bounds in &one.bounds {
            let values = &domain.issues[bounds.issue].values;
            let inside = (0..values.len()).filter(|place| {
                let number = values[*place].number.as_ref();
                number.is_some_and(|number| holds(bounds, number, semantics))
            });
            let inside: Vec<usize> = inside.collect();
            match when.iter_mut().find(|(issue, _)| *issue == bounds.issue) {
                Some((_, both)) => both.retain(|place| inside.contains(place)),
                None => when.push((bounds.issue, inside)),
            }
        }
        when.retain(|(issue, values)| values.len() < domain.issues[*issue].values.len());
        self.add_term(when, &one.utility.value / whole, one.utility.span);
    }
}

/// Whether the bounds of a box hold. NegMAS leaves the bounds themselves out, and takes excluding
/// bounds as including ones.
fn holds(bounds: &Bounds, number: &Big, semantics: Semantics) -> bool {
    if semantics == Semantics::Negmas {
        return bounds.min < *number && *number < bounds.max;
    }
    (bounds.min <= *number && *number <= bounds.max) != bounds.excludes
}

/// Whether GENIUS takes all evaluations of an issue as 0, by the largest of them.
pub(super) fn counts_as_zero(most: &Big) -> bool {
    *most < Big::new(EVALUATION_MIN.0.into(), EVALUATION_MIN.1.into())
}

fn evaluated(values: &Evaluation, issue: &Issue, semantics: Semantics) -> Vec<Big> {
    match values {
        Evaluation::Table(row) if semantics == Semantics::Genius => {
            let most = row.iter().max().expect("an issue has a value");
            if counts_as_zero(most) {
                return vec![Big::zero(); row.len()];
            }
            row.iter().map(|value| value / most).collect()
        }
        Evaluation::Table(row) => row.clone(),
        Evaluation::Line(line) => {
            let PeerLine {
                slope,
                offset,
                lower,
            } = line.as_ref();
            let numbers = issue.values.iter();
            let numbers = numbers.map(|v| v.number.as_ref().expect("a line stands on numbers"));
            let value = |number: &Big| match semantics {
                Semantics::Genius => {
                    let value = slope * (number - lower) + offset;
                    value.clamp(Big::zero(), Big::one())
                }
                Semantics::Negmas => slope * number + offset,
                Semantics::Raw => slope * (number - lower) + offset,
            };
            numbers.map(value).collect()
        }
    }
}

/// What NegMAS adds to every package: weights with an index beyond the issues; and for indices
/// that the domain leaves out, a value of 1 times their weight, where names are evaluated.
fn added_by_negmas(domain: &Domain, profile: &Profile) -> Big {
    let last = domain
        .issues
        .iter()
        .map(|issue| issue.index)
        .max()
        .unwrap_or(0);
    let has_table = profile.parts.iter().any(|part| {
        let ProfilePart::Issue { values, .. } = part else {
            return false;
        };
        matches!(values, Evaluation::Table(_))
    });
    let mut added = Big::zero();
    for (index, weight) in &profile.stray {
        if *index == 0 || *index > last || has_table {
            added += weight;
        }
    }
    if !has_table {
        return added;
    }
    // Issue indices are at most as many as issues where nothing is left out; a domain that numbers
    // its issues in millions is not walked through.
    let used = domain.issues.iter().filter(|issue| issue.index > 0);
    let weighted = profile
        .stray
        .iter()
        .filter(|(index, _)| (1..=last).contains(index));
    let known = BigInt::from(used.count() + weighted.count());
    let unweighted = (BigInt::from(last) - known).max(BigInt::zero());
    added + Big::from_integer(unweighted)
}

/// The sum of the weights of a profile, where all its parts have one.
pub fn weight_sum(profile: &Profile) -> Option<Big> {
    let mut sum = None;
    for part in &profile.parts {
        if let ProfilePart::Issue { weight, .. } = part {
            sum = Some(sum.unwrap_or_else(Big::zero) + &weight.as_ref()?.value);
        }
    }
    sum
}

/// A utility in words.
pub fn told(value: &Big) -> String {
    big::words(value)
}
