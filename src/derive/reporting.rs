//! F1: the plan's reporting calendar, and whether an initiative reports as it should.
//!
//! Comes in: the plan's period and rhythm, and the reports about one initiative that exist at the date. Goes out:
//! [`Calendar`] and [`Freshness`]. Only reports count: never when a file was saved.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::state;
use super::{Activities, Index, Rule};
use crate::model::{self, Initiative, Key, Period, Plan, PlanDate, Report, Settings};

/// More days than any grace that makes sense: ten thousand years fit in neither a plan nor a calendar.
const MOST_GRACE_DAYS: u32 = 366 * 1000;

/// So many closed periods have a history: ten years of months.
const MOST_TOLD: usize = 120;

/// The plan's reporting periods, as they are at one date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The date.
    pub today: Date,
    /// The plan's closed periods, oldest first.
    pub closed: Vec<Period>,
    /// The period under way. None before the plan's first and after its last.
    pub current: Option<Period>,
    /// The next day on which a report is due. None once the grace for the plan's last period has run out.
    pub next_due: Option<ReportDue>,
    /// Days after a period's last day until a report for it is overdue.
    pub grace_days: u32,
}

/// When the reports for a period are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportDue {
    /// The period.
    pub period: Period,
    /// The last day on which a report for it is in time.
    pub date: Date,
}

impl Calendar {
    /// The rule that says what a reporting period is.
    pub const RULE: Rule = Rule::F1;

    /// The calendar of a plan on `today`.
    pub(super) fn new(settings: &Settings, today: Date) -> Self {
        let mut closed = Vec::new();
        let mut period = Self::first(settings);
        while period.last_day() < today && is_in_plan(settings, period) {
            closed.push(period);
            period = period.next();
        }
        Self::with(settings, closed, today)
    }

    /// The calendar of the same plan on an earlier day.
    pub(super) fn earlier(&self, settings: &Settings, day: Date) -> Self {
        let closed = self.closed.partition_point(|period| period.last_day() < day);
        Self::with(settings, self.closed[..closed].to_vec(), day)
    }

    /// The calendar on `today`, when these are the closed periods.
    fn with(settings: &Settings, closed: Vec<Period>, today: Date) -> Self {
        let in_plan = |period: &Period| is_in_plan(settings, *period);
        let first = Self::first(settings);
        let mut calendar = Self {
            today,
            closed,
            current: Some(Period::containing(today, settings.reporting.every)).filter(in_plan),
            next_due: None,
            grace_days: settings.reporting.grace_days,
        };
        let first_ahead = Some(first).filter(|first| first.first_day() > today && in_plan(first));
        let not_overdue = calendar.closed.get(calendar.overdue()).copied();
        calendar.next_due = not_overdue.or(calendar.current).or(first_ahead).map(|period| calendar.due(period));
        calendar
    }

    /// The first period that is reported.
    fn first(settings: &Settings) -> Period {
        let own = Period::containing(settings.start.first_day(), settings.reporting.every);
        settings.reporting.first.map_or(own, |first| first.max(own))
    }

    /// The latest closed period of the plan. None before its first has closed.
    pub fn latest(&self) -> Option<Period> {
        self.closed.last().copied()
    }

    /// The closed periods of the plan, oldest first.
    pub fn periods(&self) -> &[Period] {
        &self.closed
    }

    /// When reports for `period` are due.
    pub fn due(&self, period: Period) -> ReportDue {
        let grace = i64::from(self.grace_days.min(MOST_GRACE_DAYS)).days();
        ReportDue { period, date: period.last_day().saturating_add(grace) }
    }

    /// When the reports for `period` should have been reviewed: as many days after the last day on which they are in
    /// time as they had themselves.
    pub fn review_due(&self, period: Period) -> Date {
        self.due(period).date.saturating_add(i64::from(self.grace_days.min(MOST_GRACE_DAYS)).days())
    }

    /// The day that a closed period is told for: the last one on which its reports are in time, or today while that is
    /// still ahead. From then on it never changes.
    pub fn told_on(&self, period: Period) -> Date {
        self.due(period).date.min(self.today)
    }

