//! Texts that take the room they need: blocks of wrapped lines, and short pieces that stand beside each other and go on
//! in the next line where there is no room.

use super::canvas::{Align, Canvas, Type};
use super::metrics;
use super::scale::count;

/// The size of a mark among texts, in pixels.
pub(super) const MARK: f64 = 14.0;
/// The height of a line that has marks, in pixels.
pub(super) const LINE: f64 = 19.0;
/// The air between two pieces, in pixels.
const APART: f64 = 16.0;
/// The lines that one text may take.
pub(super) const LINES: usize = 5;

/// A text in lines that are no wider than their room.
pub(super) struct Block {
    lines: Vec<String>,
    own: Type,
}

impl Block {
    /// A text in at most [`LINES`] lines.
    pub(super) fn new(text: &str, room: f64, own: Type) -> Self {
        let lines = if text.is_empty() { Vec::new() } else { metrics::wrap(text, room, LINES, own.pixels(), own.bold) };
        Self { lines, own }
    }

    /// Its height in pixels.
    pub(super) fn height(&self) -> f64 {
        count(self.lines.len()) * self.own.line()
    }

    /// The width of its widest line.
    pub(super) fn width(&self) -> f64 {
        self.lines.iter().map(|line| self.own.width(line)).fold(0.0, f64::max)
    }

    /// Writes it below `top`, from, around or up to `x`.
    pub(super) fn write(&self, canvas: &Canvas, (x, top): (f64, f64), align: Align) {
        let mut y = top + self.own.line() / 2.0;
        for line in &self.lines {
            canvas.text(line, (x, y), align, self.own);
            y += self.own.line();
        }
    }
}

/// A short piece: a mark, a number that matters and words, each where there is one.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece<'a> {
    /// The state whose mark stands first.
    pub mark: Option<&'static str>,
    /// Whether what a shape of that state is filled with stands before it.
    pub swatch: bool,
    /// The number.
    pub strong: &'a str,
    /// The words.
    pub text: &'a str,
}

/// Pieces beside each other.
pub(super) struct Flow<'a> {
    placed: Vec<(f64, f64, Piece<'a>, Block)>,
    height: f64,
}

impl<'a> Flow<'a> {
    /// Pieces in lines of at most `room` pixels.
    pub(super) fn new(pieces: impl IntoIterator<Item = Piece<'a>>, room: f64) -> Self {
        let mut placed = Vec::new();
        let (mut x, mut y, mut high) = (0.0, 0.0, 0.0);
        for piece in pieces {
            let before = piece.before();
            let words = Block::new(piece.text, room - before, Type::LABEL);
            let width = before + words.width();
            if x > 0.0 && x + width > room {
                x = 0.0;
                y += high;
                high = 0.0;
            }
            high = f64::max(high, words.height().max(Type::LABEL.line()) + LINE - Type::LABEL.line());
            placed.push((x, y, piece, words));
            x += width + APART;
        }
        Self { height: y + high, placed }
    }

    /// Their height in pixels.
    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// The width of their widest line, in pixels.
    pub(super) fn width(&self) -> f64 {
        self.placed.iter().map(|(x, _, piece, words)| x + piece.before() + words.width()).fold(0.0, f64::max)
    }

    /// Draws them from the corner `left`, `top`.
    pub(super) fn draw(&self, canvas: &Canvas, (left, top): (f64, f64)) {
        for (x, y, piece, words) in &self.placed {
            let (mut x, y) = (left + x, top + y);
            let middle = y + LINE / 2.0;
            if let Some(state) = piece.mark {
                if piece.swatch {
                    canvas.fill(x..x + MARK, middle - 6.0..middle + 6.0, state);
                    x += MARK + 5.0;
                }
                canvas.mark(state, (x + MARK / 2.0, middle), MARK);
                x += MARK + 5.0;
            }
            if !piece.strong.is_empty() {
                canvas.text(piece.strong, (x, middle), Align::Start, Type::STRONG);
                x += Type::STRONG.width(piece.strong) + 4.0;
            }
            words.write(canvas, (x, middle - Type::LABEL.line() / 2.0), Align::Start);
        }
    }
}

impl Piece<'_> {
    /// The room that it needs before its words.
    fn before(&self) -> f64 {
        let marks = match (self.mark, self.swatch) {
            (None, _) => 0.0,
            (Some(_), false) => MARK + 5.0,
            (Some(_), true) => 2.0 * (MARK + 5.0),
        };
        let strong = if self.strong.is_empty() { 0.0 } else { Type::STRONG.width(self.strong) + 4.0 };
        marks + strong
    }
}
