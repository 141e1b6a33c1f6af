//! Phrases into entries.

use super::tokens::{Token, TokenKind, tokens};
use crate::audience::without_places;
use crate::diagnostic::Span;
use crate::document::{Entry, Node, Value};

/// Most brackets and `not` inside each other.
const DEPTH_MAX: usize = 24;
/// Most characters of a phrase.
const CHARS_MAX: usize = 30_000;

/// Why a phrase cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseFault {
    /// The character at which it goes wrong, counted from 0; the number of characters at the end.
    pub at: usize,
    /// What is wrong, in lower case, without a full stop.
    pub message: String,
    /// What would have been right.
    pub expected: String,
}

impl std::fmt::Display for PhraseFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (at, message, expected) = (self.at + 1, &self.message, &self.expected);
        write!(f, "at character {at}: {message}; expected {expected}")
    }
}

impl std::error::Error for PhraseFault {}

const FORMS: &str = "`if A = x then B = y`, `require A = x` or `never both A = x and B = y`";
const CONDITION: &str = "a condition such as `territory = t3 or t4`";

/// Reads a phrase as the mapping that a link has beside its names and costs: `if` and `then`,
/// `require`, or `exclude`.
///
/// # Errors
/// The first place at which the phrase cannot be read.
pub fn read_phrase(text: &str) -> Result<Node, PhraseFault> {
    located_phrase(text).map(|node| without_places(&node))
}

/// The same with the characters at which names and numbers stand as their places.
pub(crate) fn located_phrase(text: &str) -> Result<Node, PhraseFault> {
    let mut parser = Parser::new(text)?;
    let entries = parser.link()?;
    parser.end()?;
    Ok(map(entries))
}

/// Reads a condition as the mapping that a file has for it.
///
/// # Errors
/// The first place at which it cannot be read.
pub fn read_condition(text: &str) -> Result<Node, PhraseFault> {
    located_condition(text).map(|node| without_places(&node))
}

/// The same with the characters at which names and numbers stand as their places.
pub(crate) fn located_condition(text: &str) -> Result<Node, PhraseFault> {
    let mut parser = Parser::new(text)?;
    let condition = parser.condition(0)?;
    parser.end()?;
    Ok(condition)
}

struct Parser {
    tokens: Vec<Token>,
    place: usize,
    /// Number of characters of the phrase.
    length: usize,
}

/// A member of a conjunction: a key of a condition and what stands under it.
type Member = Vec<Entry>;

impl Parser {
    fn new(text: &str) -> Result<Self, PhraseFault> {
        let length = text.chars().count();
        let fault = |at, message: &str, expected: &str| PhraseFault {
            at,
            message: message.to_owned(),
            expected: expected.to_owned(),
        };
        if length > CHARS_MAX {
            let message = "the phrase is too long";
            return Err(fault(CHARS_MAX, message, "at most 30,000 characters"));
        }
        let tokens =
            tokens(text).map_err(|at| fault(at, "this quote does not end", "a closing quote"))?;
        Ok(Self {
            tokens,
            place: 0,
            length,
        })
    }

    fn kind(&self, ahead: usize) -> Option<&TokenKind> {
        self.tokens.get(self.place + ahead).map(|token| &token.kind)
    }

    fn is_word(&self, ahead: usize, word: &str) -> bool {
        matches!(self.kind(ahead), Some(TokenKind::Word(found)) if *found == word)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(0, word);
        self.place += usize::from(found);
        found
    }

    fn take(&mut self, kind: &TokenKind) -> bool {
        let found = self.kind(0) == Some(kind);
        self.place += usize::from(found);
        found
    }

