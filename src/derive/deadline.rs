//! F5: how an initiative's deadline has moved, and which one its state is judged by.
//!
//! Comes in: the declared end, the moves, the reports that exist and the date. Goes out: [`Deadline`].

use jiff::civil::Date;

use super::reporting::{Reports, count};
use super::{Rule, exists};
use crate::model::{Initiative, PlanDate};

/// F5 of one initiative: its deadline. Each is `None` when none is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The first one.
    pub original: Option<PlanDate>,
    /// The one at the date.
    pub current: Option<PlanDate>,
    /// The one that the state is judged by: earlier than the current one when it was moved without a report.
    pub judged_by: Option<PlanDate>,
    /// How many times it has been moved, forward or back.
    pub moved: u32,
    /// How many of the latest moves, in a row, have no report for the period in which they were made.
    pub unreported_moves: u32,
    /// Whole months from the original's last day to the current one's, rounded; negative when brought forward. None
    /// when there is none or one of them is ongoing.
    pub months_slipped: Option<i32>,
    /// When the latest report expects it to be done.
    pub forecast_end: Option<PlanDate>,
}

impl Deadline {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F5;

    /// The deadline of an initiative on `today`.
    pub(super) fn new(initiative: &Initiative, reports: &Reports<'_>, today: Date) -> Self {
        let moves = &initiative.deadline_moves;
        let made: Vec<_> = moves.iter().filter(|it| exists(it.date, today)).collect();
        let to_come = moves.iter().find(|it| !exists(it.date, today));
        let declared = initiative.end.or_else(|| moves.last().map(|it| it.to).filter(|_| !initiative.ongoing));
        let current = to_come.map(|it| it.from).or(declared);
        let original = moves.first().map(|it| it.from).or(declared);

        let reported = made.iter().rposition(|it| reports.any_in(it.date));
        let unreported = &made[reported.map_or(0, |n| n + 1)..];
        let base = reported.map_or(original, |n| Some(made[n].to));
        let judged_by = if unreported.is_empty() {
            current
        } else {
            let moved_to = unreported.iter().flat_map(|it| [it.from, it.to]);
            base.into_iter().chain(current).chain(moved_to).min_by_key(|date| date.last_day().unwrap_or(Date::MAX))
        };

        Self {
            original,
            current,
            judged_by,
            moved: count(made.len()),
            unreported_moves: count(unreported.len()),
            months_slipped: original.zip(current).and_then(|(from, to)| months_between(from, to)),
            forecast_end: reports.latest().and_then(|(_, report)| report.forecast_end),
        }
    }
}

/// Whole months between the last days of two dates, rounded. None when one is ongoing.
fn months_between(from: PlanDate, to: PlanDate) -> Option<i32> {
    let months = months_of(to.last_day()?) - months_of(from.last_day()?);
    #[expect(clippy::cast_possible_truncation, reason = "the calendar has fewer than 2³¹ months")]
    let rounded = months.round() as i32;
    Some(rounded)
}

/// The months from the beginning of year 0 to the end of a day, the month's own days as a fraction.
fn months_of(day: Date) -> f64 {
    f64::from(day.year()) * 12.0 + f64::from(day.month() - 1) + f64::from(day.day()) / f64::from(day.days_in_month())
}
