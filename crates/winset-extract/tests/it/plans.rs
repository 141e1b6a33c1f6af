//! Meetings and proposals, in many wordings.

use winset_extract::{
    CivilDate, MeetingStatus as Status, ProposalKind as Kind, ReportOptions, ReportReading,
    read_report,
};

/// A text of Tuesday, 20 May 2031.
fn read(text: &str) -> ReportReading {
    read_report(
        text,
        &ReportOptions {
            report_date: CivilDate::parse("2031-05-20"),
            ..ReportOptions::default()
        },
    )
}

/// Everybody who met, and what became of it.
fn check_meetings(cases: &[(&str, &[&str], Option<Status>)]) {
    let mut wrong = Vec::new();
    for (text, names, status) in cases {
        let reading = read(text);
        let found: Vec<(Vec<&str>, Status)> = reading
            .meetings
            .iter()
            .map(|m| {
                (
                    m.who.iter().chain(&m.whom).map(String::as_str).collect(),
                    m.status,
                )
            })
            .collect();
        let expected: Vec<(Vec<&str>, Status)> = status
            .iter()
            .map(|status| (names.to_vec(), *status))
            .collect();
        if found != expected {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The words and the kind of each proposal.
fn check_proposals(cases: &[(&str, &[(&str, Kind)])]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let reading = read(text);
        let found: Vec<(&str, Kind)> = reading
            .proposals
            .iter()
            .map(|p| (p.text.as_str(), p.answer))
            .collect();
        if found != *expected {
            wrong.push(format!("{text}\n    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn meetings_that_were_held() {
    let held = Some(Status::Held);
    check_meetings(&[
        (
            "Mr Ivo Brandt met Mrs Ida Holm in Halden on Monday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "Mr Ivo Brandt held three hours of talks with Mrs Ida Holm on Monday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "Mr Ivo Brandt sat down with the mayor on Monday.",
            &["Mr Ivo Brandt", "the mayor"],
            held,
        ),
        (
            "Mr Ivo Brandt received a delegation of elders on Monday.",
            &["Mr Ivo Brandt", "a delegation of elders"],
            held,
        ),
        (
            "Mr Ivo Brandt was received by Mrs Ida Holm on Monday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "Mr Ivo Brandt called on the mayor, Mrs Ida Holm, on Monday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "Mr Ivo Brandt and Mrs Ida Holm dined together on Monday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "Mr Ivo Brandt and Mrs Ida Holm wrote letters. The two men met on Monday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "A second round of talks took place on Monday. Mr Ivo Brandt and Mrs Ida Holm attended.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            held,
        ),
        (
            "Talks between the miners and the ministry broke up on Monday.",
            &["the miners", "the ministry"],
            held,
        ),
    ]);
}

#[test]
fn meetings_that_are_to_come_or_were_called_off() {
    let (planned, cancelled) = (Some(Status::Planned), Some(Status::Cancelled));
    let denied = Some(Status::Denied);
    check_meetings(&[
        (
            "Mr Ivo Brandt will meet Mrs Ida Holm on Friday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            planned,
        ),
        (
            "Mr Ivo Brandt is due to meet Mrs Ida Holm on Friday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            planned,
        ),
        (
            "Mr Ivo Brandt hopes to meet Mrs Ida Holm on Friday.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            planned,
        ),
        (
            "Mr Ivo Brandt flew to Halden for talks with Mrs Ida Holm.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            planned,
        ),
        (
            "Mr Ivo Brandt flew to Halden to meet Mrs Ida Holm.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            planned,
        ),
        (
            "Premier Ida Holm is to travel to Halden next week.",
            &["Premier Ida Holm"],
            planned,
        ),
        (
            "The talks between the miners and the ministry will resume on Friday.",
            &["the miners", "the ministry"],
            planned,
        ),
        (
            "A meeting between the miners and the ministry has been called off.",
            &["the miners", "the ministry"],
            cancelled,
        ),
        (
            "A visit by Mrs Ida Holm, planned for Friday, was scrapped.",
            &["Mrs Ida Holm"],
            cancelled,
        ),
        (
            "A session with Mrs Ida Holm foreseen for Friday was dropped.",
            &["Mrs Ida Holm"],
            cancelled,
        ),
        (
            "Mr Ivo Brandt denied that he had met Mrs Ida Holm.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            denied,
        ),
        (
            "Reports that Mr Ivo Brandt met Mrs Ida Holm on Monday are untrue.",
            &["Mr Ivo Brandt", "Mrs Ida Holm"],
            denied,
        ),
    ]);
}

#[test]
fn what_is_no_meeting() {
    check_meetings(&[
        ("The plan was met with silence on Monday.", &[], None),
        (
            "The captains were met by a brass band on Monday.",
            &[],
            None,
        ),
        ("Both sides met the deadline on Friday.", &[], None),
        (
            "Mr Ivo Brandt called on both sides to stop shooting.",
            &[],
            None,
        ),
        ("The mayor held a press conference on Monday.", &[], None),
        ("Mr Ivo Brandt and Mrs Ida Holm have not met.", &[], None),
    ]);
}

#[test]
fn what_is_proposed() {
    let offer = Kind::Proposal;
    check_proposals(&[
        (
            "The mayor offered to open the road for ten days.",
            &[("open the road for ten days", offer)],
        ),
        (
            "The mayor offered on Friday to open the road.",
            &[("open the road", offer)],
        ),
        (
            "The mayor proposed that the road be opened.",
            &[("the road be opened", offer)],
        ),
        (
            "The mayor proposed a pause of ten days.",
            &[("a pause of ten days", offer)],
        ),
        (
            "The mayor demanded the return of nine boats and that nobody be charged.",
            &[("the return of nine boats", offer)],
        ),
        (
            "The mayor called for an end to the siege.",
            &[("an end to the siege", offer)],
        ),
        (
            "The mayor called on both sides to lift the siege.",
            &[("lift the siege", offer)],
        ),
        (
            "The mayor urged them to accept a pause.",
            &[("accept a pause", offer)],
        ),
        (
            "The mayor wants the ministry to withdraw its guns.",
            &[("withdraw its guns", offer)],
        ),
        (
            "The mayor is ready to free nine men.",
            &[("free nine men", offer)],
        ),
        (
            "Halden would open the road if the army withdrew, the mayor said.",
            &[("Halden would open the road if the army withdrew", offer)],
        ),
        (
            "We propose:\n1. That the road be opened.\n2. That the lists be exchanged.\nWe thank you.",
            &[
                ("the road be opened", offer),
                ("the lists be exchanged", offer),
            ],
        ),
        (
            "The mayor made two suggestions:\n– that the road be opened;\n– that the lists be exchanged.",
            &[
                ("the road be opened", offer),
                ("the lists be exchanged", offer),
            ],
        ),
        ("The mayor suggested that the road was shut by ice.", &[]),
        ("The mayor asked to leave the room.", &[]),
        ("The driver asked not to be named.", &[]),
        ("We ask donors to send stoves.", &[]),
        ("She asked us to say only this.", &[]),
    ]);
}

#[test]
fn what_is_answered() {
    let (no, yes) = (Kind::Refusal, Kind::Acceptance);
    check_proposals(&[
        (
            "The militia rejected the offer within hours.",
            &[("The militia rejected the offer within hours", no)],
        ),
        (
            "The militia turned it down.",
            &[("The militia turned it down", no)],
        ),
        (
            "The militia ruled out a pause.",
            &[("The militia ruled out a pause", no)],
        ),
        (
            "The request was refused on Monday.",
            &[("The request was refused on Monday", no)],
        ),
        ("That was rejected.", &[("That was rejected", no)]),
        (
            "The demand was turned down by the council.",
            &[("The demand was turned down by the council", no)],
        ),
        (
            "We cannot accept the draft.",
            &[("We cannot accept the draft", no)],
        ),
        (
            "The militia would not sign the accord.",
            &[("The militia would not sign the accord", no)],
        ),
        (
            "The militia accepted the plan in principle.",
            &[("The militia accepted the plan in principle", yes)],
        ),
        (
            "The army quietly agreed to pay the dues.",
            &[("The army quietly agreed to pay the dues", yes)],
        ),
        (
            "Both sides undertook to move their guns.",
            &[("Both sides undertook to move their guns", yes)],
        ),
        (
            "The council took it up at once.",
            &[("The council took it up at once", yes)],
        ),
        ("The militia rejected the accusation.", &[]),
        ("The mayor dismissed it as a bedtime story.", &[]),
        ("The mayor declined to comment.", &[]),
        ("The mayor refused to say who had called.", &[]),
        ("Not all agree with the mayor.", &[]),
        ("They did not agree on fuel.", &[]),
        ("Neither side has accepted responsibility.", &[]),
        ("The army could agree to free the men.", &[]),
    ]);
}
