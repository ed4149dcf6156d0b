//! Counts beside each other: a bar for each name, from zero, with its value at its end, and what it is made of below it.

use super::Said;
use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::flow::{Block, Flow, LINE, Piece};
use super::scale::{Scale, count, portions, whole};

/// A chart of bars, in the order given.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Its title and description.
    pub said: Said,
    /// What is counted: stands above the bars.
    pub unit: String,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// Its value, and the end of the bar; the sum of its parts where it has any.
    pub value: f64,
    /// The value in words.
    pub text: String,
    /// What else is to be said of it: `den äldsta 213 dagar`.
    pub note: String,
    /// What it is made of, from zero. None: a bar of one piece.
    pub parts: Vec<BarPart>,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarPart {
    /// The state that colours it, as in a mark's key.
    pub state: &'static str,
    /// Its value, of the same sign as the bar's.
    pub value: f64,
    /// The value in words: `3`.
    pub text: String,
    /// What it is, in words that follow the value: `obesvarade`.
    pub word: String,
}

/// From what width on names stand beside their bars.
const ROOMY: u32 = 480;
/// The thickness of a bar.
const THICK: f64 = 18.0;
/// The air after a bar and all that belongs to it.
const AFTER: f64 = 13.0;
/// The air between a bar and its value.
const BESIDE: f64 = 6.0;
/// The length of the shortest bar that is not zero.
const SLIVER: f64 = 3.0;

/// The line of zero.
const AXIS: Ink = Ink::new("c-axis");
/// How far the texts below a bar stand from the line of zero, where it runs past them.
const INSET: f64 = 7.0;

/// The air between a value and what else is said on its line.
const APART: f64 = 12.0;
/// What part of the width the texts beside the bars may take at most.
const TEXTS: f64 = 0.5;

/// A bar with its texts and their sizes.
struct Row<'a> {
    bar: &'a Bar,
    name: Block,
    note: Block,
    parts: Flow<'a>,
    /// Whether the note and the parts stand after the value, not below the bar.
    inline: bool,
}

/// From where to where a piece of a bar lies, and the state that colours it.
type Segment = (f64, f64, Option<&'static str>);

impl Bars {
    /// Draws it for a width in CSS pixels. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let wide = f64::from(width);
        let roomy = width >= ROOMY;
        let unit = Block::new(&self.unit, wide, Type::MUTED);
        let names = if roomy {
            let longest = self.bars.iter().map(|bar| Type::LABEL.width(&bar.name)).fold(0.0, f64::max);
            longest.min(wide * 0.36).ceil()
        } else {
            0.0
        };
        let left = if roomy { names + 12.0 } else { 0.0 };
        let mut rows: Vec<Row<'_>> = self.bars.iter().map(|bar| Row::new(bar, roomy, names, wide - left)).collect();

        let values = || self.bars.iter().map(|bar| bar.value).filter(|value| value.is_finite());
        let (low, high) = values().fold((0.0, 0.0), |(low, high): (f64, f64), own| (low.min(own), high.max(own)));
        let scale = Scale::plain(low, high);
        let beside = |negative: bool| {
            let own = self.bars.iter().filter(|bar| (bar.value < 0.0) == negative);
            // A bar of slivers may be that much longer than its value.
            let slivers = |bar: &Bar| SLIVER * count(bar.parts.len().max(1));
            own.map(|bar| Type::STRONG.width(&bar.text) + BESIDE + slivers(bar)).fold(0.0, f64::max)
        };
        // The values have their room at both ends, so that no bar needs to be cut for them; what else is said too,
        // where that leaves enough of the bars.
        let said = rows.iter().map(Row::beside).fold(0.0, f64::max);
        let right = if low >= 0.0 && said <= (wide - left) * TEXTS { said } else { beside(false) };
        let (from, to) = (left + beside(true), wide - right);
        let at = |value: f64| from + (to - from).max(1.0) * scale.share(value);
        for row in &mut rows {
            row.inline = low >= 0.0 && row.segments(&at).1 + row.beside() <= wide;
        }

        let top = if unit.height() > 0.0 { unit.height() + 8.0 } else { 0.0 };
        let height: f64 = rows.iter().map(|row| row.height(roomy)).sum();
        let canvas = Canvas::new(width, whole(top + height));
        unit.write(&canvas, (0.0, 0.0), Align::Start);
        let mut y = top;
        for row in &rows {
            let bar = y + row.draw_name(&canvas, y, roomy);
            let tip = row.draw_bar(&canvas, &at, bar);
            row.draw_more(&canvas, if roomy { left + INSET } else { left }, tip, bar);
            // Where texts stand between the bars, zero has a line at each bar only.
            if low < 0.0 || !roomy {
                canvas.line(&[(at(0.0), bar - 2.0), (at(0.0), bar + THICK + 2.0)], AXIS);
            }
            y += row.height(roomy);
        }
        if low >= 0.0 && roomy && !rows.is_empty() {
            canvas.line(&[(at(0.0), top), (at(0.0), y - AFTER + 3.0)], AXIS);
        }
        canvas.finish(id, &self.said)
    }
}

