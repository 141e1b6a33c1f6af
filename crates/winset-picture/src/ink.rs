//! Attributes of what has no party: a class for the page's stylesheet, and the light colour.

/// Text.
pub(crate) const INK: &str = "class=\"wp-ink\" fill=\"#1b1e23\"";
/// Text of less weight.
pub(crate) const SOFT: &str = "class=\"wp-soft\" fill=\"#57534e\"";
/// Text over lines.
pub(crate) const INK_OVER: &str = "class=\"wp-ink wp-halo\" fill=\"#1b1e23\" paint-order=\"stroke\" \
    stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\"";
/// Text of less weight over lines.
pub(crate) const SOFT_OVER: &str = "class=\"wp-soft wp-halo\" fill=\"#57534e\" \
    paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\"";
/// Text of no-deal values, over lines.
pub(crate) const WARN_INK: &str = "class=\"wp-warn-ink wp-halo\" fill=\"#9b1c1c\" \
    paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\"";
/// The ground.
pub(crate) const PAPER: &str = "class=\"wp-paper\" fill=\"#ffffff\"";
/// Axes.
pub(crate) const AXIS: &str = "class=\"wp-axis\" fill=\"none\" stroke=\"#57534e\"";
/// Lines of a grid.
pub(crate) const GRID: &str = "class=\"wp-grid\" fill=\"none\" stroke=\"#e4e1dc\"";
/// Other lines.
pub(crate) const LINE: &str = "class=\"wp-line\" fill=\"none\" stroke=\"#57534e\"";
/// What is put out.
pub(crate) const OUT: &str =
    "class=\"wp-out\" fill=\"none\" stroke=\"#8a857e\" stroke-dasharray=\"3 3\"";
/// Knots of clashes.
pub(crate) const KNOT: &str = "class=\"wp-knot\" fill=\"#ffffff\" stroke=\"#1b1e23\" \
    stroke-width=\"1.5\"";
/// Knots that are put out.
pub(crate) const KNOT_OUT: &str = "class=\"wp-knot-out\" fill=\"#ffffff\" stroke=\"#8a857e\" \
    stroke-dasharray=\"3 3\"";
/// Zones.
pub(crate) const AREA: &str = "class=\"wp-area\" fill=\"#f6f2ea\"";
/// Bars.
pub(crate) const BAR: &str = "class=\"wp-bar\" fill=\"#6f93b8\"";
/// What is under a line.
pub(crate) const FILL: &str = "class=\"wp-fill\" fill=\"#d7e2ec\"";
/// Dots of little weight.
pub(crate) const FAINT: &str = "class=\"wp-faint\" fill=\"#c4bfb6\"";
/// Dots of weight.
pub(crate) const MARK: &str = "class=\"wp-mark\" fill=\"#1f4e79\"";
/// The line of what is best.
pub(crate) const STAIR: &str =
    "class=\"wp-stair\" fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2\"";
/// Lines of no-deal values.
pub(crate) const WARN: &str = "class=\"wp-warn\" fill=\"none\" stroke=\"#9b1c1c\" \
    stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";
