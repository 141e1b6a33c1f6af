//! Files that are not as their format has them, and that their programs read: what is read, by hand,
//! and what is remarked.

use winset_model::formats::peer::{PeerFormat, RealSteps, Semantics};
use winset_model::formats::worth::worth;
use winset_model::formats::{Peers, ScenarioOptions, peers};

use super::{big, utilities};

const DOMAIN: &str = r#"<negotiation_template><utility_space><objective index="0" name="Barn">
<issue index="1" name="size"><item value="big"/><item value="small"/></issue>
</objective></utility_space></negotiation_template>"#;
const PROFILE: &str = r#"<utility_space><objective index="0" name="Barn">
<weight index="1" value="1"/>
<issue index="1" name="size"><item value="big" evaluation="4"/><item value="small" evaluation="2"/></issue>
</objective><discount_factor value="1.0"/><reservation value="0.3"/></utility_space>"#;

fn read(files: &[(&str, &[u8])], real_steps: Option<RealSteps>) -> Peers {
    let options = ScenarioOptions {
        real_steps,
        ..ScenarioOptions::default()
    };
    peers(files, &options).unwrap_or_else(|refused| panic!("{refused:#?}"))
}

/// Reads the files, and compares what the first party has and what is remarked, each in part.
fn check(files: &[(&str, &[u8])], expected: &[&str], remarks: &[&str]) {
    let peers = read(files, None);
    let semantics = match peers.format {
        PeerFormat::Genius => Semantics::Genius,
        _ => Semantics::Raw,
    };
    let worth = worth(&peers.domain, &peers.profiles[0], peers.format, semantics).unwrap();
    let expected: Vec<_> = expected.iter().map(|text| big(text)).collect();
    assert_eq!(utilities(&worth), expected);
    let told: Vec<String> = peers.remarks.iter().map(|r| r.what.clone()).collect();
    assert_eq!(told.len(), remarks.len(), "{told:#?}");
    for (told, part) in told.iter().zip(remarks) {
        assert!(told.contains(part), "{told} without {part}");
    }
}

/// A GENIUS profile that says the same as the one above, with something changed.
fn profile(from: &str, to: &str, expected: &[&str], remarks: &[&str]) {
    assert!(PROFILE.contains(from), "{from}");
    let changed = PROFILE.replacen(from, to, 1);
    check(
        &[("d.xml", DOMAIN.as_bytes()), ("p.xml", changed.as_bytes())],
        expected,
        remarks,
    );
}

#[test]
fn elements_of_other_editions_of_genius_are_left_out() {
    let same = ["1", "1/2"];
    profile(
        "<reservation",
        "<comparisons>20</comparisons><errors>0</errors><elicitation_cost>0.1</elicitation_cost><fixed_seed>true</fixed_seed><experimental>false</experimental><reservation",
        &same,
        &["uncertain one of GENIUS 10"],
    );
    profile(
        "<reservation",
        "<uncertainty/><reservation",
        &same,
        &["`uncertainty` has no meaning"],
    );
    profile(
        "<issue",
        r#"<meta author="x"><y/></meta><issue"#,
        &same,
        &["`meta` has no meaning"],
    );
    profile(
        r#"evaluation="4""#,
        r#"evaluation="4" colour="red""#,
        &same,
        &[],
    );
    let discounted = DOMAIN.replace(
        "</utility_space>",
        r#"<discount_factor value="0.5"/><reservation value="1"/></utility_space>"#,
    );
    check(
        &[
            ("d.xml", discounted.as_bytes()),
            ("p.xml", PROFILE.as_bytes()),
        ],
        &same,
        &[
            "`discount_factor` has no meaning",
            "`reservation` has no meaning",
        ],
    );
}

