//! How many of N are in each state: one bar that is all of them, the worst first.

use super::Said;
use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::flow::{Block, LINE, MARK};
use super::scale::{count, portions, whole};

/// A bar of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// Its title and description.
    pub said: Said,
    /// All of them, in words: `42 initiativ`.
    pub all: String,
    /// The states that occur, the worst first.
    pub parts: Vec<Share>,
}

/// A state and how many are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The state, as in a mark's key.
    pub state: &'static str,
    /// The state in words.
    pub word: String,
    /// How many.
    pub count: u32,
    /// The same in words: `9 av 42`.
    pub text: String,
}

/// The height of the bar.
const BAR: f64 = 36.0;
/// The air between two segments.
const GAP: f64 = 2.0;
/// The width of the thinnest segment.
const SLIVER: f64 = 4.0;
/// The air between two labels.
const APART: f64 = 14.0;
/// How far below the bar the first label stands.
const DROP: f64 = 7.0;
/// What is drawn beside a label's row when the rows stand below each other.
const SWATCH: f64 = 20.0;
/// From what width on the rows stand in two columns.
const COLUMNS: u32 = 560;

impl Shares {
    /// Draws it for a width in CSS pixels. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let wide = f64::from(width);
        let all = Block::new(&self.all, wide, Type::MUTED);
        let top = if all.height() > 0.0 { all.height() + 6.0 } else { 0.0 };
        let segments = self.segments(wide);
        let below = top + BAR + DROP;
        let labels = self.labels_below(&segments, wide);
        let rows = Rows::new(self, width);
        let height = match &labels {
            _ if self.parts.is_empty() => top + BAR,
            Some(_) => below + LINE + Type::STRONG.line(),
            None => below + 4.0 + rows.height(),
        };
        let canvas = Canvas::new(width, whole(height + 2.0));
        all.write(&canvas, (0.0, 0.0), Align::Start);
        if self.parts.is_empty() {
            canvas.rect(0.5..wide - 0.5, top..top + BAR, Ink::new("c-empty"));
        }
        for (part, (from, to)) in self.parts.iter().zip(&segments) {
            canvas.fill(*from..*to, top..top + BAR, part.state);
        }
        match labels {
            Some(places) => self.write_below(&canvas, &segments, &places, (top + BAR, below)),
            None => rows.draw(&canvas, self, below + 4.0),
        }
        canvas.finish(id, &self.said)
    }

    /// From where to where each segment lies: as wide as its share, but never so thin that it is not seen.
    fn segments(&self, wide: f64) -> Vec<(f64, f64)> {
        let counts: Vec<f64> = self.parts.iter().map(|part| f64::from(part.count)).collect();
        let room = wide - GAP * (count(counts.len()) - 1.0);
        let mut x = 0.0;
        let mut segments = Vec::new();
        for own in portions(&counts, room, SLIVER) {
            segments.push((x, x + own));
            x += own + GAP;
        }
        segments
    }

    /// Where the labels stand in one line below their segments; `None` when they have no room there.
    fn labels_below(&self, segments: &[(f64, f64)], wide: f64) -> Option<Vec<f64>> {
        let widths: Vec<f64> = self.parts.iter().map(Share::label_width).collect();
        let mut places: Vec<f64> = segments.iter().map(|(from, _)| *from).collect();
        let mut edge = wide;
        for (place, width) in places.iter_mut().zip(&widths).rev() {
            *place = place.min(edge - width);
            edge = *place - APART;
        }
        let mut edge = 0.0;
        for ((place, width), (from, to)) in places.iter_mut().zip(&widths).zip(segments) {
            *place = place.max(edge);
            edge = *place + width + APART;
            // Each touches what it names, or lies so near that a short line leads there.
            if *place > *to + 40.0 || *place + width < *from - 40.0 {
                return None;
            }
        }
        (edge - APART <= wide + 0.01).then_some(places)
    }

    fn write_below(&self, canvas: &Canvas, segments: &[(f64, f64)], places: &[f64], (bar, top): (f64, f64)) {
        let tick = Ink::new("c-axis");
        for ((part, x), (from, to)) in self.parts.iter().zip(places).zip(segments) {
            let middle = top + LINE / 2.0;
            // From the segment to its label, straight where the label stands below it.
            let end = x + MARK / 2.0;
            let begin = end.clamp(from.min(to - 1.0) + 1.0, (to - 1.0).max(from + 1.0));
            canvas.line(&[(begin, bar + 1.0), (begin, bar + 3.0), (end, bar + DROP)], tick);
            canvas.mark(part.state, (x + MARK / 2.0, middle + 2.0), MARK);
            canvas.text(&part.word, (x + MARK + 5.0, middle + 2.0), Align::Start, Type::LABEL);
            canvas.text(&part.text, (x + MARK + 5.0, middle + 2.0 + Type::STRONG.line()), Align::Start, Type::STRONG);
        }
    }
}

impl Share {
    fn label_width(&self) -> f64 {
        MARK + 5.0 + Type::LABEL.width(&self.word).max(Type::STRONG.width(&self.text))
    }
}

/// The labels as rows, in the order of the bar: what the segment is filled with, its mark, its word and how many.
struct Rows {
    columns: usize,
    /// The width of a column, and the air after it.
    column: (f64, f64),
    words: Vec<Block>,
}

