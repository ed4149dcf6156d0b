//! The accessibility statement at a date: whether it exists yet, whether it is too old, and who supervises the law.
//!
//! Comes in: the plan and the date. Goes out: [`StatementFacts`]. What the law leaves to time stands here as data: from
//! which day which authority supervises it, and which standard is presumed to fulfil it. A statement may name others.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use crate::model::Plan;

/// How old a statement may become, in months: the supervising agency asks for a review at least once a year.
const STATEMENT_MONTHS: u32 = 12;

/// Who supervises the law, from which day on; the oldest first.
const SUPERVISORS: &[(Date, Supervisor)] = &[
    // Section 16 of the law and section 6 of the ordinance (2018:1938).
    (date(2019, 1, 1), Supervisor { key: "digg", complaints: "https://www.digg.se/tdosanmalan" }),
    // The agency is merged into the post and telecom authority. Where that will take complaints is not announced, so
    // the address is its own.
    (date(2027, 1, 1), Supervisor { key: "pts", complaints: "https://www.pts.se/" }),
];

/// Which standard is presumed to fulfil the law, from which day on; the oldest first.
const STANDARDS: &[(Date, &str)] = &[
    // Implementing Decision (EU) 2021/1339.
    (date(2021, 8, 12), "EN 301 549 v3.2.1 (WCAG 2.1 AA)"),
];

/// An authority that supervises the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supervisor {
    /// Its key: what it is called stands in the catalogues.
    pub key: &'static str,
    /// Where it takes complaints.
    pub complaints: &'static str,
}

/// What the date tells of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementFacts {
    /// Whole months since it was last gone through.
    pub months: u32,
    /// Whether that is too long ago.
    pub is_old: bool,
    /// The authority that supervises the law on that day, unless the statement names one.
    pub supervisor: Supervisor,
    /// The standard that is presumed to fulfil the law on that day, unless the statement names one.
    pub standard: &'static str,
    /// The shortcomings that should have been mended by then, as indexes into the statement's.
    pub overdue: Vec<usize>,
}

impl StatementFacts {
    /// What is known of the plan's statement on `today`; `None` when there is none yet.
    pub(super) fn new(plan: &Plan, today: Date) -> Option<Self> {
        let own = plan.statement.as_ref().filter(|own| own.updated <= today)?;
        let months = months_since(own.updated, today);
        let overdue =
            own.shortcomings.iter().enumerate().filter(|(_, own)| own.fix_by.is_some_and(|by| by.has_passed(today)));
        Some(Self {
            months,
            is_old: own.updated.saturating_add(i64::from(STATEMENT_MONTHS).months()) < today,
            supervisor: in_force(SUPERVISORS, today),
            standard: in_force(STANDARDS, today),
            overdue: overdue.map(|(n, _)| n).collect(),
        })
    }
}

/// What holds on `today`; before the first, the first.
fn in_force<T: Copy>(list: &[(Date, T)], today: Date) -> T {
    let begun = list.partition_point(|(from, _)| *from <= today);
    list[begun.saturating_sub(1)].1
}

/// Whole months from one day to a later one.
fn months_since(from: Date, to: Date) -> u32 {
    let years = i32::from(to.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(to.month()) - i32::from(from.month());
    u32::try_from(months - i32::from(to.day() < from.day())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_supervisor_is_that_of_the_day() {
        let on = |year, month, day| in_force(SUPERVISORS, date(year, month, day)).key;
        assert_eq!(on(2018, 1, 1), "digg");
        assert_eq!(on(2026, 12, 31), "digg");
        assert_eq!(on(2027, 1, 1), "pts");
    }

    #[test]
    fn months_are_whole() {
        assert_eq!(months_since(date(2025, 11, 30), date(2026, 11, 29)), 11);
        assert_eq!(months_since(date(2025, 11, 30), date(2026, 11, 30)), 12);
        assert_eq!(months_since(date(2026, 3, 31), date(2026, 3, 31)), 0);
    }
}
