//! How long something has waited: a column for each span of days, from zero, and the day after which it is too long.

use super::Said;
use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::flow::Block;
use super::metrics;
use super::scale::{count, whole};

/// A histogram of ages, the shortest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ages {
    /// Its title and description.
    pub said: Said,
    /// What is counted: stands above the columns.
    pub unit: String,
    /// The spans.
    pub spans: Vec<Span>,
    /// How many spans lie before the day after which it is too long, and what that day is called; none: there is no
    /// such day.
    pub limit: Option<(usize, String)>,
    /// What the spans are in: stands below the columns: `dagar`.
    pub axis: String,
}

/// A span of days and how many have waited so long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The days: `31–60`.
    pub label: String,
    /// How many.
    pub count: u32,
    /// The same in words.
    pub text: String,
    /// The state that colours the column, as in a mark's key.
    pub state: &'static str,
}

/// The height of the highest column.
const PLOT: f64 = 150.0;
/// The widest column.
const THICK: f64 = 72.0;
/// The air between two columns.
const GAP: f64 = 4.0;
/// The height of the lowest column that is not zero.
const SLIVER: f64 = 3.0;

impl Ages {
    /// Draws it for a width in CSS pixels. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let wide = f64::from(width);
        let line = Type::LABEL.line();
        let unit = Block::new(&self.unit, wide, Type::MUTED);
        let limit = Block::new(self.limit.as_ref().map_or("", |(_, text)| text), wide * 0.6, Type::LABEL);
        let pitch = (wide / count(self.spans.len().max(1))).min(THICK + GAP);
        let labels: Vec<Vec<String>> = self.spans.iter().map(|span| lines(&span.label, pitch - 3.0)).collect();
        let rows = labels.iter().map(Vec::len).max().unwrap_or(0);
        let axis = Block::new(&self.axis, wide, Type::MUTED);

        let mut top = if unit.height() > 0.0 { unit.height() + 8.0 } else { 0.0 };
        let limit_top = top;
        if limit.height() > 0.0 {
            top += limit.height() + 4.0;
        }
        // A column's number stands on it.
        top += line + 1.0;
        let bottom = top + PLOT;
        let height = bottom + 5.0 + count(rows) * line + axis.height() + 2.0;
        let canvas = Canvas::new(width, whole(height));
        unit.write(&canvas, (0.0, 0.0), Align::Start);

        let most = f64::from(self.spans.iter().map(|span| span.count).max().unwrap_or(0).max(1));
        let right = pitch * count(self.spans.len());
        for (n, (span, label)) in self.spans.iter().zip(&labels).enumerate() {
            let left = pitch * count(n);
            let middle = left + pitch / 2.0;
            let high = if span.count == 0 { 0.0 } else { (PLOT * f64::from(span.count) / most).max(SLIVER) };
            if high > 0.0 {
                canvas.fill(left + GAP / 2.0..left + pitch - GAP / 2.0, bottom - high..bottom, span.state);
            }
            let own = if span.count == 0 { Type::MUTED } else { Type::STRONG };
            canvas.text(&span.text, (middle, bottom - high - line / 2.0 - 1.0), Align::Middle, own);
            let mut y = bottom + 5.0 + line / 2.0;
            for text in label {
                canvas.text(text, (middle, y), Align::Middle, Type::MUTED);
                y += line;
            }
        }
        canvas.line(&[(0.0, bottom), (right.max(1.0), bottom)], Ink::new("c-axis"));
        axis.write(&canvas, (0.0, bottom + 5.0 + count(rows) * line), Align::Start);
        if let Some((before, _)) = &self.limit {
            let x = (pitch * count((*before).min(self.spans.len()))).clamp(0.5, wide - 0.5);
            canvas.line(&[(x, limit_top), (x, bottom)], Ink::new("c-limit"));
            // Beside the line, on the side that has room.
            let (at, align) = if x + 6.0 + limit.width() <= wide {
                (x + 6.0, Align::Start)
            } else if x - 6.0 - limit.width() >= 0.0 {
                (x - 6.0, Align::End)
            } else {
                (wide, Align::End)
            };
            limit.write(&canvas, (at, limit_top), align);
        }
        canvas.finish(id, &self.said)
    }
}

/// A span's label in its room: in one line, else parted after its dash, else as short lines.
fn lines(label: &str, room: f64) -> Vec<String> {
    let fits = |text: &str| Type::MUTED.width(text) <= room;
    if fits(label) {
        return vec![label.to_owned()];
    }
    if let Some((from, to)) = label.split_once('–') {
        let parts = [format!("{from}–"), to.to_owned()];
        if parts.iter().all(|part| fits(part)) {
            return parts.to_vec();
        }
    }
    metrics::wrap(label, room, 3, Type::MUTED.pixels(), false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::properties;
    use super::super::time::any;
    use super::*;

    fn ages(counts: &[u32], limit: Option<(usize, &str)>) -> Ages {
        let last = counts.len().saturating_sub(1);
        let span = |(n, count): (usize, &u32)| Span {
            label: if n == last && n > 0 {
                format!("över {}", n * 30)
            } else {
                format!("{}–{}", n * 30 + 1, n * 30 + 30)
            },
            count: *count,
            text: count.to_string(),
            state: if limit.is_some_and(|(before, _)| n >= before) { "broken" } else { "weak-link" },
        };
        Ages {
            said: Said { title: "Väntan".to_owned(), lang: None, description: String::new() },
            unit: "Antal insikter utan svar".to_owned(),
            spans: counts.iter().enumerate().map(span).collect(),
            limit: limit.map(|(before, text)| (before, text.to_owned())),
            axis: "dagar utan svar".to_owned(),
        }
    }

    #[test]
    fn every_span_has_its_column_and_number() {
        for counts in [&[][..], &[0], &[3], &[4, 2, 0, 1, 0, 7, 1], &[0; 6], &[300, 1, 0, 10_000], &[1; 12]] {
            for limit in [None, Some((2, "60 dagar")), Some((0, "efter 60 dagar räknas insikten som obesvarad"))] {
                let chart = ages(counts, limit);
                for drawing in properties::check(|width, id| chart.draw(width, id)) {
                    let drawn = counts.iter().filter(|count| **count > 0).count();
                    let columns = drawing.svg.matches('z').count() / 2;
                    assert!(drawn == 0 || columns >= drawn.min(1), "{}", drawing.svg);
                    for span in &chart.spans {
                        assert!(drawing.svg.contains(&format!(">{}<", span.text)), "{}", drawing.svg);
                    }
                }
            }
        }
    }

    #[test]
    fn a_label_is_parted_after_its_dash() {
        assert_eq!(lines("121–150", 100.0), ["121–150"]);
        assert_eq!(lines("121–150", 34.0), ["121–", "150"]);
        let long = Ages { limit: Some((1, "dagar ".repeat(90))), ..ages(&[1, 2, 3], None) };
        properties::check(|width, id| long.draw(width, id));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn however_long_they_wait_it_is_drawn(
            counts in prop::collection::vec(0..2000_u32, 0..10),
            before in 0..12_usize,
            (unit, axis, limit) in (any::text(), any::text(), any::text()),
        ) {
            let chart = Ages { unit, axis, ..ages(&counts, Some((before, &limit))) };
            properties::check(|width, id| chart.draw(width, id));
        }
    }
}
