//! The machine-readable forms: answers (`winset-answer/1`) and findings about a file.
//!
//! What the fields mean stands in `docs/formats/answer.md`; the JSON Schema is made from the types
//! here. Keys are written in the order of the fields.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde::{Serialize, Serializer};
use winset::Text;
use winset::check::NoOverlap;
use winset::model::case::{Case, Point};
use winset::model::diagnostic::{Diagnostic, Severity};
use winset::model::document::LineIndex;
use winset::model::file::schema as case_schema;
use winset::model::number::{self, Exact};
use winset::model::options::{OptionSet, Package};

use crate::args::SchemaArgs;
use crate::exit::{Failure, Outcome};
use crate::output::Output;
use crate::standing::{self, Floorless, Standing};
use winset::solve::{Overlap, Verdict};

/// Largest magnitude of integers that every reader of JSON keeps exact.
const INTEGER_MAX: i128 = (1 << 53) - 1;

/// The answer to `winset solve`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct AnswerForm {
    /// Name and version of this form.
    #[schemars(extend("const" = "winset-answer/1"))]
    format: &'static str,
    /// Identifier of the case.
    case: String,
    /// Number of all packages.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    packages: String,
    /// The answer at the declared positions.
    verdict: VerdictWord,
    /// The overlap; null when there is none or it is not known.
    overlap: Option<OverlapForm>,
    /// The same question without any no-deal value as a floor.
    without_floors: WithoutFloors,
    /// The proof that there is no overlap; null when there is one or it is not known.
    certificate: Option<CertificateForm>,
    /// What was not finished, and why; null when all was.
    stopped: Option<Stopped>,
}

/// An answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum VerdictWord {
    /// At least one package is acceptable to all.
    Overlap,
    /// Proven and checked: no package is.
    NoOverlap,
    /// Stopped before either was known.
    Undecided,
}

/// The acceptable packages.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OverlapForm {
    /// How many there are; null when they were not counted to the end.
    #[schemars(inner(regex(pattern = r"^[0-9]+$")))]
    packages: Option<String>,
    /// Points that all acceptable packages settle on the same option, and that option; null when
    /// not finished.
    fixed: Option<Keyed<String>>,
    /// Points that acceptable packages settle differently, and the options that occur; null when
    /// not finished.
    open: Option<Keyed<Vec<String>>>,
    /// For each party the most that it can get within the overlap; parties without preferences are
    /// left out, and so is a value that was not proven in time.
    best: Keyed<Number>,
    /// One acceptable package: an option for every point.
    witness: Keyed<String>,
}

/// The answer without floors.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct WithoutFloors {
    /// In one word.
    verdict: VerdictWord,
    /// Number of packages; null when they were not counted to the end.
    #[schemars(inner(regex(pattern = r"^[0-9]+$")))]
    packages: Option<String>,
}

/// The size of a proof.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CertificateForm {
    /// Nodes of its tree.
    nodes: Number,
    /// Bytes of its file.
    bytes: Number,
    /// That it was checked against the case; an unchecked proof is never reported.
    #[schemars(extend("const" = true))]
    checked: bool,
}

/// What was not finished.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Stopped {
    /// Why.
    #[schemars(extend("enum" = [
        "time-limit", "node-limit", "memory-limit", "interrupted", "check-failed"
    ]))]
    reason: &'static str,
    /// The unfinished count is at least this.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    at_least: String,
    /// The unfinished count is at most this.
    #[schemars(regex(pattern = r"^[0-9]+$"))]
    bound: String,
}

/// A mapping in the order of the case file.
#[derive(Debug)]
struct Keyed<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Keyed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<T: JsonSchema> JsonSchema for Keyed<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Keyed_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        schemars::json_schema!({ "type": "object", "additionalProperties": value })
    }
}

/// A number: an integer where every reader keeps it exact, else a decimal string; a fraction as
/// `p/q`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Number {
    Integer(i64),
    Text(String),
}

impl Number {
    fn of(value: &Exact) -> Self {
        let small = value.is_integer() && value.numer().abs() <= INTEGER_MAX;
        match i64::try_from(*value.numer()) {
            Ok(integer) if small => Self::Integer(integer),
            _ => Self::Text(number::to_fraction(value)),
        }
    }

    fn whole(value: impl Into<i128>) -> Self {
        Self::of(&Exact::from_integer(value.into()))
    }
}

impl JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "description": "An integer, or a decimal string beyond 53 bits; a fraction is \"p/q\" \
                            in lowest terms.",
            "oneOf": [
                { "type": "integer", "minimum": -INTEGER_MAX, "maximum": INTEGER_MAX },
                { "type": "string", "pattern": "^-?[0-9]+(/[0-9]+)?$" },
            ],
        })
    }
}

impl AnswerForm {
    /// The form of a verdict.
    pub(crate) fn new(case: &Case, verdict: &Verdict) -> Self {
        let declared = standing::declared(verdict);
        let (word, overlap, certificate) = match declared {
            Standing::Overlap(found) => (VerdictWord::Overlap, Some(overlap(case, found)), None),
            Standing::None(proof) => (VerdictWord::NoOverlap, None, Some(certificate(proof))),
            Standing::Undecided(..) => (VerdictWord::Undecided, None, None),
        };
        let stopped = standing::stop(verdict).map(|stop| Stopped {
            reason: stop.reason.as_str(),
            at_least: stop.at_least.to_string(),
            bound: stop.bound.to_string(),
        });
        Self {
            format: "winset-answer/1",
            case: case.id.clone(),
            packages: verdict.packages.to_string(),
            verdict: word,
            overlap,
            without_floors: without_floors(standing::floorless(verdict)),
            certificate,
            stopped,
        }
    }
}

