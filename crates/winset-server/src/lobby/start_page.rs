//! The pages of the lobby.

use askama::Template;
use winset_told::messages::Language;

use super::field::Field;
use super::written_form::WrittenFields;
use super::{ReadFile, RecentCase, TemplateCard};
use crate::assets;

/// What stands around a page of the lobby.
#[derive(Debug)]
pub(super) struct StartFrame {
    pub(super) words: &'static Language,
    /// The title of the case that is open.
    pub(super) open: Option<String>,
    /// What is wrong: at which field, where at one, and why.
    pub(super) wrong: Vec<(Option<String>, String)>,
}

#[expect(
    clippy::unused_self,
    reason = "templates call methods of what they show"
)]
impl StartFrame {
    pub(super) fn css(&self) -> &'static str {
        assets::DESK_CSS.href()
    }

    pub(super) fn icon(&self) -> &'static str {
        assets::ICON_SVG.href()
    }

    pub(super) fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

/// The roads to a case.
#[derive(Debug, Template)]
#[template(path = "start.html")]
pub(super) struct StartPage<'a> {
    pub(super) frame: StartFrame,
    pub(super) folder: &'a str,
    pub(super) recent: Vec<RecentCase>,
    /// What is wrong with the choice of one.
    pub(super) of_recent: Field,
    pub(super) templates: &'a [TemplateCard],
    /// The template that is chosen.
    pub(super) template: Field,
    pub(super) title: Field,
    pub(super) file: Field,
    pub(super) upload: Field,
    pub(super) once: String,
}

/// The form in which a case is written down.
#[derive(Debug, Template)]
#[template(path = "start_new.html")]
pub(super) struct NewPage<'a> {
    pub(super) frame: StartFrame,
    pub(super) folder: &'a str,
    pub(super) fields: WrittenFields,
    pub(super) once: String,
}

/// What a chosen file holds, before a case file is written of it.
#[derive(Debug, Template)]
#[template(path = "start_read.html")]
pub(super) struct ReadPage<'a> {
    pub(super) frame: StartFrame,
    pub(super) folder: &'a str,
    pub(super) read: &'a ReadFile,
    pub(super) key: &'a str,
    pub(super) title: Field,
    pub(super) file: Field,
    pub(super) once: String,
}
