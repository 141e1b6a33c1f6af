//! What is seen of texts, and what is not.

use super::oddity::oddities_of_name;
use super::{composed, look_alike, oddities, spelled_out, written_out};

#[test]
fn what_hides_or_turns_is_written_out() {
    for (text, expected) in [
        (
            "shall \u{202E}ton\u{202C} withdraw",
            "shall [U+202E]ton[U+202C] withdraw",
        ),
        ("8\u{200B}00,000", "8[U+200B]00,000"),
        ("a\u{2066}b\u{2069}", "a[U+2066]b[U+2069]"),
        ("so\u{AD}ft", "so[U+00AD]ft"),
        ("a\u{200D}b", "a[U+200D]b"),
        ("a\u{200E}b", "a[U+200E]b"),
        ("\u{FEFF}a\u{1}\r", "[U+FEFF]a[U+0001][U+000D]"),
        ("a\u{E0041}\u{FFFF}", "a[U+E0041][U+FFFF]"),
        ("\u{3164}", "[U+3164]"),
        ("x\u{FE0F}", "x[U+FE0F]"),
    ] {
        assert_eq!(written_out(text), expected);
    }
}

#[test]
fn what_scripts_need_stays() {
    for text in [
        "line\nand\ttab",
        "Qui\u{202F}? 10\u{A0}000 €",
        // Persian, Hindi, Sinhala and Malayalam with joiners.
        "می\u{200C}روم",
        "क्\u{200D}ष क्\u{200C}ष",
        "ශ්\u{200D}රී ලංකා",
        "ക്\u{200D}",
        // Marks of direction among letters that run from right to left.
        "\u{200F}שלום (abc)\u{200E} مرحبا\u{61C}",
        // Khmer and Thai with places to break lines.
        "ភាសា\u{200B}ខ្មែរ",
        "ภาษา\u{200B}ไทย",
        // Pictures: a family, a heart, a key.
        "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} 1\u{FE0F}\u{20E3}",
        "ᠮᠣᠩᠭᠣᠯ\u{180B} 葛\u{E0100}",
        "a\u{308} हिन्दी தமிழ் မြန်မာ",
    ] {
        assert_eq!(written_out(text), text);
    }
}

#[test]
fn texts_that_look_the_same_are_found_and_spelled_out() {
    for (one, other, spelled) in [
        ("more", "m\u{43E}re", "m[U+043E]re"),
        ("cop", "\u{441}\u{43E}\u{440}", "[U+0441][U+043E][U+0440]"),
        ("800,000", "8\u{200B}00,000", "8[U+200B]00,000"),
        ("10 000", "10\u{A0}000", "10[U+00A0]000"),
        ("co-chair", "co\u{2011}chair", "co[U+2011]chair"),
        ("é", "e\u{301}", "e[U+0301]"),
        ("Å", "\u{212B}", "[U+212B]"),
        ("میروم", "می\u{200C}روم", "می[U+200C]روم"),
        ("Oslo", "\u{39F}sl\u{585}", "[U+039F]sl[U+0585]"),
    ] {
        assert!(look_alike(one, other) && look_alike(other, one), "{other}");
        assert_eq!(spelled_out(other), spelled);
        assert_ne!(spelled_out(one), spelled);
    }
    for (one, other) in [
        ("more", "more"),
        ("more", "moor"),
        ("a b", "ab"),
        ("к", "k"),
    ] {
        assert!(!look_alike(one, other), "{one} {other}");
    }
}

/// The characters that are named, as a message names them.
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = oddities(text).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn odd_characters_are_named() {
    check("plain", &[]);
    check("ann\u{200B}", &["U+200B ZERO WIDTH SPACE"]);
    check("\u{202E}x", &["U+202E RIGHT-TO-LEFT OVERRIDE"]);
    check("\u{430}nn", &["U+0430 CYRILLIC, which looks like a"]);
    check("Not m\u{43E}re", &["U+043E CYRILLIC, which looks like o"]);
    check("\u{391}nn \u{581}", &["U+0391 GREEK, which looks like A"]);
    check("д\u{6F}м", &["U+006F LATIN"]);
    check("a\u{E0041}", &["U+E0041"]);
    // Words of one alphabet, and words that mix what nobody takes for anything else.
    for fine in [
        "дом",
        "οδός",
        "Δt",
        "SMSка",
        "IPадрес",
        "10 км",
        "Ürümqi",
        "Ղ",
    ] {
        check(fine, &[]);
    }
    let names = |text| {
        oddities_of_name(text)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(names("no_deal:\u{A0}1"), ["U+00A0 NO-BREAK SPACE"]);
    assert_eq!(names("a b"), [""; 0]);
}

#[test]
fn two_writings_of_a_word_are_one() {
    for (one, other) in [
        ("änn", "a\u{308}nn"),
        ("Å", "\u{212B}"),
        ("한", "\u{1112}\u{1161}\u{11AB}"),
        ("ệ", "e\u{323}\u{302}"),
    ] {
        assert_eq!(composed(other), one);
        assert_eq!(composed(one), one);
    }
}
