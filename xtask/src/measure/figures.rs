//! What is counted.

use std::collections::BTreeMap;

use crate::source::functions::{FunctionItem, function_items, type_items};
use crate::source::tokens::{CodeToken, text_at};
use crate::tidy::{CrateCircles, SourceFile, crate_circles, tuple_parameters};

/// Names of functions that the language or its library gives.
const GIVEN_NAMES: &[&str] = &["default", "fmt", "from", "new"];

/// The figures of a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFigures {
    /// How many files there are.
    pub files: usize,
    /// Their lines.
    pub lines: usize,
    /// How long functions with a body are.
    pub functions: FunctionLengths,
    /// Names of functions with a body, without given names and without methods of trait impls.
    pub function_names: NameCounts,
    /// Names of types, each declaration counted.
    pub type_names: NameCounts,
    /// How many declarations of types share their name with another one.
    pub types_sharing: usize,
    /// How many names are of more than one type.
    pub shared_type_names: usize,
    /// How many of the types are public.
    pub public_types: usize,
    /// How many declarations of public types share their name with another public one.
    pub public_types_sharing: usize,
    /// How many names are of more than one public type.
    pub shared_public_type_names: usize,
    /// Calls of `unwrap_or`, `unwrap_or_default` and `unwrap_or_else`.
    pub unwrap_or_calls: usize,
    /// How many files are named `mod.rs`.
    pub mod_files: usize,
    /// How many of them hold functions with a body, methods too.
    pub mod_files_with_functions: usize,
    /// Parameters of named functions that are tuple patterns.
    pub tuple_parameters: usize,
    /// Modules that use each other, for each crate.
    pub circles: Vec<CrateCircles>,
}

/// How long functions are: from the line of `fn` to that of the closing brace, both counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FunctionLengths {
    /// How many functions there are.
    pub count: usize,
    /// Half of them are no longer; of two in the middle the shorter.
    pub median_lines: usize,
    /// Nine tenths of them are no longer.
    pub p90_lines: usize,
    /// The longest; of several the first by path.
    pub longest: Option<LongestFunction>,
}

/// The longest function and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongestFunction {
    /// Its length.
    pub lines: usize,
    /// Its name.
    pub name: String,
    /// Its file.
    pub path: String,
    /// The line of its `fn`.
    pub line: usize,
}

/// How many names are of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameCounts {
    /// All names counted.
    pub counted: usize,
    /// Those of one word.
    pub one_word: usize,
}

impl NameCounts {
    fn of(one_word: impl Iterator<Item = bool>) -> Self {
        one_word.fold(Self::default(), |counts, one_word| Self {
            counted: counts.counted + 1,
            one_word: counts.one_word + usize::from(one_word),
        })
    }
}

