//! What a picture says of itself that leaves its page.

use winset_model::audience::Audience;
use winset_model::case::Case;
use winset_told::audience_named;
use winset_told::messages::Language;

/// As much of a hash as tells two files apart.
const HASH_CHARS: usize = 16;

/// For whom a picture is, of which case, as of which day, and who made it, in one line. The case is
/// that which the audience sees.
pub fn signature(case: &Case, audience: &Audience, words: &Language) -> String {
    let hash: String = case.hash.chars().take(HASH_CHARS).collect();
    let reader = audience_named(case, audience, words);
    let mut parts = vec![
        format!("{} {reader}", words.get("seen-by")),
        format!("{} {hash}", words.get("case-hash")),
    ];
    parts.extend(case.register.as_of.map(|day| day.to_string()));
    parts.push(format!("winset {}", env!("CARGO_PKG_VERSION")));
    parts.join(" · ")
}
