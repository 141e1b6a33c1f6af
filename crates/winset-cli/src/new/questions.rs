//! The words of the questions.

use winset::model::number::to_words;
use winset::told::words::counted;

use super::asked::{Asked, BACK};
use super::read::{middle, reach};
use super::sketch::{PARTIES_MIN, Sketch, SketchPoint};

/// A question as a person reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wording {
    /// A heading, where a new subject begins.
    pub(super) heading: Option<String>,
    /// What is read before the question, line by line.
    pub(super) lines: Vec<String>,
    /// The question.
    pub(super) text: String,
    /// An answer that somebody else could give.
    pub(super) example: String,
    /// What an empty answer means.
    pub(super) default: String,
}

impl Wording {
    /// What stands below the line in which the answer is typed, where an earlier answer may stand.
    pub(super) fn help(&self, earlier: &str) -> String {
        if !earlier.is_empty() {
            return format!("Your answer before: change it, or Enter keeps it. {BACK} goes back.");
        }
        format!(
            "For example: {}. Enter alone: {}. {BACK} goes back.",
            self.example, self.default
        )
    }
}

/// The words of a question about what is known so far.
pub(super) fn wording(asked: Asked, sketch: &Sketch) -> Wording {
    match asked {
        Asked::Title => Wording {
            heading: Some("The talks".to_owned()),
            text: "What are the talks about?".to_owned(),
            example: "Use of the harbour".to_owned(),
            default: "Our talks".to_owned(),
            ..Wording::default()
        },
        Asked::Party(place) => party(place),
        Asked::Mediator => Wording {
            text: "Does a mediator help? Who?".to_owned(),
            example: "Office of the Mediator".to_owned(),
            default: "no mediator".to_owned(),
            ..Wording::default()
        },
        Asked::Point(place) => point(place),
        Asked::Outcomes(place) => Wording {
            text: format!("How could \"{}\" be settled?", sketch.points[place].title),
            example: "The north; Both; In turn".to_owned(),
            default: "Yes; No".to_owned(),
            lines: match place {
                0 => {
                    vec!["Every outcome that anybody may want, with semicolons between.".to_owned()]
                }
                _ => Vec::new(),
            },
            ..Wording::default()
        },
        Asked::GoOn => Wording {
            heading: Some("What each party accepts".to_owned()),
            lines: vec![said(sketch)],
            text: "Say now which outcomes each party accepts today?".to_owned(),
            default: "yes".to_owned(),
            example: "no, to write the file now".to_owned(),
        },
        Asked::Accepts { party, point } => accepts(sketch, party, point),
        Asked::Value => value(),
        Asked::Worth { party, point } => worth(sketch, party, point),
        Asked::NoDeal(party) => no_deal(sketch, party),
        Asked::Write => Wording {
            heading: Some("All of it".to_owned()),
            lines: overview(sketch),
            text: "Write it down?".to_owned(),
            default: "yes".to_owned(),
            example: format!("{BACK} to change something first"),
        },
    }
}

fn party(place: usize) -> Wording {
    let (text, example) = match place {
        0 => (
            "Who must agree? The first party:",
            "Northern Port Authority",
        ),
        1 => ("The second party:", "Southern Fleet"),
        _ => ("Another party:", "Council of the Coast"),
    };
    let default = match place {
        0 => "First party",
        1 => "Second party",
        _ => "that is all",
    };
    Wording {
        heading: (place == 0).then(|| "The parties".to_owned()),
        text: text.to_owned(),
        example: example.to_owned(),
        default: default.to_owned(),
        ..Wording::default()
    }
}

fn point(place: usize) -> Wording {
    let (text, example) = match place {
        0 => (
            "What is on the table? The first point:",
            "Who assigns berths",
        ),
        1 => ("Another point:", "Fee per ship"),
        _ => ("Another point:", "Duration"),
    };
    Wording {
        heading: (place == 0).then(|| "The points".to_owned()),
        text: text.to_owned(),
        example: example.to_owned(),
        default: if place == 0 {
            "The first point"
        } else {
            "that is all"
        }
        .to_owned(),
        ..Wording::default()
    }
}

