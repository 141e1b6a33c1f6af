//! Domain and profiles chosen among the files of a folder.

use winset_model::formats::{Chosen, Peers, RefusedFile, ScenarioOptions, peers};

fn domain(issue: &str) -> String {
    format!(
        r#"<negotiation_template><objective name="d"><issue index="1" name="{issue}"><item value="u"/><item value="v"/></issue></objective></negotiation_template>"#
    )
}

fn profile(issue: &str) -> String {
    format!(
        r#"<utility_space><objective><issue index="1" name="{issue}"><item value="u" evaluation="1"/><item value="v" evaluation="2"/></issue><weight index="1" value="1"/></objective></utility_space>"#
    )
}

fn chosen(
    files: &[(&str, String)],
    domain: Option<&str>,
    profiles: &[&str],
) -> Result<Peers, Vec<RefusedFile>> {
    let lent: Vec<(&str, &[u8])> = files.iter().map(|(n, t)| (*n, t.as_bytes())).collect();
    let options = ScenarioOptions {
        chosen: Chosen {
            domain: domain.map(str::to_owned),
            profiles: profiles.iter().map(|name| (*name).to_owned()).collect(),
        },
        ..ScenarioOptions::default()
    };
    peers(&lent, &options)
}

fn parties(peers: &Peers) -> Vec<&str> {
    peers.profiles.iter().map(|p| p.name.as_str()).collect()
}

fn folder() -> Vec<(&'static str, String)> {
    vec![
        ("A.xml", domain("x")),
        ("A-1.xml", profile("x")),
        ("A-2.xml", profile("x")),
        ("B.xml", domain("y")),
        ("B-1.xml", profile("y")),
        ("broken.xml", "<utility_space><objective>".to_owned()),
        ("broken.json", "{".to_owned()),
    ]
}

#[test]
fn chosen_files_make_the_scenario_and_broken_ones_stand_in_nobodys_way() {
    let read = chosen(&folder(), Some("A.xml"), &["A-2.xml", "A-1.xml"]).unwrap();
    assert_eq!(
        (read.name.as_str(), parties(&read)),
        ("A", vec!["A-2", "A-1"])
    );
    let read = chosen(&folder(), Some("B.xml"), &["B-1.xml"]).unwrap();
    assert_eq!((read.name.as_str(), parties(&read)), ("B", vec!["B-1"]));
}

#[test]
fn a_domain_takes_the_profiles_that_fit_it() {
    let mut files = folder();
    files.truncate(5);
    let read = chosen(&files, Some("A.xml"), &[]).unwrap();
    assert_eq!(parties(&read), ["A-1", "A-2"]);
    assert_eq!(read.remarks.len(), 1, "{:?}", read.remarks);
    assert!(read.remarks[0].what.contains("another domain"));
}

#[test]
fn two_of_more_profiles_than_a_case_has_parties_are_chosen() {
    let names: Vec<String> = (0..80).map(|n| format!("p{n:02}.xml")).collect();
    let mut files: Vec<(&str, String)> = names.iter().map(|n| (n.as_str(), profile("x"))).collect();
    files.push(("d.xml", domain("x")));
    assert!(chosen(&files, None, &[]).is_err());
    let read = chosen(&files, None, &["p07.xml", "p79.xml"]).unwrap();
    assert_eq!(parties(&read), ["p07", "p79"]);
}

#[test]
fn what_cannot_be_chosen_is_told() {
    let check = |files: &[(&str, String)], domain, profiles: &[&str], said: &str| {
        let refused = chosen(files, domain, profiles).unwrap_err();
        let told = format!("{refused:?}");
        assert!(told.contains(said), "{told} without {said}");
    };
    let files = folder();
    check(&files, None, &["A-1.xml"], "A.xml, B.xml");
    check(&files, Some("C.xml"), &[], "the folder has no file `C.xml`");
    check(
        &files,
        None,
        &["A-3.xml"],
        "the folder has no file `A-3.xml`",
    );
    check(
        &files,
        Some("A.xml"),
        &["A.xml"],
        "A-1.xml, A-2.xml, B-1.xml",
    );
    check(
        &files,
        Some("A-1.xml"),
        &["A-1.xml"],
        "no domain of the profiles",
    );
    check(
        &files,
        Some("A.xml"),
        &["B-1.xml"],
        "not what the domain calls issue 1",
    );
    check(&files, Some("A.xml"), &["broken.xml"], "is not closed");
    check(&files, Some("A.xml"), &["broken.json"], "Syntax");
}
