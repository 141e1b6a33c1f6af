//! Licence expressions: `MIT OR Apache-2.0`, `(A OR B) AND C`, `A WITH exception`, old `A/B`.

/// Longest expression that is read; bounds the depth of parentheses too.
const EXPRESSION_BYTES_MAX: usize = 1_000;

/// Whether a user may choose among `expression`'s licences so that all they hold to are in
/// `allowed`. `WITH` binds tightest, then `AND`, then `OR`; a `/` counts as `OR`. An allowed
/// licence does not allow its `WITH` forms: they are listed on their own.
///
/// The error says what is wrong with the expression, as a fragment.
pub(super) fn satisfiable(expression: &str, allowed: &[&str]) -> Result<bool, String> {
    if expression.len() > EXPRESSION_BYTES_MAX {
        return Err(format!("is longer than {EXPRESSION_BYTES_MAX} bytes"));
    }
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut parser = Parser {
        words: spaced.split_whitespace().collect(),
        next: 0,
        allowed,
    };
    let answer = parser.any()?;
    match parser.peek() {
        None => Ok(answer),
        Some(word) => Err(format!("has '{word}' where it should end")),
    }
}

struct Parser<'a> {
    words: Vec<&'a str>,
    next: usize,
    allowed: &'a [&'a str],
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.next).copied()
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.next += usize::from(found);
        found
    }

    /// `all OR all OR ..`
    fn any(&mut self) -> Result<bool, String> {
        let mut answer = self.all()?;
        while self.eat("OR") {
            answer |= self.all()?;
        }
        Ok(answer)
    }

    /// `one AND one AND ..`
    fn all(&mut self) -> Result<bool, String> {
        let mut answer = self.one()?;
        while self.eat("AND") {
            answer &= self.one()?;
        }
        Ok(answer)
    }

    /// `( any )`, `name` or `name WITH name`
    fn one(&mut self) -> Result<bool, String> {
        if self.eat("(") {
            let answer = self.any()?;
            return if self.eat(")") {
                Ok(answer)
            } else {
                Err("lacks a ')'".to_owned())
            };
        }
        let licence = self.name()?;
        if self.eat("WITH") {
            let exception = self.name()?;
            return Ok(self
                .allowed
                .contains(&format!("{licence} WITH {exception}").as_str()));
        }
        Ok(self.allowed.contains(&licence))
    }

    fn name(&mut self) -> Result<&'a str, String> {
        let word = self.peek().ok_or("ends where a licence should follow")?;
        if matches!(word, "(" | ")" | "AND" | "OR" | "WITH") {
            return Err(format!("has '{word}' where a licence should be"));
        }
        self.next += 1;
        Ok(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOWED: &[&str] = &["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "ISC"];

    fn check(expression: &str, expected: bool) {
        assert_eq!(
            satisfiable(expression, ALLOWED),
            Ok(expected),
            "{expression}"
        );
    }

    #[test]
    fn evaluates() {
        check("MIT", true);
        check("GPL-3.0-only", false);
        check("MIT OR GPL-3.0-only", true);
        check("GPL-3.0-only OR MIT", true);
        check("MIT AND GPL-3.0-only", false);
        check("MIT AND ISC", true);
    }

    #[test]
    fn and_binds_tighter_than_or() {
        check("MIT OR GPL-3.0-only AND GPL-2.0-only", true);
        check("GPL-3.0-only AND GPL-2.0-only OR MIT", true);
        check("(MIT OR GPL-3.0-only) AND GPL-2.0-only", false);
        check("(MIT OR GPL-3.0-only) AND (ISC OR GPL-2.0-only)", true);
        check("((MIT))", true);
    }

    #[test]
    fn an_exception_is_listed_on_its_own() {
        check("Apache-2.0 WITH LLVM-exception", true);
        check("MIT WITH LLVM-exception", false);
        check("Apache-2.0 WITH LLVM-exception AND ISC", true);
        check("GPL-2.0-only WITH Classpath-exception-2.0 OR ISC", true);
    }

    #[test]
    fn the_old_slash_is_or() {
        check("MIT/Apache-2.0", true);
        check("GPL-3.0/MIT", true);
        check("GPL-3.0 / LGPL-3.0", false);
    }

    #[test]
    fn names_are_exact() {
        check("mit", false);
        check("MIT-0", false);
        check("Apache-2.0+", false);
    }

    #[test]
    fn refuses_what_is_no_expression() {
        for expression in [
            "",
            "MIT OR",
            "AND MIT",
            "(MIT",
            "MIT)",
            "MIT ISC",
            "MIT WITH",
            "()",
            "MIT or ISC",
        ] {
            assert!(satisfiable(expression, ALLOWED).is_err(), "{expression}");
        }
        assert!(satisfiable(&"(".repeat(EXPRESSION_BYTES_MAX + 1), ALLOWED).is_err());
    }
}
