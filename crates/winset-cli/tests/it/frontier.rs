//! Frontiers: what is printed, written and drawn.

use serde_json::Value;

use crate::run::{SELLA, opened, raised, run, run_with, scratch};

fn check(name: &str, args: &[&str]) {
    insta::assert_snapshot!(name, run(args).transcript());
}

fn of_opened(args: &[&str]) -> String {
    run_with(args, opened().as_bytes()).transcript()
}

#[test]
fn snapshots() {
    check("frontier-sella", &["frontier", SELLA]);
    insta::assert_snapshot!("frontier-opened", of_opened(&["frontier", "-"]));
    let principals = ["frontier", "-", "--parties", "lethia,orvane", "--explain"];
    insta::assert_snapshot!("frontier-principals", of_opened(&principals));
    let json = ["frontier", "-", "--parties", "orvane,lethia", "--json"];
    insta::assert_snapshot!("frontier-principals-json", of_opened(&json));
    let few = ["frontier", "-", "--at-most", "5", "--explain"];
    insta::assert_snapshot!("frontier-few", of_opened(&few));
    let few = [
        "frontier",
        "-",
        "--parties",
        "lethia,orvane",
        "--at-most",
        "3",
        "--json",
    ];
    insta::assert_snapshot!("frontier-few-json", of_opened(&few));
    let both = ["frontier", SELLA, "--at-most", "3", "--engine", "sums"];
    check("frontier-both", &both);
    check(
        "frontier-none-at-most",
        &["frontier", SELLA, "--at-most", "0"],
    );
    check("frontier-price", &["frontier", "price.yaml", "--packages"]);
    check("frontier-well", &["frontier", "well.yaml", "--packages"]);
    check("frontier-bare", &["frontier", "bare.yaml"]);
    check("frontier-lawless", &["frontier", "lawless.yaml"]);
    check(
        "frontier-stopped",
        &["frontier", "price.yaml", "--time-limit", "0s"],
    );
    let boxes = [
        "frontier",
        "price.yaml",
        "--engine",
        "boxes",
        "--time-limit",
        "0s",
        "--json",
    ];
    check("frontier-stopped-json", &boxes);
}

#[test]
fn what_is_wrong_is_told() {
    check(
        "frontier-unknown",
        &["frontier", SELLA, "--parties", "orvan"],
    );
    check(
        "frontier-silent",
        &["frontier", "well.yaml", "--parties", "council"],
    );
    check(
        "frontier-one-axis",
        &["frontier", SELLA, "--plot", "f.svg", "--axes", "orvane"],
    );
    check("frontier-dash", &["frontier", SELLA, "--csv", "-"]);
    check(
        "frontier-nowhere",
        &["frontier", SELLA, "--csv", "nowhere/f.csv"],
    );
}

#[cfg(not(feature = "parquet"))]
#[test]
fn without_the_feature_a_parquet_file_is_misuse() {
    let ran = run(&["frontier", SELLA, "--parquet", "f.parquet"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.told().contains("writes no Parquet files") && ran.told().contains("--features parquet"),
        "{}",
        ran.stderr
    );
}

#[test]
fn both_ways_give_the_same_points() {
    for text in [opened(), raised()] {
        for parties in ["orvane,lethia", "orvane,lethia,meridia,compact", "meridia"] {
            let points = |engine: &str| {
                let args = [
                    "frontier",
                    "-",
                    "--json",
                    "--parties",
                    parties,
                    "--engine",
                    engine,
                ];
                let ran = run_with(&args, text.as_bytes());
                assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
                let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
                let frontier = &answer["frontier"];
                assert_eq!(frontier["complete"], true);
                (frontier["points"].clone(), frontier["counts"].clone())
            };
            assert_eq!(points("sums"), points("boxes"), "{parties}");
        }
    }
}

#[test]
fn tables_and_drawings_are_written() {
    let folder = scratch("frontier");
    let (csv, svg) = (folder.join("f.csv"), folder.join("f.svg"));
    let files = [csv.to_str().unwrap(), svg.to_str().unwrap()];
    let args = [
        "frontier",
        "-",
        "--csv",
        files[0],
        "--plot",
        files[1],
        "--axes",
        "lethia,compact",
        "--force",
    ];
    assert_eq!(run_with(&args, opened().as_bytes()).code, Some(0));
    let table = std::fs::read_to_string(&csv).unwrap();
    assert_eq!(table.matches("\r\n").count(), 62);
    let head = "Orvane,Orvane exact,Lethia,Lethia exact,Meridia,Meridia exact,The Coastal Compact,The \
                Coastal Compact exact,packages,Sella Basin: status and control,territory code,\
                Northern pockets,line code,";
    assert!(table.starts_with(head), "{table}");
    let drawing = std::fs::read_to_string(&svg).unwrap();
    assert_eq!(drawing.matches("<circle").count(), 61);
    assert!(drawing.contains("Republic of Lethia") && drawing.contains("Nash"));
    assert!(!drawing.contains("Federation of Orvane</text>"));
    for outside in ["href", "<script", "url("] {
        assert!(!drawing.contains(outside), "{outside}");
    }
    let hostile = opened().replace("Republic of Lethia", "R<b>&");
    assert_eq!(run_with(&args, hostile.as_bytes()).code, Some(0));
    let drawing = std::fs::read_to_string(folder.join("f.svg")).unwrap();
    assert!(drawing.contains("R&lt;b&gt;&amp;"));
}

/// Fractions are decimals with the exact number beside them, and names stay names.
#[test]
fn no_spreadsheet_takes_a_score_or_a_name_for_a_day() {
    let path = scratch("thirds").join("f.csv");
    let path = path.to_str().unwrap();
    let ran = run(&["frontier", "thirds.yaml", "--csv", path]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let expected = "A,A exact,B,B exact,packages,P,p code,Term,term code\r\n\
                    0.833333333333,'5/6,0.25,'1/4,1,Z,z,1-2 years,'1-2\r\n\
                    0.5,'1/2,0.5,'1/2,1,Y,y,1-2 years,'1-2\r\n\
                    0.333333333333,'1/3,0.714285714286,'5/7,1,X,x,1-2 years,'1-2\r\n";
    assert_eq!(std::fs::read_to_string(path).unwrap(), expected);
    let args = [
        "frontier",
        "thirds.yaml",
        "--csv",
        path,
        "--csv-for",
        "excel",
        "--force",
    ];
    assert_eq!(run(&args).code, Some(0));
    let expected = expected
        .replace('.', "#")
        .replace(',', ";")
        .replace('#', ",");
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        format!("\u{FEFF}{expected}")
    );
    let ran = run(&["frontier", "thirds.yaml", "--csv-for", "excel"]);
    assert_eq!(ran.code, Some(2), "it is for a table");
}
