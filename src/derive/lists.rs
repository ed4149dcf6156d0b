//! The leadership's work lists: decisions that are waited for, obstacles, and missing reports.
//!
//! Comes in: the latest report of each ongoing initiative, the reviews and decisions that exist, and the calendar. Goes
//! out: [`WorkLists`], each list in the order in which it should be worked through.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::reporting::count;
use super::{Calendar, Index, InitiativeFacts, Per, ReportDue, Reporting, Rule};
use crate::model::{
    AnyKey, Decision, Initiative, Key, ObstacleKind, Period, Plan, PlanDate, Report, Review, Role, Unit, days_between,
};

/// What the leadership has to act on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkLists {
    /// Questions that wait for a decision: the most overdue first, then by date, those without a date last.
    pub decisions: Vec<DecisionWaiting>,
    /// Obstacles, by kind, the oldest of each kind first.
    pub obstacles: Vec<ObstacleFacts>,
    /// Missing reports: by unit and role (without an accountable role first), the oldest of each role first.
    pub reports: Vec<MissingReport>,
}

/// A question in the latest report of an ongoing initiative that nothing has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionWaiting {
    /// The initiative that waits.
    pub initiative: Key<Initiative>,
    /// The report that asks.
    pub report: Key<Report>,
    /// Who must answer.
    pub by: Key<Role>,
    /// By when.
    pub before: Option<PlanDate>,
    /// Days since the report.
    pub days: u32,
    /// Days since the last day of `before`, once that has passed.
    pub overdue: Option<u32>,
}

/// What answers a report's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A review has an answer for the initiative.
    Review(Key<Review>),
    /// A decision about the initiative was made after the report.
    Decision(Key<Decision>),
}

/// An obstacle that the latest report of an ongoing initiative names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObstacleFacts {
    /// What kind.
    pub kind: ObstacleKind,
    /// The initiative it is in the way of.
    pub initiative: Key<Initiative>,
    /// The latest report.
    pub report: Key<Report>,
    /// How many of the latest reports, in a row, name an obstacle of this kind.
    pub reports: u32,
    /// The period of the first of them.
    pub since: Period,
    /// Days since the first of them was made.
    pub days: u32,
}

/// An initiative that owes at least one report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingReport {
    /// Which.
    pub initiative: Key<Initiative>,
    /// The role that is accountable for it.
    pub role: Option<Key<Role>>,
    /// The unit of that role.
    pub unit: Option<Key<Unit>>,
    /// How it reports.
    pub reporting: Reporting,
    /// The first report that is missing, and when it was due.
    pub first: ReportDue,
    /// How many are missing, with or without grace left.
    pub missing: u32,
    /// Those of them whose grace has run out; 0 when the first may still come in time.
    pub overdue: u32,
    /// Days since the first was due; 0 when it may still come in time.
    pub days: u32,
}

impl WorkLists {
    /// The rule that says which questions, obstacles and reports are listed.
    pub const RULE: Rule = Rule::F9;

    /// The lists on the calendar's day.
    pub(super) fn new(
        plan: &Plan,
        index: &Index,
        calendar: &Calendar,
        initiatives: &Per<Initiative, InitiativeFacts>,
    ) -> Self {
        let mut lists = Self::default();
        for (key, facts) in initiatives.iter().filter(|(_, facts)| facts.is_ongoing()) {
            if let Some(report) = facts.reporting.latest {
                lists.decisions.extend(DecisionWaiting::new(plan, index, report, calendar.today));
                lists.obstacles.extend(ObstacleFacts::new(plan, index, report, calendar.today));
            }
            lists.reports.extend(MissingReport::new(plan, calendar, key, facts));
        }
        let day = |date: Option<PlanDate>| date.and_then(PlanDate::last_day);
        lists.decisions.sort_by_key(|it| (day(it.before).is_none(), day(it.before), Reverse(it.days), it.initiative));
        lists.obstacles.sort_by_key(|it| (it.kind, Reverse(it.days), it.initiative));
        lists.reports.sort_by_key(|it| (it.unit, it.role, it.first.date, it.initiative));
        lists
    }

    /// How many decisions are waited for past their date.
    pub fn decisions_overdue(&self) -> u32 {
        count(self.decisions.iter().filter(|it| it.overdue.is_some()).count())
    }
}

impl DecisionWaiting {
    fn new(plan: &Plan, index: &Index, key: Key<Report>, today: Date) -> Option<Self> {
        let report = &plan.reports[key];
        let needed = report.decision_needed.as_ref()?;
        if answer(plan, index, key).is_some() {
            return None;
        }
        Some(Self {
            initiative: report.initiative,
            report: key,
            by: needed.by,
            before: needed.before,
            days: days_between(report.date, today).max(0).unsigned_abs(),
            overdue: needed.before.filter(|before| before.has_passed(today)).map(|before| before.days_overdue(today)),
        })
    }
}

