//! What all pictures have: a head, and their text.

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
