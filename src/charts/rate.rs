//! The report rate: n of N for each period, as columns from 0 to 100 %. What is still missing is outlined, and each
//! column has its numbers. Where the columns have no room beside each other they lie down, one below the other.

use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::labels::Labels;
use super::scale::{count, whole};
use super::{Said, metrics};

/// The height of the columns' plot, in pixels.
const HEIGHT: f64 = 140.0;
/// The widest a column is, in pixels.
const COLUMN: f64 = 56.0;
/// A line of text, in pixels.
const LINE: f64 = 15.0;

/// n of N per period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// What it is called.
    pub said: Said,
    /// The periods, oldest first.
    pub periods: Vec<Reported>,
    /// 0, 50 and 100 %, in words.
    pub axis: [String; 3],
}

/// n of N in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The period's name, as short as it is still one: "T2" and its year.
    pub name: [String; 2],
    /// How many.
    pub n: u32,
    /// Of how many.
    pub of: u32,
    /// Both in words: "12/34"; of none, that nothing was owed.
    pub words: String,
}

impl Reported {
    /// The share, 0 to 1. Of none it is 0.
    fn share(&self) -> f64 {
        if self.of == 0 { 0.0 } else { f64::from(self.n.min(self.of)) / f64::from(self.of) }
    }

    /// The name in one line.
    fn line(&self) -> String {
        let [part, year] = &self.name;
        format!("{part} {year}").trim().to_owned()
    }
}