/// What answers the question of a report, of all that exists: a review of its period or a later one that was not made
/// before the report and has an answer for the initiative; else a decision about the initiative or the report that was
/// made after the report.
pub fn answer(plan: &Plan, index: &Index, key: Key<Report>) -> Option<Answer> {
    let report = &plan.reports[key];
    let made = PlanDate::day(report.date);
    let reviews = &index.answers_of_initiative[report.initiative];
    let review = reviews.iter().rev().map(|&it| (it, &plan.reviews[it]));
    let review = review.take_while(|(_, it)| it.period >= report.period).find(|(_, it)| !it.date.is_before(made));
    if let Some((review, _)) = review {
        return Some(Answer::Review(review));
    }
    let about = |entity| index.decisions_about.get(&entity).into_iter().flatten().copied();
    let own = plan.initiatives[report.initiative].decision.filter(|it| index.decision_exists(plan, *it));
    about(AnyKey::Initiative(report.initiative))
        .chain(about(AnyKey::Report(key)))
        .chain(own)
        .find(|&it| made.is_before(plan.decisions[it].date))
        .map(Answer::Decision)
}

impl ObstacleFacts {
    fn new(plan: &Plan, index: &Index, latest: Key<Report>, today: Date) -> Option<Self> {
        let initiative = plan.reports[latest].initiative;
        let kind = plan.reports[latest].obstacle.as_ref()?.kind;
        let is_same = |key: &&Key<Report>| plan.reports[**key].obstacle.as_ref().is_some_and(|it| it.kind == kind);
        let same: Vec<_> = index.reports_of_initiative[initiative].iter().rev().take_while(is_same).collect();
        let first = &plan.reports[**same.last()?];
        Some(Self {
            kind,
            initiative,
            report: latest,
            reports: count(same.len()),
            since: first.period,
            days: days_between(first.date, today).max(0).unsigned_abs(),
        })
    }
}

