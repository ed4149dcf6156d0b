//! What was published once and is no longer a part of the plan: its addresses go on to say what happened.

use jiff::civil::Date;

use super::{AnyKey, Kind, Text};
use crate::files::Span;

/// Something that has been removed from the plan.
#[derive(Clone, Debug)]
pub struct Removal {
    /// What it was.
    pub what: Removed,
    /// What it was called.
    pub title: Text,
    /// When it was removed.
    pub date: Date,
    /// Why.
    pub why: Text,
    /// What to read instead.
    pub instead: Option<AnyKey>,
    /// Where that is written.
    pub span: Span,
}

/// What something was before it was removed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Removed {
    /// A thing of the plan, by kind and id; of a report, period and initiative with a slash between.
    Thing(Kind, String),
    /// A page, by its address: ends with a slash and has none before it.
    Page(String),
    /// A file, by its address, without a slash before it.
    File(String),
}