    /// The closed periods that have a history: the latest hundred and twenty, oldest first.
    pub fn told(&self) -> &[Period] {
        &self.closed[self.closed.len().saturating_sub(MOST_TOLD)..]
    }

    /// How many closed periods, from the first, have no grace left.
    fn overdue(&self) -> usize {
        self.closed.partition_point(|&period| self.due(period).date < self.today)
    }
}

/// Whether a period lies, at least in part, in the plan.
fn is_in_plan(settings: &Settings, period: Period) -> bool {
    let end = settings.end.last_day().unwrap_or(Date::MAX);
    period.first_day() <= end && period.last_day() >= settings.start.first_day()
}

/// Whether an initiative reports as it should. The worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reporting {
    /// Merged, cancelled or done: it owes no more reports.
    Exempt,
    /// It has reported, and no report is overdue.
    Reported,
    /// It has not reported, and no report is overdue.
    NotYetDue,
    /// It has reported, but a later report is overdue.
    Late,
    /// It has reported, but as many later reports are overdue as the plan calls silence.
    Silent,
    /// It has never reported, and a report is overdue.
    Never,
}

/// The closed periods that an initiative owes reports for: all from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// The first.
    pub first: Period,
    /// The last.
    pub last: Period,
    /// How many.
    pub periods: u32,
}

/// F1 of one initiative: how fresh what we know about it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// Whether it reports as it should.
    pub reporting: Reporting,
    /// The report for its latest period.
    pub latest: Option<Key<Report>>,
    /// The period that the latest report is for.
    pub period: Option<Period>,
    /// Closed periods after that (all, when there is no report) for which it owes a report, with or without grace left.
    pub missing: u32,
    /// Those of the missing whose grace has run out.
    pub overdue: u32,
    /// Closed periods that it owes or owed a report for, those before it was done or cancelled too.
    pub owed: Option<Owed>,
    /// Whether the latest closed period of the plan is among them.
    pub owed_latest: bool,
    /// Whether there is a report for the latest closed period of the plan, or for one after it.
    pub reported_latest: bool,
}

impl Freshness {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F1;

    /// How an initiative with these reports and activities reports.
    pub(super) fn new(
        initiative: &Initiative,
        reports: &Reports<'_>,
        activities: &Activities,
        calendar: &Calendar,
        settings: model::Reporting,
    ) -> Self {
        let closed = &calendar.closed;
        let latest = reports.latest();
        let period = latest.map(|(_, report)| report.period);
        let ending = state::ending(initiative, reports);

        // Closed periods are in order, so each limit is an index into them.
        let begin = match initiative.start {
            _ if state::is_idea_without_dates(initiative, activities) => closed.len(),
            Some(start) => closed.partition_point(|period| period.last_day() < start.first_day()),
            None => 0,
        };
        let end = match (&ending, period) {
            (None, _) => closed.len(),
            // It is not known since when it owes none.
            (Some(state::Ending::Merged), _) | (Some(_), None) => begin,
            (Some(_), Some(last)) => closed.partition_point(|period| period.first_day() <= last.first_day()),
        };
        let reported = period.map_or(0, |last| closed.partition_point(|period| period.last_day() <= last.last_day()));
        let (missing, overdue) = if ending.is_some() {
            (0, 0)
        } else {
            let from = begin.max(reported);
            (end.saturating_sub(from), calendar.overdue().saturating_sub(from))
        };

        let reporting = match (latest, overdue) {
            _ if ending.is_some() => Reporting::Exempt,
            (Some(_), 0) => Reporting::Reported,
            (None, 0) => Reporting::NotYetDue,
            (None, _) => Reporting::Never,
            (Some(_), overdue) if overdue >= settings.stale_after as usize => Reporting::Silent,
            (Some(_), _) => Reporting::Late,
        };
        Self {
            reporting,
            latest: latest.map(|(key, _)| key),
            period,
            missing: count(missing),
            overdue: count(overdue),
            owed: closed.get(begin..end).and_then(|owed| {
                let (first, last) = (*owed.first()?, *owed.last()?);
                Some(Owed { first, last, periods: count(owed.len()) })
            }),
            owed_latest: begin < end && end == closed.len(),
            reported_latest: !closed.is_empty() && reported == closed.len(),
        }
    }
}

