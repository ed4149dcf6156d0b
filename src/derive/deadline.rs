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

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, on};
    use super::*;
    use crate::model::Assessment::OnTrack;

    #[test]
    fn months_run_between_last_days() {
        for (from, to, months) in [
            ("2026", "2027-H1", Some(6)),
            ("2027-H1", "2026", Some(-6)),
            ("2026-01-31", "2026-02", Some(1)),
            ("2026-03-31", "2026-04-14", Some(0)),
            ("2026-03-31", "2026-04-15", Some(1)),
            ("2026", "ongoing", None),
            ("0001", "9999", Some(9998 * 12)),
        ] {
            assert_eq!(months_between(on(from), on(to)), months, "{from} to {to}");
        }
    }

    #[test]
    fn moves_are_made_one_by_one() {
        let plan = fixture::plan().initiative(|_| ()).moved("2026-02-10", "2026", "2027-H1").moved(
            "2026-11-05",
            "2027-H1",
            "2027",
        );
        let found = |today: &str| {
            let deadline = plan.first(today).deadline;
            assert_eq!(deadline.original, Some(on("2026")));
            (deadline.current.map(|it| it.to_string()), deadline.moved, deadline.months_slipped)
        };
        assert_eq!(found("2026-02-09"), (Some("2026".to_owned()), 0, Some(0)));
        assert_eq!(found("2026-02-10"), (Some("2027-H1".to_owned()), 1, Some(6)));
        assert_eq!(found("2026-11-05"), (Some("2027".to_owned()), 2, Some(12)));
    }

    #[test]
    fn without_an_end_there_is_nothing_to_slip() {
        let found = fixture::plan().initiative(|it| it.ongoing = true).first("2026-05-01").deadline;
        assert_eq!((found.original, found.current, found.months_slipped), (None, None, None));
        let steady = fixture::plan().initiative(|it| it.end = Some(on("2027"))).first("2026-05-01").deadline;
        assert_eq!((steady.judged_by, steady.moved, steady.months_slipped), (Some(on("2027")), 0, Some(0)));
    }

    #[test]
    fn a_move_counts_once_it_is_reported() {
        // Made in 2026-T1.
        let moved = fixture::plan().initiative(|_| ()).moved("2026-02-10", "2026", "2027");
        let judged = |plan: &fixture::Fixture| {
            let deadline = plan.first("2026-10-01").deadline;
            (deadline.judged_by.map(|it| it.to_string()), deadline.unreported_moves)
        };
        assert_eq!(judged(&moved), (Some("2026".to_owned()), 1));
        assert_eq!(judged(&moved.clone().report("2026-T2", OnTrack)), (Some("2026".to_owned()), 1));
        let reported = moved.report("2026-T1", OnTrack);
        assert_eq!(judged(&reported), (Some("2027".to_owned()), 0));

        // Back and forth without a report for 2026-T2: the earliest since then.
        let to_and_fro = reported.moved("2026-05-02", "2027", "2026-H2").moved("2026-05-03", "2026-H2", "2028");
        assert_eq!(judged(&to_and_fro), (Some("2026-H2".to_owned()), 2));
        assert_eq!(judged(&to_and_fro.report("2026-T2", OnTrack)), (Some("2028".to_owned()), 0));
    }

    #[test]
    fn the_forecast_is_the_latest_reports() {
        let plan = fixture::plan()
            .initiative(|_| ())
            .report_with("2025-T3", OnTrack, |it| it.forecast_end = Some(on("2027")))
            .report_with("2026-T1", OnTrack, |it| it.forecast_end = Some(on("2028")));
        assert_eq!(plan.first("2026-04-30").deadline.forecast_end, Some(on("2027")));
        assert_eq!(plan.first("2026-05-01").deadline.forecast_end, Some(on("2028")));
    }
}