impl Rows {
    fn new(shares: &Shares, width: u32) -> Self {
        let columns = if width >= COLUMNS && shares.parts.len() > 3 { 2 } else { 1 };
        let apart = 40.0;
        let full = (f64::from(width) - apart * (count(columns) - 1.0)) / count(columns);
        let column = full.min(400.0);
        let numbers = shares.parts.iter().map(|part| Type::STRONG.width(&part.text)).fold(0.0, f64::max);
        let room = column - SWATCH - MARK - 13.0 - numbers - 8.0;
        let words = shares.parts.iter().map(|part| Block::new(&part.word, room, Type::LABEL)).collect();
        Self { columns, column: (column, apart), words }
    }

    fn row(&self, n: usize) -> f64 {
        self.words.get(n).map_or(0.0, |words| words.height().max(Type::LABEL.line()) + 7.0)
    }

    /// How many rows stand in the first column.
    fn first(&self) -> usize {
        self.words.len().div_ceil(self.columns)
    }

    fn height(&self) -> f64 {
        let all = 0..self.words.len();
        let side = |second: bool| all.clone().filter(|n| (*n >= self.first()) == second).map(|n| self.row(n)).sum();
        f64::max(side(false), side(true))
    }

    fn draw(&self, canvas: &Canvas, shares: &Shares, top: f64) {
        let (column, apart) = self.column;
        let mut left = 0.0;
        let mut y = top;
        for (n, (part, words)) in shares.parts.iter().zip(&self.words).enumerate() {
            if n > 0 && n == self.first() {
                left += column + apart;
                y = top;
            }
            let height = self.row(n);
            let middle = y + 3.5 + Type::LABEL.line() / 2.0;
            canvas.fill(left..left + SWATCH, middle - 6.0..middle + 6.0, part.state);
            canvas.mark(part.state, (left + SWATCH + 7.0 + MARK / 2.0, middle), MARK);
            words.write(canvas, (left + SWATCH + 13.0 + MARK, y + 3.5), Align::Start);
            canvas.text(&part.text, (left + column, middle), Align::End, Type::STRONG);
            y += height;
            if n + 1 != self.first() && n + 1 != shares.parts.len() {
                canvas.line(&[(left, y), (left + column, y)], Ink::new("c-grid"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::properties;
    use super::super::time::any;
    use super::*;

    const STATES: [(&str, &str); 10] = [
        ("no-information", "Aktuell information saknas"),
        ("delayed", "Försenat"),
        ("off-track", "Avviker från planen"),
        ("at-risk", "Risk"),
        ("paused", "Pausat"),
        ("not-started", "Inte påbörjat"),
        ("on-track", "Enligt plan"),
        ("done", "Klart"),
        ("cancelled", "Avbrutet"),
        ("merged", "Sammanslaget"),
    ];

    fn shares(counts: &[u32]) -> Shares {
        let total: u32 = counts.iter().sum();
        let part = |(count, (state, word)): (&u32, &(&'static str, &str))| Share {
            state,
            word: (*word).to_owned(),
            count: *count,
            text: format!("{count} av {total}"),
        };
        Shares {
            said: Said { title: "Lägen".to_owned(), lang: None, description: String::new() },
            all: format!("{total} initiativ"),
            parts: counts.iter().zip(&STATES).filter(|(count, _)| **count > 0).map(part).collect(),
        }
    }

    #[test]
    fn every_state_is_seen_and_named_whatever_its_share() {
        let all = [
            &[][..],
            &[1],
            &[0, 0, 0, 0, 0, 0, 1, 2],
            &[1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            &[1, 1, 1, 1, 1, 1, 291, 1, 1, 1],
            &[300, 1],
            &[1, 0, 0, 0, 0, 0, 0, 0, 0, 299],
            &[9, 4, 2, 6, 1, 3, 14, 3],
            &[10_000_000, 1],
        ];
        for counts in all {
            let shares = shares(counts);
            for drawing in properties::check(|width, id| shares.draw(width, id)) {
                for part in &shares.parts {
                    assert!(drawing.svg.contains(&format!(">{}<", part.text)), "{part:?}\n{}", drawing.svg);
                    assert!(drawing.svg.contains(&format!("c-fill s-{}", part.state)), "{part:?}\n{}", drawing.svg);
                }
            }
            for (from, to) in shares.segments(288.0) {
                assert!(to - from >= SLIVER - 1e-9 && to <= 288.0 + 1e-9, "{from} {to}");
            }
        }
    }

    #[test]
    fn segments_are_as_wide_as_their_share() {
        let [(_, first), (second, end)] = shares(&[1, 3]).segments(402.0)[..] else { panic!("two segments") };
        assert_eq!((first, second, end), (100.0, 102.0, 402.0));
    }

    #[test]
    fn words_of_any_length_have_their_place() {
        let mut shares = shares(&[3, 2, 1, 4]);
        for part in &mut shares.parts {
            part.word = "Rapporteringsöverenskommelseuppföljning ".repeat(15);
        }
        shares.all = "42 initiativ ".repeat(40);
        properties::check(|width, id| shares.draw(width, id));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_the_states_are_they_are_drawn(
            all in any::text(),
            parts in prop::collection::vec((0..10_usize, any::text(), 1..400_u32), 0..10),
        ) {
            let part = |(state, word, count): (usize, String, u32)| Share {
                state: STATES[state].0,
                word,
                count,
                text: format!("{count} av {count}"),
            };
            let shares = Shares { all, parts: parts.into_iter().map(part).collect(), ..shares(&[]) };
            properties::check(|width, id| shares.draw(width, id));
        }
    }
}
