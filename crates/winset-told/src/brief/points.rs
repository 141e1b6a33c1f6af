//! Every point, and how it stands.

use winset_model::case::Point;
use winset_solve::{PointStanding, PointStatus};

use super::findings::BriefFindings;
use super::parts::{BriefMark, BriefPoint};
use crate::words::grouped;

/// Every point, in order.
pub(super) fn points(findings: &BriefFindings<'_>) -> Vec<BriefPoint> {
    let case = findings.case;
    let points = case.points.iter().zip(&findings.status.points);
    let cell = |(place, ((point, of), clashes)): (usize, ((&_, &_), &usize))| {
        let point: &Point = point;
        let of: &PointStatus = of;
        BriefPoint {
            number: place + 1,
            title: point.title.clone(),
            mark: match of.standing {
                PointStanding::Agreed(_) => BriefMark::Agreed,
                PointStanding::Bracketed => BriefMark::Bracketed,
                PointStanding::Blocked => BriefMark::Blocked,
            },
            note: match clashes {
                0 => String::new(),
                1 => "1 clash".to_owned(),
                many => format!("{} clashes", grouped(many)),
            },
        }
    };
    points
        .zip(&findings.touched)
        .enumerate()
        .map(cell)
        .collect()
}
