//! The same acts on the command line and on the desk: the same verdict, the same words, and the same
//! readers where nobody says who may see them.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::browser::Desk;
use crate::run::{SELLA, command, folder, scratch};

/// Acts with what comes of them: who may see them, or what is wrong. Fields are `key=value` with `_`
/// for a blank in a value; `point.X` is the option that an offer says of the point.
const ACTS: &[(&str, Result<&str, &[&str]>)] = &[
    ("offer by=orvane point.ceasefire=c2", Ok("public")),
    (
        "offer by=lethia point.territory=t3 visibility=mediator",
        Ok("mediator"),
    ),
    (
        "offer by=lethia point.territory=t2 visibility=sealed",
        Ok("sealed"),
    ),
    (
        "offer by=orvane point.line=l2 point.plant=n1 date=2031-03-10",
        Ok("public"),
    ),
    ("offer by=orvane point.line=l2 note=for_you", Ok("public")),
    (
        "offer by=orvan point.ceasefire=c2",
        Err(&["`orvan` is no party"]),
    ),
    (
        "offer by=nobody point.ceasefire=c9",
        Err(&["`nobody` is no party"]),
    ),
    (
        "offer by=orvane point.ceasefire=c9",
        Err(&["`c9` is no option of `ceasefire`"]),
    ),
    (
        "offer by=orvane point.ceasefir=c2",
        Err(&["`ceasefir` is no point"]),
    ),
    (
        "offer by=orvane point.ceasefire=c9 point.plant=n9",
        Err(&[
            "`c9` is no option of `ceasefire`",
            "`n9` is no option of `plant`",
        ]),
    ),
    (
        "offer by=orvane point.ceasefire=c1 point.ceasefire=c2",
        Err(&["`ceasefire` is settled twice"]),
    ),
    ("offer by=compact point.ceasefire=c1", Ok("public")),
    ("draft version=SNT-6", Ok("public")),
    ("draft version=SNT-7 visibility=mediator", Ok("mediator")),
    (
        "draft version=SNT-6",
        Err(&["there is a version `SNT-6` already"]),
    ),
    (
        "draft version=SNT-5",
        Err(&["there is a version `SNT-5` already"]),
    ),
    (
        "draft version=working",
        Err(&["there is a version `working` already"]),
    ),
    (
        "draft version=two_words",
        Err(&["`two words` cannot name a version"]),
    ),
    (
        "draft version=x\"<b>",
        Err(&["`x\"<b>` cannot name a version"]),
    ),
    ("draft version=ü.1/a-b", Ok("public")),
    (
        "answer by=lethia version=SNT-6 clause=line reply=accept",
        Ok("public"),
    ),
    (
        "answer by=lethia version=SNT-6 clause=plant reply=accept-if words=Meridia_runs_it",
        Ok("public"),
    ),
    (
        "answer by=orvane version=SNT-6 clause=plant reply=refuse visibility=mediator",
        Ok("mediator"),
    ),
    (
        "answer by=orvane version=SNT-6 clause=line reply=bracket words=not_yet",
        Ok("public"),
    ),
    (
        "answer by=mediator version=SNT-6 clause=line reply=accept",
        Err(&["the mediator answers no clauses"]),
    ),
    (
        "answer by=lethi version=SNT6 clause=force reply=accept",
        Err(&[
            "`lethi` is no party",
            "`SNT6` is no version",
            "`force` is no clause",
        ]),
    ),
    (
        "answer by=lethia version=SNT-6 clause=force reply=accept",
        Err(&["`force` is no clause of the version"]),
    ),
    (
        "answer by=lethia version=working clause=line reply=accept",
        Err(&["`working` is no version"]),
    ),
    (
        "answer by=party:lethia version=SNT-6 clause=line reply=refuse",
        Ok("public"),
    ),
    (
        "wording by=mediator clause=plant text=Both_run_it.",
        Ok("mediator"),
    ),
    (
        "wording by=mediator clause=plant text=All. visibility=public",
        Ok("public"),
    ),
    (
        "wording by=lethia clause=plant text=We_run_it.",
        Ok("public"),
    ),
    (
        "wording by=lethia clause=plant option=n2 text=We_run_it.",
        Ok("public"),
    ),
    (
        "wording by=lethia clause=plant option=n9 text=We_run_it.",
        Err(&["`n9` is no option of `plant`"]),
    ),
    (
        "wording by=lethia clause=dam text=We_run_it.",
        Err(&["`dam` is no clause"]),
    ),
    (
        "wording by=nobody clause=dam text=We_run_it.",
        Err(&["`nobody` is no party", "`dam` is no clause"]),
    ),
    ("wording by=lethia clause=plant", Ok("public")),
    (
        "wording by=lethia clause=plant",
        Err(&["`lethia` has proposed no words for it"]),
    ),
    (
        "wording by=orvane clause=plant",
        Err(&["`orvane` has proposed no words for it"]),
    ),
    (
        "wording by=mediator clause=line",
        Err(&["`mediator` has proposed no words for it"]),
    ),
    ("wording by=orvane clause=dam", Err(&["`dam` is no clause"])),
    (
        "clause id=aims place=preamble title=Aims text=Peace.",
        Ok("public"),
    ),
    (
        "clause id=last place=annex title=Annex text=A_map.",
        Ok("public"),
    ),
    (
        "clause id=fleet place=after:plant title=Fleet text=None.",
        Ok("public"),
    ),
    (
        "clause id=fleet place=after:fleet title=Fleet text=None.",
        Err(&["`fleet` is no point"]),
    ),
    (
        "clause id=plant place=preamble title=Plant text=None.",
        Err(&["`plant` is a point, and has its clause"]),
    ),
    (
        "clause id=x\"<b> place=preamble title=X text=None.",
        Err(&["`x\"<b>` cannot name a clause"]),
    ),
    (
        "clause id=two_words place=preamble title=X text=None.",
        Err(&["`two words` cannot name a clause"]),
    ),
    (
        "clause id=odd place=preamble title=_ text=None.",
        Err(&["the clause needs a title"]),
    ),
    (
        "clause id=a;b place=after:x title=_ text=None.",
        Err(&[
            "`a;b` cannot name a clause",
            "`x` is no point",
            "the clause needs a title",
        ]),
    ),
    (
        "wording by=orvane clause=aims text=Lasting_peace.",
        Ok("public"),
    ),
    (
        "wording by=orvane clause=aims option=n1 text=Lasting_peace.",
        Err(&["`aims` carries no option"]),
    ),
    (
        "wording by=mediator clause=aims text=Lasting_peace.",
        Ok("mediator"),
    ),
    ("clause id=aims place=preamble title=Aims", Ok("public")),
    (
        "clause id=never place=preamble title=X",
        Err(&["`never` is no clause without options"]),
    ),
    (
        "answer by=lethia version=SNT-6 clause=aims reply=accept",
        Err(&["`aims` is no clause of the version"]),
    ),
    ("draft version=SNT-8", Ok("public")),
    (
        "answer by=orvane version=SNT-8 clause=fleet reply=accept",
        Ok("public"),
    ),
    (
        "offer by=mediator point.ceasefire=c1",
        Err(&["the mediator makes no offers"]),
    ),
    ("draft version=SNT-9 mode=chair offer=1", Ok("public")),
];