    fn fault<T>(&self, expected: &str) -> Result<T, PhraseFault> {
        let token = self.tokens.get(self.place);
        let message = match token.map(|token| &token.kind) {
            None => "the phrase ends here".to_owned(),
            Some(TokenKind::Word(word)) => format!("`{word}` does not fit here"),
            Some(TokenKind::Name(name)) => format!("`{name}` does not fit here"),
            Some(TokenKind::Equals) => "`=` does not fit here".to_owned(),
            Some(TokenKind::Open | TokenKind::Close) => "this bracket does not fit here".to_owned(),
            Some(TokenKind::Next) => "this sign does not fit here".to_owned(),
        };
        Err(PhraseFault {
            at: token.map_or(self.length, |token| token.at),
            message,
            expected: expected.to_owned(),
        })
    }

    fn end(&self) -> Result<(), PhraseFault> {
        if self.place < self.tokens.len() {
            return self.fault("`and`, `or`, or the end");
        }
        Ok(())
    }

    fn need_word(&mut self, word: &str) -> Result<(), PhraseFault> {
        if self.take_word(word) {
            return Ok(());
        }
        self.fault(&format!("`{word}`"))
    }

    fn link(&mut self) -> Result<Vec<Entry>, PhraseFault> {
        if self.take_word("if") {
            let when = self.condition(0)?;
            self.take(&TokenKind::Next);
            self.need_word("then")?;
            let then = self.condition(0)?;
            return Ok(vec![entry("if", when), entry("then", then)]);
        }
        if self.take_word("require") {
            return Ok(vec![entry("require", self.condition(0)?)]);
        }
        if self.take_word("exclude") {
            let members = self.listed(2, 0)?;
            return Ok(vec![entry("exclude", list(members))]);
        }
        if self.take_word("never") {
            self.need_word("both")?;
            let first = map(self.unit(0)?);
            self.need_word("and")?;
            let second = map(self.unit(0)?);
            return Ok(vec![entry("exclude", list(vec![first, second]))]);
        }
        self.fault(FORMS)
    }

    /// Conjunctions with `or` between them. Recursion ends at [`DEPTH_MAX`].
    fn condition(&mut self, depth: usize) -> Result<Node, PhraseFault> {
        if depth > DEPTH_MAX {
            return self.fault("fewer brackets inside each other");
        }
        let mut members = vec![self.conjunction(depth)?];
        while self.take_word("or") {
            members.push(self.conjunction(depth)?);
        }
        Ok(match members.len() {
            1 => members.remove(0),
            _ => map(vec![entry("any", list(members))]),
        })
    }

    fn conjunction(&mut self, depth: usize) -> Result<Node, PhraseFault> {
        let mut members = vec![self.unit(depth)?];
        while self.take_word("and") {
            members.push(self.unit(depth)?);
        }
        Ok(joined(members))
    }

    fn unit(&mut self, depth: usize) -> Result<Member, PhraseFault> {
        if depth > DEPTH_MAX {
            return self.fault("fewer brackets inside each other");
        }
        if self.take_word("not") {
            let member = map(self.unit(depth + 1)?);
            return Ok(vec![entry("not", member)]);
        }
        if self.take_word("at") {
            self.need_word("least")?;
            let need = self.number()?;
            self.need_word("of")?;
            let of = self.listed(1, depth)?;
            return Ok(vec![entry("at_least", need), entry("of", list(of))]);
        }
        for word in ["all", "any"] {
            if self.take_word(word) {
                self.need_word("of")?;
                let members = self.listed(1, depth)?;
                return Ok(vec![entry(word, list(members))]);
            }
        }
        if self.take(&TokenKind::Open) {
            let inner = self.condition(depth + 1)?;
            if !self.take(&TokenKind::Close) {
                return self.fault("`)`");
            }
            return Ok(entries(inner));
        }
        self.settled().map(|entry| vec![entry])
    }

    /// `(..; ..)` with so many members at least.
    fn listed(&mut self, least: usize, depth: usize) -> Result<Vec<Node>, PhraseFault> {
        if !self.take(&TokenKind::Open) {
            return self.fault("a list of conditions in brackets: `(A = x; B = y)`");
        }
        let mut members = vec![self.condition(depth + 1)?];
        while self.take(&TokenKind::Next) {
            members.push(self.condition(depth + 1)?);
        }
        if members.len() < least {
            return self.fault("`;` and one more condition");
        }
        if !self.take(&TokenKind::Close) {
            return self.fault("`;` and one more condition, or `)`");
        }
        Ok(members)
    }