#[test]
fn of_what_is_said_twice_the_last_counts() {
    profile(
        r#"<item value="big" evaluation="4"/>"#,
        r#"<item value="big" evaluation="0"/><item value="big" evaluation="4"/>"#,
        &["1", "1/2"],
        &["line 3: the value `big` is evaluated twice"],
    );
    profile(
        r#"<weight index="1" value="1"/>"#,
        r#"<weight index="1" value="1"/><weight index="1" value="0.5"/>"#,
        &["1/2", "1/4"],
        &["second weight"],
    );
    profile(
        "<issue",
        r#"<issue index="1" name="size"><item value="big" evaluation="1"/><item value="small" evaluation="9"/></issue><issue"#,
        &["1", "1/2"],
        &["in the profile twice"],
    );
    profile(
        "<reservation",
        r#"<reservation value="0.3"/><reservation"#,
        &["1", "1/2"],
        &["always says the same"],
    );
    let twice = DOMAIN.replace(
        r#"<item value="small"/>"#,
        r#"<item value="small"/><item value="big"/>"#,
    );
    check(
        &[("d.xml", twice.as_bytes()), ("p.xml", PROFILE.as_bytes())],
        &["1", "1/2"],
        &["`big` is listed twice, and counts once"],
    );
    let negolog = br#"{"reservationValue": 0, "issueWeights": {"x": 0.5, "x": 1}, "issues": {"x": {"p": 0, "q": 1, "p": 0.25}}}"#;
    check(
        &[("p.json", negolog)],
        &["0.25", "1"],
        &["\"x\" occurs twice", "\"p\" occurs twice"],
    );
    let space = b"type: CartesianOutcomeSpace\nissues:\n- {name: x, type: CategoricalIssue, values: [a, b, a]}\n";
    let function = b"type: LinearAdditiveUtilityFunction\nreserved_value: 0\nvalues:\n- type: TableFun\n  mapping: {a: 0.5, b: 2, a: 1}\n";
    check(
        &[("d.yml", space), ("u.yml", function)],
        &["1", "2"],
        &["`a` is listed twice", "\"a\" occurs twice"],
    );
}

#[test]
fn xml_is_read_as_genius_takes_it() {
    let told = "not well-formed XML";
    profile(
        "<utility_space>",
        "<!-- by hand --><?xml version='1.0'?><utility_space>",
        &["1", "1/2"],
        &[told],
    );
    profile(
        "<utility_space>",
        "<!DOCTYPE utility_space SYSTEM 'x.dtd'>\n<utility_space>",
        &["1", "1/2"],
        &[],
    );
    profile(
        r#"<weight index="1" value="1"/>"#,
        "<weight index=1 value=1 />",
        &["1", "1/2"],
        &["(the first of 2 places)"],
    );
    profile(
        "</utility_space>",
        "</utility_space>\n</objective>",
        &["1", "1/2"],
        &[told],
    );
}

#[test]
fn names_with_bare_signs_and_in_other_encodings_are_the_same_names() {
    let head = "<?xml version=\"1.0\" encoding=\"";
    let of = |text: &str, name: &str, encoding: &str| {
        format!("{head}{encoding}\"?>{}", text.replace("big", name))
    };
    let latin = |text: String| -> Vec<u8> {
        text.chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect()
    };
    let wide =
        |text: String| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let (domain, profile) = (
        of(DOMAIN, "Île", "iso-8859-1"),
        of(PROFILE, "Île", "utf-16"),
    );
    check(
        &[("d.xml", &latin(domain)), ("p.xml", &wide(profile))],
        &["1", "1/2"],
        &[],
    );
    let (domain, profile) = (
        of(DOMAIN, "Île", "utf-8"),
        of(PROFILE, "Île", "windows-1252"),
    );
    check(
        &[("d.xml", &latin(domain)), ("p.xml", &latin(profile))],
        &["1", "1/2"],
        &["not UTF-8, and is read as Windows-1252"],
    );
    let (domain, profile) = (
        of(DOMAIN, "A &amp; B", "utf-8"),
        of(PROFILE, "A & B", "utf-8"),
    );
    check(
        &[("d.xml", domain.as_bytes()), ("p.xml", profile.as_bytes())],
        &["1", "1/2"],
        &["not well-formed XML"],
    );
}

