//! The axis of days: which years and parts of a year a drawing names, and where a day stands.
//!
//! A name stands to the right of the tick at which its year or part begins. Years are named as often as there is room,
//! parts all or none. Today has a line of its own, with its words above the axis.

use std::ops::Range;

use jiff::civil::Date;

use super::canvas::{Align, Canvas, Ink, Type};
use super::labels::{Box, Labels};
use super::metrics;
use super::scale::{self, Scale};

/// The height of a row of names, in pixels.
const ROW: f64 = 16.0;
/// The least air between two names, in pixels.
const AIR: f64 = 8.0;

/// The days that a drawing shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The first.
    pub from: Date,
    /// The last, not before the first.
    pub to: Date,
    /// What the parts of a year are called, in order: three tertials, four quarters. None: years are not divided.
    pub parts: Vec<String>,
    /// The day that the drawing speaks of, with its words.
    pub today: Option<(Date, String)>,
}

impl Time {
    /// The parts of years that hold these days and today; of no days, the year of today.
    pub fn holding(days: impl IntoIterator<Item = Date>, parts: Vec<String>, today: (Date, String)) -> Self {
        let (mut from, mut to) = (today.0, today.0);
        for day in days {
            (from, to) = (from.min(day), to.max(day));
        }
        let months = months(&parts);
        let first = |day: Date| (day.month() - 1) / months * months + 1;
        let last = (to.month() - 1) / months * months + months;
        Self {
            from: Date::new(from.year(), first(from), 1).unwrap_or(from),
            to: Date::new(to.year(), last, 1).map_or(to, Date::last_of_month),
            parts,
            today: Some(today),
        }
    }
}

/// The months of each part of a year; a year that cannot be divided so is whole.
fn months(parts: &[String]) -> i8 {
    match i8::try_from(parts.len()) {
        Ok(n) if (1..=12).contains(&n) && 12 % n == 0 => 12 / n,
        _ => 12,
    }
}

/// The axis of a drawing.
pub(super) struct Axis<'a> {
    time: &'a Time,
    scale: Scale,
    /// Its left and right end, in pixels.
    pub across: Range<f64>,
    years: Vec<(f64, String)>,
    parts: Vec<(f64, &'a str)>,
}

impl<'a> Axis<'a> {
    /// The axis between these pixels.
    pub(super) fn new(time: &'a Time, across: Range<f64>) -> Self {
        let scale = Scale::plain(scale::day(time.from), scale::day(time.to.tomorrow().unwrap_or(time.to)));
        let mut axis = Self { time, scale, across, years: Vec::new(), parts: Vec::new() };
        axis.years = axis.named_years();
        axis.parts = axis.named_parts();
        axis
    }

    /// Where a day begins, in pixels; a day outside stands at the nearest end.
    pub(super) fn at(&self, day: Date) -> f64 {
        self.across.start + (self.across.end - self.across.start) * self.scale.share(scale::day(day))
    }

    /// Where a day ends, in pixels.
    pub(super) fn end_of(&self, day: Date) -> f64 {
        self.at(day.tomorrow().unwrap_or(day))
    }

    /// The height of the names and of today's words, in pixels.
    pub(super) fn height(&self) -> f64 {
        let parts = if self.parts.is_empty() { 0.0 } else { ROW };
        let today = if self.time.today.is_some() { ROW } else { 0.0 };
        today + ROW + parts + 4.0
    }

