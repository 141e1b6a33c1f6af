//! Every route of a desk, with what pages and hostile readers ask of it.
//!
//! Whoever adds a page adds its line here: the tests of what audiences are shown, of who may ask,
//! and of hostile requests go through this table.

use winset_gen::discreet;
use winset_model::audience::Audience;
use winset_server::http::Limits;

use crate::cases::{self, Folder, Kept, write};
use crate::desk::Desk;
use crate::http;
use crate::names::Names;
use crate::record_asks::{choices, reports};

/// A route below `/v/AUDIENCE`.
pub(crate) struct Route {
    /// As the router has it.
    pub(crate) path: &'static str,
    /// What is asked: the address after that of the view, with its query.
    pub(crate) asks: fn(&Names) -> Vec<String>,
    /// The forms that it takes.
    pub(crate) forms: fn(&Names) -> Vec<String>,
}

/// The earlier day of which pages are asked.
pub(crate) const PAST_DAY: &str = "2031-03-14";

/// A page that takes no form.
const fn page(path: &'static str, asks: fn(&Names) -> Vec<String>) -> Route {
    let forms = |_: &Names| Vec::new();
    Route { path, asks, forms }
}

/// The routes below `/v/AUDIENCE`.
pub(crate) const ROUTES: &[Route] = &[
    page("/", |_| vec!["/".to_owned(), String::new()]),
    page("/desk", |_| bare("/desk")),
    page("/matrix", |_| bare("/matrix")),
    page("/point/{point}", points),
    page("/clashes", |names| queried("/clashes", moves(names))),
    page("/slide", |names| queried("/slide", moves(names))),
    page("/argument", |_| bare("/argument")),
    page("/frontier", |names| {
        queried("/frontier", axes(names).into_iter().chain(moves(names)))
    }),
    page("/package", |names| queried("/package", packages(names))),
    page("/rehearse", |names| queried("/rehearse", rehearsals(names))),
    page("/plan", |_| {
        let asked = [
            "late=x&days=3",
            "late=A&days=-1",
            "late=a&days=9",
            "offer=1",
            "offer=x",
        ];
        queried("/plan", asked.map(str::to_owned))
    }),
    page("/record", |names| queried("/record", choices(names))),
    page("/record/{entry}", |_| {
        let ids = [
            "S0", "S1", "I0", "I1", "I2", "T0", "T1", "1", "2", "nowhere", "%3Cb%3E",
        ];
        ids.map(|id| format!("/record/{id}")).to_vec()
    }),
    Route {
        path: "/report",
        asks: |_| bare("/report"),
        forms: reports,
    },
    page("/what-if", |names| queried("/what-if", branches(names))),
    page("/overlay", |names| queried("/overlay", overlays(names))),
    page("/picture/{file}", pictures),
    Route {
        path: "/text",
        asks: |names| queried("/text", versions(names)),
        forms: texts,
    },
    page("/export/{file}", exports),
    page("/events", |_| vec!["/events".to_owned()]),
    Route {
        path: "/offer",
        asks: |names| queried("/offer", names.parties.iter().map(|id| format!("by={id}"))),
        forms: offers,
    },
    page("/case", |_| bare("/case")),
    page("/sheet", |_| bare("/sheet")),
    page("/print.css", |_| bare("/print.css")),
    page("/tried", |names| queried("/tried", packages(names))),
    page("/compared", |names| queried("/compared", branches(names))),
    Route {
        path: "/adopt",
        asks: |_| bare("/adopt"),
        forms: |names| {
            let mut sent = vec![String::new(), "name1=x".to_owned()];
            sent.extend(
                pointed(names)
                    .iter()
                    .map(|fields| format!("{fields}&step=preview")),
            );
            sent
        },
    },
    Route {
        path: "/edit",
        asks: |names| queried("/edit", entries(names)),
        forms: edits,
    },
    Route {
        path: "/check",
        asks: |_| bare("/check"),
        forms: edits,
    },
    Route {
        path: "/history",
        asks: |_| bare("/history"),
        forms: |_| {
            let lines = ["1", "2", "3", "99", "x", ""];
            let sent = |line: &str| format!("line={line}&step=preview");
            lines.map(sent).into_iter().chain([String::new()]).collect()
        },
    },
    page("/at/{day}/desk", |_| {
        let days = [PAST_DAY, "2031-02-30", "now"];
        days.map(|day| format!("/at/{day}/desk")).to_vec()
    }),
    page("/at/{day}/history", |_| {
        vec![format!("/at/{PAST_DAY}/history")]
    }),
    page("/at/{day}/point/{point}", |names| {
        let points = names.points.iter();
        points
            .map(|(id, _)| format!("/at/{PAST_DAY}/point/{id}"))
            .collect()
    }),
    Route {
        path: "/language",
        asks: |_| vec!["/language".to_owned()],
        forms: |_| {
            let forms = ["tag=en&page=matrix", "tag=ar&page=nowhere", "tag=xx", ""];
            forms.map(str::to_owned).to_vec()
        },
    },
];

