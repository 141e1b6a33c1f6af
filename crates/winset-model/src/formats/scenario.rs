//! A folder of another program's files as one scenario.

use super::big::{self, Big};
use super::build::{self, Loss, Over, Sheet};
use super::encoding::utf8_of;
use super::names::identifier;
use super::peer::{Discount, Domain, Issue, PeerFormat, Per, Profile, RealSteps, Semantics};
use super::rounding::{Hanging, Rounding};
use super::sniff::{Found, sort};
use super::worth::{Worth, told, weight_sum, worth};
use super::{genius, geniusweb, negmas, negolog};
use crate::case::PARTIES_MAX;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{LineIndex, Syntax};
use crate::options::PartyId;
use crate::resolve::{Reading, read_case};
use num_traits::{One as _, Signed as _, Zero as _};

/// How files of other programs are read.
#[derive(Debug, Clone)]
pub struct ScenarioOptions {
    /// The format; by the content of the files where none is given.
    pub format: Option<PeerFormat>,
    /// What the numbers of GENIUS files mean.
    pub semantics: Semantics,
    /// The steps in which the numbers of real issues are taken; without them they are an error.
    pub real_steps: Option<RealSteps>,
    /// Whether scores are rounded.
    pub rounding: Rounding,
    /// Which of the files make the scenario.
    pub chosen: Chosen,
    /// What a scenario without a file for its domain is called; without it, as its first profile.
    pub name: Option<String>,
}

/// Files that were chosen among those of a folder, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The domain; without it, the only one that is there.
    pub domain: Option<String>,
    /// The profiles, in the order of the parties; where there are none, all that are there, or those
    /// that fit the domain where there are several domains.
    pub profiles: Vec<String>,
}

impl Default for ScenarioOptions {
    fn default() -> Self {
        Self {
            format: None,
            semantics: Semantics::Genius,
            real_steps: None,
            rounding: Rounding::Never,
            chosen: Chosen::default(),
            name: None,
        }
    }
}

/// What is wrong with one of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFile {
    /// The file, by its place among those given; `None` when it is not about one of them.
    pub file: Option<usize>,
    /// Every problem found, in the order of the file.
    pub found: Vec<Diagnostic>,
}

/// The files of a scenario, read but not yet decided what they mean.
#[derive(Debug, Clone)]
pub struct Peers {
    /// Their format.
    pub format: PeerFormat,
    /// A name for the whole: that of the domain's file, without its ending.
    pub name: String,
    /// What is negotiated.
    pub domain: Domain,
    /// The parties, by the names of their files.
    pub profiles: Vec<Profile>,
    /// Where each profile stands among the files.
    pub files: Vec<usize>,
    /// What files do not say as their format has it, and how it is read.
    pub remarks: Vec<Loss>,
}

/// A scenario as a case, with what the case does not hold.
#[derive(Debug)]
pub struct Scenario {
    /// The format of the files.
    pub format: PeerFormat,
    /// What their numbers were taken to mean.
    pub semantics: Semantics,
    /// The step to which scores were rounded, where that moved any; the largest of all parties.
    pub rounded: Option<Big>,
    /// The case file, as indented JSON.
    pub text: String,
    /// The case.
    pub reading: Reading,
    /// What the files say and the case does not hold.
    pub facts: Vec<Loss>,
    /// Where the case differs from what the files mean.
    pub losses: Vec<Loss>,
    /// The parties whose sums GENIUS cuts at 1 and the case does not.
    pub uncut: Vec<PartyId>,
}

/// Reads the files of a folder, each a name and its bytes, as one scenario, and makes a case of it.
///
/// # Errors
/// As [`peers`] and [`Peers::scenario`].
pub fn scenario(
    files: &[(&str, &[u8])],
    options: &ScenarioOptions,
) -> Result<Scenario, Vec<RefusedFile>> {
    peers(files, options)?.scenario(options)
}

