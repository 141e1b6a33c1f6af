//! One changed cell is one change.

use serde_json::{Value, json};
use winset_model::audience::{Audience, for_audience};
use winset_model::document::Node;
use winset_sheet::{CellLook, SheetCell, SheetReading, Workbook, workbook_of};

use crate::support::{back, back_onto, basin, document, edited, places, sheet, type_in, value};

fn as_json(node: &Node) -> Value {
    serde_json::from_str(&node.canonical_json()).unwrap()
}

/// The demonstration with an edit of the workbook is the demonstration with this edit of the file.
fn check(edit: impl FnOnce(&mut Workbook), expected: impl FnOnce(&mut Value)) -> SheetReading {
    let mut wanted = as_json(&basin());
    expected(&mut wanted);
    let reading = edited(None, edit).unwrap_or_else(|e| panic!("{:#?}", places(&e)));
    assert_eq!(as_json(&reading.document), wanted);
    reading
}

fn refused(edit: impl FnOnce(&mut Workbook), expected: &[&str]) {
    let found = edited(None, edit).unwrap_err();
    let told: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(told, expected);
}

fn item<'v>(list: &'v mut Value, id: &str) -> &'v mut Value {
    let mut items = list.as_array_mut().unwrap().iter_mut();
    items.find(|item| item["id"] == id).unwrap()
}

const T2: &[(&str, &str)] = &[("point", "territory"), ("option", "t2")];
const T3: &[(&str, &str)] = &[("point", "territory"), ("option", "t3")];
const T5: &[(&str, &str)] = &[("point", "territory"), ("option", "t5")];

#[test]
fn words_of_points_and_options() {
    check(
        |book| {
            type_in(sheet(book, "About"), &[("id", "title")], "text", "Talks");
            type_in(sheet(book, "Points"), T3, "label", "A zone");
            type_in(sheet(book, "Points"), T3, "text", "");
            type_in(sheet(book, "Points"), T5, "title", "The Basin");
        },
        |file| {
            file["title"] = json!("Talks");
            let point = item(&mut file["points"], "territory");
            point["title"] = json!("The Basin");
            let option = item(&mut point["options"], "t3");
            option["label"] = json!("A zone");
            option.as_object_mut().unwrap().remove("text");
        },
    );
}

#[test]
fn positions_become_ladders() {
    check(
        |book| {
            type_in(sheet(book, "Positions"), T2, "orvane", "step 2 (cost 9)");
            type_in(sheet(book, "Positions"), T3, "orvane", "yes");
        },
        |file| {
            let line = item(&mut file["lines"], "ORV-territory");
            let before = line["ladder"].clone();
            assert_eq!(before[0], json!({"accept": ["t4", "t5"], "cost": 0}));
            line["ladder"] = json!([
                {"accept": ["t3", "t4", "t5"], "cost": 0},
                {"accept": ["t2", "t3", "t4", "t5"], "cost": 9},
            ]);
        },
    );
}

#[test]
fn a_line_is_drawn_and_withdrawn() {
    let reading = check(
        |book| {
            let on = |option| [("point", "format"), ("option", option)];
            type_in(sheet(book, "Positions"), &on("o1"), "orvane", "yes");
            type_in(
                sheet(book, "Positions"),
                &on("o3"),
                "orvane",
                "step 1 (cost 2)",
            );
        },
        |file| {
            let lines = file["lines"].as_array_mut().unwrap();
            assert!(
                !lines
                    .iter()
                    .any(|l| l["owner"] == "orvane" && l["point"] == "format")
            );
            lines.push(
                json!({"id": "ORV-format", "owner": "orvane", "point": "format",
                "visibility": "mediator", "ladder": [{"accept": ["o1"], "cost": 0},
                {"accept": ["o1", "o3"], "cost": 2}]}),
            );
        },
    );
    assert!(
        reading
            .guesses
            .iter()
            .any(|g| g.message.contains("ORV-format"))
    );
    let reading = check(
        |book| {
            for option in ["t1", "t2", "t3", "t4", "t5"] {
                let on = [("point", "territory"), ("option", option)];
                type_in(sheet(book, "Positions"), &on, "orvane", "");
            }
        },
        |file| {
            let lines = file["lines"].as_array_mut().unwrap();
            lines.retain(|line| line["id"] != "ORV-territory");
        },
    );
    assert!(reading.remarks[0].message.contains("withdrawn"));
}

#[test]
fn scores_and_no_deal_values() {
    check(
        |book| {
            type_in(sheet(book, "Scores"), T3, "orvane", "130");
            let on = [("point", ""), ("option", "no_deal")];
            type_in(sheet(book, "Scores"), &on, "orvane", "600,5");
            let on = [("point", ""), ("option", "impasse")];
            type_in(sheet(book, "Scores"), &on, "lethia", "1/3");
        },
        |file| {
            // Under a weight of 20.
            file["preferences"]["orvane"]["territory"]["scores"][2] = json!(6.5);
            file["parties"][0]["no_deal"]["score"] = json!(600.5);
            file["parties"][1]["impasse"] = json!("1/3");
        },
    );
}

