//! What a filled shape looks like when it stands for a state: its colour, and the pattern that tells it from others in
//! grey print and for those who do not see colours.

use std::ops::Range;

use super::canvas::{Canvas, Ink};

/// The pattern over a shape that is filled for a state, as an id of the page's sprite; none: the fill is whole. A key
/// that has no state's name is a plain fill too.
pub(super) fn pattern(state: &str) -> Option<&'static str> {
    match state {
        "delayed" | "overdue" | "late" | "unanswered" | "worsening" => Some("h_stripes"),
        "at-risk" | "weak" | "weak-link" | "partly" | "open" => Some("h_back"),
        "off-track" | "broken" | "wrong-way" | "not-met" | "not-expected" | "never" => Some("h_cross"),
        "no-information" | "cannot-say" | "unknown" | "silent" => Some("h_dots"),
        "paused" => Some("h_upright"),
        "not-started" | "not-due" => Some("h_pale"),
        "done" | "met" | "expected" => Some("h_level"),
        "cancelled" => Some("h_grid"),
        "merged" | "in-progress" | "expected-partly" | "unchanged" => Some("h_waves"),
        _ => None,
    }
}

impl Canvas {
    /// A rectangle filled for a state: its colour with its pattern over it.
    pub(super) fn fill(&self, across: Range<f64>, down: Range<f64>, state: &'static str) {
        self.rect(across.clone(), down.clone(), Ink::state("c-fill", state));
        if let Some(pattern) = pattern(state) {
            self.rect(across, down, Ink::pattern(pattern));
        }
    }

    /// Rectangles so pale that their state's mark can stand on them.
    pub(super) fn tints(&self, boxes: &[(Range<f64>, Range<f64>)], state: &'static str) {
        let inks = [Some(Ink::state("c-cell", state)), pattern(state).map(Ink::pattern)];
        for ink in inks.into_iter().flatten() {
            for (across, down) in boxes {
                self.rect(across.clone(), down.clone(), ink);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The keys of what lies beside each other in one chart.
    const SCALES: [&[&str]; 5] = [
        &[
            "no-information",
            "delayed",
            "off-track",
            "at-risk",
            "paused",
            "not-started",
            "on-track",
            "done",
            "cancelled",
            "merged",
        ],
        &["whole", "weak-link", "broken"],
        &["met", "in-phase", "partly", "wrong-way", "cannot-say"],
        &["reported", "late", "silent", "never", "not-due"],
        &["answered", "open", "unanswered"],
    ];

    #[test]
    fn states_beside_each_other_differ_without_colour() {
        for scale in SCALES {
            let patterns: BTreeSet<_> = scale.iter().map(|state| pattern(state)).collect();
            assert_eq!(patterns.len(), scale.len(), "{scale:?}");
        }
    }

    #[test]
    fn the_page_has_every_pattern() {
        let sprite = include_str!("../../themes/default/sprite.html");
        for pattern in SCALES.concat().into_iter().filter_map(pattern) {
            let name = pattern.strip_prefix("h_").unwrap();
            assert!(sprite.contains(&format!("<pattern id=\"h_{name}\" ")), "{pattern}");
        }
    }
}
