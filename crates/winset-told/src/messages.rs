//! The message catalogue: what every face says of answers, and what stands around the pages of the
//! desk, in the languages of the message files.
//!
//! Messages are in `messages/`, one file for each language, in the syntax of Fluent. Each language says
//! every message; what cannot be said in one is said in English. Sentences about clashes and
//! packages are made by the other modules of this crate, which speak English only.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use winset_model::case::Case;

/// A language that messages are in.
pub struct Language {
    /// Its tag, such as `en`.
    pub tag: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag)
    }
}

/// All languages; the first is English.
pub static LANGUAGES: LazyLock<[Language; 2]> = LazyLock::new(|| {
    [
        language("en", "English", "ltr", include_str!("../messages/en.ftl")),
        language("ar", "العربية", "rtl", include_str!("../messages/ar.ftl")),
    ]
});

fn language(
    tag: &'static str,
    name: &'static str,
    direction: &'static str,
    text: &str,
) -> Language {
    // A message that cannot be read is missing, and a test says so.
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let id: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Names in a sentence of the other direction stand apart by signs that nobody sees.
    bundle.set_use_isolating(direction == "rtl");
    bundle.add_resource_overriding(resource);
    Language {
        tag,
        name,
        direction,
        bundle,
    }
}

/// The tags of all languages, English first.
pub fn languages() -> Vec<&'static str> {
    LANGUAGES.iter().map(|words| words.tag).collect()
}

/// English, in which what is missing elsewhere is said.
pub fn english() -> &'static Language {
    &LANGUAGES[0]
}

/// The language of this tag, by its first part; English where there is none such.
pub fn spoken(tag: &str) -> &'static Language {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    let known = LANGUAGES.iter().find(|words| words.tag == first);
    known.unwrap_or(english())
}

/// The first language that a case names; English where it names none.
pub fn spoken_in(case: &Case) -> &'static Language {
    let first = case.register.languages.first();
    first.map_or(english(), |tag| spoken(tag))
}

impl Language {
    /// A message without anything to fill in.
    pub fn get(&self, id: &str) -> Cow<'static, str> {
        self.format(id, None)
    }

    /// A message with a number.
    pub fn count(&self, id: &str, n: impl Display) -> Cow<'static, str> {
        let digits = n.to_string();
        // A number that is too large for its plural is a great number.
        let plural: u64 = digits.parse().unwrap_or(u64::MAX);
        let mut args = FluentArgs::new();
        args.set("n", plural);
        args.set("shown", crate::grouped(digits));
        self.format(id, Some(&args))
    }

    /// A message with a text.
    pub fn with(&self, id: &str, what: impl Display) -> Cow<'static, str> {
        let mut args = FluentArgs::new();
        args.set("what", FluentValue::from(what.to_string()));
        self.format(id, Some(&args))
    }

    /// A message with several texts.
    pub fn fill(&self, id: &str, what: &[(&str, String)]) -> Cow<'static, str> {
        let mut args = FluentArgs::new();
        for (name, text) in what {
            args.set((*name).to_owned(), FluentValue::from(text.clone()));
        }
        self.format(id, Some(&args))
    }

    /// A text of any direction, kept apart from words around it that run from right to left.
    pub fn apart(&self, text: &str) -> String {
        if self.direction == "rtl" {
            format!("\u{2068}{text}\u{2069}")
        } else {
            text.to_owned()
        }
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let said = self.said(id, args);
        let said = said.or_else(|| english().said(id, args));
        said.map_or_else(|| Cow::Owned(format!("[{id}]")), Cow::Owned)
    }

    fn said(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    /// The messages of a file, with what stands in each.
    fn messages(file: &'static str) -> BTreeMap<&'static str, String> {
        let mut messages: BTreeMap<&str, String> = BTreeMap::new();
        let mut key = "";
        for line in file.lines() {
            match line.split_once(" =") {
                Some((name, words)) if !line.starts_with([' ', '#', '}']) => {
                    key = name;
                    let before = messages.insert(key, words.to_owned());
                    assert_eq!(before, None, "{key} stands twice");
                }
                _ if line.starts_with(' ') => *messages.get_mut(key).unwrap() += line,
                _ => {}
            }
        }
        messages
    }

    /// What is filled in.
    fn placeables(words: &str) -> BTreeSet<&str> {
        let names = words.split('$').skip(1);
        let end = |c: char| !c.is_ascii_alphanumeric();
        names.filter_map(|name| name.split(end).next()).collect()
    }

    #[test]
    fn arabic_says_all_that_english_says() {
        let english = messages(include_str!("../messages/en.ftl"));
        let arabic = messages(include_str!("../messages/ar.ftl"));
        assert!(english.len() > 600);
        let keys = |messages: &BTreeMap<&'static str, String>| -> Vec<&str> {
            messages.keys().copied().collect()
        };
        assert_eq!(keys(&arabic), keys(&english));
        for (key, words) in &english {
            assert_eq!(placeables(&arabic[key]), placeables(words), "{key}");
            let counts = arabic[key].contains("->");
            for form in ["[zero]", "[one]", "[two]", "[few]", "[many]", "*[other]"] {
                assert_eq!(arabic[key].contains(form), counts, "{key}: {form}");
            }
        }
    }

    #[test]
    fn arabic_counts_in_its_six_forms_and_keeps_names_apart() {
        let arabic = super::spoken("ar-EG");
        for (points, words) in [
            (0, "كل النقاط محسومة"),
            (1, "نقطة واحدة مفتوحة"),
            (2, "نقطتان مفتوحتان"),
            (3, "\u{2068}3\u{2069} نقاط مفتوحة"),
            (11, "\u{2068}11\u{2069} نقطة مفتوحة"),
            (100, "\u{2068}100\u{2069} نقطة مفتوحة"),
        ] {
            assert_eq!(arabic.count("try-open", points), words);
        }
        assert_eq!(
            arabic.with("print-for", "Orvane"),
            "لـ \u{2068}Orvane\u{2069}"
        );
    }

    /// What asserts something, as a rule.
    const WORDS: [&str; 10] = [
        "no", "none", "nobody", "all", "left", "only", "never", "every", "cheapest", "least",
    ];

    /// The messages whose words, with those of their lines below, have one of [`WORDS`].
    fn asserting() -> Vec<&'static str> {
        let mut found: Vec<&str> = Vec::new();
        let mut key = "";
        for line in include_str!("../messages/en.ftl").lines() {
            let words = match line.split_once(" = ") {
                Some((name, words)) if !line.starts_with([' ', '#']) => {
                    key = name;
                    words
                }
                _ if line.starts_with(' ') => line,
                _ => continue,
            };
            let mut words = words.split(|c: char| !c.is_alphabetic() && c != '-');
            let asserts = words.any(|word| WORDS.contains(&word.to_lowercase().as_str()));
            if asserts && found.last() != Some(&key) {
                found.push(key);
            }
        }
        found
    }

    #[test]
    fn every_claim_names_what_it_rests_on() {
        let page = include_str!("../../../docs/claims.md");
        let named = |key: &&str| page.contains(&format!("`{key}`"));
        let missing: Vec<&str> = asserting().into_iter().filter(|k| !named(k)).collect();
        assert_eq!(missing, [""; 0], "add a row to docs/claims.md");
    }

    #[test]
    fn claims_are_found() {
        let found = asserting();
        for key in [
            "overlap-none",
            "cheapest",
            "clashes-left",
            "turn-never-opens",
        ] {
            assert!(found.contains(&key), "{key}");
        }
    }
}