/// The figures of the files. Time grows with their size, and for circles with the square of the
/// number of modules of one crate.
pub fn code_figures(files: &[SourceFile<'_>]) -> CodeFigures {
    let tokens: Vec<Vec<CodeToken<'_>>> = files.iter().map(SourceFile::tokens).collect();
    let functions: Vec<Vec<FunctionItem<'_>>> = tokens
        .iter()
        .map(|tokens| with_bodies(function_items(tokens)))
        .collect();
    let types: Vec<_> = tokens
        .iter()
        .flat_map(|tokens| type_items(tokens))
        .collect();
    let all_names = declarations(types.iter().map(|item| item.name));
    let public = types.iter().filter(|item| item.public);
    let public_names = declarations(public.map(|item| item.name));
    let mod_files = files
        .iter()
        .zip(&functions)
        .filter(|(file, _)| file.file_name() == "mod.rs");
    CodeFigures {
        files: files.len(),
        lines: files.iter().map(|file| file.lines).sum(),
        functions: lengths(files, &functions),
        function_names: NameCounts::of(own_names(&functions).map(|name| !name.contains('_'))),
        type_names: NameCounts::of(types.iter().map(|item| is_one_word(item.name))),
        types_sharing: sharing(&all_names).sum(),
        shared_type_names: sharing(&all_names).count(),
        public_types: public_names.values().sum(),
        public_types_sharing: sharing(&public_names).sum(),
        shared_public_type_names: sharing(&public_names).count(),
        unwrap_or_calls: tokens.iter().map(|tokens| unwrap_or_calls(tokens)).sum(),
        mod_files: mod_files.clone().count(),
        mod_files_with_functions: mod_files.filter(|(_, held)| !held.is_empty()).count(),
        tuple_parameters: files.iter().map(|file| tuple_parameters(file).len()).sum(),
        circles: crate_circles(files),
    }
}

fn with_bodies(mut functions: Vec<FunctionItem<'_>>) -> Vec<FunctionItem<'_>> {
    functions.retain(|function| function.end.is_some());
    functions
}

fn lengths(files: &[SourceFile<'_>], functions: &[Vec<FunctionItem<'_>>]) -> FunctionLengths {
    let mut lengths = Vec::new();
    let mut longest: Option<LongestFunction> = None;
    for (file, functions) in files.iter().zip(functions) {
        for function in functions {
            let line = file.line(function.at);
            let end = function.end.map_or(line, |end| file.line(end));
            let lines = end + 1 - line;
            lengths.push(lines);
            if longest.as_ref().is_none_or(|found| found.lines < lines) {
                longest = Some(LongestFunction {
                    lines,
                    name: function.name.to_owned(),
                    path: file.path.to_owned(),
                    line,
                });
            }
        }
    }
    lengths.sort_unstable();
    FunctionLengths {
        count: lengths.len(),
        median_lines: at_tenths(&lengths, 5),
        p90_lines: at_tenths(&lengths, 9),
        longest,
    }
}

/// The smallest of the sorted values that is no less than `tenths` tenths of them; 0 of none.
fn at_tenths(sorted: &[usize], tenths: usize) -> usize {
    let rank = (sorted.len() * tenths).div_ceil(10);
    let index = rank.saturating_sub(1);
    sorted.get(index).copied().unwrap_or(0)
}

/// Names that we gave to functions: no given ones, no methods of traits that are implemented.
fn own_names<'a>(functions: &'a [Vec<FunctionItem<'a>>]) -> impl Iterator<Item = &'a str> {
    functions
        .iter()
        .flatten()
        .filter(|function| !function.of_trait_impl && !GIVEN_NAMES.contains(&function.name))
        .map(|function| function.name)
}

/// Whether a type's name is of one word: no capital begins another. `PartyId` and `IOError` are of
/// two, `ZOPA` is of one.
fn is_one_word(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let lower = |index: usize| letters.get(index).is_some_and(|c| c.is_lowercase());
    !name.contains('_')
        && !(1..letters.len()).any(|index| {
            letters[index].is_uppercase()
                && (!letters[index - 1].is_uppercase() || lower(index + 1))
        })
}

/// How many declarations each name has.
fn declarations<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// The numbers of declarations of names that have more than one.
fn sharing<'a>(counts: &'a BTreeMap<&str, usize>) -> impl Iterator<Item = usize> + 'a {
    counts.values().copied().filter(|count| *count > 1)
}

fn unwrap_or_calls(tokens: &[CodeToken<'_>]) -> usize {
    let is_call = |index: &usize| {
        text_at(tokens, *index).starts_with("unwrap_or")
            && matches!(text_at(tokens, index - 1), "." | "::")
    };
    (1..tokens.len()).filter(is_call).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{Tree, source_files};

    #[test]
    fn ranks_are_of_the_values() {
        assert_eq!(at_tenths(&[], 5), 0);
        assert_eq!(at_tenths(&[3], 9), 3);
        assert_eq!(at_tenths(&[1, 2, 3, 4], 5), 2);
        assert_eq!(at_tenths(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9), 9);
    }

    #[test]
    fn words_of_types_begin_with_capitals() {
        for one in ["Found", "ZOPA", "A", "Csv2", "Überhang"] {
            assert!(is_one_word(one), "{one}");
        }
        for more in ["PartyId", "IOError", "NashStep", "A_B", "ToÜ"] {
            assert!(!is_one_word(more), "{more}");
        }
    }

    #[test]
    fn figures_leave_out_tests_and_what_is_no_code() {
        let tree = Tree::from_texts([
            (
                "crates/a/src/lib.rs",
                "//! A.\nmod b;\npub struct Found;\n#[cfg(test)]\nmod tests {\n    fn t() {}\n}\n",
            ),
            (
                "crates/a/src/b/mod.rs",
                "//! fn c() {}\nstruct Found;\npub trait Asked { fn d(&self); }\n\
                 impl Asked for Found {\n    fn d(&self) {}\n}\n\
                 impl Found { fn new() -> Self { Self } }\n\
                 fn take(\n    (a, b): (u8, u8),\n) -> u8 {\n    a.unwrap_or(\"fn e() {}\")\n}\n\
                 fn take_all() { x.map(u8::unwrap_or_default); }\n// y.unwrap_or(z)\n",
            ),
            ("crates/a/src/b/tests.rs", "fn t() {}\n"),
        ]);
        let figures = code_figures(&source_files(&tree));
        assert_eq!((figures.files, figures.lines), (2, 17));
        assert_eq!(
            (figures.mod_files, figures.mod_files_with_functions),
            (1, 1)
        );
        assert_eq!((figures.unwrap_or_calls, figures.tuple_parameters), (2, 1));
        let functions = figures.functions;
        assert_eq!(
            (functions.count, functions.median_lines, functions.p90_lines),
            (4, 1, 5)
        );
        let longest = functions.longest.unwrap();
        assert_eq!(
            (longest.name.as_str(), longest.line, longest.lines),
            ("take", 8, 5)
        );
        let counts = |counted, one_word| NameCounts { counted, one_word };
        assert_eq!(figures.function_names, counts(2, 1));
        assert_eq!(figures.type_names, counts(3, 3));
        assert_eq!((figures.types_sharing, figures.shared_type_names), (2, 1));
        assert_eq!(
            (figures.public_types, figures.shared_public_type_names),
            (2, 0)
        );
    }
}