fn bare(path: &str) -> Vec<String> {
    vec![path.to_owned(), format!("{path}?x=1")]
}

/// The page alone, and with each query.
fn queried(path: &str, queries: impl IntoIterator<Item = String>) -> Vec<String> {
    let with = queries.into_iter().map(|query| format!("{path}?{query}"));
    std::iter::once(path.to_owned()).chain(with).collect()
}

/// Lists of entries, and each entry of them.
fn entries(names: &Names) -> Vec<String> {
    let lists = [
        "",
        "parties",
        "points",
        "lines",
        "links",
        "ratification",
        "levers",
        "sessions",
        "statements",
        "incidents",
        "delegations",
        "phases",
        "preferences",
        "nothing",
    ];
    let mut asked: Vec<String> = lists.map(|list| format!("list={list}")).to_vec();
    let points: Vec<String> = names.points.iter().map(|(id, _)| id.clone()).collect();
    for (list, ids) in [
        ("parties", &names.parties),
        ("preferences", &names.parties),
        ("points", &points),
        ("lines", &names.lines),
        ("links", &names.links),
        ("levers", &names.levers),
    ] {
        asked.extend(ids.iter().map(|id| format!("list={list}&at={id}")));
        asked.push(format!("list={list}&at=nobody"));
    }
    for party in &names.parties {
        asked.push(format!("list=lines&f.owner={party}&f.point={}", points[0]));
    }
    asked
}

/// Changes of entries, some of which are the sender's own, each looked at and not written down.
fn edits(names: &Names) -> Vec<String> {
    let mut sent = vec![
        String::new(),
        "list=nothing".to_owned(),
        "list=points&f.title=Another&f.options.0.label=A&f.options.1.label=B&step=preview"
            .to_owned(),
        "list=points&f.options.x.label=A&f.range.from=1,5&step=preview".to_owned(),
        "list=&f.title=Title&f.as_of=2031-02-30&step=preview".to_owned(),
    ];
    for (point, options) in &names.points {
        sent.push(format!(
            "list=points&at={point}&f.title=Other&do=save&step=preview"
        ));
        sent.push(format!("list=points&at={point}&do=down&step=preview"));
        sent.push(format!("list=points&at={point}&do=retire&step=preview"));
        for party in &names.parties {
            let option = &options[0];
            sent.push(format!(
                "list=lines&by={party}&f.owner={party}&f.point={point}&f.ladder.0.accept={option}\
                 &f.ladder.0.cost=0&visibility=mediator&step=preview"
            ));
        }
    }
    for party in &names.parties {
        sent.push(format!(
            "list=parties&at={party}&f.id={party}&f.no_deal.score=2&step=preview"
        ));
        sent.push(format!(
            "list=preferences&at={party}&by={party}&f.p.0.weight=3&step=preview"
        ));
        sent.push(format!(
            "list=links&by={party}&f.owner={party}&f.rule=require+nothing+%3D+x&step=preview"
        ));
    }
    let own = [
        ("lines", &names.lines),
        ("links", &names.links),
        ("levers", &names.levers),
    ];
    for (list, ids) in own {
        for id in ids {
            sent.push(format!("list={list}&at={id}&do=retire&step=preview"));
        }
    }
    sent
}

