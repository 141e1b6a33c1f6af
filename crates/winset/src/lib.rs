//! Exact answers for mediated negotiations: overlap, or a checked proof that there is none.
//!
//! [`load`] reads a case, [`solve`] answers questions about it, [`check`] checks answers from the
//! case alone, [`told`] puts them into sentences, [`model`] is the vocabulary. Nothing behind these
//! reads the clock or prints.
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
//! # Read an answer's form back
//!
//! [`ask`] asks the questions of the command `winset`, and [`form`] writes each answer as the line of
//! JSON that `--json` prints. [`form::read`] reads such a line, with all its keys as fields; numbers
//! stay exact, and a line of another version or with anything else in it is refused.
//!
//! ```
//! use winset::ask::{Progress, WorkLimit, verdict_summary};
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
//! let beside = verdict_summary(&case, &declared, &found, &limit);
//! let line = form::line(&AnswerForm::new(&case, &found, Some(&beside)))?;
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

pub use folder::{FOLDER_BYTES_MAX, FOLDER_FILES_MAX, Folder, load_folder};
pub use load::{
    Journal, LoadError, Loaded, SourceText, load, load_as, load_overlay, parse, read_limited, text,
};
pub use winset_answers::{ask, drawn, form};
pub use winset_check as check;
pub use winset_export as export;
pub use winset_journal as journal;
pub use winset_model as model;
pub use winset_solve as solve;
pub use winset_text as text;
pub use winset_told as told;
