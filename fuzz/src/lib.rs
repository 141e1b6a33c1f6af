//! What must hold of the readers of other programs' files, whatever the bytes are: no panic, every
//! finding lies in the file, and what is read is worth as much in the case that is made of it.
//!
//! The fuzz targets and the test that replays their corpora share it.

use winset_model::diagnostic::Diagnostic;
use winset_model::document::Syntax;
use winset_model::formats::big;
use winset_model::formats::peer::{
    Domain, PeerFormat, Profile, ProfilePart, RealSteps, Reserved, Semantics,
};
use winset_model::formats::worth::Worth;
use winset_model::formats::{
    Peers, Rounding, ScenarioOptions, genius, geniusweb, lint, negmas, negolog, peers, utf8_of,
};
use winset_model::number::Exact;
use winset_model::options::{OptionId, Package, PartyId};

const GENIUS: &str = r#"<negotiation_template><objective name="d">
<issue index="1" name="Price"><item value="low"/><item value="high"/></issue>
<issue index="2" name="Days" vtype="integer" lowerbound="1" upperbound="3"/>
</objective></negotiation_template>"#;
const WEB: &str = r#"{"issuesValues": {"food": {"values": ["nuts", "fish"]},
"price": {"range": {"low": 1, "high": 2, "step": 0.5}}}}"#;
const NEGMAS: &str = r#"{"type": "DiscreteCartesianOutcomeSpace", "issues": [
{"name": "a", "type": "CategoricalIssue", "values": ["x", "y"]},
{"name": "b", "type": "ContiguousIssue", "values": [0, 2]}]}"#;
const NEGOLOG: &str = r#"{"reservationValue": 0, "issueWeights": {"a": 1, "b": 1},
"issues": {"a": {"x": 1, "y": 0.5}, "b": {"u": 0, "v": 1}}}"#;

/// A reader. Those of one file for domains and profiles are told which by the first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// GENIUS domains.
    GeniusDomain,
    /// GENIUS profiles, of a domain with names and numbers.
    GeniusProfile,
    /// GeniusWeb.
    GeniusWeb,
    /// NegMAS in YAML.
    NegmasYaml,
    /// NegMAS and ANL in JSON.
    NegmasJson,
    /// NegoLog.
    Negolog,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::GeniusDomain,
        Self::GeniusProfile,
        Self::GeniusWeb,
        Self::NegmasYaml,
        Self::NegmasJson,
        Self::Negolog,
    ];

    /// The name of its target, and of the folder of its corpus.
    pub fn name(self) -> &'static str {
        match self {
            Self::GeniusDomain => "genius_domain",
            Self::GeniusProfile => "genius_profile",
            Self::GeniusWeb => "geniusweb",
            Self::NegmasYaml => "negmas_yaml",
            Self::NegmasJson => "negmas_json",
            Self::Negolog => "negolog",
        }
    }

    /// Reads the bytes, and fails by a panic.
    pub fn check(self, data: &[u8]) {
        match self {
            Self::GeniusDomain => self.domain(data),
            Self::GeniusProfile => self.profile(data),
            _ => match data.split_first() {
                None => {}
                Some((first, bytes)) if first % 2 == 0 => self.domain(bytes),
                Some((_, bytes)) => self.profile(bytes),
            },
        }
    }

    fn format(self) -> PeerFormat {
        match self {
            Self::GeniusDomain | Self::GeniusProfile => PeerFormat::Genius,
            Self::GeniusWeb => PeerFormat::GeniusWeb,
            Self::NegmasYaml | Self::NegmasJson => PeerFormat::Negmas,
            Self::Negolog => PeerFormat::Negolog,
        }
    }

    fn read_domain(self, bytes: &[u8], step: Option<RealSteps>) -> Result<Domain, Vec<Diagnostic>> {
        match self {
            Self::GeniusDomain | Self::GeniusProfile => genius::read_domain(bytes, step),
            Self::GeniusWeb => geniusweb::read_domain(bytes, step),
            Self::NegmasYaml => negmas::read_domain(bytes, Syntax::Yaml, step),
            Self::NegmasJson => negmas::read_domain(bytes, Syntax::Json, step),
            Self::Negolog => negolog::read_domain(bytes, "d"),
        }
    }

    fn domain(self, bytes: &[u8]) {
        for step in [
            None,
            Some(RealSteps::Every(Exact::new(1, 4))),
            Some(RealSteps::Count(3)),
        ] {
            match self.read_domain(bytes, step) {
                Err(found) => inside(&found, bytes),
                Ok(domain) => self.judged(domain, bytes),
            }
        }
    }

    /// A domain with a party to whom all is the same.
    fn judged(self, domain: Domain, bytes: &[u8]) {
        assert!(!domain.issues.is_empty() && domain.issues.iter().all(|i| !i.values.is_empty()));
        let profile = Profile {
            name: "p".to_owned(),
            parts: vec![ProfilePart::Constant(big::read("0.5").unwrap())],
            stray: Vec::new(),
            reserved: Reserved::None,
            discount: None,
            remarks: Vec::new(),
        };
        cased(
            &Peers {
                format: self.format(),
                name: "d".to_owned(),
                domain,
                profiles: vec![profile],
                files: vec![0],
                remarks: Vec::new(),
            },
            bytes,
        );
    }

    /// As a folder holds it, with the domain that stands here.
    fn profile(self, bytes: &[u8]) {
        let (domain, names) = match self {
            Self::GeniusDomain | Self::GeniusProfile => (GENIUS, ["d.xml", "p.xml"]),
            Self::GeniusWeb => (WEB, ["d.json", "p.json"]),
            Self::NegmasYaml => (NEGMAS, ["d.json", "p.yml"]),
            Self::NegmasJson => (NEGMAS, ["d.json", "p.json"]),
            Self::Negolog => (NEGOLOG, ["a.json", "p.json"]),
        };
        let files = [(names[0], domain.as_bytes()), (names[1], bytes)];
        match peers(&files, &ScenarioOptions::default()) {
            Ok(peers) => cased(&peers, bytes),
            Err(refused) => {
                for one in refused.iter().filter(|one| one.file == Some(1)) {
                    inside(&one.found, bytes);
                }
            }
        }
        // The same without looking at what kind of file it is.
        let of = self.read_domain(domain.as_bytes(), None).unwrap();
        let read = match self {
            Self::GeniusDomain | Self::GeniusProfile => genius::read_profile(bytes, "p", &of),
            Self::GeniusWeb => geniusweb::read_profile(bytes, "p", &of),
            Self::NegmasYaml => negmas::read_profile(bytes, Syntax::Yaml, "p", &of),
            Self::NegmasJson => negmas::read_profile(bytes, Syntax::Json, "p", &of),
            Self::Negolog => negolog::read_profile(bytes, "p", &of),
        };
        if let Err(found) = read {
            inside(&found, bytes);
        }
    }
}