impl<'a> Row<'a> {
    fn new(bar: &'a Bar, roomy: bool, names: f64, room: f64) -> Self {
        let pieces = bar.parts.iter().map(|part| Piece {
            mark: Some(part.state),
            // The only part is all of the bar, whose value stands there already.
            strong: if bar.parts.len() > 1 { &part.text } else { "" },
            text: &part.word,
            ..Piece::default()
        });
        let name = Block::new(&bar.name, if roomy { names } else { room }, Type::LABEL);
        let room = if roomy { room - INSET } else { room };
        let (note, parts) = (Block::new(&bar.note, room, Type::MUTED), Flow::new(pieces, room));
        Self { bar, name, note, parts, inline: false }
    }

    /// The width of all that is said of the bar, when it stands in one line after it.
    fn beside(&self) -> f64 {
        let value = BESIDE + Type::STRONG.width(&self.bar.text);
        let lines = self.note.height() > Type::MUTED.line() || self.parts.height() > LINE;
        let both = self.note.height() > 0.0 && self.parts.height() > 0.0;
        let more = self.note.width().max(self.parts.width());
        match more > 0.0 {
            _ if lines || both => f64::INFINITY,
            true => value + APART + more,
            false => value,
        }
    }

    /// The height of the bar and what stands below it.
    fn body(&self) -> f64 {
        let below = if self.inline { 0.0 } else { self.note.height() + self.parts.height() };
        THICK + if below > 0.0 { below + 3.0 } else { 0.0 }
    }

    fn height(&self, roomy: bool) -> f64 {
        let name = self.name.height();
        AFTER + if roomy { self.body().max(name + 1.0) } else { self.body() + name + 3.0 }
    }

    /// Writes the name, and tells how far below `top` the bar begins.
    fn draw_name(&self, canvas: &Canvas, top: f64, roomy: bool) -> f64 {
        // Beside its bar, a name of one line stands at the bar's middle.
        let down = if roomy { (THICK - Type::LABEL.line()) / 2.0 } else { 0.0 };
        self.name.write(canvas, (0.0, top + down), Align::Start);
        if roomy { 0.0 } else { self.name.height() + 3.0 }
    }

    /// Draws the bar and writes its value, and tells where the value ends.
    fn draw_bar(&self, canvas: &Canvas, at: &impl Fn(f64) -> f64, top: f64) -> f64 {
        let (segments, tip) = self.segments(at);
        for (from, to, state) in segments {
            match state {
                Some(state) => canvas.fill(from..to, top..top + THICK, state),
                None => canvas.rect(from..to, top..top + THICK, Ink::new("c-bar")),
            }
        }
        let (away, align) = if self.bar.value < 0.0 { (-1.0, Align::End) } else { (1.0, Align::Start) };
        canvas.text(&self.bar.text, (tip + away * BESIDE, top + THICK / 2.0), align, Type::STRONG);
        tip + BESIDE + Type::STRONG.width(&self.bar.text)
    }

    /// Writes what else is said of the bar: after its value, or below it.
    fn draw_more(&self, canvas: &Canvas, left: f64, value: f64, top: f64) {
        if self.inline {
            let x = value + APART;
            self.parts.draw(canvas, (x, top + (THICK - LINE) / 2.0));
            self.note.write(canvas, (x, top + (THICK - Type::MUTED.line()) / 2.0), Align::Start);
        } else {
            let below = top + THICK + 3.0;
            self.parts.draw(canvas, (left, below));
            self.note.write(canvas, (left, below + self.parts.height()), Align::Start);
        }
    }

