//! What the flags of `winset open` say about a case.

use winset::SourceText;
use winset::model::case::{Case, DemandId};
use winset::model::derived::{ConcessionTerms, Movable};
use winset::model::diagnostic::{Code, Diagnostic, Span};
use winset::model::document::Syntax;
use winset::model::file::forms::WHOLE_MAX;
use winset::model::options::PartyId;
use winset::solve::{OpeningTerms, Order};

use crate::args::{OpenArgs, VotesArg};
use crate::failure::Failure;
use winset::told::words::listed;

/// Names that are listed in a message.
const SHOWN_MAX: usize = 12;

/// Reads the flags; everything wrong with them is told at once.
pub(super) fn read(case: &Case, args: &OpenArgs) -> Result<OpeningTerms, Failure> {
    let mut reader = Reader {
        case,
        text: String::new(),
        found: Vec::new(),
    };
    let party = args.party.as_ref();
    let only_party = party.and_then(|id| reader.only_party(id));
    let keep = args.keep.iter().filter_map(|id| reader.keep(id));
    let keep = keep.collect();
    let mut most = vec![None; case.parties.len()];
    for limit in &args.max_cost {
        reader.max_cost(limit, &mut most);
    }
    if !reader.found.is_empty() {
        let text = SourceText {
            name: "command line".to_owned(),
            bytes: reader.text.into_bytes(),
            syntax: Syntax::Yaml,
        };
        return Err(Failure::Changes(vec![(text, reader.found)]));
    }
    let votes = match args.votes {
        VotesArg::Stay => Movable::Never,
        VotesArg::MayDrop => Movable::Allowed,
    };
    let order = if args.nobody_alone {
        Order::Largest
    } else {
        Order::Cost
    };
    Ok(OpeningTerms {
        terms: ConcessionTerms {
            only_party,
            keep,
            votes,
        },
        most,
        order,
    })
}

/// The flags as a text, one on each line, and what is wrong with them.
struct Reader<'c> {
    case: &'c Case,
    text: String,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Adds a flag to the text; returns where its value starts.
    fn flag(&mut self, name: &str, value: &str) -> usize {
        let start = self.text.len() + name.len() + 1;
        self.text.push_str(&format!("{name} {value}\n"));
        start
    }

    fn only_party(&mut self, id: &str) -> Option<PartyId> {
        let start = self.flag("--party", id);
        self.party(id, start)
    }

    fn party(&mut self, id: &str, start: usize) -> Option<PartyId> {
        let found = self.case.party_named(id);
        if found.is_none() {
            let names = self.case.parties.iter().map(|p| p.id.as_str()).collect();
            self.unknown((Code::UnknownParty, "party"), id, start, names);
        }
        found
    }

    /// A demand that is no law.
    fn keep(&mut self, id: &str) -> Option<DemandId> {
        let start = self.flag("--keep", id);
        let span = spanned(id, start);
        match self.case.demand_named(id) {
            Some(demand) if self.case.is_law(demand) => {
                let message = format!("`{id}` is a law: it is kept anyway");
                let finding = Diagnostic::new(Code::LawRelaxed, span, "", message);
                self.found
                    .push(finding.expected("a line, a link or a vote rule that is no law"));
                None
            }
            Some(demand) => Some(demand),
            None => {
                let demands = self.case.demands().into_iter();
                let demands = demands.filter(|d| !self.case.is_law(*d));
                let names = demands.map(|d| self.case.demand_name(d)).collect();
                let kind = (Code::UnknownEntry, "line, link or vote rule");
                self.unknown(kind, id, start, names);
                None
            }
        }
    }

    /// A party and the most that it bears.
    fn max_cost(&mut self, limit: &str, most: &mut [Option<u64>]) {
        let start = self.flag("--max-cost", limit);
        let Some((id, cost)) = limit.split_once('=') else {
            let message = format!("`{limit}` has no `=`");
            let finding = Diagnostic::new(Code::Malformed, spanned(limit, start), "", message);
            self.found.push(finding.expected("PARTY=COST"));
            return;
        };
        let party = self.party(id, start);
        let from = start + id.len() + 1;
        let whole = cost.bytes().all(|b| b.is_ascii_digit());
        let amount = cost
            .parse::<u64>()
            .ok()
            .filter(|c| whole && *c <= WHOLE_MAX);
        if amount.is_none() {
            let message = format!("`{cost}` is no cost");
            let finding = Diagnostic::new(Code::NumberRange, spanned(cost, from), "", message);
            let expected = format!("a whole number from 0 to {WHOLE_MAX}");
            self.found.push(finding.expected(expected));
        }
        let limit = party.and_then(|p| most.get_mut(p.index()));
        if let (Some(limit), Some(amount)) = (limit, amount) {
            if limit.is_some() {
                let message = format!("the costs of `{id}` have a limit already");
                let span = spanned(id, start);
                let finding = Diagnostic::new(Code::Repeated, span, "", message);
                self.found
                    .push(finding.expected("one limit for each party"));
            }
            *limit = Some(amount);
        }
    }

    fn unknown(&mut self, kind: (Code, &str), id: &str, start: usize, names: Vec<&str>) {
        let (code, word) = kind;
        let message = format!("unknown {word} `{id}`");
        let shown: Vec<String> = names
            .iter()
            .take(SHOWN_MAX)
            .map(|n| (*n).to_owned())
            .collect();
        let expected = match names.len() {
            0 => format!("nothing: the case has no {word}"),
            all if all > SHOWN_MAX => format!("one of {}, ... ({all} in all)", shown.join(", ")),
            _ => listed(&shown, "or"),
        };
        let finding = Diagnostic::new(code, spanned(id, start), "", message);
        self.found
            .push(finding.expected(expected).nearest(id, names));
    }
}

fn spanned(text: &str, start: usize) -> Span {
    let end = start + text.len();
    Span { start, end }
}
