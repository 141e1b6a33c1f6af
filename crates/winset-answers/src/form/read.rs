//! Reading answers back.

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::any::AnyForm;
use super::name::{AnswerName, FormatWord};

/// Why a text is not read as an answer.
#[derive(Debug, Error)]
pub enum FormError {
    /// It is not JSON, or no object.
    #[error("read an answer: {source}")]
    Json {
        /// What is wrong, and where: line and column.
        source: serde_json::Error,
    },
    /// It does not say that it is an answer of this version.
    #[error("read an answer: `format` is {found}, expected {:?}", FormatWord::One.as_str())]
    Format {
        /// What it says, as JSON; `missing` when it says nothing.
        found: String,
    },
    /// It does not say which answer it is, or that it is one which nobody knows.
    #[error("read an answer: `answer` is {found}, expected one of {}", names())]
    Answer {
        /// What it says, as JSON; `missing` when it says nothing.
        found: String,
    },
    /// It is not the form of the answer that it says it is.
    #[error("read the answer {:?}: {source}", .name.as_str())]
    Form {
        /// The answer that it says it is.
        name: AnswerName,
        /// What is wrong, and where: line and column.
        source: serde_json::Error,
    },
}

/// The names of all answers, in a sentence.
fn names() -> String {
    let names = AnswerName::ALL.iter().map(|name| name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

/// What an answer says first.
#[derive(Deserialize)]
#[serde(expecting = "an answer, which is an object")]
struct Head {
    #[serde(default)]
    format: Option<Value>,
    #[serde(default)]
    answer: Option<Value>,
}

/// Reads the form of an answer, one line of JSON or JSON laid out in any other way. What was read
/// and is written by [`line()`](super::line()) is the line that winset printed.
///
/// Nothing is passed over and nothing is added: a key that is missing, unknown or there twice is an
/// error, and so is a number that is not written as winset writes it. Whether the answer is right is
/// not looked at: of that the proofs that winset writes beside it can be checked.
///
/// # Errors
/// When the text is not JSON, not of this version, of no known answer, or not of that answer's form.
pub fn read(text: &[u8]) -> Result<AnyForm, FormError> {
    let Head { format, answer } =
        serde_json::from_slice(text).map_err(|source| FormError::Json { source })?;
    let said = |value: Option<Value>| value.map_or("missing".to_owned(), |v| v.to_string());
    if format != Some(FormatWord::One.as_str().into()) {
        return Err(FormError::Format {
            found: said(format),
        });
    }
    let named = |name: &&AnswerName| answer.as_ref().and_then(Value::as_str) == Some(name.as_str());
    let Some(name) = AnswerName::ALL.iter().copied().find(|name| named(&name)) else {
        return Err(FormError::Answer {
            found: said(answer),
        });
    };
    AnyForm::read_as(name, text).map_err(|source| FormError::Form { name, source })
}

#[cfg(test)]
mod tests {
    use super::super::print::line;
    use super::*;

    const JOURNAL: &str = concat!(
        r#"{"format":"winset-answer/1","answer":"journal","case":"harbour","journal":{"holds":true,"#,
        r#""lines":12,"head":"e3b0","fault":null,"touched":null,"torn":0,"note":{"is":"there","lines":12},"#,
        r#""paper":null}}"#,
    );

    #[test]
    fn an_answer_is_read_back_however_it_is_laid_out() {
        let value: Value = serde_json::from_str(JOURNAL).unwrap();
        let spread = serde_json::to_string_pretty(&value).unwrap();
        for text in [JOURNAL, &spread] {
            let answer = read(text.as_bytes()).unwrap();
            assert_eq!(answer.name(), AnswerName::Journal);
            assert_eq!(line(&answer).unwrap(), format!("{JOURNAL}\n").as_bytes());
            let AnyForm::Journal(form) = answer else {
                panic!("{answer:?}")
            };
            assert_eq!(form.journal.lines.integer(), Some(12));
        }
    }

    const FORMAT: &str = "read an answer: `format` is ";
    const ANSWER: &str = "read an answer: `answer` is ";
    const OF_JOURNAL: &str = "read the answer \"journal\": ";

    /// A passage, what stands in its place, and how the complaint begins, in two parts.
    const WRONG: [(&str, &str, [&str; 2]); 16] = [
        (
            "er/1",
            "er/2",
            [FORMAT, "\"winset-answer/2\", expected \"winset-answer/1\""],
        ),
        ("\"winset-answer/1\"", "1", [FORMAT, "1, expected"]),
        (
            r#""format":"winset-answer/1","#,
            "",
            [FORMAT, "missing, expected"],
        ),
        (
            "\"journal\",",
            "\"diary\",",
            [ANSWER, "\"diary\", expected one of solve, clashes,"],
        ),
        (
            r#""answer":"journal","#,
            "",
            [ANSWER, "missing, expected one of"],
        ),
        (
            "\"journal\",",
            "\"acts\",",
            ["read the answer \"acts\": ", "unknown field `journal`"],
        ),
        (
            r#","paper":null"#,
            "",
            [OF_JOURNAL, "missing field `paper` at line 1 column 183"],
        ),
        (
            "s\":12,\"h",
            "s\":12.0,\"h",
            [
                OF_JOURNAL,
                "invalid type: floating point `12.0`, expected an int",
            ],
        ),
        (
            "s\":12,\"h",
            "s\":null,\"h",
            [OF_JOURNAL, "invalid type: null, expected an integer"],
        ),
        (
            "\"there\"",
            "\"here\"",
            [
                OF_JOURNAL,
                "unknown variant `here`, expected one of `missing`",
            ],
        ),
        (
            r#""torn":0"#,
            r#""torn":0,"torn":0"#,
            [OF_JOURNAL, "duplicate field `torn` at line 1 column"],
        ),
        (
            r#""torn":0"#,
            r#""torn":0,"worn":0"#,
            [OF_JOURNAL, "unknown field `worn`, expected"],
        ),
        (
            "null}}",
            "null}",
            [
                "read an answer: ",
                "EOF while parsing an object at line 1 column",
            ],
        ),
        (
            "null}}",
            "null}} {}",
            ["read an answer: ", "trailing characters at line 1 column"],
        ),
        (JOURNAL, "[]", [FORMAT, "missing, expected"]),
        (
            JOURNAL,
            "",
            [
                "read an answer: ",
                "EOF while parsing a value at line 1 column 0",
            ],
        ),
    ];

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (from, to, begins) in WRONG {
            assert_eq!(JOURNAL.matches(from).count(), 1, "{from}");
            let why = read(JOURNAL.replace(from, to).as_bytes()).unwrap_err();
            let why = why.to_string();
            assert!(why.starts_with(&begins.concat()), "{from} -> {to}: {why}");
        }
    }

    #[test]
    fn forms_read_by_themselves_hold_to_their_own_names() {
        let other = JOURNAL.replace("\"journal\",", "\"acts\",");
        let read = serde_json::from_str::<super::super::JournalForm>(&other);
        let why = read.unwrap_err().to_string();
        let expected = "the answer \"acts\" where \"journal\" was expected at line 1 column 43";
        assert_eq!(why, expected);
    }
}