    fn number(&mut self) -> Result<Node, PhraseFault> {
        if let Some(TokenKind::Name(text)) = self.kind(0)
            && text.bytes().all(|b| b.is_ascii_digit())
            && text.len() < 10
            && let Ok(number) = text.parse::<u32>()
        {
            let span = self.span();
            self.place += 1;
            let value = Value::Number(number.to_string());
            return Ok(Node { value, span });
        }
        self.fault("a whole number")
    }

    /// A point and its options.
    fn settled(&mut self) -> Result<Entry, PhraseFault> {
        let key_span = self.span();
        let point = self.name(CONDITION)?;
        let of_point = |node| Entry {
            key_span,
            ..entry(&point, node)
        };
        if self.take_word("from") {
            let mut bounds = vec![entry("from", self.named("a number")?)];
            if self.take_word("to") {
                bounds.push(entry("to", self.named("a number")?));
            }
            return Ok(of_point(map(bounds)));
        }
        if self.take_word("up") {
            self.need_word("to")?;
            let to = entry("to", self.named("a number")?);
            return Ok(of_point(map(vec![to])));
        }
        if !self.take(&TokenKind::Equals) && !self.take_word("is") {
            return self.fault("`=` and an option of the point");
        }
        let mut options = vec![self.named("an option of the point")?];
        while self.is_word(0, "or") && self.option_follows() {
            self.place += 1;
            options.push(self.named("an option of the point")?);
        }
        let options = match options.len() {
            1 => options.remove(0),
            _ => list(options),
        };
        Ok(of_point(options))
    }

    /// The characters of the token that comes next.
    fn span(&self) -> Span {
        let token = self.tokens.get(self.place);
        token.map_or_else(Span::default, |token| Span {
            start: token.at,
            end: token.end,
        })
    }

    /// A name as a value, with its place.
    fn named(&mut self, expected: &str) -> Result<Node, PhraseFault> {
        let span = self.span();
        let value = Value::Text(self.name(expected)?);
        Ok(Node { value, span })
    }

    /// Whether what stands behind an `or` is an option, and no point of a condition of its own.
    fn option_follows(&self) -> bool {
        let name = matches!(self.kind(1), Some(TokenKind::Name(_)));
        let point = matches!(
            self.kind(2),
            Some(TokenKind::Equals | TokenKind::Word("is" | "from" | "up"))
        );
        name && !point
    }

    fn name(&mut self, expected: &str) -> Result<String, PhraseFault> {
        let Some(TokenKind::Name(name)) = self.kind(0) else {
            return self.fault(expected);
        };
        let name = name.clone();
        self.place += 1;
        Ok(name)
    }
}

/// Members that must all hold, as one mapping; where two have the same key, as a list under `all`.
fn joined(members: Vec<Member>) -> Node {
    let mut keys: Vec<&str> = members.iter().flatten().map(|e| e.key.as_str()).collect();
    keys.sort_unstable();
    let clash = keys.windows(2).any(|pair| pair[0] == pair[1]);
    if members.len() > 1 && clash {
        let members = members.into_iter().map(map).collect();
        return map(vec![entry("all", list(members))]);
    }
    map(members.into_iter().flatten().collect())
}

fn node(value: Value) -> Node {
    let span = Span::default();
    Node { value, span }
}

fn list(items: Vec<Node>) -> Node {
    node(Value::List(items))
}

fn map(entries: Vec<Entry>) -> Node {
    node(Value::Map(entries))
}

fn entries(node: Node) -> Vec<Entry> {
    match node.value {
        Value::Map(entries) => entries,
        _ => Vec::new(),
    }
}

fn entry(key: &str, node: Node) -> Entry {
    Entry {
        key: key.to_owned(),
        key_span: Span::default(),
        node,
    }
}
