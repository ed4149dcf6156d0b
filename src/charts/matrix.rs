//! What meets what: a row for each name, a column for each head, and in each cell a mark or a number.

use std::ops::Range;

use super::Said;
use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::flow::{Block, Flow, MARK, Piece};
use super::scale::{count, whole};

/// A matrix, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Its title and description.
    pub said: Said,
    /// The heads of the columns. Where they have no room above their columns, their numbers stand there and a list of
    /// them stands above all.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// What the marks mean: the mark's key, and its word.
    pub key: Vec<(&'static str, String)>,
}

/// A row of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Its name.
    pub name: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// What is said of all its cells: `5 av 7`.
    pub end: String,
}

/// What stands where a row and a column meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, which is worth seeing.
    Empty,
    /// A state.
    State(&'static str),
    /// A count.
    Count {
        /// How many.
        n: u32,
        /// The same in words.
        text: String,
    },
}

/// From what width on names stand beside their cells.
const ROOMY: u32 = 480;
/// The height of a cell.
const CELL: f64 = 24.0;
/// The air between two cells.
const GAP: f64 = 2.0;
/// The air after a row.
const AFTER: f64 = 6.0;
/// The narrowest and the widest that a column may be.
const PITCH: (f64, f64) = (24.0, 64.0);

/// The widest head that stands above its column.
const HEAD: f64 = 180.0;

/// A number on the colour of its cell.
const NUMBER: Type = Type { ink: Ink::new("c-text c-number"), ..Type::LABEL };

/// What a head's number and its row's end look like in a drawing.
struct Layout {
    roomy: bool,
    /// The room for names.
    names: f64,
    /// Where the cells begin.
    left: f64,
    /// The width of a column.
    pitch: f64,
    /// How many columns stand beside each other; the others follow below.
    beside: usize,
    /// Whether the heads themselves stand above their columns.
    headed: bool,
    wide: f64,
}

impl Matrix {
    /// Draws it for a width in CSS pixels. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let layout = self.layout(width);
        let wide = layout.wide;
        let numbers: Vec<String> = (1..=self.columns.len()).map(|n| n.to_string()).collect();
        let heads =
            numbers.iter().zip(&self.columns).map(|(n, name)| Piece { strong: n, text: name, ..Piece::default() });
        let heads = Flow::new(heads.filter(|_| !layout.headed), wide);
        let key = self.key.iter().map(|(state, word)| Piece { mark: Some(*state), text: word, ..Piece::default() });
        let key = Flow::new(key, wide);
        let names: Vec<Block> = self.rows.iter().map(|row| Block::new(&row.name, layout.names, Type::LABEL)).collect();
        let row_height =
            |name: &Block| AFTER + if layout.roomy { name.height().max(CELL) } else { name.height() + 2.0 + CELL };
        let rows: f64 = names.iter().map(row_height).sum();
        let panels: Vec<usize> = (0..self.columns.len()).step_by(layout.beside).collect();
        let head = Type::STRONG.line() + 3.0;
        let intro = key.height() + heads.height() + if key.height() + heads.height() > 0.0 { 8.0 } else { 0.0 };
        let height = intro + count(panels.len()) * (head + rows + AFTER);
        let canvas = Canvas::new(width, whole(height));

