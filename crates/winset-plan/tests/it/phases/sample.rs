//! Small plans as case files.

use winset_check::plan::PlanQuestion;
use winset_model::answer::StopReason;
use winset_model::case::Case;
use winset_model::document::Syntax;
use winset_model::read_case;

/// A case with parties `ann`, `bob` and `cyd`, and this plan.
pub(super) fn case(plan: &str) -> Case {
    let text = format!(
        "format: winset-case/1\nid: pier\ntitle: Pier\nparties:\n  - {{id: ann, name: Ann}}\n  \
         - {{id: bob, name: Bob}}\n  - {{id: cyd, name: Cyd}}\npoints:\n  - id: land\n    title: Land\n    \
         options: [{{id: keep, label: Keep}}, {{id: sell, label: Sell}}]\nplan:\n{plan}"
    );
    match read_case(text.as_bytes(), Syntax::Yaml) {
        Ok(reading) => reading.case,
        Err(found) => unreachable!("{found:?}\n{text}"),
    }
}

/// The question that a case asks of itself.
pub(super) fn question(case: &Case) -> PlanQuestion<'_> {
    PlanQuestion::of(case, None).expect("the case has a plan")
}

/// Never stops.
pub(super) fn never() -> Option<StopReason> {
    None
}
