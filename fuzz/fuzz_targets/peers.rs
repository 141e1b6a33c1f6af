//! The readers of GeniusWeb, NegMAS and NegoLog on any bytes: no panic, every finding lies in the
//! file, and what is read can be made a case or is refused.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use winset_model::diagnostic::Diagnostic;
use winset_model::document::Syntax;
use winset_model::formats::peer::{Domain, Format, Semantics};
use winset_model::formats::worth::worth;
use winset_model::formats::{Options, geniusweb, negmas, negolog, scenario};

const DOMAIN: &[u8] = br#"{"issuesValues": {"a": {"values": ["x", "y"]},
"b": {"range": {"low": 0, "high": 2, "step": 1}}}}"#;

static KNOWN: LazyLock<Domain> =
    LazyLock::new(|| geniusweb::read_domain(DOMAIN, None).expect("the domain is valid"));

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let inside = |d: &Diagnostic| d.span.start <= d.span.end && d.span.end <= bytes.len();
    let syntax = if first % 2 == 0 { Syntax::Yaml } else { Syntax::Json };
    let (format, read) = match first / 2 % 6 {
        0 => (Format::GeniusWeb, geniusweb::read_profile(bytes, "p", &KNOWN)),
        1 => (Format::Negmas, negmas::read_profile(bytes, syntax, "p", &KNOWN)),
        2 => (Format::Negolog, negolog::read_profile(bytes, "p", &KNOWN)),
        3 => return check(geniusweb::read_domain(bytes, None).err(), inside),
        4 => return check(negmas::read_domain(bytes, syntax, None).err(), inside),
        _ => {
            let _ = scenario(&[("p.json", bytes)], &Options::default());
            return;
        }
    };
    match read {
        Err(found) => check(Some(found), inside),
        Ok(profile) => {
            let _ = worth(&KNOWN, &profile, format, Semantics::Genius);
        }
    }
});

fn check(found: Option<Vec<Diagnostic>>, inside: impl Fn(&Diagnostic) -> bool) {
    if let Some(found) = found {
        assert!(!found.is_empty() && found.iter().all(inside));
    }
}
