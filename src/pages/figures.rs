//! Charts on pages: what is drawn, the sentence that tells what is to be seen, and the table with every value.
//!
//! A chart of `charts` becomes a [`Figure`]: drawn twice, for a phone and for a column of text. Kept out: how it is
//! drawn (`charts`), and what is true (`derive`).

mod indicator;

use super::data::{Figure, Html, Table};
use crate::charts::{Drawing, NARROW, WIDE};

/// A figure of a chart that draws itself for a width under an id. `id` must be the page's only one.
fn figure(
    kind: &'static str,
    id: &str,
    caption: String,
    table: Option<Table>,
    draw: impl Fn(u32, &str) -> Drawing,
) -> Figure {
    let drawn = |width, suffix: &str| Html(draw(width, &format!("{id}-{suffix}")).svg);
    Figure { kind, caption, narrow: drawn(NARROW, "n"), wide: Some(drawn(WIDE, "w")), table, id: id.to_owned() }
}
