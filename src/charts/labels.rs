//! Where labels go: each gets the first of its places that lies inside the drawing and on no other label.

use super::canvas::{Align, Canvas, Type};
use super::metrics;

/// The air around a label, in pixels.
const AIR: f64 = 2.0;

/// A box in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Box {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Box {
    /// The box of a line of text whose capital letters have their middle at `at`.
    pub(super) fn of(text: &str, (x, y): (f64, f64), align: Align, own: Type) -> Self {
        let width = own.width(text);
        let left = match align {
            Align::Start => x,
            Align::Middle => x - width / 2.0,
            Align::End => x - width,
        };
        let baseline = y + own.pixels() * metrics::CAPITAL / 2.0;
        Self {
            left,
            top: baseline - own.pixels() * metrics::ASCENT,
            right: left + width,
            bottom: baseline + own.pixels() * metrics::DESCENT,
        }
    }

    fn touches(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by / 2.0, right: self.right + by, bottom: self.bottom + by / 2.0 }
    }
}

/// The labels of a drawing.
pub(super) struct Labels {
    frame: Box,
    /// Where labels stand: no other may touch them.
    taken: Vec<Box>,
    /// Where lines and dots are: a label stands on them only when it has no other place.
    drawn: Vec<Box>,
}

impl Labels {
    /// None yet, in a drawing of so many pixels.
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self { frame: Box { left: 0.0, top: 0.0, right: width, bottom: height }, taken: Vec::new(), drawn: Vec::new() }
    }

    /// Keeps labels away from a box.
    pub(super) fn keep_off(&mut self, own: Box) {
        self.taken.push(own);
    }

    /// Lets labels stand elsewhere than on a line through these points, if they can.
    pub(super) fn rather_off(&mut self, line: &[(f64, f64)]) {
        const STEP: f64 = 5.0;
        let dot = |(x, y): (f64, f64)| Box { left: x - 2.0, top: y - 2.0, right: x + 2.0, bottom: y + 2.0 };
        self.drawn.extend(line.first().copied().map(dot));
        for (from, to) in line.iter().zip(line.iter().skip(1)) {
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let mut gone = 0.0;
            while gone < dx.hypot(dy) {
                gone += STEP;
                let share = (gone / dx.hypot(dy)).min(1.0);
                self.drawn.push(dot((from.0 + dx * share, from.1 + dy * share)));
            }
        }
    }

    /// Whether a label may stand there.
    pub(super) fn is_free(&self, own: &Box) -> bool {
        let inside = own.left >= self.frame.left
            && own.right <= self.frame.right
            && own.top >= self.frame.top
            && own.bottom <= self.frame.bottom;
        let near = own.grown(AIR);
        inside && !self.taken.iter().any(|other| near.touches(other))
    }

    /// Writes a label at the first of these places that is free, and tells whether there was one.
    pub(super) fn write(
        &mut self,
        canvas: &Canvas,
        text: &str,
        own: Type,
        places: impl IntoIterator<Item = ((f64, f64), Align)>,
    ) -> bool {
        let mut on_a_line = None;
        for (at, align) in places {
            let place = Box::of(text, at, align, own);
            if !self.is_free(&place) {
                continue;
            }
            if !self.drawn.iter().any(|line| place.touches(line)) {
                self.stand(canvas, text, own, (at, align), place);
                return true;
            }
            on_a_line = on_a_line.or(Some(((at, align), place)));
        }
        if let Some((at, place)) = on_a_line {
            self.stand(canvas, text, own, at, place);
            return true;
        }
        false
    }

    fn stand(&mut self, canvas: &Canvas, text: &str, own: Type, (at, align): ((f64, f64), Align), place: Box) {
        canvas.text(text, at, align, own);
        self.taken.push(place);
    }
}

/// Places for labels beside points on a line from top to bottom: as near to the wanted ones as they can be when each
/// needs its height, between `top` and `bottom`. The order stays. When they do not fit, they stand close from the top.
pub(super) fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]).then(a.cmp(&b)));
    let mut middles = wanted.to_vec();
    // Down from the top, then up from the bottom where that went too far.
    let mut edge = top;
    for &n in &order {
        middles[n] = middles[n].max(edge + heights[n] / 2.0);
        edge = middles[n] + heights[n] / 2.0;
    }
    let mut edge = bottom;
    for &n in order.iter().rev() {
        middles[n] = middles[n].min(edge - heights[n] / 2.0);
        edge = middles[n] - heights[n] / 2.0;
    }
    if edge < top {
        let mut edge = top;
        for &n in &order {
            middles[n] = edge + heights[n] / 2.0;
            edge += heights[n];
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_apart_and_in_their_order() {
        assert_eq!(spread(&[50.0, 52.0, 10.0], &[14.0; 3], 0.0, 100.0), [50.0, 64.0, 10.0]);
        assert_eq!(spread(&[95.0, 99.0], &[14.0; 2], 0.0, 100.0), [79.0, 93.0]);
        assert_eq!(spread(&[1.0, 2.0, 3.0], &[14.0; 3], 0.0, 30.0), [7.0, 21.0, 35.0]);
        assert!(spread(&[], &[], 0.0, 1.0).is_empty());
    }

    #[test]
    fn a_label_never_stands_on_another_or_outside() {
        let canvas = Canvas::new(100, 40);
        let mut labels = Labels::new(100.0, 40.0);
        let places = [((50.0, 20.0), Align::Middle)];
        assert!(labels.write(&canvas, "86 %", Type::LABEL, places));
        assert!(!labels.write(&canvas, "86 %", Type::LABEL, places));
        assert!(!labels.write(&canvas, "86 %", Type::LABEL, [((99.0, 20.0), Align::Start)]));
        assert!(labels.write(&canvas, "86", Type::LABEL, [((50.0, 20.0), Align::Middle), ((0.0, 20.0), Align::Start)]));
    }
}
