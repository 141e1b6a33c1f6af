//! Figures as a table and as JSON, and what they count.

use serde_json::{Value, json};

use super::{CodeFigures, NameCounts};

/// What `cargo xtask measure --help` prints.
pub const HELP: &str = "\
Figures of the code for decision notes.

Usage: cargo xtask measure [--json]

Counted are the tracked files under crates/*/src and xtask/src, without test files and without items
under #[cfg(test)]. Comments and literals hold no code; what macros are called with does.

  files, lines           lines of these files, blank ones and comments too
  functions              named functions with a body, methods and nested ones too, closures not;
                         their lines run from `fn` to the closing brace, blank ones and comments too;
                         median and p90 are lengths that half and nine tenths do not exceed
  function names         of functions with a body, but for new, from, fmt, default and methods in
                         `impl Trait for Type`; one word: without an underscore
  type names             structs, enums, unions, traits, and aliases outside of impls and traits, public
                         or not; one word: no second capital that begins a word (PartyId is two, ZOPA
                         one)
  types sharing a name   declarations whose name another one has, in any crate; then how many such
                         names there are; the same for types that are plainly `pub`
  unwrap_or calls        unwrap_or, unwrap_or_default, unwrap_or_else
  mod.rs with functions  files named mod.rs that hold a function with a body, methods too
  tuple parameters       parameters of named functions that are tuple patterns
  circle                 most modules of a crate each of which leads to all others, as `cargo xtask
                         circles` lists them; 0 if no two do

  --json   one object; shares are in tenths of a percent
";

/// The figures as lines of text.
pub fn figures_text(figures: &CodeFigures) -> String {
    let mut text = String::new();
    for (name, value) in rows(figures) {
        text += &format!("{name:<30}{value}\n");
    }
    text += &format!("\n{:<22}{:>8}{:>8}\n", "crate", "modules", "circle");
    for one in &figures.circles {
        let (name, circle) = (&one.crate_name, one.largest.len());
        text += &format!("{name:<22}{:>8}{circle:>8}\n", one.modules);
    }
    text
}

fn rows(figures: &CodeFigures) -> Vec<(&'static str, String)> {
    let functions = &figures.functions;
    let number = |value: usize| format!("{value:>8}");
    let longest = functions.longest.as_ref().map_or(number(0), |longest| {
        let place = format!("{}:{}", longest.path, longest.line);
        format!("{:>8}  {} ({place})", longest.lines, longest.name)
    });
    vec![
        ("files", number(figures.files)),
        ("lines", number(figures.lines)),
        ("functions", number(functions.count)),
        ("  lines, median", number(functions.median_lines)),
        ("  lines, p90", number(functions.p90_lines)),
        ("  lines, max", longest),
        ("function names", number(figures.function_names.counted)),
        ("  of one word", one_word(figures.function_names)),
        ("type names", number(figures.type_names.counted)),
        ("  of one word", one_word(figures.type_names)),
        (
            "types sharing a name",
            part(figures.types_sharing, figures.type_names.counted),
        ),
        ("  shared names", number(figures.shared_type_names)),
        (
            "public types sharing a name",
            part(figures.public_types_sharing, figures.public_types),
        ),
        ("  shared names", number(figures.shared_public_type_names)),
        ("unwrap_or calls", number(figures.unwrap_or_calls)),
        (
            "mod.rs with functions",
            part(figures.mod_files_with_functions, figures.mod_files),
        ),
        ("tuple parameters", number(figures.tuple_parameters)),
    ]
}

fn one_word(names: NameCounts) -> String {
    part(names.one_word, names.counted)
}

/// `12 of 40, 30.0 %`, the first number aligned.
fn part(some: usize, all: usize) -> String {
    let share = permille(some, all);
    format!("{some:>8}  of {all}, {}.{} %", share / 10, share % 10)
}

/// Tenths of a percent, rounded half up; 0 of none.
fn permille(some: usize, all: usize) -> usize {
    (2_000 * some + all).checked_div(2 * all).unwrap_or(0)
}

/// The figures as one JSON object.
pub fn figures_json(figures: &CodeFigures) -> Value {
    let functions = &figures.functions;
    let names = |counts: NameCounts| {
        json!({
            "counted": counts.counted,
            "one_word": counts.one_word,
            "one_word_permille": permille(counts.one_word, counts.counted),
        })
    };
    let circles = figures.circles.iter().map(|one| {
        json!({
            "crate": one.crate_name,
            "modules": one.modules,
            "largest_circle": one.largest.len(),
        })
    });
    json!({
        "files": figures.files,
        "lines": figures.lines,
        "functions": {
            "count": functions.count,
            "median_lines": functions.median_lines,
            "p90_lines": functions.p90_lines,
            "max_lines": functions.longest.as_ref().map_or(0, |longest| longest.lines),
        },
        "function_names": names(figures.function_names),
        "type_names": names(figures.type_names),
        "shared_type_names": shared_json(
            figures.shared_type_names, figures.types_sharing, figures.type_names.counted,
        ),
        "shared_public_type_names": shared_json(
            figures.shared_public_type_names, figures.public_types_sharing, figures.public_types,
        ),
        "unwrap_or_calls": figures.unwrap_or_calls,
        "mod_files": figures.mod_files,
        "mod_files_with_functions": figures.mod_files_with_functions,
        "tuple_parameters": figures.tuple_parameters,
        "crates": circles.collect::<Vec<_>>(),
    })
}

fn shared_json(names: usize, types: usize, types_all: usize) -> Value {
    json!({
        "names": names,
        "types": types,
        "types_permille": permille(types, types_all),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::code_figures;
    use crate::tidy::{Tree, source_files};

    #[test]
    fn shares_are_rounded() {
        assert_eq!(permille(0, 0), 0);
        assert_eq!(permille(1, 3), 333);
        assert_eq!(permille(2, 3), 667);
        assert_eq!(permille(1, 2000), 1);
        assert_eq!(part(2, 3), "       2  of 3, 66.7 %");
    }

    #[test]
    fn text_and_json_say_the_same() {
        let tree = Tree::from_texts([
            (
                "crates/a/src/lib.rs",
                "mod b;\npub struct Found;\nfn find() {\n}\n",
            ),
            (
                "crates/a/src/b.rs",
                "use crate::find;\nstruct FoundTwice;\n",
            ),
        ]);
        let figures = code_figures(&source_files(&tree));
        let text = figures_text(&figures);
        assert!(
            text.starts_with("files                                2\n"),
            "{text}"
        );
        assert!(
            text.contains("  lines, max                         2  find (crates/a/src/lib.rs:3)\n")
        );
        assert!(
            text.ends_with("a                            2       0\n"),
            "{text}"
        );
        let value = figures_json(&figures);
        assert_eq!(value["functions"]["max_lines"], 2);
        assert_eq!(value["type_names"]["one_word_permille"], 500);
        assert_eq!(value["crates"][0]["largest_circle"], 0);
    }
}