type Fields = Vec<(String, String)>;

fn fields(act: &str) -> (String, Fields) {
    let mut words = act.split(' ');
    let kind = words.next().unwrap().to_owned();
    let pair = |word: &str| {
        let (key, value) = word.split_once('=').unwrap();
        (key.to_owned(), value.replace('_', " "))
    };
    (kind, words.map(pair).collect())
}

/// What the command line says of an act: nothing where it is written.
fn on_command_line(case: &Path, kind: &str, fields: &Fields) -> Option<String> {
    let mut args: Vec<String> = match kind {
        "offer" => vec!["offer".to_owned(), "add".to_owned()],
        other => vec!["text".to_owned(), other.to_owned()],
    };
    args.push("talks.yaml".to_owned());
    let mut has_text = false;
    for (key, value) in fields {
        let condition = fields.iter().find(|(key, _)| key == "words");
        match (key.as_str(), value.as_str()) {
            ("reply", "accept-if") => {
                args.extend(["--accept-if".to_owned(), condition.unwrap().1.clone()]);
            }
            ("reply", reply) => args.push(format!("--{reply}")),
            ("words", _) if fields.iter().any(|(_, value)| value == "accept-if") => {}
            (key, value) => match key.strip_prefix("point.") {
                Some(point) => args.extend(["--set".to_owned(), format!("{point}={value}")]),
                None => args.push(format!("--{key}={value}")),
            },
        }
        has_text |= key == "text";
    }
    match kind {
        "wording" if !has_text => args.push("--take-back".to_owned()),
        "clause" if !has_text => args.push("--remove".to_owned()),
        _ => {}
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ran = command(&args)
        .current_dir(case.parent().unwrap())
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stderr).unwrap();
    match ran.status.code() {
        Some(0) => None,
        Some(2) => Some(said.split_whitespace().collect::<Vec<&str>>().join(" ")),
        other => panic!("{args:?}: {other:?} {said}"),
    }
}