fn without_floors(floorless: Floorless<'_>) -> WithoutFloors {
    let (verdict, packages) = match floorless {
        Floorless::Overlap(count) => (
            VerdictWord::Overlap,
            standing::exact(count).map(ToString::to_string),
        ),
        Floorless::None => (VerdictWord::NoOverlap, Some("0".to_owned())),
        Floorless::Undecided(..) => (VerdictWord::Undecided, None),
    };
    WithoutFloors { verdict, packages }
}

fn certificate(proof: &NoOverlap) -> CertificateForm {
    // No file has more bytes than a 64-bit number counts.
    let bytes = i64::try_from(proof.bytes().len()).unwrap_or(i64::MAX);
    CertificateForm {
        nodes: Number::whole(proof.nodes()),
        bytes: Number::whole(bytes),
        checked: true,
    }
}

fn overlap(case: &Case, found: &Overlap) -> OverlapForm {
    let occurring = found.occurring.as_deref();
    let best = found.best.iter().flatten().map(|best| {
        let value = case.unscaled(best.party(), best.value());
        (
            case.parties[best.party().index()].id.clone(),
            Number::of(&value),
        )
    });
    OverlapForm {
        packages: standing::exact(&found.count).map(ToString::to_string),
        fixed: occurring.map(|sets| fixed(case, sets)),
        open: occurring.map(|sets| open(case, sets)),
        best: Keyed(best.collect()),
        witness: package(case, found.witness.package()),
    }
}

fn fixed(case: &Case, sets: &[OptionSet]) -> Keyed<String> {
    let settled = case
        .points
        .iter()
        .zip(sets)
        .filter(|(_, set)| set.len() == 1);
    let named = settled.map(|(point, set)| (point.id.clone(), names(point, set).concat()));
    Keyed(named.collect())
}

fn open(case: &Case, sets: &[OptionSet]) -> Keyed<Vec<String>> {
    let unsettled = case
        .points
        .iter()
        .zip(sets)
        .filter(|(_, set)| set.len() != 1);
    let named = unsettled.map(|(point, set)| (point.id.clone(), names(point, set)));
    Keyed(named.collect())
}

fn names(point: &Point, set: &OptionSet) -> Vec<String> {
    set.iter()
        .map(|option| point.options[option.index()].id.clone())
        .collect()
}

fn package(case: &Case, package: &Package) -> Keyed<String> {
    let settled = case.points.iter().zip(&package.0);
    let named = settled.map(|(point, o)| (point.id.clone(), point.options[o.index()].id.clone()));
    Keyed(named.collect())
}

/// A finding about a file.
#[derive(Debug, Serialize)]
pub(crate) struct Finding<'d> {
    code: &'static str,
    severity: &'static str,
    line: usize,
    column: usize,
    path: &'d str,
    message: &'d str,
    expected: Option<&'d str>,
    suggestion: Option<&'d str>,
}

/// The findings about a file, in their order.
pub(crate) fn findings<'d>(text: &Text, found: &'d [Diagnostic]) -> Vec<Finding<'d>> {
    let index = LineIndex::new(&text.bytes);
    let form = |finding: &'d Diagnostic| {
        let Diagnostic {
            code,
            span,
            path,
            message,
            expected,
            suggestion,
            related: _,
        } = finding;
        let (line, column) = index.position(span.start);
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let (expected, suggestion) = (expected.as_deref(), suggestion.as_deref());
        Finding {
            code: code.as_str(),
            severity,
            line,
            column,
            path,
            message,
            expected,
            suggestion,
        }
    };
    found.iter().map(form).collect()
}

/// One line of JSON.
pub(crate) fn line(form: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec(form)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Prints a JSON Schema.
pub(crate) fn schema(args: &SchemaArgs, output: Output) -> Result<Outcome, Failure> {
    let schema = if args.answer {
        answer_schema()
    } else {
        case_schema::schema()
    };
    let mut bytes = serde_json::to_vec_pretty(&schema)?;
    bytes.push(b'\n');
    output.bytes(&bytes)?;
    Ok(Outcome::Answered)
}

fn answer_schema() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<AnswerForm>();
    schema.insert("$id".to_owned(), "winset-answer-1.schema.json".into());
    schema.insert("title".to_owned(), "winset-answer/1".into());
    schema.to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &Exact, json: &str) {
        assert_eq!(serde_json::to_string(&Number::of(value)).unwrap(), json);
    }

    #[test]
    fn numbers_stay_exact() {
        check(&Exact::from_integer(608), "608");
        check(&Exact::from_integer(-INTEGER_MAX), "-9007199254740991");
        check(
            &Exact::from_integer(INTEGER_MAX + 1),
            "\"9007199254740992\"",
        );
        check(&Exact::new(-7, 2), "\"-7/2\"");
    }
}
