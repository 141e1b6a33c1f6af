//! Pictures as PNG.

use winset_picture::png::{PngError, WIDTH_MAX_PX, png};

use crate::demo;

#[test]
fn every_picture_renders_and_is_not_blank() {
    for (name, picture) in demo::all() {
        let bytes = png(picture.as_str(), 1_520).unwrap();
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{name}");
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(folder.join(format!("{name}.png")), &bytes).unwrap();
        std::fs::write(folder.join(format!("{name}.svg")), picture.as_str()).unwrap();
    }
}

#[test]
fn widths_out_of_bounds_are_refused() {
    let (_, picture) = &demo::all()[0];
    for width in [0, WIDTH_MAX_PX + 1, u32::MAX] {
        assert!(matches!(
            png(picture.as_str(), width),
            Err(PngError::Width { .. })
        ));
    }
}
