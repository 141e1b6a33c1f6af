//! DOCX files taken apart, by code that shares nothing with what writes them.

use winset_text::Change;

/// The files of an archive whose files are stored as they are.
pub(crate) fn opened(bytes: &[u8]) -> Vec<(String, String)> {
    let number = |at: usize, size: usize| {
        let field = bytes[at..at + size].iter().rev();
        field.fold(0, |sum, byte| sum * 256 + usize::from(*byte))
    };
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let mut files = Vec::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        assert_eq!(number(at + 10, 2), 0, "stored");
        let (size, name_size) = (number(at + 24, 4), number(at + 28, 2));
        let name = std::str::from_utf8(&bytes[at + 46..at + 46 + name_size]).unwrap();
        let local = number(at + 42, 4);
        assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
        let start = local + 30 + name_size;
        let text = std::str::from_utf8(&bytes[start..start + size]).unwrap();
        files.push((name.to_owned(), text.to_owned()));
        at += 46 + name_size;
    }
    files
}

fn with_body<T>(bytes: &[u8], call: impl FnOnce(roxmltree::Node<'_, '_>) -> T) -> T {
    let files = opened(bytes);
    for (name, text) in &files {
        assert!(roxmltree::Document::parse(text).is_ok(), "{name}");
    }
    let (_, xml) = files
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap();
    call(roxmltree::Document::parse(xml).unwrap().root_element())
}

/// The text of an element: texts, deleted or not, breaks and tabs.
fn text_of(node: roxmltree::Node<'_, '_>) -> String {
    let parts = node.descendants().map(|n| match n.tag_name().name() {
        "t" | "delText" => n.text().unwrap_or_default(),
        "br" => "\n",
        "tab" => "\t",
        _ => "",
    });
    parts.collect()
}

/// The changes of a document, in order.
pub(crate) fn tracked(bytes: &[u8]) -> Vec<(Change, String)> {
    with_body(bytes, |body| {
        let mut ids = Vec::new();
        let changes = body.descendants().filter_map(|node| {
            let change = match node.tag_name().name() {
                "ins" => Change::Inserted,
                "del" => Change::Deleted,
                _ => return None,
            };
            let attribute = |name: &str| {
                let mut all = node.attributes();
                all.find(|a| a.name() == name).map(|a| a.value().to_owned())
            };
            ids.push(attribute("id").unwrap());
            assert_eq!(attribute("author").unwrap(), "Mediator");
            // The mark at the end of a paragraph holds no text.
            let marks_paragraph = node.parent().is_some_and(|p| p.tag_name().name() == "rPr");
            let wrong = if change == Change::Deleted {
                "t"
            } else {
                "delText"
            };
            assert!(!node.descendants().any(|n| n.tag_name().name() == wrong));
            (!marks_paragraph).then(|| (change, text_of(node)))
        });
        let changes: Vec<_> = changes.collect();
        let many = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), many, "numbers of changes are distinct");
        changes
    })
}

/// The paragraphs that are left when one kind of change is taken out and the other taken in: a
/// paragraph whose end goes is put together with the next.
pub(crate) fn accepted(bytes: &[u8], without: Change) -> Vec<String> {
    let gone = if without == Change::Deleted {
        "del"
    } else {
        "ins"
    };
    with_body(bytes, |body| {
        let mut kept = Vec::new();
        let mut open = String::new();
        let paragraphs = body.descendants().filter(|n| n.tag_name().name() == "p");
        for paragraph in paragraphs {
            let named = |n: &roxmltree::Node<'_, '_>, name: &str| n.tag_name().name() == name;
            let end = paragraph
                .descendants()
                .any(|n| named(&n, gone) && n.parent().is_some_and(|p| named(&p, "rPr")));
            let parts = paragraph.children().filter(|n| !named(n, gone));
            open.extend(parts.map(text_of));
            if !end {
                kept.push(std::mem::take(&mut open));
            }
        }
        assert_eq!(open, "", "the last end of a file cannot go");
        kept
    })
}
