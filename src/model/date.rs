//! Dates as plans have them: often imprecise, always shown with the precision they were given.
//!
//! A reduced-precision date is a run of days: `2026-T2` is 1 May to 31 August 2026. ISO 8601 weeks; tertials are
//! Jan–Apr, May–Aug, Sep–Dec.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// `2026-03-31`
    Day,
    /// `2026-W12`
    Week,
    /// `2026-03`
    Month,
    /// `2026-Q3`
    Quarter,
    /// `2026-T2`
    Tertial,
    /// `2026-H1`
    HalfYear,
    /// `2026`
    Year,
    /// `ongoing`: no end in sight.
    Ongoing,
}

/// A date of a plan, with its precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PlanDate {
    precision: Precision,
    first: Date,
    last: Date,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// It has none of the forms.
    Form,
    /// It has a form, but there is no such day, week or part of a year.
    NoSuchDay,
}

impl PlanDate {
    /// An exact day.
    pub fn day(date: Date) -> Self {
        Self { precision: Precision::Day, first: date, last: date }
    }

    /// The `number`th part (from 1) of a year that is divided into equal runs of months; `None` when there is no such.
    fn part(precision: Precision, year: i16, number: i8, months: i8) -> Option<Self> {
        if number < 1 || number > 12 / months {
            return None;
        }
        let first = Date::new(year, (number - 1) * months + 1, 1).ok()?;
        let last = Date::new(year, number * months, 1).ok()?.last_of_month();
        Some(Self { precision, first, last })
    }

    /// How precisely it is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// The first day it may mean. An ongoing date has none that matters: the first day there is.
    pub fn first_day(self) -> Date {
        self.first
    }

    /// The last day it may mean: a deadline has passed when this has. None when ongoing.
    pub fn last_day(self) -> Option<Date> {
        (self.precision != Precision::Ongoing).then_some(self.last)
    }

    /// Whether every day it may mean is before `today`. An ongoing date never passes.
    pub fn has_passed(self, today: Date) -> bool {
        self.last_day().is_some_and(|last| last < today)
    }

    /// Days from its last day until `today`; 0 when it has not passed.
    pub fn days_overdue(self, today: Date) -> u32 {
        self.last_day().map_or(0, |last| days_between(last, today).max(0).unsigned_abs())
    }

    /// Whether it is known to end before `other` begins.
    pub fn is_before(self, other: Self) -> bool {
        self.last_day().is_some_and(|last| last < other.first)
    }

    /// Which part of its year it is, from 1: month, quarter, tertial, half-year or ISO week; 0 for a year or ongoing;
    /// the day of the month for a day.
    pub fn number(self) -> u8 {
        let month = self.first.month().unsigned_abs();
        match self.precision {
            Precision::Day => self.first.day().unsigned_abs(),
            Precision::Week => self.first.iso_week_date().week().unsigned_abs(),
            Precision::Month => month,
            Precision::Quarter => month.div_ceil(3),
            Precision::Tertial => month.div_ceil(4),
            Precision::HalfYear => month.div_ceil(6),
            Precision::Year | Precision::Ongoing => 0,
        }
    }

    /// Its year; of a week, the ISO year.
    pub fn year(self) -> i16 {
        if self.precision == Precision::Week { self.first.iso_week_date().year() } else { self.first.year() }
    }

    /// The middle of the days it may mean, for a scale.
    pub fn middle(self) -> Date {
        let half = days_between(self.first, self.last) / 2;
        self.first.saturating_add(half.days())
    }
}

/// Whole days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

impl PartialOrd for PlanDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By first day, then the more precise first; ongoing after all others.
impl Ord for PlanDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |date: &Self| (date.precision == Precision::Ongoing, date.first, date.last, date.precision);
        key(self).cmp(&key(other))
    }
}

impl FromStr for PlanDate {
    type Err = DateProblem;

    fn from_str(text: &str) -> Result<Self, DateProblem> {
        let text = text.trim();
        let lower = text.to_lowercase();
        if matches!(lower.as_str(), "ongoing" | "löpande" | "lopande") {
            return Ok(Self { precision: Precision::Ongoing, first: Date::MIN, last: Date::MAX });
        }
        let parts: Vec<&str> = lower.split('-').collect();
        let year = digits(parts.first().copied().unwrap_or_default(), 4).ok_or(DateProblem::Form)?;
        let found = match parts[1..] {
            [] => Self::part(Precision::Year, year, 1, 12),
            [part] => {
                if let Some(month) = digits(part, 2) {
                    Self::part(Precision::Month, year, small(month), 1)
                } else {
                    let mut letters = part.chars();
                    let kind = letters.next().ok_or(DateProblem::Form)?;
                    let number = letters.as_str();
                    let number = digits(number, number.len().clamp(1, 2)).ok_or(DateProblem::Form)?;
                    match kind {
                        'h' => Self::part(Precision::HalfYear, year, small(number), 6),
                        'q' | 'k' => Self::part(Precision::Quarter, year, small(number), 3),
                        't' => Self::part(Precision::Tertial, year, small(number), 4),
                        'w' | 'v' => ISOWeekDate::new(year, small(number), Weekday::Monday).ok().and_then(|monday| {
                            let first = monday.date();
                            let last = first.checked_add(6.days()).ok()?;
                            Some(Self { precision: Precision::Week, first, last })
                        }),
                        _ => return Err(DateProblem::Form),
                    }
                }
            }
            [month, day] => {
                let month = digits(month, 2).ok_or(DateProblem::Form)?;
                let day = digits(day, 2).ok_or(DateProblem::Form)?;
                Date::new(year, small(month), small(day)).ok().map(Self::day)
            }
            _ => return Err(DateProblem::Form),
        };
        found.ok_or(DateProblem::NoSuchDay)
    }
}

