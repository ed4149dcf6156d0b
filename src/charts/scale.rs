//! Scales: which value lies where between the two ends of an axis, and which values the axis names.

use jiff::civil::{Date, date};

/// A scale from its lowest to its highest value, the first below the second.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// The value at its beginning.
    pub low: f64,
    /// The value at its end.
    pub high: f64,
    /// The values that its axis names, in order.
    pub ticks: Vec<f64>,
}

impl Scale {
    /// A scale that begins and ends at a round number and names at most `most` of them, at least two. `zero` makes it
    /// hold zero. Values that are all alike, or none at all, get a scale around them.
    pub(super) fn round(values: impl IntoIterator<Item = f64>, zero: bool, most: usize) -> Self {
        let mut low = f64::INFINITY;
        let mut high = f64::NEG_INFINITY;
        for value in values.into_iter().filter(|value| value.is_finite()).chain(zero.then_some(0.0)) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if low >= high {
            let around = if low == 0.0 { 1.0 } else { low.abs() * 0.5 };
            high = low + around;
            if low != 0.0 && !zero {
                low -= around;
            }
        }
        let most = most.max(2);
        let steps = count(most - 1);
        let rough = (high - low) / steps;
        let mut unit = 10_f64.powf(rough.log10().floor());
        if !unit.is_finite() || unit <= 0.0 {
            unit = f64::MIN_POSITIVE;
        }
        // Quarters of a hundred are round, quarters of ten are not.
        let sizes: &[f64] = match unit {
            ..10.0 => &[1.0, 2.0, 5.0, 10.0, 20.0, 50.0],
            _ => &[1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0],
        };
        let fits = |size: &f64| {
            let step = size * unit;
            (high / step).ceil() - (low / step).floor() <= steps
        };
        let size = sizes.iter().copied().find(fits).unwrap_or(100.0);
        let step = size * unit;
        let (first, last) = ((low / step).floor(), (high / step).ceil());
        let mut ticks = Vec::new();
        let mut n = first;
        while n <= last && ticks.len() < most {
            // As a quotient where the step is a fraction, so that 0.3 is 0.3 and not 0.30000000000000004.
            ticks.push(if step < 1.0 { n / (1.0 / step).round() } else { n * step });
            n += 1.0;
        }
        Self { low: first * step, high: last * step, ticks }
    }

    /// A scale over exactly these values that names none.
    pub(super) fn plain(low: f64, high: f64) -> Self {
        Self { low, high: if high > low { high } else { low + 1.0 }, ticks: Vec::new() }
    }

    /// The same scale with other values named.
    pub(super) fn naming(self, ticks: Vec<f64>) -> Self {
        Self { ticks, ..self }
    }

    /// How far between its ends a value lies: 0 to 1, values outside included at the ends.
    pub(super) fn share(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// Parts a room in proportion to these values, but none that is more than zero gets less than `least`. Where that needs
/// more than the room, each gets `least`.
pub(super) fn portions(values: &[f64], room: f64, least: f64) -> Vec<f64> {
    let mut thin: Vec<bool> = values.iter().map(|own| *own <= 0.0).collect();
    let mut unit = 0.0;
    // Each round may press others under the least; there are no more rounds than values.
    for _ in 0..=values.len() {
        let kept: f64 = values.iter().zip(&thin).filter(|(own, thin)| **thin && **own > 0.0).map(|_| least).sum();
        let thick: f64 = values.iter().zip(&thin).filter(|(_, thin)| !**thin).map(|(own, _)| own).sum();
        unit = if thick > 0.0 { (room - kept).max(0.0) / thick } else { 0.0 };
        let mut changed = false;
        for (own, thin) in values.iter().zip(&mut thin) {
            if !*thin && own * unit < least {
                (*thin, changed) = (true, true);
            }
        }
        if !changed {
            break;
        }
    }
    let part = |(own, thin): (&f64, bool)| {
        if *own <= 0.0 {
            0.0
        } else if thin {
            least
        } else {
            own * unit
        }
    };
    values.iter().zip(thin).map(part).collect()
}

/// How many, to be multiplied with pixels or put on a scale.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A height in whole pixels that holds it all.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height is positive and small")]
pub(super) fn whole(height: f64) -> u32 {
    height.ceil().max(1.0) as u32
}

/// A day as a place on a scale: days since the year 0.
pub(super) fn day(own: Date) -> f64 {
    f64::from(own.since(date(0, 1, 1)).map_or(0, |span| span.get_days()))
}

/// The first days of the years from `from` to `to`, at most `most`: each, or every second, fifth, tenth and so on.
pub(super) fn years(from: Date, to: Date, most: usize) -> Vec<Date> {
    let (first, last) = (i32::from(from.year()), i32::from(to.year()));
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
    let named = |step: i32| (first..=last).filter(move |year| year.rem_euclid(step) == 0);
    let step = steps.into_iter().find(|step| named(*step).count() <= most.max(1)).unwrap_or(10000);
    named(step).filter_map(|year| Date::new(i16::try_from(year).ok()?, 1, 1).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64], zero: bool, most: usize) -> Vec<f64> {
        Scale::round(values.iter().copied(), zero, most).ticks
    }

    #[test]
    fn an_axis_names_round_numbers_and_holds_every_value() {
        assert_eq!(ticks(&[64.0, 98.0], false, 5), [60.0, 70.0, 80.0, 90.0, 100.0]);
        assert_eq!(ticks(&[64.0, 98.0], true, 5), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(ticks(&[0.1, 0.34], false, 5), [0.1, 0.2, 0.3, 0.4]);
        assert_eq!(ticks(&[-3.0, 12.0], false, 5), [-5.0, 0.0, 5.0, 10.0, 15.0]);
        assert_eq!(ticks(&[0.0, 10_000_000.0], true, 6), [0.0, 2e6, 4e6, 6e6, 8e6, 1e7]);
        assert_eq!(ticks(&[], true, 5), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(&[0.0], true, 5), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(&[7.0], false, 5), [0.0, 5.0, 10.0, 15.0]);
    }

    #[test]
    fn a_room_is_parted_in_proportion_and_nothing_is_too_thin_to_be_seen() {
        assert_eq!(portions(&[1.0, 3.0], 400.0, 4.0), [100.0, 300.0]);
        assert_eq!(portions(&[1.0, 0.0, 299.0], 300.0, 4.0), [4.0, 0.0, 296.0]);
        assert_eq!(portions(&[1.0, 1.0, 1.0], 6.0, 3.0), [3.0, 3.0, 3.0]);
        // What was just thick enough is pressed under the least by what was too thin.
        let parts = portions(&[0.1, 1.005, 98.895], 400.0, 4.0);
        assert_eq!((parts[0], parts[1], parts[2].round()), (4.0, 4.0, 392.0));
        assert!(portions(&[], 10.0, 1.0).is_empty());
    }

    #[test]
    fn years_are_as_many_as_there_is_room_for() {
        let starts = |from: &str, to: &str, most| -> Vec<i16> {
            years(from.parse().unwrap(), to.parse().unwrap(), most).into_iter().map(Date::year).collect()
        };
        assert_eq!(starts("2020-12-31", "2024-01-01", 10), [2020, 2021, 2022, 2023, 2024]);
        assert_eq!(starts("2011-01-01", "2024-01-01", 8), [2012, 2014, 2016, 2018, 2020, 2022, 2024]);
        let days = day("2020-01-02".parse().unwrap()) - day("2019-12-31".parse().unwrap());
        assert!((days - 2.0).abs() < 1e-9);
    }
}
