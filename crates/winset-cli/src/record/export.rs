//! The record as a table, for a reader.

use winset::ask::{RecordFilter, recorded};
use winset::export::record;
use winset::form::{self, RecordForm};

use crate::args::RecordExportArgs;
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::seen::{export_source, seen};
use crate::whole_file::{self, Places, Written};

const TABLE: Written = Written {
    what: "the record",
    endings: &["csv", "txt"],
};
const JSON: Written = Written {
    what: "the record",
    endings: &["json"],
};

/// Runs `winset record export`.
pub(super) fn run(args: &RecordExportArgs, output: Output) -> Result<Outcome, Failure> {
    let written = if args.json { JSON } else { TABLE };
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    places.look_ahead(&args.output, written)?;
    let loaded = output::case_for_reader(&args.case, output)?;
    let audience = &loaded.audience;
    let bytes = if args.json {
        let case = &loaded.reading.case;
        let entries = recorded(case, &RecordFilter::default());
        form::line(&RecordForm::new(case, audience, &entries))?
    } else {
        let seen = seen(&loaded, &args.case.reader)?;
        let source = export_source(&loaded, &seen);
        record(&seen.case, &source, args.csv_for.into()).into_bytes()
    };
    if is_dash(&args.output) {
        output::bytes(&bytes)?;
    } else {
        whole_file::write(&args.output, &bytes, written.what)?;
        let mut page = Page::default();
        let (name, whom) = (args.output.display(), audience.name());
        page.paragraph(&format!(
            "{} for {whom} was written to {name}",
            written.what
        ));
        output.remark(&page)?;
    }
    Ok(Outcome::Answered)
}