impl MissingReport {
    fn new(plan: &Plan, calendar: &Calendar, key: Key<Initiative>, facts: &InitiativeFacts) -> Option<Self> {
        let reporting = facts.reporting;
        // The missing ones are the last of the closed periods.
        let first = calendar.closed.len().checked_sub(reporting.missing as usize)?;
        let first = calendar.due(*calendar.closed.get(first)?);
        let role = plan.initiatives[key].accountable;
        Some(Self {
            initiative: key,
            role,
            unit: role.map(|role| plan.roles[role].unit),
            reporting: reporting.reporting,
            first,
            missing: reporting.missing,
            overdue: reporting.overdue,
            days: days_between(first.date, calendar.today).max(0).unsigned_abs(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, obstacle, on, question, row};
    use super::*;
    use crate::model::Assessment::{AtRisk, Done, OnTrack};
    use crate::model::Mention;

    /// A day in 2026-T2, when reports for 2026-T1, made on 1 May, are fresh.
    const TODAY: &str = "2026-06-10";

    fn asks(plan: Fixture, before: &str) -> Fixture {
        plan.initiative(|_| ()).report_with("2026-T1", OnTrack, |it| it.decision_needed = Some(question(before)))
    }

    fn waiting(plan: &Fixture, today: &str) -> Vec<(usize, Option<u32>)> {
        let decisions = plan.facts(today).lists.decisions;
        decisions.iter().map(|it| (it.initiative.row(), it.overdue)).collect()
    }

    #[test]
    fn decisions_stand_overdue_first_and_undated_last() {
        let plan = fixture::plan();
        let plan = ["", "2026-07", "2026-06-09", "2026-05"].into_iter().fold(plan, asks);
        assert_eq!(waiting(&plan, TODAY), [(3, Some(10)), (2, Some(1)), (1, None), (0, None)]);
        let lists = plan.facts(TODAY).lists;
        assert_eq!((lists.decisions_overdue(), lists.decisions[0].days), (2, 40));
        assert_eq!(waiting(&plan, "2026-04-30"), []);
    }

    #[test]
    fn only_the_latest_report_of_what_goes_on_asks() {
        let asked = asks(fixture::plan(), "");
        assert_eq!(waiting(&asked.clone().report("2026-T2", OnTrack), "2026-09-10"), []);
        let done = asked.report_with("2026-T2", Done, |it| it.decision_needed = Some(question("")));
        assert_eq!(waiting(&done, "2026-09-10"), []);
    }

    #[test]
    fn a_review_of_its_period_or_a_later_one_answers() {
        let reviewed = |period, date: &str, of: usize| {
            asks(fixture::plan(), "").initiative(|_| ()).review(period, date, |it| {
                it.answers = vec![(row(of), String::new())];
            })
        };
        assert_eq!(waiting(&reviewed("2026-T1", "2026-06-09", 0), "2026-06-08").len(), 1);
        assert_eq!(waiting(&reviewed("2026-T1", "2026-06-09", 0), TODAY), []);
        assert_eq!(waiting(&reviewed("2026-T2", "2026-06-09", 0), TODAY), []);
        // Another period's, another initiative's, one made before the report.
        assert_eq!(waiting(&reviewed("2025-T3", "2026-06-09", 0), TODAY).len(), 1);
        assert_eq!(waiting(&reviewed("2026-T1", "2026-06-09", 1), TODAY).len(), 1);
        assert_eq!(waiting(&reviewed("2026-T1", "2026-04-29", 0), TODAY).len(), 1);
    }

    #[test]
    fn a_decision_after_the_report_answers() {
        let decided = |date: &str, entity| {
            asks(fixture::plan(), "").decision(date, |it| it.affects = vec![Mention::Entity(entity)])
        };
        let own = AnyKey::Initiative(row(0));
        assert_eq!(waiting(&decided("2026-05-02", own), TODAY), []);
        assert_eq!(waiting(&decided("2026-05-02", AnyKey::Report(row(0))), TODAY), []);
        assert_eq!(waiting(&decided("2026-05-02", AnyKey::Goal(row(0))), TODAY).len(), 1);
        assert_eq!(waiting(&decided("2026-05-01", own), TODAY).len(), 1);
        assert_eq!(waiting(&decided("2026-05", own), TODAY).len(), 1);
        assert_eq!(waiting(&decided("2026-06-11", own), TODAY).len(), 1);
        let mut named = asks(fixture::plan(), "").decision("2026-05-20", |_| ());
        named.initiatives[0].decision = Some(row(0));
        assert_eq!(waiting(&named, TODAY), []);
    }

    #[test]
    fn an_obstacle_is_as_old_as_its_kind_in_a_row() {
        let hindered =
            |plan: Fixture, period, kind| plan.report_with(period, AtRisk, |it| it.obstacle = Some(obstacle(kind)));
        let plan = fixture::plan().initiative(|it| it.start = Some(on("2025")));
        let plan = hindered(plan, "2025-T1", ObstacleKind::Skills);
        let plan = hindered(plan, "2025-T2", ObstacleKind::Law);
        let plan = hindered(plan, "2025-T3", ObstacleKind::Skills);
        let plan = hindered(plan, "2026-T1", ObstacleKind::Skills);
        let plan = hindered(plan.initiative(|_| ()), "2026-T1", ObstacleKind::Mandate);
        let found = plan.facts(TODAY).lists.obstacles;
        let short: Vec<_> = found.iter().map(|it| (it.initiative.row(), it.kind, it.reports, it.days)).collect();
        assert_eq!(short, [(1, ObstacleKind::Mandate, 1, 40), (0, ObstacleKind::Skills, 2, 160)]);
        assert_eq!(found[1].since.to_string(), "2025-T3");
        assert!(plan.report("2026-T2", OnTrack).facts("2026-09-10").lists.obstacles.len() == 1);
    }

    #[test]
    fn missing_reports_stand_by_unit_and_role_and_age() {
        let owned = |plan: Fixture, role: Option<usize>, start: &str| {
            plan.initiative(|it| (it.accountable, it.start) = (role.map(row), Some(on(start))))
        };
        let plan = fixture::plan().unit(|_| ()).role(|it| it.unit = row(1));
        let plan = owned(owned(owned(owned(plan, Some(1), "2025"), Some(0), "2026"), Some(0), "2025"), None, "2026");
        let found = plan.facts(TODAY).lists.reports;
        let short: Vec<_> = found.iter().map(|it| (it.initiative.row(), it.unit.map(Key::row), it.overdue)).collect();
        assert_eq!(short, [(3, None, 1), (2, Some(0), 4), (1, Some(0), 1), (0, Some(1), 4)]);
        assert_eq!((found[1].first.period.to_string(), found[1].days), ("2025-T1".to_owned(), 378));
        // Within the grace it is missing, but not late.
        let early = owned(fixture::plan(), None, "2026").facts("2026-05-28").lists.reports;
        assert_eq!((early[0].missing, early[0].overdue, early[0].days), (1, 0, 0));
        assert_eq!(owned(fixture::plan(), None, "2026").facts("2026-04-30").lists.reports, []);
    }
}