fn points(names: &Names) -> Vec<String> {
    let points = names.points.iter().map(|(id, _)| format!("/point/{id}"));
    let none = ["/point/nowhere".to_owned(), "/point/".to_owned()];
    points.chain(none).collect()
}

/// Fields of sliders: one by one, and all at once.
fn moves(names: &Names) -> Vec<String> {
    let lines = names.lines.iter();
    let steps = lines.flat_map(|id| [format!("step.{id}=1"), format!("step.{id}=99")]);
    let links = names.links.iter().map(|id| format!("drop.{id}=1"));
    let mut moves: Vec<String> = steps.chain(links).collect();
    moves.push(moves.join("&"));
    moves
}

fn axes(names: &Names) -> Vec<String> {
    let parties = &names.parties;
    let pairs = parties
        .iter()
        .flat_map(|x| parties.iter().map(move |y| format!("x={x}&y={y}")));
    pairs.chain(["x=nobody".to_owned()]).collect()
}

fn rehearsals(names: &Names) -> Vec<String> {
    let all = |plays: &str| {
        let fields = names.parties.iter().map(|id| format!("plays.{id}={plays}"));
        fields.collect::<Vec<_>>().join("&")
    };
    let each = ["conceder", "nobody"].map(|plays| format!("{}&rounds=3&turn=2", all(plays)));
    let wrong = format!(
        "{}&rounds=0&seed=x&turn=99999999999999999999",
        all("linear")
    );
    each.into_iter()
        .chain([wrong, "plays.nobody=linear".to_owned()])
        .collect()
}

fn packages(names: &Names) -> Vec<String> {
    let each = (0..3).map(|n| format!("p={}", names.package(n).join(",")));
    let near = format!("near=1&p={}", names.package(1).join(","));
    let open = names
        .points
        .iter()
        .map(|(point, options)| format!("o.{point}={}", options[0]));
    let others = [
        "p=".to_owned(),
        "p=x,y".to_owned(),
        "o.nowhere=x".to_owned(),
        near,
    ];
    each.chain(others).chain(open).collect()
}

/// What a branch may state, one change on each line: about everything that has a name, and about
/// names that are nearly those.
pub(crate) fn changes(names: &Names) -> Vec<String> {
    let mut changes = Vec::new();
    for id in &names.lines {
        changes.extend([format!("step {id}=1"), format!("drop {id}")]);
        changes.push(format!("step {}x=1", &id[..id.len().min(1)]));
    }
    for id in &names.links {
        changes.extend([format!("drop {id}"), format!("set {id}.relax_cost=3")]);
        changes.push(format!("drop {id}z"));
    }
    for id in &names.levers {
        changes.extend([format!("pull {id}"), format!("pull {id}z")]);
    }
    for id in &names.parties {
        changes.push(format!("set {id}.no_deal=3"));
    }
    for (point, options) in &names.points {
        changes.push(format!("fix {point}={}", options[0]));
        changes.push(format!("exclude {point}={}z", options[0]));
    }
    changes
}

fn branches(names: &Names) -> Vec<String> {
    let changes = changes(names);
    let each = changes
        .iter()
        .map(|change| format!("changes1={}", encoded(change)));
    let fixes = names
        .points
        .iter()
        .map(|(point, options)| format!("fix {point}={}", options[0]));
    let fixes: Vec<String> = fixes.collect();
    let together = format!(
        "name1=A&changes1={}&name2=B&changes2={}&add3=step%20x",
        encoded(&fixes.join("\n")),
        encoded(&changes.join("\n")),
    );
    let pointed = pointed(names).into_iter();
    each.chain([together, "changes1=nonsense".to_owned()])
        .chain(pointed)
        .collect()
}

/// Branches as the fields of the page state them.
fn pointed(names: &Names) -> Vec<String> {
    let mut fields = Vec::new();
    fields.extend(names.lines.iter().map(|id| format!("b1.step.{id}=1")));
    fields.extend(names.links.iter().map(|id| format!("b1.drop.{id}=1")));
    fields.extend(names.levers.iter().map(|id| format!("b1.pull.{id}=1")));
    fields.extend(
        names
            .parties
            .iter()
            .map(|id| format!("b1.set.{id}.no_deal=3")),
    );
    let points = names.points.iter();
    fields.extend(points.map(|(point, options)| format!("b1.fix.{point}={}", options[0])));
    fields.push("b1.step.nobody=1&b2.fix.x".to_owned());
    fields
}

