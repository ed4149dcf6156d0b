//! Numbers, dates and alphabetical order as a language has them, from CLDR by ICU4X.
//!
//! One departure: thousands are grouped by U+202F (narrow no-break space) where CLDR has U+00A0, as the Swedish style
//! guide *Myndigheternas skrivregler* wants a fixed narrow space.

use std::cmp::Ordering;

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_calendar::{Date, Iso};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale;
use jiff::civil;

/// The rounding that people learn at school.
const HALF_AWAY_FROM_ZERO: SignedRoundingMode = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);

/// How one language writes numbers and dates and orders names.
pub struct Formats {
    number: DecimalFormatter,
    day: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    order: CollatorBorrowed<'static>,
}

impl Formats {
    /// The formats of the language with this tag.
    ///
    /// # Panics
    /// When CLDR lacks the language: a row of `CATALOGUES` that can't be kept, found by the first test that runs.
    pub(super) fn new(tag: &str) -> Self {
        // British dates and numbers: the English of European public bodies.
        let tag = if tag == "en" { "en-GB" } else { tag };
        let locale: Locale = tag.parse().expect("the tags of CATALOGUES are valid");
        let mut number = DecimalFormatterOptions::default();
        number.grouping_strategy = Some(GroupingStrategy::Always);
        Self {
            number: DecimalFormatter::try_new((&locale).into(), number).expect("CLDR has the language's numbers"),
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect("CLDR has the language's dates"),
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).expect("CLDR has the language's months"),
            order: Collator::try_new((&locale).into(), CollatorOptions::default())
                .expect("CLDR has the language's order"),
        }
    }

    /// A whole number, grouped: `12 345`.
    pub fn count(&self, n: u64) -> String {
        narrow(&self.number.format(&Decimal::from(n)).to_string())
    }

    /// A number with exactly `decimals` decimals, rounded half away from zero: `−1 234,5`.
    ///
    /// A number that is not finite is no amount; it is shown as a dash, and never gets here from checked content.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        let Ok(mut decimal) = Decimal::try_from_f64(value, FloatPrecision::RoundTrip) else {
            return "–".to_owned();
        };
        let places = -i16::from(decimals);
        decimal.round_with_mode(places, HALF_AWAY_FROM_ZERO);
        decimal.absolute.pad_end(places);
        if decimal.absolute.is_zero() {
            decimal.sign = fixed_decimal::Sign::None;
        }
        narrow(&self.number.format(&decimal).to_string())
    }

    /// A day: `3 mars 2026`.
    pub fn day(&self, date: civil::Date) -> String {
        self.day.format(&iso(date)).to_string()
    }

    /// A month: `mars 2026`.
    pub fn month(&self, date: civil::Date) -> String {
        self.month.format(&iso(date)).to_string()
    }

    /// Alphabetical order: A–Z Å Ä Ö in Swedish. Names that sort alike are ordered by their characters.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.order.compare(a, b).then_with(|| a.cmp(b))
    }
}

fn iso(date: civil::Date) -> Date<Iso> {
    let part = |n: i8| u8::try_from(n).expect("months and days are positive");
    Date::try_new_iso(i32::from(date.year()), part(date.month()), part(date.day())).expect("jiff's dates exist")
}

fn narrow(text: &str) -> String {
    text.replace('\u{a0}', "\u{202f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_numbers_dates_and_order() {
        let sv = Formats::new("sv");
        assert_eq!(sv.number(-1234.5, 1), "\u{2212}1\u{202f}234,5");
        assert_eq!(sv.number(-0.04, 1), "0,0");
        assert_eq!(sv.number(0.1 + 0.2, 2), "0,30");
        assert_eq!(sv.count(10_000_000), "10\u{202f}000\u{202f}000");
        assert_eq!(sv.day(civil::date(2026, 3, 3)), "3 mars 2026");
        assert_eq!(sv.month(civil::date(2026, 3, 1)), "mars 2026");
        let mut names = ["Ö", "Ä", "Z", "Å", "a"];
        names.sort_by(|a, b| sv.compare(a, b));
        assert_eq!(names, ["a", "Z", "Å", "Ä", "Ö"]);
    }

    #[test]
    fn english_numbers_and_dates() {
        let en = Formats::new("en");
        assert_eq!(en.number(1234.5, 1), "1,234.5");
        assert_eq!(en.day(civil::date(2026, 3, 3)), "3 March 2026");
    }
}