        key.draw(&canvas, (0.0, 0.0));
        heads.draw(&canvas, (0.0, key.height()));
        let mut placed = Vec::new();
        let mut y = intro;
        for first in panels {
            let shown = first..(first + layout.beside).min(self.columns.len());
            for (n, column) in shown.clone().enumerate() {
                let middle = layout.left + layout.pitch * (count(n) + 0.5) - GAP / 2.0;
                let text = if layout.headed { self.columns.get(column) } else { numbers.get(column) };
                let own = if layout.headed { Type::MUTED } else { Type::STRONG };
                let at = (middle, y + Type::STRONG.line() / 2.0);
                canvas.text(text.map_or("", String::as_str), at, Align::Middle, own);
            }
            y += head;
            for (row, name) in self.rows.iter().zip(&names) {
                self.place_row(&canvas, &layout, (row, name), shown.clone(), y, &mut placed);
                y += row_height(name);
            }
            y += AFTER;
        }
        self.draw_cells(&canvas, &placed);
        canvas.finish(id, &self.said)
    }

    fn layout(&self, width: u32) -> Layout {
        let wide = f64::from(width);
        let columns = self.columns.len().max(1);
        let ends = self.rows.iter().map(|row| Type::STRONG.width(&row.end)).fold(0.0, f64::max);
        let ends = if ends > 0.0 { ends.min(wide * 0.3) + 8.0 } else { 0.0 };
        // A count has its room.
        let counts = self.rows.iter().flat_map(|row| &row.cells).map(|cell| match cell {
            Cell::Count { text, .. } => Type::LABEL.width(text) + 6.0,
            Cell::Empty | Cell::State(_) => 0.0,
        });
        let least = counts.fold(PITCH.0, f64::max);
        let headed = self.columns.iter().map(|head| Type::MUTED.width(head) + 6.0).fold(least, f64::max);
        let longest = self.rows.iter().map(|row| Type::LABEL.width(&row.name)).fold(0.0, f64::max);
        // Names stand beside their cells where at least a third of the width is left for them.
        let full = least * count(columns) + ends;
        let roomy = width >= ROOMY && wide - full >= wide * 0.3;
        let left = if roomy { (longest + 14.0).min(wide - full).min(wide * 0.5) } else { 0.0 };
        let room = wide - left - ends;
        let headed = (headed <= HEAD && headed * count(columns) <= room).then_some(headed);
        let most = headed.unwrap_or(0.0).max(PITCH.1);
        let pitch = (room / count(columns)).clamp(least, most);
        let beside = (1..=columns).rev().find(|n| pitch * count(*n) <= room + 0.01).unwrap_or(1);
        let names = if roomy { left - 14.0 } else { wide };
        Layout { roomy, names: names.max(40.0), left, pitch, beside, headed: headed.is_some(), wide }
    }

    /// Writes a row's name and end, and puts its cells where they belong.
    fn place_row<'a>(
        &self,
        canvas: &Canvas,
        layout: &Layout,
        (row, name): (&'a MatrixRow, &Block),
        shown: Range<usize>,
        top: f64,
        placed: &mut Vec<Placed<'a>>,
    ) {
        // Beside its cells, a name of one line stands at their middle.
        let own = if layout.roomy { ((CELL - name.height()) / 2.0).max(0.0) } else { 0.0 };
        name.write(canvas, (0.0, top + own), Align::Start);
        let top = top + if layout.roomy { ((name.height() - CELL) / 2.0).max(0.0) } else { name.height() + 2.0 };
        let end = layout.left + layout.pitch * count(shown.len());
        if shown.end == self.columns.len() && !row.end.is_empty() {
            canvas.text(&row.end, (end + 6.0, top + CELL / 2.0), Align::Start, Type::STRONG);
        }
        for (n, column) in shown.enumerate() {
            let left = layout.left + layout.pitch * count(n);
            let cell = row.cells.get(column).unwrap_or(&Cell::Empty);
            placed.push(Placed { cell, across: left..left + layout.pitch - GAP, down: top..top + CELL });
        }
    }

    /// Draws the cells, those of one look after each other, so that they become one path.
    fn draw_cells(&self, canvas: &Canvas, placed: &[Placed<'_>]) {
        let most = self.rows.iter().flat_map(|row| &row.cells).map(Cell::count).max().unwrap_or(0);
        let mut looks: Vec<(Look, Vec<&Placed<'_>>)> = Vec::new();
        for own in placed {
            let look = own.cell.look(most);
            match looks.iter_mut().find(|(other, _)| *other == look) {
                Some((_, cells)) => cells.push(own),
                None => looks.push((look, vec![own])),
            }
        }
        for (look, cells) in looks {
            let boxes: Vec<_> = cells.iter().map(|own| (own.across.clone(), own.down.clone())).collect();
            match look {
                Look::State(state) => canvas.tints(&boxes, state),
                Look::Plain(class) => {
                    for (across, down) in boxes {
                        canvas.rect(across, down, Ink::new(class));
                    }
                }
            }
            for own in cells {
                match own.cell {
                    Cell::State(state) => canvas.mark(state, own.middle(), MARK),
                    Cell::Count { n, text } if *n > 0 => canvas.text(text, own.middle(), Align::Middle, NUMBER),
                    _ => canvas.dot(own.middle(), Ink::new("c-nothing")),
                }
            }
        }
    }
}

/// A cell and its place.
struct Placed<'a> {
    cell: &'a Cell,
    across: Range<f64>,
    down: Range<f64>,
}

impl Placed<'_> {
    fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.across.start, self.across.end), f64::midpoint(self.down.start, self.down.end))
    }
}

