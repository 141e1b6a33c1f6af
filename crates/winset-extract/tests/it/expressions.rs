//! Counts and dates, one expression at a time.

use winset_extract::{CivilDate, CountChange, ReportOptions, read_report};

fn counts(text: &str) -> Vec<(Option<u64>, Option<u64>, bool)> {
    let reading = read_report(text, &ReportOptions::default());
    reading
        .counts
        .iter()
        .map(|count| (count.least, count.most, count.approximate))
        .collect()
}

#[test]
fn bounds_of_counts() {
    let check = |text: &str, least: Option<u64>, most: Option<u64>, approximate: bool| {
        assert_eq!(counts(text), [(least, most, approximate)], "{text}");
    };
    check("At least 1,200 people fled.", Some(1200), None, false);
    check("No fewer than six boats sank.", Some(6), None, false);
    check("Up to forty-one men were held.", None, Some(41), false);
    check("Nearly two dozen houses burned.", None, Some(24), false);
    check("About a hundred sheep died.", Some(100), Some(100), true);
    check("Between 40 and 45 guards left.", Some(40), Some(45), false);
    check("They took 10 to 12 lorries.", Some(10), Some(12), false);
    check("Dozens of families left.", Some(24), None, false);
    check("They lost 30 or more trucks.", Some(30), None, false);
    check("He saw four, perhaps five boats.", Some(4), Some(5), false);
    check("A single shell fell.", Some(1), Some(1), false);
    check(
        "The room was full. Thirty-four sailors waited.",
        Some(34),
        Some(34),
        false,
    );
}

#[test]
fn what_is_no_count() {
    for text in [
        "Prices fell by 7 per cent.",
        "They walked 30 kilometres in three hours.",
        "It weighs 40 tonnes and costs $5 million.",
        "Under Article 4 of Resolution 242, nothing changed.",
        "Ida Holm, 43, left at 06:00 on 3 March.",
        "The 88-member chamber met in 2027.",
        "It was the fifth of ten days.",
        "The two sides did not talk.",
        "She is four.",
        "“It was so,” said Captain Ivo Brandt, 63.",
        "The flour lasts six days, perhaps seven.",
        "It stands by the Treaty of Two Banks.",
        "The two agreed on nothing.",
        "Of the patients, all were under 15.",
    ] {
        assert_eq!(counts(text), [], "{text}");
    }
}

#[test]
fn changes() {
    let reading = read_report(
        "The toll rose to 31, up from 28. Arrests fell from 9 to 4.",
        &ReportOptions::default(),
    );
    let found: Vec<Option<CountChange>> = reading.counts.iter().map(|count| count.change).collect();
    assert_eq!(
        found,
        [
            Some(CountChange::RoseTo),
            Some(CountChange::UpFrom),
            Some(CountChange::DownFrom),
            Some(CountChange::FellTo)
        ]
    );
}

/// The days of the only date in a text of Tuesday, 20 May 2031.
fn check(text: &str, from: Option<&str>, to: Option<&str>) {
    let options = ReportOptions {
        report_date: CivilDate::parse("2031-05-20"),
        ..ReportOptions::default()
    };
    let reading = read_report(text, &options);
    let found: Vec<_> = reading
        .dates
        .iter()
        .map(|date| (date.from, date.to))
        .collect();
    let day = |text: Option<&str>| text.and_then(CivilDate::parse);
    assert_eq!(found, [(day(from), day(to))], "{text}");
}

#[test]
fn dates_are_counted_from_the_report() {
    let on = |text: &str, day: &str| check(text, Some(day), Some(day));
    on("They left on Friday.", "2031-05-16");
    on("They will leave on Friday.", "2031-05-23");
    on("They left yesterday.", "2031-05-19");
    on("The talks resume next Tuesday.", "2031-05-27");
    on("They left on March 3.", "2031-03-03");
    on("They met on the second of June 2030.", "2030-06-02");
    on("It fell three days ago.", "2031-05-17");
    on("It fell in mid-April.", "2031-04-14");
    on("It fell on 2031-01-31.", "2031-01-31");
    check("They have waited since 2 April.", Some("2031-04-02"), None);
    check("They must leave by Friday.", None, Some("2031-05-23"));
    check(
        "They met last week.",
        Some("2031-05-12"),
        Some("2031-05-18"),
    );
    check(
        "They met between 3 and 9 March.",
        Some("2031-03-03"),
        Some("2031-03-09"),
    );
    on("The offer stands until midnight on Friday.", "2031-05-23");
    on("She demanded a debate on Friday.", "2031-05-23");
    on(
        "Nurses are expected from the capital on Thursday.",
        "2031-05-22",
    );
    on("By yesterday evening nine had left.", "2031-05-19");
    check(
        "They have waited since Christmas.",
        Some("2030-12-25"),
        None,
    );
    check(
        "A visit is announced for the first week of July.",
        Some("2031-07-01"),
        Some("2031-07-07"),
    );
    check(
        "It will end before the month is out.",
        None,
        Some("2031-05-31"),
    );
    check("It has been shut since 2027.", Some("2027-01-01"), None);
}

#[test]
fn without_a_day_relative_dates_stay_open() {
    let reading = read_report("They left on Friday.", &ReportOptions::default());
    assert_eq!(reading.date, None);
    assert_eq!((reading.dates[0].from, reading.dates[0].to), (None, None));
}