fn accepts(sketch: &Sketch, party: usize, point: usize) -> Wording {
    let (name, at) = (&sketch.parties[party].name, &sketch.points[point]);
    let mut lines = numbered(at);
    if point == 0 {
        let how = "Numbers of the list: `1, 3`. What it might come to accept later stands after `then`: \
                   `1 then 2`.";
        lines.insert(0, how.to_owned());
    }
    Wording {
        heading: (point == 0).then(|| format!("What {name} accepts")),
        lines,
        text: format!("{name} accepts today:"),
        example: "1, or 1 then 2".to_owned(),
        default: "all of them".to_owned(),
    }
}

fn value() -> Wording {
    Wording {
        heading: Some("What outcomes are worth".to_owned()),
        lines: vec![
            "With numbers winset also says what would be fair, and what is better than no deal. \
             Without them it works with what each party accepts."
                .to_owned(),
        ],
        text: "Give numbers for what outcomes are worth to each party?".to_owned(),
        example: "yes".to_owned(),
        default: "no".to_owned(),
    }
}

fn worth(sketch: &Sketch, party: usize, point: usize) -> Wording {
    let (name, at) = (&sketch.parties[party].name, &sketch.points[point]);
    let mut lines = numbered(at);
    if point == 0 {
        let scale = format!(
            "The scale is {name}'s own: more is better, and a point that matters more has larger numbers."
        );
        lines.insert(0, scale);
    }
    let numbers: Vec<String> = (0..at.options.len())
        .map(|place| (place * 5).to_string())
        .collect();
    Wording {
        heading: (point == 0).then(|| format!("What outcomes are worth to {name}")),
        lines,
        text: format!("Worth to {name}, a number for each:"),
        example: numbers.join(" "),
        default: "nothing, whatever is chosen".to_owned(),
    }
}

fn no_deal(sketch: &Sketch, party: usize) -> Wording {
    let party = &sketch.parties[party];
    let (least, most) = reach(party);
    let (least, most) = (to_words(&least), to_words(&most));
    Wording {
        heading: None,
        lines: vec![format!(
            "By these numbers a deal is worth {least} to {most} to {}. Below what it has without one, it \
             walks away.",
            party.name
        )],
        text: format!("What does {} have without a deal?", party.name),
        example: to_words(&middle(party)),
        default: "no such limit".to_owned(),
    }
}

/// The outcomes of a point below its title, each with a number.
fn numbered(point: &SketchPoint) -> Vec<String> {
    let mut lines = vec![format!("{}:", point.title)];
    let options = point.options.iter().enumerate();
    lines.extend(options.map(|(place, option)| format!("  {}. {}", place + 1, option.label)));
    lines
}

/// How much is known.
fn said(sketch: &Sketch) -> String {
    let parties = match sketch.parties.len() {
        1 => "1 party".to_owned(),
        many => format!("{many} parties"),
    };
    let (points, asked) = (
        counted(sketch.points.len(), "point"),
        counted(sketch.parties.len() * sketch.points.len(), "short question"),
    );
    format!("So far: {parties}, {points}. This takes {asked} more.")
}

fn overview(sketch: &Sketch) -> Vec<String> {
    let mut lines = vec![sketch.title.clone()];
    for party in &sketch.parties {
        let limits = match party.accepts.len() {
            0 => "accepts every outcome".to_owned(),
            some => format!(
                "does not accept every outcome on {}",
                counted(some, "point")
            ),
        };
        let valued = match (party.worth.len(), &party.no_deal) {
            (0, _) => String::new(),
            (some, None) => format!("; numbers on {}", counted(some, "point")),
            (some, Some(value)) => {
                let value = to_words(value);
                format!(
                    "; numbers on {}, {value} without a deal",
                    counted(some, "point")
                )
            }
        };
        lines.push(format!("  {}: {limits}{valued}", party.name));
    }
    if let Some(mediator) = &sketch.mediator {
        lines.push(format!("  {mediator} mediates"));
    }
    for point in &sketch.points {
        let labels: Vec<&str> = point
            .options
            .iter()
            .map(|option| option.label.as_str())
            .collect();
        lines.push(format!("  {}: {}", point.title, labels.join("; ")));
    }
    debug_assert!(
        sketch.parties.len() >= PARTIES_MIN,
        "two parties are asked for"
    );
    lines
}
