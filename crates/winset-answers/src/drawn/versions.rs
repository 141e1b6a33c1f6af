//! Versions of the text in figures.

use winset_picture::{Brackets, Head, Picture, PicturedVersion};
use winset_text::Text;
use winset_told::messages::Language;

use super::{PicturePart, PicturePlace};

/// Draws brackets, options and pages of each version, the working text last.
pub fn brackets(text: &Text<'_>, words: &Language, place: PicturePlace<'_>) -> Picture {
    let working = text.working();
    let mut versions: Vec<PicturedVersion> = Vec::new();
    for version in text.versions().iter().chain([&working]) {
        let counts = text.counts(version);
        let values = [counts.brackets, counts.options, counts.pages];
        versions.push(PicturedVersion {
            label: version.name.clone(),
            values: values.map(|n| u64::try_from(n).ok()).to_vec(),
            href: place.link(PicturePart::Version(&version.name)),
        });
    }
    if let Some(last) = versions.last_mut() {
        last.label = words.get("working-text").into_owned();
        last.href = place.link(PicturePart::WorkingText);
    }
    let series = ["brackets-count", "options", "pages-count"];
    let data = Brackets {
        head: Head {
            id: place.id("brackets"),
            title: words.get("brackets-title").into_owned(),
            description: words
                .count("brackets-description", versions.len())
                .into_owned(),
        },
        series: series.map(|id| words.get(id).into_owned()).to_vec(),
        versions,
    };
    winset_picture::brackets(&data)
}
