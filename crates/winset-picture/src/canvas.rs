//! SVG text, written piece by piece.

use crate::area::{Area, At};
use crate::ink::{INK, PAPER, SOFT};
use crate::measure::text_width;
use crate::picture::{Head, Picture};
use crate::place::Spot;
use crate::text::{escaped, fitted, local_address, name, plain, sentence};

/// Sizes of letters: titles, labels, and the least.
pub(crate) const TITLE: i64 = 16;
pub(crate) const LABEL: i64 = 12;
pub(crate) const SMALL: i64 = 11;
/// From the edge of a picture to what is in it.
pub(crate) const MARGIN: i64 = 16;
/// Where the title and the line under it stand.
const TITLE_Y: i64 = 28;
const UNDER_Y: i64 = 48;

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text of one line to be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Label<'a> {
    pub(crate) at: At,
    pub(crate) anchor: Anchor,
    pub(crate) size: i64,
    pub(crate) ink: &'a str,
    pub(crate) words: &'a str,
    pub(crate) width_max: i64,
}

/// The height that labels of a size take.
pub(crate) fn line_height(size: i64) -> i64 {
    size * 5 / 4
}

/// The width and height of `words` at a size.
pub(crate) fn extent(words: &str, size: i64) -> (i64, i64) {
    (text_width(words, size), line_height(size))
}

/// The middle of a line of text is this far above its base line.
pub(crate) fn drop_of(size: i64) -> i64 {
    size * 36 / 100
}

/// A picture in the making.
#[derive(Debug)]
pub(crate) struct Canvas {
    width: i64,
    height: i64,
    body: String,
    links: usize,
}

impl Canvas {
    pub(crate) fn new(width: i64, height: i64) -> Self {
        Self {
            width,
            height,
            body: String::new(),
            links: 0,
        }
    }

    /// The title and a line under it.
    pub(crate) fn heading(&mut self, title: &str, under: &str) {
        let mut line = |y: i64, size: i64, ink: &str, words: &str| {
            self.label(&Label {
                at: (MARGIN, y),
                anchor: Anchor::Start,
                size,
                ink,
                words,
                width_max: self.width - 2 * MARGIN,
            });
        };
        line(TITLE_Y, TITLE, INK, title);
        line(UNDER_Y, LABEL, SOFT, under);
    }

    pub(crate) fn path(&mut self, data: &str, paint: &str) {
        self.body
            .push_str(&format!("<path {paint} d=\"{data}\"/>\n"));
    }

    pub(crate) fn line(&mut self, from: At, to: At, paint: &str) {
        let ((x, y), (to_x, to_y)) = (from, to);
        self.path(&format!("M{x} {y}L{to_x} {to_y}"), paint);
    }

    pub(crate) fn area(&mut self, area: Area, paint: &str) {
        self.body.push_str(&format!(
            "<rect {paint} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n",
            area.left,
            area.top,
            area.width().max(0),
            area.height().max(0)
        ));
    }

    /// A text, cut to its width; the whole stays in a title.
    pub(crate) fn label(&mut self, label: &Label<'_>) {
        let shown = fitted(label.words, label.size, label.width_max);
        if shown.is_empty() {
            return;
        }
        let whole = plain(label.words);
        let title = if whole == shown {
            String::new()
        } else {
            format!("<title>{}</title>", escaped(&whole))
        };
        let anchor = match label.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        self.body.push_str(&format!(
            "<text {} x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}>{title}{}</text>\n",
            label.ink,
            label.at.0,
            label.at.1,
            label.size,
            escaped(&shown)
        ));
    }

    /// A text at a place that was found for it, with its leader.
    pub(crate) fn spot(&mut self, spot: &Spot, size: i64, ink: &str, words: &str) {
        self.label(&Label {
            at: (spot.area.left, spot.area.middle().1 + drop_of(size)),
            anchor: Anchor::Start,
            size,
            ink,
            words,
            width_max: spot.area.width(),
        });
    }

    /// Opens a group with a title, which `close` ends; a link if the address is one of the site.
    pub(crate) fn open(&mut self, class: &str, title: &str, href: Option<&str>) -> Group {
        let address = href.and_then(local_address);
        let group = match &address {
            Some(_) => Group::Link,
            None => Group::Plain,
        };
        self.links += usize::from(address.is_some());
        let start = match address {
            Some(address) => format!("<a class=\"{class}\" href=\"{address}\">"),
            None => format!("<g class=\"{class}\">"),
        };
        let title = if plain(title).is_empty() {
            String::new()
        } else {
            format!("<title>{}</title>", escaped(title))
        };
        self.body.push_str(&format!("{start}{title}\n"));
        group
    }

    pub(crate) fn close(&mut self, group: Group) {
        self.body.push_str(match group {
            Group::Link => "</a>\n",
            Group::Plain => "</g>\n",
        });
    }

    /// The picture. `told` is what the crate adds to the caller's description.
    pub(crate) fn finish(self, head: &Head, told: &str) -> Picture {
        let Self {
            width,
            height,
            body,
            links,
        } = self;
        let id = name(&head.id);
        // Children of an image cannot be reached by assistive technology: links need a group.
        let role = if links == 0 { "img" } else { "group" };
        let told = [sentence(&head.description), told.trim().to_owned()];
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"wp\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"{role}\" \
             aria-labelledby=\"{id}-title {id}-desc\" \
             font-family=\"Winset Sans, DejaVu Sans, Verdana, sans-serif\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
             <rect {PAPER} width=\"{width}\" height=\"{height}\"/>\n{body}</svg>\n",
            escaped(&head.title),
            escaped(&told.join(" "))
        );
        Picture::new(svg, width, height)
    }
}

/// How a group ends.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub(crate) enum Group {
    Link,
    Plain,
}
