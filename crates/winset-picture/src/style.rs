//! The stylesheet of pages that show pictures.

/// CSS: colours of the classes for light paper, and for dark screens as the reader's system says
/// (`prefers-color-scheme`) or as the page does (`data-theme` on its root, `light` or `dark`). Printed
/// pages are light.
pub const STYLESHEET: &str = include_str!("style.css");
