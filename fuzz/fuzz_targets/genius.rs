//! The readers of GENIUS on any bytes: no panic, every finding lies in the file, and a profile that
//! is read has a worth under each reading.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use winset_model::diagnostic::Diagnostic;
use winset_model::formats::genius::{read_domain, read_profile};
use winset_model::formats::peer::{Domain, Format, Semantics};
use winset_model::formats::worth::worth;
use winset_model::number::Exact;

const DOMAIN: &[u8] = br#"<negotiation_template><objective name="d">
<issue index="1" name="Price"><item value="low"/><item value="high"/></issue>
<issue index="2" name="Days" vtype="integer" lowerbound="1" upperbound="3"/>
</objective></negotiation_template>"#;

static KNOWN: LazyLock<Domain> =
    LazyLock::new(|| read_domain(DOMAIN, None).expect("the domain is valid"));

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let inside = |d: &Diagnostic| d.span.start <= d.span.end && d.span.end <= bytes.len();
    if first % 2 == 0 {
        let step = (first % 4 == 0).then(|| Exact::new(1, 4));
        if let Err(found) = read_domain(bytes, step) {
            assert!(!found.is_empty() && found.iter().all(inside));
        }
        return;
    }
    match read_profile(bytes, "p", &KNOWN) {
        Err(found) => assert!(!found.is_empty() && found.iter().all(inside)),
        Ok(profile) => {
            for semantics in Semantics::ALL {
                if let Ok(worth) = worth(&KNOWN, &profile, Format::Genius, semantics) {
                    assert!(worth.of(&[0, 0]) <= worth.most() || worth.cap.is_some());
                }
            }
        }
    }
});
