//! An indicator's CSV in, its observations with their places out.

use crate::diag::Diagnostics;
use crate::files::{At, FileId, Span};
use crate::model::PlanDate;

/// One row of observations.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When.
    pub date: At<PlanDate>,
    /// The value; `None` is "data missing".
    pub value: Option<f64>,
    /// The comparison series; `None`: the indicator itself.
    pub series: Option<At<String>>,
    /// A note.
    pub note: Option<String>,
    /// Whether it may still change.
    pub preliminary: bool,
    /// The whole row.
    pub span: Span,
}

/// Reads the rows of `text`; reports every row that can't be read and goes on with the next.
pub fn read(_text: &str, _file: FileId, _diagnostics: &mut Diagnostics) -> Vec<Row> {
    Vec::new()
}
