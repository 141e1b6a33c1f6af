//! Who reads, and what the reader may see.

use serde_json::Value;

/// Who reads: a party, by its identifier, or everybody.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a>(pub Option<&'a str>);

impl Reader<'_> {
    /// Whether the reader may see an entry of an owner.
    pub(super) fn sees(self, owner: Option<&str>, entry: &Value, unsaid: &str) -> bool {
        let own = owner.is_some() && owner == self.0;
        own || entry["visibility"].as_str().unwrap_or(unsaid) == "public"
    }

    /// Whether the reader is an owner.
    pub(super) fn owns(self, owner: Option<&str>) -> bool {
        owner.is_some() && owner == self.0
    }

    /// Whether the reader may see what a party values.
    pub(super) fn sees_values(self, party: &Value) -> bool {
        self.sees(party["id"].as_str(), party, "sealed")
    }
}