/// Exactly `len` ASCII digits as a number.
fn digits(text: &str, len: usize) -> Option<i16> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// A number of a month, week or day; one that is too large for any becomes one that no part of a year has.
fn small(n: i16) -> i8 {
    i8::try_from(n).unwrap_or(i8::MAX)
}

/// The form that it is written in: `2026-T2`.
impl fmt::Display for PlanDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, n) = (self.year(), self.number());
        match self.precision {
            Precision::Day => write!(f, "{}", self.first),
            Precision::Week => write!(f, "{year:04}-W{n:02}"),
            Precision::Month => write!(f, "{year:04}-{n:02}"),
            Precision::Quarter => write!(f, "{year:04}-Q{n}"),
            Precision::Tertial => write!(f, "{year:04}-T{n}"),
            Precision::HalfYear => write!(f, "{year:04}-H{n}"),
            Precision::Year => write!(f, "{year:04}"),
            Precision::Ongoing => f.write_str("ongoing"),
        }
    }
}

/// A period that reports are for: a date of the plan's rhythm, such as `2026-T2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(PlanDate);

impl Period {
    /// The period of this rhythm that holds `day`.
    pub fn containing(day: Date, rhythm: super::Rhythm) -> Self {
        let (precision, months) = shape(rhythm);
        let number = (day.month() - 1) / months + 1;
        Self(PlanDate::part(precision, day.year(), number, months).expect("every month lies in one part of its year"))
    }

    /// The period that `date` is, of whatever rhythm.
    pub fn named(date: PlanDate) -> Option<Self> {
        use super::Choice as _;
        super::Rhythm::ALL.iter().find_map(|(rhythm, _)| Self::of(date, *rhythm))
    }

    /// The period that `date` is, when it is one of this rhythm.
    pub fn of(date: PlanDate, rhythm: super::Rhythm) -> Option<Self> {
        (date.precision == shape(rhythm).0).then_some(Self(date))
    }

    /// As a date.
    pub fn date(self) -> PlanDate {
        self.0
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        self.0.first
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        self.0.last
    }

    /// The period after it; itself at the end of time.
    #[must_use]
    pub fn next(self) -> Self {
        self.beside(self.0.last.tomorrow())
    }

    /// The period before it; itself at the beginning of time.
    #[must_use]
    pub fn previous(self) -> Self {
        self.beside(self.0.first.yesterday())
    }

    fn beside(self, day: Result<Date, jiff::Error>) -> Self {
        let rhythm = match self.0.precision {
            Precision::Month => super::Rhythm::Month,
            Precision::Quarter => super::Rhythm::Quarter,
            Precision::HalfYear => super::Rhythm::HalfYear,
            Precision::Year => super::Rhythm::Year,
            _ => super::Rhythm::Tertial,
        };
        day.map_or(self, |day| Self::containing(day, rhythm))
    }
}

/// The precision of a rhythm's periods and their length in months.
fn shape(rhythm: super::Rhythm) -> (Precision, i8) {
    match rhythm {
        super::Rhythm::Month => (Precision::Month, 1),
        super::Rhythm::Quarter => (Precision::Quarter, 3),
        super::Rhythm::Tertial => (Precision::Tertial, 4),
        super::Rhythm::HalfYear => (Precision::HalfYear, 6),
        super::Rhythm::Year => (Precision::Year, 12),
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn parse(text: &str) -> Result<PlanDate, DateProblem> {
        text.parse()
    }

    #[test]
    fn each_form_is_a_run_of_days() {
        for (text, first, last) in [
            ("2026", date(2026, 1, 1), date(2026, 12, 31)),
            ("2026-H1", date(2026, 1, 1), date(2026, 6, 30)),
            ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
            ("2026-T2", date(2026, 5, 1), date(2026, 8, 31)),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
            ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
            ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
            ("2026-03-31", date(2026, 3, 31), date(2026, 3, 31)),
        ] {
            let parsed = parse(text).expect(text);
            assert_eq!((parsed.first_day(), parsed.last_day()), (first, Some(last)), "{text}");
            assert_eq!(parsed.to_string(), text);
        }
    }

    #[test]
    fn what_is_not_a_date_is_told_from_what_does_not_exist() {
        for text in ["", "i våras", "26-01-01", "2026-1-1", "2026/01/01", "2026-X1", "2026-", "2026-01-01-01", "2026-T"]
        {
            assert_eq!(parse(text), Err(DateProblem::Form), "{text}");
        }
        for text in ["2026-02-30", "2026-13", "2026-T4", "2026-H0", "2025-W53", "2026-Q9", "2026-T99"] {
            assert_eq!(parse(text), Err(DateProblem::NoSuchDay), "{text}");
        }
    }

    #[test]
    fn an_imprecise_deadline_passes_with_its_last_day() {
        let deadline = parse("2026-T2").expect("a date");
        assert!(!deadline.has_passed(date(2026, 8, 31)));
        assert!(deadline.has_passed(date(2026, 9, 1)));
        assert_eq!(deadline.days_overdue(date(2026, 9, 10)), 10);
        let ongoing = parse("löpande").expect("a date");
        assert!(!ongoing.has_passed(Date::MAX));
        assert!(deadline < ongoing);
    }

    #[test]
    fn periods_follow_each_other_over_the_year() {
        let period = Period::containing(date(2026, 11, 23), super::super::Rhythm::Tertial);
        assert_eq!(period.to_string(), "2026-T3");
        assert_eq!(period.next().to_string(), "2027-T1");
        assert_eq!(period.previous().previous().previous().to_string(), "2025-T3");
        assert_eq!(Period::of(parse("2026-Q1").expect("a date"), super::super::Rhythm::Tertial), None);
    }
}
