//! The questions of `winset new`, one after the other: a state machine without a terminal. Texts go in,
//! questions come out, and at the end the case that was described.

use std::collections::BTreeMap;

use winset::told::messages::english;

use super::asked::{Asked, BACK};
use super::names::tidied;
use super::questions::wording;
use super::read::{self, Given};
use super::sketch::{PARTIES_MIN, Sketch};
use super::sketch_fault::SketchFault;

/// Most parties that are asked for; a case may have no more.
const PARTIES_MAX: usize = 64;
/// Most points that are asked for: nobody types more.
const POINTS_MAX: usize = 200;

/// What to do after an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// Ask this; the remark says what was wrong with the answer, or what was taken back.
    Ask {
        asked: Asked,
        remark: Option<String>,
    },
    /// All is said.
    Done,
}

/// A conversation about a case that is being begun.
#[derive(Debug, Clone)]
pub(super) struct Dialogue {
    asked: Asked,
    sketch: Sketch,
    /// What was asked before, and what was known then.
    before: Vec<(Asked, Sketch)>,
    /// The last answer to each question, so that nobody types it twice after a way back.
    answers: BTreeMap<Asked, String>,
}

impl Dialogue {
    /// A conversation that begins.
    pub(super) fn new() -> Self {
        Self {
            asked: Asked::Title,
            sketch: Sketch::default(),
            before: Vec::new(),
            answers: BTreeMap::new(),
        }
    }

    /// What is asked now.
    pub(super) fn asked(&self) -> Asked {
        self.asked
    }

    /// What is known so far.
    pub(super) fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// What was answered to this question before a way back; empty where it was not.
    pub(super) fn earlier(&self) -> &str {
        self.answers.get(&self.asked).map_or("", String::as_str)
    }

    /// Takes an answer; an empty one is the default, and [`BACK`] goes back to the question before.
    pub(super) fn answer(&mut self, text: &str) -> Turn {
        let mut text = tidied(text);
        // Behind an answer that stands there already, it means the same.
        let is_back = |rest: &str| rest.is_empty() || rest.trim_end() == self.earlier();
        if text.strip_suffix(BACK).is_some_and(is_back) {
            return self.back();
        }
        // Who types the words that stand for Enter alone means the same.
        let default = wording(self.asked, &self.sketch).default;
        if text.to_lowercase() == default.to_lowercase() {
            text.clear();
        }
        let before = self.sketch.clone();
        match take(&mut self.sketch, self.asked, &text) {
            Ok(Some(next)) => {
                self.answers.insert(self.asked, text);
                self.before.push((self.asked, before));
                self.asked = next;
                self.ask(None)
            }
            Ok(None) => Turn::Done,
            Err(why) => {
                self.sketch = before;
                self.ask(Some(why))
            }
        }
    }

    fn back(&mut self) -> Turn {
        let Some((asked, sketch)) = self.before.pop() else {
            return self.ask(Some("This is the first question.".to_owned()));
        };
        (self.asked, self.sketch) = (asked, sketch);
        self.ask(None)
    }

    fn ask(&self, remark: Option<String>) -> Turn {
        Turn::Ask {
            asked: self.asked,
            remark,
        }
    }
}

