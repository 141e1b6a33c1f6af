//! The how-to on NegMAS: its files are written, its commands run, and its results held to those of NegMAS.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::run::{command, scratch};
use crate::tournament::cells;

/// What NegMAS 0.16.0 wrote into `details.csv` for the scripts and files of the page: scenario, partners, step,
/// relative time, Nash optimality, agreement.
const NEGMAS: [&str; 18] = [
    r"camera|boulware|boulware|34|0.853658537|1.000000000|('Arno', 'normal', 'none')",
    r"camera|boulware|conceder|23|0.585365854|0.658664496|('Arno', 'tele', 'one year')",
    r"camera|boulware|linear|29|0.731707317|0.798912704|('Arno', 'normal', 'one year')",
    r"camera|conceder|boulware|27|0.682926829|0.807748531|('Bely', 'normal', 'none')",
    r"camera|conceder|conceder|2|0.073170732|1.000000000|('Arno', 'normal', 'none')",
    r"camera|conceder|linear|11|0.292682927|0.884178873|('Arno', 'wide', 'none')",
    r"camera|linear|boulware|30|0.756097561|0.884178873|('Arno', 'wide', 'none')",
    r"camera|linear|conceder|11|0.292682927|0.798912704|('Arno', 'normal', 'one year')",
    r"camera|linear|linear|19|0.487804878|1.000000000|('Arno', 'normal', 'none')",
    r"camera-1|boulware|boulware|35|0.878048780|1.000000000|('Arno', 'normal', 'none')",
    r"camera-1|boulware|conceder|26|0.658536585|0.807748531|('Bely', 'normal', 'none')",
    r"camera-1|boulware|linear|29|0.731707317|0.884178873|('Arno', 'wide', 'none')",
    r"camera-1|conceder|boulware|24|0.609756098|0.658664496|('Arno', 'tele', 'one year')",
    r"camera-1|conceder|conceder|3|0.097560976|1.000000000|('Arno', 'normal', 'none')",
    r"camera-1|conceder|linear|12|0.317073171|0.798912704|('Arno', 'normal', 'one year')",
    r"camera-1|linear|boulware|30|0.756097561|0.798912704|('Arno', 'normal', 'one year')",
    r"camera-1|linear|conceder|10|0.268292683|0.884178873|('Arno', 'wide', 'none')",
    r"camera-1|linear|linear|20|0.512195122|1.000000000|('Arno', 'normal', 'none')",
];

/// Blocks of a page whose first line names a file, with that name.
fn files(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("\n```").skip(1).step_by(2);
    let named = blocks.filter_map(|block| {
        let (head, lines) = block.split_once('\n')?;
        Some((head.split_once(' ')?.1, lines))
    });
    named.collect()
}

#[test]
fn talks_end_as_they_do_in_negmas() {
    let page =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/how-to/compare-with-negmas.md");
    let text = fs::read_to_string(page).unwrap();
    let folder = scratch("compare-with-negmas");
    let written = files(&text);
    assert_eq!(written.len(), 6);
    for (name, lines) in written {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{lines}\n")).unwrap();
    }
    let shown = "$ winset tournament league.toml -o here\n18 negotiations held, 18 with a deal.";
    assert!(text.contains(shown));
    let mut command = command(&["tournament", "league.toml", "-o", "here"]);
    let ran = command
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(0));
    let printed = String::from_utf8(ran.stdout).unwrap();
    assert!(printed.starts_with("18 negotiations held, 18 with a deal."));
    let details = fs::read_to_string(folder.join("here/details.csv")).unwrap();
    let rows: Vec<Vec<String>> = details.lines().map(cells).collect();
    let column = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
    let mut found: Vec<String> = Vec::new();
    for row in &rows[1..] {
        let turned = if row[column("sides")].starts_with("['buyer'") {
            "camera"
        } else {
            "camera-1"
        };
        let partners = row[column("partners")].replace("negmas:", "");
        let partners = partners
            .trim_matches(['[', ']'])
            .replace(", ", "|")
            .replace('\'', "");
        let number = |name: &str| row[column(name)].parse::<f64>().unwrap();
        let (step, agreement) = (&row[column("step")], &row[column("agreement")]);
        let (time, nash) = (number("relative_time"), number("nash_optimality"));
        found.push(format!(
            "{turned}|{partners}|{step}|{time:.9}|{nash:.9}|{agreement}"
        ));
    }
    let mut expected = NEGMAS;
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
}
