//! What every picture keeps to, read from its text.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};
use winset_picture::{Picture, text_width};

/// A text with its edges: left, top, right, bottom.
type Placed = (String, [i64; 4]);

/// Fails if the picture is no XML, lacks a title or a description, has a style, a script or a
/// reference to elsewhere, names something twice, or has a label that leaves it or lies on another.
pub(crate) fn check(name: &str, picture: &Picture) {
    let document = Document::parse(picture.as_str()).unwrap_or_else(|e| panic!("{name}: {e}"));
    let root = document.root_element();
    let size = [picture.width_px(), picture.height_px()];
    let [width, height] = size.map(|length| length.to_string());
    assert_eq!(
        root.attribute("viewBox"),
        Some(&*format!("0 0 {width} {height}"))
    );
    assert_eq!(root.attribute("width"), Some(&*width));
    assert_eq!(root.attribute("height"), Some(&*height));
    let links = document
        .descendants()
        .any(|node| node.has_tag_name(svg("a")));
    assert_eq!(
        root.attribute("role"),
        Some(if links { "group" } else { "img" }),
        "{name}"
    );
    named(name, &document);
    let mut ids = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        let tag = node.tag_name().name();
        assert!(KNOWN.contains(&tag), "{name}: {tag}");
        for attribute in node.attributes() {
            let allowed = ATTRIBUTES.contains(&attribute.name());
            assert!(allowed, "{name}: {}", attribute.name());
            let href = attribute.name() == "href";
            assert!(!href || attribute.value().starts_with(['/', '#']), "{name}");
        }
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id.to_owned()), "{name}: {id} twice");
        }
        let bare = ["svg", "title", "desc"].contains(&tag);
        assert!(
            bare || node.has_attribute("class"),
            "{name}: {tag} has no class"
        );
    }
    labels(name, &document, size);
}

const KNOWN: &[&str] = &["svg", "title", "desc", "g", "a", "path", "rect", "text"];
const ATTRIBUTES: &[&str] = &[
    "viewBox",
    "width",
    "height",
    "role",
    "aria-labelledby",
    "font-family",
    "id",
    "class",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linejoin",
    "paint-order",
    "d",
    "x",
    "y",
    "font-size",
    "text-anchor",
    "text-decoration",
    "href",
];

fn svg(tag: &str) -> (&str, &str) {
    ("http://www.w3.org/2000/svg", tag)
}

fn named(name: &str, document: &Document<'_>) {
    let root = document.root_element();
    let ids = root.attribute("aria-labelledby").unwrap_or_default();
    for (tag, id) in ["title", "desc"].iter().zip(ids.split(' ')) {
        let child = root.children().find(|node| node.has_tag_name(svg(tag)));
        let child = child.unwrap_or_else(|| panic!("{name} has no {tag}"));
        assert_eq!(child.attribute("id"), Some(id), "{name}");
    }
}

/// Texts in the order in which they are drawn.
pub(crate) fn texts(document: &Document<'_>) -> Vec<Placed> {
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name(svg("text")));
    let placed = |node: Node<'_, '_>| {
        let number = |name: &str| node.attribute(name).and_then(|value| value.parse().ok());
        let number = |name: &str| -> i64 { number(name).unwrap() };
        let own = node.children().filter(Node::is_text);
        let words: String = own.filter_map(|text| text.text()).collect();
        let (x, y, size) = (number("x"), number("y"), number("font-size"));
        assert!(size >= 11, "{words} is small");
        let width = text_width(&words, size);
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - width / 2,
            Some("end") => x - width,
            _ => x,
        };
        // Ascenders of capitals and descenders, without the space between lines.
        (
            words,
            [left, y - size * 76 / 100, left + width, y + size * 24 / 100],
        )
    };
    texts.map(placed).collect()
}

fn labels(name: &str, document: &Document<'_>, [width, height]: [i64; 2]) {
    let texts = texts(document);
    for (index, (words, [left, top, right, bottom])) in texts.iter().enumerate() {
        let inside = *left >= 0 && *top >= 0 && *right <= width && *bottom <= height;
        assert!(inside, "{name}: '{words}' leaves the picture");
        for (other, area) in &texts[index + 1..] {
            let apart =
                *left >= area[2] || area[0] >= *right || *top >= area[3] || area[1] >= *bottom;
            assert!(
                apart,
                "{name}: '{words}' {:?} lies on '{other}' {area:?}",
                [left, top, right, bottom]
            );
        }
    }
}

/// All classes of a picture.
pub(crate) fn classes(picture: &Picture) -> BTreeSet<String> {
    let document = Document::parse(picture.as_str()).unwrap();
    let lists = document
        .descendants()
        .filter_map(|node| node.attribute("class"));
    lists
        .flat_map(|list| list.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}
