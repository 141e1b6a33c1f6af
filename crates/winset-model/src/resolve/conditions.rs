//! Conditions: members joined in point order, so that the order of keys in a file means nothing.

use super::names::Names;
use crate::condition::Condition;
use crate::diagnostic::{Code, Diagnostic};
use crate::file::conditions::{ConditionFile, ConditionMember};
use crate::file::forms::Whole;
use crate::file::read::Context;
use crate::options::PointId;

/// Resolves a condition, or reports. The recursion is bounded by the nesting limit of files.
///
/// Members come in a fixed order: points in the case's order, then `all`, `any`, `not`,
/// `at_least`.
pub(super) fn condition(
    file: &ConditionFile,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Condition> {
    let mut members: Vec<Option<(Rank, Condition)>> = Vec::new();
    for member in &file.members {
        members.push(resolve(member, names, cx));
    }
    let mut members: Vec<(Rank, Condition)> = members.into_iter().collect::<Option<_>>()?;
    members.sort_by_key(|(rank, _)| *rank);
    Some(Condition::all(
        members.into_iter().map(|(_, c)| c).collect(),
    ))
}

/// The place of a member among its siblings.
type Rank = (u8, Option<PointId>);

fn resolve(
    member: &ConditionMember,
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<(Rank, Condition)> {
    match member {
        ConditionMember::Point(name, picks) => {
            let point = names.point(name, cx)?;
            let options = names.picks(point, picks, cx)?;
            Some(((0, Some(point)), Condition::holds(point, options)))
        }
        ConditionMember::All(of) => Some(((1, None), Condition::all(conditions(of, names, cx)?))),
        ConditionMember::Any(of) => Some(((2, None), Condition::any(conditions(of, names, cx)?))),
        ConditionMember::Not(inner) => Some(((3, None), condition(inner, names, cx)?.negated())),
        ConditionMember::AtLeast(need, of) => {
            let of = conditions(of, names, cx);
            let need = checked_need(*need, member, cx);
            Some(((4, None), Condition::at_least(need?, of?)))
        }
    }
}

fn checked_need(need: Whole, member: &ConditionMember, cx: &mut Context<'_>) -> Option<usize> {
    let ConditionMember::AtLeast(_, of) = member else {
        return None;
    };
    let value = usize::try_from(need.value)
        .ok()
        .filter(|n| (1..=of.len()).contains(n));
    if value.is_none() && cx.are_read([need.span]) {
        let (need_value, of) = (need.value, of.len());
        cx.find(Code::ConditionNeed, need.span, || {
            let message = format!("`at_least` asks for {need_value} of {of} conditions");
            Diagnostic::new(Code::ConditionNeed, need.span, "", message)
                .expected(format!("a number from 1 to {of}"))
        });
    }
    value
}

/// Resolves every condition of a list, or reports.
pub(super) fn conditions(
    files: &[ConditionFile],
    names: &Names<'_>,
    cx: &mut Context<'_>,
) -> Option<Vec<Condition>> {
    let found: Vec<_> = files.iter().map(|f| condition(f, names, cx)).collect();
    found.into_iter().collect()
}