    /// From where to where each segment of the bar lies, with its state, and where the bar ends.
    fn segments(&self, at: &impl Fn(f64) -> f64) -> (Vec<Segment>, f64) {
        let (zero, end) = (at(0.0), at(self.bar.value));
        let away = if self.bar.value < 0.0 { -1.0 } else { 1.0 };
        if self.bar.parts.is_empty() {
            if self.bar.value.abs() <= 0.0 {
                return (Vec::new(), zero);
            }
            let tip = if (end - zero).abs() < SLIVER { zero + away * SLIVER } else { end };
            return (vec![(zero.min(tip), zero.max(tip), None)], tip);
        }
        let mut segments = Vec::new();
        let mut tip = zero;
        let values: Vec<f64> = self.bar.parts.iter().map(|part| part.value.abs()).collect();
        for (part, own) in self.bar.parts.iter().zip(portions(&values, (end - zero).abs(), SLIVER)) {
            if own > 0.0 {
                // The line of zero, and the end of what lies before, are seen beside what begins there.
                let from = tip + away;
                tip += away * own.max(SLIVER);
                segments.push((from.min(tip), from.max(tip), Some(part.state)));
            }
        }
        (segments, tip)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::properties;
    use super::super::time::any;
    use super::*;

    fn bar(name: &str, value: f64) -> Bar {
        Bar {
            name: name.to_owned(),
            value,
            text: value.to_string().replace('-', "\u{2212}"),
            note: String::new(),
            parts: Vec::new(),
        }
    }

    fn bars(bars: Vec<Bar>) -> Bars {
        let said = Said { title: "Hinder".to_owned(), lang: None, description: String::new() };
        Bars { said, unit: "Antal initiativ".to_owned(), bars }
    }

    fn part(state: &'static str, value: f64, word: &str) -> BarPart {
        BarPart { state, value, text: value.to_string(), word: word.to_owned() }
    }

    #[test]
    fn bars_of_any_value_and_name_stay_in_the_frame() {
        let long = "Samordning av e-tjänster för bygglov, livsmedelstillsyn och serveringstillstånd ".repeat(7);
        let word = "Informationsförvaltningssamordningsansvarig".repeat(13);
        for own in [
            vec![],
            vec![bar("Mandat", 0.0)],
            vec![bar("Mandat", 1.0)],
            vec![bar("Mandat", 12.0), bar(&long, 3.0), bar(&word, 0.0)],
            vec![bar("Ökade", 10_000_000.0), bar("Oförändrat", 1.0), bar("Minskade", -4_000_000.0)],
            vec![bar("Minskade", -3.0), bar("Minskade mer", -12.5)],
            vec![Bar { note: long.clone(), ..bar("Resurser", 5.0) }; 9],
        ] {
            let chart = bars(own);
            for drawing in properties::check(|width, id| chart.draw(width, id)) {
                for bar in &chart.bars {
                    assert!(drawing.svg.contains(&format!(">{}<", bar.text)), "{}", drawing.svg);
                }
            }
        }
    }

    #[test]
    fn a_name_that_is_cut_is_told_of() {
        let named = |name: &str| bars(vec![bar(name, 1.0), bar("Mandat", 2.0)]).draw(640, "own").cut;
        assert!(!named("Samordning av e-tjänster för bygglov, livsmedelstillsyn och serveringstillstånd"));
        assert!(named(&"Samordning av e-tjänster för bygglov ".repeat(15)));
    }

    #[test]
    fn a_bar_begins_at_zero_and_is_as_long_as_its_value() {
        let drawing = bars(vec![bar("a", 200.0), bar("b", 100.0)]).draw(288, "own");
        let (_, path) = drawing.svg.split_once("c-bar\" d=\"M0 ").unwrap();
        let wide: Vec<f64> =
            path.split('h').skip(1).filter_map(|own| own.split(['v', '-']).next()?.parse::<f64>().ok()).collect();
        let (full, half) = (wide[0], wide[1]);
        assert!((full / half - 2.0).abs() < 0.01, "{full} {half}");
    }

    #[test]
    fn the_parts_of_a_bar_are_named_and_add_up() {
        let own = |open: f64, answered: f64| Bar {
            parts: vec![part("broken", open, "obesvarade"), part("whole", answered, "besvarade")],
            ..bar("E-tjänster", open + answered)
        };
        let chart = bars(vec![own(3.0, 9.0), own(0.0, 1.0), own(299.0, 1.0), own(0.0, 0.0)]);
        for drawing in properties::check(|width, id| chart.draw(width, id)) {
            assert_eq!(drawing.svg.matches(">obesvarade<").count(), 4);
            // What is nothing has no segment.
            assert_eq!(drawing.svg.matches("c-fill s-broken").count(), 2, "{}", drawing.svg);
        }
        let mut chart = chart;
        for bar in &mut chart.bars {
            bar.parts[0].word = "Informationsförvaltningssamordningsansvarig ".repeat(13);
        }
        properties::check(|width, id| chart.draw(width, id));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_is_counted_is_drawn(
            unit in any::text(),
            // Parts only where nothing is negative: a part has its bar's sign.
            own in prop::collection::vec(
                (any::text(), -50..400_i32, any::text(), prop::collection::vec((any::text(), 0..90_u32), 0..4)),
                0..12,
            ),
        ) {
            let states = ["broken", "weak-link", "whole"];
            let drawn = |(name, value, note, parts): (String, i32, String, Vec<(String, u32)>)| {
                let parts = parts.into_iter().zip(states).map(|((word, n), state)| part(state, f64::from(n), &word));
                let parts: Vec<BarPart> = if value < 0 { Vec::new() } else { parts.collect() };
                let sum: f64 = parts.iter().map(|part| part.value).sum();
                let value = if parts.is_empty() { f64::from(value) } else { sum };
                Bar { note, parts, ..bar(&name, value) }
            };
            let chart = Bars { unit, ..bars(own.into_iter().map(drawn).collect()) };
            properties::check(|width, id| chart.draw(width, id));
        }
    }
}
