//! A date as people in Sweden write it in a list in, the date of the plan out. What may be two days is never guessed at.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::model::{PlanDate, fold};

/// What a text is as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dated {
    /// This date.
    Plain(PlanDate),
    /// It may be the one or the other.
    Either(PlanDate, PlanDate),
    /// It is none that is known.
    Unknown,
}

/// The months in both languages; three letters tell each of them.
const MONTHS: [[&str; 2]; 12] = [
    ["januari", "january"],
    ["februari", "february"],
    ["mars", "march"],
    ["april", "april"],
    ["maj", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["augusti", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

/// What a part of a year is called, with its letter in a date of the plan.
const PARTS: [(&str, char); 13] = [
    ("q", 'Q'),
    ("k", 'Q'),
    ("kv", 'Q'),
    ("kvartal", 'Q'),
    ("quarter", 'Q'),
    ("t", 'T'),
    ("tertial", 'T'),
    ("h", 'H'),
    ("halvar", 'H'),
    ("v", 'W'),
    ("vecka", 'W'),
    ("w", 'W'),
    ("week", 'W'),
];

/// The days that spreadsheet programs count from 1900; the numbers below are amounts, or years.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=73_050;

/// The day of a number that a spreadsheet program counts days by. Day 60 is one that never was, so it begins a day early.
fn serial(days: i32) -> Option<PlanDate> {
    let day = SERIALS.contains(&days).then(|| date(1899, 12, 30).checked_add(days.days()).ok());
    day.flatten().map(PlanDate::day)
}

/// What a text is as a date.
pub(super) fn dated(text: &str) -> Dated {
    // Any stroke is a hyphen here.
    let text = text.trim().replace(['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2212}'], "-");
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let folded = fold(&without_time(&text));
    let known = |text: &str| text.parse::<PlanDate>().ok();
    if let Some(own) = known(&folded).or_else(|| folded.parse().ok().and_then(serial)) {
        return Dated::Plain(own);
    }
    let parts = parts(&folded);
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|own| !matches!(*own, "den" | "ar" | "of")).collect();
    if let Some(own) = quarter_in_words(&parts) {
        return Dated::Plain(own);
    }
    let signs: String = folded.chars().filter(|c| matches!(c, '/' | '.' | '-')).collect();
    let found = match parts.as_slice() {
        [one] if one.len() == 8 => whole(one.get(..4), one.get(4..6), one.get(6..)),
        [a, b] => in_year(a, b).or_else(|| in_year(b, a)).or_else(|| halves(a, b)),
        [a, b, c] if a.len() == 4 => whole(Some(a), Some(b), Some(c)),
        [a, b, c] if month(b).is_some() => year_of(c).and_then(|year| day(year, b, a)),
        [a, b, c] if month(a).is_some() && c.len() == 4 => year_of(c).and_then(|year| day(year, a, b)),
        // Day and month with a stroke between them, then the year: so it is written in Sweden.
        [a, b, c] if signs == "/-" || signs == "/" => year_of(c).and_then(|year| day(year, b, a)),
        [a, b, c] if signs == ".." || signs == "." => year_of(c).and_then(|year| day(year, b, a)),
        [a, b, c] => return either(a, b, c),
        _ => None,
    };
    found.map_or(Dated::Unknown, Dated::Plain)
}

/// A text without the time of the day behind a date.
fn without_time(text: &str) -> String {
    let is_time =
        |own: &str| own.contains(':') && own.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z'));
    match text.split_once(['T', ' ']) {
        Some((day, time)) if is_time(time) => day.to_owned(),
        _ => text.to_owned(),
    }
}

/// The runs of digits and of letters in a text.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        let kind = if c.is_ascii_digit() { Some(true) } else { c.is_alphabetic().then_some(false) };
        match parts.last_mut().filter(|_| kind == before && kind.is_some()) {
            Some(own) => own.push(c),
            None if kind.is_some() => parts.push(c.to_string()),
            None => {}
        }
        before = kind;
    }
    parts
}

/// A month by its name, from 1.
fn month(text: &str) -> Option<i8> {
    let is_own = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(text));
    let n = (text.chars().count() >= 3).then(|| MONTHS.iter().position(is_own)).flatten()?;
    i8::try_from(n + 1).ok()
}

/// A year in four digits, or in two: of this century.
fn year_of(text: &str) -> Option<i16> {
    match text.len() {
        4 => text.parse().ok(),
        2 => text.parse::<i16>().ok().map(|own| 2000 + own),
        _ => None,
    }
}

/// A day, from a year and the texts of month and day.
fn day(year: i16, month: &str, day: &str) -> Option<PlanDate> {
    let short = |text: &str| text.parse::<i8>().ok().filter(|_| text.len() <= 2);
    let month = self::month(month).or_else(|| short(month))?;
    Date::new(year, month, short(day)?).ok().map(PlanDate::day)
}

