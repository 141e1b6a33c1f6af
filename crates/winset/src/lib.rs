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

mod folder;
mod load;

pub use folder::{FOLDER_BYTES_MAX, FOLDER_FILES_MAX, Folder, load_folder};
pub use load::{
    Journal, LoadError, Loaded, Text, load, load_as, load_overlay, parse, read_limited, text,
};
pub use winset_answers::{ask, drawn, form};
pub use winset_check as check;
pub use winset_export as export;
pub use winset_journal as journal;
pub use winset_model as model;
pub use winset_solve as solve;
pub use winset_text as text;
pub use winset_told as told;
