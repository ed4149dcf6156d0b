//! F4: how many activities are done, open and overdue. No percentage, and nothing from the phase.
//!
//! Comes in: an initiative's activities and the date. Goes out: [`Activities`], counts and each activity's due state.

use jiff::civil::Date;

use super::{Rule, exists};
use crate::model::{Activity, ActivityState, Initiative};

/// F4 of one initiative: its activities in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activities {
    /// How many there are, cancelled ones not counted: the N of "n of N done".
    pub total: u32,
    /// Done.
    pub done: u32,
    /// In progress.
    pub in_progress: u32,
    /// Not started.
    pub not_started: u32,
    /// Of an unknown state: part of `total`, but of nothing else.
    pub unknown: u32,
    /// Cancelled; not part of `total`.
    pub cancelled: u32,
    /// Not started or in progress.
    pub open: u32,
    /// Open, and the due date has passed.
    pub overdue: u32,
    /// Open, and without a due date.
    pub without_date: u32,
    /// Milestones, cancelled ones not counted.
    pub milestones: u32,
    /// Milestones that are done.
    pub milestones_done: u32,
    /// Each activity, in the order of the initiative's list.
    pub each: Vec<ActivityFacts>,
}

/// One activity at the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActivityFacts {
    /// Its state at the date: what was done later was in progress.
    pub state: ActivityState,
    /// How it stands to its due date.
    pub due: DueState,
}

/// How an activity stands to its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueState {
    /// Open, and its due date has passed.
    Overdue {
        /// Days since the last day that the due date may mean.
        days: u32,
    },
    /// Open, and its due date has not passed.
    Due,
    /// Open, without a due date or with an ongoing one.
    NoDate,
    /// Done.
    Done,
    /// Cancelled.
    Cancelled,
    /// Nobody says how far it has come, so nobody can say whether it is overdue.
    Unknown,
}

impl Activities {
    /// The rule they follow from.
    pub const RULE: Rule = Rule::F4;

    /// The activities of an initiative on `today`.
    pub(super) fn new(initiative: &Initiative, today: Date) -> Self {
        let mut counts = Self {
            total: 0,
            done: 0,
            in_progress: 0,
            not_started: 0,
            unknown: 0,
            cancelled: 0,
            open: 0,
            overdue: 0,
            without_date: 0,
            milestones: 0,
            milestones_done: 0,
            each: Vec::with_capacity(initiative.activities.len()),
        };
        for activity in &initiative.activities {
            let facts = ActivityFacts::new(activity, today);
            *match facts.state {
                ActivityState::NotStarted => &mut counts.not_started,
                ActivityState::InProgress => &mut counts.in_progress,
                ActivityState::Done => &mut counts.done,
                ActivityState::Cancelled => &mut counts.cancelled,
                ActivityState::Unknown => &mut counts.unknown,
            } += 1;
            match facts.due {
                DueState::Overdue { .. } => counts.overdue += 1,
                DueState::NoDate => counts.without_date += 1,
                DueState::Due | DueState::Done | DueState::Cancelled | DueState::Unknown => {}
            }
            if activity.milestone && facts.state != ActivityState::Cancelled {
                counts.milestones += 1;
                counts.milestones_done += u32::from(facts.state == ActivityState::Done);
            }
            counts.each.push(facts);
        }
        counts.open = counts.not_started + counts.in_progress;
        counts.total = counts.open + counts.done + counts.unknown;
        counts
    }

    /// Whether any is in progress or done.
    pub fn begun(&self) -> bool {
        self.in_progress + self.done > 0
    }

    /// The one that is most days overdue, as an index into the initiative's list, and those days. The first of several.
    pub fn most_overdue(&self) -> Option<(usize, u32)> {
        let mut most = None;
        for (n, facts) in self.each.iter().enumerate() {
            if let DueState::Overdue { days } = facts.due
                && most.is_none_or(|(_, so_far)| days > so_far)
            {
                most = Some((n, days));
            }
        }
        most
    }
}

impl ActivityFacts {
    /// Whether it is in progress and not overdue.
    pub fn is_under_way(&self) -> bool {
        self.state == ActivityState::InProgress && matches!(self.due, DueState::Due | DueState::NoDate)
    }

    fn new(activity: &Activity, today: Date) -> Self {
        let state = match (activity.state, activity.done_on) {
            (ActivityState::Done, Some(done_on)) if !exists(done_on, today) => ActivityState::InProgress,
            (state, _) => state,
        };
        let due = match (state, activity.due) {
            (ActivityState::Done, _) => DueState::Done,
            (ActivityState::Cancelled, _) => DueState::Cancelled,
            (ActivityState::Unknown, _) => DueState::Unknown,
            (_, Some(due)) if due.has_passed(today) => DueState::Overdue { days: due.days_overdue(today) },
            (_, Some(due)) if due.last_day().is_some() => DueState::Due,
            _ => DueState::NoDate,
        };
        Self { state, due }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, on};
    use super::*;
    use ActivityState::{Cancelled, Done, InProgress, NotStarted};

    #[test]
    fn each_activity_counts_once_and_cancelled_ones_apart() {
        let plan = fixture::plan()
            .initiative(|_| ())
            .activity(Done, "2026-01", |it| (it.done_on, it.milestone) = (Some(on("2026-02-03")), true))
            .activity(Done, "2026-01", |_| ())
            .activity(InProgress, "2026-Q1", |it| it.milestone = true)
            .activity(InProgress, "2026-T2", |_| ())
            .activity(NotStarted, "", |_| ())
            .activity(NotStarted, "ongoing", |_| ())
            .activity(Cancelled, "2026-01", |it| it.milestone = true);
        let found = plan.first("2026-04-10").activities;
        assert_eq!((found.total, found.done, found.in_progress, found.not_started), (6, 2, 2, 2));
        assert_eq!((found.cancelled, found.open, found.overdue, found.without_date), (1, 4, 1, 2));
        assert_eq!((found.milestones, found.milestones_done), (2, 1));
        let due: Vec<DueState> = found.each.iter().map(|it| it.due).collect();
        assert_eq!(
            due,
            [
                DueState::Done,
                DueState::Done,
                DueState::Overdue { days: 10 },
                DueState::Due,
                DueState::NoDate,
                DueState::NoDate,
                DueState::Cancelled,
            ]
        );
        assert_eq!(found.most_overdue(), Some((2, 10)));
    }

    #[test]
    fn what_was_done_later_was_in_progress_and_overdue() {
        let plan =
            fixture::plan().initiative(|_| ()).activity(Done, "2026-03-31", |it| it.done_on = Some(on("2026-05")));
        let before = plan.first("2026-04-30").activities;
        assert_eq!(before.each, [ActivityFacts { state: InProgress, due: DueState::Overdue { days: 30 } }]);
        assert_eq!(plan.first("2026-05-01").activities.done, 1);
    }
}