fn whole(year: Option<&str>, month: Option<&str>, day: Option<&str>) -> Option<PlanDate> {
    self::day(year_of(year?)?, month?, day?)
}

/// A month or another part of a year, where one text is the year in four digits.
fn in_year(part: &str, year: &str) -> Option<PlanDate> {
    let year = Some(year).filter(|own| own.len() == 4).and_then(year_of)?;
    let month = month(part).or_else(|| part.parse().ok().filter(|_| part.len() <= 2))?;
    format!("{year:04}-{month:02}").parse().ok()
}

/// A month by its name and a year in two digits, as Excel writes `mar-26`.
fn halves(name: &str, year: &str) -> Option<PlanDate> {
    let month = month(name)?;
    format!("{:04}-{month:02}", year_of(year)?).parse().ok()
}

/// Three numbers of which nobody tells which is the year, or the month.
fn either(a: &str, b: &str, c: &str) -> Dated {
    let year_first = year_of(a).filter(|_| c.len() <= 2).and_then(|year| day(year, b, c));
    let day_first = year_of(c).and_then(|year| day(year, b, a));
    let month_first = year_of(c).and_then(|year| day(year, a, b));
    let mut all: Vec<PlanDate> = [day_first, year_first, month_first].into_iter().flatten().collect();
    all.dedup();
    match all.as_slice() {
        [] => Dated::Unknown,
        [one] => Dated::Plain(*one),
        [one, other, ..] => Dated::Either(*one, *other),
    }
}

/// A quarter and so on with its year: `kvartal 2 2026`, `Q2 2026`, `2026 v 12`, `kv. 2 år 2026`.
fn quarter_in_words(parts: &[&str]) -> Option<PlanDate> {
    if parts.len() != 3 {
        return None;
    }
    let is_year = |own: &&&str| own.len() == 4 && year_of(own).is_some();
    let year = parts.iter().find(is_year)?;
    let (_, letter) = PARTS.iter().find(|(name, _)| parts.contains(name))?;
    let number: u8 =
        parts.iter().find(|own| own.len() <= 2 && own.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let number = if *letter == 'W' { format!("{number:02}") } else { number.to_string() };
    format!("{year}-{letter}{number}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written_in_sweden() {
        for (text, wanted) in [
            ("2026-03-01", "2026-03-01"),
            ("2026-3-1", "2026-03-01"),
            ("2026-03-01 00:00:00", "2026-03-01"),
            ("2026-03-01T08:30:00Z", "2026-03-01"),
            ("2026/03/01", "2026-03-01"),
            ("20260301", "2026-03-01"),
            ("46082", "2026-03-01"),
            ("1/3-26", "2026-03-01"),
            ("1/3 2026", "2026-03-01"),
            ("1/3–2026", "2026-03-01"),
            ("1.3.2026", "2026-03-01"),
            ("01.03.26", "2026-03-01"),
            ("1 mars 2026", "2026-03-01"),
            ("den 1 mars 2026", "2026-03-01"),
            ("1 mar. 2026", "2026-03-01"),
            ("1-mar-26", "2026-03-01"),
            ("March 1, 2026", "2026-03-01"),
            ("31/12/2026", "2026-12-31"),
            ("12/31/2026", "2026-12-31"),
            ("1/1/2026", "2026-01-01"),
            ("mars 2026", "2026-03"),
            ("2026 Mars", "2026-03"),
            ("mar-26", "2026-03"),
            ("3/2026", "2026-03"),
            ("2026-03", "2026-03"),
            ("2026", "2026"),
            ("Q2 2026", "2026-Q2"),
            ("kv 2 2026", "2026-Q2"),
            ("Kvartal 2, 2026", "2026-Q2"),
            ("kv. 2 år 2026", "2026-Q2"),
            ("2026 T3", "2026-T3"),
            ("2026 kv 2", "2026-Q2"),
            ("v. 9 2026", "2026-W09"),
            ("vecka 12 2026", "2026-W12"),
            ("Löpande", "ongoing"),
        ] {
            assert_eq!(dated(text), Dated::Plain(wanted.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn what_may_be_two_days_is_not_guessed() {
        for (text, one, other) in [
            ("1/3/2026", "2026-03-01", "2026-01-03"),
            ("03-01-2026", "2026-01-03", "2026-03-01"),
            ("26-03-01", "2001-03-26", "2026-03-01"),
        ] {
            let wanted = Dated::Either(one.parse().unwrap(), other.parse().unwrap());
            assert_eq!(dated(text), wanted, "{text}");
        }
        for text in ["", "snart", "1/3", "hösten 2026", "2026-02-30", "31/2 2026", "260301", "mars", "2026-2027", "5"]
        {
            assert_eq!(dated(text), Dated::Unknown, "{text}");
        }
    }
}