/// What the desk says of an act: nothing where it is written.
fn on_desk(desk: &Desk, kind: &str, fields: &Fields) -> Option<String> {
    let mut sent = fields.clone();
    let path = match kind {
        "offer" => "offer",
        other => {
            sent.push(("what".to_owned(), other.to_owned()));
            "text"
        }
    };
    let body: Vec<String> = sent
        .iter()
        .map(|(key, value)| format!("{}={}", escaped(key), escaped(value)))
        .collect();
    let answer = desk.ask(&format!("POST /v/mediator/{path}"), &body.join("&"));
    let status = answer.split(' ').nth(1).unwrap();
    match status {
        "303" => None,
        "200" => Some(problems(&answer)),
        other => panic!("{kind} {fields:?}: {other} {answer}"),
    }
}

fn escaped(text: &str) -> String {
    let byte = |byte: &u8| match byte {
        b if b.is_ascii_alphanumeric() || b"-._".contains(b) => char::from(*b).to_string(),
        b => format!("%{b:02X}"),
    };
    text.as_bytes().iter().map(byte).collect()
}

/// The problems that a page lists, in words.
fn problems(page: &str) -> String {
    let (_, rest) = page.split_once("Nothing was written down:").unwrap();
    let (list, _) = rest.split_once("</ul>").unwrap();
    let mut text = String::new();
    for piece in list.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        text.push(' ');
    }
    let text = text
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&");
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The acts of a journal, without what differs from writing to writing.
fn journal(case: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(case.with_file_name("talks.yaml.journal"));
    let lines = text.unwrap_or_default();
    let line = |line: &str| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        let fields = line.as_object_mut().unwrap();
        for key in ["at", "before", "hash"] {
            fields.remove(key);
        }
        line
    };
    lines.lines().map(line).collect()
}

fn sella(name: &str) -> PathBuf {
    let path = scratch(name).join("talks.yaml");
    std::fs::copy(folder().join(SELLA), &path).unwrap();
    path
}

#[test]
fn acts_are_judged_alike() {
    let [typed, sent] = ["acts-typed", "acts-sent"].map(sella);
    let desk = Desk::open(&sent);
    for (act, expected) in ACTS {
        let (kind, fields) = fields(act);
        let before = journal(&typed).len();
        let said = [
            on_command_line(&typed, &kind, &fields),
            on_desk(&desk, &kind, &fields),
        ];
        let journals = [journal(&typed), journal(&sent)];
        for (said, journal) in said.iter().zip(&journals) {
            match (said, expected) {
                (None, Ok(readers)) => {
                    assert_eq!(journal.len(), before + 1, "{act}");
                    assert_eq!(journal[before]["visibility"], *readers, "{act}");
                }
                (Some(text), Err(messages)) => {
                    assert_eq!(journal.len(), before, "{act}");
                    for message in *messages {
                        assert!(text.contains(message), "{act}: {message}: {text}");
                    }
                }
                (said, expected) => panic!("{act}: {expected:?}, not {said:?}"),
            }
        }
        assert_eq!(journals[0], journals[1], "{act}");
    }
    assert_eq!(ACTS.len(), 60);
}
