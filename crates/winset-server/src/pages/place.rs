//! Where the contents of a page stand: on the desk, or in one file with those of other pages.

use std::fmt::{self, Display};

use askama::filters::{Html, HtmlSafe, escape};
use winset_answers::drawn::PicturePart;
use winset_model::case::Case;

use super::address::package_query;
use super::frame::escaped;

/// Where the contents of a page stand.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// On the desk: with forms, and links to other pages.
    Desk {
        /// Where the pages of the view are: `/v/NAME`.
        base: String,
        /// Whether acts can be written down.
        writes: bool,
    },
    /// In a file that holds the contents of several pages: without forms and without links to pages;
    /// identifiers begin with the page's name.
    File {
        /// The name of the page.
        page: &'static str,
    },
}

impl Place {
    /// What identifiers begin with.
    pub(crate) fn prefix(&self) -> String {
        match self {
            Self::Desk { .. } => String::new(),
            Self::File { page } => format!("{page}-"),
        }
    }

    /// The identifier of a part of the page.
    pub(crate) fn id(&self, name: impl Display) -> String {
        format!("{}{name}", self.prefix())
    }

    /// The address of a page below that of the view; none in a file.
    pub(crate) fn link(&self, path: impl Display) -> Option<String> {
        match self {
            Self::Desk { base, .. } => Some(format!("{base}{path}")),
            Self::File { .. } => None,
        }
    }

    /// The same as an attribute of a link, which leads nowhere without it.
    pub(crate) fn href(&self, path: impl Display) -> Href {
        Href(self.link(path))
    }

    /// What the addresses begin with that forms are sent to; none where no forms stand.
    pub(crate) fn forms(&self) -> Option<&str> {
        match self {
            Self::Desk { base, .. } => Some(base),
            Self::File { .. } => None,
        }
    }

    /// Whether forms stand here that write acts down.
    pub(crate) fn writes(&self) -> bool {
        matches!(self, Self::Desk { writes: true, .. })
    }

    /// Whether pictures take the focus themselves: without links in them nothing else does, and they
    /// scroll on a narrow screen.
    pub(crate) fn pictures_take_focus(&self) -> bool {
        matches!(self, Self::File { .. })
    }

    /// Where a part of a picture leads.
    pub(crate) fn of_part(&self, case: &Case, part: PicturePart<'_>) -> Option<String> {
        match part {
            PicturePart::Clash(number) => Some(format!("#{}", self.id(format!("clash-{number}")))),
            PicturePart::Package(package) => {
                self.link(format!("/package?{}", package_query(case, package)))
            }
            PicturePart::Version(name) => self.link(format!("/text?v={}", escaped(name))),
            PicturePart::WorkingText => self.link("/text"),
            PicturePart::Week(monday) => Some(format!("#{}", self.id(format!("week-{monday}")))),
        }
    }
}

/// The attribute that makes a link lead somewhere, with a space before it; nothing where it leads
/// nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Href(Option<String>);

impl Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(address) = &self.0 else {
            return Ok(());
        };
        let address = escape(address, Html).map_err(|_| fmt::Error)?;
        write!(f, " href=\"{address}\"")
    }
}

/// The address is escaped above.
impl HtmlSafe for Href {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_the_desk_links_lead_to_pages_and_identifiers_are_as_they_are() {
        let desk = Place::Desk {
            base: "/v/public".to_owned(),
            writes: false,
        };
        assert_eq!(desk.id("time"), "time");
        assert_eq!(
            desk.href("/text?v=\"&from=x").to_string(),
            " href=\"/v/public/text?v=&#34;&#38;from=x\""
        );
        assert_eq!(desk.forms(), Some("/v/public"));
        assert!(!desk.writes());
    }

    #[test]
    fn in_a_file_nothing_leads_to_a_page_and_identifiers_are_the_pages_own() {
        let file = Place::File { page: "frontier" };
        assert_eq!(file.id("time"), "frontier-time");
        assert_eq!(file.href("/text").to_string(), "");
        assert!(file.forms().is_none() && !file.writes());
    }
}
