//! **charts**: values with their words in, drawings out.
//!
//! A chart is a plain value ([`Line`] and its like): what it shows, with every number, date and name already written in
//! the page's language. It draws itself for any width from [`NARROW`] up and never fails: no points, one point,
//! negative values and names of 560 characters all give a drawing in which no label stands on another or outside.
//!
//! A drawing is an SVG element with a title and a description, in classes that the page's style sheet colours and
//! patterns and marks that the page has once (`themes/README.md`). Kept out: what is worth showing, captions and tables
//! (`pages`), and plotters, which only `canvas` names; `card` draws the one picture that is no SVG. A drawing that stands
//! alone has no style sheet: `sheet` writes the looks into it.
//!
//! `ink` tells which pattern a state has, `metrics` knows how wide a text is, `scale` where a value lies, `labels` where
//! a label has room, `flow` how texts take the room they need.

mod ages;
mod bars;
mod canvas;
mod card;
mod flow;
mod ink;
mod labels;
mod line;
mod matrix;
mod metrics;
#[cfg(test)]
mod properties;
mod rate;
mod scale;
mod shares;
mod sheet;
mod spark;
mod strip;
mod time;
pub mod timeline;

pub use ages::{Ages, Span};
pub use bars::{Bar, BarPart, Bars};
pub use canvas::Drawing;
pub use card::{CardColours, HEIGHT as CARD_HEIGHT, Rgb, WIDTH as CARD_WIDTH, card};
pub use line::{Line, Point, Series, Target};
pub use matrix::{Cell, Matrix, MatrixRow};
pub use rate::{Rate, Reported};
pub use shares::{Share, Shares};
pub use sheet::{Laid, Sheet, SheetColours};
pub use spark::Spark;
pub use strip::{Rhythm, Strip, StripCell};
pub use time::Time;
pub use timeline::Timeline;

/// The width, in CSS pixels, that fits the narrowest screen that the site is made for.
pub const NARROW: u32 = 288;
/// The width, in CSS pixels, of a column of text.
pub const WIDE: u32 = 640;

/// What a drawing is called and how it is described, for those who do not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it shows.
    pub title: String,
    /// The language of the title, when it is not the page's.
    pub lang: Option<&'static str>,
    /// What is to be seen in it.
    pub description: String,
}