#[test]
fn the_python_edition_of_geniusweb_has_its_own_words() {
    let domain = br#"{"name": "d", "issuesValues": {"x": {"values": ["a", "b"]}, "n": {"range": {"low": 0, "high": 2, "step": 1}}}}"#;
    let profile = br#"{"LinearAdditiveUtilitySpace": {"name": "p", "issueWeights": {"x": 0.5, "n": 0.5}, "issueUtilities": {
        "x": {"DiscreteValueSetUtilities": {"valueUtilities": {"a": 1, "b": 0}}},
        "n": {"NumberValueSetUtilities": {"lowValue": 0, "lowUtility": 0, "highValue": 2, "highUtility": 1}}}}}"#;
    check(
        &[("d.json", domain), ("p.json", profile)],
        &["1/2", "0", "3/4", "1/4", "1", "1/2"],
        &[],
    );
    let groups = br#"{"SumOfGroupsUtilitySpace": {"name": "p", "partUtilities": {"g": {"PartsUtilities": {
        "issues": ["x", "n"], "utilslist": [{"values": ["a", "0"], "util": 0.25}, {"values": ["b", "2"], "util": 1}]}}}}}"#;
    check(
        &[("d.json", domain), ("p.json", groups)],
        &["1/4", "0", "0", "0", "0", "1"],
        &[],
    );
}

#[test]
fn negmas_sums_numbers_times_weights() {
    let space = b"type: DiscreteCartesianOutcomeSpace\nissues:\n- {name: price, type: ContiguousIssue, values: [-2, 0]}\n- {name: days, type: OrdinalIssue, values: [1, 3]}\n";
    // 0.5 + 0.1 price + 0.2 days.
    let expected = ["0.5", "0.6", "0.7", "0.9", "1.0", "1.1"];
    for function in [
        "type: AffineUtilityFunction\nbias: 0.5\nweights: [0.1, 0.2]\n",
        "type: negmas.preferences.AffineUtilityFunction\nbias: 0.5\nweights: {days: 0.2, price: 0.1}\n",
    ] {
        check(
            &[("d.yml", space), ("u.yml", function.as_bytes())],
            &expected,
            &[],
        );
    }
    let linear = b"type: LinearUtilityFunction\nweights: [1, 10]\nreserved_value: 0\n";
    check(
        &[("d.yml", space), ("u.yml", linear)],
        &["8", "9", "10", "28", "29", "30"],
        &[],
    );
    let wrapped = b"type: ExpDiscountedUFun\ndiscount: 0.9\nufun: {type: LinearUtilityFunction, weights: [1, 1]}\n";
    check(
        &[("d.yml", space), ("u.yml", wrapped)],
        &["-1", "0", "1", "1", "2", "3"],
        &[],
    );
}

#[test]
fn real_issues_are_taken_in_a_number_of_steps() {
    let numbers = |file: &str, text: &str, count: u32| {
        let profile = match file {
            "d.xml" => (
                "p.xml",
                r#"<utility_space><objective><issue index="1" name="x" type="real" lowerbound="13000" upperbound="22666"><evaluator ftype="linear" offset="0" slope="0.0001"/></issue><weight index="1" value="1"/></objective></utility_space>"#,
            ),
            _ => ("u.yml", "type: LinearUtilityFunction\nweights: [1]\n"),
        };
        let peers = read(
            &[(file, text.as_bytes()), (profile.0, profile.1.as_bytes())],
            Some(RealSteps::Count(count)),
        );
        let values = peers.domain.issues[0].values.iter();
        values.map(|value| value.name.clone()).collect::<Vec<_>>()
    };
    let genius = r#"<negotiation_template><objective><issue index="1" name="x" type="real" lowerbound="13000" upperbound="22666"/></objective></negotiation_template>"#;
    assert_eq!(
        numbers("d.xml", genius, 4),
        ["13000", "15416.5", "17833", "20249.5", "22666"]
    );
    let negmas = |bounds: &str| {
        format!(
            "type: CartesianOutcomeSpace\nissues:\n- {{name: x, type: ContinuousIssue, values: {bounds}}}\n"
        )
    };
    assert_eq!(
        numbers("d.yml", &negmas("[0, 1]"), 3),
        ["0", "1/3", "2/3", "1"]
    );
    assert_eq!(numbers("d.yml", &negmas("[0.5, 0.5]"), 3), ["0.5"]);
}
