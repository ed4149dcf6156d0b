//! Strips: what was said in each period, and how often a forum has met.
//!
//! The first has a cell for each period, oldest first, in as many lines as they need; a period without a report is a
//! cell too. The second is an axis of days with a dot for each meeting, the expected rhythm below it as ticks, and the
//! time since the last meeting as a line of its own.

use jiff::civil::Date;

use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::labels::{Box, Labels};
use super::scale::{count, whole};
use super::time::{Axis, Time};
use super::{Said, metrics};

/// The narrowest and the widest that a cell is, in pixels.
const CELL: (f64, f64) = (84.0, 124.0);
/// The air between two cells, in pixels.
const AIR: f64 = 8.0;
/// The height of a cell's block, in pixels.
const BLOCK: f64 = 34.0;
/// A line of text, in pixels.
const LINE: f64 = 15.0;

/// What was said in each period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// What it is called.
    pub said: Said,
    /// The periods, oldest first.
    pub cells: Vec<StripCell>,
}

/// A period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StripCell {
    /// The period's short name.
    pub name: String,
    /// The key of what was said; `None`: nothing was.
    pub state: Option<&'static str>,
    /// It in words; that it is missing, when nothing was said.
    pub word: String,
}

impl Strip {
    /// Draws it. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let full = f64::from(width);
        let wanted = self.cells.iter().flat_map(|cell| [&cell.name, &cell.word]).map(|text| Type::STRONG.width(text));
        let cell = wanted.fold(CELL.0, f64::max).min(CELL.1);
        let mut columns = 1;
        while f64::from(columns + 1) * (cell + AIR) - AIR <= full && columns < 60 {
            columns += 1;
        }
        let columns = usize::try_from(columns).unwrap_or(1);
        // As many in each line, so that the last has no lonely cell.
        let rows = self.cells.len().div_ceil(columns).max(1);
        let columns = self.cells.len().div_ceil(rows).max(1);
        let cell = ((full + AIR) / count(columns) - AIR).min(CELL.1);

        let mut y = 0.0;
        let mut lines = Vec::new();
        for cells in self.cells.chunks(columns) {
            let words: Vec<Vec<String>> =
                cells.iter().map(|own| metrics::wrap(&own.word, cell, 3, Type::LABEL.pixels(), false)).collect();
            let most = words.iter().map(Vec::len).max().unwrap_or(1);
            lines.push((y, cells, words));
            y += LINE + 4.0 + BLOCK + 4.0 + count(most) * LINE + 14.0;
        }
        let canvas = Canvas::new(width, whole((y - 10.0).max(1.0)));
        for (top, cells, words) in &lines {
            let mut x = 0.0;
            for (own, words) in cells.iter().zip(words) {
                draw_cell(&canvas, own, words, (x, *top), cell);
                x += cell + AIR;
            }
        }
        canvas.finish(id, &self.said)
    }
}

fn draw_cell(canvas: &Canvas, own: &StripCell, words: &[String], (x, top): (f64, f64), width: f64) {
    let name = metrics::wrap(&own.name, width, 1, Type::MUTED.pixels(), false).concat();
    if !name.is_empty() {
        canvas.text(&name, (x, top + LINE / 2.0), Align::Start, Type::MUTED);
    }
    let block = top + LINE + 4.0..top + LINE + 4.0 + BLOCK;
    match own.state {
        Some(state) => {
            canvas.rect(x..x + width, block.clone(), Ink::new("c-tint"));
            let foot = block.end - 7.0..block.end;
            canvas.fill(x..x + width, foot, state);
            canvas.mark(state, (x + 17.0, block.start + (BLOCK - 7.0) / 2.0), 18.0);
        }
        None => canvas.rect(x + 1.0..x + width - 1.0, block.start + 1.0..block.end - 1.0, Ink::new("c-gap")),
    }
    let look = if own.state.is_some() { Type::LABEL } else { Type::MUTED };
    let mut y = block.end + 4.0 + LINE / 2.0;
    for line in words.iter().filter(|line| !line.is_empty()) {
        canvas.text(line, (x, y), Align::Start, look);
        y += LINE;
    }
}

