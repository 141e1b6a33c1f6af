//! Which entries, as flags say it.

use winset::ask::{RecordFilter, RecordKind};
use winset::model::calendar::Day;
use winset::model::case::Case;
use winset::model::options::PointId;
use winset::model::register::{EventCategory, SourceGrade, VerificationStatus};

use crate::args::{ListedKindArg, RecordFilterArgs};
use crate::failure::Failure;
use crate::flags::Flags;

/// The filter that flags describe; names are looked up in the case as its reader sees it.
pub(super) fn filter_of(args: &RecordFilterArgs, case: &Case) -> Result<RecordFilter, Failure> {
    let mut flags = Flags::default();
    let parties = || case.parties.iter().map(|party| party.id.as_str());
    let points = || case.points.iter().map(|point| point.id.as_str());
    if let Some(party) = &args.party {
        flags.name("--party", party, "party", parties());
    }
    if let Some(point) = &args.point {
        flags.name("--point", point, "point", points());
    }
    let statuses = VerificationStatus::ALL.map(VerificationStatus::as_str);
    if let Some(status) = &args.status {
        flags.name("--status", status, "status", statuses);
    }
    let categories = EventCategory::ALL.map(EventCategory::as_str);
    if let Some(category) = &args.category {
        flags.name("--category", category, "category", categories);
    }
    let grade = args.grade_at_least.as_ref();
    let grade_at_least = grade.and_then(|text| SourceGrade::read(text));
    if let Some(text) = grade.filter(|_| grade_at_least.is_none()) {
        let message = format!("`{text}` is not a grade");
        flags.wrong("--grade-at-least", text, message, "a grade from A1 to F6");
    }
    flags.checked()?;
    let day = |text: &Option<String>| text.as_deref().and_then(Day::read);
    let point = args.point.as_ref();
    Ok(RecordFilter {
        since: day(&args.since),
        until: day(&args.until),
        kinds: args.kind.iter().map(|kind| kind_of(*kind)).collect(),
        party: args.party.as_ref().and_then(|id| case.party_named(id)),
        point: point.and_then(|id| {
            let place = points().position(|known| known == id)?;
            Some(PointId::at(place))
        }),
        place: args.place.clone(),
        status: args.status.as_deref().and_then(VerificationStatus::read),
        category: args.category.as_deref().and_then(EventCategory::read),
        grade_at_least,
    })
}

fn kind_of(kind: ListedKindArg) -> RecordKind {
    match kind {
        ListedKindArg::Statement => RecordKind::Statement,
        ListedKindArg::Incident => RecordKind::Incident,
        ListedKindArg::Session => RecordKind::Session,
        ListedKindArg::Offer => RecordKind::Offer,
    }
}