#[test]
fn links_are_phrases() {
    check(
        |book| {
            let links = sheet(book, "Links");
            let on = [("id", "ORV-pause-only-for-vote")];
            type_in(
                links,
                &on,
                "phrase",
                "require not (monitoring = m4 or guarantee = g3)",
            );
            type_in(links, &on, "cost", "7");
            type_in(links, &on, "visibility", "sealed");
        },
        |file| {
            let link = item(&mut file["links"], "ORV-pause-only-for-vote");
            for key in ["if", "then", "require", "exclude"] {
                link.as_object_mut().unwrap().remove(key);
            }
            link["require"] = json!({"not": {"any": [{"monitoring": "m4"}, {"guarantee": "g3"}]}});
            link["relax_cost"] = json!(7);
            link["visibility"] = json!("sealed");
        },
    );
}

/// Types into the first empty row of a sheet.
fn new_row(book: &mut Workbook, name: &str, cells: &[(&str, &str)]) {
    let sheet = sheet(book, name);
    let codes: Vec<String> = sheet.rows[2]
        .iter()
        .map(|c| c.value.as_text().to_owned())
        .collect();
    let blank = |row: &Vec<SheetCell>| row.iter().all(|c| c.value.is_blank());
    let row = sheet.rows.iter().position(blank).unwrap_or_else(|| {
        let cell = SheetCell {
            value: value(""),
            look: CellLook::Free,
        };
        sheet.rows.push(vec![cell; codes.len()]);
        sheet.rows.len() - 1
    });
    for (code, text) in cells {
        let column = codes.iter().position(|c| c == code).unwrap();
        sheet.rows[row][column].value = value(text);
    }
}

#[test]
fn new_options_points_and_links() {
    let reading = check(
        |book| {
            new_row(
                book,
                "Points",
                &[("point", "territory"), ("label", "A condominium")],
            );
            new_row(
                book,
                "Points",
                &[("title", "Name of the treaty"), ("label", "Of Brenn")],
            );
            new_row(
                book,
                "Links",
                &[
                    ("owner", "lethia"),
                    ("phrase", "if territory = t6 then vote = v2"),
                    ("cost", "3"),
                ],
            );
            new_row(
                book,
                "Scores",
                &[("point", "territory"), ("option", "t6"), ("orvane", "40")],
            );
            new_row(
                book,
                "Positions",
                &[("point", "territory"), ("option", "t6"), ("lethia", "yes")],
            );
        },
        |file| {
            let point = item(&mut file["points"], "territory");
            let options = point["options"].as_array_mut().unwrap();
            options.push(json!({"id": "t6", "label": "A condominium"}));
            let points = file["points"].as_array_mut().unwrap();
            points.push(json!({"id": "point-21", "title": "Name of the treaty",
                "options": [{"id": "o1", "label": "Of Brenn"}]}));
            for party in ["orvane", "lethia", "meridia", "compact"] {
                let scores = &mut file["preferences"][party]["territory"]["scores"];
                let score = if party == "orvane" { 2 } else { 0 };
                scores.as_array_mut().unwrap().push(json!(score));
            }
            let line = item(&mut file["lines"], "LET-territory");
            for step in line["ladder"].as_array_mut().unwrap() {
                step["accept"].as_array_mut().unwrap().push(json!("t6"));
            }
            let links = file["links"].as_array_mut().unwrap();
            links.push(
                json!({"id": "LET-link", "owner": "lethia", "if": {"territory": "t6"},
                "then": {"vote": "v2"}, "relax_cost": 3, "visibility": "mediator"}),
            );
        },
    );
    assert_eq!(reading.guesses.len(), 6, "{:#?}", reading.guesses);
}

#[test]
fn bodies_change_by_words() {
    check(
        |book| {
            let bodies = sheet(book, "Bodies");
            let on = [("body", "lethian-assembly"), ("id", "homeland")];
            type_in(bodies, &on, "phrase", "territory = t1");
            let on = [("body", "lethian-assembly"), ("id", "assembly-majority")];
            type_in(bodies, &on, "seats", "160");
        },
        |file| {
            let body = item(&mut file["ratification"], "lethian-assembly");
            item(&mut body["blocs"], "homeland")["accepts"] = json!({"territory": "t1"});
            item(&mut body["rules"], "assembly-majority")["need"] = json!(160);
        },
    );
}