impl Freshness {
    /// Whether there is no current information: it has stopped reporting, or never begun though a report is overdue.
    pub fn is_silent(&self) -> bool {
        matches!(self.reporting, Reporting::Silent | Reporting::Never)
    }
}

/// The reports about one initiative that exist, by period, oldest first.
#[derive(Clone, Copy)]
pub(super) struct Reports<'a> {
    plan: &'a Plan,
    known: &'a [Key<Report>],
    /// Whether others are still to come.
    pub(super) more_to_come: bool,
}

impl<'a> Reports<'a> {
    /// Those about `initiative`.
    pub(super) fn new(plan: &'a Plan, index: &'a Index, initiative: Key<Initiative>) -> Self {
        Self { plan, known: &index.reports_of_initiative[initiative], more_to_come: index.reported_later[initiative] }
    }

    /// These, by period with the oldest first; `more_to_come`: others are still to come.
    pub(super) fn of(plan: &'a Plan, known: &'a [Key<Report>], more_to_come: bool) -> Self {
        Self { plan, known, more_to_come }
    }

    /// The one for the latest period.
    pub(super) fn latest(&self) -> Option<(Key<Report>, &'a Report)> {
        self.known.last().map(|&key| (key, &self.plan.reports[key]))
    }

    /// How many of the latest, in a row, say that nothing has come further.
    pub(super) fn without_progress(&self) -> u32 {
        count(self.known.iter().rev().take_while(|&&key| self.plan.reports[key].no_progress).count())
    }

    /// Whether there is one for a period that holds a day of `date`.
    pub(super) fn any_in(&self, date: PlanDate) -> bool {
        let Some(last) = date.last_day() else { return false };
        let next = self.known.partition_point(|&key| self.plan.reports[key].period.last_day() < date.first_day());
        self.known.get(next).is_some_and(|&key| self.plan.reports[key].period.first_day() <= last)
    }
}

