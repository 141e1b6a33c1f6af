//! The command that starts an outside program: a program and its arguments. No shell reads it.

use super::OutsideRefused;

/// A program and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutsideCommand {
    pub(crate) program: String,
    pub(crate) arguments: Vec<String>,
}

impl OutsideCommand {
    /// The command of a text: words between spaces. What stands in single or double quotes is one word, or
    /// part of one; no other character means anything.
    pub(crate) fn read(text: &str) -> Result<Self, OutsideRefused> {
        let mut words = words(text)?.into_iter();
        let program = words.next().filter(|program| !program.is_empty());
        Ok(Self {
            program: program.ok_or_else(|| OutsideRefused::NoCommand(text.to_owned()))?,
            arguments: words.collect(),
        })
    }
}

fn words(text: &str) -> Result<Vec<String>, OutsideRefused> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            Some(_) | None => word.get_or_insert_default().push(c),
        }
    }
    if quote.is_some() {
        return Err(OutsideRefused::OpenQuote(text.to_owned()));
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_between_spaces_or_in_quotes() {
        let check = |text: &str, expected: &[&str]| {
            let OutsideCommand { program, arguments } = OutsideCommand::read(text).unwrap();
            let found: Vec<String> = std::iter::once(program).chain(arguments).collect();
            assert_eq!(found, expected);
        };
        check("python3 agent.py", &["python3", "agent.py"]);
        check(" a  'b c' d\"e f\"g '' ", &["a", "b c", "de fg", ""]);
        check("a $HOME; b | c \\", &["a", "$HOME;", "b", "|", "c", "\\"]);
        check("a \"it's\"", &["a", "it's"]);
    }

    #[test]
    fn what_is_no_command_is_refused() {
        for text in ["", "  ", "''", "a 'b"] {
            assert!(OutsideCommand::read(text).is_err(), "{text}");
        }
    }
}