/// Reads the files of a folder. Domain and profiles are told by their content; the parties are in
/// the order of file names, or as they were chosen. Other files are left alone.
///
/// # Errors
/// All mistakes of the domain, or else of all profiles; a folder that is no scenario.
pub fn peers(
    files: &[(&str, &[u8])],
    options: &ScenarioOptions,
) -> Result<Peers, Vec<RefusedFile>> {
    let sorted = sort(files, options.format, &options.chosen)?;
    let (domain_file, domain) = domain(files, &sorted, options)?;
    let mut profiles = Vec::new();
    let mut places = Vec::new();
    let mut refused = Vec::new();
    let (whole, bytes) = files[domain_file];
    let mut remarks = remarks("the domain", &utf8_of(whole, bytes), &domain.remarks);
    for file in &sorted.profiles {
        let name = stem(files[*file].0);
        let (whole, bytes) = files[*file];
        match profile(whole, bytes, sorted.format, &domain) {
            Ok(profile) => {
                remarks.extend(self::remarks(
                    name,
                    &utf8_of(whole, bytes),
                    &profile.remarks,
                ));
                profiles.push(profile);
                places.push(*file);
            }
            Err(found) if sorted.mixed && is_of_another_domain(&found) => remarks.push(Loss {
                about: name.to_owned(),
                what: "a profile of another domain, and left out".to_owned(),
            }),
            Err(found) => refused.push(RefusedFile {
                file: Some(*file),
                found,
            }),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    if profiles.is_empty() || profiles.len() > PARTIES_MAX {
        let message = format!("the scenario has {} profiles", profiles.len());
        let found = Diagnostic::new(Code::CaseLimit, Span::default(), "", message).expected(
            format!("from 1 to {PARTIES_MAX}; --profiles chooses some by their names"),
        );
        return Err(vec![RefusedFile {
            file: sorted.domain,
            found: vec![found],
        }]);
    }
    let named = match sorted.domain {
        Some(_) => None,
        None => options.name.as_deref(),
    };
    Ok(Peers {
        format: sorted.format,
        name: named.unwrap_or(stem(files[domain_file].0)).to_owned(),
        domain,
        profiles,
        files: places,
        remarks,
    })
}

/// The domain, and the file that it is read from.
fn domain(
    files: &[(&str, &[u8])],
    sorted: &Found,
    options: &ScenarioOptions,
) -> Result<(usize, Domain), Vec<RefusedFile>> {
    let file = sorted.domain.unwrap_or_else(|| sorted.profiles[0]);
    let (name, bytes) = files[file];
    let read = match (sorted.format, sorted.domain) {
        (PeerFormat::Genius, Some(_)) => genius::read_domain(bytes, options.real_steps),
        (PeerFormat::GeniusWeb, Some(_)) => geniusweb::read_domain(bytes, options.real_steps),
        (PeerFormat::Negmas, Some(_)) => {
            negmas::read_domain(bytes, syntax_of(name), options.real_steps)
        }
        (PeerFormat::Negolog, _) | (_, None) => {
            let called = options.name.as_deref().unwrap_or(stem(name));
            negolog::read_domain(bytes, called)
        }
    };
    let read = read.map_err(|found| {
        vec![RefusedFile {
            file: Some(file),
            found,
        }]
    });
    // What is wrong with a profile is said with all others.
    Ok((file, read?))
}

fn profile(
    name: &str,
    bytes: &[u8],
    format: PeerFormat,
    domain: &Domain,
) -> Result<Profile, Vec<Diagnostic>> {
    let party = stem(name);
    match format {
        PeerFormat::Genius => genius::read_profile(bytes, party, domain),
        PeerFormat::GeniusWeb => geniusweb::read_profile(bytes, party, domain),
        PeerFormat::Negmas => negmas::read_profile(bytes, syntax_of(name), party, domain),
        PeerFormat::Negolog => negolog::read_profile(bytes, party, domain),
    }
}

/// Whether a profile names or counts issues and values that the domain does not have.
fn is_of_another_domain(found: &[Diagnostic]) -> bool {
    let other = |one: &Diagnostic| {
        matches!(
            one.code,
            Code::UnknownPoint | Code::UnknownOption | Code::TableLength | Code::OfferPoints
        )
    };
    found.iter().any(other)
}

/// Remarks on a file, with their lines.
fn remarks(about: &str, text: &[u8], found: &[Diagnostic]) -> Vec<Loss> {
    let lines = LineIndex::new(text);
    let told = found.iter().map(|one| Loss {
        about: about.to_owned(),
        what: format!("line {}: {}", lines.position(one.span.start).0, one.message),
    });
    told.collect()
}

/// The name of a file without folders and ending.
pub(super) fn stem(name: &str) -> &str {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem)
}

/// The syntax of a file that is YAML or JSON.
pub(super) fn syntax_of(name: &str) -> Syntax {
    Syntax::of_file_name(name).unwrap_or(Syntax::Yaml)
}

impl Peers {
    /// What every package is worth to each party, exactly and with the cap.
    ///
    /// # Errors
    /// A profile that leaves out what the reading needs.
    pub fn worths(&self, semantics: Semantics) -> Result<Vec<Worth>, Vec<RefusedFile>> {
        let mut refused = Vec::new();
        let mut worths = Vec::new();
        for (profile, file) in self.profiles.iter().zip(&self.files) {
            match worth(&self.domain, profile, self.format, semantics) {
                Ok(one) => worths.push(one),
                Err(found) => refused.push(RefusedFile {
                    file: Some(*file),
                    found,
                }),
            }
        }
        if refused.is_empty() {
            Ok(worths)
        } else {
            Err(refused)
        }
    }

    /// The scenario as a case.
    ///
    /// # Errors
    /// As [`Peers::worths`]; scores that have no common denominator within the limits of a case,
    /// with the weights and evaluations that are too fine; more issues, values or terms than a
    /// case may have.
    pub fn scenario(&self, options: &ScenarioOptions) -> Result<Scenario, Vec<RefusedFile>> {
        let semantics = options.semantics;
        let worths = self.worths(semantics)?;
        let mut refused = Vec::new();
        let mut sheets = Vec::new();
        for ((profile, worth), file) in self.profiles.iter().zip(&worths).zip(&self.files) {
            match Sheet::new(&self.domain, worth, options.rounding) {
                Ok(sheet) => sheets.push((profile.name.as_str(), sheet)),
                Err(found) => refused.push(RefusedFile {
                    file: Some(*file),
                    found,
                }),
            }
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        let whole = |found: Vec<Diagnostic>| vec![RefusedFile { file: None, found }];
        let id = identifier(&self.name);
        let title = match self.domain.name.trim() {
            "" | "root" => self.name.as_str(),
            title => title,
        };
        let file = build::case_file(&id, title, &self.domain, &sheets).map_err(whole)?;
        let text = format!("{file:#}\n");
        let mut reading = read_case(text.as_bytes(), Syntax::Json).map_err(whole)?;
        // These formats write 0 for a party that has nothing without agreement.
        let is_none = |found: &Diagnostic| {
            let place = |party: &usize| found.path == format!("parties[{party}].no_deal");
            let is_zero = |party: &usize| {
                let worth = &worths[*party];
                worth
                    .reserved
                    .as_ref()
                    .is_some_and(num_traits::Zero::is_zero)
                    && !worth.least().is_negative()
            };
            found.code == Code::NoDealOutOfReach
                && (0..worths.len()).filter(is_zero).any(|party| place(&party))
        };
        reading.warnings.retain(|found| !is_none(found));
        Ok(Scenario {
            format: self.format,
            semantics,
            rounded: sheets
                .iter()
                .filter_map(|(_, sheet)| sheet.step.clone())
                .max(),
            facts: self.facts(&sheets, options),
            losses: losses(&sheets),
            uncut: uncut(&sheets),
            text,
            reading,
        })
    }

    /// What the files say and the case does not hold.
    fn facts(&self, sheets: &[(&str, Sheet)], options: &ScenarioOptions) -> Vec<Loss> {
        let mut facts = self.remarks.clone();
        for (profile, (_, sheet)) in self.profiles.iter().zip(sheets) {
            let mut say = |what: String| {
                facts.push(Loss {
                    about: profile.name.clone(),
                    what,
                });
            };
            if let Some(discount) = &profile.discount {
                say(discounted(discount));
            }
            let to_one = self.format.weights_sum_to_one();
            if let Some(sum) = weight_sum(profile).filter(|sum| to_one && !is_near_one(sum)) {
                say(format!(
                    "the weights sum to {}, and are taken as they are",
                    told(&sum)
                ));
            }
            if !profile.stray.is_empty() && options.semantics != Semantics::Negmas {
                let listed: Vec<String> = profile
                    .stray
                    .iter()
                    .map(|(index, _)| index.to_string())
                    .collect();
                let listed = listed.join(", ");
                say(format!(
                    "weights with the index {listed} name no issue and are left out"
                ));
            }
            let error = big::scientific(&sheet.error);
            match &sheet.step {
                Some(step) => say(format!(
                    "scores are rounded to multiples of {}: that of a package moves by {error} at most, against the no-deal value",
                    told(step)
                )),
                None if sheet.error.is_zero() => {}
                None => say(format!(
                    "long decimals are taken as the simplest fractions that print so: the score of a package moves by {error} at most, against the no-deal value"
                )),
            }
            if let Some(hanging) = &sheet.hanging {
                say(self.hang(hanging));
            }
            if sheet.capped > 0 {
                let count = sheet.capped;
                say(format!(
                    "packages above the cap at 1, each with a term of its own: {count}"
                ));
            }
        }
        facts
    }
}

impl Peers {
    /// What is said of packages whose being acceptable rounding could decide.
    fn hang(&self, hanging: &Hanging) -> String {
        const NAMED_MAX: usize = 3;
        let named = |packages: &Vec<Vec<usize>>| {
            let value = |(issue, place): (&Issue, &usize)| issue.values[*place].name.clone();
            let package = |package: &Vec<usize>| {
                let values = self.domain.issues.iter().zip(package).map(value);
                format!("({})", values.collect::<Vec<_>>().join(", "))
            };
            let first: Vec<String> = packages.iter().take(NAMED_MAX).map(package).collect();
            let more = if packages.len() > NAMED_MAX {
                ", .."
            } else {
                ""
            };
            format!("{}: {}{more}", packages.len(), first.join(", "))
        };
        match hanging {
            Hanging::Decided(packages) => format!(
                "packages at the no-deal value, nearer than rounding moves, for which the numbers as written decide: {}",
                named(packages)
            ),
            Hanging::Blurred(packages) => format!(
                "packages at the no-deal value, nearer than rounding moves, all counted as acceptable though some fall short by less: {}",
                named(packages)
            ),
            Hanging::Unknown => "which packages are nearer to the no-deal value than rounding moves is not known; where rounding moves less than 1e-9, those that fall short by no more count as acceptable".to_owned(),
        }
    }
}

/// Whether weights were meant to sum to 1: sums of decimals that programs print are off by less.
pub(super) fn is_near_one(sum: &Big) -> bool {
    big::is_dust(&(sum - Big::one()))
}

fn discounted(discount: &Discount) -> String {
    let value = told(&discount.value);
    match discount.per {
        Per::Time => format!("discounted by {value} to the power of the time that has passed"),
        Per::Round => format!("discounted by {value} with each round"),
        Per::Cost => format!("loses {value} with time"),
    }
}

fn uncut(sheets: &[(&str, Sheet)]) -> Vec<PartyId> {
    let over = sheets.iter().enumerate();
    let over = over.filter(|(_, (_, sheet))| sheet.over.is_some());
    over.map(|(place, _)| PartyId::at(place)).collect()
}

fn losses(sheets: &[(&str, Sheet)]) -> Vec<Loss> {
    let mut losses = Vec::new();
    for (name, sheet) in sheets {
        let mut say = |what: String| {
            losses.push(Loss {
                about: (*name).to_owned(),
                what,
            });
        };
        if let Some(Over { by, reached }) = &sheet.over {
            let by = told(by);
            say(if *reached {
                format!(
                    "utilities are capped at 1 and the case's scores are not: the best is {by} above"
                )
            } else {
                format!(
                    "utilities are capped at 1 and the case's scores are not: none is more than {by} above"
                )
            });
        }
    }
    losses
}
