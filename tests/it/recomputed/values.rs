//! What the recomputation reads from JSON: lists, texts, and dates of any precision as runs of days.

use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use serde_json::Value;

pub(super) fn list<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    of[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {of}"))
}

pub(super) fn text_of<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_else(|| panic!("{key} is no text in {of}"))
}

pub(super) fn day(of: &Value, key: &str) -> Date {
    text_of(of, key).parse().unwrap()
}

pub(super) fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// How many of these there are.
pub(super) fn count<T>(these: impl IntoIterator<Item = T>) -> u32 {
    these.into_iter().map(|_| 1).sum()
}

/// The last day and the value of an observation or a baseline that has both.
pub(super) fn point(of: &Value) -> Option<(Date, f64)> {
    last_day(of["date"].as_str()?).zip(of["value"].as_f64())
}

pub(super) fn assert_near(published: &Value, computed: f64) {
    let published = published.as_f64().unwrap();
    assert!((published - computed).abs() < 1e-9, "{published} is not {computed}");
}

pub(super) fn first_day(date: &str) -> Date {
    run_of(date).map_or(Date::MIN, |(first, _)| first)
}

pub(super) fn last_day(date: &str) -> Option<Date> {
    run_of(date).map(|(_, last)| last)
}

/// The first and the last day that a date may mean; `None` for `ongoing`.
pub(super) fn run_of(date: &str) -> Option<(Date, Date)> {
    if date == "ongoing" {
        return None;
    }
    if let Ok(day) = date.parse::<Date>() {
        return Some((day, day));
    }
    let (year, part) = date.split_once('-').unwrap_or((date, ""));
    let year: i16 = year.parse().unwrap();
    let number = |part: &str| part.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<i8>().unwrap();
    let (n, months) = match part.chars().next() {
        None => (1, 12),
        Some('H') => (number(part), 6),
        Some('T') => (number(part), 4),
        Some('Q') => (number(part), 3),
        Some('W') => {
            let monday = ISOWeekDate::new(year, number(part), Weekday::Monday).unwrap().date();
            return Some((monday, monday.saturating_add(6.days())));
        }
        Some(_) => (number(part), 1),
    };
    let first = Date::constant(year, (n - 1) * months + 1, 1);
    Some((first, Date::constant(year, n * months, 1).last_of_month()))
}
