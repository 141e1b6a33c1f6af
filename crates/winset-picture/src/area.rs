//! Rectangles.

/// A point: across and down, in pixels.
pub(crate) type At = (i64, i64);

/// A rectangle that holds its left and top edges, and not its right and bottom ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) left: i64,
    pub(crate) top: i64,
    pub(crate) right: i64,
    pub(crate) bottom: i64,
}

impl Area {
    /// The square around a point.
    pub(crate) fn around(middle: At, reach: i64) -> Self {
        let (x, y) = middle;
        Self {
            left: x - reach,
            top: y - reach,
            right: x + reach,
            bottom: y + reach,
        }
    }

    /// The area of a size, its width and height, from its upper left corner.
    pub(crate) fn sized(corner: At, size: (i64, i64)) -> Self {
        let (left, top) = corner;
        let (width, height) = size;
        Self {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }

    pub(crate) fn width(&self) -> i64 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> i64 {
        self.bottom - self.top
    }

    /// The point in the middle.
    pub(crate) fn middle(&self) -> At {
        (
            i64::midpoint(self.left, self.right),
            i64::midpoint(self.top, self.bottom),
        )
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(crate) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    /// The point of the area that is nearest to another.
    pub(crate) fn nearest(&self, other: At) -> At {
        let (x, y) = other;
        (
            x.clamp(self.left, self.right),
            y.clamp(self.top, self.bottom),
        )
    }
}
