//! Division games of OpenSpiel's bargaining game: a pool of items of three types for two sides.
//!
//! A line is a game, `pool valuesA valuesB`: three comma-separated whole numbers each, how many
//! items there are of each type, then what one item of each type is worth to either side.

use serde_json::{Value, json};

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::Syntax;
use crate::options::OPTIONS_MAX;
use crate::resolve::{Reading, read_case};

/// Item types of a game.
pub const TYPES: usize = 3;
/// Most items of a type: each number of them from 0 on is an option.
pub const ITEMS_MAX: u64 = OPTIONS_MAX as u64 - 1;
/// Largest value of an item.
pub const VALUE_MAX: u64 = 1_000_000;
/// Most games of a file.
pub const GAMES_MAX: usize = 100_000;

/// A division game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Game {
    /// How many items there are of each type.
    pub pool: [u64; TYPES],
    /// What an item of each type is worth to side A and to side B.
    pub values: [[u64; TYPES]; 2],
}

/// Reads the games of a file, one on each line.
///
/// # Errors
/// Every line that is not a game, with its place; a file without a game, or with more than
/// [`GAMES_MAX`].
pub fn read_games(text: &str) -> Result<Vec<Game>, Vec<Diagnostic>> {
    let (mut games, mut found) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches('\n').trim_end_matches('\r');
        if games.len() == GAMES_MAX {
            let message = format!("the file has more than {GAMES_MAX} games");
            found.push(Diagnostic::new(
                Code::FileLimit,
                span(start, content),
                "",
                message,
            ));
            break;
        }
        match game(content, start) {
            Ok(game) => games.push(game),
            Err(diagnostic) => found.push(diagnostic),
        }
        start += line.len();
    }
    if games.is_empty() && found.is_empty() {
        found.push(Diagnostic::new(
            Code::Empty,
            Span::default(),
            "",
            "the file holds no game",
        ));
    }
    if found.is_empty() {
        Ok(games)
    } else {
        Err(found)
    }
}

fn span(start: usize, part: &str) -> Span {
    Span {
        start,
        end: start + part.len(),
    }
}

fn game(line: &str, start: usize) -> Result<Game, Diagnostic> {
    let mut triples = Vec::new();
    let mut at = start;
    for part in line.split(' ') {
        let most = if triples.is_empty() {
            ITEMS_MAX
        } else {
            VALUE_MAX
        };
        triples.push(triple(part, at, most)?);
        at += part.len() + 1;
    }
    if let [pool, a, b] = triples[..] {
        return Ok(Game {
            pool,
            values: [a, b],
        });
    }
    let message = format!("{} lists of numbers where a game has 3", triples.len());
    let diagnostic = Diagnostic::new(Code::Malformed, span(start, line), "", message);
    Err(diagnostic.expected("pool, values of A and values of B, apart by single spaces"))
}

/// Three whole numbers, none above `most`.
fn triple(part: &str, start: usize, most: u64) -> Result<[u64; TYPES], Diagnostic> {
    let mut numbers = Vec::new();
    let mut at = start;
    for word in part.split(',') {
        let digits = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        if !digits {
            let message = "this is not a whole number";
            let diagnostic = Diagnostic::new(Code::Malformed, span(at, word), "", message);
            return Err(diagnostic.expected("numbers such as 1,2,3"));
        }
        let number = word.parse().ok().filter(|n| *n <= most).ok_or_else(|| {
            let message = "this number is out of range";
            Diagnostic::new(Code::NumberRange, span(at, word), "", message)
                .expected(format!("a whole number from 0 to {most}"))
        })?;
        numbers.push(number);
        at += word.len() + 1;
    }
    let count = numbers.len();
    numbers.try_into().map_err(|_| {
        let message = format!("{count} numbers for {TYPES} types of items");
        Diagnostic::new(Code::TableLength, span(start, part), "", message)
            .expected("one number for each type")
    })
}

