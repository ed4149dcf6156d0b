//! What a template sees of a chart that is shown somewhere else than on the site.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchor, Figure, Html};

/// A chart to be shown in a frame on somebody else's page. Links in it must leave the frame.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Embed {
    /// The chart; `None` when there is nothing to draw yet.
    pub figure: Option<Figure>,
    /// What there is to know instead.
    pub nothing: Option<String>,
    /// Whose numbers they are and what day they hold for.
    pub sources: Vec<String>,
    /// The page on the site that tells more.
    pub more: Anchor,
}

/// A chart as a file of its own, an SVG element: it must hold all that it is drawn with, besides the page's marks and
/// patterns, whose lines are drawn in `paper`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Sheet {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// What is to be seen, in a sentence.
    pub description: String,
    /// The colour behind everything: `#fefdfb`.
    pub paper: String,
    /// The elements, laid out.
    pub drawing: Html,
}