/// How often a forum has met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// What it is called.
    pub said: Said,
    /// The days that it shows.
    pub time: Time,
    /// Its meetings, oldest first.
    pub meetings: Vec<Date>,
    /// The days on which it was to meet by its own rhythm.
    pub expected: Vec<Date>,
    /// The time from the last meeting until today, in words.
    pub since: Option<String>,
    /// What a dot and a tick are.
    pub key: [String; 2],
}

impl Rhythm {
    /// Draws it. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let full = f64::from(width);
        let edge = 10.0;
        let axis = Axis::new(&self.time, edge..full - edge);
        let head = axis.height();
        let (dots, ticks, since) = (head + 16.0, head + 34.0, head + 54.0);
        let (keys, foot) = self.lay_key(full, since + 28.0);
        let canvas = Canvas::new(width, whole(foot));
        let mut labels = Labels::new(full, foot.ceil());
        axis.draw(&canvas, &mut labels, 0.0);
        for x in axis.grid() {
            canvas.line(&[(x, head), (x, since + 10.0)], Ink::new("c-grid"));
        }
        for day in &self.expected {
            let x = axis.at(*day);
            canvas.line(&[(x, ticks - 6.0), (x, ticks + 6.0)], Ink::new("c-expected"));
        }
        if let Some(x) = axis.today() {
            canvas.line(&[(x, head - 3.0), (x, since + 10.0)], Ink::new("c-today"));
        }
        self.draw_since(&canvas, &mut labels, &axis, since);
        let places: Vec<f64> = self.meetings.iter().map(|day| axis.at(*day)).collect();
        let close = places.windows(2).any(|pair| pair[1] - pair[0] < 10.0);
        for x in places {
            draw_meeting(&canvas, (x, dots), close);
        }
        for (n, text, (x, y)) in &keys {
            if *n == 0 {
                draw_meeting(&canvas, (x + 5.0, *y), close);
            } else {
                canvas.line(&[(x + 5.0, y - 6.0), (x + 5.0, y + 6.0)], Ink::new("c-expected"));
            }
            canvas.text(text, (x + 16.0, *y), Align::Start, Type::MUTED);
        }
        canvas.finish(id, &self.said)
    }

    /// The time since the last meeting: a line from it to today, with its words where they have room.
    fn draw_since(&self, canvas: &Canvas, labels: &mut Labels, axis: &Axis<'_>, y: f64) {
        let (Some(last), Some(today), Some(words)) = (self.meetings.last(), axis.today(), &self.since) else { return };
        let from = axis.at(*last).min(today);
        for x in [from, today] {
            canvas.line(&[(x, y - 5.0), (x, y + 5.0)], Ink::new("c-line"));
        }
        canvas.line(&[(from, y), (today, y)], Ink::new("c-line"));
        let own = Type::STRONG;
        let (start, end) = (axis.across.start, axis.across.end);
        let words = metrics::wrap(words, end - start, 1, own.pixels(), own.bold).concat();
        if words.is_empty() {
            return;
        }
        labels.keep_off(Box { left: from - 2.0, top: y - 6.0, right: today + 2.0, bottom: y + 6.0 });
        let below = y + 16.0;
        let half = own.width(&words) / 2.0;
        let middle = f64::midpoint(from, today).min(end - half).max(start + half);
        let places =
            [((from - 8.0, y), Align::End), ((today + 8.0, y), Align::Start), ((middle, below), Align::Middle)];
        labels.write(canvas, &words, own, places);
    }

    /// Lays the key's words in lines below `top`; and tells where they end.
    fn lay_key(&self, full: f64, top: f64) -> (Vec<Keyed>, f64) {
        let occurs = [!self.meetings.is_empty(), !self.expected.is_empty()];
        let mut laid = Vec::new();
        let (mut x, mut y) = (0.0, top + 6.0);
        for (n, words) in self.key.iter().enumerate().filter(|(n, _)| occurs[*n]) {
            let text = metrics::wrap(words, full - 16.0, 1, Type::MUTED.pixels(), false).concat();
            if text.is_empty() {
                continue;
            }
            let width = 16.0 + Type::MUTED.width(&text);
            if x > 0.0 && x + width > full {
                (x, y) = (0.0, y + 20.0);
            }
            laid.push((n, text, (x, y + 8.0)));
            x += width + 20.0;
        }
        (laid, y + 20.0)
    }
}