/// Puts an answer into what is known, and says what comes next; nothing after the last question. Else
/// says what is wrong with the answer.
fn take(sketch: &mut Sketch, asked: Asked, text: &str) -> Result<Option<Asked>, String> {
    let next = match asked {
        Asked::Title => {
            sketch.title = or(text, "Our talks");
            Asked::Party(0)
        }
        Asked::Party(place) => party(sketch, place, text)?,
        Asked::Mediator => {
            let none = text.is_empty() || read::is_no(text);
            sketch.mediator = (!none).then(|| or_yes(text, "The mediator"));
            Asked::Point(0)
        }
        Asked::Point(place) => point(sketch, place, text)?,
        Asked::Outcomes(place) => {
            let outcomes = read::outcomes(&or(text, "Yes; No")).map_err(|fault| said(&fault))?;
            sketch.points[place].set_options(&outcomes);
            match place + 1 {
                POINTS_MAX => Asked::GoOn,
                next => Asked::Point(next),
            }
        }
        Asked::GoOn if read::yes(text, true)? => Asked::Accepts { party: 0, point: 0 },
        Asked::Value if read::yes(text, false)? => Asked::Worth { party: 0, point: 0 },
        Asked::GoOn | Asked::Value => Asked::Write,
        Asked::Accepts { party, point } => {
            match read::accepted(text, &sketch.points[point])? {
                Given::All => sketch.parties[party].accepts.remove(&point),
                Given::Some(steps) => sketch.parties[party].accepts.insert(point, steps),
            };
            match following(sketch, party, point) {
                Some((party, point)) => Asked::Accepts { party, point },
                None => Asked::Value,
            }
        }
        Asked::Worth { party, point } => worth(sketch, party, point, text)?,
        Asked::NoDeal(party) => {
            sketch.parties[party].no_deal = read::no_deal(text, &sketch.parties[party])?;
            next_valued(sketch, party + 1)
        }
        Asked::Write if read::yes(text, true)? => return Ok(None),
        Asked::Write => return Err(format!("Then `{BACK}` goes back to what is to be changed.")),
    };
    Ok(Some(next))
}

/// What is wrong with an answer, as a remark.
fn said(fault: &SketchFault) -> String {
    fault.sentence(english())
}

fn party(sketch: &mut Sketch, place: usize, text: &str) -> Result<Asked, String> {
    if text.is_empty() && place >= PARTIES_MIN {
        return Ok(Asked::Mediator);
    }
    let default = if place == 0 {
        "First party"
    } else {
        "Second party"
    };
    let name = sketch
        .party_name(&or(text, default))
        .map_err(|fault| said(&fault))?;
    sketch.add_party(&name);
    Ok(match place + 1 {
        PARTIES_MAX => Asked::Mediator,
        next => Asked::Party(next),
    })
}

fn point(sketch: &mut Sketch, place: usize, text: &str) -> Result<Asked, String> {
    if text.is_empty() && place > 0 {
        return Ok(Asked::GoOn);
    }
    let title = or(text, "The first point");
    let title = sketch.point_title(&title).map_err(|fault| said(&fault))?;
    sketch.add_point(&title);
    Ok(Asked::Outcomes(place))
}

fn worth(sketch: &mut Sketch, party: usize, point: usize, text: &str) -> Result<Asked, String> {
    let scores = &mut sketch.parties[party].worth;
    match read::worth(text, &sketch.points[point])? {
        Some(numbers) => scores.insert(point, numbers),
        None => scores.remove(&point),
    };
    if point + 1 < sketch.points.len() {
        let point = point + 1;
        return Ok(Asked::Worth { party, point });
    }
    Ok(if scores.is_empty() {
        next_valued(sketch, party + 1)
    } else {
        Asked::NoDeal(party)
    })
}

/// What a party's outcomes are worth is asked next, where there is such a party.
fn next_valued(sketch: &Sketch, party: usize) -> Asked {
    if party < sketch.parties.len() {
        Asked::Worth { party, point: 0 }
    } else {
        Asked::Write
    }
}

/// The next point of the party, or the first one of the next party.
fn following(sketch: &Sketch, party: usize, point: usize) -> Option<(usize, usize)> {
    if point + 1 < sketch.points.len() {
        return Some((party, point + 1));
    }
    (party + 1 < sketch.parties.len()).then_some((party + 1, 0))
}

fn or(text: &str, default: &str) -> String {
    if text.is_empty() {
        default.to_owned()
    } else {
        text.to_owned()
    }
}

/// Who says yes where a name is asked for means somebody without one.
fn or_yes(text: &str, default: &str) -> String {
    if read::is_yes(text) {
        default.to_owned()
    } else {
        text.to_owned()
    }
}
