//! Cases built in code, by the same rules as cases read from files.
//!
//! A [`CaseBuilder`] collects parties, points and demands by their identifiers, and writes them as
//! the case file that says the same. [`CaseBuilder::build`] reads that file: whatever is wrong with
//! it is found by the reader of files, all at once, and each finding says by its path which element
//! it is about.
//!
//! ```
//! use winset_model::builder::{CaseBuilder, NewAssumption, NewCondition, NewLine, NewLink, NewParty, NewPoint};
//!
//! let mut harbour = CaseBuilder::new("harbour", "Use of the harbour");
//! harbour
//!     .party(NewParty::new("north", "Northern Port Authority").no_deal(4))
//!     .party(NewParty::new("south", "Southern Fleet").no_deal(1))
//!     .point(NewPoint::new("berths", "Who assigns berths").option("b1", "North").option("b2", "Both"))
//!     .point(NewPoint::range("fee", "Fee per ship", 0, 10, 5))
//!     .scores("north", "berths", [3, 0])
//!     .scores("north", "fee", [0, 2, 5])
//!     .scores("south", "berths", [0, 2])
//!     .scores("south", "fee", [4, 2, 0])
//!     .line(NewLine::new("S-fee", "south", "fee", &["0"]).step(&["0", "5"], 2))
//!     .link(
//!         NewLink::if_then(
//!             "N-office-needs-fee",
//!             NewCondition::on("berths", &["b2"]),
//!             NewCondition::on("fee", &["5", "10"]),
//!         )
//!         .demanded_by("north", 3),
//!     );
//! let case = harbour.build().map_err(|found| format!("{found:?}"))?.case;
//! assert_eq!(case.package_count(), 6_u32.into());
//!
//! harbour.assumption(NewAssumption::new("A1", "north", "south").no_deal(2));
//! let unused = harbour.build().map_err(|found| format!("{found:?}"))?.warnings;
//! assert!(unused.iter().any(|warning| warning.code.as_str() == "W014"));
//!
//! harbour.line(NewLine::new("S-office", "south", "berth", &["b2"]));
//! let found = harbour.build().map(|_| "no such point").unwrap_err();
//! assert_eq!(found[0].path, "lines[1].point");
//! assert_eq!(found[0].suggestion.as_deref(), Some("berths"));
//! # Ok::<(), String>(())
//! ```

mod case;
mod condition;
mod demands;
mod json;
mod matters;
mod moves;
mod supposed;
mod votes;

pub use case::CaseBuilder;
pub use condition::{NewCondition, OptionPicks};
pub use demands::{NewLine, NewLink};
pub use matters::{NewParty, NewPoint};
pub use moves::{NewLever, NewOffer};
pub use supposed::NewAssumption;
pub use votes::{NewBody, NewVoteRule};
