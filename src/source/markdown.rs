//! Markdown in, typed blocks with the place of every link out. The one file that names pulldown-cmark.

use crate::diag::Diagnostics;
use crate::files::{At, FileId};
use crate::model::{Kind, Prose};

/// A link as its author wrote it, and where.
pub type Written = At<Destination>;

/// Where a link is meant to lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
    /// `initiative:id`, perhaps with a `#fragment`: a thing of the plan.
    Entity(Kind, String, Option<String>),
    /// `#id`: a heading of the same text.
    Fragment(String),
    /// `/bilder/x.png` or `bilder/x.png`: a file below `content/static/`, without the slash.
    File(String),
    /// An address with an allowed scheme (http, https, mailto, tel), as written.
    Web(String),
    /// Anything that may not be linked to; it has been reported, and what it says is shown without a link.
    Refused,
}

/// Reads `text`, which stands at byte `offset` of `file`.
pub fn read(_text: &str, _file: FileId, _offset: usize, _diagnostics: &mut Diagnostics) -> Prose<Written> {
    let _ = Kind::Page;
    Prose::default()
}
