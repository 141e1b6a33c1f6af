//! Exact answers for mediated negotiations: is there any package that all parties can accept?
//!
//! Yes, with how many there are and the best that each party can get; no, with a proof that another
//! program can check; or stopped, with the best bound. Nothing in between, and no float decides.
//!
//! | to | see |
//! |---|---|
//! | read a case file, with its journal, or a folder of another program's | [`load()`], [`load_folder`] |
//! | build a case in code | [`model::builder`] |
//! | ask what the command asks, in its own structs | [`ask`] |
//! | write such an answer as JSON, and read it back | [`form`] |
//! | ask the solver itself | [`solve`] |
//! | check what was found, from the case alone | [`check`] |
//! | say it in sentences, draw it, export it | [`told`], [`drawn`], [`export`] |
//! | work with the record of the talks and the negotiating text | [`journal`], [`mod@text`] |
//!
//! Nothing here reads the clock or prints; limits of time come from a [`Budget`](solve::Budget). Every
//! answer is the same, to the byte, on any number of threads.
//!
//! # Load a case and solve it
//!
//! ```
//! use winset::model::answer::Answer;
//! use winset::model::positions::Positions;
//! use winset::solve::{Budget, overlap};
//!
//! # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/sella-basin.yaml");
//! let loaded = winset::load(path.as_ref())?;
//! let case = &loaded.reading.case;
//! let declared = Positions::declared(case);
//! if let Answer::Impossible(proof) = overlap(case, &declared, &Budget::unlimited()) {
//!     let again = winset::check::verify(case, proof.bytes())?;
//!     assert_eq!(again.positions(), &declared);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Build a case and ask for its frontier
//!
//! A case that is built passes the same checks as a file, and all that is wrong comes at once.
//!
//! ```
//! use winset::ask::{self, FrontierTerms};
//! use winset::model::builder::{CaseBuilder, NewParty, NewPoint};
//! use winset::model::options::PartyId;
//! use winset::model::positions::Positions;
//! use winset::solve::Budget;
//!
//! let mut lease = CaseBuilder::new("lease", "Lease of a pier");
//! lease.party(NewParty::new("port", "Port").no_deal(2));
//! lease.party(NewParty::new("line", "Shipping line").no_deal(3));
//! lease.point(NewPoint::new("fee", "Fee").option("low", "Low").option("high", "High"));
//! lease.point(NewPoint::new("years", "Years").option("five", "5").option("ten", "10"));
//! lease.scores("port", "fee", [0, 6]).scores("port", "years", [3, 1]);
//! lease.scores("line", "fee", [5, 0]).scores("line", "years", [0, 4]);
//! let case = lease.build().map_err(|found| format!("{found:?}"))?.case;
//!
//! let terms = FrontierTerms {
//!     axes: vec![PartyId(0), PartyId(1)],
//!     at_most: None,
//! };
//! let found = ask::frontier(&case, &Positions::declared(&case), terms, &Budget::unlimited());
//! assert!(found.complete());
//! let scores: Vec<_> = found.points.iter().map(|point| point.package.scores()).collect();
//! assert_eq!(scores, [[Some(7), Some(4)], [Some(3), Some(5)]]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Read an answer's form back
//!
//! [`ask`] asks the questions of the command `winset`, and [`form`] writes each answer as the line of
//! JSON that `--json` prints. [`form::read`] reads such a line, with all its keys as fields; numbers
//! stay exact, and a line of another version or with anything else in it is refused.
//!
//! ```
//! use winset::ask::{Movers, Progress, WorkLimit, verdict_summary};
//! use winset::form::{self, AnswerForm, AnyForm, VerdictWord};
//! use winset::model::builder::{CaseBuilder, NewLine, NewParty, NewPoint};
//! use winset::model::positions::Positions;
//! use winset::solve::{Budget, verdict};
//!
//! let mut sale = CaseBuilder::new("sale", "Sale of a boat");
//! sale.party(NewParty::new("ada", "Ada"))
//!     .party(NewParty::new("bo", "Bo"))
//!     .point(NewPoint::range("price", "Price", 0, 10, 5))
//!     .line(NewLine::new("A-price", "ada", "price", &["5", "10"]))
//!     .line(NewLine::new("B-price", "bo", "price", &["0"]).step(&["0", "5"], 2));
//! let case = sale.build().map_err(|found| format!("{found:?}"))?.case;
//!
//! let (declared, budget) = (Positions::declared(&case), Budget::unlimited());
//! let found = verdict(&case, &declared, &budget);
//! let limit = WorkLimit::small(budget, Progress::silent());
//! let beside = verdict_summary(&case, &declared, &found, Movers::All, &limit);
//! let line = form::line(&AnswerForm::new(&case, &found, Some(&beside), None))?;
//!
//! let AnyForm::Solve(solve) = form::read(&line)? else {
//!     return Err("the answer to another question".into());
//! };
//! assert_eq!(solve.verdict, VerdictWord::NoOverlap);
//! assert_eq!(solve.packages.to_string(), "3");
//! let openings = solve.openings.ok_or("not asked for")?;
//! assert_eq!(openings[0].cost.integer(), Some(2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod folder;
mod load;
mod workbook;

pub use folder::{CasePlace, FOLDER_BYTES_MAX, FOLDER_FILES_MAX, Folder, case_place, load_folder};
pub use load::{
    Journal, LoadError, Loaded, SourceText, load, load_as, load_overlay, parse, read_limited, text,
};
pub use winset_answers::{ask, drawn, form};
pub use winset_check as check;
pub use winset_export as export;
pub use winset_extract as extract;
pub use winset_journal as journal;
pub use winset_model as model;
pub use winset_plan as plan;
pub use winset_play as play;
pub use winset_sheet as sheet;
pub use winset_solve as solve;
pub use winset_text as text;
pub use winset_told as told;
pub use workbook::{WorkbookCase, is_workbook, workbook_case, workbook_findings};
