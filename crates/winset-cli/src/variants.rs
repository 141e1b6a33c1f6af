//! What rules under other programs' names pick, for a reader.

use winset::check::Acceptable;
use winset::model::case::Case;
use winset::solve::{Among, Count, Picked, Variant, Variants};

use crate::page::Page;
use winset::told::settled::{package, packages_picked, worth};
use winset::told::stopped::unfinished;
use winset::told::words::counted;

/// Writes what each rule picks: its formula, how many packages, the scores of the first and the
/// package itself.
pub(crate) fn write(page: &mut Page, case: &Case, variants: &Variants) {
    page.heading("Other rules (read off complete frontiers)");
    for picked in &variants.picked {
        page.blank();
        let (name, words) = (picked.rule.name(), picked.rule.words());
        page.indented(2, &format!("{name}: {words}"));
        match &picked.found {
            Variant::Found(found) => write_found(page, case, picked, found),
            Variant::Nothing => page.indented(4, "none: there is nothing to pick from"),
            Variant::Stopped(reason) => {
                page.indented(4, &format!("not known: {}", unfinished(*reason)));
            }
        }
    }
}

fn write_found(page: &mut Page, case: &Case, picked: &Picked, found: &[(Acceptable, Count)]) {
    let Some((first, _)) = found.first() else {
        return;
    };
    match packages_picked(found) {
        Some(one) if one == 1_u8.into() => {}
        Some(several) => {
            let several = counted(several, "package");
            page.indented(4, &format!("{several} are as good; the first:"));
        }
        None => page.indented(4, "several packages may be as good; the first:"),
    }
    let refused = picked.rule.among() == Among::All && !is_acceptable(case, first);
    let remark = if refused {
        " (not acceptable to all)"
    } else {
        ""
    };
    page.indented(4, &format!("{}{remark}", worth(case, first)));
    page.indented(4, &package(case, first.package()));
}

/// Whether a package is acceptable at the declared positions.
fn is_acceptable(case: &Case, found: &Acceptable) -> bool {
    let declared = winset::model::positions::Positions::declared(case);
    winset::check::accept(case, &declared, found.package()).is_ok()
}
