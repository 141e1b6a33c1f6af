//! Names of parties in messages.

/// The id of a party: a letter of ASCII, then letters, digits and `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebParty(String);

impl WebParty {
    /// The id of this text; none where it is no id.
    pub fn new(id: &str) -> Option<Self> {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_id = id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(is_word);
        is_id.then(|| Self(id.to_owned()))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Ids for the parties of a case, in order, each another: `_` stands for what an id may not hold, `p` comes
/// before what does not begin with a letter, and a number goes to the end of what was taken before.
pub fn web_parties<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<WebParty> {
    let mut taken: Vec<WebParty> = Vec::new();
    for id in ids {
        let mut first: String = id
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        if !first.starts_with(|c: char| c.is_ascii_alphabetic()) {
            first.insert(0, 'p');
        }
        let mut party = WebParty(first.clone());
        let mut number = 2;
        while taken.contains(&party) {
            party = WebParty(format!("{first}_{number}"));
            number += 1;
        }
        taken.push(party);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_begins_with_a_letter_and_holds_words() {
        for id in ["a", "party1", "x_Y_9"] {
            assert_eq!(WebParty::new(id).unwrap().as_str(), id);
        }
        for id in ["", "1a", "_a", "a-b", "a b", "é", "a\n"] {
            assert_eq!(WebParty::new(id), None, "{id}");
        }
    }

    #[test]
    fn every_party_of_a_case_has_an_id_of_its_own() {
        let ids = web_parties(["upper-valley", "upper_valley", "7up", "été", "upper-valley"]);
        let ids: Vec<&str> = ids.iter().map(WebParty::as_str).collect();
        let expected = [
            "upper_valley",
            "upper_valley_2",
            "p7up",
            "p_t_",
            "upper_valley_3",
        ];
        assert_eq!(ids, expected);
        assert!(ids.iter().all(|id| WebParty::new(id).is_some()));
    }
}