/// What a cell is filled with.
#[derive(PartialEq)]
enum Look {
    State(&'static str),
    Plain(&'static str),
}

impl Cell {
    fn look(&self, most: u32) -> Look {
        match self {
            Self::State(state) => Look::State(state),
            Self::Count { n, .. } if *n > 0 => Look::Plain(level(*n, most)),
            _ => Look::Plain("c-none"),
        }
    }

    fn count(&self) -> u32 {
        if let Self::Count { n, .. } = self { *n } else { 0 }
    }
}

/// How deep the colour of a count is, in four steps up to the highest.
fn level(n: u32, most: u32) -> &'static str {
    let step = if most <= 4 { u64::from(n) } else { (u64::from(n) * 4).div_ceil(u64::from(most)) };
    match step {
        0 | 1 => "c-level c-least",
        2 => "c-level c-less",
        3 => "c-level c-more",
        _ => "c-level c-most",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::properties;
    use super::super::time::any;
    use super::*;

    const LINKS: [&str; 7] = ["Beslut", "Ansvarig", "Mandat", "Behov", "Forum", "Aktivitet", "Uppföljning"];
    const STATES: [&str; 3] = ["whole", "weak-link", "broken"];

    fn said() -> Said {
        Said { title: "Kedjan".to_owned(), lang: None, description: String::new() }
    }

    fn chains(names: &[&str]) -> Matrix {
        let row = |(n, name): (usize, &&str)| MatrixRow {
            name: (*name).to_owned(),
            cells: (0..7).map(|link| Cell::State(STATES[(n * 5 + link * link) % 3])).collect(),
            end: format!("{} av 7", n % 8),
        };
        Matrix {
            said: said(),
            columns: LINKS.map(str::to_owned).to_vec(),
            rows: names.iter().enumerate().map(row).collect(),
            key: vec![
                ("whole", "Håller".to_owned()),
                ("weak-link", "Svag".to_owned()),
                ("broken", "Bruten".to_owned()),
            ],
        }
    }

    fn counts(rows: u32, columns: u32, most: u32, name: &str) -> Matrix {
        let cell = |n: u32| match n % (most + 1) {
            0 => Cell::Empty,
            n => Cell::Count { n, text: n.to_string() },
        };
        let row = |n: u32| MatrixRow {
            name: format!("{} {name}", n + 1),
            cells: (0..columns).map(|column| cell(n * 7 + column * 3)).collect(),
            end: String::new(),
        };
        Matrix {
            said: said(),
            columns: (0..columns).map(|_| name.to_owned()).collect(),
            rows: (0..rows).map(row).collect(),
            key: Vec::new(),
        }
    }

    #[test]
    fn every_link_of_every_chain_has_its_mark() {
        let long = "Informationsförvaltningssamordning inom bygglov, livsmedel och servering ".repeat(8);
        let name = "E-arkiv";
        for names in [&[][..], &[name], &[name, &long, "Digital tillsyn"], &[name; 60]] {
            let chart = chains(names);
            for drawing in properties::check(|width, id| chart.draw(width, id)) {
                assert_eq!(drawing.svg.matches("<use").count(), names.len() * 7 + 3);
                for n in 0..names.len() {
                    assert!(drawing.svg.contains(&format!(">{} av 7<", n % 8)));
                }
            }
        }
    }

    #[test]
    fn every_count_is_printed_and_every_empty_cell_seen() {
        for (rows, columns, most) in [(1, 1, 1), (1, 20, 3), (60, 1, 9), (60, 20, 120), (3, 3, 10_000), (0, 0, 1)] {
            for name in ["Skolnämnden", "Informationsförvaltningssamordningsnämnden i Ängslunda"] {
                let chart = counts(rows, columns, most, name);
                for drawing in properties::check(|width, id| chart.draw(width, id)) {
                    let cells = || chart.rows.iter().flat_map(|row| &row.cells);
                    let empty = cells().filter(|cell| **cell == Cell::Empty).count();
                    let dots: usize = drawing
                        .svg
                        .split("c-nothing\" d=\"")
                        .skip(1)
                        .map(|path| path.split('"').next().unwrap().matches("h0").count())
                        .sum();
                    assert_eq!(dots, empty, "{rows} × {columns}");
                    for cell in cells() {
                        let Cell::Count { text, .. } = cell else { continue };
                        assert!(drawing.svg.contains(&format!(">{text}<")));
                    }
                }
            }
        }
    }

    #[test]
    fn a_count_is_the_deeper_the_higher_it_is() {
        let levels = |most: u32| (1..=most).map(|n| level(n, most)).collect::<Vec<_>>();
        assert_eq!(levels(1), ["c-level c-least"]);
        assert_eq!(levels(3), ["c-level c-least", "c-level c-less", "c-level c-more"]);
        assert_eq!(levels(8).first(), Some(&"c-level c-least"));
        assert_eq!(levels(8).last(), Some(&"c-level c-most"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_meets_is_drawn(
            columns in prop::collection::vec(any::text(), 0..21),
            rows in prop::collection::vec((any::text(), prop::collection::vec(0..130_u32, 0..21), 0..10_u32), 0..12),
            states in any::<bool>(),
            key in prop::collection::vec(any::text(), 0..4),
        ) {
            let cell = |n: u32| match n % 4 {
                0 => Cell::Empty,
                own if states => Cell::State(STATES[own as usize - 1]),
                _ => Cell::Count { n, text: n.to_string() },
            };
            let row = |(name, cells, end): (String, Vec<u32>, u32)| MatrixRow {
                name,
                cells: cells.into_iter().map(cell).collect(),
                end: if end > 7 { String::new() } else { format!("{end} av 7") },
            };
            let key = key.into_iter().zip(STATES).map(|(word, state)| (state, word)).collect();
            let chart = Matrix { said: said(), columns, rows: rows.into_iter().map(row).collect(), key };
            properties::check(|width, id| chart.draw(width, id));
        }
    }
}
