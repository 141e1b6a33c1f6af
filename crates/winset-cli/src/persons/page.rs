//! What `winset persons` says: places of files, recipients and counts.

use std::collections::BTreeMap;
use std::path::Path;

use age::x25519::Recipient;
use winset::plan::lists::StatusCounts;
use winset::told::words::counted;

use super::list::PersonsList;
use crate::page::{Page, STRONG};

/// A key that was made.
pub(super) fn key_made(file: &Path, recipient: &Recipient) -> Page {
    let mut page = Page::default();
    page.paragraph(&format!(
        "The key is written to {}. It opens lists that are encrypted for",
        file.display()
    ));
    page.indented(2, &recipient.to_string());
    page.paragraph(
        "Whoever encrypts needs that line only. Keep a copy of the key where the lists are not: who loses it \
         cannot read them again.",
    );
    page
}

/// A list that was encrypted for so many; `plain` is the file that still lies there.
pub(super) fn encrypted(
    file: &Path,
    list: &PersonsList,
    recipients: usize,
    plain: Option<&Path>,
) -> Page {
    let mut page = Page::default();
    page.paragraph(&format!(
        "The encrypted list is written to {}: {}, for {}.",
        file.display(),
        counted(list.entries.len(), "person"),
        counted(recipients, "recipient"),
    ));
    if list.further_columns > 0 {
        page.paragraph(&format!(
            "Beside id, category and status it has {}, which an exchange does not need: leave out what is not \
             needed.",
            counted(list.further_columns, "column")
        ));
    }
    if let Some(plain) = plain {
        page.paragraph(&format!(
            "The plain list {} still lies there, for everybody who gets at it: remove it.",
            plain.display()
        ));
    }
    page
}

/// A list that was decrypted.
pub(super) fn decrypted(file: &Path) -> Page {
    let mut page = Page::default();
    page.paragraph(&format!(
        "The plain list is written to {}. Remove it when it is no longer needed.",
        file.display()
    ));
    page
}

/// How many persons a list holds.
pub(super) fn counts(categories: &BTreeMap<String, StatusCounts>) -> Page {
    let of = |counts: &StatusCounts| {
        let StatusCounts {
            held,
            dead,
            unknown,
        } = *counts;
        [held, dead, unknown]
    };
    let all = categories.values().flat_map(of).sum::<u64>();
    let mut page = Page::default();
    page.styled(STRONG, &format!("{} in the list.", counted(all, "person")));
    if categories.is_empty() {
        return page;
    }
    page.blank();
    let mut rows = vec![["", "held", "dead", "unknown"].map(str::to_owned).to_vec()];
    for (category, counts) in categories {
        let numbers = of(counts).map(|count| count.to_string());
        rows.push([std::slice::from_ref(category), &numbers].concat());
    }
    page.table(2, &rows);
    page
}
