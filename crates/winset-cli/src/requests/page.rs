//! Requests that are met together, as a page.

use winset::ask::{RequestsAnswer, RequestsEnd, request_shares};
use winset::check::rings::{RINGS_MAX, Ring, SettledRings};
use winset::told::grouped;
use winset::told::stopped::{stopped_by, to_go_on};
use winset::told::words::{capital, counted};

use crate::page::{Page, STRONG};

/// Most rows that are told one by one.
const ROWS_TOLD_MAX: usize = 20;

/// The page of requests.
pub(super) fn page(answer: &RequestsAnswer) -> Page {
    let mut page = Page::default();
    match &answer.end {
        RequestsEnd::Settled(settled) => settled_requests(&mut page, answer, settled),
        RequestsEnd::Stopped(reason) => {
            let why = capital(&stopped_by(*reason));
            page.styled(STRONG, &format!("{why}: the requests are not decided."));
            page.paragraph(&to_go_on(*reason));
        }
        RequestsEnd::TooLarge(_) => {
            let most = grouped(RINGS_MAX);
            let said = format!("There are more than {most} circles and chains to look at.");
            page.styled(STRONG, &said);
            page.paragraph(
                "Allow shorter ones with --circle and --chain, or ask with fewer requests.",
            );
        }
    }
    let wants = answer.wants_nobody_offers();
    listed(&mut page, "Nobody else offers whom these rows want", &wants);
    let gives = answer.gives_nobody_wants();
    listed(&mut page, "Nobody else wants whom these rows give", &gives);
    page
}

fn settled_requests(page: &mut Page, answer: &RequestsAnswer, settled: &SettledRings) {
    let shares = request_shares(answer, settled);
    let (met, wants) = shares.iter().fold((0, 0), |(met, wants), share| {
        (met + share.met, wants + share.wants)
    });
    let headline = match wants {
        0 => "No row wants anybody in return.".to_owned(),
        wants if met == wants => format!("{} can all be met.", counted(wants, "request")),
        wants => format!(
            "{} of {} can be met.",
            grouped(met),
            counted(wants, "request")
        ),
    };
    page.styled(STRONG, &headline);
    let (circle, chain) = (answer.lengths.circle_max, answer.lengths.chain_max);
    page.paragraph(&format!(
        "No other choice of circles of up to {circle} and chains of up to {chain} has more weight, and none with as \
         much serves the worst-served holder better. This is proven and checked."
    ));
    page.heading("Who is released to whom, by row");
    for ring in settled.rings() {
        page.indented(2, &ring_in_words(answer, ring));
    }
    if settled.rings().is_empty() {
        page.indented(2, "nobody");
    }
    page.heading("Holders");
    let heads = ["", "requests", "met", "releases"];
    let mut table = vec![heads.map(str::to_owned).to_vec()];
    for (holder, share) in answer.holders.iter().zip(&shares) {
        let counts = [share.wants, share.met, share.releases];
        let counts = counts.iter().map(grouped);
        table.push(std::iter::once(holder.clone()).chain(counts).collect());
    }
    page.table(2, &table);
}

fn ring_in_words(answer: &RequestsAnswer, ring: &Ring) -> String {
    let named = |node: &usize| {
        let request = &answer.requests[*node];
        format!("row {} ({})", request.row, answer.holders[request.holder])
    };
    let places: Vec<String> = ring.nodes.iter().map(named).collect();
    let (kind, back) = if ring.closed {
        ("circle", ", and back")
    } else {
        ("chain", "")
    };
    format!("{kind}: {}{back}", places.join(" to "))
}

fn listed(page: &mut Page, head: &str, rows: &[usize]) {
    if rows.is_empty() {
        return;
    }
    page.heading(head);
    let told = rows.iter().take(ROWS_TOLD_MAX);
    let told: Vec<String> = told.map(ToString::to_string).collect();
    let more = match rows.len().saturating_sub(ROWS_TOLD_MAX) {
        0 => String::new(),
        more => format!(" and {} more", grouped(more)),
    };
    page.indented(2, &format!("{}{more}", told.join(", ")));
}