/// There are findings, and all lie in the file.
fn inside(found: &[Diagnostic], bytes: &[u8]) {
    assert!(!found.is_empty());
    // XML has its places in UTF-8, which may be longer.
    let length = bytes.len().max(utf8_of("x.xml", bytes).len());
    for one in found {
        let (start, end) = (one.span.start, one.span.end);
        assert!(start <= end && end <= length, "{one:?}");
    }
}

/// What is read becomes a case under each reading, exact or rounded, or is refused with findings.
fn cased(peers: &Peers, bytes: &[u8]) {
    lint(peers);
    let readings: &[Semantics] = match peers.format {
        PeerFormat::Genius => &Semantics::ALL,
        _ => &[Semantics::Raw],
    };
    for semantics in readings {
        for rounding in [
            Rounding::Never,
            Rounding::WhereNeeded,
            Rounding::ToStep(Exact::new(1, 1_000_000_000_000)),
        ] {
            let options = ScenarioOptions {
                semantics: *semantics,
                rounding,
                ..ScenarioOptions::default()
            };
            match peers.scenario(&options) {
                Err(refused) => {
                    assert!(!refused.is_empty());
                    for one in refused
                        .iter()
                        .filter(|one| one.file == Some(peers.files[0]))
                    {
                        inside(&one.found, bytes);
                    }
                }
                Ok(scenario) if rounding == Rounding::Never && scenario.losses.is_empty() => {
                    let worths = peers.worths(*semantics).unwrap();
                    for (party, worth) in worths.iter().enumerate() {
                        same(&scenario.reading.case, PartyId::at(party), worth);
                    }
                }
                Ok(_) => {}
            }
        }
    }
}

/// The first, the last and some packages between are worth the same in the case.
fn same(case: &winset_model::case::Case, party: PartyId, worth: &Worth) {
    for turn in 0..4 {
        let package: Vec<usize> = match turn {
            3 => worth.rows.iter().map(|row| row.len() - 1).collect(),
            _ => worth
                .rows
                .iter()
                .enumerate()
                .map(|(i, row)| (turn * (i + 1)) % row.len())
                .collect(),
        };
        let options = package.iter().map(|place| OptionId::at(*place)).collect();
        let score = case.score(party, &Package(options)).unwrap();
        assert_eq!(
            big::from_exact(&case.unscaled(party, score)),
            worth.of(&package)
        );
    }
}
