//! The how-to on NegMAS: its files are written, its commands run, and its results held to those of NegMAS.

use std::fs;

use crate::run::scratch;
use crate::tournament::cells;
use crate::tutorial::follow_page;

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

#[test]
fn talks_end_as_they_do_in_negmas() {
    let folder = scratch("compare-with-negmas");
    follow_page("compare-with-negmas", &folder, 1);
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
