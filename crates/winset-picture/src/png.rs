//! Pictures as PNG, with the embedded font only: the same everywhere.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree, fontdb};

use crate::FONT;

/// The family that the file is named after.
const FAMILY: &str = "Winset Sans";
/// Widest picture.
pub const WIDTH_MAX_PX: u32 = 4_000;
/// Most pixels of a picture: as wide as allowed and four times as high.
const PIXELS_MAX: u64 = 64_000_000;

/// Why a picture was not rendered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// The width is zero or too large.
    #[error("render a picture {width_px} pixels wide: between 1 and {WIDTH_MAX_PX} are allowed")]
    Width {
        /// The width that was asked for.
        width_px: u32,
    },
    /// The picture is too long for this width.
    #[error("render a picture of {width_px} by {height_px} pixels: {PIXELS_MAX} are allowed")]
    Pixels {
        /// The width that was asked for.
        width_px: u32,
        /// The height that follows.
        height_px: u32,
    },
    /// The text is no SVG.
    #[error("read a picture as SVG")]
    Svg {
        /// What is wrong with it.
        #[source]
        source: resvg::usvg::Error,
    },
    /// The pixels cannot be written as PNG.
    #[error("write a picture as PNG: {reason}")]
    Encode {
        /// What went wrong.
        reason: String,
    },
}

/// Renders the SVG text of a picture on white paper, `width_px` wide and as high as follows; with the
/// embedded font alone, and without reading any file that the text may name. Takes some tens of
/// milliseconds for a picture 1,520 wide.
pub fn png(picture: &str, width_px: u32) -> Result<Vec<u8>, PngError> {
    if width_px == 0 || width_px > WIDTH_MAX_PX {
        return Err(PngError::Width { width_px });
    }
    let tree = tree(picture)?;
    let size = tree.size().to_int_size();
    let height = u64::from(size.height()) * u64::from(width_px) / u64::from(size.width());
    let height_px = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    if u64::from(width_px) * u64::from(height_px) > PIXELS_MAX {
        return Err(PngError::Pixels {
            width_px,
            height_px,
        });
    }
    let Some(mut pixels) = Pixmap::new(width_px, height_px) else {
        return Err(PngError::Pixels {
            width_px,
            height_px,
        });
    };
    pixels.fill(Color::WHITE);
    let scale = Transform::from_scale(
        ratio(width_px, size.width()),
        ratio(height_px, size.height()),
    );
    resvg::render(&tree, scale, &mut pixels.as_mut());
    pixels.encode_png().map_err(|source| PngError::Encode {
        reason: source.to_string(),
    })
}

fn tree(picture: &str) -> Result<Tree, PngError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::new(fonts),
        // No image is looked up, wherever the text says that one is.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_str(picture, &options).map_err(|source| PngError::Svg { source })
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "sizes of pixels are small numbers"
)]
fn ratio(one: u32, other: u32) -> f32 {
    (f64::from(one) / f64::from(other)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text_width;

    /// Letters, accents, joined letters and marks are nowhere wider than they are said to be.
    #[test]
    fn texts_are_no_wider_than_measured() {
        for words in [
            "Federation of Orvane",
            "WAVA. Toffee, fjord",
            "Győr, Łódź, İzmir, Ñuñoa",
            "суверенитет и границы",
            "Συμφωνία",
            "اتفاق وقف إطلاق النار",
            "−0.25 · 1/3 → ↑ … “10¹²”",
            "●■▲◆✕",
        ] {
            let picture = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"999\" height=\"99\">\
                 <text y=\"50\" font-size=\"12\" font-family=\"{FAMILY}\">{words}</text></svg>"
            );
            let tree = tree(&picture).unwrap();
            let drawn = tree.root().bounding_box().width();
            #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
            let measured = text_width(words, 12) as f32;
            assert!(drawn <= measured + 1.0, "{words}: {drawn} of {measured}");
            assert!(drawn >= measured * 0.7, "{words}: {drawn} of {measured}");
        }
    }

    /// The title and the bars leave marks; the rest is white paper.
    #[test]
    fn pictures_are_not_blank() {
        let picture = crate::brackets(&crate::Brackets {
            head: crate::Head {
                title: "اتفاق · Agreement".to_owned(),
                ..crate::Head::default()
            },
            series: vec!["pages".to_owned()],
            versions: vec![crate::PicturedVersion {
                label: "1".to_owned(),
                values: vec![Some(12)],
                href: None,
            }],
        });
        let bytes = png(picture.as_str(), 380).unwrap();
        assert_eq!(bytes, png(picture.as_str(), 380).unwrap());
        let pixels = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(pixels.width(), 380);
        let marked = |rows: std::ops::Range<usize>| {
            let row = |pixels: &[u8]| {
                pixels
                    .chunks(4)
                    .filter(|rgba| rgba[..3] != [255; 3])
                    .count()
            };
            let rows = pixels
                .data()
                .chunks(380 * 4)
                .skip(rows.start)
                .take(rows.len());
            rows.map(row).sum::<usize>()
        };
        assert!(marked(4..18) > 100, "the title");
        assert!(marked(50..60) > 1_000, "the bar");
        assert_eq!(marked(0..3), 0, "the margin");
    }

    #[test]
    fn files_that_a_text_names_are_not_read() {
        let black = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
                     <rect width='9' height='9'/></svg>";
        let folder = std::env::temp_dir().join(format!("winset-picture-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("black.svg");
        std::fs::write(&file, black).unwrap();
        let naming = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\
             <image href='{}' width='9' height='9'/></svg>",
            file.display()
        );
        let blank = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        let same = png(&naming, 9).unwrap() == png(blank, 9).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(same);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(matches!(png("<p>", 10), Err(PngError::Svg { .. })));
        let high = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"100000\"/>";
        assert!(matches!(png(high, 4_000), Err(PngError::Pixels { .. })));
    }
}