impl Rate {
    /// Draws it. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let full = f64::from(width);
        let left = self.axis.iter().map(|text| Type::MUTED.width(text)).fold(0.0, f64::max) + 8.0;
        let widest = |texts: &mut dyn Iterator<Item = (&str, Type)>| {
            texts.map(|(text, own)| own.width(text)).fold(0.0, f64::max)
        };
        let words = widest(&mut self.periods.iter().flat_map(|own| {
            let [part, year] = &own.name;
            [(own.words.as_str(), Type::STRONG), (part.as_str(), Type::MUTED), (year.as_str(), Type::MUTED)]
        }));
        let many = count(self.periods.len().max(1));
        let fits = words + 10.0 <= COLUMN * 1.7 && left + many * (words + 10.0) <= full - 4.0;
        if fits { self.standing(width, id, left) } else { self.lying(width, id) }
    }

    fn standing(&self, width: u32, id: &str, left: f64) -> Drawing {
        let full = f64::from(width);
        let top = LINE + 6.0;
        let foot = top + HEIGHT;
        let height = whole(foot + 2.0 * LINE + 10.0);
        let canvas = Canvas::new(width, height);
        let mut labels = Labels::new(full, f64::from(height));
        // Few columns stand together at the left, not far apart, and the axis ends with them.
        let step = ((full - left - 4.0) / count(self.periods.len().max(1))).min(COLUMN * 1.7);
        let right = left + 4.0 + step * count(self.periods.len().max(1));
        for (text, share) in self.axis.iter().zip([0.0, 0.5, 1.0]) {
            let y = foot - share * HEIGHT;
            canvas.line(&[(left, y), (right, y)], Ink::new(if share == 0.0 { "c-axis" } else { "c-grid" }));
            labels.write(&canvas, text, Type::MUTED, [((left - 8.0, y), Align::End)]);
        }
        let column = (step * 0.68).min(COLUMN);
        let mut middle = left + 4.0 + step / 2.0;
        for own in &self.periods {
            let across = middle - column / 2.0..middle + column / 2.0;
            let y = foot - own.share() * HEIGHT;
            let (at, look) = if own.of > 0 { (top - 10.0, Type::STRONG) } else { (foot - 10.0, Type::MUTED) };
            if own.of > 0 {
                canvas.rect(across.clone(), top..foot, Ink::new("c-rest"));
            }
            if own.of > 0 && own.n > 0 {
                canvas.rect(across, y..foot, Ink::new("c-share"));
            }
            if !own.words.is_empty() {
                canvas.text(&own.words, (middle, at), Align::Middle, look);
            }
            let [part, year] = &own.name;
            for (text, y) in [(part, foot + 6.0 + LINE / 2.0), (year, foot + 6.0 + LINE * 1.5)] {
                if !text.is_empty() {
                    canvas.text(text, (middle, y), Align::Middle, Type::MUTED);
                }
            }
            middle += step;
        }
        canvas.finish(id, &self.said)
    }

    fn lying(&self, width: u32, id: &str) -> Drawing {
        let full = f64::from(width);
        let fitted = |text: &str, room: f64, own: Type| metrics::wrap(text, room, 1, own.pixels(), own.bold).concat();
        let names: Vec<String> = self.periods.iter().map(|own| fitted(&own.line(), full * 0.3, Type::MUTED)).collect();
        let words: Vec<String> = self.periods.iter().map(|own| fitted(&own.words, full * 0.3, Type::STRONG)).collect();
        let widest = |texts: &[String], own: Type| texts.iter().map(|text| own.width(text)).fold(0.0, f64::max);
        let left = widest(&names, Type::MUTED) + 10.0;
        let right = full - widest(&words, Type::STRONG) - 10.0;
        let axis: Vec<String> = self.axis.iter().map(|text| fitted(text, full * 0.2, Type::MUTED)).collect();
        let top = LINE + 8.0;
        let foot = top + count(self.periods.len()) * 24.0;
        let height = whole(foot + 4.0);
        let canvas = Canvas::new(width, height);
        let mut labels = Labels::new(full, f64::from(height));
        let ends = [(0.0, Align::Start), (0.5, Align::Middle), (1.0, Align::End)];
        for (text, (share, align)) in axis.iter().zip(ends) {
            let x = left + share * (right - left);
            canvas.line(&[(x, top - 4.0), (x, foot)], Ink::new(if share == 0.0 { "c-axis" } else { "c-grid" }));
            labels.write(&canvas, text, Type::MUTED, [((x, LINE / 2.0), align)]);
        }
        let mut middle = top + 12.0;
        for ((own, name), words) in self.periods.iter().zip(&names).zip(&words) {
            let down = middle - 7.0..middle + 7.0;
            if own.of > 0 {
                canvas.rect(left..right, down.clone(), Ink::new("c-rest"));
                if own.n > 0 {
                    canvas.rect(left..left + own.share() * (right - left), down, Ink::new("c-share"));
                }
            }
            if !name.is_empty() {
                canvas.text(name, (0.0, middle), Align::Start, Type::MUTED);
            }
            if !words.is_empty() {
                let own = if own.of > 0 { Type::STRONG } else { Type::MUTED };
                canvas.text(words, (full, middle), Align::End, own);
            }
            middle += 24.0;
        }
        canvas.finish(id, &self.said)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::properties::check;
    use super::super::time::any;
    use super::*;

    fn rate(periods: Vec<Reported>) -> Rate {
        Rate { said: any::said(), periods, axis: ["0 %", "50 %", "100 %"].map(str::to_owned) }
    }

    fn reported(n: u32, of: u32) -> Reported {
        Reported { name: ["T2".to_owned(), "2026".to_owned()], n, of, words: format!("{n}/{of}") }
    }

    #[test]
    fn columns_begin_at_zero_and_lie_down_where_they_have_no_room() {
        let few = rate(vec![reported(9, 12), reported(0, 12), reported(12, 12), reported(0, 0)]);
        let drawings = check(|width, id| few.draw(width, id));
        // A column of 9 of 12 is three quarters of the plot: 105 of 140 pixels.
        assert!(drawings[2].svg.contains("v-105h") || drawings[2].svg.contains("v105h"), "{}", drawings[2].svg);
        assert!(drawings.iter().all(|own| own.height < 250));
        let many = rate((0..40).map(|n| reported(n, 40)).collect());
        let drawings = check(|width, id| many.draw(width, id));
        assert!(drawings[0].height > 900, "{}", drawings[0].height);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_was_reported_is_drawn(
            periods in prop::collection::vec((any::text(), any::text(), 0..400_u32, 0..400_u32, any::text()), 0..40),
            short in prop::collection::vec((0..40_u32, 0..40_u32), 0..20),
        ) {
            let long = periods.into_iter().map(|(part, year, n, of, words)| Reported { name: [part, year], n, of, words });
            let long = rate(long.collect());
            check(|width, id| long.draw(width, id));
            let short = rate(short.into_iter().map(|(n, of)| reported(n, of)).collect());
            check(|width, id| short.draw(width, id));
        }
    }
}