impl Game {
    /// The game as a case file in JSON: a point for each type of items, an option for each number
    /// of them that A may get. Without agreement both sides have 0.
    pub fn case_file(&self, id: &str) -> Value {
        let types = || (0..TYPES).map(|t| (format!("type-{}", t + 1), self.pool[t]));
        let points: Vec<Value> = types()
            .map(|(point, count)| {
                json!({
                    "id": point,
                    "title": format!("Items of {point} that A gets, of {count}"),
                    "range": {"from": 0, "to": count, "step": 1},
                })
            })
            .collect();
        let sheet = |side: usize| -> Value {
            let worth = types()
                .zip(self.values[side])
                .map(|((point, count), value)| {
                    let all = count * value;
                    let ends = if side == 0 { [0, all] } else { [all, 0] };
                    (point, json!({"linear": {"from": ends[0], "to": ends[1]}}))
                });
            Value::Object(worth.collect())
        };
        json!({
            "format": "winset-case/1",
            "id": id,
            "title": format!("Division game {id}"),
            "parties": [
                {"id": "A", "name": "Side A", "no_deal": 0},
                {"id": "B", "name": "Side B", "no_deal": 0},
            ],
            "points": points,
            "preferences": {"A": sheet(0), "B": sheet(1)},
        })
    }

    /// The game as a case.
    ///
    /// # Errors
    /// An identifier that a case cannot have; a game made by hand that is over the limits.
    pub fn case(&self, id: &str) -> Result<Reading, Vec<Diagnostic>> {
        read_case(self.case_file(id).to_string().as_bytes(), Syntax::Json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_game() {
        let games = read_games("1,2,3 8,1,0 4,0,2\r\n0,0,1 0,0,10 0,0,10").unwrap();
        let first = Game {
            pool: [1, 2, 3],
            values: [[8, 1, 0], [4, 0, 2]],
        };
        assert_eq!(games.len(), 2);
        assert_eq!(games[0], first);
        let reading = games[0].case("g").unwrap();
        assert_eq!(reading.case.package_count(), (2_u32 * 3 * 4).into());
    }

    #[test]
    fn a_type_without_items_has_one_option() {
        let game = Game {
            pool: [0, 1, 0],
            values: [[1, 10, 0], [7, 10, 3]],
        };
        let case = game.case("g").unwrap().case;
        assert_eq!(case.package_count(), 2_u32.into());
    }

    fn check(text: &str, code: Code, at: &str) {
        let found = read_games(text).unwrap_err();
        assert_eq!(found[0].code, code, "{found:?}");
        assert_eq!(&text[found[0].span.start..found[0].span.end], at);
    }

    #[test]
    fn what_is_not_a_game_is_located() {
        check("", Code::Empty, "");
        check("\n", Code::Malformed, "");
        check("1,2,3 8,1,0\n", Code::Malformed, "1,2,3 8,1,0");
        check(
            "1,2,3 8,1,0 1,1,1 1,1,1\n",
            Code::Malformed,
            "1,2,3 8,1,0 1,1,1 1,1,1",
        );
        check(
            "1,2,3 8,1,0 4,0,2\n1,2 8,1,0 4,0,2\n",
            Code::TableLength,
            "1,2",
        );
        check("1,2,3 8,1,x 4,0,2\n", Code::Malformed, "x");
        check("1,2,3 8,-1,0 4,0,2\n", Code::Malformed, "-1");
        check("1,2,3  8,1,0 4,0,2\n", Code::Malformed, "");
        check("1,4096,3 8,1,0 4,0,2\n", Code::NumberRange, "4096");
        check("1,2,3 8,1,1000001 4,0,2\n", Code::NumberRange, "1000001");
        check(
            "1,2,3 8,1,99999999999999999999999 4,0,2\n",
            Code::NumberRange,
            "99999999999999999999999",
        );
    }

    #[test]
    fn every_wrong_line_is_found() {
        assert_eq!(
            read_games("a\n1,2,3 8,1,0 4,0,2\nb\n").unwrap_err().len(),
            2
        );
    }
}