/// Which of the two signs, its words, and where it stands.
type Keyed = (usize, String, (f64, f64));

/// A dot, or a stroke where dots would lie on each other.
fn draw_meeting(canvas: &Canvas, (x, y): (f64, f64), close: bool) {
    if close {
        canvas.line(&[(x, y - 8.0), (x, y + 8.0)], Ink::new("c-met"));
    } else {
        canvas.dot((x, y), Ink::new("c-dot"));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::properties::check;
    use super::super::time::any;
    use super::*;

    #[test]
    fn a_period_without_a_report_is_a_cell_too() {
        let cell = |name: &str, state, word: &str| StripCell { name: name.to_owned(), state, word: word.to_owned() };
        let cells = vec![
            cell("T2 2025", Some("at-risk"), "Risk"),
            cell("T3 2025", None, "Rapport saknas"),
            cell("T1 2026", Some("off-track"), "Avviker från planen"),
        ];
        let strip = Strip { said: any::said(), cells };
        let drawings = check(|width, id| strip.draw(width, id));
        for drawing in &drawings {
            assert!(drawing.svg.contains("c-gap") && drawing.svg.contains(">Rapport saknas<"), "{}", drawing.svg);
            assert_eq!(drawing.svg.matches("<use").count(), 2);
        }
        let none = Strip { said: any::said(), cells: Vec::new() };
        check(|width, id| none.draw(width, id));
    }

    #[test]
    fn meetings_that_lie_close_are_strokes() {
        let today = (date(2026, 11, 25), "I dag".to_owned());
        let rhythm = |meetings: Vec<Date>| Rhythm {
            said: any::said(),
            time: Time::holding(meetings.clone(), Vec::new(), today.clone()),
            meetings,
            expected: vec![date(2026, 10, 1)],
            since: Some("55 dagar sedan senaste mötet".to_owned()),
            key: ["möte", "så ofta som forumet ska mötas"].map(str::to_owned),
        };
        let few = rhythm(vec![date(2025, 2, 1), date(2026, 10, 1)]);
        assert!(few.draw(288, "a").svg.contains("c-dot"));
        let weekly: Vec<Date> = (0..90).map(|n| date(2025, 1, 2).saturating_add(jiff::Span::new().weeks(n))).collect();
        let drawing = rhythm(weekly).draw(288, "a");
        assert!(drawing.svg.contains("c-met") && !drawing.svg.contains("c-dot"), "{}", drawing.svg);
        assert!(drawing.svg.contains("55 dagar sedan senaste mötet"), "{}", drawing.svg);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_was_said_is_drawn(
            cells in prop::collection::vec((any::text(), prop::option::of(prop::sample::select(vec![
                "on-track", "at-risk", "off-track", "paused", "done", "cancelled",
            ])), any::text()), 0..40),
        ) {
            let cells = cells.into_iter().map(|(name, state, word)| StripCell { name, state, word }).collect();
            let strip = Strip { said: any::said(), cells };
            check(|width, id| strip.draw(width, id));
        }

        #[test]
        fn however_often_it_meets_it_is_drawn(
            time in any::time(),
            mut meetings in prop::collection::vec(any::day(), 0..40),
            expected in prop::collection::vec(any::day(), 0..40),
            since in prop::option::of(any::text()),
            dot in any::text(),
            tick in any::text(),
        ) {
            meetings.sort();
            let rhythm = Rhythm { said: any::said(), time, meetings, expected, since, key: [dot, tick] };
            check(|width, id| rhythm.draw(width, id));
        }
    }
}
