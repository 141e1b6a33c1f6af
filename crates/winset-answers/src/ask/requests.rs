//! Requests for named persons that can be met together: circles and chains of releases.

use winset_check::rings::{RingPoolTooLarge, SettledRings};
use winset_model::answer::StopReason;
use winset_plan::requests::{NamedRequest, RequestLengths, pool_of};
use winset_plan::rings::{RingsEnd, settle_rings};
use winset_solve::Budget;

use super::search_limit::search_limit;

/// Requests, and which of them can be met together.
#[derive(Debug)]
pub struct RequestsAnswer {
    /// Who holds somebody, in the order in which the list names them first.
    pub holders: Vec<String>,
    /// The requests, in the order of the list.
    pub requests: Vec<NamedRequest>,
    /// How long rings may be.
    pub lengths: RequestLengths,
    /// For each request how many others ask for the person whom it gives.
    asked: Vec<usize>,
    /// For each request how many others give a person whom it wants.
    given: Vec<usize>,
    /// What was found.
    pub end: RequestsEnd,
}

/// How the search for rings of requests ended.
#[derive(Debug)]
pub enum RequestsEnd {
    /// The best that can be carried out together, checked.
    Settled(Box<SettledRings>),
    /// There are too many rings to look at.
    TooLarge(RingPoolTooLarge),
    /// Stopped before it was decided.
    Stopped(StopReason),
}

/// A party's part in what is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestShare {
    /// How many requests it makes that want somebody.
    pub wants: usize,
    /// How many of them are met.
    pub met: usize,
    /// How many persons it releases.
    pub releases: usize,
}

impl RequestsAnswer {
    /// The rows that want somebody whom no other holder offers.
    pub fn wants_nobody_offers(&self) -> Vec<usize> {
        let wanting = |request: &NamedRequest| !request.wants.is_empty();
        self.rows_without(&self.given, wanting)
    }

    /// The rows that give somebody whom no other holder wants.
    pub fn gives_nobody_wants(&self) -> Vec<usize> {
        self.rows_without(&self.asked, |_| true)
    }

    fn rows_without(&self, counts: &[usize], asks: impl Fn(&NamedRequest) -> bool) -> Vec<usize> {
        let requests = self.requests.iter().zip(counts);
        let none = requests.filter(|(request, count)| **count == 0 && asks(request));
        none.map(|(request, _)| request.row).collect()
    }
}

/// Works out which requests are met together: most weight, then the shares of holders that are best from the
/// smallest on.
pub fn requests(
    holders: Vec<String>,
    requests: Vec<NamedRequest>,
    lengths: RequestLengths,
    budget: &Budget<'_>,
) -> RequestsAnswer {
    let pool = pool_of(&requests, lengths);
    let mut given = vec![0; requests.len()];
    let meets = pool.meets.iter().flatten();
    meets.for_each(|other| given[*other] += 1);
    let asked = pool.meets.iter().map(Vec::len).collect();
    let stop = || (budget.stop)().is_some();
    let end = match settle_rings(&pool, search_limit(budget, &stop)) {
        RingsEnd::Settled(settled, _) => RequestsEnd::Settled(settled),
        RingsEnd::TooLarge(why) => RequestsEnd::TooLarge(why),
        RingsEnd::Stopped => RequestsEnd::Stopped((budget.stop)().unwrap_or(StopReason::NodeLimit)),
        RingsEnd::Refused(why) => {
            (budget.refused)(winset_solve::CheckRefusal::new(why));
            RequestsEnd::Stopped(StopReason::CheckFailed)
        }
    };
    RequestsAnswer {
        holders,
        requests,
        lengths,
        asked,
        given,
        end,
    }
}

/// What each holder has of what is settled, in the order of the holders.
pub fn request_shares(answer: &RequestsAnswer, settled: &SettledRings) -> Vec<RequestShare> {
    let none = RequestShare {
        wants: 0,
        met: 0,
        releases: 0,
    };
    let mut shares = vec![none; answer.holders.len()];
    for request in answer.requests.iter().filter(|r| !r.wants.is_empty()) {
        shares[request.holder].wants += 1;
    }
    for ring in settled.rings() {
        for request in ring.receivers() {
            shares[answer.requests[*request].holder].met += 1;
        }
        for request in ring.givers() {
            shares[answer.requests[*request].holder].releases += 1;
        }
    }
    shares
}
