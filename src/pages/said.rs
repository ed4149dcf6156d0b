//! How a language says dates and periods. The plan is not needed for it.

use jiff::civil::Date;

use super::data::Day;
use crate::model::{Period, PlanDate, Precision};
use crate::words::{Arg, Words};

/// A day.
pub(super) fn day(words: &Words, day: Date) -> Day {
    Day { iso: Some(day.to_string()), text: words.formats().day(day) }
}

/// A date with the precision it was given.
pub(crate) fn date(words: &Words, date: PlanDate) -> Day {
    let formats = words.formats();
    let year = || Arg::Text(date.year().to_string());
    let number = || Arg::Text(date.number().to_string());
    let iso = || Some(date.to_string());
    let plain = |text: String| Day { iso: None, text };
    match date.precision() {
        Precision::Day => day(words, date.first_day()),
        Precision::Month => Day { iso: iso(), text: formats.month(date.first_day()) },
        Precision::Year => Day { iso: iso(), text: date.year().to_string() },
        Precision::Week => Day { iso: iso(), text: words.fill("date-week", &[("n", number()), ("year", year())]) },
        Precision::Quarter => plain(words.fill("date-quarter", &[("n", number()), ("year", year())])),
        Precision::Tertial => {
            // A count, because the words choose the months by it.
            let n = Arg::Count(u64::from(date.number()));
            plain(words.fill("date-tertial", &[("n", n), ("year", year())]))
        }
        Precision::HalfYear if date.number() == 1 => plain(words.fill("date-first-half", &[("year", year())])),
        Precision::HalfYear => plain(words.fill("date-second-half", &[("year", year())])),
        Precision::Ongoing => plain(words.get("date-ongoing")),
    }
}

/// A reporting period, by the name that the organisation knows it by.
pub(crate) fn period(words: &Words, period: Period) -> String {
    let date = period.date();
    if date.precision() == Precision::Tertial {
        let n = u64::from(date.number());
        return words.fill("period-tertial", &[("n", n.into()), ("year", date.year().to_string().into())]);
    }
    self::date(words, date).text
}
