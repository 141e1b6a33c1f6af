//! The parts of a DOCX file that hold no text of the case but its title and facts.

use super::printable::{escaped, one_line};
use crate::document::{Direction, Document};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespaces that word processors declare on the root of every part, needed or not: programs that
/// read their files look for both there.
pub(super) const NAMESPACES: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A part with its declaration.
pub(super) fn part(xml: &str) -> Vec<u8> {
    format!("{HEAD}{xml}").into_bytes()
}

/// What kind each part is of.
pub(super) fn content_types() -> Vec<u8> {
    let overrides = [
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/header1.xml", format!("{WORD}.header+xml")),
        ("/word/footer1.xml", format!("{WORD}.footer+xml")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
    ];
    let overrides = overrides
        .map(|(name, kind)| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>"));
    part(&format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        overrides.concat()
    ))
}

/// Where the document is.
pub(super) fn package_relations() -> Vec<u8> {
    part(&format!(
        "<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"rId1\" Type=\"{KIND}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" \
         Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    ))
}

/// What the document uses.
pub(super) fn document_relations() -> Vec<u8> {
    let one = |id: usize, kind: &str| {
        let file = match kind {
            "header" | "footer" => format!("{kind}1"),
            other => other.to_owned(),
        };
        format!("<Relationship Id=\"rId{id}\" Type=\"{KIND}/{kind}\" Target=\"{file}.xml\"/>")
    };
    let kinds = ["styles", "settings", "header", "footer"];
    let all: String = (1..).zip(kinds).map(|(id, kind)| one(id, kind)).collect();
    part(&format!(
        "<Relationships xmlns=\"{RELATIONS}\">{all}</Relationships>"
    ))
}

/// Title and author, and the day of the version for that of the file.
pub(super) fn core_properties(document: &Document) -> Vec<u8> {
    let line = |text: &str| escaped(&one_line(text));
    let created = moment(document).map_or_else(String::new, |moment| {
        let day = |name: &str| {
            format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:{name}>")
        };
        day("created") + &day("modified")
    });
    part(&format!(
        "<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}: {}</dc:title><dc:creator>{}</dc:creator>{created}\
         <dc:language>{}</dc:language></cp:coreProperties>",
        line(&document.title),
        line(&document.subtitle),
        line(&document.author),
        line(&document.lang)
    ))
}

/// The day of the version as a moment.
pub(super) fn moment(document: &Document) -> Option<String> {
    let day = document
        .date
        .as_deref()
        .and_then(winset_model::calendar::Day::read)?;
    Some(format!("{day}T00:00:00Z"))
}

/// Whoever edits the file goes on tracking changes.
pub(super) fn settings() -> Vec<u8> {
    part(&format!(
        "<w:settings {NAMESPACES}><w:trackRevisions/><w:defaultTabStop w:val=\"709\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
    ))
}

/// How each kind of paragraph and each kind of run looks.
pub(super) fn styles(document: &Document) -> Vec<u8> {
    let lang = escaped(&one_line(&document.lang));
    let lang = match document.direction {
        Direction::Ltr => format!("<w:lang w:val=\"{lang}\"/>"),
        Direction::Rtl => format!("<w:lang w:val=\"en\" w:bidi=\"{lang}\"/>"),
    };
    let font = "Times New Roman";
    let paragraphs = PARAGRAPHS.iter().map(|(id, name, looks, runs)| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{looks}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
        )
    });
    let runs = RUNS.iter().map(|(id, looks)| {
        format!(
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{id}\">\
             <w:name w:val=\"{id}\"/><w:rPr>{looks}</w:rPr></w:style>"
        )
    });
    let styles: String = paragraphs.chain(runs).collect();
    part(&format!(
        "<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>\
         <w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>{lang}</w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/></w:style>{styles}</w:styles>"
    ))
}

/// Identifier, name, looks of the paragraph and of the runs in it.
const PARAGRAPHS: [(&str, &str, &str, &str); 6] = [
    (
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>",
    ),
    (
        "Subtitle",
        "Subtitle",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"160\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"60\"/>\
         <w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/>",
    ),
    (
        "Facts",
        "Facts",
        "<w:spacing w:before=\"0\" w:after=\"0\"/>",
        "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
    (
        "Note",
        "Note",
        "<w:spacing w:before=\"120\" w:after=\"0\"/>",
        "<w:i/><w:iCs/><w:color w:val=\"444444\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ),
    (
        "Cell",
        "Cell",
        "<w:spacing w:before=\"20\" w:after=\"20\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
];

/// Identifier and looks of kinds of runs.
const RUNS: [(&str, &str); 3] = [
    ("Bracket", "<w:b/><w:bCs/>"),
    ("Owner", "<w:b/><w:bCs/><w:color w:val=\"1D4F7C\"/>"),
    (
        "Marker",
        "<w:b/><w:bCs/><w:color w:val=\"666666\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>",
    ),
];

/// A4, with who may read it above each page and its number below.
pub(super) fn section(document: &Document) -> String {
    let bidi = match document.direction {
        Direction::Ltr => "",
        Direction::Rtl => "<w:bidi/>",
    };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1304\" \
         w:bottom=\"1247\" w:left=\"1304\" w:header=\"680\" w:footer=\"567\" w:gutter=\"0\"/>\
         {bidi}</w:sectPr>"
    )
}