fn overlays(names: &Names) -> Vec<String> {
    let changes = changes(names);
    let each = changes
        .iter()
        .map(|change| format!("name=a%2Fb&changes={}", encoded(change)));
    each.chain(["name=x".to_owned()]).collect()
}

fn pictures(names: &Names) -> Vec<String> {
    let mut pictures: Vec<String> = moves(names)
        .into_iter()
        .map(|query| format!("/picture/conflict.svg?{query}"))
        .collect();
    pictures.extend(
        axes(names)
            .into_iter()
            .map(|query| format!("/picture/frontier.svg?{query}")),
    );
    for id in &names.parties {
        pictures.push(format!("/picture/pressure.svg?party={id}"));
    }
    for file in [
        "conflict.svg",
        "frontier.svg",
        "timeline.svg",
        "pressure.svg",
        "nothing.svg",
        "conflict",
        "conflict.gif",
        ".png",
        "conflict.png",
        "frontier.png",
        "timeline.png",
    ] {
        pictures.push(format!("/picture/{file}"));
    }
    pictures
}

/// Versions of the text, alone and compared.
fn versions(_: &Names) -> Vec<String> {
    let names = ["V1", "V2", "working", "V9"];
    let pairs = names
        .iter()
        .flat_map(|v| names.iter().map(move |from| format!("v={v}&from={from}")));
    pairs
        .chain(["v=V1".to_owned(), "from=V2".to_owned()])
        .collect()
}

fn exports(names: &Names) -> Vec<String> {
    let mut exports = Vec::new();
    for file in [
        "matrix.csv",
        "clashes.csv",
        "offers.csv",
        "calendar.ics",
        "calendar.ics?signed=2031-06-01",
        "calendar.ics?signed=never",
        "timeline.svg",
        "case.html",
        "text.pdf",
        "nothing.csv",
        "text",
    ] {
        exports.push(format!("/export/{file}"));
    }
    let versions = versions(names).into_iter().chain(packages(names));
    exports.extend(versions.map(|query| format!("/export/text.md?{query}")));
    for form in ["txt", "html", "docx"] {
        for query in ["v=V1", "v=working", "v=working&from=V1", "p="] {
            exports.push(format!("/export/text.{form}?{query}"));
        }
    }
    exports
}

/// Acts on the text, of everybody; none of them is written down, some are previewed.
fn texts(names: &Names) -> Vec<String> {
    let clause = &names.points[0].0;
    let mut forms = vec![String::new(), "what=nothing".to_owned()];
    for by in names
        .parties
        .iter()
        .map(String::as_str)
        .chain(["mediator", "nobody"])
    {
        forms.push(format!(
            "what=answer&by={by}&version=V9&clause={clause}&reply=accept"
        ));
        forms.push(format!(
            "what=answer&by={by}&version=V1&clause=nowhere&reply=refuse"
        ));
        forms.push(format!("what=wording&by={by}&clause=nowhere&text=words"));
        forms.push(format!(
            "what=wording&by={by}&clause={clause}&option=nowhere&text=words"
        ));
        forms.push(format!(
            "what=clause&by={by}&id={clause}&place=nowhere&title=t"
        ));
        forms.push(format!("what=draft&by={by}&version=&mode=chair"));
        for seen in ["public", "mediator"] {
            let preview = format!("by={by}&visibility={seen}&step=preview");
            forms.push(format!("what=wording&clause={clause}&text=words&{preview}"));
            forms.push(format!("what=draft&version=V8&mode=compilation&{preview}"));
            forms.push(format!(
                "what=clause&id=i&place=annex&title=t&text=u&{preview}"
            ));
        }
    }
    forms
}

