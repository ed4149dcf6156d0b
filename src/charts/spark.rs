//! A sparkline: which way an indicator has gone, in the height of two lines of text. It has no words of its own; the
//! numbers stand beside it.

use jiff::civil::Date;

use super::Said;
use super::canvas::{Canvas, Drawing, Ink};
use super::scale::{Scale, day};

/// A sparkline.
#[derive(Clone, Debug, PartialEq)]
pub struct Spark {
    /// Its title and description.
    pub said: Said,
    /// The values that a line may join, in runs, oldest first.
    pub runs: Vec<Vec<(Date, f64)>>,
    /// Where it should get: the last target's day and value.
    pub target: Option<(Date, f64)>,
}

/// Its width and height in CSS pixels.
const SIZE: (u32, u32) = (144, 40);

impl Spark {
    /// Draws it. `id` must be the page's only one.
    pub fn draw(&self, id: &str) -> Drawing {
        let canvas = Canvas::new(SIZE.0, SIZE.1);
        let all = || self.runs.iter().flatten().copied().chain(self.target);
        let days: Vec<f64> = all().map(|(date, _)| day(date)).collect();
        let low = days.iter().copied().fold(f64::INFINITY, f64::min);
        let high = days.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low < high { (low, high) } else { (low - 1.0, low + 1.0) };
        let up = Scale::round(all().map(|(_, value)| value), false, 6);
        let (wide, tall) = (f64::from(SIZE.0), f64::from(SIZE.1));
        let panel = canvas.panel(6.0..wide - 6.0, 6.0..tall - 6.0, Scale::plain(low, high), up);
        let at = |(date, value): (Date, f64)| panel.at((day(date), value));
        let last = self.runs.iter().flatten().last().copied();
        if let (Some(from), Some(to)) = (last, self.target) {
            canvas.line(&[at(from), at(to)], Ink::new("c-path"));
        }
        for run in &self.runs {
            canvas.line(&run.iter().copied().map(at).collect::<Vec<_>>(), Ink::new("c-line"));
        }
        if let Some(last) = last {
            canvas.dot(at(last), Ink::new("c-dot"));
        }
        if let Some(target) = self.target {
            canvas.dot(at(target), Ink::new("c-target"));
            canvas.dot(at(target), Ink::new("c-hole"));
        }
        canvas.finish(id, &self.said)
    }
}
