//! A case that is being begun, as a file for people: what is known, and remarks on what may be added,
//! with examples for this very case.
//!
//! A remark begins with `# `; an example with `#` and what stands in the file once it is taken away.

use winset::model::characters::is_unseen;
use winset::model::number::{Exact, to_words};

use super::read::middle;
use super::sketch::{Sketch, SketchParty, SketchPoint};
use crate::page::wrap;

/// Columns of a remark.
const REMARK_WIDTH: usize = 90;

/// The file. It reads as a case where the sketch is one.
pub(super) fn yaml(sketch: &Sketch) -> String {
    let mut out = String::new();
    head(&mut out, sketch);
    parties(&mut out, sketch);
    points(&mut out, sketch);
    preferences(&mut out, sketch);
    lines(&mut out, sketch);
    links(&mut out, sketch);
    out.push('\n');
    remark(
        &mut out,
        "A case may also hold votes of parliaments, laws that nobody can give up, offers, and meetings: \
         `winset new --template plan` and `winset new --template council` write files that show them.",
    );
    out
}

fn head(out: &mut String, sketch: &Sketch) {
    remark(out, &sketch.title);
    out.push_str("#\n");
    remark(
        out,
        "This file says who negotiates, about what, and what each side accepts. Change it in any text \
         editor. A line that begins with # is a remark, which winset does not read; some are examples: \
         take the # away, and they count. Keep the spaces at the beginning of lines, and the quotes \
         around texts. `winset check` finds every mistake and says what to type instead.",
    );
    out.push_str("format: winset-case/1\n");
    put(out, 0, "", "id", &sketch.id());
    put(out, 0, "", "title", &quoted(&sketch.title));
}

fn parties(out: &mut String, sketch: &Sketch) {
    out.push('\n');
    remark(
        out,
        "Who must agree. `id` is the short name by which the rest of this file speaks of a party; `name` is \
         what readers see. `no_deal` is what a party has without a deal, on the scale of its own scores \
         below, which it needs for that; what is worth less to it is no deal for it.",
    );
    if let Some(mediator) = &sketch.mediator {
        remark(
            out,
            &format!(
                "Mediator: {mediator}. A mediator helps and need not agree, so it is not in this list; add it as a party if it wants something itself."
            ),
        );
    }
    out.push_str("parties:\n");
    let example = exemplary(sketch);
    for (place, party) in sketch.parties.iter().enumerate() {
        put(out, 2, "- ", "id", &party.id);
        put(out, 4, "", "name", &quoted(&party.name));
        if let Some(short) = &party.short {
            put(out, 4, "", "short", &quoted(short));
        }
        if let Some(role) = &party.role {
            put(out, 4, "", "role", &quoted(role));
        }
        if let Some(value) = &party.no_deal {
            put(out, 4, "", "no_deal", &numeral(value));
        } else if example == Some(place) {
            let value = if party.worth.is_empty() {
                Exact::from_integer(1)
            } else {
                middle(party)
            };
            out.push_str(&format!("#    no_deal: {}\n", numeral(&value)));
        }
    }
}

fn points(out: &mut String, sketch: &Sketch) {
    out.push('\n');
    remark(
        out,
        "What is on the table, and the outcomes of each point. An outcome may have the words of its \
         clause besides: {id: short-name, label: \"What readers see\", text: \"The words of the clause.\"}",
    );
    out.push_str("points:\n");
    for point in &sketch.points {
        put(out, 2, "- ", "id", &point.id);
        put(out, 4, "", "title", &quoted(&point.title));
        out.push_str("    options:\n");
        for option in &point.options {
            let label = quoted(&option.label);
            out.push_str(&format!("      - {{id: {}, label: {label}}}\n", option.id));
        }
    }
}

fn preferences(out: &mut String, sketch: &Sketch) {
    out.push('\n');
    remark(
        out,
        "What outcomes are worth to a party: a number for each outcome of a point, in the order above. The \
         scale is the party's own. Only the party and the mediator's own desk see them. They may be left \
         out; a point that is left out is worth nothing, whatever is chosen.",
    );
    let valued: Vec<&SketchParty> = sketch
        .parties
        .iter()
        .filter(|p| !p.worth.is_empty())
        .collect();
    out.push_str(if valued.is_empty() {
        "#preferences:\n"
    } else {
        "preferences:\n"
    });
    for party in valued {
        out.push_str(&format!("  {}:\n", party.id));
        for (point, numbers) in &party.worth {
            let numbers: Vec<String> = numbers.iter().map(numeral).collect();
            let values = format!("{{values: [{}]}}", numbers.join(", "));
            put(out, 4, "", &sketch.points[*point].id, &values);
        }
    }
    let bare = exemplary(sketch).map(|place| &sketch.parties[place]);
    if let (Some(party), Some(point)) = (bare.filter(|p| p.worth.is_empty()), sketch.points.first())
    {
        let falling: Vec<String> = (0..point.options.len())
            .rev()
            .map(|n| n.to_string())
            .collect();
        out.push_str(&format!("#  {}:\n", party.id));
        let scores = format!("{{weight: 3, scores: [{}]}}", falling.join(", "));
        out.push_str(&format!("#    {}: {scores}\n", point.id));
    }
}

