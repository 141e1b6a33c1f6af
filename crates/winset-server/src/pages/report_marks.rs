//! The text of a report with what is proposed marked in it.

use winset_extract::{Markup, Readable, SourcePlace, readable};

/// A text in pieces.
#[derive(Debug)]
pub(super) struct MarkedText {
    pub(super) pieces: Vec<MarkedPiece>,
}

/// Characters that belong to the same proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MarkedPiece {
    pub(super) text: String,
    /// The shortest proposal that covers it, by its number from 1; none where none does.
    pub(super) of: Option<usize>,
    /// The proposals that begin here.
    pub(super) begin: Vec<usize>,
}

/// What a reader sees of a text, in pieces: each place of the source marked.
pub(super) fn marked(source: &str, places: &[SourcePlace]) -> MarkedText {
    let readable = readable(source, Markup::Auto);
    let text = readable.text();
    let starts = boundaries(&readable);
    // The first character of the text that comes from this byte of the source, or from one behind it.
    let seen = |byte: usize| {
        let at = starts.partition_point(|(_, from)| *from < byte);
        starts.get(at).map_or(text.len(), |(visible, _)| *visible)
    };
    let ranges = places
        .iter()
        .map(|place| (seen(place.start), seen(place.end)));
    let ranges: Vec<(usize, usize)> = ranges.map(|(from, to)| (from, to.max(from))).collect();
    let mut cuts: Vec<usize> = ranges.iter().flat_map(|(from, to)| [*from, *to]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = cuts.windows(2).map(|ends| {
        let (from, to) = (ends[0], ends[1]);
        let numbered = ranges.iter().zip(1..);
        let covering = numbered
            .clone()
            .filter(|((a, b), _)| *a <= from && to <= *b);
        let shortest = covering.min_by_key(|((a, b), number)| (b - a, *number));
        let begin = numbered.filter(|((a, _), _)| *a == from);
        MarkedPiece {
            text: text[from..to].to_owned(),
            of: shortest.map(|(_, number)| number),
            begin: begin.map(|(_, number)| number).collect(),
        }
    });
    MarkedText {
        pieces: pieces.collect(),
    }
}

/// Each character's place in the text, and the byte of the source from which it comes.
fn boundaries(readable: &Readable) -> Vec<(usize, usize)> {
    let chars = readable.text().char_indices();
    chars
        .map(|(at, c)| (at, readable.place(at, at + c.len_utf8()).start))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, places: &[(usize, usize)], expected: &[(&str, Option<usize>)]) {
        let places = places.iter();
        let places = places.map(|(start, end)| SourcePlace {
            start: *start,
            end: *end,
        });
        let found = marked(source, &places.collect::<Vec<_>>());
        let found = found
            .pieces
            .iter()
            .map(|piece| (piece.text.as_str(), piece.of));
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn pieces_belong_to_the_shortest_proposal() {
        check(
            "one two three",
            &[(0, 13), (4, 7)],
            &[("one ", Some(1)), ("two", Some(2)), (" three", Some(1))],
        );
        check("plain", &[], &[("plain", None)]);
        check("", &[], &[]);
    }

    #[test]
    fn places_of_the_source_are_found_in_what_is_seen_of_it() {
        let source = "<!doctype html><p>Ten &amp; <b>two</b> men</p>";
        let start = source.find("two").unwrap();
        let found = marked(
            source,
            &[SourcePlace {
                start,
                end: start + 3,
            }],
        );
        let piece = found.pieces.iter().find(|piece| piece.of == Some(1));
        assert_eq!(piece.map(|piece| piece.text.as_str()), Some("two"));
        let text: String = found
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        assert!(text.starts_with("Ten & two men"), "{text:?}");
    }
}