    /// Where the years that are named begin, in pixels.
    pub(super) fn grid(&self) -> impl Iterator<Item = f64> + '_ {
        self.years.iter().map(|(x, _)| *x)
    }

    /// Where today is, in pixels.
    pub(super) fn today(&self) -> Option<f64> {
        self.time.today.as_ref().map(|(day, _)| self.at(*day))
    }

    /// Writes the names below `top`, and today's words above them, and draws the axis under them.
    pub(super) fn draw(&self, canvas: &Canvas, labels: &mut Labels, top: f64) {
        let mut y = top;
        if let Some((day, words)) = &self.time.today {
            let own = Type::STRONG;
            let x = self.at(*day);
            let room = self.across.end - self.across.start;
            let words = metrics::wrap(words, room, 1, own.pixels(), own.bold).concat();
            let half = own.width(&words) / 2.0;
            let middle = x.min(self.across.end - half).max(self.across.start + half);
            if !words.is_empty() {
                labels.write(canvas, &words, own, [((middle, y + ROW / 2.0), Align::Middle)]);
            }
            y += ROW;
        }
        let line = top + self.height() - 3.0;
        let (start, end) = (self.across.start, self.across.end);
        canvas.line(&[(start, line), (end, line)], Ink::new("c-axis"));
        for (x, _) in &self.years {
            canvas.line(&[(*x, y + 2.0), (*x, line)], Ink::new("c-axis"));
        }
        for (x, _) in &self.parts {
            canvas.line(&[(*x, y + ROW + 3.0), (*x, line)], Ink::new("c-axis"));
        }
        for (x, name) in &self.years {
            labels.write(canvas, name, Type::MUTED, [((x + 4.0, y + ROW / 2.0), Align::Start)]);
        }
        for (x, name) in &self.parts {
            labels.write(canvas, name, Type::MUTED, [((x + 4.0, y + ROW * 1.5), Align::Start)]);
        }
        if let Some(x) = self.today() {
            let foot = top + self.height();
            labels.keep_off(Box { left: x - 0.5, top: line, right: x + 0.5, bottom: foot });
        }
    }

    fn named_years(&self) -> Vec<(f64, String)> {
        let Time { from, to, .. } = *self.time;
        let room = self.across.end - self.across.start;
        let width = Type::MUTED.width("2026") + 4.0 + AIR;
        let mut most = 1;
        while f64::from(most + 1) * width <= room && most < 200 {
            most += 1;
        }
        // How many fit tells how many years lie between two that are named; a short year at an end may still not fit.
        let most = usize::try_from(most).unwrap_or(1);
        let starts = scale::years(from, to, most);
        let each = starts.len() > 1 && starts[1].year() - starts[0].year() == 1 || to.year() - from.year() <= 1;
        let mut named: Vec<(f64, String)> = Vec::new();
        let first = Some(from).filter(|from| each && from.day_of_year() != 1);
        for day in first.into_iter().chain(starts.into_iter().filter(|day| *day >= from)) {
            let x = self.at(day);
            if named.last().is_some_and(|(before, _)| x - before < width) {
                // The short year before it goes without a name.
                if named.len() == 1 && first.is_some() {
                    named.clear();
                } else {
                    continue;
                }
            }
            named.push((x, day.year().to_string()));
        }
        let edge = self.across.end;
        named.retain(|(x, name)| x + 4.0 + Type::MUTED.width(name) <= edge);
        named
    }

    fn named_parts(&self) -> Vec<(f64, &'a str)> {
        let months = months(&self.time.parts);
        let mut named = Vec::new();
        if self.time.parts.is_empty() || self.time.to.year() - self.time.from.year() > 30 {
            return named;
        }
        let mut day = self.time.from;
        while day <= self.time.to {
            let number = usize::try_from((day.month() - 1) / months).unwrap_or(0);
            named.push((self.at(day), self.time.parts.get(number).map_or("", String::as_str)));
            let next = jiff::Span::new().months(i64::from(months));
            let Ok(next) = day.checked_add(next) else { break };
            day = next;
        }
        let ends = named.iter().skip(1).map(|(x, _)| *x).chain([self.across.end + AIR]);
        let fit = named.iter().zip(ends).all(|((x, name), end)| x + 4.0 + Type::MUTED.width(name) + AIR <= end);
        if fit { named } else { Vec::new() }
    }
}

