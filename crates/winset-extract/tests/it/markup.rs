//! HTML: what a reader sees, and places in the raw source.

use winset_extract::{Markup, ReportOptions, read_report, readable};

#[test]
fn places_cover_the_words_in_the_raw_source() {
    let source = "<html><head><title>x</title></head><body><nav>Menu</nav><p>&ldquo;We <em>will</em> not&nbsp;go,&rdquo; said Mr&nbsp;Ivo Brandt on Monday.</p></body></html>";
    let reading = read_report(source, &ReportOptions::default());
    let quotation = &reading.quotations[0];
    assert_eq!(quotation.text, "We will not go,");
    assert_eq!(
        &source[quotation.place.start..quotation.place.end],
        "We <em>will</em> not&nbsp;go,"
    );
    assert_eq!(
        quotation.speaker.as_ref().expect("a speaker").name,
        "Mr Ivo Brandt"
    );
}

#[test]
fn broken_html_is_read() {
    for source in [
        "<",
        "<p",
        "<p>a < b &nosuch; &amp &#xZZ; &#0; &",
        "<!--",
        "<body><div><p>x</i></b></p>",
        "<p a=\"",
        "\u{feff}<html>",
        "<p>\r\nA\0B\r\n</p>",
    ] {
        let _ = read_report(
            source,
            &ReportOptions {
                markup: Markup::Html,
                ..ReportOptions::default()
            },
        );
    }
    let text = readable("<p>a < b &nosuch; c&amp;d</p>", Markup::Html);
    assert_eq!(text.text().trim(), "a < b &nosuch; c&d");
}

#[test]
fn deep_and_huge_html_is_read() {
    let deep =
        "<div>".repeat(100_000) + "“Enough,” said Mr Ivo Brandt." + &"</div>".repeat(100_000);
    assert_eq!(
        read_report(&deep, &ReportOptions::default())
            .quotations
            .len(),
        1
    );
    let huge = format!(
        "<p title=\"{}\">“Enough,” said Mr Ivo Brandt.</p>",
        "x".repeat(2_000_000)
    );
    assert_eq!(
        read_report(
            &huge,
            &ReportOptions {
                markup: Markup::Html,
                ..ReportOptions::default()
            }
        )
        .quotations
        .len(),
        1
    );
    let ampersands = "<p>".to_owned() + &"&amp;&".repeat(100_000);
    let _ = read_report(&ampersands, &ReportOptions::default());
    let heads = "<head>".repeat(50_000) + &"<nav><footer>".repeat(50_000);
    let _ = read_report(&heads, &ReportOptions::default());
}