fn lines(out: &mut String, sketch: &Sketch) {
    out.push('\n');
    remark(
        out,
        "What each party accepts. On a point without a line it accepts every outcome. The first step of \
         the ladder is what it accepts today; later steps are what it might come to accept besides, with \
         your estimate of how much that would cost it; until you put one in, each step counts as 1. Others \
         see the first step only.",
    );
    let drawn = sketch.parties.iter().any(|party| !party.accepts.is_empty());
    out.push_str(if drawn { "lines:\n" } else { "#lines:\n" });
    for party in &sketch.parties {
        for (place, steps) in &party.accepts {
            let point = &sketch.points[*place];
            out.push_str(&line(
                "",
                &line_id(sketch, party, point),
                party,
                point,
                steps,
            ));
        }
    }
    let free = sketch.parties.iter().find_map(|party| {
        let open = |place: &usize| !party.accepts.contains_key(place);
        let place = (0..sketch.points.len()).find(open)?;
        Some((party, &sketch.points[place]))
    });
    let any = sketch.parties.first().zip(sketch.points.first());
    if let Some((party, point)) = free.or(any) {
        out.push_str(&line(
            "#",
            "example-line",
            party,
            point,
            &[vec![0], vec![0, 1]],
        ));
    }
}

/// A line and its ladder, each line of text after a mark.
fn line(
    mark: &str,
    id: &str,
    party: &SketchParty,
    point: &SketchPoint,
    steps: &[Vec<usize>],
) -> String {
    let mut text = String::new();
    text.push_str(&format!("{mark}  - id: {id}\n"));
    text.push_str(&format!("{mark}    owner: {}\n", party.id));
    text.push_str(&format!("{mark}    point: {}\n", point.id));
    text.push_str(&format!("{mark}    ladder:\n"));
    // Nobody has said yet what a step costs: each one as much as the one before it.
    for (step, places) in steps.iter().enumerate() {
        let accept = point.ids(places).join(", ");
        text.push_str(&format!(
            "{mark}      - {{accept: [{accept}], cost: {step}}}\n"
        ));
    }
    text
}

/// The name of a party's line on a point, which no other line has.
fn line_id(sketch: &Sketch, party: &SketchParty, point: &SketchPoint) -> String {
    let id = format!("{}-{}", party.id, point.id);
    let same = sketch.parties.iter().flat_map(|party| {
        let points = party.accepts.keys().map(|place| &sketch.points[*place]);
        points.map(|point| format!("{}-{}", party.id, point.id))
    });
    // Names never hold a dot, so that this one falls together with no other.
    if same.filter(|other| *other == id).count() > 1 {
        return format!("{}.{}", party.id, point.id);
    }
    id
}

fn links(out: &mut String, sketch: &Sketch) {
    out.push('\n');
    remark(
        out,
        "Conditions: if one point is settled so, another must be settled so. `relax_cost` is your estimate \
         of how much it would cost the owner to drop it.",
    );
    let (Some(party), [first, second, ..]) = (sketch.parties.first(), sketch.points.as_slice())
    else {
        remark(
            out,
            "They take two points; with a second point in the list above, one can be added here.",
        );
        return;
    };
    let (cause, effect) = (first.ids(&[0]).join(""), second.ids(&[0]).join(""));
    out.push_str("#links:\n#  - id: example-link\n");
    out.push_str(&format!("#    owner: {}\n", party.id));
    out.push_str(&format!("#    if: {{{}: [{cause}]}}\n", first.id));
    out.push_str(&format!("#    then: {{{}: [{effect}]}}\n", second.id));
    out.push_str("#    relax_cost: 3\n");
}

/// The party of which examples of numbers speak: one without numbers, else one without a no-deal value.
fn exemplary(sketch: &Sketch) -> Option<usize> {
    let bare = sketch
        .parties
        .iter()
        .position(|party| party.worth.is_empty());
    bare.or_else(|| {
        sketch
            .parties
            .iter()
            .position(|party| party.no_deal.is_none())
    })
}

/// Lines of a remark.
fn remark(out: &mut String, text: &str) {
    for line in wrap(text, REMARK_WIDTH) {
        out.push_str(&format!("# {line}\n"));
    }
}

fn put(out: &mut String, indent: usize, mark: &str, key: &str, value: &str) {
    out.push_str(&format!("{:indent$}{mark}{key}: {value}\n", ""));
}

/// A number as YAML has it; a fraction is a text.
fn numeral(value: &Exact) -> String {
    let words = to_words(value);
    if words.contains('/') {
        quoted(&words)
    } else {
        words
    }
}

/// A text in double quotes; what nobody would see is written out.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_unseen(c) || c.is_control() => {
                out.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
