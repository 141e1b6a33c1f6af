//! The form in which a case is written down: rows of parties and points, as fields and back.

use std::collections::BTreeMap;

use super::field::{Field, id_of};
use super::{NewProblem, NewSpot, PartyRow, PointRow, WrittenCase};
use crate::pages::Sent;

/// Rows that are offered at first, how many more at a time, and at most: of parties, and of points.
const PARTY_ROWS: Rows = Rows {
    first: 4,
    more: 4,
    most: 64,
};
const POINT_ROWS: Rows = Rows {
    first: 6,
    more: 6,
    most: 200,
};
/// The roles that the form offers, and the messages that name them.
const ROLES: [(&str, &str); 4] = [
    ("", "start-role-none"),
    ("principal", "start-role-principal"),
    ("mediator", "start-role-mediator"),
    ("ally", "start-role-ally"),
];

#[derive(Debug, Clone, Copy)]
struct Rows {
    first: usize,
    more: usize,
    most: usize,
}

impl Rows {
    /// How many rows there are; more where more are wanted.
    fn count(self, said: Option<&str>, wants_more: bool) -> usize {
        let said: usize = said.and_then(|n| n.parse().ok()).unwrap_or(self.first);
        let said = said.clamp(self.first, self.most);
        if wants_more {
            (said + self.more).min(self.most)
        } else {
            said
        }
    }
}

/// What stands in the form, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenForm {
    title: String,
    mediator: String,
    file: String,
    /// Name, short name and role of each row of parties.
    parties: Vec<[String; 3]>,
    /// Title and outcomes of each row of points.
    points: Vec<[String; 2]>,
}

impl WrittenForm {
    /// What was sent; a form that was not sent yet is empty.
    pub(super) fn of(sent: &Sent) -> Self {
        let mut fields: BTreeMap<&str, &str> = BTreeMap::new();
        for (name, value) in &sent.0 {
            fields.entry(name).or_insert(value);
        }
        let named = |name: &str| {
            fields
                .get(name)
                .map_or_else(String::new, |t| (*t).to_owned())
        };
        let text = |spot| named(&id_of(spot));
        let step = fields.get("step").copied();
        let rows =
            |name: &str, rows: Rows| rows.count(fields.get(name).copied(), step == Some(name));
        let party = |row| {
            [
                text(NewSpot::Party(row)),
                text(NewSpot::Short(row)),
                text(NewSpot::Role(row)),
            ]
        };
        let point = |row| [text(NewSpot::Point(row)), text(NewSpot::Options(row))];
        Self {
            title: text(NewSpot::Title),
            mediator: named("mediator"),
            file: text(NewSpot::File),
            parties: (1..=rows("parties", PARTY_ROWS)).map(party).collect(),
            points: (1..=rows("points", POINT_ROWS)).map(point).collect(),
        }
    }

    /// The case that it describes, without rows that are blank. A role alone says nothing.
    pub(super) fn case(&self) -> WrittenCase {
        let is_blank = |text: &String| text.trim().is_empty();
        let parties = self.parties.iter().enumerate();
        let parties = parties.filter(|(_, [name, short, _])| !is_blank(name) || !is_blank(short));
        let points = self.points.iter().enumerate();
        let points = points.filter(|(_, row)| !row.iter().all(is_blank));
        WrittenCase {
            title: self.title.clone(),
            parties: parties
                .map(|(place, [name, short, role])| PartyRow {
                    row: place + 1,
                    name: name.clone(),
                    short: short.clone(),
                    role: role.clone(),
                })
                .collect(),
            mediator: self.mediator.clone(),
            points: points
                .map(|(place, [title, options])| PointRow {
                    row: place + 1,
                    title: title.clone(),
                    options: options.clone(),
                })
                .collect(),
            file: self.file.clone(),
        }
    }

    /// The fields, with what is wrong with them.
    pub(super) fn fields(&self, problems: &[NewProblem]) -> WrittenFields {
        let field = |spot, value: &str| Field::new(spot, value, problems);
        let parties = self.parties.iter().zip(1..);
        let points = self.points.iter().zip(1..);
        WrittenFields {
            title: field(NewSpot::Title, &self.title),
            mediator: self.mediator.clone(),
            file: field(NewSpot::File, &self.file),
            of_parties: field(NewSpot::Parties, ""),
            parties: parties
                .map(|([name, short, role], row)| PartyFields {
                    row,
                    name: field(NewSpot::Party(row), name),
                    short: field(NewSpot::Short(row), short),
                    role: field(NewSpot::Role(row), role),
                    roles: ROLES.map(|(value, message)| (value, message, value == role)),
                })
                .collect(),
            of_points: field(NewSpot::Points, ""),
            points: points
                .map(|([title, options], row)| PointFields {
                    row,
                    title: field(NewSpot::Point(row), title),
                    options: field(NewSpot::Options(row), options),
                })
                .collect(),
            more_parties: self.parties.len() < PARTY_ROWS.most,
            more_points: self.points.len() < POINT_ROWS.most,
        }
    }
}

/// The fields of the form.
#[derive(Debug)]
pub(super) struct WrittenFields {
    pub(super) title: Field,
    pub(super) mediator: String,
    pub(super) file: Field,
    /// What is wrong with the parties, all together.
    pub(super) of_parties: Field,
    pub(super) parties: Vec<PartyFields>,
    /// What is wrong with the points, all together.
    pub(super) of_points: Field,
    pub(super) points: Vec<PointFields>,
    /// Whether more rows can be had.
    pub(super) more_parties: bool,
    pub(super) more_points: bool,
}

/// A row of parties.
#[derive(Debug)]
pub(super) struct PartyFields {
    pub(super) row: usize,
    pub(super) name: Field,
    pub(super) short: Field,
    pub(super) role: Field,
    /// Value, message, and whether it is chosen.
    pub(super) roles: [(&'static str, &'static str, bool); 4],
}

/// A row of points.
#[derive(Debug)]
pub(super) struct PointFields {
    pub(super) row: usize,
    pub(super) title: Field,
    pub(super) options: Field,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::pairs;

    fn form(text: &str) -> WrittenForm {
        WrittenForm::of(&Sent(pairs(text)))
    }

    #[test]
    fn blank_rows_are_left_out_and_rows_keep_their_numbers() {
        let case = form("title=A&party1=+&party3=North&role2=ally&short4=S&options2=x%0Ay").case();
        let rows: Vec<usize> = case.parties.iter().map(|party| party.row).collect();
        assert_eq!(rows, [3, 4]);
        assert_eq!(case.points[0].row, 2);
        assert_eq!(case.points[0].options, "x\ny");
    }

    #[test]
    fn more_rows_keep_what_was_typed_up_to_a_limit() {
        let sent = "parties=4&points=6&party4=West&step=parties";
        let more = form(sent);
        assert_eq!((more.parties.len(), more.points.len()), (8, 6));
        assert_eq!(more.parties[3][0], "West");
        for (said, expected) in [
            ("points=200", 200),
            ("points=9999999", 200),
            ("points=-1", 6),
        ] {
            assert_eq!(
                form(&format!("{said}&step=")).points.len(),
                expected,
                "{said}"
            );
        }
        assert_eq!(form("points=200&step=points").points.len(), 200);
    }
}
