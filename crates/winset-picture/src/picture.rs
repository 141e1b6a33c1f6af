//! What all pictures have: a head, and their text.

use crate::ink::SOFT;
use crate::text::{escaped, plain};

/// Most characters of the line under a picture.
pub const FOOT_CHARS_MAX: usize = 130;
/// What that line adds to the height, and where it stands.
const FOOT: i64 = 24;
const FOOT_DROP: i64 = 13;
const FOOT_LEFT: i64 = 16;

/// What a picture is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The beginning of the picture's `id` attributes; one of its own for each picture of a page.
    pub id: String,
    /// One line above the picture.
    pub title: String,
    /// What the picture says, in words, for those who do not see it; values are added.
    pub description: String,
}

/// A picture: SVG text, without styles, scripts and references to anything outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    svg: String,
    width: i64,
    height: i64,
}

impl Picture {
    pub(crate) fn new(svg: String, width: i64, height: i64) -> Self {
        Self { svg, width, height }
    }

    /// The same with a line under it that says what it is and for whom, so that a picture that leaves
    /// its page still says so. What is longer than [`FOOT_CHARS_MAX`] is cut.
    #[must_use]
    pub fn signed(&self, words: &str) -> Self {
        let Self { svg, width, height } = self;
        let grown = height + FOOT;
        let mut words = plain(words);
        if words.chars().count() > FOOT_CHARS_MAX {
            words = words.chars().take(FOOT_CHARS_MAX).chain(['…']).collect();
        }
        let line = format!(
            "<text x=\"{FOOT_LEFT}\" y=\"{}\" font-size=\"11\" {SOFT}>{}</text>\n</svg>\n",
            height + FOOT_DROP,
            escaped(&words)
        );
        let view = |height: i64| format!("viewBox=\"0 0 {width} {height}\"");
        let size = |height: i64| format!("width=\"{width}\" height=\"{height}\"");
        // The size stands at the root and at the paper, which come before everything else.
        let svg =
            svg.replacen(&view(*height), &view(grown), 1)
                .replacen(&size(*height), &size(grown), 2);
        let svg = match svg.strip_suffix("</svg>\n") {
            Some(open) => format!("{open}{line}"),
            None => svg,
        };
        Self::new(svg, *width, grown)
    }

    /// The SVG text, an `svg` element without XML declaration.
    pub fn as_str(&self) -> &str {
        &self.svg
    }

    /// The width of the view box, in pixels.
    pub fn width_px(&self) -> i64 {
        self.width
    }

    /// The height of the view box, in pixels.
    pub fn height_px(&self) -> i64 {
        self.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Brackets, PicturedVersion, brackets};

    #[test]
    fn a_signed_picture_grows_by_its_line() {
        let version = PicturedVersion {
            label: "SNT-1".to_owned(),
            values: vec![Some(3)],
            href: None,
        };
        let picture = brackets(&Brackets {
            head: Head::default(),
            series: vec!["Brackets".to_owned()],
            versions: vec![version],
        });
        let signed = picture.signed("for <b> & \u{202e}you");
        assert_eq!(signed.height_px(), picture.height_px() + FOOT);
        let grown = format!("{} {}\"", signed.width_px(), signed.height_px());
        let size = format!("height=\"{}\"", signed.height_px());
        assert!(signed.as_str().contains(&format!("viewBox=\"0 0 {grown}")));
        assert_eq!(signed.as_str().matches(&size).count(), 2);
        assert!(
            signed
                .as_str()
                .contains(">for &lt;b&gt; &amp; you</text>\n</svg>\n")
        );
        let long = picture.signed(&"x".repeat(10_000));
        assert!(long.as_str().len() < picture.as_str().len() + 300);
    }
}
