//! What a template sees of a chart.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchor, Html, Mark, Phrase, Table};

/// A chart and all that goes with it: a sentence, two drawings of the same and a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// The page's only one.
    pub id: String,
    /// Which kind of chart, for classes: `line`.
    pub kind: &'static str,
    /// What the author of the text that it stands in calls it.
    pub title: Option<Phrase>,
    /// What it shows, as a finding in a sentence.
    pub caption: String,
    /// Drawn for a phone: an SVG element with a title and a description.
    pub narrow: Html,
    /// The same drawn for a column of text, at least 40rem wide: show one of the two. `None` for one of several small
    /// ones that stand beside each other.
    pub wide: Option<Html>,
    /// Whether a name in the wide drawing is cut short: on paper, where nothing unfolds, the table must say it.
    pub cut: bool,
    /// Whether the wide drawing is higher than a sheet of paper: there the table stands for it.
    pub tall: bool,
    /// Every value that is drawn. `None` where the page has the same table beside it.
    pub table: Option<Table>,
    /// The height of the wide drawing, in CSS pixels.
    #[serde(skip)]
    pub height: u32,
}

/// All initiatives against today.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Timeline {
    /// How many are past their deadline, in a sentence.
    pub lead: String,
    /// The initiatives by goal, each under the first that it names.
    pub groups: Vec<TimelineGroup>,
}

/// The initiatives of a goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TimelineGroup {
    /// The goal.
    pub goal: Anchor,
    /// Its initiatives, worst first, in as many drawings as they need on paper.
    pub figures: Vec<Figure>,
}

/// One of several small charts that stand beside each other: an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SmallFigure {
    /// The indicator.
    pub link: Anchor,
    /// How it stands against its path.
    pub mark: Mark,
    /// Its values over time.
    pub figure: Figure,
}