#[test]
fn what_cannot_be_taken_is_told_at_its_cell() {
    refused(
        |book| {
            type_in(sheet(book, "Positions"), T3, "orvane", "perhaps");
            type_in(sheet(book, "Scores"), T3, "orvane", "much");
            type_in(sheet(book, "Scores"), T2, "orvane", "1,234");
            type_in(
                sheet(book, "Links"),
                &[("id", "ORV-pause-only-for-vote")],
                "phrase",
                "if a then b",
            );
        },
        &[
            "Positions!E6: `perhaps` does not say what is accepted; type `yes`, `step 1 (cost 5)` or `never`",
            "Scores!E5: the comma in `1,234` may stand before decimals or between thousands; type a decimal \
             point, and nothing between thousands",
            "Scores!E6: `much` is not a number; type a number such as 12, -0.25 or 1/3",
            "Links!D6: character 6 of the phrase: `then` does not fit here; type `=` and an option of the point",
        ],
    );
    refused(
        |book| {
            type_in(
                sheet(book, "Links"),
                &[("id", "ORV-pause-only-for-vote")],
                "phrase",
                "require teritory = t3",
            );
        },
        &[
            "Links!D6: unknown point `teritory`; type one of accountability, alignment, assets, ceasefire, civilians, enforcement, forces, format, guarantee, line, minorities, missiles, ... (20 in all); did you mean `territory`?",
        ],
    );
    refused(
        |book| type_in(sheet(book, "Positions"), T3, "label", "Legal cession"),
        &[
            "Positions!D6: the words of this row are not those of its codes: rows were moved apart, or words \
           changed here; put back `t2 plus demilitarised economic zone on both sides`; titles and labels are \
           changed on the sheet Points",
        ],
    );
}

#[test]
fn rows_and_columns_may_be_sorted() {
    check(
        |book| {
            sheet(book, "Positions").rows[3..40].reverse();
            for row in &mut sheet(book, "Scores").rows[1..] {
                row.swap(4, 6);
            }
            type_in(sheet(book, "Scores"), T3, "meridia", "44");
        },
        |file| file["preferences"]["meridia"]["territory"]["scores"][2] = json!(11),
    );
}

#[test]
fn a_party_changes_what_is_its_own() {
    let cut = for_audience(&basin(), &Audience::Party("lethia".to_owned()));
    let mut book = workbook_of(&cut, Some("lethia")).unwrap();
    type_in(sheet(&mut book, "Scores"), T3, "lethia", "90");
    let own = as_json(&back(&book).unwrap().document);
    assert_eq!(
        own["preferences"]["lethia"]["territory"]["scores"][2],
        json!(5)
    );
    // Onto the mediator's case, which has gone on.
    let mut base = as_json(&basin());
    base["title"] = json!("Meanwhile");
    let read = back_onto(&book, Some(&document(&base.to_string()))).unwrap();
    base["preferences"]["lethia"]["territory"]["scores"][2] = json!(5);
    assert_eq!(as_json(&read.document), base);
    type_in(sheet(&mut book, "Positions"), T3, "orvane", "yes");
    let found = back(&book).unwrap_err();
    assert_eq!(
        places(&found),
        ["Positions!E6: this cell is not to be changed"]
    );
    assert_eq!(read.own.as_deref(), Some("lethia"));
}

#[test]
fn a_changed_hash_and_missing_parts_are_told() {
    let reading = edited(None, |book| {
        sheet(book, "winset").rows[1][0].value = value("0000");
        book.sheets.retain(|sheet| sheet.name != "Scores");
        sheet(book, "Positions").rows.remove(4);
    })
    .unwrap();
    let told: Vec<String> = reading
        .remarks
        .iter()
        .map(|r| format!("{}: {}", r.place, r.message))
        .collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(told[0].starts_with("winset!A1: the hidden sheet was changed"));
    assert!(
        told.iter()
            .any(|t| t.starts_with("Scores: this sheet is missing"))
    );
    assert!(
        told.iter()
            .any(|t| t.starts_with("Positions: the row of `territory t2` is missing"))
    );
    let found = edited(None, |book| book.sheets.retain(|s| s.name != "winset")).unwrap_err();
    assert!(found[0].message.contains("hidden sheet"), "{found:?}");
    let mut book = workbook_of(&basin(), None).unwrap();
    book.sheets.retain(|s| s.name != "winset");
    let read = back_onto(&book, Some(&basin())).unwrap();
    assert_eq!(read.document.canonical_json(), basin().canonical_json());
}

#[test]
fn numbers_as_text_are_told() {
    let reading = edited(None, |book| {
        type_in(sheet(book, "Scores"), T3, "orvane", "130");
    })
    .unwrap();
    let told: Vec<String> = reading
        .remarks
        .iter()
        .map(|r| format!("{}: {}", r.place, r.message))
        .collect();
    assert_eq!(
        told,
        ["Scores!E6: the text `130` is read as the number 130"]
    );
}
