//! Number tokens, and the numbers and dates that TOML writes in other ways.

use num_bigint::BigUint;
use toml_datetime::Datetime;
use toml_parser::decoder::IntegerRadix;

use super::Value;
use super::findings::syntax;
use super::limits::{self, Stop};
use crate::diagnostic::Span;

/// Whether `token` is a number token of JSON: RFC 8259, section 6.
pub(super) fn is_number(token: &str) -> bool {
    let rest = token.strip_prefix('-').unwrap_or(token);
    let (whole, rest) = split_digits(rest);
    if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
        return false;
    }
    let rest = match rest.strip_prefix('.').map(split_digits) {
        Some(("", _)) => return false,
        Some((_, rest)) => rest,
        None => rest,
    };
    let Some(exponent) = rest.strip_prefix(['e', 'E']) else {
        return rest.is_empty();
    };
    let (digits, rest) = split_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    !digits.is_empty() && rest.is_empty()
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text
        .bytes()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

/// A date, a time or both: kept as written, once it is known to be one.
pub(super) fn date(written: &str, span: Span) -> Result<Value, Stop> {
    match written.parse::<Datetime>() {
        Ok(_) => Ok(Value::Text(written.to_owned())),
        Err(_) => Err(syntax(span, "this is not a date or time")),
    }
}

/// A number with a fraction or exponent; infinities and what is no number are text, as written.
pub(super) fn float(written: &str, span: Span) -> Result<Value, Stop> {
    if written.ends_with("inf") || written.ends_with("nan") {
        return Ok(Value::Text(written.to_owned()));
    }
    let plain = written.replace('_', "");
    number(plain.strip_prefix('+').unwrap_or(&plain), span)
}

/// A whole number in any base of TOML, as decimal digits.
pub(super) fn integer(written: &str, radix: IntegerRadix, span: Span) -> Result<Value, Stop> {
    // Before converting, which takes time quadratic in the length.
    limits::number(written, span)?;
    let plain = written.replace('_', "");
    if radix == IntegerRadix::Dec {
        return number(plain.strip_prefix('+').unwrap_or(&plain), span);
    }
    // Two characters say which base it is.
    let digits = plain.as_bytes().get(2..);
    let value = digits.and_then(|digits| BigUint::parse_bytes(digits, radix.value()));
    match value {
        Some(value) => number(&value.to_string(), span),
        None => Err(not_a_number(span)),
    }
}

fn number(digits: &str, span: Span) -> Result<Value, Stop> {
    limits::number(digits, span)?;
    if is_number(digits) {
        Ok(Value::Number(digits.to_owned()))
    } else {
        Err(not_a_number(span))
    }
}

fn not_a_number(span: Span) -> Stop {
    syntax(span, "this is not a number of TOML")
}
