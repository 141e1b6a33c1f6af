//! The command.

use std::path::{Path, PathBuf};

use winset::Loaded;
use winset::ask::{ClassAnswer, class_debrief};
use winset::form;
use winset::model::audience::Audience;
use winset::model::options::Package;
use winset::sheet::{outcome_workbook, read_outcome, read_tables, to_xlsx};
use winset::told::class::class_told;

use super::{debrief, roles};
use crate::args::ClassArgs;
use crate::failure::{Failure, Outcome};
use crate::flags::Flags;
use crate::output::{self, Output, is_dash};
use crate::page::Page;
use crate::paper::{html, visible};
use crate::progress::Watch;
use crate::whole_file::{self, Places, Written};

const ROLE: Written = Written {
    what: "the sheet of a role",
    endings: &["html"],
};
const FORM: Written = Written {
    what: "the form of a group",
    endings: &["xlsx"],
};
const DEBRIEF: Written = Written {
    what: "the debrief",
    endings: &["html", "htm"],
};
/// Endings of forms that are read.
const READ: [&str; 3] = ["xlsx", "ods", "csv"];

/// Runs `winset class`.
pub(crate) fn run(args: &ClassArgs, output: Output) -> Result<Outcome, Failure> {
    if args.case.reader.audience.is_some() {
        return Err(Failure::Misuse(
            "a class is prepared from the whole case: leave --as out",
        ));
    }
    if is_dash(&args.output) {
        return Err(Failure::Misuse("name a place for what is written with -o"));
    }
    let loaded = output::case(&args.case, output)?;
    match (&args.debrief, args.groups) {
        (Some(folder), _) => tell(args, &loaded, folder, output),
        (None, groups) => hand_out(args, &loaded, groups.unwrap_or(1), output),
    }
}

/// Writes a sheet for each role and a form for each group, all or none.
fn hand_out(
    args: &ClassArgs,
    loaded: &Loaded,
    groups: u32,
    output: Output,
) -> Result<Outcome, Failure> {
    let case = &loaded.reading.case;
    let (to_roles, to_forms) = (args.output.join("roles"), args.output.join("outcomes"));
    let mut files: Vec<(PathBuf, Vec<u8>, Written)> = Vec::new();
    for party in &case.parties {
        let seen = loaded.seen(&Audience::Party(party.id.clone()))?;
        let paper = roles::role(&seen.case, &party.id);
        let text = html(&paper).map_err(Failure::Report)?;
        let place = to_roles.join(format!("{}.html", party.id));
        files.push((place, visible(&text).into_bytes(), ROLE));
    }
    let digits = groups.to_string().len();
    for group in 1..=groups {
        let bytes = to_xlsx(&outcome_workbook(case, group));
        let bytes = bytes.map_err(|error| Failure::Workbook(error.to_string()))?;
        files.push((
            to_forms.join(format!("group-{group:0digits$}.xlsx")),
            bytes,
            FORM,
        ));
    }
    whole_file::make_folder(&to_roles)?;
    whole_file::make_folder(&to_forms)?;
    let places = Places::new([args.case.case.as_path()], args.overwrite.force);
    for (place, _, written) in &files {
        places.look_ahead(place, *written)?;
    }
    let texts = files
        .iter()
        .map(|(place, bytes, _)| (place.as_path(), bytes.as_slice()));
    whole_file::write_all(texts, FORM.what)?;
    let mut page = Page::default();
    page.entry(
        0,
        9,
        "Roles",
        &format!(
            "{}: a sheet for each of {} parties, for its eyes alone",
            to_roles.display(),
            case.parties.len()
        ),
    );
    page.entry(
        0,
        9,
        "Outcomes",
        &format!("{}: a form for each of {groups} groups", to_forms.display()),
    );
    page.blank();
    page.sealed();
    output.page(&page)?;
    Ok(Outcome::Answered)
}

/// Reads the forms, and writes the debrief.
fn tell(
    args: &ClassArgs,
    loaded: &Loaded,
    folder: &Path,
    output: Output,
) -> Result<Outcome, Failure> {
    let case = &loaded.reading.case;
    let places = Places::new([args.case.case.as_path(), folder], args.overwrite.force);
    places.look_ahead(&args.output, DEBRIEF)?;
    let agreed = outcomes(loaded, folder)?;
    let watch = Watch::begin(args.limits.time_limit)?;
    let stop = || watch.stop();
    let found = class_debrief(case, &agreed, &args.limits.budget(&stop));
    let paper = debrief::paper(case, &found);
    let text = html(&paper).map_err(Failure::Report)?;
    whole_file::write(&args.output, visible(&text).as_bytes(), DEBRIEF.what)?;
    if args.json {
        output::bytes(&form::line(&form::ClassForm::new(case, &found))?)?;
    } else {
        output.page(&page(args, &found))?;
    }
    Ok(match found.stopped {
        Some(_) => Outcome::Stopped,
        None => Outcome::Answered,
    })
}

fn page(args: &ClassArgs, found: &ClassAnswer) -> Page {
    let mut page = Page::default();
    page.paragraph(&class_told(
        found.groups,
        found.without_deal,
        found.outcomes.len(),
    ));
    page.blank();
    page.entry(
        0,
        9,
        "Debrief",
        &format!("written to {}", args.output.display()),
    );
    page.blank();
    page.sealed();
    page
}

/// What each form says, in no order that is told; all that is wrong with all of them at once.
fn outcomes(loaded: &Loaded, folder: &Path) -> Result<Vec<Option<Package>>, Failure> {
    let mut paths = whole_file::files_in(folder, &READ)?;
    // What spreadsheet programs keep beside an open file is no form.
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !name.starts_with(['.', '~'])
    });
    if paths.is_empty() {
        return Err(Failure::BadValue {
            flag: "--debrief",
            found: folder.display().to_string(),
            expected: "a folder with forms; it holds no form that ends in .xlsx, .ods or .csv"
                .to_owned(),
            nearest: None,
        });
    }
    let mut agreed = Vec::new();
    let mut wrong = Flags::default();
    for path in paths {
        let bytes = winset::text(&path, None)?.bytes;
        let read = read_tables(&bytes);
        match read.and_then(|tables| read_outcome(&tables, &loaded.reading.case)) {
            Ok(package) => agreed.push(package),
            Err(found) => wrong.workbook(&path, &found),
        }
    }
    wrong.checked()?;
    Ok(agreed)
}