/// Values that a chart may be given, for property tests.
#[cfg(test)]
pub(super) mod any {
    use proptest::prelude::*;

    use super::{Date, Time};
    use crate::charts::Said;

    /// Words of a public body, up to 560 characters of them, and what else may be written.
    pub(in super::super) fn text() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            4 => "[a-zåäöÅÄÖ]{1,14}",
            1 => "[A-ZÅÄÖ][a-zåäö]{20,60}",
            1 => r"[-/&<>.,()0-9 ]{1,5}",
        ];
        let words = prop_oneof![0..4_usize, 4..10_usize, 60..80_usize];
        words.prop_flat_map(move |most| prop::collection::vec(word.clone(), 0..=most)).prop_map(|words| {
            let text = words.join(" ");
            text.chars().take(560).collect()
        })
    }

    pub(in super::super) fn said() -> Said {
        Said { title: "Så går det".to_owned(), lang: None, description: "Å < Ö & Ä".to_owned() }
    }

    pub(in super::super) fn day() -> impl Strategy<Value = Date> {
        (1990_i16..=2060, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
    }

    /// A time that holds these days, or does not.
    pub(in super::super) fn time() -> impl Strategy<Value = Time> {
        let parts = prop_oneof![
            Just(Vec::new()),
            Just(["T1", "T2", "T3"].map(str::to_owned).to_vec()),
            prop::collection::vec(text(), 0..14),
        ];
        (prop::collection::vec(day(), 0..4), parts, day(), text(), any::<bool>()).prop_map(
            |(days, parts, today, words, told)| {
                let time = Time::holding(days, parts, (today, words));
                if told { time } else { Time { today: None, ..time } }
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn tertials() -> Vec<String> {
        ["T1", "T2", "T3"].map(str::to_owned).to_vec()
    }

    fn named(from: Date, to: Date, width: f64) -> (Vec<String>, usize) {
        let time = Time { from, to, parts: tertials(), today: None };
        let axis = Axis::new(&time, 0.0..width);
        (axis.years.iter().map(|(_, name)| name.clone()).collect(), axis.parts.len())
    }

    #[test]
    fn the_axis_begins_and_ends_with_a_part_of_a_year() {
        let today = (date(2026, 11, 25), String::new());
        let time = Time::holding([date(2025, 6, 3), date(2027, 2, 28)], tertials(), today.clone());
        assert_eq!((time.from, time.to), (date(2025, 5, 1), date(2027, 4, 30)));
        let whole = Time::holding([], Vec::new(), today);
        assert_eq!((whole.from, whole.to), (date(2026, 1, 1), date(2026, 12, 31)));
    }

    #[test]
    fn years_and_parts_are_named_where_there_is_room() {
        let (years, parts) = named(date(2025, 5, 1), date(2027, 4, 30), 400.0);
        assert_eq!((years.join(" "), parts), ("2025 2026 2027".to_owned(), 6));
        let (years, parts) = named(date(2025, 9, 1), date(2027, 4, 30), 120.0);
        assert_eq!((years.join(" "), parts), ("2026".to_owned(), 0));
        let (years, _) = named(date(1990, 1, 1), date(2060, 12, 31), 250.0);
        assert_eq!(years.join(" "), "2000 2020 2040");
        assert_eq!(named(date(2026, 1, 1), date(2026, 4, 30), 100.0).0, ["2026"]);
    }

    #[test]
    fn a_day_lies_between_its_beginning_and_its_end() {
        let time = Time { from: date(2026, 1, 1), to: date(2026, 12, 31), parts: Vec::new(), today: None };
        let axis = Axis::new(&time, 10.0..375.0);
        assert_eq!((axis.at(date(2026, 1, 1)), axis.end_of(date(2026, 12, 31))), (10.0, 375.0));
        assert_eq!((axis.end_of(date(2026, 1, 1)), axis.at(date(2030, 1, 1))), (11.0, 375.0));
    }
}