/// Offers: none of them is written down, some are previewed.
fn offers(names: &Names) -> Vec<String> {
    let package = names.points.iter().zip(names.package(0));
    let package = package.map(|((point, _), option)| format!("point.{point}={option}"));
    let package = package.collect::<Vec<_>>().join("&");
    let mut forms = vec![String::new(), "by=nobody".to_owned(), package.clone()];
    for id in &names.parties {
        forms.push(format!(
            "by={id}&date=2031-02-30&note=n&visibility=sealed&{package}"
        ));
        forms.push(format!("by={id}&visibility=mediator"));
        for seen in ["public", "mediator", "sealed"] {
            let preview = format!("by={id}&visibility={seen}&step=preview");
            forms.push(format!("{preview}&{package}"));
            let some = package.split('&').next().unwrap_or_default();
            forms.push(format!("{preview}&kind=statement&note=n&{some}"));
        }
    }
    forms
}

/// A text as a value of a query.
pub(crate) fn encoded(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}

/// Who has no right to an answer gets none, on no route.
#[test]
fn every_route_refuses_whoever_may_not_ask() {
    let (folder, case) = (Folder::new(), discreet(3));
    write(&folder.files(), &case, &[]);
    let shown = cases::desk(&folder.files(), Kept::Files, Audience::Mediator);
    let desk = Desk::serving(winset_server::pages::routes(shown), Limits::default());
    let (port, cookie) = (desk.port, desk.cookie.as_str());
    let host = format!("Host: 127.0.0.1:{port}");
    let with_cookie = format!("{host}\r\nCookie: {cookie}");
    let wrong = format!("{}0", &cookie[..cookie.len() - 1]);
    let refused = [
        (host.clone(), 403),
        (format!("{host}\r\nCookie: {wrong}x"), 403),
        (
            format!("{host}\r\nCookie: {}", cookie.split('=').next().unwrap()),
            403,
        ),
        (format!("{with_cookie}\r\nOrigin: http://evil.example"), 403),
        (format!("{with_cookie}\r\nOrigin: http://localhost:1"), 403),
        (format!("{with_cookie}\r\nOrigin: null"), 403),
        (format!("{with_cookie}\r\nSec-Fetch-Site: cross-site"), 403),
        (format!("Host: evil.example\r\nCookie: {cookie}"), 421),
        (
            format!("Host: 127.0.0.1:{}\r\nCookie: {cookie}", port ^ 1),
            421,
        ),
        (format!("X: y\r\nCookie: {cookie}"), 421),
    ];
    let names = Names::of(&[&case]);
    let mut asks = vec![
        "/".to_owned(),
        "/nowhere".to_owned(),
        "/assets/x".to_owned(),
    ];
    for route in ROUTES {
        let some = (route.asks)(&names).into_iter().take(3);
        asks.extend(some.map(|ask| format!("/v/mediator{ask}")));
    }
    for ask in &asks {
        for (head, status) in &refused {
            for method in ["GET", "POST", "HEAD"] {
                let form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0";
                let text = format!("{method} {ask} HTTP/1.1\r\n{head}\r\n{form}\r\n\r\n");
                let answer = http::talk(port, text.as_bytes());
                assert_eq!(http::status(&answer), *status, "{text}\n{answer}");
                assert!(!answer.contains(case["title"].as_str().unwrap()), "{text}");
            }
        }
    }
}

#[test]
fn every_route_of_the_router_is_in_the_table() {
    let router = include_str!("../../src/pages/routes.rs");
    let view = router.split("nest(").next().unwrap();
    let (view, _) = view.rsplit_once("Router::new()").unwrap();
    let paths = view.split(".route(").skip(1);
    let paths: Vec<&str> = paths.filter_map(|rest| rest.split('"').nth(1)).collect();
    let table: Vec<&str> = ROUTES.iter().map(|route| route.path).collect();
    assert!(paths.len() > 10, "{paths:?}");
    for path in &paths {
        assert!(table.contains(path), "{path} is not in the table of routes");
    }
    for path in table {
        // Any page of a view is also one of an earlier day.
        let path = path.strip_prefix("/at/{day}").unwrap_or(path);
        assert!(paths.contains(&path), "{path} is no route any more");
    }
}