/// A length as a count.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, day, on};
    use super::*;
    use crate::model::Assessment::{Cancelled, Done, OnTrack, Paused};
    use crate::model::{Phase, Rhythm};

    fn names(periods: &[Period]) -> Vec<String> {
        periods.iter().map(Period::to_string).collect()
    }

    #[test]
    fn the_calendar_follows_the_plan_and_the_date() {
        let plan = fixture::plan();
        let calendar = |today: &str| plan.facts(today).calendar;
        let due = |calendar: &Calendar| calendar.next_due.map(|due| (due.period.to_string(), due.date));

        let before = calendar("2024-12-31");
        assert_eq!((before.latest(), before.current), (None, None));
        assert_eq!(due(&before), Some(("2025-T1".to_owned(), day("2025-05-28"))));

        let first = calendar("2025-04-30");
        assert_eq!((first.latest(), first.current.map(|it| it.to_string())), (None, Some("2025-T1".to_owned())));

        let in_grace = calendar("2025-09-28");
        assert_eq!(names(&in_grace.closed), ["2025-T1", "2025-T2"]);
        assert_eq!(due(&in_grace), Some(("2025-T2".to_owned(), day("2025-09-28"))));
        assert_eq!(due(&calendar("2025-09-29")), Some(("2025-T3".to_owned(), day("2026-01-28"))));

        let after = calendar("2031-06-01");
        assert_eq!(after.closed.len(), 12);
        assert_eq!((after.latest().map(|it| it.to_string()), after.current), (Some("2028-T3".to_owned()), None));
        assert_eq!(due(&after), None);
    }

    #[test]
    fn a_period_that_lies_partly_in_the_plan_is_one_of_its_periods() {
        let mut plan = fixture::plan();
        plan.settings.reporting.every = Rhythm::Year;
        plan.settings.start = on("2025-06");
        plan.settings.end = on("2026-02-10");
        assert_eq!(names(&plan.facts("2030-01-01").calendar.closed), ["2025", "2026"]);
    }

    #[test]
    fn freshness_falls_from_reported_to_silent() {
        // 2026-T1 closes on 30 April and is due on 28 May.
        let plan = fixture::plan().initiative(|_| ()).report("2025-T3", OnTrack);
        for (today, reporting, missing, overdue) in [
            ("2026-04-30", Reporting::Reported, 0, 0),
            ("2026-05-01", Reporting::Reported, 1, 0),
            ("2026-05-28", Reporting::Reported, 1, 0),
            ("2026-05-29", Reporting::Late, 1, 1),
            ("2026-09-28", Reporting::Late, 2, 1),
            ("2026-09-29", Reporting::Silent, 2, 2),
        ] {
            let found = plan.first(today).reporting;
            assert_eq!((found.reporting, found.missing, found.overdue), (reporting, missing, overdue), "{today}");
        }
        let back = plan.report("2026-T2", OnTrack).first("2026-09-29").reporting;
        assert_eq!((back.reporting, back.missing, back.reported_latest), (Reporting::Reported, 0, true));
    }

    #[test]
    fn without_a_report_it_is_never_once_one_is_overdue() {
        let plan = fixture::plan().initiative(|_| ());
        let reporting = |today: &str| plan.first(today).reporting.reporting;
        assert_eq!(reporting("2026-04-30"), Reporting::NotYetDue);
        assert_eq!(reporting("2026-05-28"), Reporting::NotYetDue);
        assert_eq!(reporting("2026-05-29"), Reporting::Never);
    }

    #[test]
    fn it_owes_from_its_start_or_else_from_the_plans() {
        let owed = |start: Option<&str>| {
            let plan = fixture::plan().initiative(|it| it.start = start.map(on));
            plan.first("2026-06-10").reporting.owed.map(|it| (it.first.to_string(), it.last.to_string(), it.periods))
        };
        let from = |first: &str, periods| Some((first.to_owned(), "2026-T1".to_owned(), periods));
        assert_eq!(owed(None), from("2025-T1", 4));
        assert_eq!(owed(Some("2025-12-31")), from("2025-T3", 2));
        assert_eq!(owed(Some("2026")), from("2026-T1", 1));
        assert_eq!(owed(Some("2026-04-30")), from("2026-T1", 1));
        assert_eq!(owed(Some("2026-05-01")), None);
    }

    #[test]
    fn an_idea_owes_nothing_until_it_has_a_date_or_has_begun() {
        let idea = |it: &mut Initiative| (it.phase, it.start) = (Some(Phase::Idea), None);
        let plan = fixture::plan().initiative(idea);
        assert_eq!(plan.first("2028-01-01").reporting.reporting, Reporting::NotYetDue);
        let dated = fixture::plan().initiative(|it| {
            idea(it);
            it.end = Some(on("2028"));
        });
        assert_eq!(dated.first("2028-01-01").reporting.reporting, Reporting::Never);
    }

    #[test]
    fn what_has_ended_is_exempt_and_what_is_paused_is_not() {
        let reporting = |assessment| {
            let plan = fixture::plan().initiative(|_| ()).report("2026-T1", assessment);
            plan.first("2027-12-31").reporting
        };
        for assessment in [Done, Cancelled] {
            let found = reporting(assessment);
            assert_eq!((found.reporting, found.missing, found.owed_latest), (Reporting::Exempt, 0, false));
            assert_eq!(found.owed.map(|it| it.periods), Some(1));
        }
        assert_eq!(reporting(Paused).reporting, Reporting::Silent);
        let closed = fixture::plan().initiative(|it| it.phase = Some(Phase::Closed)).first("2027-12-31");
        assert_eq!((closed.reporting.reporting, closed.reporting.owed), (Reporting::Exempt, None));
        let merged = fixture::plan().initiative(|it| it.merged_into = Some(fixture::row(1))).initiative(|_| ());
        assert_eq!(merged.first("2027-12-31").reporting.reporting, Reporting::Exempt);
    }

    #[test]
    fn a_later_report_does_not_exist_yet_and_an_early_one_counts_at_once() {
        let plan = fixture::plan().initiative(|_| ()).report_with("2026-T1", OnTrack, |it| it.date = day("2026-04-20"));
        assert_eq!(plan.first("2026-04-19").reporting.latest, None);
        let early = plan.first("2026-04-20").reporting;
        assert_eq!((early.reporting, early.owed, early.reported_latest), (Reporting::Reported, None, true));
    }
}
